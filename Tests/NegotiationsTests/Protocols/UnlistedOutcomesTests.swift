import Mathematics
import Testing

@testable import Negotiations

@Suite struct UnlistedOutcomesTests {
  /// 4,320 to 7,776 outcomes of issues that stand by themselves: enough not to be listed at once. Worths are decimals,
  /// whole numbers with many ties, halves of either sign, or any fractions.
  static func standpoint(seed: UInt64) throws -> (unlisted: UnlistedOutcomes, listed: Standpoint) {
    var chance = RandomStream(seed: seed, stream: [7])
    let counts = [[6, 6, 6, 6, 6], [5, 4, 9, 6, 4], [70, 90], [2, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3]][Int(seed / 4 % 4)]
    let agenda = try Agenda(counts.enumerated().map { try Issue("issue \($0)", .integers(1...$1)) })
    let worths = counts.map { count in
      (0..<count).map { _ -> Double in
        let worth = chance.uniform()
        return switch seed % 4 {
        case 0: worth
        case 1: (worth * 10).rounded()
        case 2: (worth * 1000).rounded() / 1000
        default: (worth * 8).rounded() / 2 - 2
        }
      }
    }
    let preferences = Preferences(party: "Lund", worths: worths, reservation: 1)
    let unlisted = try #require(UnlistedOutcomes(of: preferences, on: agenda))
    return (unlisted, Standpoint(listing: preferences, on: agenda))
  }

  @Test("are worth what the list says, to the last bit", arguments: UInt64(0)..<16)
  func worths(seed: UInt64) throws {
    let (unlisted, listed) = try Self.standpoint(seed: seed)
    let standpoint = Standpoint(of: listed.preferences, on: unlisted.agenda)
    #expect(!standpoint.lookup.isListed)
    #expect((0..<unlisted.count).map(standpoint.worth(of:)) == listed.worths)
    #expect((standpoint.best, standpoint.worst) == (listed.best, listed.worst))
    #expect(standpoint.worths == listed.worths)
    #expect(standpoint.acceptableCount == listed.acceptableCount)
  }

  @Test(
    "are found by their worth as in the list: the one worth just enough, the smallest code among equals",
    arguments: UInt64(0)..<16)
  func leastWorth(seed: UInt64) throws {
    let (unlisted, listed) = try Self.standpoint(seed: seed)
    var chance = RandomStream(seed: seed)
    // What outcomes are worth, a hair more and less, and what none is worth.
    var asked = (0..<200).flatMap { _ -> [Double] in
      let worth = listed.worths[Int.random(in: listed.worths.indices, using: &chance)]
      return [worth, worth.nextUp, worth.nextDown, listed.worst + (listed.best - listed.worst) * chance.uniform()]
    }
    asked += [listed.best, listed.worst, listed.worst - 1, -.infinity, -.greatestFiniteMagnitude]
    for wanted in asked where wanted <= listed.best {
      let place = try #require(listed.place(ofLeastWorthAtLeast: wanted))
      let found = unlisted.sums.outcome(ofLeastWorthAtLeast: wanted)
      #expect(found == (listed.outcome(at: place), listed.worth(at: place)), "\(wanted)")
    }
  }

  @Test("give the same negotiation, asked for one by one or from the list", arguments: UInt64(0)..<4)
  func negotiations(seed: UInt64) throws {
    let agenda = try Agenda((0..<5).map { try Issue("issue \($0)", .integers(1...6)) })
    var chance = RandomStream(seed: seed)
    let parties = (0..<3).map { party in
      Preferences(
        party: "party \(party)", worths: (0..<5).map { _ in (0..<6).map { _ in chance.uniform() } }, reservation: 1.5,
        discount: party == 1 ? 0.999 : 1)
    }
    let table = try BargainingTable(NegotiationScenario(agenda: agenda, parties: parties))
    // A coupling worth nothing changes no worth, but has the outcomes listed from the start.
    let coupled = parties.map {
      Preferences(
        party: $0.party, worths: $0.worths,
        couplings: [.init(issues: [0, 1], worths: [Double](repeating: 0, count: 36))],
        reservation: $0.reservation, discount: $0.discount)
    }
    let listed = try BargainingTable(NegotiationScenario(agenda: agenda, parties: coupled))
    for strategies in [[.boulware, .linear, .titForTat], [.boulware, .micro, .conceder]] as [[NegotiationStrategy]] {
      let talks = try AlternatingOffers(deadline: 200, strategies: strategies)
      // The second and later runs find the outcomes listed where asking has taken longer than a list.
      for _ in 0..<12 {
        let run = try talks.run(on: table, chance: RandomStream(seed: seed), isTraced: true)
        #expect(try run == talks.run(on: listed, chance: RandomStream(seed: seed), isTraced: true))
      }
    }
    #expect(table.zoneOfAgreement() == listed.zoneOfAgreement())
    #expect(MonotonicConcession().run(on: table) == MonotonicConcession().run(on: listed))
  }
}
