/// From values to places along an axis.
struct Scale: Sendable {
  let low: Double
  let high: Double
  let start: Double
  let end: Double

  /// The axis from `start` to `end` that holds all `values`; an axis that holds one value is given some room.
  init(over values: [Double], from start: Double, to end: Double) {
    let low = values.min() ?? 0
    let high = values.max() ?? 1
    // Where there is nothing, any room will do: one unit has ticks that can be read.
    let room = high > low ? 0 : high == 0 ? 1 : max(1e-12, high.magnitude * 0.1)
    self.low = low - room
    self.high = high + room
    self.start = start
    self.end = end
  }

  func place(_ value: Double) -> Double {
    start + (value - low) / (high - low) * (end - start)
  }

  /// Round values inside the axis, at most `count` + 1 of them, at steps of 1, 2 or 5 times a power of ten.
  func ticks(about count: Int) -> [Double] {
    let raw = (high - low) / Double(max(1, count))
    guard raw > 0, raw.isFinite else { return [] }
    var step = 1.0
    for _ in 0..<Numeral.exponent(of: raw).magnitude { step = raw >= 1 ? step * 10 : step / 10 }
    if let factor = [1.0, 2, 5, 10].first(where: { step * $0 >= raw * 0.999 }) { step *= factor }
    let first = (low / step - 1e-9).rounded(.up)
    let last = (high / step + 1e-9).rounded(.down)
    guard last >= first, last - first < 100 else { return [] }
    return stride(from: first, through: last, by: 1).map { $0 * step }
  }
}
