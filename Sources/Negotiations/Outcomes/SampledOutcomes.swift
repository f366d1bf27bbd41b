import Foundation
import Mathematics

/// Some good outcomes of a scenario that has too many to look at, or issues that all depend on each other.
///
/// Each draw begins at an outcome that chance gives, and improves it an issue at a time: every other draw by a sum of
/// worths that chance weighs, the others by the smallest gain over the reservations, weighed too. What is found may be
/// beaten by outcomes that were not drawn.
///
///     var chance = RandomStream(seed: 7)
///     let sample = try SampledOutcomes(of: scenario, draws: 1000, using: &chance)
///     sample.frontier.codes.map { sample.options[$0] }
public struct SampledOutcomes: Sendable {
  /// The different outcomes, the options of each, in order of those.
  public let options: [[Int]]
  /// Those that no other of them beats; a code is a number in ``options``.
  public let frontier: ParetoFrontier

  /// - Parameters:
  ///   - scenario: any.
  ///   - draws: 1 or more.
  ///   - isComplete: whether outcomes that some party would refuse are kept on the frontier.
  ///   - chance: what decides.
  /// - Throws: ``NegotiationError/draws(_:)``.
  /// - Complexity: for each draw a few times issues² · options · parties; of more than 64 options of an issue 64 are
  ///   tried.
  public init(
    of scenario: NegotiationScenario, draws: Int, isComplete: Bool = false,
    using chance: inout some RandomNumberGenerator
  ) throws(NegotiationError) {
    guard draws >= 1 else { throw .draws(draws) }
    let issues = scenario.agenda.issues
    let widths = scenario.parties.map { party in
      let ends = party.worths.map { ($0.min()!, $0.max()!) }
      let width = ends.reduce(0) { $0 + $1.1 - $1.0 }
      let coupled = party.couplings.reduce(0) { $0 + $1.worths.max()! - $1.worths.min()! }
      return width + coupled > 0 ? width + coupled : 1
    }
    var found: Set<[Int]> = []
    for draw in 0..<draws {
      let weights = scenario.parties.map { _ in -log(chance.openUniform()) }
      func score(_ options: [Int]) -> Double {
        var (sum, least) = (0.0, Double.infinity)
        for (place, party) in scenario.parties.enumerated() {
          let gain = (party.worth(of: options, on: scenario.agenda) - party.reservation) / widths[place]
          sum += weights[place] * gain
          least = min(least, gain / weights[place])
        }
        // The sum decides between outcomes with the same smallest gain.
        return draw % 2 == 0 ? sum : least + 1e-6 * sum
      }
      var options = issues.map { Int.random(in: 0..<$0.count, using: &chance) }
      var best = score(options)
      for _ in 0..<20 {
        let before = best
        for issue in issues.indices {
          let all = 0..<issues[issue].count
          let tried = all.count <= 64 ? Array(all) : (0..<64).map { _ in Int.random(in: all, using: &chance) }
          for option in tried where option != options[issue] {
            let kept = options[issue]
            options[issue] = option
            let value = score(options)
            if value > best { best = value } else { options[issue] = kept }
          }
        }
        if best == before { break }
      }
      found.insert(options)
    }
    options = found.sorted { $0.lexicographicallyPrecedes($1) }
    frontier = try ParetoFrontier(
      rows: options.flatMap { options in scenario.parties.map { $0.worth(of: options, on: scenario.agenda) } },
      parties: scenario.parties.count, reservations: scenario.parties.map(\.leastWorth),
      names: scenario.parties.map(\.party), isComplete: isComplete)
  }
}
