import Dynamics
import Testing

@Suite struct InstitutionFormationTests {
  @Test("gives the payoffs and thresholds of Kosfeld, Okada & Riedl (2009), n = 4, w = 20, C = 2")
  func published() throws {
    let poor = try InstitutionFormation(players: 4, endowment: 20, marginalReturn: 0.4, cost: 2)
    let rich = try InstitutionFormation(players: 4, endowment: 20, marginalReturn: 0.65, cost: 2)
    for (size, (first, second)) in zip([6, 15, 70 / 3.0, 31.5], [11, 25, 115 / 3.0, 51.5]).enumerated() {
      #expect(abs(poor.memberPayoff(of: size + 1) - first) < 1e-12)  // two roundings
      #expect(abs(rich.memberPayoff(of: size + 1) - second) < 1e-12)
    }
    #expect(poor.smallestSize == 3 && rich.smallestSize == 2)
    #expect(poor.stableSizes == [3] && rich.stableSizes == [2])
    #expect(poor.outsiderPayoff(of: 3) == 44)
  }

  @Test("founds nothing where the body costs more than it brings")
  func dear() throws {
    let dear = try InstitutionFormation(players: 4, endowment: 20, marginalReturn: 0.4, cost: 100)
    #expect(dear.smallestSize == nil && dear.stableSizes.isEmpty)
  }

  @Test("holds, at the sizes it tells, against every single change of sides", arguments: 2..<12)
  func stability(players: Int) throws {
    for tenth in 1..<10 where Double(tenth) / 10 * Double(players) > 1 {
      let body = try InstitutionFormation(
        players: players, endowment: 10, marginalReturn: Double(tenth) / 10, cost: 3)
      for size in body.stableSizes {
        let smallest = try #require(body.smallestSize)
        #expect(size >= smallest && body.memberPayoff(of: size) > 10)
        // Whoever leaves a body that is larger than it need be keeps its endowment and all but its own gift.
        if size > smallest {
          #expect(body.memberPayoff(of: size) >= 10 + Double(tenth) * Double(size - 1))
        }
      }
    }
  }

  @Test("refuses figures out of their range")
  func refuses() {
    func message(_ players: Int, _ endowment: Double, _ rate: Double, _ cost: Double) -> String? {
      do {
        _ = try InstitutionFormation(players: players, endowment: endowment, marginalReturn: rate, cost: cost)
        return nil
      } catch { return error.description }
    }
    #expect(message(1, 20, 0.4, 2) == "the number of players is 1.0; give 2 or more")
    #expect(message(4, .nan, 0.4, 2) == "the endowment w is nan; give a finite number above 0")
    #expect(message(4, 20, 0.25, 2) == "the marginal return a is 0.25; give a number above 1/4 and below 1")
    #expect(message(4, 20, 0.4, -2) == "the cost C is -2.0; give a finite number of 0 or more")
  }
}
