import Mathematics

/// The conditions of an equilibrium among parties, each a player or a group that acts as one, in ``ActionUnits``.
///
/// Fᵢ is the slope, in i's action, of the cost of the party i belongs to.
struct CompetitionProblem {
  let complementarity: BoxedComplementarity
  let units: ActionUnits
  /// By how much an entry of the matrix may be off, over the greater of its size and the root of its two diagonal entries:
  /// nothing where every party is one player.
  let noise: Double
  /// The groups of two and more that act as one.
  let groups: [Coalition]
  /// Those of ``groups`` whose joint payoff bends upwards somewhere: what meets the conditions may not be their best.
  let contested: [Coalition]

  /// - Parameters:
  ///   - game: whose payoffs, bounds and players are meant.
  ///   - groups: disjoint; every other player is a party of its own.
  init(of game: CompetitionGame, groups: [Coalition]) throws(DilemmaError) {
    let parties = (0..<game.players.count).map { i in groups.first { $0.contains(i) } ?? .single(i) }
    try self.init(of: game, parties: parties, signs: [Double](repeating: 1, count: parties.count), groups: groups)
  }

  /// - Parameters:
  ///   - game: whose payoffs, bounds and players are meant.
  ///   - parties: for each player whose costs it minds.
  ///   - signs: for each player 1 if it wants them low, −1 if it wants them high.
  ///   - groups: those parties of two and more that may be contested.
  init(
    of game: CompetitionGame, parties: [Coalition], signs: [Double], groups: [Coalition]
  ) throws(DilemmaError) {
    guard game.isPriceable else { throw Self.tooLarge }
    let count = game.players.count
    let units = game.units
    var matrix = Matrix(rows: count, columns: count)
    var constant = [Double](repeating: 0, count: count)
    var noise = 0.0
    var sizes = [Double](repeating: 0, count: count * count)
    game.curvatures.withUnsafeBufferPointer { curvatures in
      matrix.elements.withUnsafeMutableBufferPointer { matrix in
        for i in 0..<count {
          var slope = CompensatedSum()
          for j in parties[i] {
            slope.add(game.slopes[j * count + i])
            let start = (j * count + i) * count
            for k in 0..<count {
              let bend = curvatures[start + k]
              matrix[i * count + k] -= bend
              sizes[i * count + k] += abs(bend)
            }
          }
          // What cancels but for rounding is nothing: a tie is a tie.
          let terms = parties[i].count
          if terms > 1 {
            for k in 0..<count {
              let place = i * count + k
              let rounding = Double(terms) * .ulpOfOne * sizes[place]
              sizes[place] = rounding
              if abs(matrix[place]) <= rounding { (matrix[place], sizes[place]) = (0, 0) }
            }
          } else {
            for k in 0..<count { sizes[i * count + k] = 0 }
          }
          // From the lowest actions on.
          for k in 0..<count where game.low[k] != 0 { slope.addProduct(-matrix[i * count + k], game.low[k]) }
          constant[i] = -signs[i] * slope.settled * units.lengths[i]
          for k in 0..<count { matrix[i * count + k] *= signs[i] * units.lengths[i] * units.lengths[k] }
        }
        for i in 0..<count {
          for k in 0..<count where sizes[i * count + k] > 0 {
            let size = max(
              abs(matrix[i * count + k]),
              abs(matrix[i * count + i]).squareRoot() * abs(matrix[k * count + k]).squareRoot())
            noise = max(noise, sizes[i * count + k] * units.lengths[i] * units.lengths[k] / size)
          }
        }
      }
    }
    self.noise = noise
    self.units = units
    complementarity = try Self.complementarity(
      matrix, constant, [Double](repeating: 0, count: count), units.ends)
    self.groups = groups.filter { $0.count > 1 }
    contested = self.groups.filter { !Self.block(of: matrix, Array($0)).isPositiveSemidefinite() }
  }

  private init(_ complementarity: BoxedComplementarity, like other: CompetitionProblem) {
    self.complementarity = complementarity
    units = other.units
    noise = other.noise
    groups = other.groups
    contested = other.contested
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
  static let tooLarge = DilemmaError.invalid(
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
    return CompetitionProblem(reduced, like: self)
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

  /// Whether `own`, a solution, is shown to be the only one.
  ///
  /// Let d be what lies between it and another. As Fᵢ at either pushes no way it can go, dᵀMd ≤ −Σ|Fᵢ||dᵢ|, and |dᵢ| is at
  /// least dᵢ² over the width of its range wᵢ. So there is no other where M with |Fᵢ|/wᵢ added to its diagonal is
  /// positive definite: where nothing is added as in Cottle, Pang & Stone (1992), theorem 3.1.6; the rest is ours.
  func isOnlyOne(_ own: [Double]) -> Bool {
    let open = open
    var form = Self.block(of: complementarity.matrix, open)
    for (place, i) in open.enumerated() {
      let push = complementarity.push(on: i, at: own)
      // Less what a solution is only checked to.
      let force = max(0, abs(push.force) - 1e-8 * push.scale)
      form[place, place] += force / (complementarity.upper[i] - complementarity.lower[i])
    }
    return form.isPositiveDefinite(within: noise)
  }

  /// The best that the members of `group` can do together, the others doing what they do in `own`.
  func bestReply(of group: Coalition, to own: [Double], mostBoxes: Int) throws(DilemmaError) -> QuadraticMaximum {
    let members = Array(group)
    var curvature = Self.block(of: complementarity.matrix, members)
    for index in curvature.elements.indices { curvature.elements[index].negate() }
    var slope: [Double] = []
    for i in members {
      var sum = complementarity.constant[i]
      for k in own.indices where !group.contains(k) { sum += complementarity.matrix[i, k] * own[k] }
      slope.append(-sum)
    }
    do {
      return try QuadraticMaximum(
        curvature: curvature, slope: slope, lower: members.map { complementarity.lower[$0] },
        upper: members.map { complementarity.upper[$0] }, guess: members.map { own[$0] }, mostBoxes: mostBoxes)
    } catch {
      throw Self.tooLarge
    }
  }
}
