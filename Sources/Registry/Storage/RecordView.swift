import Foundation

/// The record as one person may see it: everything that leaves the record passes through here.
public struct RecordView {
  let snapshot: any RecordSnapshot
  /// Who looks.
  public let standing: Standing
  /// When: no earlier than the last event.
  public let now: Instant

  init(snapshot: any RecordSnapshot, standing: Standing, now: Instant) {
    (self.snapshot, self.standing, self.now) = (snapshot, standing, now)
  }

  /// An object that the person may see, with its version.
  public struct Visible<Object: RecordObject>: Sendable {
    public let object: Object
    public let version: Int
  }

  /// A content as the person may see it.
  public enum VisibleText: Hashable, Sendable {
    case text(String)
    /// It is for others.
    case confidential(Level)
    /// It was erased; its commitment remains.
    case erased
  }

  /// An event as the person may see it.
  public struct VisibleEvent: Sendable {
    public let sequence: Int
    public let at: Instant
    public let object: ObjectID
    public let version: Int
    public let act: String
    public let author: Author
    /// The body with which anyone can recompute the leaf, and its salt.
    public let body: String
    public let salt: CommitSalt
  }

  /// The object, when it exists and the person may see it: the two cannot be told apart otherwise.
  ///
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func visible<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> Visible<T>? {
    guard id.kind == T.kind, let row = try snapshot.row(id) else { return nil }
    let object = try T.fromRow(row.text)
    return object.audience.includes(standing) ? Visible(object: object, version: row.version) : nil
  }

  /// The objects of a kind that the person may see, in the order of their numbers.
  ///
  /// - Parameters:
  ///   - type: the kind.
  ///   - number: the number after which to begin.
  ///   - limit: how many at most.
  public func visible<T: RecordObject>(
    all type: T.Type, after number: Int = 0, limit: Int = 100
  ) throws -> [Visible<T>] {
    var found: [Visible<T>] = []
    var last = number
    while found.count < limit {
      let rows = try snapshot.rows(of: T.kind, after: last, limit: max(limit, 50))
      guard let end = rows.last else { break }
      last = end.id.number
      for row in rows where found.count < limit {
        let object = try T.fromRow(row.text)
        if object.audience.includes(standing) { found.append(Visible(object: object, version: row.version)) }
      }
    }
    return found
  }

  /// A content of an object, for those whom the object as it stands now has it for.
  ///
  /// The audience is looked up in the record, never taken from `confided`: an old event may name a wider one than
  /// holds by now. A content that the object no longer names keeps the audience of the last event that named it.
  ///
  /// - Parameters:
  ///   - confided: what an object or an event names.
  ///   - id: the object it belongs to; one that names no such content has nothing to show.
  /// - Throws: ``StorageError`` when the record cannot be read.
  public func text(of confided: Confided, in id: ObjectID) throws -> VisibleText {
    guard let audience = try audience(of: confided.commit, in: id) else { return .confidential(.named) }
    guard audience.includes(standing) else { return .confidential(audience.level) }
    guard let text = try snapshot.content(confided.commit)?.text else { return .erased }
    return .text(text)
  }

  private func audience(of commit: String, in id: ObjectID) throws -> Audience? {
    guard let row = try snapshot.row(id) else { return nil }
    if let found = Self.confided(commit, in: row.text) { return found.audience }
    for event in try snapshot.events(of: id).reversed() {
      if let found = Self.confided(commit, in: event.body) { return found.audience }
    }
    return nil
  }

  /// The content with this commitment that a canonical text names.
  private static func confided(_ commit: String, in text: String) -> Confided? {
    guard text.contains(commit), let value = try? JSONSerialization.jsonObject(with: Data(text.utf8)) else {
      return nil
    }
    func search(_ value: Any) -> Confided? {
      if let list = value as? [Any] { return list.lazy.compactMap(search).first }
      guard let fields = value as? [String: Any] else { return nil }
      if fields["commit"] as? String == commit, fields["audience"] != nil,
        let data = try? JSONSerialization.data(withJSONObject: fields)
      {
        return try? JSONDecoder().decode(Confided.self, from: data)
      }
      return fields.keys.sorted().lazy.compactMap { search(fields[$0] as Any) }.first
    }
    return search(value)
  }

  /// What happened to an object, as far as the person may see: each event by the audience it had when it happened.
  public func history(of id: ObjectID) throws -> [VisibleEvent] {
    try snapshot.events(of: id).compactMap { event in
      let body = try CanonicalJSON.value(ShownBody.self, from: event.body)
      guard body.audience.includes(standing) else { return nil }
      return VisibleEvent(
        sequence: event.sequence, at: event.at, object: id, version: event.version, act: body.act, author: body.author,
        body: event.body, salt: event.salt)
    }
  }

  private struct ShownBody: Decodable {
    let act: String
    let audience: Audience
    let author: Author
  }
}
