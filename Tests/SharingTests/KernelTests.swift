import CollectiveAction
import Sharing
import Testing

@Suite struct KernelTests {
  @Test("gives the surpluses that a look at every coalition gives", arguments: UInt64(0)..<40)
  func definition(seed: UInt64) {
    // Nine players: some inside the blocks, some outside.
    let game = PublishedGames.random(seed: seed, players: seed % 8 == 0 ? 9 : 1 + Int(seed % 6))
    let allocation = equalDivision(of: game)
    let surplus = pairSurpluses(of: allocation, in: game)
    for player in game.players.indices {
      for other in game.players.indices where other != player {
        var largest = -Double.infinity
        for coalition in game.coalitions where coalition.contains(player) && !coalition.contains(other) {
          let total = allocation.total(of: coalition)
          largest = max(largest, game.kind == .cost ? total - game[coalition] : game[coalition] - total)
        }
        #expect(abs(surplus(player, over: other) - largest) <= 1e-11)  // sums of a few rounded shares
      }
    }
  }

  @Test("holds the prenucleolus, and the nucleolus where there is one", arguments: UInt64(0)..<100)
  func nucleoli(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed)
    let tolerance = 1e-10  // shares of at most 60, each rounded once
    #expect(
      kernelMembership(of: try prenucleolus(of: game).allocation, in: game, tolerance: tolerance).isInPrekernel)
    guard let solution = try? nucleolus(of: game) else { return }
    #expect(kernelMembership(of: solution.allocation, in: game, tolerance: tolerance).isInKernel)
  }

  @Test("names the pairs out of balance, who over whom and by how much")
  func pairs() {
    let game = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 6, 0, 0, 0, 9])
    let allocation = Allocation(players: ["a", "b", "c"], shares: [4, 1, 4])
    // Without the other a can get 6 with b, less 5; against b it has only itself, less 4, as c has less 4.
    let membership = kernelMembership(of: allocation, in: game, tolerance: 0)
    #expect(membership.imbalance == 0 && membership.belowOwnWorth.isEmpty)
    #expect(membership.outweighings.map(\.playerName) == ["a", "b", "b"])
    #expect(membership.outweighings.map(\.otherName) == ["c", "c", "a"])
    #expect(membership.outweighings.map(\.amount) == [5, 5, 3])
    #expect(!membership.isInKernel && !membership.isInPrekernel)
    #expect(membership.outweighings.allSatisfy { !$0.otherIsAtOwnWorth })
  }

  @Test("lets nobody ask anything of a player no better off than alone")
  func atOwnWorth() throws {
    // c adds nothing to anybody but gets nothing less than alone.
    let game = CoalitionGame(players: ["a", "b", "c"], surpluses: [0, 0, 0, 6, 0, 0, 0, 4])
    let nucleolus = try nucleolus(of: game).allocation
    #expect(nucleolus.shares == [2, 2, 0])
    let membership = kernelMembership(of: nucleolus, in: game, tolerance: 1e-12)
    #expect(membership.isInKernel && !membership.isInPrekernel)
    let other = Allocation(players: game.players, shares: [3, 2, -1])
    #expect(kernelMembership(of: other, in: game, tolerance: 1e-12).belowOwnWorth == ["c"])
  }

  @Test("puts a single player in balance with nobody")
  func single() {
    let game = CoalitionGame(players: ["a"], costs: [0, 3])
    let membership = kernelMembership(of: Allocation(players: ["a"], shares: [3]), in: game, tolerance: 0)
    #expect(membership.isInKernel && membership.isInPrekernel)
    #expect(
      kernelMembership(of: Allocation(players: ["a"], shares: [4]), in: game, tolerance: 0).imbalance == 1)
  }
}
