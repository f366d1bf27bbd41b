import CollectiveAction
import RegionalCases
import Sharing
import Studies
import Testing

/// The three other families from a case's figures to what they say, held against what can be reckoned by hand.
@Suite struct FamilyTests {
  private func findings(_ example: String, problem: String) throws -> Findings {
    try Study(
      StudiedCases.example(example), folder: StudiedCases.folder(of: example), problem: problem, draws: 0
    ).findings()
  }

  @Test("closed markets are a prisoner's dilemma: all close, each would gain by opening together")
  func protection() throws {
    let found = try findings("yongkang-wuyi-jinyun", problem: "market")
    let diagnosis = found.diagnosis
    #expect(diagnosis.counts == .gain)
    #expect(diagnosis.verdict?.trap == Trap.defection.rawValue)
    #expect(diagnosis.equilibria?.count == 1)
    #expect(diagnosis.equilibria?.isComplete == true)
    // All closed: the punishments 100, 60, 60; all open: the rewards 410, 240, 240.
    #expect(diagnosis.players.map(\.actionAlone) == [1, 1, 1])
    #expect(diagnosis.players.map(\.actionTogether) == [0, 0, 0])
    for (player, gain) in zip(diagnosis.players, [100.0, 60, 60]) { #expect(abs(player.costAlone + gain) < 1e-9) }
    #expect(abs(diagnosis.gap - 670) < 1e-9)
    // (T − R)/(T − P), Friedman (1971): 200/510, 120/300, 120/300.
    let patience = try #require(diagnosis.measures.first { $0.measure == "criticalDiscountFactor" }?.players)
    for (found, expected) in zip(patience, [200.0 / 510, 0.4, 0.4]) {
      #expect(abs(try #require(found) - expected) < 1e-12)
    }
    #expect(found.sharing.kind == CoalitionGame.Kind.surplus.rawValue)
    #expect(abs(found.sharing.jointCost - 890) < 1e-9)
  }

  @Test("the same as a table of payoffs is the same trap")
  func normalForm() throws {
    let diagnosis = try findings("yongkang-wuyi-jinyun", problem: "price").diagnosis
    #expect(diagnosis.verdict?.trap == Trap.defection.rawValue)
    #expect(diagnosis.players.map(\.costAlone) == [-100, -60, -60])
    #expect(diagnosis.gap == 670)
  }

  @Test("two leaders under one ranking race one another, and both would rather do less")
  func tournament() throws {
    let diagnosis = try findings("yongkang-wuyi-jinyun", problem: "promotion").diagnosis
    // ((1 − r) + w(1 + r)) f(0)(V − v)/c with r = .5, w = .05, V − v = 2, c = 1, f(0) = 1/(2√π).
    let effort = (0.5 + 0.05 * 1.5) * 2 / (2 * Double.pi.squareRoot())
    for player in diagnosis.players {
      #expect(abs(player.actionAlone - effort) < 1e-12)
      // The prize is one leader's gain and the other's loss; what the public has of the effort is not in their game.
      #expect(player.actionTogether < player.actionAlone)
    }
    #expect(diagnosis.verdict?.trap == Trap.defection.rawValue)
  }

  @Test("a river's upper province would lose by the optimum unless it is paid")
  func river() throws {
    let diagnosis = try findings("xinan-river", problem: StudiedCases.example("xinan-river").problems[0].id).diagnosis
    #expect(diagnosis.counts == .cost)
    #expect(diagnosis.losersWithoutTransfers == ["anhui"])
    #expect(diagnosis.verdict?.trap == Trap.division.rawValue)
    let levels = try #require(diagnosis.levels)
    let parts = try #require(levels.parts)
    #expect(parts.authority == "centre")
    // What the remedies close adds up to no more than the gap.
    let closed = parts.horizontal + parts.functional + parts.vertical
    #expect(closed > 0.9 && closed <= 1 + 1e-9)
    // Transfers that bring everyone its part are zero in sum.
    #expect(abs(try #require(diagnosis.transfers).reduce(0, +)) < 1e-9)
  }

  @Test("among equals a standard is adopted by as many as the others' adoption pays for")
  func standard() throws {
    try StudiedCases.scaffold(.commonStandard) { regionalCase, folder in
      let found = try Study(regionalCase, folder: folder, draws: 0).findings()
      let standard = try #require(found.diagnosis.standard)
      for item in standard.items {
        // Whoever follows by itself is among those who can.
        #expect(Set(item.rounds.flatMap { $0 }).isSubset(of: item.greatest))
        #expect(Set(item.holders).isSubset(of: item.rounds.flatMap { $0 }))
        if let push = item.push {
          #expect(push.least <= push.total)
          #expect(push.fewestFirstMovers <= push.firstMovers.count)
        } else {
          #expect(Set(item.rounds.flatMap { $0 }) == Set(item.greatest))
        }
      }
    }
  }

  @Test("where the least effort decides, every common level is an equilibrium and the least is today's")
  func minimumEffort() throws {
    try StudiedCases.scaffold(
      .commonStandard,
      replacing: [
        (
          "    commonStandard:\n",
          """
              commonStandard:
                minimumEffort: {benefit: {value: 4, status: assumed}, cost: {value: 1, status: assumed}, levels: 5}

          """
        )
      ]
    ) { regionalCase, folder in
      let diagnosis = try Study(regionalCase, folder: folder, draws: 0).findings().diagnosis
      #expect(diagnosis.players.allSatisfy { $0.actionAlone == 1 && $0.actionTogether == 5 })
      #expect(diagnosis.equilibria?.count == 5)
      #expect(diagnosis.verdict?.trap == Trap.assurance.rawValue)
      #expect(diagnosis.verdict?.waiting.count == diagnosis.players.count)
    }
  }

  @Test("figures that are halved or doubled stop where they make no game any more")
  func hingesStopInTime() throws {
    try StudiedCases.scaffold(
      .competition,
      replacing: [
        ("kind: tax", "kind: protection"),
        (
          "{outputA: 10, outputB: 1, capitalPerHead: 2, publicFundsValue: 1.5}",
          "{temptation: 5, reward: 3, punishment: 1, sucker: 0}"
        ),
      ]
    ) { regionalCase, folder in
      let findings = try Study(regionalCase, folder: folder, draws: 20).findings()
      let hinges = findings.hinges
      if let uncertainty = findings.uncertainty { #expect(uncertainty.draws + uncertainty.refusedDraws == 20) }
      // Half of the temptation of 5 would be less than the reward of 3.
      let temptation = try #require(hinges.inputs.first { $0.name.hasSuffix("temptation") })
      #expect(temptation.low > 3 && temptation.low < 3.01)
    }
  }

  @Test("a draw of the figures that leaves no prisoner's dilemma is refused by name")
  func brokenProtection() throws {
    let error = try #require(throws: (any Error).self) {
      try PrisonersDilemma(temptation: 3, reward: 4, punishment: 1, sucker: 0)
    }
    #expect(
      "\(error)" == "the temptation is 3.0, not above the reward of 4.0; it is no prisoner's dilemma")
  }
}
