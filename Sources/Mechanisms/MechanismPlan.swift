/// A mechanism as data: one of the catalogue with other numbers, providers, fines or a mandate.
///
/// It is what a file holds of a mechanism (any format that `Codable` reads); ``mechanism()`` makes the value, or says
/// what is wrong.
public struct MechanismPlan: Sendable, Equatable, Codable {
  /// What the mechanism is called.
  public var id: String
  /// The one of ``MechanismCatalogue/twelve`` it starts from.
  public var basedOn: String
  /// The numbers that differ, by the name of their ``MechanismParameter``.
  public var levers: [String: Double]?
  /// Who provides its services, where that differs.
  public var providers: Providers?
  /// Fines by repetition, in place of the fine.
  public var sanctions: SanctionSchedule?
  /// The players who are bound to take part.
  public var mandated: [String]?

  public init(
    id: String, basedOn: String, levers: [String: Double]? = nil, providers: Providers? = nil,
    sanctions: SanctionSchedule? = nil, mandated: [String]? = nil
  ) {
    self.id = id
    self.basedOn = basedOn
    self.levers = levers
    self.providers = providers
    self.sanctions = sanctions
    self.mandated = mandated
  }

  /// The mechanism that the plan describes.
  /// - Throws: ``MechanismError`` for the first thing that is wrong, levers in the order of their names.
  public func mechanism() throws(MechanismError) -> Mechanism {
    var mechanism = try MechanismCatalogue.mechanism(basedOn).named(id)
    if let providers { mechanism.providers = providers }
    if let sanctions {
      guard levers?[MechanismParameter.fine.rawValue] == nil else { throw .contradiction(.fineBesideSchedule) }
      mechanism = mechanism.sanctioned(by: sanctions)
    }
    if let mandated { mechanism.participation.mandated = mandated }
    var changes: [(parameter: MechanismParameter, value: Double)] = []
    for (name, value) in (levers ?? [:]).sorted(by: { $0.key < $1.key }) {
      changes.append((try MechanismParameter(named: name), value))
    }
    return try mechanism.with(changes)
  }
}
