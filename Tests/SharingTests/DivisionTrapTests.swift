import CollectiveAction
import Mathematics
import Sharing
import Testing

/// Where programmes that divide costs and gains are known to go wrong, apart from the nucleolus.
@Suite struct DivisionTrapTests {
  @Test("counts the least core over all divisions of the joint worth")
  func leastCoreOverAllDivisions() throws {
    // Peleg & Sudhölter (2007), example 5.5.12. Among divisions that leave nobody worse off it would be 8.
    let game = try PublishedGames.bySize([0, 0, 0, 10, 0, 0, 2])
    let leastCore = try leastCore(of: game)
    #expect(leastCore.exactSubsidy == 4)
    #expect(leastCore.allocation.shares == [3, 3, -4])
  }

  @Test("takes a worth below zero as it is")
  func negativeWorths() throws {
    // After T. S. Ferguson; with 0 for the -1 the Shapley value would be 2, 1, 2.
    let game = try PublishedGames.bySize([-1, 0, 1, 3, 4, 2, 5])
    for (share, exact) in zip(shapleyValue(of: game).shares, [5.0 / 3, 7.0 / 6, 13.0 / 6]) {
      #expect(abs(share - exact) <= 1e-14)  // rounding of sixths
    }
    #expect(try nucleolus(of: game).certificate.shares == ["8/3", "2/3", "5/3"].fractions)
    for (share, exact) in zip(equalSharesOfNonseparableCost(of: game).shares, [8.0 / 3, 2.0 / 3, 5.0 / 3]) {
      #expect(abs(share - exact) <= exact.ulp)  // an exact share, rounded
    }
  }

  @Test("divides costs as costs, and refuses the same table as gains")
  func costsAreNotGains() throws {
    let costs = try PublishedGames.tennesseeValley()
    let gains = CoalitionGame(players: costs.players, surpluses: costs.worths)
    #expect(try nucleolus(of: costs).verdict == .certified)
    #expect(throws: SharingError.betterApart(apart: 554_442, together: 412_584)) { try nucleolus(of: gains) }
    // By the savings: what each would pay alone less what it gets of the gains.
    let alone = costs.players.indices.map { costs[Coalition.single($0)] }
    let savings = try CoalitionGame(players: costs.players, kind: .surplus) { coalition in
      coalition.reduce(0) { $0 + alone[$1] } - costs[coalition]
    }
    for rule in [SharingRule.shapley, .nucleolus, .prenucleolus, .scrb, .ensc, .tau, .gately] {
      let paid = try rule.divide(costs)
      let saved = try rule.divide(savings)
      for player in alone.indices {
        #expect(abs(paid[player] - (alone[player] - saved[player])) <= 1e-9, "\(rule)")  // rounding at 400 000
      }
    }
  }

  @Test("has no τ-value outside quasi-balanced games, and no number that is none")
  func tauValueUndefined() throws {
    let majority = try PublishedGames.bySize([0, 0, 0, 1, 1, 1, 1])
    #expect(throws: SharingError.claimAboveUtopia(player: "1", amount: 1)) { try tauValue(of: majority) }
    // The Council of Ministers of 1958: 4, 4, 4, 2, 2 and 1 votes, 12 of 17 decide.
    let votes = [4, 4, 4, 2, 2, 1]
    let council = try CoalitionGame(
      players: ["France", "Germany", "Italy", "Belgium", "Netherlands", "Luxembourg"], kind: .surplus
    ) { coalition in coalition.reduce(0) { $0 + votes[$1] } >= 12 ? 1 : 0 }
    #expect(throws: SharingError.claimAboveUtopia(player: "France", amount: 1)) { try tauValue(of: council) }
    for (share, exact) in zip(shapleyValue(of: council).shares, [14.0, 14, 14, 9, 9, 0]) {
      #expect(abs(share - exact / 60) <= 1e-15)  // rounding of sixtieths
    }
    #expect(try nucleolus(of: council).certificate.shares == ["1/4", "1/4", "1/4", "1/8", "1/8", "0"].fractions)
    let seeds = UInt64(0)..<60
    for seed in seeds {
      guard let allocation = try? tauValue(of: PublishedGames.random(seed: seed)) else { continue }
      let isNumber = allocation.shares.allSatisfy { $0.isFinite }
      #expect(isNumber)
    }
  }

