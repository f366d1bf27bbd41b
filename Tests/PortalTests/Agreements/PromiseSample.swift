import Foundation
import Registry

@testable import Portal

/// The kinds whose pages and forms are tested here.
enum PromiseKinds {
  static let all: [ObjectKind] = [
    .agreement, .commitment, .partyReport, .jointReport, .verification, .books, .organisation, .appointment,
    .delegation, .region, .erasure,
  ]
}

/// A command as people may order it, with the answers by which a form would be filled in for it.
struct PromiseSample: Sendable {
  let order: Order
  /// The command's name: the key of its JSON.
  let name: String
  private let fill: @Sendable (ActForm) throws -> [FormFields.Field]

  init<T: RecordObject>(_ type: T.Type, _ command: T.Command) {
    order = Order(type, command)
    let json = try? JSONSerialization.jsonObject(with: Data(order.command.utf8)) as? [String: Any]
    name = json?.keys.first ?? ""
    fill = { form in try ActFilling(form, command, digits: 2).fields }
  }

  func fields(_ form: ActForm) throws -> FormFields { FormFields(try fill(form)) }
}

extension PromiseSample {
  static let all: [PromiseSample] = {
    do {
      return try agreements() + commitments() + reports() + verifications() + books() + members()
    } catch {
      preconditionFailure("a sample is no command: \(error)")
    }
  }()

  private static let organisations = (1...3).map { ObjectID(.organisation, $0) }
  private static let moment = Instant(milliseconds: 1_793_408_400_000)
  private static let digest = String(repeating: "0a", count: 32)
  private static let text = "Two lines\nof <text> & signs. 两行文字。"

  // MARK: Agreements

  private static func duty(_ id: String, due: Agreement.DueDate, recurs: Bool) -> Agreement.Duty {
    Agreement.Duty(
      id: id, debtor: organisations[0], creditors: Array(organisations.dropFirst()), measure: "12 km of pipe", due: due,
      evidence: "Records", method: .inspection, weight: 3, window: 14,
      recurrence: recurs ? .init(every: .quarter, times: 4) : nil)
  }

  private static func agreements() -> [PromiseSample] {
    let terms = Agreement.Terms(
      authentic: "zh", begins: moment, ends: moment.later(days: 365), activation: 2, noticeDays: 90,
      openToAccession: true, jointBody: true, outsideMembers: false)
    let clause = Agreement.ClauseDraft(
      id: "3.2", heading: "Duties", kind: .obligation, text: text, model: "goals", items: ["cn-2", "cn-3"],
      duties: [duty("d1", due: .on(moment), recurs: true), duty("d2", due: .afterEntry(days: 30), recurs: false)],
      excuse: "not yet", survives: true)
    let plain = Agreement.ClauseDraft(id: "1", heading: "Purpose", text: text)
    let commands: [Agreement.Command] = [
      .draft(parties: organisations, field: "water", table: ObjectID(.negotiationTable, 4)),
      .draft(parties: organisations, field: "water", table: nil),
      .set(title: "Water", frame: .egtc, terms: terms),
      .set(title: "Water", frame: .chineseCooperation, terms: .init(authentic: "zh, en")),
      .write(clause: clause, position: 2), .write(clause: plain, position: nil), .strike(clause: "3.2"),
      .submit(reviewer: organisations[2]), .sendBack(reasons: text), .confirm(opinion: text), .freeze,
      .sign(version: 1, digest: digest), .withdrawSignature, .file(registration: "R-7", disclosure: "In full"),
      .amend(reason: "A bridge"), .discardAmendment(reason: "No bridge"), .suspend(reason: "Flood"),
      .resume(reason: "Flood over"), .giveNotice(reason: "Too dear"), .withdrawNotice,
      .resolveTermination(reason: "Done"), .settleDues(of: organisations[1], statement: "Nothing is owed."),
      .settleDues(of: nil, statement: "Nothing is owed."), .admit(organisation: organisations[2]),
      .accede(version: 2, digest: digest), .prepareRenewal(begins: moment, ends: moment.later(days: 700)),
      .prepareRenewal(begins: nil, ends: nil), .windUp, .archive, .abandon(reason: "Not now"),
    ]
    for command in commands {
      // A new command is a new sample, and a new form.
      switch command {
      case .draft, .set, .write, .strike, .submit, .sendBack, .confirm, .freeze, .sign, .withdrawSignature, .file,
        .amend, .discardAmendment, .suspend, .resume, .giveNotice, .withdrawNotice, .resolveTermination, .settleDues,
        .admit, .accede, .prepareRenewal, .windUp, .archive, .abandon:
        break
      }
    }
    return commands.map { PromiseSample(Agreement.self, $0) }
  }

  private static func commitments() -> [PromiseSample] {
    let commands: [Commitment.Command] = [
      .make(
        agreement: ObjectID(.agreement, 1), clause: "3", debtor: organisations[0], creditors: [organisations[1]],
        measure: "2 wells", due: moment, field: "water"), .close(remark: "Met."),
    ]
    for command in commands {
      switch command {
      case .make, .close: break
      }
    }
    return commands.map { PromiseSample(Commitment.self, $0) }
  }

