import Mathematics

/// The conditions of an equilibrium among parties, each a player or a group that acts as one.
///
/// Fᵢ is the slope, in i's action, of the cost of the party i belongs to.
struct CompetitionProblem {
  let complementarity: BoxedComplementarity
  /// The groups of two and more that act as one.
  let groups: [Coalition]
  /// Those of ``groups`` whose joint payoff bends upwards somewhere: what meets the conditions may not be their best.
  let contested: [Coalition]

  /// - Parameters:
  ///   - game: whose payoffs, bounds and players are meant.
  ///   - groups: disjoint; every other player is a party of its own.
  init(of game: CompetitionGame, groups: [Coalition]) throws(DilemmaError) {
    let count = game.players.count
    var matrix = Matrix(rows: count, columns: count)
    var constant = [Double](repeating: 0, count: count)
    game.curvatures.withUnsafeBufferPointer { curvatures in
      matrix.elements.withUnsafeMutableBufferPointer { matrix in
        for i in 0..<count {
          for j in groups.first(where: { $0.contains(i) }) ?? .single(i) {
            constant[i] -= game.slopes[j * count + i]
            let start = (j * count + i) * count
            for k in 0..<count { matrix[i * count + k] -= curvatures[start + k] }
          }
        }
      }
    }
    complementarity = try Self.complementarity(matrix, constant, game.low, game.high)
    self.groups = groups.filter { $0.count > 1 }
    contested = self.groups.filter { !Self.block(of: matrix, Array($0)).isPositiveSemidefinite() }
  }

  private init(_ complementarity: BoxedComplementarity, groups: [Coalition], contested: [Coalition]) {
    self.complementarity = complementarity
    self.groups = groups
    self.contested = contested
  }

  static func complementarity(
    _ matrix: Matrix, _ constant: [Double], _ lower: [Double], _ upper: [Double]
  ) throws(DilemmaError) -> BoxedComplementarity {
    do {
      return try BoxedComplementarity(matrix: matrix, constant: constant, lower: lower, upper: upper)
    } catch {
      throw tooLarge
    }
  }

  /// The figures are sound one by one, so only their sums can have grown beyond what a number holds.
  private static let tooLarge = DilemmaError.invalid(
    "the figures are too large to be added up; state them in larger units")

  static func block(of matrix: Matrix, _ places: [Int]) -> Matrix {
    var block = Matrix(rows: places.count, columns: places.count)
    for (row, i) in places.enumerated() {
      for (column, k) in places.enumerated() { block[row, column] = matrix[i, k] }
    }
    return block
  }

  /// The same problem without the actions that are worse than others whatever the rest do, and so on with what is left.
  ///
  /// A payoff whose slope has one sign all over the box is greatest at one end only, so no equilibrium is lost.
  func withoutDominated() throws(DilemmaError) -> CompetitionProblem {
    let (lower, upper) = Self.undominated(complementarity)
    let reduced = try Self.complementarity(complementarity.matrix, complementarity.constant, lower, upper)
    return CompetitionProblem(reduced, groups: groups, contested: contested)
  }

  static func undominated(_ problem: BoxedComplementarity) -> (lower: [Double], upper: [Double]) {
    var (lower, upper) = (problem.lower, problem.upper)
    let count = lower.count
    var isSettled = false
    problem.matrix.elements.withUnsafeBufferPointer { matrix in
      while !isSettled {
        isSettled = true
        for i in 0..<count where lower[i] < upper[i] {
          var (least, most, scale) = (problem.constant[i], problem.constant[i], abs(problem.constant[i]))
          for k in 0..<count {
            let (a, b) = (matrix[i * count + k] * lower[k], matrix[i * count + k] * upper[k])
            least += min(a, b)
            most += max(a, b)
            scale += max(abs(a), abs(b))
          }
          let slack = 1e-12 * scale  // the rounding of a sum
          if least > slack {
            upper[i] = lower[i]
          } else if most < -slack {
            lower[i] = upper[i]
          } else {
            continue
          }
          isSettled = false
        }
      }
    }
    return (lower, upper)
  }

  /// The players whose actions are still open.
  var open: [Int] {
    complementarity.lower.indices.filter { complementarity.lower[$0] < complementarity.upper[$0] }
  }

  /// What the open players' conditions come to, the others standing where they must.
  func conditionsOfOpen(_ open: [Int]) throws(DilemmaError) -> BoxedComplementarity {
    var constant: [Double] = []
    for i in open {
      var sum = complementarity.constant[i]
      for k in complementarity.lower.indices where complementarity.lower[k] == complementarity.upper[k] {
        sum += complementarity.matrix[i, k] * complementarity.lower[k]
      }
      constant.append(sum)
    }
    return try Self.complementarity(
      Self.block(of: complementarity.matrix, open), constant, open.map { complementarity.lower[$0] },
      open.map { complementarity.upper[$0] })
  }

  /// Whether `actions`, a solution, is the only one of a problem whose force is monotone: then solutions are a
  /// convex set, and one that has no other beside it has no other at all (Cottle, Pang & Stone 1992, theorem 3.1.7).
  func isOnlyOne(_ actions: [Double]) -> Bool {
    guard complementarity.matrix.isPositiveSemidefinite() else { return false }
    let weak = open.filter {
      let push = complementarity.push(on: $0, at: actions)
      return abs(push.force) <= 1e-8 * push.scale  // what a solution is checked to
    }
    return Self.block(of: complementarity.matrix, weak).isPositiveDefinite
  }

  /// The best that the members of `group` can do together, the others doing what they do in `actions`.
  func bestReply(of group: Coalition, to actions: [Double], mostBoxes: Int) throws(DilemmaError) -> QuadraticMaximum {
    let members = Array(group)
    var curvature = Self.block(of: complementarity.matrix, members)
    for index in curvature.elements.indices { curvature.elements[index].negate() }
    var slope: [Double] = []
    for i in members {
      var sum = complementarity.constant[i]
      for k in actions.indices where !group.contains(k) { sum += complementarity.matrix[i, k] * actions[k] }
      slope.append(-sum)
    }
    do {
      return try QuadraticMaximum(
        curvature: curvature, slope: slope, lower: members.map { complementarity.lower[$0] },
        upper: members.map { complementarity.upper[$0] }, guess: members.map { actions[$0] }, mostBoxes: mostBoxes)
    } catch {
      throw Self.tooLarge
    }
  }
}
