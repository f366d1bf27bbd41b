import Foundation
import Registry
import Reporting

/// What somebody filled in, read as the command it stands for, or the fields in which something is wrong.
struct ActAnswers {
  /// What is wrong in one field.
  struct Fault: Hashable {
    /// The field as the form calls it, such as `measure.amount`.
    let field: String
    let phrase: AnswerPhrase
    var filling: String = ""
  }

  private(set) var faults: [Fault] = []
  /// What was read: the command's own parts, ready to be written as JSON.
  private(set) var parts: [String: Any] = [:]
  private let currency: String
  private let zone: TimeZone

  /// - Parameters:
  ///   - form: what was asked.
  ///   - fields: what was filled in.
  ///   - digits: how many decimals the region's money has.
  ///   - currency: the currency of amounts, by its code.
  ///   - zone: the time zone in which moments are told.
  init(_ form: ActForm, _ fields: FormFields, digits: Int, currency: String = "CNY", zone: TimeZone = .gmt) {
    (self.currency, self.zone) = (currency, zone)
    parts = read(form.fields, fields, prefix: "", digits: digits)
  }

  /// The order that was asked for.
  ///
  /// - Throws: a `DecodingError` when the declaration of the form and the command part ways.
  func order(_ form: ActForm, on object: ObjectID?, prepared: Int?) throws -> Order {
    var order: [String: Any] = ["kind": form.kind.rawValue, "command": [form.command: parts]]
    if let object { order["object"] = object.description }
    if let prepared { order["prepared"] = prepared }
    let data = try JSONSerialization.data(withJSONObject: order, options: [.sortedKeys])
    return try JSONDecoder().decode(Order.self, from: data)
  }

  private mutating func read(
    _ declared: [ActField], _ fields: FormFields, prefix: String, digits: Int
  ) -> [String: Any] {
    var parts: [String: Any] = [:]
    for field in declared {
      let name = prefix + field.name
      if let value = value(of: field, fields, at: name, digits: digits) { parts[field.name] = value }
      if case .tagged(let cases, _) = field.sort, let chosen = cases.first(where: { $0.code == fields[name] }) {
        let beside = read(chosen.fields, fields, prefix: "\(name).\(chosen.code).", digits: digits)
        parts.merge(beside) { own, _ in own }
      }
    }
    return parts
  }

  private mutating func wrong(_ field: String, _ phrase: AnswerPhrase, _ filling: String = "") -> Any? {
    faults.append(Fault(field: field, phrase: phrase, filling: filling))
    return nil
  }

  /// What a field says; nothing when it is left out or wrong.
  private mutating func value(of field: ActField, _ fields: FormFields, at name: String, digits: Int) -> Any? {
    let text = (fields[name] ?? "").replacing("\r\n", with: "\n").trimmingCharacters(in: .whitespacesAndNewlines)
    switch field.sort {
    case .flag: return fields[name] == "yes"
    case .group(let parts):
      guard !field.isOptional || fields.hasAnswer(under: name) else { return nil }
      return read(parts, fields, prefix: name + ".", digits: digits)
    case .list(let parts): return list(parts, fields, at: name, isOptional: field.isOptional, digits: digits)
    case .variant(let cases, _):
      guard let chosen = cases.first(where: { $0.code == text }) else {
        return field.isOptional && text.isEmpty ? nil : wrong(name, .chooseOne)
      }
      return [chosen.code: read(chosen.fields, fields, prefix: "\(name).\(chosen.code).", digits: digits)]
    case .ordinal: return nil  // the list that the row is in counts it
    case .tagged(let cases, _):
      return cases.contains { $0.code == text } ? text : wrong(name, .chooseOne)
    case .objects, .choices, .cooperationFields, .parts:
      return several(field, fields.all(name).filter { !$0.isEmpty }, at: name)
    case .lines:
      if let control = Self.control(in: text) { return wrong(name, .control, control) }
      let lines = text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
      return lines.isEmpty && !field.isOptional ? wrong(name, .empty) : lines
    default: break
    }
    guard !text.isEmpty else { return field.isOptional ? nil : wrong(name, .empty) }
    return single(field, text, at: name, digits: digits)
  }

  private mutating func single(_ field: ActField, _ text: String, at name: String, digits: Int) -> Any? {
    switch field.sort {
    case .line(let limit): return text.contains("\n") ? wrong(name, .brokenLine) : written(text, limit, at: name)
    case .text(let limit): return written(text, limit, at: name)
    case .choice(let codes, _): return codes.contains(text) ? text : wrong(name, .chooseOne)
    case .cooperationField: return text
    case .part(let isNumber, _):
      return isNumber ? Int64(text).map { NSNumber(value: $0) } ?? wrong(name, .chooseOne) : text
    case .object(let kinds):
      // A number may be followed by a name, as lists of suggestions write it.
      let number = String(text.prefix { !$0.isWhitespace })
      guard let id = ObjectID(number), kinds.contains(id.kind) else { return wrong(name, .noNumber) }
      return id.description
    case .day: return CalendarDay(text).map(\.description) ?? wrong(name, .noDay)
    case .moment: return TypedMoment.read(text, in: zone).map { NSNumber(value: $0) } ?? wrong(name, .noMoment)
    case .whole: return Int64(text).map { NSNumber(value: $0) } ?? wrong(name, .noWhole)
    case .minorUnits: return Self.minorUnits(text, digits: digits).map { NSNumber(value: $0) } ?? wrong(name, .noAmount)
    case .amount:
      guard let minor = Self.minorUnits(text, digits: digits) else { return wrong(name, .noAmount) }
      return ["currency": currency, "minor": NSNumber(value: minor)] as [String: Any]
    default: preconditionFailure("a field of several parts is read by its parts")
    }
  }

