/// Which agreements hold by themselves: no member gains by leaving, no outsider by joining.
///
/// Whoever considers leaving, or joining, expects the others to stay together and all to settle in the
/// equilibrium that follows. A tie counts as stable: nobody moves for nothing.
///
///     let stability = AgreementStability(of: try game.allOutcomes())
///     stability.largestStable          // what forms without side payments
///     stability.largestWithTransfers   // what side payments could hold together
///
/// What clauses and transfers change is told by ``participationClauses`` and ``stableWithTransfers``.
///
/// Source: d'Aspremont, Jacquemin, Gabszewicz & Weymark (1983), Can. J. Econ. 16, 17–25; with transfers,
/// Eyckmans & Finus (2004), FEEM working paper 155.04, and Carraro, Eyckmans & Finus (2006), Rev. Int. Organ. 1.
public struct AgreementStability: Sendable {
  public let outcomes: OutcomeTable
  /// Differences below this are rounding: 10⁻¹⁰ of what all bear when each acts alone.
  let rounding: Double

  public init(of outcomes: OutcomeTable) {
    self.outcomes = outcomes
    rounding = 1e-10 * (0..<outcomes.playerCount).reduce(0) { $0 + abs(outcomes.cost(of: $1, in: .empty)) }
  }

  /// What `member` saves by leaving `coalition`; negative when it would lose.
  public func gainByLeaving(_ member: Int, _ coalition: Coalition) -> Double {
    outcomes.cost(of: member, in: coalition) - outcomes.cost(of: member, in: coalition.removing(member))
  }

  /// Whether no member gains by leaving.
  public func isInternallyStable(_ coalition: Coalition) -> Bool {
    coalition.allSatisfy { gainByLeaving($0, coalition) <= rounding }
  }

  /// Whether no outsider gains by joining, and would be let in where that is for the members to say.
  public func isExternallyStable(_ coalition: Coalition, admission: Admission = .open) -> Bool {
    everyone.subtracting(coalition).allSatisfy {
      gainByLeaving($0, coalition.adding($0)) >= -rounding || !isAdmitted($0, to: coalition, admission)
    }
  }

  /// What is left of the members' joint gain when each has been given what it would have outside; where it is
  /// not negative, transfers among the members keep every one of them.
  public func surplusOverLeaving(_ coalition: Coalition) -> Double {
    -coalition.reduce(0) { $0 + gainByLeaving($1, coalition) }
  }

  /// Whether some transfers among the members leave none of them better off outside: potential internal stability.
  public func isPotentiallyInternallyStable(_ coalition: Coalition) -> Bool {
    surplusOverLeaving(coalition) >= -rounding
  }

  /// The agreements, of two members or more, that are internally and externally stable; ascending.
  public var stable: [Coalition] { stable(admission: .open) }

  /// The same where a newcomer needs the consent of members.
  public func stable(admission: Admission) -> [Coalition] {
    agreements { isInternallyStable($0) && isExternallyStable($0, admission: admission) }
  }

  /// Those of ``stable`` with the most members; empty when no agreement holds by itself.
  public var largestStable: [Coalition] { largest(of: stable) }

  /// The potentially internally stable agreements with the most members; empty when there is none.
  public var largestWithTransfers: [Coalition] {
    largest(of: agreements(where: isPotentiallyInternallyStable))
  }

  var everyone: Coalition { .grand(of: outcomes.playerCount) }

  /// The coalitions of two members or more that pass, ascending; all cores look.
  func agreements(where passes: @Sendable (Coalition) -> Bool) -> [Coalition] {
    CoalitionSweep.pieces(players: outcomes.playerCount) { masks in
      masks.lazy.map(Coalition.init(mask:)).filter { $0.count > 1 && passes($0) }
    }.flatMap { $0 }
  }

  private func largest(of coalitions: [Coalition]) -> [Coalition] {
    let most = coalitions.map(\.count).max()
    return coalitions.filter { $0.count == most }
  }
}
