import CollectiveAction
import Mathematics
import Testing

@Suite struct SpilloverGameTests {
  // MARK: - Figures worked out from the model (Literature/chander-tulkens-1997)

  @Test("gives the equilibrium, the optimum and the costs worked out for three players")
  func threePlayers() throws {
    let game = try SpilloverGame.threePlayers()
    let nash = try game.outcome(agreeing: .empty)
    let optimum = try game.outcome(agreeing: .grand(of: 3))
    expect(nash.actions, [1.8, 0.5, 0.15])
    expect(optimum.actions, [2.5, 0.95, 0.375])
    expect(nash.costs, [25.035, 20.58, 9.625])
    expect(optimum.costs, [24.9425, 20.2275, 9.52125])
    expect([nash.totalCost, optimum.totalCost], [55.24, 54.69125])
    expect([game.costs(of: [0, 0, 0]).reduce(0, +)], [59])
    #expect(nash.isUnique && optimum.isUnique)
  }

  @Test("gives every coalition the γ cost worked out for three players", arguments: 0..<7)
  func gammaCosts(row: Int) throws {
    let table = try LiteratureTable("chander-tulkens-1997/transport-game.csv")
    let game = try SpilloverGame.threePlayers()
    let members = try #require(table.rows[row]["coalition"]).split(separator: "+").compactMap { Int($0) }
    let worth = try game.coalitionGame(.gamma)[Coalition(members.map { $0 - 1 })]
    expect([worth], [try #require(table.numbers("gamma_cost")[row])])
  }

  @Test("gives the costs worked out for a pollutant that settles alike everywhere", arguments: 0..<4)
  func uniformPollutant(player: Int) throws {
    let table = try LiteratureTable("chander-tulkens-1997/uniform-game.csv")
    let transfers = try ChanderTulkensTransfers(of: .uniformPollutant())
    for (column, value) in [
      ("abatement_alone", transfers.nash.actions[player]), ("cost_alone", transfers.nash.costs[player]),
      ("abatement_together", transfers.optimum.actions[player]), ("cost_together", transfers.optimum.costs[player]),
      ("transfer_received", transfers.received[player]), ("cost_after_transfer", transfers.costs[player]),
    ] {
      let worked = try #require(table.numbers(column)[player])
      #expect(abs(value - worked) <= 0.5e-6 + 1e-12, "\(column)")  // six decimals
    }
  }

  // MARK: - Equilibria against an independent search

  @Test("leaves nobody a better choice, alone or in the coalition", arguments: UInt64(0)..<60)
  func nobodyDoesBetter(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    for mask in 0..<(UInt64(1) << UInt64(game.players.count)) {
      let coalition = Coalition(mask: mask)
      let outcome = try game.outcome(agreeing: coalition)
      for (player, cost) in outcome.costs.enumerated() {
        #expect(abs(cost - independentCost(of: [player], in: game, doing: outcome.actions)) < 1e-9 * max(1, cost))
        // A smooth convex cost over a box is least where no single coordinate can lower it.
        let group = coalition.contains(player) ? Array(coalition) : [player]
        let best = lowest(
          of: {
            var actions = outcome.actions
            actions[player] = $0
            return independentCost(of: group, in: game, doing: actions)
          }, from: 0, to: game.limit[player])
        let cost = independentCost(of: group, in: game, doing: outcome.actions)
        #expect(cost <= best + 1e-10 * max(1, abs(cost)), "\(coalition) \(player)")  // sums of some ten terms
        #expect(outcome.actions[player] >= 0 && outcome.actions[player] <= game.limit[player])
      }
    }
  }

  @Test("also solves games too large to list their coalitions", arguments: UInt64(0)..<4)
  func manyPlayers(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 40)
    for coalition in [Coalition.empty, Coalition(stride(from: 0, to: 40, by: 3)), .grand(of: 40)] {
      let outcome = try game.outcome(agreeing: coalition)
      let settles = game.deposition(after: outcome.actions)
      for player in 0..<40 {
        let served = coalition.contains(player) ? Array(coalition) : [player]
        let spared = served.reduce(0) {
          $0 + game.transport[player, $1] * (game.linearDamage[$1] + game.quadraticDamage[$1] * settles[$1])
        }
        let (action, slope) = (outcome.actions[player], game.abatementCost[player] * outcome.actions[player] - spared)
        // A unit more costs more than it spares, unless at the limit; a unit less spares less, unless at zero.
        #expect(slope >= -1e-9 * spared || action == game.limit[player])
        #expect(slope <= 1e-9 * spared || action == 0)
      }
    }
  }

  @Test("finds the joint optimum that no move of several at once improves", arguments: UInt64(0)..<30)
  func optimumIsOptimal(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    var chance = RandomStream(seed: seed, stream: [1])
    let optimum = try game.outcome(agreeing: .grand(of: game.players.count))
    for _ in 0..<100 {
      let size = chance.uniform()
      let moved = game.players.indices.map {
        min(max(optimum.actions[$0] + size * (2 * chance.uniform() - 1), 0), game.limit[$0])
      }
      let total = independentCost(of: game.players.indices, in: game, doing: moved)
      #expect(optimum.totalCost <= total + 1e-10 * abs(total))  // rounding of the sums
    }
  }

  @Test("stops at the limit when more would pay")
  func limitBinds() throws {
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [10, 10], limit: [1, 0], abatementCost: [1, 1], linearDamage: [5, 5],
      transport: Matrix([[1, 1], [1, 1]]))
    #expect(try game.outcome(agreeing: .grand(of: 2)).actions == [1, 0])
  }

