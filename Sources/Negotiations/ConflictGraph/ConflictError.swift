/// Why a conflict cannot be analysed as it was given.
///
/// Cases carry numbers from 0; the words count states from 1, as the literature does.
public enum ConflictError: Error, Equatable, Sendable, CustomStringConvertible {
  /// No decision maker at all.
  case noDecisionMakers
  /// A decision maker that stands twice in the conflict.
  case repeatedDecisionMaker(String)
  /// No decision maker has an option.
  case noOptions
  /// An option that two decision makers have, or one has twice.
  case repeatedOption(String)
  /// More options than the states can be looked through for; a list of feasible states may have 62.
  case tooManyOptions(Int, limit: Int)
  /// A condition on an option nobody has.
  case unknownOption(String)
  /// A pattern that has not one Y, N or - for each option.
  case pattern(String, options: Int)
  /// Conditions that leave no state feasible.
  case nothingFeasible
  /// A state listed twice.
  case repeatedFeasibleState(String)
  /// More feasible states than 2²⁰, or than the question can look at.
  case tooManyStates(limit: Int)
  /// A graph without states.
  case noStates
  /// Moves for more or fewer decision makers than there are.
  case moveLists(Int, wanted: Int)
  /// A move from or to a state that does not exist, or from a state to itself.
  case move(decisionMaker: String, from: Int, to: Int, stateCount: Int)
  /// A move given twice.
  case repeatedMove(decisionMaker: String, from: Int, to: Int)
  /// Merged states joined by more moves than are listed.
  case tooManyMoves(limit: Int)
  /// Preferences for more or fewer decision makers than there are.
  case preferenceCount(Int, wanted: Int)
  /// A ranking or comparison with a state that does not exist.
  case unknownState(decisionMaker: String, Int, stateCount: Int)
  /// A ranking with a state twice.
  case repeatedState(decisionMaker: String, Int)
  /// A ranking without a state.
  case missingState(decisionMaker: String, Int)
  /// Payoffs for more or fewer states than there are.
  case payoffCount(decisionMaker: String, Int, wanted: Int)
  /// A payoff that is no finite number.
  case payoff(decisionMaker: String, state: Int, Double)
  /// States each of which is preferred to the next, and the last to the first.
  case cyclicPreference(decisionMaker: String, [Int])
  /// Two states that nothing compares, where every two must be.
  case uncompared(decisionMaker: String, Int, Int)
  /// Two states, by name, that nothing compares, in a conflict of more states than can be looked at so.
  case openComparison(decisionMaker: String, String, String, limit: Int)
  /// Preferences told in options of a conflict that was given as a graph.
  case prioritiesWithoutOptions(decisionMaker: String)
  /// More decision makers than the question can look at.
  case tooManyDecisionMakers(Int, limit: Int)
  /// More states than can be tried whose place in a ranking matters.
  case tooManyInvolvedStates(Int, limit: Int)
  /// A strength of preference that goes against the ranking: the first state stands in a better group and is not
  /// preferred.
  case strength(decisionMaker: String, Int, Int)

  /// What is wrong, and what can be done about it.
  public var description: String {
    switch self {
    case .noDecisionMakers: "the conflict has no decision makers; give 1 or more"
    case .repeatedDecisionMaker(let name): "the decision maker '\(name)' stands twice in the conflict; name it once"
    case .noOptions: "no decision maker has an option; give 1 or more"
    case .repeatedOption(let name): "the option '\(name)' stands twice in the conflict; give each option its own name"
    case .tooManyOptions(let count, let limit):
      "the conflict has \(count) options, and states can be looked through for up to \(limit); "
        + "give fewer, or list the feasible states of up to 62"
    case .unknownOption(let name): "no decision maker has the option '\(name)'; name one of the conflict's"
    case .pattern(let pattern, let options):
      "the pattern '\(pattern)' does not fit \(options) options; give one Y, N or - for each"
    case .nothingFeasible: "no state is feasible; leave out a condition that forbids them, or list 1 or more"
    case .repeatedFeasibleState(let pattern): "the state \(pattern) is listed twice; list it once"
    case .tooManyStates(let limit):
      "the conflict has more than \(limit) feasible states; forbid some, or give fewer options"
    case .noStates: "the graph has no states; give 1 or more"
    case .moveLists(let count, let wanted):
      "there are moves of \(count) decision makers and \(wanted) of them; give a list for each"
    case .move(let name, let from, let to, let stateCount):
      "'\(name)' moves from state \(Self.counted(from)) to state \(Self.counted(to)); "
        + "a move joins two different states of 1 to \(stateCount)"
    case .repeatedMove(let name, let from, let to):
      "the move of '\(name)' from state \(from + 1) to state \(to + 1) is given twice; give it once"
    case .tooManyMoves(let limit):
      "more than \(limit) moves join the states; leave the states apart, or forbid some"
    case .preferenceCount(let count, let wanted):
      "there are preferences of \(count) decision makers and \(wanted) of them; give one for each"
    case .unknownState(let name, let state, let stateCount):
      "'\(name)' ranks state \(Self.counted(state)); the states are 1 to \(stateCount)"
    case .repeatedState(let name, let state): "'\(name)' ranks state \(state + 1) twice; rank it once"
    case .missingState(let name, let state):
      "'\(name)' does not rank state \(state + 1); put every state in the ranking, equals together"
    case .payoffCount(let name, let count, let wanted):
      "'\(name)' has \(count) payoffs; give one for each of \(wanted) states"
    case .payoff(let name, let state, let value):
      "the payoff of '\(name)' at state \(state + 1) is \(value); give a finite number"
    case .cyclicPreference(let name, let states):
      "'\(name)' prefers each of the states \(states.map { "\($0 + 1)" }.joined(separator: ", ")) to the next "
        + "and the last to the first; take one of these comparisons back"
    case .uncompared(let name, let left, let right):
      "'\(name)' does not compare state \(left + 1) with state \(right + 1); compare them, or leave preferences unknown"
    case .openComparison(let name, let left, let right, let limit):
      "'\(name)' does not compare '\(left)' with '\(right)'; compare every two states, or give at most \(limit) states"
    case .prioritiesWithoutOptions(let name):
      "the preferences of '\(name)' speak of options, and the conflict was given without; rank its states"
    case .tooManyDecisionMakers(let count, let limit):
      "the conflict has \(count) decision makers; this question can be asked of up to \(limit)"
    case .tooManyInvolvedStates(let count, let limit):
      "\(count) states matter, and rankings can be counted for up to \(limit); ask of a state with fewer moves"
    case .strength(let name, let better, let worse):
      "'\(name)' is said to prefer state \(better + 1) strongly to state \(worse + 1), and does not prefer it; "
        + "group the states along the ranking"
    }
  }

  /// A number from 0 as counted from 1; it may be any, since it is what was refused.
  private static func counted(_ state: Int) -> String { state < .max ? "\(state + 1)" : "9223372036854775808" }
}
