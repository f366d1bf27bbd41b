import CollectiveAction
import Testing

@testable import Mechanisms

@Suite struct RankingTests {
  @Test("where nothing can be gained no mechanism beats acting alone", arguments: 2...6)
  func zeroGain(count: Int) throws {
    // Together they get back less than one contribution costs.
    let table = try DilemmaTable(of: PublicGood(players: count, benefit: 0.9 / Double(count)))
    let ranking = try compare(MechanismCatalogue.twelve, in: table, under: Circumstances())
    #expect(ranking.best == nil)
    #expect(ranking.reasons.first == .noMechanismBeatsNoAgreement)
    #expect(ranking.order.allSatisfy { $0.expectedNetGain <= 0 })
    #expect(ranking.order.filter { !$0.mechanism.participation.isImposed }.allSatisfy { !$0.isFormed })
    #expect(ranking.reasons.contains(.nothingToGain(mechanism: "bilateral-contract")))
  }

  @Test("puts those that come about first, by net gain", arguments: UInt64(0)..<40)
  func order(seed: UInt64) throws {
    let table = try DilemmaTable(of: AppraisalTests.drawn(seed))
    let ranking = try compare(MechanismCatalogue.twelve, in: table, under: Circumstances())
    #expect(ranking.order.count == 12)
    for (better, worse) in zip(ranking.order, ranking.order.dropFirst()) {
      #expect(better.isFormed || !worse.isFormed)
      if better.isFormed == worse.isFormed { #expect(better.prospectiveNetGain >= worse.prospectiveNetGain) }
    }
  }

  @Test("keeps on the front exactly those that no other beats in all four respects", arguments: UInt64(0)..<40)
  func front(seed: UInt64) throws {
    let table = try DilemmaTable(of: AppraisalTests.drawn(seed))
    let ranking = try compare(MechanismCatalogue.twelve, in: table, under: Circumstances())
    func respects(_ one: Appraisal) -> [Double] {
      [-one.expectedNetGain, one.risk, one.transactionCost.total, one.autonomyCost]
    }
    for one in ranking.order where one.isFormed {
      let isBeaten = ranking.order.contains { other in
        other.isFormed && zip(respects(other), respects(one)).allSatisfy { $0 <= $1 }
          && respects(other) != respects(one)
      }
      #expect(isBeaten != ranking.paretoFront.contains(one), "\(one.mechanism.id)")
    }
    if let best = ranking.best { #expect(ranking.paretoFront.first == best) }
  }

  @Test("explains the whole margin to the runner-up", arguments: UInt64(0)..<40)
  func margin(seed: UInt64) throws {
    let table = try DilemmaTable(of: AppraisalTests.drawn(seed))
    let ranking = try compare(MechanismCatalogue.twelve, in: table, under: Circumstances())
    guard case .highestNet(let best, let margin, let next)? = ranking.reasons.first else { return }
    #expect(best == ranking.order[0].mechanism.id)
    #expect(next == ranking.order[1].mechanism.id)
    var explained = 0.0
    for reason in ranking.reasons {
      if case .runnerUpLosesOn(next, _, let amount) = reason { explained += amount }
      if case .runnerUpGainsOn(next, _, let amount) = reason { explained -= amount }
    }
    #expect(abs(explained - margin) < 1e-9)  // some forty terms of the order of ten
  }

  @Test("finds where another mechanism becomes the best")
  func switchPoint() throws {
    let table = try DilemmaTable(of: PublicGood(players: 4, benefit: 0.8))
    let circumstances = try AppraisalTests.base()
    let pair = try ["multilateral-embeddedness", "multilateral-contract"].map(MechanismCatalogue.mechanism)
    let points = try switchPoints(
      of: pair, along: .trust, within: 0.05...0.95, in: table, under: circumstances)
    #expect(points.map(\.below) == ["multilateral-contract"])
    #expect(points.map(\.above) == ["multilateral-embeddedness"])
    let point = try #require(points.first)
    func lead(_ trust: Double) throws -> Double {
      let there = try circumstances.with(.trust, trust)
      return try appraise(pair[0], in: table, under: there).expectedNetGain
        - appraise(pair[1], in: table, under: there).expectedNetGain
    }
    #expect(try lead(point.value - 1e-4) < 0)  // found to a millionth of the range
    #expect(try lead(point.value + 1e-4) > 0)
  }

  @Test("refuses to rank nothing")
  func refusal() {
    #expect(throws: AppraisalError.nothingToRank) { try rank([]) }
    #expect(AppraisalError.nothingToRank.description == "no mechanism was appraised; give at least one")
  }
}
