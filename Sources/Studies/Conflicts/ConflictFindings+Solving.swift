import Negotiations
import RegionalCases

extension ConflictFindings {
  /// What the conflict in `file` comes to.
  ///
  /// - Parameters:
  ///   - file: A conflict that was read and found valid.
  ///   - reach: How far opponents move together when they answer; the file's own when nil, else legal sequences.
  /// - Throws: `ConflictError` where comparisons leave states open in a conflict of more than 1 024, or the question is
  ///   beyond what can be looked at.
  /// - Complexity: That of `Conflict.stability(sanctions:concepts:)` for all five concepts, or of
  ///   `UncertainConflict.stabilityBounds(sanctions:concepts:)` where comparisons leave states open.
  public init(
    _ file: ConflictFile, sanctions reach: ConflictFile.SanctionReach? = nil
  ) throws(ConflictError) {
    let told = try ToldConflict(file)
    let reach = reach ?? file.sanctions ?? .legalSequences
    let (stability, possible) = try told.stability(SanctionReach(reach))
    let names = file.states.map(\.name)
    title = file.title.texts
    makers = file.decisionMakers.enumerated().map { number, maker in
      Maker(
        name: maker.name, label: maker.label.texts,
        options: file.options[maker.options].map { Option(name: $0.name, label: $0.label.texts) },
        ranking: (file.ranking(of: number) ?? []).map { $0.map { names[$0] } })
    }
    states = file.states.indices.map { State(name: names[$0], options: file.pattern(of: $0)) }
    sanctions = reach.rawValue
    concepts = stability.concepts.map { concept in
      Concept(
        concept: concept.abbreviation, equilibria: stability.equilibria(concept).map { names[$0] },
        stable: file.decisionMakers.indices.map { stability.stable(concept, for: $0).map { names[$0] } },
        possibleEquilibria: possible.map { $0.equilibria(concept).map { names[$0] } },
        possibleStable: possible.map { possible in
          file.decisionMakers.indices.map { possible.stable(concept, for: $0).map { names[$0] } }
        })
    }
    statusQuo = file.statusQuo.map { names[$0] }
    firstMoves = []
    possibleFirstMoves = possible == nil ? nil : []
    if let start = file.statusQuo {
      for (number, maker) in file.decisionMakers.enumerated() {
        let (sure, open) = told.improvements(of: number, from: start)
        func moves(to states: [Int]) -> [Move] {
          states.map { Move(maker: maker.name, from: names[start], to: names[$0]) }
        }
        firstMoves += moves(to: sure)
        possibleFirstMoves? += moves(to: open)
      }
    }
    wanted = file.wanted.map { names[$0] }
    let room = 24
    let atRest = Set(stability.concepts.flatMap { Array((possible ?? stability).equilibria($0)) })
    let asked = file.states.indices.filter {
      $0 == file.statusQuo || file.wanted.contains($0)
    }
    let resting = file.states.indices.filter { atRest.contains($0) && !asked.contains($0) }
    let shown =
      file.states.count <= room ? Array(file.states.indices) : (asked + resting).prefix(room).sorted()
    let isShown = Set(shown)
    drawn = shown.map { names[$0] }
    moves = file.decisionMakers.indices.flatMap { maker in
      shown.flatMap { from in
        told.graph.moves(of: maker, from: from).filter(isShown.contains).map {
          Move(maker: file.decisionMakers[maker].name, from: names[from], to: names[$0])
        }
      }
    }
  }
}

/// The conflict of a file. States keep the file's order.
private enum ToldConflict {
  case known(Conflict)
  /// Comparisons leave states open.
  case open(UncertainConflict)

  init(_ file: ConflictFile) throws(ConflictError) {
    for (number, maker) in file.decisionMakers.enumerated() {
      guard file.states.count > UncertainConflict.stateLimit, let (one, other) = file.uncompared(of: number) else {
        continue
      }
      throw .openComparison(
        decisionMaker: maker.name, file.states[one].name, file.states[other].name, limit: UncertainConflict.stateLimit)
    }
    let graph = try ConflictGraph(file)
    let rankings = file.decisionMakers.indices.map { file.ranking(of: $0) }
    let known = rankings.compactMap { $0 }
    if known.count == rankings.count {
      self = .known(try Conflict(graph, preferences: known.map { .ranking($0) }))
      return
    }
    self = .open(
      try UncertainConflict(
        graph,
        preferences: zip(file.decisionMakers, rankings).map { maker, ranking in
          if let ranking { return .known(.ranking(ranking)) }
          guard case .comparisons(let pairs) = maker.preference else {
            preconditionFailure("only comparisons leave states uncompared")
          }
          return .comparisons(
            pairs.filter { !$0.isTie }.map { [$0.better, $0.worse] },
            equal: pairs.filter(\.isTie).map { [$0.better, $0.worse] })
        }))
  }

  var graph: ConflictGraph {
    switch self {
    case .known(let conflict): conflict.graph
    case .open(let conflict): conflict.graph
    }
  }

  /// Where they stay for sure, and where they may stay at most; the latter nil where nothing is open.
  func stability(
    _ reach: SanctionReach
  ) throws(ConflictError) -> (sure: ConflictStability, possible: ConflictStability?) {
    switch self {
    case .known(let conflict): return (try conflict.stability(sanctions: reach), nil)
    case .open(let conflict):
      let bounds = try conflict.stabilityBounds(sanctions: reach)
      return (bounds.sure, bounds.possible)
    }
  }

  func improvements(of maker: Int, from state: Int) -> (sure: [Int], possible: [Int]) {
    switch self {
    case .known(let conflict): (conflict.improvements(of: maker, from: state), [])
    case .open(let conflict): conflict.improvements(of: maker, from: state)
    }
  }
}

extension ConflictGraph {
  /// The most moves that are listed one by one.
  private static let listedMoves = 1 << 24

  fileprivate init(_ file: ConflictFile) throws(ConflictError) {
    if file.graphMoves == nil, file.states.allSatisfy(\.alike.isEmpty) {
      // Two makers may call options alike; here every option has the number under which the file lists it.
      let makers = file.decisionMakers.map { maker in
        DecisionMaker(
          maker.name,
          options: maker.options.map {
            ConflictOption("\($0)", file.options[$0].isIrreversible ? .bindsWhenTaken : .reversible)
          })
      }
      try self.init(try OptionForm(makers, feasible: file.states.indices.map { file.pattern(of: $0) }))
    } else {
      guard file.decisionMakers.indices.reduce(0, { $0 + file.mostMoves(of: $1) }) <= Self.listedMoves else {
        throw .tooManyMoves(limit: Self.listedMoves)
      }
      try self.init(
        decisionMakers: file.decisionMakers.map(\.name), stateCount: file.states.count,
        moves: file.decisionMakers.indices.map { file.moves(of: $0).map { ($0.from, $0.to) } })
    }
  }
}

extension SanctionReach {
  fileprivate init(_ reach: ConflictFile.SanctionReach) {
    self =
      switch reach {
      case .singleOpponent: .singleOpponent
      case .eachOpponentOnce: .eachOpponentOnce
      case .legalSequences: .legalSequences
      }
  }
}
