/// Primitive 6, participation and exit.
///
/// It acts on *whose consent an agreement needs*, on *which rows are open* (those that hold the mandated) and, through
/// the bond, on the fine.
public struct Participation: Sendable, Equatable, Codable {
  /// Whether members are bound without being asked.
  public var isImposed: Bool
  /// What a member deposits and loses on a detected breach, as a multiple of its contribution. Being held
  /// already, it does not depend on legal force; the capital tied up costs 1 − patience a year.
  public var exitBond: Double
  /// The names of players whom a higher level binds to take part, while the rest are asked.
  public var mandated: [String]

  public init(isImposed: Bool, exitBond: Double, mandated: [String] = []) {
    self.isImposed = isImposed
    self.exitBond = exitBond
    self.mandated = mandated
  }
}
