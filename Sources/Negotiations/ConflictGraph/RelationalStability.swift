/// Where decision makers stay whose preferences need not be one ranking: what each sets out for and what deters it are
/// given for every pair of states.
struct RelationalStability {
  let table: MoveTable
  let reach: SanctionReach
  /// For each decision maker and state the states it would move to.
  let setsOut: [[StateSet]]
  /// For each decision maker and state the states that are bad enough to have stayed; under the symmetric concepts
  /// also all it can move on to from a sanction must be such states.
  let harm: [[StateSet]]
  /// For each decision maker and state the states to which it moves as an opponent that must improve.
  let improves: [[StateSet]]

  func stable(_ concepts: [StabilityConcept]) -> [StabilityConcept: [StateSet]] {
    var stable: [StabilityConcept: [StateSet]] = [:]
    for concept in concepts { stable[concept] = [] }
    for maker in 0..<table.makerCount {
      let opponents = (0..<table.makerCount).filter { $0 != maker }
      let any = table.reached(by: opponents, reach) { _, _, _ in true }
      let credible = table.reached(by: opponents, reach) { improves[$0][$1].contains($2) }
      let moves = table.moves[maker].map { StateSet($0, of: table.stateCount) }
      for concept in concepts {
        let reached = concept.isCredible ? credible : any
        stable[concept]?.append(
          StateSet(
            (0..<table.stateCount).filter { state in
              let improvements = moves[state].intersection(setsOut[maker][state])
              guard concept != .nash, !improvements.isEmpty else { return improvements.isEmpty }
              var harm = harm[maker][state]
              if concept.isSymmetric {
                harm = StateSet(harm.filter { moves[$0].isSubset(of: harm) }, of: table.stateCount)
              }
              return improvements.allSatisfy { reached[$0].meets(harm) }
            }, of: table.stateCount))
      }
    }
    return stable
  }
}
