/// The agreements of the demonstration, from the table or the first draft to force, amendment, renewal and end.
extension DemonstrationPlay {
  enum AgreementEnd { case unsigned, checking, signing, inForce, amended, terminated, renewed }

  struct Bargain {
    let name: String
    let title: String
    let field: String
    let frame: LegalFrame
    let parties: [Home]
    /// The worked day on which its table, or its draft, begins.
    let day: Int
    let fromTable: Bool
    let duties: Int
    /// After how many days from entry its parties report.
    let reports: [Int]
    let end: AgreementEnd
    let work: String

    init(
      _ name: String, _ title: String, _ field: String, _ frame: LegalFrame, _ parties: [Home],
      from day: Int, table: Bool = false, duties: Int, reports: [Int], _ end: AgreementEnd, work: String
    ) {
      (self.name, self.title, self.field, self.frame, self.parties) = (name, title, field, frame, parties)
      (self.day, fromTable, self.duties, self.reports) = (day, table, duties, reports)
      (self.end, self.work) = (end, work)
    }
  }

  static let bargains: [Bargain] = [
    Bargain(
      "water", "Water compensation on the Clear River / 清河水质补偿协议", "water", .chineseCooperation, [.province, .city],
      from: 70, table: true,
      duties: 12, reports: [100, 210, 320, 420], .inForce, work: "water quality works / 水质工程"),
    Bargain(
      "tax", "Tax share of moved enterprises / 迁移企业税收分享协议", "taxation", .chineseCooperation, [.city, .port], from: 80,
      table: true,
      duties: 8, reports: [120, 240], .inForce, work: "tax statement / 税收核算"),
    Bargain(
      "emergency", "Joint emergency dispatch / 急救联合调度协议", "emergency", .iowa28E, [.lake, .valley], from: 60,
      table: true, duties: 12, reports: [90, 200, 310], .inForce, work: "dispatch duty / 调度值守"),
    Bargain(
      "services", "Recognition of services / 政务服务互认协议", "services", .chineseCooperation, [.city, .port], from: 75,
      table: true, duties: 12,
      reports: [110, 220, 330], .inForce, work: "recognised services / 互认事项"),
    Bargain(
      "toll", "Road toll on the ridge / 山脊公路收费协议", "transport", .chineseCooperation, [.bridge, .ridge], from: 140,
      duties: 4, reports: [],
      .unsigned, work: "toll station / 收费站"),
    Bargain(
      "ferry", "Ferry timetable / 渡船时刻协议", "transport", .chineseCooperation, [.ferry, .rock], from: 90, table: true,
      duties: 10,
      reports: [100, 230], .amended, work: "late crossing / 晚班渡运"),
    Bargain(
      "tourism", "Tourist card / 旅游一卡通协议", "services", .chineseCooperation, [.tea, .spring], from: 65, duties: 8,
      reports: [90], .terminated,
      work: "card offices / 办卡点"),
    Bargain(
      "gauges", "Flood gauges / 水位站共享协议", "water", .chineseCooperation, [.bridge, .lake], from: 40, duties: 8,
      reports: [120], .renewed,
      work: "gauge readings / 水位读数"),
    Bargain(
      "patrol", "Joint river patrol / 联合巡河协议", "water", .chineseCooperation, [.port, .city], from: 100, table: true,
      duties: 10,
      reports: [90, 220], .inForce, work: "patrols / 巡河"),
    Bargain(
      "apprentices", "Apprentices across the line / 跨区学徒协议", "industry", .chineseCooperation, [.ridge, .tea], from: 420,
      duties: 6, reports: [],
      .checking, work: "training places / 培训名额"),
    Bargain(
      "noise", "One measure for noise / 噪声统一标准协议", "standards", .chineseCooperation, [.port, .valley], from: 410,
      duties: 6, reports: [],
      .signing, work: "measurements / 监测"),
  ]

  /// Begins every agreement, with its table where it has one; and a table of a chamber, which signs nothing.
  func makeAgreements() {
    for bargain in Self.bargains {
      if bargain.fromTable {
        negotiate(
          from: bargain.day, parties: bargain.parties, field: bargain.field, file: nil, to: .agreement
        ) { agreement, day in
          self.write(bargain, as: agreement, from: day + 2)
        }
      } else {
        write(bargain, as: nil, from: bargain.day)
      }
    }
    negotiate(
      from: 440, parties: [.port, .portChamber], field: "industry", file: nil, to: .open
    ) { _, _ in }
  }

