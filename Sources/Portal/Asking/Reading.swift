import Registry
import Reporting

/// A visit with the record as this visitor may see it: what every page is written from. Lives as long as one reading
/// transaction.
struct Reading {
  private(set) var visit: Visit
  let view: RecordView
  let region: Region?
  private let names = Names()

  /// What things were found to be called: a page names the same few many times.
  private final class Names {
    var found: [ObjectID: String] = [:]
  }

  init(_ visit: Visit, _ view: RecordView) throws {
    self.visit = visit
    self.view = view
    region = try view.visible(Region.self, ObjectID(.region, 1))?.object
  }

  /// The same reading for the same visitor, as a page at another address has it.
  func at(_ path: String) -> Reading {
    var other = self
    other.visit = Visit(.get, path, language: visit.language, visitor: visit.visitor, reference: visit.reference)
    return other
  }

  var language: Language { visit.language }
  var tongue: Tongue { visit.tongue }

  /// A phrase of the catalogue in the visitor's language.
  func say(_ phrase: some Phrase, _ fillings: [String: Filling] = [:]) -> String { tongue.say(phrase, fillings) }

  /// The word for a code, such as a stage; an unknown code stands for itself.
  func word<Words: Phrase>(_ kind: Words.Type, _ code: String) -> String { tongue.word(kind, code) }

  /// The object, when the visitor may see it.
  ///
  /// - Throws: ``Refusal/notFound(_:)`` when there is none that the visitor may see.
  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> RecordView.Visible<T> {
    guard let found = try view.visible(type, id) else { throw Refusal.notFound(id) }
    return found
  }

  /// The number of the record that stands in a path.
  ///
  /// - Throws: ``PageFault/notHere`` when it is no number, or one of another kind.
  func number(_ text: String?, _ kind: ObjectKind) throws -> ObjectID {
    guard let text, let id = ObjectID(text), id.kind == kind else { throw PageFault.notHere }
    return id
  }

  /// What an object is called: the name of an organisation, the office of an appointment, a title where there is one,
  /// otherwise its number.
  func name(of id: ObjectID) -> String {
    if let known = names.found[id] { return known }
    let name = look(up: id)
    names.found[id] = name
    return name
  }

  private func look(up id: ObjectID) -> String {
    switch id.kind {
    case .organisation:
      guard let found = try? view.visible(Organisation.self, id)?.object else { break }
      return language == .chinese ? found.nameChinese : found.nameEnglish
    case .appointment:
      guard let found = try? view.visible(Appointment.self, id)?.object else { break }
      return say(
        WordPhrase.office,
        [
          "role": .text(word(RolePhrase.self, found.role.rawValue)),
          "organisation": .text(name(of: found.organisation)),
        ])
    case .region:
      if let region { return language == .chinese ? region.charter.nameChinese : region.charter.nameEnglish }
    default: if let heading = heading(id.kind.type, id) { return heading }
    }
    return id.description
  }

  private func heading<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> String? {
    let found = try? view.visible(type, id)
    return (found?.object as? any PageThing)?.heading(in: self)
  }

  /// A content kept apart from the events, as the visitor may read it; what is kept from them is said in words.
  func text(_ confided: Confided, in id: ObjectID) throws -> String {
    switch try view.text(of: confided, in: id) {
    case .text(let text): text
    case .confidential(let level): say(LevelPhrase.of(level))
    case .erased: say(WordPhrase.erased)
    }
  }
}

/// Why there is no such page.
enum PageFault: Error, Hashable {
  /// No page has this address.
  case notHere
  /// The form is not the one that was handed out: its token, its step or a field is missing.
  case staleForm
}
