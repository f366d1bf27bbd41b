/// A conflict as a person wrote it down: who can do what, what cannot be, and what each prefers (the graph model for
/// conflict resolution; Fang, Hipel & Kilgour 1993).
///
///     title: A dispute over a border section
///     decisionMakers:
///       - name: upstream
///         options: [cleans, {name: sues, irreversible: true}]
///         statements: [not sues, pays if cleans, not cleans]
///       - name: downstream
///         options: [pays]
///         ranking: [Y-Y, [Y-N, N-N], N-Y]
///
/// A state is a letter for each option, in the order of the file: Y where it is taken, N where not. A pattern may hold a -
/// for either. States need no names; where they have some, a ranking may use these. A conflict may also be told as a
/// graph: the names of its states, and the moves of each decision maker between them.
public struct ConflictFile: Hashable, Sendable {
  /// Something that a decision maker may do or leave.
  public struct Option: Hashable, Sendable {
    public let name: String
    public let label: LocalizedText
    /// Whose it is, by index.
    public let decisionMaker: Int
    /// Whether it cannot be undone once taken.
    public let isIrreversible: Bool
  }

  /// Somebody who decides.
  public struct DecisionMaker: Hashable, Sendable {
    public let name: String
    public let label: LocalizedText
    /// Its options, by their indices in ``ConflictFile/options``; none where the conflict is told as a graph.
    public let options: Range<Int>
    public let preference: Preference
    /// Where its preference comes from, if told.
    public let provenance: Provenance?
    public let place: Place
  }

  /// What a decision maker prefers.
  public enum Preference: Hashable, Sendable {
    /// All states are as good as each other.
    case indifferent
    /// Classes of states that are as good as each other, by index, the best class first; every state once.
    case ranking([[Int]])
    /// What it wants, the most important first: the state in which the first statement holds where it does not hold in
    /// the other is better, whatever the later ones say (Peng, Hipel, Kilgour & Fang 1997).
    case statements([Statement])
    /// A number for each state; more is better.
    case payoffs([Double])
    /// Pairs that are told; about others nothing is known.
    case comparisons([Comparison])
  }

  /// What a decision maker wants, as it is written and as it is read.
  public struct Statement: Hashable, Sendable {
    public let text: String
    public let expression: OptionExpression
  }

  /// Two states of which one is told to be better, or both to be as good as each other.
  public struct Comparison: Hashable, Sendable {
    /// A state by its index.
    public let better, worse: Int
    /// Whether the two are as good as each other instead.
    public let isTie: Bool
  }

  /// A state that can come about.
  public struct State: Hashable, Sendable {
    /// Its name: as told, or else its number from 1.
    public let name: String
    /// The options taken, by their bits; 0 where the conflict is told as a graph.
    public let taken: UInt64
    /// The options taken in the others that count as this state.
    public let alike: [UInt64]
  }

  /// How far the others may move to sanction a move; where there are three or more decision makers the answers differ.
  public enum SanctionReach: String, Hashable, Sendable, Codable, CaseIterable {
    /// One opponent moves, once.
    case singleOpponent
    /// Opponents move one after another, each at most once.
    case eachOpponentOnce
    /// Opponents move one after another, nobody twice in a row (Fang, Hipel & Kilgour 1993).
    case legalSequences
  }

  /// A move from one state to another.
  public struct Move: Hashable, Sendable {
    /// A state by its index.
    public let from, to: Int
  }

  public let title: LocalizedText
  public let summary: LocalizedText?
  public let sources: [Source]
  public let decisionMakers: [DecisionMaker]
  /// All options, in the order of the file; none where the conflict is told as a graph.
  public let options: [Option]
  /// The states that can come about, in the order of the file; or else by their bits, the first option's the lowest, and
  /// after them those that count as one.
  public let states: [State]
  /// The moves of each decision maker where the conflict is told as a graph; nil where its options tell them.
  public let graphMoves: [[Move]]?
  /// The state in which the conflict stands, by index, if told.
  public let statusQuo: Int?
  /// The states that a study is to make stable, by index, ascending; none if none is told.
  public let wanted: [Int]
  /// How far the others may move to sanction a move, if told.
  public let sanctions: SanctionReach?
  /// What is odd, without being wrong.
  public let warnings: [CaseFault]