  private func clauses(of bargain: Bargain) -> [Agreement.ClauseDraft] {
    let duties = (0..<bargain.duties).map { index in
      let debtor = bargain.parties[index % bargain.parties.count]
      return Agreement.Duty(
        id: "d\(index + 1)", debtor: cast.id(debtor),
        creditors: bargain.parties.filter { $0 != debtor }.map(cast.id),
        measure: "Part \(index + 1) of the \(bargain.work)", due: .afterEntry(days: 60 + 45 * index),
        evidence: "Records of the office / 台账", method: index % 3 == 0 ? .measurement : .documents,
        weight: 1 + index % 3, recurrence: index == 0 ? .init(every: .quarter, times: 4) : nil)
    }
    func clause(
      _ id: String, _ heading: String, _ kind: Agreement.ClauseKind, _ text: String, _ items: [String],
      _ duties: [Agreement.Duty] = []
    ) -> Agreement.ClauseDraft {
      Agreement.ClauseDraft(id: id, heading: heading, kind: kind, text: text, items: items, duties: duties)
    }
    let work = bargain.work.split(separator: " / ").map(String.init)
    if bargain.frame == .iowa28E {
      return [
        clause(
          "1", "Purpose / 目的", .provision, "The parties provide \(work[0]) together. 各方共同开展\(work[1])。", ["28E.5-3"]),
        clause("2", "Work / 任务", .obligation, "Each does its parts in time. 各方按期完成。", [], duties),
        clause("3", "Duration / 期限", .provision, "It runs until it is ended. 长期有效。", ["28E.5-1"]),
        clause("4", "Money / 经费", .money, "Costs are shared in the books. 费用记账分担。", ["28E.5-4"]),
        clause(
          "5", "End / 终止", .exit, "A party leaves with notice; goods return to who paid. 可通知退出，财产归出资方。", ["28E.5-5"]),
        clause(
          "6", "Board and property / 委员会与财产", .provision,
          "A board of both carries it out and holds the property. 联合委员会执行并持有财产。",
          ["28E.6-1", "28E.6-2"]),
      ]
    }
    return [
      clause("1", "Area and matters / 范围", .provision, "It concerns \(work[0]). 涉及\(work[1])。", ["cn-1"]),
      clause("2", "Goals / 目标", .provision, "The goals are measured by the institute. 目标由研究所监测评判。", ["cn-2"]),
      clause("3", "Duties / 责任", .obligation, "Each party does its parts in time. 各方按期完成。", ["cn-3"], duties),
      clause("4", "Money / 资金", .money, "What is owed is settled in the books. 应付款项记账结算。", ["cn-4"]),
      clause("5", "Term / 期限", .provision, "It runs for its term and can be renewed. 期满可续。", ["cn-5"]),
      clause(
        "6", "Breach / 违约", .provision, "Who does not perform is heard, then answers for it. 违约者先申辩后担责。", ["cn-6"]),
      clause("7", "Office / 协调机制", .provision, "The joint office coordinates. 联合办公室协调。", ["cn-7"]),
      clause(
        "8", "Change and end / 变更终止", .exit, "It is changed in writing and left with notice. 书面变更，通知退出。", ["cn-8"]),
      clause("9", "Disputes / 争议", .dispute, "Talks, then mediation, then a decision. 协商、调解、裁决。", ["cn-9"]),
    ]
  }

