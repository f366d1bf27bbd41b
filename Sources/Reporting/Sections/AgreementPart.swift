import Studies

/// Who would stay in an agreement and who would come, and which agreements could stand side by side.
struct AgreementPart {
  let voice: Voice
  private var mechanisms: MechanismFindings { voice.findings.mechanisms }

  func write(to html: inout HTML) {
    let sentences = self.sentences
    guard !sentences.isEmpty else { return }
    html.element("h3", text: voice.say(AgreementPhrase.title))
    html.element("ul") { html in
      for sentence in sentences { html.element("li", text: sentence) }
    }
    if let table { table.writeFolded(to: &html) }
  }

  /// What is said of the forms ranked first, of agreements side by side, and of the forms that are left out.
  var sentences: [String] {
    mechanisms.ranking.compactMap { form in form.membership.map { stability(form, $0) } }
      + (mechanisms.ranking.first { $0.sideBySide != nil }.flatMap(sideBySide).map { [$0] } ?? [])
      + (mechanisms.withoutAuthority.isEmpty
        ? []
        : [
          voice.say(
            AgreementPhrase.withoutAuthority, ["forms": .text(voice.list(mechanisms.withoutAuthority.map(voice.form)))])
        ])
  }

  private func stability(_ form: MechanismFinding, _ membership: MembershipFinding) -> String {
    let name = voice.theForm(form.id)
    guard form.isFormed else {
      return voice.say(AgreementPhrase.notFormed, ["form": .text(name)]).capitalizedFirst
    }
    var parts: [String] = []
    if membership.leavers.isEmpty {
      parts.append(voice.say(AgreementPhrase.nobodyLeaves))
    } else {
      parts.append(
        voice.say(
          AgreementPhrase.leavers,
          ["who": .text(voice.shortList(voice.names(membership.leavers.map(\.name))))]))
      if membership.couldKeepAll == true { parts.append(voice.say(AgreementPhrase.couldKeepAll)) }
    }
    if form.members.count < voice.findings.players.count {
      parts.append(
        membership.joiners.isEmpty
          ? voice.say(AgreementPhrase.nobodyJoins)
          : voice.say(
            AgreementPhrase.joiners,
            ["who": .text(voice.shortList(voice.names(membership.joiners.map(\.name))))]))
    }
    return voice.say(AgreementPhrase.inForm, ["form": .text(name), "what": .text(voice.clauses(parts))])
      .capitalizedFirst
  }

  private func sideBySide(_ form: MechanismFinding) -> String? {
    form.sideBySide.map { found in
      voice.say(
        found.isProved ? AgreementPhrase.sideBySide : .sideBySideFound,
        [
          "n": .count(found.agreements.count), "form": .text(voice.form(form.id)),
          "net": .text(voice.money(found.netGain)), "one": .text(voice.amount(form.isFormed ? form.netGain : 0)),
        ])
    }
  }

  /// The agreements of each form that could stand side by side.
  private var table: DataTable? {
    let rows = mechanisms.ranking.compactMap { form in form.sideBySide.map { (form, $0) } }
    guard !rows.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(AgreementPhrase.table, ["unit": .text(voice.unitWithYear)]),
      columns: [
        .init(title: voice.say(MechanismPhrase.form), isNumber: false),
        .init(title: voice.say(AgreementPhrase.agreements), isNumber: false),
        .init(title: voice.say(AgreementPhrase.oneNet)), .init(title: voice.say(AgreementPhrase.allNet)),
      ],
      rows: rows.map { form, found in
        .init(cells: [
          voice.form(form.id),
          voice.clauses(found.agreements.map { $0.map(voice.name).joined(separator: "–") }),
          voice.amount(form.isFormed ? form.netGain : 0), voice.amount(found.netGain),
        ])
      })
  }
}

/// What is said of who joins agreements.
enum AgreementPhrase: String, Phrase {
  case title, inForm, notFormed, nobodyLeaves, leavers, couldKeepAll, nobodyJoins, joiners, sideBySide, sideBySideFound
  case withoutAuthority, table, agreements, oneNet, allNet

  var wording: Wording {
    switch self {
    case .title: Wording("Who would stay, and who would come", "谁会留下，谁会加入")
    case .inForm: Wording("{form}: {what}.", "{form}：{what}。")
    case .notFormed: Wording("{form} does not come about, so nobody can leave or join it.", "{form}无法达成，也就无所谓退出或加入。")
    case .nobodyLeaves: Wording("no member would gain by leaving", "没有成员因退出而获益")
    case .leavers: Wording("{who} would gain by leaving while the others stay", "其他成员留下时，{who}会因退出而获益")
    case .couldKeepAll: Wording("payments among the members could keep everybody", "成员间的支付足以留住所有成员")
    case .nobodyJoins: Wording("nobody outside would gain by joining", "没有外部成员因加入而获益")
    case .joiners: Wording("{who} would gain by joining if let in", "若获准，{who}会因加入而获益")
    case .sideBySide:
      Wording(
        "{n#agreement#agreements} of the kind “{form}” side by side would bring the region {net}, against {one} of one alone; no other set of them brings the members more.",
        "{n}项“{form}”并行可给区域带来{net}，单独一项为{one}；没有其他组合能使成员得到更多。")
    case .sideBySideFound:
      Wording(
        "{n#agreement#agreements} of the kind “{form}” side by side would bring the region {net}, against {one} of one alone; this is the best set found, not proved the best.",
        "{n}项“{form}”并行可给区域带来{net}，单独一项为{one}；这是找到的最佳组合，但未证明为最佳。")
    case .withoutAuthority:
      Wording(
        "The case names no level above the members, so these forms are left out: {forms}.",
        "案例未列出成员之上的上级，故不比较以下形式：{forms}。")
    case .table: Wording("Agreements side by side, in {unit}", "并行的协议，单位：{unit}")
    case .agreements: Wording("Agreements", "协议")
    case .oneNet: Wording("Net gain of one", "单独一项净收益")
    case .allNet: Wording("Net gain of all", "合计净收益")
    }
  }
}
