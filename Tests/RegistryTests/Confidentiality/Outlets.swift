import Foundation

@testable import Registry

/// Everything that a record gives out to somebody, by where it came out.
struct Outlets {
  private(set) var shown: [(outlet: String, tokens: Set<String>)] = []

  /// The marks that came out anywhere.
  var tokens: Set<String> { shown.reduce(into: []) { $0.formUnion($1.tokens) } }

  mutating func add(_ outlet: String, _ text: String) {
    let tokens = Tokens.remembered(in: text)
    if !tokens.isEmpty { shown.append((outlet, tokens)) }
  }

  /// What came out and is not for the reader; marks that nobody knows are new and do not count.
  func leaks(to reader: Reader, _ meant: MeantTokens) -> [String] {
    shown.flatMap { outlet, tokens in
      tokens.filter { meant.audiences[$0] != nil && !meant.isMeant($0, for: reader) }.sorted()
        .map { "\(outlet) shows \($0) to \(reader.name)" }
    }
  }

  /// Asks a view for all there is: lists, every number and the one after the last, histories, and every content, also
  /// by a reference that claims a wider audience than it has.
  ///
  /// - Parameter share: of the contents that are for others, every so manieth is asked for; each reader has other ones.
  mutating func crawl(
    _ view: RecordView, for reader: Reader, counts: [ObjectKind: Int], _ meant: MeantTokens, share: Int
  ) throws {
    for kind in ObjectKind.allCases {
      func crawl<T: RecordObject>(_ type: T.Type) throws {
        var listed: [ObjectID: T] = [:]
        for found in try view.visible(all: type, limit: 10_000) {
          listed[found.object.id] = found.object
          add("the list of \(kind)", try CanonicalJSON.text(of: found.object))
        }
        for number in 0...(counts[kind, default: 0] + 1) {
          let id = ObjectID(kind, number)
          // What the list leaves out, and some of the rest.
          if listed[id] == nil || number % 8 == 0, let found = try view.visible(type, id), found.object != listed[id] {
            add("\(id), which the list leaves out", try CanonicalJSON.text(of: found.object))
          }
          for event in try view.history(of: id) { add("the history of \(id)", event.body) }
        }
      }
      try crawl(kind.type)
    }
    for (place, (confided, object)) in meant.contents.enumerated() {
      // What everybody may read, a visitor reads.
      if confided.audience.level == .everybody, reader.appointment != nil { continue }
      let turn = (place + (reader.appointment?.number ?? 0)) % share
      if turn != 0, !reader.mayRead(confided.audience) { continue }
      let claimed = Confided(commit: confided.commit, audience: .everybody)
      if case .text(let text) = try view.text(of: claimed, in: object) { add("a content of \(object)", text) }
    }
  }
}
