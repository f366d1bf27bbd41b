/// Makes a decision of the values of its file, checking what no single value can tell.
struct DecisionReader {
  let shapes: ShapeReader

  private var faults: FaultList { shapes.faults }

  /// Nil when something is wrong, and then the list of faults says what.
  func contents(of fields: Fields) -> DecisionContents? {
    let issues = fields.list("issues").map { $0.fields.flatMap(issue) }
    findRepeats(of: "issues", among: names(of: fields.list("issues")), called: "name", faults: faults)
    let known = issues.compactMap { $0 }
    let values = fields.list("parties")
    findRepeats(of: "parties", among: names(of: values), called: "name", faults: faults)
    let provenance = shapes.optionalProvenance(of: fields, called: "the decision")
    let stances = StanceReader(
      issues: known, areIssuesWhole: known.count == issues.count && fields.has("issues"),
      parties: names(of: values).map(\.id), arePartiesWhole: arePartiesWhole(values, of: fields), faults: faults)
    let table = stances.table(fields)
    let parties = values.compactMap { $0.fields.flatMap { party($0, table) } }
    checkCount(of: values, fields)
    guard let title = fields.localized("title"), faults.faults.isEmpty else { return nil }
    stances.checkStrength(of: parties, fields)
    stances.warnOfGaps(in: parties, fields)
    guard faults.faults.isEmpty else { return nil }
    let model = fields.fields("model")
    return DecisionContents(
      title: title, summary: fields.localized("summary"), sources: fields.sources(), issues: known, parties: parties,
      provenance: provenance, model: model?.choice("name"), rounds: model?.number("rounds").map { Int($0) },
      voting: model?.choice("voting"), seed: model?.number("seed").map { UInt64($0) })
  }

  private func names(of values: [Value]) -> [(id: String, place: Place)] {
    values.compactMap { value in
      guard let name = value.fields?["name"], let text = name.text else { return nil }
      return (text, name.place)
    }
  }

  private func arePartiesWhole(_ values: [Value], of fields: Fields) -> Bool {
    if case .sequence = fields["parties"]?.content { names(of: values).count == values.count } else { false }
  }

  private func checkCount(of values: [Value], _ fields: Fields) {
    guard case .sequence = fields["parties"]?.content, !(2...10_000).contains(values.count) else { return }
    faults.error(
      fields.keyPlace("parties"), "there \(values.count == 1 ? "is 1 party" : "are \(values.count) parties")",
      "give 2 to 10000")
  }

  private func issue(_ fields: Fields) -> DecisionFile.Issue? {
    guard let name = fields.text("name") else { return nil }
    let (from, to) = (fields.number("from") ?? 0, fields.number("to") ?? 100)
    for key in ["from", "to"] where fields.has(key) && fields.number(key) == nil { return nil }
    guard from < to, (to - from).isFinite else {
      faults.error(
        fields["from"]?.place ?? fields["to"]?.place ?? fields.place,
        "the scale of '\(shortened(name))' goes from \(plain(from)) to \(plain(to))", "from must be below to")
      return nil
    }
    return DecisionFile.Issue(
      name: name, label: fields.localized("label") ?? LocalizedText(name), from: from, to: to,
      fromLabel: fields.localized("fromLabel"), toLabel: fields.localized("toLabel"), unit: fields.localized("unit"),
      place: fields.place)
  }

  private func party(_ fields: Fields, _ table: [String: [DecisionFile.Stance?]]) -> DecisionFile.Party? {
    guard let name = fields.text("name"), let capability = fields.number("capability"), let stances = table[name]
    else { return nil }
    return DecisionFile.Party(
      name: name, label: fields.localized("label") ?? LocalizedText(name), capability: capability, stances: stances,
      place: fields.place)
  }
}

/// Reads where each party stands on each issue.
struct StanceReader {
  let issues: [DecisionFile.Issue]
  let areIssuesWhole: Bool
  let parties: [String]
  let arePartiesWhole: Bool
  let faults: FaultList

  /// The stances of each party, one an issue.
  func table(_ fields: Fields) -> [String: [DecisionFile.Stance?]] {
    let issueReference = Reference(
      to: "issue", plural: "issues", known: issues.map(\.name), isWhole: areIssuesWhole, faults: faults)
    let partyReference = Reference(
      to: "party", plural: "parties", known: parties, isWhole: arePartiesWhole, faults: faults)
    let indices = Dictionary(issues.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var table = Dictionary(
      parties.map { ($0, [DecisionFile.Stance?](repeating: nil, count: issues.count)) },
      uniquingKeysWith: { first, _ in first })
    for value in fields.list("positions") {
      guard let fields = value.fields else { continue }
      let party = partyReference.find("party", of: fields)
      let issue = issueReference.find("issue", of: fields).flatMap { indices[$0] }
      guard let party, let issue, let position = fields["position"], let number = position.number,
        let salience = fields.number("salience")
      else { continue }
      let shown = issues[issue]
      guard number >= shown.from, number <= shown.to else {
        faults.error(
          position.place, "the position of '\(shortened(party))' on '\(shortened(shown.name))' is \(plain(number))",
          "the scale goes from \(plain(shown.from)) to \(plain(shown.to))")
        continue
      }
      if let earlier = table[party]?[issue] {
        faults.error(
          fields.place,
          "'\(shortened(party))' has two positions on '\(shortened(shown.name))', the first at \(earlier.place)",
          "keep one of them")
        continue
      }
      table[party]?[issue] = DecisionFile.Stance(position: number, salience: salience, place: fields.place)
    }
    return table
  }

  /// Adds a fault for every issue on which nobody with any strength stands.
  func checkStrength(of parties: [DecisionFile.Party], _ fields: Fields) {
    guard parties.contains(where: { $0.capability > 0 }) else {
      faults.error(
        fields.keyPlace("parties"), "no party has any capability", "give at least one a number above 0")
      return
    }
    for (index, issue) in issues.enumerated()
    where !parties.contains(where: { $0.capability * ($0.stances[index]?.salience ?? 0) > 0 }) {
      faults.error(
        issue.place, "nobody with capability cares about '\(shortened(issue.name))'",
        "give such a party a position with a salience above 0, or leave the issue out")
    }
  }

  /// Warns of parties that have no position on some issue.
  func warnOfGaps(in parties: [DecisionFile.Party], _ fields: Fields) {
    for (index, issue) in issues.enumerated() {
      let silent = parties.filter { $0.stances[index] == nil }.map(\.name)
      guard !silent.isEmpty else { continue }
      faults.warning(
        issue.place,
        "\(listed(silent)) \(silent.count == 1 ? "has" : "have") no position on '\(shortened(issue.name))'",
        "add one, or leave it if it does not concern them")
    }
  }
}
