import Mathematics
import Negotiations

/// A conflict drawn from a seed, and the same once more as bare moves and worths.
struct RandomConflict {
  let conflict: Conflict
  let moves: [[[Int]]]
  let worth: [[Double]]

  /// Moves drawn one by one: neither reversible nor transitive.
  static func graph(seed: UInt64) throws -> RandomConflict {
    var chance = RandomStream(seed: seed, stream: [1])
    let makers = Int.random(in: 1...4, using: &chance)
    let states = Int.random(in: 1...9, using: &chance)
    let density = Double.random(in: 0.05...0.4, using: &chance)
    var moves = [[[Int]]](repeating: [[Int]](repeating: [], count: states), count: makers)
    var lists: [[(from: Int, to: Int)]] = []
    for maker in 0..<makers {
      var list: [(from: Int, to: Int)] = []
      for from in 0..<states {
        for to in 0..<states where from != to && Double.random(in: 0..<1, using: &chance) < density {
          moves[maker][from].append(to)
          list.append((from, to))
        }
      }
      lists.append(list.shuffled(using: &chance))
    }
    let worth = Self.worth(makers, states, &chance)
    let graph = try ConflictGraph(
      decisionMakers: (0..<makers).map { "maker \($0)" }, stateCount: states, moves: lists)
    return RandomConflict(
      conflict: try Conflict(graph, preferences: worth.map { .payoffs($0) }), moves: moves, worth: worth)
  }

  /// Options, some of which bind, with some combinations ruled out.
  static func options(seed: UInt64) throws -> RandomConflict {
    var chance = RandomStream(seed: seed, stream: [2])
    let makers = Int.random(in: 1...4, using: &chance)
    let isBinding = Bool.random(using: &chance)
    var courses: [[ConflictOption.Course]] = []
    for _ in 0..<makers {
      courses.append(
        (0..<Int.random(in: 0...(makers > 3 ? 1 : 2), using: &chance)).map { _ in
          isBinding
            ? [.reversible, .bindsWhenTaken, .bindsWhenDropped].randomElement(using: &chance) ?? .reversible
            : .reversible
        })
    }
    if courses.allSatisfy(\.isEmpty) { courses[0] = [.reversible] }
    let count = courses.joined().count
    var feasible = (0..<(1 << count)).filter { _ in Double.random(in: 0..<1, using: &chance) < 0.8 }
    if seed % 3 == 0 || feasible.isEmpty { feasible = Array(0..<(1 << count)) }
    let forbidden = (0..<(1 << count)).filter { !feasible.contains($0) }
    func pattern(_ code: Int) -> String { (0..<count).map { code >> $0 & 1 == 1 ? "Y" : "N" }.joined() }
    let decisionMakers = courses.enumerated().map { maker, courses in
      DecisionMaker("maker \(maker)", options: courses.enumerated().map { ConflictOption("\(maker).\($0)", $1) })
    }
    var form = try OptionForm(decisionMakers, infeasible: forbidden.map { .pattern(pattern($0)) })
    if seed % 2 == 1 {
      feasible.shuffle(using: &chance)
      form = try OptionForm(decisionMakers, feasible: feasible.map(pattern))
    }
    var moves = [[[Int]]](repeating: [[Int]](repeating: [], count: feasible.count), count: makers)
    var first = 0
    for (maker, courses) in courses.enumerated() {
      for (from, code) in feasible.enumerated() {
        for (to, other) in feasible.enumerated() where from != to {
          let isAllowed = (0..<count).allSatisfy { bit in
            let (before, after) = (code >> bit & 1, other >> bit & 1)
            guard before != after else { return true }
            guard (first..<(first + courses.count)).contains(bit) else { return false }
            return switch courses[bit - first] {
            case .reversible: true
            case .bindsWhenTaken: before == 0
            case .bindsWhenDropped: before == 1
            }
          }
          if isAllowed { moves[maker][from].append(to) }
        }
      }
      first += courses.count
    }
    let worth = Self.worth(makers, feasible.count, &chance)
    return RandomConflict(
      conflict: try Conflict(ConflictGraph(form), preferences: worth.map { .payoffs($0) }),
      moves: moves, worth: worth)
  }

  /// Worths with many equals, or with hardly any.
  private static func worth(_ makers: Int, _ states: Int, _ chance: inout RandomStream) -> [[Double]] {
    (0..<makers).map { _ in
      let levels = [2, 4, 1000].randomElement(using: &chance) ?? 4
      return (0..<states).map { _ in Double(Int.random(in: -levels...levels, using: &chance)) / 2 }
    }
  }
}
