import Registry
import Reporting

extension Region: PageThing {
  func heading(in reading: Reading) -> String {
    reading.language == .chinese ? charter.nameChinese : charter.nameEnglish
  }

  static func columns(in reading: Reading) -> [String] { [] }
  func cells(in reading: Reading) -> [String] { [] }

  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? {
    command == "revise" ? .revise(charter: charter) : nil
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: MemberPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    html.facts { html in
      html.fact(say(.english), charter.nameEnglish)
      html.fact(say(.chinese), charter.nameChinese)
      html.fact(say(.currency), charter.currency)
      html.fact(
        say(.fields), reading.tongue.row(charter.fields.map { reading.word(CooperationFieldPhrase.self, $0) }))
      html.fact(say(.zone), charter.calendar.zone)
      html.fact(say(.calendar)) { html in
        html.text(charter.calendar.version)
        html.text(" · \(say(.holidays, ["n": .count(charter.calendar.holidays.count)]))")
      }
    }
    if Audience.region.includes(reading.view.standing) {
      html.element("p") { $0.link("/study", reading.say(StudyPhrase.regionStudy)) }
    }
    writeClocks(&html, reading)
    RightsTable(reading: reading).write(&html)
  }

  private func writeClocks(_ html: inout HTML, _ reading: Reading) {
    func say(_ phrase: MemberPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    func working(_ days: Int) -> String { say(.workingDays, ["n": .count(days)]) }
    func plain(_ days: Int) -> String { say(.plainDays, ["n": .count(days)]) }
    let clocks: [(MemberPhrase, String)] = [
      (.answerWithin, working(charter.answerWithin)), (.clarification, plain(charter.clarificationLimit)),
      (.replyClock, working(Verification.replyWithin)), (.hearingClock, working(IncentiveCase.replyWithin)),
      (.appealClock, plain(IncentiveCase.appealDays)), (.negotiateClock, plain(Dispute.negotiationDays)),
      (.mediateClock, plain(Dispute.mediationDays)), (.decideClock, plain(Dispute.decisionDays)),
      (.commentClock, working(Evaluation.commentWithin)), (.noticeClock, say(.afterGiven)),
    ]
    html.element("h2", ["id": "clocks"], text: say(.clocks))
    html.table(under: "clocks", [say(.clock), say(.length)], rows: clocks.count) { html, row, column in
      html.text(column == 0 ? say(clocks[row].0) : clocks[row].1)
    }
  }
}

/// Who may do what: every act of every life cycle with the capacities and powers that it needs, taken from the
/// declaration by which the record decides.
struct RightsTable {
  let reading: Reading

  private struct Right {
    let act: String
    let from: [String]
    let to: String?
    let by: [Capacity]
    let power: Power?
    let needsSecondFactor: Bool
  }

  private func rights<T: RecordObject>(_ type: T.Type) -> [Right] {
    ([T.lifeCycle.opening] + T.lifeCycle.transitions).map { transition in
      Right(
        act: reading.tongue.act(transition.act, of: T.kind),
        from: transition.from.map { reading.tongue.stage($0.rawValue, of: T.kind) },
        to: transition.to.map { reading.tongue.stage($0.rawValue, of: T.kind) }, by: transition.by,
        power: transition.power, needsSecondFactor: transition.needsSecondFactor)
    }
  }

  private func say(_ phrase: MemberPhrase, _ fillings: [String: Filling] = [:]) -> String {
    reading.say(phrase, fillings)
  }

  func write(_ html: inout HTML) {
    html.element("h2", ["id": "rights"], text: say(.whoMayWhat))
    html.element("p", ["class": "note"], text: "\(say(.whoNote))\(reading.tongue.joint)\(say(.capacityNote))")
    for kind in ObjectKind.allCases {
      html.element("details", ["id": "rights-\(kind)"]) { html in
        let name = reading.say(KindPhrase.many(kind))
        html.element("summary", text: name)
        write(rights(kind.type), of: name, &html)
        html.void(
          "img",
          [
            "src": "/how/lifecycles/\(kind)", "loading": "lazy", "alt": say(.drawing, ["kind": .text(name)]),
          ])
      }
    }
  }

  private func write(_ rights: [Right], of name: String, _ html: inout HTML) {
    html.table(
      "\(say(.whoMayWhat)): \(name)", [say(.act), say(.fromStage), say(.toStage), say(.by), say(.needs)],
      rows: rights.count
    ) { html, row, column in
      let right = rights[row]
      switch column {
      case 0: html.text(right.act)
      case 1: html.text(right.from.isEmpty ? say(.opens) : reading.tongue.row(right.from))
      case 2: html.text(right.to ?? say(.stays))
      case 3: html.text(reading.tongue.row(right.by.map { reading.word(CapacityPhrase.self, $0.rawValue) }))
      default:
        var needs: [String] = []
        if let power = right.power {
          needs.append(say(.power, ["power": .text(reading.word(PowerPhrase.self, power.rawValue))]))
        }
        if right.needsSecondFactor { needs.append(say(.secondFactor)) }
        html.text(reading.tongue.row(needs))
      }
    }
  }
}

extension Route {
  /// How the region works: its charter and who may do what, and the drawing of each life cycle.
  static let how: [Route] =
    [
      Route(.get, "/how", "how", followsRecord: true) { visit, _, site in
        try site.read(visit) { try ThingPage<Region>(ObjectID(.region, 1), in: $0).page() }
      },
      Route(.get, "/how/lifecycles/{kind}", "lifeCycleDrawing") { _, places, _ in
        guard let kind = ObjectKind.allCases.first(where: { "\($0)" == places["kind"] }) else {
          throw PageFault.notHere
        }
        return .text(LifeCycleChart(of: kind).markup, type: "image/svg+xml")
      },
    ] + things(Region.self).filter { $0.name != "regionList" }
}
