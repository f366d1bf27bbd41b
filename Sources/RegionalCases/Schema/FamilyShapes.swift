/// The blocks that give the data of each family of problem.
extension MappingShape {
  static let jointFacility = MappingShape(
    "jointFacility",
    [
      .optional(
        "costs",
        .mapping(
          MappingShape(
            "the costs",
            [
              .optional("file", .file, "A CSV file with a row for each coalition."),
              .optional("coalition", .text, "The column with the coalitions: ids joined by '+'."),
              .optional("worth", .text, "The column with what each would pay."),
              .optional("values", .table(key: .coalition, of: .number(.atLeastZero)), "What each coalition would pay."),
            ], rules: [.oneOf([["file", "coalition", "worth"], ["values"]])], bearsProvenance: true)),
        "What every coalition would pay."),
      .optional(
        "costFunction",
        .mapping(
          MappingShape(
            "the cost function",
            [
              .required("load", .word(.id), "The indicator that is each member's load."),
              .optional("fixed", .figure(.atLeastZero), "What it costs at all."),
              .required("scale", .figure(.positive), "The factor before the power of the load."),
              .required(
                "exponent", .figure(FigureRange(low: 0, high: 1, includesLow: false)),
                "The power of the load: economies of scale below 1."),
              .optional("pipelinePerKm", .figure(.atLeastZero), "What a kilometre between members' places costs."),
            ])), "A formula for what a coalition would pay."),
      .optional(
        "proportionalTo", .sequence(of: .word(.id), counts: 1...100), "Indicators by which costs may be divided."),
      .optional("alternativeCost", .column(.atLeastZero), "What each member's cheapest other way costs."),
    ], rules: [.oneOf([["costs"], ["costFunction"]])])

  static let spillover = MappingShape(
    "spillover",
    [
      .required("action", .localized, "What is done about it."),
      .required("actionUnit", .localized, "In what it is counted."),
      .required("baseline", .column(.atLeastZero), "What each emits when it does nothing."),
      .required("limit", .column(.atLeastZero), "The most each can abate."),
      .required("abatementCost", .column(.positive), "c in the cost c·q²/2 of abating q."),
      .required(
        "damage",
        .mapping(
          MappingShape(
            "the damage",
            [
              .optional("linear", .column(.atLeastZero), "Damage per unit of deposition."),
              .optional("quadratic", .column(.atLeastZero), "d in the damage d·deposition²/2."),
            ], rules: [.some(["linear", "quadratic"])])), "What deposition costs each."),
      .optional(
        "transport",
        .mapping(
          MappingShape(
            "the transport",
            [
              .required("file", .file, "A CSV file: a row for each receptor, a column for each emitter."),
              .required("receptor", .text, "The column with the receptors' ids."),
              .optional("scale", .number(.positive), "What an entry is multiplied by; 0.01 for per cent."),
            ], bearsProvenance: true)), "How much of what reaches each comes from whom."),
      .optional(
        "river",
        .mapping(
          MappingShape(
            "the river",
            [
              .optional(
                "order", .sequence(of: .word(.id), counts: 2...64),
                "The members from the source to the mouth; as they stand if absent."),
              .required(
                "retention", .table(key: .id, of: .figure(.share)),
                "The share that is lost between each member and the next below; of all but the last."),
            ])), "In place of a transport: who lies above whom."),
      .optional("level", .column(.positive), "The observed level at each that the shares refer to; 1 if absent."),
      .optional("background", .column(.atLeastZero), "What comes from outside; 0 if absent."),
    ], rules: [.oneOf([["transport"], ["river"]]), .notBoth("river", "level")])

