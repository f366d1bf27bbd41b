import Foundation
import Registry
import Testing

@testable import Portal

/// Two browsers at once, over the wire: whatever the order in which they arrive, the record has exactly one effect.
@Suite(.serialized) struct RaceTests {
  /// The fields of the form for `path` on the page that is open, as a browser would send them with its main button.
  private func fields(_ browser: Browser, _ path: String) throws -> [(String, String)] {
    let text = try #require(browser.page).text
    let form = try #require(
      text.components(separatedBy: "<form ").dropFirst().map { $0.components(separatedBy: "</form>")[0] }
        .first { $0.contains("action=\"\(path)\"") }, "no form for \(path): \(text.suffix(800))")
    let inputs = form.components(separatedBy: "<input ").dropFirst().compactMap { input -> (String, String)? in
      let isChoice = input.contains("type=\"radio\"") || input.contains("type=\"checkbox\"")
      let tag = String(input.prefix { $0 != ">" })
      guard let name = Browser.attribute("name", of: tag), !isChoice || tag.contains("checked") else { return nil }
      return (name, Browser.attribute("value", of: tag) ?? "")
    }
    return inputs + [("step", "do")]
  }

  /// Sends forms at the same moment, each on a connection of its own, and gives the answers.
  private func together(
    _ portal: ServedPortal, _ sent: [(path: String, fields: [(String, String)], headers: [(String, String)])]
  ) async throws -> [RawAnswer] {
    try await withThrowingTaskGroup(of: RawAnswer.self) { group in
      for one in sent { group.addTask { try await portal.send(one.fields, to: one.path, headers: one.headers) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test("the same form sent four times at once is recorded once, and leads everybody to the same page")
  func sameForm() async throws {
    try await ServedSample.serving { sample in
      var browser = try await sample.browser("clerk-city")
      for round in 0..<8 {
        let path = "/docket/acts/draft"
        try await browser.open(path)
        let marked = try fields(browser, path).filter { !["title", "field"].contains($0.0) }
        let filled = marked + [("title", "Round \(round)"), ("field", "water"), ("description", "Foam.")]
        let before = try sample.portal.record.store.read { try $0.head().size }
        let headers = browser.headers
        let answers = try await together(sample.portal, (0..<4).map { _ in (path, filled, headers) })
        #expect(answers.allSatisfy { $0.status == 303 }, "\(answers.map(\.status))")
        #expect(Set(answers.compactMap { $0["Location"] }).count == 1)
        #expect(try sample.portal.record.store.read { try $0.head().size } == before + 1, "round \(round)")
      }
    }
  }

  @Test("two browsers of one signatory sign at once: one signature stands, the other browser is told")
  func doubleSignature() async throws {
    try await ServedSample.serving { sample in
      let id = try await Self.agreementToSign(sample)
      var browsers = [
        try await sample.browser("lead-city", number: 0), try await sample.browser("lead-city", number: 1),
      ]
      for round in 1...6 {
        var sent: [(path: String, fields: [(String, String)], headers: [(String, String)])] = []
        for number in browsers.indices {
          let page = try await browsers[number].open(id.path)
          let link = try #require(PageRules.links(in: page.text).first { $0.contains("/acts/sign?") })
          try await browsers[number].open(link.replacing("&amp;", with: "&"))
          let path = "\(id.path)/acts/sign"
          sent.append((path, try fields(browsers[number], path), browsers[number].headers))
        }
        let answers = try await together(sample.portal, sent)
        #expect(answers.count { $0.status == 303 } == 1, "round \(round): \(answers.map(\.status))")
        let other = try #require(answers.first { $0.status != 303 })
        #expect([409, 422].contains(other.status) && other.text.contains("id=\"faults\""))
        #expect(try sample.events("signed", of: id).count == round, "exactly one signature a round")
        _ = try await sample.ledger.submit(
          Order(Agreement.self, .withdrawSignature, on: id), by: try sample.claim("lead-city"), key: CommandKey())
      }
    }
  }

  /// An agreement of the city and the province, frozen for signature.
  private static func agreementToSign(_ sample: ServedSample) async throws -> ObjectID {
    let (clerk, city) = (try sample.claim("clerk-city"), try sample.account("lead-city").person.organisation)
    let province = try sample.account("lead-province").person.organisation
    let guide = try sample.account("guide").person.organisation
    func order(_ command: Agreement.Command, on id: ObjectID?, by claim: Claim) async throws -> Receipt {
      try await sample.ledger.submit(Order(Agreement.self, command, on: id), by: claim, key: CommandKey())
    }
    let drafted = try await order(.draft(parties: [city, province], field: "water", table: nil), on: nil, by: clerk)
    let id = try #require(drafted.changes.first?.object)
    _ = try await order(
      .set(title: "Clean harbour", frame: .chineseCooperation, terms: .init(authentic: "zh", noticeDays: 90)), on: id,
      by: clerk)
    let duty = Agreement.Duty(
      id: "d1", debtor: city, creditors: [province], measure: "12 km of sewer", due: .afterEntry(days: 90),
      evidence: "Records")
    for number in 1...9 {
      _ = try await order(
        .write(
          clause: .init(
            id: "\(number)", heading: "Clause \(number)", kind: number == 3 ? .obligation : .provision,
            text: "What the law asks for.", items: ["cn-\(number)"], duties: number == 3 ? [duty] : []),
          position: nil), on: id, by: clerk)
    }
    _ = try await order(.submit(reviewer: guide), on: id, by: clerk)
    _ = try await order(.confirm(opinion: "Nothing stands against it."), on: id, by: try sample.claim("guide"))
    _ = try await order(.freeze, on: id, by: try sample.claim("lead-city"))
    return id
  }

  @Test("a package accepted at the moment at which it expires is accepted or expired, never both")
  func acceptanceAtExpiry() async throws {
    try await ServedSample.serving { sample in
      let desk = try sample.claim("desk")
      let city = try sample.account("lead-city").person.organisation
      let province = try sample.account("lead-province").person.organisation
      func order(_ command: NegotiationTable.Command, on id: ObjectID?, by claim: Claim) async throws -> Receipt {
        try await sample.ledger.submit(Order(NegotiationTable.self, command, on: id), by: claim, key: CommandKey())
      }
      let convened = try await order(
        .convene(parties: [city, province], field: "water", file: nil), on: nil, by: desk)
      let table = try #require(convened.changes.first?.object)
      for name in ["lead-city", "lead-province"] {
        _ = try await order(.lodgeMandate(text: "What we may settle."), on: table, by: try sample.claim(name))
      }
      _ = try await order(.open, on: table, by: desk)
      _ = try await order(.beginRound, on: table, by: desk)
      var (accepted, expired) = (0, 0)
      var browser = try await sample.browser("lead-province")
      for round in 1...12 {
        let matter = NegotiationTable.Matter.issue(name: "Toll \(round)")
        _ = try await order(
          .sealPackage(terms: [.init(matter, "No toll.")], conditions: [], readers: []), on: table,
          by: try sample.claim("lead-city"))
        let expires = Instant(milliseconds: sample.clock.now.milliseconds + 60_000)
        _ = try await order(
          .tablePackage(package: round, matters: [matter], to: [province], expires: expires, answers: nil), on: table,
          by: try sample.claim("lead-city"))
        let path = "\(table.path)/acts/acceptPackage"
        try await browser.open("\(path)?package=\(round)")
        var form = try fields(browser, path).filter { $0.0 != "package" }
        form.append(("package", "\(round)"))
        // The last moment but one; then time passes while the answer is on its way. In the first round it has passed.
        sample.clock.set(Instant(milliseconds: expires.milliseconds - (round == 1 ? 0 : 1)))
        let (portal, headers, clock) = (sample.portal, browser.headers, sample.clock)
        async let sent = portal.send(form, to: path, headers: headers)
        if round != 2 {
          try await Task.sleep(for: .milliseconds(round * 2))
          clock.set(expires)
        }
        let answer = try await sent
        clock.set(expires)
        let end = ContinuousClock.now + .seconds(10)
        while ContinuousClock.now < end, try decided(round, of: table, in: sample).isEmpty {
          try await Task.sleep(for: .milliseconds(20))
        }
        let effects = try decided(round, of: table, in: sample)
        #expect(effects.count == 1, "round \(round): \(effects)")
        #expect(
          (answer.status == 303) == (effects == ["packageAccepted"]), "round \(round): \(answer.status) \(effects)")
        if answer.status != 303 {
          #expect(answer.text.contains("id=\"faults\"") || answer.status == 409, "\(answer.status)")
        }
        if effects == ["packageAccepted"] { accepted += 1 } else { expired += 1 }
        if round == 1 { #expect(effects == ["packageExpired"], "at its moment it is over") }
        if round == 2 { #expect(effects == ["packageAccepted"], "a moment before, it is not") }
      }
      #expect(accepted + expired == 12 && accepted > 0 && expired > 0)
    }
  }

  /// What became of a package, by the names of the events that decided it.
  private func decided(_ package: Int, of table: ObjectID, in sample: ServedSample) throws -> [String] {
    try ["packageAccepted", "packageExpired", "packageRejected"].flatMap { name in
      try sample.events(name, of: table).filter {
        $0.body.contains("\"package\":\(package),") || $0.body.contains("\"package\":\(package)}")
      }.map { _ in name }
    }
  }
}
