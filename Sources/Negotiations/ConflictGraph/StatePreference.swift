/// How one decision maker ranks the states of a conflict.
public enum StatePreference: Hashable, Sendable {
  /// Every state once, the best first; states in one group are equals.
  case ranking([[Int]])
  /// One finite number for each state, larger is better.
  case payoffs([Double])
  /// Statements about options, the weightiest first: of two states the one is preferred in which the first statement
  /// on which they differ holds.
  ///
  /// Source: Fang, Hipel, Kilgour & Peng (2003), A decision support system for interactive decision making, part 1,
  /// IEEE Trans. Syst. Man Cybern. C 33, 42–55.
  case priorities([OptionCondition])
  /// Pairs or longer chains of states, each better than the next, from which it follows how every two states compare.
  case comparisons([[Int]])

  /// The place of each state among the levels of preference, 0 for the worst.
  func levels(of name: String, in graph: ConflictGraph) throws(ConflictError) -> (levels: [UInt32], count: Int) {
    switch self {
    case .ranking(let groups): return try Self.levels(ranking: groups, name, graph.stateCount)
    case .payoffs(let values): return try Self.levels(payoffs: values, name, graph.stateCount)
    case .priorities(let conditions):
      guard let form = graph.form else { throw .prioritiesWithoutOptions(decisionMaker: name) }
      return Self.levels(
        priorities: try conditions.numbered(form.numbers, optionCount: form.optionCount), form)
    case .comparisons(let pairs):
      return try Self.levels(comparisons: pairs, name, graph.stateCount)
    }
  }

  private static func levels(
    ranking groups: [[Int]], _ name: String, _ stateCount: Int
  ) throws(ConflictError) -> ([UInt32], Int) {
    var levels = [UInt32](repeating: .max, count: stateCount)
    var level: UInt32 = 0
    for group in groups.reversed() where !group.isEmpty {
      for state in group {
        guard levels.indices.contains(state) else {
          throw .unknownState(decisionMaker: name, state, stateCount: stateCount)
        }
        guard levels[state] == .max else { throw .repeatedState(decisionMaker: name, state) }
        levels[state] = level
      }
      level += 1
    }
    if let state = levels.firstIndex(of: .max) { throw .missingState(decisionMaker: name, state) }
    return (levels, Int(level))
  }

  private static func levels(
    payoffs values: [Double], _ name: String, _ stateCount: Int
  ) throws(ConflictError) -> ([UInt32], Int) {
    guard values.count == stateCount else {
      throw .payoffCount(decisionMaker: name, values.count, wanted: stateCount)
    }
    if let state = values.firstIndex(where: { !$0.isFinite }) {
      throw .payoff(decisionMaker: name, state: state, values[state])
    }
    // Numbers in the order of the payoffs: of a negative number all bits turn, of others the sign. + 0 makes -0 one
    // with 0.
    return compress(
      values.map { value in
        let bits = (value + 0).bitPattern
        return bits >> 63 == 1 ? ~bits : bits | 1 << 63
      })
  }

  private static func levels(priorities conditions: [NumberedCondition], _ form: OptionForm) -> ([UInt32], Int) {
    var result = ([UInt32](repeating: 0, count: form.codes.count), 1)
    for first in stride(from: 0, to: conditions.count, by: 32) {
      let part = conditions[first..<min(first + 32, conditions.count)]
      // What came before weighs more than these up to 32 statements together.
      let keys = zip(result.0, form.truths(of: part)).map { UInt64($0) << 32 | $1 << UInt64(32 - part.count) }
      result = compress(first == 0 ? keys.map { $0 >> UInt64(32 - part.count) } : keys)
    }
    return result
  }

  private static func levels(
    comparisons pairs: [[Int]], _ name: String, _ stateCount: Int
  ) throws(ConflictError) -> ([UInt32], Int) {
    let order = try PreferenceOrder(pairs, name, stateCount)
    return (try order.levels(name), stateCount)
  }

  /// Small numbers in the same order: how many different keys are below each, and how many there are.
  static func compress(_ keys: [UInt64]) -> ([UInt32], Int) {
    guard let largest = keys.max() else { return ([], 0) }
    if largest < 8 * UInt64(keys.count) + 64 {
      var level = [UInt32](repeating: 0, count: Int(largest) + 1)
      for key in keys { level[Int(key)] = 1 }
      var count: UInt32 = 0
      for key in level.indices where level[key] == 1 {
        level[key] = count
        count += 1
      }
      return (keys.map { level[Int($0)] }, Int(count))
    }
    var levels = [UInt32](repeating: 0, count: keys.count)
    var level: UInt32 = 0
    let sorted = keys.enumerated().map { (key: $1, index: $0) }.sorted { $0.key < $1.key }
    for (place, (key, index)) in sorted.enumerated() {
      if place > 0, sorted[place - 1].key != key { level += 1 }
      levels[index] = level
    }
    return (levels, Int(level) + 1)
  }
}
