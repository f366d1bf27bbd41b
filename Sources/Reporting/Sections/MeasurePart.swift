import Studies

/// The measures of the diagnosis, the region's and the members', each with its formula and whose it is.
struct MeasurePart {
  let voice: Voice
  private var all: [MeasureFinding] { voice.findings.diagnosis.measures }

  /// How many measures of the members stand in sight; the others are folded.
  static let shownColumns = 4

  func write(to html: inout HTML) {
    guard !all.isEmpty else { return }
    let told = tabulated
    playerTable(told.prefix(Self.shownColumns), titled: .playerTitle)?.write(to: &html)
    playerTable(told.dropFirst(Self.shownColumns), titled: .playerMoreTitle)?.writeFolded(to: &html)
    regionTable?.writeFolded(to: &html)
    playerFormulas?.writeFolded(to: &html)
  }

  var ofRegion: [MeasureFinding] { all.filter { $0.players == nil && $0.value != nil } }

  /// Those of which some member has a value.
  var ofPlayers: [MeasureFinding] { all.filter { $0.players?.contains { $0 != nil } ?? false } }

  /// Those of the members that the table of members alone and together does not tell already.
  var tabulated: [MeasureFinding] {
    let isDivided = voice.findings.diagnosis.losersWithoutTransfers != nil
    let told: [MeasureName] = isDivided ? [.freeRidingIncentive, .lossAtOptimum] : []
    return ofPlayers.filter { measure in !told.contains { $0.rawValue == measure.measure } }
  }

  func playerTable(_ measures: some Collection<MeasureFinding>, titled title: MeasurePhrase) -> DataTable? {
    guard !measures.isEmpty else { return nil }
    let hasMoney = measures.contains { voice.unit(of: $0.measure) == .money }
    return DataTable(
      caption: voice.say(title),
      columns: [.init(title: voice.say(DiagnosisPhrase.player), isNumber: false)]
        + measures.map { .init(title: voice.word(MeasureName.self, $0.measure)) },
      rows: voice.findings.players.indices.map { player in
        .init(
          cells: [voice.playerNames[player]]
            + measures.map { voice.measured($0.players?[player], as: $0.measure, isInTable: true) })
      }, note: hasMoney ? voice.say(SharePhrase.inUnits, ["unit": .text(voice.unitWithYear)]) : nil)
  }

  /// The measures of the region that the list of the trap's figures does not tell.
  var regionTable: DataTable? {
    guard !ofRegion.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(MeasurePhrase.allTitle),
      columns: [
        .init(title: voice.say(MeasurePhrase.measure), isNumber: false),
        .init(title: voice.say(DiagnosisPhrase.value)),
        .init(title: voice.say(MeasurePhrase.formula), isNumber: false),
        .init(title: voice.say(MeasurePhrase.source), isNumber: false),
      ],
      rows: ofRegion.map {
        .init(cells: [
          voice.word(MeasureName.self, $0.measure), voice.measured($0.value, as: $0.measure), voice.formula(of: $0),
          voice.source($0.source),
        ])
      }, note: voice.say(MeasurePhrase.notation))
  }

  var playerFormulas: DataTable? {
    guard !ofPlayers.isEmpty else { return nil }
    return DataTable(
      caption: voice.say(MeasurePhrase.formulaTitle),
      columns: [MeasurePhrase.measure, .formula, .source].map { .init(title: voice.say($0), isNumber: false) },
      rows: ofPlayers.map {
        .init(cells: [voice.word(MeasureName.self, $0.measure), voice.formula(of: $0), voice.source($0.source)])
      }, note: ofRegion.isEmpty ? voice.say(MeasurePhrase.notation) : nil)
  }
}

extension Voice {
  /// Whose a formula is; what has words in it in those of this language, a citation as it stands.
  func source(_ source: String) -> String {
    let worded: [MeasurePhrase] = [
      .byDefinition, .ownForm, .friedmanOwn, .levinOwn, .casciaroOwn, .morrisOwn, .shapleyOwn,
    ]
    return worded.first { $0.wording.english == source }.map { say($0) } ?? Voice.tidy(source)
  }
}
