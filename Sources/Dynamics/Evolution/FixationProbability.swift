import Foundation

/// How probable it is that one mutant's strategy takes over a population of residents.
///
/// At each step a player drawn at random compares its payoff with that of another, and takes over its strategy with
/// probability 1/(1 + exp(−s(π₂ − π₁))). With k mutants among M players,
///
///     ρ = 1 / (1 + Σₖ₌₁ᴹ⁻¹ Πⱼ₌₁ᵏ exp(−s(π mutant(j) − π resident(j))))
///
/// Sums and products are taken on logarithms, so neither strong imitation nor a large population overflows: where ρ is too
/// small for a number, its ``logarithm`` still tells how small.
///
///     // Neither does better: each of the ten is as likely to be the ancestor of all.
///     try FixationProbability(population: 10, strength: 1, advantage: { _ in 0 }).value   // 0.1
///
/// Source: Traulsen, Nowak & Pacheco (2006), Phys. Rev. E 74, 011909 (pairwise comparison); Karlin & Taylor (1975), A
/// first course in stochastic processes (birth and death chains).
public struct FixationProbability: Sendable, Equatable {
  /// ln ρ, at most 0.
  public let logarithm: Double

  /// ρ, from 0 to 1; 0 where it is below the smallest number of the machine.
  public var value: Double { exp(logarithm) }

  /// - Parameters:
  ///   - population: M, 2 or more.
  ///   - strength: s, finite and 0 or more; 0 is drift without regard to payoffs. In units of one over payoff.
  ///   - advantage: what a mutant gains more than a resident while 1...M − 1 play the mutant's strategy.
  /// - Throws: ``DynamicsError/population(_:)``, ``DynamicsError/strength(_:)``, or
  ///   ``DynamicsError/overflow(mutant:resident:strength:)`` when an advantage, or the strength times the sum of
  ///   them, is no finite number.
  /// - Complexity: M − 1 advantages.
  public init(
    population: Int, strength: Double, advantage: (Int) -> Double
  ) throws(DynamicsError) {
    guard population >= 2 else { throw .population(population) }
    guard strength.isFinite, strength >= 0 else { throw .strength(strength) }
    var sum = LogarithmicSum(0)
    var total = 0.0
    for count in 1..<population {
      total += advantage(count)
      let exponent = -strength * total
      guard exponent.isFinite else { throw .overflow(mutant: "mutant", resident: "resident", strength: strength) }
      sum.add(exponent)
    }
    logarithm = -sum.logarithm
  }
}

/// A sum of positive numbers of any size, each told by its logarithm.
struct LogarithmicSum {
  private var largest: Double
  /// The sum over the exponential of ``largest``.
  private var scaled: Double

  /// A sum of one term.
  init(_ logarithm: Double) {
    largest = logarithm
    scaled = 1
  }

  mutating func add(_ logarithm: Double) {
    if logarithm <= largest {
      scaled += exp(logarithm - largest)
    } else {
      scaled = scaled * exp(largest - logarithm) + 1
      largest = logarithm
    }
  }

  var logarithm: Double { largest + log(scaled) }
}
