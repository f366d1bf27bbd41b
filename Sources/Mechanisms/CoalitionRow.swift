import CollectiveAction
import Synchronization

/// What the agreement of one coalition does, before any mechanism: gains, contributions, temptations.
///
/// An object that never changes, so that looking a row through counts one reference and not four lists.
final class CoalitionRow: Sendable {
  let coalition: Coalition
  /// What each player gains over acting alone, before transfers.
  let gains: [Double]
  /// What each member puts in beyond what it puts in when acting alone, zero for the others; never below zero.
  ///
  /// Only this much is governed by the agreement: nobody needs watching or a fine to do what serves it anyway.
  let contributions: [Double]
  /// What each member would gain by breaking away while the others keep the deal, zero for the others; below zero for one
  /// that nothing tempts, where the family tells what it would miss.
  let temptations: [Double]
  /// What each member would lose by keeping the deal while nobody else does, zero for the others and where the family
  /// does not tell; never below zero.
  let firstMoverLosses: [Double]
  let memberGain: Double
  let regionGain: Double
  /// The members' added contributions together: the stake that costs are measured against.
  let stake: Double
  /// What the members pay together.
  let jointCost: Double

  /// - Parameter paidAlone: what each player puts in when all act alone.
  init(_ coalition: Coalition, _ outcome: Outcome, in dilemma: some Dilemma, nash: Outcome, paidAlone: [Double]) {
    self.coalition = coalition
    gains = zip(nash.costs, outcome.costs).map { $0 - $1 }
    let paid = zip(dilemma.contributions(in: outcome), paidAlone).map { $0 - $1 }
    var contributions = [Double](repeating: 0, count: gains.count)
    var temptations = contributions
    var firstMoverLosses = contributions
    let size = outcome.costs.reduce(0) { $0 + abs($1) }
    for member in coalition {
      contributions[member] = max(paid[member], 0)
      temptations[member] = outcome.costs[member] - dilemma.costOfDefecting(member, from: outcome)
      guard let alone = dilemma.costOfKeepingAlone(member, to: outcome, while: nash) else { continue }
      firstMoverLosses[member] = max(alone - nash.costs[member], 0)
      // Whom nothing tempts asks what it would miss by going on as it does alone. Below 10⁻¹² of what all bear a
      // temptation is rounding.
      if temptations[member] <= 1e-12 * size, let apart = dilemma.costOfKeepingAlone(member, to: nash, while: outcome) {
        temptations[member] = min(outcome.costs[member] - apart, 0)
      }
    }
    self.firstMoverLosses = firstMoverLosses
    self.contributions = contributions
    self.temptations = temptations
    memberGain = coalition.reduce(0) { [gains] in $0 + gains[$1] }
    regionGain = gains.reduce(0, +)
    stake = contributions.reduce(0, +)
    jointCost = coalition.reduce(0) { $0 + outcome.costs[$1] }
  }

  /// The standard deviation of the members' contributions over their mean, at most 1.
  var contributionVariation: Double {
    let mean = stake / Double(coalition.count)
    guard mean > 0 else { return 0 }
    let squares = coalition.reduce(0) { $0 + (contributions[$1] - mean) * (contributions[$1] - mean) }
    return min((squares / Double(coalition.count)).squareRoot() / mean, 1)
  }
}

/// Remembers a number a place once it has been worked out, for all who share a table.
final class DisagreementCache: Sendable {
  typealias Lanes = CandidateBounds.Lanes

  /// What is known by now.
  struct Known: Sendable {
    /// A lane a coalition, not a number where nobody has asked.
    var blocks: [Lanes]
    /// The least of each block, 0 where some is not known.
    var covers: [Lanes]
  }

  private let state: Mutex<Known>
  private let candidates: CandidateBounds

  init(_ candidates: CandidateBounds) {
    self.candidates = candidates
    state = Mutex(
      Known(
        blocks: [Lanes](repeating: Lanes(repeating: .nan), count: candidates.blocks.count),
        covers: [Lanes](repeating: Lanes(), count: candidates.covers.count)))
  }

  /// The number at `place`, worked out when nobody asked before. The work is done outside the lock: two
  /// who ask at once may both do it, and get the same.
  func value(at place: Int, _ work: () -> Double) -> Double {
    let (block, lane) = (place / Lanes.scalarCount, place % Lanes.scalarCount)
    let value = state.withLock { $0.blocks[block][lane] }
    if !value.isNaN { return value }
    let found = work()
    state.withLock { known in
      known.blocks[block][lane] = found
      let (cover, place) = candidates.coverLanes[block]
      guard cover >= 0 else { return }
      var least = Double.infinity
      for lane in 0..<Lanes.scalarCount where candidates.rows[block * Lanes.scalarCount + lane] >= 0 {
        // What is not a number is not known.
        least = min(least, known.blocks[block][lane].isNaN ? 0 : known.blocks[block][lane])
      }
      known.covers[cover][place] = least
    }
    return found
  }

  /// All that is known by now.
  var all: Known { state.withLock { $0 } }
}
