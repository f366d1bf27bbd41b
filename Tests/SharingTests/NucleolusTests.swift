import CollectiveAction
import Mathematics
import Testing

@testable import Sharing

@Suite struct NucleolusTests {
  @Test("gives the shares of the Tennessee Valley, Straffin & Heaney (1981)")
  func tennesseeValley() throws {
    let solution = try nucleolus(of: try PublishedGames.tennesseeValley())
    #expect(solution.allocation.shares == (try PublishedGames.tennesseeValleyShares("nucleolus")))
    #expect(solution["power"] == 202_810)
    #expect(solution.verdict == .certified)
    #expect(solution.distinctLevels == [-47_286])
  }

  @Test("gives the shares of Skåne published by Young, Okada & Hashimoto (1982)")
  func skane() throws {
    let solution = try nucleolus(of: try PublishedGames.skane())
    for (share, published) in zip(solution.allocation.shares, try PublishedGames.skaneShares("nucleolus")) {
      #expect(abs(share - published) <= 0.01)  // printed to two decimals
    }
    #expect(solution.verdict == .certified)
    // A, HKL and MT apart cost 88.62, together 83.82: of the 4.80 saved none can save more than a third.
    // What the paper prints as 2.49 is the saving of M and of T at the last stage.
    #expect(solution.certificate.distinctLevels.map(\.description) == ["-8/5", "-331/150", "-249/100"])
  }

  @Test("gives the shares for each member of Skåne and of Young (1985)")
  func perCapita() throws {
    let skane = try perCapitaNucleolus(of: try PublishedGames.skane())
    for (share, published) in zip(
      skane.allocation.shares, try PublishedGames.skaneShares("per_capita_nucleolus"))
    {
      #expect(abs(share - published) <= 0.01)  // printed to two decimals
    }
    #expect(skane.verdict == .certified)
    // Printed as .9669: what M and T save for each member, the last to settle.
    #expect(skane.certificate.distinctLevels.map(\.description) == ["-961/1800", "-5183/9000", "-4351/4500"])
    let small = try perCapitaNucleolus(of: try PublishedGames.bySize([0, 0, 0, 0, 9, 10, 12]))
    #expect(small.certificate.shares.map(\.description) == ["2/3", "7/6", "61/6"])
    #expect(small.verdict == .certified)
    #expect(small.summary.solution == "per-capita nucleolus")
  }

