import Studies

/// Which kind of trap it is, in words, with the figures it was decided by.
struct VerdictPart {
  let voice: Voice

  func write(to html: inout HTML) {
    let sentences = voice.verdictSentences
    guard !sentences.isEmpty else { return }
    html.element("p", ["class": "verdict"], text: sentences.joined(separator: voice.joint))
    grounds?.writeFolded(to: &html)
  }

  /// Every number that was looked at, and whether it counts.
  var grounds: DataTable? {
    guard let verdict = voice.findings.diagnosis.verdict, !verdict.grounds.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(VerdictPhrase.groundTitle),
      columns: [
        .init(title: voice.say(VerdictPhrase.measure), isNumber: false),
        .init(title: voice.say(VerdictPhrase.value)), .init(title: voice.say(VerdictPhrase.threshold)),
        .init(title: voice.say(VerdictPhrase.counts), isNumber: false),
      ],
      rows: verdict.grounds.map { ground in
        .init(cells: [
          voice.word(MeasureName.self, ground.measure), voice.measured(ground.value, as: ground.measure),
          voice.threshold(ground.threshold, of: ground.measure), voice.say(ground.holds ? ListPhrase.yes : .no),
        ])
      }, note: voice.say(VerdictPhrase.groundNote))
  }
}

extension Voice {
  /// What stands between two sentences.
  var joint: String { language == .english ? " " : "" }

  /// The verdict in one or two sentences for the summary: what trap it is, and who needs a push.
  var verdictSummary: String? {
    guard findings.diagnosis.verdict != nil else { return nil }
    return (kindSentences + [pushSentence ?? waitingSentence].compactMap { $0 }).joined(separator: joint)
  }

  /// The verdict in full.
  var verdictSentences: [String] {
    guard let verdict = findings.diagnosis.verdict else { return [] }
    var sentences = kindSentences + [waitingSentence, pushSentence].compactMap { $0 }
    if !verdict.isComplete { sentences.append(say(VerdictPhrase.incomplete)) }
    return sentences
  }

  private var kindSentences: [String] {
    guard let verdict = findings.diagnosis.verdict else { return [] }
    let isMixed = verdict.trap == TrapName.mixed.rawValue
    let kinds = isMixed ? verdict.parts : [verdict.trap]
    let sentences = kinds.map { kind -> String in
      let name =
        switch TrapName(rawValue: kind) {
        // Where both hold at once, neither is denied.
        case .defection where !isMixed: say(VerdictPhrase.defectionOnly)
        case .assurance where !isMixed: say(VerdictPhrase.assuranceOnly)
        default: word(TrapName.self, kind)
        }
      return say(
        VerdictPhrase.ofKind, ["kind": .text(name.capitalizedFirst), "how": .text(how(kind, in: verdict))])
    }
    guard isMixed else { return sentences }
    return [say(VerdictPhrase.mixed, ["which": .text(list(kinds.map { word(TrapName.self, $0) }))])] + sentences
  }

  /// How one sees that it is this trap; a kind the catalogue does not know stands as it is.
  private func how(_ trap: String, in verdict: VerdictFinding) -> String {
    func counts(_ measure: MeasureName) -> Bool {
      verdict.grounds.contains { $0.measure == measure.rawValue && $0.holds }
    }
    switch TrapName(rawValue: trap) {
    case .harmony: return say(VerdictPhrase.harmony)
    case .defection:
      let tempted = findings.diagnosis.players.filter { $0.freeRidingIncentive > 0 }.map(\.player)
      return tempted.isEmpty
        ? say(VerdictPhrase.defection)
        : say(VerdictPhrase.defectionSome, ["who": .text(shortList(names(tempted)))])
    case .assurance: return say(hasExtremes ? VerdictPhrase.assuranceExtremes : .assurance)
    case .division:
      if let losers = findings.diagnosis.losersWithoutTransfers, !losers.isEmpty, counts(.largestLossAtOptimum) {
        return say(VerdictPhrase.divisionLosers, ["who": .text(shortList(names(losers)))])
      }
      return say(counts(.coreDeficit) && !counts(.opposedEquilibria) ? VerdictPhrase.divisionCore : .division)
    case .partialProvision: return say(VerdictPhrase.partialProvision)
    case .antiCoordination: return say(VerdictPhrase.antiCoordination)
    case .mixed, nil: return word(TrapName.self, trap) + say(ListPhrase.sentenceEnd).trimmed
    }
  }

  /// Whether everyone and nobody taking up a common standard are both equilibria.
  private var hasExtremes: Bool {
    guard findings.diagnosis.standard != nil, let equilibria = findings.diagnosis.equilibria?.listed else {
      return false
    }
    let most = equilibria.flatMap(\.actions).max() ?? 0
    return most > 0 && equilibria.contains { $0.actions.allSatisfy { $0 == 0 } }
      && equilibria.contains { $0.actions.allSatisfy { $0 == most } }
  }

  private var waitingSentence: String? {
    guard let waiting = findings.diagnosis.verdict?.waiting, !waiting.isEmpty else { return nil }
    return say(VerdictPhrase.waiting, ["who": .text(shortList(names(waiting)))])
  }

  /// Who needs a push to the best equilibrium, over all items of a standard, and how large.
  private var pushSentence: String? {
    let pushes = findings.diagnosis.standard?.items.compactMap(\.push) ?? []
    let pushed = findings.players.indices.filter { index in pushes.contains { $0.subsidies[index] > 0 } }
    guard !pushed.isEmpty else { return nil }
    return say(
      pushed.count == 1 ? VerdictPhrase.pushOne : .pushMany,
      [
        "who": .text(shortList(pushed.map { name(findings.players[$0]) })),
        "amount": .text(money(pushes.reduce(0) { $0 + $1.total })),
      ])
  }

  // MARK: Measures

  /// What the values of a measure count: as the findings say, else by its name.
  ///
  /// What members owe to each other's doings are parts of what they have alone, and stand beside their dependence in
  /// percent.
  func unit(of measure: String) -> MeasureUnit {
    if [MeasureName.exposure, .benefitFromOthers, .harmFromOthers].map(\.rawValue).contains(measure) { return .share }
    if let named = findings.diagnosis.measures.first(where: { $0.measure == measure })?.unit,
      let unit = MeasureUnit(rawValue: named)
    {
      return unit
    }
    return MeasureName(rawValue: measure)?.isCount == true ? .count : .share
  }

  /// A value of a measure as its unit is written; money without its unit where a table names it.
  func measured(_ value: Double?, as measure: String, isInTable: Bool = false) -> String {
    guard let value else { return "–" }
    let unit = unit(of: measure)
    switch unit {
    case .money: return isInTable ? amount(value) : money(value)
    // What is left of a rounding is nothing, not less than a hundredth.
    case .share: return percent(value.magnitude < 1e-9 ? 0 : value)
    case .count: return Numeral.significant(value, digits: 3)
    case .ratio: return Numeral.significant(value.magnitude < 1e-12 ? 0 : value)
    case .discountFactor, .elasticity, .perDistance:
      return isInTable
        ? Numeral.significant(value) : say(unit, ["x": .text(Numeral.significant(value))])
    }
  }

  /// From where on a number counts; what only keeps rounding out is nothing.
  func threshold(_ value: Double, of measure: String) -> String {
    value.magnitude <= 1e-6 ? say(VerdictPhrase.nothing) : measured(value, as: measure)
  }
}
