import CollectiveAction
import Mathematics

/// Which properties each rule has on one game, with who shows it where it has not.
///
/// Those that speak of changes are tried on changes of this game: the joint worth raised by a hundredth, a sixth and
/// half of what working together gains; each player's own worth, and that of all others together, improved by a sixth
/// of it; each player gone; a different amount added for each player. So "holds" is about this game, "fails" about the
/// rule as well.
///
///     try #require(propertyTable(of: skane, rules: [.shapley])[0][.coreSelection])
///     // fails: Helsingborg, Kävlinge and Lund pay 0.43 too much
///
/// - Parameters:
///   - game: 1 to 24 players.
///   - rules: what to divide by; all rules when not told.
///   - properties: what to ask; coalitional and population monotonicity take a rule 2n and n more times.
///   - grounds: what some rules go by besides the worths.
/// - Returns: one row a rule, in the order asked for.
public func propertyTable(
  of game: CoalitionGame, rules: [SharingRule] = SharingRule.allCases,
  properties: [SharingProperty] = SharingProperty.allCases, by grounds: DivisionGrounds = .worthsAlone
) -> [RuleProperties] {
  let inspection = Inspection(game, grounds: grounds, asksForCore: properties.contains(.coreSelection))
  return rules.map { rule in
    let outcome = rule.outcome(in: game, by: grounds)
    guard case .success(let allocation) = outcome else {
      return RuleProperties(rule: rule, outcome: outcome, cells: [])
    }
    return RuleProperties(
      rule: rule, outcome: outcome,
      cells: properties.map { property in
        PropertyCell(property: property, verdict: inspection.verdict(on: property, rule: rule, allocation: allocation))
      })
  }
}

/// One game looked at for what properties speak of.
private struct Inspection {
  let game: CoalitionGame
  let grounds: DivisionGrounds
  let tolerance: Double
  let marginals: Marginals
  let core: CoreStatus?
  /// What working together gains, or what coalitions differ by where that is nothing.
  let stake: Double

  init(_ game: CoalitionGame, grounds: DivisionGrounds, asksForCore: Bool) {
    self.game = game
    self.grounds = grounds
    tolerance = game.comparisonTolerance
    marginals = Marginals(of: game)
    core = asksForCore ? try? coreStatus(of: game) : nil
    let gain = (marginals.joint - marginals.alone.sum).magnitude.approximation
    let least = tolerance
    let rough = [gain, least * 1e9].first { $0 > least } ?? 1
    stake = Rational(decimal: rough).roundedToDigits.approximation
  }

  func verdict(on property: SharingProperty, rule: SharingRule, allocation: Allocation) -> PropertyVerdict {
    switch property {
    case .efficiency:
      let imbalance = coreMembership(of: allocation, in: game, tolerance: tolerance, limit: 0).imbalance
      return worst([witness(game.grandCoalition, abs(imbalance))])
    case .individualRationality:
      guard marginals.joint >= marginals.alone.sum else { return .notApplicable(.noImputation) }
      return worst(
        game.players.indices.map { player in
          witness(.single(player), gain(game[.single(player)]) - gain(allocation.shares[player]))
        })
    case .coreSelection: return coreVerdict(allocation)
    case .noSubsidy:
      guard marginals.lastIn.sum >= marginals.joint else { return .notApplicable(.separablePartsExceed) }
      return worst(
        game.players.indices.map { player in
          witness(.single(player), gain(allocation.shares[player]) - marginals.lastIn[player].approximation)
        })
    case .equalTreatment:
      let pairs = game.interchangeablePairs
      guard !pairs.isEmpty else { return .notApplicable(.nobodyInterchangeable) }
      return worst(
        pairs.map { first, second in
          witness(Coalition([first, second]), abs(allocation.shares[first] - allocation.shares[second]))
        })
    case .dummyPlayer:
      let dummies = game.dummyPlayers
      guard !dummies.isEmpty else { return .notApplicable(.noDummyPlayer) }
      return worst(
        dummies.map { witness(.single($0), abs(allocation.shares[$0] - game[.single($0)])) })
    case .covariance: return covariance(rule, allocation)
    case .jointWorthMonotonicity: return jointWorthMonotonicity(rule, allocation)
    case .coalitionalMonotonicity: return coalitionalMonotonicity(rule, allocation)
    case .populationMonotonicity: return populationMonotonicity(rule, allocation)
    }
  }

  /// A share as what the player gains.
  private func gain(_ share: Double) -> Double { game.kind == .cost ? -share : share }

  private func witness(_ coalition: Coalition, _ amount: Double, _ change: GameChange? = nil) -> PropertyWitness {
    PropertyWitness(coalition: coalition, names: game.names(of: coalition), amount: amount, change: change)
  }

  /// The witness who misses most, the first of equal ones, if any misses more than rounding may.
  private func worst(_ witnesses: [PropertyWitness]) -> PropertyVerdict {
    var found: PropertyWitness?
    for witness in witnesses where witness.amount > max(tolerance, found?.amount ?? 0) { found = witness }
    return found.map(PropertyVerdict.fails) ?? .holds
  }

  private func coreVerdict(_ allocation: Allocation) -> PropertyVerdict {
    switch core {
    case .some(.empty): return .notApplicable(.emptyCore)
    case .some(.nonempty):
      let membership = coreMembership(of: allocation, in: game, tolerance: tolerance, limit: 1)
      return worst(membership.violations.map { witness($0.coalition, $0.amount) })
    case nil: return .notApplicable(.coreUnknown)
    }
  }

