import Negotiations

/// Stability read off the definitions, one state and one improvement at a time, with no regard to speed.
struct StabilityByDefinition {
  /// Where each decision maker can go from each state.
  let moves: [[[Int]]]
  /// What each state is worth to each decision maker.
  let worth: [[Double]]
  let reach: SanctionReach

  /// The states to which opponents of `maker` can bring the conflict from `state`.
  func brought(from state: Int, byOpponentsOf maker: Int, improving: Bool) -> Set<Int> {
    let opponents = moves.indices.filter { $0 != maker }
    func steps(_ mover: Int, _ from: Int) -> [Int] {
      moves[mover][from].filter { !improving || worth[mover][$0] > worth[mover][from] }
    }
    var result: Set<Int> = []
    switch reach {
    case .singleOpponent:
      for opponent in opponents { result.formUnion(steps(opponent, state)) }
    case .eachOpponentOnce:
      func follow(_ from: Int, _ left: [Int]) {
        for mover in left {
          for next in steps(mover, from) {
            result.insert(next)
            follow(next, left.filter { $0 != mover })
          }
        }
      }
      follow(state, opponents)
    case .legalSequences:
      var seen: Set<[Int]> = []
      func follow(_ from: Int, after last: Int?) {
        for mover in opponents where mover != last {
          for next in steps(mover, from) {
            result.insert(next)
            if seen.insert([next, mover]).inserted { follow(next, after: mover) }
          }
        }
      }
      follow(state, after: nil)
    }
    return result
  }

  func isStable(_ concept: StabilityConcept, _ state: Int, for maker: Int) -> Bool {
    let own = worth[maker]
    let improvements = moves[maker][state].filter { own[$0] > own[state] }
    if concept == .nash { return improvements.isEmpty }
    let isCredible = concept == .sequential || concept == .symmetricSequential
    let isFinal = concept == .symmetricMetarational || concept == .symmetricSequential
    return improvements.allSatisfy { improvement in
      brought(from: improvement, byOpponentsOf: maker, improving: isCredible).contains { sanction in
        own[sanction] <= own[state]
          && (!isFinal || moves[maker][sanction].allSatisfy { own[$0] <= own[state] })
      }
    }
  }

  func stable(_ concept: StabilityConcept, for maker: Int) -> [Int] {
    moves[maker].indices.filter { isStable(concept, $0, for: maker) }
  }
}
