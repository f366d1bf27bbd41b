import CollectiveAction
import Mathematics
import Testing

@Suite struct JointAdoptionTests {
  @Test(
    "gives the least and the greatest of the best joint replies that a search of all finds",
    arguments: UInt64(0)..<200)
  func jointReply(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed)
    var chance = RandomStream(seed: seed, stream: [8])
    let count = standard.players.count
    let members = (0..<count).map { _ in Bool.random(using: &chance) }
    let adopters = (0..<count).map { standard.holds[$0] || Bool.random(using: &chance) }
    let choices = standard.everySet.filter { set in (0..<count).allSatisfy { members[$0] || set[$0] == adopters[$0] } }
    func jointNet(_ set: [Bool]) -> Double {
      (0..<count).reduce(0) { members[$1] && set[$1] ? $0 + standard.independentNet(of: $1, set) : $0 }
    }
    let most = choices.map(jointNet).max() ?? 0
    let best = choices.filter { jointNet($0) >= most - adoptionRounding }
    let reply = standard.jointReply(of: members, given: adopters)
    let (least, greatest) = (0..<count).reduce(into: ([Bool](), [Bool]())) { sets, player in
      sets.0.append(members[player] && best.allSatisfy { $0[player] })
      sets.1.append(members[player] && best.contains { $0[player] })
    }
    #expect(reply.least == least && reply.greatest == greatest)
  }

  @Test(
    "has ordered equilibria for every coalition that bound all that a search finds, larger for larger coalitions",
    arguments: UInt64(0)..<40)
  func coalitionEquilibria(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed, players: 1 + Int(seed % 5))
    let count = standard.players.count
    let game = try AdoptionGame(standard)
    for mask in 0..<(UInt64(1) << UInt64(count)) {
      let coalition = Coalition(mask: mask)
      let members = (0..<count).map(coalition.contains)
      let found = standard.everySet.filter { standard.isSettled($0, agreeing: members) }
      let (least, greatest) = standard.equilibria(agreeing: members)
      #expect(found.contains(least) && found.contains(greatest))
      #expect(found.allSatisfy { isWithin(least, $0) && isWithin($0, greatest) })
      // The same in tables and masks, and as a dilemma.
      let outcome = try game.outcome(agreeing: coalition)
      #expect(game.adopters(ofItem: 0, in: outcome) == Coalition((0..<count).filter { least[$0] }))
      #expect(outcome.isUnique == (least == greatest))
      let listed = try game.equilibria(agreeing: coalition)
      #expect(listed.outcomes.contains { $0.actions == outcome.actions })
      let sets = listed.outcomes.map { $0.actions.map { $0 == 1 } }
      #expect(sets.first == least && sets.last == greatest)
      #expect(sets.allSatisfy(found.contains))
      if listed.isComplete { #expect(Set(sets) == Set(found)) }
      for player in coalition {
        let smaller = standard.equilibria(agreeing: (0..<count).map(coalition.removing(player).contains))
        #expect(isWithin(smaller.least, least) && isWithin(smaller.greatest, greatest))
      }
    }
  }

  @Test("comes to the same in masks and in lists for up to sixty-three players", arguments: UInt64(0)..<24)
  func sameByBothCuts(seed: UInt64) throws {
    let count = 10 + Int(seed) * 53 / 23
    let standard = try SharedStandard.random(seed: seed, players: count)
    let game = try AdoptionGame(standard)
    var chance = RandomStream(seed: seed, stream: [9])
    for share in [0.2, 0.5, 0.8, 1] {
      let coalition = Coalition((0..<count).filter { _ in chance.uniform() < share })
      let (least, greatest) = standard.equilibria(agreeing: (0..<count).map(coalition.contains))
      let outcome = try game.outcome(agreeing: coalition)
      #expect(outcome.actions.map { $0 == 1 } == least)
      #expect(outcome.isUnique == (least == greatest))
      if let last = try game.equilibria(agreeing: coalition).outcomes.last {
        #expect(last.actions.map { $0 == 1 } == greatest)
      }
    }
  }

  @Test("is complete in what it lists unless best choices are tied")
  func listsAll() throws {
    // Two camps that need one another's company, and one of them agreeing.
    let game = try AdoptionGame(
      players: ["a", "b", "c", "d"], benefit: [1, 1, 1, 1],
      items: [.init(name: "x", switchingCost: [0.7, 0.7, 0.65, 0.7])])
    let all = try game.equilibria(agreeing: .empty)
    #expect(all.isComplete && all.outcomes.map(\.actions) == [[0, 0, 0, 0], [1, 1, 1, 1]])
    let pair = try game.equilibria(agreeing: Coalition([0, 1]))
    #expect(pair.isComplete && pair.outcomes.count == 2)
    let optimum = try game.equilibria(agreeing: .grand(of: 4))
    #expect(optimum.isComplete && optimum.outcomes.map(\.actions) == [[1, 1, 1, 1]])
    #expect(try game.outcome(agreeing: .grand(of: 4)).isUnique)
  }

  // MARK: - Potential

  @Test("rises with each change of mind by what it gains the player, times its weight", arguments: UInt64(0)..<120)
  func potentialRises(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed)
    guard let potential = standard.potential else { return }
    for set in standard.everySet {
      for player in set.indices where !set[player] {
        var more = set
        more[player] = true
        let rise = potential.value(of: more) - potential.value(of: set)
        let gain = potential.playerWeights[player] * standard.independentNet(of: player, set)
        #expect(abs(rise - gain) < 1e-9 * (1 + abs(gain)))  // weights may stretch the figures a hundredfold
      }
    }
    #expect(!potential.isExact || potential.playerWeights.allSatisfy { abs($0 - 1) < 1e-8 })
  }

  @Test("has its maximum at an equilibrium, the one a search of all sets finds", arguments: UInt64(0)..<120)
  func maximiserIsAnEquilibrium(seed: UInt64) throws {
    let standard = try SharedStandard.random(seed: seed)
    guard let potential = standard.potential else { return }
    let maximiser = potential.maximiser
    #expect(standard.isEquilibrium(maximiser))
    let best = standard.everySet.map { potential.value(of: $0) }.max() ?? 0
    #expect(potential.value(of: maximiser) >= best - 1e-9 * (1 + abs(best)))  // as above
    #expect(
      standard.everySet.filter { potential.value(of: $0) > best - 1e-9 }.allSatisfy { isWithin(maximiser, $0) })
  }

  @Test("exists for ties that are the same both ways and for equal weights, not for ties one way")
  func whichHaveOne() throws {
    let names = ["a", "b", "c"]
    func standard(_ weights: Matrix?, benefit: [Double]) throws -> SharedStandard {
      try SharedStandard(
        players: names, benefit: benefit, switchingCost: [1, 1, 1],
        exchange: weights.map { try ExchangeWeights(players: names, weights: $0) })
    }
    let both = Matrix([[0, 1, 2], [1, 0, 5], [2, 5, 0]])
    #expect(try standard(both, benefit: [1, 2, 4]).potential?.isExact == false)
    #expect(try standard(nil, benefit: [1, 1, 1]).potential?.isExact == true)
    let unequal = try #require(try standard(nil, benefit: [1, 2, 4]).potential)
    let relative = unequal.playerWeights.map { $0 / unequal.playerWeights[2] }
    #expect(zip(relative, [4, 2, 1]).allSatisfy { abs($0 - $1) < 1e-12 })  // two divisions
    #expect(try standard(Matrix([[0, 1, 0], [0, 0, 1], [1, 0, 0]]), benefit: [1, 1, 1]).potential == nil)
    #expect(try standard(nil, benefit: [1, 1, 0]).potential == nil)
    #expect(try standard(nil, benefit: [0, 0, 0]).potential?.isExact == true)
  }

  @Test("is highest where players that are alike go by the Laplacian threshold", arguments: 2...9)
  func agreesWithTheLaplacianRule(count: Int) throws {
    for cost in [0.30, 0.45, 0.49, 0.505, 0.51, 0.55, 0.6, 0.65, 0.74, 0.76, 0.9] {
      let standard = try SharedStandard(
        players: (0..<count).map { "p\($0)" }, benefit: [Double](repeating: 1, count: count),
        switchingCost: [Double](repeating: cost, count: count))
      guard abs(cost - standard.laplacianThresholds[0]) > 1e-9 else { continue }
      #expect(standard.potential?.maximiser == standard.laplacianSelection)
    }
  }
}

extension SharedStandard {
  /// Whether nobody gains by a change of mind, a coalition by one of several members, by trying all of them.
  func isSettled(_ set: [Bool], agreeing members: [Bool]) -> Bool {
    for player in players.indices where !members[player] && !holds[player] {
      let net = independentNet(of: player, set)
      guard set[player] ? net >= -adoptionRounding : net <= adoptionRounding else { return false }
    }
    func jointNet(_ set: [Bool]) -> Double {
      players.indices.reduce(0) { members[$1] && set[$1] ? $0 + independentNet(of: $1, set) : $0 }
    }
    let choices = everySet.filter { other in players.indices.allSatisfy { members[$0] || other[$0] == set[$0] } }
    return choices.allSatisfy { jointNet($0) <= jointNet(set) + adoptionRounding }
  }
}

extension AdoptionGame {
  /// The game of one standard.
  init(_ standard: SharedStandard) throws {
    try self.init(
      players: standard.players, benefit: standard.benefit,
      items: [
        .init(
          name: "the standard", switchingCost: standard.switchingCost,
          holders: standard.players.indices.filter { standard.holds[$0] })
      ], exchange: standard.exchange)
  }
}
