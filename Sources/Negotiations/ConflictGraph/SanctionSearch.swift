/// What is needed to tell where a conflict rests: the best a mover can reach and the worst others can bring about, of
/// all states at once.
///
/// Values are one number a state. Every result counts the state itself as reached; where that would be wrong it changes
/// nothing, because a state better than to stay is never itself the sanction of the move to it.
protocol SanctionSearch {
  var stateCount: Int { get }
  var makerCount: Int { get }

  /// The largest value among each state and those `maker` can move to.
  func largest(_ values: [UInt32], within maker: Int) -> [UInt32]

  /// The smallest value among each state and those `maker` can move to, by an improvement where these are asked for.
  func smallest(_ values: [UInt32], within maker: Int, improving: Bool) -> [UInt32]

  /// The smallest value among each state and those the opponents of `maker` can reach by legal sequences of moves,
  /// each an improvement of its mover where these are asked for. Values are below `bound`.
  func smallest(_ values: [UInt32], bound: Int, bySequencesWithout maker: Int, improving: Bool) -> [UInt32]
}

extension SanctionSearch {
  /// The smallest value among each state and those the opponents of `maker` can bring about.
  func smallest(
    _ values: [UInt32], bound: Int, byOpponentsOf maker: Int, improving: Bool, reach: SanctionReach
  ) -> [UInt32] {
    let opponents = (0..<makerCount).filter { $0 != maker }
    switch reach {
    case .legalSequences:
      return smallest(values, bound: bound, bySequencesWithout: maker, improving: improving)
    case .singleOpponent:
      var result = values
      for opponent in opponents {
        let reached = smallest(values, within: opponent, improving: improving)
        for state in result.indices { result[state] = min(result[state], reached[state]) }
      }
      return result
    case .eachOpponentOnce:
      // The opponents that have a move left are a set; whoever moves first leaves a smaller one.
      var known: [[UInt32]] = [values]
      for set in 1..<(1 << opponents.count) {
        var result = values
        for (index, opponent) in opponents.enumerated() where set >> index & 1 == 1 {
          let reached = smallest(known[set & ~(1 << index)], within: opponent, improving: improving)
          for state in result.indices { result[state] = min(result[state], reached[state]) }
        }
        known.append(result)
      }
      return known[known.count - 1]
    }
  }

  /// The states in which `maker` stays, whose levels of preference are given.
  func stable(
    _ concept: StabilityConcept, for maker: Int, levels: [UInt32], levelCount: Int, reach: SanctionReach
  ) -> StateSet {
    var worth = levels
    if concept != .nash {
      // A sanction holds if even the best answer to it is no better than to stay.
      let harm = concept.isSymmetric ? largest(levels, within: maker) : levels
      let sanctioned = smallest(
        harm, bound: levelCount, byOpponentsOf: maker, improving: concept.isCredible, reach: reach)
      for state in worth.indices { worth[state] = min(worth[state], sanctioned[state]) }
    }
    let best = largest(worth, within: maker)
    var set = StateSet(of: stateCount)
    for state in levels.indices where best[state] <= levels[state] {
      set.words[state >> 6] |= 1 << UInt64(state & 63)
    }
    return set
  }
}
