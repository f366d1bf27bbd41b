import CollectiveAction
import Sharing
import Testing

@Suite struct SampledShapleyValueTests {
  @Test(
    "is exact for single players, pairs and a function of their number, beside any budget",
    arguments: zip(UInt64(0)..<8, [4, 5, 7, 12, 12, 23, 41, 63]))
  func quadratic(seed: UInt64, count: Int) throws {
    var chance = SeededChance(seed: seed)
    let own = (0..<count).map { _ in Double(Int.random(in: -20...50, using: &chance)) }
    let pair = (0..<count).map { _ in (0..<count).map { _ in Double(Int.random(in: -9...9, using: &chance)) } }
    let offset = seed.isMultiple(of: 2) ? 0 : 1e9
    let sample = try sampledShapleyValue(players: names(count), replicates: 2, seed: seed) { members in
      let size = Double(members.count)
      return members.reduce(size > Double(count) / 2 ? 1000 + size : 0) { sum, i in
        sum + offset + own[i] + members.reduce(0) { $0 + ($1 < i ? pair[i][$1] : 0) }
      }
    }
    let bySize = Double(1000 + count) / Double(count)
    for player in 0..<count {
      let pairs = (0..<count).reduce(0.0) { sum, other in
        sum + (other == player ? 0 : pair[max(player, other)][min(player, other)]) / 2
      }
      // Whole numbers in sums of 63 at most; 63e9 has an ulp of 8e-6, which the average over the circle divides.
      let tolerance = offset == 0 ? 1e-10 : 2e-6
      #expect(abs(sample.allocation[player] - offset - own[player] - pairs - bySize) <= tolerance)
      guard case .noSpread(let unseen) = sample.evidence[player] else {
        Issue.record("the replicates differ: \(sample.evidence[player])")
        continue
      }
      #expect(unseen > 0.5)  // two replicates prove little
    }
  }

  @Test("has intervals that hold at once nineteen times in twenty, or nearly")
  func coverage() throws {
    let populations = [1.0, 2, 3, 5, 8, 13, 30]
    let game = try CoalitionGame(players: names(7), kind: .cost) { (members: Coalition) in
      members.reduce(0) { $0 + populations[$1] }.squareRoot()
    }
    let exact = shapleyValue(of: game).shares
    var held = 0
    var bounded = 0
    let seeds = UInt64(0)..<200
    for seed in seeds {
      let sample = try sampledShapleyValue(
        players: game.players, replicates: 12, seed: seed, contributions: 0...6
      ) { game[$0] }
      #expect(abs(sample.allocation.sum - game.jointWorth) <= 1e-13)
      held += covers(sample.evidence, exact) ? 1 : 0
      let bounds = try #require(sample.bounds)
      bounded += zip(bounds, exact).allSatisfy { $0.contains($1) } ? 1 : 0
    }
    #expect(held >= 180)  // at least 90 % where 95 are promised to normal numbers
    #expect(bounded == 200)  // proved for 95 %; the proof is far from tight
  }

  @Test("has intervals that hold where most orders say nothing of a small voter", arguments: [5, 12, 30])
  func coverageOfVotes(replicates: Int) throws {
    let weights = [1.0, 2, 3, 4, 5, 6, 8, 13, 30]
    let vote = try CoalitionGame(players: names(9), kind: .surplus) { (members: Coalition) in
      members.reduce(0) { $0 + weights[$1] } > 36 ? 1 : 0
    }
    let exact = shapleyValue(of: vote).shares
    var held = 0
    for seed in UInt64(0)..<100 {
      let sample = try sampledShapleyValue(players: vote.players, replicates: replicates, seed: seed) { vote[$0] }
      // A share without a spread promises no interval.
      held += zip(sample.evidence, exact).allSatisfy { !misses($0, $1) } ? 1 : 0
    }
    #expect(held >= 90)  // by Student's t alone, without regard to the long tail, 80 to 90
  }

  @Test("has intervals that hold for games without any structure", arguments: [4, 5, 6])
  func coverageOfTables(count: Int) throws {
    var held = 0
    for seed in UInt64(0)..<100 {
      let game = PublishedGames.random(seed: seed, players: count)
      let sample = try sampledShapleyValue(players: game.players, replicates: 10, seed: seed &+ 1000) { game[$0] }
      held += covers(sample.evidence, shapleyValue(of: game).shares) ? 1 : 0
    }
    #expect(held >= 90)  // at least 90 % where 95 are promised to normal numbers
  }

  @Test("comes nearer with more replicates, and its intervals with it")
  func convergence() throws {
    let game = PublishedGames.random(seed: 3, players: 9)
    func widths(_ replicates: Int) throws -> Double {
      try sampledShapleyValue(players: game.players, replicates: replicates, seed: 1) { game[$0] }.evidence
        .reduce(0) { sum, evidence in
          if case .spread(let interval) = evidence { return sum + interval.upperBound - interval.lowerBound }
          return sum
        }
    }
    // √16 = 4 by the spread, and somewhat more as Student's t narrows.
    let ratio = try widths(20) / widths(320)
    #expect((3.0...6.0).contains(ratio), "\(ratio)")
  }

