@testable import Registry

// Commands about agreements, reports, checks and money.

extension OrderGenerator {
  private mutating func clause(_ id: String, now: Instant) -> Agreement.ClauseDraft {
    let (upper, lower) = (ObjectID(.organisation, 1), ObjectID(.organisation, 2))
    let isUpper = id != "3"
    let duty = Agreement.Duty(
      id: "a", debtor: isUpper ? upper : lower, creditors: [isUpper ? lower : upper], measure: text(),
      due: .afterEntry(days: 1 + any(200)), evidence: text(), window: any(40),
      recurrence: one(in: 4) ? Commitment.Recurrence(every: .month, times: 3) : nil)
    switch id {
    case "1":
      return .init(
        id: "1", heading: text(), text: text(), items: ContentChecklist.of(.chineseCooperation).items.map(\.id))
    default:
      return .init(
        id: id, heading: text(), kind: .obligation, text: text(), duties: [duty], survives: one(in: 3))
    }
  }

  mutating func agreement(
    _ act: String, _ agreement: Agreement, in record: any RecordReader, at now: Instant
  ) -> (command: Agreement.Command, act: String)? {
    let version = agreement.working ?? agreement.current
    if agreement.notices.contains(where: { $0.settledAt == nil }), one(in: 3) {
      return (.settleDues(of: agreement.notices.last?.party, statement: text()), "settleDues")
    }
    if agreement.current != nil, agreement.working?.stage == .draft, one(in: 4) {
      return (.strike(clause: pick(["2", "3"])), "strike")
    }
    // A draft is written before it is handed in.
    if let working = agreement.working, working.stage == .draft, !one(in: 8) {
      if working.terms == nil || act == "set" {
        let terms = Agreement.Terms(
          authentic: "zh", ends: one(in: 2) ? now.later(days: 30 + any(600)) : nil, noticeDays: any(60),
          openToAccession: one(in: 4))
        return (.set(title: text(), frame: .chineseCooperation, terms: terms), "set")
      }
      if let missing = ["1", "2", "3"].first(where: { id in !working.clauses.contains { $0.id == id } }) {
        return (.write(clause: clause(missing, now: now), position: nil), "write")
      }
      return (.submit(reviewer: ObjectID(.organisation, 3)), "submit")
    }
    let (number, digest) = (version?.number ?? 1, version?.digest ?? "none")
    switch act {
    case "set", "write":
      return one(in: 4) ? (.write(clause: clause(pick(["1", "2", "3"]), now: now), position: nil), "write") : nil
    case "strike": return (.strike(clause: pick(["1", "2", "3"])), act)
    case "submit": return (.submit(reviewer: ObjectID(.organisation, 3)), act)
    case "sendBack": return (.sendBack(reasons: text()), act)
    case "confirm": return (.confirm(opinion: text()), act)
    case "freeze": return (.freeze, act)
    case "sign": return (.sign(version: number, digest: digest), act)
    case "withdrawSignature": return (.withdrawSignature, act)
    case "file": return (.file(registration: text(), disclosure: text()), act)
    case "amend": return (.amend(reason: text()), act)
    case "discardAmendment": return (.discardAmendment(reason: text()), act)
    case "suspend": return (.suspend(reason: text()), act)
    case "resume": return (.resume(reason: text()), act)
    case "giveNotice": return (.giveNotice(reason: text()), act)
    case "withdrawNotice": return (.withdrawNotice, act)
    case "resolveTermination": return (.resolveTermination(reason: text()), act)
    case "settleDues":
      return (.settleDues(of: agreement.notices.last?.party, statement: text()), act)
    case "admit": return (.admit(organisation: ObjectID(.organisation, 5)), act)
    case "accede":
      return (.accede(version: agreement.current?.number ?? 1, digest: agreement.current?.digest ?? "none"), act)
    case "prepareRenewal":
      return one(in: 3) ? (.prepareRenewal(begins: nil, ends: now.later(days: any(900))), act) : nil
    case "windUp": return (.windUp, act)
    case "archive": return (.archive, act)
    case "abandon": return one(in: 6) ? (.abandon(reason: text()), act) : nil
    default: return nil
    }
  }

