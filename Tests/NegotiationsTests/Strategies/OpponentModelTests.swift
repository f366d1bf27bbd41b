import Mathematics
import Negotiations
import Testing

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

@Suite struct OpponentModelTests {
  /// Offers 01, 02, 02: the first issue is repeated twice, the second once, so they weigh 3 and 2 of 5.
  @Test func countsWhatIsOfferedAndWhatStays() throws {
    let agenda = try Agenda([Issue("a", .choices(["x", "y"])), Issue("b", .choices(["x", "y", "z"]))])
    var model = FrequencyModel(agenda)
    #expect(model.weights == [0.5, 0.5] && model.estimate.worths == [[0, 0], [0, 0, 0]])
    for offer in [[0, 1], [0, 2], [0, 2]] { model.observe(offer) }
    #expect(model.counts == [[3, 0], [0, 1, 2]] && model.repetitions == [2, 1])
    #expect(model.weights == [0.6, 0.4] && model.estimate.worths == [[0.6, 0], [0, 0.2, 0.4]])
  }

  /// At time 0 the best is expected: the third option is 2 spreads too bad under the second hypothesis, none under
  /// the first, so their odds are 1 : e⁻². At time 1/2 the middle one fits both alike.
  @Test func weighsHypothesesByBayesRule() throws {
    let agenda = try Agenda([Issue("a", .integers(0...2))])
    let rising = Preferences(party: "rising", worths: [[10, 15, 20]])
    let falling = Preferences(party: "falling", worths: [[3, 2, 1]])
    var model = BayesianModel(agenda, hypotheses: [rising, falling], spread: 0.5)
    #expect(model.hypotheses.map(\.worths) == [[[0, 0.5, 1]], [[1, 0.5, 0]]])
    #expect(model.probabilities == [0.5, 0.5])
    model.observe([2], at: 0)
    let likely = 1 / (1 + exp(-2.0))
    #expect(abs(model.probabilities[0] - likely) < 1e-15)  // an exponential and a division
    model.observe([1], at: 0.5)
    #expect(abs(model.probabilities[0] - likely) < 1e-15)
    #expect(abs(model.estimate.worths[0][2] - likely) < 1e-15)
    var biased = BayesianModel(agenda, hypotheses: [rising, falling], prior: [1, 3], spread: 0.5)
    #expect(abs(biased.probabilities[1] - 0.75) < 1e-15)
    for _ in 0..<2000 { biased.observe([2], at: 0) }
    #expect(biased.probabilities == [1, 0])
  }

  @Test func hypothesesKeepTheirCouplings() throws {
    let agenda = try Agenda([Issue("a", .integers(0...1)), Issue("b", .integers(0...1))])
    let hypothesis = Preferences(
      party: "either", worths: [[1, 1], [1, 1]], couplings: [.init(issues: [0, 1], worths: [0, 2, 2, 0])])
    let estimate = BayesianModel(agenda, hypotheses: [hypothesis]).estimate
    #expect((0..<4).map { estimate.worth(of: agenda.options(at: $0), on: agenda) } == [0, 1, 1, 0])
  }
}
