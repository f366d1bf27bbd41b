/// The twelve mechanisms of institutional collective action: scope × authority.
///
/// The grid is Feiock's (2013), Policy Studies Journal 41, 397–425; the literature gives its order, not its
/// numbers. ``MechanismParameter/basis`` says for each number where it comes from.
public enum MechanismCatalogue {
  /// All twelve, by scope from narrow to wide, in each from the weakest authority to the strongest; called
  /// `bilateral-embeddedness` … `collective-imposed`.
  public static let twelve: [Mechanism] = Scope.allCases.flatMap { scope in
    Authority.allCases.map { cell(scope, $0) }
  }

  /// The mechanism called `id`.
  /// - Throws: ``MechanismError/unknown(_:)`` when none of the twelve is.
  public static func mechanism(_ id: String) throws(MechanismError) -> Mechanism {
    guard let found = twelve.first(where: { $0.id == id }) else { throw .unknown(id) }
    return found
  }

  private static func cell(_ scope: Scope, _ authority: Authority) -> Mechanism {
    let isCollective = scope == .collective
    let level = authority.level
    return Mechanism(
      id: "\(scope.rawValue)-\(authority.rawValue)",
      authority: authority,
      // Encompassing bodies settle several issues at once; three is our choice.
      scopeRule: ScopeRule(scope: scope, linkedIssues: isCollective ? 3 : 1),
      information: Information(
        // Own numbers: they rise with authority by assumption.
        authorityDetection: [0, 0.2, 0.4, 0.6][level],
        thirdPartyDetection: 0,
        usesClosure: authority == .embeddedness,
        hasHub: authority >= .delegated),
      // Experiments fine about three for a fee of one; a contract can claim back what was due.
      enforcement: Enforcement(fine: [0, 1, 2, 3][level], needsLegalForce: authority != .imposed),
      // Side payments need a contract or a budget; linked issues let favours be exchanged, half of it by our choice.
      transfers: TransferRule(share: [isCollective ? 0.5 : 0, 1, 1, 0][level]),
      decision: DecisionRule(threshold: [1, 1, 2.0 / 3, 0][level], divisionFriction: [1, 0.6, 0.3, 0][level]),
      participation: Participation(isImposed: authority == .imposed, exitBond: 0),
      knowledge: AuthorityKnowledge(informationLoss: [0, 0, 0.06, 0.25][level]),
      burden: Burden(autonomyLoss: [0.05, 0.25, 0.6, 1][level], fixedCost: [0, 0.02, 0.05, 0.03][level]),
      providers: Providers(
        information: authority == .embeddedness ? .society : .government,
        mediation: authority == .contract ? .market : authority == .embeddedness ? .society : .government,
        enforcement: authority == .embeddedness ? .society : .government))
  }
}
