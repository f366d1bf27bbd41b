/// The whole format of a case file, version 1.
extension MappingShape {
  static let knownVersion = 1

  static let caseFile = MappingShape(
    "a case file",
    [
      .required("interlocal", .number(FigureRange(low: 1, isWhole: true)), "The version of the format: 1."),
      .required("case", .mapping(caseHead), "What the case is about."),
      .optional("sources", .table(key: .id, of: .mapping(source)), "Where figures come from, by key."),
      .required("parties", .rows(party), "Who takes part."),
      .optional("indicators", .table(key: .id, of: .mapping(indicator)), "Figures of the parties, by id."),
      .optional("ties", .rows(tie), "Who is related to whom."),
      .optional(
        "institutions", .sequence(of: .mapping(institution), counts: 0...10_000), "What they already have in common."),
      .optional("conditions", .mapping(conditions), "How the region behaves; what is absent takes a labelled default."),
      .optional("goals", .sequence(of: .mapping(goal), counts: 0...10_000), "What is to be reached, by when."),
      .required("problems", .sequence(of: .mapping(problem), counts: 1...1_000), "What they cannot solve one by one."),
      .optional("mechanisms", .mapping(mechanismChanges), "Changes to the standard catalogue of mechanisms."),
      .optional("study", .mapping(study), "What a study takes up unless told otherwise."),
    ])

  private static let caseHead = MappingShape(
    "case",
    [
      .required("id", .word(.slug), "The name of the case in addresses and file names."),
      .required("title", .localized, "Its title."),
      .optional("summary", .localized, "What it is about, in a few sentences."),
      .required("money", .mapping(money), "What one unit of money is."),
      .required("period", .choice(CostPeriod.allCases.map(\.rawValue)), "What the costs are costs of."),
      .optional("referenceDate", .date, "The day, month or year the figures speak of."),
      .optional("boundaries", .file, "A GeoJSON file of the parties' territories."),
      .optional("boundaryKey", .text, "The property by which a territory names its party; party_id if absent."),
      .optional("boundariesSource", .source, "A key of the sources: where the territories come from."),
    ])

  private static let money = MappingShape(
    "money",
    [
      .required("currency", .word(.currency), "Three capitals after ISO 4217."),
      .required("scale", .choice(MoneyUnit.Scale.allCases.map(\.rawValue)), "How many of them one unit is."),
      .optional("priceYear", .number(.year), "The year whose prices count."),
    ])

  static let source = MappingShape(
    "a source",
    [
      .required("citation", .localized, "Author, year, title: enough to find it."),
      .optional("url", .text, "Where it can be read."),
      .optional("licence", .text, "Under what terms."),
      .optional("note", .localized, "What a reader should know of it."),
    ])

  private static let location = MappingShape(
    "a place",
    [
      .required("lon", .number(FigureRange(low: -180, high: 180)), "Degrees east (WGS 84)."),
      .required("lat", .number(FigureRange(low: -90, high: 90)), "Degrees north (WGS 84)."),
    ])

  private static let party = MappingShape(
    "a party",
    [
      .required("id", .word(.id), "The name by which the case calls it."),
      .required("name", .localized, "The name by which people call it."),
      .required("kind", .choice(PartyKindWord.allCases.map(\.rawValue)), "What it is."),
      .optional("tier", .choice(Tier.allCases.map(\.rawValue)), "The level of a government."),
      .optional("parent", .word(.id), "The government or authority above it."),
      .optional("type", .choice(OrganisationType.allCases.map(\.rawValue)), "What sort of social organisation it is."),
      .optional("place", .mapping(location), "Where it is on the map."),
      .optional("capability", .figure(.atLeastZero), "What it can bring to bear."),
      .optional("autonomy", .figure(.share), "The share of its stake at which it values a full loss of its own say."),
    ],
    rules: [
      .when(key: "kind", is: ["government"], requires: ["tier"], forbids: ["type"]),
      .when(key: "kind", is: ["authority"], requires: [], forbids: ["type"]),
      .when(key: "kind", is: ["socialOrganisation"], requires: ["type"], forbids: ["tier", "parent"]),
      .when(key: "kind", is: ["monitor"], requires: [], forbids: ["tier", "parent", "type"]),
    ])

  private static let tie = MappingShape(
    "a tie",
    [
      .required("from", .word(.id), "The party it goes out from; of an exchange the one that depends."),
      .required("to", .word(.id), "The party it goes to."),
      .required("kind", .choice(Tie.Word.allCases.map(\.rawValue)), "What relates them."),
      .optional("resource", .localized, "What an exchange is of."),
      .optional("weight", .figure(.atLeastZero), "How strong it is; of an exchange a share, 0 to 1."),
      .optional("since", .date, "When it began."),
      .optional("importance", .figure(.share), "How much the resource matters."),
      .optional("criticality", .figure(.share), "How badly one does without it."),
      .optional("substitutability", .figure(.share), "How easily one gets it elsewhere."),
      .optional("source", .source, "A key of the sources: where the tie is told of."),
    ],
    rules: [
      .when(key: "kind", is: ["exchange"], requires: ["resource"], forbids: []),
      .when(
        key: "kind", is: Tie.Word.allCases.map(\.rawValue).filter { $0 != "exchange" }, requires: [],
        forbids: ["resource", "importance", "criticality", "substitutability"]),
    ])

  private static let conditions = MappingShape(
    "the conditions",
    Condition.allCases.map { .optional($0.rawValue, .figure($0.range), "Must be \($0.range).") })

