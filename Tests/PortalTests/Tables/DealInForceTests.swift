import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite(.serialized, .timeLimit(.minutes(3)))
struct DealInForceTests {
  /// The agreement in force between the parties of the talks, with the words of its clauses.
  private static func agreement(of talks: MediatedTalks) throws -> (id: ObjectID, texts: [String]) {
    let parties = Set([talks.upper, talks.lower].map { talks.sample.organisation(of: $0) })
    return try talks.sample.site.read(Visit(.get, "/", visitor: talks.mediator)) { reading in
      let all = try reading.every(Agreement.self) { $0.isInForce && Set($0.parties) == parties }
      let agreement = try #require(all.first)
      let clauses = try #require(agreement.current).clauses
      return (agreement.id, try clauses.map { try reading.text($0.text, in: agreement.id) })
    }
  }

  @Test("from an agreement in force a text is suggested that leaves nobody worse off, and none where there is none")
  func startsFromAgreement() async throws {
    let talks = try await MediatedTalks(at: SampleSite())
    let (id, texts) = try Self.agreement(of: talks)
    #expect(await talks.page(talks.mediator).links.contains { $0.hasSuffix("/mediation?from=\(id)") })
    // Neither clause has a wording in force yet: what to do is said, and nothing is suggested.
    try await talks.state([30, 10, 20, 30], least: 0, talks.upper)
    try await talks.state([25, 20, 5, 40], least: 0, talks.lower)
    for language in Language.allCases {
      let page = await talks.page(talks.mediator, from: id, in: language).text
      #expect(!page.contains("putUnderSilence") && page.contains(language == .english ? "Clause 2: none" : "第2条"))
    }
    for clause in 1...2 {
      try await talks.act("offerText", [("clause", "\(clause)"), ("text", texts[clause])], talks.lower)
    }
    // In force is the second wording of each clause: 40 to the upper, 60 to the lower. Only the first wording of the
    // first clause is better for both.
    try await talks.state([30, 10, 20, 30], least: 0, talks.upper)
    try await talks.state([25, 20, 5, 40], least: 0, talks.lower)
    for language in Language.allCases {
      let page = await talks.page(talks.mediator, from: id, in: language)
      #expect(page.status == .ok && TagCheck(page.body).fault == nil)
      #expect(page.text.contains("Upper wording 1.") && !page.text.contains("Upper wording 2."))
      #expect(page.text.contains("putUnderSilence"))
    }
    // Once the lower likes it no better, nothing leaves everybody as well off.
    try await talks.state([15, 20, 5, 40], least: 0, talks.lower)
    let none = await talks.page(talks.mediator, from: id).text
    #expect(none.contains("worse for none, than the agreement in force") && !none.contains("putUnderSilence"))
    #expect(await talks.page(talks.mediator, from: id, in: .chinese).text.contains("无人变差的情况下比生效协议更好"))
    // Without it any text above the reservations may be suggested, as before; and it stays the mediator's own page.
    #expect(await talks.page(talks.mediator).text.contains("putUnderSilence"))
    #expect(await talks.page(talks.upper, from: id).status == .notFound)
  }

  @Test("no suggestion gives anybody less than the agreement in force or its reservation", arguments: [3, 4])
  func bounds(seed: UInt64) async throws {
    let talks = try await MediatedTalks(at: SampleSite())
    let (id, texts) = try Self.agreement(of: talks)
    for clause in 1...2 {
      try await talks.act("offerText", [("clause", "\(clause)"), ("text", texts[clause])], talks.lower)
    }
    var chance = SplitMix(state: seed)
    for _ in 0..<6 {
      let points = (0..<2).map { _ in (0..<4).map { _ in Int.random(in: 0...50, using: &chance) } }
      let least = (0..<2).map { _ in Int.random(in: 0...60, using: &chance) }
      try await talks.state(points[0], least: least[0], talks.upper)
      try await talks.state(points[1], least: least[1], talks.lower)
      let page = await talks.page(talks.mediator, from: id).text
      func worth(_ one: Int, _ two: Int) -> [Int] { (0..<2).map { points[$0][one] + points[$0][two] } }
      let deal = worth(1, 3)
      func isBetter(_ worth: [Int]) -> Bool {
        worth != deal && (0..<2).allSatisfy { worth[$0] >= max(deal[$0], least[$0]) }
      }
      let better = [worth(0, 2), worth(0, 3), worth(1, 2)].filter(isBetter)
      #expect(page.contains("putUnderSilence") == !better.isEmpty, "\(points) \(least)")
      guard page.contains("putUnderSilence") else { continue }
      let chosen = worth(page.contains("Upper wording 1.") ? 0 : 1, page.contains("Upper wording 2.") ? 2 : 3)
      #expect(isBetter(chosen), "\(points) \(least)")
    }
  }
}