  @Test("is certified for each member too", arguments: UInt64(0)..<20)
  func perCapitaCertified(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: 2 + Int(seed % 4), range: 0...9)
    guard let solution = try? perCapitaNucleolus(of: game) else { return }
    #expect(solution.verdict == .certified)
    // The same stages do not prove the shares by another measure, unless the shares are those of both.
    let certificate = solution.certificate
    let claimed = NucleolusCertificate(
      players: certificate.players, overImputations: true, shares: certificate.shares, stages: certificate.stages)
    if verify(claimed, for: game).isCertified {
      #expect(try nucleolus(of: game).certificate.shares == certificate.shares)
    }
  }

  @Test("is what its definition says, slowly and in fractions", arguments: UInt64(0)..<60)
  func slowly(seed: UInt64) throws {
    // Few different worths make ties, many make fractions.
    let range = seed.isMultiple(of: 2) ? 0...3 : -20...30
    let game = PublishedGames.random(seed: seed, players: 1 + Int(seed % 4), range: range)
    try compareWithDefinition(game)
  }

  @Test("is what its definition says for five players", arguments: UInt64(0)..<3)
  func slowlyForFive(seed: UInt64) throws {
    try compareWithDefinition(PublishedGames.random(seed: seed, players: 5, range: 0...9))
  }

  private func compareWithDefinition(_ game: CoalitionGame) throws {
    let free = try prenucleolus(of: game)
    #expect(free.verdict == .certified)
    #expect(
      free.certificate.shares.map(\.description)
        == SlowNucleolus(game: game, overImputations: false).shares.map(\.description))
    do throws(SharingError) {
      let bound = try nucleolus(of: game)
      #expect(bound.verdict == .certified)
      #expect(
        bound.certificate.shares.map(\.description)
          == SlowNucleolus(game: game, overImputations: true).shares.map(\.description))
    } catch {
      let (apart, together) = (game.separateWorth, game.jointWorth)
      #expect(game.kind == .cost ? apart < together : apart > together)
      #expect(
        error
          == (game.kind == .cost
            ? .cheaperApart(apart: apart, together: together) : .betterApart(apart: apart, together: together)))
    }
  }

  @Test("comes out the same in rounded numbers and in fractions", arguments: UInt64(0)..<30)
  func roundedAndExact(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed &+ 500, players: 3 + Int(seed % 3), range: 0...4)
    let rounded = solution(foundBy: BlockSweep(game, measure: .total), of: game, overImputations: false)
    let exact = solution(foundBy: ExactSweep(game, measure: .total), of: game, overImputations: false)
    #expect(rounded?.verdict == .certified)
    #expect(exact?.verdict == .certified)
    #expect(rounded?.certificate.shares == exact?.certificate.shares)
  }

  @Test("comes out the same by a search in fractions throughout", arguments: UInt64(0)..<20)
  func searchedInFractions(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed &+ 900, players: 2 + Int(seed % 4), kind: .cost)
    guard let rounded = try? nucleolus(of: game) else {
      #expect(throws: SharingError.self) { try exactNucleolus(of: game) }
      return
    }
    let exact = try exactNucleolus(of: game)
    #expect(exact.verdict == .certified)
    #expect(exact.certificate.shares == rounded.certificate.shares)
    #expect(exact.certificate.distinctLevels == rounded.certificate.distinctLevels)
  }

  @Test func fractionsAreForAFewPlayers() throws {
    let game = PublishedGames.random(seed: 1, players: 13)
    #expect {
      try exactNucleolus(of: game)
    } throws: {
      "\($0)"
        == "13 players have too many coalitions for a search in fractions, which takes at most 12; use the nucleolus, "
        + "whose proof is in fractions all the same"
    }
  }

  @Test("does not depend on the order of the players", arguments: UInt64(0)..<20)
  func permuted(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, players: 5, kind: .cost)
    var chance = SeededChance(seed: seed)
    let order = Array(0..<5).shuffled(using: &chance)
    // The player at place k of the new game is the old player order[k].
    let permuted = CoalitionGame(
      players: order.map { game.players[$0] },
      costs: (0..<UInt64(32)).map { mask in game[Coalition(Coalition(mask: mask).map { order[$0] })] })
    let (plain, moved) = (try prenucleolus(of: game), try prenucleolus(of: permuted))
    for player in game.players { #expect(plain[player] == moved[player]) }
  }

  @Test(
    "is exact at every scale, and beside a budget a thousand million times larger",
    arguments: [1e-9, 1e-3, 1, 1e6, 1e12], [0, 1e9])
  func scaledAndShifted(scale: Double, offset: Double) throws {
    for seed in UInt64(0)..<4 {
      let game = PublishedGames.random(seed: seed, players: 4, kind: .cost)
      let plain = try prenucleolus(of: game)
      // As many decimals as the shifted worths can carry; the rest is noise in the worths themselves.
      let worths = game.worths.indices.map { mask in
        (game.worths[mask] + Double(mask.nonzeroBitCount) * offset) * scale
      }
      let solution = try prenucleolus(of: CoalitionGame(players: game.players, costs: worths))
      #expect(solution.verdict == .certified)
      for player in game.players {
        let expected = (plain[player] + offset) * scale
        #expect(abs(solution[player] - expected) <= 16 * max(expected.ulp, (offset * scale).ulp))
      }
    }
  }

  @Test(
    "divides degenerate games, each certified",
    arguments: [
      ("nothing", [0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0]),
      ("an additive game", [0, 1, 2, 3, 4, 5, 6, 7], [1, 2, 4]),
      ("two left gloves and a right one", [0, 0, 0, 0, 0, 1, 1, 1], [0, 0, 1]),
      ("unanimity", [0, 0, 0, 0, 0, 0, 0, 6], [2, 2, 2]),
      ("majority", [0, 0, 0, 1, 0, 1, 1, 1], [1.0 / 3, 1.0 / 3, 1.0 / 3]),
      ("a veto", [0, 0, 0, 1, 0, 1, 0, 1], [1, 0, 0]),
      ("one player", [0, 5], [5]),
      ("one player who pays", [0, -5], [-5]),
      ("two players", [0, 1, 3, 10], [4, 6]),
    ] as [(String, [Double], [Double])])
  func degenerate(what: String, worths: [Double], shares: [Double]) throws {
    let players = (0..<shares.count).map { "\($0)" }
    let game = CoalitionGame(players: players, surpluses: worths)
    for solution in [try nucleolus(of: game), try prenucleolus(of: game)] {
      #expect(solution.allocation.shares == shares)
      #expect(solution.verdict == .certified)
    }
  }

  @Test("pays a player whom the others need at a loss to join")
  func negativeCostShare() throws {
    // Costs .538, .761, 1.742, .554, .137, .293, .343 of 1, 2, 3, 12, 13, 23, 123.
    let game = CoalitionGame(
      players: ["1", "2", "3"], costs: [0, 0.538, 0.761, 0.554, 1.742, 0.137, 0.293, 0.343])
    let solution = try nucleolus(of: game)
    for (share, expected) in zip(solution.allocation.shares, [0.1493, 0.3053, -0.1117]) {
      #expect(abs(share - expected) <= 5e-5)  // to four decimals
    }
    #expect(solution.verdict == .certified)
  }

  @Test("is in the core where there is one", arguments: UInt64(0)..<25)
  func liesInTheCore(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed, range: 0...40)
    let solution = try prenucleolus(of: game)
    let membership = coreMembership(of: solution.allocation, in: game, tolerance: 1e-9)
    let level = solution.distinctLevels.first ?? 0
    #expect(membership.isMember == (level <= 0))
    if level > 0 { #expect(abs(try #require(membership.violations.first).amount - level) <= 1e-9) }
  }

  @Test(
    "divides larger games, each certified",
    arguments: [
      // Savings that grow with the square of the number, with noise; votes; worths without any order.
      (8, "pairs"), (8, "votes"), (8, "chance"), (9, "pairs"), (9, "votes"), (9, "chance"),
    ])
  func larger(players: Int, family: String) throws {
    var chance = SeededChance(seed: 7)
    let weights = (0..<players).map { _ in Int.random(in: 1...20, using: &chance) }
    let game = try CoalitionGame(players: (0..<players).map { "\($0)" }, kind: .surplus) { coalition in
      switch family {
      case "pairs":
        coalition.count < 2
          ? 0 : Double(100 * coalition.count * coalition.count + Int.random(in: 0...99, using: &chance))
      case "votes": coalition.reduce(0) { $0 + weights[$1] } * 2 > weights.reduce(0, +) ? 1 : 0
      default: Double(Int.random(in: 0...1000, using: &chance))
      }
    }
    let solution = try prenucleolus(of: game)
    #expect(solution.verdict == .certified)
    #expect(abs(solution.allocation.sum - game.jointWorth) <= 1e-9)
  }

  @Test("says within what it is certain when worths carry the rounding of sums")
  func noisyWorths() throws {
    // Every coalition with as many members costs as much, but for the last digits, as sums come out.
    let game = try CoalitionGame(players: (0..<6).map { "\($0)" }, kind: .cost) { coalition in
      coalition.reduce(0) { $0 + 0.1 * Double($1 + 1) } + (coalition.count > 3 ? -0.3 : 0)
    }
    let solution = try nucleolus(of: game)
    #expect(solution.verdict == .certified)  // so few players are searched in fractions when need be
    let rounded = Sharing.solution(foundBy: BlockSweep(game, measure: .total), of: game, overImputations: true)
    let found = try #require(rounded)
    for (share, other) in zip(solution.allocation.shares, found.allocation.shares) {
      #expect(abs(share - other) <= 1e-14)
    }
    guard case .certifiedWithin(let amount) = found.verdict else { return #expect(found.verdict == .certified) }
    #expect(amount > 0 && amount < 1e-14)
  }

  @Test func refusesWhatIsCheaperApart() {
    let costs = CoalitionGame(players: ["a", "b"], costs: [0, 1, 1, 3])
    #expect(throws: SharingError.cheaperApart(apart: 2, together: 3)) { try nucleolus(of: costs) }
    #expect(
      "\(SharingError.cheaperApart(apart: 2, together: 3))"
        == "apart the players pay 2, together 3: nobody gains from working together; leave out whoever makes "
        + "it dearer, or use the prenucleolus, which does not promise everyone its cost alone")
    let gains = CoalitionGame(players: ["a", "b"], surpluses: [0, 1, 1, 1])
    #expect(throws: SharingError.betterApart(apart: 2, together: 1)) { try nucleolus(of: gains) }
    #expect(
      "\(SharingError.betterApart(apart: 2.5, together: -0.0))"
        == "apart the players get 2.5, together 0: nobody gains from working together; leave out whoever makes "
        + "it worse, or use the prenucleolus, which does not promise everyone its gain alone")
    #expect(throws: Never.self) { try prenucleolus(of: gains) }
  }

  @Test("decides by decimals whether the players gain from working together")
  func decimals() throws {
    // 0.1 + 0.2 is 0.3, though not in binary.
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.3])
    #expect(try nucleolus(of: game).allocation.shares == [0.1, 0.2])
  }
}
