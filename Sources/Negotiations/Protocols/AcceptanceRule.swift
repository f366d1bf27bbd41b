/// Whose acceptance makes a proposal a deal.
///
///     let rule = try AcceptanceRule.majority.and(.qualified(votes: populations, quota: 0.65 * total))
public struct AcceptanceRule: Sendable, Hashable {
  private enum Part: Sendable, Hashable {
    case all
    case moreThanHalf
    /// Votes in whole units, so that they are added exactly, and how many of these are enough.
    case votes([Double], enough: Double)
  }

  private let parts: [Part]

  /// Every party accepts.
  public static let unanimity = AcceptanceRule(parts: [.all])
  /// More than half of the parties accept.
  public static let majority = AcceptanceRule(parts: [.moreThanHalf])

  /// The accepting parties' votes reach a quota, decimal fractions added as such. A party with a vote as large as what the others lack has a veto.
  ///
  /// - Parameters:
  ///   - votes: One for each party, in the scenario's order; finite, 0 or more.
  ///   - quota: Above 0 and at most all votes together.
  /// - Returns: The rule.
  /// - Throws: ``NegotiationError/vote(_:)`` or ``NegotiationError/quota(_:total:)``.
  public static func qualified(votes: [Double], quota: Double) throws(NegotiationError) -> AcceptanceRule {
    for vote in votes where !(vote >= 0 && vote.isFinite) { throw .vote(vote) }
    let scale = WorthScale(votes.map { [$0] })
    let units = votes.map(scale.units)
    let total = units.reduce(0, +)
    let enough = scale.leastUnits(for: quota)
    guard quota > 0, enough <= total else { throw .quota(quota, total: scale.worth(ofUnits: total)) }
    // A quota smaller than what rounding leaves still takes a vote.
    return AcceptanceRule(parts: [.votes(units, enough: max(enough, .leastNonzeroMagnitude))])
  }

  /// Both rules at once: a majority in several parts.
  public func and(_ other: AcceptanceRule) -> AcceptanceRule { AcceptanceRule(parts: parts + other.parts) }

  /// Whether a proposal is a deal when these parties accept it, the proposer among them.
  public func isMet(by accepting: [Bool]) -> Bool {
    parts.allSatisfy { part in
      switch part {
      case .all: accepting.allSatisfy(\.self)
      case .moreThanHalf: 2 * accepting.count(where: \.self) > accepting.count
      case .votes(let votes, let enough):
        zip(votes, accepting).reduce(0) { $1.1 ? $0 + $1.0 : $0 } >= enough
      }
    }
  }

  /// - Throws: ``NegotiationError/voteCount(_:parties:)``.
  func check(for parties: Int) throws(NegotiationError) {
    for case .votes(let votes, _) in parts where votes.count != parties {
      throw .voteCount(votes.count, parties: parties)
    }
  }
}

/// Whom a deal binds that not everybody accepted.
public enum DealBinding: String, Sendable, Hashable, CaseIterable {
  /// Everybody at the table: a decision of the whole, which can leave a party that voted against it with less than no
  /// deal.
  case everybody
  /// Those who accepted it: the coalition takes the deal, and a holdout stays with what it has without one. Nobody is
  /// ever left with less than that. The deal is worth to the coalition what the outcome is worth: where it needs a
  /// party, let the rule give that party a veto.
  case consenting

  func members(accepting: [Bool]) -> [Int] {
    switch self {
    case .everybody: Array(accepting.indices)
    case .consenting: accepting.indices.filter { accepting[$0] }
    }
  }
}
