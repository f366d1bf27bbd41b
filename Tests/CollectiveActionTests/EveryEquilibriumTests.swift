import CollectiveAction
import Foundation
import Mathematics
import Testing

/// Every equilibrium that a family tells is held against its payoffs, restated here from the published formulas: no outsider
/// may gain by doing something else, nor the coalition by any other joint action that was tried.
///
/// Gains of up to 10⁻⁹ of all costs count as none: solvers and restatements add the same figures up in other orders, some
/// hundred sums each of 10⁻¹⁶, and where a payoff is flat an action that is 10⁻⁸ off loses 10⁻¹⁶.
@Suite struct EveryEquilibriumTests {
  @Test("holds in spillovers, linear and quadratic", arguments: UInt64(0)..<16)
  func spillover(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [41])
    let game = try SpilloverGame.random(seed: seed, isLinear: seed % 4 == 0)
    let restated = RestatedGame(ranges: game.limit.map { 0...$0 }) { actions in
      game.players.indices.map { independentCost(of: [$0], in: game, doing: actions) }
    }
    let (faults, checked, unsolved) = try restated.faults(in: game, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    #expect(checked >= 1 << game.players.count && unsolved == 0)
  }

  @Test("holds along rivers", arguments: UInt64(0)..<12)
  func river(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [42])
    let count = 2 + Int(seed % 3)
    func figures(_ range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in Double.random(in: range, using: &chance) }
    }
    let (baseline, cost, linear, quadratic) = (figures(2...9), figures(0.3...2), figures(0...2), figures(0...0.4))
    let (felt, background, passing) = (figures(0.5...1.5), figures(0...2), Array(figures(0...1).dropLast()))
    let game = try SpilloverGame.river(
      players: Array(GamesByNumber.names.prefix(count)), baseline: baseline, abatementCost: cost,
      linearDamage: linear, quadraticDamage: quadratic, felt: felt, passing: passing, background: background)
    let restated = RestatedGame(ranges: baseline.map { 0...$0 }) { actions in
      var carried = 0.0
      return (0..<count).map { place in
        carried = (place > 0 ? carried * passing[place - 1] : 0) + felt[place] * (baseline[place] - actions[place])
        let load = background[place] + carried
        return cost[place] * actions[place] * actions[place] / 2 + linear[place] * load
          + quadratic[place] * load * load / 2
      }
    }
    let (faults, _, unsolved) = try restated.faults(in: game, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    #expect(unsolved == 0)
  }

  @Test("holds among the agencies of governments", arguments: UInt64(0)..<8)
  func agencies(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [43])
    let whole = try SpilloverGame.random(seed: seed, players: 2)
    let harm = [Double.random(in: 0...1, using: &chance), .random(in: 0...1, using: &chance)]
    let split = try AgencyGame(
      of: whole,
      agencies: harm.map { [.init(name: "works", harm: $0), .init(name: "health", harm: 1 - $0)] })
    // Places 0 and 2 abate; each minds a part of what its government suffers.
    let restated = RestatedGame(ranges: [0...whole.limit[0], 0...0, 0...whole.limit[1], 0...0]) { actions in
      (0..<4).map { place in
        let home = place / 2
        var load = whole.background[home]
        for other in 0..<2 { load += whole.transport[other, home] * (whole.baseline[other] - actions[2 * other]) }
        let suffered = whole.linearDamage[home] * load + whole.quadraticDamage[home] * load * load / 2
        let paid = place % 2 == 0 ? whole.abatementCost[home] * actions[place] * actions[place] / 2 : 0
        return paid + (place % 2 == 0 ? harm[home] : 1 - harm[home]) * suffered
      }
    }
    let (faults, _, unsolved) = try restated.faults(in: split.game, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    #expect(unsolved == 0)
  }

  @Test("holds in competition of every shape", arguments: CompetitionGame.Shape.allCases, UInt64(0)..<10)
  func competition(shape: CompetitionGame.Shape, seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [44])
    let game = try CompetitionGame.random(shape, seed: seed)
    let payoffs = game.players.indices.map { game.payoff(of: $0) }
    let restated = RestatedGame(ranges: zip(game.low, game.high).map { $0...$1 }) { actions in
      payoffs.map { payoff in
        var sum = payoff.constant
        for j in actions.indices {
          sum += payoff.slope[j] * actions[j]
          for k in actions.indices { sum += payoff.curvature[j, k] * actions[j] * actions[k] / 2 }
        }
        return -sum
      }
    }
    // 1e-8: where a joint payoff bends upwards its best is searched for to 10⁻⁹ of its terms, and ten times that counts
    // as none.
    let (faults, checked, unsolved) = try restated.faults(
      in: game, within: shape == .concave ? 1e-9 : 1e-8, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    // When all act alone payoffs are concave, so there is an equilibrium; two who act as one may have a payoff that is not.
    #expect(checked > 0 && unsolved <= (1 << game.players.count) - game.players.count - 1)
    if shape == .concave { #expect(unsolved == 0) }
  }

  @Test("holds in tax competition", arguments: UInt64(0)..<12)
  func taxes(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [45])
    let count = 2 + Int(seed % 3)
    let (a, b) = (Double.random(in: 8...12, using: &chance), Double.random(in: 0.5...1.5, using: &chance))
    let home = (0..<count).map { _ in Double.random(in: 0.7...1.3, using: &chance) }
    let worth = Double.random(in: 1...2.5, using: &chance)
    let top = Double.random(in: 0.5...1, using: &chance)
    let race = try TaxCompetition(
      players: Array(GamesByNumber.names.prefix(count)), outputA: a, outputB: b, capitalPerHead: home,
      publicFundsValue: worth, range: 0...top)
    let mean = home.reduce(0, +) / Double(count)
    let restated = RestatedGame(ranges: home.map { _ in 0...top }) { taxes in
      let average = taxes.reduce(0, +) / Double(count)
      let earned = a - 2 * b * mean - average
      return (0..<count).map { place in
        let capital = mean + (average - taxes[place]) / (2 * b)
        return -(b * capital * capital + earned * home[place] + worth * taxes[place] * capital)
      }
    }
    let (faults, _, unsolved) = try restated.faults(in: race.game, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    #expect(unsolved == 0)
  }

  @Test("holds where markets are kept closed", arguments: UInt64(0)..<12)
  func protection(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [46])
    let count = 2 + Int(seed % 3)
    let dilemmas = try (0..<count).map { _ in
      try PrisonersDilemma(
        temptation: .random(in: 4...5, using: &chance), reward: .random(in: 3...3.5, using: &chance),
        punishment: .random(in: 1...2, using: &chance), sucker: .random(in: 0...0.5, using: &chance))
    }
    var exchange = Matrix(rows: count, columns: count)
    for i in 0..<count { for j in 0..<count where i != j { exchange[i, j] = .random(in: 1...5, using: &chance) } }
    let protection = try MarketProtection(
      players: Array(GamesByNumber.names.prefix(count)), dilemmas: dilemmas, exchange: exchange)
    let restated = RestatedGame(ranges: dilemmas.map { _ in 0...1 }) { degrees in
      (0..<count).map { i in
        let (own, game) = (degrees[i], dilemmas[i])
        var (sum, weight) = (0.0, 0.0)
        for j in 0..<count where j != i {
          let open = (1 - own) * game.reward + own * game.temptation
          let closed = (1 - own) * game.sucker + own * game.punishment
          sum += exchange[i, j] * (open * (1 - degrees[j]) + closed * degrees[j])
          weight += exchange[i, j]
        }
        return -sum / weight
      }
    }
    let (faults, _, unsolved) = try restated.faults(in: protection.game, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    #expect(unsolved == 0)
  }

  @Test("holds in promotion tournaments, and with the true chance of winning when all act alone", arguments: 0..<12)
  func tournaments(number: Int) throws {
    var chance = RandomStream(seed: UInt64(number), stream: [47])
    let count = 2 + number % 3
    let (r, w) = (Double.random(in: -0.6...0.6, using: &chance), Double.random(in: 0...0.5, using: &chance))
    let (prize, noise, price) = (1.5, 1.2, 1.0)
    let race = try PromotionTournament(
      players: Array(GamesByNumber.names.prefix(count)), spillover: r, prize: prize, noise: noise, effortCost: price,
      cooperationWeight: w, range: 0...0.9)
    /// What decides between two, in excess of what is expected.
    func difference(_ own: Double, _ rival: Double) -> Double {
      (1 - r) * (own - rival) + w * (1 + r) * (own + rival - 2 * race.effort)
    }
    func game(_ winning: @escaping (Double) -> Double) -> RestatedGame {
      RestatedGame(ranges: (0..<count).map { _ in 0...0.9 }) { efforts in
        (0..<count).map { i in
          let share = (0..<count).filter { $0 != i }.reduce(0) { $0 + winning(difference(efforts[i], efforts[$1])) }
          return price * efforts[i] * efforts[i] / 2 - prize * share / Double(count - 1)
        }
      }
    }
    let tangent = game { 0.5 + $0 / (2 * noise * Double.pi.squareRoot()) }
    let (faults, _, unsolved) = try tangent.faults(in: race.game, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    #expect(unsolved == 0)
    // The difference of two lucks has the variance 2s²: Φ(x/(s√2)) = erfc(−x/2s)/2.
    let normal = game { erfc(-$0 / (2 * noise)) / 2 }
    let alone = try race.game.outcome(agreeing: .empty)
    for player in 0..<count { #expect(normal.gain(of: player, in: alone.actions) < 1e-12) }
  }

  @Test("holds in linear public goods", arguments: UInt64(0)..<8)
  func publicGoods(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [48])
    let count = 2 + Int(seed % 3)
    let (endowment, rate) = (Double(5 + seed), (1 + 0.3 * Double(seed % 4)) / Double(count) + 0.01)
    let good = try LinearPublicGood(
      players: Array(GamesByNumber.names.prefix(count)), endowment: endowment, marginalReturn: min(rate, 0.97))
    let restated = RestatedGame(ranges: (0..<count).map { _ in 0...endowment }) { gifts in
      gifts.map { $0 - endowment - good.marginalReturn * gifts.reduce(0, +) }
    }
    let (faults, _, unsolved) = try restated.faults(in: good.game, using: &chance)
    #expect(faults.isEmpty, "\(faults)")
    #expect(unsolved == 0)
  }

  @Test("bills what a facility costs, and leaves outsiders what they pay alone", arguments: UInt64(0)..<20)
  func facility(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [49])
    let loads = (0..<4).map { _ in Double.random(in: 1...9, using: &chance) }
    // A cost that grows ever more slowly: what is built together is never dearer than apart.
    let facility = try JointFacility(
      costs: CoalitionGame(players: ["a", "b", "c", "d"], kind: .cost) { members in
        members.reduce(0) { $0 + loads[$1] }.squareRoot()
      })
    for mask in UInt64(0)..<16 {
      let coalition = Coalition(mask: mask)
      let outcome = try facility.outcome(agreeing: coalition)
      #expect(try facility.equilibria(agreeing: coalition).outcomes == [outcome])
      let together = coalition.reduce(0) { $0 + loads[$1] }.squareRoot()
      let billed = coalition.reduce(0) { $0 + outcome.costs[$1] }
      #expect(abs(billed - together) < 1e-12)  // four bills of some units added up
      for player in 0..<4 where !coalition.contains(player) {
        #expect(abs(outcome.costs[player] - loads[player].squareRoot()) < 1e-15)
      }
      // No two parts of the coalition build more cheaply apart.
      for part in UInt64(0)..<16 where part & mask == part {
        let inside = Coalition(mask: part).reduce(0) { $0 + loads[$1] }.squareRoot()
        let outside = Coalition(mask: mask & ~part).reduce(0) { $0 + loads[$1] }.squareRoot()
        #expect(billed <= inside + outside + 1e-12)
      }
    }
  }
}
