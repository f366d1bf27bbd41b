import CollectiveAction
import Mathematics

/// A standard among players who all deal with one another, no two weights alike: all share it in the end and nobody
/// begins by itself, so that the whole matrix is at work.
struct DenseStandard {
  let standard: SharedStandard
  let weights: Matrix

  init(players count: Int, seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let names = (0..<count).map { "p\($0)" }
    let benefit = names.map { _ in 0.8 + 0.4 * chance.uniform() }
    let cost = names.map { _ in 0.3 + 0.45 * chance.uniform() }
    var weights = Matrix(rows: count, columns: count)
    for row in 0..<count {
      for column in 0..<count where column != row { weights.elements[row * count + column] = chance.uniform() }
    }
    self.weights = weights
    standard = try SharedStandard(
      players: names, benefit: benefit, switchingCost: cost,
      exchange: ExchangeWeights(players: names, weights: weights))
  }

  /// What another program needs to find the same equilibria: benefits, costs and the rows of weights.
  var figures: [Double] { standard.benefit + standard.switchingCost + weights.elements }

  /// Who adopts in the least and in the greatest equilibrium, 1 for each that does.
  var equilibria: [Double] {
    (standard.leastEquilibrium + standard.greatestEquilibrium).map { $0 ? 1 : 0 }
  }

  /// The smallest subsidy and the fewest first movers with their bounds, found together with both equilibria.
  var push: [Double] {
    let push = standard.minimumPush()
    return [
      push.subsidy.total, push.subsidy.lowerBound, Double(push.firstMovers.players.count),
      Double(push.firstMovers.lowerBound), Double(push.least.count { $0 }), Double(push.greatest.count { $0 }),
    ]
  }
}
