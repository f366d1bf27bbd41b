import Mathematics

/// The search for the equilibrium of a spillover while a coalition acts as one, with memory that is used again.
///
/// Who is at zero, who at its limit and who between is guessed, the equations of those between are solved, and all
/// who stand wrong are moved, until nobody does. The first guess is that everyone abates who would gain by it while
/// nobody does. What is found is held against the conditions of the equilibrium as they follow from the figures of
/// the game, not from the equations. Where guesses or digits run out, ``BoxedComplementarity`` goes on.
///
/// An answer depends on the coalition alone, to the last bit, not on what was asked before.
final class PartialAgreementSearch {
  private let game: SpilloverGame
  private let convention: WorthConvention
  private let count: Int
  /// Numbers in an equation: the slopes, and what they add up to.
  private let width: Int

  private let memory: UnsafeMutablePointer<Double>
  private let transport: UnsafeMutablePointer<Double>  // a row an emitter
  private let settling: UnsafeMutablePointer<Double>  // a row a receptor
  private let alone: UnsafeMutablePointer<Double>  // the equations of players alone
  private let equations: UnsafeMutablePointer<Double>  // of those between, taken apart in place
  private let limit: UnsafeMutablePointer<Double>
  private let slope: UnsafeMutablePointer<Double>
  private let deposition: UnsafeMutablePointer<Double>
  private let spared: UnsafeMutablePointer<Double>
  private let sparedRest: UnsafeMutablePointer<Double>
  /// What everybody does in the equilibrium that was found last.
  let actions: UnsafeMutablePointer<Double>
  private let free: UnsafeMutablePointer<Int>
  private let positions: UnsafeMutablePointer<BoxedComplementarity.Position>

  private let together: JointEquations
  private let rest: JointEquations?
  private var coalition = Coalition.empty

  /// Guesses made before the general search is asked. Two or three are the rule.
  private static let guesses = 12
  /// What counts as standing wrong, relative to what is weighed: far above rounding, far below ``tolerance``.
  private static let wrongWay = 1e-11
  /// How far what is found here may miss a condition, relative to its terms; more is left to the general search,
  /// which exchanges rows.
  private static let tolerance = 1e-10

  /// - Parameter isSweeping: whether many coalitions in the order of their masks will be asked for.
  init(_ game: SpilloverGame, outsiders convention: WorthConvention, isSweeping: Bool) {
    let count = game.players.count
    let width = count + 1
    let square = count * width
    self.game = game
    self.convention = convention
    self.count = count
    self.width = width
    memory = .allocate(capacity: 4 * square + 6 * width)
    memory.initialize(repeating: 0, count: 4 * square + 6 * width)
    transport = memory
    settling = memory + square
    alone = memory + 2 * square
    equations = memory + 3 * square
    limit = memory + 4 * square
    slope = limit + width
    deposition = slope + width
    spared = deposition + width
    sparedRest = spared + width
    actions = sparedRest + width
    free = .allocate(capacity: count)
    free.initialize(repeating: 0, count: count)
    positions = .allocate(capacity: count)
    positions.initialize(repeating: .atLower, count: count)
    for i in 0..<count {
      limit[i] = game.limit[i]
      slope[i] = game.abatementCost[i]
      for j in 0..<count {
        transport[i * count + j] = game.transport[i, j]
        settling[j * count + i] = game.transport[i, j]
      }
    }
    for i in 0..<count {
      let passed = game.transport[i, i]
      let weight = passed * game.quadraticDamage[i]
      for k in 0..<count { alone[i * width + k] = weight * game.transport[k, i] }
      alone[i * width + count] = passed * game.harmOfFirstUnit(at: i)
    }
    together = JointEquations(of: game, settling: settling, isSweeping: isSweeping)
    rest = convention == .delta ? JointEquations(of: game, settling: settling, isSweeping: isSweeping) : nil
  }

  deinit {
    memory.deallocate()
    free.deallocate()
    positions.deallocate()
  }

