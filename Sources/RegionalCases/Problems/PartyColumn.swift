/// One figure for each member of a problem, in the members' order.
public struct PartyColumn: Hashable, Sendable {
  /// As many as the problem has members.
  public let figures: [Figure]

  /// The single numbers to compute with.
  public var best: [Double] { figures.map(\.best) }
  /// The figure of the member with this index.
  public subscript(member: Int) -> Figure { figures[member] }
}