  @Test("never takes a rare event it has not seen for an impossible one")
  func securityCouncil() throws {
    // Nine votes of fifteen with those of all five permanent members: an other is decisive 4 times in 2145.
    let council: @Sendable (Coalition) -> Double = { members in
      members.mask & 31 == 31 && members.count >= 9 ? 1 : 0
    }
    let exact = (0..<15).map { $0 < 5 ? 421 / 2145.0 : 4 / 2145.0 }
    var unseen = 0
    for seed in UInt64(0)..<20 {
      let sample = try sampledShapleyValue(
        players: names(15), replicates: 3, seed: seed, contributions: 0...1, worth: council)
      let bounds = try #require(sample.bounds)
      for player in 0..<15 {
        #expect(bounds[player].contains(exact[player]))
        #expect(bounds[player].upperBound > bounds[player].lowerBound)
        switch sample.evidence[player] {
        case .everyOrder: Issue.record("fifteen players have more orders")
        case .spread(let interval): #expect(interval.upperBound > interval.lowerBound)
        case .noSpread(let chance):
          unseen += 1
          #expect(chance > 0.8)  // three replicates; (0.05/15)^(1/3) = 0.15
        }
      }
    }
    #expect(unseen > 0)  // some seeds do not see an other decide
  }

  @Test("takes every order of at most three", arguments: [1, 2, 3])
  func few(count: Int) throws {
    let game = PublishedGames.random(seed: 77, players: count)
    let sample = try sampledShapleyValue(players: game.players, replicates: 2, seed: 9) { game[$0] }
    #expect(sample.evidence.allSatisfy { $0 == .everyOrder })
    for (share, expected) in zip(sample.allocation.shares, shapleyValue(of: game).shares) {
      #expect(abs(share - expected) <= 1e-13)
    }
  }

  @Test("repeats the same bits, whichever core is first")
  func repeatable() throws {
    let game = PublishedGames.random(seed: 5, players: 8)
    func sample(delays: Bool) throws -> SampledShapleyValue {
      try sampledShapleyValue(players: game.players, replicates: 130, seed: 4, contributions: -200...200) { members in
        var spins = delays && members.contains(3) ? 400 : 0
        while spins > 0 { spins -= 1 }
        return game[members]
      }
    }
    let first = try sample(delays: false)
    #expect(try sample(delays: true) == first)
    #expect(first.orderCount == 2 * 8 * 130)
    #expect(try sampledShapleyValue(players: game.players, replicates: 130, seed: 5) { game[$0] } != first)
  }

  @Test func refusesWhatIsNoSample() {
    let two = ["a", "b"]
    let faults: [([String], Int, Double, ClosedRange<Double>?, SharingError, String)] = [
      (
        [], 2, 0.95, nil, .samplePlayerCount(0),
        "orders of joining can be sampled for 1 to 63 players, not 0; group them"
      ),
      (
        names(64), 2, 0.95, nil, .samplePlayerCount(64),
        "orders of joining can be sampled for 1 to 63 players, not 64; group them"
      ),
      (["a", "a"], 2, 0.95, nil, .repeatedPlayer("a"), "two players are called 'a'; give each a name of its own"),
      (
        two, 1, 0.95, nil, .replicateCount(1),
        "1 replicates have no spread to judge an error by; take at least 2, better 20 or more"
      ),
      (two, 2, 1, nil, .wrongLevel(1), "a level of 1; give a chance above 0 and below 1, such as 0.95"),
      (
        two, 2, 0.95, 0...1, .contributionOutside(3, of: "b", range: 0...1),
        "'b' contributes 3 to a coalition, outside of 0 to 1; give the range that holds for all contributions, or none"
      ),
    ]
    for (players, replicates, level, range, error, message) in faults {
      #expect(throws: error) {
        try sampledShapleyValue(
          players: players, replicates: replicates, seed: 0, level: level, contributions: range
        ) { members in members.contains(1) ? 3 : 0 }
      }
      #expect("\(error)" == message)
    }
    for level in [.nan, 0, -1, 2] as [Double] {
      #expect(
        refusal { () throws(SharingError) in
          _ = try sampledShapleyValue(players: two, replicates: 2, seed: 0, level: level) { _ in 0 }
        } != nil)
    }
    // A pair that only some orders meet, and the single players that all do.
    #expect(throws: SharingError.worthNotFinite(["p3"])) {
      try sampledShapleyValue(players: names(6), replicates: 9, seed: 0) { $0 == .single(3) ? .nan : 0 }
    }
    #expect(throws: SharingError.worthNotFinite(["p1", "p4"])) {
      try sampledShapleyValue(players: names(6), replicates: 40, seed: 0) { $0 == Coalition([1, 4]) ? .infinity : 0 }
    }
    #expect(
      "\(SharingError.worthNotFinite(["p1", "p4"]))"
        == "the worth of {p1, p4} is not a finite number; every coalition needs one")
  }

  private func names(_ count: Int) -> [String] { (0..<count).map { "p\($0)" } }

  private func covers(_ evidence: [SampledShapleyValue.Evidence], _ exact: [Double]) -> Bool {
    zip(evidence, exact).allSatisfy { evidence, share in
      if case .spread = evidence { return !misses(evidence, share) }
      return false
    }
  }

  private func misses(_ evidence: SampledShapleyValue.Evidence, _ share: Double) -> Bool {
    if case .spread(let interval) = evidence { return !interval.contains(share) }
    return false
  }
}
