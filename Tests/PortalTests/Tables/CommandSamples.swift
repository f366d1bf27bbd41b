import Registry

/// An order for every command of the kinds tested here, with everything in it that can be left out, and without.
enum CommandSamples {
  static var all: [Order] { table + incentive + dispute + evaluation }

  private static let moment = Instant(milliseconds: 1_793_500_000_000)
  private static let commit = String(repeating: "a1", count: 32)
  private static func id(_ kind: ObjectKind, _ number: Int) -> ObjectID { ObjectID(kind, number) }

  private static var table: [Order] {
    let commands: [NegotiationTable.Command] = [
      .admit(organisation: id(.organisation, 13), seat: .observer), .lodgeMandate(text: "All but the price.\nNot it."),
      .open, .beginRound, .closeRound, .suspend(until: moment, reason: "Elections"), .consentToResume,
      .proposeClause(title: "Who pays", text: "Each half."), .offerText(clause: 2, text: "One third."),
      .agreeToText(clause: 2, text: commit), .withdrawClause(clause: 3), .consentToReopen(clause: 1),
      .amend(clause: 2, target: commit, amends: nil, text: "A quarter.", reasons: "Fairer."),
      .amend(clause: 2, target: commit, amends: 1, text: "A fifth.", reasons: "Fairer still."),
      .acceptAmendment(amendment: 1), .rejectAmendment(amendment: 1, reasons: "No."), .withdrawAmendment(amendment: 1),
      .putUnderSilence(items: [.init(clause: 1, text: commit), .init(clause: 2, text: commit)], until: moment),
      .objectTo(silence: 1, reasons: "The council has not agreed."),
      .lodgePosition(sort: .reservation, text: "Not below cost.", readers: [id(.appointment, 4), id(.appointment, 5)]),
      .lodgePosition(sort: .position, text: "What is measured.", readers: []), .withdrawPosition(position: 2),
      .sealPackage(
        terms: [.init(.clause(number: 2), "Half."), .init(.issue(name: "Toll"), "None.")], conditions: ["Until 2030"],
        readers: [id(.appointment, 4)]),
      .sealPackage(terms: [.init(.issue(name: "Toll"), "None.")], conditions: [], readers: []),
      .tablePackage(
        package: 1, matters: [.clause(number: 2), .issue(name: "Toll")], to: [id(.organisation, 3)], expires: moment,
        answers: 1),
      .tablePackage(
        package: 1, matters: [.issue(name: "Toll")], to: [id(.organisation, 3)], expires: moment, answers: nil),
      .acceptPackage(package: 1), .rejectPackage(package: 1), .withdrawPackage(package: 1),
      .nameMediator(appointment: id(.appointment, 9)),
      .grantMediator(sees: [.mandate, .sealedPackages], readers: [id(.appointment, 4)]),
      .grantMediator(sees: [], readers: []), .revokeMediator, .agreeText, .initial,
      .summarise(text: "They agreed.", embargoEnds: moment), .extendEmbargo(until: moment), .closeWithAgreement,
      .closeWithout(reason: .referredToAuthority),
    ]
    let parties = [id(.organisation, 2), id(.organisation, 3)]
    return [
      Order(
        NegotiationTable.self,
        .convene(
          parties: parties, field: "water", file: id(.docketFile, 2), secretariat: id(.organisation, 1))),
      Order(NegotiationTable.self, .convene(parties: parties, field: "water", file: nil)),
    ] + commands.map { Order(NegotiationTable.self, $0, on: id(.negotiationTable, 1), preparedOn: 4) }
  }

  private static var incentive: [Order] {
    func trigger(_ trigger: IncentiveCase.Trigger, _ direction: IncentiveCase.Direction) -> Order {
      Order(
        IncentiveCase.self,
        .trigger(
          agreement: id(.agreement, 1), subject: id(.organisation, 3), direction: direction, rule: "Clause 6",
          trigger: trigger))
    }
    let commands: [IncentiveCase.Command] = [
      .propose(measure: .payment(transfers: transfers, books: id(.books, 1)), reasons: "Found so."),
      .propose(measure: .publicNotice(text: "Late."), reasons: "Found so."),
      .propose(measure: .suspension(ofVote: true, until: moment), reasons: "Found so."),
      .propose(measure: .suspension(ofVote: false, until: moment), reasons: "Found so."), .notify,
      .reply(text: "High water."), .waiveReply,
      .decide(grant: true, reasons: "Weighed.", inFavour: 7, against: 2, quorum: 6),
      .decide(grant: false, reasons: "Weighed.", inFavour: 2, against: 7, quorum: 6), .appeal(grounds: "Miscounted."),
      .decideAppeal(upheld: true, reasons: "Indeed."), .decideAppeal(upheld: false, reasons: "No."), .putIntoEffect,
      .lift(reasons: "Done at last."),
    ]
    return [
      trigger(.certificate(id(.verification, 1), commitment: id(.commitment, 2)), .reward),
      trigger(.overdue(commitment: id(.commitment, 2)), .sanction),
    ] + commands.map { Order(IncentiveCase.self, $0, on: id(.incentiveCase, 1), preparedOn: 1) }
  }

  private static var transfers: [Transfer] {
    func account(_ number: Int) throws -> LedgerAccount {
      try LedgerAccount(owner: id(.organisation, number).description, purpose: "fine")
    }
    let transfer = try? Transfer(Amount(minor: 123_405, of: .cny), from: account(2), to: account(3))
    return transfer.map { [$0] } ?? []
  }

  private static var dispute: [Order] {
    let commands: [Dispute.Command] = [
      .accept, .submit(text: "The list of calls."), .settle(terms: "A second crew."), .agreeToSettlement,
      .decide(ruling: "The reading stands."), .close(reasons: "Settled."),
    ]
    return [
      Order(
        Dispute.self,
        .raise(
          agreement: id(.agreement, 1), against: id(.organisation, 3), commitment: id(.commitment, 2), claim: "Late.")),
      Order(
        Dispute.self,
        .raise(agreement: id(.agreement, 1), against: id(.organisation, 3), commitment: nil, claim: "Late.")),
    ] + commands.map { Order(Dispute.self, $0, on: id(.dispute, 1)) }
  }

  private static var evaluation: [Order] {
    let survey = Exhibit(title: "Survey", digest: commit)
    let commands: [Evaluation.Command] = [
      .freeze(measures: [
        .init(criterion: 1, before: 12, after: -4, source: .document(survey)),
        .init(criterion: 2, before: 0, after: 9_000, source: .jointReport(id(.jointReport, 3))),
      ]),
      .write(lessons: ["One counter is enough.", "Forms of one page."]), .openComments, .comment(text: "Saturdays!"),
      .adopt(answer: "From autumn."), .recommend(outcome: .revision, reasons: "Partly."),
    ]
    return [
      Order(
        Evaluation.self,
        .plan(
          agreement: id(.agreement, 1), sort: .afterDecision, evaluator: id(.appointment, 40),
          criteria: [
            .init(1, question: "How long?", unit: "days", direction: .down, target: 5),
            .init(2, question: "How many?", unit: "people", direction: .up),
          ]))
    ] + commands.map { Order(Evaluation.self, $0, on: id(.evaluation, 1)) }
  }
}
