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
  /// What leads on from each stage, by its name: found once, since pages ask for it of one thing after another.
  private let steps: [String: [LifeCycleStep]]

  /// - Parameters:
  ///   - opening: the act that brings an object about, its first stage, and who may do it; `from` is empty.
  ///   - transitions: every other act. An act may occur several times from different stages.
  public init(opening: Transition, _ transitions: [Transition]) {
    precondition(opening.from.isEmpty && opening.to != nil, "an object opens from nothing into a stage")
    self.opening = opening
    self.transitions = transitions
    var steps: [String: [LifeCycleStep]] = [:]
    for (place, transition) in transitions.enumerated() {
      for stage in Set(transition.from.map(\.rawValue)) {
        // Where an act stands twice, the first holds.
        guard steps[stage]?.contains(where: { $0.act == transition.act }) != true else { continue }
        steps[stage, default: []].append(LifeCycleStep(transition, at: place))
      }
    }
    self.steps = steps
  }

  /// What leads on from `stage`, each act once, in the order of the declaration.
  func steps(from stage: Object.Stage) -> [LifeCycleStep] { steps[stage.rawValue] ?? [] }

  /// The stages from which some of the acts lead on, in the order of the declaration.
  public func stages(leadingTo isAsked: (_ act: String) -> Bool) -> [Object.Stage] {
    Object.Stage.allCases.filter { stage in steps(from: stage).contains { isAsked($0.act) } }
  }

  /// The transition of `act` from `stage`, if there is one.
  public func transition(_ act: String, from stage: Object.Stage) -> Transition? {
    steps(from: stage).first { $0.act == act }.map { transitions[$0.place] }
  }

  /// The stage after `act`; the same stage when the act does not move the object.
  public func stage(after act: String, from stage: Object.Stage) -> Object.Stage {
    transition(act, from: stage)?.to ?? stage
  }

  /// The acts that lead on from `stage`, each once, in the order of the declaration.
  public func acts(from stage: Object.Stage) -> [String] { steps(from: stage).map(\.act) }
}

/// An act that leads on from a stage: what its transition says without naming a type of object, so that looking through
/// the acts of thousands of things costs little.
struct LifeCycleStep: Sendable {
  let act: String
  let by: [Capacity]
  let power: Power?
  let needsSecondFactor: Bool
  /// Where its transition stands among those of the life cycle.
  let place: Int

  init<Object>(_ transition: LifeCycle<Object>.Transition, at place: Int) {
    (act, by, power) = (transition.act, transition.by, transition.power)
    (needsSecondFactor, self.place) = (transition.needsSecondFactor, place)
  }
}
