import Foundation
import Registry
import Reporting

/// Takes orders from programs: `POST /api/orders` with the order as JSON, and beside it the key that makes it happen
/// once.
///
///     {"command":{"file":{}},"key":"5f3c…","kind":"PD","object":"PD-3","prepared":2}
///
/// The session and its token stand in header fields, which the server has checked before.
struct OrderOutlet {
  let visit: Visit
  let site: Site

  /// The most bytes an order may have.
  static let mostBytes = 1_000_000

  /// What stands beside the order.
  private struct Marks: Decodable {
    let key: String?
    let delegation: ObjectID?
  }

  func answer() async throws -> Reply {
    guard visit.content.count <= Self.mostBytes else {
      return fault(.tooLarge, "tooLarge", say(.tooLarge))
    }
    let data = Data(visit.content)
    let order: Order
    let marks: Marks
    do {
      order = try JSONDecoder().decode(Order.self, from: data)
      marks = try JSONDecoder().decode(Marks.self, from: data)
    } catch {
      return fault(.badRequest, "notAnOrder", "\(say(.notAnOrder)) \(Self.place(of: error))")
    }
    guard let key = marks.key.flatMap(CommandKey.init) else { return fault(.badRequest, "noKey", say(.noKey)) }
    do {
      let claim = try claim(for: order, under: marks.delegation)
      let receipt = try await site.record.ledger.submit(order, by: claim, key: key)
      return .json(try Self.text(of: receipt), status: receipt.isRepeated ? .ok : .created)
    } catch let refusal as Refusal {
      return fault(refusal.status, refusal.code, RefusalWords(visit.tongue, about: order.kind).text(refusal))
    }
  }

  /// Under which delegation the order is sent: the one that was named, or the one that lets the act be done.
  private func claim(for order: Order, under delegation: ObjectID?) throws -> Claim {
    let own = visit.visitor.claim
    guard let appointment = own.appointment else { return own }
    if let delegation {
      return Claim(appointment: appointment, delegation: delegation, secondFactor: own.secondFactor)
    }
    let found = try site.read(visit) { reading in
      func look<T: RecordObject>(_ type: T.Type) throws -> ObjectID? {
        guard let form = ActForm.of(T.kind, order.commandName) else { return nil }
        guard let id = order.object else { return try reading.view.opening(of: type)?.delegation }
        guard let thing = try reading.view.visible(type, id)?.object else { return nil }
        return try reading.view.acts(on: thing).first { form.acts.contains($0.act) }?.delegation
      }
      return try look(order.kind.type)
    }
    return found.map { Claim(appointment: appointment, delegation: $0, secondFactor: own.secondFactor) } ?? own
  }

  private static func text(of receipt: Receipt) throws -> String {
    struct Change: Encodable {
      let object: ObjectID
      let path: String
      let version: Int
    }
    struct Answer: Encodable {
      let at: Instant
      let changes: [Change]
      let first: Int
      let last: Int
      let repeated: Bool
    }
    return try CanonicalJSON.text(
      of: Answer(
        at: receipt.at,
        changes: receipt.changes.map { Change(object: $0.object, path: $0.object.path, version: $0.version) },
        first: receipt.events.lowerBound, last: receipt.events.upperBound, repeated: receipt.isRepeated))
  }

  private func say(_ phrase: OutletPhrase) -> String { visit.tongue.say(phrase) }

  private func fault(_ status: Reply.Status, _ code: String, _ message: String) -> Reply {
    struct Answer: Encodable {
      let code: String
      let message: String
      let status: Int
    }
    let answer = Answer(code: code, message: message, status: status.rawValue)
    // Three plain fields can always be written.
    return .json((try? CanonicalJSON.text(of: answer)) ?? "{}", status: status)
  }

  /// Where in the text something is wrong, as far as it can be said.
  private static func place(of error: any Error) -> String {
    switch error as? DecodingError {
    case .keyNotFound(let key, let context)?: path(context.codingPath + [key])
    case .typeMismatch(_, let context)?, .valueNotFound(_, let context)?, .dataCorrupted(let context)?:
      path(context.codingPath)
    default: ""
    }
  }

  private static func path(_ keys: [any CodingKey]) -> String {
    keys.isEmpty ? "" : "(\(keys.map(\.stringValue).joined(separator: ".")))"
  }
}

extension Order {
  /// The command, by the name of its case.
  var commandName: String {
    guard let value = try? JSONSerialization.jsonObject(with: Data(command.utf8)) as? [String: Any] else { return "" }
    return value.keys.first ?? ""
  }
}

extension Refusal {
  /// The reason, for programs.
  var code: String {
    switch self {
    case .notFound: "notFound"
    case .outdated: "outdated"
    case .notNow: "notNow"
    case .notEntitled: "notEntitled"
    case .powerMissing: "powerMissing"
    case .secondFactorMissing: "secondFactorMissing"
    case .conditionFails: "conditionFails"
    case .invalid: "invalid"
    case .appointmentNotValid: "appointmentNotValid"
    case .keyReused: "keyReused"
    case .unavailable: "unavailable"
    case .unconfirmed: "unconfirmed"
    }
  }
}
