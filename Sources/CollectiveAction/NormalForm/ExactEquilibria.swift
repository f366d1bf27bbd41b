import Mathematics

/// An equilibrium of two players in fractions, without rounding.
public struct ExactEquilibrium: Sendable, Hashable {
  /// The probability of each action of the first and of the second player.
  public let strategies: [[Rational]]
  /// What each gains on average.
  public let payoffs: [Rational]

  /// The same in floating point.
  public var approximation: MixedProfile {
    MixedProfile(strategies: strategies.map { $0.map(\.approximation) })
  }
}

/// The equilibria of a game of two players.
public struct ExactEquilibria: Sendable, Equatable {
  /// The extreme equilibria, in the order of the first player's support and then of the second's; at least one.
  ///
  /// Where the game is not degenerate these are all the equilibria there are, an odd number of them. Otherwise every
  /// other equilibrium is a mixture of those that can be exchanged with one another.
  public let equilibria: [ExactEquilibrium]
  /// Whether some mixture has more best replies than it has actions. Then there may be equilibria without number.
  public let isDegenerate: Bool

  /// Whether no other equilibrium exists than these: the game is not degenerate, or there is just one.
  public var areAll: Bool { !isDegenerate || equilibria.count == 1 }
}

extension NormalFormGame {
  /// All extreme equilibria of a game of two players, exactly; all equilibria if the game is not degenerate.
  ///
  /// Payoffs are taken as the decimals they print as. Every choice of actions for one player and equally many best
  /// replies of the other is tried, so nothing is missed.
  ///
  ///     // Matching pennies: each takes either side with probability 1/2.
  ///     try game.exactEquilibria().equilibria[0].strategies  // [[1/2, 1/2], [1/2, 1/2]]
  ///
  /// - Throws: ``DilemmaError/invalid(_:)`` when there are not two players.
  /// - Complexity: C(k₁ + k₂, k₁) systems of equations a player; 924 for six actions each.
  ///
  /// Source: support enumeration as in von Stengel (2002), Handbook of Game Theory III, 1723–1759, with the vertices
  /// of degenerate games as in Avis, Rosenberg, Savani & von Stengel (2010), Econ. Theory 42, 9–37.
  public func exactEquilibria() throws(DilemmaError) -> ExactEquilibria {
    guard players.count == 2 else {
      throw .invalid(
        "exact equilibria are found for 2 players, not \(players.count); ask for mixed equilibria instead")
    }
    return BimatrixGame(table).equilibria()
  }

  /// One equilibrium of a game of two players, exactly, by the path of Lemke & Howson.
  ///
  /// - Parameter dropped: the action with which the path begins: of the first player from 0, then of the second.
  ///   Different ones may lead to different equilibria. The path is finite in degenerate games too.
  /// - Throws: ``DilemmaError/invalid(_:)`` when there are not two players.
  ///
  /// Source: Lemke & Howson (1964), SIAM J. Appl. Math. 12, 413–423.
  public func equilibriumOnPath(dropping dropped: Int = 0) throws(DilemmaError) -> ExactEquilibrium {
    guard players.count == 2 else {
      throw .invalid(
        "a path of Lemke and Howson needs 2 players, not \(players.count); ask for mixed equilibria instead")
    }
    guard (0..<(actions[0].count + actions[1].count)).contains(dropped) else {
      throw .invalid(
        "a path begins with one of \(actions[0].count + actions[1].count) actions, counted from 0, not with \(dropped)")
    }
    return BimatrixGame(table).equilibrium(dropping: dropped)
  }
}

/// Two payoff matrices in whole or binary fractions.
struct BimatrixGame {
  /// What the first gains: a row an own action, a column one of the other's.
  let first: [[Rational]]
  /// What the second gains, in the same places.
  let second: [[Rational]]

  init(_ table: PayoffTable) {
    precondition(table.playerCount == 2, "a bimatrix game has two players")
    let (rows, columns) = (table.counts[0], table.counts[1])
    func matrix(_ player: Int) -> [[Rational]] {
      (0..<rows).map { row in
        (0..<columns).map { Rational(decimal: table.gains[player][row + rows * $0]) }
      }
    }
    (first, second) = (matrix(0), matrix(1))
  }

  var rowCount: Int { first.count }
  var columnCount: Int { first[0].count }

  /// The same payoffs raised and scaled to whole numbers above zero, which changes no best reply.
  private static func positive(_ matrix: [[Rational]]) -> [[Rational]] {
    let least = matrix.flatMap { $0 }.min() ?? 0
    let raised = matrix.map { $0.map { $0 - least } }
    let unit = raised.flatMap { $0 }.reduce(Rational(1)) { unit, number in
      unit * Rational((number * unit).denominator)
    }
    return raised.map { $0.map { $0 * unit + 1 } }
  }

  /// {x ≥ 0: the second player gains at most 1 by each reply}.
  var firstPolytope: BestReplyPolytope {
    let positive = Self.positive(second)
    return BestReplyPolytope(
      rows: (0..<columnCount).map { column in (0..<rowCount).map { positive[$0][column] } })
  }

  /// {y ≥ 0: the first player gains at most 1 by each reply}.
  var secondPolytope: BestReplyPolytope { BestReplyPolytope(rows: Self.positive(first)) }

