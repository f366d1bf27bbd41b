import Mathematics

/// Talks of two parties each, side by side, every one about its own issues, beside one table where all negotiate
/// about all.
///
/// A talk settles its issues between its two parties by alternating offers; they think of everything else as staying
/// as it is, and of having, without a deal, what the status quo is worth to them. What is agreed in all talks
/// together is one outcome: the status quo with the settled issues changed. So two can gain at the cost of a third,
/// who was not asked.
public struct BilateralTalks: Sendable {
  /// Two parties and the issues they settle.
  public struct Talk: Sendable, Hashable {
    /// The parties' numbers; the first makes the first offer.
    public let parties: [Int]
    /// The issues' numbers, ascending.
    public let issues: [Int]

    /// - Parameters:
    ///   - parties: Two parties' numbers; the first makes the first offer.
    ///   - issues: The issues' numbers, ascending.
    public init(parties: [Int], issues: [Int]) {
      self.parties = parties
      self.issues = issues
    }
  }

  /// How the talks went.
  public struct Course: Sendable {
    /// One for each talk; the codes of outcomes, and the numbers of parties, are the talk's own.
    public let talks: [NegotiationRun]
    /// The code of the outcome of all talks together.
    public let outcome: Int
    /// What that outcome is worth to each party, undiscounted.
    public let worths: [Double]
    /// What the status quo is worth to each party.
    public let statusQuo: [Double]
    /// The parties to whom the outcome of the talks is worth less than the status quo.
    public let harmed: [Int]
  }

  /// How the talks went, and what the one table brought instead.
  public struct Comparison: Sendable {
    /// One for each talk; the codes of outcomes, and the numbers of parties, are the talk's own.
    public let talks: [NegotiationRun]
    /// The code of the outcome of all talks together.
    public let outcome: Int
    /// What that outcome is worth to each party, undiscounted.
    public let worths: [Double]
    /// What the status quo is worth to each party.
    public let statusQuo: [Double]
    /// The parties to whom the outcome of the talks is worth less than the status quo.
    public let harmed: [Int]
    /// How the one table went.
    public let multilateral: NegotiationRun
  }

  /// The talks; no issue is in two of them.
  public let talks: [Talk]
  /// The code of the outcome that is there without any deal.
  public let statusQuo: Int
  /// The number of rounds of each talk.
  public let deadline: Int
  /// One for each party, given the table of a talk at which it sits.
  private let strategies: [@Sendable (BargainingTable) -> NegotiationStrategy]

  /// - Parameters:
  ///   - talks: The talks; no issue in two of them.
  ///   - statusQuo: The code of the outcome that is there without any deal.
  ///   - deadline: The number of rounds of each talk, at least one.
  ///   - strategies: One for each party of the scenario, the same in all its talks; one that knows a table would know
  ///     another than that of its talk.
  /// - Throws: ``NegotiationError/deadline(_:)`` or ``NegotiationError/talk(_:)``.
  public init(
    _ talks: [Talk], statusQuo: Int, deadline: Int, strategies: [NegotiationStrategy]
  ) throws(NegotiationError) {
    try self.init(
      talks, statusQuo: statusQuo, deadline: deadline,
      strategiesAt: strategies.map { strategy in { @Sendable _ in strategy } })
  }

  /// - Parameters:
  ///   - talks: The talks; no issue in two of them.
  ///   - statusQuo: The code of the outcome that is there without any deal.
  ///   - deadline: The number of rounds of each talk, at least one.
  ///   - strategies: One for each party of the scenario, given the table of its talk, at which two sit.
  /// - Throws: ``NegotiationError/deadline(_:)`` or ``NegotiationError/talk(_:)``.
  public init(
    _ talks: [Talk], statusQuo: Int, deadline: Int,
    strategiesAt strategies: [@Sendable (BargainingTable) -> NegotiationStrategy]
  ) throws(NegotiationError) {
    guard deadline >= 1 else { throw .deadline(deadline) }
    var settled: Set<Int> = []
    for (number, talk) in talks.enumerated() {
      guard talk.parties.count == 2, talk.parties[0] != talk.parties[1], !talk.issues.isEmpty,
        zip(talk.issues, talk.issues.dropFirst()).allSatisfy({ $0 < $1 }),
        talk.issues.allSatisfy({ settled.insert($0).inserted })
      else { throw .talk(number + 1) }
    }
    self.talks = talks
    self.statusQuo = statusQuo
    self.deadline = deadline
    self.strategies = strategies
  }

  /// Talks in which every issue is settled by the two parties for whom its options differ most, as a share of what
  /// the worths of all its issues differ; the earlier party among equals. Pairs in the order of their first issue.
  public static func ofThoseMostConcerned(in scenario: NegotiationScenario) -> [Talk] {
    let ranges = scenario.parties.map { party in party.worths.map { ($0.max() ?? 0) - ($0.min() ?? 0) } }
    var talks: [Talk] = []
    for issue in scenario.agenda.issues.indices {
      let concern = ranges.map { ranges in
        let total = ranges.reduce(0, +)
        return total > 0 ? ranges[issue] / total : 0
      }
      let pair = concern.indices.sorted { concern[$0] == concern[$1] ? $0 < $1 : concern[$0] > concern[$1] }
        .prefix(2).sorted()
      if let known = talks.firstIndex(where: { $0.parties == pair }) {
        talks[known] = Talk(parties: pair, issues: talks[known].issues + [issue])
      } else {
        talks.append(Talk(parties: pair, issues: [issue]))
      }
    }
    return talks
  }