  /// Finds the equilibrium, to be read in ``actions``.
  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)`` when only rounding can have hidden it.
  func solve(agreeing coalition: Coalition) throws(DilemmaError) {
    self.coalition = coalition
    together.act(for: coalition)
    rest?.act(for: Coalition.grand(of: count).subtracting(coalition))
    for i in 0..<count { positions[i] = equation(of: i)[count] > 0 && upper(i) > 0 ? .between : .atLower }
    if isGuessed() { return }
    let found = try game.generalSolution(agreeing: coalition, outsiders: convention)
    for i in 0..<count { actions[i] = found[i] }
    settle()
  }

  /// What the members bear together in the equilibrium that was found.
  var jointCost: Double {
    var sum = 0.0
    for member in coalition { sum += cost(of: member) }
    return sum
  }

  /// What each player bears in the equilibrium that was found.
  func cost(of player: Int) -> Double {
    game.abatement(of: player, actions[player]) + game.damage(to: player, deposition[player])
  }

  /// Whether the equilibrium was shown to be the only one: because the game has no others, or because the slopes of
  /// its conditions, as they are or with each row divided by its diagonal and limits for units, are a positive definite
  /// form, or because their principal minors are positive.
  var isUnique: Bool {
    if game.isUniqueThroughout || isDefinite(dividing: false) || isDefinite(dividing: true) { return true }
    guard count <= BoxedComplementarity.mostMinors else { return false }
    var slopes = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for k in 0..<count { slopes.elements[i * count + k] = i == k ? diagonal(of: i) : equation(of: i)[k] }
    }
    // Each slope is a sum of terms of one sign, and so its rounding is in proportion to it.
    return slopes.hasPositivePrincipalMinors(within: Double(count + 4) * .ulpOfOne)
  }

  private func isDefinite(dividing isDividing: Bool) -> Bool {
    for i in 0..<count {
      let row = equation(of: i)
      let length = limit[i] > 0 ? limit[i] : 1
      let inverse = isDividing ? 1 / diagonal(of: i) / length / length : 1
      equations[i * count + i] = diagonal(of: i) * inverse
      for k in 0..<i { equations[k * count + i] += row[k] * inverse / 2 }
      for k in (i + 1)..<count { equations[i * count + k] = row[k] * inverse / 2 }
    }
    return isPositiveDefinite(equations, order: count)
  }

  private func diagonal(of player: Int) -> Double { slope[player] + equation(of: player)[player] }

  private func upper(_ player: Int) -> Double {
    convention == .alpha && !coalition.contains(player) ? 0 : limit[player]
  }

  /// What `player` acts for: how much less a unit of each one's abatement makes a unit of its own worth, and what
  /// that is worth while nobody abates.
  private func equation(of player: Int) -> UnsafeMutablePointer<Double> {
    if coalition.contains(player) { return together.total + player * width }
    if let rest { return rest.total + player * width }
    return alone + player * width
  }

  /// Follows the guesses to their end; false when that is not the equilibrium.
  private func isGuessed() -> Bool {
    for _ in 0..<Self.guesses {
      guard solveForFree() else { return false }
      settle()
      guard !isAnyMoved() else { continue }
      var isClipped = false
      for i in 0..<count where positions[i] == .between {
        let inside = min(max(actions[i], 0), upper(i))
        guard inside != actions[i] else { continue }
        actions[i] = inside
        isClipped = true
      }
      if isClipped { settle() }
      return isMet()
    }
    return false
  }

  /// What settles everywhere when all act as they do, and what a unit of abatement spares those it is made for.
  private func settle() {
    for j in 0..<count { deposition[j] = game.unabated[j] }
    for i in 0..<count where actions[i] != 0 {
      addMultiple(-actions[i], of: transport + i * count, to: deposition, count: count)
    }
    for i in 0..<count { spared[i] = 0 }
    for j in coalition { addMultiple(harmOfNextUnit(at: j), of: settling + j * count, to: spared, count: count) }
    let outsiders = Coalition.grand(of: count).subtracting(coalition)
    guard rest != nil else {
      for i in outsiders { spared[i] = transport[i * count + i] * harmOfNextUnit(at: i) }
      return
    }
    for i in 0..<count { sparedRest[i] = 0 }
    for j in outsiders { addMultiple(harmOfNextUnit(at: j), of: settling + j * count, to: sparedRest, count: count) }
    for i in outsiders { spared[i] = sparedRest[i] }
  }

  private func harmOfNextUnit(at player: Int) -> Double {
    game.linearDamage[player] + game.quadraticDamage[player] * deposition[player]
  }

  /// Moves all who stand wrong; false when nobody does.
  private func isAnyMoved() -> Bool {
    var isAny = false
    for i in 0..<count {
      let top = upper(i)
      let slack = Self.wrongWay * max(top, abs(actions[i]))
      switch positions[i] {
      case .between:
        guard actions[i] < -slack || actions[i] > top + slack else { continue }
        positions[i] = actions[i] < 0 ? .atLower : .atUpper
      case .atLower, .atUpper:
        let gain = positions[i] == .atLower ? spared[i] : slope[i] * actions[i] - spared[i]
        guard gain > Self.wrongWay * scale(of: i), top > 0 else { continue }
        positions[i] = .between
      }
      isAny = true
    }
    return isAny
  }

  /// The size of what is weighed in the condition of `player`.
  private func scale(of player: Int) -> Double { slope[player] * abs(actions[player]) + equation(of: player)[count] }

  /// The check every answer passes: within bounds, a unit more costs no less than it spares unless at the limit, and
  /// a unit less spares no less than it costs unless at zero.
  private func isMet() -> Bool {
    for i in 0..<count {
      let top = upper(i)
      let excess = slope[i] * actions[i] - spared[i]
      let slack = Self.tolerance * scale(of: i)
      guard actions[i] >= 0, actions[i] <= top else { return false }
      if !(excess <= slack) && actions[i] > 0 { return false }
      if !(excess >= -slack) && actions[i] < top { return false }
    }
    return true
  }

  /// Puts all at a bound there and solves the equations of the others; false when they have no safe solution.
  private func solveForFree() -> Bool {
    var order = 0
    for i in 0..<count {
      switch positions[i] {
      case .atLower: actions[i] = 0
      case .atUpper: actions[i] = upper(i)
      case .between:
        free[order] = i
        order += 1
      }
    }
    let width = order + 1
    for row in 0..<order {
      let i = free[row]
      let from = equation(of: i)
      let to = equations + row * width
      if order == count {
        to.update(from: from, count: width)
      } else {
        var right = from[count]
        for k in 0..<count where positions[k] == .atUpper { right -= from[k] * actions[k] }
        for column in 0..<order { to[column] = from[free[column]] }
        to[order] = right
      }
      to[row] += slope[i]
    }
    guard eliminate(equations, order: order) else { return false }
    for row in 0..<order { actions[free[row]] = equations[row * width + order] }
    return true
  }
}
