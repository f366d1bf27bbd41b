import Testing

@testable import Registry

/// From the filing to the outcome, and what keeps an act from happening.
@Suite struct DocketPathTests {
  var region: SampleRegion
  let id = ObjectID(.docketFile, 1)

  init() throws {
    region = try SampleRegion()
    try region.act(
      DocketFile.self, .draft(title: "Algae at the dam", field: "water", description: "Since May."), as: "lowerClerk")
  }

  private var file: DocketFile { region.record.object(DocketFile.self, id)! }

  private mutating func act(_ command: DocketFile.Command, as name: String) throws(Refusal) {
    try region.act(DocketFile.self, command, on: id, as: name)
  }

  private mutating func refusal(_ command: DocketFile.Command, as name: String) -> String {
    do {
      try act(command, as: name)
      return ""
    } catch {
      return error.description
    }
  }

  /// Up to the open options.
  private mutating func openOptions() throws {
    try act(.file, as: "lowerClerk")
    try act(.accept, as: "desk")
    try act(.diagnose(lead: region.who("lowerLead").appointment!.id), as: "desk")
    try act(
      .map(affected: [
        .init(region.upstream, .party), .init(region.downstream, .leftOut, reason: "It is not on the river."),
      ]), as: "lowerLead")
    try act(.concludeDiagnosis(summary: "Nutrients."), as: "lowerLead")
    try act(.openOptions, as: "lowerLead")
  }

  private mutating func close() throws {
    try openOptions()
    try act(.decide(outcome: .practice, reasons: "A phone call does it."), as: "member")
    try act(.carryOut, as: "desk")
    try act(.close(reasons: "Solved.", redressUntil: region.now.later(days: 60)), as: "desk")
  }

  @Test(
    "is carried out as it was decided",
    arguments: zip(
      [DocketFile.Outcome.negotiation, .practice, .ruleChange, .notSolved],
      [DocketFile.Stage.inNegotiation, .solvedByPractice, .solvedByRuleChange, .notSolved]))
  mutating func carriesOut(outcome: DocketFile.Outcome, stage: DocketFile.Stage) throws {
    try openOptions()
    try act(.decide(outcome: outcome, reasons: "The conference voted."), as: "member")
    try act(.carryOut, as: "desk")
    #expect(file.stage == stage)
    try act(.close(reasons: "Done.", redressUntil: region.now.later(days: 60)), as: "desk")
    #expect(file.stage == .closed)
    #expect(file.outcome == outcome && file.reasons == "Done.")
  }

  @Test("a decision on a form of cooperation tells the advice, and why it departs from it")
  mutating func mechanism() throws {
    try openOptions()
    let study = String(repeating: "0a", count: 32)
    func decide(_ choice: DocketFile.MechanismChoice) -> DocketFile.Command {
      .decide(outcome: .negotiation, reasons: "The conference voted.", mechanism: choice)
    }
    let refused: [(DocketFile.MechanismChoice, String)] = [
      (.init(chosen: "contract", advised: "delegated", study: study), "say why another form is chosen"),
      (.init(chosen: "contract", study: study), "say why another form is chosen"),
      (.init(chosen: "contract", advised: "contract"), "it is not said which study advised that"),
      (.init(chosen: "a form", study: study), "it is no name of a form"),
      (.init(chosen: "contract", study: "0A"), "it is no SHA-256"),
      (.init(chosen: "contract", advised: "delegated", study: study, deviation: " "), "it is empty"),
    ]
    for (choice, words) in refused { #expect(refusal(decide(choice), as: "member").contains(words), "\(choice)") }
    let choice = DocketFile.MechanismChoice(
      chosen: "contract", advised: "delegated", study: study, deviation: "No law allows it.")
    try act(decide(choice), as: "member")
    #expect(file.mechanism == choice && choice.deviates)
    try act(.carryOut, as: "desk")
    try act(.close(reasons: "Done.", redressUntil: region.now.later(days: 60)), as: "desk")
    region.now = region.now.later(days: 200)
    try act(.reopen(evidence: "It is back."), as: "desk")
    #expect(file.mechanism == nil)
  }

  @Test("what was decided before forms were recorded reads and writes as it did")
  func olderDecisions() throws {
    let text = #"{"decided":{"outcome":"practice","reasons":"A phone call does it."}}"#
    let event = try CanonicalJSON.value(DocketFile.Event.self, from: text)
    #expect(event == .decided(outcome: .practice, reasons: "A phone call does it."))
    #expect(String(decoding: try CanonicalJSON.bytes(of: event), as: UTF8.self) == text)
  }

  @Test("cannot be carried out otherwise than it was decided, even by an event made for it")
  mutating func outcomeGuard() throws {
    try openOptions()
    try act(.decide(outcome: .practice, reasons: "A phone call does it."), as: "member")
    let decided = file
    let scene = Scene(
      standing: region.who("desk"), now: region.now, reader: region.record, keeper: TableFixture.Keeper())
    let refusal = #expect(throws: Refusal.self) { try scene.permit("carryOutNegotiation", on: decided) }
    #expect(
      refusal?.description
        == "'carryOutNegotiation' needs: the decision was 'negotiation'; the decision was 'practice'")
  }