  static let commonStandard = MappingShape(
    "commonStandard",
    [
      .required(
        "items",
        .sequence(
          of: .mapping(
            MappingShape(
              "an item",
              [
                .required("id", .word(.id), "Its id."),
                .required("name", .localized, "Its name."),
                .optional("weight", .figure(.positive), "How much it counts; 1 if absent."),
                .optional("source", .source, "A key of the sources: where it is told who has it."),
              ])), counts: 1...40), "What could be made common."),
      .required("benefit", .column(.atLeastZero), "What sharing an item of weight 1 with everyone is worth to each."),
      .optional("switchingCost", .column(.atLeastZero), "What changing over to an item costs each."),
      .optional("scales", .mapping(scales), "What changing over costs, by the steps to a common level."),
      .optional(
        "exchangeWeights", .choice(CommonStandard.ExchangeWeights.allCases.map(\.rawValue)),
        "Whose adoption counts for whom; uniform if absent."),
      .optional(
        "adopted", .table(key: .id, of: .sequence(of: .word(.id), counts: 0...64)), "Who has an item already, by item."),
      .optional(
        "minimumEffort",
        .mapping(
          MappingShape(
            "the minimum effort",
            [
              .required("benefit", .figure(.any), "The gain of a level of the smallest effort."),
              .required("cost", .figure(.atLeastZero), "The cost of a level of one's own effort."),
              .required(
                "levels", .number(FigureRange(low: 2, high: 1_000, isWhole: true)), "How many levels there are."),
            ])), "The variant in which the smallest effort decides."),
    ], rules: [.oneOf([["switchingCost"], ["scales"]])])

  private static let scales = MappingShape(
    "the governance scale",
    [
      .required(
        "levels", .table(key: .id, of: .column(.atLeastZero)), "How finely each member governs, by item."),
      .optional(
        "target", .choice(GovernanceScales.Rule.allCases.map(\.rawValue)),
        "Whose level becomes the common one of every item."),
      .optional("targetLevels", .table(key: .id, of: .figure(.atLeastZero)), "The common level of each item."),
      .required("costPerStep", .column(.atLeastZero), "What a step towards the common level costs each."),
    ], rules: [.oneOf([["target"], ["targetLevels"]])])

  private static let parameters = MappingShape(
    "the parameters",
    Competition.Parameter.allCases.map { parameter in
      let kind = Competition.Kind.allCases.first { $0.parameters.contains(parameter) }?.rawValue ?? ""
      return .optional(parameter.rawValue, .figure(parameter.range), "Of the kind \(kind).")
    })

  static let competition: MappingShape = {
    let kinds = Competition.Kind.allCases
    let parameterKinds = kinds.filter { !$0.parameters.isEmpty }.map(\.rawValue)
    return MappingShape(
      "competition",
      [
        .required("instrument", .localized, "What they compete with."),
        .required("kind", .choice(kinds.map(\.rawValue)), "How they compete."),
        .required(
          "range",
          .mapping(
            MappingShape(
              "the range",
              [
                .required("low", .number(.any), "The least of the instrument."),
                .required("high", .number(.any), "The most of the instrument."),
              ])), "Between what the instrument lies."),
        .optional("parameters", .mapping(parameters), "The numbers the kind is made of, all of them."),
        .optional(
          "overrides", .table(key: .id, of: .mapping(parameters)), "What differs for some members, by member."),
        .optional("today", .column(.any), "Where each one's instrument stands now; at the least if absent."),
        .optional(
          "rivalry", .choice(Competition.Rivalry.allCases.map(\.rawValue)),
          "Who competes with whom how much; uniform if absent."),
        .optional("own", .column(.atLeastZero), "How fast what its instrument yields each falls as it does more."),
        .optional("base", .column(.any), "What the instrument yields each at first."),
        .optional(
          "interaction",
          .mapping(
            MappingShape(
              "the interaction",
              [
                .required("file", .file, "A CSV file: a row and a column for each member."),
                .required("player", .text, "The column with the rows' ids."),
              ], bearsProvenance: true)), "What each other's instrument adds to what one's own yields."),
      ],
      rules: [
        .when(
          key: "kind", is: parameterKinds, requires: ["parameters"], forbids: ["own", "base", "interaction"]),
        .when(
          key: "kind", is: ["general"], requires: ["own", "base", "interaction"], forbids: ["parameters"]),
        .when(
          key: "kind", is: kinds.filter(\.ownParameters.isEmpty).map(\.rawValue), requires: [],
          forbids: ["overrides"]),
        .when(
          key: "kind", is: kinds.filter { $0 != .protection }.map(\.rawValue), requires: [], forbids: ["rivalry"]),
      ])
  }()

  static let normalForm = MappingShape(
    "normalForm",
    [
      .required(
        "actions", .table(key: .id, of: .sequence(of: .word(.id), counts: 2...6)), "What each member can do, by member."
      ),
      .required(
        "payoffs",
        .mapping(
          MappingShape(
            "the payoffs",
            [
              .required(
                "file", .file, "A CSV file: a column of actions for each member, then payoff_<member>; a row a profile."
              )
            ], bearsProvenance: true)), "What each gets in every profile."),
    ])
}
