import Registry
import Reporting

/// A moment at which something of a thing falls due, runs out or goes on by itself.
struct DueMoment: Hashable {
  let object: ObjectID
  let moment: Instant
  let what: DuePhrase
  /// Which part of the thing, where it has several: the number of a package.
  let part: Int?

  init(_ object: ObjectID, _ moment: Instant, _ what: DuePhrase, part: Int? = nil) {
    (self.object, self.moment, self.what, self.part) = (object, moment, what, part)
  }

  /// A name of its own among all of the record, for calendars: `CM-3-due`.
  var name: String { "\(object)-\(what.rawValue)\(part.map { "-\($0)" } ?? "")" }

  /// The moments of a thing that people reckon with; appointments and delegations run out unannounced.
  static func all(of thing: any RecordObject) -> [DueMoment] {
    switch thing {
    case let commitment as Commitment:
      return commitment.isOwed ? [DueMoment(commitment.id, commitment.due, .due)] : []
    case let agreement as Agreement:
      return agreement.isRunning ? agreement.ends.map { [DueMoment(agreement.id, $0, .ends)] } ?? [] : []
    case let file as DocketFile:
      // Once the file is accepted or sent back it has been answered.
      return file.stage == .filed ? file.answerBy.map { [DueMoment(file.id, $0, .answer)] } ?? [] : []
    case let table as NegotiationTable: return of(table)
    case is Appointment, is Delegation, is Organisation, is Region: return []
    default: return thing.wakes.map { [DueMoment(thing.id, $0, .term)] } ?? []
    }
  }

  /// The stages at which a thing of a kind has such moments; nothing where any stage may.
  static func stages<T: RecordObject>(of type: T.Type) -> [T.Stage]? {
    switch type {
    case is Commitment.Type: Commitment.owedStages as? [T.Stage]
    case is Agreement.Type: (Agreement.stagesInForce + [.suspended]) as? [T.Stage]
    case is DocketFile.Type: [DocketFile.Stage.filed] as? [T.Stage]
    case is NegotiationTable.Type: NegotiationTable.datedStages as? [T.Stage]
    case is Appointment.Type, is Delegation.Type, is Organisation.Type, is Region.Type: []
    default: nil
    }
  }

  private static func of(_ table: NegotiationTable) -> [DueMoment] {
    guard NegotiationTable.datedStages.contains(table.stage) else { return [] }
    let offers = table.packages.compactMap { package in
      package.stage == .tabled ? package.expires.map { DueMoment(table.id, $0, .offer, part: package.number) } : nil
    }
    let silences = table.silences.map { DueMoment(table.id, $0.until, .silence, part: $0.number) }
    let pause =
      table.stage == .suspended ? table.suspendedUntil.map { [DueMoment(table.id, $0, .resumes)] } ?? [] : []
    return offers + silences + pause
  }

  /// The nearest first.
  static func isBefore(_ one: DueMoment, _ other: DueMoment) -> Bool {
    if one.moment != other.moment { return one.moment < other.moment }
    return one.object == other.object ? one.name < other.name : one.object < other.object
  }
}

extension Commitment {
  /// Whether nobody has reported on it yet.
  var isOwed: Bool { Self.owedStages.contains(stage) }

  static let owedStages: [Stage] = [.pending, .due, .overdue]
}

extension NegotiationTable {
  /// The stages at which something of it can fall due.
  static let datedStages: [Stage] = [.open, .round, .suspended]
}

/// What happens at a moment.
enum DuePhrase: String, Phrase {
  case due, ends, answer, offer, silence, resumes, term

  var wording: Wording {
    switch self {
    case .due: Wording("Due", "到期")
    case .ends: Wording("Agreement ends", "协议到期")
    case .answer: Wording("Answer due", "答复期限")
    case .offer: Wording("Offer expires", "方案失效")
    case .silence: Wording("Silence procedure ends", "默示程序结束")
    case .resumes: Wording("Negotiation resumes", "恢复协商")
    case .term: Wording("Term ends", "期限届满")
    }
  }
}

extension Reading {
  /// The things of a kind that the visitor may see, at some stages, up to a bound that keeps pages quick.
  func all<T: RecordObject>(_ type: T.Type, at stages: [T.Stage]) throws -> [T] {
    try view.visible(all: type, at: stages, limit: Self.mostOfAKind).map { $0.object }
  }

  /// As many things of a kind as an overview looks at.
  static var mostOfAKind: Int { 2_000 }

  /// What a thing is called on its own page, or its number where it has none.
  func heading(of thing: any RecordObject) -> String {
    (thing as? any PageThing)?.heading(in: self) ?? name(of: thing.id)
  }

  /// How long until a moment, or since, in whole days.
  func distance(to moment: Instant) -> String {
    let milliseconds = moment.milliseconds - view.now.milliseconds
    let days = Int(abs(milliseconds) / Instant.millisecondsADay)
    if days == 0 { return say(milliseconds >= 0 ? HomePhrase.withinADay : HomePhrase.lessThanADayAgo) }
    return say(milliseconds >= 0 ? HomePhrase.inDays : HomePhrase.daysAgo, ["n": .count(days)])
  }
}
