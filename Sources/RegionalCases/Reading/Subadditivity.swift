/// Where two coalitions without a common member would do better apart than together.
///
/// In a table of costs the cost of a union should not exceed the costs of its parts, since the parts may stay as they
/// are; in a table of surpluses it should not fall below them. What breaks this is odd, though not wrong: the figures
/// may be rounded, or being together may be what costs.
struct Subadditivity {
  struct Violation {
    let first: Int
    let second: Int
    let apart: Double
    let together: Double
  }

  let worths: [Double]
  let isCost: Bool

  /// Every pair up to this many players (3¹² ÷ 2 pairs); beyond it only pairs of a coalition and a single player.
  static let mostForAllPairs = 12

  /// What breaks it: how often, and the widest gaps, widest first.
  struct Violations {
    static let mostKept = 5
    fileprivate(set) var count = 0
    fileprivate(set) var widest: [Violation] = []

    fileprivate mutating func add(_ violation: Violation) {
      count += 1
      if widest.count == Self.mostKept {
        guard order(violation) < order(widest[Self.mostKept - 1]) else { return }
        widest.removeLast()
      }
      widest.insert(violation, at: widest.firstIndex { order(violation) < order($0) } ?? widest.count)
    }

    private func order(_ violation: Violation) -> (Double, Int, Int) {
      (-abs(violation.together - violation.apart), violation.first | violation.second, violation.first)
    }
  }

  /// What breaks it, found in one pass that keeps no more than it tells.
  func violations() -> Violations {
    let players = worths.count.trailingZeroBitCount
    var found = Violations()
    for union in 1..<worths.count {
      let together = worths[union]
      if players <= Self.mostForAllPairs {
        // Each split once: the part that holds the union's first player is looked at as the first part.
        let anchor = union & -union
        let rest = union ^ anchor
        var part = rest
        while part > 0 {
          compare(union ^ part, part, together, into: &found)
          part = (part - 1) & rest
        }
      } else if union.nonzeroBitCount > 1 {
        var rest = union
        while rest != 0 {
          let single = rest & -rest
          rest ^= single
          // Two single players would be compared twice, once from either side.
          let other = union ^ single
          if other < single, other.nonzeroBitCount == 1 { continue }
          compare(other, single, together, into: &found)
        }
      }
    }
    return found
  }

  @inline(__always)
  private func compare(_ first: Int, _ second: Int, _ together: Double, into found: inout Violations) {
    let apart = worths[first] + worths[second]
    guard isCost ? together > apart : together < apart else { return }
    // 1e-9 of the figures: adding two decimals in binary is that far off at most.
    let rounding = 1e-9 * max(abs(together), abs(apart))
    guard abs(together - apart) > rounding else { return }
    found.add(Violation(first: first, second: second, apart: apart, together: together))
  }

  /// Adds one warning that names the widest gaps.
  func warn(at place: Place, names: (Int) -> String, faults: FaultList) {
    let violations = violations()
    guard violations.count > 0 else { return }
    let shown = violations.widest.map {
      "\(names($0.first)) with \(names($0.second)): \(rounded($0.apart)) \(isCost ? "<" : ">") \(rounded($0.together))"
    }.joined(separator: ", ")
    let more =
      violations.count > Violations.mostKept ? " and \(violations.count - Violations.mostKept) more" : ""
    faults.warning(
      place, "\(isCost ? "cheaper" : "better") apart than together: \(shown)\(more)",
      "check these figures, or leave them if being together does \(isCost ? "cost" : "take") more")
  }

  /// To nine digits, so that the sum of two decimals prints as a person would add them.
  private func rounded(_ number: Double) -> String {
    guard number != 0, number.isFinite else { return plain(number) }
    var size = 1.0
    while abs(number) * size < 1e8, size < 1e12 { size *= 10 }
    return plain((number * size).rounded() / size)
  }
}
