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

  /// The moments of a thing that people reckon with.
  static func all(of thing: any RecordObject) -> [DueMoment] { (thing as? any DatedThing)?.dueMoments ?? [] }

  /// The nearest first.
  static func isBefore(_ one: DueMoment, _ other: DueMoment) -> Bool {
    if one.moment != other.moment { return one.moment < other.moment }
    return one.object == other.object ? one.name < other.name : one.object < other.object
  }
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
  /// All things of a kind that the visitor may see at some stages: those that have not ended are few enough to look at.
  func all<T: RecordObject>(
    _ type: T.Type, at stages: [T.Stage], where isWanted: (T) -> Bool = { _ in true }
  ) throws -> [T] {
    var found: [T] = []
    try view.each(type, at: stages) { visible in
      if isWanted(visible.object) { found.append(visible.object) }
      return true
    }
    return found
  }

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
