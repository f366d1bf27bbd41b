import Foundation
import Registry
import Reporting

/// Writes the fields of a form with what was filled in and what is wrong; and tells the answers once more.
struct FieldWriter {
  let reading: Reading
  let values: FormFields
  let faults: [ActAnswers.Fault]

  /// The most things that are offered for choice; beyond it a number is typed.
  static let mostCandidates = 300

  /// The fields, one below the other.
  func write(_ fields: [ActField], prefix: String = "", _ html: inout HTML) {
    for field in fields { write(field, at: prefix + field.name, &html) }
  }

  private func write(_ field: ActField, at name: String, _ html: inout HTML) {
    switch field.sort {
    case .group(let parts):
      together(field, name, &html) {
        write(field.isOptional ? parts.map(\.optional) : parts, prefix: name + ".", &$0)
      }
    case .list(let parts):
      together(field, name, &html) { html in
        for row in 0..<rows(of: name) {
          let place = "\(name).\(row)"
          html.element("fieldset", ["class": fault(place) == nil ? "row" : "row wrong", "id": place]) { html in
            html.element("legend", text: "\(reading.say(field.label)) \(row + 1)")
            if let fault = fault(place) {
              html.element("span", ["class": "fault", "id": "\(place)-fault"], text: fault)
            }
            write(row == 0 ? parts : parts.map(\.optional), prefix: "\(place).", &html)
          }
        }
      }
    case .variant(let cases, let word), .tagged(let cases, let word):
      choice(field, name, cases.map { ($0.code, word(reading, $0.code)) }, isOne: true, &html)
      for (code, parts) in cases where !parts.isEmpty {
        html.element("fieldset", ["class": "row"]) { html in
          html.element("legend", text: word(reading, code))
          write(parts.map(\.optional), prefix: "\(name).\(code).", &html)
        }
      }
    case .choice(let codes, let word): choice(field, name, codes.map { ($0, word(reading, $0)) }, isOne: true, &html)
    case .choices(let codes, let word): choice(field, name, codes.map { ($0, word(reading, $0)) }, isOne: false, &html)
    case .cooperationField: choice(field, name, cooperationFields, isOne: true, &html)
    case .cooperationFields: choice(field, name, cooperationFields, isOne: false, &html)
    case .objects(let kinds): choice(field, name, candidates(kinds) ?? [], isOne: false, &html)
    case .flag: choice(field, name, [("yes", reading.say(field.label))], isOne: false, &html)
    case .object(let kinds):
      if let candidates = candidates(kinds) {
        select(field, name, candidates, &html)
      } else {
        box(field, name, "text", hint: nil, &html)
      }
    case .ordinal: break
    case .part(_, let options):
      let offered = options(reading, values)
      // Without options the code is typed, if there must be one or somebody typed one.
      if offered.isEmpty {
        if !field.isOptional || !(values[name] ?? "").isEmpty { box(field, name, "text", hint: nil, &html) }
      } else {
        choice(field, name, offered.map { ($0.code, $0.text) }, isOne: true, &html)
      }
    case .parts(let options):
      choice(field, name, options(reading, values).map { ($0.code, $0.text) }, isOne: false, &html)
    case .line, .whole, .minorUnits, .amount: box(field, name, "text", hint: nil, &html)
    case .day: box(field, name, "date", hint: .dayHint, &html)
    case .moment: box(field, name, "datetime-local", hint: .momentHint, &html)
    case .text: area(field, name, hint: nil, &html)
    case .lines: area(field, name, hint: .linesHint, &html)
    }
  }

  /// As many rows as are filled in, and one more; at least two.
  private func rows(of name: String) -> Int {
    let filled = (0..<ActAnswers.mostRows).last { row in
      values.fields.contains { $0.name.hasPrefix("\(name).\(row).") && !$0.value.isEmpty }
    }
    return min(ActAnswers.mostRows, max(4, (filled ?? 0) + 3))
  }

