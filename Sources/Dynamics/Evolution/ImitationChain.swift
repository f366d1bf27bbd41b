import Foundation

/// Which strategies a population spends its time with, when players imitate those who do better and a new one is tried
/// but rarely.
///
/// Between two trials the population has come to play one strategy. A trial of each other strategy is as likely as the
/// next, and takes over with its ``FixationProbability``; so the population moves between the strategies as a Markov chain
/// with transitions ρ/(d − 1), d being the number of strategies. Its stationary distribution, ``shares``, tells for how
/// much of the time each strategy prevails.
///
///     // Two conventions, of which the second is better: who meets whom at random.
///     let chain = try ImitationChain(of: ["left", "right"], population: 10, strength: 1) { own, other, count in
///       (own == 0 ? 1 : 1.2) * Double(count - 1) / 9
///     }
///     chain.shares   // right for most of the time
///
/// The distribution is worked out without a subtraction, on logarithms: each share is right to its last digits however rare
/// some transitions are.
///
/// Source: Fudenberg & Imhof (2006), J. Econ. Theory 131, 251–262, for rare trials; elimination of states after
/// Grassmann, Taksar & Heyman (1985), Oper. Res. 33, 1107–1116.
public struct ImitationChain: Sendable, Equatable {
  /// The strategies' names, no two alike.
  public let strategies: [String]
  /// M: how many players there are.
  public let population: Int
  /// s: how strongly payoffs decide who is imitated.
  public let strength: Double
  /// The share of the time in which all play each strategy; they add up to 1.
  public let shares: [Double]
  /// Row resident, column mutant.
  private let takeovers: [[FixationProbability?]]

  /// - Parameters:
  ///   - strategies: 2 names or more, no two alike.
  ///   - population: M, 2 or more.
  ///   - strength: s, finite and 0 or more, in units of one over payoff.
  ///   - payoff: what one that plays the strategy of the first number gains on average, while as many as the third
  ///     number, itself among them, play it and all others of the population the strategy of the second number. Asked for 1 to
  ///     M − 1 players.
  /// - Throws: ``DynamicsError`` naming what is out of its range, or the strategies whose payoff is no number.
  /// - Complexity: 2 d(d − 1)(M − 1) payoffs, and d³ steps.
  public init(
    of strategies: [String], population: Int, strength: Double, payoff: (Int, Int, Int) -> Double
  ) throws(DynamicsError) {
    guard strategies.count >= 2 else { throw .strategies(strategies.count) }
    var seen = Set<String>()
    for name in strategies where !seen.insert(name).inserted { throw .repeatedStrategy(name) }
    guard population >= 2 else { throw .population(population) }
    guard strength.isFinite, strength >= 0 else { throw .strength(strength) }
    let count = strategies.count
    var takeovers = [[FixationProbability?]](repeating: .init(repeating: nil, count: count), count: count)
    for first in 0..<count {
      for second in (first + 1)..<count {
        // What `first` gains more than `second` while 1...M − 1 play `first`.
        var lead = [0.0]
        for number in 1..<population {
          let own = payoff(first, second, number)
          let other = payoff(second, first, population - number)
          guard own.isFinite else {
            throw .payoff(strategies[first], facing: strategies[second], count: number, own)
          }
          guard other.isFinite else {
            throw .payoff(strategies[second], facing: strategies[first], count: population - number, other)
          }
          lead.append(own - other)
        }
        for (mutant, resident) in [(first, second), (second, first)] {
          do {
            takeovers[resident][mutant] = try FixationProbability(population: population, strength: strength) {
              mutant == first ? lead[$0] : -lead[population - $0]
            }
          } catch {
            throw .overflow(mutant: strategies[mutant], resident: strategies[resident], strength: strength)
          }
        }
      }
    }
    self.strategies = strategies
    self.population = population
    self.strength = strength
    self.takeovers = takeovers
    shares = stationaryShares(takeovers.map { row in row.map { $0?.logarithm ?? -.infinity } })
  }

  /// How probable it is that one player who tries `mutant` is imitated until all play it, while all others play
  /// `resident`.
  /// - Precondition: two different strategies, by their numbers.
  public func fixation(of mutant: Int, in resident: Int) -> FixationProbability {
    guard let probability = takeovers[resident][mutant] else {
      preconditionFailure("a strategy does not take over from itself")
    }
    return probability
  }

  /// The share of the time in which all play `strategy`; none for a name that is not among ``strategies``.
  public subscript(strategy: String) -> Double? { strategies.firstIndex(of: strategy).map { shares[$0] } }
}

/// The stationary distribution of a Markov chain whose transitions between different states are told by logarithms, up to a
/// factor common to all.
///
/// States are taken out one after another, their transitions passed on to those left; then they are put back.
private func stationaryShares(_ transitions: [[Double]]) -> [Double] {
  var transitions = transitions
  let count = transitions.count
  for state in stride(from: count - 1, to: 0, by: -1) {
    var leaving = LogarithmicSum(transitions[state][0])
    for other in 1..<state { leaving.add(transitions[state][other]) }
    for origin in 0..<state { transitions[origin][state] -= leaving.logarithm }
    for origin in 0..<state {
      for other in 0..<state where other != origin {
        var both = LogarithmicSum(transitions[origin][other])
        both.add(transitions[origin][state] + transitions[state][other])
        transitions[origin][other] = both.logarithm
      }
    }
  }
  var weights = [0.0]
  for state in 1..<count {
    var weight = LogarithmicSum(weights[0] + transitions[0][state])
    for origin in 1..<state { weight.add(weights[origin] + transitions[origin][state]) }
    weights.append(weight.logarithm)
  }
  let largest = weights.max() ?? 0
  let scaled = weights.map { exp($0 - largest) }
  let sum = scaled.reduce(0, +)
  return scaled.map { $0 / sum }
}
