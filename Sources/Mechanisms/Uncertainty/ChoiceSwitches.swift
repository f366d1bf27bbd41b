/// A value at which another choice becomes the best.
public struct ChoiceSwitch<Choice: Equatable & Sendable>: Sendable, Equatable {
  public let value: Double
  /// The best choice below the value.
  public let below: Choice
  /// The best above it.
  public let above: Choice
}

/// Where the best choice changes as one number goes through `range` and all else stays.
///
///     try switches(within: 0.5...2) { scale throws(AppraisalError) in
///       try compare(mechanisms, in: table(damageTimes: scale), under: circumstances).best?.mechanism.id
///     }
///
/// - Parameters:
///   - range: what the number goes through.
///   - steps: into how many equal parts the range is cut; a choice that is best only within a part can be missed.
///   - precision: how closely a switch is found, as a part of the range.
///   - best: the best choice at a value of the number.
/// - Returns: the switches in ascending order.
/// - Throws: what `best` throws.
/// - Complexity: about `steps` + log₂(1/(steps × precision)) × switches calls of `best`.
public func switches<Choice: Equatable & Sendable, Failure: Error>(
  within range: ClosedRange<Double>, steps: Int = 20, precision: Double = 1e-6,
  of best: (Double) throws(Failure) -> Choice
) throws(Failure) -> [ChoiceSwitch<Choice>] {
  precondition(steps >= 1, "a range is cut into at least one part")
  let width = range.upperBound - range.lowerBound
  var found: [ChoiceSwitch<Choice>] = []
  var low = range.lowerBound
  var below = try best(low)
  for step in 1...steps {
    let high = step == steps ? range.upperBound : range.lowerBound + width * Double(step) / Double(steps)
    let above = try best(high)
    found += try switches(from: (low, below), to: (high, above), precision: width * precision, of: best)
    (low, below) = (high, above)
  }
  return found
}

/// The switches between two values whose best choices are known, by halving; none when they are the same.
func switches<Choice: Equatable & Sendable, Failure: Error>(
  from low: (value: Double, best: Choice), to high: (value: Double, best: Choice), precision: Double,
  of best: (Double) throws(Failure) -> Choice
) throws(Failure) -> [ChoiceSwitch<Choice>] {
  guard low.best != high.best else { return [] }
  let middle = low.value + (high.value - low.value) / 2
  // Numbers next to one another have nothing between them, however fine the precision.
  guard high.value - low.value > precision, middle > low.value, middle < high.value else {
    return [ChoiceSwitch(value: middle, below: low.best, above: high.best)]
  }
  let between = (middle, try best(middle))
  return try switches(from: low, to: between, precision: precision, of: best)
    + switches(from: between, to: high, precision: precision, of: best)
}