  // MARK: Pieces

  private func label(_ field: ActField) -> String {
    let label = reading.say(field.label)
    return field.isOptional ? reading.say(WordPhrase.optional, ["label": .text(label)]) : label
  }

  private func fault(_ name: String) -> String? {
    faults.first { $0.field == name }.map { reading.say($0.phrase, ["n": .text($0.filling)]) }
  }

  private func framed(_ name: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
    html.element("div", ["class": fault(name) == nil ? "field" : "field wrong"], content: content)
  }

  /// Hint and fault, by which the field is described.
  private func describe(_ field: ActField, _ name: String, _ hint: WordPhrase?, _ html: inout HTML) {
    let zone = ["zone": Filling.text(reading.zone.identifier)]
    let texts = [field.hint.map { reading.say($0) }, hint.map { reading.say($0, zone) }].compactMap { $0 }
    if !texts.isEmpty {
      html.element("span", ["class": "hint", "id": "\(name)-hint"], text: joined(texts))
    }
    if let fault = fault(name) { html.element("span", ["class": "fault", "id": "\(name)-fault"], text: fault) }
  }

  /// Hints one after the other, each ended by a mark.
  private func joined(_ hints: [String]) -> String {
    let isEnglish = reading.language == .english
    return hints.enumerated().map { index, hint in
      let isEnded = index == hints.count - 1 || hint.hasSuffix(isEnglish ? "." : "。")
      return isEnded ? hint : hint + (isEnglish ? "." : "。")
    }.joined(separator: isEnglish ? " " : "")
  }

  private func described(_ field: ActField, _ name: String, _ hint: WordPhrase?) -> String {
    var ids: [String] = []
    if field.hint != nil || hint != nil { ids.append("\(name)-hint") }
    if fault(name) != nil { ids.append("\(name)-fault") }
    return ids.joined(separator: " ")
  }

  private func box(_ field: ActField, _ name: String, _ type: String, hint: WordPhrase?, _ html: inout HTML) {
    framed(name, &html) { html in
      html.element("label", ["for": name], text: label(field))
      describe(field, name, hint, &html)
      html.void(
        "input",
        [
          "type": type, "id": name, "name": name, "value": values[name] ?? "", "autocomplete": "off",
          "aria-describedby": described(field, name, hint),
        ])
    }
  }

  private func area(_ field: ActField, _ name: String, hint: WordPhrase?, _ html: inout HTML) {
    framed(name, &html) { html in
      html.element("label", ["for": name], text: label(field))
      describe(field, name, hint, &html)
      html.element(
        "textarea", ["id": name, "name": name, "aria-describedby": described(field, name, hint)],
        text: values[name] ?? "")
    }
  }

  private func select(_ field: ActField, _ name: String, _ options: [(String, String)], _ html: inout HTML) {
    framed(name, &html) { html in
      html.element("label", ["for": name], text: label(field))
      describe(field, name, nil, &html)
      html.element("select", ["id": name, "name": name, "aria-describedby": described(field, name, nil)]) { html in
        html.option("", "–", isChosen: (values[name] ?? "").isEmpty)
        for (value, text) in options { html.option(value, text, isChosen: values[name] == value) }
      }
    }
  }

  private func choice(
    _ field: ActField, _ name: String, _ options: [(String, String)], isOne: Bool, _ html: inout HTML
  ) {
    together(field, name, &html) { html in
      if options.isEmpty { html.element("p", ["id": name], text: reading.say(AnswerPhrase.nothingToChoose)) }
      let chosen = Set(values.all(name))
      for (index, (value, text)) in options.enumerated() {
        // The first has the field's own name as its id, so that the summary of errors leads to it.
        let id = index == 0 ? name : "\(name)-\(value)"
        html.element("div", ["class": "choice"]) { html in
          let type = isOne ? "radio" : "checkbox"
          if chosen.contains(value) {
            html.void("input", ["type": type, "id": id, "name": name, "value": value, "checked": "checked"])
          } else {
            html.void("input", ["type": type, "id": id, "name": name, "value": value])
          }
          html.element("label", ["for": id], text: text)
        }
      }
    }
  }