  /// The witnesses of those changes under which the rule has an answer.
  private func tried(_ changes: [(game: CoalitionGame, judge: (Allocation) -> [PropertyWitness])], _ rule: SharingRule)
    -> PropertyVerdict
  {
    var witnesses: [PropertyWitness] = []
    var isDefined = false
    for change in changes {
      guard case .success(let allocation) = rule.outcome(in: change.game, by: grounds) else { continue }
      isDefined = true
      witnesses += change.judge(allocation)
    }
    return isDefined ? worst(witnesses) : .notApplicable(.undefinedElsewhere)
  }

  private func covariance(_ rule: SharingRule, _ before: Allocation) -> PropertyVerdict {
    let added = game.players.indices.map { player in stake * Double(player + 1) }
    return tried(
      [
        (
          game.adding(added),
          { after in
            game.players.indices.map { player in
              witness(
                .single(player), abs(after.shares[player] - before.shares[player] - added[player]), .added(added))
            }
          }
        )
      ], rule)
  }

  private func jointWorthMonotonicity(_ rule: SharingRule, _ before: Allocation) -> PropertyVerdict {
    tried(
      [Rational(100), 6, 2].map { part in
        let rise = (Rational(decimal: stake) / part).roundedToDigits.approximation
        let raised = (Rational(decimal: game.jointWorth) + Rational(decimal: rise)).approximation
        return (
          game.replacing(game.grandCoalition, by: raised),
          { after in
            game.players.indices.map { player in
              witness(.single(player), before.shares[player] - after.shares[player], .jointWorth(by: rise))
            }
          }
        )
      }, rule)
  }

  private func coalitionalMonotonicity(_ rule: SharingRule, _ before: Allocation) -> PropertyVerdict {
    guard game.playerCount > 1 else { return .notApplicable(.onlyOnePlayer) }
    let singles = game.players.indices.map { Coalition.single($0) }
    let coalitions = Set(singles + singles.map { game.grandCoalition.subtracting($0) }).sorted()
    let step = (Rational(decimal: stake) / 6).roundedToDigits
    return tried(
      coalitions.map { coalition in
        let worth = Rational(decimal: game[coalition])
        let improved = (game.kind == .cost ? worth - step : worth + step).approximation
        return (
          game.replacing(coalition, by: improved),
          { after in
            coalition.map { player in
              witness(
                .single(player), gain(before.shares[player]) - gain(after.shares[player]),
                .improved(coalition: coalition, by: step.approximation))
            }
          }
        )
      }, rule)
  }

  private func populationMonotonicity(_ rule: SharingRule, _ before: Allocation) -> PropertyVerdict {
    guard game.playerCount > 1 else { return .notApplicable(.onlyOnePlayer) }
    var witnesses: [PropertyWitness] = []
    var isDefined = false
    for (leaver, departure) in departures(from: before, of: game, under: rule, by: grounds).enumerated() {
      guard case .success(let shares) = departure.others else { continue }
      isDefined = true
      for (player, share) in zip(game.players.indices.filter { $0 != leaver }, shares) {
        witnesses.append(witness(.single(player), gain(share.after) - gain(share.before), .left(player: leaver)))
      }
    }
    return isDefined ? worst(witnesses) : .notApplicable(.undefinedElsewhere)
  }
}

extension CoalitionGame {
  /// Pairs of players who add the same to every coalition: of each group the first with each of the others.
  fileprivate var interchangeablePairs: [(Int, Int)] {
    var isPaired = Set<Int>()
    var pairs: [(Int, Int)] = []
    for first in players.indices where !isPaired.contains(first) {
      for second in players.indices.dropFirst(first + 1) where !isPaired.contains(second) {
        let (one, other) = (1 << first, 1 << second)
        let isSame = worths.indices.allSatisfy { mask in
          mask & (one | other) != one || worths[mask] == worths[mask ^ one ^ other]
        }
        if isSame {
          isPaired.insert(second)
          pairs.append((first, second))
        }
      }
    }
    return pairs
  }

  /// The players who add what they have alone to every coalition, up to the rounding of a sum.
  fileprivate var dummyPlayers: [Int] {
    guard playerCount > 1 else { return [] }
    return players.indices.filter { player in
      let own = worths[1 << player]
      return worths.indices.allSatisfy { mask in
        guard mask >> player & 1 == 0 else { return true }
        let (before, after) = (worths[mask], worths[mask | 1 << player])
        return abs(after - before - own) <= 4 * max(abs(after), abs(before), abs(own)).ulp
      }
    }
  }

  /// The game in which each coalition pays, or gets, so much more for each member.
  fileprivate func adding(_ amounts: [Double]) -> CoalitionGame {
    // In fractions while that is quick, so that the sums are decimals as short as the worths.
    let exact = amounts.map { Rational(decimal: $0) }
    let raised = worths.indices.map { mask in
      let coalition = Coalition(mask: UInt64(mask))
      return playerCount <= 12
        ? coalition.reduce(Rational(decimal: worths[mask])) { $0 + exact[$1] }.approximation
        : coalition.reduce(worths[mask]) { $0 + amounts[$1] }
    }
    return kind == .cost
      ? CoalitionGame(players: players, costs: raised) : CoalitionGame(players: players, surpluses: raised)
  }
}

extension Rational {
  /// The nearest decimal of two digits, so that worths changed by it stay short; for numbers above zero.
  fileprivate var roundedToDigits: Rational {
    var (rest, unit) = (self, Rational(1))
    while rest >= 100 { (rest, unit) = (rest / 10, unit * 10) }
    while rest < 10 { (rest, unit) = (rest * 10, unit / 10) }
    return (rest + Rational(1) / 2).floor * unit
  }
}
