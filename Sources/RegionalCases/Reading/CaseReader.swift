/// Makes a case of the values of its file, checking what no single value can tell.
///
/// A part that is faulty is left out and the rest is checked all the same, so that one run finds every fault; a case
/// is only made of it when there was none.
final class CaseReader {
  let faults: FaultList
  let folder: CaseFolder
  let shapes: ShapeReader
  private(set) var parties: [Party] = []
  private(set) var indicators: [Indicator] = []
  private var ties: [Tie] = []
  /// Whether no tie was left out as faulty.
  private var hasAllTies = false
  private(set) var partyReference: Reference
  private(set) var indicatorReference: Reference
  private(set) var problemReference: Reference
  private var withoutPlace: Set<PartyID> = []
  /// What was said of an indicator, also where a figure of it is faulty and so is left out of ``indicators``.
  private var faultyIndicators: Set<String> = []

  init(faults: FaultList, folder: CaseFolder, shapes: ShapeReader) {
    self.faults = faults
    self.folder = folder
    self.shapes = shapes
    partyReference = Reference(to: "party", plural: "parties", known: [], faults: faults)
    indicatorReference = Reference(to: "indicator", plural: "indicators", known: [], faults: faults)
    problemReference = Reference(to: "problem", plural: "problems", known: [], faults: faults)
  }

  /// The case in the text of a case file; nil when something is wrong, and then the list of faults says what.
  static func read(_ text: String, folder: CaseFolder, faults: FaultList) -> RegionalCase? {
    guard let root = YAMLText(file: "case.yaml", text: text, faults: faults).root() else { return nil }
    let sourceEntries = root["sources"]?.entries ?? []
    let shapes = ShapeReader(faults: faults, folder: folder, sourceKeys: sourceEntries.map(\.key))
    let scope = ProvenanceScope.none(at: root.place)
    guard let fields = shapes.fields(root, of: .caseFile, called: "the case file", in: scope) else { return nil }
    let reader = CaseReader(faults: faults, folder: folder, shapes: shapes)
    let found = reader.regionalCase(fields)
    // While something is faulty, a source may be named in what was left out.
    guard faults.faults.isEmpty else { return nil }
    for entry in sourceEntries where !shapes.usedSources.contains(entry.key) {
      faults.warning(
        entry.keyPlace, "no figure comes from the source '\(shortened(entry.key))'", "name it, or take it away")
    }
    if found == nil {
      faults.error(root.place, "the case cannot be read", "report this file: no fault was found in it")
    }
    return found
  }

  // MARK: The case

  private func regionalCase(_ root: Fields) -> RegionalCase? {
    if let version = root["interlocal"], let number = version.number, number != Double(MappingShape.knownVersion) {
      faults.error(
        version.place, "version \(plain(number)) of the format is not known",
        "write interlocal: \(MappingShape.knownVersion)")
    }
    let sources = root.table("sources").compactMap { entry in source(entry.key, entry.value) }
    readParties(root)
    readIndicators(root)
    let problemFields = root.list("problems").compactMap(\.fields)
    problemReference = Reference(
      to: "problem", plural: "problems", known: problemFields.compactMap { $0.text("id") }, faults: faults)
    let head = root.fields("case")
    if let head { checkBoundaries(head) }
    ties = root.list("ties").compactMap { $0.fields.flatMap(tie) }
    hasAllTies = ties.count == root.list("ties").count && !isFaulty(root["ties"])
    findOverfullExchanges(ties)
    let institutions = InstitutionReader(case: self).institutions(root.list("institutions"))
    let goals = readGoals(root)
    let problems = problemFields.compactMap { ProblemReader(case: self, fields: $0).problem() }
    findRepeats(of: "problems", among: ids(root.list("problems")), faults: faults)
    warnOfMissingPlaces(problems)
    let mechanisms = MechanismReader(case: self).mechanisms(root)
    let study = study(root)
    guard let head, let id = head.text("id"), let title = head.localized("title"), let money = money(head),
      let period: CostPeriod = head.choice("period"), let mechanisms, let study
    else { return nil }
    return RegionalCase(
      id: id, title: title, summary: head.localized("summary"), money: money, period: period,
      referenceDate: head.date("referenceDate"), boundariesFile: head.text("boundaries"),
      boundaryKey: head.text("boundaryKey") ?? defaultBoundaryKey, sources: sources, parties: parties,
      indicators: indicators, ties: ties, institutions: institutions, conditions: conditions(root), goals: goals,
      problems: problems, mechanisms: mechanisms, studySettings: study)
  }

