import CollectiveAction
import Mathematics

/// The search for violated coalitions in exact fractions: every coalition, each time.
struct ExactSweep: ExcessSweep {
  /// Beyond, the table takes minutes to read in fractions.
  static let mostPlayers = 12

  private let gains: [Rational]
  private let measure: ExcessMeasure
  let playerCount: Int

  init(_ game: CoalitionGame, measure: ExcessMeasure) {
    playerCount = game.playerCount
    self.measure = measure
    gains = game.worths.indices.map { game.exactGain(of: Coalition(mask: UInt64($0))) }
  }

  func tolerance(besides size: Rational) -> Rational { 0 }
  func gain(of coalition: Coalition) -> Rational { gains[Int(coalition.mask)] }
  func weight(of coalition: Coalition) -> Rational {
    switch measure {
    case .total: 1
    case .perCapita: Rational(coalition.count)
    case .proportional: gain(of: coalition).magnitude
    }
  }

  func violated(
    receiving shares: [Rational], above level: Rational, by tolerance: Rational, outside settled: CoalitionSpan
  ) -> [Coalition] {
    let received = CoalitionSums.sums(of: shares[...], zero: .zero, adding: +)
    var found: [(excess: Rational, coalition: Coalition)] = []
    for mask in 1..<gains.count {
      let coalition = Coalition(mask: UInt64(mask))
      let excess = gains[mask] - received[mask] - weight(of: coalition) * level
      if excess > tolerance, !settled.contains(coalition) { found.append((excess, coalition)) }
    }
    found.sort { $0.excess == $1.excess ? $0.coalition < $1.coalition : $0.excess > $1.excess }
    return found.prefix(2 * playerCount).map(\.coalition)
  }
}
