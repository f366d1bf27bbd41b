import Registry
import Reporting

/// Why something about a kind of thing was refused, in the visitor's language, and what would help.
struct RefusalWords {
  let tongue: Tongue
  /// Nothing where it is not known what it was about.
  let kind: ObjectKind?
  /// In which moments are told; UTC where it is not known.
  let zone: String?
  private let reading: Reading?

  init(_ tongue: Tongue, about kind: ObjectKind?) {
    (self.tongue, self.kind, zone, reading) = (tongue, kind, nil, nil)
  }

  /// In the names by which this visitor knows things, and in the region's time.
  init(_ reading: Reading, about kind: ObjectKind) {
    (self.tongue, self.kind, self.reading) = (reading.tongue, kind, reading)
    zone = reading.region?.charter.calendar.zone
  }

  /// People and organisations by name, all else by number.
  func name(_ id: ObjectID) -> String {
    guard let reading, [.organisation, .appointment].contains(id.kind) else { return id.description }
    return reading.name(of: id)
  }

  private func act(_ code: String) -> String {
    if let kind { return tongue.act(code, of: kind) }
    // A code means much the same wherever it stands; the first kind that knows it has the word.
    return ObjectKind.allCases.lazy.map { tongue.act(code, of: $0) }.first { $0 != code } ?? code
  }

  /// What is wrong with an answer and what would help, without the name of its field.
  func say(fault: Refusal.Sentence, remedy: Refusal.Sentence) -> String {
    tongue.say(RefusalPhrase.invalidAnswer, ["fault": .text(sentence(fault)), "remedy": .text(sentence(remedy))])
  }

  func text(_ refusal: Refusal) -> String {
    func say(_ phrase: RefusalPhrase, _ fillings: [String: Filling] = [:]) -> String { tongue.say(phrase, fillings) }
    switch refusal {
    case .notFound(let id): return say(.notFound, ["id": .text(id.description)])
    case .outdated(let id, let prepared, let now):
      return say(.outdated, ["id": .text(id.description), "was": .count(prepared), "now": .count(now)])
    case .notNow(let id, let code, let stage, let possible):
      return say(
        .notNow,
        [
          "id": .text(id.description), "act": .text(act(code)), "stage": .text(tongue.stage(stage, of: id.kind)),
          "possible": .text(possible.isEmpty ? tongue.say(WordPhrase.none) : tongue.row(possible.map(act))),
        ])
    case .notEntitled(let code, let needed):
      let who = needed.map { tongue.word(CapacityPhrase.self, $0.rawValue) }
      return say(.notEntitled, ["act": .text(act(code)), "who": .text(tongue.row(who))])
    case .powerMissing(let power, let code):
      let word = tongue.word(PowerPhrase.self, power.rawValue)
      return say(.powerMissing, ["act": .text(act(code)), "power": .text(word)])
    case .secondFactorMissing(let code): return say(.secondFactorMissing, ["act": .text(act(code))])
    case .conditionFails(let condition, _, let remedy):
      return say(.conditionFails, ["condition": .text(sentence(condition)), "remedy": .text(sentence(remedy))])
    case .invalid(let field, let fault, let remedy):
      let fillings: [String: Filling] = ["fault": .text(sentence(fault)), "remedy": .text(sentence(remedy))]
      guard let label = label(of: field) else { return say(.invalidSomewhere, fillings) }
      return say(.invalid, fillings.merging(["field": .text(label)]) { $1 })
    case .appointmentNotValid(let id): return say(.appointmentNotValid, ["id": .text(id.description)])
    case .keyReused: return say(.keyReused)
    case .unavailable: return say(.unavailable)
    case .unconfirmed: return say(.unconfirmed)
    }
  }
}

extension Refusal {
  /// Why what was filled in is no command: an amount, a number or a day that its type refuses.
  static func unreadable(_ error: any Error) -> Refusal {
    switch error {
    case let fault as MoneyError: .invalid(field: fault.place, fault: fault.what, remedy: fault.remedy)
    case DecodingError.dataCorrupted(let context):
      .invalid(
        field: context.codingPath.dropFirst(2).map(\.stringValue).joined(separator: "."),
        fault: "it cannot be read", remedy: "correct it and send the form again")
    default: .invalid(field: "form", fault: "it cannot be read", remedy: "fill in every field that is not optional")
    }
  }

  /// The state of HTTP that goes with it.
  var status: Reply.Status {
    switch self {
    case .notFound: .notFound
    case .outdated, .keyReused, .notNow: .conflict
    case .notEntitled, .powerMissing, .secondFactorMissing, .appointmentNotValid: .forbidden
    case .conditionFails, .invalid: .unprocessable
    case .unavailable, .unconfirmed: .unavailable
    }
  }
}

/// Why something was refused.
enum RefusalPhrase: String, Phrase {
  case notFound, outdated, notNow, notEntitled, powerMissing, secondFactorMissing, conditionFails, invalid,
    appointmentNotValid, invalidSomewhere, invalidAnswer, keyReused, unavailable,
    unconfirmed

