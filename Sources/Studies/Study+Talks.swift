import Negotiations
import RegionalCases

extension Study {
  /// What the talks beside the case come to.
  struct TalkFindings {
    var negotiation: NegotiationFindings?
    var conflict: ConflictFindings?
    var decision: DecisionFindings?
  }

  /// Works out the talks beside the case, with the seed of the study.
  func talkFindings() throws(StudyError) -> TalkFindings {
    let plan = BargainingPlan(seed: seed)
    return TalkFindings(
      negotiation: try Self.answer(to: talks.negotiation, .negotiation) { try NegotiationFindings($0, plan: plan) },
      conflict: try Self.answer(to: talks.conflict, .conflict) { try ConflictFindings($0) },
      decision: try Self.answer(to: talks.decision, .decision) { try DecisionFindings($0) })
  }

  private static func answer<File, Finding>(
    to file: File?, _ name: CaseTalks.FileName, _ solve: (File) throws -> Finding
  ) throws(StudyError) -> Finding? {
    guard let file else { return nil }
    do { return try solve(file) } catch { throw .talks(file: name.rawValue, reason: "\(error)") }
  }
}
