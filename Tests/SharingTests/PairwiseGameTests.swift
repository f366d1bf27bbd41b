import CollectiveAction
import Mathematics
import Sharing
import Testing

@Suite struct PairwiseGameTests {
  private func random(
    _ seed: UInt64, players: ClosedRange<Int>, pairs: ClosedRange<Int>, kind: CoalitionGame.Kind = .surplus
  ) throws -> PairwiseGame {
    var chance = SeededChance(seed: seed)
    let n = Int.random(in: players, using: &chance)
    var table = [[Double]](repeating: [Double](repeating: 0, count: n), count: n)
    for row in 0..<n {
      for column in 0..<row {
        table[row][column] = Double(Int.random(in: pairs, using: &chance)) / 10
        table[column][row] = table[row][column]
      }
    }
    return try PairwiseGame(
      players: (0..<n).map { "p\($0)" }, kind: kind,
      alone: (0..<n).map { _ in Double(Int.random(in: -50...50, using: &chance)) / 10 }, pairs: table)
  }

  @Test(
    "gives the Shapley value and the prenucleolus of the table, whatever the signs of pairs", arguments: UInt64(0)..<24)
  func closedForm(seed: UInt64) throws {
    let game = try random(seed, players: 1...6, pairs: -40...60, kind: seed % 2 == 0 ? .surplus : .cost)
    let table = try game.table()
    let solution = try prenucleolus(of: table)
    #expect(solution.verdict == .certified)
    for index in game.players.indices {
      #expect(abs(game.shapleyValue[index] - shapleyValue(of: table)[index]) <= 1e-12)  // sums of 64 fractions
      #expect(abs(game.prenucleolus[index] - solution.allocation[index]) <= 1e-12)  // tenths, rounded once
    }
    if let own = try? game.nucleolus() {
      for (share, other) in zip(own.shares, try nucleolus(of: table).allocation.shares) {
        #expect(abs(share - other) <= 1e-12)  // tenths, rounded once
      }
    }
  }

  @Test("finds the subsidy of the least core of the table, by cuts or by search", arguments: UInt64(0)..<24)
  func subsidy(seed: UInt64) throws {
    let kind: CoalitionGame.Kind = seed % 2 == 0 ? .surplus : .cost
    let helpful = kind == .surplus ? 0...60 : -60...0
    let game = try random(seed, players: 2...7, pairs: seed % 4 < 2 ? helpful : -40...60, kind: kind)
    let (table, least) = (try game.table(), try game.leastSubsidy())
    #expect(least.amount == (try leastCore(of: table)).exactSubsidy)
    let division = game.prenucleolus
    let binding = Coalition(least.coalition.compactMap { game.players.firstIndex(of: $0) })
    let excess = (division.total(of: binding) - table[binding]) * (kind == .cost ? 1 : -1)
    #expect(abs(excess - least.amount.approximation) <= 1e-12)  // tenths added up
  }

  @Test("certifies 41 players: whoever speaks against another hears as much against itself")
  func fortyOne() throws {
    let game = try random(41, players: 41...41, pairs: 0...100)
    let (shares, least) = (try game.nucleolus(), try game.leastSubsidy())
    #expect(!least.coreIsEmpty)
    // A coalition's excess is its complement's, so the largest for i without j is the largest for j without i.
    var chance = SeededChance(seed: 1)
    for _ in 0..<50 {
      let members = game.players.indices.filter { _ in Bool.random(using: &chance) }
      let others = game.players.indices.filter { !members.contains($0) }
      func excess(_ coalition: [Int]) -> Double {
        let alone = coalition.reduce(0) { $0 + game.alone[$1] - shares[$1] }
        return coalition.reduce(alone) { sum, one in
          coalition.reduce(sum) { $0 + ($1 < one ? game.pairs[one][$1] : 0) }
        }
      }
      #expect(abs(excess(members) - excess(others)) <= 1e-9)  // 1640 tenths added up, of up to 10⁴ in all
      #expect(excess(members) <= least.amount.approximation + 1e-9 || members.isEmpty || others.isEmpty)
    }
  }

  @Test func refusesWhatIsNoPairwiseGame() throws {
    func error(_ alone: [Double], _ pairs: [[Double]]) -> String? {
      do throws(StructuredGameError) {
        _ = try PairwiseGame(players: ["a", "b"], alone: alone, pairs: pairs)
      } catch { return "\(error)" }
      return nil
    }
    let message =
      "the spillover between 'b' and 'a' is not one finite number both ways; "
      + "give a symmetric table, zero on its diagonal"
    #expect(error([1, 1], [[0, 1], [2, 0]]) == message)
    #expect(error([1, 1], [[0, .nan], [.nan, 0]]) == message)
    #expect(error([1, 1], [[1, 0], [0, 0]])?.contains("'a' and 'a'") == true)
    #expect(error([1], [[0, 1], [1, 0]]) == "1 worths alone where 2 are needed; give one for each, in order")
    #expect(error([1, 1], [[0, 1]]) == "1 spillovers where 2 are needed; give one for each, in order")
    let harmful = try PairwiseGame(players: ["a", "b"], alone: [1, 1], pairs: [[0, -1], [-1, 0]])
    #expect(throws: StructuredGameError.aloneBetter(player: "a", amount: 0.5)) { try harmful.nucleolus() }
    #expect(try harmful.leastSubsidy().coreIsEmpty)
    #expect(throws: StructuredGameError.nobodyToLeave) {
      try PairwiseGame(players: ["a"], alone: [1], pairs: [[0]]).leastSubsidy()
    }
    let large = try random(3, players: 25...25, pairs: -5...5)
    #expect(throws: StructuredGameError.harmfulPairs(players: 25, limit: 24)) { try large.leastSubsidy() }
    #expect(
      "\(StructuredGameError.aloneBetter(player: "a", amount: 0.5))" == "'a' would be better off alone by 0.5; use "
        + "the prenucleolus, which does not promise everyone its worth alone")
  }
}
