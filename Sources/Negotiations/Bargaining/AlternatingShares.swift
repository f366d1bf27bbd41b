import Mathematics

/// How parties divide one unit that shrinks while they talk, each proposing in turn and all having to agree.
///
/// The first proposes a division; if anyone refuses, a round passes and the next proposes. A share that comes one round
/// later is worth only `discounts` of what it is today. The answer is the only division that no party would do better
/// to refuse in any round; with three or more parties and no last round, the only one of those in which nobody's plan
/// hangs on what was refused before.
///
///     try alternatingOfferShares(discounts: [0.9, 0.8])             // 0.714, 0.286
///     try alternatingOfferShares(discounts: [0.9, 0.8], rounds: 1)  // 1, 0
///
/// - Parameters:
///   - discounts: for each of two parties or more, in order of proposing, in (0, 1]; without a last round at most one
///     of them is 1.
///   - rounds: after how many rounds nobody gets anything; none if not given.
/// - Returns: one share for each party, adding up to 1, agreed at once.
/// - Throws: ``NegotiationError/parties(_:)``, ``NegotiationError/discount(party:_:)``,
///   ``NegotiationError/rounds(_:)``, or ``NegotiationError/endlessPatience(_:)`` when several could wait for ever.
/// - Complexity: O(n · rounds); O(n³) without a last round.
///
/// Source: Rubinstein (1982), Econometrica 50, 97–109; Ståhl (1972) with a last round; Herrero (1985) and Sutton
/// (1986) for more parties.
public func alternatingOfferShares(discounts: [Double], rounds: Int? = nil) throws(NegotiationError) -> [Double] {
  let count = discounts.count
  guard count >= 2 else { throw .parties(count) }
  for (party, discount) in discounts.enumerated() where !(discount > 0 && discount <= 1) {
    throw .discount(party: "\(party + 1)", discount)
  }
  if let rounds {
    guard rounds >= 1 else { throw .rounds(rounds) }
    // From the last round, whose proposer takes all, backwards.
    var shares = [Double](repeating: 0, count: count)
    for round in (0..<rounds).reversed() {
      for party in 0..<count { shares[party] *= discounts[party] }
      shares[round % count] = 0
      shares[round % count] = 1 - shares.reduce(0, +)
    }
    return shares
  }
  let patient = discounts.filter { $0 == 1 }.count
  guard patient < 2 else { throw .endlessPatience(patient) }
  if count == 2 {
    // 1 − d₁d₂ without the digits that the product loses near 1.
    let left = (1 - discounts[0]) + discounts[0] * (1 - discounts[1])
    return [(1 - discounts[1]) / left, discounts[1] * (1 - discounts[0]) / left]
  }
  // Let mⱼ be what j keeps when it proposes. If i proposes, j is offered mⱼ as it is worth to it now, (j − i) mod
  // n rounds before its turn; what all are offered adds up to 1.
  var system = Matrix(rows: count, columns: count)
  for proposer in 0..<count {
    for party in 0..<count {
      let wait = (party - proposer + count) % count
      system[proposer, party] = (0..<wait).reduce(1) { worth, _ in worth * discounts[party] }
    }
  }
  guard let kept = try? LinearSystem(system).solution(for: [Double](repeating: 1, count: count)) else {
    throw .endlessPatience(discounts.filter { $0 > 1 - 1e-12 }.count)
  }
  return (0..<count).map { system[0, $0] * kept[$0] }
}

/// What ``alternatingOfferShares(discounts:rounds:)`` comes to when rounds become short: Nash's division with each
/// party weighed by its patience.
///
///     try patientShares(rates: [0.05, 0.1])  // 0.667, 0.333
///
/// - Parameter rates: for each of two parties or more, by how much waiting takes from a share in a unit of time; above
///   0.
/// - Returns: shares in proportion to one over the rates, adding up to 1.
/// - Throws: ``NegotiationError/parties(_:)`` or ``NegotiationError/rate(party:_:)``.
///
/// Source: Binmore, Rubinstein & Wolinsky (1986), RAND J. Econ. 17, 176–188.
public func patientShares(rates: [Double]) throws(NegotiationError) -> [Double] {
  guard rates.count >= 2 else { throw .parties(rates.count) }
  for (party, rate) in rates.enumerated() where !(rate > 0 && rate.isFinite) {
    throw .rate(party: "\(party + 1)", rate)
  }
  let least = rates.min()!
  let weights = rates.map { least / $0 }
  let total = weights.reduce(0, +)
  return weights.map { $0 / total }
}