  private mutating func entry() -> PartyReport.Entry {
    let limits: [Int64] = [50, 100, 0, -1, ReportedFigure.limit, ReportedFigure.limit + 1, .max, .min]
    return PartyReport.Entry(
      figure: ReportedFigure(one(in: 10) ? pick(limits) : Int64(any(4)) * 50, "km"), narrative: text(),
      deviations: one(in: 3) ? [.init(.delay, reason: text())] : [])
  }

  mutating func partyReport(
    _ act: String, _ report: PartyReport, in record: any RecordReader
  ) -> PartyReport.Command? {
    let own = (0..<record.count(of: .commitment)).compactMap {
      record.object(Commitment.self, ObjectID(.commitment, $0 + 1))
    }.filter { $0.agreement == report.agreement && $0.debtor == report.party }.map(\.id)
    let commitment = own.isEmpty ? ObjectID(.commitment, 1) : pick(own)
    switch act {
    case "addItem": return report.items.count < 3 ? .addItem(commitment: commitment, entry: entry()) : nil
    case "editItem": return .editItem(item: number(report.itemsEver), entry: entry())
    case "removeItem": return one(in: 3) ? .removeItem(item: number(report.itemsEver)) : nil
    case "submit": return report.items.isEmpty ? .addItem(commitment: commitment, entry: entry()) : .submit
    case "resubmit": return .resubmit
    case "reopenLast": return .reopen(kind: .last, reason: text())
    case "reopenLimited": return .reopen(kind: .limited, reason: text())
    case "reopenCertified", "reopenForCorrection": return .reopenCertified(finding: number(2), reason: text())
    case "correct": return .correct(item: number(report.itemsEver), amount: Int64(any(5)) * 10, reason: text())
    default: return act.hasPrefix("reopen") ? .reopenCertified(finding: number(2), reason: text()) : nil
    }
  }

  mutating func jointReport(_ act: String, _ report: JointReport, in record: any RecordReader) -> JointReport.Command? {
    switch act {
    case "summarise": return .summarise(text: text())
    case "takeIn": return .takeIn(report: existing(.partyReport, in: record))
    case "leaveOut": return .leaveOut(report: existing(.partyReport, in: record))
    case "submit": return report.lines.isEmpty ? .takeIn(report: existing(.partyReport, in: record)) : .submit
    case "resubmit": return .resubmit
    case "reopenLast": return .reopen(kind: .last, reason: text())
    case "reopenLimited": return .reopen(kind: .limited, reason: text())
    default: return nil
    }
  }

  mutating func verification(
    _ act: String, _ check: Verification, in record: any RecordReader
  ) -> (command: Verification.Command, act: String)? {
    let party = record.object(PartyReport.self, check.of)
    let joint = record.object(JointReport.self, check.of)
    if check.stage == .working, !one(in: 6) {
      let unchecked = check.sample.first { item in !check.checks.contains { $0.item == item } }
      let done = Set(check.results.map(\.commitment))
      let open = (party?.commitments ?? joint?.lines.map(\.commitment) ?? []).first { !done.contains($0) }
      if let unchecked {
        return (.check(check: .init(item: unchecked, method: pick([.desk, .onTheSpot]), outcome: .confirmed)), "check")
      }
      if let open { return (.assess(result: .init(open, pick(VerifiedResult.allCases))), "assess") }
      if check.findings.isEmpty {
        return (.find(item: nil, severity: .minor, text: text(), exhibits: [], due: nil), "find")
      }
      return (.concludeFindings, "concludeFindings")
    }
    switch act {
    case "accept": return (.accept(interests: one(in: 2) ? [] : [text()]), act)
    case "decline": return (.decline(reason: text()), act)
    case "begin": return (.begin, act)
    case "find": return (.find(item: nil, severity: .note, text: text(), exhibits: [], due: nil), act)
    case "dropFinding": return (.dropFinding(finding: number(2), reason: text()), act)
    case "concludeFindings": return (.concludeFindings, act)
    case "openReply": return (.openReply, act)
    case "reply": return (.reply(finding: number(check.findings.count), text: text()), act)
    case "review": return (.review, act)
    case "rework": return (.rework(reason: text()), act)
    case "certify": return (.certify(opinion: text()), act)
    case "findLater":
      return (.findLater(item: nil, severity: .major, text: text(), exhibits: [], due: nil), act)
    case "withdraw": return (.withdraw(reason: text()), act)
    default: return nil
    }
  }

