import CollectiveAction
import Mathematics
import Testing

/// The equilibria as the search finds them, against the general solver of complementarity problems fed from the
/// definition, and against a search of every player's and group's replies.
@Suite struct PartialAgreementTests {
  /// Whom each acts for.
  static func groups(_ coalition: Coalition, _ convention: WorthConvention, count: Int) -> [Coalition] {
    let rest = Coalition.grand(of: count).subtracting(coalition)
    return (0..<count).map {
      coalition.contains($0) ? coalition : convention == .delta ? rest : .single($0)
    }
  }

  /// Fᵢ(q) = cᵢqᵢ − Σⱼ Aᵢⱼ(dⱼ + δⱼ depⱼ(q)), j over those i acts for, written down from the definition.
  static func problem(
    _ game: SpilloverGame, _ coalition: Coalition, _ convention: WorthConvention
  ) throws -> BoxedComplementarity {
    let count = game.players.count
    let groups = groups(coalition, convention, count: count)
    let unabated = game.deposition(after: [Double](repeating: 0, count: count))
    var matrix = Matrix(rows: count, columns: count)
    var constant = [Double](repeating: 0, count: count)
    for i in 0..<count {
      matrix[i, i] = game.abatementCost[i]
      for j in groups[i] {
        constant[i] -= game.transport[i, j] * (game.linearDamage[j] + game.quadraticDamage[j] * unabated[j])
        for k in 0..<count {
          matrix[i, k] += game.transport[i, j] * game.quadraticDamage[j] * game.transport[k, j]
        }
      }
    }
    return try BoxedComplementarity(
      matrix: matrix, constant: constant, lower: [Double](repeating: 0, count: count),
      upper: (0..<count).map { convention == .alpha && !coalition.contains($0) ? 0 : game.limit[$0] })
  }

