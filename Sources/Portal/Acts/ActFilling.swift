import Foundation
import Registry

/// The answers that stand for a command: the other way round from ``ActAnswers``, for forms that begin with what the
/// record knows.
struct ActFilling {
  private(set) var fields: [FormFields.Field] = []
  private let digits: Int
  private let zone: TimeZone

  /// - Parameters:
  ///   - form: the form to fill in.
  ///   - command: a command of the form's kind and name.
  ///   - digits: how many decimals the money has.
  ///   - zone: the time zone in which moments are told.
  /// - Throws: an `EncodingError` when the command cannot be written as JSON.
  init(_ form: ActForm, _ command: some RecordCommand, digits: Int, zone: TimeZone = .gmt) throws {
    (self.digits, self.zone) = (digits, zone)
    let written = try JSONSerialization.jsonObject(with: Data(CanonicalJSON.bytes(of: command)))
    let parts = (written as? [String: Any])?[form.command] as? [String: Any]
    fill(form.fields, parts ?? [:], prefix: "")
  }

  private mutating func fill(_ declared: [ActField], _ parts: [String: Any], prefix: String) {
    for field in declared {
      let name = prefix + field.name
      if let value = parts[field.name] { fill(field, value, at: name) }
      if case .tagged(let cases, _) = field.sort,
        let chosen = cases.first(where: { $0.code == parts[field.name] as? String })
      {
        fill(chosen.fields, parts, prefix: "\(name).\(chosen.code).")
      }
    }
  }

  private mutating func fill(_ field: ActField, _ value: Any, at name: String) {
    func add(_ text: String) { fields.append(FormFields.Field(name, text)) }
    let number = (value as? NSNumber)?.int64Value ?? 0
    switch field.sort {
    case .flag: if (value as? NSNumber)?.boolValue == true { add("yes") }
    case .group(let parts): fill(parts, value as? [String: Any] ?? [:], prefix: name + ".")
    case .list(let parts):
      for (row, one) in (value as? [Any] ?? []).enumerated() {
        // A list of answers to one field has them without a name.
        let isPlain = parts.count == 1 && parts[0].name == "_"
        fill(parts, isPlain ? ["_": one] : one as? [String: Any] ?? [:], prefix: "\(name).\(row).")
      }
    case .ordinal: break
    case .variant(let cases, _):
      let written = value as? [String: Any] ?? [:]
      guard let chosen = cases.first(where: { written[$0.code] != nil }) else { return }
      add(chosen.code)
      fill(chosen.fields, written[chosen.code] as? [String: Any] ?? [:], prefix: "\(name).\(chosen.code).")
    case .objects, .choices, .cooperationFields, .parts: for one in value as? [String] ?? [] { add(one) }
    case .lines: add((value as? [String] ?? []).joined(separator: "\n"))
    case .moment: add(TypedMoment.written(number, in: zone))
    case .whole: add(String(number))
    case .part(let isNumber, _): add(isNumber ? String(number) : value as? String ?? "")
    case .minorUnits: add(Self.decimal(number, digits: digits))
    case .amount:
      add(Self.decimal(((value as? [String: Any])?["minor"] as? NSNumber)?.int64Value ?? 0, digits: digits))
    case .line, .text, .choice, .object, .cooperationField, .day, .tagged: add(value as? String ?? "")
    }
  }

  /// `-1234.50`, as ``ActAnswers/minorUnits(_:digits:)`` reads it.
  static func decimal(_ minor: Int64, digits: Int) -> String {
    let plain = String(minor.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - plain.count)) + plain
    let text = digits == 0 ? padded : "\(padded.dropLast(digits)).\(padded.suffix(digits))"
    return minor < 0 ? "-" + text : text
  }
}

extension ActPage {
  /// What the form begins with: what the thing proposes, and instead of it what the link says.
  func beginning() throws -> FormFields {
    let asked = prefilled
    guard let thing, let command = try thing.object.beginning(of: form.command, asked: asked, in: reading) else {
      return asked
    }
    let proposed = try ActFilling(
      form, command, digits: reading.currency(of: thing.object).minorDigits, zone: reading.zone)
    let named = Set(asked.fields.map(\.name))
    return FormFields(proposed.fields.filter { !named.contains($0.name) } + asked.fields)
  }
}