  var wording: Wording {
    switch self {
    case .notFound:
      Wording(
        "There is no {id} that you may see. Check the number, or ask its parties.", "没有您可以查看的{id}。请核对编号，或咨询当事方。")
    case .outdated:
      Wording(
        "{id} has changed since you opened it (version {was}, now {now}). Read it again and repeat your act.",
        "{id}在您打开之后已有变动（您看到的是第{was}版，现为第{now}版）。请重新阅读后再办理。")
    case .notNow:
      Wording(
        "“{act}” is not possible while {id} is “{stage}”. Possible now: {possible}.",
        "{id}处于“{stage}”阶段，不能办理“{act}”。目前可办理：{possible}。")
    case .notEntitled:
      Wording(
        "“{act}” is for: {who}. Ask one of them, or be appointed.", "“{act}”仅限：{who}。请联系其中一方，或先取得任职。")
    case .powerMissing:
      Wording(
        "“{act}” needs the power “{power}” in this field. Have it delegated to you.",
        "办理“{act}”需要本领域的“{power}”授权。请先取得授权。")
    case .secondFactorMissing:
      Wording(
        "“{act}” needs your second factor. Give the code of your authenticator, then repeat.",
        "办理“{act}”需要第二重验证。请输入验证器中的代码后重试。")
    case .conditionFails: Wording("Needed: {condition}; {remedy}.", "条件：{condition}。{remedy}。")
    case .invalid: Wording("{field}: {fault}; {remedy}.", "{field}：{fault}。{remedy}。")
    case .invalidAnswer: Wording("{fault}; {remedy}", "{fault}。{remedy}")
    case .invalidSomewhere: Wording("It cannot be recorded so: {fault}; {remedy}.", "无法记入：{fault}。{remedy}。")
    case .appointmentNotValid:
      Wording(
        "The appointment {id} is not valid now. Act under another, or be appointed anew.",
        "任职{id}目前无效。请改用其他任职，或重新取得任职。")
    case .keyReused:
      Wording("This form was sent before with other answers. Open it again.", "此表单此前已用不同的内容提交。请重新打开。")
    case .unavailable:
      Wording("The record cannot be written at the moment. Try again in a few minutes.", "目前无法写入记录。请几分钟后重试。")
    case .unconfirmed:
      Wording(
        "It is not known yet whether this was recorded. Send this form again in a few minutes: it cannot be recorded twice.",
        "尚不确定是否已记入。请几分钟后再次提交此表单，不会重复记入。")
    }
  }
}

/// In which capacities people act.
enum CapacityPhrase: String, Phrase {
  case anyone, appointed, desk, conference, authority, monitor, mediator, socialOrganisation, auditor, administrator,
    clock, filer, partyClerk, partyLead, debtorLead, creditorLead, assignedMonitor, reviewer, subjectLead

  var wording: Wording {
    switch self {
    case .anyone: Wording("everybody", "任何人")
    case .appointed: Wording("everybody appointed in the region", "本地区任职人员")
    case .desk: Wording("the joint office", "联合办公室")
    case .conference: Wording("members of the joint conference", "联席会议成员")
    case .authority: Wording("the higher authority", "上级机关")
    case .monitor: Wording("monitors", "监测机构")
    case .mediator: Wording("the mediator", "调解员")
    case .socialOrganisation: Wording("social organisations", "社会组织")
    case .auditor: Wording("auditors", "审计员")
    case .administrator: Wording("administrators", "管理员")
    case .clock: Wording("the clock", "时限")
    case .filer: Wording("whoever brought it in", "提出人")
    case .partyClerk: Wording("clerks of the parties", "当事方经办人")
    case .partyLead: Wording("leads of the parties", "当事方负责人")
    case .debtorLead: Wording("the lead of who owes it", "承诺方负责人")
    case .creditorLead: Wording("the lead of to whom it is owed", "受益方负责人")
    case .assignedMonitor: Wording("the assigned monitor", "指定监测员")
    case .reviewer: Wording("a second person of the monitor", "复核人")
    case .subjectLead: Wording("the lead of whom it concerns", "相对方负责人")
    }
  }
}

/// What may be delegated.
enum PowerPhrase: String, Phrase {
  case table, accept, sign, report, assignMonitor, certify, decide, post, appoint

  var wording: Wording {
    switch self {
    case .table: Wording("table offers", "提出方案")
    case .accept: Wording("accept offers", "接受方案")
    case .sign: Wording("sign", "签署")
    case .report: Wording("report", "报告")
    case .assignMonitor: Wording("assign monitors", "指定监测机构")
    case .certify: Wording("certify", "出具证明")
    case .decide: Wording("decide", "作出决定")
    case .post: Wording("post to the books", "记账")
    case .appoint: Wording("appoint", "任命")
    }
  }
}
