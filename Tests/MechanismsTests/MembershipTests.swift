import CollectiveAction
import Testing

@testable import Mechanisms

@Suite struct MembershipTests {
  /// Nets of every coalition by the player-by-player expectation, for the rules of stability written out once more.
  static func nets(
    _ mechanism: Mechanism, _ table: DilemmaTable, _ circumstances: Circumstances
  ) -> (open: Set<Coalition>, nets: [Coalition: Prospect]) {
    let game = TransformedGame(mechanism, table, circumstances)
    var nets: [Coalition: Prospect] = [:]
    for index in table.rows.indices {
      let coalition = table.rows[index].coalition
      let isOpen =
        switch mechanism.scope {
        case .bilateral: coalition.count == 2
        case .multilateral: coalition.count >= min(3, table.players.count)
        case .collective: coalition.count == table.players.count
        }
      if isOpen { nets[coalition] = game.expectation(ofRow: index) }
    }
    return (Set(nets.keys), nets)
  }

  @Test(
    "says who would leave, who would join and which agreement holds with open doors, as the definitions do",
    arguments: UInt64(0)..<40)
  func definitions(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed, players: 2...6)
    let table = try DilemmaTable(of: good)
    let circumstances = try AppraisalTests.surroundings(seed, players: good.players.count)
    let everyone = Coalition.grand(of: good.players.count)
    for mechanism in MechanismCatalogue.twelve where !mechanism.participation.isImposed {
      let (open, nets) = Self.nets(mechanism, table, circumstances)
      func net(_ player: Int, _ coalition: Coalition) -> Double {
        open.contains(coalition) ? nets[coalition]?.nets[player] ?? .nan : 0
      }
      let rounding = 1e-9  // what no drawn gain comes near
      func holdsInside(_ coalition: Coalition) -> Bool {
        coalition.allSatisfy { net($0, coalition.removing($0)) <= net($0, coalition) + rounding }
      }
      func holdsOutside(_ coalition: Coalition) -> Bool {
        everyone.subtracting(coalition).allSatisfy {
          !open.contains(coalition.adding($0)) || net($0, coalition.adding($0)) <= net($0, coalition) + rounding
        }
      }
      let found = try membership(of: mechanism, in: table, under: circumstances)
      #expect(found.isExhaustive)
      // One move's neighbours tell as much of those who come and go.
      let near = try membership(of: mechanism, in: table, under: circumstances, seekingOpen: false)
      #expect(near.open == nil && !near.isExhaustive)
      #expect(near.leavers == found.leavers && near.joiners == found.joiners)
      #expect(near.isInternallyStable == found.isInternallyStable)
      #expect(near.isExternallyStable == found.isExternallyStable)
      #expect(near.surplusOverLeaving == found.surplusOverLeaving)
      #expect(found.isInternallyStable == holdsInside(found.coalition))
      #expect(found.isExternallyStable == holdsOutside(found.coalition))
      #expect(found.leavers.isEmpty == holdsInside(found.coalition))
      #expect(found.joiners.isEmpty == holdsOutside(found.coalition))
      let surplus = found.coalition.reduce(0) { $0 + net($1, found.coalition) - net($1, found.coalition.removing($1)) }
      #expect(abs((found.surplusOverLeaving ?? .nan) - surplus) < 1e-9)
      if found.isInternallyStable == true { #expect(found.isPotentiallyInternallyStable == true) }
      let stable = open.filter {
        holdsInside($0) && holdsOutside($0) && (nets[$0]?.refusals.isEmpty ?? false)
      }
      #expect((found.open == nil) == stable.isEmpty, "\(mechanism.id)")
      if let best = stable.compactMap({ nets[$0]?.regionNet }).max() {
        #expect(abs((found.open?.expectedNetGain ?? .nan) - best) < 1e-9, "\(mechanism.id)")
      }
    }
  }

  @Test("free riders leave the large agreement that members would make, and only three stay with open doors")
  func freeRiding() throws {
    // Eight alike, each contribution worth .4 to all: three pay for themselves (1.2 > 1), a third member's leaving ends it.
    let table = try DilemmaTable(of: PublicGood(players: 8, benefit: 0.4))
    let contract = try MechanismCatalogue.mechanism("multilateral-contract")
    let circumstances = try Circumstances().with(.trust, 0.95).with(.detectability, 0.9).with(.turnover, 0)
      .with(.temptationShock, 0)
    let found = try membership(of: contract, in: table, under: circumstances)
    #expect(found.coalition.count == 8)
    #expect(found.isInternallyStable == false)
    #expect(found.leavers.count == 8)
    #expect(found.open?.members.count == nil || found.open?.members.count == 3)
  }

