/// What only a family of problem can tell of itself, beside what all families have in common.
struct FamilyFindings: Sendable {
  /// What its members mind.
  var counts: DiagnosisFindings.Counting = .cost
  /// Whether what each member bears is its own, or a bill that waits for a rule of division. Only in the former it means
  /// something who would lose by an agreement, and which agreements hold by themselves.
  var isBorneByEach = true
  /// Payments that bring everyone its part of the gain, where the literature has them.
  var transfers: [Double]?
  /// Row: who sends; column: who receives.
  var flows: [[Double]]?
  var flowUnit: String?
  var standard: StandardFinding?
  var competition: CompetitionFinding?
  var levels: LevelFinding?
  /// What was read for these findings alone and moves nothing else.
  var furtherInputs: [StudyInput] = []
}
