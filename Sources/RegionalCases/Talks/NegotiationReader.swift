/// Makes a negotiation of the values of its file, checking what no single value can tell.
struct NegotiationReader {
  let shapes: ShapeReader

  private var faults: FaultList { shapes.faults }

  /// Nil when something is wrong, and then the list of faults says what.
  func contents(of fields: Fields) -> NegotiationContents? {
    let agenda = agenda(fields)
    let table = AgendaTable(
      issues: agenda.compactMap { $0 }, isWhole: !agenda.contains { $0 == nil } && fields.has("agenda"), faults: faults)
    let parties = parties(fields, at: table)
    let acceptance = acceptance(fields)
    if let acceptance, acceptance != .unanimity, !parties.isEmpty, parties.allSatisfy({ $0.votes == 0 }) {
      faults.error(
        fields.keyPlace("acceptance"), "votes decide, and no party has any", "give at least one party a vote, or more")
    }
    guard let title = fields.localized("title"), let acceptance, faults.faults.isEmpty else { return nil }
    return NegotiationContents(
      title: title, summary: fields.localized("summary"), sources: fields.sources(), agenda: table.issues,
      parties: parties, rounds: fields.number("rounds").map { Int($0) }, acceptance: acceptance)
  }

  private func acceptance(_ fields: Fields) -> NegotiationFile.Acceptance? {
    guard let value = fields["acceptance"] else { return .unanimity }
    if let quota = value.fields { return quota.number("quota").map { .quota($0) } }
    return value.text.map { $0 == "majority" ? .majority : .unanimity }
  }

  // MARK: The agenda

  private func agenda(_ fields: Fields) -> [NegotiationFile.Issue?] {
    let values = fields.list("agenda")
    findRepeats(of: "issues", among: names(of: values), called: "name", faults: faults)
    return values.map { $0.fields.flatMap(issue) }
  }

  private func names(of values: [Value]) -> [(id: String, place: Place)] {
    values.compactMap { value in
      guard let name = value.fields?["name"], let text = name.text else { return nil }
      return (text, name.place)
    }
  }

  private func issue(_ fields: Fields) -> NegotiationFile.Issue? {
    guard let name = fields.text("name"), let options = options(fields, of: name) else { return nil }
    let numbers = fields.fields("integers") ?? fields.fields("quantity")
    var labels: [LocalizedText] = []
    if case .choices(let names) = options { labels = choiceLabels(fields, of: names) }
    return NegotiationFile.Issue(
      name: name, label: fields.localized("label") ?? LocalizedText(name), options: options, choiceLabels: labels,
      unit: numbers?.localized("unit"), source: fields.text("source"), place: fields.place)
  }

  private func options(_ fields: Fields, of name: String) -> NegotiationFile.Issue.Options? {
    if fields.has("choices") {
      let choices = fields.texts("choices")
      var first: [String: Place] = [:]
      var isSound = !choices.isEmpty && choices.count == fields.list("choices").count
      for (choice, place) in choices {
        if let earlier = first[choice] {
          faults.error(
            place, "'\(shortened(choice))' stands twice in the choices of '\(shortened(name))', first at \(earlier)",
            "keep one of them")
          isSound = false
        } else {
          first[choice] = place
        }
      }
      return isSound ? .choices(choices.map(\.text)) : nil
    }
    if let numbers = fields.fields("integers") {
      guard let (from, to) = ends(numbers, of: name, strictly: false) else { return nil }
      guard to - from < 10_000 else {
        faults.error(
          numbers.place, "'\(shortened(name))' has \(plain(to - from + 1)) whole numbers",
          "give at most 10000, or write it as a quantity with steps")
        return nil
      }
      return .integers(Int(from)...Int(to))
    }
    guard let numbers = fields.fields("quantity"), let (from, to) = ends(numbers, of: name, strictly: true),
      let steps = numbers.number("steps")
    else { return nil }
    return .quantity(from...to, steps: Int(steps))
  }

  private func ends(_ fields: Fields, of name: String, strictly: Bool) -> (from: Double, to: Double)? {
    guard let from = fields.number("from"), let to = fields.number("to") else { return nil }
    guard strictly ? from < to : from <= to, (to - from).isFinite else {
      faults.error(
        fields["from"]?.place ?? fields.place,
        "from of '\(shortened(name))' is \(plain(from)) and to is \(plain(to))",
        "from must be \(strictly ? "below" : "at most") to")
      return nil
    }
    return (from, to)
  }