  // MARK: Reports and checks

  private static func reports() -> [PromiseSample] {
    let period = ReportingPeriod(
      from: CalendarDay(daysSince1970: 20_000), through: CalendarDay(daysSince1970: 20_089))
    let entry = PartyReport.Entry(
      figure: ReportedFigure(-125_000, "CNY"),
      conversion: Conversion(of: ReportedFigure(-17_000, "EUR"), numerator: 7_353, denominator: 1_000), narrative: text,
      exhibits: [.init(title: "Invoice", digest: digest)],
      deviations: [.init(.delay, reason: "Late"), .init(.cost, reason: text)])
    let plain = PartyReport.Entry(figure: ReportedFigure(42, "km"), narrative: text)
    let own: [PartyReport.Command] = [
      .draft(agreement: ObjectID(.agreement, 1), period: period),
      .addItem(commitment: ObjectID(.commitment, 3), entry: entry),
      .addItem(commitment: ObjectID(.commitment, 3), entry: plain), .editItem(item: 2, entry: entry),
      .removeItem(item: 2), .submit, .resubmit, .reopen(kind: .last, reason: "A slip"),
      .reopen(kind: .limited, reason: "A word"), .reopenCertified(finding: 1, reason: "A wrong figure"),
      .correct(item: 1, amount: -41, reason: "Counted twice"),
    ]
    for command in own {
      switch command {
      case .draft, .addItem, .editItem, .removeItem, .submit, .resubmit, .reopen, .reopenCertified, .correct: break
      }
    }
    let joint: [JointReport.Command] = [
      .draft(agreement: ObjectID(.agreement, 1), period: period), .summarise(text: text),
      .takeIn(report: ObjectID(.partyReport, 2)), .leaveOut(report: ObjectID(.partyReport, 2)), .submit, .resubmit,
      .reopen(kind: .last, reason: "One more report"),
    ]
    for command in joint {
      switch command {
      case .draft, .summarise, .takeIn, .leaveOut, .submit, .resubmit, .reopen: break
      }
    }
    return own.map { PromiseSample(PartyReport.self, $0) } + joint.map { PromiseSample(JointReport.self, $0) }
  }

  private static func verifications() -> [PromiseSample] {
    let exhibits = [Exhibit(title: "Photo", digest: digest)]
    let day = CalendarDay(daysSince1970: 20_100)
    let commands: [Verification.Command] = [
      .assign(
        of: ObjectID(.partyReport, 1), monitor: ObjectID(.appointment, 9), seed: SamplingSeed(UInt64.max - 7),
        sampleSize: 3), .accept(interests: ["A cousin", "一处房产"]), .accept(interests: []),
      .decline(reason: "No time"), .begin,
      .check(check: .init(item: 1, method: .onTheSpot, outcome: .differs, found: -40, exhibits: exhibits)),
      .check(check: .init(item: 2, method: .desk, outcome: .confirmed)),
      .find(item: 1, severity: .major, text: text, exhibits: exhibits, due: day),
      .find(item: nil, severity: .note, text: text, exhibits: [], due: nil),
      .dropFinding(finding: 1, reason: "A mistake"), .assess(result: .init(ObjectID(.commitment, 3), .partlyMet)),
      .concludeFindings, .openReply, .reply(finding: 1, text: text), .review, .rework(reason: "Too thin"),
      .certify(opinion: text), .findLater(item: 2, severity: .critical, text: text, exhibits: [], due: day),
      .withdraw(reason: "Another one"),
    ]
    for command in commands {
      switch command {
      case .assign, .accept, .decline, .begin, .check, .find, .dropFinding, .assess, .concludeFindings, .openReply,
        .reply, .review, .rework, .certify, .findLater, .withdraw:
        break
      }
    }
    return commands.map { PromiseSample(Verification.self, $0) }
  }

  // MARK: Money

  private static func yuan(_ amount: Int64) -> Amount { Amount(minor: amount * 100, of: .cny) }

  private static func transfer(_ amount: Int64, from: Int, to: Int) throws -> Transfer {
    try Transfer(
      yuan(amount), from: LedgerAccount(owner: "O-\(from)", purpose: "treasury"),
      to: LedgerAccount(owner: "O-\(to)", purpose: "水质补偿"))
  }

