import Registry

extension Answer {
  /// A record that was begun: where, under which name, and the key for those who verify it.
  public static func begun(_ folder: String, origin: String, key: String, in language: Language) -> Answer {
    Answer(
      sentences: [
        Tongue(language: language).say(RecordPhrase.begun, ["folder": .text(folder)]),
        Tongue(language: language).say(RecordPhrase.origin, ["origin": .text(origin)]),
        Tongue(language: language).say(RecordPhrase.key, ["key": .text(key)]),
      ], table: [])
  }

  /// What a verification found, the faults one a sentence.
  public static func verification(_ report: RecordFolder.Report, in language: Language) -> Answer {
    let record = report.record
    var sentences = [
      report.holds
        ? Tongue(language: language).say(RecordPhrase.holds)
        : Tongue(language: language).say(RecordPhrase.doesNotHold, ["n": .count(report.lines.count)]),
      Tongue(language: language).say(
        RecordPhrase.amounts,
        [
          "events": .count(record.events), "rows": .count(record.rows), "contents": .count(record.contents),
          "erased": .count(record.erased),
        ]),
      Tongue(language: language).say(RecordPhrase.root, ["root": .text(record.frontier.root.hex)]),
    ]
    if let checkpoint = report.audit.checkpoint {
      sentences.append(Tongue(language: language).say(RecordPhrase.checkpointAt, ["size": .count(checkpoint.size)]))
    } else {
      sentences.append(Tongue(language: language).say(RecordPhrase.noCheckpoint))
    }
    return Answer(sentences: sentences + report.lines, table: [])
  }

  /// Whether the rows are what the events make, and whether they were written anew.
  public static func rebuild(_ fold: RecordFold, written: Bool, in language: Language) -> Answer {
    guard !fold.holds else {
      return Answer(
        sentences: [Tongue(language: language).say(RecordPhrase.rebuilt, ["events": .count(fold.events)])], table: [])
    }
    var sentences = [Tongue(language: language).say(RecordPhrase.rebuildDiffers, ["n": .count(fold.faults.count)])]
    sentences += fold.faults.map(\.description)
    if written { sentences.append(Tongue(language: language).say(RecordPhrase.rebuildRepaired)) }
    return Answer(sentences: sentences, table: [])
  }

  /// What was done with a copy of a record, and whether it holds the secret keys.
  public enum CopyAct: Sendable {
    case copied(withKeys: Bool)
    case restored(withKeys: Bool)
    case exported, imported
  }

  /// Where a copy went.
  public static func copy(_ act: CopyAct, to place: String, in language: Language) -> Answer {
    let phrases: [RecordPhrase] =
      switch act {
      case .copied(let withKeys): [.copied, withKeys ? .copiedWithKeys : .copiedWithoutKeys]
      case .restored(let withKeys): withKeys ? [.restored] : [.restored, .restoredWithoutKeys]
      case .exported: [.exported]
      case .imported: [.imported]
      }
    return Answer(
      sentences: phrases.map {
        Tongue(language: language).say($0, ["folder": .text(place), "file": .text(place)])
      }, table: [])
  }

  /// What a look at a record's surroundings found.
  public static func health(_ health: RecordHealth, in language: Language) -> Answer {
    Answer(
      sentences: health.findings.map { finding in
        let what = Tongue(language: language).say(name(of: finding.subject))
        guard let fault = finding.fault else {
          return Tongue(language: language).say(RecordPhrase.healthy, ["what": .text(what)])
        }
        return Tongue(language: language).say(
          RecordPhrase.unhealthy, ["what": .text(what), "fault": .text(words(of: fault, in: language))])
      }, table: [])
  }

  private static func name(of subject: RecordHealth.Subject) -> HealthPhrase {
    switch subject {
    case .key: .keyRights
    case .durability: .durability
    case .space: .diskSpace
    case .log: .log
    case .clock: .clock
    }
  }

  private static func words(of fault: RecordHealth.Fault, in language: Language) -> String {
    switch fault {
    case .keyMissing: Tongue(language: language).say(HealthPhrase.keyMissing)
    case .keyOpen(let file): Tongue(language: language).say(HealthPhrase.keyOpen, ["file": .text(file)])
    case .littleSpace(let megabytes): Tongue(language: language).say(HealthPhrase.littleSpace, ["n": .count(megabytes)])
    case .unpublished(let events): Tongue(language: language).say(HealthPhrase.behind, ["n": .count(events)])
    case .clockBehind: Tongue(language: language).say(HealthPhrase.clockBehind)
    case .other(let text): text
    }
  }
}
