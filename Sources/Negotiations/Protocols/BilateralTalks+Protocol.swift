import Mathematics

/// Talks side by side as one way of bargaining among others: what they settle together binds everybody, asked or not.
extension BilateralTalks: NegotiationProtocol {
  /// Holds all talks; together they have a deal where any of them has one.
  ///
  /// What they settle holds from the round in which the last of those that settle anything is over, and is discounted
  /// so; the acts of a talk are its own, and none are kept. Where nothing is settled, it ended as the first talk did.
  ///
  /// - Parameters:
  ///   - table: What is negotiated.
  ///   - chance: Where chance comes from: talk k has the stream k.
  ///   - isTraced: Of no effect, since acts are those of the talks.
  /// - Returns: How they went, as one.
  /// - Throws: What ``hold(on:chance:isTraced:)`` throws.
  public func run(
    on table: BargainingTable, chance: RandomStream, isTraced: Bool
  ) throws(NegotiationError) -> NegotiationRun {
    one(try hold(on: table, chance: chance), on: table)
  }

  /// All talks as one run.
  ///
  /// - Parameters:
  ///   - course: How the talks went.
  ///   - table: What was negotiated.
  /// - Returns: The run, as ``run(on:chance:isTraced:)`` tells it.
  public func one(_ course: Course, on table: BargainingTable) -> NegotiationRun {
    let settled = course.talks.compactMap { $0.deal?.round }.max()
    let ending: NegotiationRun.Ending =
      if let settled {
        .agreement(.init(outcome: course.outcome, round: settled, members: Array(0..<table.partyCount)))
      } else if let first = course.talks.first {
        ending(first.ending, of: talks[0])
      } else {
        .deadline
      }
    return NegotiationRun(
      ending, rounds: course.talks.map(\.rounds).max() ?? 0, turns: course.talks.reduce(0) { $0 + $1.turns }, acts: [],
      on: table)
  }

  /// The ending of a talk with the numbers that parties have at the one table.
  private func ending(_ ending: NegotiationRun.Ending, of talk: Talk) -> NegotiationRun.Ending {
    if case .walkAway(let party) = ending { .walkAway(party: talk.parties[party]) } else { ending }
  }
}
