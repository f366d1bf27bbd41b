/// What a forecast becomes when one number of the setting is a little lower or higher and all others stay.
public struct DecisionSensitivity: Hashable, Sendable {
  /// The number that is changed.
  public enum Factor: Hashable, Sendable {
    /// The capability of the party with this number.
    case capability(party: Int)
    /// How much an issue matters to a party.
    case salience(party: Int, issue: Int)
    /// Where a party stands on an issue.
    case position(party: Int, issue: Int)
  }

  /// The number that is changed.
  public let factor: Factor
  /// The forecast with the lower and with the higher number, one outcome for each issue, in its unit.
  public let lower, higher: [Double]

  /// How far apart the two forecasts are on an issue, in its unit.
  /// - Parameter issue: The number of the issue.
  /// - Returns: The distance, 0 or more.
  public func swing(on issue: Int) -> Double { abs(higher[issue] - lower[issue]) }
}

/// How much each number is lowered and raised when its effect is asked for.
public struct SensitivitySteps: Hashable, Sendable {
  /// The part by which capability is lowered and raised, in 0..<1.
  public var capability = 0.1
  /// The part by which salience is lowered and raised, in 0..<1; no salience rises above 1.
  public var salience = 0.1
  /// How far positions are moved, in hundredths of the scale; none leaves it.
  public var positionPoints = 5.0
  /// Whether the saliences of one party must not come to more than 1 together, as the challenge model asks.
  public var dividesAttention = false

  /// A tenth of capability and salience, five hundredths of the scale.
  public init() {}

  func check() throws(DecisionError) {
    for (name, part) in [("the step of capability", capability), ("the step of salience", salience)]
    where !(0..<1).contains(part) {
      throw .option(name, part, wanted: "a number from 0 to below 1")
    }
    guard (0...100).contains(positionPoints) else {
      throw .option("the step of positions", positionPoints, wanted: "hundredths of a scale, from 0 to 100")
    }
  }
}

/// What the forecast hinges on: every capability, salience and position in turn a little lower and higher.
///
///     try sensitivities(of: setting) { compromises(of: $0).map(\.outcome) }
///
/// - Parameters:
///   - setting: The issues and the parties.
///   - steps: How far each number is changed.
///   - forecast: The outcomes of a setting, one for each issue, by any model.
/// - Returns: Capabilities first, then saliences and positions by party and issue, where there is a stake.
/// - Throws: ``DecisionError/option(_:_:wanted:)`` for steps out of their range, and what `forecast` throws.
/// - Complexity: Two forecasts for each number.
public func sensitivities(
  of setting: DecisionSetting, steps: SensitivitySteps = SensitivitySteps(),
  forecast: (DecisionSetting) throws(DecisionError) -> [Double]
) throws(DecisionError) -> [DecisionSensitivity] {
  try steps.check()
  var found: [DecisionSensitivity] = []
  func add(_ factor: DecisionSensitivity.Factor) throws(DecisionError) {
    found.append(
      DecisionSensitivity(
        factor: factor, lower: try forecast(try setting.changing(factor, by: steps, up: false)),
        higher: try forecast(try setting.changing(factor, by: steps, up: true))))
  }
  for party in setting.parties.indices { try add(.capability(party: party)) }
  for party in setting.parties.indices {
    for issue in setting.issues.indices where setting.parties[party].stakes[issue] != nil {
      try add(.salience(party: party, issue: issue))
      try add(.position(party: party, issue: issue))
    }
  }
  return found
}

/// The lowest and the highest outcome of each issue among the forecast as it stands and all that change one number.
///
/// - Parameters:
///   - sensitivities: What each number changes, one or more.
///   - outcomes: The forecast as it stands, one outcome for each issue.
/// - Returns: A range for each issue, in its unit.
public func outcomeRanges(
  of sensitivities: [DecisionSensitivity], around outcomes: [Double]
) -> [ClosedRange<Double>] {
  outcomes.indices.map { issue in
    let all = [outcomes[issue]] + sensitivities.flatMap { [$0.lower[issue], $0.higher[issue]] }
    return all.reduce(outcomes[issue], min)...all.reduce(outcomes[issue], max)
  }
}

extension DecisionSetting {
  /// The same setting but for one number.
  fileprivate func changing(
    _ factor: DecisionSensitivity.Factor, by steps: SensitivitySteps, up: Bool
  ) throws(DecisionError) -> DecisionSetting {
    var changed = parties
    switch factor {
    case .capability(let number):
      let party = parties[number]
      let factor = up ? 1 + steps.capability : 1 - steps.capability
      if (party.capability * factor).isFinite {
        changed[number] = Party(party.name, capability: party.capability * factor, stakes: party.stakes)
      } else {
        // Only proportions matter: where it cannot be raised all others are lowered.
        for other in parties.indices where other != number {
          changed[other] = Party(
            parties[other].name, capability: parties[other].capability / factor, stakes: parties[other].stakes)
        }
      }
    case .salience(let number, let issue), .position(let number, let issue):
      let party = parties[number]
      guard let stake = party.stakes[issue] else { return self }
      var stakes = party.stakes
      if case .salience = factor {
        var salience = stake.salience * (up ? 1 + steps.salience : 1 - steps.salience)
        let rest = party.stakes.reduce(-stake.salience) { $0 + ($1?.salience ?? 0) }
        salience = min(salience, steps.dividesAttention ? max(1 - rest, stake.salience) : 1)
        stakes[issue] = Stake(stake.position, salience: min(salience, 1))
      } else {
        let scale = issues[issue]
        let moved = stake.position + (up ? 1 : -1) * (scale.high - scale.low) * (steps.positionPoints / 100)
        stakes[issue] = Stake(min(max(moved, scale.low), scale.high), salience: stake.salience)
      }
      changed[number] = Party(party.name, capability: party.capability, stakes: stakes)
    }
    return try DecisionSetting(issues: issues, parties: changed)
  }
}
