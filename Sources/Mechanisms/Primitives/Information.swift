#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Primitive 2, information: what brings a breach to light besides the members' own eyes.
///
/// It acts on *the probability that a breach is seen*, ``detection(membersOverlook:looks:outsidersOverlook:)``. Own
/// form: independent looks at one breach; closure after Coleman (1988).
public struct Information: Sendable, Equatable, Codable {
  /// The probability that the authority of the agreement sees a breach within a year.
  public var authorityDetection: Double
  /// The probability that a third party the agreement names sees it.
  public var thirdPartyDetection: Double
  /// Whether partners in common carry news of a breach: in embedded relations.
  public var usesClosure: Bool
  /// Whether one body links the members, so that k links are enough, not k(k − 1)/2.
  public var hasHub: Bool

  public init(authorityDetection: Double, thirdPartyDetection: Double, usesClosure: Bool, hasHub: Bool) {
    self.authorityDetection = authorityDetection
    self.thirdPartyDetection = thirdPartyDetection
    self.usesClosure = usesClosure
    self.hasHub = hasHub
  }

  /// The probability that neither the authority nor the agreement's own third party sees a breach.
  public var overlooked: Double { (1 - authorityDetection) * (1 - thirdPartyDetection) }

  /// 1 − (1 − q₀)^looks × ``overlooked`` × (1 − outsiders): the probability that anybody sees a breach.
  /// - Parameters:
  ///   - membersOverlook: 1 − q₀, the probability that one look of the members misses it.
  ///   - looks: 1 + χ × common partners; counted only where ``usesClosure``.
  ///   - outsidersOverlook: the probability that everybody outside the agreement misses it.
  public func detection(membersOverlook: Double, looks: Double, outsidersOverlook: Double) -> Double {
    let missed = usesClosure && looks != 1 ? pow(membersOverlook, looks) : membersOverlook
    return 1 - missed * (overlooked * outsidersOverlook)
  }
}
