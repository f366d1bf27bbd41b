import CollectiveAction
import Mathematics
import Sharing
import Testing

@Suite struct ProportionalNucleolusTests {
  @Test("gives the shares of Skåne that follow from Young, Okada & Hashimoto (1982)")
  func skane() throws {
    let solution = try proportionalNucleolus(of: try PublishedGames.skane())
    #expect(solution.verdict == .certified)
    for (share, published) in zip(solution.allocation.shares, [19.806, 12.573, 4.351, 9.250, 18.372, 19.468]) {
      #expect(abs(share - published) <= 0.0005)  // printed to three decimals
    }
    // The saving that settles last is .06293 of the cost.
    #expect(abs((solution.distinctLevels.last ?? 0) + 0.06293) <= 0.000005)
  }

  @Test(
    "gives the shares of the tests of CoopGame",
    arguments: [
      ([20, 200, 0, 210, 40, 200, 350], [36.992, 291.667, 21.341], 0.0005),
      (
        [
          0, 0, 0, 0, 0, 10, 13, 15, 13, 14, 19, 8, 15, 12, 20, 18, 27, 17, 32, 19, 25, 30, 18, 24, 32, 40, 33, 38, 42,
          41, 54,
        ],
        [8.35, 7.24, 11.69, 17.26, 9.46], 0.005
      ),
    ])
  func coopGame(worths: [Double], published: [Double], rounding: Double) throws {
    let solution = try proportionalNucleolus(of: try PublishedGames.bySize(worths))
    #expect(solution.verdict == .certified)
    for (share, published) in zip(solution.allocation.shares, published) { #expect(abs(share - published) <= rounding) }
  }

  @Test("is what its definition says, slowly and in fractions", arguments: UInt64(0)..<40)
  func definition(seed: UInt64) throws {
    let count = 2 + Int(seed % 3)
    let kind = seed.isMultiple(of: 2) ? CoalitionGame.Kind.cost : .surplus
    let random = PublishedGames.random(seed: seed, players: count)
    // Above zero, and with a gain from working together.
    let game = try CoalitionGame(players: random.players, kind: kind) { coalition in
      let worth = abs(random[coalition]) + 1
      return kind == .cost ? worth + 40 * Double(count) : worth + (coalition.count == count ? 200 : 0)
    }
    guard let solution = try? proportionalNucleolus(of: game) else {
      #expect(kind == .cost && game.separateWorth < game.jointWorth)
      return
    }
    let slow = SlowNucleolus(game: game, overImputations: true, measure: .proportional).shares
    #expect(solution.certificate.shares.map(\.description) == slow.map(\.description))
  }

  @Test("gives all to the one without whom there is nothing")
  func oneCounts() throws {
    let game = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 1, 1, 0, 1, 1, 1])
    #expect(try proportionalNucleolus(of: game).allocation.shares == [0, 1, 0])
  }

  @Test("answers for worths with as many digits as numbers have", arguments: UInt64(0)..<30)
  func longWorths(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let count = 3 + Int(seed % 5)
    let game = try CoalitionGame(players: (0..<count).map { "\($0)" }, kind: .surplus) { coalition in
      Double.random(in: 0.1...1, using: &chance) + (coalition.count == count ? Double(count) : 0)
    }
    #expect(try proportionalNucleolus(of: game).verdict == .certified)
  }

  @Test("leaves everybody its own where nothing is gained together")
  func nothingGained() throws {
    #expect(try proportionalNucleolus(of: CoalitionGame(players: ["a"], surpluses: [0, 0])).allocation.shares == [0])
    let none = CoalitionGame(players: ["a", "b"], surpluses: [0, 0, 0, 0])
    #expect(try proportionalNucleolus(of: none).allocation.shares == [0, 0])
  }

  @Test("does not depend on the currency", arguments: [1e-9, 1e12])
  func scale(factor: Double) throws {
    let plain = try PublishedGames.skane()
    let scaled = try CoalitionGame(players: plain.players, kind: .cost) { plain[$0] * factor }
    let (one, other) = (try proportionalNucleolus(of: plain), try proportionalNucleolus(of: scaled))
    for (share, scaledShare) in zip(one.allocation.shares, other.allocation.shares) {
      #expect(abs(scaledShare - share * factor) <= 1e-12 * scaledShare)  // products are rounded
    }
  }

  @Test func refusesWhatNothingIsInProportionTo() throws {
    let free = CoalitionGame(players: ["a", "b"], costs: [0, 0, 3, 3])
    #expect(throws: SharingError.nothingInProportion(coalition: ["a"], worth: 0)) {
      try proportionalNucleolus(of: free)
    }
    #expect(
      "\(SharingError.nothingInProportion(coalition: ["a"], worth: 0))"
        == "the worth of {a} is 0, and savings cannot be in proportion to that; use the per-capita nucleolus")
    // Only {a, b} wins, so nothing says how a and b share.
    let open = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 1, 0, 0, 0, 1])
    #expect(throws: SharingError.proportionLeavesOpen) { try proportionalNucleolus(of: open) }
    #expect(
      "\(SharingError.proportionLeavesOpen)"
        == "so many coalitions are worth nothing that proportions did not settle every share; use the per-capita nucleolus"
    )
  }
}
