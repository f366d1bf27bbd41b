import Mathematics

/// A mediator keeps one text and proposes changes to it; the parties vote on every change.
///
/// Nobody has to state its worths: a party says whether a change is worse for it than the text as it stands. A change
/// is made if at least one party finds it better and those who do not find it worse meet the rule, and never if it
/// would leave anybody, whether outvoted or not, with less than no deal. Under unanimity the text gets worse for
/// nobody. As long as there is no text, the mediator drafts one by chance, and a draft is adopted if it leaves nobody
/// with less than no deal. The time it takes costs nothing.
///
/// Sources: Fisher & Ury (1981), Getting to Yes, on the one-text procedure; Klein, Faratin, Sayama & Bar-Yam (2003),
/// Negotiating complex contracts, Group Decision and Negotiation 12, 111–125, on a mediator who changes issues by
/// chance.
public struct SingleNegotiatingText: NegotiationProtocol, Hashable {
  /// What changes the mediator proposes.
  public enum Changes: Sendable, Hashable {
    /// So many issues, taken by chance, each get another option by chance.
    case byChance(issues: Int)
    /// One issue after the other gets each of its other options in turn; over when none of them is adopted any more.
    case inTurn
  }

  /// The number of proposals at most.
  public let deadline: Int
  /// What changes are proposed.
  public let changes: Changes
  /// Whose consent a change needs.
  public let rule: AcceptanceRule
  /// The code of the first draft; nil to draft by chance.
  public let start: Int?

  /// - Parameters:
  ///   - deadline: The number of proposals, drafts among them, at least one.
  ///   - changes: What changes are proposed; by chance at least one issue at a time, at most all.
  ///   - rule: Whose consent a change needs.
  ///   - start: The code of the first draft; nil to draft by chance.
  /// - Throws: ``NegotiationError/deadline(_:)``.
  public init(
    deadline: Int, changes: Changes = .byChance(issues: 1), rule: AcceptanceRule = .unanimity, start: Int? = nil
  ) throws(NegotiationError) {
    guard deadline >= 1 else { throw .deadline(deadline) }
    self.deadline = deadline
    self.changes = changes
    self.rule = rule
    self.start = start
  }

  /// - Parameters:
  ///   - table: What is negotiated.
  ///   - chance: Where drafts and changes by chance come from.
  ///   - isTraced: Whether every act is kept: the mediator's proposals and all votes.
  /// - Returns: How it went: the text as it stands in the end, or no deal if none was found.
  /// - Throws: ``NegotiationError/voteCount(_:parties:)`` or ``NegotiationError/outcome(_:count:)``.
  public func run(
    on table: BargainingTable, chance: RandomStream, isTraced: Bool = false
  ) throws(NegotiationError) -> NegotiationRun {
    try rule.check(for: table.partyCount)
    if let start, !(0..<table.outcomeCount).contains(start) { throw .outcome(start, count: table.outcomeCount) }
    var chance = chance
    var text: Int?
    var acts: [NegotiationRun.Act] = []
    var turns = 0
    var round = 0
    var sweep = TextSweep(of: table.scenario.agenda)
    search: while round < deadline {
      let proposal: Int
      if let text {
        switch changes {
        case .byChance(let issues):
          proposal = Self.change(text, issues: issues, of: table.scenario.agenda, using: &chance)
        case .inTurn:
          guard let next = sweep.next(after: text) else { break search }
          proposal = next
        }
      } else {
        proposal = (round == 0 ? start : nil) ?? Int.random(in: 0..<table.outcomeCount, using: &chance)
      }
      round += 1
      turns += table.partyCount
      if isTraced { acts.append(.init(round, nil, .proposes, proposal)) }
      let votes = table.standpoints.map { standpoint in
        let worth = standpoint.worth(of: proposal)
        return worth >= standpoint.leastWorth && text.map { worth >= standpoint.worth(of: $0) } ?? true
      }
      if isTraced {
        for (party, isFor) in votes.enumerated() {
          acts.append(.init(round, party, isFor ? .accepts : .rejects, proposal))
        }
      }
      guard table.isAcceptableToAll(proposal) else { continue }
      guard let old = text else {
        text = proposal
        continue
      }
      if rule.isMet(by: votes), table.standpoints.contains(where: { $0.worth(of: proposal) > $0.worth(of: old) }) {
        text = proposal
        sweep.restart()
      }
    }
    let ending: NegotiationRun.Ending =
      text.map { .agreement(.init(outcome: $0, round: round, members: Array(0..<table.partyCount))) } ?? .deadline
    return NegotiationRun(ending, rounds: round, turns: turns, acts: acts, on: table, isWaitingCostly: false)
  }

  /// `text` with some issues, each with more than one option, changed by chance.
  private static func change(
    _ text: Int, issues: Int, of agenda: Agenda, using chance: inout RandomStream
  ) -> Int {
    var options = agenda.options(at: text)
    var open = agenda.issues.indices.filter { agenda.issues[$0].count > 1 }
    for _ in 0..<min(max(issues, 1), open.count) {
      let issue = open.remove(at: Int.random(in: open.indices, using: &chance))
      let step = Int.random(in: 1..<agenda.issues[issue].count, using: &chance)
      options[issue] = (options[issue] + step) % agenda.issues[issue].count
    }
    return agenda.code(of: options)
  }
}

/// All changes of one issue, in order, until as many in a row as there are have come to nothing.
private struct TextSweep {
  private let counts: [Int]
  private let strides: [Int]
  /// How many changes there are of any text.
  private let size: Int
  private var issue = 0
  private var step = 0
  private var vain = 0

  init(of agenda: Agenda) {
    counts = agenda.issues.map(\.count)
    var strides = [Int](repeating: 1, count: counts.count)
    for issue in counts.indices.dropLast().reversed() { strides[issue] = strides[issue + 1] * counts[issue + 1] }
    self.strides = strides
    size = counts.reduce(0) { $0 + $1 - 1 }
  }

  /// The next change of `text`; nil when all have been tried since the last one that was made.
  mutating func next(after text: Int) -> Int? {
    guard vain < size else { return nil }
    vain += 1
    step += 1
    while step >= counts[issue] {
      issue = (issue + 1) % counts.count
      step = 1
    }
    let option = text / strides[issue] % counts[issue]
    return text + ((option + step) % counts[issue] - option) * strides[issue]
  }

  mutating func restart() { vain = 0 }
}
