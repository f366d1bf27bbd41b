import Mathematics

/// A draw of profiles by a mediator that tells each player only its own part, and that all are content to follow.
public struct CorrelatedEquilibrium: Sendable, Equatable {
  /// The probability of each profile, by its number.
  public let probabilities: [Double]
  /// What each player gains on average.
  public let payoffs: [Double]

  /// The profiles that may be drawn, with their probabilities.
  public var draws: [(profile: Int, probability: Double)] {
    probabilities.enumerated().filter { $1 > 0 }.map { (profile: $0, probability: $1) }
  }
}

extension NormalFormGame {
  /// The most profiles for which a correlated equilibrium is looked for.
  public static let mostCorrelatedProfiles = 4096

  /// The correlated equilibrium in which `coalition` gains most together; for all players the one with the greatest
  /// total, for a single one the best for it.
  ///
  ///     // Chicken, as Aumann has it: (6, 6), (2, 7), (7, 2), (0, 0).
  ///     try chicken.bestCorrelatedEquilibrium(for: .grand(of: 2)).payoffs  // [5.25, 5.25]
  ///
  /// - Returns: probabilities that passed the check: no player told its part gains by doing something else.
  /// - Throws: ``DilemmaError/invalid(_:)`` beyond ``mostCorrelatedProfiles`` profiles, or when no answer passed the
  ///   check.
  /// - Complexity: a linear program with a column a profile and Σ kᵢ(kᵢ − 1) + 1 rows.
  ///
  /// Source: Aumann (1974), J. Math. Econ. 1, 67–96; (1987), Econometrica 55, 1–18.
  public func bestCorrelatedEquilibrium(for coalition: Coalition) throws(DilemmaError) -> CorrelatedEquilibrium {
    precondition(
      !coalition.isEmpty && coalition.isSubset(of: .grand(of: players.count)),
      "an equilibrium is the best for some of the game's players")
    let totals = (0..<profileCount).map { totalPayoff(of: coalition, in: $0) }
    return try bestCorrelatedEquilibrium(gaining: totals)
  }

  /// The correlated equilibrium with the greatest average of `values`, one number a profile.
  public func bestCorrelatedEquilibrium(gaining values: [Double]) throws(DilemmaError) -> CorrelatedEquilibrium {
    precondition(values.count == profileCount, "a value for each profile")
    guard profileCount <= Self.mostCorrelatedProfiles else {
      throw .invalid(
        "a correlated equilibrium of \(profileCount) profiles; it is looked for among at most "
          + "\(Self.mostCorrelatedProfiles), strike out dominated actions first")
    }
    var rows: [Double] = []
    for player in players.indices {
      let own = table.gains[player]
      let range = table.range(of: player)
      for told in actions[player].indices {
        for other in actions[player].indices where other != told {
          // What is lost by doing `other` when told `told`, over the range: at least nothing on average.
          rows += (0..<profileCount).map { profile in
            guard table.action(of: player, in: profile) == told, range > 0 else { return 0 }
            return (own[profile] - own[table.profile(profile, with: player, doing: other)]) / range
          }
        }
      }
    }
    let incentives = rows.count / profileCount
    rows += [Double](repeating: 1, count: profileCount)
    let largest = values.reduce(0) { max($0, abs($1)) }
    let solution: LinearProgram.Solution
    do {
      solution = try LinearProgram(
        objective: values.map { largest > 0 ? -$0 / largest : 0 },
        rows: Matrix(rows: incentives + 1, columns: profileCount, elements: rows),
        relations: [LinearProgram.Relation](repeating: .atLeast, count: incentives) + [.equal],
        bounds: [Double](repeating: 0, count: incentives) + [1]
      ).solution()
    } catch {
      throw .invalid("no correlated equilibrium passed the check: \(error.description)")
    }
    let sum = solution.values.reduce(0, +)
    let probabilities = solution.values.map { $0 / sum }
    guard correlationRegret(of: probabilities) <= 1e-8 else {
      throw .invalid("no correlated equilibrium passed the check; the payoffs differ too much in size")
    }
    return CorrelatedEquilibrium(
      probabilities: probabilities,
      payoffs: table.gains.map { own in zip(own, probabilities).reduce(0) { $0 + $1.0 * $1.1 } })
  }

  /// The most that a player, told its part of a profile drawn with these probabilities, can gain on average by another
  /// rule than to do it, over the range of its payoffs; zero in a correlated equilibrium.
  public func correlationRegret(of probabilities: [Double]) -> Double {
    precondition(probabilities.count == profileCount, "a probability for each profile")
    var most = 0.0
    for player in players.indices {
      let own = table.gains[player]
      let range = table.range(of: player)
      guard range > 0 else { continue }
      let count = actions[player].count
      var gains = [Double](repeating: 0, count: count * count)
      for (profile, probability) in probabilities.enumerated() where probability != 0 {
        let told = table.action(of: player, in: profile)
        for other in 0..<count {
          let gain = own[table.profile(profile, with: player, doing: other)] - own[profile]
          gains[told * count + other] += probability * gain
        }
      }
      for gain in gains { most = max(most, gain / range) }
    }
    return most
  }
}
