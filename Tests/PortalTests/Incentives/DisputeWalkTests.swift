import Registry
import Reporting
import Testing

@testable import Portal

/// A dispute between two parties of an agreement, from the claim to its end, through pages and forms alone.
@Suite(.serialized) struct DisputeWalkTests {
  private let copy: SampleCopy
  private let agreement: Agreement

  init() throws {
    let copy = try SampleCopy()
    self.copy = copy
    let found = try copy.site.read(Visit(.get, "/")) { reading in
      try reading.all(Agreement.self).first { agreement in
        agreement.isInForce && agreement.parties.filter { copy.person(.lead, of: $0) != nil }.count >= 2
      }
    }
    agreement = try #require(found)
  }

  private func leads() throws -> (own: DemonstrationSummary.Person, other: DemonstrationSummary.Person) {
    let leads = agreement.parties.compactMap { copy.person(.lead, of: $0) }
    return (try #require(leads.first), try #require(leads.dropFirst().first))
  }

  /// Opens the form of a command, sends it, and gives the page to which it leads.
  @discardableResult
  private func act(
    _ command: String, at path: String, _ fields: [(String, String)] = [], as visitor: Visitor
  ) async throws -> String {
    let address = "\(path)/acts/\(command)"
    let form = await copy.site.get(address, as: visitor)
    #expect(form.status == .ok, "\(command)")
    for (name, _) in fields { #expect(form.text.contains("name=\"\(name)\""), "\(command) asks for \(name)") }
    let checked = await copy.site.post(
      address, fields + [("key", CommandKey().text), ("step", "check")], as: visitor)
    #expect(checked.status == .ok, "\(command): answers are shown before they are recorded")
    let sent = await copy.site.post(address, fields + [("key", CommandKey().text), ("step", "do")], as: visitor)
    #expect(sent.status == .seeOther, "\(command): \(sent.text)")
    return String(try #require(sent[header: "Location"], "\(command)").split(separator: "?")[0])
  }

  @Test("two sides raise, answer, argue and settle a dispute, and others read nothing of it")
  func settles() async throws {
    let (ownPerson, otherPerson) = try leads()
    let (own, other) = (copy.visitor(ownPerson.appointment), copy.visitor(otherPerson.appointment))
    let desk = copy.visitor(try #require(copy.person(.desk)).appointment)
    let claim = "The gauge at the border was read a day too late."
    let path = try await act(
      "raise", at: "/disputes",
      [("agreement", "\(agreement.id)"), ("against", "\(otherPerson.organisation)"), ("claim", claim)], as: own)
    #expect(path.hasPrefix("/disputes/"))
    #expect(await copy.site.get(path, as: other).text.contains(claim))
    #expect(await copy.site.get(path).status == .notFound)
    #expect(!(await copy.site.get(path, as: desk).text.contains(claim)), "the office keeps the clock, not the claim")

    try await act("accept", at: path, as: other)
    let statement = "It was read on the day that the protocol names."
    try await act("submit", at: path, [("text", statement)], as: other)
    #expect(await copy.site.get(path, as: own).text.contains(statement))

    let early = await copy.site.get("\(path)/acts/agreeToSettlement", as: own)
    #expect(early.text.contains("the other side has proposed terms"))
    let chinese = await copy.site.get("\(path)/acts/agreeToSettlement", as: own, in: .chinese)
    #expect(chinese.text.contains("对方已提出条件"))
    let terms = "Both read the gauge together from now on."
    try await act("settle", at: path, [("terms", terms)], as: own)
    #expect(!(await copy.site.get(path, as: desk).text.contains(terms)), "terms are for the two sides")
    let alone = await copy.site.post(
      "\(path)/acts/agreeToSettlement", [("key", CommandKey().text), ("step", "do")], as: own)
    #expect(alone.status == .unprocessable && alone.text.contains("the other side must agree to your terms"))
    try await act("agreeToSettlement", at: path, as: other)
    try await act("close", at: path, [("reasons", "Settled by the sides.")], as: desk)
    let closed = await copy.site.get(path, as: own)
    #expect(closed.status == .ok && closed.text.contains("Settled by the sides."))
    #expect(await copy.site.get(path).status == .notFound, "what was settled stays between the sides")
  }

  @Test("a claim against oneself is refused in the reader's language, and what was written is kept")
  func refuses() async throws {
    let (ownPerson, _) = try leads()
    let own = copy.visitor(ownPerson.appointment)
    let fields = [
      ("agreement", "\(agreement.id)"), ("against", "\(ownPerson.organisation)"), ("claim", "We owe ourselves."),
      ("key", CommandKey().text), ("step", "do"),
    ]
    let english = await copy.site.post("/disputes/acts/raise", fields, as: own)
    #expect(english.status == .unprocessable && english.text.contains("We owe ourselves."))
    #expect(english.text.contains("is not the other side; name another party"))
    let chinese = await copy.site.post("/disputes/acts/raise", fields, as: own, in: .chinese)
    #expect(chinese.text.contains("不是对方当事方") && !chinese.text.contains("the other side"))
  }
}