  @Test("gives the separable costs where no benefit remains, and refuses a negative one")
  func remainingBenefits() throws {
    let additive = CoalitionGame(
      players: ["a", "b", "c", "d"],
      costs: (0..<16).map { mask in Double(Coalition(mask: mask).reduce(0) { $0 + $1 + 1 }) })
    #expect(try separableCostsRemainingBenefits(of: additive).shares == [1, 2, 3, 4])
    // Alone each costs 1; as the last to join it costs 2.
    let crowded = CoalitionGame(players: ["a", "b", "c"], costs: [0, 1, 1, 2, 1, 2, 2, 4])
    #expect(throws: SharingError.negativeRemainingBenefit(player: "a", amount: 1)) {
      try separableCostsRemainingBenefits(of: crowded)
    }
    let flat = CoalitionGame(players: ["a", "b", "c"], costs: [0, 2, 2, 5, 2, 5, 5, 7])
    #expect(throws: SharingError.noRemainingBenefit(left: 1)) { try separableCostsRemainingBenefits(of: flat) }
    #expect(
      "\(SharingError.noRemainingBenefit(left: 1))"
        == "1 is left after the separable parts, but no player has a remaining benefit to divide it by; "
        + "use equal shares of the non-separable part")
  }

  @Test("decides exactly whether a core that has a single division is empty")
  func coreOfOneDivision() throws {
    // A pair of gloves is worth 0.3; in binary 0.1 + 0.2 is not.
    let gloves = CoalitionGame(
      players: ["left", "left too", "right"], surpluses: [0, 0, 0, 0, 0, 0.3, 0.3, 0.1 + 0.2])
    #expect(try leastCore(of: gloves).exactSubsidy != 0)
    let exact = CoalitionGame(players: gloves.players, surpluses: [0, 0, 0, 0, 0, 0.3, 0.3, 0.3])
    #expect(try leastCore(of: exact).exactSubsidy.isZero)
    #expect(
      try coreStatus(of: exact) == .nonempty(example: Allocation(players: gloves.players, shares: [0, 0, 0.3])))
    let pairs = try CoalitionGame(players: ["a", "b", "c", "d"], kind: .surplus) { [0, 0.1, 0.2, 0.3, 0.4][$0.count] }
    #expect(try leastCore(of: pairs).exactSubsidy.isZero)
  }

  @Test("reads worths as the decimals they are written as")
  func decimals() throws {
    let parts = ["a": 0.1, "b": 0.2, "c": 0.3, "d": 0.4]
    let sums = ["a", "b", "c", "d"].indices.reduce(into: [0]) { sums, player in
      sums += sums.map { $0 + player + 1 }
    }
    // Tenths, each the number nearest to the decimal; the same summed in binary is off by some units.
    let game = CoalitionGame(players: parts.keys.sorted(), costs: sums.map { Double($0) / 10 })
    #expect(game[Coalition([0, 1])] != 0.1 + 0.2)
    for rule in [SharingRule.nucleolus, .prenucleolus, .scrb, .ensc, .tau, .gately] {
      #expect(try rule.divide(game).shares == [0.1, 0.2, 0.3, 0.4], "\(rule)")
    }
    let certificate = try nucleolus(of: game).certificate
    #expect(certificate.shares == ["1/10", "1/5", "3/10", "2/5"].fractions)
    #expect(certificate.distinctLevels == [0])
  }

  @Test("gives a decimal back as the decimal that was given", arguments: UInt64(0)..<20)
  func decimalsReturned(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let parts = (0..<3).map { _ in Double(Int.random(in: 1...99_999_999, using: &chance)) / 1e7 }
    for part in parts {
      let single = CoalitionGame(players: ["a"], costs: [0, part])
      #expect(try nucleolus(of: single).allocation.shares == [part])
    }
    // Together they cost all of it and each of them its part: said in the numbers of the table.
    let sum = Rational(decimal: parts[0]) + Rational(decimal: parts[1])
    let joint = parts[0] + parts[1]
    guard Rational(decimal: joint) == sum else { return }
    let pair = CoalitionGame(players: ["a", "b"], costs: [0, parts[0], parts[1], joint])
    #expect(try nucleolus(of: pair).allocation.shares == [parts[0], parts[1]])
  }

  @Test("has an answer or a reason for one player, and for nothing to divide", arguments: SharingRule.allCases)
  func nothingToDivide(rule: SharingRule) throws {
    // A vote always has something to divide: all together win.
    guard !["shapleyShubik", "deeganPackel", "holler"].contains(rule.rawValue) else { return }
    for kind in CoalitionGame.Kind.allCases {
      let single = try CoalitionGame(players: ["a"], kind: kind, worths: [0, 7.5])
      #expect(try rule.divide(single, by: Self.grounds(of: 1)).shares == [7.5])
      for players in 1...4 {
        let nothing = try CoalitionGame(players: (0..<players).map { "\($0)" }, kind: kind) { _ in 0 }
        switch Result(catching: { () throws(SharingError) in try rule.divide(nothing, by: Self.grounds(of: players)) })
        {
        case .success(let allocation):
          #expect(allocation.shares == [Double](repeating: 0, count: players))
          // A zero with a sign would print as -0.
          #expect(allocation.shares.allSatisfy { $0.sign == .plus })
        case .failure(let error):
          // Normalised by a sum that is zero there is nothing to say, and that is said.
          #expect(["banzhafNormalised", "proportionalNucleolus"].contains(rule.rawValue) && !"\(error)".isEmpty)
        }
      }
    }
    #expect(throws: SharingError.onlyOnePlayer) {
      try leastCore(of: CoalitionGame(players: ["a"], costs: [0, 7.5]))
    }
  }

  /// Something of everything that rules go by.
  static func grounds(of players: Int) -> DivisionGrounds {
    DivisionGrounds(
      weights: (0..<players).map { Double($0 % 3 + 1) },
      unions: players < 3
        ? [.grand(of: players)] : [Coalition([0, 1]), .grand(of: players).subtracting(Coalition([0, 1]))],
      links: (1..<players).map { Coalition([$0 - 1, $0]) }, downstreamOrder: Array(0..<players).reversed())
  }

  @Test("does not overflow where factorials would, with 21 players")
  func factorials() throws {
    let count = 21
    let worths = (0..<1 << count).map { mask in Double(mask.nonzeroBitCount * mask.nonzeroBitCount) }
    let game = try CoalitionGame(players: (0..<count).map { "\($0)" }, kind: .surplus, worths: worths)
    // Each adds 2s + 1 when it is the (s + 1)-th: 21 on average, of 441 in all. 1e-9: sums of two million terms.
    for share in shapleyValue(of: game).shares { #expect(abs(share - 21) <= 1e-9) }
  }
}
