@testable import Registry

// Commands about problems, talks and members.

extension OrderGenerator {
  mutating func organisation(_ act: String) -> Organisation.Command? {
    switch act {
    case "rename": .rename(nameEnglish: text(), nameChinese: text())
    case "close": one(in: 4) ? .close(reason: text()) : nil
    default: nil
    }
  }

  mutating func docket(
    _ act: String, _ file: DocketFile, in record: any RecordReader, at now: Instant
  ) -> DocketFile.Command? {
    switch act {
    case "revise": return .revise(title: text(), description: text())
    case "file": return .file
    case "ask": return .ask(question: text())
    case "answer": return .answer(text: text())
    case "accept": return .accept
    case "reject": return .reject(reasons: text())
    case "diagnose": return .diagnose(lead: cast.member("lowerLead").appointment!)
    case "map":
      return .map(affected: [
        .init(ObjectID(.organisation, 1), .party),
        .init(ObjectID(.organisation, 2), .leftOut, reason: one(in: 3) ? nil : text()),
      ])
    case "concludeDiagnosis":
      return file.affected.isEmpty
        ? docket("map", file, in: record, at: now) : .concludeDiagnosis(summary: text())
    case "openOptions": return .openOptions
    case "decide": return .decide(outcome: pick(DocketFile.Outcome.allCases), reasons: text())
    case "close": return .close(reasons: text(), redressUntil: now.later(days: any(60)))
    case "merge": return .merge(into: existing(.docketFile, in: record))
    case "reopen": return .reopen(evidence: text())
    case "lapse": return nil
    default: return .carryOut
    }
  }

  mutating func dispute(_ act: String) -> Dispute.Command? {
    switch act {
    case "negotiate": .accept
    case "submit": .submit(text: text())
    case "settle": .settle(terms: text())
    case "agreeToSettlement": .agreeToSettlement
    case "decide": .decide(ruling: text())
    case "close": .close(reasons: text())
    default: nil
    }
  }

  mutating func talks(_ act: String, _ table: NegotiationTable, at now: Instant) -> NegotiationTable.Command? {
    switch act {
    case "admit": return .admit(organisation: ObjectID(.organisation, 5), seat: .observer)
    case "lodgeMandate": return .lodgeMandate(text: text())
    case "open": return one(in: 3) ? .open : .lodgeMandate(text: text())
    case "beginRound": return .beginRound
    case "closeRound": return .closeRound
    case "suspend": return .suspend(until: soon(now), reason: text())
    case "consentToResume", "resume": return .consentToResume
    case "agreeText": return .agreeText
    case "initial", "completeInitials": return .initial
    case "summarise": return .summarise(text: text(), embargoEnds: soon(now))
    case "extendEmbargo": return .extendEmbargo(until: soon(now))
    case "closeWithAgreement":
      return table.summary == nil ? .summarise(text: text(), embargoEnds: soon(now)) : .closeWithAgreement
    case "closeWithout": return .closeWithout(reason: pick(NegotiationTable.ClosingReason.allCases))
    case "nameMediator": return .nameMediator(appointment: cast.member("mediator").appointment!)
    case "grantMediator", "seatMediator":
      return .grantMediator(sees: NegotiationTable.Disclosure.allCases.filter { _ in one(in: 2) }, readers: [])
    case "revokeMediator": return one(in: 6) ? .revokeMediator : nil
    case "lodgePosition":
      return .lodgePosition(
        sort: pick([.position, .reservation]), text: text(),
        readers: one(in: 3) ? [cast.member("upperClerk").appointment!] : [])
    case "withdrawPosition": return .withdrawPosition(position: number(table.positions.count))
    default: return wording(act, table, at: now)
    }
  }

  private mutating func wording(_ act: String, _ table: NegotiationTable, at now: Instant) -> NegotiationTable.Command?
  {
    let clause = number(table.clauses.count)
    let wordings = table.clauses.isEmpty ? [] : table.clauses[clause - 1].wordings.map(\.text.commit)
    let package = number(table.packages.count)
    switch act {
    case "proposeClause": return table.clauses.count < 2 ? .proposeClause(title: text(), text: text()) : nil
    case "offerText": return one(in: 3) ? .offerText(clause: clause, text: text()) : nil
    case "agreeToText":
      let waiting = table.clauses.filter { ![.agreed, .withdrawn].contains($0.stage) }.first
      guard let waiting, let text = waiting.wordings.max(by: { $0.agreedBy.count < $1.agreedBy.count }) else {
        return .agreeToText(clause: clause, text: wordings.first ?? "none")
      }
      return .agreeToText(clause: waiting.number, text: text.text.commit)
    case "withdrawClause": return .withdrawClause(clause: clause)
    case "consentToReopen", "reopenClause": return one(in: 3) ? .consentToReopen(clause: clause) : nil
    case "amend":
      return .amend(clause: clause, target: wordings.first ?? "none", amends: nil, text: text(), reasons: text())
    case "acceptAmendment": return .acceptAmendment(amendment: number(table.amendments.count))
    case "rejectAmendment": return .rejectAmendment(amendment: number(table.amendments.count), reasons: text())
    case "withdrawAmendment": return .withdrawAmendment(amendment: number(table.amendments.count))
    case "putUnderSilence":
      return .putUnderSilence(items: [.init(clause: clause, text: wordings.first ?? "none")], until: soon(now))
    case "objectTo": return .objectTo(silence: table.silences.first?.number ?? 1, reasons: text())
    case "sealPackage":
      return .sealPackage(
        terms: [.init(.issue(name: text()), text()), .init(.clause(number: clause), text())], conditions: [text()],
        readers: [])
    case "tablePackage":
      let sponsor = table.packages.isEmpty ? nil : table.packages[package - 1].sponsor
      return .tablePackage(
        package: package, matters: [.issue(name: "Toll"), .clause(number: clause)],
        to: table.parties.filter { $0 != sponsor }, expires: soon(now), answers: nil)
    case "acceptPackage": return .acceptPackage(package: package)
    case "rejectPackage": return .rejectPackage(package: package)
    case "withdrawPackage": return .withdrawPackage(package: package)
    default: return nil
    }
  }
}
