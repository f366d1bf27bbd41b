/// One party's challenge to another, and the bargain that it leads to.
public struct PositionChallenge: Hashable, Sendable {
  /// The numbers of the party that challenges and the one that it challenges.
  public let challenger, target: Int
  /// The challenger's estimate of its chance to win.
  public let chance: Double
  /// The challenger's estimate of its gain, in worths from 0 to 1 for each of two positions.
  public let gain: Double
  /// The positions to which the two would move, one for each issue, in its unit.
  public let challengerPositions, targetPositions: [Double]
}

/// Where everybody stands after a number of turns.
public struct ChallengeState: Hashable, Sendable {
  /// `positions[party][issue]`, in the issues' units.
  public let positions: [[Double]]
  /// The chance that each party's position would prevail over all others; parties in one place share it.
  public let chances: [Double]
  /// Each party's attitude to risk: the likelier its position is to prevail, the higher.
  public let riskAttitudes: [Double]
  /// The challenges that are made from here, in the order of the challengers; none in the last state.
  public let challenges: [PositionChallenge]
  /// For every party the number of the challenge, among ``challenges``, whose bargain it follows; nil where it stays.
  public let followed: [Int?]
}

/// How positions develop while parties challenge each other.
public struct ChallengeCourse: Hashable, Sendable {
  /// The states: at the beginning, and after each turn.
  public let states: [ChallengeState]
  /// Whether movement died down; otherwise the limit of turns was reached.
  public let isStill: Bool
  /// The compromise at the last positions, one number for each issue, in its unit.
  public let outcomes: [Double]
}

/// How positions develop when each party challenges the one from which it expects to gain most, and bargains are voted
/// on.
///
/// A turn: worths fall with the distance of positions, each issue weighed by salience, and with attitudes to risk,
/// which follow from how likely positions are to prevail. Each party reckons what challenging every other would bring,
/// given who would join which side, and challenges where it gains most. Challenger and target are offered a bargain
/// between their positions, nearer to the likelier winner's and to that of the one to whom an issue matters more. Of
/// the bargains that would move it, and staying, each party follows the one that prevails in a vote of all. The new
/// positions are what the parties want in the next turn. Saliences of one party must add up to at most 1: they divide
/// its attention. A party without a stake in an issue is placed at its compromise, at no salience. Equal gains and
/// chances fall to what is listed first. Capabilities count as hundredths of the greatest, so that their unit does not
/// matter; in KTAB it does, by the little support that everything has in a vote.
///
/// - Parameters:
///   - setting: The issues and the parties.
///   - rules: The assumptions.
/// - Returns: All states, with challenges and chances.
/// - Throws: ``DecisionError/attention(party:_:)`` for saliences above 1 together,
///   ``DecisionError/option(_:_:wanted:)`` for a rule out of its range.
/// - Complexity: For each turn the cube of the parties.
///
/// Source: Bueno de Mesquita (1997), Int. Interactions 23, 235–266; Wise, Lester & Efird (2015), An Introduction to
/// the KAPSARC Toolkit for Behavioral Analysis, whose spatial model of politics this is.
public func challengeCourse(
  of setting: DecisionSetting, rules: ChallengeRules = ChallengeRules()
) throws(DecisionError) -> ChallengeCourse {
  try rules.check()
  for party in setting.parties {
    let attention = party.stakes.reduce(0) { $0 + ($1?.salience ?? 0) }
    // What adding up tenths and hundredths rounds is no fault of the author.
    guard attention <= 1 + 1e-9 else { throw .attention(party: party.name, attention) }
  }
  var arena = ChallengeArena(setting, rules: rules)
  var states: [ChallengeState] = []
  var firstMovement: Double?
  var isStill = false
  while states.count < rules.turnLimit {
    let (state, movement) = arena.playTurn()
    states.append(state)
    if let firstMovement, movement < rules.stillness * (firstMovement + 1e-4) {
      isStill = true
      break
    }
    firstMovement = firstMovement ?? movement
  }
  states.append(arena.lastState())
  return ChallengeCourse(states: states, isStill: isStill, outcomes: arena.outcomes())
}