  private func choiceLabels(_ fields: Fields, of choices: [String]) -> [LocalizedText] {
    let reference = Reference(to: "choice", plural: "choices", known: choices, faults: faults)
    var labels: [String: LocalizedText] = [:]
    for (key, place, value) in fields.table("choiceLabels") {
      guard let choice = reference.find(key, at: place), case .localized(let label) = value.content else { continue }
      labels[choice] = label
    }
    return choices.map { labels[$0] ?? LocalizedText($0) }
  }

  // MARK: The parties

  private func parties(_ fields: Fields, at table: AgendaTable) -> [NegotiationFile.Party] {
    let values = fields.list("parties")
    findRepeats(of: "parties", among: names(of: values), called: "name", faults: faults)
    let parties = values.compactMap { value in value.fields.flatMap { party($0, at: table) } }
    return parties.count == values.count ? parties : []
  }

  private func party(_ fields: Fields, at table: AgendaTable) -> NegotiationFile.Party? {
    let name = fields.text("name") ?? "a party"
    let provenance = shapes.optionalProvenance(of: fields, called: "the party '\(shortened(name))'")
    let stances = PreferenceReader(shapes: shapes, table: table, party: name)
    let preferences = stances.preferences(fields)
    let couplings = stances.couplings(fields)
    let package = fields["reservation"].flatMap { value -> [Int]? in
      if case .table(let entries) = value.content { stances.package(entries, at: value.place) } else { nil }
    }
    let chances = ReservationReader(faults: faults, party: name).reservation(fields)
    guard let preferences, let couplings, fields.text("name") != nil, faults.faults.isEmpty,
      package != nil || chances != nil || fields.number("reservation") != nil
    else { return nil }
    let discount = fields.number("discount").map(NegotiationFile.Discount.perRound) ?? .none
    func party(reservation: Double) -> NegotiationFile.Party {
      NegotiationFile.Party(
        name: name, label: fields.localized("label") ?? LocalizedText(name), weights: preferences.weights,
        scores: preferences.scores, couplings: couplings, reservation: reservation, privateReservation: chances,
        reservationPackage: package, discount: discount == .perRound(1) ? .none : discount,
        strategy: strategy(fields["strategy"]),
        power: fields.number("power") ?? 1, votes: fields.number("votes") ?? 1, provenance: provenance,
        place: fields.place)
    }
    let told = party(reservation: chances?.mean ?? fields.number("reservation") ?? 0)
    let found = package.map { party(reservation: told.worth(of: $0)) } ?? told
    warn(of: found, fields, on: table.issues)
    return found
  }

  private func strategy(_ value: Value?) -> NegotiationFile.Strategy? {
    guard let value, let word = value.text ?? value.fields?.text("name"),
      let kind = NegotiationFile.StrategyKind(rawValue: word)
    else { return nil }
    return NegotiationFile.Strategy(kind: kind, exponent: value.fields?.number("exponent") ?? kind.usualExponent)
  }

  /// Warns where nothing that can be agreed is better than no deal, and where an issue that counts makes no difference.
  private func warn(of party: NegotiationFile.Party, _ fields: Fields, on agenda: [NegotiationFile.Issue]) {
    let best = party.worths.reduce(0) { $0 + ($1.max() ?? 0) } + party.couplings.reduce(0) { $0 + max(0, $1.points) }
    let least = party.privateReservation?.range.lowerBound ?? party.reservation
    if party.reservationPackage == nil, least > best {
      faults.warning(
        fields["reservation"]?.place ?? fields.place,
        "no deal is worth \(plain(least)) to '\(shortened(party.name))' and no package more than \(rounded(best))",
        "nothing can be agreed: lower the reservation, or leave it if that is so")
    }
    let coupled = Set(party.couplings.flatMap(\.issues))
    for (index, issue) in agenda.enumerated() where party.weights[index] > 0 && issue.count > 1 {
      guard !coupled.contains(index), Set(party.scores[index]).count == 1 else { continue }
      faults.warning(
        fields["preferences"]?.place ?? fields.place,
        "every option of '\(shortened(issue.name))' is worth the same to '\(shortened(party.name))', and the issue counts "
          + plain(party.weights[index]),
        "score the options apart, or give the weight to issues that make a difference")
    }
  }
}

/// A number to four decimals at most, as an author would write it.
func rounded(_ number: Double) -> String { abs(number) < 1e11 ? plain((number * 1e4).rounded() / 1e4) : plain(number) }

/// Adds a fault for every name that was used before, at its second use.
func findRepeats(of noun: String, among ids: [(id: String, place: Place)], called key: String, faults: FaultList) {
  var first: [String: Place] = [:]
  for (id, place) in ids {
    if let earlier = first[id] {
      faults.error(
        place, "'\(shortened(id))' is the \(key) of two \(noun), the first at \(earlier)",
        "give each a \(key) of its own")
    } else {
      first[id] = place
    }
  }
}
