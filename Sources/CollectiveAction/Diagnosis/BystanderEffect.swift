import Mathematics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How what a player contributes falls as the number of others who could act as well grows.
///
/// The problem is solved again with only k of the players able to act, for every k, and i's contribution in the
/// equilibrium is averaged over the coalitions of k that i belongs to. The elasticity is the slope of its logarithm in
/// ln k: −0.5 says that of twice as many players each does some thirty percent less. It follows from the problem
/// alone: where what one does makes no difference to what pays for another (linear damage), it is zero. Where nobody
/// contributes anything in an equilibrium, as in a competition, whose contributions are what restraint costs, there is
/// no elasticity.
///
///     let bystanders = try BystanderEffect(of: game, using: &chance)
///     bystanders.elasticity    // one a player
///     bystanders.region        // of the mean contribution
///
/// The effect is named by Darley & Latané (1968), J. Pers. Soc. Psychol. 8, 377–383; that it follows from
/// self-interest is Diekmann (1985), J. Confl. Resolut. 29, 605–610. The measure is ours.
public struct BystanderEffect: Sendable, Equatable {
  /// Row i, column k − 1: i's mean contribution while k players can act.
  public let contributions: [[Double]]
  /// Whether every coalition was looked at; else some were drawn.
  public let isExact: Bool

  /// A contribution no greater than this part of what all bear is rounding, and none.
  private static let rounding = 1e-9
  /// The most players whose coalitions are all looked at.
  public static let mostEnumerated = 10

  /// - Parameters:
  ///   - dilemma: the problem with all its players.
  ///   - draws: beyond ``mostEnumerated`` players, how many coalitions are drawn for each player and each k.
  ///   - chance: not drawn from where all coalitions are looked at.
  /// - Throws: ``DilemmaError`` when an equilibrium is not found.
  /// - Complexity: 2ⁿ equilibria, or n² times `draws`.
  public init(
    of dilemma: some RestrictableDilemma, draws: Int = 20, using chance: inout some RandomNumberGenerator
  ) throws(DilemmaError) {
    precondition(draws > 0, "at least one coalition is drawn")
    let count = dilemma.players.count
    var sums = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    var weights = sums
    isExact = count <= Self.mostEnumerated
    if isExact {
      for mask in 1..<(UInt64(1) << UInt64(count)) {
        let coalition = Coalition(mask: mask)
        for (member, contribution) in zip(coalition, try Self.contributions(in: dilemma, of: coalition)) {
          sums[member][coalition.count - 1] += contribution
          weights[member][coalition.count - 1] += 1
        }
      }
    } else {
      for player in 0..<count {
        let others = (0..<count).filter { $0 != player }
        for number in 1...count {
          for _ in 0..<(number == 1 || number == count ? 1 : draws) {
            let coalition = Coalition(others.shuffled(using: &chance).prefix(number - 1)).adding(player)
            let found = try Self.contributions(in: dilemma, of: coalition)
            for (member, contribution) in zip(coalition, found) where member == player {
              sums[player][number - 1] += contribution
            }
            weights[player][number - 1] += 1
          }
        }
      }
    }
    contributions = zip(sums, weights).map { zip($0, $1).map { $0 / $1 } }
  }

  /// The elasticity of each player's contribution in the number who can act, with the fit; none where it contributes at
  /// fewer than two sizes. Sizes at which it contributes nothing have no logarithm and are left out.
  public var fits: [FittedLine?] { contributions.map(Self.fit) }

  /// The slopes of ``fits``.
  public var elasticity: [Double?] { fits.map { $0?.slope } }

  /// The same of the mean contribution of all.
  public var region: FittedLine? {
    Self.fit(
      contributions.indices.map { size in
        contributions.reduce(0) { $0 + $1[size] } / Double(contributions.count)
      })
  }

  /// What part of what it does when it alone can act each no longer does when all can; none where it does nothing alone.
  public var fall: [Double?] {
    contributions.map { row in
      guard let first = row.first, let last = row.last, first > 0 else { return nil }
      return 1 - last / first
    }
  }

  private static func contributions(
    in dilemma: some RestrictableDilemma, of coalition: Coalition
  ) throws(DilemmaError) -> [Double] {
    let part = try dilemma.restricted(to: coalition)
    let outcome = try part.outcome(agreeing: .empty)
    let least = rounding * outcome.costs.reduce(0) { $0 + abs($1) }
    return part.contributions(in: outcome).map { $0 > least ? $0 : 0 }
  }

  private static func fit(_ contributions: [Double]) -> FittedLine? {
    let active = contributions.indices.filter { contributions[$0] > 0 }
    return FittedLine(x: active.map { log(Double($0 + 1)) }, y: active.map { log(contributions[$0]) })
  }
}
