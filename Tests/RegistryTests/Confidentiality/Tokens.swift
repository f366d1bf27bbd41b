import Foundation
import Synchronization

@testable import Registry

/// The marks in a text: each word that a generator wrote is one of its own, such as `s3x41e`.
enum Tokens {
  private static let known = Mutex<[String: Set<String>]>([:])

  /// The same, for a text that comes again and again.
  static func remembered(in text: String) -> Set<String> {
    if let found = known.withLock({ $0[text] }) { return found }
    let found = found(in: text)
    known.withLock { $0[text] = found }
    return found
  }

  static func found(in text: String) -> Set<String> {
    var all: Set<String> = []
    var text = text
    text.withUTF8 { bytes in
      func digits(from start: Int) -> Int {
        var index = start
        while index < bytes.count, bytes[index] &- 48 < 10 { index += 1 }
        return index
      }
      var index = 0
      while index < bytes.count {
        defer { index += 1 }
        guard bytes[index] == UInt8(ascii: "s") else { continue }
        let middle = digits(from: index + 1)
        guard middle > index + 1, middle < bytes.count, bytes[middle] == UInt8(ascii: "x") else { continue }
        let end = digits(from: middle + 1)
        guard end > middle + 1, end < bytes.count, bytes[end] == UInt8(ascii: "e") else { continue }
        all.insert(String(decoding: bytes[index...end], as: UTF8.self))
      }
    }
    return all
  }
}

/// Somebody as an audience sees them, by what the test itself knows of the cast: the oracle of who may read what.
struct Reader {
  let name: String
  let appointment: ObjectID?
  let home: ObjectID?
  let role: Role?
  let from: Instant?
  let until: Instant?

  /// Whether the appointment has ended: then they read nothing at all under it, not even what is everybody's.
  func isOver(at now: Instant) -> Bool {
    guard let from, let until else { return false }
    return now < from || until <= now
  }

  /// Written apart from ``Audience/includes(_:)``, from what its levels mean.
  func mayRead(_ audience: Audience) -> Bool {
    guard let appointment, let home, let role else { return audience.level == .everybody }
    switch audience.level {
    case .everybody, .region: return true
    case .parties: return audience.parties.contains(home) || (audience.deciders ?? []).contains { $0 == capacity(role) }
    case .holder: return audience.holder == home
    case .named: return audience.named.contains(appointment)
    }
  }

  private func capacity(_ role: Role) -> Capacity? {
    switch role {
    case .desk: .desk
    case .conferenceMember: .conference
    case .guide: .authority
    case .monitor: .monitor
    case .mediator: .mediator
    case .socialDelegate: .socialOrganisation
    case .auditor: .auditor
    case .administrator: .administrator
    case .clerk, .lead, .resident: nil
    }
  }
}

/// For whom each mark is, by the events alone: an open word for whoever may see an event or a row that holds it, a
/// confided one for the audience that its object has for it, or else that of the last event that named it.
struct MeantTokens {
  private(set) var audiences: [String: [Audience]] = [:]
  /// The contents with their objects, as anyone could guess them.
  private(set) var contents: [(confided: Confided, object: ObjectID)] = []
  /// Where contents are confided, as kind, event and fields, with the levels that they have in their events.
  private(set) var fields: [String: Set<Level>] = [:]

  init(of store: some RecordStore) throws {
    var texts: [String: String] = [:]
    var confided: [String: (audience: Audience, object: ObjectID)] = [:]
    var last: [ObjectID: any RecordObject] = [:]
    try store.read { snapshot in
      try snapshot.everything(rows: { _ in }, contents: { texts[$0.commit] = $0.text ?? "" })
      try snapshot.events(from: 1) { event in
        func fold<T: RecordObject>(_ type: T.Type) throws {
          let body = try CanonicalJSON.value(EventBody<T.Event>.self, from: event.body)
          var object = last[event.object] as? T
          if object == nil {
            object = T(opening: body.event, id: event.object, by: body.author, at: event.at)
          } else {
            object?.apply(body.event, by: body.author, at: event.at)
          }
          last[event.object] = object
          for (content, path) in try Self.contents(in: event.body) {
            confided[content.commit] = (content.audience, event.object)
            fields["\(T.kind) \(path)", default: []].insert(content.audience.level)
          }
          for token in Tokens.found(in: event.body) { audiences[token, default: []].append(body.audience) }
        }
        try fold(event.object.kind.type)
        return true
      }
    }
    for (id, object) in last {
      func look<T: RecordObject>(_ object: T) throws {
        let text = try CanonicalJSON.text(of: object)
        for (content, _) in try Self.contents(in: text) { confided[content.commit] = (content.audience, id) }
        for token in Tokens.found(in: text) { audiences[token, default: []].append(object.audience) }
      }
      try look(object)
    }
    for (commit, place) in confided {
      contents.append((Confided(commit: commit, audience: place.audience), place.object))
      for token in Tokens.found(in: texts[commit] ?? "") { audiences[token, default: []].append(place.audience) }
    }
    contents.sort { $0.confided.commit < $1.confided.commit }
  }

  func isMeant(_ token: String, for reader: Reader) -> Bool { (audiences[token] ?? []).contains(where: reader.mayRead) }

  /// Every mark that the reader may know.
  func tokens(for reader: Reader) -> Set<String> { Set(audiences.keys.filter { isMeant($0, for: reader) }) }

  private static func contents(in text: String) throws -> [(Confided, path: String)] {
    guard text.contains("\"commit\"") else { return [] }
    var found: [(Confided, path: String)] = []
    func visit(_ node: Any, _ path: String) throws {
      if let list = node as? [Any] { return try list.forEach { try visit($0, path) } }
      guard let fields = node as? [String: Any] else { return }
      if fields["commit"] != nil, fields["audience"] != nil {
        let content = try JSONDecoder().decode(Confided.self, from: JSONSerialization.data(withJSONObject: fields))
        return found.append((content, path))
      }
      for key in fields.keys.sorted() {
        // What stands for a case without a name, and what surrounds every event, says nothing.
        let isSilent = key == "_0" || key == "event" && path.isEmpty
        try visit(fields[key]!, isSilent ? path : path.isEmpty ? key : "\(path).\(key)")
      }
    }
    try visit(JSONSerialization.jsonObject(with: Data(text.utf8)), "")
    return found
  }
}
