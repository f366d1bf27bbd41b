import CollectiveAction
import Sharing
import Testing

@Suite struct JointWorthCurveTests {
  @Test("lets Kävlinge pay less by the nucleolus when Skåne's joint cost rises by four million")
  func skane() throws {
    let game = try PublishedGames.skane()
    let curve = jointWorthCurve(
      of: game, under: [.nucleolus, .shapley, .equal, .ensc, .proportional], at: [87.82, 83.82],
      by: DivisionGrounds(weights: try PublishedGames.skaneMembers("population_thousand")))
    #expect(curve.jointWorths == [83.82, 87.82])
    let nucleolus = curve.curves[0]
    #expect(!nucleolus.isMonotonic && nucleolus.reversals.map(\.player) == ["K"])
    #expect(nucleolus.reversals.allSatisfy { $0.from == 83.82 && $0.to == 87.82 && $0.fall > 0.1 })
    for monotonic in curve.curves.dropFirst() { #expect(monotonic.isMonotonic, "\(monotonic.rule)") }
    for curve in curve.curves {
      for (worth, outcome) in zip([83.82, 87.82], curve.outcomes) {
        #expect(abs(try outcome.get().sum - worth) <= 1e-12)
      }
    }
  }

  @Test("shows the shares that rise with the joint worth under the Shapley value", arguments: UInt64(0)..<10)
  func monotonic(seed: UInt64) throws {
    let game = PublishedGames.random(seed: seed)
    let curve = jointWorthCurve(of: game, under: [.shapley, .equal], at: evenJointWorths(of: game, count: 5))
    for rule in curve.curves { #expect(rule.isMonotonic) }
  }

  @Test("goes on where a rule has no answer, and says why")
  func undefined() throws {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 5, 5, 8])
    let curve = jointWorthCurve(of: game, under: [.nucleolus], at: [8, 10, 12, 8])
    #expect(curve.jointWorths == [8, 10, 12])
    #expect(try curve.curves[0].outcomes[1].get().shares == [5, 5])
    #expect(curve.curves[0].outcomes[2] == .failure(.cheaperApart(apart: 10, together: 12)))
  }

  @Test("steps evenly, and in decimals as short as the joint worth")
  func steps() throws {
    let game = CoalitionGame(players: ["a", "b"], costs: [0, 5, 5, 8.2])
    #expect(evenJointWorths(of: game, rise: 0.5, count: 6) == [8.2, 9.02, 9.84, 10.66, 11.48, 12.3])
    let loss = CoalitionGame(players: ["a", "b"], surpluses: [0, 0, 0, -4])
    #expect(evenJointWorths(of: loss, rise: 0.5, count: 3) == [-4, -3, -2])
  }
}