  /// Holds all talks, and the one table.
  ///
  /// - Parameters:
  ///   - multilateral: The rules of the one table, strategies included.
  ///   - table: What is negotiated.
  ///   - chance: Where chance comes from: talk k has the stream k, the one table the stream after the last talk's.
  ///   - isTraced: Whether every act is kept.
  /// - Returns: How they went.
  /// - Throws: What ``hold(on:chance:isTraced:)`` throws, and what the one table's rules throw.
  public func compare(
    with multilateral: some NegotiationProtocol, on table: BargainingTable, chance: RandomStream, isTraced: Bool = false
  ) throws(NegotiationError) -> Comparison {
    let course = try hold(on: table, chance: chance, isTraced: isTraced)
    return Comparison(
      talks: course.talks, outcome: course.outcome, worths: course.worths, statusQuo: course.statusQuo,
      harmed: course.harmed,
      multilateral: try multilateral.run(
        on: table, chance: chance.substream(talks.count), isTraced: isTraced))
  }

  /// Holds all talks.
  ///
  /// - Parameters:
  ///   - table: What is negotiated.
  ///   - chance: Where chance comes from: talk k has the stream k.
  ///   - isTraced: Whether every act is kept.
  /// - Returns: How they went.
  /// - Throws: ``NegotiationError/strategyCount(_:parties:)``, ``NegotiationError/outcome(_:count:)`` for the status
  ///   quo, or ``NegotiationError/talk(_:)`` for an unknown party or issue.
  public func hold(
    on table: BargainingTable, chance: RandomStream, isTraced: Bool = false
  ) throws(NegotiationError) -> Course {
    guard strategies.count == table.partyCount else {
      throw .strategyCount(strategies.count, parties: table.partyCount)
    }
    guard (0..<table.outcomeCount).contains(statusQuo) else { throw .outcome(statusQuo, count: table.outcomeCount) }
    let agenda = table.scenario.agenda
    var options = agenda.options(at: statusQuo)
    var runs: [NegotiationRun] = []
    for (number, talk) in talks.enumerated() {
      guard talk.parties.allSatisfy(table.standpoints.indices.contains),
        talk.issues.allSatisfy(agenda.issues.indices.contains)
      else { throw .talk(number + 1) }
      let own = try BargainingTable(scenario(of: talk, in: table))
      let rules = try AlternatingOffers(deadline: deadline, strategies: talk.parties.map { strategies[$0](own) })
      let run = try rules.run(on: own, chance: chance.substream(number), isTraced: isTraced)
      if let deal = run.deal {
        for (issue, option) in zip(talk.issues, own.scenario.agenda.options(at: deal.outcome)) {
          options[issue] = option
        }
      }
      runs.append(run)
    }
    let outcome = agenda.code(of: options)
    let before = table.worths(of: statusQuo)
    let after = table.worths(of: outcome)
    return Course(
      talks: runs, outcome: outcome, worths: after, statusQuo: before,
      // Talks add up worths in an order of their own: a difference of their rounding harms nobody.
      harmed: after.indices.filter { before[$0] - after[$0] > 1e-12 * max(abs(before[$0]), abs(after[$0])) })
  }

  /// The two parties' view of their issues, all others as in the status quo.
  private func scenario(of talk: Talk, in table: BargainingTable) throws(NegotiationError) -> NegotiationScenario {
    let agenda = table.scenario.agenda
    let fixed = agenda.options(at: statusQuo)
    let own = try Agenda(talk.issues.map { agenda.issues[$0] })
    var parties: [Preferences] = []
    for party in talk.parties {
      let preferences = table.scenario.parties[party]
      var worths = talk.issues.map { preferences.worths[$0] }
      var couplings: [Preferences.Coupling] = []
      // What does not depend on the talk counts for every option of its first issue.
      var rest = 0.0
      for issue in agenda.issues.indices where !talk.issues.contains(issue) {
        rest += preferences.worths[issue][fixed[issue]]
      }
      for coupling in preferences.couplings {
        let open = coupling.issues.filter(talk.issues.contains)
        let values = Self.values(of: coupling, open: open, fixed: fixed, on: agenda)
        let places = open.compactMap { talk.issues.firstIndex(of: $0) }
        switch places.count {
        case 0: rest += values[0]
        case 1: for option in values.indices { worths[places[0]][option] += values[option] }
        default: couplings.append(.init(issues: places, worths: values))
        }
      }
      for option in worths[0].indices { worths[0][option] += rest }
      let restricted = Preferences(
        party: preferences.party, worths: worths, couplings: couplings, discount: preferences.discount)
      // What the status quo is worth, summed in the talk's own order, so that keeping to it is never worth less.
      parties.append(
        Preferences(
          party: preferences.party, worths: worths, couplings: couplings,
          reservation: restricted.worth(of: talk.issues.map { fixed[$0] }, on: own), discount: preferences.discount))
    }
    return try NegotiationScenario(agenda: own, parties: parties)
  }

  /// A coupling's worths for all options of its `open` issues, the first one's the most significant digit.
  private static func values(
    of coupling: Preferences.Coupling, open: [Int], fixed: [Int], on agenda: Agenda
  ) -> [Double] {
    let count = open.reduce(1) { $0 * agenda.issues[$1].count }
    return (0..<count).map { number in
      var options = fixed
      var rest = number
      for issue in open.reversed() {
        options[issue] = rest % agenda.issues[issue].count
        rest /= agenda.issues[issue].count
      }
      return coupling.worths[coupling.issues.reduce(0) { $0 * agenda.issues[$1].count + options[$1] }]
    }
  }
}
