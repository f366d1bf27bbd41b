import CollectiveAction
import Mathematics

/// A game as somebody else would write it down: what each may do, and what everyone then bears. It knows payoffs alone, no
/// slope and no equilibrium, and looks for better actions by trying.
struct RestatedGame {
  /// Anything between two ends.
  var ranges: [ClosedRange<Double>]
  /// What everyone bears.
  var costs: ([Double]) -> [Double]

  private func joint(_ group: [Int], _ actions: [Double]) -> Double {
    let costs = costs(actions)
    return group.reduce(0) { $0 + costs[$1] }
  }

  /// How much less `player` could bear, the others doing what they do.
  ///
  /// Forty steps of its range, then the two beside the best are narrowed by golden section: fifty of its steps leave 10⁻¹⁰
  /// of them, and of a payoff that is smooth there 10⁻²⁰.
  func gain(of player: Int, in actions: [Double]) -> Double {
    let range = ranges[player]
    let width = range.upperBound - range.lowerBound
    var point = actions
    func cost(_ action: Double) -> Double {
      point[player] = action
      return costs(point)[player]
    }
    let steps = (0...40).map { range.lowerBound + width * Double($0) / 40 }
    let values = steps.map(cost)
    let best = steps.indices.min { values[$0] < values[$1] } ?? 0
    var (low, high) = (steps[max(0, best - 1)], steps[min(40, best + 1)])
    let golden = (5.0.squareRoot() - 1) / 2
    var (left, right) = (high - golden * (high - low), low + golden * (high - low))
    var (leftValue, rightValue) = (cost(left), cost(right))
    for _ in 0..<50 {
      if leftValue <= rightValue {
        (high, right, rightValue) = (right, left, leftValue)
        left = high - golden * (high - low)
        leftValue = cost(left)
      } else {
        (low, left, leftValue) = (left, right, rightValue)
        right = low + golden * (high - low)
        rightValue = cost(right)
      }
    }
    return costs(actions)[player] - min(values[best], leftValue, rightValue)
  }

  /// How much less `group` could bear together, the others doing what they do.
  ///
  /// From where it stands, from every corner of its ranges and from points drawn at random, one member after another moves to
  /// the best of the two ends and the top of the parabola through both and the middle (exact for the quadratic payoffs of all
  /// families restated here), until a round brings nothing.
  func gain(of group: [Int], in actions: [Double], using chance: inout RandomStream) -> Double {
    var starts = [actions]
    for mask in 0..<(1 << group.count) {
      var corner = actions
      for (place, player) in group.enumerated() {
        corner[player] = mask >> place & 1 == 1 ? ranges[player].upperBound : ranges[player].lowerBound
      }
      starts.append(corner)
    }
    for _ in 0..<4 {
      var drawn = actions
      for player in group { drawn[player] = .random(in: ranges[player], using: &chance) }
      starts.append(drawn)
    }
    let now = joint(group, actions)
    let best = starts.reduce(now) { min($0, descent(of: group, from: $1).value) }
    return now - best
  }

  /// Where `group` comes to when one member after another does its best for all of them, and what they then bear together.
  func descent(of group: [Int], from start: [Double]) -> (point: [Double], value: Double) {
    var point = start
    var value = joint(group, point)
    for _ in 0..<60 {
      let before = value
      for player in group {
        let (low, high) = (ranges[player].lowerBound, ranges[player].upperBound)
        let middle = (low + high) / 2
        let kept = point[player]
        var tried: [(action: Double, value: Double)] = []
        for action in [low, middle, high] {
          point[player] = action
          tried.append((action, joint(group, point)))
        }
        let bend = tried[0].value - 2 * tried[1].value + tried[2].value
        if bend > 0 {
          let top = middle - (tried[2].value - tried[0].value) / (2 * bend) * (high - low) / 2
          point[player] = min(max(top, low), high)
          tried.append((point[player], joint(group, point)))
        }
        let best = tried.min { $0.value < $1.value }
        if let best, best.value < value {
          (point[player], value) = (best.action, best.value)
        } else {
          point[player] = kept
        }
      }
      if before - value <= 1e-12 * (1 + abs(value)) { break }
    }
    return (point, value)
  }

  /// What is wrong with `outcome` as an equilibrium in which `coalition` acts as one and every other player alone; nothing if
  /// it is one.
  ///
  /// - Parameter tolerance: what may be gained, for each unit of the size of the costs.
  func faults(
    of outcome: Outcome, agreeing coalition: Coalition, within tolerance: Double, using chance: inout RandomStream
  ) -> [String] {
    var faults: [String] = []
    let borne = costs(outcome.actions)
    let size = borne.reduce(1) { $0 + abs($1) }
    for (player, action) in outcome.actions.enumerated() {
      // Ends of ranges are worked out by other steps than the solver's.
      let slack = 1e-9 * (ranges[player].upperBound - ranges[player].lowerBound)
      if action < ranges[player].lowerBound - slack || action > ranges[player].upperBound + slack {
        faults.append("\(player) does \(action), outside \(ranges[player])")
      }
      if abs(borne[player] - outcome.costs[player]) > tolerance * size {
        faults.append("\(player) bears \(borne[player]), not \(outcome.costs[player])")
      }
      if !coalition.contains(player) || coalition.count == 1 {
        let gain = gain(of: player, in: outcome.actions)
        if gain > tolerance * size { faults.append("\(player) gains \(gain) by doing something else") }
      }
    }
    if coalition.count > 1 {
      let gain = gain(of: Array(coalition), in: outcome.actions, using: &chance)
      if gain > tolerance * size { faults.append("\(coalition) gains \(gain) together") }
    }
    return faults
  }

  /// What is wrong with any equilibrium that `dilemma` tells for any coalition, one by one, all, and in the table.
  ///
  /// Coalitions for which it says that there is none are left out, and counted.
  func faults<Game: Dilemma>(
    in dilemma: Game, within tolerance: Double = 1e-9, using chance: inout RandomStream
  ) throws -> (faults: [String], checked: Int, unsolved: Int) {
    var (faults, checked, unsolved) = ([String](), 0, 0)
    let count = dilemma.players.count
    for mask in 0..<(UInt64(1) << UInt64(count)) {
      let coalition = Coalition(mask: mask)
      let names = coalition.map { dilemma.players[$0] }
      do throws(DilemmaError) {
        let outcome = try dilemma.outcome(agreeing: coalition)
        let all = try dilemma.equilibria(agreeing: coalition)
        var different = [outcome]
        for other in all.outcomes where !different.contains(other) { different.append(other) }
        if outcome.isUnique, all.outcomes.count > 1 || !all.isComplete {
          faults.append("\(names): unique, yet \(all.outcomes.count) equilibria, complete: \(all.isComplete)")
        }
        for found in different {
          checked += 1
          faults += self.faults(of: found, agreeing: coalition, within: tolerance, using: &chance).map {
            "\(names): \($0)"
          }
        }
      } catch {
        guard case .noEquilibrium = error else { throw error }
        unsolved += 1
      }
    }
    if unsolved == 0 {
      let table = try dilemma.allOutcomes()
      for mask in 0..<(UInt64(1) << UInt64(count)) {
        let coalition = Coalition(mask: mask)
        if try table[coalition] != dilemma.outcome(agreeing: coalition) { faults.append("\(coalition): another table") }
      }
    }
    return (faults, checked, unsolved)
  }
}
