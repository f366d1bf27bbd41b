/// A snapshot that hands everything on as the bytes that are stored: a verification makes no texts of them.
protocol ByteSnapshot {
  /// Every event in the order of the numbers; what is handed on holds only during the call.
  func eachEvent(_ body: (EventBytes) throws -> Void) throws
  /// Every row by kind and number.
  func eachRow(_ body: (RowBytes) throws -> Void) throws
  /// Every content in the order of the commitments.
  func eachContent(_ body: (ContentBytes) throws -> Void) throws
  /// Finds what ``RecordSnapshot/faults()`` finds while somebody else reads; nothing where that cannot be.
  var faultsBeside: (@Sendable () throws -> [String]?)? { get }
}

/// An event as it is stored.
struct EventBytes {
  let sequence: Int
  let at: Int64
  let object: ObjectID
  let version: Int
  /// ``CommitSalt/byteCount`` bytes.
  let salt: UnsafeRawBufferPointer
  let body: UnsafeRawBufferPointer
}

/// A row as it is stored.
struct RowBytes {
  let id: ObjectID
  let version: Int
  let text: UnsafeRawBufferPointer
}

/// A content as it is stored.
struct ContentBytes {
  let commit: UnsafeRawBufferPointer
  /// ``CommitSalt/byteCount`` bytes, or nothing.
  let salt: UnsafeRawBufferPointer?
  let text: UnsafeRawBufferPointer?
}

/// Any snapshot, its texts taken apart into bytes.
struct SnapshotBytes: ByteSnapshot {
  let snapshot: any RecordSnapshot

  func eachEvent(_ body: (EventBytes) throws -> Void) throws {
    try snapshot.events(from: Int.min) { event in
      var text = event.body
      try event.salt.bytes.withUnsafeBytes { salt in
        try text.withUTF8 { bytes in
          try body(
            EventBytes(
              sequence: event.sequence, at: event.at.milliseconds, object: event.object, version: event.version,
              salt: salt, body: UnsafeRawBufferPointer(bytes)))
        }
      }
      return true
    }
  }

  func eachRow(_ body: (RowBytes) throws -> Void) throws {
    try snapshot.everything { row in
      var text = row.text
      try text.withUTF8 {
        try body(RowBytes(id: row.id, version: row.version, text: UnsafeRawBufferPointer($0)))
      }
    } contents: { _ in
    }
  }

  func eachContent(_ body: (ContentBytes) throws -> Void) throws {
    try snapshot.everything { _ in
    } contents: { content in
      var commit = content.commit
      try commit.withUTF8 { commit in
        try (content.salt?.bytes ?? []).withUnsafeBytes { salt in
          func hand(_ text: UnsafeRawBufferPointer?) throws {
            try body(
              ContentBytes(
                commit: UnsafeRawBufferPointer(commit), salt: content.salt == nil ? nil : salt, text: text))
          }
          guard var text = content.text else { return try hand(nil) }
          try text.withUTF8 { try hand(UnsafeRawBufferPointer($0)) }
        }
      }
    }
  }

  var faultsBeside: (@Sendable () throws -> [String]?)? { nil }
}

// MARK: Numbers

extension ObjectKind {
  /// The kind in a word, as leaves of the log have it: its name here.
  var name: String {
    switch self {
    case .region: "region"
    case .organisation: "organisation"
    case .appointment: "appointment"
    case .delegation: "delegation"
    case .docketFile: "docketFile"
    case .negotiationTable: "negotiationTable"
    case .agreement: "agreement"
    case .commitment: "commitment"
    case .partyReport: "partyReport"
    case .jointReport: "jointReport"
    case .verification: "verification"
    case .incentiveCase: "incentiveCase"
    case .dispute: "dispute"
    case .evaluation: "evaluation"
    case .books: "books"
    case .erasure: "erasure"
    }
  }

  /// The kind whose raw value is these bytes.
  init?(bytes: some Collection<UInt8>) {
    guard let kind = Self.byCode[Self.code(of: bytes)] else { return nil }
    self = kind
  }

  private static func code(of bytes: some Collection<UInt8>) -> Int {
    // Longer than any kind, so that none is found.
    bytes.count > 4 ? -1 : bytes.reduce(1) { $0 << 8 | Int($1) }
  }

  private static let byCode = Dictionary(uniqueKeysWithValues: allCases.map { (code(of: $0.rawValue.utf8), $0) })
}

extension ObjectID {
  /// The number that these bytes of UTF-8 are, such as `PD-17`; nothing for any other, `PD-017` among them.
  init?(bytes: UnsafeRawBufferPointer) {
    guard let dash = bytes.firstIndex(of: 0x2d), let kind = ObjectKind(bytes: bytes[..<dash]),
      let number = PlainDecimal.value(of: bytes[(dash + 1)...]), number >= 1
    else { return nil }
    self.init(kind, number)
  }
}
