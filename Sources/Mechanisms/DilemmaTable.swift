import CollectiveAction

/// Fair divisions of what a coalition pays: one cost a member for each rule that has an answer.
///
/// The argument is the γ cost game among the members alone, in the order of the players. Whoever can
/// divide costs supplies this function; rules without an answer are left out.
public typealias FairDivisions = @Sendable (CoalitionGame) -> [[Double]]

/// A dilemma solved once for all that any mechanism may ask of it.
///
/// Equilibria are the dear part of an appraisal and depend on neither mechanism nor circumstances; with
/// them in a table an appraisal takes micro- to milliseconds and may be repeated thousands of times.
///
/// - Complexity: 2ⁿ equilibria up to ``largestExhaustive`` players. Beyond, about n² of them: every pair,
///   all players, and the coalitions met while growing from the best pair, each time by the player that adds
///   most (a search that can miss the best coalition; ``isExhaustive`` tells).
public struct DilemmaTable: Sendable {
  /// The largest number of players all of whose coalitions are solved.
  public static let largestExhaustive = 16

  /// All that was solved, in one object: who appraises in many threads at once hands on a single reference.
  private let solved: Solved

  public var players: [String] { solved.players }
  /// What happens when every player acts alone.
  public var nash: Outcome { solved.nash }
  /// What happens when all act as one.
  public var optimum: Outcome { solved.optimum }
  /// The cost of every coalition when outsiders act alone; none when only some coalitions were solved.
  public var gammaGame: CoalitionGame? { solved.gammaGame }
  /// Whether every coalition is in the table.
  public var isExhaustive: Bool { solved.gammaGame != nil }

  /// One row a coalition of two or more.
  var rows: [CoalitionRow] { solved.rows }
  /// The rows of two members, and of three or more (all, when there are only two players).
  var pairs: Candidates { solved.pairs }
  var groups: Candidates { solved.groups }
  /// The row of all players.
  var everyone: Int { solved.everyone }
  /// What bounds the worth of each row.
  var candidates: CandidateBounds { solved.candidates }

  private final class Solved: Sendable {
    let players: [String]
    let nash, optimum: Outcome
    let gammaGame: CoalitionGame?
    let rows: [CoalitionRow]
    let pairs, groups: Candidates
    let everyone: Int
    let candidates: CandidateBounds
    let disagreements: DisagreementCache
    let fairDivisions: FairDivisions?
    /// Where a restated table looks up how far fair divisions disagree, by row.
    let inheritedDisagreement: (@Sendable (Int) -> Double)?

    init(
      players: [String], nash: Outcome, optimum: Outcome, rows: [CoalitionRow], gammaGame: CoalitionGame?,
      fairDivisions: FairDivisions?, disagreement: (@Sendable (Int) -> Double)?
    ) {
      self.players = players
      self.nash = nash
      self.optimum = optimum
      self.rows = rows
      self.gammaGame = gammaGame
      self.fairDivisions = fairDivisions
      inheritedDisagreement = disagreement
      candidates = CandidateBounds(rows)
      disagreements = DisagreementCache(candidates)
      // Where nobody divides, unequal contributions stand in for it: known at once.
      if fairDivisions == nil && disagreement == nil {
        for (index, row) in rows.enumerated() {
          _ = disagreements.value(at: candidates.places[index]) { row.contributionVariation }
        }
      }
      let grand = Coalition.grand(of: players.count)
      pairs = Candidates(rows) { $0.coalition.count == 2 }
      groups = Candidates(rows) { $0.coalition.count >= Swift.min(3, players.count) }
      everyone = rows.firstIndex { $0.coalition == grand } ?? rows.count - 1
    }
  }