  @Test("says that it did not show an equilibrium to be the only one where there are three")
  func severalEquilibria() throws {
    // Strong mutual spillover and cheap abatement: either may leave the work to the other, in part.
    let game = try SpilloverGame(
      players: ["a", "b"], baseline: [10, 10], abatementCost: [0.1, 0.1], quadraticDamage: [1, 1],
      transport: Matrix([[1, 3], [3, 1]]))
    let nash = try game.outcome(agreeing: .empty)
    #expect(!nash.isUnique)
    for equilibrium in [nash.actions, [10, 10 / 1.1], [10 / 1.1, 10], [40 / 4.1, 40 / 4.1]] {
      let outcome = Outcome(actions: equilibrium, costs: game.costs(of: equilibrium), isUnique: false)
      for player in 0..<2 {
        #expect(abs(game.costOfDefecting(player, from: outcome) - outcome.costs[player]) < 1e-9)
      }
    }
    #expect(try game.outcome(agreeing: .grand(of: 2)).isUnique)  // the optimum of a strictly convex cost
    let all = try game.equilibria(agreeing: .empty)
    #expect(all.isComplete)
    #expect(all.outcomes.contains(nash))
    #expect(all.outcomes.count == 3)
    let worked: [[Double]] = [[10 / 1.1, 10], [10, 10 / 1.1], [40 / 4.1, 40 / 4.1]]
    for (outcome, actions) in zip(all.outcomes, worked) {
      for (found, action) in zip(outcome.actions, actions) { #expect(abs(found - action) < 1e-9) }  // two equations
    }
  }

  @Test("lists equilibria of which nobody has a better reply, where there may be several", arguments: UInt64(0)..<30)
  func allEquilibria(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [9])
    let count = 2 + Int(seed % 4)
    var transport = Matrix(rows: count, columns: count)
    for index in transport.elements.indices { transport.elements[index] = 3 * chance.uniform() }
    let game = try SpilloverGame(
      players: (0..<count).map { "p\($0)" }, baseline: [Double](repeating: 10, count: count),
      abatementCost: (0..<count).map { _ in 0.05 + chance.uniform() / 2 },
      quadraticDamage: [Double](repeating: 1, count: count), transport: transport)
    for coalition in [Coalition.empty, Coalition([0, 1])] {
      let outcome = try game.outcome(agreeing: coalition)
      let all = try game.equilibria(agreeing: coalition)
      #expect(all.outcomes.contains(outcome))
      #expect(all.isComplete)
      if outcome.isUnique { #expect(all.outcomes.count == 1) }
      for equilibrium in all.outcomes {
        for player in 0..<count {
          let group = coalition.contains(player) ? Array(coalition) : [player]
          let best = lowest(
            of: {
              var actions = equilibrium.actions
              actions[player] = $0
              return independentCost(of: group, in: game, doing: actions)
            }, from: 0, to: game.limit[player])
          let cost = independentCost(of: group, in: game, doing: equilibrium.actions)
          #expect(cost <= best + 1e-8 * max(1, abs(cost)), "\(coalition) \(player)")  // sums of squares of some 100
        }
      }
    }
  }

  // MARK: - Deviations, conventions, stakes

  @Test("prices a defection as a fine search of all replies does", arguments: UInt64(0)..<40)
  func defection(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let optimum = try game.outcome(agreeing: .grand(of: game.players.count))
    for player in game.players.indices {
      let found = game.costOfDefecting(player, from: optimum)
      var least = Double.infinity
      for step in 0...2000 {
        var actions = optimum.actions
        actions[player] = game.limit[player] * Double(step) / 2000
        least = min(least, independentCost(of: [player], in: game, doing: actions))
      }
      #expect(found <= least + 1e-10 * max(1, least))
      #expect(least - found < 1e-4)  // half a step of the grid squared, times the curvature: 0.003² × 4
      #expect(found <= optimum.costs[player] + 1e-12 * max(1, found))
    }
  }

  @Test("charges a coalition most when outsiders abate nothing", arguments: UInt64(0)..<30)
  func alphaIsTheWorst(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    var chance = RandomStream(seed: seed, stream: [2])
    let alpha = try game.coalitionGame(.alpha)
    let gamma = try game.coalitionGame(.gamma)
    #expect(abs(alpha.jointWorth - gamma.jointWorth) < 1e-9 * gamma.jointWorth)
    for coalition in alpha.coalitions {
      let forbidden = try SpilloverGame(
        players: game.players, baseline: game.baseline,
        limit: game.players.indices.map { coalition.contains($0) ? game.limit[$0] : 0 },
        abatementCost: game.abatementCost, linearDamage: game.linearDamage, quadraticDamage: game.quadraticDamage,
        transport: game.transport, background: game.background)
      let least = coalition.reduce(0) { sum, member in
        sum + ((try? forbidden.outcome(agreeing: coalition).costs[member]) ?? .nan)
      }
      #expect(abs(alpha[coalition] - least) < 1e-9 * max(1, least))
      #expect(alpha[coalition] >= gamma[coalition] - 1e-9 * gamma[coalition])
      // Whatever the members do, outsiders at zero leave them no less than this …
      let members = game.players.indices.map { coalition.contains($0) ? game.limit[$0] * chance.uniform() : 0 }
      #expect(alpha[coalition] <= independentCost(of: coalition, in: game, doing: members) + 1e-9)
      // … and whatever outsiders do instead, the members' choice costs them no more.
      var worse = members
      for player in game.players.indices where !coalition.contains(player) {
        worse[player] = game.limit[player] * chance.uniform()
      }
      #expect(
        independentCost(of: coalition, in: game, doing: worse)
          <= independentCost(of: coalition, in: game, doing: members) + 1e-9)
    }
  }

