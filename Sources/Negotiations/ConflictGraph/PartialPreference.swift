/// What is known of how one decision maker ranks the states of a conflict.
public enum PartialPreference: Hashable, Sendable {
  /// Everything.
  case known(StatePreference)
  /// Pairs or longer chains of states, each better than the next, and groups of states that are as good as each other;
  /// what does not follow from them is unknown.
  case comparisons([[Int]], equal: [[Int]] = [])
  /// For each state the range in which its payoff lies, both ends finite; of two states whose ranges meet it is unknown
  /// which is better, unless both are the same single number.
  case ranges([ClosedRange<Double>])

  /// For each state the states surely better, and those of which it is unknown whether they are better.
  func relation(of name: String, in graph: ConflictGraph) throws(ConflictError) -> PartialRelation {
    let count = graph.stateCount
    switch self {
    case .known(let preference):
      let (levels, _) = try preference.levels(of: name, in: graph)
      return PartialRelation(count, isBetter: { levels[$0] > levels[$1] }, isEqual: { levels[$0] == levels[$1] })
    case .comparisons(let chains, let equal):
      for state in (chains + equal).joined() where state < 0 || state >= count {
        throw .unknownState(decisionMaker: name, state, stateCount: count)
      }
      let standing = Self.standing(equal, count)
      let below = try PreferenceOrder(chains.map { $0.map { standing[$0] } }, name, count).below()
      return PartialRelation(
        count, isBetter: { below[standing[$0]].contains(standing[$1]) }, isEqual: { standing[$0] == standing[$1] })
    case .ranges(let ranges):
      guard ranges.count == count else { throw .payoffCount(decisionMaker: name, ranges.count, wanted: count) }
      for (state, range) in ranges.enumerated() {
        for end in [range.lowerBound, range.upperBound] where !end.isFinite {
          throw .payoff(decisionMaker: name, state: state, end)
        }
      }
      return PartialRelation(
        count, isBetter: { ranges[$0].lowerBound > ranges[$1].upperBound },
        isEqual: { $0 == $1 || ranges[$0] == ranges[$1] && ranges[$0].lowerBound == ranges[$0].upperBound })
    }
  }

  /// For each state the first of those that are as good, directly or through others.
  private static func standing(_ equal: [[Int]], _ count: Int) -> [Int] {
    var parent = Array(0..<count)
    func first(_ state: Int) -> Int {
      var state = state
      while parent[state] != state {
        parent[state] = parent[parent[state]]
        state = parent[state]
      }
      return state
    }
    for group in equal {
      for (one, other) in zip(group, group.dropFirst()) {
        let (left, right) = (first(one), first(other))
        parent[max(left, right)] = min(left, right)
      }
    }
    return (0..<count).map(first)
  }
}

/// For each state which others are better, no better, or perhaps either.
struct PartialRelation: Sendable {
  private(set) var better: [StateSet]
  private(set) var unknown: [StateSet]

  init(_ count: Int, isBetter: (_ one: Int, _ than: Int) -> Bool, isEqual: (Int, Int) -> Bool) {
    better = []
    unknown = []
    for state in 0..<count {
      var (above, open) = (StateSet(of: count), StateSet(of: count))
      for other in 0..<count {
        if isBetter(other, state) {
          above.insert(other)
        } else if !isBetter(state, other), !isEqual(state, other) {
          open.insert(other)
        }
      }
      better.append(above)
      unknown.append(open)
    }
  }
}

/// How a decision maker that does not know which of two states it prefers makes up its mind.
///
/// Source: Li, Hipel, Kilgour & Fang (2004), Preference uncertainty in the graph model for conflict resolution, IEEE
/// Trans. Syst. Man Cybern. A 34, 507–520.
public enum UnknownStance: CaseIterable, Hashable, Sendable {
  /// It sets out for a state that may be better, and only one that is surely no better deters it. Whoever stays even
  /// so stays whatever its true preferences are.
  case bold
  /// It sets out only for a surely better state, and only one that is surely no better deters it.
  case certain
  /// It sets out for a state that may be better, and one that may be no better deters it.
  case mixed
  /// It sets out only for a surely better state, and one that may be no better deters it. Whoever does not stay even
  /// so stays under no preferences it may have.
  case cautious

  var setsOutOnUnknown: Bool { self == .bold || self == .mixed }
  var isDeterredByUnknown: Bool { self == .mixed || self == .cautious }
}

/// A conflict whose preferences are known in part.
public struct UncertainConflict: Sendable {
  /// The most states such a conflict may have.
  public static let stateLimit = MoveTable.stateLimit
  /// Who can move where.
  public let graph: ConflictGraph
  private let table: MoveTable
  private let relations: [PartialRelation]