  /// Solves the dilemma.
  ///
  /// - Parameters:
  ///   - dilemma: with 2 to 63 players.
  ///   - fairDivisions: how fair rules would divide a coalition's costs; asked about once a coalition,
  ///     and only for those an appraisal hinges on. Without it, or without an answer, disagreement is the
  ///     coefficient of variation of the members' contributions.
  /// - Throws: ``AppraisalError`` for fewer than 2 or more than 63 players, when the dilemma has no equilibrium
  ///   for some coalition, or when its costs are no game.
  public init(of dilemma: some Dilemma, fairDivisions: FairDivisions? = nil) throws(AppraisalError) {
    let count = dilemma.players.count
    guard (2...63).contains(count) else { throw .playerCount(count) }
    let grand = Coalition.grand(of: count)
    let all: OutcomeTable?
    do throws(DilemmaError) {
      all = count <= Self.largestExhaustive ? try dilemma.allOutcomes() : nil
    } catch {
      throw .dilemma(error)
    }
    if let all {
      try self.init(of: dilemma, outcomes: all, fairDivisions: fairDivisions)
      return
    }
    do throws(DilemmaError) {
      let nash = try dilemma.outcome(agreeing: .empty)
      let optimum = try dilemma.outcome(agreeing: grand)
      let paidAlone = dilemma.contributions(in: nash)
      let rows = try Self.grown(to: grand) { (coalition) throws(DilemmaError) in
        CoalitionRow(
          coalition, try dilemma.outcome(agreeing: coalition), in: dilemma, nash: nash, paidAlone: paidAlone)
      }
      self.init(
        players: dilemma.players, nash: nash, optimum: optimum, rows: rows, gammaGame: nil,
        fairDivisions: fairDivisions)
    } catch {
      throw .dilemma(error)
    }
  }

  /// The table of a dilemma whose every coalition has been solved already.
  ///
  /// - Parameters:
  ///   - dilemma: with 2 players or more.
  ///   - outcomes: what `allOutcomes()` found for it.
  ///   - fairDivisions: as in ``init(of:fairDivisions:)``.
  /// - Throws: ``AppraisalError`` for a single player, or when the costs are no game.
  /// - Complexity: 2ⁿ rows of n numbers; no equilibrium is solved.
  public init(
    of dilemma: some Dilemma, outcomes: OutcomeTable, fairDivisions: FairDivisions? = nil
  ) throws(AppraisalError) {
    precondition(outcomes.players == dilemma.players, "the outcomes are those of the dilemma's players")
    let count = outcomes.playerCount
    guard count >= 2 else { throw .playerCount(count) }
    let grand = Coalition.grand(of: count)
    let nash = outcomes[.empty]
    let paidAlone = dilemma.contributions(in: nash)
    let rows: [CoalitionRow] = (1...grand.mask).lazy.filter { $0.nonzeroBitCount > 1 }.map { mask in
      let coalition = Coalition(mask: mask)
      return CoalitionRow(coalition, outcomes[coalition], in: dilemma, nash: nash, paidAlone: paidAlone)
    }
    var worths = [0.0] + [Double](repeating: 0, count: Int(grand.mask))
    for player in grand { worths[1 << player] = nash.costs[player] }
    for row in rows { worths[Int(row.coalition.mask)] = row.jointCost }
    let game: CoalitionGame
    do { game = try CoalitionGame(players: outcomes.players, kind: .cost, worths: worths) } catch {
      throw .game(error)
    }
    self.init(
      players: outcomes.players, nash: nash, optimum: outcomes[grand], rows: rows, gammaGame: game,
      fairDivisions: fairDivisions)
  }

  /// How many coalitions of three or more a restated table keeps: those whose members, and those whose region,
  /// gain most.
  private static let keptGroups = (byMembers: 64, byRegion: 16)

  /// The table of the same players in a dilemma whose figures differ, with equilibria for the coalitions that
  /// matter most here: every pair, all players, and the groups with most to gain.
  ///
  /// For asking many times what other figures would change: some hundred equilibria instead of 2ⁿ, and as many
  /// coalitions to appraise. It can miss a coalition that only the other figures make attractive, and takes over
  /// how far fair divisions disagree.
  ///
  /// - Parameters:
  ///   - dilemma: of the same players.
  ///   - coalitions: further ones to keep, such as those that mechanisms brought together here.
  /// - Throws: ``AppraisalError/dilemma(_:)`` when an equilibrium is not found.
  public func restated(
    for dilemma: some Dilemma, keeping coalitions: [Coalition] = []
  ) throws(AppraisalError) -> DilemmaTable {
    precondition(dilemma.players == players, "a table is restated for the same players")
    let further = Set(coalitions)
    let kept = Set(
      pairs.byMembers + groups.byMembers.prefix(Self.keptGroups.byMembers)
        + groups.byRegion.prefix(Self.keptGroups.byRegion) + [everyone]
        + rows.indices.filter { !further.isEmpty && further.contains(rows[$0].coalition) }
    ).sorted()
    do throws(DilemmaError) {
      let coalitions = kept.map { self.rows[$0].coalition }
      let outcomes = try dilemma.outcomes(agreeing: [.empty] + coalitions + [.grand(of: players.count)])
      let nash = outcomes[0]
      let paidAlone = dilemma.contributions(in: nash)
      let rows = zip(coalitions, outcomes.dropFirst()).map { coalition, outcome in
        CoalitionRow(coalition, outcome, in: dilemma, nash: nash, paidAlone: paidAlone)
      }
      return DilemmaTable(
        players: players, nash: nash, optimum: outcomes[outcomes.count - 1], rows: rows,
        disagreement: { [self] row in disagreement(inRow: kept[row]) })
    } catch {
      throw .dilemma(error)
    }
  }

