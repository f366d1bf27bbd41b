import CollectiveAction
import Sharing
import Testing

@Suite struct CoreMembershipTests {
  @Test("lists as many violations as asked for, the largest, and counts them all", arguments: UInt64(0)..<40)
  func limit(seed: UInt64) {
    // Eleven players are 64 blocks of 32 coalitions.
    let game = PublishedGames.random(seed: seed, players: seed % 4 == 0 ? 11 : 4, range: 0...9)
    let allocation = equalDivision(of: game)
    let all = violations(of: allocation, in: game, tolerance: 1e-9)
    for limit in [0, 1, 3, 20] {
      let membership = coreMembership(of: allocation, in: game, tolerance: 1e-9, limit: limit)
      #expect(membership.violations == Array(all.prefix(limit)))
      #expect(membership.violationCount == all.count)
    }
    var brute: [Double] = []
    for coalition in game.coalitions where coalition != game.grandCoalition {
      let total = allocation.total(of: coalition)
      brute.append(game.kind == .cost ? total - game[coalition] : game[coalition] - total)
    }
    #expect(all.count == brute.filter { $0 > 1e-9 }.count)
    let largest = brute.max() ?? 0
    let needed = coreMembership(of: allocation, in: game, tolerance: 0).neededSubsidy ?? .nan
    #expect(abs(needed - largest) <= 1e-12)  // sums of small whole numbers and elevenths
  }

  @Test("judges the ε-core: the least core needs its own subsidy and no less")
  func subsidised() throws {
    let pairs = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 6, 0, 6, 6, 6])
    let equal = equalDivision(of: pairs)
    let plain = coreMembership(of: equal, in: pairs, tolerance: 1e-12)
    #expect(plain.violations.map(\.amount) == [2, 2, 2] && plain.neededSubsidy == 2)
    #expect(coreMembership(of: equal, in: pairs, tolerance: 1e-12, subsidy: 2).isMember)
    let short = coreMembership(of: equal, in: pairs, tolerance: 1e-12, subsidy: 1.5)
    #expect(short.violations.map(\.amount) == [0.5, 0.5, 0.5])
    // The core of Skåne with room to spare: every coalition saves 1.60 at the nucleolus, not 1.61.
    let skane = try PublishedGames.skane()
    let nucleolus = try nucleolus(of: skane).allocation
    #expect(coreMembership(of: nucleolus, in: skane, tolerance: 1e-9, subsidy: -1.6).isMember)
    #expect(coreMembership(of: nucleolus, in: skane, tolerance: 1e-9, subsidy: -1.61).violationCount == 3)
  }

  @Test("has nobody leave a single player")
  func single() {
    let game = CoalitionGame(players: ["a"], costs: [0, 3])
    let membership = coreMembership(of: Allocation(players: ["a"], shares: [3]), in: game, tolerance: 0)
    #expect(membership.isMember && membership.neededSubsidy == nil && membership.violationCount == 0)
  }

  @Test("prints the collection that proves a core empty, with its weights")
  func printedCollection() throws {
    let game = CoalitionGame(players: ["a", "b", "c"], costs: [0, 3, 3, 4, 3, 4, 4, 6.3])
    guard case .empty(let witness, let shortfall) = try coreStatus(of: game) else {
      Issue.record("the core should be empty")
      return
    }
    let lines = witness.lines(in: game)
    #expect(lines.map(\.names) == [["a", "b"], ["a", "c"], ["b", "c"]])
    #expect(lines.map(\.weight) == ["1/2", "1/2", "1/2"])
    #expect(lines.map(\.weightedWorth) == [2, 2, 2])
    #expect(abs(shortfall - 0.3) <= 1e-15)  // one rounding
  }
}
