/// The format of a negotiation file.
extension MappingShape {
  static let negotiationFile = MappingShape(
    "a negotiation file",
    [
      .required("title", .localized, "What is negotiated."),
      .optional("summary", .localized, "What it is about, in a few sentences."),
      .optional("sources", .table(key: .id, of: .mapping(source)), "Where the numbers come from, by key."),
      .required("agenda", .sequence(of: .mapping(agendaIssue), counts: 1...1_000), "The issues on the table."),
      .required(
        "parties", .sequence(of: .mapping(negotiator), counts: 2...64), "Who negotiates, and what each wants."),
      .optional(
        "rounds", .number(FigureRange(low: 1, high: 1_000_000, isWhole: true)), "How many rounds of offers there are."),
      .optional(
        "acceptance", .anyOf([.choice(["unanimity", "majority"]), .mapping(quota)]),
        "Who must agree: unanimity if absent."),
    ])

  private static let agendaIssue = MappingShape(
    "an issue",
    [
      .required("name", .word(.any), "The name by which the file calls it."),
      .optional("label", .localized, "The name by which people call it; its name if absent."),
      .optional("choices", .sequence(of: .word(.any), counts: 1...10_000), "What may be chosen."),
      .optional("choiceLabels", .table(key: .any, of: .localized), "What people call the choices, by their names."),
      .optional("integers", .mapping(integers), "A whole number between two ends."),
      .optional("quantity", .mapping(quantity), "Any number between two ends."),
      .optional("source", .source, "A key of the sources: where the options are told of."),
    ],
    rules: [.oneOf([["choices"], ["integers"], ["quantity"]]), .only(["choiceLabels"], beside: "choices")],
    heart: "the forms of an issue")

  private static let integers = MappingShape(
    "the whole numbers",
    [
      .required("from", .number(.wholeNumber), "The least of them."),
      .required("to", .number(.wholeNumber), "The most of them."),
      .optional("unit", .localized, "What is counted."),
    ])

  private static let quantity = MappingShape(
    "the quantity",
    [
      .required("from", .number(.any), "The least it can be."),
      .required("to", .number(.any), "The most it can be."),
      .required(
        "steps", .number(FigureRange(low: 1, high: 10_000, isWhole: true)), "Into how many steps it is divided."),
      .optional("unit", .localized, "In what it is measured."),
    ])

  private static let negotiator = MappingShape(
    "a party",
    [
      .required("name", .word(.any), "The name by which the file calls it."),
      .optional("label", .localized, "The name by which people call it; its name if absent."),
      .required("preferences", .table(key: .any, of: .mapping(preference)), "What it wants of each issue, by name."),
      .optional(
        "couplings", .sequence(of: .mapping(coupling), counts: 0...10_000), "What options are worth together."),
      .optional(
        "reservation", .anyOf([.number(.score), .table(key: .any, of: .word(.any))]),
        "What no deal is worth to it, 0 to 100; or a package that is just as good."),
      .optional(
        "reservationRange", .mapping(range), "What no deal may be worth to it where that is private, each as likely."),
      .optional(
        "reservationChances", .table(key: .any, of: .number(FigureRange(low: 0, high: 1, includesLow: false))),
        "What no deal may be worth to it where that is private, with the chance of each; the chances sum to 1."),
      .optional(
        "discount", .number(FigureRange(low: 0, high: 1, includesLow: false)),
        "What waiting one round leaves of what a deal gains over no deal."),
      .optional(
        "strategy", .anyOf([.choice(NegotiationFile.StrategyKind.words), .mapping(strategy)]), "How it bargains."),
      .optional("power", .number(.positive), "How much its gain counts in a weighted bargain; 1 if absent."),
      .optional("votes", .number(.atLeastZero), "How many votes it has; 1 if absent."),
    ], rules: [.oneOf([["reservation"], ["reservationRange"], ["reservationChances"]])], bearsProvenance: true,
    heart: "the forms of a reservation")

  private static let range = MappingShape(
    "the range of a reservation",
    [
      .required("min", .number(.score), "The least that no deal may be worth."),
      .required("max", .number(.score), "The most that no deal may be worth."),
    ])

  private static let preference = MappingShape(
    "a preference",
    [
      .required("weight", .number(.share), "How much the issue counts for the party; all its weights sum to 1."),
      .optional(
        "scores", .anyOf([.sequence(of: .number(.score), counts: 1...10_001), .table(key: .any, of: .number(.score))]),
        "How good each option is, 0 to 100: by name, as points of a line, or one an option in their order."),
    ], bearsProvenance: true)

  private static let coupling = MappingShape(
    "a coupling",
    [
      .required("when", .table(key: .any, of: .word(.any)), "An option of each of two issues or more."),
      .required(
        "adds", .number(FigureRange(low: -100, high: 100)), "What it adds to a package that holds all of them."),
    ])

  private static let strategy = MappingShape(
    "a strategy",
    [
      .required("name", .choice(NegotiationFile.StrategyKind.words), "How it bargains."),
      .optional("exponent", .number(.positive), "How late it concedes: above 1 late, below 1 early."),
    ],
    rules: [
      .when(
        key: "name",
        is: NegotiationFile.StrategyKind.allCases.filter { $0.usualExponent == nil }.map(\.rawValue), requires: [],
        forbids: ["exponent"])
    ])

  private static let quota = MappingShape(
    "a quota",
    [
      .required(
        "quota", .number(FigureRange(low: 0, high: 1, includesLow: false)), "The share of the votes that must agree.")
    ])
}

extension FigureRange {
  /// 0 to 100: how good something is.
  static let score = FigureRange(low: 0, high: 100)
  /// A whole number that every machine holds exactly.
  static let wholeNumber = FigureRange(low: -2_000_000_000, high: 2_000_000_000, isWhole: true)
}
