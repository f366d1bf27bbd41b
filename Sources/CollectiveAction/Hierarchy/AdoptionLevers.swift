import Mathematics

extension AdoptionGame: LeveredDilemma {
  /// Where more is paid, or others count for more, nobody adopts less: what one adopts never harms another.
  public static var risesInSteps: Bool { true }

  /// The least equilibrium when the members of `coalition` act as one and all others together as another.
  public func outcomeOfTwo(_ coalition: Coalition) throws(DilemmaError) -> Outcome {
    let adopters = kinds.map { $0.least(coalition, outsiders: .delta) }
    return outcome(kindOfItem.map { adopters[$0] }, isUnique: false)
  }
}

extension AdoptionGame: SubsidisedDilemma {
  /// The same standards with switching costs sᵢ(1 − rᵢ).
  public func subsidised(at rates: [Double]) throws(DilemmaError) -> AdoptionGame {
    try requireRates(rates, of: players)
    return try AdoptionGame(
      players: players, benefit: benefit,
      items: items.map { item in
        Item(
          name: item.name, weight: item.weight, switchingCost: zip(item.switchingCost, rates).map { $0 * (1 - $1) },
          holders: item.holders)
      }, exchange: exchange)
  }

  /// The least equilibrium, which play comes to, and the greatest.
  public func answers(agreeing coalition: Coalition) throws(DilemmaError) -> [Outcome] {
    let least = kinds.map { $0.least(coalition, outsiders: .gamma) }
    let greatest = zip(kinds, least).map { $0.greatest(coalition, outsiders: .gamma, above: $1) }
    let isUnique = least == greatest
    return (isUnique ? [least] : [least, greatest]).map { adopters in
      outcome(kindOfItem.map { adopters[$0] }, isUnique: isUnique)
    }
  }
}

extension AdoptionGame: EvaluatedDilemma {
  /// The least equilibrium when each party also counts `weight` times what its adoption spares those that share the item.
  public func outcome(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try answers(of: [coalition], evaluatedAt: weight)[0]
  }

  /// The same when all others act as one as well.
  public func outcomeOfTwo(_ coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> Outcome {
    try answers(of: [coalition, .grand(of: players.count).subtracting(coalition)], evaluatedAt: weight)[0]
  }

  /// The least equilibrium, which play comes to, and the greatest.
  public func answers(agreeing coalition: Coalition, evaluatedAt weight: Double) throws(DilemmaError) -> [Outcome] {
    try answers(of: [coalition], evaluatedAt: weight)
  }

  private func answers(of parties: [Coalition], evaluatedAt weight: Double) throws(DilemmaError) -> [Outcome] {
    try requireEvaluation(weight)
    let rest = players.indices.filter { player in !parties.contains { $0.contains(player) } }
    let all = parties.filter { !$0.isEmpty } + rest.map(Coalition.single)
    let extremes = kinds.indices.map { kind in
      EvaluatedAdoption(standards[kindOfItem.firstIndex(of: kind) ?? 0], parties: all, weight: weight).extremes
    }
    let isUnique = extremes.allSatisfy { $0.least == $0.greatest }
    let least = outcome(kindOfItem.map { extremes[$0].least }, isUnique: isUnique)
    return isUnique ? [least] : [least, outcome(kindOfItem.map { extremes[$0].greatest }, isUnique: false)]
  }
}

/// A standard among parties that count a part of what their adoption is worth to others that share it.
///
/// Best replies are minimum cuts, as in ``SharedStandard/jointReply(of:given:)``; they rise with what others adopt, so the
/// least equilibrium is come to from the holders and the greatest from everybody.
private struct EvaluatedAdoption {
  let standard: SharedStandard
  let parties: [Coalition]
  let weight: Double
  /// What the adoption of the column gains the row, in units.
  private let gains: [Int64]
  private let holders: Coalition

  init(_ standard: SharedStandard, parties: [Coalition], weight: Double) {
    self.standard = standard
    self.parties = parties
    self.weight = weight
    let count = standard.players.count
    var gains = [Int64](repeating: 0, count: count * count)
    for other in 0..<count {
      standard.exchange.forEachCounting(other) { player, share in
        gains[player * count + other] = standard.gainUnits(of: player, share)
      }
    }
    self.gains = gains
    holders = Coalition(standard.players.indices.filter { standard.holds[$0] })
  }

  var extremes: (least: Coalition, greatest: Coalition) {
    let least = settled(from: holders, upwards: true)
    return (least, settled(from: .grand(of: standard.players.count), upwards: false))
  }

  private func settled(from start: Coalition, upwards: Bool) -> Coalition {
    var adopters = start
    while true {
      let before = adopters
      for party in parties {
        let reply = reply(of: party, to: adopters)
        adopters = adopters.subtracting(party).union(upwards ? reply.least : reply.greatest)
      }
      if adopters == before { return adopters }
    }
  }

  private func reply(of party: Coalition, to adopters: Coalition) -> (least: Coalition, greatest: Coalition) {
    let count = standard.players.count
    let kept = party.intersection(holders)
    let open = Array(party.subtracting(holders))
    let outside = adopters.subtracting(party)
    var pairs: [(first: Int, second: Int, worth: Int64)] = []
    let worths = open.enumerated().map { place, player -> Int64 in
      for later in (place + 1)..<max(open.count, place + 1) {
        let other = open[later]
        pairs.append((place, later, gains[player * count + other] + gains[other * count + player]))
      }
      var worth = standard.ownNet[player]
      for other in outside.union(kept) { worth += gains[player * count + other] }
      for other in kept { worth += gains[other * count + player] }
      // Rounded one by one, each rises with the weight, and so does their sum.
      for other in outside { worth += Int64((Double(gains[other * count + player]) * weight).rounded()) }
      return worth
    }
    let best = BestSet.extremes(worths: worths, pairs: pairs, tolerance: standard.tolerance)
    func adopting(_ chosen: [Bool]) -> Coalition {
      kept.union(Coalition(open.indices.filter { chosen[$0] }.map { open[$0] }))
    }
    return (adopting(best.least), adopting(best.greatest))
  }
}