  private func write(_ bargain: Bargain, as drafted: ObjectID?, from day: Int) {
    let story = DemonstrationStory(self, from: day)
    var agreement = drafted
    let (first, second) = (bargain.parties[0], bargain.parties[1])
    func act(
      _ later: Int, by person: DemonstrationPerson, _ command: @escaping (Agreement) throws -> Agreement.Command
    ) {
      story.then(later) {
        let now = try self.read(Agreement.self, agreement)
        try self.act(Agreement.self, command(now), on: agreement, by: person)
      }
    }
    if drafted == nil {
      story.then {
        agreement = try self.act(
          Agreement.self, .draft(parties: bargain.parties.map(self.cast.id), field: bargain.field, table: nil),
          by: self.clerk(first))
      }
    }
    act(1, by: clerk(first)) { _ in
      .set(
        title: bargain.title, frame: bargain.frame,
        terms: .init(
          authentic: "zh", ends: bargain.end == .renewed ? self.now.later(days: 365) : nil,
          noticeDays: bargain.end == .terminated ? 60 : 180))
    }
    for clause in clauses(of: bargain) {
      act(0, by: clerk(first)) { _ in .write(clause: clause, position: nil) }
    }
    act(3, by: clerk(first)) { _ in .submit(reviewer: self.cast.id(.commission)) }
    if bargain.end == .checking { return }
    if bargain.end == .unsigned {
      act(5, by: guide) { _ in .sendBack(reasons: "The toll needs a legal basis. 收费缺依据。") }
      act(20, by: lead(second)) { _ in .abandon(reason: "The road stays free; no agreement is signed. 公路不收费，不再签署。") }
      return
    }
    sign(bargain, story, { agreement }, stopsAtSignature: bargain.end == .signing)
    if bargain.end == .signing { return }
    story.then {
      try self.tick()
      let entered = try self.read(Agreement.self, agreement)
      self.agreements[bargain.name] = entered.id
      self.report(bargain, on: entered.id, from: story.day)
      self.begin(bargain, on: entered.id, from: story.day)
    }
    switch bargain.end {
    case .amended:
      story.wait(calendarDays: 150)
      act(1, by: lead(first)) { _ in .amend(reason: "The new bridge takes two crossings. 新桥取代两班。") }
      act(2, by: clerk(first)) { now in
        var draft = self.clauses(of: bargain)[2]
        draft.duties = draft.duties.filter { $0.id != "d8" && $0.id != "d9" && $0.id != "d10" }
        return .write(clause: draft, position: nil)
      }
      act(1, by: clerk(first)) { _ in .submit(reviewer: self.cast.id(.commission)) }
      sign(bargain, story, { agreement }, stopsAtSignature: false)
      story.then { try self.tick() }
    case .terminated:
      story.wait(calendarDays: 40)
      act(1, by: lead(second)) { _ in .giveNotice(reason: "The card sells too little. 售卡不足。") }
      act(3, by: desk) { _ in .settleDues(of: self.cast.id(second), statement: "Nothing is owed. 无应付款项。") }
    case .renewed:
      story.wait(calendarDays: 270)
      act(1, by: lead(first)) { now in
        let ends = now.ends ?? self.now
        return .prepareRenewal(begins: ends, ends: ends.later(days: 730))
      }
      story.then {
        let successor = try self.read(Agreement.self, agreement).successor
        self.renew(bargain, as: successor, from: story.day + 3)
      }
    default: break
    }
  }

  private func sign(
    _ bargain: Bargain, _ story: DemonstrationStory, _ agreement: @escaping () -> ObjectID?, stopsAtSignature: Bool
  ) {
    func act(
      _ later: Int, by person: DemonstrationPerson, _ command: @escaping (Agreement) throws -> Agreement.Command
    ) {
      story.then(later) {
        let now = try self.read(Agreement.self, agreement())
        try self.act(Agreement.self, command(now), on: now.id, by: person)
      }
    }
    act(5, by: guide) { _ in .confirm(opinion: "Nothing in law stands against it. 无法律障碍。") }
    act(2, by: lead(bargain.parties[0])) { _ in .freeze }
    let signing = stopsAtSignature ? Array(bargain.parties.prefix(1)) : bargain.parties
    for party in signing {
      act(2, by: lead(party)) {
        .sign(version: $0.working?.number ?? 1, digest: $0.working?.digest ?? "")
      }
    }
    if stopsAtSignature { return }
    act(2, by: clerk(bargain.parties[0])) { _ in
      .file(registration: "Sample register \(bargain.name)", disclosure: "Published in full / 全文公开")
    }
  }

  private func renew(_ bargain: Bargain, as successor: ObjectID?, from day: Int) {
    let story = DemonstrationStory(self, from: day)
    story.then {
      try self.act(
        Agreement.self, .submit(reviewer: self.cast.id(.commission)), on: successor, by: self.clerk(bargain.parties[0]))
    }
    sign(bargain, story, { successor }, stopsAtSignature: false)
  }
}
