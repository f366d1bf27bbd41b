/// For every coalition, the most that two parts of it are worth together.
///
/// Coalitions with the same members among all players but the first three stand side by side, eight of them. Two such
/// groups whose other members are disjoint give 27 splits, worked out two at a time without leaving the registers.
/// This does the same as trying every subset of every coalition, five times as fast; pointers, whose bounds are not
/// checked, because the table is read 3ⁿ times.
enum SplitMaximum {
  /// Raises each entry of `target` to the largest sum of the entries of `source` for two disjoint coalitions, neither
  /// of them empty, that make it up.
  ///
  /// - Parameters:
  ///   - target: 2ⁿ numbers by mask, to begin with.
  ///   - source: 2ⁿ numbers by mask. It may be `target` itself: a coalition's parts are finished before it, so the
  ///     result is then the most that any number of parts are worth together.
  /// - Complexity: 3ⁿ/2 sums for n players.
  static func raise(
    _ target: UnsafeMutablePointer<Double>, bySplitsOf source: UnsafePointer<Double>, playerCount: Int
  ) {
    let bits = min(playerCount, 3)
    let width = 1 << bits
    withUnsafeTemporaryAllocation(of: Double.self, capacity: 16) { found in
      guard let found = found.baseAddress else { return }
      for group in 0..<(1 << (playerCount - bits)) {
        let start = group * width
        if bits == 3 { raiseByGroups(target + start, source, group: group, found) }
        // What is left: splits into a part with all the group's other members and one with none of them.
        for place in 0..<width {
          var part = place
          while part > 0 {
            let rest = start + (place ^ part)
            if rest > 0 { target[start + place] = larger(target[start + place], source[rest] + source[part]) }
            part = (part - 1) & place
          }
        }
      }
    }
  }

  /// The splits in which both parts have some of the group's other members.
  ///
  /// - Parameter found: room for 16 numbers.
  private static func raiseByGroups(
    _ target: UnsafeMutablePointer<Double>, _ source: UnsafePointer<Double>, group: Int,
    _ found: UnsafeMutablePointer<Double>
  ) {
    // Each pair once: the part that holds the first of the other members counts as the first part.
    let anchor = group & -group
    let others = group ^ anchor
    guard others != 0 else { return }
    let lowest = SIMD2<Double>(repeating: -.infinity)
    // Entries 0 to 7 of the target, two by two, and once more the odd ones, which pair differently.
    var t01 = lowest
    var t23 = lowest
    var t45 = lowest
    var t67 = lowest
    var t13 = lowest
    var t57 = lowest
    var t37 = lowest
    var t7 = lowest
    var rest = others
    while rest != 0 {
      let a = UnsafeRawPointer(source + (group ^ rest) &* 8)
      let b = UnsafeRawPointer(source + rest &* 8)
      let (b01, b23, b45, b67) = (two(b, 0), two(b, 2), two(b, 4), two(b, 6))
      let (a0, a2, a4) = (twice(a, 0), twice(a, 2), twice(a, 4))
      t01 = larger(t01, b01 + a0)
      t23 = larger(larger(t23, b23 + a0), b01 + a2)
      t45 = larger(larger(t45, b45 + a0), b01 + a4)
      t67 = larger(larger(t67, b67 + a0), b45 + a2)
      t67 = larger(larger(t67, b23 + a4), b01 + twice(a, 6))
      let (a1, b02) = (twice(a, 1), SIMD2(b01[0], b23[0]))
      t13 = larger(t13, b02 + a1)
      t57 = larger(larger(t57, SIMD2(b45[0], b67[0]) + a1), b02 + twice(a, 5))
      t37 = larger(t37, SIMD2(b01[0], b45[0]) + twice(a, 3))
      t7 = larger(t7, b01 + twice(a, 7))
      rest = (rest &- 1) & others
    }
    // Read back from memory, since taking vectors apart here made the compiler take them apart above as well.
    store(t01, t23, t45, t67, at: found)
    store(t13, t57, t37, t7, at: found + 8)
    for place in 0..<8 { target[place] = larger(target[place], found[place]) }
    for place in 0..<4 {
      let odd = 2 &* place &+ 1
      target[odd] = larger(target[odd], found[8 &+ place])
    }
    target[3] = larger(target[3], found[12])
    target[7] = larger(larger(target[7], found[13]), found[14])
  }

  @inline(__always)
  private static func store(
    _ first: SIMD2<Double>, _ second: SIMD2<Double>, _ third: SIMD2<Double>, _ fourth: SIMD2<Double>,
    at place: UnsafeMutablePointer<Double>
  ) {
    let bytes = UnsafeMutableRawPointer(place)
    bytes.storeBytes(of: first, as: SIMD2<Double>.self)
    bytes.storeBytes(of: second, toByteOffset: 16, as: SIMD2<Double>.self)
    bytes.storeBytes(of: third, toByteOffset: 32, as: SIMD2<Double>.self)
    bytes.storeBytes(of: fourth, toByteOffset: 48, as: SIMD2<Double>.self)
  }

  /// The entries at a place and behind it.
  @inline(__always)
  private static func two(_ group: UnsafeRawPointer, _ place: Int) -> SIMD2<Double> {
    group.loadUnaligned(fromByteOffset: place &* 8, as: SIMD2<Double>.self)
  }

  /// One entry, twice.
  @inline(__always)
  private static func twice(_ group: UnsafeRawPointer, _ place: Int) -> SIMD2<Double> {
    SIMD2(repeating: group.loadUnaligned(fromByteOffset: place &* 8, as: Double.self))
  }

  // Written so that it becomes one instruction; the library's `max` asks more of ties and of what is no number.
  @inline(__always)
  private static func larger(_ left: Double, _ right: Double) -> Double { left > right ? left : right }

  @inline(__always)
  private static func larger(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> SIMD2<Double> {
    right.replacing(with: left, where: left .> right)
  }
}