  private static let goal = MappingShape(
    "a goal",
    [
      .required("id", .word(.id), "Its id."),
      .required("title", .localized, "What is wanted."),
      .required("indicator", .word(.id), "The indicator that tells."),
      .optional("party", .word(.id), "Whose goal it is; the region's if absent."),
      .optional("direction", .choice(Goal.Direction.allCases.map(\.rawValue)), "Whether more or less is better."),
      .required("baseline", .figure(.any), "Where it starts."),
      .required("target", .figure(.any), "Where it should be."),
      .required("date", .date, "By when."),
      .required("weight", .figure(.positive), "How much it counts against other goals."),
    ])

  private static let position = MappingShape(
    "a position",
    [
      .required("party", .word(.id), "Whose it is."),
      .optional("demand", .localized, "What it wants."),
      .optional("concern", .localized, "What it fears."),
      .optional("actionCost", .figure(.any), "What acting costs it, in the case's money."),
      .optional("urgency", .figure(.share), "How pressing it finds the problem."),
      .optional("salience", .figure(.share), "How much it cares."),
      .optional("position", .figure(FigureRange(low: 0, high: 100)), "Where it stands on the problem's scale."),
    ])

  private static let levelAbove = MappingShape(
    "a level above",
    [
      .required("authority", .word(.id), "Whose level it is."),
      .required("weights", .column(.atLeastZero), "How much what each member bears counts for it."),
      .optional(
        "subsidyUpTo", .figure(FigureRange(low: 0, high: 1, includesLow: false, includesHigh: false)),
        "The highest part of the members' contributions that it can pay."),
      .optional("costOfFunds", .figure(.atLeastZero), "What a unit paid costs it; 1 if absent."),
      .optional(
        "evaluationUpTo", .figure(FigureRange(low: 0, high: 1, includesLow: false)),
        "How much at most it can make what others bear count for a member's officials."),
      .optional("evaluationCost", .figure(.atLeastZero), "k in what a weight w costs it, k·w²/2; 0 if absent."),
    ],
    rules: [.only(["costOfFunds"], beside: "subsidyUpTo"), .only(["evaluationCost"], beside: "evaluationUpTo")])

  private static let agency = MappingShape(
    "an agency",
    [
      .required("id", .word(.id), "Its id."),
      .required("name", .localized, "Its name."),
      .required("member", .word(.id), "The member whose agency it is."),
      .required("minds", .figure(.share), "The part of what the member gains or suffers that it minds."),
    ])

  private static let problem = MappingShape(
    "a problem",
    [
      .required("id", .word(.id), "Its id."),
      .required("family", .choice(ProblemFamily.allCases.map(\.rawValue)), "What kind of dilemma it is."),
      .required("title", .localized, "Its title."),
      .required("field", .localized, "What it is about, as in water supply."),
      .optional("territory", .localized, "Where."),
      .optional("urgency", .figure(.share), "How pressing it is."),
      .required("members", .sequence(of: .word(.id), counts: 2...64), "The players, in the order that tables keep."),
      .optional("authority", .word(.id), "The level above that can steer."),
      .optional("monitor", .word(.id), "Who could check, from outside."),
      .optional("positions", .sequence(of: .mapping(position), counts: 0...1_000), "What each wants here."),
      .optional("linkedTo", .sequence(of: .word(.id), counts: 0...1_000), "Other problems it hangs together with."),
      .optional(
        "hierarchy", .sequence(of: .mapping(levelAbove), counts: 0...100), "The levels above, and whom they care for."),
      .optional(
        "agencies", .sequence(of: .mapping(agency), counts: 0...1_000),
        "The agencies within members; a member's first one acts."),
      .optional("jointFacility", .mapping(jointFacility), "The data of a joint facility."),
      .optional("spillover", .mapping(spillover), "The data of a spillover."),
      .optional("commonStandard", .mapping(commonStandard), "The data of a common standard."),
      .optional("competition", .mapping(competition), "The data of a competition."),
      .optional("normalForm", .mapping(normalForm), "The data of a game in normal form."),
    ],
    rules: ProblemFamily.allCases.map { family in
      .when(
        key: "family", is: [family.rawValue], requires: [family.rawValue],
        forbids: ProblemFamily.allCases.filter { $0 != family }.map(\.rawValue))
    })

  private static let mechanismParameters = MappingShape(
    "the parameters of a mechanism",
    MechanismParameter.allCases.map { .optional($0.rawValue, .figure($0.range), "Must be \($0.range).") })

  /// The chapter `mechanisms`, or the file of that name.
  static let mechanismChanges = MappingShape(
    "the mechanisms",
    [
      .optional(
        "overrides",
        .mapping(
          MappingShape(
            "the overrides",
            MechanismCell.allCases.map {
              .optional($0.id, .mapping(mechanismParameters), "What changes in \($0.id).")
            })), "Other parameters for cells of the catalogue."),
      .optional("additions", .sequence(of: .mapping(addition), counts: 0...1_000), "Mechanisms of the case's own."),
    ])

  private static let addition = MappingShape(
    "an addition",
    [
      .required("id", .word(.id), "Its id."),
      .required("name", .localized, "Its name."),
      .required("basedOn", .choice(MechanismCell.allCases.map(\.id)), "The cell it starts from."),
      .required("parameters", .mapping(mechanismParameters), "What differs from that cell."),
    ])

  private static let study = MappingShape(
    "the study",
    [
      .optional("problem", .word(.id), "The problem to take up first."),
      .optional(
        "seed", .number(FigureRange(low: 0, high: 9_007_199_254_740_992, isWhole: true)), "The seed of every chance."),
      .optional(
        "draws", .number(FigureRange(low: 0, high: 10_000, isWhole: true)), "How many draws of uncertain figures."),
    ])
}

extension FigureRange {
  static let year = FigureRange(low: 1, high: 9999, isWhole: true)
}
