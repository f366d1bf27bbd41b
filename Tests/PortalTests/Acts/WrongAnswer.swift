import Registry
import Reporting

@testable import Portal

/// A form filled in rightly but for one answer.
struct WrongAnswer {
  /// In which way the one answer is wrong.
  enum Way: String, CaseIterable {
    case missing, tooLong, noChoice, noNumber, otherKind, notThere, noDay, noMoment, noWhole, noAmount, control,
      brokenLine
  }

  let way: Way
  /// The field as the form calls it.
  let name: String
  let field: ActField
  let answers: FormFields

  /// The names of all answers that are as they should be.
  var otherNames: Set<String> { Set(answers.fields.map(\.name)).subtracting([name]) }

  /// Where something may be said of it: of a list without a row, at its first.
  var places: [String] { [name, name + ".0"] }

  /// Whether it is wrong whatever the record holds.
  var isFoundByReading: Bool {
    switch (way, field.sort) {
    case (.notThere, _), (.noChoice, .cooperationField), (.noChoice, .cooperationFields), (.noChoice, .parts),
      (.noChoice, .part(isNumber: false, _)), (.tooLong, .lines):
      false
    default: true
    }
  }

  /// Every way in which one answer to a form can be wrong.
  ///
  /// - Parameter right: the form filled in rightly.
  static func all(in form: ActForm, filledIn right: FormFields) -> [WrongAnswer] {
    var wrong: [WrongAnswer] = []
    spoil(form.fields, prefix: "", right, &wrong)
    return wrong
  }

  private static func spoil(
    _ declared: [ActField], prefix: String, _ right: FormFields, _ wrong: inout [WrongAnswer]
  ) {
    for field in declared {
      let name = prefix + field.name
      for way in Way.allCases {
        guard let answers = field.spoiled(way, at: name, right) else { continue }
        wrong.append(WrongAnswer(way: way, name: name, field: field, answers: answers))
      }
      switch field.sort {
      case .group(let parts): if right.hasAnswer(under: name) { spoil(parts, prefix: name + ".", right, &wrong) }
      // One row stands for all: a later one is read in the same way.
      case .list(let parts):
        if right.hasAnswer(under: "\(name).0") { spoil(parts, prefix: "\(name).0.", right, &wrong) }
      case .variant(let cases, _), .tagged(let cases, _):
        guard let chosen = cases.first(where: { $0.code == right[name] }) else { continue }
        spoil(chosen.fields, prefix: "\(name).\(chosen.code).", right, &wrong)
      default: break
      }
    }
  }
}

extension ActField {
  /// The answers with this one wrong; nothing when it cannot be wrong in this way.
  fileprivate func spoiled(_ way: WrongAnswer.Way, at name: String, _ right: FormFields) -> FormFields? {
    if way == .missing { return withoutAnswer(at: name, in: right) }
    guard let value = wrongValue(way, instead: right[name]) else { return nil }
    // A row that is not there is not begun for a wrong answer's sake, nor is a part that is left out.
    let parents = name.split(separator: ".").dropLast().joined(separator: ".")
    guard parents.isEmpty || right.hasAnswer(under: parents) else { return nil }
    return FormFields(right.fields.filter { $0.name != name } + [.init(name, value)])
  }

  private func withoutAnswer(at name: String, in right: FormFields) -> FormFields? {
    guard !isOptional else { return nil }
    switch sort {
    case .flag, .ordinal, .group: return nil
    case .list:
      let left = right.fields.filter { !$0.name.hasPrefix(name + ".") }
      return left.count == right.fields.count ? nil : FormFields(left)
    default:
      let left = FormFields(right.fields.filter { $0.name != name })
      // The only answer of a row is not missing in it: without it there is no row.
      let row = name.split(separator: ".").dropLast().joined(separator: ".")
      return row.isEmpty || left.hasAnswer(under: row) ? left : nil
    }
  }

  private func wrongValue(_ way: WrongAnswer.Way, instead right: String?) -> String? {
    switch (way, sort) {
    case (.tooLong, .line(let limit)), (.tooLong, .text(let limit)): String(repeating: "水", count: limit + 1)
    case (.tooLong, .lines): String(repeating: "水", count: 100_000)
    case (.control, .line), (.control, .text), (.control, .lines): (right ?? "Neither") + "\u{1B}[2J"
    case (.brokenLine, .line): (right ?? "Neither") + "\nnor"
    case (.noChoice, .choice), (.noChoice, .choices), (.noChoice, .variant), (.noChoice, .tagged),
      (.noChoice, .cooperationField), (.noChoice, .cooperationFields), (.noChoice, .part), (.noChoice, .parts):
      "no such choice"
    case (.notThere, .part(isNumber: true, _)): "987654"
    case (.noNumber, .object), (.noNumber, .objects): "XX-0"
    case (.otherKind, .object(let kinds)), (.otherKind, .objects(let kinds)):
      ObjectKind.allCases.first { !kinds.contains($0) }.map { ObjectID($0, 1).description }
    case (.notThere, .object(let kinds)), (.notThere, .objects(let kinds)): ObjectID(kinds[0], 987_654).description
    case (.noDay, .day): "2026-02-30"
    case (.noMoment, .moment): "2026-02-30T12:00"
    case (.noWhole, .whole): "twelve"
    case (.noAmount, .minorUnits), (.noAmount, .amount): "12.345.678"
    default: nil
    }
  }
}
