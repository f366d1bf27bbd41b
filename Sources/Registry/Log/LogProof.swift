/// A proof to be kept beside a document: that the log had taken it in when the checkpoint was signed.
///
///     c2sp.org/tlog-proof@v1
///     index 1
///     bjQLnP+zepicpUTmu3gKLHiQHT+zNzh2hRGjBhevoB0=
///
///     three-rivers.example/log
///     2
///     +sVCA+fMaWzw3+tCySodnbr3CtnmIb2PTZhmLwDjwSU=
///
///     — three-rivers.example/log …
///
/// It is verified without asking anyone: with the document, and the keys of the log and its witnesses.
///
/// Source: C2SP, tlog-proof v1.
public struct LogProof: Hashable, Sendable {
  private static let heading = "c2sp.org/tlog-proof@v1"

  /// The leaf's place in the log, counted from 0.
  public let index: Int
  /// The hashes of the inclusion proof, from the leaf's neighbour upwards.
  public let hashes: [LogHash]
  /// Whatever else the application needs; nobody has signed it. Nil where there is none.
  public let extra: [UInt8]?
  /// The checkpoint with its signatures.
  public let note: SignedNote

  /// A proof from its parts; whether it holds is for ``verify(leafHash:under:)``.
  public init(index: Int, hashes: [LogHash], note: SignedNote, extra: [UInt8]? = nil) {
    self.index = index
    self.hashes = hashes
    self.note = note
    self.extra = extra
  }

  /// A proof from an inclusion proof and the checkpoint it leads to.
  public init(_ proof: InclusionProof, note: SignedNote, extra: [UInt8]? = nil) {
    self.init(index: proof.index, hashes: proof.hashes, note: note, extra: extra)
  }

  /// The proof in its text form.
  ///
  /// - Throws: ``LogFault`` naming the line that has another form.
  public init(bytes: [UInt8]) throws(LogFault) {
    let place = "proof"
    guard bytes.count <= SignedNote.mostBytes else {
      throw LogFault(.tooLong(bytes: bytes.count, limit: SignedNote.mostBytes), at: place)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LogFault(.malformed(found: "…", expected: "UTF-8"), at: place)
    }
    guard let gap = text.utf8.firstRange(of: [0x0a, 0x0a]) else {
      throw LogFault(.malformed(found: text, expected: "a proof, an empty line and a checkpoint"), at: place)
    }
    let head = text.utf8[..<gap.lowerBound].split(separator: 0x0a, omittingEmptySubsequences: false)
    var lines = head.map { String($0) ?? "" }[...]
    guard lines.popFirst()?.hasSameBytes(as: Self.heading) == true else {
      throw LogFault(.malformed(found: head.first.flatMap(String.init) ?? "", expected: Self.heading), at: "\(place):1")
    }
    var extra: [UInt8]?
    if let line = lines.first, line.utf8.starts(with: "extra ".utf8) {
      guard let decoded = StrictBase64.bytes(of: line.utf8.dropFirst(6)) else {
        throw LogFault(.malformed(found: line, expected: "extra and Base64"), at: "\(place):2")
      }
      extra = decoded
      lines.removeFirst()
    }
    let number = lines.startIndex + 1
    guard let line = lines.popFirst(), line.utf8.starts(with: "index ".utf8),
      let index = PlainDecimal.value(of: line.utf8.dropFirst(6))
    else {
      throw LogFault(
        .malformed(found: lines.first ?? "", expected: "index and a number without zeros in front"),
        at: "\(place):\(number)")
    }
    var hashes: [LogHash] = []
    for (offset, line) in lines.enumerated() {
      hashes.append(try LogHash(base64: line, at: "\(place):\(number + 1 + offset)"))
    }
    self.init(
      index: index, hashes: hashes, note: try SignedNote(bytes: Array(text.utf8[gap.upperBound...]), at: "checkpoint"),
      extra: extra)
  }

  /// The text form, for a file that ends in `.tlog-proof`.
  public var bytes: [UInt8] {
    var lines = [Self.heading]
    if let extra { lines.append("extra \(StrictBase64.text(of: extra))") }
    lines.append("index \(index)")
    lines += hashes.map(\.base64)
    return Array((lines.joined(separator: "\n") + "\n\n").utf8) + note.bytes
  }

  /// Accepts the proof, or says why it does not hold.
  ///
  /// - Parameters:
  ///   - leafHash: computed from the document, never taken from the proof.
  ///   - policy: whom the reader believes.
  /// - Returns: the checkpoint in which the leaf is.
  /// - Throws: ``LogFault`` where a signature is wrong or lacking, or the leaf is not in the checkpoint's tree.
  @discardableResult
  public func verify(leafHash: LogHash, under policy: LogPolicy) throws(LogFault) -> Checkpoint {
    let checkpoint = try policy.checkpoint(in: note)
    let proof = InclusionProof(index: index, size: checkpoint.size, hashes: hashes)
    try proof.verify(leafHash: leafHash, root: checkpoint.root)
    return checkpoint
  }
}
