#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Weighs a few things another may want by how well its offers fit a steady concession.
///
/// Each hypothesis is a preference, put on a scale from 0 for its worst outcome to 1 for its best. A party that wants
/// it is expected to offer, at time t, what is worth 1 − concession × t to it, give or take a normal error; so each
/// offer changes the hypotheses' probabilities by Bayes' rule. The estimate is their mean, weighted by probability.
///
/// Source: Hindriks & Tykhonov (2008), Opponent modelling in automated multi-issue negotiation using Bayesian
/// learning, AAMAS-08, 331–338.
public struct BayesianModel: OpponentModel, Hashable {
  /// The hypotheses, from 0 to 1.
  public let hypotheses: [Preferences]
  /// How far it is expected to concede until the deadline, from 0 to 1.
  public let concession: Double
  /// The standard deviation of the offers' worths about what is expected.
  public let spread: Double
  private let agenda: Agenda
  /// The logarithms of the probabilities, up to a common term: many small likelihoods multiply to nothing otherwise.
  private var logarithms: [Double]

  /// - Parameters:
  ///   - agenda: What may be agreed, at most ``BargainingTable/mostOutcomes`` outcomes.
  ///   - hypotheses: One or more preferences that fit the agenda, with finite worths.
  ///   - prior: What speaks for each beforehand, above zero; nil for the same for all.
  ///   - concession: How far the other is expected to concede until the deadline, from 0 to 1.
  ///   - spread: The standard deviation of its offers about that; above zero.
  /// - Complexity: O(hypotheses × outcomes).
  public init(
    _ agenda: Agenda, hypotheses: [Preferences], prior: [Double]? = nil, concession: Double = 1, spread: Double = 0.1
  ) {
    precondition(!hypotheses.isEmpty, "one hypothesis or more")
    precondition(agenda.outcomeCount.map { $0 <= BargainingTable.mostOutcomes } ?? false, "outcomes that can be listed")
    precondition((0...1).contains(concession) && spread > 0, "a concession from 0 to 1, a spread above 0")
    precondition(prior.map { $0.count == hypotheses.count && $0.allSatisfy { $0 > 0 } } ?? true, "a prior for each")
    self.agenda = agenda
    self.hypotheses = hypotheses.map { Self.scaled($0, on: agenda) }
    self.concession = concession
    self.spread = spread
    logarithms = prior.map { $0.map { log($0) } } ?? hypotheses.map { _ in 0 }
  }

  /// Learns from one more offer.
  public mutating func observe(_ options: [Int], at time: Double) {
    for (index, hypothesis) in hypotheses.enumerated() {
      let surprise = (hypothesis.worth(of: options, on: agenda) - (1 - concession * time)) / spread
      logarithms[index] -= surprise * surprise / 2
    }
  }

  /// How probable each hypothesis is after what was observed; they add up to one.
  public var probabilities: [Double] {
    let most = logarithms.max() ?? 0
    let weights = logarithms.map { exp($0 - most) }
    let total = weights.reduce(0, +)
    return weights.map { $0 / total }
  }

  /// The preferences the other is taken to have.
  public var estimate: Preferences {
    let probabilities = probabilities
    var worths = agenda.issues.map { [Double](repeating: 0, count: $0.count) }
    var couplings: [Preferences.Coupling] = []
    for (hypothesis, probability) in zip(hypotheses, probabilities) {
      for issue in worths.indices {
        for option in worths[issue].indices { worths[issue][option] += probability * hypothesis.worths[issue][option] }
      }
      couplings += hypothesis.couplings.map { coupling in
        .init(issues: coupling.issues, worths: coupling.worths.map { $0 * probability })
      }
    }
    return Preferences(party: "as its offers suggest", worths: worths, couplings: couplings)
  }

  /// The same preferences from 0 to 1; all outcomes worth 1 if they are worth the same.
  private static func scaled(_ preferences: Preferences, on agenda: Agenda) -> Preferences {
    let column = Standpoint.column(of: preferences, on: agenda)
    let (worst, best) = (column.min() ?? 0, column.max() ?? 0)
    let range = best - worst
    let scale = range > 0 ? 1 / range : 0
    var worths = preferences.worths.map { $0.map { $0 * scale } }
    // The shift goes with the first issue, every option of it alike.
    for option in worths[0].indices { worths[0][option] += range > 0 ? -worst * scale : 1 }
    return Preferences(
      party: preferences.party, worths: worths,
      couplings: preferences.couplings.map { coupling in
        .init(issues: coupling.issues, worths: coupling.worths.map { $0 * scale })
      })
  }
}
