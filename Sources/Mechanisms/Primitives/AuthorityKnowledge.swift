/// Primitive 7, the authority's knowledge of local circumstances.
///
/// It acts on *every player's gain*, ``left(of:)``.
public struct AuthorityKnowledge: Sendable, Equatable, Codable {
  /// The share of every gain that is lost because whoever decides knows less than the members do (Oates 1972).
  public var informationLoss: Double

  public init(informationLoss: Double) { self.informationLoss = informationLoss }

  /// What ignorance leaves of a gain: (1 − loss) of one above zero; a loss stays what it is. Own form.
  public func left(of gain: Double) -> Double { gain > 0 ? gain * (1 - informationLoss) : gain }
}
