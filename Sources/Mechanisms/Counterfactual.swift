/// Appraises each of `mechanisms` in the same dilemma and orders them.
/// - Throws: ``AppraisalError`` as ``appraise(_:in:under:)`` and ``rank(_:)`` do.
public func compare(
  _ mechanisms: [Mechanism], in table: DilemmaTable, under circumstances: Circumstances
) throws(AppraisalError) -> Ranking {
  var appraisals: [Appraisal] = []
  for mechanism in mechanisms { appraisals.append(try appraise(mechanism, in: table, under: circumstances)) }
  return try rank(appraisals)
}

/// What one changed circumstance would do: with an independent monitor, with officials who stay longer.
public struct Counterfactual: Sendable, Equatable {
  public let parameter: CircumstanceParameter
  public let from: Double
  public let to: Double
  public let before: Ranking
  public let after: Ranking

  /// Appraises `mechanisms` as things stand and with `parameter` at `value`.
  /// - Throws: ``AppraisalError/circumstance(_:)`` when the value is out of range, and as ``compare(_:in:under:)``.
  public init(
    of mechanisms: [Mechanism], in table: DilemmaTable, under circumstances: Circumstances,
    changing parameter: CircumstanceParameter, to value: Double
  ) throws(AppraisalError) {
    self.parameter = parameter
    from = circumstances[parameter]
    to = value
    before = try compare(mechanisms, in: table, under: circumstances)
    after = try compare(mechanisms, in: table, under: stating(parameter, value, in: circumstances))
  }

  /// By how much the best the region can expect changes; acting alone counts as zero.
  public var changeOfBest: Double { (after.best?.expectedNetGain ?? 0) - (before.best?.expectedNetGain ?? 0) }

  /// By how much each mechanism's expected net gain changes, in the order of the ranking before.
  public var changes: [(mechanism: String, amount: Double)] {
    before.order.map { old in
      let new = after.order.first { $0.mechanism.id == old.mechanism.id }
      return (mechanism: old.mechanism.id, amount: (new?.expectedNetGain ?? 0) - old.expectedNetGain)
    }
  }
}

/// A value of a circumstance at which another mechanism becomes the best.
public struct SwitchPoint: Sendable, Equatable {
  public let parameter: CircumstanceParameter
  public let value: Double
  /// The best mechanism below the value, or none where acting alone is.
  public let below: String?
  /// The best above it, or none.
  public let above: String?
}

/// Where the best mechanism changes as one circumstance goes through `range` and all else stays.
///
/// - Parameters:
///   - mechanisms: the mechanisms compared, at least one.
///   - parameter: the circumstance that goes.
///   - range: within the parameter's own range.
///   - steps: into how many equal parts the range is cut; a mechanism that is best only within a part can be
///     missed.
///   - table: the dilemma.
///   - circumstances: where all else stays.
/// - Returns: the points in ascending order, each to a millionth of the range.
/// - Throws: ``AppraisalError/circumstance(_:)`` when the range is too wide, and as ``compare(_:in:under:)``.
/// - Complexity: about `steps` + 20 × points comparisons.
public func switchPoints(
  of mechanisms: [Mechanism], along parameter: CircumstanceParameter, within range: ClosedRange<Double>,
  steps: Int = 20, in table: DilemmaTable, under circumstances: Circumstances
) throws(AppraisalError) -> [SwitchPoint] {
  try switches(within: range, steps: steps) { (value) throws(AppraisalError) in
    try compare(mechanisms, in: table, under: stating(parameter, value, in: circumstances)).best?.mechanism.id
  }.map { SwitchPoint(parameter: parameter, value: $0.value, below: $0.below, above: $0.above) }
}

private func stating(
  _ parameter: CircumstanceParameter, _ value: Double, in circumstances: Circumstances
) throws(AppraisalError) -> Circumstances {
  do { return try circumstances.with(parameter, value) } catch { throw .circumstance(error) }
}
