import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// Whatever is wrong in a form is said at its field in the reader's language, what was written is kept, and nothing is
/// recorded.
@Suite struct BadAnswerTests {
  private static let languages: [(language: Language, tag: String)] = [(.english, "en"), (.chinese, "zh-Hans")]

  @Test(
    "every form says in both languages what is wrong at which field, and keeps what was written",
    .timeLimit(.minutes(5)))
  func everyFault() async throws {
    let copy = try SampleCopy()
    let clerk = try #require(copy.person(.clerk))
    for form in ActForm.all {
      for (language, _) in Self.languages {
        let visit = Visit(.get, "/", language: language, visitor: copy.visitor(clerk.appointment))
        for answers in [BadAnswers(of: form, isEmpty: true), BadAnswers(of: form, isEmpty: false)] {
          let faults = ActAnswers(form, answers.fields, digits: 2).faults
          let text = try copy.site.read(visit) { reading in
            var html = HTML()
            FieldWriter(reading: reading, values: answers.fields, faults: faults).write(form.fields, &html)
            return html.markup
          }
          check(text, form, answers, faults, language)
        }
      }
    }
  }

  @Test(
    "bad answers to every form that somebody of the sample can open are refused on a page that leads on",
    .timeLimit(.minutes(10)))
  func badAnswers() async throws {
    let copy = try SampleCopy()
    let open = try Self.openForms(in: copy)
    let size = try copy.site.record.store.read { try $0.head().size }
    #expect(open.count > 60, "\(open.count) of \(ActForm.all.count)")
    for one in open {
      for (language, tag) in Self.languages {
        for answers in [BadAnswers(of: one.form, isEmpty: true), BadAnswers(of: one.form, isEmpty: false)] {
          let faults = ActAnswers(one.form, answers.fields, digits: 2).faults
          let key = CommandKey().text
          // An order that nothing is wrong with is not sent: without its key it is none.
          let marks = faults.isEmpty ? [("step", "do")] : [("step", "do"), ("key", key)]
          let reply = await copy.site.post(
            one.path, answers.fields.fields.map { ($0.name, $0.value) } + marks, as: one.visitor, in: language)
          let place = "\(one.path) in \(tag), \(answers.isEmpty ? "empty" : "spoiled")"
          #expect(reply.text.contains("<html lang=\"\(tag)\""), "\(place)")
          guard !faults.isEmpty else {
            #expect([.badRequest, .unprocessable].contains(reply.status), "\(place): \(reply.status)")
            continue
          }
          #expect(reply.status == .unprocessable, "\(place): \(reply.status)")
          let tongue = Tongue(language: language)
          #expect(reply.text.contains("<h2>\(tongue.say(WordPhrase.errorTitle))</h2>"), "\(place)")
          for fault in faults { #expect(reply.text.contains("href=\"#\(fault.field)\""), "\(place): \(fault.field)") }
          #expect(reply.text.contains("name=\"key\" value=\"\(key)\""), "\(place): the order is still the same one")
          check(reply.text, one.form, answers, faults, language)
        }
      }
    }
    #expect(try copy.site.record.store.read { try $0.head().size } == size, "something was recorded")
  }

  @Test("every form sent by somebody who may not is refused in words of the language, and nothing is recorded")
  func refusedInWords() async throws {
    let copy = try SampleCopy()
    let size = try copy.site.record.store.read { try $0.head().size }
    let residents = copy.visitor(try #require(copy.person(.resident)).appointment)
    for form in ActForm.all {
      for (language, tag) in Self.languages {
        for visitor in [Visitor.unknown, residents] {
          let marks = [("step", "do"), ("key", CommandKey().text)]
          let opensByAnybody = form.kind == .docketFile && form.path(on: nil).contains("raft")
          for path in [form.path(on: ObjectID(form.kind, 999_999))] + (opensByAnybody ? [] : [form.path(on: nil)]) {
            let reply = await copy.site.post(path, marks, as: visitor, in: language)
            #expect((400..<500).contains(reply.status.rawValue), "\(path): \(reply.status)")
            #expect(reply.text.contains("<html lang=\"\(tag)\"") && reply.text.contains("<h1>"), "\(path)")
            #expect(reply.text.contains("href=\"/\"") || reply.text.contains("href=\"/"), "\(path) leads on")
          }
        }
      }
    }
    #expect(try copy.site.record.store.read { try $0.head().size } == size)
  }

  // MARK: Parts

  /// What holds of the fields of a form with something wrong in it.
  private func check(
    _ text: String, _ form: ActForm, _ answers: BadAnswers, _ faults: [ActAnswers.Fault], _ language: Language
  ) {
    let place = "\(form.kind) \(form.command) in \(language), \(answers.isEmpty ? "empty" : "spoiled")"
    let tongue = Tongue(language: language)
    for fault in faults {
      #expect(text.contains("id=\"\(fault.field)\""), "\(place): no place \(fault.field) to lead to")
      let words = Self.escaped(tongue.say(fault.phrase, ["n": .text(fault.filling)]))
      #expect(text.contains("id=\"\(fault.field)-fault\">\(words)<"), "\(place): nothing said at \(fault.field)")
    }
    for kept in answers.kept {
      #expect(text.contains(Self.escaped(kept)), "\(place): '\(kept.prefix(40))' is lost")
    }
    #expect(!text.contains("<b>kept"), "\(place): not escaped")
  }

  private static func escaped(_ text: String) -> String {
    var html = HTML()
    html.text(text)
    return html.markup
  }

  struct Open {
    let form: ActForm
    let path: String
    let visitor: Visitor
  }

  /// Each form with an address at which somebody may open it, as far as the sample has one.
  static func openForms(in copy: SampleCopy) throws -> [Open] {
    var open: [String: Open] = [:]
    let people = copy.people.map { copy.visitor($0.appointment, delegation: $0.delegation) }
    var seen: [String: Int] = [:]
    let things = try copy.things().filter { thing in
      guard !thing.isAtRest else { return false }
      let sort = "\(thing.id.kind) \(thing.stage)"
      seen[sort, default: 0] += 1
      return seen[sort, default: 0] <= 2
    }
    func note(_ kind: ObjectKind, _ act: String, on id: ObjectID?, _ visitor: Visitor) {
      guard let form = ActForm.leading(to: act, of: kind), open["\(kind) \(form.command)"] == nil else { return }
      open["\(kind) \(form.command)"] = Open(form: form, path: form.path(on: id), visitor: visitor)
    }
    for visitor in people {
      try copy.site.record.ledger.read(as: visitor.claim) { view in
        func look<T: RecordObject>(_ type: T.Type) throws {
          if let act = try view.opening(of: type) { note(T.kind, act.act, on: nil, visitor) }
          for thing in things where thing.id.kind == T.kind {
            guard let object = try view.visible(type, thing.id)?.object else { continue }
            for act in try view.acts(on: object) { note(T.kind, act.act, on: thing.id, visitor) }
          }
        }
        for kind in ObjectKind.allCases { try look(kind.type) }
      }
    }
    return open.sorted { $0.key < $1.key }.map(\.value)
  }
}

/// Answers with which something is wrong: none at all, or one of the wrong sort to every field.
struct BadAnswers {
  let isEmpty: Bool
  private(set) var fields = FormFields()
  /// What was written in boxes, and must be there again.
  private(set) var kept: [String] = []
  private var filled: [FormFields.Field] = []

  init(of form: ActForm, isEmpty: Bool) {
    self.isEmpty = isEmpty
    if !isEmpty { spoil(form.fields, prefix: "") }
    fields = FormFields(filled)
  }

  private mutating func add(_ name: String, _ value: String, isKept: Bool = false) {
    filled.append(.init(name, value))
    if isKept { kept.append(value) }
  }

  private mutating func spoil(_ declared: [ActField], prefix: String) {
    for field in declared { spoil(field, at: prefix + field.name) }
  }

  private mutating func spoil(_ field: ActField, at name: String) {
    switch field.sort {
    case .line(let limit): add(name, "<b>kept & \"\(name)\" " + String(repeating: "水", count: limit), isKept: true)
    case .text: add(name, "<b>kept & \"\(name)\"</b>\n第二行 'two'", isKept: true)
    case .lines: add(name, "<b>kept \(name)\ntwo", isKept: true)
    case .choice, .choices, .cooperationField, .cooperationFields: add(name, "no such choice")
    case .object, .objects: add(name, "XX-0")
    case .day: add(name, "2026-02-30", isKept: true)
    case .moment: add(name, "2026-03-31T25:61", isKept: true)
    case .whole: add(name, "99999999999999999999 \(name)", isKept: true)
    case .minorUnits, .amount: add(name, "1.2.3 \(name)", isKept: true)
    case .flag: add(name, "perhaps")
    case .group(let parts): spoil(parts, prefix: name + ".")
    case .list(let parts): spoil(parts, prefix: "\(name).0.")
    case .ordinal: break
    case .part, .parts: add(name, "no such part")
    case .variant(let cases, _), .tagged(let cases, _):
      // The last case has most to say.
      guard let chosen = cases.last(where: { !$0.fields.isEmpty }) ?? cases.last else { return }
      add(name, chosen.code)
      spoil(chosen.fields, prefix: "\(name).\(chosen.code).")
    }
  }
}
