@testable import Registry

/// A table of the sample region, with the shortest way to each of its stages.
struct TableFixture {
  var region: SampleRegion
  let id = ObjectID(.negotiationTable, 1)

  /// - Parameter social: whether the chamber is the third party.
  init(social: Bool = false) throws {
    region = try SampleRegion()
    try act(.convene(parties: [region.downstream, region.upstream], field: "water", file: nil), as: "desk")
    if social { try act(.admit(organisation: region.chamber, seat: .party), as: "desk") }
  }

  var table: NegotiationTable { region.record.object(NegotiationTable.self, id)! }
  var leads: [String] { table.parties.count == 3 ? ["upperLead", "lowerLead", "social"] : ["upperLead", "lowerLead"] }

  @discardableResult
  mutating func act(_ command: NegotiationTable.Command, as name: String) throws(Refusal) -> [Happening] {
    var opens = false
    if case .convene = command { opens = true }
    return try region.act(NegotiationTable.self, command, on: opens ? nil : id, as: name)
  }

  mutating func lodgeMandates() throws {
    for lead in leads { try act(.lodgeMandate(text: "Mandate of \(lead)"), as: lead) }
  }

  /// Up to the first round.
  mutating func beginRound() throws {
    try lodgeMandates()
    try act(.open, as: "desk")
    try act(.beginRound, as: "desk")
  }

  /// One clause, agreed by everybody; in a round.
  mutating func agreeOnOneClause() throws {
    try beginRound()
    try act(.proposeClause(title: "Water quality", text: "Class III at the dam."), as: "upperLead")
    for lead in leads.dropFirst() { try act(.agreeToText(clause: 1, text: wording(of: 1)), as: lead) }
  }

  /// The whole text agreed.
  mutating func agreeText() throws {
    try agreeOnOneClause()
    try act(.closeRound, as: "desk")
    try act(.agreeText, as: "desk")
  }

  mutating func initial() throws {
    try agreeText()
    for lead in leads { try act(.initial, as: lead) }
  }

  /// A package of the upper county, sealed: one term for clause 1.
  mutating func seal(_ text: String = "Class III, tested monthly.", conditions: [String] = []) throws {
    try act(
      .sealPackage(terms: [.init(.clause(number: 1), text)], conditions: conditions, readers: []), as: "upperLead")
  }

  /// That package, tabled for the lower county and open for ten days.
  mutating func tablePackage() throws {
    try seal()
    try act(
      .tablePackage(
        package: 1, matters: [.clause(number: 1)], to: [region.downstream], expires: region.now.later(days: 10),
        answers: nil),
      as: "upperLead")
  }

  mutating func seatMediator(sees: [NegotiationTable.Disclosure] = []) throws {
    try act(.nameMediator(appointment: region.who("mediator").appointment!.id), as: "desk")
    for lead in leads {
      try act(.grantMediator(sees: lead == "upperLead" ? sees : [], readers: []), as: lead)
    }
  }

  /// The commitment of a clause's wording, the first one unless another is asked for.
  func wording(of clause: Int, _ index: Int = 0) -> String { table.clauses[clause - 1].wordings[index].text.commit }

  /// The words of a refusal; empty when the command is accepted.
  mutating func refusal(_ command: NegotiationTable.Command, as name: String) -> String {
    do {
      try act(command, as: name)
      return ""
    } catch {
      return error.description
    }
  }

  /// Lets time pass to a moment, without letting the clock act.
  mutating func wait(until moment: Instant) { region.now = moment }
  mutating func runClock() throws { try region.record.advance(to: region.now) }

  /// Keeps nothing: for decisions whose events are thrown away.
  struct Keeper: ContentKeeper {
    mutating func keep(_ content: String, for audience: Audience) -> Confided {
      Confided(commit: content, audience: audience)
    }
  }
}
