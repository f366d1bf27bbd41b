import Registry
import Reporting

/// What hangs on an agreement: commitments, books, reports and checks that the visitor may see.
struct RelatedThings {
  let reading: Reading
  let commitments: [Commitment]
  let books: [RegionBooks]
  let reports: [PartyReport]
  let jointReports: [JointReport]
  let verifications: [Verification]

  init(of agreement: ObjectID, in reading: Reading) throws {
    self.reading = reading
    commitments = try reading.view.visible(all: Commitment.self, under: agreement).map(\.object)
    books = try reading.view.visible(all: RegionBooks.self, under: agreement).map(\.object)
    reports = try reading.view.visible(all: PartyReport.self, under: agreement).map(\.object)
    jointReports = try reading.view.visible(all: JointReport.self, under: agreement).map(\.object)
    verifications = try reading.view.visible(all: Verification.self, under: agreement).map(\.object)
  }

  var commitmentCounts: [String: Filling] {
    [
      "all": .count(commitments.count), "open": .count(commitments.count(where: \.isOpen)),
      "late": .count(commitments.count { $0.stage == .overdue }),
    ]
  }

  func write(_ html: inout HTML) {
    if !commitments.isEmpty {
      html.element("h2", ["id": "commitments"], text: reading.say(AgreementPhrase.commitments))
      html.element("p", text: reading.say(AgreementPhrase.commitmentsCount, commitmentCounts))
      CommitmentTable(reading: reading).write(
        commitments.sorted(by: CommitmentTable.isMoreUrgent), under: "commitments", &html)
    }
    var others: [any PageThing] = reports
    others += jointReports as [any PageThing]
    others += verifications as [any PageThing]
    guard !others.isEmpty else { return }
    html.element("h2", ["id": "reports"], text: reading.say(AgreementPhrase.reports))
    Self.table(of: others, under: "reports", isPaper: false, &html, reading)
  }

  /// Reports and checks, each with its stage.
  ///
  /// - Parameter isPaper: whether there is nothing to follow, so that the ways to each are left out.
  static func table(
    of things: [any PageThing], under heading: String, isPaper: Bool, _ html: inout HTML, _ reading: Reading
  ) {
    html.table(
      under: heading,
      [reading.say(WordPhrase.number), reading.say(WordPhrase.what), reading.say(WordPhrase.stage)],
      rows: things.count
    ) { html, row, column in
      let thing = things[row]
      switch column {
      case 0: html.text(thing.id.description)
      case 1 where isPaper: html.text(thing.heading(in: reading))
      case 1: html.link(thing.id.path, thing.heading(in: reading))
      default: html.tag(reading.stage(of: thing))
      }
    }
  }
}

extension Reading {
  /// Every object of a kind that the visitor may see and that is wanted, in the order of their numbers.
  ///
  /// - Complexity: one look at every visible object of the kind.
  func every<T: RecordObject>(_ type: T.Type, where isWanted: (T) -> Bool = { _ in true }) throws -> [T] {
    var found: [T] = []
    var last = 0
    while true {
      let batch = try view.visible(all: type, after: last, limit: 500)
      guard let end = batch.last else { return found }
      last = end.object.id.number
      found += batch.lazy.map(\.object).filter(isWanted)
    }
  }

  /// The word for the stage in which a thing is.
  func stage(of thing: some PageThing) -> String { tongue.stage(thing.stage.rawValue, of: type(of: thing).kind) }
}
