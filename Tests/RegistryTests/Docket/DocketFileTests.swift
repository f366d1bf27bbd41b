import Registry
import Testing

@Suite struct DocketFileTests {
  var region: SampleRegion
  let id = ObjectID(.docketFile, 1)

  init() throws {
    region = try SampleRegion()
    try region.act(
      DocketFile.self, .draft(title: "Algae at the dam", field: "water", description: "Since May."), as: "lowerClerk")
  }

  private var file: DocketFile { region.record.object(DocketFile.self, id)! }

  @Test("is the filer's own while it is a draft, and everybody's once filed")
  mutating func opensToEverybody() throws {
    #expect(!file.audience.includes(region.who("upperLead")))
    try region.act(DocketFile.self, .file, on: id, as: "lowerClerk")
    #expect(file.audience.includes(.visitor))
  }

  @Test("is hidden, not refused, from others while it is a draft")
  mutating func hidesDrafts() {
    #expect(throws: Refusal.notFound(id)) { try region.act(DocketFile.self, .file, on: id, as: "upperLead") }
  }

  @Test("stops its clock while a question is open, for no longer than the region allows")
  mutating func stopsItsClock() throws {
    try region.act(DocketFile.self, .file, on: id, as: "lowerClerk")
    let due = try #require(file.answerBy)
    try region.act(DocketFile.self, .ask(question: "Which month?"), on: id, as: "desk")
    try region.pass(days: 20)
    try region.act(DocketFile.self, .answer(text: "May."), on: id, as: "lowerClerk")
    #expect(file.answerBy == due.later(days: 20))
    try region.act(DocketFile.self, .ask(question: "Which year?"), on: id, as: "desk")
    try region.pass(days: 41)
    #expect(file.stage == .filed)
    #expect(file.stoppedFor == 60 * Instant.millisecondsADay)
    #expect(throws: Refusal.self) { try region.act(DocketFile.self, .ask(question: "More?"), on: id, as: "desk") }
  }

  @Test("cannot end its diagnosis while a jurisdiction is left out without a reason")
  mutating func needsReasons() throws {
    try region.act(DocketFile.self, .file, on: id, as: "lowerClerk")
    try region.act(DocketFile.self, .accept, on: id, as: "desk")
    let lead = region.who("lowerLead").appointment!.id
    try region.act(DocketFile.self, .diagnose(lead: lead), on: id, as: "desk")
    try region.act(
      DocketFile.self, .map(affected: [.init(region.upstream, .leftOut), .init(region.downstream, .party)]), on: id,
      as: "lowerLead")
    let refusal = #expect(throws: Refusal.self) {
      try region.act(DocketFile.self, .concludeDiagnosis(summary: "Nutrients."), on: id, as: "lowerLead")
    }
    #expect(
      refusal?.description
        == "'concludeDiagnosis' needs: every affected jurisdiction has its place; say why O-1 is left out")
  }
}
