/// What a conflict comes to: where each decision maker would stay, and where all would, under each concept of stability.
public struct ConflictFindings: Codable, Sendable, Equatable {
  /// Somebody who decides, and what it may do.
  public struct Maker: Codable, Sendable, Equatable {
    public var name: String
    /// What it is called, by language.
    public var label: [String: String]
    public var options: [Option]
    /// Its states by name, the best first; those it likes as well as each other share a class. None where its comparisons
    /// leave some states open.
    public var ranking: [[String]]
  }

  /// Something that may be done or left.
  public struct Option: Codable, Sendable, Equatable {
    public var name: String
    public var label: [String: String]
  }

  /// A state that can come about.
  public struct State: Codable, Sendable, Equatable {
    public var name: String
    /// A letter for each option of all makers, Y where it is taken, N where not, - where either; empty in a graph.
    public var options: String
  }

  /// Where they stay under one concept: whatever is preferred where comparisons leave it open.
  public struct Concept: Codable, Sendable, Equatable {
    /// What the literature calls it for short: Nash, GMR, SMR, SEQ, SSEQ.
    public var concept: String
    /// The states in which all stay.
    public var equilibria: [String]
    /// The states in which each stays, in the order of the makers.
    public var stable: [[String]]
    /// The states in which all may stay, depending on what comparisons leave open; in no others do they. Nil where nothing
    /// is open.
    public var possibleEquilibria: [String]?
    /// The states in which each may stay, those included in which it surely does. Nil where nothing is open.
    public var possibleStable: [[String]]?
  }

  /// A change of state that one maker brings about.
  public struct Move: Codable, Sendable, Equatable {
    public var maker: String
    public var from: String
    public var to: String
  }

  /// The title by language.
  public var title: [String: String]
  public var makers: [Maker]
  public var states: [State]
  /// How far opponents may move together in answer.
  public var sanctions: String
  /// In the order Nash, GMR, SMR, SEQ, SSEQ.
  public var concepts: [Concept]
  /// Where the conflict stands, if told.
  public var statusQuo: String?
  /// The improvements anybody has from where the conflict stands; none where that is not told.
  public var firstMoves: [Move]
  /// The moves from where the conflict stands of which it is open whether they are improvements; nil where nothing is
  /// open.
  public var possibleFirstMoves: [Move]?
  /// The states the file asks to make stable.
  public var wanted: [String]
  /// The states a drawing has room for: all of up to 24; of more today's, the wanted ones and those in which all stay
  /// under some concept, at most 24 in the order of the states.
  public var drawn: [String]
  /// Every move from one of ``drawn`` to another, good for its maker or not.
  public var moves: [Move]
}
