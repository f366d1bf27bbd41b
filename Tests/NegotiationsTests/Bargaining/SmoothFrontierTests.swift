import Foundation
import Mathematics
import Negotiations
import Testing

@Suite struct SmoothFrontierTests {
  /// u = (x, 2√(1 − x)), no deal worth (0, 0).
  static func root() throws -> SmoothFrontier { try SmoothFrontier(of: 0...1) { 2 * (1 - $0).squareRoot() } }

  // Half a unit of the last digit that is worked out by hand: Nash 2/3 and 2/√3; Kalai–Smorodinsky the golden section
  // (√5 − 1)/2 and twice it; egalitarian 2√2 − 2.
  @Test(
    "agrees with the closed forms",
    arguments: [
      (BargainingRule.nash(), 0.666667, 1.154701), (.kalaiSmorodinsky(), 0.618034, 1.236068),
      (.egalitarian(), 0.828427, 0.828427), (.utilitarian(rates: [1, 1]), 0, 2),
      (.utilitarian(rates: [2, 1]), 0.75, 1), (.nash(weights: [2, 1]), 0.8, 0.894427),
      (.equalLoss(), 0.0, 2.0),
    ])
  func closedForms(rule: BargainingRule, first: Double, second: Double) throws {
    guard rule != .equalLoss() else {
      // 1 − x = 2 − 2√(1 − x): with r = √(1 − x), r² + 2r − 2 = 0, so r = √3 − 1.
      let solution = try #require(try Self.root().solution(rule))
      let r = 3.0.squareRoot() - 1
      #expect(abs(solution.worths[0] - (1 - r * r)) < 1e-14)  // bisected to the last digits
      #expect(abs(solution.worths[1] - 2 * r) < 1e-14)
      return
    }
    let solution = try #require(try Self.root().solution(rule))
    #expect(abs(solution.worths[0] - first) <= 5e-7)
    #expect(abs(solution.worths[1] - second) <= 5e-7)
  }

  @Test func whatOneHasWithoutADealPullsItsWay() throws {
    // (x − ½)·2√(1 − x) is largest where 1 − x = (x − ½)/2: x = 5/6.
    let frontier = try SmoothFrontier(of: 0...1, reservations: [0.5, 0]) { 2 * (1 - $0).squareRoot() }
    let nash = try #require(try frontier.solution(.nash()))
    #expect(abs(nash.worths[0] - 5.0 / 6) < 1e-7)  // flat to about the root of the last digit
    #expect(abs(nash.gains[0] - 1.0 / 3) < 1e-7)
  }

  @Test func noPointAcceptableToBothIsSaid() throws {
    let frontier = try SmoothFrontier(of: 0...1, reservations: [0.9, 0.9]) { 1 - $0 }
    #expect(try frontier.solution(.nash()) == nil)
  }

  @Test func refusesAHollowCurve() {
    #expect(throws: NegotiationError.hollowFrontier(at: 0.015625)) {
      try SmoothFrontier(of: 0...1) { ($0 - 1) * ($0 - 1) }
    }
    #expect(
      NegotiationError.hollowFrontier(at: 0.5).description
        == "the frontier bends inwards at 0.5; give one that does not, or the outcomes as points")
    #expect(throws: NegotiationError.worth(party: "2", at: "the frontier at 0.0", .infinity)) {
      try SmoothFrontier(of: 0...1) { 1 / $0 }
    }
  }
}

@Suite struct StraightFrontierTests {
  @Test func halfAndHalfBetweenTwoOutcomes() throws {
    let frontier = try StraightFrontier(corners: [[4, 0], [0, 4], [1, 1]])
    #expect(frontier.corners == [[4, 0], [0, 4]])
    for rule in [BargainingRule.nash(), .kalaiSmorodinsky(), .egalitarian(), .equalLoss()] {
      let solution = try #require(try frontier.solution(rule))
      #expect(solution.ends.count == 1)
      #expect(solution.ends[0].outcomes == [0, 1] && solution.ends[0].chances == [0.5, 0.5])
      #expect(solution.ends[0].worths == [2, 2] && solution.ends[0].gains == [2, 2])
    }
    let sums = try #require(try frontier.solution(.utilitarian(rates: [1, 1])))
    #expect(sums.ends.map(\.worths) == [[4, 0], [0, 4]])
  }

  @Test func reservationsCutTheEdges() throws {
    // From (5, 0) to (0, 10), with 1 and 6 to have anyway: what is left runs from (2, 6) to (1, 8).
    let frontier = try StraightFrontier(corners: [[5, 0], [0, 10]], reservations: [1, 6])
    let nash = try #require(try frontier.solution(.nash()))
    #expect(nash.ends[0].outcomes == [0, 1])
    #expect(zip(nash.ends[0].worths, [1.5, 7]).allSatisfy { abs($0 - $1) < 1e-15 * 8 })  // a rounding of each
    #expect(abs(nash.ends[0].chances[1] - 0.7) < 1e-15)
    #expect(try StraightFrontier(corners: [[5, 0], [0, 10]], reservations: [3, 6]).solution(.nash()) == nil)
  }

  @Test("comes near the curve through many of whose points it is drawn")
  func nearTheCurve() throws {
    let curve = try SmoothFrontierTests.root()
    let corners = (0...2000).map { [Double($0) / 2000, 2 * (1 - Double($0) / 2000).squareRoot()] }
    let straight = try StraightFrontier(corners: corners)
    for rule in [
      BargainingRule.nash(), .nash(weights: [1, 3]), .kalaiSmorodinsky(), .kalaiSmorodinsky(weights: [2, 1]),
      .egalitarian(), .egalitarian(weights: [1, 2]), .equalLoss(), .utilitarian(rates: [2, 1]),
    ] {
      let (here, there) = (try #require(try straight.solution(rule)), try #require(try curve.solution(rule)))
      // A chord 1/2000 long is below the curve by less than its square; the maximum may move by a chord.
      #expect(abs(here.ends[0].worths[0] - there.worths[0]) < 1e-3, "\(rule)")
      #expect(abs(here.ends[0].worths[1] - there.worths[1]) < 1e-3, "\(rule)")
    }
  }

  @Test("gives a Nash product that no mix of two outcomes exceeds", arguments: UInt64(0)..<40)
  func noMixIsBetter(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let corners = (0..<12).map { _ in [chance.uniform(), chance.uniform()] }
    let reservations = [0.3 * chance.uniform(), 0.3 * chance.uniform()]
    let frontier = try StraightFrontier(corners: corners, reservations: reservations)
    func product(_ worths: [Double]) -> Double {
      let gains = zip(worths, reservations).map { $0 - $1 }
      return gains[0] > 0 && gains[1] > 0 ? gains[0] * gains[1] : 0
    }
    var best = 0.0
    for a in corners {
      for b in corners {
        for step in 0...50 {
          let part = Double(step) / 50
          best = max(best, product([a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1])]))
        }
      }
    }
    let solution = try #require(try frontier.solution(.nash()))
    #expect(product(solution.ends[0].worths) >= best * (1 - 1e-12))  // rounding
    let mixed = zip(solution.ends[0].outcomes, solution.ends[0].chances)
    for party in 0..<2 {
      let mean = mixed.reduce(0) { $0 + corners[$1.0][party] * $1.1 }
      #expect(abs(mean - solution.ends[0].worths[party]) < 1e-14)  // rounding of numbers below 1
    }
  }
}