  private let defaultBoundaryKey = "party_id"

  private func money(_ head: Fields) -> MoneyUnit? {
    guard let fields = head.fields("money"), let currency = fields.text("currency"),
      let scale: MoneyUnit.Scale = fields.choice("scale")
    else { return nil }
    return MoneyUnit(currency: currency, scale: scale, priceYear: fields.number("priceYear").map { Int($0) })
  }

  private func source(_ key: String, _ value: Value) -> Source? {
    guard let fields = value.fields, let citation = fields.localized("citation") else { return nil }
    return Source(
      id: key, citation: citation, url: fields.text("url"), licence: fields.text("licence"),
      note: fields.localized("note"), place: fields.place)
  }

  private func checkBoundaries(_ head: Fields) {
    guard let value = head["boundaries"], let file = value.text, let text = folder.text(file, namedAt: value.place)
    else { return }
    let key = head.text("boundaryKey") ?? defaultBoundaryKey
    Boundaries(file: file, key: key, parties: partyReference, faults: faults).check(text, namedAt: value.place)
  }

  func ids(_ values: [Value]) -> [(id: String, place: Place)] {
    values.compactMap { value in
      guard let fields = value.fields, let id = fields["id"], let text = id.text else { return nil }
      return (text, id.place)
    }
  }

  // MARK: Parties and their figures

  private func readParties(_ root: Fields) {
    let values = root.list("parties")
    let ids = ids(values)
    let isWhole = root["parties"] != nil && ids.count == values.count && !isFaulty(root["parties"])
    partyReference = Reference(
      to: "party", plural: "parties", known: ids.map(\.id), isWhole: isWhole, faults: faults)
    findRepeats(of: "parties", among: ids, faults: faults)
    if let value = root["parties"], case .sequence(let list) = value.content, list.isEmpty {
      faults.error(value.place, "the case has no parties", "add at least two")
    }
    let fields = values.compactMap(\.fields)
    PartyTree(parties: fields, reference: partyReference, faults: faults).check()
    parties = fields.compactMap(party)
  }

  private func isFaulty(_ value: Value?) -> Bool {
    if case .faulty = value?.content { true } else { false }
  }

  private func party(_ fields: Fields) -> Party? {
    if !fields.has("place"), let id = fields.text("id") { withoutPlace.insert(PartyID(id)) }
    guard let id = fields.text("id"), let name = fields.localized("name"), let kind = kind(fields) else { return nil }
    return Party(
      id: PartyID(id), name: name, kind: kind, location: location(fields), capability: fields.figure("capability"),
      autonomy: fields.figure("autonomy"), place: fields.place)
  }

  private func kind(_ fields: Fields) -> PartyKind? {
    guard let word: PartyKindWord = fields.choice("kind") else { return nil }
    let tier: Tier? = fields.choice("tier")
    let parent = fields.text("parent").map { PartyID($0) }
    switch word {
    case .government: return tier.map { .government(tier: $0, parent: parent) }
    case .authority: return .authority(tier: tier, parent: parent)
    case .socialOrganisation:
      let type: OrganisationType? = fields.choice("type")
      return type.map { .socialOrganisation($0) }
    case .monitor: return .monitor
    }
  }

  private func location(_ fields: Fields) -> Location? {
    guard let place = fields.fields("place"), let longitude = place.number("lon"), let latitude = place.number("lat")
    else { return nil }
    return Location(longitude: longitude, latitude: latitude)
  }