  /// - Parameters:
  ///   - graph: Who can move where; up to 1 024 states.
  ///   - preferences: One for each decision maker, in order.
  /// - Throws: ``ConflictError`` naming the decision maker and the state that does not fit, or the ring of states each
  ///   of which is said to be better than the next.
  public init(_ graph: ConflictGraph, preferences: [PartialPreference]) throws(ConflictError) {
    guard preferences.count == graph.decisionMakers.count else {
      throw .preferenceCount(preferences.count, wanted: graph.decisionMakers.count)
    }
    table = try MoveTable(graph)
    var relations: [PartialRelation] = []
    for (name, preference) in zip(graph.decisionMakers, preferences) {
      relations.append(try preference.relation(of: name, in: graph))
    }
    self.graph = graph
    self.relations = relations
  }

  /// Where each decision maker stays, and where all do, if every one makes up its mind alike.
  ///
  /// Opponents that must improve by a sanction may also make a move of which it is unknown whether it does.
  ///
  /// - Parameters:
  ///   - stance: How they make up their minds.
  ///   - reach: How far opponents move together.
  ///   - concepts: What decision makers may expect of each other.
  /// - Throws: ``ConflictError/tooManyDecisionMakers(_:limit:)`` for more than 8 of them with
  ///   ``SanctionReach/eachOpponentOnce``.
  /// - Complexity: O(states² · decision makers) and the moves met on the way, for each decision maker.
  public func stability(
    _ stance: UnknownStance, sanctions reach: SanctionReach = .legalSequences,
    concepts: [StabilityConcept] = StabilityConcept.allCases
  ) throws(ConflictError) -> ConflictStability {
    try check(reach)
    return ConflictStability(
      decisionMakers: graph.decisionMakers, stateCount: graph.stateCount, reach: reach,
      stable: question(
        reach, setsOutOnUnknown: stance.setsOutOnUnknown, isDeterredByUnknown: stance.isDeterredByUnknown,
        trustsUnknown: true
      ).stable(concepts))
  }

  /// Where each decision maker stays whatever the true preferences of all are, and where it may stay under some.
  ///
  /// Surely it stays if all that may be better tempts it, only what is surely no better deters it, and opponents that
  /// must improve by a sanction improve for sure. Possibly it stays where ``UnknownStance/cautious`` has
  /// it stay: not every such state need be stable under some true preferences, but no other state is.
  ///
  /// - Parameters:
  ///   - reach: How far opponents move together.
  ///   - concepts: What decision makers may expect of each other.
  /// - Returns: What is stable under all preferences that fit what is known, and at most what is under any of them.
  /// - Throws: ``ConflictError/tooManyDecisionMakers(_:limit:)`` for more than 8 of them with
  ///   ``SanctionReach/eachOpponentOnce``.
  /// - Complexity: O(states² · decision makers) and the moves met on the way, for each decision maker.
  public func stabilityBounds(
    sanctions reach: SanctionReach = .legalSequences, concepts: [StabilityConcept] = StabilityConcept.allCases
  ) throws(ConflictError) -> (sure: ConflictStability, possible: ConflictStability) {
    try check(reach)
    let sure = question(reach, setsOutOnUnknown: true, isDeterredByUnknown: false, trustsUnknown: false)
    return (
      ConflictStability(
        decisionMakers: graph.decisionMakers, stateCount: graph.stateCount, reach: reach,
        stable: sure.stable(concepts)),
      try stability(.cautious, sanctions: reach, concepts: concepts)
    )
  }

  /// The moves by which a decision maker betters itself from a state: those that surely do, and those that may.
  ///
  /// - Parameters:
  ///   - maker: Its number.
  ///   - state: Where it starts.
  /// - Returns: The states it can move to, ascending, none in both lists.
  public func improvements(of maker: Int, from state: Int) -> (sure: [Int], possible: [Int]) {
    precondition(graph.decisionMakers.indices.contains(maker), "a decision maker of the conflict")
    precondition(state >= 0 && state < graph.stateCount, "a state of the conflict")
    let moves = table.moves[maker][state]
    let relation = relations[maker]
    return (
      moves.filter { relation.better[state].contains($0) }, moves.filter { relation.unknown[state].contains($0) }
    )
  }

  private func check(_ reach: SanctionReach) throws(ConflictError) {
    if reach == .eachOpponentOnce, table.makerCount > Conflict.onceLimit {
      throw .tooManyDecisionMakers(table.makerCount, limit: Conflict.onceLimit)
    }
  }

  private func question(
    _ reach: SanctionReach, setsOutOnUnknown: Bool, isDeterredByUnknown: Bool, trustsUnknown: Bool
  ) -> RelationalStability {
    let perhaps = relations.map { zip($0.better, $0.unknown).map { $0.union($1) } }
    let surely = relations.map(\.better)
    return RelationalStability(
      table: table, reach: reach, setsOut: setsOutOnUnknown ? perhaps : surely,
      harm: (isDeterredByUnknown ? surely : perhaps).map { $0.map(\.complement) },
      improves: trustsUnknown ? perhaps : surely)
  }
}