  @Test("an imposed agreement has no doors: everybody stays, and those who would leave are named")
  func imposed() throws {
    let table = try DilemmaTable(of: PublicGood(price: [1, 1, 1], benefit: [0.9, 0.9, 0.1]))
    let imposed = try MechanismCatalogue.mechanism("collective-imposed")
    let found = try membership(of: imposed, in: table, under: Circumstances())
    #expect(found.open?.members == .grand(of: 3))
    #expect(found.bound == .grand(of: 3))
    #expect(found.isInternallyStable == true)
    #expect(found.leavers.map(\.player).contains(2))
    #expect(found.joiners.isEmpty)
  }

  @Test("beyond sixteen players what was not solved is not claimed, and no coalition beats the bound")
  func manyPlayers() throws {
    let table = try DilemmaTable(of: PublicGood(players: 18, benefit: 0.6))
    let contract = try MechanismCatalogue.mechanism("multilateral-contract")
    let circumstances = try Circumstances().with(.trust, 0.9).with(.turnover, 0)
    let found = try membership(of: contract, in: table, under: circumstances)
    #expect(!found.isExhaustive)
    let bound = try netGainBound(of: contract, in: table, under: circumstances)
    #expect(!bound.isExact)
    #expect(abs(bound.atMost - 18 * (18 * 0.6 - 1)) < 1e-9)  // the optimum's gain
    #expect(bound.found > 0.7 * bound.atMost && bound.found <= bound.atMost)
    let pairs = try netGainBound(
      of: MechanismCatalogue.mechanism("bilateral-contract"), in: table, under: circumstances)
    #expect(pairs.isExact)
  }

  @Test("no row of the table is above the bound, exact or not", arguments: UInt64(0)..<30)
  func bounds(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed)
    let table = try DilemmaTable(of: good)
    let circumstances = try AppraisalTests.surroundings(seed, players: good.players.count)
    for mechanism in MechanismCatalogue.twelve {
      let game = TransformedGame(mechanism, table, circumstances)
      let bound = try netGainBound(of: mechanism, in: table, under: circumstances)
      #expect(bound.isExact)
      for index in table.rows.indices
      where mechanism.scopeRule.admits(table.rows[index].coalition.count, of: good.players.count) {
        #expect(game.figures(ofRow: index).regionNet <= bound.atMost + 1e-12)
        #expect(game.figures(ofRow: index).regionNet <= game.regionAtMost + 1e-12)
      }
      #expect(bound.found <= bound.atMost)
    }
  }
}

@Suite struct SideBySideTests {
  /// Every way to pair some of the players.
  static func best(_ players: [Int], _ value: (Int, Int) -> Double) -> Double {
    guard let first = players.first else { return 0 }
    let rest = Array(players.dropFirst())
    var best = Self.best(rest, value)
    for (place, second) in rest.enumerated() {
      var others = rest
      others.remove(at: place)
      best = max(best, value(first, second) + Self.best(others, value))
    }
    return best
  }

  @Test("matches pairs as trying every matching does", arguments: UInt64(0)..<60)
  func matching(seed: UInt64) {
    var chance = SplitMix(seed: seed)
    let count = Int.random(in: 0...9, using: &chance)
    // Whole numbers make ties and odd rings common.
    var values = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for first in 0..<count {
      for second in 0..<count { values[first][second] = Double(Int.random(in: -3...6, using: &chance)) }
    }
    let matching = PairMatching(players: count) { values[$0][$1] }
    #expect(matching.value == Self.best(Array(0..<count)) { values[$0][$1] })
    #expect(matching.atMost == matching.value)
    #expect(matching.value == matching.pairs.reduce(0) { $0 + values[$1.0][$1.1] })
    #expect(Set(matching.pairs.flatMap { [$0.0, $0.1] }).count == 2 * matching.pairs.count)
  }

  @Test(
    "bounds how far the pairs of forty-one players can be from the best, the closer the longer it looks",
    arguments: UInt64(0)..<3)
  func large(seed: UInt64) {
    var chance = SplitMix(seed: seed)
    let values = (0..<41).map { _ in (0..<41).map { _ in Double.random(in: 0...1, using: &chance) } }
    let long = PairMatching(players: 41, branches: 20) { values[$0][$1] }
    let short = PairMatching(players: 41, branches: 0) { values[$0][$1] }
    #expect(long.pairs.count == 20)
    #expect(long.value <= long.atMost && long.value >= short.value)
    #expect(short.atMost >= long.atMost - 1e-9)  // sums of forty weights
    #expect(long.atMost - long.value < 0.03 * long.value)
  }

  @Test("proves the best pairs of sixteen", arguments: UInt64(0)..<5)
  func sixteen(seed: UInt64) {
    var chance = SplitMix(seed: seed)
    let values = (0..<16).map { _ in (0..<16).map { _ in Double.random(in: 0...1, using: &chance) } }
    let matching = PairMatching(players: 16) { values[$0][$1] }
    #expect(matching.atMost == matching.value)
    // Dynamic programming over all subsets: the first player left is alone or with one of the others.
    var best = [Double](repeating: 0, count: 1 << 16)
    for mask in 1..<best.count {
      let first = mask.trailingZeroBitCount
      let rest = mask & (mask - 1)
      best[mask] = best[rest]
      var others = rest
      while others != 0 {
        let second = others.trailingZeroBitCount
        best[mask] = max(best[mask], values[first][second] + best[rest ^ (1 << second)])
        others &= others - 1
      }
    }
    #expect(abs(best[best.count - 1] - matching.value) < 1e-12)  // eight weights added in another order
  }