  private func warnOfMissingPlaces(_ problems: [Problem]) {
    let members = Set(problems.flatMap(\.members))
    for party in parties where withoutPlace.contains(party.id) && members.contains(party.id) {
      faults.warning(
        party.place, "the member '\(party.id)' has no place", "add place: {lon: …, lat: …} to show it on a map")
    }
  }

  private func readIndicators(_ root: Fields) {
    let entries = root.table("indicators")
    indicatorReference = Reference(
      to: "indicator", plural: "indicators", known: entries.map(\.key), faults: faults)
    for (key, place, value) in entries {
      guard let fields = value.fields, let name = fields.localized("name"), let unit = fields.text("unit"),
        let column = shapes.column(fields, of: .any)
      else {
        faultyIndicators.insert(key)
        continue
      }
      let found = ColumnReader(case: self, name: "the indicator '\(key)'").figures(of: column)
      if found.isFaulty { faultyIndicators.insert(key) }
      indicators.append(Indicator(id: key, name: name, unit: unit, values: found.figures, place: place))
    }
  }

  /// Whether every one of `members` has a figure in the indicator; adds a fault at `place` when one has not.
  func checkIndicator(_ id: String, hasFiguresFor members: [PartyID], at place: Place) {
    guard !faultyIndicators.contains(id), let indicator = indicators.first(where: { $0.id == id }) else { return }
    let missing = members.filter { indicator[$0] == nil }
    guard !missing.isEmpty else { return }
    faults.error(
      place, "the indicator '\(id)' has no figure for \(listed(missing.map(\.rawValue)))", "add it to the indicator")
  }

  /// Adds a fault where no tie of exchange tells whom `members` deal with, and for the single ones without any a fault
  /// or, unless `ofEveryone`, a warning; `value` is what asks for them.
  func checkExchange(among members: [PartyID], askedFor value: Value?, by key: String, ofEveryone: Bool) {
    guard let value, hasAllTies else { return }
    let group = Set(members)
    var dealing: Set<PartyID> = []
    for tie in ties where tie.kind.word == .exchange && tie.strength > 0 {
      if group.contains(tie.from), group.contains(tie.to) { dealing.insert(tie.from) }
    }
    if dealing.isEmpty {
      faults.error(
        value.place, "\(key) is ties, and no member has a tie of exchange to another",
        "add ties of the kind exchange, or write uniform")
      return
    }
    let without = members.filter { !dealing.contains($0) }.map(\.rawValue)
    guard !without.isEmpty else { return }
    let what = "\(key) is ties, and \(listed(without)) \(without.count == 1 ? "has" : "have") none of exchange"
    if ofEveryone {
      faults.error(value.place, what, "give every member a tie of exchange to another, or write uniform")
    } else {
      faults.warning(
        value.place, what, "the others count for nothing there: add the ties, or leave it if that is so")
    }
  }

  // MARK: Ties, goals

  private func tie(_ fields: Fields) -> Tie? {
    let from = partyReference.find("from", of: fields)
    let to = partyReference.find("to", of: fields)
    if let from, from == to {
      faults.error(
        fields["to"]?.place ?? fields.place, "a tie goes from '\(from)' to itself", "tie it to another party")
    }
    let weight = fields.figure("weight")
    guard let from, let to, let word: Tie.Word = fields.choice("kind") else { return nil }
    let kind: Tie.Kind
    switch word {
    case .hierarchy: kind = .hierarchy
    case .agreement: kind = .agreement
    case .membership: kind = .membership
    case .informal: kind = .informal
    case .exchange:
      if let weight, let most = weight.most, most > 1 {
        faults.error(weight.place, "the weight of an exchange is \(plain(most))", "it must be a share, 0 to 1")
      }
      guard let resource = fields.localized("resource") else { return nil }
      kind = .exchange(
        Tie.Exchange(
          resource: resource, importance: fields.figure("importance"), criticality: fields.figure("criticality"),
          substitutability: fields.figure("substitutability")))
    }
    return Tie(
      from: PartyID(from), to: PartyID(to), kind: kind, weight: weight, since: fields.date("since"),
      source: fields.text("source"), place: fields.place)
  }

