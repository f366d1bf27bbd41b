import CollectiveAction
import Mathematics
import RegionalCases

/// A spillover problem stated as a game: who emits, what reaches whom, what abating and suffering cost.
struct SpilloverStatement: Sendable {
  let problem: Problem
  let baseline, limit, abatementCost: StudyInput
  let linearDamage, quadraticDamage, level, background: StudyInput?
  let transport: Spillover.Transport
  private let river: River?
  private let retention: StudyInput?

  init(_ spillover: Spillover, problem: Problem) {
    self.problem = problem
    transport = spillover.transport
    river = spillover.river
    let chapter = "problems.\(problem.id).spillover"
    func input(_ name: String, _ column: PartyColumn) -> StudyInput {
      StudyInput(
        name: "\(chapter).\(name)", role: .game, figures: column.figures,
        limits: 0...Double.greatestFiniteMagnitude)
    }
    retention = spillover.river.map {
      StudyInput(name: "\(chapter).river.retention", role: .game, figures: $0.retention, limits: 0...1)
    }
    baseline = input("baseline", spillover.baseline)
    limit = input("limit", spillover.limit)
    abatementCost = input("abatementCost", spillover.abatementCost)
    linearDamage = spillover.linearDamage.map { input("damage.linear", $0) }
    quadraticDamage = spillover.quadraticDamage.map { input("damage.quadratic", $0) }
    level = spillover.level.map { input("level", $0) }
    background = spillover.background.map { input("background", $0) }
  }

  var inputs: [StudyInput] {
    [
      baseline, limit, abatementCost, linearDamage, quadraticDamage, retention ?? transportInput, level, background,
    ].compactMap(\.self)
  }

  /// The transport matrix as one input, so that its provenance is told with the others.
  private var transportInput: StudyInput {
    let entries = transport.matrix.rows.flatMap { $0 }
    return StudyInput(
      name: "problems.\(problem.id).spillover.transport", role: .game,
      figures: entries.map {
        Figure(.certain($0), provenance: transport.matrix.provenance, place: transport.matrix.place)
      },
      limits: 0...Double.greatestFiniteMagnitude)
  }

  /// The values of an input that the game divides by: a draw from a normal spread stops at a thousandth of the best
  /// estimate.
  private static func divisors(_ input: StudyInput, in draw: Draw) -> [Double] {
    zip(input.values(in: draw), input.figures).map { max($0, $1.best / 1000) }
  }

  func dilemma(in draw: Draw) throws(StudyError) -> any Dilemma { try spilloverGame(in: draw) }