  @Test("finds what the general solver finds, whoever acts as one", arguments: UInt64(0)..<24)
  func agreesWithGeneralSolver(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 2 + Int(seed % 6))
    let table = try game.allOutcomes()
    for mask in 0..<(UInt64(1) << UInt64(game.players.count)) {
      let coalition = Coalition(mask: mask)
      let problem = try Self.problem(game, coalition, .gamma)
      let outcome = table[coalition]
      #expect(outcome.isUnique == problem.uniqueness().isCertain)
      guard outcome.isUnique else { continue }
      for (found, expected) in zip(outcome.actions, try problem.solution().values) {
        #expect(abs(found - expected) < 1e-10 * max(1, expected), "\(coalition)")  // two solvers of one system
      }
    }
  }

  private func expectGeneralWorths(of game: SpilloverGame) throws {
    for convention in WorthConvention.allCases {
      let worths = try game.coalitionGame(convention)
      for coalition in worths.coalitions {
        let problem = try Self.problem(game, coalition, convention)
        guard problem.uniqueness().isCertain else { continue }
        let cost = independentCost(of: coalition, in: game, doing: try problem.solution().values)
        #expect(abs(worths[coalition] - cost) < 1e-10 * max(1, cost), "\(convention) \(coalition)")  // sums of dozens
      }
    }
  }

  @Test("charges every coalition what the general solver makes of each convention", arguments: UInt64(0)..<12)
  func worthsOfEveryConvention(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 2 + Int(seed % 5))
    try expectGeneralWorths(of: game)
  }

  @Test("also where limits are zero, harm is linear for some, and some feel or reach nobody", arguments: UInt64(0)..<20)
  func degenerate(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [5])
    let plain = try SpilloverGame.random(seed: seed, players: 5)
    func thinned(_ figures: [Double]) -> [Double] { figures.map { chance.uniform() < 0.4 ? 0 : $0 } }
    let game = try SpilloverGame(
      players: plain.players, baseline: plain.baseline, limit: thinned(plain.limit),
      abatementCost: plain.abatementCost, linearDamage: thinned(plain.linearDamage),
      quadraticDamage: thinned(plain.quadraticDamage),
      transport: Matrix(rows: 5, columns: 5, elements: thinned(plain.transport.elements)))
    try expectGeneralWorths(of: game)
  }

  @Test("gives outsiders that act as one what two players of one group each would choose", arguments: UInt64(0)..<20)
  func deltaIsNashOfTwoGroups(seed: UInt64) throws {
    // No single action of a member lowers the cost of the coalition, none of an outsider that of the outsiders.
    let game = try SpilloverGame.random(seed: seed)
    let count = game.players.count
    let delta = try game.coalitionGame(.delta)
    for coalition in delta.coalitions {
      let problem = try Self.problem(game, coalition, .delta)
      let actions = try problem.solution().values
      for (player, group) in Self.groups(coalition, .delta, count: count).enumerated() {
        let now = independentCost(of: group, in: game, doing: actions)
        let best = lowest(
          of: {
            var moved = actions
            moved[player] = $0
            return independentCost(of: group, in: game, doing: moved)
          }, from: 0, to: game.limit[player])
        #expect(now <= best + 1e-10 * max(1, abs(now)), "\(coalition) \(player)")  // sums of some ten terms
      }
    }
  }

  @Test("makes no difference between outsiders alone and as one where there is at most one", arguments: UInt64(0)..<30)
  func deltaIsGammaOfOneOutsider(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let (gamma, delta) = (try game.coalitionGame(.gamma), try game.coalitionGame(.delta))
    let count = game.players.count
    for coalition in gamma.coalitions where coalition.count >= count - 1 {
      #expect(abs(gamma[coalition] - delta[coalition]) < 1e-11 * gamma[coalition])  // sums in another order
    }
  }

  @Test("spares a coalition most when its outsiders act as one, under linear damage", arguments: UInt64(0)..<30)
  func deltaIsCheapestUnderLinearDamage(seed: UInt64) throws {
    // Outsiders that act as one abate at least as much as alone, and members abate the same whatever outsiders do.
    let game = try SpilloverGame.random(seed: seed, players: 5, isLinear: true)
    let (alpha, gamma, delta) = (
      try game.coalitionGame(.alpha), try game.coalitionGame(.gamma), try game.coalitionGame(.delta)
    )
    for coalition in gamma.coalitions {
      #expect(delta[coalition] <= gamma[coalition] + 1e-11 * gamma[coalition])  // rounding of sums
      #expect(gamma[coalition] <= alpha[coalition] + 1e-11 * alpha[coalition])
    }
  }

  @Test("does not depend on which coalitions were asked for before", arguments: UInt64(0)..<6)
  func sameBitsAfterAnything(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 8)
    let gamma = try game.coalitionGame(.gamma)
    #expect(try game.coalitionGame(.gamma) == gamma)
    for mask in [255, 1, 254, 85, 170, 128, 3] as [UInt64] {
      let coalition = Coalition(mask: mask)
      let outcome = try game.outcome(agreeing: coalition)
      #expect(coalition.reduce(0) { $0 + outcome.costs[$1] } == gamma[coalition])
    }
  }

  @Test("refuses figures whose products no number holds")
  func tooLarge() throws {
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [1e200, 1], abatementCost: [1, 1], quadraticDamage: [1e200, 1],
      transport: Matrix([[1, 1], [1, 1]]))
    #expect(
      throws: DilemmaError.invalid("the figures are too large to be multiplied; state them in larger units")
    ) { try game.outcome(agreeing: .empty) }
    #expect(
      throws: DilemmaError.invalid("the figures are too large to be multiplied; state them in larger units")
    ) { try game.coalitionGame(.gamma) }
  }

  // MARK: - Theorems

  @Test("makes a convex game of linear damage, whatever the transport and the limits", arguments: UInt64(0)..<16)
  func convexUnderLinearDamage(seed: UInt64) throws {
    // What emitter i gains, max over q of Bq − cq²/2, is convex in the harm B it spares the members, and B adds up over
    // them; so whoever joins, the larger coalition gains more. By Shapley (1971) the core is not empty.
    let game = try SpilloverGame.random(seed: seed, players: 5, isLinear: true)
    let gamma = try game.coalitionGame(.gamma)
    for first in gamma.coalitions {
      for second in gamma.coalitions {
        let (union, meet) = (first.union(second), first.intersection(second))
        let least = meet.isEmpty ? 0 : gamma[meet]
        #expect(gamma[union] + least <= gamma[first] + gamma[second] + 1e-10)  // sums of some hundred
      }
    }
  }

  @Test(
    "leaves the γ core of a uniform pollutant not empty, harm being quadratic (Helm 2001)", arguments: UInt64(0)..<8)
  func balancedForUniformPollutant(seed: UInt64) throws {
    let plain = try SpilloverGame.random(seed: seed, players: 4)
    let game = try SpilloverGame(
      players: plain.players, baseline: plain.baseline, abatementCost: plain.abatementCost,
      linearDamage: plain.linearDamage, quadraticDamage: plain.quadraticDamage,
      transport: Matrix(rows: 4, columns: 4, repeating: 0.5))
    let gamma = try game.coalitionGame(.gamma)
    let all = Array(gamma.coalitions)
    // Bondareva and Shapley: the core is not empty when no balanced weights cost less than all together. It is enough
    // to look at the corners, each given by four coalitions that are linearly independent.
    for a in all.indices {
      for b in (a + 1)..<all.count {
        for c in (b + 1)..<max(all.count, b + 1) {
          for d in (c + 1)..<max(all.count, c + 1) {
            let chosen = [all[a], all[b], all[c], all[d]]
            let membership = Matrix((0..<4).map { player in chosen.map { $0.contains(player) ? 1 : 0 } })
            guard let weights = try? LinearSystem(membership).solution(for: [1, 1, 1, 1]),
              weights.allSatisfy({ $0 >= -1e-12 })
            else { continue }
            let cost = zip(weights, chosen).reduce(0) { $0 + $1.0 * gamma[$1.1] }
            #expect(gamma.jointWorth <= cost + 1e-9 * cost)  // sums of four worths
          }
        }
      }
    }
  }
}