  @Test("counts as a stake what the other alone spares a player")
  func stakes() throws {
    let game = try SpilloverGame.threePlayers()
    let stakes = try game.stakes(of: 0)
    // Player 2 raises its abatement from .5 to .95, player 3 from .15 to .375; 1 is spared .2·3 and .1·3 a unit.
    expect(stakes, [0, 0.45 * 0.6 / 25.035, 0.225 * 0.3 / 25.035])
    let clean = try SpilloverGame(players: ["a"], baseline: [0], abatementCost: [1], transport: Matrix([[1]]))
    #expect(try clean.stakes(of: 0) == [0])
  }

  @Test("counts the cost of abatement as the contribution")
  func contributions() throws {
    let game = try SpilloverGame.threePlayers()
    expect(game.contributions(in: try game.outcome(agreeing: .empty)), [1.62, 0.25, 0.045])
  }

  // MARK: - Invariances

  @Test("knows players by what they are, not by their order", arguments: UInt64(0)..<25)
  func permutation(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let order = Array(game.players.indices.reversed())
    var transport = Matrix(rows: order.count, columns: order.count)
    for i in order.indices { for j in order.indices { transport[i, j] = game.transport[order[i], order[j]] } }
    let turned = try SpilloverGame(
      players: order.map { game.players[$0] }, baseline: order.map { game.baseline[$0] },
      limit: order.map { game.limit[$0] }, abatementCost: order.map { game.abatementCost[$0] },
      linearDamage: order.map { game.linearDamage[$0] }, quadraticDamage: order.map { game.quadraticDamage[$0] },
      transport: transport, background: order.map { game.background[$0] })
    for mask in 0..<(UInt64(1) << UInt64(order.count)) {
      let there = try turned.outcome(agreeing: Coalition(order.indices.filter { mask >> UInt64(order[$0]) & 1 == 1 }))
      let here = try game.outcome(agreeing: Coalition(mask: mask))
      for (place, player) in order.enumerated() {
        #expect(abs(there.actions[place] - here.actions[player]) < 1e-11)  // another order of sums
      }
    }
  }

