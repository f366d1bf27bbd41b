import CollectiveAction
import Sharing

/// The nucleolus as its definition has it, with nothing clever: in small fractions, by the simplex method on
/// full tables, and a coalition settles when the most it can receive in any optimum is what it must.
struct SlowNucleolus {
  let game: CoalitionGame
  let overImputations: Bool
  var measure = ExcessMeasure.total

  /// The shares, for whole worths.
  var shares: [Fraction] {
    let count = game.playerCount
    let all = game.grandCoalition
    // Unknowns from zero up: every share and the level above a floor that no optimum comes near.
    let floor = Fraction(-400)
    func gain(_ coalition: Coalition) -> Fraction {
      Fraction(Int(game.kind == .cost ? -game[coalition] : game[coalition]))
    }
    func weight(_ coalition: Coalition) -> Int {
      switch measure {
      case .total: 1
      case .perCapita: coalition.count
      case .proportional: abs(Int(game[coalition]))
      }
    }
    func row(_ coalition: Coalition, level: Bool) -> [Fraction] {
      (0...count).map {
        $0 == count ? Fraction(level ? weight(coalition) : 0) : Fraction(coalition.contains($0) ? 1 : 0)
      }
    }
    func side(_ coalition: Coalition, level: Bool) -> Fraction {
      gain(coalition) - floor * Fraction(coalition.count + (level ? weight(coalition) : 0))
    }
    var equations = [(row(all, level: false), side(all, level: false))]
    var open = game.coalitions.filter { $0 != all }
    let own =
      overImputations
      ? (0..<count).map { (row(.single($0), level: false), side(.single($0), level: false)) } : []
    var last: [Fraction] = []
    while !open.isEmpty {
      let atLeast = open.map { (row($0, level: true), side($0, level: true)) } + own
      let best = LinearProgramme(equations: equations, atLeast: atLeast)
        .minimum(of: (0...count).map { Fraction($0 == count ? 1 : 0) })
      last = best.point
      let level = best.point[count]
      // Which of them miss as much in every optimum?
      let onlyLevel = (0...count).map { Fraction($0 == count ? 1 : 0) }
      let optimum = equations + [(onlyLevel, level)]
      let settled = open.filter { coalition in
        // Not in this one, not in all.
        let here = zip(row(coalition, level: true), best.point).reduce(Fraction(0)) { $0 + $1.0 * $1.1 }
        guard here == side(coalition, level: true) else { return false }
        let most = LinearProgramme(equations: optimum, atLeast: atLeast)
          .minimum(of: row(coalition, level: false).map { Fraction(0) - $0 })
        return Fraction(0) - most.value + Fraction(weight(coalition)) * level == side(coalition, level: true)
      }
      equations += settled.map { (row($0, level: false), side($0, level: true) - Fraction(weight($0)) * level) }
      open.removeAll { settled.contains($0) }
    }
    if count == 1 { last = [gain(all) - floor, 0] }
    return (0..<count).map { player in
      let received = last[player] + floor
      return game.kind == .cost ? Fraction(0) - received : received
    }
  }
}

/// Make a sum as small as can be, over unknowns from zero up.
struct LinearProgramme {
  var equations: [([Fraction], Fraction)]
  var atLeast: [([Fraction], Fraction)]

  /// Dantzig's tableau with Bland's rule, in two phases; the programme must be feasible and bounded.
  func minimum(of costs: [Fraction]) -> (value: Fraction, point: [Fraction]) {
    let unknowns = costs.count
    let rows = equations.count + atLeast.count
    let artificial = unknowns + atLeast.count
    let width = artificial + rows
    var table: [[Fraction]] = []
    for (index, constraint) in (equations + atLeast).enumerated() {
      var line = constraint.0 + [Fraction](repeating: 0, count: width - unknowns + 1)
      if index >= equations.count { line[unknowns + index - equations.count] = -1 }
      line[width] = constraint.1
      if constraint.1 < 0 { line = line.map { Fraction(0) - $0 } }
      line[artificial + index] = 1
      table.append(line)
    }
    var basis = (0..<rows).map { artificial + $0 }

    func improve(_ costs: [Fraction], columns: Int) {
      while true {
        let entering = (0..<columns).first { column in
          var reduced = costs[column]
          for (row, basic) in basis.enumerated() where costs[basic].numerator != 0 && table[row][column].numerator != 0
          {
            reduced = reduced - costs[basic] * table[row][column]
          }
          return reduced < 0
        }
        guard let entering else { return }
        var leaving: (row: Int, ratio: Fraction)?
        for row in table.indices where table[row][entering] > 0 {
          let ratio = table[row][width] / table[row][entering]
          if let best = leaving, best.ratio < ratio || (best.ratio == ratio && basis[best.row] < basis[row]) {
            continue
          }
          leaving = (row, ratio)
        }
        guard let leaving else { preconditionFailure("unbounded") }
        exchange(row: leaving.row, column: entering)
      }
    }
    func exchange(row: Int, column: Int) {
      let pivot = table[row][column]
      table[row] = table[row].map { $0.numerator == 0 ? $0 : $0 / pivot }
      let filled = table[row].indices.filter { table[row][$0].numerator != 0 }
      for other in table.indices where other != row && table[other][column].numerator != 0 {
        let factor = table[other][column]
        for place in filled { table[other][place] = table[other][place] - factor * table[row][place] }
      }
      basis[row] = column
    }

    improve((0..<width).map { Fraction($0 < artificial ? 0 : 1) }, columns: width)
    for (row, basic) in basis.enumerated() where basic >= artificial {
      precondition(table[row][width] == 0, "infeasible")
      if let column = (0..<artificial).first(where: { table[row][$0] != 0 }) { exchange(row: row, column: column) }
    }
    improve(costs + [Fraction](repeating: 0, count: width - unknowns), columns: artificial)
    var point = [Fraction](repeating: 0, count: unknowns)
    for (row, basic) in basis.enumerated() where basic < unknowns { point[basic] = table[row][width] }
    return (zip(costs, point).reduce(0) { $0 + $1.0 * $1.1 }, point)
  }
}

/// A fraction of machine words; stops at overflow.
struct Fraction: Comparable, ExpressibleByIntegerLiteral, CustomStringConvertible {
  let numerator: Int
  let denominator: Int

  init(_ numerator: Int, over denominator: Int = 1) {
    if denominator == 1 {
      (self.numerator, self.denominator) = (numerator, 1)
      return
    }
    var (a, b) = (abs(numerator), abs(denominator))
    while b != 0 { (a, b) = (b, a % b) }
    let divisor = denominator < 0 ? -a : a
    self.numerator = numerator / divisor
    self.denominator = denominator / divisor
  }

  init(integerLiteral value: Int) { self.init(value) }

  var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

  static func + (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator + right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }
  static func - (left: Fraction, right: Fraction) -> Fraction {
    Fraction(
      left.numerator * right.denominator - right.numerator * left.denominator,
      over: left.denominator * right.denominator)
  }
  static func * (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.numerator, over: left.denominator * right.denominator)
  }
  static func / (left: Fraction, right: Fraction) -> Fraction {
    Fraction(left.numerator * right.denominator, over: left.denominator * right.numerator)
  }
  static func < (left: Fraction, right: Fraction) -> Bool {
    left.numerator * right.denominator < right.numerator * left.denominator
  }
}
