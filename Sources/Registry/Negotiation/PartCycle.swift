/// How a part of an object may change, such as a clause of a text: declared once as data, read by the decisions, by
/// whoever draws it and by the tests.
public struct PartCycle<Stage: RecordStage>: Sendable {
  /// An act on a part in some stages, and where it may lead.
  public struct Step: Sendable {
    public let act: String
    public let from: [Stage]
    /// Nothing when the act is possible, but leaves the stage as it is.
    public let to: Stage?

    public init(_ act: String, from: [Stage], to: Stage?) {
      (self.act, self.from, self.to) = (act, from, to)
    }
  }

  public let first: Stage
  public let steps: [Step]

  /// - Parameters:
  ///   - first: the stage in which a part begins.
  ///   - steps: every act that may change the stage; an act may lead to several stages, and may also leave it as it is.
  public init(first: Stage, _ steps: [Step]) {
    self.first = first
    self.steps = steps
  }

  /// The acts that are possible in a stage, each once, in the order of the declaration.
  public func acts(from stage: Stage) -> [String] {
    var seen: [String] = []
    for step in steps where step.from.contains(stage) && !seen.contains(step.act) { seen.append(step.act) }
    return seen
  }

  /// Whether an act is possible in a stage.
  public func allows(_ act: String, from stage: Stage) -> Bool {
    steps.contains { $0.act == act && $0.from.contains(stage) }
  }

  /// Whether some act leads from one stage to the other in one step.
  public func leads(from stage: Stage, to other: Stage) -> Bool {
    steps.contains { $0.from.contains(stage) && $0.to == other }
  }

  /// Refuses an act that a part's stage does not allow.
  ///
  /// - Parameter part: what the part is called, such as `clause`, and its number.
  /// - Throws: ``Refusal/conditionFails(_:act:remedy:)``, naming the stages in which the act is possible.
  func permit(_ act: String, on part: (name: String, number: Int), in stage: Stage) throws(Refusal) {
    let possible = acts(from: stage)
    guard !possible.contains(act) else { return }
    var stages: [Stage] = []
    for step in steps where step.act == act {
      for stage in step.from where !stages.contains(stage) { stages.append(stage) }
    }
    let words = Refusal.Sentence.Vocabulary.stageOfPart(part.name)
    let state: Refusal.Sentence = "\(part.name, .part) \(part.number) is \(stage.rawValue, words)"
    let wanted = Refusal.Sentence.Part.either(stages.map { .word($0.rawValue, words) })
    throw .conditionFails(
      "the \(part.name, .part) is \(wanted)", act: act,
      remedy: possible.isEmpty
        ? "\(state); nothing can change it"
        : "\(state); possible with it: \(possible, .act(.negotiationTable))")
  }
}
