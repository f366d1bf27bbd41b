import Testing

@testable import Registry

/// Numbers of clauses, packages and the like at the ends of what an Int64 holds name nothing.
@Suite struct EdgeNumberTests {
  private static let commands: [@Sendable (Int) -> NegotiationTable.Command] = [
    { .offerText(clause: $0, text: "Class II.") },
    { .agreeToText(clause: $0, text: "none") },
    { .withdrawClause(clause: $0) },
    { .consentToReopen(clause: $0) },
    { .amend(clause: $0, target: "none", amends: nil, text: "Class II.", reasons: "Clearer.") },
    { .amend(clause: 1, target: "none", amends: $0, text: "Class II.", reasons: "Clearer.") },
    { .acceptAmendment(amendment: $0) },
    { .rejectAmendment(amendment: $0, reasons: "No.") },
    { .withdrawAmendment(amendment: $0) },
    { .objectTo(silence: $0, reasons: "No.") },
    { .withdrawPosition(position: $0) },
    { .sealPackage(terms: [.init(.clause(number: $0), "Class II.")], conditions: [], readers: []) },
    {
      .tablePackage(
        package: $0, matters: [.clause(number: 1)], to: [ObjectID(.organisation, 1)],
        expires: Instant(milliseconds: .max), answers: nil)
    },
    {
      .tablePackage(
        package: 1, matters: [.clause(number: $0)], to: [ObjectID(.organisation, 1)],
        expires: Instant(milliseconds: .max), answers: $0)
    },
    { .acceptPackage(package: $0) },
    { .rejectPackage(package: $0) },
    { .withdrawPackage(package: $0) },
  ]

  @Test("are refused at a table, whatever they are to name", arguments: [Int.min, .min + 1, -1, 0, .max - 1, .max])
  func areRefused(number: Int) throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    try fixture.act(.proposeClause(title: "Water quality", text: "Class III at the dam."), as: "upperLead")
    try fixture.tablePackage()
    for command in Self.commands {
      for lead in ["upperLead", "lowerLead"] {
        #expect(!fixture.refusal(command(number), as: lead).isEmpty, "\(command(number)) by \(lead)")
      }
    }
  }
}