  private mutating func written(_ text: String, _ limit: Int, at name: String) -> Any? {
    if let control = Self.control(in: text) { return wrong(name, .control, control) }
    return text.unicodeScalars.count <= limit ? text : wrong(name, .tooLong, String(limit))
  }

  /// The first character of a text that no page can show, such as `U+1B`; line ends and tabs may stand in a text.
  ///
  /// The record refuses it too; but before that the answers are shown once more, where something else would stand in
  /// its place.
  private static func control(in text: String) -> String? {
    let found = text.unicodeScalars.first { $0.properties.generalCategory == .control && $0 != "\n" && $0 != "\t" }
    return found.map { "U+" + String($0.value, radix: 16, uppercase: true) }
  }

  private mutating func several(_ field: ActField, _ chosen: [String], at name: String) -> Any? {
    guard !chosen.isEmpty || field.isOptional else { return wrong(name, .chooseSome) }
    switch field.sort {
    case .objects(let kinds):
      let ids = chosen.compactMap { ObjectID($0) }.filter { kinds.contains($0.kind) }
      return ids.count == chosen.count ? Set(ids).sorted().map(\.description) : wrong(name, .noNumber)
    case .choices(let codes, _):
      return chosen.allSatisfy(codes.contains) ? codes.filter(chosen.contains) : wrong(name, .chooseSome)
    case .parts: return chosen
    default: return Set(chosen).sorted()
    }
  }

  /// The rows of a list in which anything was filled in.
  private mutating func list(
    _ parts: [ActField], _ fields: FormFields, at name: String, isOptional: Bool, digits: Int
  ) -> Any? {
    var rows: [Any] = []
    let filled = (0..<Self.mostRows).filter { fields.hasAnswer(under: "\(name).\($0)") }
    for row in filled {
      let prefix = "\(name).\(row)."
      var answers = read(parts, fields, prefix: prefix, digits: digits)
      for part in parts { if case .ordinal = part.sort { answers[part.name] = rows.count + 1 } }
      if parts.count == 1, parts[0].name == "_" {
        if let answer = answers["_"] { rows.append(answer) }
      } else {
        rows.append(answers)
      }
    }
    return filled.isEmpty && !isOptional ? wrong(name + ".0", .empty) : rows
  }

  /// How many rows a list may have.
  static let mostRows = 50

  /// `-1,234.50` in minor units; nothing when it has more decimals than the money, or does not fit.
  static func minorUnits(_ text: String, digits: Int) -> Int64? {
    let isNegative = text.hasPrefix("-") || text.hasPrefix("\u{2212}")
    let parts = text.dropFirst(isNegative ? 1 : 0).filter { $0 != "," }.split(
      separator: ".", omittingEmptySubsequences: false)
    let isOfDigits = parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
    guard (1...2).contains(parts.count), !parts[0].isEmpty, isOfDigits else { return nil }
    let decimals = parts.count == 2 ? parts[1] : ""
    guard decimals.count <= digits, parts.count == 1 || !decimals.isEmpty else { return nil }
    let padded = decimals + String(repeating: "0", count: digits - decimals.count)
    return Int64((isNegative ? "-" : "") + parts[0] + padded)
  }
}

extension FormFields {
  /// Whether anything was filled in of what belongs to a name.
  func hasAnswer(under name: String) -> Bool {
    fields.contains { $0.name.hasPrefix("\(name).") && !$0.value.isEmpty }
  }
}

/// What is wrong with an answer, and what would be right.
enum AnswerPhrase: String, Phrase {
  case empty, tooLong, chooseOne, chooseSome, noNumber, noDay, noMoment, noWhole, noAmount, nothingToChoose, control,
    brokenLine, notOffered, notThere, refused

  var wording: Wording {
    switch self {
    case .empty: Wording("Fill this in", "请填写此项")
    case .tooLong: Wording("Shorten this to {n} characters", "请缩短至{n}字以内")
    case .chooseOne: Wording("Choose one", "请选择一项")
    case .chooseSome: Wording("Choose at least one", "请至少选择一项")
    case .noNumber: Wording("Give a number of the record, such as {n}AG-3", "请填写编号，例如 {n}AG-3")
    case .noDay: Wording("Write a day as year-month-day, such as 2026-03-31", "请按“年-月-日”填写，例如 2026-03-31")
    case .noMoment:
      Wording("Write day and time, such as 2026-03-31T12:00", "请填写日期和时间，例如 2026-03-31T12:00")
    case .nothingToChoose: Wording("There is nothing to choose from here yet", "此处暂无可选项")
    case .control: Wording("Take out the control character {n}", "请删去控制字符 {n}")
    case .brokenLine: Wording("Write this on one line", "请写在一行内")
    case .notOffered: Wording("Choose among what is offered here", "请从此处所列选项中选择")
    case .notThere: Wording("There is no {n} that you may see; check the number", "没有您可以查看的{n}，请核对编号")
    // What the record says of an answer, in its own words.
    case .refused: Wording("{n}", "{n}")
    case .noWhole: Wording("Write a whole number", "请填写整数")
    case .noAmount:
      Wording("Write an amount such as 1,234.50, without currency", "请填写金额，例如 1,234.50，不带货币符号")
    }
  }
}
