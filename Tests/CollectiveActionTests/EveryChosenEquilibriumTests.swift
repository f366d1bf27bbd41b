import CollectiveAction
import Mathematics
import Testing

/// As ``EveryEquilibriumTests``, where actions can be counted: every other action is tried, alone and together.
@Suite struct EveryChosenEquilibriumTests {
  /// Every way in which numbers from 0 to the counts, less one, can be put together.
  private func choices(_ counts: [Int]) -> [[Int]] {
    counts.reduce([[]]) { lists, count in lists.flatMap { list in (0..<count).map { list + [$0] } } }
  }

  @Test("holds in common standards of several items, with ties, holders and exchange", arguments: UInt64(0)..<36)
  func standards(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [51])
    let count = 2 + Int(seed % 3)
    let itemCount = seed % 3 == 2 ? 1 : 2
    // Tenths, so that ties happen.
    func tenths(_ range: ClosedRange<Int>) -> [Double] {
      (0..<count).map { _ in Double(Int.random(in: range, using: &chance)) / 10 }
    }
    let benefit = tenths(0...30)
    let names = Array(GamesByNumber.names.prefix(count))
    let items = (0..<itemCount).map { number in
      AdoptionGame.Item(
        name: "item \(number)", weight: number == 0 ? 1 : 0.5, switchingCost: tenths(0...25),
        holders: (0..<count).filter { _ in Int.random(in: 0..<6, using: &chance) == 0 })
    }
    var ties = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<count where i != j { ties[i, j] = Double(Int.random(in: 0...3, using: &chance)) }
    }
    let isEqual = seed % 4 == 0
    let game = try AdoptionGame(
      players: names, benefit: benefit, items: items,
      exchange: isEqual ? nil : ExchangeWeights(players: names, weights: ties))

    /// What each bears when it adopts the items of its mask.
    func costs(_ masks: [Int]) -> [Double] {
      (0..<count).map { player in
        var cost = 0.0
        for (number, item) in items.enumerated() where masks[player] >> number & 1 == 1 {
          let dealings = (0..<count).reduce(0) { $0 + (isEqual && $1 != player ? 1 : ties[player, $1]) }
          var share = 1 / Double(count)
          for other in 0..<count where other != player && masks[other] >> number & 1 == 1 && dealings > 0 {
            share += (1 - 1 / Double(count)) * (isEqual ? 1 : ties[player, other]) / dealings
          }
          let paid = item.holders.contains(player) ? 0 : item.switchingCost[player]
          cost += paid - benefit[player] * item.weight * share
        }
        return cost
      }
    }
    let held = (0..<count).map { player in
      items.indices.reduce(0) { $0 | (items[$1].holders.contains(player) ? 1 << $1 : 0) }
    }
    let table = try game.allOutcomes()
    for mask in 0..<(UInt64(1) << UInt64(count)) {
      let coalition = Coalition(mask: mask)
      let outcome = try game.outcome(agreeing: coalition)
      #expect(table[coalition] == outcome)
      var outcomes = [outcome]
      for other in try game.equilibria(agreeing: coalition).outcomes where other != outcome { outcomes.append(other) }
      for found in outcomes {
        let now = (0..<count).map { player in
          items.indices.reduce(0) { $0 | (game.adopters(ofItem: $1, in: found).contains(player) ? 1 << $1 : 0) }
        }
        #expect(zip(now, held).allSatisfy { $0 & $1 == $1 })
        let borne = costs(now)
        // 1e-9: a dozen sums of a few units; what a tie decides may be rounding.
        #expect(zip(borne, found.costs).allSatisfy { abs($0 - $1) < 1e-9 })
        var groups = (0..<count).filter { !coalition.contains($0) }.map { [$0] }
        if !coalition.isEmpty { groups.append(Array(coalition)) }
        for group in groups {
          let joint = group.reduce(0) { $0 + borne[$1] }
          for choice in choices(group.map { _ in 1 << itemCount }) {
            var others = now
            for (player, mask) in zip(group, choice) { others[player] = mask | held[player] }
            let moved = costs(others)
            #expect(group.reduce(0) { $0 + moved[$1] } >= joint - 1e-9, "\(coalition): \(group) does \(choice)")
          }
        }
      }
    }
  }

  @Test("holds for the weakest link, and none but what is told does", arguments: UInt64(0)..<24)
  func weakestLink(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [52])
    let count = 2 + Int(seed % 3)
    let levels = 3 + Int(seed % 2)
    func figures(_ range: ClosedRange<Double>) -> [Double] {
      (0..<count).map { _ in Double.random(in: range, using: &chance) }
    }
    let (benefit, effort, constant) = (figures(0...2), figures(0.1...1.2), figures(-1...1))
    let game = try MinimumEffortGame(
      players: Array(GamesByNumber.names.prefix(count)), benefit: benefit, effortCost: effort, constant: constant,
      levels: levels, current: (0..<count).map { _ in Int.random(in: 1...levels, using: &chance) })
    func costs(_ efforts: [Int]) -> [Double] {
      let lowest = efforts.min() ?? 0
      return (0..<count).map {
        effort[$0] * Double(efforts[$0]) - benefit[$0] * Double(lowest) - constant[$0]
      }
    }
    let everything = choices([Int](repeating: levels, count: count)).map { $0.map { $0 + 1 } }
    for mask in 0..<(UInt64(1) << UInt64(count)) {
      let coalition = Coalition(mask: mask)
      var groups = (0..<count).filter { !coalition.contains($0) }.map { [$0] }
      if !coalition.isEmpty { groups.append(Array(coalition)) }
      func holds(_ efforts: [Int]) -> Bool {
        let borne = costs(efforts)
        return groups.allSatisfy { group in
          let joint = group.reduce(0) { $0 + borne[$1] }
          return choices(group.map { _ in levels }).allSatisfy { choice in
            var others = efforts
            for (player, level) in zip(group, choice) { others[player] = level + 1 }
            let moved = costs(others)
            return group.reduce(0) { $0 + moved[$1] } >= joint - 1e-12  // four sums of some units
          }
        }
      }
      let told = try game.equilibria(agreeing: coalition)
      let outcome = try game.outcome(agreeing: coalition)
      #expect(told.isComplete && told.outcomes.contains(outcome))
      for found in told.outcomes {
        let borne = costs(found.actions.map { Int($0) })
        #expect(zip(borne, found.costs).allSatisfy { abs($0 - $1) < 1e-12 })
      }
      let all = everything.filter(holds).map { $0.map(Double.init) }
      #expect(Set(all) == Set(told.outcomes.map(\.actions)), "\(coalition)")
      #expect(try game.allOutcomes()[coalition] == outcome)
    }
  }

  /// What is wrong with an agreement in a table, every payoff added up profile by profile.
  private func faults(of agreement: PartialAgreement, in game: NormalFormGame) -> [String] {
    let count = game.players.count
    let members = Array(agreement.coalition)
    let outsiders = (0..<count).filter { !agreement.coalition.contains($0) }
    let plans =
      members.isEmpty ? [([Int](), 1.0)] : agreement.jointActions.map { ($0.actions, $0.probability) }
    var faults: [String] = []
    /// What each gains when the coalition draws from `plans` and one outsider may be fixed to an action.
    func gains(_ plans: [([Int], Double)], fixing fixed: (player: Int, action: Int)? = nil) -> [Double] {
      var sums = [Double](repeating: 0, count: count)
      for (actions, weight) in plans {
        for choice in choices(outsiders.map { game.actions[$0].count }) {
          var (profile, probability) = ([Int](repeating: 0, count: count), weight)
          for (player, action) in zip(members, actions) { profile[player] = action }
          for (player, action) in zip(outsiders, choice) {
            profile[player] = action
            if let fixed, fixed.player == player {
              probability *= fixed.action == action ? 1 : 0
            } else {
              probability *= agreement.strategies[player][action]
            }
          }
          guard probability != 0 else { continue }
          let number = game.profile(profile)
          for player in 0..<count { sums[player] += probability * game.payoff(of: player, in: number) }
        }
      }
      return sums
    }
    let now = gains(plans)
    // 1e-8: payoffs of up to nine, mixed by probabilities that a homotopy or a support search leaves good to 1e-10.
    if !zip(now, agreement.payoffs).allSatisfy({ abs($0 - $1) < 1e-8 }) {
      faults.append("payoffs \(agreement.payoffs), not \(now)")
    }
    for player in outsiders {
      for action in game.actions[player].indices {
        let moved = gains(plans, fixing: (player, action))[player]
        if moved > now[player] + 1e-8 { faults.append("\(player) gains \(moved - now[player]) by \(action)") }
      }
    }
    if !members.isEmpty {
      let joint = members.reduce(0) { $0 + now[$1] }
      for choice in choices(members.map { game.actions[$0].count }) {
        let moved = gains([(choice, 1)])
        let together = members.reduce(0) { $0 + moved[$1] }
        if together > joint + 1e-8 { faults.append("the members gain \(together - joint) by \(choice)") }
      }
    }
    return faults
  }

  @Test(
    "holds in tables, pure and mixed, of two to four players",
    arguments: [[2, 2], [3, 3], [4, 3], [2, 2, 2], [3, 2, 2], [2, 2, 2, 2]], UInt64(0)..<6)
  func tables(counts: [Int], seed: UInt64) throws {
    let game = try NormalFormSamples.random(counts, values: seed % 2 == 0 ? -9...9 : 0...2, seed: seed)
    let table = try game.allOutcomes()
    for mask in 0..<(UInt64(1) << UInt64(counts.count)) {
      let coalition = Coalition(mask: mask)
      let reached = try game.partialAgreement(of: coalition)
      let (agreements, _) = try game.partialAgreements(of: coalition)
      #expect(faults(of: reached, in: game).isEmpty, "\(coalition): \(faults(of: reached, in: game))")
      for agreement in agreements {
        #expect(faults(of: agreement, in: game).isEmpty, "\(coalition): \(faults(of: agreement, in: game))")
      }
      let outcome = try game.outcome(agreeing: coalition)
      #expect(outcome.costs == reached.payoffs.map { $0 == 0 ? 0 : -$0 } && table[coalition] == outcome)
      #expect(try game.equilibria(agreeing: coalition).outcomes.map(\.costs).contains { $0 == outcome.costs })
    }
    // With many ties the search among three and more goes on for long, and its own tests see to it.
    if seed % 2 == 0 || counts.count == 2 {
      for profile in try game.mixedEquilibria().profiles {
        #expect(NormalFormSamples.largestRegret(game, profile.strategies) < 1e-8)  // as above
      }
    }
    for profile in game.pureEquilibria() {
      // Whole numbers: nothing rounds.
      #expect(NormalFormSamples.largestRegret(game, game.mixedProfile(of: profile).strategies) == 0)
    }
    if counts.count == 2 {
      for equilibrium in try game.exactEquilibria().equilibria {
        #expect(NormalFormSamples.largestRegret(game, equilibrium.approximation.strategies) < 1e-12)  // fractions
      }
    }
  }

  @Test("holds for players told what a mediator drew", arguments: UInt64(0)..<20)
  func correlated(seed: UInt64) throws {
    let counts = [[2, 2], [3, 3], [2, 2, 2], [3, 2, 3]][Int(seed % 4)]
    let game = try NormalFormSamples.random(counts, values: -9...9, seed: seed)
    for coalition in [Coalition.single(0), .grand(of: counts.count)] {
      let drawn = try game.bestCorrelatedEquilibrium(for: coalition)
      #expect(abs(drawn.probabilities.reduce(0, +) - 1) < 1e-9 && drawn.probabilities.allSatisfy { $0 >= 0 })
      for player in counts.indices {
        for told in 0..<counts[player] {
          for instead in 0..<counts[player] {
            var gain = 0.0
            for (profile, probability) in drawn.probabilities.enumerated() where probability > 0 {
              var choice = game.choice(in: profile)
              guard choice[player] == told else { continue }
              choice[player] = instead
              let moved = game.payoff(of: player, in: game.profile(choice))
              gain += probability * (moved - game.payoff(of: player, in: profile))
            }
            #expect(gain < 1e-7)  // the linear program meets its conditions to 1e-8 of sums of some tens
          }
        }
      }
    }
  }
}
