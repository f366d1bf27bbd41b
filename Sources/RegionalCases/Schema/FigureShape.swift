extension MappingShape {
  /// A number with its uncertainty and provenance, written out.
  static let figure = MappingShape(
    "a figure",
    [
      .optional("value", .number(.any), "The number itself."),
      .optional("low", .number(.any), "The least it could be (triangular)."),
      .optional("mode", .number(.any), "What it most likely is (triangular)."),
      .optional("high", .number(.any), "The most it could be (triangular)."),
      .optional("mean", .number(.any), "Its mean (normal)."),
      .optional("sd", .number(.positive), "Its standard deviation (normal), above 0."),
      .optional("min", .number(.any), "The least it could be (uniform)."),
      .optional("max", .number(.any), "The most it could be (uniform)."),
      .optional("unit", .text, "The unit, for the reader."),
    ],
    rules: [.oneOf([["value"], ["low", "mode", "high"], ["mean", "sd"], ["min", "max"]])], bearsProvenance: true)

  /// One figure a party.
  static func column(_ range: FigureRange) -> MappingShape {
    MappingShape(
      "a column of figures", columnFields(range), rules: columnRules, bearsProvenance: true)
  }

  /// One figure for each of some parties, with what it measures.
  static let indicator = MappingShape(
    "an indicator",
    [
      .required("name", .localized, "What it measures."),
      .required("unit", .text, "The unit of its figures."),
    ] + columnFields(.any).filter { $0.key != "unit" }, rules: columnRules, bearsProvenance: true)

  private static func columnFields(_ range: FigureRange) -> [Field] {
    [
      .optional("values", .table(key: .id, of: .figure(range)), "A figure by the id of each party."),
      .optional("file", .file, "A CSV file with a row for each party."),
      .optional("key", .text, "The column of the file with the parties' ids."),
      .optional("column", .text, "The column of the file with the figures."),
      .optional("low", .text, "The column with the least each figure could be."),
      .optional("high", .text, "The column with the most each figure could be."),
      .optional("statusColumn", .text, "The column with each figure's status."),
      .optional("sourceColumn", .text, "The column with each figure's source."),
      .optional("all", .figure(range), "One figure for all of them."),
      .optional("unit", .text, "The unit, for the reader."),
    ]
  }

  private static let columnRules: [Rule] = [
    .oneOf([["values"], ["file", "key", "column"], ["all"]]),
    .only(["low", "high", "statusColumn", "sourceColumn"], beside: "file"),
    .only(["low"], beside: "high"),
    .only(["high"], beside: "low"),
  ]
}
