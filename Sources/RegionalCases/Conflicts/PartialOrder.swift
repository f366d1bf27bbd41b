/// What follows from comparisons of some states: whether they go round, and whether they rank all states.
struct PartialOrder {
  /// For each state, a state that stands for all that are told to be as good.
  private let standing: [Int]
  /// For each of those that stand for a class, the classes told to be worse, ascending.
  private let worse: [[Int]]

  init(count: Int, comparisons: [ConflictFile.Comparison]) {
    var parent = Array(0..<count)
    func find(_ state: Int) -> Int {
      var state = state
      while parent[state] != state {
        parent[state] = parent[parent[state]]
        state = parent[state]
      }
      return state
    }
    for comparison in comparisons where comparison.isTie {
      let (first, second) = (find(comparison.better), find(comparison.worse))
      parent[max(first, second)] = min(first, second)
    }
    standing = (0..<count).map(find)
    var worse = [Set<Int>](repeating: [], count: count)
    for comparison in comparisons where !comparison.isTie {
      worse[standing[comparison.better]].insert(standing[comparison.worse])
    }
    self.worse = worse.map { $0.sorted() }
  }

  /// States of which each is told to be better than the next, and the last than the first; nil where there are none.
  func round() -> [Int]? {
    enum Mark { case new, open, done }
    var marks = [Mark](repeating: .new, count: worse.count)
    for start in worse.indices where standing[start] == start && marks[start] == .new {
      var path: [(state: Int, next: Int)] = [(start, 0)]
      marks[start] = .open
      while let (state, next) = path.last {
        guard next < worse[state].count else {
          marks[state] = .done
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = worse[state][next]
        switch marks[target] {
        case .open:
          let begin = path.firstIndex { $0.state == target } ?? 0
          return path[begin...].map(\.state)
        case .new:
          marks[target] = .open
          path.append((target, 0))
        case .done: continue
        }
      }
    }
    return nil
  }

  /// The classes of all states, best first, where every two of them are told apart; nil where some are not. Only for
  /// comparisons that do not go round.
  func classes() -> [[Int]]? {
    let (classes, open) = ranked()
    return open == nil ? classes : nil
  }

  /// Two states that are not told apart, ascending; nil where there are none. Only for comparisons that do not go round.
  func uncompared() -> (Int, Int)? { ranked().open }

  /// The classes, best first, down to the first two that are not compared.
  private func ranked() -> (classes: [[Int]], open: (Int, Int)?) {
    var members: [Int: [Int]] = [:]
    for (state, standing) in standing.enumerated() { members[standing, default: []].append(state) }
    var above = [Int](repeating: 0, count: worse.count)
    for targets in worse { for target in targets { above[target] += 1 } }
    var best = members.keys.filter { above[$0] == 0 }.sorted()
    var classes: [[Int]] = []
    while let state = best.popLast() {
      // Two that nothing stands above are not compared with each other.
      if let other = best.first { return (classes, (min(state, other), max(state, other))) }
      classes.append(members[state] ?? [])
      for target in worse[state] {
        above[target] -= 1
        if above[target] == 0 { best.append(target) }
      }
    }
    return (classes, nil)
  }
}
