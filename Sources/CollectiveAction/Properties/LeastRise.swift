/// How little a table rises as players join coalitions, worked out eight numbers at a time.
///
/// Pointers, whose bounds are not checked, and vectors by name: the compiler does not reorder a minimum of floating
/// numbers by itself, and plain loops over the same pointers, one number at a time, take five times as long.
enum LeastRise {
  /// A block of 2¹¹ numbers fills half of the nearest cache.
  static let blockBits = 11
  /// A vector holds all coalitions of the first three players.
  static let laneBits = 3

  /// How much the entries of a table rise at least as a player joins: below zero where they fall.
  ///
  /// - Parameters:
  ///   - count: 2ⁿ, of at least eight.
  ///   - first: the first of the players that join: 0, or 3 to leave out three.
  ///   - last: the player behind the last one of them.
  @inline(__always)
  static func of(_ table: UnsafePointer<Double>, count: Int, from first: Int, to last: Int) -> Double {
    var least = SIMD8<Double>(repeating: .infinity)
    if first == 0 {
      var four = SIMD4<Double>(repeating: .infinity)
      var place = 0
      while place < count {
        let entry = eight(table + place)
        let (even, odd) = (entry.evenHalf, entry.oddHalf)
        four = smaller(four, odd - even)
        four = smaller(four, entry.highHalf - entry.lowHalf)
        // Bit 1: the even half holds places 0, 2, 4 and 6, the odd half 1, 3, 5 and 7.
        four = smaller(
          four,
          SIMD4(lowHalf: even.oddHalf, highHalf: odd.oddHalf) - SIMD4(lowHalf: even.evenHalf, highHalf: odd.evenHalf))
        place &+= 8
      }
      least.lowHalf = four
    }
    var bit = laneBits
    // Two players at a time, so that each number is loaded once for both.
    while bit &+ 1 < last {
      let (step, twice) = (1 << bit, 2 << bit)
      var start = 0
      while start < count {
        var place = start
        while place < start &+ step {
          let neither = eight(table + place)
          let one = eight(table + (place &+ step))
          let other = eight(table + (place &+ twice))
          let both = eight(table + (place &+ twice &+ step))
          least = smaller(least, one - neither)
          least = smaller(least, other - neither)
          least = smaller(least, both - one)
          least = smaller(least, both - other)
          place &+= 8
        }
        start &+= 2 &* twice
      }
      bit &+= 2
    }
    if bit < last {
      let step = 1 << bit
      var start = 0
      while start < count {
        var place = start
        while place < start &+ step {
          least = smaller(least, eight(table + (place &+ step)) - eight(table + place))
          place &+= 8
        }
        start &+= 2 &* step
      }
    }
    return least.min()
  }

  /// How much what one of the first three players adds to a worth rises at least as another of them joins.
  @inline(__always)
  static func ofAddedWorths(_ gains: UnsafePointer<Double>, count: Int) -> Double {
    var four = SIMD4<Double>(repeating: .infinity)
    var place = 0
    while place < count {
      let entry = eight(gains + place)
      // What player 0 adds, to none of the others, to 1, to 2 and to both; what 1 adds to none, to 0, to 2, to both.
      let first = entry.oddHalf - entry.evenHalf
      let (low, high) = (entry.lowHalf, entry.highHalf)
      let second = SIMD4(lowHalf: low.highHalf - low.lowHalf, highHalf: high.highHalf - high.lowHalf)
      four = smaller(
        four, SIMD4(lowHalf: first.oddHalf - first.evenHalf, highHalf: first.highHalf - first.lowHalf))
      four.lowHalf = smaller(four.lowHalf, second.highHalf - second.lowHalf)
      place &+= 8
    }
    return four.min()
  }

  /// How much the numbers at `upper` exceed those at `lower` at least.
  @inline(__always)
  static func of(_ lower: UnsafePointer<Double>, to upper: UnsafePointer<Double>, count: Int) -> Double {
    var least = SIMD8<Double>(repeating: .infinity)
    var place = 0
    while place < count {
      least = smaller(least, eight(upper + place) - eight(lower + place))
      place &+= 8
    }
    return least.min()
  }

  @inline(__always)
  static func eight(_ place: UnsafePointer<Double>) -> SIMD8<Double> {
    UnsafeRawPointer(place).loadUnaligned(as: SIMD8<Double>.self)
  }

  @inline(__always)
  static func store(_ numbers: SIMD8<Double>, at place: UnsafeMutablePointer<Double>) {
    UnsafeMutableRawPointer(place).storeBytes(of: numbers, as: SIMD8<Double>.self)
  }

  // Compares and replaces, which becomes one instruction; the library's `min` asks more of what is no number.
  @inline(__always)
  private static func smaller(_ left: SIMD8<Double>, _ right: SIMD8<Double>) -> SIMD8<Double> {
    right.replacing(with: left, where: left .< right)
  }

  @inline(__always)
  private static func smaller(_ left: SIMD2<Double>, _ right: SIMD2<Double>) -> SIMD2<Double> {
    right.replacing(with: left, where: left .< right)
  }

  @inline(__always)
  private static func smaller(_ left: SIMD4<Double>, _ right: SIMD4<Double>) -> SIMD4<Double> {
    right.replacing(with: left, where: left .< right)
  }
}