  @Test("three players alike make an odd ring: one pair, and the third stays alone")
  func oddRing() {
    let matching = PairMatching(players: 3) { _, _ in 2 }
    #expect(matching.pairs.count == 1)
    #expect(matching.value == 2)
    #expect(matching.atMost == 2)
  }

  @Test("the pairs side by side are the best of all sets of disjoint pairs, and add up", arguments: UInt64(0)..<20)
  func pairs(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed, players: 2...7)
    let table = try DilemmaTable(of: good)
    let circumstances = try AppraisalTests.surroundings(seed, players: good.players.count)
    for authority in Authority.allCases {
      let mechanism = try MechanismCatalogue.mechanism("bilateral-\(authority.rawValue)")
      let game = TransformedGame(mechanism, table, circumstances)
      let best = Self.best(Array(0..<good.players.count)) { first, second in
        guard let index = table.row(of: Coalition([first, second])) else { return 0 }
        let figures = game.figures(ofRow: index)
        return figures.isAccepted ? max(figures.value, 0) : 0
      }
      let found = try sideBySide(mechanism, in: table, under: circumstances)
      #expect(abs(found.value - best) < 1e-9)  // sums of a few values
      #expect(found.isBest)
      var seen = Coalition.empty
      for agreement in found.agreements {
        #expect(agreement.members.isDisjoint(with: seen))
        seen = seen.union(agreement.members)
      }
      let sum = found.agreements.reduce(0) { $0 + $1.expectedNetGain }
      #expect(abs(found.expectedNetGain - sum) < 1e-9)
      // A linear public good: what one pair does changes nothing for another, so the bound holds for the sum.
      if !mechanism.participation.isImposed { #expect(found.isWithinReach) }
    }
  }

  /// The best division of the players into groups of three or more, every one tried.
  static func best(_ rest: Coalition, _ worth: (Coalition) -> Double) -> Double {
    guard let first = rest.first(where: { _ in true }) else { return 0 }
    let others = rest.removing(first)
    var best = -Double.infinity
    for mask in 0...others.mask where mask & ~others.mask == 0 {
      let part = Coalition(mask: mask).adding(first)
      best = max(best, worth(part) + Self.best(rest.subtracting(part), worth))
    }
    return best
  }

  @Test("groups side by side are the best of all divisions", arguments: UInt64(0)..<15)
  func groups(seed: UInt64) throws {
    let good = AppraisalTests.drawn(seed, players: 6...7)
    let table = try DilemmaTable(of: good)
    let circumstances = try AppraisalTests.surroundings(seed, players: good.players.count)
    for authority in ["embeddedness", "contract", "delegated"] {
      let mechanism = try MechanismCatalogue.mechanism("multilateral-" + authority)
      let game = TransformedGame(mechanism, table, circumstances)
      let best = Self.best(.grand(of: good.players.count)) { part in
        guard part.count >= 3, let index = table.row(of: part) else { return 0 }
        let figures = game.figures(ofRow: index)
        return figures.isAccepted ? max(figures.value, 0) : 0
      }
      let found = try sideBySide(mechanism, in: table, under: circumstances)
      #expect(abs(found.value - best) < 1e-9)
      let alone = try appraise(mechanism, in: table, under: circumstances)
      #expect(found.value >= alone.members.reduce(0) { $0 + alone.netGains[$1] } - 1e-9)
    }
  }

  @Test("agreements that each make the same others follow are not added up")
  func sameFollowers() throws {
    // Four share a standard; changing over costs 2.8, sharing it with k of all four is worth 1.5k. Two who change gain
    // 0.2 each by themselves and make the others follow, so either pair brings all there is: 4 · (6 − 2.8). Two pairs do
    // not bring it twice.
    let standard = try AdoptionGame(
      players: ["a", "b", "c", "d"], benefit: [6, 6, 6, 6],
      items: [.init(name: "forms", switchingCost: [2.8, 2.8, 2.8, 2.8])])
    let table = try DilemmaTable(of: standard)
    let mechanism = try MechanismCatalogue.mechanism("bilateral-embeddedness")
    let trusting = try Circumstances().with(.trust, 0.95).with(.detectability, 0.9).with(.turnover, 0)
    let found = try sideBySide(mechanism, in: table, under: trusting)
    #expect(abs(found.regionAtMost - 12.8) < 1e-12)  // few sums of small numbers
    #expect(found.agreements.count == 2)
    #expect(found.expectedNetGain > 12.8)
    #expect(!found.isWithinReach)
  }
}
