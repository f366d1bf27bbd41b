/// The format of a conflict file.
extension MappingShape {
  static let conflictFile = MappingShape(
    "a conflict file",
    [
      .required("title", .localized, "What the conflict is about."),
      .optional("summary", .localized, "What it is about, in a few sentences."),
      .optional("sources", .table(key: .id, of: .mapping(source)), "Where the facts come from, by key."),
      .required(
        "decisionMakers", .sequence(of: .mapping(decisionMaker), counts: 1...62), "Who decides, and what each wants."),
      .optional(
        "infeasible", .sequence(of: .word(.any), counts: 0...100_000),
        "What cannot happen: a letter an option, Y taken, N not taken, - either."),
      .optional(
        "together", .sequence(of: .mapping(together), counts: 0...10_000), "States that count as one, such as an end."),
      .optional(
        "states",
        .anyOf([.table(key: .any, of: .word(.any)), .sequence(of: .word(.any), counts: 1...1_048_576)]),
        "The states by name: with the options taken in each, or, where moves are given, their names alone."),
      .optional("statusQuo", .word(.any), "The state in which the conflict stands."),
      .optional(
        "wanted", .anyOf([.word(.any), .sequence(of: .word(.any), counts: 1...10_000)]),
        "The state, or states, that a study is to make stable."),
      .optional(
        "sanctions", .choice(ConflictFile.SanctionReach.allCases.map(\.rawValue)),
        "How far the others may move to sanction a move."),
    ],
    rules: [.notBoth("states", "infeasible"), .notBoth("states", "together")], bearsProvenance: true)

  private static let decisionMaker = MappingShape(
    "a decision maker",
    [
      .required("name", .word(.any), "The name by which the file calls it."),
      .optional("label", .localized, "The name by which people call it; its name if absent."),
      .optional(
        "options", .sequence(of: .anyOf([.word(.id), .mapping(option)]), counts: 0...62), "What it may do or leave."),
      .optional(
        "moves", .table(key: .any, of: .sequence(of: .word(.any), counts: 0...100_000)),
        "From each state, the states that it can move to."),
      .optional(
        "ranking",
        .sequence(of: .anyOf([.word(.any), .sequence(of: .word(.any), counts: 1...1_048_576)]), counts: 1...1_048_576),
        "The states, best first; those in brackets are as good as each other."),
      .optional(
        "statements", .sequence(of: .word(.any), counts: 1...1_000),
        "What it wants of the options, the most important first, as in: not delay, accept if insist."),
      .optional(
        "payoffs",
        .anyOf([.sequence(of: .number(.any), counts: 1...1_048_576), .table(key: .any, of: .number(.any))]),
        "A number for each state, more is better."),
      .optional(
        "comparisons", .sequence(of: .word(.any), counts: 1...100_000),
        "Pairs of states, as in: s1 > s2, s2 = s3; what is not compared is not known."),
      .optional("indifferent", .flag, "Whether it does not care."),
    ],
    rules: [
      .oneOf([["ranking"], ["statements"], ["payoffs"], ["comparisons"], ["indifferent"]]),
      .notBoth("options", "moves"),
    ], bearsProvenance: true, heart: "the forms of a preference")

  private static let option = MappingShape(
    "an option",
    [
      .required("name", .word(.id), "The name by which the file calls it."),
      .optional("label", .localized, "What it is; its name if absent."),
      .optional("irreversible", .flag, "Whether it cannot be undone once taken; false if absent."),
    ])

  private static let together = MappingShape(
    "states that count as one",
    [
      .required("name", .word(.any), "The name of the one state."),
      .required("states", .word(.any), "Which states: a letter an option, Y taken, N not taken, - either."),
    ])
}
