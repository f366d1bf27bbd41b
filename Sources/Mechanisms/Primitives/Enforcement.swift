/// Primitive 3, enforcement: what a detected breach costs the member that commits it.
///
/// It acts on *the fine of a member*: contribution × (legal force × expected fine + exit bond).
public struct Enforcement: Sendable, Equatable, Codable {
  /// The fines by repetition; a single one where every breach costs the same.
  public var sanctions: SanctionSchedule
  /// Whether the fine is worth only as much as the law behind it (the legal force of the circumstances); a
  /// higher authority does not depend on it.
  public var needsLegalForce: Bool

  public init(sanctions: SanctionSchedule, needsLegalForce: Bool) {
    self.sanctions = sanctions
    self.needsLegalForce = needsLegalForce
  }

  /// The same fine, a multiple of the member's contribution, for every breach.
  public init(fine: Double, needsLegalForce: Bool) {
    self.init(sanctions: .constant(fine), needsLegalForce: needsLegalForce)
  }

  /// The fine on a first breach, as a multiple of the member's contribution.
  public var fine: Double { sanctions.first }

  /// What one seen breach costs, as a multiple of the contribution, for a member that goes on breaking.
  /// - Parameters:
  ///   - detection: the probability a year that a breach is seen.
  ///   - patience: what next year's money is worth to whoever decides.
  ///   - legalForce: the share of a fine that can be collected under the law as it is.
  ///   - bond: the deposit that is forfeited besides, as a multiple of the contribution.
  public func price(detection: Double, patience: Double, legalForce: Double, bond: Double) -> Double {
    (needsLegalForce ? legalForce : 1) * sanctions.expectedFine(detection: detection, patience: patience) + bond
  }
}
