/// What the parties already have in common, with what they pay one another under it.
extension MappingShape {
  static let institution = MappingShape(
    "an institution",
    [
      .required("id", .word(.id), "Its id."),
      .required("kind", .choice(Institution.Kind.allCases.map(\.rawValue)), "What it is."),
      .required("name", .localized, "Its name."),
      .required("members", .sequence(of: .word(.id), counts: 1...10_000), "The parties in it."),
      .optional("since", .date, "When it began."),
      .optional("until", .date, "When it ended or will end."),
      .optional("field", .localized, "What it deals with."),
      .optional("enforcement", .figure(.share), "The probability that it holds its members to their word."),
      .optional("index", .mapping(index), "What is measured to decide who pays."),
      .optional(
        "payments", .sequence(of: .mapping(payment), counts: 0...1_000), "What its parties owe one another a period."),
      .optional("source", .source, "A key of the sources: where it is told of."),
    ])

  private static let index = MappingShape(
    "the index",
    [
      .required("name", .localized, "Its name."),
      .optional("base", .localized, "What is found is compared with, such as a mean of earlier years."),
      .optional("coefficient", .figure(.positive), "The factor before the sum; 1 if absent."),
      .required(
        "weights", .table(key: .id, of: .figure(.atLeastZero)), "How much each thing that is measured counts."),
    ])

  private static let payment = MappingShape(
    "a payment",
    [
      .required("from", .word(.id), "Who pays."),
      .required("to", .word(.id), "Who is paid."),
      .required("amount", .figure(.atLeastZero), "How much a period, in the case's money."),
      .optional("above", .figure(.any), "Due only where the index is above this."),
      .optional("upTo", .figure(.any), "Due only where the index is at most this."),
    ])
}
