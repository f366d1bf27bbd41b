/// The format of a decision file.
extension MappingShape {
  static let decisionFile = MappingShape(
    "a decision file",
    [
      .required("title", .localized, "What is decided."),
      .optional("summary", .localized, "What it is about, in a few sentences."),
      .optional("sources", .table(key: .id, of: .mapping(source)), "Where the numbers come from, by key."),
      .required("issues", .sequence(of: .mapping(decidedIssue), counts: 1...1_000), "What is to be decided."),
      .required("parties", .rows(decidingParty), "Who takes part, and how strong each is."),
      .required("positions", .rows(stance), "Where each party stands on each issue."),
      .optional("model", .mapping(decisionModel), "What a study takes up unless told otherwise."),
    ], bearsProvenance: true)

  private static let decidedIssue = MappingShape(
    "an issue",
    [
      .required("name", .word(.any), "The name by which the file calls it."),
      .optional("label", .localized, "The name by which people call it; its name if absent."),
      .optional("from", .number(.any), "Where its scale begins; 0 if absent."),
      .optional("to", .number(.any), "Where its scale ends; 100 if absent."),
      .optional("fromLabel", .localized, "What the beginning of the scale stands for."),
      .optional("toLabel", .localized, "What the end of the scale stands for."),
      .optional("unit", .localized, "In what a position is measured."),
    ])

  private static let decidingParty = MappingShape(
    "a party",
    [
      .required("name", .word(.any), "The name by which the file calls it."),
      .optional("label", .localized, "The name by which people call it; its name if absent."),
      .required("capability", .number(.atLeastZero), "How strong it is beside the others."),
    ])

  private static let stance = MappingShape(
    "a position",
    [
      .required("party", .word(.any), "Whose it is."),
      .required("issue", .word(.any), "On which issue."),
      .required("position", .number(.any), "Where on the issue's scale."),
      .required("salience", .number(.share), "How much the issue matters to the party, 0 to 1."),
    ])

  private static let decisionModel = MappingShape(
    "the model",
    [
      .optional(
        "name", .choice(DecisionFile.Model.allCases.map(\.rawValue)), "How the parties come to a decision."),
      .optional(
        "rounds", .number(FigureRange(low: 1, high: 10_000, isWhole: true)), "How many rounds there are at most."),
      .optional(
        "voting", .choice(DecisionFile.Voting.allCases.map(\.rawValue)), "How much of its strength a party uses."),
      .optional(
        "seed", .number(FigureRange(low: 0, high: 9_007_199_254_740_992, isWhole: true)), "The seed of every chance."),
    ])
}
