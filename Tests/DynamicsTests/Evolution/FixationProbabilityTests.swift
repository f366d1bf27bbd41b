import Dynamics
import Foundation
import Mathematics
import Testing

@Suite struct FixationProbabilityTests {
  @Test("is one in M where neither does better, and in drift", arguments: [2, 3, 10, 100, 10_000])
  func neutral(population: Int) throws {
    let equal = try FixationProbability(population: population, strength: 7) { _ in 0 }
    let drift = try FixationProbability(population: population, strength: 0) { Double($0) }
    // 1e-12: a logarithm of at most 10 and its exponential, each to 1e-16.
    #expect(abs(equal.value * Double(population) - 1) < 1e-12)
    #expect(equal == drift)
  }

  @Test("is (1 − q)/(1 − qᴹ) for a constant advantage, q = exp(−s·advantage)", arguments: [-0.4, -0.01, 0.01, 0.4, 3])
  func constantAdvantage(advantage: Double) throws {
    let found = try FixationProbability(population: 20, strength: 2) { _ in advantage }
    let published = expm1(-2 * advantage) / expm1(-2 * advantage * 20)  // Moran's formula
    #expect(abs(found.value / published - 1) < 1e-12)  // twenty roundings and a logarithm
  }

  @Test("solves the equations of the birth and death chain", arguments: UInt64(0)..<50)
  func solvesTheChain(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let population = Int.random(in: 2...12, using: &chance)
    let strength = Double.random(in: 0...2, using: &chance)
    let advantages = (0...population).map { _ in Double.random(in: -1...1, using: &chance) }
    // h(k), the probability of ending with all mutants from k: h = h(k + 1)up + h(k − 1)down + h·rest.
    var equations = Matrix(rows: population + 1, columns: population + 1)
    for count in 0...population {
      guard (1..<population).contains(count) else {
        equations[count, count] = 1
        continue
      }
      let meet = Double(count * (population - count)) / Double(population * (population - 1))
      let up = meet / (1 + exp(-strength * advantages[count]))
      let down = meet / (1 + exp(strength * advantages[count]))
      equations[count, count] = up + down
      equations[count, count + 1] = -up
      equations[count, count - 1] = -down
    }
    let ends = try LinearSystem(equations).solution(for: (0...population).map { $0 == population ? 1 : 0 })
    let found = try FixationProbability(population: population, strength: strength) { advantages[$0] }
    #expect(abs(found.value - ends[1]) < 1e-10)  // the linear system's rounding
  }

  @Test("keeps its size where no number can hold it")
  func underflow() throws {
    let found = try FixationProbability(population: 10_000, strength: 1e6) { _ in -1 }
    #expect(found.value == 0)
    #expect(abs(found.logarithm / (-1e6 * 9999) - 1) < 1e-12)  // the last term of the sum outweighs all others
    let sure = try FixationProbability(population: 10_000, strength: 1e6) { _ in 1 }
    #expect(sure.value == 1)
  }

  @Test("refuses what it cannot reckon with")
  func refuses() {
    func message(_ population: Int, _ strength: Double, _ advantage: Double = 0) -> String? {
      do {
        _ = try FixationProbability(population: population, strength: strength) { _ in advantage }
        return nil
      } catch { return error.description }
    }
    #expect(message(1, 1) == "a population of 1; imitation needs 2 players or more")
    #expect(message(9, -1) == "the strength of imitation is -1.0; give a finite number of 0 or more")
    #expect(message(9, .nan) == "the strength of imitation is nan; give a finite number of 0 or more")
    #expect(message(9, .infinity) == "the strength of imitation is inf; give a finite number of 0 or more")
    #expect(
      message(9, 1e200, 1e200)
        == "the payoffs of 'mutant' and 'resident' differ too much for a strength of imitation of 1e+200; "
        + "lower it, or give payoffs in a larger unit")
  }
}