  private init(
    players: [String], nash: Outcome, optimum: Outcome, rows: [CoalitionRow], gammaGame: CoalitionGame? = nil,
    fairDivisions: FairDivisions? = nil, disagreement: (@Sendable (Int) -> Double)? = nil
  ) {
    solved = Solved(
      players: players, nash: nash, optimum: optimum, rows: rows, gammaGame: gammaGame,
      fairDivisions: fairDivisions, disagreement: disagreement)
  }

  /// The row of a coalition of two or more, if the table has it.
  func row(of coalition: Coalition) -> Int? {
    guard isExhaustive else { return rows.firstIndex { $0.coalition == coalition } }
    guard coalition.count > 1 else { return nil }
    // Rows are in the order of the masks, without the empty one and those of a single player.
    return Int(coalition.mask) - 2 - (63 - coalition.mask.leadingZeroBitCount)
  }

  /// What is known by now of how far fair divisions disagree, in the order of the places of ``candidates``.
  var knownDisagreements: DisagreementCache.Known { solved.disagreements.all }

  /// How far fair divisions disagree about the coalition of a row, 0 to 1.
  ///
  /// Half the sum over members of the distance between the most and the least any rule charges them, over
  /// what the members save together: the part of the saving whose owner is in dispute. Own form.
  func disagreement(inRow index: Int) -> Double {
    solved.disagreements.value(at: candidates.places[index]) {
      if let inheritedDisagreement = solved.inheritedDisagreement { return inheritedDisagreement(index) }
      let row = rows[index]
      guard let game = game(among: row.coalition), let fairDivisions = solved.fairDivisions else {
        return row.contributionVariation
      }
      let divisions = fairDivisions(game).filter { $0.allSatisfy(\.isFinite) }
      precondition(
        divisions.allSatisfy { $0.count == game.playerCount }, "a division has one cost a member of the coalition")
      guard !divisions.isEmpty else { return row.contributionVariation }
      let saving = game.separateWorth - game.jointWorth
      guard saving > 0 else { return 1 }
      var disputed = 0.0
      for member in 0..<game.playerCount {
        let charges = divisions.map { $0[member] }
        disputed += (charges.max() ?? 0) - (charges.min() ?? 0)
      }
      return Swift.min(disputed / 2 / saving, 1)
    }
  }

  /// The γ cost game among the members of `coalition` alone.
  private func game(among coalition: Coalition) -> CoalitionGame? {
    guard let gammaGame else { return nil }
    let members = Array(coalition)
    return try? CoalitionGame(players: members.map { players[$0] }, kind: .cost) { part in
      gammaGame[Coalition(part.map { members[$0] })]
    }
  }

  private static func grown(
    to grand: Coalition, _ solved: (Coalition) throws(DilemmaError) -> CoalitionRow
  ) throws(DilemmaError) -> [CoalitionRow] {
    var rows: [CoalitionRow] = []
    for first in grand {
      for second in grand where second > first { rows.append(try solved(Coalition([first, second]))) }
    }
    var best = rows.reduce(rows[0]) { $1.memberGain > $0.memberGain ? $1 : $0 }
    while best.coalition != grand {
      var larger: [CoalitionRow] = []
      for player in grand.subtracting(best.coalition) {
        larger.append(try solved(best.coalition.adding(player)))
      }
      best = larger.reduce(larger[0]) { $1.memberGain > $0.memberGain ? $1 : $0 }
      rows += larger
    }
    return rows
  }
}

/// Rows of a table in two orders, each with the most promising first and ties in the order of the masks.
struct Candidates: Sendable {
  /// By what the members gain together.
  let byMembers: [Int]
  /// By what all players gain together.
  let byRegion: [Int]
  init(_ rows: [CoalitionRow], where belongs: (CoalitionRow) -> Bool) {
    let chosen = rows.indices.filter { belongs(rows[$0]) }
    byMembers = chosen.sorted {
      (-rows[$0].memberGain, rows[$0].coalition) < (-rows[$1].memberGain, rows[$1].coalition)
    }
    byRegion = chosen.sorted { (-rows[$0].regionGain, rows[$0].coalition) < (-rows[$1].regionGain, rows[$1].coalition) }
  }
}
