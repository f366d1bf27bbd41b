import Sharing

extension SharingRule {
  /// The rules a report compares: those that divide a cost or a gain and need nothing but the game, or an indicator.
  ///
  /// Left out are the indices of voting power, which divide no money; values that go by unions, links or a river, of
  /// which a case tells nothing; and the prenucleolus of its kind where the nucleolus answers.
  public static let reported: [SharingRule] = [
    .shapley, .nucleolus, .prenucleolus, .perCapitaNucleolus, .proportionalNucleolus, .scrb, .ensc, .tau, .gately,
    .equal, .proportional,
  ]
}