  /// The most options whose states are found by leaving out what cannot be; with more, the states must be named.
  public static let mostOptions = 20

  /// Reads a conflict from a `.yaml` or `.json` file.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once.
  public init(contentsOf path: String) throws(CaseFaults) {
    let file = HandwrittenFile(path: path, shape: .conflictFile, subject: "conflict")
    let (contents, warnings) = try file.read { fields, shapes in ConflictReader(shapes: shapes).contents(of: fields) }
    title = contents.title
    summary = contents.summary
    sources = contents.sources
    decisionMakers = contents.decisionMakers
    options = contents.options
    states = contents.states
    graphMoves = contents.graphMoves
    statusQuo = contents.statusQuo
    wanted = contents.wanted
    sanctions = contents.sanctions
    self.warnings = warnings
  }
}

/// What a file tells of a conflict.
struct ConflictContents {
  let title: LocalizedText
  let summary: LocalizedText?
  let sources: [Source]
  let decisionMakers: [ConflictFile.DecisionMaker]
  let options: [ConflictFile.Option]
  let states: [ConflictFile.State]
  let graphMoves: [[ConflictFile.Move]]?
  let statusQuo: Int?
  let wanted: [Int]
  let sanctions: ConflictFile.SanctionReach?
}

extension ConflictFile {
  /// The options taken in a state, a letter each: Y where it is taken, N where not, - where it is one in some and the
  /// other in others of the states that count as this one. Empty where the conflict is told as a graph.
  ///
  /// - Parameter state: The index of a state.
  /// - Returns: A letter an option, in the order of the file.
  public func pattern(of state: Int) -> String {
    let (taken, alike) = (states[state].taken, states[state].alike)
    return options.indices.reduce(into: "") { pattern, option in
      let bit = UInt64(1) << UInt64(option)
      let isMixed = alike.contains { $0 & bit != taken & bit }
      pattern += isMixed ? "-" : taken & bit != 0 ? "Y" : "N"
    }
  }

  /// The states in classes that are as good as each other to a decision maker, the best class first; nil where its
  /// preference leaves some of them uncompared.
  ///
  /// - Parameter decisionMaker: Its index.
  /// - Returns: Every state once, by index, ascending within its class.
  /// - Complexity: O(n log n) for n states, times the number of statements.
  public func ranking(of decisionMaker: Int) -> [[Int]]? {
    switch decisionMakers[decisionMaker].preference {
    case .indifferent: return [Array(states.indices)]
    case .ranking(let classes): return classes
    case .comparisons: return nil
    case .payoffs(let payoffs): return classes { payoffs[$1] < payoffs[$0] }
    case .statements(let statements):
      let truths = states.map { self.truths(of: statements, for: $0.taken) }
      return classes { first, second in
        for (one, other) in zip(truths[first], truths[second]) where one != other { return one > other }
        return false
      }
    }
  }

  /// A bit a statement, the first the highest, sixty-four to a word.
  private func truths(of statements: [Statement], for taken: UInt64) -> [UInt64] {
    stride(from: 0, to: statements.count, by: 64).map { start in
      statements[start..<min(start + 64, statements.count)].enumerated().reduce(0) { word, next in
        next.element.expression.holds(for: taken) ? word | 1 << UInt64(63 - next.offset) : word
      }
    }
  }

  private func classes(_ isBetter: (Int, Int) -> Bool) -> [[Int]] {
    var classes: [[Int]] = []
    for state in states.indices.sorted(by: { isBetter($0, $1) || !isBetter($1, $0) && $0 < $1 }) {
      if let first = classes.last?.first, !isBetter(first, state) {
        classes[classes.count - 1].append(state)
      } else {
        classes.append([state])
      }
    }
    return classes
  }

