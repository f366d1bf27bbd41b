/// Who decides whether an outsider may join an agreement.
///
/// Source: open and exclusive membership after Yi (1997), Games Econ. Behav. 20, 201–237; majority and unanimity after
/// Finus & Rundshagen (2003), in Endogenous formation of economic coalitions, ed. Carraro.
public enum Admission: String, Sendable, CaseIterable {
  /// The outsider alone.
  case open
  /// More than half of the members.
  case majority
  /// Every member.
  case unanimity
}

extension AgreementStability {
  /// Whether the members let `outsider` in; one who would lose nothing does not object.
  public func isAdmitted(_ outsider: Int, to coalition: Coalition, _ admission: Admission) -> Bool {
    guard admission != .open else { return true }
    let grown = coalition.adding(outsider)
    let content = coalition.reduce(0) { sum, member in
      outcomes.cost(of: member, in: grown) <= outcomes.cost(of: member, in: coalition) + rounding ? sum + 1 : sum
    }
    return admission == .unanimity ? content == coalition.count : 2 * content > coalition.count
  }
}