  /// Adds a fault where the shares of one resource that a party gets from others come to more than all of it.
  private func findOverfullExchanges(_ ties: [Tie]) {
    var shares: [String: Double] = [:]
    for tie in ties {
      guard case .exchange(let exchange) = tie.kind else { continue }
      let key = "\(tie.from)\u{0}\(exchange.resource)"
      let before = shares[key, default: 0]
      // A single share above all there is has a fault of its own.
      let after = before + min(tie.strength, 1)
      shares[key] = after
      // 1e-9: shares such as 0.1 and 0.9 are rounded in binary. Told once, where they come to too much.
      guard before <= 1 + 1e-9, after > 1 + 1e-9 else { continue }
      faults.error(
        tie.place,
        "the shares of '\(shortened("\(exchange.resource)"))' that '\(tie.from)' gets come to \(plain(after))",
        "give weights that come to 1 at most")
    }
  }

  /// The parties in a list, each named once.
  func partyList(_ key: String, of fields: Fields) -> [PartyID] {
    var places: [String: Place] = [:]
    var found: [PartyID] = []
    for value in fields.list(key) {
      guard let id = partyReference.find(value) else { continue }
      if let first = places[id] {
        faults.error(value.place, "'\(id)' stands twice in \(key), first at \(first)", "keep one of them")
      } else {
        places[id] = value.place
        found.append(PartyID(id))
      }
    }
    return found
  }

  private func readGoals(_ root: Fields) -> [Goal] {
    findRepeats(of: "goals", among: ids(root.list("goals")), faults: faults)
    return root.list("goals").compactMap { $0.fields.flatMap(goal) }
  }

  private func goal(_ fields: Fields) -> Goal? {
    let indicator = indicatorReference.find("indicator", of: fields)
    let party = partyReference.find("party", of: fields)
    let told: Goal.Direction? = fields.choice("direction")
    guard let id = fields.text("id"), let title = fields.localized("title"), let indicator,
      let baseline = fields.figure("baseline"), let target = fields.figure("target"), let date = fields.date("date"),
      let weight = fields.figure("weight")
    else { return nil }
    let way: Goal.Direction? =
      target.best > baseline.best ? .rise : target.best < baseline.best ? .fall : nil
    if let told, let way, told != way {
      faults.error(
        fields["direction"]?.place ?? fields.place,
        "the goal is to \(told.rawValue), from \(plain(baseline.best)) to \(plain(target.best))",
        "correct the direction, the baseline or the target")
    }
    guard let direction = told ?? way else {
      faults.error(
        fields.place, "baseline and target are both \(plain(target.best))",
        "say direction: rise or fall, to tell which is worse")
      return nil
    }
    return Goal(
      id: id, title: title, indicator: indicator, party: party.map { PartyID($0) }, direction: direction,
      baseline: baseline, target: target, date: date, weight: weight, place: fields.place)
  }

  private func conditions(_ root: Fields) -> [Condition: Figure] {
    var found: [Condition: Figure] = [:]
    for condition in Condition.allCases {
      if let figure = root.fields("conditions")?.figure(condition.rawValue) { found[condition] = figure }
    }
    return found
  }

  // MARK: Study

  private func study(_ root: Fields) -> StudySettings? {
    guard let fields = root.fields("study") else { return root.has("study") ? nil : .absent }
    return StudySettings(
      problem: problemReference.find("problem", of: fields), seed: fields.number("seed").map { UInt64($0) },
      draws: fields.number("draws").map { Int($0) })
  }
}

/// Names in a row, the first five of them: `A, B and 3 more`.
func listed(_ names: [String]) -> String {
  let shown = names.prefix(5).map { "'\(shortened($0))'" }.joined(separator: ", ")
  return names.count > 5 ? shown + " and \(names.count - 5) more" : shown
}