  @Test("does the same in any currency", arguments: UInt64(0)..<25)
  func currency(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed)
    let dearer = try SpilloverGame(
      players: game.players, baseline: game.baseline, limit: game.limit,
      abatementCost: game.abatementCost.map { $0 * 1024 }, linearDamage: game.linearDamage.map { $0 * 1024 },
      quadraticDamage: game.quadraticDamage.map { $0 * 1024 }, transport: game.transport, background: game.background)
    let here = try game.allOutcomes()
    let there = try dearer.allOutcomes()
    for mask in 0..<(UInt64(1) << UInt64(game.players.count)) {
      let coalition = Coalition(mask: mask)
      #expect(here[coalition].actions == there[coalition].actions)  // a power of two rounds nothing
      #expect(here[coalition].costs.map { $0 * 1024 } == there[coalition].costs)
    }
  }

  @Test("gives the same bits for all coalitions at once as one by one, and time after time", arguments: UInt64(0)..<10)
  func sameBits(seed: UInt64) throws {
    let game = try SpilloverGame.random(seed: seed, players: 6)
    let table = try game.allOutcomes()
    #expect(try game.allOutcomes() == table)
    let gamma = try game.coalitionGame(.gamma)
    for mask in 0..<UInt64(64) {
      #expect(try game.outcome(agreeing: Coalition(mask: mask)) == table[Coalition(mask: mask)])
      #expect(table.jointCost(of: Coalition(mask: mask)) == gamma[Coalition(mask: mask)])
    }
  }

  // MARK: - Refusals

  @Test("refuses figures that make no problem, naming the player and the remedy")
  func refusals() {
    func game(
      players: [String] = ["a", "b"], baseline: [Double] = [1, 1], limit: [Double]? = nil, cost: [Double] = [1, 1],
      transport: Matrix = Matrix([[1, 0], [0, 1]])
    ) throws(DilemmaError) {
      _ = try SpilloverGame(
        players: players, baseline: baseline, limit: limit, abatementCost: cost, transport: transport)
    }
    for (why, attempt) in [
      ("a problem has 1 to 63 players, not 0", { try game(players: []) }),
      ("two players are called 'a'; give each a name of its own", { try game(players: ["a", "a"]) }),
      ("3 figures of baseline for 2 players; give one each", { try game(baseline: [1, 1, 1]) }),
      ("the baseline of 'b' is -1.0; give a finite number, 0 or more", { try game(baseline: [1, -1]) }),
      ("the baseline of 'a' is nan; give a finite number, 0 or more", { try game(baseline: [.nan, 1]) }),
      ("the abatement cost of 'b' is 0.0; give a number above 0", { try game(cost: [1, 0]) }),
      (
        "the limit of 'a' is 2.0, above its baseline of 1.0; nobody can abate more than it emits",
        { try game(limit: [2, 1]) }
      ),
      (
        "a transport matrix of 1 × 2; 2 players need a row and a column each",
        { try game(transport: Matrix([[1, 0]])) }
      ),
      (
        "the transport from 'a' to 'b' is -0.5; give 0 or more",
        { try game(transport: Matrix([[1, -0.5], [0, 1]])) }
      ),
    ] as [(String, () throws -> Void)] {
      #expect(throws: DilemmaError.invalid(why)) { try attempt() }
    }
  }

  @Test("refuses to list the coalitions of too many players")
  func tooMany() throws {
    let game = try SpilloverGame(
      players: (0..<30).map { "p\($0)" }, baseline: [Double](repeating: 1, count: 30),
      abatementCost: [Double](repeating: 1, count: 30), transport: Matrix(rows: 30, columns: 30, repeating: 0.1))
    #expect(throws: DilemmaError.tooManyPlayers(30)) { try game.coalitionGame(.gamma) }
    #expect(
      throws: DilemmaError.invalid(
        "the outcomes of all coalitions of 30 players do not fit in memory; "
          + "ask for at most 20 players, or for the coalitions one by one")
    ) { try game.allOutcomes() }
  }
}

