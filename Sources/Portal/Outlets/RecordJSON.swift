import Foundation
import Registry

/// A thing of the record for programs: the canonical text of its row, and the contents it names as far as the visitor
/// may read them.
///
///     {"number":"PD-3","row":{"audience":…,"field":…,"object":{…},"wakes":…},"texts":{"9f…":{"text":"…"}},"version":4}
///
/// The SHA-256 of the row's own text is `after` in the body of the thing's last event, so that anyone can prove it.
struct RecordJSON {
  let reading: Reading

  /// How many things one answer lists at most, and how many it does when nothing else is asked for.
  static let mostListed = 200
  static let listed = 50

  /// What a row says, as the record writes it.
  private struct Row<Object: RecordObject>: Encodable {
    let audience: Audience
    let field: String?
    let object: Object
    let wakes: Instant?

    init(_ object: Object) {
      (audience, field, self.object, wakes) = (object.audience, object.field, object, object.wakes)
    }
  }

  /// The text of one thing.
  func text<T: RecordObject>(_ found: RecordView.Visible<T>) throws -> String {
    let row = try CanonicalJSON.text(of: Row(found.object))
    let texts = try texts(in: row, of: found.object.id)
    return #"{"number":"\#(found.object.id)","row":\#(row),"texts":\#(texts),"version":\#(found.version)}"#
  }

  /// What a content is to this visitor.
  private enum Shown: Encodable {
    case text(String)
    case withheld(Level)
    case erased

    private enum Keys: String, CodingKey { case text, withheld, erased }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: Keys.self)
      switch self {
      case .text(let text): try container.encode(text, forKey: .text)
      case .withheld(let level): try container.encode("\(level)", forKey: .withheld)
      case .erased: try container.encode(true, forKey: .erased)
      }
    }
  }

  private func texts(in row: String, of id: ObjectID) throws -> String {
    var shown: [String: Shown] = [:]
    for confided in try Confided.all(in: row) {
      shown[confided.commit] =
        switch try reading.view.text(of: confided, in: id) {
        case .text(let text): .text(text)
        case .confidential(let level): .withheld(level)
        case .erased: .erased
        }
    }
    return try CanonicalJSON.text(of: shown)
  }

  // MARK: Answers

  /// One thing.
  func one<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> Reply {
    .json(try text(try reading.object(type, id)))
  }

  /// The things of a kind, `?after=40&limit=50`; `next` is the address of those that follow, if any do.
  func list<T: RecordObject>(_ type: T.Type) throws -> Reply {
    let limit = reading.visit.limit(Self.listed, most: Self.mostListed)
    let found = try reading.view.visible(all: type, after: reading.visit.after, limit: limit + 1)
    let shown = found.prefix(limit)
    var next = "null"
    if found.count > limit, let last = shown.last {
      next = #""\#(reading.visit.path)?after=\#(last.object.id.number)&limit=\#(limit)""#
    }
    let items = try shown.map { try text($0) }.joined(separator: ",")
    return .json(#"{"items":[\#(items)],"kind":"\#(T.kind)","next":\#(next)}"#)
  }

  /// One entry of the log: what it is, its proof, and what it says where the visitor may see that.
  static func entry(
    _ entry: LogEntry, _ event: RecordView.VisibleEvent?, of log: PublishedLog?
  ) throws -> Reply {
    struct Proof: Encodable {
      let hashes: [String]
      let index: Int
      let root: String
      let size: Int
    }
    struct Answer: Encodable {
      let body: String?
      let leaf: String
      let leafHash: String
      let number: Int
      let proof: Proof?
      let salt: String?
    }
    let proof = entry.proof.map { proof in
      Proof(
        hashes: proof.hashes.map(\.base64), index: proof.index, root: log?.checkpoint.root.base64 ?? "",
        size: proof.size)
    }
    return .json(
      try CanonicalJSON.text(
        of: Answer(
          body: event?.body, leaf: String(decoding: entry.leaf.bytes, as: UTF8.self),
          leafHash: entry.leaf.hash.base64, number: entry.number, proof: proof, salt: event?.salt.hex)))
  }
}

extension Visit {
  /// After which number a list begins: `?after=40`; 0 for any text that is no such number.
  var after: Int { max(query["after"].flatMap { Int($0) } ?? 0, 0) }

  /// How much of a list is asked for: `?limit=50`, at least 1.
  func limit(_ usual: Int, most: Int) -> Int {
    min(max(query["limit"].flatMap { Int($0) } ?? usual, 1), most)
  }
}

extension Reply {
  /// An answer for programs.
  static func json(_ text: String, status: Status = .ok) -> Reply {
    .text(text, type: "application/json; charset=utf-8", status: status)
  }
}

extension Confided {
  /// Every content that a canonical text names, in the order of their commitments.
  static func all(in text: String) throws -> [Confided] {
    var found: [String: Confided] = [:]
    func search(_ value: Any) throws {
      if let list = value as? [Any] { return try list.forEach(search) }
      guard let fields = value as? [String: Any] else { return }
      if let commit = fields["commit"] as? String, fields["audience"] != nil, fields.count == 2 {
        let data = try JSONSerialization.data(withJSONObject: fields)
        found[commit] = try? JSONDecoder().decode(Confided.self, from: data)
      }
      for key in fields.keys.sorted() { try fields[key].map(search) }
    }
    try search(try JSONSerialization.jsonObject(with: Data(text.utf8)))
    return found.keys.sorted().compactMap { found[$0] }
  }
}
