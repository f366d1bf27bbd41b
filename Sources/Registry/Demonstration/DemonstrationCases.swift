/// Rewards, sanctions, disputes, evaluations and money in the demonstration.
extension DemonstrationPlay {
  /// What follows from a certificate: a reward, a sanction with a hearing, a sanction that is appealed against.
  func judge(_ check: String, from day: Int) {
    switch check {
    case "water 0": weigh("water", of: .province, on: check, .reward, from: day)
    case "ferry 1": weigh("ferry", of: .rock, on: check, .sanction, from: day)
    case "services 1": weigh("services", of: .port, on: check, .sanction, from: day)
    default: break
    }
  }

  private func weigh(
    _ name: String, of subject: Home, on check: String, _ direction: IncentiveCase.Direction, from day: Int
  ) {
    let story = DemonstrationStory(self, from: day)
    var object: ObjectID?
    func act(
      _ later: Int, by person: DemonstrationPerson, _ command: @escaping () throws -> IncentiveCase.Command
    ) {
      story.then(later) { try self.act(IncentiveCase.self, command(), on: object, by: person) }
    }
    story.then {
      guard let agreement = self.agreements[name], let certificate = self.certificates[check] else { return }
      let wanted: (VerifiedResult) -> Bool = { (direction == .reward) == ($0 == .met) }
      let results = try self.read(Verification.self, certificate).results
      guard let result = results.first(where: { wanted($0.result) }) else { return }
      object = try self.act(
        IncentiveCase.self,
        .trigger(
          agreement: agreement, subject: self.cast.id(subject), direction: direction,
          rule: "Clause 6 of the sample agreement / 示例协议第六条",
          trigger: .certificate(certificate, commitment: result.commitment)), by: self.desk)
    }
    act(3, by: desk) {
      let measure: IncentiveCase.Measure
      if direction == .reward, let books = self.books[name] {
        measure = .payment(
          transfers: [try self.transfer(2_000_000, from: .city, to: subject, "reward")], books: books)
      } else {
        measure = .publicNotice(text: "A part of the agreement was not done in time. 有一项义务未按期完成。")
      }
      return .propose(measure: measure, reasons: "What the certificate found. 依核证结果。")
    }
    act(2, by: desk) { .notify }
    if direction == .reward {
      act(3, by: lead(subject)) { .waiveReply }
    } else {
      act(4, by: lead(subject)) { .reply(text: "The high water stopped the work. 洪水致停工。") }
    }
    act(8, by: member(.spring)) {
      .decide(grant: true, reasons: "The reply was weighed. 申辩已予考虑。", inFavour: 7, against: 2, quorum: 6)
    }
    if name == "services" {
      act(4, by: lead(subject)) { .appeal(grounds: "The count left out two offices. 统计漏计两处。") }
      act(15, by: guide) { .decideAppeal(upheld: true, reasons: "Two offices were indeed left out. 确有漏计。") }
      return
    }
    act(12, by: desk) { .putIntoEffect }
  }

  /// What begins when an agreement has entered into force: its books, and what is disputed under it.
  func begin(_ bargain: Bargain, on agreement: ObjectID, from day: Int) {
    switch bargain.name {
    case "water":
      keepWaterBooks(of: agreement, from: day)
      dispute(
        agreement, by: .city, against: .province, claim: "The reading of May was taken upstream of the mill. 五月采样点有误。",
        isSettled: false, after: 120, from: day)
      evaluate(agreement, isComplete: false, after: 400, from: day)
    case "emergency":
      dispute(
        agreement, by: .lake, against: .valley, claim: "Night calls are answered too late. 夜间响应迟缓。", isSettled: true,
        after: 150, from: day)
      keep("emergency", of: agreement, between: [.lake, .valley], from: day) { story, books in
        for half in 1...2 {
          story.wait(calendarDays: 150)
          self.post(story, books) {
            .post(
              memo: "Half-year \(half): Valley's half of the night desk, by clause 4 / 半年\(half)：长谷承担夜间值守费之半",
              transfers: [try self.transfer(180_000, from: .valley, to: .lake, "night desk")])
          }
        }
      }
    case "tax": keepTaxBooks(of: agreement, from: day)
    case "services": evaluate(agreement, isComplete: true, after: 300, from: day)
    default: break
    }
  }