  @Test("is filed at once when a visitor writes it, and no visitor passes for its filer")
  mutating func visitorFiles() throws {
    try region.set(
      DocketFile.self, .draft(title: "Ferry", field: "transport", description: "It stopped."), by: .visitor)
    let other = ObjectID(.docketFile, 2)
    #expect(region.record.object(DocketFile.self, other)?.stage == .filed)
    #expect(region.record.object(DocketFile.self, other)?.answerBy != nil)
    try region.act(DocketFile.self, .ask(question: "Which pier?"), on: other, as: "desk")
    #expect(throws: Refusal.notEntitled(act: "answer", needed: [.filer])) {
      try region.set(DocketFile.self, .answer(text: "None"), on: other, by: .visitor)
    }
    try region.pass(days: 60)
    #expect(region.record.object(DocketFile.self, other)?.stage == .filed)
  }

  @Test("takes an answer a millisecond before the question lapses, and none at that moment")
  mutating func answersInTime() throws {
    try act(.file, as: "lowerClerk")
    try act(.ask(question: "Which month?"), as: "desk")
    let ends = try #require(file.clarificationEnds)
    let order = Order(DocketFile.self, .answer(text: "May."), on: id)
    let (record, clerk) = (region.record, region.who("lowerClerk"))
    _ = try order.decide(by: clerk, at: ends.later(by: -1), reader: record, keeper: TableFixture.Keeper())
    let refusal = #expect(throws: Refusal.self) {
      try order.decide(by: clerk, at: ends, reader: record, keeper: TableFixture.Keeper())
    }
    #expect(
      refusal?.description
        == "'answer' needs: the question is still open; it lapsed at 2026-03-06T00:00:00Z; the desk decides on what is "
        + "known")
    region.now = ends
    #expect(
      self.refusal(.answer(text: "May."), as: "lowerClerk")
        == "'answer' is not possible while PD-1 is 'filed'; possible now: ask, accept, reject, merge")
    #expect(
      self.refusal(.ask(question: "Which year?"), as: "desk")
        == "'ask' needs: questions may still stop the clock; decide on what is known: the limit for questions is used "
        + "up")
  }

  @Test("is opened again at most once in 180 days, counted to the millisecond")
  mutating func reopens() throws {
    try close()
    try act(.reopen(evidence: "Again in June."), as: "lowerClerk")
    #expect(file.outcome == nil && file.reasons == nil && file.redressUntil == nil)
    let again = region.now.later(days: 180)
    try act(.diagnose(lead: region.who("lowerLead").appointment!.id), as: "desk")
    try act(.concludeDiagnosis(summary: "Same."), as: "lowerLead")
    try act(.openOptions, as: "desk")
    try act(.decide(outcome: .notSolved, reasons: "No money."), as: "member")
    try act(.carryOut, as: "desk")
    try act(.close(reasons: "Not now.", redressUntil: region.now.later(days: 60)), as: "desk")
    region.now = again.later(by: -1)
    #expect(
      refusal(.reopen(evidence: "July."), as: "lowerClerk")
        == "'reopen' needs: 180 days since it was last opened anew; wait until 2026-07-04T00:00:00Z, or file a new "
        + "problem")
    region.now = again
    try act(.reopen(evidence: "July."), as: "lowerClerk")
    #expect(file.stage == .accepted)
  }

  @Test("merges into another file that is open, and nowhere else")
  mutating func merges() throws {
    try act(.file, as: "lowerClerk")
    let remedy = "'merge' needs: the other file is open; name another file that is filed and not yet closed"
    #expect(refusal(.merge(into: id), as: "desk") == remedy)
    #expect(refusal(.merge(into: ObjectID(.docketFile, 9)), as: "desk") == remedy)
    try region.act(DocketFile.self, .draft(title: "Dam", field: "water", description: "Old."), as: "upperClerk")
    let other = ObjectID(.docketFile, 2)
    #expect(refusal(.merge(into: other), as: "desk") == remedy, "a draft is as if it were not there")
    try region.act(DocketFile.self, .file, on: other, as: "upperClerk")
    try act(.merge(into: other), as: "desk")
    #expect(file.mergedInto == other)
    #expect(throws: Refusal.self) { try region.act(DocketFile.self, .merge(into: id), on: other, as: "desk") }
  }

  @Test("says what is wrong with a field of a command")
  mutating func refusesFields() throws {
    #expect(
      refusal(.revise(title: " ", description: "x"), as: "lowerClerk") == "title: it is empty; write a text")
    #expect(
      refusal(.revise(title: String(repeating: "长", count: 201), description: "x"), as: "lowerClerk")
        == "title: it has 201 characters, at most 200 fit; shorten it, or attach a document")
    #expect(
      refusal(.revise(title: "a\u{7}b", description: "x"), as: "lowerClerk")
        == "title: it holds the control character U+7; remove it")
    let unknown = #expect(throws: Refusal.self) {
      try region.act(DocketFile.self, .draft(title: "T", field: "tax", description: "d"), as: "lowerClerk")
    }
    #expect(
      unknown?.description == "field: 'tax' is no field of cooperation here; choose one of water, transport")
    try act(.file, as: "lowerClerk")
    try act(.accept, as: "desk")
    #expect(
      refusal(.diagnose(lead: ObjectID(.appointment, 99)), as: "desk")
        == "there is no A-99 that you may see; check the number, or ask its parties")
    try act(.diagnose(lead: region.who("lowerLead").appointment!.id), as: "desk")
    #expect(
      refusal(.concludeDiagnosis(summary: "x"), as: "desk")
        == "'concludeDiagnosis' needs: every affected jurisdiction has its place; name the affected jurisdictions")
    #expect(
      refusal(.map(affected: [.init(region.upstream, .party), .init(region.upstream, .party)]), as: "desk")
        == "affected: a jurisdiction stands twice, or there are more than 100; name each once")
    #expect(
      refusal(.map(affected: [.init(ObjectID(.organisation, 77), .party)]), as: "desk")
        == "there is no O-77 that you may see; check the number, or ask its parties")
  }

  @Test(
    "is decided by the conference, and run by the desk",
    arguments: ["upperLead", "guide", "monitor", "social", "auditor", "administrator", "mediator"])
  mutating func others(name: String) throws {
    try act(.file, as: "lowerClerk")
    #expect(refusal(.accept, as: name) == "'accept' is for desk; ask one of them, or be appointed")
    #expect(
      refusal(.reject(reasons: "No."), as: name) == "'reject' is for desk; ask one of them, or be appointed")
  }

  @Test("closes with a day of redress to come")
  mutating func redress() throws {
    try act(.file, as: "lowerClerk")
    try act(.reject(reasons: "A county's own matter."), as: "desk")
    #expect(
      refusal(.close(reasons: "Rejected.", redressUntil: region.now), as: "desk")
        == "redressUntil: it is over already; give a day to come")
    try act(.close(reasons: "Rejected.", redressUntil: region.now.later(by: 1)), as: "desk")
  }
}
