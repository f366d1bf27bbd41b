import Negotiations
import Testing

/// What rounding is allowed goes by the numbers compared: a huge outcome that nobody wants makes no small gain vanish.
@Suite struct ScaleOfRoundingTests {
  @Test func nashSeesASmallGainBesideAHugeOutcome() throws {
    // By hand: outcome 0 is refused by B; 1 gains 0.02 and 1, 2 gains nothing for A.
    let frontier = try ParetoFrontier(points: [[1e12, -1], [0.02, 1], [0, 2]])
    let solution = try #require(try frontier.solution(.nash()))
    #expect(solution.points.map { frontier.codes[$0] } == [1])
    #expect(solution.gainless == [] && !solution.leavesSomeoneWithout)
  }

  @Test func aClosedZoneNamesASmallShortfallBesideAHugeOutcome() throws {
    let zone = ZoneOfAgreement(try ParetoFrontier(points: [[1e12, -5], [-0.5, 1]], isComplete: true))
    guard case .closed(let closed) = zone else { throw NegotiationError.noOutcomes }
    #expect(closed.nearest.map(\.worths) == [[-0.5, 1]])
    #expect(closed.nearest.map(\.shortfalls) == [[0.5, 0]])
    #expect(closed.openedAlone[0]?.shortfalls == [0.5, 0])
    #expect(closed.openedAlone[1]?.shortfalls == [0, 5])
  }

  @Test func equalGainsAreComparedByTheSmallerOnes() throws {
    let frontier = try ParetoFrontier(points: [[1e12, 0.5], [1e12 - 1, 1]])
    #expect(try frontier.solution(.egalitarian())?.points == [1])
    // The first loses nothing and 0.5 there, 1 and nothing here.
    #expect(try frontier.solution(.equalLoss())?.points == [0])
  }

  @Test func aDealIsRefusedByWhoLosesALittle() throws {
    let frontier = try ParetoFrontier(points: [[1e12, -5], [0.5, 1]], isComplete: true)
    #expect(try frontier.assessment(of: [-0.25, 1], rules: []).refusedBy == [0])
    #expect(try frontier.assessment(of: [0.25, 1], rules: []).improvements.map { frontier.codes[$0] } == [1])
  }
}
