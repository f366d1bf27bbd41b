/// Primitive 4, transfers: whether members may compensate one another.
///
/// It acts on *what a member has to lose*: (1 − share) × its own gain + share × its part of the members' gain, and in
/// the same way on its net gain.
public struct TransferRule: Sendable, Equatable, Codable {
  /// The part of the agreed compensation that can be paid: 0 none, 1 all of it.
  public var share: Double

  public init(share: Double) { self.share = share }

  /// What a member ends up with of an amount: its own, and what bargaining gives it, mixed by ``share``.
  public func mixed(own: Double, bargained: Double) -> Double { (1 - share) * own + share * bargained }
}