  private func together(_ field: ActField, _ name: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
    framed(name, &html) { html in
      html.element("fieldset") { html in
        html.element("legend", text: label(field))
        describe(field, name, nil, &html)
        content(&html)
      }
    }
  }

  // MARK: What can be chosen

  private var cooperationFields: [(String, String)] {
    (reading.region?.charter.fields ?? []).map { ($0, reading.word(CooperationFieldPhrase.self, $0)) }
  }

  /// The things of some kinds that the visitor may see and choose; nothing when there are too many for a list.
  private func candidates(_ kinds: [ObjectKind]) -> [(String, String)]? {
    var found: [(String, String)] = []
    for kind in kinds {
      let ids = reading.ids(of: kind, atMost: Self.mostCandidates + 1)
      guard found.count + ids.count <= Self.mostCandidates else { return nil }
      found += ids.map { id in
        let name = reading.name(of: id)
        return (id.description, name == id.description ? name : "\(id) \(name)")
      }
    }
    return found
  }

  // MARK: Telling

  /// The answers as facts, for who checks them.
  func tell(_ fields: [ActField], prefix: String = "", _ html: inout HTML) {
    for field in fields {
      let name = prefix + field.name
      switch field.sort {
      case .group(let parts): tell(parts, prefix: name + ".", &html)
      case .list(let parts):
        for row in 0..<ActAnswers.mostRows
        where values.fields.contains(where: { $0.name.hasPrefix("\(name).\(row).") && !$0.value.isEmpty }) {
          tell(parts, prefix: "\(name).\(row).", &html)
        }
      case .variant(let cases, let word), .tagged(let cases, let word):
        guard let chosen = cases.first(where: { $0.code == values[name] }) else { continue }
        html.fact(reading.say(field.label), word(reading, chosen.code))
        tell(chosen.fields, prefix: "\(name).\(chosen.code).", &html)
      case .choice(_, let word), .choices(_, let word):
        html.fact(reading.say(field.label), reading.tongue.row(values.all(name).map { word(reading, $0) }))
      case .cooperationField, .cooperationFields:
        let words = values.all(name).map { reading.word(CooperationFieldPhrase.self, $0) }
        html.fact(reading.say(field.label), reading.tongue.row(words))
      case .object, .objects:
        let names = values.all(name).map { text in ObjectID(text).map { reading.name(of: $0) } ?? text }
        html.fact(reading.say(field.label), reading.tongue.row(names))
      case .ordinal: break
      case .part(_, let options), .parts(let options):
        let offered = options(reading, values)
        let words = values.all(name).map { code in offered.first { $0.code == code }?.text ?? code }
        html.fact(reading.say(field.label), reading.tongue.row(words))
      case .text, .lines: html.fact(reading.say(field.label)) { $0.writing(values[name] ?? "") }
      case .moment:
        let moment = values[name].flatMap { TypedMoment.read($0, in: reading.zone) }
        html.fact(reading.say(field.label), moment.map { reading.moment(Instant(milliseconds: $0)) } ?? "")
      default: html.fact(reading.say(field.label), values[name] ?? "")
      }
    }
  }
}

extension ActField {
  /// The same field where nothing need be filled in.
  fileprivate var optional: ActField { ActField(name, label, sort, hint: hint, isOptional: true) }
}

extension Reading {
  /// The numbers of a kind that the visitor may see, in their order.
  func ids(of kind: ObjectKind, atMost limit: Int) -> [ObjectID] {
    func ids<T: RecordObject>(_ type: T.Type) -> [ObjectID] {
      ((try? view.visible(all: type, limit: limit)) ?? []).map(\.object.id)
    }
    return ids(kind.type)
  }
}
