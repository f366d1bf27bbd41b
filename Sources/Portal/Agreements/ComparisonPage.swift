import Registry
import Reporting

/// Two versions of an agreement side by side, clause by clause: `/agreements/AG-3/compare?one=1&two=2`.
struct ComparisonPage {
  let agreement: Agreement
  let one: Agreement.Version
  let two: Agreement.Version
  let reading: Reading

  /// - Throws: ``PageFault/notHere`` when there is no such version, `Refusal.notFound` when there is no agreement.
  init(_ number: String?, in reading: Reading) throws {
    let agreement = try reading.object(Agreement.self, try reading.number(number, .agreement)).object
    func version(_ name: String) throws -> Agreement.Version {
      let asked = reading.visit.query[name].flatMap { Int($0) }
      guard let found = agreement.versions.first(where: { $0.number == asked }) else { throw PageFault.notHere }
      return found
    }
    (self.agreement, self.reading) = (agreement, reading)
    (one, two) = (try version("one"), try version("two"))
  }

  private func say(_ phrase: AgreementPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  func page() throws -> Reply {
    let title = say(.compare, ["one": .count(one.number), "two": .count(two.number)])
    let comparison = one.comparison(with: two)
    // The order of the later text, what was struck after it.
    let ids = two.clauses.map(\.id) + comparison.removed
    let rows = try ids.map { id in (id, try text(id, in: one), try text(id, in: two)) }
    let trail = [
      PageLayout.Step(title: reading.say(KindPhrase.many(.agreement)), path: ObjectKind.agreement.path),
      PageLayout.Step(title: agreement.heading(in: reading), path: agreement.id.path),
    ]
    return reading.layout(title, trail: trail).page { html in
      html.element("h1", ["id": "comparison"], text: title)
      html.table(
        under: "comparison",
        [
          reading.say(AgreementFieldPhrase.clause), say(.before, ["n": .count(one.number)]),
          say(.after, ["n": .count(two.number)]),
        ], rows: rows.count
      ) { html, row, column in
        let (id, before, after) = rows[row]
        switch column {
        case 0:
          html.text("\(id) ")
          html.tag(say(word(id, comparison)), isOpen: comparison.changed.contains(id))
        case 1: write(before, beside: after, isLater: false, &html)
        default: write(after, beside: before, isLater: true, &html)
        }
      }
    }
  }

  private func word(_ id: String, _ comparison: Agreement.Comparison) -> AgreementPhrase {
    if comparison.added.contains(id) { return .added }
    if comparison.removed.contains(id) { return .removed }
    return comparison.changed.contains(id) ? .changed : .same
  }

  /// Heading, words and duties of a clause as one text; nothing when the version has no such clause.
  private func text(_ id: String, in version: Agreement.Version) throws -> String? {
    guard let clause = version.clauses.first(where: { $0.id == id }) else { return nil }
    let duties = clause.duties.map { duty in
      "\(duty.id): \(reading.name(of: duty.debtor)) – \(duty.measure)"
    }
    return ([clause.heading, try reading.text(clause.text, in: agreement.id)] + duties).joined(separator: "\n")
  }

  /// One side of a clause, with the words marked that the other side does not have.
  private func write(_ text: String?, beside other: String?, isLater: Bool, _ html: inout HTML) {
    guard let text else { return }
    guard let other else { return html.writing(text) }
    let diff = isLater ? WordDiff(from: other, to: text) : WordDiff(from: text, to: other)
    html.element("p", ["class": "words"]) { html in
      for piece in diff.pieces {
        switch (piece.change, isLater) {
        case (.kept, _): html.text(piece.text)
        case (.added, true): html.element("ins", text: piece.text)
        case (.removed, false): html.element("del", text: piece.text)
        case (.added, false), (.removed, true): break
        }
      }
    }
  }
}

extension Route {
  /// The addresses of agreements: the things' own, and the comparison of versions.
  static let agreements: [Route] =
    things(Agreement.self) + [
      Route(.get, "/agreements/{number}/compare", "agreementComparison", followsRecord: true) { visit, places, site in
        try site.read(visit) { try ComparisonPage(places["number"], in: $0).page() }
      }
    ]

  /// The addresses of what people promise, report, check and pay, and of who they are.
  static let promises: [Route] = [
    agreements, commitments, things(PartyReport.self), things(JointReport.self), things(Verification.self),
    things(RegionBooks.self), things(Organisation.self), things(Appointment.self), things(Delegation.self), how,
    things(Erasure.self),
  ].flatMap(\.self)
}
