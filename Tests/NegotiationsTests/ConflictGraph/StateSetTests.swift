import Negotiations
import Testing

@Suite struct StateSetTests {
  @Test("holds what a set of numbers holds", arguments: [0, 1, 63, 64, 65, 130])
  func operations(stateCount: Int) {
    let (thirds, evens) = (stride(from: 0, to: stateCount, by: 3), stride(from: 0, to: stateCount, by: 2))
    let (left, right) = (StateSet(thirds, of: stateCount), StateSet(evens, of: stateCount))
    #expect(Array(left) == Array(thirds))
    #expect(left.count == Array(thirds).count)
    #expect(left.isEmpty == (stateCount == 0))
    #expect(Array(left.intersection(right)) == Set(thirds).intersection(evens).sorted())
    #expect(Array(left.union(right)) == Set(thirds).union(evens).sorted())
    #expect(Array(left.complement) == Set(0..<stateCount).subtracting(thirds).sorted())
    #expect(left.intersection(right).isSubset(of: left))
    #expect((0..<stateCount).filter(left.contains) == Array(thirds))
    #expect(left.description == "\(Array(thirds))")
  }
}
