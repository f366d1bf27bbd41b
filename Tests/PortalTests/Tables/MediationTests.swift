import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite(.serialized, .timeLimit(.minutes(3)))
struct MediationTests {
  @Test("reads points and reservations among other lines, exactly, and names a line that is none")
  func stated() {
    let first = StatedPoints(["We could live with much.\nclause 2 A1B2c3d4e5f6 = 0.1  # Each half\nreservation=55.25"])
    #expect(first.worth(of: "a1b2c3d4e5f6" + "00", in: 2) == 0.1)
    #expect(first.worth(of: "a1b2c3d4e5f6" + "00", in: 3) == nil)
    #expect(first.leastTotal == 55.25 && first.faults.isEmpty)
    let later = StatedPoints(["clause 1 aa = 4", "clause 1 aa = -7\nclause 1 bb = lots\nreservation = 1.2345"])
    #expect(later.points == ["1 aa": -7000])
    #expect(later.reservation == nil && later.faults == ["clause 1 bb = lots", "reservation = 1.2345"])
    #expect(StatedPoints(["a = b", "clause two", "reservation"]).faults.isEmpty)
  }

  @Test("the mediator alone is shown a text that suits all, and puts it forward by an act of its own")
  func suggests() async throws {
    let talks = try await MediatedTalks(at: SampleSite())
    #expect(await talks.page(talks.mediator).text.contains("has not told its reservation") == false)
    #expect(await talks.page(talks.mediator).text.contains("4 wordings have no points yet"))
    // Upper, lower of clause 1, then of clause 2: each yields where it matters less to it.
    try await talks.state([81234, 10, 30, 20], least: 60, talks.upper)
    try await talks.state([10, 30, 5, 77615], least: 60, talks.lower)
    for language in Language.allCases {
      let page = await talks.page(talks.mediator, in: language)
      #expect(page.status == .ok && TagCheck(page.body).fault == nil)
      #expect(page.text.contains("Upper wording 1.") && page.text.contains("Lower wording 2."))
      #expect(!page.text.contains("Lower wording 1.") && !page.text.contains("Upper wording 2."))
      #expect(!page.text.contains("81234") && !page.text.contains("77615"), "points stay where they were told")
    }
    for other in [talks.upper, talks.lower, talks.desk, .unknown] {
      #expect(await talks.page(other).status == .notFound)
    }
    let way = try #require(await talks.page(talks.mediator).links.first { $0.contains("/acts/putUnderSilence?") })
    let asked = try FormFields(encoded: way.split(separator: "?")[1].utf8).fields.map { ($0.name, $0.value) }
    try await talks.act("putUnderSilence", asked + [("until", "2026-12-24T12:00")], talks.mediator)
    for party in [talks.upper, talks.lower] {
      let page = await talks.sample.site.get(talks.table, as: party).text
      #expect(page.contains("objectTo"), "the parties may object to what the mediator put forward")
    }
    #expect(!(await talks.sample.site.get(talks.table, as: talks.lower).text.contains("81234")))
  }

  @Test(
    "no text is suggested that is below anybody's reservation, and the chosen one is beaten by none", arguments: [7, 8])
  func bounds(seed: UInt64) async throws {
    let talks = try await MediatedTalks(at: SampleSite())
    var chance = SeededChance(state: seed)
    for _ in 0..<6 {
      let points = (0..<2).map { _ in (0..<4).map { _ in Int.random(in: 0...50, using: &chance) } }
      let least = (0..<2).map { _ in Int.random(in: 20...80, using: &chance) }
      try await talks.state(points[0], least: least[0], talks.upper)
      try await talks.state(points[1], least: least[1], talks.lower)
      let page = await talks.page(talks.mediator).text
      // What each of the four texts is worth to each.
      let texts = [(0, 2), (0, 3), (1, 2), (1, 3)].map { one, two in (0..<2).map { points[$0][one] + points[$0][two] } }
      let acceptable = texts.filter { $0[0] >= least[0] && $0[1] >= least[1] }
      guard !acceptable.isEmpty else {
        #expect(page.contains("No choice among these wordings"), "\(points) \(least)")
        continue
      }
      let chosen = [page.contains("Upper wording 1.") ? 0 : 1, page.contains("Upper wording 2.") ? 2 : 3]
      let worth = (0..<2).map { points[$0][chosen[0]] + points[$0][chosen[1]] }
      #expect(worth[0] >= least[0] && worth[1] >= least[1], "\(points) \(least)")
      let beaten = acceptable.contains { $0[0] >= worth[0] && $0[1] >= worth[1] && $0 != worth }
      #expect(!beaten, "\(points) \(least)")
    }
  }

  @Test("without both leaves, or when a wording has changed, nothing is worked out")
  func incomplete() async throws {
    let talks = try await MediatedTalks(at: SampleSite())
    try await talks.state([81234, 10, 30, 20], least: 60, talks.upper)
    try await talks.state([10, 30, 5, 77615], least: 60, talks.lower)
    #expect(await talks.page(talks.mediator).text.contains("putUnderSilence"))
    try await talks.act("offerText", [("clause", "2"), ("text", "A new lower wording.")], talks.lower)
    let changed = await talks.page(talks.mediator, in: .chinese).text
    #expect(changed.contains("尚有1种表述未评分") && !changed.contains("putUnderSilence"))
    try await talks.act("revokeMediator", [], talks.upper)
    #expect(await talks.page(talks.mediator).status == .notFound)
  }
}

/// Numbers that follow from their seed: SplitMix64.
private struct SeededChance: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
