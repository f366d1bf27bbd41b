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

  /// What breaks it, the widest gap first.
  func violations() -> [Violation] {
    let players = worths.count.trailingZeroBitCount
    var found: [Violation] = []
    for union in 1..<worths.count {
      if players <= Self.mostForAllPairs {
        // Each split once: the part that holds the union's first player is looked at as the first part.
        let anchor = union & -union
        let rest = union ^ anchor
        var part = rest
        while part > 0 {
          compare(union ^ part, part, into: &found)
          part = (part - 1) & rest
        }
      } else if union.nonzeroBitCount > 1 {
        for player in 0..<players where union >> player & 1 == 1 {
          // Two single players would be compared twice, once from either side.
          let other = union ^ 1 << player
          if other.nonzeroBitCount == 1, other < 1 << player { continue }
          compare(other, 1 << player, into: &found)
        }
      }
    }
    return found.sorted {
      (-gap($0), $0.first | $0.second, $0.first) < (-gap($1), $1.first | $1.second, $1.first)
    }
  }

  private func gap(_ violation: Violation) -> Double { abs(violation.together - violation.apart) }

  private func compare(_ first: Int, _ second: Int, into found: inout [Violation]) {
    let together = worths[first | second]
    let apart = worths[first] + worths[second]
    // 1e-9 of the figures: adding two decimals in binary is that far off at most.
    let rounding = 1e-9 * max(abs(together), abs(apart))
    guard isCost ? together > apart + rounding : together < apart - rounding else { return }
    found.append(Violation(first: first, second: second, apart: apart, together: together))
  }

  /// Adds one warning that names the widest gaps.
  func warn(at place: Place, names: (Int) -> String, faults: FaultList) {
    let violations = violations()
    guard !violations.isEmpty else { return }
    let shown = violations.prefix(5).map {
      "\(names($0.first)) with \(names($0.second)): \(rounded($0.apart)) \(isCost ? "<" : ">") \(rounded($0.together))"
    }.joined(separator: ", ")
    let more = violations.count > 5 ? " and \(violations.count - 5) more" : ""
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
