/// Some of the states of a conflict, numbered from 0.
public struct StateSet: Hashable, Sendable, Sequence, CustomStringConvertible {
  /// The number of states of the conflict, in the set or not.
  public let stateCount: Int
  var words: [UInt64]

  /// - Parameters:
  ///   - states: The numbers of the states in the set, each from 0 to one below `stateCount`.
  ///   - stateCount: The number of states of the conflict.
  public init(_ states: some Sequence<Int> = [], of stateCount: Int) {
    precondition(stateCount >= 0, "a number of states")
    self.stateCount = stateCount
    words = [UInt64](repeating: 0, count: (stateCount + 63) / 64)
    for state in states { insert(state) }
  }

  /// Every state of a conflict.
  static func full(_ stateCount: Int) -> StateSet {
    var set = StateSet(of: stateCount)
    for index in set.words.indices { set.words[index] = .max }
    if stateCount % 64 != 0 { set.words[set.words.count - 1] = (1 << UInt64(stateCount % 64)) - 1 }
    return set
  }

  /// The number of states in the set.
  public var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }
  /// Whether no state is in the set.
  public var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether `state` is in the set.
  public func contains(_ state: Int) -> Bool {
    precondition(state >= 0 && state < stateCount, "a state of the conflict")
    return words[state >> 6] >> UInt64(state & 63) & 1 == 1
  }

  /// Puts `state` into the set.
  public mutating func insert(_ state: Int) {
    precondition(state >= 0 && state < stateCount, "a state of the conflict")
    words[state >> 6] |= 1 << UInt64(state & 63)
  }

  /// The states that are in both sets, which are of one conflict.
  public func intersection(_ other: StateSet) -> StateSet {
    precondition(stateCount == other.stateCount, "sets of one conflict")
    var set = self
    for index in words.indices { set.words[index] &= other.words[index] }
    return set
  }

  /// The states in at least one of the sets, which are of one conflict.
  public func union(_ other: StateSet) -> StateSet {
    precondition(stateCount == other.stateCount, "sets of one conflict")
    var set = self
    for index in words.indices { set.words[index] |= other.words[index] }
    return set
  }

  /// The states that are not in the set.
  public var complement: StateSet {
    var set = StateSet.full(stateCount)
    for index in words.indices { set.words[index] &= ~words[index] }
    return set
  }

  /// Whether every state of this set is in `other`, a set of the same conflict.
  public func isSubset(of other: StateSet) -> Bool {
    precondition(stateCount == other.stateCount, "sets of one conflict")
    return zip(words, other.words).allSatisfy { $0 & ~$1 == 0 }
  }

  /// Whether the two sets, which are of one conflict, have a state in common.
  func meets(_ other: StateSet) -> Bool { zip(words, other.words).contains { $0 & $1 != 0 } }

  /// The states in the set, ascending.
  public func makeIterator() -> Iterator { Iterator(words: words) }

  /// The states of a set, ascending.
  public struct Iterator: IteratorProtocol {
    let words: [UInt64]
    var index = -1
    var rest: UInt64 = 0

    init(words: [UInt64]) { self.words = words }

    /// The next state of the set; nil after the last.
    public mutating func next() -> Int? {
      while rest == 0 {
        index += 1
        guard index < words.count else { return nil }
        rest = words[index]
      }
      let bit = rest.trailingZeroBitCount
      rest &= rest - 1
      return index << 6 | bit
    }
  }

  /// The numbers of the states, in brackets.
  public var description: String { "\(Array(self))" }
}