  // MARK: Disputes and evaluations

  private func dispute(
    _ agreement: ObjectID, by raiser: Home, against other: Home, claim: String, isSettled: Bool, after days: Int,
    from day: Int
  ) {
    let story = DemonstrationStory(self, from: day)
    story.wait(calendarDays: days)
    var object: ObjectID?
    func act(_ later: Int, by person: DemonstrationPerson, _ command: Dispute.Command) {
      story.then(later) { try self.act(Dispute.self, command, on: object, by: person) }
    }
    story.then {
      let last = try self.commitments(of: agreement).last { $0.debtor == self.cast.id(other) }
      object = try self.act(
        Dispute.self,
        .raise(agreement: agreement, against: self.cast.id(other), commitment: last?.id, claim: claim),
        by: self.lead(raiser))
    }
    if isSettled {
      act(3, by: lead(other), .accept)
      act(4, by: clerk(raiser), .submit(text: "The list of calls. 呼叫清单。"))
      act(5, by: clerk(other), .submit(text: "The duty roster. 值班表。"))
      act(6, by: lead(other), .settle(terms: "A second night crew from July. 七月起增设夜班。"))
      act(2, by: lead(raiser), .agreeToSettlement)
      act(2, by: desk, .close(reasons: "Settled by the parties. 双方和解。"))
    } else {
      // Nobody answers: ten days, then thirty of talks, then thirty with a mediator, each by the clock.
      story.wait(calendarDays: 76)
      act(5, by: guide, .decide(ruling: "The point was right; the reading stands. 采样点无误，读数有效。"))
      act(3, by: desk, .close(reasons: "Decided by the commission. 委员会已裁决。"))
    }
  }

  private func evaluate(_ agreement: ObjectID, isComplete: Bool, after days: Int, from day: Int) {
    let story = DemonstrationStory(self, from: day)
    story.wait(calendarDays: days)
    var object: ObjectID?
    func act(_ later: Int, by person: DemonstrationPerson, _ command: Evaluation.Command) {
      story.then(later) { try self.act(Evaluation.self, command, on: object, by: person) }
    }
    story.then {
      object = try self.act(
        Evaluation.self,
        .plan(
          agreement: agreement, sort: .midTerm, evaluator: self.cast.appointment(.monitor, of: .institute, number: 3),
          criteria: [
            .init(1, question: "How long do people wait? / 等候时间", unit: "days", direction: .down, target: 5),
            .init(2, question: "How many use it? / 使用人数", unit: "people", direction: .up),
          ]), by: self.desk)
    }
    let survey = Exhibit(title: "Sample survey / 示例调查", digest: String(repeating: "5a", count: 32))
    let evaluator = cast.person(.monitor, of: .institute, number: 3)
    act(
      8, by: evaluator,
      .freeze(measures: [
        .init(criterion: 1, before: 12, after: 4, source: .document(survey)),
        .init(criterion: 2, before: 3_000, after: 9_000, source: .document(survey)),
      ]))
    act(6, by: evaluator, .write(lessons: ["One counter is enough. 一个窗口即可。", "Forms should be one page. 表格限一页。"]))
    if !isComplete { return }
    act(3, by: desk, .openComments)
    act(4, by: .visitor, .comment(text: "The counter should open on Saturday. 周六应开放。"))
    act(3, by: clerk(.portChamber), .comment(text: "Our members save a day. 会员节省一天。"))
    act(24, by: member(.lake), .adopt(answer: "Saturday hours begin in autumn. 秋季起周六开放。"))
    act(2, by: member(.lake), .recommend(outcome: .renewal, reasons: "It does what it was to do. 达到预期。"))
  }

  // MARK: Money