  /// The moves of a decision maker from every state, in order: any change of its own options that undoes none of the
  /// irreversible ones and ends in a state that can come about, or those of the graph.
  ///
  /// - Parameter decisionMaker: Its index.
  /// - Returns: Each move once, by the state it starts from and then by the one it ends in.
  /// - Complexity: O(n log n) for n states, and as many steps as ``mostMoves(of:)`` says.
  public func moves(of decisionMaker: Int) -> [Move] {
    if let graphMoves { return graphMoves[decisionMaker] }
    let mask = mask(of: decisionMaker)
    let neighbours = neighbours(of: decisionMaker)
    var moves: [Move] = []
    for (number, state) in states.enumerated() {
      var targets: Set<Int> = []
      for others in Set(([state.taken] + state.alike).map { $0 & ~mask }) {
        let bounds = neighbours[others] ?? []
        guard let start = bounds.first(where: { $0.state == number }) else { continue }
        for bound in bounds where bound.state != number && !targets.contains(bound.state) {
          if start.leads(to: bound) { targets.insert(bound.state) }
        }
      }
      moves += targets.sorted().map { Move(from: number, to: $0) }
    }
    return moves
  }

  /// How many moves a decision maker has at most: those it would have if all its options could be undone, counted again
  /// for each way in which the others' options stand.
  ///
  /// - Parameter decisionMaker: Its index.
  /// - Returns: The number; that of its moves where the conflict is told as a graph.
  /// - Complexity: O(n log n) for n states.
  public func mostMoves(of decisionMaker: Int) -> Int {
    if let graphMoves { return graphMoves[decisionMaker].count }
    return neighbours(of: decisionMaker).values.reduce(0) { $0 + $1.count * ($1.count - 1) }
  }

  /// The bits of its options.
  private func mask(of decisionMaker: Int) -> UInt64 {
    decisionMakers[decisionMaker].options.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
  }

  /// The states between which a decision maker moves, in order, by how the options of all others stand in them.
  private func neighbours(of decisionMaker: Int) -> [UInt64: [Bound]] {
    let mask = mask(of: decisionMaker)
    let kept = decisionMakers[decisionMaker].options.reduce(UInt64(0)) {
      options[$1].isIrreversible ? $0 | 1 << UInt64($1) : $0
    }
    var neighbours: [UInt64: [Bound]] = [:]
    for (number, state) in states.enumerated() {
      for taken in [state.taken] + state.alike {
        var bounds = neighbours.removeValue(forKey: taken & ~mask) ?? []
        if bounds.last?.state == number {
          bounds[bounds.count - 1].add(taken & kept)
        } else {
          bounds.append(Bound(state: number, kept: taken & kept))
        }
        neighbours[taken & ~mask] = bounds
      }
    }
    return neighbours
  }

  /// Two states that a decision maker's comparisons leave open; nil where there are none.
  ///
  /// - Parameter decisionMaker: Its index.
  /// - Returns: The indices of both, ascending.
  public func uncompared(of decisionMaker: Int) -> (Int, Int)? {
    guard case .comparisons(let comparisons) = decisionMakers[decisionMaker].preference else { return nil }
    return PartialOrder(count: states.count, comparisons: comparisons).uncompared()
  }
}

/// The irreversible options that may be taken in a state while all others' options stand in one way.
private struct Bound {
  let state: Int
  private var taken: Set<UInt64>
  /// What is taken in all, and what in any.
  private var all: UInt64
  private var any: UInt64

  init(state: Int, kept: UInt64) {
    self.state = state
    (taken, all, any) = ([kept], kept, kept)
  }

  mutating func add(_ kept: UInt64) {
    taken.insert(kept)
    all &= kept
    any |= kept
  }

  /// Whether nothing need be undone on the way there, from one of the ways of being here.
  func leads(to target: Bound) -> Bool {
    // Mostly the least and the greatest are among them, and decide; only those that nothing lies between need be tried.
    let starts = taken.contains(all) ? [all] : taken
    let ends = target.taken.contains(target.any) ? [target.any] : target.taken
    return starts.contains { start in ends.contains { start & ~$0 == 0 } }
  }
}
