import Mathematics

/// Actions in units of each player's own: from its lowest action, in lengths of its range.
///
/// Lengths are powers of two, so only the shift is rounded. Costs stay in money, or members could not add theirs up.
struct ActionUnits: Equatable {
  let low: [Double]
  let high: [Double]
  let lengths: [Double]
  /// Where each range ends, the lowest action being zero: between one and two, or zero where there is no choice.
  let ends: [Double]

  init(low: [Double], high: [Double]) {
    self.low = low
    self.high = high
    lengths = zip(low, high).map { low, high in
      let width = high - low
      return width > 0 && width.isFinite ? Double(sign: .plus, exponent: Int(width.exponent), significand: 1) : 1
    }
    ends = zip(zip(low, high), lengths).map { ($0.1 - $0.0) / $1 }
  }

  /// What is done at `own`, in the game's units.
  func actions(at own: [Double]) -> [Double] { own.indices.map { action(of: $0, at: own[$0]) } }

  func action(of player: Int, at own: Double) -> Double {
    if own == 0 { return low[player] }
    if own == ends[player] { return high[player] }
    return min(max(low[player] + own * lengths[player], low[player]), high[player])
  }

  /// `actions` in these units, moved into the ranges.
  func own(of actions: [Double]) -> [Double] {
    actions.indices.map { player in
      if actions[player] >= high[player] { return ends[player] }
      return min(max((actions[player] - low[player]) / lengths[player], 0), ends[player])
    }
  }
}
