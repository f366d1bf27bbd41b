import Mathematics

/// What one official gets by an effort of its own while all others make the same.
struct TournamentReply {
  /// What a unit of its effort adds to the difference that decides.
  let drive: Double
  let prize: Double
  let noise: Double
  let effortCost: Double
  let others: Double

  /// The standard deviation of the difference of two lucks.
  private var spread: Double { noise * 2.0.squareRoot() }

  func chance(_ effort: Double) -> Double { StandardNormal.cumulative(drive * (effort - others) / spread) }

  func gain(_ effort: Double) -> Double { prize * chance(effort) - effortCost * effort * effort / 2 }

  /// The slope of ``gain(_:)``, and how that slope changes.
  private func slope(_ effort: Double) -> (slope: Double, change: Double) {
    let distance = drive * (effort - others) / spread
    let push = prize * drive / spread * StandardNormal.density(distance)
    return (push - effortCost * effort, -push * distance * drive / spread - effortCost)
  }

  /// The best effort between two, neither below zero: among the ends and wherever the slope falls through zero.
  ///
  /// The slope is a normal density less a line. Up to the density's left inflection it is convex, so it falls through zero
  /// at most once, before its lowest point; from there on it rises to one highest point and then falls, and falls
  /// through zero at most once after that.
  func best(from low: Double, to high: Double) -> Double {
    guard drive > 0 else { return low }
    var candidates = [low, high]
    let inflection = min(max(others - spread / drive, low), high)
    // The slope changes from falling to rising on the convex part, and the other way round on the rest.
    let lowest = Self.crossing(from: low, to: inflection) { slope($0).change < 0 }
    candidates.append(Self.crossing(from: low, to: lowest) { slope($0).slope > 0 })
    let highest = Self.crossing(from: inflection, to: min(max(others, inflection), high)) { slope($0).change > 0 }
    candidates.append(Self.crossing(from: highest, to: high) { slope($0).slope > 0 })
    return candidates.reduce(low) { gain($1) > gain($0) ? $1 : $0 }
  }

  /// Up to where something holds that holds first and not later; an end where it always or never does.
  private static func crossing(from low: Double, to high: Double, while holds: (Double) -> Bool) -> Double {
    var (low, high) = (low, high)
    guard holds(low) else { return low }
    guard !holds(high) else { return high }
    for _ in 0..<100 {
      let middle = low + (high - low) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }
}
