extension AgreementStability {
  /// Whether transfers can hold the agreement together while they bring in nobody else: it is potentially internally
  /// stable, and with no single outsider added would it be and leave something over.
  ///
  /// These are the agreements that are stable in the ordinary sense when every agreement gives each member what it
  /// would have outside and divides the rest in whatever fixed positive shares.
  ///
  /// Source: Eyckmans & Finus (2009), An almost ideal sharing scheme for coalition games with externalities, Stirling
  /// Economics Discussion Paper 2009-10.
  public func isStableWithTransfers(_ coalition: Coalition) -> Bool {
    isPotentiallyInternallyStable(coalition)
      && everyone.subtracting(coalition).allSatisfy { surplusOverLeaving(coalition.adding($0)) <= rounding }
  }

  /// The agreements, of two members or more, that transfers hold and that nobody else would join; ascending.
  public var stableWithTransfers: [Coalition] { agreements(where: isStableWithTransfers) }

  /// Of the agreements that transfers can hold, joined by others or not, the one in which all players together bear
  /// least; none where transfers hold no agreement.
  public var bestWithTransfers: Coalition? {
    CoalitionSweep.pieces(players: outcomes.playerCount) { masks in
      var best: (coalition: Coalition, cost: Double)?
      for mask in masks {
        let coalition = Coalition(mask: mask)
        guard coalition.count > 1, isPotentiallyInternallyStable(coalition) else { continue }
        let cost = outcomes.totalCost(in: coalition)
        if cost < best?.cost ?? .infinity { best = (coalition, cost) }
      }
      return best
    }.compactMap { $0 }.min { $0.cost < $1.cost }?.coalition
  }

  /// What each player bears when the members of `coalition` pay one another so that each has what it would have
  /// outside and an equal part of what is left; outsiders pay and get nothing.
  ///
  /// Where ``surplusOverLeaving(_:)`` is negative, every member bears more than it would outside.
  public func costsAfterSharing(_ coalition: Coalition) -> [Double] {
    let part = coalition.isEmpty ? 0 : surplusOverLeaving(coalition) / Double(coalition.count)
    return (0..<outcomes.playerCount).map { player in
      coalition.contains(player)
        ? outcomes.cost(of: player, in: coalition.removing(player)) - part
        : outcomes.cost(of: player, in: coalition)
    }
  }
}
