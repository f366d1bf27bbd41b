import Registry
import Testing

/// How much a table holds, and that its row stays small.
@Suite struct NegotiationLimitTests {
  @Test("holds three hundred texts and no more, in a row below a hundred kilobytes")
  func texts() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    for number in 1...60 {
      try fixture.act(.proposeClause(title: "Clause \(number)", text: "Text \(number)"), as: "upperLead")
    }
    #expect(
      fixture.refusal(.proposeClause(title: "More", text: "More"), as: "upperLead")
        == "'proposeClause' needs: the text has room for more clauses; it holds at most 60; join some, or convene "
        + "another table")
    for number in 1...60 { try fixture.act(.offerText(clause: number, text: "Other \(number)"), as: "lowerLead") }
    for number in 1...89 {
      try fixture.act(
        .amend(
          clause: 1, target: fixture.wording(of: 1), amends: nil, text: "Amended \(number)", reasons: "Why \(number)"),
        as: "lowerLead")
    }
    #expect(
      fixture.refusal(.lodgeMandate(text: "Once more"), as: "upperLead")
        == "'lodgeMandate' needs: the table has room for more texts; it holds at most 300; convene another for the "
        + "rest")
    #expect(try CanonicalJSON.bytes(of: fixture.table).count < 100_000)
  }

  @Test("holds a hundred rounds and no more")
  func rounds() throws {
    var fixture = try TableFixture()
    try fixture.beginRound()
    for _ in 2...100 {
      try fixture.act(.closeRound, as: "desk")
      try fixture.act(.beginRound, as: "desk")
    }
    try fixture.act(.closeRound, as: "desk")
    #expect(
      fixture.refusal(.beginRound, as: "desk")
        == "'beginRound' needs: rounds are left; a table has at most 100; convene another for the rest")
  }

  @Test("names at most twenty readers, and only people who are there now")
  func readers() throws {
    var fixture = try TableFixture()
    let lead = fixture.region.who("upperLead").appointment!.id
    #expect(
      fixture.refusal(
        .lodgePosition(sort: .position, text: "P", readers: Array(repeating: lead, count: 21)), as: "upperLead")
        == "readers: there are 21; name at most 20")
    #expect(
      fixture.refusal(
        .lodgePosition(sort: .position, text: "P", readers: [ObjectID(.appointment, 99)]), as: "upperLead")
        == "readers: A-99 is nobody of O-1 now; name people of your own")
  }
}