  mutating func evaluation(_ act: String, _ evaluation: Evaluation) -> Evaluation.Command? {
    let source = Evaluation.Source.document(Exhibit(title: text(), digest: String(repeating: "0f", count: 32)))
    switch act {
    case "freeze":
      return .freeze(measures: [
        .init(criterion: 1, before: Int64(any(9)), after: one(in: 10) ? .max : Int64(any(9)), source: source)
      ])
    case "write": return .write(lessons: [text()])
    case "openComments": return .openComments
    case "comment": return .comment(text: text())
    case "adopt": return .adopt(answer: text())
    case "recommend": return .recommend(outcome: pick(Evaluation.Outcome.allCases), reasons: text())
    default: return nil
    }
  }

  // MARK: Money

  /// A transfer between the two counties, now and then of an amount at the edge of what fits.
  private mutating func transfer(from payer: Int, to payee: Int, in code: String) -> Transfer? {
    let amounts: [Int64] = [1, 100_000, .max, .max - 1, 4_611_686_018_427_387_904]
    let minor = one(in: 8) ? pick(amounts) : Int64(1 + any(1_000_000))
    guard let currency = try? Currency(code: code),
      let from = try? LedgerAccount(owner: "O-\(payer)", purpose: "water"),
      let to = try? LedgerAccount(owner: "O-\(payee)", purpose: "water")
    else { return nil }
    return try? Transfer(Amount(minor: minor, of: currency), from: from, to: to)
  }

  mutating func incentive(
    _ act: String, _ incentive: IncentiveCase, in record: any RecordReader, at now: Instant
  ) -> IncentiveCase.Command? {
    switch act {
    case "propose":
      let own = incentive.subject.number
      let payer = incentive.direction == .sanction ? own : 3 - own
      let books = ObjectID(.books, record.count(of: .books))
      if one(in: 2), let transfer = transfer(from: payer, to: 3 - payer, in: "CNY") {
        return .propose(measure: .payment(transfers: [transfer], books: books), reasons: text())
      }
      return .propose(
        measure: one(in: 2) ? .publicNotice(text: text()) : .suspension(ofVote: true, until: later(now)),
        reasons: text())
    case "notify": return .notify
    case "reply": return .reply(text: text())
    case "waiveReply": return .waiveReply
    case "grant":
      return .decide(grant: true, reasons: text(), inFavour: 5, against: any(6), quorum: number(4))
    case "dismiss": return .decide(grant: false, reasons: text(), inFavour: 1, against: 4, quorum: 3)
    case "appeal": return .appeal(grounds: text())
    case "upholdAppeal": return .decideAppeal(upheld: true, reasons: text())
    case "rejectAppeal": return .decideAppeal(upheld: false, reasons: text())
    case "putIntoEffect": return .putIntoEffect
    case "lift": return .lift(reasons: text())
    default: return nil
    }
  }

  mutating func books(_ act: String, _ books: RegionBooks, at now: Instant) -> RegionBooks.Command? {
    let payer = number(2)
    guard let transfer = transfer(from: payer, to: 3 - payer, in: one(in: 20) ? "USD" : books.currency) else {
      return nil
    }
    let rule = books.rules.last?.name ?? "none"
    switch act {
    case "adopt":
      guard let gate = try? QualityGate(transfer, measure: "class", monthly: Ratio(3), yearly: Ratio(2)) else {
        return nil
      }
      return .adopt(name: text(), rule: .gate(gate), carried: nil)
    case "post":
      let last = books.books.entries.last?.id
      if let last, one(in: 3) { return .reverse(entry: last, memo: text()) }
      return .post(memo: text(), transfers: [transfer])
    case "payAdvance":
      return (try? SettlementPeriod("2025", cutOff: 0)).map { .payAdvance(rule: rule, period: $0, memo: text()) }
    case "settle":
      guard let period = try? SettlementPeriod("\(2020 + any(5))", cutOff: 0),
        let mean = try? Reading("class", in: period.name, is: Ratio(Int64(1 + any(4))), recorded: -1),
        let readings = try? Readings(one(in: 3) ? [] : [mean])
      else { return nil }
      return .settle(rule: rule, readings: readings, period: period, memo: text())
    case "undo": return .undo(rule: rule, memo: text())
    case "close": return one(in: 3) ? .close(reason: text()) : nil
    default: return nil
    }
  }
}
