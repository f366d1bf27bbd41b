import Registry
import Testing

@Suite struct EvaluationTests {
  var region: ReportingRegion
  let id = ObjectID(.evaluation, 1)
  let digest = String(repeating: "0f", count: 32)

  init() throws { region = try ReportingRegion() }

  private var evaluation: Evaluation { region.record.object(Evaluation.self, id)! }

  private let criteria = [
    Evaluation.Criterion(1, question: "Is the river clean?", unit: "mg/l", direction: .down, target: 10),
    .init(2, question: "How much was built?", unit: "km", direction: .up, target: 250),
    .init(3, question: "How many complain?", unit: "letters", direction: .down),
  ]

  private func plan(by evaluator: String = "social", _ criteria: [Evaluation.Criterion]? = nil) -> Evaluation.Command {
    .plan(
      agreement: region.agreement, sort: .midTerm, evaluator: region.appointment(of: evaluator),
      criteria: criteria ?? self.criteria)
  }

  private var document: Evaluation.Source { .document(Exhibit(title: "Yearbook", digest: digest)) }

  private var measures: [Evaluation.Measure] {
    [(3, 20, 20), (1, 14, 11), (2, 0, 260)].map {
      .init(criterion: $0.0, before: $0.1, after: $0.2, source: document)
    }
  }

  private mutating func refused(_ command: Evaluation.Command, as name: String) -> String {
    region.refusal(Evaluation.self, command, on: id, as: name)
  }

  /// Leads to the term for comments.
  private mutating func openComments() throws {
    try region.act(Evaluation.self, plan(), as: "desk")
    try region.act(Evaluation.self, .freeze(measures: measures), on: id, as: "social")
    try region.act(Evaluation.self, .write(lessons: ["Build first, count later."]), on: id, as: "social")
    try region.act(Evaluation.self, .openComments, on: id, as: "desk")
  }

