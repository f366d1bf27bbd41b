/// Something a decision maker may do or leave undone.
public struct ConflictOption: Hashable, Sendable {
  /// Which way a decision about an option can go.
  public enum Course: Hashable, Sendable {
    /// It can be taken and dropped again.
    case reversible
    /// Once taken it cannot be dropped.
    case bindsWhenTaken
    /// Once dropped it cannot be taken.
    case bindsWhenDropped
  }

  /// What is done.
  public let name: String
  /// Whether the decision can be undone.
  public let course: Course

  /// - Parameters:
  ///   - name: What is done; no other option of the conflict has the name.
  ///   - course: Whether the decision can be undone.
  public init(_ name: String, _ course: Course = .reversible) {
    self.name = name
    self.course = course
  }
}

/// One that can change the state of a conflict by its own decision.
public struct DecisionMaker: Hashable, Sendable {
  /// Its name.
  public let name: String
  /// What it may do; a move may take and drop several of them at once.
  public let options: [ConflictOption]

  /// - Parameters:
  ///   - name: Its name; no other decision maker of the conflict has it.
  ///   - options: What it may do; it has none if it only watches.
  public init(_ name: String, options: [ConflictOption]) {
    self.name = name
    self.options = options
  }
}