/// Figures worked out to all the digits shown; 1e-12 is what adding a dozen terms rounds away.
func expect(_ found: [Double], _ worked: [Double], sourceLocation: SourceLocation = #_sourceLocation) {
  #expect(found.count == worked.count, sourceLocation: sourceLocation)
  for (a, b) in zip(found, worked) {
    #expect(abs(a - b) <= 1e-12 * max(1, abs(b)), sourceLocation: sourceLocation)
  }
}

@Suite struct SpilloverUnitsTests {
  @Test("keeps the three equilibria of two apart however much a third emits", arguments: [5, 1e9, 1e12])
  func widestRange(baseline: Double) throws {
    let game = try SpilloverGame(
      players: ["a", "b", "c"], baseline: [baseline, 5, 5], abatementCost: [1, 1, 1], quadraticDamage: [0, 1, 1],
      transport: Matrix([[0, 0, 0], [0, 1, 3], [0, 3, 1]]))
    let set = try game.equilibria(agreeing: .empty)
    #expect(set.isComplete && set.outcomes.count == 3)
    #expect(set.outcomes.contains { $0 == (try? game.outcome(agreeing: .empty)) })
  }

  @Test("gives the same equilibria and verdicts in any unit of each player's nuisance", arguments: UInt64(0)..<80)
  func anyUnits(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [31])
    let count = 3
    func figures(_ low: Double, _ high: Double) -> [Double] {
      (0..<count).map { _ in low + (high - low) * chance.uniform() }
    }
    // Harm from abroad so strong at times that there are several.
    var transport = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count { transport[i, j] = (i == j ? 0.5 : seed % 2 == 0 ? 0.4 : 2) * (0.5 + chance.uniform()) }
    }
    let (baseline, cost, linear, quadratic) = (figures(2, 9), figures(0.2, 2), figures(0, 1), figures(0.1, 1))
    let units = (0..<count).map { _ in Double("1e\(chance.next() % 13)") ?? 1 }
    var stated = transport
    for i in 0..<count { for j in 0..<count { stated[i, j] = transport[i, j] / units[i] } }
    let plain = try SpilloverGame(
      players: ["a", "b", "c"], baseline: baseline, abatementCost: cost, linearDamage: linear,
      quadraticDamage: quadratic, transport: transport)
    let other = try SpilloverGame(
      players: ["a", "b", "c"], baseline: zip(baseline, units).map { $0 * $1 },
      abatementCost: zip(cost, units).map { $0 / $1 / $1 }, linearDamage: linear, quadraticDamage: quadratic,
      transport: stated)
    for coalition in [Coalition.empty, Coalition([0, 2])] {
      let (first, second) = (try plain.equilibria(agreeing: coalition), try other.equilibria(agreeing: coalition))
      #expect(first.isComplete == second.isComplete && first.outcomes.count == second.outcomes.count)
      #expect(first.outcomes.allSatisfy(\.isUnique) == second.outcomes.allSatisfy(\.isUnique))
      for outcome in first.outcomes {
        #expect(
          second.outcomes.contains { found in
            (0..<count).allSatisfy { abs(found.actions[$0] / units[$0] - outcome.actions[$0]) <= 1e-8 }
          })
      }
    }
  }
}
