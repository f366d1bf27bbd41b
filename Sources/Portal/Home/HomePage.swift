import Registry
import Reporting

/// The first page: what the region is deciding, has agreed, owes and has checked.
struct HomePage {
  let reading: Reading

  /// How many entries a section shows.
  static let length = 8
  /// Among how many verifications, those begun last, the last certificates are looked for.
  static let certificates = 200

  func page() throws -> Reply {
    let files = try reading.all(DocketFile.self, at: DocketFile.openStages)
    let tables = try reading.all(NegotiationTable.self, at: NegotiationTable.datedStages)
    let agreements = try reading.all(Agreement.self, at: Agreement.stagesInForce)
    let commitments = try reading.all(Commitment.self, at: [.overdue])
    let certificates = try reading.view.visible(
      last: Self.certificates, of: Verification.self, at: [.certified]
    ).compactMap(\.object.certificate)
    let opening = try reading.view.opening(of: DocketFile.self)
    let title = reading.region == nil ? reading.say(WordPhrase.portal) : reading.name(of: ObjectID(.region, 1))
    return reading.layout(title, feed: "/docket.atom").page { html in
      html.element("h1", text: title)
      html.element("p", ["class": "lead"], text: reading.say(HomePhrase.lead))
      if reading.isSample { html.element("p", ["class": "note"], text: reading.say(WordPhrase.sample)) }
      if let opening, let form = ActForm.leading(to: opening.act, of: .docketFile) {
        html.element("p") { html in
          html.element(
            "a", ["class": "button", "href": form.path(on: nil)], text: reading.say(OpeningPhrase.docketFile))
        }
      }
      if reading.isSample { TryThis(reading: reading).write(&html) }
      decide(files, &html)
      negotiate(tables, &html)
      agree(agreements, &html)
      lag(commitments, &html)
      certify(certificates, &html)
    }
  }

  private func decide(_ files: [DocketFile], _ html: inout HTML) {
    html.element("h2", ["id": "decided"], text: reading.say(HomePhrase.decided))
    let stages = DocketFile.Stage.allCases.filter { stage in files.contains { $0.stage == stage } }
    guard !stages.isEmpty else { return html.element("p", text: reading.say(HomePhrase.decidedNone)) }
    html.table(
      under: "decided",
      [reading.say(WordPhrase.stage), reading.say(HomePhrase.howMany), reading.say(HomePhrase.nearest)],
      rows: stages.count
    ) { html, row, column in
      let there = files.filter { $0.stage == stages[row] }
      switch column {
      case 0:
        html.link(
          "/docket?stage=\(stages[row].rawValue)", reading.tongue.stage(stages[row].rawValue, of: .docketFile))
      case 1: html.text(Numeral.whole(there.count))
      default:
        guard let next = there.flatMap(DueMoment.all).min(by: DueMoment.isBefore),
          let file = there.first(where: { $0.id == next.object })
        else { return html.text("") }
        html.link(file.id.path, reading.heading(of: file))
        html.text(" · \(reading.moment(next.moment))")
      }
    }
  }

  private func negotiate(_ tables: [NegotiationTable], _ html: inout HTML) {
    html.element("h2", text: reading.say(HomePhrase.negotiations))
    let next = tables.flatMap(DueMoment.all).sorted(by: DueMoment.isBefore)
    guard !next.isEmpty else { return html.element("p", text: reading.say(HomePhrase.negotiationsNone)) }
    html.element("ul") { html in
      for one in next.prefix(Self.length) {
        html.element("li") { html in
          if let table = tables.first(where: { $0.id == one.object }) {
            html.link(table.id.path, reading.heading(of: table))
          }
          html.text(
            " · \(reading.say(one.what)) · \(reading.moment(one.moment)), \(reading.distance(to: one.moment))")
        }
      }
    }
  }

