/// A transfer that hangs on what is measured, in one of the forms that agreements between governments use.
///
/// In JSON an object with one key: `tiered`, `prepaid` or `gate`.
public enum ConditionalTransfer: Hashable, Sendable, Codable {
  /// A wager on an index.
  case tiered(TieredTransfer)
  /// Paid in advance and settled a year later.
  case prepaid(PrepaidTransfer)
  /// Released or withheld.
  case gate(QualityGate)

  /// What the transfer comes to in a period.
  ///
  /// - Parameters:
  ///   - readings: what was measured, and when it came on record.
  ///   - period: what is settled, with its cut-off.
  ///   - carried: what a prepaid transfer set aside before, zero or below; the others ignore it.
  /// - Throws: ``MoneyError`` as ``PrepaidTransfer/settle(_:for:carried:)`` does.
  public func settle(_ readings: Readings, for period: SettlementPeriod, carried: Amount? = nil)
    throws(MoneyError) -> Settlement
  {
    switch self {
    case .tiered(let transfer):
      return try transfer.settle(readings, for: period)
    case .prepaid(let transfer):
      return try transfer.settle(readings, for: period, carried: carried ?? .zero(transfer.base.currency))
    case .gate(let gate):
      return gate.settle(readings, for: period)
    }
  }

  private enum CodingKeys: String, CodingKey {
    case tiered, prepaid, gate
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    if container.contains(.tiered) {
      self = .tiered(try container.decode(TieredTransfer.self, forKey: .tiered))
    } else if container.contains(.prepaid) {
      self = .prepaid(try container.decode(PrepaidTransfer.self, forKey: .prepaid))
    } else if container.contains(.gate) {
      self = .gate(try container.decode(QualityGate.self, forKey: .gate))
    } else {
      let given = container.allKeys.map(\.stringValue).joined(separator: ", ")
      throw MoneyError(at: decoder.place, .unknownKind(given, ["tiered", "prepaid", "gate"]))
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    switch self {
    case .tiered(let transfer): try container.encode(transfer, forKey: .tiered)
    case .prepaid(let transfer): try container.encode(transfer, forKey: .prepaid)
    case .gate(let gate): try container.encode(gate, forKey: .gate)
    }
  }
}
