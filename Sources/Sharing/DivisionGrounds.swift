import CollectiveAction

/// What some rules go by besides the worths: who weighs how much, who stands together, who can speak to whom,
/// who lies upstream.
///
/// A rule that needs a ground it was not given says so by a ``SharingError``; the others read none.
public struct DivisionGrounds: Sendable, Equatable {
  /// One number a player, from zero up, such as populations or demands.
  public var weights: [Double]?
  /// The blocs that negotiate as one: each player in exactly one of them.
  public var unions: [Coalition]?
  /// The pairs of players that can work together directly, each a coalition of two.
  public var links: [Coalition]?
  /// The players' indices from the source of a river down to its mouth, each once.
  public var downstreamOrder: [Int]?

  public init(
    weights: [Double]? = nil, unions: [Coalition]? = nil, links: [Coalition]? = nil, downstreamOrder: [Int]? = nil
  ) {
    self.weights = weights
    self.unions = unions
    self.links = links
    self.downstreamOrder = downstreamOrder
  }

  /// No ground but the worths.
  public static let worthsAlone = DivisionGrounds()
}
