/// What a mechanism costs its members whatever it achieves.
///
/// It acts on *autonomy costs* and on *running costs*, which count as enforcement up to a contract and as agency beyond.
public struct Burden: Sendable, Equatable, Codable {
  /// The share of its decision rights a member gives up, 0 to 1.
  public var autonomyLoss: Double
  /// The yearly cost of running it, as a share of the contributions it governs.
  public var fixedCost: Double

  public init(autonomyLoss: Double, fixedCost: Double) {
    self.autonomyLoss = autonomyLoss
    self.fixedCost = fixedCost
  }
}
