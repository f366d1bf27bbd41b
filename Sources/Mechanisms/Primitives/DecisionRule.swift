#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Primitive 5, decision rule: how many must agree, and how much members quarrel over the division.
///
/// It acts on *the belief a member needs of each other one*, p*^(1/((k − 1) × threshold)), and on *the chance that all
/// agree on a division*, e^(−friction × disagreement × (1 − trust) × ln k).
public struct DecisionRule: Sendable, Equatable, Codable {
  /// The share of members whose agreement is needed: 1 is unanimity, 0 leaves it to a higher authority.
  public var threshold: Double
  /// How strongly disagreement between fair divisions stands in the way: 1 without any rule, 0 when
  /// somebody else decides.
  public var divisionFriction: Double

  public init(threshold: Double, divisionFriction: Double) {
    self.threshold = threshold
    self.divisionFriction = divisionFriction
  }

  /// p*^(1/((k − 1) × threshold)): the belief in each of the others, taken as independent, when `belief` is needed that
  /// all those whose agreement counts cooperate.
  func beliefOfEach(_ belief: Double, among members: Int) -> Double {
    let others = Double(members - 1) * threshold
    return others > 0 ? pow(belief, 1 / others) : (belief < 1 ? 0 : 1)
  }

  /// exp(−friction × disagreement × (1 − trust) × ln k), `friction` being what mediation leaves of it.
  static func agreement(friction: Double, disagreement: Double, trust: Double, members: Int) -> Double {
    exp(-friction * disagreement * (1 - trust) * log(Double(members)))
  }
}
