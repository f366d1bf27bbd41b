import CollectiveAction
import Sharing
import Testing

/// What is no game, or has no division, said in words that help.
@Suite struct UnsoundGameTests {
  private func complaint(_ players: [String], _ worths: [Double]) -> String {
    do throws(CoalitionGameError) {
      _ = try CoalitionGame(players: players, kind: .cost, worths: worths)
      return ""
    } catch { return "\(error)" }
  }

  @Test("a table is refused with what is wrong in it")
  func tables() {
    #expect(
      complaint(["a", "b"], [0, 1, 2]) == "a table of 3 worths; 4 are needed, one a coalition and 0 for the empty one")
    #expect(
      complaint(["a", "b"], [0, 1, 2, 3, 3])
        == "a table of 5 worths; 4 are needed, one a coalition and 0 for the empty one")
    #expect(complaint(["a", "b"], [0.5, 1, 2, 3]) == "the empty coalition is worth 0.5; it must be worth 0")
    #expect(complaint(["a", "b"], [.nan, 1, 2, 3]) == "the empty coalition is worth nan; it must be worth 0")
    #expect(complaint(["a", "b"], [0, 1, 2, .nan]) == "the worth of {a, b} is not a finite number")
    #expect(complaint(["a", "b"], [0, 1, -.infinity, 3]) == "the worth of {b} is not a finite number")
    #expect(
      complaint(["a", "a"], [0, 1, 2, 3]) == "two players are called 'a'; give each a name of its own")
  }

  @Test("a game has at least one player, and no more than a table has room for", arguments: [0, 27, 63, 65, 1000])
  func counts(players: Int) {
    let names = (0..<players).map { "p\($0)" }
    #expect(complaint(names, [0]) == "a game has 1 to 26 players, not \(players)")
    // Asked by a function, the table is not built either.
    #expect(throws: CoalitionGameError.playerCount(players)) {
      try CoalitionGame(players: names, kind: .surplus) { _ in 1 }
    }
  }

  @Test("a function that is no number anywhere is refused by the coalition")
  func functions() {
    #expect(throws: CoalitionGameError.notFinite(["a", "c"])) {
      try CoalitionGame(players: ["a", "b", "c"], kind: .surplus) { $0.mask == 5 ? .nan : 1 }
    }
  }

  @Test("one player pays all, without a core to speak of")
  func onePlayer() throws {
    let game = CoalitionGame(players: ["a"], costs: [0, 12.25])
    #expect(complaint(["a"], [0, 12.25]) == "")
    for solution in [try nucleolus(of: game), try prenucleolus(of: game), try perCapitaNucleolus(of: game)] {
      #expect(solution.allocation.shares == [12.25])
      #expect(solution.verdict == .certified)
      #expect(solution.certificate.stages.isEmpty && solution.distinctLevels.isEmpty)
    }
    #expect(throws: SharingError.onlyOnePlayer) { try leastCore(of: game) }
    #expect("\(SharingError.onlyOnePlayer)" == "a single player has nobody to divide with; name at least two")
  }

  @Test("a nucleolus without an imputation says so, and what to use instead")
  func noImputation() throws {
    let gains = CoalitionGame(players: ["a", "b"], surpluses: [0, 0.1, 0.2, 0.25])
    let costs = CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.35])
    func complaint(_ game: CoalitionGame) -> String {
      do throws(SharingError) { _ = try nucleolus(of: game) } catch { return "\(error)" }
      return ""
    }
    let advice = "or use the prenucleolus, which does not promise everyone its"
    #expect(
      complaint(gains)
        == "apart the players get 0.3, together 0.25: nobody gains from working together; leave out whoever makes "
        + "it worse, \(advice) gain alone")
    #expect(
      complaint(costs)
        == "apart the players pay 0.3, together 0.35: nobody gains from working together; leave out whoever makes "
        + "it dearer, \(advice) cost alone")
    // What it names is there: each loses, or pays, the same more than alone.
    #expect(try prenucleolus(of: gains).certificate.shares == ["3/40", "7/40"].fractions)
    #expect(try prenucleolus(of: costs).certificate.shares == ["1/8", "9/40"].fractions)
    // Just as well off together: one imputation.
    let even = CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.3])
    #expect(try nucleolus(of: even).allocation.shares == [0.1, 0.2])
  }
}