  @Test(
    "leads to each of its ends",
    arguments: zip(
      Evaluation.Outcome.allCases, [Evaluation.Stage.renewalRecommended, .revise, .end]))
  mutating func leadsToItsEnd(outcome: Evaluation.Outcome, stage: Evaluation.Stage) throws {
    try openComments()
    try region.pass(to: evaluation.commentUntil!.due)
    try region.act(Evaluation.self, .adopt(answer: "Nobody objected."), on: id, as: "member")
    try region.act(Evaluation.self, .recommend(outcome: outcome, reasons: "It works."), on: id, as: "lowerMember")
    #expect(evaluation.stage == stage)
    #expect(evaluation.reasons == "It works.")
    #expect(
      refused(.recommend(outcome: .ending, reasons: "No."), as: "member")
        == "'recommend' is not possible while EV-1 is '\(stage.rawValue)'; possible now: nothing")
  }

  @Test("compares before and after in whole numbers, by the direction set beforehand")
  mutating func compares() throws {
    try openComments()
    #expect(evaluation.comparisons.map(\.change) == [-3, 260, 0])
    #expect(evaluation.comparisons.map(\.trend) == [.better, .better, .unchanged])
    #expect(evaluation.comparisons.map(\.reachesTarget) == [false, true, nil])
  }

  @Test("freezes data once, each with a source that holds")
  mutating func freezesData() throws {
    try region.act(Evaluation.self, plan(), as: "desk")
    #expect(
      refused(.freeze(measures: Array(measures.prefix(2))), as: "social")
        == "measures: a criterion is missing, unknown or measured twice; measure each once: 1, 2, 3")
    var sourced = measures
    sourced[2] = .init(criterion: 2, before: 0, after: 100, source: .jointReport(ObjectID(.jointReport, 1)))
    #expect(
      refused(.freeze(measures: sourced), as: "social")
        == "'freeze' needs: figures come from finalised joint reports; name a finalised joint report about AG-1 instead"
        + " of JR-1, or a document")
    sourced[2] = .init(
      criterion: 2, before: 0, after: .min, source: document)
    #expect(
      refused(.freeze(measures: sourced), as: "social")
        == "measures.after: -9223372036854775808 is beyond ±1000000000000000; use a greater unit")
    #expect(
      refused(.freeze(measures: measures), as: "upperLead")
        == "'freeze' is for desk, assignedMonitor; ask one of them, or be appointed")
    try region.act(Evaluation.self, .freeze(measures: measures), on: id, as: "social")
    #expect(evaluation.measures.map(\.criterion) == [1, 2, 3])
    #expect(evaluation.frozenAt == region.now)
    #expect(
      refused(.freeze(measures: measures), as: "desk")
        == "'freeze' is not possible while EV-1 is 'dataFrozen'; possible now: write")
  }

  @Test("takes figures from a joint report that is finalised")
  mutating func takesFinalisedFigures() throws {
    try region.submitReport(of: "upper")
    try region.certify(ObjectID(.partyReport, 1))
    let joint = ObjectID(.jointReport, 1)
    try region.act(
      JointReport.self,
      .draft(agreement: region.agreement, period: ReportingRegion.firstQuarter), as: "desk")
    try region.act(JointReport.self, .takeIn(report: ObjectID(.partyReport, 1)), on: joint, as: "desk")
    try region.act(JointReport.self, .submit, on: joint, as: "desk")
    try region.certify(joint)
    try region.act(Evaluation.self, plan(by: "social", [criteria[0]]), as: "desk")
    try region.act(
      Evaluation.self, .freeze(measures: [.init(criterion: 1, before: 0, after: 100, source: .jointReport(joint))]),
      on: id, as: "desk")
    #expect(evaluation.stage == .dataFrozen)
  }

  @Test("is planned by the office, with numbered criteria and an evaluator of no party")
  mutating func isPlanned() {
    #expect(
      region.refusal(Evaluation.self, plan(), as: "upperLead")
        == "'plan' is for desk; ask one of them, or be appointed")
    #expect(
      region.refusal(Evaluation.self, plan(by: "lowerClerk"), as: "desk")
        == "'plan' needs: the evaluator belongs to no party; name somebody outside O-1, O-2")
    for criteria in [[], [criteria[1]], [criteria[0], criteria[0]]] {
      #expect(
        region.refusal(Evaluation.self, plan(by: "social", criteria), as: "desk")
          == "criteria: there are none or too many, or their numbers do not run from 1; give 1 to 30, numbered in"
          + " their order")
    }
  }

  @Test("is the region's own until comments are invited, then everybody's, its lessons too")
  mutating func opens() throws {
    try region.act(Evaluation.self, plan(), as: "desk")
    #expect(!evaluation.audience.includes(.visitor))
    try region.act(Evaluation.self, .freeze(measures: measures), on: id, as: "desk")
    #expect(
      refused(.write(lessons: []), as: "desk") == "lessons: there are 0; write 1 to 20 lessons")
    try region.act(Evaluation.self, .write(lessons: ["One."]), on: id, as: "social")
    try region.act(Evaluation.self, .write(lessons: ["One.", "Two."]), on: id, as: "desk")
    #expect(evaluation.lessons.map(\.audience) == [.region, .region])
    try region.act(Evaluation.self, .openComments, on: id, as: "desk")
    #expect(evaluation.audience == .everybody)
    #expect(evaluation.lessons.map(\.audience) == [.everybody, .everybody])
  }

  @Test("hears everybody for twenty working days, to the last millisecond")
  mutating func hearsEverybody() throws {
    try openComments()
    let due = try #require(evaluation.commentUntil?.due)
    // Twenty working days after Monday 5 January 2026 end with Monday 2 February, at 16:00 UTC in Shanghai.
    #expect(due.description == "2026-02-02T16:00:00Z")
    try region.act(Evaluation.self, .comment(text: "More trees."), on: id, by: .visitor)
    try region.pass(to: due.later(by: -1))
    try region.act(Evaluation.self, .comment(text: "Fewer pipes."), on: id, as: "social")
    #expect(evaluation.comments == 2)
    #expect(
      refused(.adopt(answer: "Thanks."), as: "member")
        == "'adopt' needs: the term for comments is over; wait until 2026-02-02T16:00:00Z")
    region.now = due
    var record = region.record
    let late = Order(Evaluation.self, .comment(text: "Late."), on: id)
    #expect(throws: Refusal.self) { try record.submitLate(late, by: .visitor, at: due) }
    try region.pass(to: due)
    #expect(evaluation.commentsEnded == due)
    #expect(
      refused(.comment(text: "Late."), as: "social")
        == "'comment' needs: the term for comments runs; file a problem instead: comments closed at"
        + " 2026-02-02T16:00:00Z")
    #expect(
      refused(.adopt(answer: "Thanks."), as: "desk")
        == "'adopt' is for conference; ask one of them, or be appointed")
    let member = region.who("member")
    #expect(throws: Refusal.powerMissing(.decide, act: "adopt")) {
      try region.act(
        Evaluation.self, .adopt(answer: "Thanks."), on: id,
        by: Standing(appointment: member.appointment!, organisation: member.organisation!))
    }
    try region.act(Evaluation.self, .adopt(answer: "Thanks."), on: id, as: "member")
  }
}