  /// What flows from whom to whom while nobody abates, and the payments of Chander and Tulkens.
  func findings() throws(StudyError) -> FamilyFindings {
    let game = try spilloverGame(in: .best)
    do {
      return FamilyFindings(
        transfers: try ChanderTulkensTransfers(of: game).received,
        flows: game.players.indices.map { emitter in
          game.players.indices.map { game.transport[emitter, $0] * game.baseline[emitter] }
        },
        flowUnit: level?.figures.first?.unit, levels: try levels(above: game),
        furtherInputs: LevelsAbove(problem: problem).inputs)
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }

  /// What borders, walls inside governments and the want of somebody above have each to do with the gap, and what the levels
  /// above would do, where the case tells of agencies or of a level above.
  private func levels(above game: SpilloverGame) throws -> LevelFinding? {
    guard !problem.hierarchy.isEmpty || !problem.agencies.isEmpty else { return nil }
    // A level above is a player as well.
    guard problem.members.reduce(0, { $0 + agencyList(of: $1).count }) < 63 else { return nil }
    let agencies = try AgencyGame(of: game, agencies: problem.members.map(agencyList))
    return try LevelsAbove(problem: problem).findings(
      LevelsAbove.forms(over: agencies.game, member: agencies.government), of: game, parts: try gapParts(of: agencies))
  }

  /// Nil where there is no gap to take apart, or nothing but borders to be its reason.
  private func gapParts(of agencies: AgencyGame) throws -> GapPartsFinding? {
    guard let above = problem.hierarchy.first(where: { $0.subsidy != nil }), let subsidy = above.subsidy else {
      return problem.agencies.isEmpty ? nil : GapPartsFinding(try GapDecomposition(of: agencies), authority: nil)
    }
    let authority = above.authority.rawValue
    return GapPartsFinding(
      try GapDecomposition(
        of: agencies, leader: authority, subsidyUpTo: subsidy.upTo.best, costOfFunds: subsidy.costOfFunds?.best ?? 1),
      authority: authority)
  }

  /// The agencies of a member, the acting one first; a government of one piece where none are told.
  private func agencyList(of member: PartyID) -> [AgencyGame.Agency] {
    let told = problem.agencies.filter { $0.member == member }
    return told.isEmpty
      ? [AgencyGame.Agency(name: "all", harm: 1)] : told.map { AgencyGame.Agency(name: $0.id, harm: $0.minds.best) }
  }

  private func spilloverGame(in draw: Draw) throws(StudyError) -> SpilloverGame {
    let count = problem.members.count
    let baseline = Self.divisors(baseline, in: draw)
    let levels = level?.values(in: draw) ?? [Double](repeating: 1, count: count)
    let shares = transportInput.values(in: draw)
    // The case's rows are receptors; the game's are emitters.
    var reaches = Matrix(rows: count, columns: count)
    if let river, let retention = retention?.values(in: draw) {
      for emitter in 0..<count {
        for receptor in 0..<count {
          reaches[emitter, receptor] =
            river.reach(from: emitter, to: receptor, retention: retention) * levels[receptor]
        }
      }
      return try spilloverGame(in: draw, baseline: baseline, transport: reaches)
    }
    for receptor in 0..<count {
      for emitter in 0..<count {
        let flow = transport.scale * shares[receptor * count + emitter] * levels[receptor]
        guard flow > 0 else { continue }
        guard baseline[emitter] > 0 else {
          throw .game(
            problem: problem.id,
            reason: "'\(problem.members[emitter])' emits nothing, yet reaches '\(problem.members[receptor])'; "
              + "give it a baseline above 0, or a transport of 0")
        }
        reaches[emitter, receptor] = flow / baseline[emitter]
      }
    }
    return try spilloverGame(in: draw, baseline: baseline, transport: reaches)
  }

  private func spilloverGame(
    in draw: Draw, baseline: [Double], transport: Matrix
  ) throws(StudyError) -> SpilloverGame {
    let zero = [Double](repeating: 0, count: baseline.count)
    do {
      return try SpilloverGame(
        players: problem.members.map(\.rawValue),
        baseline: baseline,
        limit: zip(limit.values(in: draw), baseline).map { min($0, $1) },
        abatementCost: Self.divisors(abatementCost, in: draw),
        linearDamage: linearDamage?.values(in: draw) ?? zero,
        quadraticDamage: quadraticDamage?.values(in: draw) ?? zero,
        transport: transport,
        background: background?.values(in: draw) ?? zero)
    } catch {
      throw .game(problem: problem.id, reason: "\(error)")
    }
  }
}

extension GapDecomposition {
  /// Where nobody above has a lever.
  fileprivate init(of agencies: AgencyGame) throws(DilemmaError) {
    let (split, whole) = (agencies.game, agencies.whole)
    let everyone = Coalition.grand(of: whole.players.count)
    let optimum = try whole.outcome(agreeing: everyone).totalCost
    try self.init(optimum: optimum) { (remedies) throws(DilemmaError) in
      let isTogether = remedies.contains(.horizontal)
      return remedies.contains(.functional)
        ? try whole.outcome(agreeing: isTogether ? everyone : .empty).totalCost
        : try split.outcome(agreeing: isTogether ? agencies.acting : .empty).totalCost
    }
  }
}

extension GapPartsFinding {
  /// Nil where there is no gap to take apart.
  fileprivate init?(_ parts: GapDecomposition, authority: String?) {
    guard let horizontal = parts.horizontal.share, let functional = parts.functional.share,
      let vertical = parts.vertical.share
    else { return nil }
    self.init(authority: authority, horizontal: horizontal, functional: functional, vertical: vertical)
  }
}
