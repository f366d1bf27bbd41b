/// A sum that goes from one account to another.
public struct Transfer: Hashable, Sendable, Codable {
  /// Who pays.
  public let from: LedgerAccount
  /// Who gets it.
  public let to: LedgerAccount
  /// Above zero.
  public let amount: Amount

  /// - Throws: ``MoneyError`` where the amount is not above zero or an account would pay itself.
  public init(_ amount: Amount, from: LedgerAccount, to: LedgerAccount, at place: String = "transfer")
    throws(MoneyError)
  {
    guard from != to else { throw MoneyError(at: place, .sameParty(from.description)) }
    guard amount.minor > 0 else { throw MoneyError(at: place, .notPositive(amount)) }
    self.from = from
    self.to = to
    self.amount = amount
  }

  private enum CodingKeys: String, CodingKey {
    case amount, from, to
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(Amount.self, forKey: .amount), from: container.decode(LedgerAccount.self, forKey: .from),
      to: container.decode(LedgerAccount.self, forKey: .to), at: decoder.place)
  }
}

/// One step of how an amount came about: what, by which factor, to which amount.
///
/// A page prints these lines below one another; the last line of an account of its kind is the amount that is paid.
public struct SettlementLine: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What a line says.
  public enum Step: Hashable, Sendable, Codable {
    /// A party's part of the total: its weight over all weights.
    case share(party: String)
    /// A component of a mixed rule.
    case component(kind: String)
    /// The measured index, no amount yet.
    case index(name: String)
    /// The tier the index lies in: the limit it does not pass, or none for the last.
    case tier(upTo: Ratio?)
    /// Paid whatever is measured.
    case unconditional
    /// The sum the factors start from.
    case base
    /// A factor of the formula.
    case factor(name: String)
    /// Paid in advance.
    case advance
    /// What the payee adds of its own.
    case match
    /// What earlier settlements left to be set off.
    case carriedIn
    /// What is left to be set off against the next advance.
    case carriedOut
    /// What is still to be paid.
    case balance
    /// Months, or the year, that passed the gate: how many of how many.
    case passed(name: String)
    /// A half, or other portion, of the year's tax.
    case taxShare(year: Int)
    /// Cut to what the cap leaves.
    case cap(year: Int)
    /// What the cap leaves after the last year, to be asked for from above.
    case topUp
  }

  /// What the line says.
  public let what: Step
  /// The factor in digits, `17/20` or `0.85`; empty where there is none.
  public let factor: String
  /// Where this step leads; zero where it is no amount yet.
  public let amount: Amount

  /// A line as it will be printed.
  public init(_ what: Step, factor: String = "", amount: Amount) {
    self.what = what
    self.factor = factor
    self.amount = amount
  }

  /// The line in English.
  public var description: String {
    let words =
      switch what {
      case .share(let party): "share of \(party)"
      case .component(let kind): "by \(kind)"
      case .index(let name): name
      case .tier(let limit?): "index at most \(limit)"
      case .tier(nil): "index above all limits"
      case .unconditional: "whatever is measured"
      case .base: "base"
      case .factor(let name): name
      case .advance: "advance"
      case .match: "own funds of the payee"
      case .carriedIn: "carried from earlier settlements"
      case .carriedOut: "carried to the next advance"
      case .balance: "balance"
      case .passed(let name): name
      case .taxShare(let year): "tax share, year \(year)"
      case .cap(let year): "left below the cap, year \(year)"
      case .topUp: "top-up to be asked for from above"
      }
    return factor.isEmpty ? "\(words): \(amount)" : "\(words) × \(factor): \(amount)"
  }
}

/// What a conditional transfer comes to in one period, and how.
public struct Settlement: Hashable, Sendable, Codable {
  /// How it ends.
  public enum Outcome: Hashable, Sendable, Codable {
    /// The transfers are to be paid; there may be none.
    case settled
    /// The condition failed: the conditional sum stays where it is.
    case withheld
    /// Readings are missing, so nothing conditional moves before a dispute is settled.
    case disputed(missing: [String])
  }

  /// How it ends.
  public let outcome: Outcome
  /// In the order they are paid.
  public let transfers: [Transfer]
  /// How the amounts came about.
  public let lines: [SettlementLine]
  /// What is set off against the next advance: zero, or below zero in favour of the payer. `nil` where the rule does
  /// not carry.
  public let carried: Amount?

  init(
    _ outcome: Outcome, transfers: [Transfer] = [], lines: [SettlementLine] = [], carried: Amount? = nil
  ) {
    self.outcome = outcome
    self.transfers = transfers
    self.lines = lines
    self.carried = carried
  }
}
