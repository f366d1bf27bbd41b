/// How far one player stays behind what the optimum asks of it, and what it saves by that.
public struct FreeRiding: Sendable, Equatable, Codable {
  public let player: Int
  /// What it puts in when all act alone, in the unit of ``Dilemma/contributions(in:)``.
  public let alone: Double
  /// What it puts in at the optimum.
  public let together: Double
  /// What it would save at the optimum by going its own way, in money.
  public let incentive: Double

  /// What it holds back; negative for one that does more alone than is asked of it.
  public var shortfall: Double { together - alone }

  /// What part of what is asked it holds back; none where nothing is asked.
  public var share: Double? { together > 0 ? 1 - alone / together : nil }
}

extension GameDiagnosis {
  /// The free riding of each player in the equilibrium they are in today.
  public var freeRiding: [FreeRiding] {
    // Today's equilibrium is among those found; where rounding hides it, it is the first.
    let today = equilibria.outcomes.firstIndex { $0.actions == nash.actions && $0.costs == nash.costs } ?? 0
    return players.indices.map {
      FreeRiding(
        player: $0, alone: contributionsAlone[today][$0], together: contributionsTogether[$0],
        incentive: freeRidingIncentive[$0])
    }
  }
}
