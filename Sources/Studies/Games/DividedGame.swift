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

/// A cooperative game divided by several rules, with who would leave under each.
public struct DividedGame: Sendable {
  /// What one rule says.
  public struct Ruling: Sendable {
    public let rule: SharingRule
    /// What a rule that needs weights goes by.
    public let basis: ProportionBasis?
    /// The shares, or why the rule has none here.
    public let outcome: Result<Allocation, SharingError>
    /// Coalitions that would leave, largest amount first, at most ``DividedGame/mostViolations``.
    public let violations: [CoreViolation]
    /// How many would leave in all.
    public let violationCount: Int
  }

  /// A report lists the coalitions with most to gain by leaving; thousands of others may follow them.
  public static let mostViolations = 20

  public let game: CoalitionGame
  public let rulings: [Ruling]
  /// What every coalition must be paid to stay, exactly: negative where each can be left a saving. Absent for a single
  /// player, whom nobody can leave.
  public let exactSubsidy: Rational?
  /// The proof of the nucleolus, or of the prenucleolus where no nucleolus exists; absent when neither was asked for.
  public let certificate: CertificateSummary?

  /// Divides `game`.
  ///
  /// - Parameters:
  ///   - game: as many players as a nucleolus is searched for.
  ///   - rules: those of a report when not told.
  ///   - bases: what rules may go by that need weights; they are undefined without one.
  ///   - grounds: what else rules may go by; its weights count where there are no bases.
  /// - Throws: `SharingError` when even the least core cannot be found.
  /// - Complexity: each rule once; the least core, the prenucleolus and, where the core is not empty, the nucleolus are
  ///   one search.
  public init(
    _ game: CoalitionGame, rules: [SharingRule] = SharingRule.reported, proportionalTo bases: [ProportionBasis] = [],
    grounds: DivisionGrounds = .worthsAlone
  ) throws(SharingError) {
    self.game = game
    let search = try NucleolusSearches(game)
    exactSubsidy = search.exactSubsidy
    let tolerance = Self.tolerance(in: game)
    var rulings: [Ruling] = []
    var certificate: CertificateSummary?
    for rule in rules {
      for basis in rule.needsWeights && !bases.isEmpty ? bases.map(Optional.some) : [nil] {
        var grounds = grounds
        if let basis { grounds.weights = basis.weights }
        let outcome: Result<Allocation, SharingError>
        do throws(SharingError) {
          switch rule {
          case .nucleolus:
            let (allocation, proof) = try search.nucleolus()
            certificate = proof
            outcome = .success(allocation)
          case .prenucleolus:
            let solution = search.prenucleolus
            if certificate == nil { certificate = solution.summary }
            outcome = .success(solution.allocation)
          default:
            outcome = .success(try rule.divide(game, by: grounds))
          }
        } catch {
          outcome = .failure(error)
        }
        let membership = (try? outcome.get()).map {
          coreMembership(of: $0, in: game, tolerance: tolerance, limit: Self.mostViolations)
        }
        rulings.append(
          Ruling(
            rule: rule, basis: basis, outcome: outcome, violations: membership?.violations ?? [],
            violationCount: membership?.violationCount ?? 0))
      }
    }
    self.rulings = rulings
    self.certificate = certificate
  }

  /// Whether no division keeps every coalition: the sign of the subsidy is exact, not rounded.
  public var isCoreEmpty: Bool { exactSubsidy?.isPositive ?? false }

  /// The smallest subsidy that keeps every coalition; absent for a single player.
  public var subsidy: Double? { exactSubsidy?.approximation }

  /// The shares under `rule`, where it has an answer.
  public func shares(under rule: SharingRule) -> [Double]? {
    for ruling in rulings where ruling.rule == rule {
      if case .success(let allocation) = ruling.outcome { return allocation.shares }
    }
    return nil
  }

  /// The coalitions that would leave `allocation`, those with most to gain first, as a report lists them.
  static func violations(of allocation: Allocation, in game: CoalitionGame) -> [ViolationFinding] {
    let membership = coreMembership(
      of: allocation, in: game, tolerance: tolerance(in: game), limit: mostViolations)
    return membership.violations.map { ViolationFinding($0, in: game) }
  }

  /// What is lost in rounding 2ⁿ sums of doubles: a billionth of the largest worth.
  private static func tolerance(in game: CoalitionGame) -> Double {
    1e-9 * game.worths.reduce(0) { max($0, abs($1)) }
  }
}

/// The prenucleolus of a game, searched once, and what follows from it.
private struct NucleolusSearches {
  let game: CoalitionGame
  let prenucleolus: NucleolusSolution

  init(_ game: CoalitionGame) throws(SharingError) {
    self.game = game
    prenucleolus = try Sharing.prenucleolus(of: game)
  }

  /// The level of the first stage is the least core's subsidy.
  var exactSubsidy: Rational? { game.playerCount > 1 ? prenucleolus.certificate.stages.first?.level : nil }

  /// Where the core is not empty the prenucleolus lies in it and so charges nobody more than alone: it is the nucleolus,
  /// and its certificate proves that as well. Else there is another search.
  func nucleolus() throws(SharingError) -> (Allocation, CertificateSummary) {
    if let exactSubsidy, !exactSubsidy.isPositive {
      let found = prenucleolus.certificate
      let certificate = NucleolusCertificate(
        players: found.players, overImputations: true, measure: found.measure, shares: found.shares,
        stages: found.stages)
      let verdict = verify(certificate, for: game)
      if case .certified = verdict { return (prenucleolus.allocation, certificate.summary(verdict)) }
    }
    let solution = try Sharing.nucleolus(of: game)
    return (solution.allocation, solution.summary)
  }
}
