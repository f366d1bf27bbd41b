import Registry
import Reporting

extension ActForm {
  /// The acts on independent checks.
  static let verification: [ActForm] = [
    ActForm(
      .verification, "assign",
      [
        ActField("of", VerificationFieldPhrase.of, .object([.partyReport, .jointReport])),
        ActField("monitor", VerificationFieldPhrase.monitor, .object([.appointment])),
        ActField("seed", VerificationFieldPhrase.seed, .line(limit: 16), hint: VerificationFieldPhrase.seedHint),
        ActField(
          "sampleSize", VerificationFieldPhrase.sampleSize, .whole, hint: VerificationFieldPhrase.sampleSizeHint),
      ]),
    ActForm(
      .verification, "accept",
      [
        ActField(
          "interests", VerificationFieldPhrase.interests, .lines, hint: VerificationFieldPhrase.interestsHint,
          isOptional: true)
      ]),
    ActForm(.verification, "decline", [reason]),
    ActForm(.verification, "begin"),
    ActForm(
      .verification, "check",
      [
        ActField(
          "check", VerificationFieldPhrase.check,
          .group([
            ActField("item", VerificationFieldPhrase.item, .whole),
            ActField(
              "method", VerificationFieldPhrase.method,
              .choice(Verification.CheckMethod.allCases.map(\.rawValue)) { $0.word(CheckMethodPhrase.self, $1) }),
            ActField(
              "outcome", VerificationFieldPhrase.outcome,
              .choice(Verification.CheckOutcome.allCases.map(\.rawValue)) { $0.word(CheckOutcomePhrase.self, $1) }),
            ActField(
              "found", VerificationFieldPhrase.found, .whole, hint: VerificationFieldPhrase.foundHint, isOptional: true),
            exhibits,
          ]))
      ]),
    ActForm(.verification, "find", finding),
    ActForm(.verification, "dropFinding", [findingNumber, reason]),
    ActForm(
      .verification, "assess",
      [
        ActField(
          "result", VerificationFieldPhrase.result,
          .group([
            ActField("commitment", ReportFieldPhrase.commitment, .object([.commitment])),
            ActField(
              "result", VerificationFieldPhrase.found,
              .choice(VerifiedResult.allCases.map(\.rawValue)) { $0.word(VerifiedResultPhrase.self, $1) }),
          ]))
      ]),
    ActForm(.verification, "concludeFindings"),
    ActForm(.verification, "openReply"),
    ActForm(
      .verification, "reply", [findingNumber, ActField("text", VerificationFieldPhrase.reply, .text(limit: 8000))]),
    ActForm(.verification, "review"),
    ActForm(.verification, "rework", [reason]),
    ActForm(
      .verification, "certify",
      [ActField("opinion", VerificationFieldPhrase.opinion, .text(), hint: VerificationFieldPhrase.opinionHint)]),
    ActForm(.verification, "findLater", finding),
    ActForm(.verification, "withdraw", [reason]),
  ]

  private static let reason = ActField("reason", ReportFieldPhrase.reason, .text(limit: 500))
  private static let findingNumber = ActField("finding", ReportFieldPhrase.finding, .whole)

  private static let finding = [
    ActField(
      "item", VerificationFieldPhrase.item, .whole, hint: VerificationFieldPhrase.findingItemHint, isOptional: true),
    ActField(
      "severity", VerificationFieldPhrase.severity,
      .choice(Verification.Severity.allCases.map(\.rawValue)) { $0.word(SeverityPhrase.self, $1) }),
    ActField("text", VerificationFieldPhrase.text, .text(limit: 8000)),
    exhibits,
    ActField("due", VerificationFieldPhrase.due, .day, isOptional: true),
  ]
}
