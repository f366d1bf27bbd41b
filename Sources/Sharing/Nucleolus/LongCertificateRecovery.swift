import CollectiveAction
import Mathematics

extension NucleolusCertificate {
  /// The certificate that the stages of a search amount to, with fractions of any length.
  ///
  /// Stage by stage the weights come first, from memberships alone; put to the worths they give the level, and with it
  /// what the coalitions of the stage receive. No worth ever stands in a matrix, so none is too long.
  ///
  /// - Returns: nil when the stages do not settle every share, or not once.
  init?(recoveredFrom stages: [SettledStage], of game: CoalitionGame, overImputations: Bool, measure: ExcessMeasure) {
    self.init(
      recoveredFrom: stages, players: game.players, kind: game.kind, overImputations: overImputations, measure: measure,
      gain: { game.exactGain(of: $0) }, weight: { measure.weight(of: $0, in: game) })
  }

  /// The same of a game known by the gains of its coalitions, and by how much the excess of each counts.
  init?(
    recoveredFrom stages: [SettledStage], players: [String], kind: CoalitionGame.Kind, overImputations: Bool,
    measure: ExcessMeasure, gain: (Coalition) -> Rational, weight: (Coalition) -> Rational
  ) {
    let all = Coalition.grand(of: players.count)
    var span = CoalitionSpan(playerCount: players.count)
    _ = span.insert(all)
    var settled = [(coalition: all, gain: gain(all))]
    var proof: [Stage] = []
    for stage in stages {
      let own = stage.ownWorths.map { Coalition.single($0) }
      let fresh = (stage.coalitions + own).filter { span.insert($0) }
      guard
        let weights = Self.weights(
          of: stage.coalitions, own: own, before: settled.map(\.coalition), pivots: span.pivots)
      else { return nil }
      let gains =
        (weights.tight + weights.own).map { $0.weight * gain($0.coalition) }
        + zip(weights.settled, settled).map { $0.weight * $1.gain }
      let slope = weights.tight.map { $0.weight * weight($0.coalition) }.sum
      guard !slope.isZero else { return nil }
      let level = gains.sum / slope
      for coalition in fresh {
        let isTight = stage.coalitions.contains(coalition)
        settled.append((coalition, isTight ? gain(coalition) - level * weight(coalition) : gain(coalition)))
      }
      proof.append(
        Stage(
          level: level, tight: weights.tight, atOwnWorth: weights.own,
          settled: weights.settled.filter { !$0.weight.isZero }))
    }
    let memberships = settled.map { settled in players.indices.map { settled.coalition.contains($0) ? 1 : 0 } }
    guard settled.count == players.count, let system = ExactLinearSystem(memberships) else { return nil }
    let gains = system.solution(for: settled.map(\.gain))
    self.init(
      players: players, overImputations: overImputations, measure: measure,
      shares: gains.map { kind == .cost ? -$0 : $0 }, stages: proof)
  }

  /// Solves for the weights with which the coalitions of a stage and those settled before cover nothing, the tight ones'
  /// adding up to one.
  ///
  /// - Parameter pivots: the players who stand for what is settled after the stage; the others' equations
  ///   follow from theirs.
  private static func weights(
    of tight: [Coalition], own: [Coalition], before: [Coalition], pivots: [Int]
  ) -> (tight: [WeightedCoalition], own: [WeightedCoalition], settled: [WeightedCoalition])? {
    let coalitions = tight + own + before
    let matrix =
      pivots.map { player in coalitions.map { $0.contains(player) ? 1 : 0 } }
      + [coalitions.indices.map { $0 < tight.count ? 1 : 0 }]
    guard matrix.count == coalitions.count, let system = ExactLinearSystem(matrix) else { return nil }
    let weights = system.solution(for: pivots.map { _ in 0 } + [1])
    let weighted = zip(coalitions, weights).map { WeightedCoalition(coalition: $0, weight: $1) }
    let (tightEnd, ownEnd) = (tight.count, tight.count + own.count)
    return (Array(weighted[..<tightEnd]), Array(weighted[tightEnd..<ownEnd]), Array(weighted[ownEnd...]))
  }
}
