import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// From the first draft of an agreement to a settlement, through pages and forms alone.
@Suite(.serialized)
struct PromiseWalkTests {
  private let sample: SampleSite

  init() throws { sample = try SampleSite() }

  /// Fills in the form of a command as its page hands it out, sends it, and gives the page it leads to.
  @discardableResult
  private func act<T: PageThing>(
    _ type: T.Type, _ command: T.Command, on path: String? = nil, as visitor: Visitor
  ) async throws -> String {
    let answers = PromiseSample(type, command)
    let form = try #require(ActForm.of(T.kind, answers.name))
    let address = "\(path ?? T.kind.path)/acts/\(answers.name)"
    let page = await sample.site.get(address, as: visitor)
    #expect(page.status == .ok, "\(address)")
    let fields = try answers.fields(form).fields.map { ($0.name, $0.value) } + [("key", CommandKey().text)]
    let checked = await sample.site.post(address, fields + [("step", "check")], as: visitor)
    #expect(checked.status == .ok, "\(address): \(checked.text)")
    let done = await sample.site.post(address, fields + [("step", "do")], as: visitor)
    #expect(done.status == .seeOther, "\(address): \(done.text)")
    return String(try #require(done[header: "Location"], "\(address)").split(separator: "?")[0])
  }

  private func id(_ path: String) throws -> ObjectID {
    try #require(ObjectID(String(path.split(separator: "/").last ?? "")))
  }

  private func page(_ path: String, _ language: Language = .english, as visitor: Visitor = .unknown) async -> String {
    await sample.site.get(path, as: visitor, in: language).text
  }

  private func lead(_ home: String) throws -> Visitor { try sample.visitor(.lead, of: home) }
  private func clerk(_ home: String) throws -> Visitor { try sample.visitor(.clerk, of: home) }
  private func desk() throws -> Visitor { try sample.visitor(.desk) }
  private func guide() throws -> Visitor { try sample.visitor(.guide) }
  private func monitor(_ number: Int) throws -> Visitor { try sample.visitor(.monitor, number: number) }

  @Test(
    "an agreement comes into force, is reported on, verified and certified, and its money is settled",
    .timeLimit(.minutes(3)))
  func walk() async throws {
    let (city, port) = (sample.organisation(of: try lead("Sanchuan")), sample.organisation(of: try lead("Whitesand")))
    let agreement = try await sign(city, port)
    let commitment = try await report(agreement, city)
    #expect(await page(commitment).contains("Verified: met"))
    try await settle(agreement, city, port)
  }

  /// Drafts, checks, freezes, signs and files an agreement; it enters into force by itself.
  private func sign(_ city: ObjectID, _ port: ObjectID) async throws -> String {
    let clerk = try clerk("Sanchuan")
    let path = try await act(
      Agreement.self, .draft(parties: [city, port], field: "water", table: nil), as: clerk)
    #expect(await sample.site.get(path).status == .notFound, "a draft is for its parties")
    try await act(
      Agreement.self,
      .set(title: "Clean harbour 清洁港湾", frame: .chineseCooperation, terms: .init(authentic: "zh", noticeDays: 90)),
      on: path, as: clerk)
    #expect(await page(path, as: clerk).contains("/acts/write?item=cn-9"))
    let model = await page("\(path)/acts/write?item=cn-9", as: clerk)
    #expect(model.contains("name=\"clause.id\" value=\"1\"") && model.contains("争议"), "a model clause to begin with")
    let duty = Agreement.Duty(
      id: "d1", debtor: city, creditors: [port], measure: "12 km of sewer", due: .afterEntry(days: 90),
      evidence: "Records")
    for number in 1...9 {
      try await act(
        Agreement.self,
        .write(
          clause: .init(
            id: "\(number)", heading: "Clause \(number)", kind: number == 3 ? .obligation : .provision,
            text: "What the law asks for. 法定内容。", items: ["cn-\(number)"], duties: number == 3 ? [duty] : []),
          position: nil), on: path, as: clerk)
    }
    let commission = sample.organisation(of: try guide())
    try await act(Agreement.self, .submit(reviewer: commission), on: path, as: clerk)
    try await act(Agreement.self, .confirm(opinion: "Nothing stands against it."), on: path, as: try guide())
    try await act(Agreement.self, .freeze, on: path, as: try lead("Sanchuan"))
    for home in ["Sanchuan", "Whitesand"] {
      let signer = try lead(home)
      let link = try #require(await sample.site.get(path, as: signer).links.first { $0.contains("/acts/sign?") })
      let query = try #require(link.split(separator: "?").last)
      let form = await page(link, as: signer)
      let digest = try #require(try FormFields(encoded: Array(query.utf8))["digest"])
      #expect(form.contains("value=\"\(digest)\""), "the form begins with the digest that was read")
      try await act(Agreement.self, .sign(version: 1, digest: digest), on: path, as: signer)
    }
    #expect(await page(path, as: clerk).contains("filing and publication"))
    try await act(
      Agreement.self, .file(registration: "R-1", disclosure: "In full"), on: path, as: clerk)
    try sample.pass(days: 0)
    let english = await page(path)
    #expect(english.contains("<span class=\"tag\">In force</span>"))
    #expect(await page(path, as: clerk).contains("/reports/acts/draft?agreement="))
    #expect(await page(path, as: try desk()).contains("/ledger/acts/open?agreement="))
    #expect(english.contains("signed ") && english.contains("12 km of sewer"))
    #expect(await page(path, .chinese).contains("清洁港湾"))
    return path
  }

  /// Has the city report, and the institute check and certify; gives the page of the commitment.
  private func report(_ agreement: String, _ city: ObjectID) async throws -> String {
    let number = try id(agreement)
    let made = try #require(try sample.objects(Agreement.self).first { $0.id == number }?.commitments.first)
    let day = CalendarDay(daysSince1970: 20_750)
    let clerk = try clerk("Sanchuan")
    let path = try await act(
      PartyReport.self, .draft(agreement: number, period: .init(from: day, through: day.later(days: 30))), as: clerk)
    try await act(
      PartyReport.self,
      .addItem(
        commitment: made.commitment,
        entry: .init(
          figure: .init(12, "km"), narrative: "All of it lies in the ground. 全部完工。",
          exhibits: [.init(title: "Survey", digest: String(repeating: "ab", count: 32))])), on: path, as: clerk)
    #expect(await page(path, as: clerk).contains("/acts/editItem?item=1"))
    try await act(PartyReport.self, .submit, on: path, as: try lead("Sanchuan"))
    let report = try id(path)
    #expect(await page(path, as: try guide()).contains("/verifications/acts/assign?of=\(report)"))
    let person = try #require(sample.people.first { $0.role == .monitor })
    let check = try await act(
      Verification.self,
      .assign(of: report, monitor: person.appointment, seed: SamplingSeed(255), sampleSize: 1), as: try guide())
    try await act(Verification.self, .accept(interests: []), on: check, as: try monitor(1))
    try await act(Verification.self, .begin, on: check, as: try monitor(1))
    let work = await sample.site.get(check, as: try monitor(1))
    #expect(work.text.contains("00000000000000ff") && work.links.contains("\(check)/acts/check?check.item=1"))
    try await act(
      Verification.self, .check(check: .init(item: 1, method: .onTheSpot, outcome: .confirmed)), on: check,
      as: try monitor(1))
    try await act(Verification.self, .assess(result: .init(made.commitment, .met)), on: check, as: try monitor(1))
    try await act(Verification.self, .concludeFindings, on: check, as: try monitor(1))
    try await act(Verification.self, .openReply, on: check, as: try monitor(1))
    #expect(await sample.site.get(check).status == .notFound, "nothing is public before the reply is over")
    try sample.pass(days: 30)
    try await act(Verification.self, .review, on: check, as: try monitor(2))
    try await act(Verification.self, .certify(opinion: "It is as reported. 属实。"), on: check, as: try monitor(1))
    let certificate = await page(check)
    #expect(certificate.contains("CT-\(try id(check).number)") && certificate.contains("It is as reported."))
    let digest = try #require(certificate.range(of: "class=\"hash\">[0-9a-f]{64}<", options: .regularExpression))
    #expect(!digest.isEmpty)
    #expect(await page(path).contains("Certified"), "what is certified is everybody's")
    return made.commitment.path
  }

  /// Opens books, adopts a wager on an index and settles a year by it.
  private func settle(_ agreement: String, _ city: ObjectID, _ port: ObjectID) async throws {
    let desk = try desk()
    let number = try id(agreement)
    let path = try await act(
      RegionBooks.self, .open(agreement: number, parties: [city, port], currency: "CNY"), as: desk)
    func transfer(from: ObjectID, to: ObjectID) throws -> Transfer {
      try Transfer(
        Amount(minor: 10_000_000_000, of: .cny), from: LedgerAccount(owner: "\(from)", purpose: "water"),
        to: LedgerAccount(owner: "\(to)", purpose: "water"))
    }
    let rule = try TieredTransfer(
      index: .init("P"),
      tiers: [
        .init(upTo: Ratio(1), try transfer(from: port, to: city)),
        .init(upTo: nil, try transfer(from: city, to: port)),
      ])
    try await act(RegionBooks.self, .adopt(name: "Wager", rule: .tiered(rule), carried: nil), on: path, as: desk)
    let told = await page(path)
    #expect(told.contains("Up to 1: Whitesand Port City (sample) pays Sanchuan Municipality (sample)"))
    #expect(told.contains("¥100,000,000.00 (¥100 million)"))
    let now = sample.clock.now
    // Forms ask for whole minutes.
    let before = Instant(milliseconds: now.milliseconds / 60_000 * 60_000).later(days: -1)
    let readings = try Readings([
      Registry.Reading("P", in: "2026", is: Ratio(parsing: "0.833"), recorded: before.later(days: -1).milliseconds)
    ])
    try await act(
      RegionBooks.self,
      .settle(
        rule: "Wager", readings: readings, period: SettlementPeriod("2026", cutOff: before.milliseconds),
        memo: "Settlement of 2026"), on: path, as: desk)
    let settled = await page(path, .chinese)
    #expect(settled.contains("1亿元") && settled.contains("2026结算：Wager") && settled.contains("0.833"))
    #expect(settled.contains("\u{2212}¥100,000,000.00"))
    #expect(await page(agreement).contains(path), "the agreement leads to its books")
  }
}
