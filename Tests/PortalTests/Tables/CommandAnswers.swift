import Foundation
import Registry

@testable import Portal

/// The answers with which somebody would fill in a form to order a command: the other way round from `ActAnswers`.
struct CommandAnswers {
  private(set) var fields: [FormFields.Field] = []

  /// - Parameters:
  ///   - order: what is to be ordered.
  ///   - digits: how many decimals money has.
  init(_ order: Order, _ form: ActForm, digits: Int) throws {
    let command = try JSONSerialization.jsonObject(with: Data(order.command.utf8))
    let parts = (command as? [String: Any])?[form.command] as? [String: Any]
    guard let parts else { throw NoSuchPart(name: form.command) }
    fill(form.fields, parts, prefix: "", digits: digits)
  }

  struct NoSuchPart: Error { let name: String }

  private mutating func fill(_ declared: [ActField], _ parts: [String: Any], prefix: String, digits: Int) {
    for field in declared {
      if let value = parts[field.name] { fill(field, value, at: prefix + field.name, digits: digits) }
    }
  }

  private mutating func fill(_ field: ActField, _ value: Any, at name: String, digits: Int) {
    func add(_ text: String) { fields.append(.init(name, text)) }
    switch field.sort {
    case .group(let declared):
      if let parts = value as? [String: Any] { fill(declared, parts, prefix: name + ".", digits: digits) }
    case .list(let declared):
      for (row, entry) in ((value as? [Any]) ?? []).enumerated() {
        let prefix = "\(name).\(row)."
        if declared.count == 1, declared[0].name == "_" {
          fill(declared[0], entry, at: prefix + "_", digits: digits)
        } else if let parts = entry as? [String: Any] {
          fill(declared, parts, prefix: prefix, digits: digits)
        }
      }
    case .variant(let cases, _):
      for (code, parts) in (value as? [String: Any]) ?? [:] {
        add(code)
        guard let chosen = cases.first(where: { $0.code == code }), let parts = parts as? [String: Any] else {
          continue
        }
        fill(chosen.fields, parts, prefix: "\(name).\(code).", digits: digits)
      }
    case .choices, .objects, .cooperationFields, .parts:
      for one in (value as? [String]) ?? [] { add(one) }
    case .lines: add(((value as? [String]) ?? []).joined(separator: "\n"))
    case .flag: if value as? Bool == true { add("yes") }
    case .moment:
      if let number = value as? NSNumber { add(Instant(milliseconds: number.int64Value).description) }
    case .minorUnits:
      guard let number = value as? NSNumber else { return }
      let text = String(number.int64Value.magnitude)
      let padded = String(repeating: "0", count: max(0, digits + 1 - text.count)) + text
      let whole = padded.dropLast(digits)
      add((number.int64Value < 0 ? "-" : "") + (digits == 0 ? whole : "\(whole).\(padded.suffix(digits))"))
    case .ordinal: break
    default: add("\(value)")
    }
  }

  /// What the answers become, as the form reads them.
  static func reordered(_ order: Order, through form: ActForm, digits: Int = 2) throws -> Order {
    let fields = FormFields(try CommandAnswers(order, form, digits: digits).fields)
    let answers = ActAnswers(form, fields, digits: digits)
    guard answers.faults.isEmpty else { throw WrongAnswers(faults: answers.faults) }
    return try answers.order(form, on: order.object, prepared: order.prepared)
  }

  struct WrongAnswers: Error { let faults: [ActAnswers.Fault] }
}

/// The kinds whose forms are tested here.
enum TableKinds {
  static let all: [ObjectKind] = [.negotiationTable, .incentiveCase, .dispute, .evaluation]
}

/// A demonstration that keeps the orders that were sent.
struct OverheardDemonstration: DemonstrationRecord {
  // Commitments that differ are enough for decisions.
  private var record = MemoryDemonstration(
    MemoryRecord { content in
      let digits = String(content.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 16)
      return String(repeating: "0", count: 64 - digits.count) + digits
    })
  private(set) var orders: [Order] = []

  mutating func submit(
    _ order: Order, by person: DemonstrationPerson, at moment: Instant
  ) throws -> [ObjectID] {
    orders.append(order)
    return try record.submit(order, by: person, at: moment)
  }

  mutating func advance(to moment: Instant) throws { try record.advance(to: moment) }
  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) throws -> T? { record.object(type, id) }

  /// The orders of the sample region.
  static let played = Result { try DemonstrationRegion(seed: 7).play(in: OverheardDemonstration()).record.orders }
}
