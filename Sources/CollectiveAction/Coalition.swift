/// A set of players, as the bits of a mask: player `i` belongs when bit `i` is one.
///
/// The mask is also the index of the coalition in a ``CoalitionGame``'s table, so a table is in the
/// order ∅, {0}, {1}, {0,1}, {2}, … Players are numbered from 0, at most 63 of them.
@frozen public struct Coalition: Hashable, Sendable, Comparable {
  public let mask: UInt64

  @inlinable public init(mask: UInt64) { self.mask = mask }

  /// The coalition of the players at `indices`, each between 0 and 63.
  public init(_ indices: some Sequence<Int>) {
    var mask: UInt64 = 0
    for index in indices {
      precondition((0..<64).contains(index), "a player's index is between 0 and 63")
      mask |= 1 << UInt64(index)
    }
    self.mask = mask
  }

  public static let empty = Coalition(mask: 0)

  /// All of the first `count` players, at most 63.
  public static func grand(of count: Int) -> Coalition {
    precondition((0...63).contains(count), "a grand coalition has 0 to 63 players")
    return Coalition(mask: (1 << UInt64(count)) - 1)
  }

  /// The coalition of one player.
  @inlinable public static func single(_ player: Int) -> Coalition {
    precondition((0..<64).contains(player), "a player's index is between 0 and 63")
    return Coalition(mask: 1 << UInt64(player))
  }

  /// How many players belong.
  @inlinable public var count: Int { mask.nonzeroBitCount }
  @inlinable public var isEmpty: Bool { mask == 0 }

  /// Whether the player at this index belongs.
  @inlinable public func contains(_ player: Int) -> Bool { mask >> UInt64(player) & 1 == 1 }
  /// Whether all members belong to `other` as well.
  @inlinable public func isSubset(of other: Coalition) -> Bool { mask & ~other.mask == 0 }
  /// Whether no member belongs to `other`.
  @inlinable public func isDisjoint(with other: Coalition) -> Bool { mask & other.mask == 0 }
  /// The players of either.
  @inlinable public func union(_ other: Coalition) -> Coalition { Coalition(mask: mask | other.mask) }
  /// The players of both.
  @inlinable public func intersection(_ other: Coalition) -> Coalition { Coalition(mask: mask & other.mask) }
  /// The members that do not belong to `other`.
  @inlinable public func subtracting(_ other: Coalition) -> Coalition { Coalition(mask: mask & ~other.mask) }
  /// The coalition with one more player.
  @inlinable public func adding(_ player: Int) -> Coalition { union(.single(player)) }
  /// The coalition without one player.
  @inlinable public func removing(_ player: Int) -> Coalition { subtracting(.single(player)) }

  /// In the order of the masks, which is the order of a game's table.
  @inlinable public static func < (left: Coalition, right: Coalition) -> Bool { left.mask < right.mask }
}

extension Coalition: Sequence {
  /// The members' indices, ascending.
  @inlinable public func makeIterator() -> Members { Members(rest: mask) }

  /// The members' indices one by one.
  @frozen public struct Members: IteratorProtocol {
    @usableFromInline var rest: UInt64

    @inlinable init(rest: UInt64) { self.rest = rest }

    @inlinable public mutating func next() -> Int? {
      guard rest != 0 else { return nil }
      defer { rest &= rest - 1 }
      return rest.trailingZeroBitCount
    }
  }
}

extension Coalition: CustomStringConvertible {
  public var description: String { "{" + map(String.init).joined(separator: ",") + "}" }
}
