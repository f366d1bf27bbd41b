/// The least and the greatest worth that points have, party by party.
struct WorthBounds {
  let low, high: [Double]
  /// Whether all worths are numbers and finite; the bounds mean nothing otherwise.
  let areFinite: Bool

  /// - Parameters:
  ///   - points: a row of worths for each point, one row or more.
  ///   - parties: how many worths a row has.
  init(of points: UnsafeBufferPointer<Double>, parties: Int) {
    var low = Array(points[0..<parties])
    var high = low
    // A worth times zero is zero, or no number.
    var zeros = SIMD4<Double>.zero
    var place = 0
    if points.count >= 4 * parties {
      // Four rows are as many vectors of four as a row has worths, and each lane keeps to its party.
      var lows = (0..<parties).map { vector in
        SIMD4(points[4 * vector], points[4 * vector + 1], points[4 * vector + 2], points[4 * vector + 3])
      }
      var highs = lows
      lows.withUnsafeMutableBufferPointer { lows in
        highs.withUnsafeMutableBufferPointer { highs in
          while place + 4 * parties <= points.count {
            for vector in 0..<parties {
              let four = SIMD4(points[place], points[place + 1], points[place + 2], points[place + 3])
              lows[vector].replace(with: four, where: four .< lows[vector])
              highs[vector].replace(with: four, where: four .> highs[vector])
              zeros += four * 0
              place += 4
            }
          }
        }
      }
      for lane in 0..<4 * parties {
        low[lane % parties] = min(low[lane % parties], lows[lane / 4][lane % 4])
        high[lane % parties] = max(high[lane % parties], highs[lane / 4][lane % 4])
      }
    }
    for rest in place..<points.count {
      low[rest % parties] = min(low[rest % parties], points[rest])
      high[rest % parties] = max(high[rest % parties], points[rest])
      zeros[0] += points[rest] * 0
    }
    self.low = low
    self.high = high
    areFinite = zeros.sum() == 0
  }

  /// What makes each party's range 1 wide; 0 where it has none.
  var factors: [Double] {
    zip(low, high).map { low, high in high > low && (1 / (high - low)).isFinite ? 1 / (high - low) : 0 }
  }
}
