/// For each bit, the largest of the entries whose index has it, and of those whose index has not.
struct MaximumFold {
  private(set) var with: [Double]
  private(set) var without: [Double]
  private(set) var largest = -Double.infinity
  private var rest: [Double]

  init(bits: Int) {
    with = [Double](repeating: -.infinity, count: bits)
    without = with
    rest = [Double](repeating: 0, count: 1 << bits)
  }

  mutating func callAsFunction(_ entries: UnsafeBufferPointer<Double>) {
    rest.withUnsafeMutableBufferPointer { rest in
      _ = rest.update(from: entries)
      // Once both halves are compared, a lower bit is the same for both: they may be merged.
      for bit in stride(from: with.count - 1, through: 0, by: -1) {
        let half = 1 << bit
        without[bit] = UnsafeBufferPointer(rebasing: rest[..<half]).largest
        with[bit] = UnsafeBufferPointer(rebasing: rest[half..<(2 * half)]).largest
        for index in 0..<half { rest[index] = rest[half + index] > rest[index] ? rest[half + index] : rest[index] }
      }
      largest = rest[0]
    }
  }
}