  func equilibria() -> ExactEquilibria {
    let (left, right) = (firstPolytope.vertices(), secondPolytope.vertices())
    // More labels than the dimension has: more best replies than actions taken.
    let isDegenerate =
      left.contains { $0.unused.nonzeroBitCount + $0.best.nonzeroBitCount > rowCount }
      || right.contains { $0.unused.nonzeroBitCount + $0.best.nonzeroBitCount > columnCount }
    let (allRows, allColumns) = (UInt32(1 << rowCount) - 1, UInt32(1 << columnCount) - 1)
    var found: [ExactEquilibrium] = []
    for x in left {
      for y in right where x.unused | y.best == allRows && y.unused | x.best == allColumns {
        found.append(equilibrium(x.mixture, y.mixture))
      }
    }
    return ExactEquilibria(equilibria: found, isDegenerate: isDegenerate)
  }

  func equilibrium(_ x: [Rational], _ y: [Rational]) -> ExactEquilibrium {
    func gain(_ matrix: [[Rational]]) -> Rational {
      zip(x, matrix).reduce(0) { sum, row in
        row.0.isZero ? sum : sum + row.0 * zip(row.1, y).reduce(0) { $0 + $1.0 * $1.1 }
      }
    }
    return ExactEquilibrium(strategies: [x, y], payoffs: [gain(first), gain(second)])
  }

  /// Lemke and Howson's path, from the artificial equilibrium until the dropped label is found again.
  func equilibrium(dropping dropped: Int) -> ExactEquilibrium {
    // Labels 0..<m are the first player's actions, m..<(m + n) the second's. In the first tableau the variables of
    // labels 0..<m are x, the others slacks of the second player's replies; in the second it is the other way round.
    var left = LexicographicTableau(rows: firstPolytope.rows, slackLabels: Array(rowCount..<(rowCount + columnCount)))
    var right = LexicographicTableau(
      rows: secondPolytope.rows, slackLabels: Array(0..<rowCount),
      variableLabels: Array(rowCount..<(rowCount + columnCount)))
    var entering = dropped
    var isLeft = dropped < rowCount
    repeat {
      entering = isLeft ? left.pivot(entering: entering) : right.pivot(entering: entering)
      isLeft.toggle()
    } while entering != dropped
    func mixture(_ tableau: LexicographicTableau, _ labels: Range<Int>) -> [Rational] {
      let values = labels.map { tableau.value(of: $0) }
      let sum = values.reduce(0, +)
      return values.map { $0 / sum }
    }
    return equilibrium(
      mixture(left, 0..<rowCount), mixture(right, rowCount..<(rowCount + columnCount)))
  }
}

/// The equations Cx + s = 1 solved for some of their variables, x and s ≥ 0.
///
/// Ties are broken as if the right-hand sides were 1 + ε, 1 + ε², …, so no basis comes twice.
struct LexicographicTableau {
  /// Coefficients of every variable by label, and the right-hand side last.
  private var rows: [[Rational]]
  /// The label of the variable each row is solved for.
  private var basis: [Int]
  private let slackLabels: [Int]

  init(rows: [[Rational]], slackLabels: [Int], variableLabels: [Int]? = nil) {
    let labels = rows.count + (rows.first?.count ?? 0)
    let variables = variableLabels ?? Array(0..<(rows.first?.count ?? 0))
    self.slackLabels = slackLabels
    basis = slackLabels
    self.rows = rows.indices.map { index in
      var row = [Rational](repeating: 0, count: labels + 1)
      for (label, value) in zip(variables, rows[index]) { row[label] = value }
      row[slackLabels[index]] = 1
      row[labels] = 1
      return row
    }
  }

  /// Brings the variable of `label` in.
  /// - Returns: the label of the variable that went out.
  mutating func pivot(entering label: Int) -> Int {
    let candidates = rows.indices.filter { rows[$0][label].isPositive }
    guard var leaving = candidates.first else { preconditionFailure("a best-reply polytope is bounded") }
    for row in candidates.dropFirst() where isBefore(row, leaving, label) { leaving = row }
    let scale = rows[leaving][label]
    rows[leaving] = rows[leaving].map { $0.isZero ? $0 : $0 / scale }
    for row in rows.indices where row != leaving && !rows[row][label].isZero {
      let factor = rows[row][label]
      for index in rows[row].indices where !rows[leaving][index].isZero {
        rows[row][index] = rows[row][index] - factor * rows[leaving][index]
      }
    }
    defer { basis[leaving] = label }
    return basis[leaving]
  }

  /// Whether the ratios of `left` come before those of `right`: of right-hand sides, then of the slacks' coefficients.
  private func isBefore(_ left: Int, _ right: Int, _ label: Int) -> Bool {
    for index in [rows[left].count - 1] + slackLabels {
      let (a, b) = (rows[left][index] * rows[right][label], rows[right][index] * rows[left][label])
      if a != b { return a < b }
    }
    return false
  }

  func value(of label: Int) -> Rational {
    basis.firstIndex(of: label).map { rows[$0][rows[$0].count - 1] } ?? 0
  }
}
