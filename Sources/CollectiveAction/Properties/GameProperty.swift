/// What may be true of a game, and what rules of division go by.
///
/// Each is a statement about all coalitions. For a cost game it is the mirrored one: being together is *subadditive*,
/// joining *concave*. So ``superadditivity`` and ``convexity`` always mean that cooperation is good, or ever better.
public enum GameProperty: String, Sendable, Codable, CaseIterable {
  /// A worth never falls when a player joins, whether it is paid or received.
  case monotonicity
  /// Two coalitions without a common member never do worse together than apart.
  case superadditivity
  /// Joining is worth the more to a player, the more others there are (Shapley 1971); for costs, it adds the less.
  case convexity
  /// Working together changes nothing: a worth is the sum of what the members are worth alone. Such a game is also
  /// called inessential.
  case additivity
  /// Every coalition wins or loses: worths are 0 or 1, all together win, and a winner still wins with more members
  /// (Shapley 1962).
  case simplicity
  /// A worth depends on nothing but how many belong.
  case symmetry
}

/// Whether a game has a property, and if not, where it fails most.
public enum GameVerdict: Sendable, Equatable {
  case holds
  case fails(PropertyBreach)

  public var holds: Bool { self == .holds }
  /// The witness, if the property fails.
  public var breach: PropertyBreach? {
    if case .fails(let breach) = self { breach } else { nil }
  }
}

/// Two coalitions that show that a game does not have a property, and by how much.
///
/// What they show depends on the property:
///
/// - ``GameProperty/monotonicity``: `second` has one member more than `first` and its worth is less by `amount`.
/// - ``GameProperty/superadditivity``: they have no common member and do better apart than together by `amount`.
/// - ``GameProperty/convexity``: each has one member that the other has not; what they do apart beats what their
///   union and their intersection do by `amount`. The one member gains less by joining `second` than by joining
///   ``common``.
/// - ``GameProperty/additivity``: `first` is worth `amount` more or less than its members apart; `second` is empty.
/// - ``GameProperty/simplicity``: the worth of `first` is `amount` away from 0 or 1, or from 1 for all together, and
///   `second` is empty; or `first` wins, and `second`, with one member more, loses.
/// - ``GameProperty/symmetry``: they are of one size, and `second` is worth more by `amount`.
public struct PropertyBreach: Sendable, Equatable {
  public let property: GameProperty
  public let first: Coalition
  public let second: Coalition
  /// How far the game is from having the property here, above zero, in the unit of the worths.
  public let amount: Double

  public init(property: GameProperty, first: Coalition, second: Coalition, amount: Double) {
    self.property = property
    self.first = first
    self.second = second
    self.amount = amount
  }

  /// The members of both.
  public var common: Coalition { first.intersection(second) }
  /// The members of either.
  public var union: Coalition { first.union(second) }
}

extension CoalitionGame {
  /// Whether the game has a property; if not, the two coalitions where it fails by most.
  ///
  ///     skane.verdict(on: .superadditivity).breach  // {A,H,L} and {M,T}: 0.37 cheaper apart
  ///
  /// Worths that are decimals, as typed ones are, are compared exactly, so 0.1 and 0.2 make 0.3
  /// (see ``DecimalUnit``). Other worths, the outcome of a computation, are taken to be good to some units in the last
  /// place: what differs by no more than eight of those of the largest worth counts as equal (for additivity, by no
  /// more than one for each player). Of several places
  /// where a property fails by the same amount one is named, the same on every run. All is computed on one thread.
  ///
  /// - Parameters:
  ///   - property: what to look for.
  ///   - slack: how much the property may fail by and still count as held, in the unit of the worths, at least 0:
  ///     for figures rounded to 0.01 a few hundredths.
  /// - Returns: the breach with the largest amount, that is above `slack`, or `holds`.
  /// - Complexity: for n players 2ⁿ for additivity and symmetry, n · 2ⁿ for monotonicity and simplicity, n² · 2ⁿ⁻³
  ///   for convexity and 3ⁿ/2 for superadditivity, which for convex decimals is settled by their convexity.
  public func verdict(on property: GameProperty, upTo slack: Double = 0) -> GameVerdict {
    precondition(slack >= 0 && slack.isFinite, "a property may fail by a finite amount from zero up")
    let breach: PropertyBreach? =
      switch property {
      case .monotonicity: monotonicityBreach(WorthCounts(worths), above: slack)
      case .superadditivity: superadditivityBreach(WorthCounts(gainsOf: self), above: slack)
      case .convexity: convexityBreach(WorthCounts(gainsOf: self), above: slack)
      case .additivity: additivityBreach(WorthCounts(worths), above: slack)
      case .simplicity: simplicityBreach(WorthCounts(worths), above: slack)
      case .symmetry: symmetryBreach(WorthCounts(worths), above: slack)
      }
    return breach.map(GameVerdict.fails) ?? .holds
  }
}
