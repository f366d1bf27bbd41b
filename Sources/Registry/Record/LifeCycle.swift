/// How an object of one kind may change: its stages, the acts that lead from one to the next, who may do them and on
/// what conditions. Declared once as data; decisions, events, documentation and diagrams all read this declaration.
public struct LifeCycle<Object: RecordObject>: Sendable {
  /// A condition that must hold for an act, and what to do when it does not.
  public struct Guard: Sendable {
    public let name: Refusal.Sentence
    /// Nothing when the condition holds; otherwise what would satisfy it.
    public let remedy: @Sendable (Object, borrowing Scene) -> Refusal.Sentence?

    public init(
      _ name: Refusal.Sentence, _ remedy: @escaping @Sendable (Object, borrowing Scene) -> Refusal.Sentence?
    ) {
      self.name = name
      self.remedy = remedy
    }
  }

  /// An act from some stages to another.
  public struct Transition: Sendable {
    public let act: String
    public let from: [Object.Stage]
    /// Nothing when the object stays in its stage.
    public let to: Object.Stage?
    public let by: [Capacity]
    public let power: Power?
    public let needsSecondFactor: Bool
    public let guards: [Guard]

    public init(
      _ act: String, from: [Object.Stage], to: Object.Stage?, by: [Capacity], power: Power? = nil,
      needsSecondFactor: Bool = false, guards: [Guard] = []
    ) {
      (self.act, self.from, self.to, self.by) = (act, from, to, by)
      (self.power, self.needsSecondFactor, self.guards) = (power, needsSecondFactor, guards)
    }
  }

  /// The stage in which an object begins, by its opening act.
  public let opening: Transition
  public let transitions: [Transition]

  /// - Parameters:
  ///   - opening: the act that brings an object about, its first stage, and who may do it; `from` is empty.
  ///   - transitions: every other act. An act may occur several times from different stages.
  public init(opening: Transition, _ transitions: [Transition]) {
    precondition(opening.from.isEmpty && opening.to != nil, "an object opens from nothing into a stage")
    self.opening = opening
    self.transitions = transitions
  }

  /// The transition of `act` from `stage`, if there is one.
  public func transition(_ act: String, from stage: Object.Stage) -> Transition? {
    transitions.first { $0.act == act && $0.from.contains(stage) }
  }

  /// The stage after `act`; the same stage when the act does not move the object.
  public func stage(after act: String, from stage: Object.Stage) -> Object.Stage {
    transition(act, from: stage)?.to ?? stage
  }

  /// The acts that lead on from `stage`, each once, in the order of the declaration.
  public func acts(from stage: Object.Stage) -> [String] {
    var seen: [String] = []
    for transition in transitions where transition.from.contains(stage) && !seen.contains(transition.act) {
      seen.append(transition.act)
    }
    return seen
  }
}
