import Dynamics
import Foundation
import Mathematics
import Testing

@Suite struct ImitationChainTests {
  /// A payoff for each pair of strategies and number of players.
  private struct Payoffs {
    let count: Int
    let population: Int
    private let values: [Double]

    init(_ count: Int, population: Int, using chance: inout RandomStream) {
      self.count = count
      self.population = population
      values = (0..<(count * count * population)).map { _ in Double.random(in: -1...1, using: &chance) }
    }

    func callAsFunction(_ own: Int, _ other: Int, _ number: Int) -> Double {
      values[(own * count + other) * population + number]
    }
  }

  private func names(_ count: Int) -> [String] { (0..<count).map { "s\($0)" } }

  @Test("spends its time with two strategies as exp(s·Σ lead)", arguments: UInt64(0)..<50)
  func twoStrategies(seed: UInt64) throws {
    var chance = RandomStream(seed: seed)
    let population = Int.random(in: 2...30, using: &chance)
    let payoffs = Payoffs(2, population: population, using: &chance)
    let chain = try ImitationChain(of: names(2), population: population, strength: 0.7) { payoffs($0, $1, $2) }
    let lead = (1..<population).reduce(0) { $0 + payoffs(0, 1, $1) - payoffs(1, 0, population - $1) }
    // 1e-11: up to sixty payoffs added up, and an exponential.
    #expect(abs(chain.shares[0] / chain.shares[1] / exp(0.7 * lead) - 1) < 1e-11)
    #expect(abs(chain.shares.reduce(0, +) - 1) < 1e-14)
  }

  @Test("is stationary: as much comes to each strategy as leaves it", arguments: UInt64(0)..<50)
  func isStationary(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [1])
    let count = Int.random(in: 2...6, using: &chance)
    let payoffs = Payoffs(count, population: 9, using: &chance)
    let chain = try ImitationChain(of: names(count), population: 9, strength: 3) { payoffs($0, $1, $2) }
    for strategy in 0..<count {
      let others = (0..<count).filter { $0 != strategy }
      let coming = others.reduce(0) { $0 + chain.shares[$1] * chain.fixation(of: strategy, in: $1).value }
      let leaving = others.reduce(0) { $0 + chain.shares[strategy] * chain.fixation(of: $1, in: strategy).value }
      #expect(abs(coming - leaving) < 1e-13)  // shares and probabilities of at most 1
    }
  }

  @Test("does not ask in which order strategies stand, nor from where or in which unit payoffs count")
  func invariance() throws {
    var chance = RandomStream(seed: 5)
    let payoffs = Payoffs(4, population: 7, using: &chance)
    let order = [2, 0, 3, 1]
    let chain = try ImitationChain(of: names(4), population: 7, strength: 2) { payoffs($0, $1, $2) }
    let turned = try ImitationChain(of: order.map { "s\($0)" }, population: 7, strength: 2) {
      payoffs(order[$0], order[$1], $2)
    }
    let moved = try ImitationChain(of: names(4), population: 7, strength: 0.02) { 100 * payoffs($0, $1, $2) - 5 }
    for name in names(4) {
      let share = try #require(chain[name])
      #expect(abs(try #require(turned[name]) / share - 1) < 1e-12)  // sums in another order
      #expect(abs(try #require(moved[name]) / share - 1) < 1e-12)
    }
    #expect(chain["s4"] == nil)
  }

  @Test("gives every strategy the same where payoffs do not count")
  func drift() throws {
    let chain = try ImitationChain(of: names(5), population: 50, strength: 0) { Double($0 * $1 * $2) }
    #expect(chain.shares.allSatisfy { abs($0 - 0.2) < 1e-14 })
  }

  @Test("holds where transitions are rarer than the smallest number")
  func rareTransitions() throws {
    // A cycle of three: each beats the next, and against the tide a strategy takes over once in exp(10⁹) trials.
    let chain = try ImitationChain(of: names(3), population: 1001, strength: 1e6) { own, other, _ in
      (own + 1) % 3 == other ? 1 : 0
    }
    #expect(chain.shares.allSatisfy { abs($0 - 1.0 / 3) < 1e-12 })
    // Without a way but the rare ones, the less rare decides: 0 is left less readily than 1, and 1 than 2.
    let ladder = try ImitationChain(of: names(3), population: 101, strength: 1e3) { own, _, _ in -Double(own) }
    #expect(ladder.shares == [1, 0, 0])
  }

  @Test("refuses what it cannot reckon with")
  func refuses() {
    func message(
      _ strategies: [String], _ population: Int = 4, _ strength: Double = 1,
      payoff: (Int, Int, Int) -> Double = { _, _, _ in 0 }
    ) -> String? {
      do {
        _ = try ImitationChain(of: strategies, population: population, strength: strength, payoff: payoff)
        return nil
      } catch { return error.description }
    }
    #expect(message(["a"]) == "1 strategies; give 2 or more for one to replace another")
    #expect(message(["a", "b", "a"]) == "the strategy 'a' is listed twice; name it once")
    #expect(message(["a", "b"], 1) == "a population of 1; imitation needs 2 players or more")
    #expect(
      message(["a", "b"], 4, -.infinity) == "the strength of imitation is -inf; give a finite number of 0 or more")
    #expect(
      message(["a", "b"]) { own, _, count in own == 1 && count == 3 ? .nan : 0 }
        == "the payoff of 'b' is nan while 3 play it and the others 'a'; give a finite number")
    #expect(
      message(["a", "b"], 4, 1e300) { own, _, _ in own == 0 ? 1e300 : 0 }
        == "the payoffs of 'a' and 'b' differ too much for a strength of imitation of 1e+300; "
        + "lower it, or give payoffs in a larger unit")
  }
}