  private func agree(_ agreements: [Agreement], _ html: inout HTML) {
    html.element("h2", ["id": "in-force"], text: reading.say(HomePhrase.inForce))
    guard !agreements.isEmpty else { return html.element("p", text: reading.say(HomePhrase.inForceNone)) }
    let fields = Set(agreements.map { $0.field ?? "" }).sorted()
    html.table(
      under: "in-force",
      [reading.say(WordPhrase.field), reading.say(HomePhrase.howMany), reading.say(KindPhrase.agreement)],
      rows: fields.count
    ) { html, row, column in
      let there = agreements.filter { ($0.field ?? "") == fields[row] }
      switch column {
      case 0:
        html.text(
          fields[row].isEmpty
            ? reading.say(HomePhrase.otherField) : reading.word(CooperationFieldPhrase.self, fields[row]))
      case 1: html.text(Numeral.whole(there.count))
      default:
        for (index, one) in there.prefix(Self.length).enumerated() {
          if index > 0 { html.text(reading.language == .english ? "; " : "；") }
          html.link(one.id.path, reading.heading(of: one))
        }
        if there.count > Self.length {
          html.text(" \(reading.say(HomePhrase.more, ["n": .count(there.count - Self.length)]))")
        }
      }
    }
  }

  private func lag(_ late: [Commitment], _ html: inout HTML) {
    html.element("h2", ["id": "late"], text: reading.say(HomePhrase.late))
    guard !late.isEmpty else { return html.element("p", text: reading.say(HomePhrase.lateNone)) }
    let shown = late.sorted { ($0.due, $0.id) < ($1.due, $1.id) }.prefix(Self.length).map(\.self)
    html.commitments(shown, under: "late", who: .debtor, in: reading)
    if late.count > shown.count {
      html.element("p") { html in
        html.link(
          "/commitments?stage=overdue", reading.say(HomePhrase.more, ["n": .count(late.count - shown.count)]))
      }
    }
  }

  private func certify(_ certificates: [Verification.Certificate], _ html: inout HTML) {
    html.element("h2", text: reading.say(HomePhrase.certified))
    let last = certificates.sorted { ($0.issued, $0.number) > ($1.issued, $1.number) }.prefix(Self.length)
    guard !last.isEmpty else { return html.element("p", text: reading.say(HomePhrase.certifiedNone)) }
    html.element("ul") { html in
      for one in last {
        let counts = [(VerifiedResult.met, HomePhrase.met), (.partlyMet, .partlyMet), (.notMet, .notMet)]
          .map { result, phrase in (phrase, one.results.count { $0.result == result }) }
          .filter { $0.1 > 0 }
          .map { reading.say($0.0, ["n": .count($0.1)]) }
        html.element("li") { html in
          html.link(one.report.path, one.number)
          html.text(" · \(reading.name(of: one.institution)) · \(reading.moment(one.issued))")
          if !counts.isEmpty { html.text(" · \(reading.tongue.row(counts))") }
        }
      }
    }
  }
}

extension Reading {
  /// Whether everybody here is invented: the names of the demonstration say so themselves.
  var isSample: Bool { region?.charter.nameEnglish.hasSuffix("(sample)") ?? false }
}

extension HTML {
  /// Which side of a commitment a table names.
  enum Side { case debtor, creditors }

  /// Commitments with their dates, the side that the reader is not on, and how long there is.
  mutating func commitments(_ all: [Commitment], under heading: String, who: Side, in reading: Reading) {
    table(
      under: heading,
      [
        reading.say(WordPhrase.what), reading.say(who == .debtor ? HomePhrase.debtor : .creditor),
        reading.say(HomePhrase.deadline), reading.say(WordPhrase.stage),
      ], rows: all.count
    ) { html, row, column in
      let one = all[row]
      switch column {
      case 0: html.link(one.id.path, one.measure)
      case 1:
        let ids = who == .debtor ? [one.debtor] : one.creditors
        html.text(reading.tongue.row(ids.map(reading.name)))
      case 2: html.text("\(reading.moment(one.due)) (\(reading.distance(to: one.due)))")
      default: html.tag(reading.tongue.stage(one.stage.rawValue, of: .commitment))
      }
    }
  }
}
