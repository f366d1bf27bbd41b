/// How hard it is to agree on who pays what, from divisions worked out elsewhere.
///
/// Where no division keeps every coalition (an empty core), somebody always has reason to leave; where rules that are each
/// called fair give a player very different shares, each side has a rule to plead for.
public struct DivisionRisk: Sendable, Equatable {
  /// ε: what every proper coalition would have to be paid for all to stay, in money; negative when each can be left some
  /// saving (the least core of Maschler, Peleg & Shapley 1979, Math. Oper. Res. 4, 303–338).
  public let leastCore: Double
  /// The lowest and the highest share of each player among the rules, in money; empty without rules.
  public let range: [ClosedRange<Double>]

  /// - Parameters:
  ///   - leastCore: finite.
  ///   - divisions: a division a rule, a share a player; none where no rule was asked.
  /// - Throws: ``DilemmaError/invalid(_:)`` when a number is not finite or divisions differ in length.
  public init(leastCore: Double, divisions: [[Double]] = []) throws(DilemmaError) {
    guard leastCore.isFinite else { throw .invalid("the least core is \(leastCore); give a finite number") }
    let count = divisions.first?.count ?? 0
    for (rule, division) in divisions.enumerated() {
      guard division.count == count else {
        throw .invalid("rule \(rule) divides among \(division.count) players and rule 0 among \(count); give one each")
      }
      for (player, share) in division.enumerated() where !share.isFinite {
        throw .invalid("rule \(rule) gives player \(player) a share of \(share); give a finite number")
      }
    }
    self.leastCore = leastCore
    range = (0..<count).map { player in
      divisions.reduce(divisions[0][player]...divisions[0][player]) {
        min($0.lowerBound, $1[player])...max($0.upperBound, $1[player])
      }
    }
  }

  /// Whether no division keeps every coalition: whether ``leastCore`` is above zero by more than rounding, 10⁻⁹ of the
  /// largest share. Without rules there is nothing to measure rounding by, and none is allowed for.
  public var isCoreEmpty: Bool {
    leastCore > 1e-9 * range.reduce(0) { max($0, abs($1.lowerBound), abs($1.upperBound)) }
  }

  /// The widest difference that a choice of rule makes to one player, in money; zero without rules. Own measure.
  public var disagreement: Double { range.reduce(0) { max($0, $1.upperBound - $1.lowerBound) } }
}
