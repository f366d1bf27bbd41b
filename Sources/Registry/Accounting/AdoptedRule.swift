/// A rule of the agreement as the books apply it, and how far it has been reckoned.
public struct AdoptedRule: Codable, Hashable, Sendable {
  /// One advance or settlement of a period.
  public struct Reckoning: Codable, Hashable, Sendable {
    /// What was reckoned.
    public enum Kind: String, Codable, Hashable, CaseIterable, Sendable { case advance, settlement }

    public let kind: Kind
    public let period: String
    /// How it ended: a disputed settlement names the readings that were missing, and is visible as such.
    public let outcome: Settlement.Outcome
    /// The entry it led to, when anything was to be paid.
    public let entry: String?
    /// What was carried before it, for a rule that carries.
    public let carriedBefore: Amount?
    public internal(set) var isUndone: Bool
  }

  /// How the agreement calls it; nothing else tells two rules of one book apart.
  public let name: String
  public let rule: ConditionalTransfer
  /// What the next advance or settlement starts from, zero or below; nothing for a rule that does not carry.
  public internal(set) var carried: Amount?
  /// In the order they were made.
  public internal(set) var reckonings: [Reckoning]

  /// How many reckonings a rule may have in one book.
  public static let mostReckonings = 100

  init(name: String, rule: ConditionalTransfer, carried: Amount?) {
    (self.name, self.rule, self.carried, reckonings) = (name, rule, carried, [])
  }

  /// The last reckoning that counts.
  public var last: Reckoning? { reckonings.last { !$0.isUndone } }

  /// The advance of a period, when it was paid.
  public func advance(of period: String) -> Reckoning? {
    reckonings.last { $0.kind == .advance && $0.period == period && !$0.isUndone }
  }

  /// The latest settlement of a period that counts.
  public func settlement(of period: String) -> Reckoning? {
    reckonings.last { $0.kind == .settlement && $0.period == period && !$0.isUndone }
  }

  /// Every transfer that the rule can lead to.
  var transfers: [Transfer] {
    switch rule {
    case .tiered(let tiered): tiered.tiers.map(\.transfer) + tiered.unconditional
    case .prepaid(let prepaid): [prepaid.advance] + (prepaid.match.map { [$0] } ?? [])
    case .gate(let gate): [gate.transfer]
    }
  }

  /// What a settlement still pays: what an earlier, disputed one of the period paid in any case is not paid twice.
  func due(of settlement: Settlement, for period: String) -> [Transfer] {
    guard case .tiered(let tiered) = rule, self.settlement(of: period) != nil else { return settlement.transfers }
    return Array(settlement.transfers.dropFirst(tiered.unconditional.count))
  }

  mutating func add(_ kind: Reckoning.Kind, of period: String, _ settlement: Settlement, entry: String?) {
    reckonings.append(
      Reckoning(
        kind: kind, period: period, outcome: settlement.outcome, entry: entry, carriedBefore: carried, isUndone: false))
    if carried != nil { carried = settlement.carried }
  }

  /// Takes the last reckoning that counts back.
  mutating func undo() {
    guard let index = reckonings.lastIndex(where: { !$0.isUndone }) else { return }
    carried = reckonings[index].carriedBefore
    reckonings[index].isUndone = true
  }
}
