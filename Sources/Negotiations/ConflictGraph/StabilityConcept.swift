/// When a decision maker would rather stay in a state: what it expects others to do if it improves its place.
///
/// A state where nobody would move is an equilibrium. Whoever stays under Nash's concept does so under all; under
/// ``symmetricSequential`` also under ``sequential`` and ``symmetricMetarational``, and under either of these also
/// under ``generalMetarational``.
///
/// Source: Fang, Hipel & Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution, ch. 3;
/// symmetric sequential: Rêgo & Vieira (2017), Symmetric sequential stability in the graph model, Group Decision and
/// Negotiation 26, 775–792.
public enum StabilityConcept: Int, CaseIterable, Hashable, Sendable {
  /// It has no improvement: no move to a state it prefers.
  case nash
  /// After each of its improvements the others can move to a state that is no better for it than to stay.
  case generalMetarational
  /// The same, and it cannot then move on to a state better than to stay.
  case symmetricMetarational
  /// After each of its improvements the others can, each improving its own place by each move, reach such a state.
  case sequential
  /// The same, and it cannot then move on to a state better than to stay.
  case symmetricSequential

  /// What the literature calls it for short.
  public var abbreviation: String {
    switch self {
    case .nash: "Nash"
    case .generalMetarational: "GMR"
    case .symmetricMetarational: "SMR"
    case .sequential: "SEQ"
    case .symmetricSequential: "SSEQ"
    }
  }

  /// Whether opponents sanction only by moves that improve their own place.
  var isCredible: Bool { self == .sequential || self == .symmetricSequential }
  /// Whether the decision maker may answer a sanction.
  var isSymmetric: Bool { self == .symmetricMetarational || self == .symmetricSequential }
}

/// How far opponents can move together when they answer an improvement.
///
/// With two decision makers all three are the same where moves are transitive. With three or more the published
/// solutions of one conflict differ by what their authors' programs assumed, so it is said here.
public enum SanctionReach: CaseIterable, Hashable, Sendable {
  /// One opponent, by one move.
  case singleOpponent
  /// Several opponents one after the other, each by one move at most.
  case eachOpponentOnce
  /// Opponents in any order and as often as they like, only none twice in a row.
  ///
  /// Source: Fang, Hipel & Kilgour (1993), ch. 4.
  case legalSequences
}
