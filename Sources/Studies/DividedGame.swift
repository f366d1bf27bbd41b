import CollectiveAction
import Mathematics
import Sharing

/// What a proportional rule goes by: an indicator such as population, one weight a player.
public struct ProportionBasis: Sendable {
  /// The id by which a case calls it.
  public let id: String
  /// Its name by language; empty when it has none.
  public let name: [String: String]
  /// One a player, in the game's order.
  public let weights: [Double]

  public init(id: String, name: [String: String] = [:], weights: [Double]) {
    self.id = id
    self.name = name
    self.weights = weights
  }
}

/// A cooperative game divided by every rule, with who would leave under each.
public struct DividedGame: Sendable {
  /// What one rule says.
  public struct Ruling: Sendable {
    public let rule: SharingRule
    /// What a proportional rule goes by.
    public let basis: ProportionBasis?
    /// The shares, or why the rule has none here.
    public let outcome: Result<Allocation, SharingError>
    /// Coalitions that would leave, largest amount first.
    public let violations: [CoreViolation]
  }

  public let game: CoalitionGame
  public let rulings: [Ruling]
  /// What would keep every coalition in; absent for a single player, whom nobody can leave.
  public let leastCore: LeastCore?
  /// The proof of the nucleolus, or of the prenucleolus where no nucleolus exists; absent when neither was asked for.
  public let certificate: CertificateSummary?

  /// Divides `game`.
  ///
  /// - Parameters:
  ///   - game: 1 to 24 players.
  ///   - rules: all of them when not told.
  ///   - bases: what the proportional rule may go by; it is undefined without one.
  /// - Throws: `SharingError` when even the least core cannot be found.
  public init(
    _ game: CoalitionGame, rules: [SharingRule] = SharingRule.allCases,
    proportionalTo bases: [ProportionBasis] = []
  ) throws(SharingError) {
    self.game = game
    leastCore = game.playerCount > 1 ? try Sharing.leastCore(of: game) : nil
    let tolerance = Self.tolerance(in: game)
    var rulings: [Ruling] = []
    var certificate: CertificateSummary?
    for rule in rules {
      for basis in rule == .proportional && !bases.isEmpty ? bases.map(Optional.some) : [nil] {
        let outcome = Self.outcome(of: rule, in: game, weights: basis?.weights, certificate: &certificate)
        let violations: [CoreViolation] =
          if case .success(let allocation) = outcome {
            Sharing.violations(of: allocation, in: game, tolerance: tolerance)
          } else {
            []
          }
        rulings.append(Ruling(rule: rule, basis: basis, outcome: outcome, violations: violations))
      }
    }
    self.rulings = rulings
    self.certificate = certificate
  }

  /// Whether no division keeps every coalition: the sign of the subsidy is exact, not rounded.
  public var isCoreEmpty: Bool { leastCore?.exactSubsidy.isPositive ?? false }

  /// The shares under `rule`, where it has an answer.
  public func shares(under rule: SharingRule) -> [Double]? {
    for ruling in rulings where ruling.rule == rule {
      if case .success(let allocation) = ruling.outcome { return allocation.shares }
    }
    return nil
  }

  /// What is lost in rounding 2ⁿ sums of doubles: a billionth of the largest worth.
  private static func tolerance(in game: CoalitionGame) -> Double {
    1e-9 * game.worths.reduce(0) { max($0, abs($1)) }
  }

  private static func outcome(
    of rule: SharingRule, in game: CoalitionGame, weights: [Double]?, certificate: inout CertificateSummary?
  ) -> Result<Allocation, SharingError> {
    do throws(SharingError) {
      switch rule {
      case .nucleolus:
        let solution = try nucleolus(of: game)
        certificate = solution.summary
        return .success(solution.allocation)
      case .prenucleolus:
        let solution = try prenucleolus(of: game)
        if certificate == nil { certificate = solution.summary }
        return .success(solution.allocation)
      default:
        return .success(try rule.divide(game, weights: weights))
      }
    } catch {
      return .failure(error)
    }
  }
}
