import Registry
import Reporting

extension Commitment: PageThing {
  func heading(in reading: Reading) -> String { measure }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(CommitmentPhrase.debtor), reading.say(CommitmentPhrase.due), reading.say(CommitmentPhrase.timeLeft)]
  }

  func cells(in reading: Reading) -> [String] {
    [reading.name(of: debtor), reading.moment(due), timeLeft(in: reading)]
  }

  /// Whether its due moment passed and nothing has been reported.
  func isLate(at moment: Instant) -> Bool { stage == .overdue || (stage == .due && due <= moment) }

  /// How many days are left, or how late it is; nothing once it was reported or is over.
  func timeLeft(in reading: Reading) -> String {
    guard [.pending, .due, .overdue].contains(stage) else { return "" }
    let calendar = reading.region?.charter.calendar
    let days =
      calendar.map { $0.day(of: due).daysSince1970 - $0.day(of: reading.view.now).daysSince1970 }
      ?? Int((due.milliseconds - reading.view.now.milliseconds) / Instant.millisecondsADay)
    if isLate(at: reading.view.now) { return reading.say(CommitmentPhrase.daysLate, ["n": .count(max(0, -days))]) }
    return days == 0
      ? reading.say(CommitmentPhrase.dueToday) : reading.say(CommitmentPhrase.daysLeft, ["n": .count(days)])
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: CommitmentPhrase, _ fillings: [String: Filling] = [:]) -> String {
      reading.say(phrase, fillings)
    }
    html.facts { html in
      func link(_ term: CommitmentPhrase, _ id: ObjectID?, _ path: String? = nil) {
        if let id { html.fact(say(term)) { $0.link(path ?? id.path, reading.name(of: id)) } }
      }
      link(.agreement, agreement)
      html.fact(say(.clause)) { html in
        html.link("\(agreement.path)#clause-\(clause)", clause)
        if let version = details.version {
          html.text(" (\(reading.say(WordPhrase.version, ["n": .count(version)])))")
        }
      }
      html.fact(say(.duty), ifAny: details.duty)
      link(.debtor, debtor)
      html.fact(say(.creditors)) { reading.links(creditors, &$0) }
      html.fact(say(.due)) { html in
        html.element("time", ["datetime": due.description], text: reading.moment(due))
        let left = timeLeft(in: reading)
        if !left.isEmpty { html.text(" · \(left)") }
      }
      html.fact(say(.windowOpens), reading.moment(windowOpens))
      html.fact(say(.overdueSince), ifAny: overdueSince.map(reading.moment))
      html.fact(say(.evidence), ifAny: details.evidence)
      html.fact(say(.method), reading.word(CommitmentMethodPhrase.self, details.method.rawValue))
      html.fact(say(.weight), Numeral.whole(details.weight))
      if let recurrence = details.recurrence {
        html.fact(
          reading.word(RecurrencePhrase.self, recurrence.every.rawValue),
          say(.occurrence, ["n": .count(details.occurrence), "all": .count(recurrence.times)]))
      }
      link(.previous, details.previous)
      link(.next, next)
      link(.report, report)
      html.fact(say(.result), ifAny: result.map { reading.word(VerifiedResultPhrase.self, $0.rawValue) })
      link(.certificate, certificate, certificate.map { "\($0.path)#certificate" })
      if isDisputed { html.fact(say(.disputes)) { reading.links(disputes, &$0) } }
      html.fact(say(.waivedBy), ifAny: waivedBy.map { reading.say(WordPhrase.version, ["n": .count($0)]) })
      html.fact(say(.remark), ifAny: remark.map(reading.words))
    }
  }
}

/// Commitments one below the other, with how long each has still time.
struct CommitmentTable {
  let reading: Reading

  /// Late ones first, then what is due soonest; what is over comes last.
  static func isMoreUrgent(_ one: Commitment, _ other: Commitment) -> Bool {
    func rank(_ commitment: Commitment) -> Int {
      switch commitment.stage {
      case .overdue: 0
      case .due: 1
      case .pending: 2
      case .reported, .verifiedPartly, .verifiedNotMet, .verifiedMet: 3
      case .waived, .closed: 4
      }
    }
    return (rank(one), one.due, one.id) < (rank(other), other.due, other.id)
  }

  /// - Parameter heading: the id of the heading that names them.
  func write(_ commitments: [Commitment], under heading: String, _ html: inout HTML) {
    html.table(
      under: heading,
      [
        reading.say(WordPhrase.number), reading.say(WordPhrase.what), reading.say(CommitmentPhrase.debtor),
        reading.say(CommitmentPhrase.creditors), reading.say(CommitmentPhrase.due),
        reading.say(CommitmentPhrase.timeLeft), reading.say(WordPhrase.stage),
      ], rows: commitments.count
    ) { html, row, column in
      let commitment = commitments[row]
      switch column {
      case 0: html.text(commitment.id.description)
      case 1: html.link(commitment.id.path, commitment.measure)
      case 2: html.link(commitment.debtor.path, reading.name(of: commitment.debtor))
      case 3: html.text(reading.tongue.row(commitment.creditors.map(reading.name)))
      case 4: html.text(reading.moment(commitment.due))
      case 5: html.text(commitment.timeLeft(in: reading))
      default: html.tag(reading.stage(of: commitment), isOpen: commitment.isOpen)
      }
    }
  }
}