  /// One rule of each sort, with all that it can hold.
  static func rules() throws -> [ConditionalTransfer] {
    let formula = try IndexFormula(
      constant: Ratio(parsing: "0.85"),
      terms: [
        .init("ammonia nitrogen", weight: Ratio(1, over: 3), reference: Ratio(parsing: "0.11")),
        .init("total phosphorus", weight: Ratio(2, over: 3), reference: Ratio(parsing: "0.02")),
      ])
    let tiers = [
      TieredTransfer.Tier(upTo: Ratio(1), try transfer(100_000_000, from: 2, to: 1)),
      TieredTransfer.Tier(upTo: nil, try transfer(100_000_000, from: 1, to: 2)),
    ]
    return [
      .tiered(
        try TieredTransfer(
          index: .init("P"), tiers: tiers, unconditional: [transfer(300_000_000, from: 3, to: 1)])),
      .tiered(try TieredTransfer(index: .init("P", formula: formula), tiers: tiers)),
      .prepaid(
        try PrepaidTransfer(
          advance: transfer(200_000_000, from: 2, to: 1), match: transfer(100_000_000, from: 1, to: 1),
          base: yuan(250_000_000),
          factors: [
            SettlementFactor(
              "water", .proportion(measure: "volume", reference: Ratio(2), within: .init(Ratio(0), Ratio(3, over: 2)))),
            SettlementFactor("quality", .index(formula, within: .init(Ratio(1, over: 2), Ratio(2)))),
            SettlementFactor(
              "conduct",
              .steps(
                measure: "violations",
                [.init(upTo: Ratio(0), factor: Ratio(1)), .init(upTo: nil, factor: Ratio(parsing: "0.8"))])),
          ])),
      .gate(
        try QualityGate.luanRiver(transfer(50_000_000, from: 2, to: 1), measure: "class")),
    ]
  }

  private static func books() throws -> [PromiseSample] {
    let period = try SettlementPeriod("2026", cutOff: moment.milliseconds)
    let readings = try Readings([
      Reading("P", in: "2026", is: Ratio(parsing: "0.833"), recorded: moment.milliseconds),
      Reading("class", in: "2026-07", is: Ratio(3), recorded: moment.milliseconds + 1_000),
    ])
    var commands: [RegionBooks.Command] = [
      .open(agreement: ObjectID(.agreement, 1), parties: organisations, currency: "CNY"),
      .open(agreement: nil, parties: organisations, currency: "SEK"),
      .post(memo: "Rent", transfers: [try transfer(1, from: 1, to: 2), try transfer(2, from: 2, to: 3)]),
      .payAdvance(rule: "Miyun", period: period, memo: "Advance"),
      .settle(rule: "Xin'an", readings: readings, period: period, memo: "Settlement"),
      .undo(rule: "Xin'an", memo: "Wrong reading"), .reverse(entry: "BK-1/3", memo: "Twice"), .close(reason: "Done"),
    ]
    for rule in try rules() { commands.append(.adopt(name: "Rule", rule: rule, carried: nil)) }
    commands.append(.adopt(name: "Miyun", rule: try rules()[2], carried: yuan(-5_000)))
    for command in commands {
      switch command {
      case .open, .adopt, .post, .payAdvance, .settle, .undo, .reverse, .close: break
      }
    }
    return commands.map { PromiseSample(RegionBooks.self, $0) }
  }

  // MARK: Members

  private static func members() -> [PromiseSample] {
    let charter = Region.Charter(
      nameEnglish: "Three Rivers", nameChinese: "三川", currency: "CNY", fields: ["water", "transport"],
      calendar: WorkingCalendar(
        zone: "Asia/Shanghai", version: "2026-1", holidays: [CalendarDay(daysSince1970: 20_500)],
        workedWeekends: [CalendarDay(daysSince1970: 20_510)]), answerWithin: 12, clarificationLimit: 45)
    let homes: [Organisation.Command] = [
      .register(nameEnglish: "Lake", nameChinese: "湖", sort: .government, parent: organisations[0]),
      .register(nameEnglish: "Lake", nameChinese: "湖", sort: .monitor, parent: nil),
      .rename(nameEnglish: "Clear Lake", nameChinese: "清湖"), .close(reason: "Merged"),
    ]
    for command in homes {
      switch command {
      case .register, .rename, .close: break
      }
    }
    let offices: [Appointment.Command] = [
      .appoint(
        person: "A person", organisation: organisations[0], role: .lead, from: moment, until: moment.later(days: 9),
        instrument: "Letter 7"), .end(reason: "Moved"),
    ]
    for command in offices {
      switch command {
      case .appoint, .end: break
      }
    }
    let powers: [Delegation.Command] = [
      .delegate(
        to: ObjectID(.appointment, 3), powers: [.accept, .sign], fields: ["transport", "water"], from: moment,
        until: moment.later(days: 9), mayPassOn: true), .revoke(reason: "Moved"),
    ]
    for command in powers {
      switch command {
      case .delegate, .revoke: break
      }
    }
    let regions: [Region.Command] = [.establish(charter: charter), .revise(charter: charter)]
    for command in regions {
      switch command {
      case .establish, .revise: break
      }
    }
    let erasures: [Erasure.Command] = [
      .erase(commit: digest, of: ObjectID(.docketFile, 2), ground: .courtOrder, instrument: "Order 8")
    ]
    for command in erasures {
      switch command {
      case .erase: break
      }
    }
    return homes.map { PromiseSample(Organisation.self, $0) } + offices.map { PromiseSample(Appointment.self, $0) }
      + powers.map { PromiseSample(Delegation.self, $0) } + regions.map { PromiseSample(Region.self, $0) }
      + erasures.map { PromiseSample(Erasure.self, $0) }
  }
}
