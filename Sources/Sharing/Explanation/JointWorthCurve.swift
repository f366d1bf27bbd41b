import CollectiveAction
import Mathematics

/// A player whose share falls although the joint worth rises.
public struct Reversal: Sendable, Equatable {
  /// The player's name.
  public let player: String
  /// The two neighbouring joint worths, the lower first.
  public let from: Double
  public let to: Double
  /// By how much the share falls; above zero.
  public let fall: Double
}

/// Every player's share under one rule as the joint worth changes.
public struct RuleCurve: Sendable, Equatable {
  public let rule: SharingRule
  /// One a joint worth: the shares, or why the rule has none there.
  public let outcomes: [Result<Allocation, SharingError>]
  /// Where a player's share falls between neighbouring joint worths at which the rule has an answer.
  public let reversals: [Reversal]

  /// Whether nobody pays less, or gets less, when there is more to pay or to get, at these joint worths.
  public var isMonotonic: Bool { reversals.isEmpty }
}

/// How the shares change with what all pay, or get, together, the worths of all other coalitions staying as they are.
public struct JointWorthCurve: Sendable, Equatable {
  /// The players' names, in the game's order.
  public let players: [String]
  /// The joint worths, rising.
  public let jointWorths: [Double]
  /// One a rule, in the order asked for.
  public let curves: [RuleCurve]
}

/// Every player's share under `rules` at several joint worths: who bears a cost overrun, or gets a windfall.
///
/// A rule is monotonic when nobody's share falls as the joint worth rises. The Shapley value, proportional shares and
/// the per-capita prenucleolus always are (Young 1985); the nucleolus is not (Megiddo 1974).
///
///     let curve = jointWorthCurve(of: skane, under: [.nucleolus], at: [83.82, 87.82])
///     curve.curves[0].reversals.first?.player  // "K": the joint cost rises by four million, and it pays less
///
/// - Parameters:
///   - game: 1 to 24 players.
///   - rules: what to divide by.
///   - jointWorths: finite, in the game's currency; in any order, each counts once.
///   - grounds: what some rules go by besides the worths.
/// - Complexity: each rule once a joint worth.
///
/// Source: Megiddo (1974), SIAM J. Appl. Math. 27, 355–358; Young, Okada & Hashimoto (1982), Water Resour. Res. 18,
/// 463–475; Young (1985), Int. J. Game Theory 14, 65–72.
public func jointWorthCurve(
  of game: CoalitionGame, under rules: [SharingRule], at jointWorths: [Double],
  by grounds: DivisionGrounds = .worthsAlone
) -> JointWorthCurve {
  precondition(jointWorths.allSatisfy(\.isFinite), "a joint worth is a finite number")
  let worths = Set(jointWorths.map { $0 + 0 }).sorted()
  let tolerance = game.comparisonTolerance
  let curves = rules.map { rule in
    let outcomes = worths.map { worth in rule.outcome(in: game.replacing(game.grandCoalition, by: worth), by: grounds) }
    var reversals: [Reversal] = []
    var last: (worth: Double, allocation: Allocation)?
    for (worth, outcome) in zip(worths, outcomes) {
      guard case .success(let allocation) = outcome else { continue }
      if let last {
        for player in game.players.indices {
          let fall = last.allocation.shares[player] - allocation.shares[player]
          if fall > tolerance {
            reversals.append(Reversal(player: game.players[player], from: last.worth, to: worth, fall: fall))
          }
        }
      }
      last = (worth, allocation)
    }
    return RuleCurve(rule: rule, outcomes: outcomes, reversals: reversals)
  }
  return JointWorthCurve(players: game.players, jointWorths: worths, curves: curves)
}

/// Joint worths in even steps, from what it is to `rise` of it more, read as decimals so that no step adds digits of
/// rounding.
///
/// - Parameters:
///   - game: any game.
///   - rise: the part of the joint worth by which the last is above the first; 0.5 is half as much again.
///   - count: at least two.
public func evenJointWorths(of game: CoalitionGame, rise: Double = 0.5, count: Int = 11) -> [Double] {
  precondition(count >= 2, "a curve has two points or more")
  precondition(rise.isFinite, "a rise is a finite number")
  let joint = Rational(decimal: game.jointWorth)
  return (0..<count).map { step in
    (joint + joint.magnitude * Rational(decimal: rise) * Rational(step) / Rational(count - 1)).approximation
  }
}

extension SharingRule {
  /// The shares, or why there are none.
  func outcome(in game: CoalitionGame, by grounds: DivisionGrounds) -> Result<Allocation, SharingError> {
    do throws(SharingError) { return .success(try divide(game, by: grounds)) } catch { return .failure(error) }
  }
}

extension CoalitionGame {
  /// What shares may differ by without meaning it: a thousand-millionth of what coalitions differ in, or some units in
  /// the last place of the worths.
  var comparisonTolerance: Double {
    let blocks = ExcessBlocks(self, anchor: shapleyValue(of: self).shares)
    var scale = 0.0
    blocks.forEachBlock(properOnly: false) { _, gains in
      for gain in gains where gain.isFinite && abs(gain) > scale { scale = abs(gain) }
    }
    let largest = worths.withUnsafeBufferPointer { $0.reduce(0) { max($0, abs($1)) } }
    return max(scale * 1e-9, 64 * largest.ulp)
  }
}
