import CollectiveAction
import Mathematics
import Sharing

/// What a structure itself tells of a division, however many players there are.
extension StructuredGame {
  /// Rules that only games of this kind have, by the names a command calls them.
  public static func ownRules(of kind: Kind) -> [String] {
    switch kind {
    case .bankruptcy:
      ["talmud", "constrainedEqualAwards", "constrainedEqualLosses", "minimalOverlap", "proportionalToClaims"]
    case .spanningTree: ["bird", "folk"]
    case .airport, .voting, .pairwise: []
    }
  }

  /// The shares under a rule that only such games have.
  ///
  /// - Parameter rule: one of ``ownRules(of:)``.
  func shares(underOwn rule: String) throws(NoClosedForm) -> [Double] {
    do throws(StructuredGameError) {
      switch (numbers, rule) {
      case (.bankruptcy(let estate, let claims), _):
        let problem = try bankruptcyProblem(estate: estate, claims: claims)
        switch rule {
        case "talmud": return problem.talmud.shares
        case "constrainedEqualAwards": return problem.constrainedEqualAwards.shares
        case "constrainedEqualLosses": return problem.constrainedEqualLosses.shares
        case "minimalOverlap": return problem.minimalOverlap.shares
        case "proportionalToClaims": return problem.proportional.shares
        default: break
        }
      case (.spanningTree(let lengths), "bird"): return try spanningTreeGame(lengths: lengths).birdDivision.shares
      case (.spanningTree(let lengths), "folk"): return try spanningTreeGame(lengths: lengths).folkDivision.shares
      default: break
      }
    } catch {
      throw NoClosedForm(reason: "\(error)")
    }
    throw noClosedForm
  }

  /// The shares under `rule`, from the structure and not from a table.
  ///
  /// - Throws: ``NoClosedForm`` when the rule needs the table of all coalitions, or has no answer here.
  func shares(under rule: SharingRule) throws(NoClosedForm) -> [Double] {
    if case .voting(let quota, let weights) = numbers, rule == .nucleolus {
      return try votingNucleolus(quota: quota, weights: weights)
    }
    do throws(StructuredGameError) {
      switch (numbers, rule) {
      case (_, .equal): return [Double](repeating: jointWorth / Double(players.count), count: players.count)
      case (.airport(let costs), .shapley): return fees(costs, \.shapleyFees)
      case (.airport(let costs), .nucleolus), (.airport(let costs), .prenucleolus):
        return fees(costs, \.nucleolusFees)
      case (.voting(let quota, let weights), _):
        let game = try votingGame(quota: quota, weights: weights)
        switch rule {
        case .shapley, .shapleyShubik: return try game.power().shapleyShubik
        case .banzhaf: return try game.power().banzhaf
        case .banzhafNormalised: return try game.power().banzhafNormalised
        case .deeganPackel: return try game.minimalWinningPower().deeganPackel
        case .holler: return try game.minimalWinningPower().publicGood
        default: break
        }
      case (.bankruptcy(let estate, let claims), _):
        let problem = try bankruptcyProblem(estate: estate, claims: claims)
        switch rule {
        case .shapley: return try problem.randomArrival().shares
        // The game is convex, so its prenucleolus is its nucleolus (Aumann & Maschler 1985: the Talmud's division).
        case .nucleolus, .prenucleolus: return problem.talmud.shares
        default: break
        }
      case (.pairwise(let alone, let pairs), _):
        let game = try pairwiseGame(alone: alone, pairs: pairs)
        switch rule {
        case .shapley: return game.shapleyValue.shares
        case .banzhaf: return game.banzhafValue.shares
        case .prenucleolus: return game.prenucleolus.shares
        case .nucleolus: return try game.nucleolus().shares
        default: break
        }
      default: break
      }
    } catch {
      throw NoClosedForm(reason: "\(error)")
    }
    throw noClosedForm
  }

  /// Searched coalition by coalition as they are violated, and proved: no closed form.
  private func votingNucleolus(quota: Double, weights: [Double]) throws(NoClosedForm) -> [Double] {
    let game: WeightedVotingGame
    do throws(StructuredGameError) { game = try votingGame(quota: quota, weights: weights) } catch {
      throw NoClosedForm(reason: "\(error)")
    }
    do throws(SharingError) { return try game.nucleolus().allocation.shares } catch {
      throw NoClosedForm(reason: "\(error)")
    }
  }

  private var noClosedForm: NoClosedForm {
    NoClosedForm(
      reason: "no closed form is known here for \(players.count) players; with at most \(Self.largestTable) "
        + "every rule is tried on the table of all coalitions")
  }

  /// What all players pay, or get, together.
  var jointWorth: Double {
    switch numbers {
    case .airport(let costs): costs.max() ?? 0
    case .voting: 1
    case .bankruptcy(let estate, let claims): min(estate, claims.reduce(0, +))
    case .pairwise(let alone, let pairs): (alone + pairs).reduce(0, +)
    case .spanningTree(let lengths):
      (try? spanningTreeGame(lengths: lengths))?.tree.reduce(0) { $0 + $1.cost } ?? 0
    }
  }

  /// The smallest subsidy that keeps every coalition, where the structure tells.
  var exactSubsidy: Rational? {
    guard case .pairwise(let alone, let pairs) = numbers, let game = try? pairwiseGame(alone: alone, pairs: pairs)
    else { return nil }
    return (try? game.leastSubsidy())?.amount
  }

  /// Whether no division keeps every coalition; nil where the structure does not tell.
  var isCoreEmpty: Bool? {
    switch numbers {
    // A runway's costs are concave, an estate's gains convex, and the tree's links can be paid by whom they reach (Bird
    // 1976): each has a core.
    case .airport, .bankruptcy, .spanningTree: return false
    case .voting(let quota, let weights):
      // A vote has a core when somebody can stop everything.
      let sum = weights.reduce(0, +)
      return !weights.contains { sum - $0 < quota }
    case .pairwise: return exactSubsidy?.isPositive
    }
  }

  private func fees(_ costs: [Double], _ rule: KeyPath<AirportGame, [Double]>) -> [Double] {
    let order = costs.indices.sorted { (costs[$0], $0) < (costs[$1], $1) }
    let fees = AirportGame(types: order.map { AirportGame.UserType(cost: costs[$0], users: 1) })[keyPath: rule]
    var shares = [Double](repeating: 0, count: costs.count)
    for (player, fee) in zip(order, fees) { shares[player] = fee }
    return shares
  }
}

/// Why a structure does not tell what a rule says.
struct NoClosedForm: Error, Equatable {
  let reason: String
}
