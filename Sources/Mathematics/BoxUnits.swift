/// A boxed problem in units of its own: measured from the lower corner, each coordinate in lengths of its box, each row
/// in the largest of what its coordinates do to it.
///
/// Whatever is compared with whatever after that, neither the units in which a case was stated nor the distance of its
/// figures from zero matter. Lengths and forces are powers of two, so nothing but the shift is rounded, and that once.
struct BoxUnits {
  /// The problem in its own units, with zero for all lower bounds. A finite width lies between one and two.
  let problem: BoxedComplementarity
  private let given: BoxedComplementarity
  private let exponents: [Int]

  /// None where the figures are too far apart for what a number holds.
  init?(of given: BoxedComplementarity) {
    let count = given.constant.count
    self.given = given
    var constant = given.constant
    for i in 0..<count {
      var sum = CompensatedSum(given.constant[i])
      var isShifted = false
      for k in 0..<count where given.lower[k] != 0 {
        sum.addProduct(given.matrix.elements[i * count + k], given.lower[k])
        isShifted = true
      }
      guard isShifted else { continue }
      guard sum.size.isFinite else { return nil }
      constant[i] = sum.settled
    }
    guard let exponents = Self.exponents(of: given, constant) else { return nil }
    self.exponents = exponents
    var upper = [Double](repeating: 0, count: count)
    for k in 0..<count where given.upper[k] > given.lower[k] {
      upper[k] = Self.times(given.upper[k] - given.lower[k], -exponents[k])
    }
    var matrix = given.matrix
    matrix.elements.withUnsafeMutableBufferPointer { entries in
      for i in 0..<count {
        let start = i * count
        var size = Int.min
        for k in 0..<count {
          // What stands still is part of the shift.
          if upper[k] == 0 { entries[start + k] = 0 }
          if entries[start + k] != 0 { size = max(size, Int(entries[start + k].exponent) + exponents[k]) }
        }
        if size == .min { size = constant[i] == 0 ? 0 : Int(constant[i].exponent) }
        for k in 0..<count { entries[start + k] = Self.times(entries[start + k], exponents[k] - size) }
        constant[i] = Self.times(constant[i], -size)
      }
    }
    guard
      let problem = try? BoxedComplementarity(
        matrix: matrix, constant: constant, lower: [Double](repeating: 0, count: count), upper: upper)
    else { return nil }
    self.problem = problem
  }

  /// The power of two that each coordinate is measured in: that of its width; where there is no upper bound, of the
  /// root of its diagonal entry, so long that the strongest force moves some coordinate by about one.
  private static func exponents(of given: BoxedComplementarity, _ forces: [Double]) -> [Int]? {
    let count = forces.count
    var exponents = [Int](repeating: 0, count: count)
    var open: [(place: Int, exponent: Int)] = []
    var reach = Int.min
    for k in 0..<count {
      let width = given.upper[k] - given.lower[k]
      if given.upper[k].isFinite {
        guard width.isFinite else { return nil }
        if width > 0 { exponents[k] = Int(width.exponent) }
        continue
      }
      // Without a bend of its own, the most that the others' bends tell.
      let bend =
        given.matrix[k, k] > 0
        ? given.matrix[k, k] : (0..<count).reduce(0) { max($0, abs(given.matrix[k, $1]), abs(given.matrix[$1, k])) }
      let root = bend > 0 ? -(Int(bend.exponent) >> 1) : 0
      if forces[k] != 0 { reach = max(reach, Int(forces[k].exponent) + root) }
      open.append((k, root))
    }
    for (place, exponent) in open { exponents[place] = exponent + (reach == .min ? 0 : reach) }
    return exponents
  }

  /// The number times a power of two.
  @inline(__always)
  private static func times(_ number: Double, _ exponent: Int) -> Double {
    if number == 0 || exponent == 0 { return number }
    // The power itself is a number, and quicker made, unless it is very large or small.
    return abs(exponent) < 1000
      ? number * Double(bitPattern: UInt64(1023 + exponent) << 52)
      : Double(sign: .plus, exponent: exponent, significand: number)
  }

  /// The point of the given problem at `own`, in its box, and on a wall exactly where `own` is.
  func values(at own: [Double]) -> [Double] {
    own.indices.map { k in
      if own[k] == 0 { return given.lower[k] }
      if own[k] == problem.upper[k] { return given.upper[k] }
      return min(max(given.lower[k] + Self.times(own[k], exponents[k]), given.lower[k]), given.upper[k])
    }
  }
}
