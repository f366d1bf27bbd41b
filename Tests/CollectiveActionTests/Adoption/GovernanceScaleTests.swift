import CollectiveAction
import Testing

@Suite struct GovernanceScaleTests {
  static func example() throws -> GovernanceScale {
    try GovernanceScale(
      members: ["a", "b", "c", "d"], items: ["staff", "cars"], levels: [[3, 5, 9, 4], [2, 2, 0, 2]], weights: [3, 1])
  }

  @Test("gives the difference per item, and its weighted mean over the items")
  func differences() throws {
    let scale = try Self.example()
    #expect(scale.difference(of: 0, and: 2, inItem: 0) == 6)
    #expect(scale.difference(of: 0, and: 2) == 0.75 * 6 + 0.25 * 2)
    for i in 0..<4 {
      #expect(scale.difference(of: i, and: i) == 0)
      for j in 0..<4 {
        #expect(scale.difference(of: i, and: j) == scale.difference(of: j, and: i))
        for k in 0..<4 {  // sums of two products
          #expect(
            scale.difference(of: i, and: k) <= scale.difference(of: i, and: j) + scale.difference(of: j, and: k) + 1e-12
          )
        }
      }
    }
  }

  @Test("gives each member's distance to the highest, the lowest, the middle or a given level")
  func distances() throws {
    let scale = try Self.example()
    #expect(scale.distances(inItem: 0, to: .highest) == [6, 4, 0, 5])
    #expect(scale.distances(inItem: 0, to: .lowest) == [0, 2, 6, 1])
    #expect(scale.level(of: .median, inItem: 0) == 4.5)
    #expect(scale.distances(inItem: 1, to: .given(1)) == [1, 1, 1, 1])
    #expect(scale.switchingCosts(inItem: 0, to: .highest, costPerStep: [1, 2, 3, 0]) == [6, 8, 0, 0])
  }

  @Test("refuses levels and weights that are missing or no numbers")
  func refusals() {
    func refusal(items: [String] = ["x"], levels: [[Double]] = [[1, 2]], weights: [Double]? = nil) -> String? {
      do throws(DilemmaError) {
        _ = try GovernanceScale(members: ["a", "b"], items: items, levels: levels, weights: weights)
        return nil
      } catch { return error.description }
    }
    #expect(refusal() == nil)
    #expect(refusal(items: [], levels: []) == "there is no item; give 1 or more")
    #expect(
      refusal(items: ["x", "x"], levels: [[1, 2], [1, 2]]) == "two items are called 'x'; give each a name of its own")
    #expect(refusal(levels: []) == "0 rows of levels for 1 items; give one each")
    #expect(refusal(levels: [[1]]) == "1 levels of 'x' for 2 members; give one each")
    #expect(refusal(levels: [[1, .infinity]]) == "the level of 'b' in 'x' is inf; give a finite number")
    #expect(refusal(weights: [1, 2]) == "2 weights for 1 items; give one each")
    #expect(refusal(weights: [-1]) == "the weight of 'x' is -1.0; give a finite number, 0 or more")
    #expect(refusal(weights: [0]) == "the weights add up to 0.0; give some above 0")
  }
}