  /// Yuan between two organisations.
  private func transfer(_ yuan: Int64, from payer: Home, to payee: Home, _ purpose: String) throws -> Transfer {
    try Transfer(
      Amount(minor: yuan * 100, of: .cny), from: account(of: payer, purpose), to: account(of: payee, purpose))
  }

  private func account(of home: Home, _ purpose: String) throws -> LedgerAccount {
    try LedgerAccount(owner: cast.id(home).description, purpose: purpose)
  }

  private func keep(
    _ name: String, of agreement: ObjectID, between parties: [Home], from day: Int,
    _ continuing: (DemonstrationStory, @escaping () -> ObjectID?) -> Void
  ) {
    let story = DemonstrationStory(self, from: day + 2)
    story.then {
      self.books[name] = try self.act(
        RegionBooks.self, .open(agreement: agreement, parties: parties.map(self.cast.id), currency: "CNY"),
        by: self.desk)
    }
    continuing(story) { self.books[name] }
  }

  private func post(
    _ story: DemonstrationStory, _ books: @escaping () -> ObjectID?, after days: Int = 1,
    _ command: @escaping () throws -> RegionBooks.Command
  ) {
    story.then(days) { try self.act(RegionBooks.self, command(), on: books(), by: self.desk) }
  }

  /// The wager on the water: who pays whom depends on the measured index P, as on the Xin'an river; the amounts are
  /// invented.
  private func keepWaterBooks(of agreement: ObjectID, from day: Int) {
    keep("water", of: agreement, between: [.city, .province], from: day) { story, books in
      post(story, books) {
        let compensation = "water compensation"
        return .adopt(
          name: "wager on P",
          rule: .tiered(
            try TieredTransfer(
              index: TieredTransfer.Index("P"),
              tiers: [
                .init(
                  upTo: try Ratio(19, over: 20), try self.transfer(20_000_000, from: .city, to: .province, compensation)
                ),
                .init(upTo: Ratio(1), try self.transfer(10_000_000, from: .city, to: .province, compensation)),
                .init(upTo: nil, try self.transfer(10_000_000, from: .province, to: .city, compensation)),
              ])), carried: nil)
      }
      for (period, day, index) in [
        ("2025", CalendarDay(year: 2026, month: 1, day: 20), Int64(93)),
        ("2026-H1", CalendarDay(year: 2026, month: 7, day: 20), Int64(104)),
      ] {
        guard let day else { continue }
        let cutOff = DemonstrationRegion.calendar.end(of: day.later(days: -5))
        let settlement = DemonstrationStory(self, from: self.day(from: DemonstrationRegion.calendar.end(of: day)))
        post(settlement, books) {
          .settle(
            rule: "wager on P",
            readings: try Readings([
              try Reading("P", in: period, is: try Ratio(index, over: 100), recorded: cutOff.milliseconds - 86_400_000)
            ]), period: try SettlementPeriod(period, cutOff: cutOff.milliseconds),
            memo: "P of \(period) is \(index)/100 by the institute; clause 4 says who pays / 水质指数结算")
        }
      }
    }
  }

  private func keepTaxBooks(of agreement: ObjectID, from day: Int) {
    keep("tax", of: agreement, between: [.city, .port], from: day) { story, books in
      story.wait(calendarDays: 365)
      post(story, books) {
        let rule = try TaxShareRule.beijingTianjinHebei(
          origin: self.cast.id(.city).description, destination: self.cast.id(.port).description)
        func yuan(_ millions: Int64) -> Amount { Amount(minor: millions * 100_000_000, of: .cny) }
        let schedule = try rule.schedule(
          of: BusinessMove(governmentLed: true, before: [yuan(24), yuan(26), yuan(28)], after: [yuan(30)]))
        return .post(
          memo: "Year 1 of the plant that moved: half of its tax, capped by what it paid before / 首年税收按半分享",
          transfers: [
            try Transfer(
              schedule.years[0].toOrigin, from: self.account(of: .port, "tax share"),
              to: self.account(of: .city, "tax share"))
          ])
      }
    }
  }
}
