import Mathematics

/// How what one does changes what pays for another.
public enum Interaction: String, Sendable, Codable, CaseIterable {
  /// The more the other does, the more pays: each spurs the other on.
  case complements
  /// The more the other does, the less pays: each leaves it to the other.
  case substitutes
  /// What pays does not depend on the other.
  case independent
  /// Complements for some, substitutes for others.
  case mixed
}

extension CompetitionGame {
  /// How what `other` does changes what pays for `player`.
  public func interaction(of player: Int, with other: Int) -> Interaction {
    let count = players.count
    let slope = curvatures[(player * count + player) * count + other]
    return player == other || slope == 0 ? .independent : slope > 0 ? .complements : .substitutes
  }

  /// How what others do changes what pays, over all pairs; `independent` pairs do not count beside others.
  ///
  /// With complements everywhere the equilibria include a least and a greatest one, in every player's action
  /// (Topkis 1979, SIAM J. Control Optim. 17, 773–787).
  public var nature: Interaction {
    var found: Interaction?
    for player in players.indices {
      for other in players.indices {
        let pair = interaction(of: player, with: other)
        guard pair != .independent else { continue }
        if let found, found != pair { return .mixed }
        found = pair
      }
    }
    return found ?? .independent
  }

  /// One function whose rise along each player's action is that of the player's own payoff; none where there is none.
  ///
  /// It exists exactly when any two players' actions change each other's yield alike. Its maximum over the box is
  /// then an equilibrium. Source: Monderer & Shapley (1996), Games Econ. Behav. 14, 124–143.
  public var potential: QuadraticPayoff? {
    let count = players.count
    var curvature = payoff(of: 0).curvature
    var slope: [Double] = []
    for i in 0..<count {
      slope.append(slopes[i * count + i])
      for k in 0..<count { curvature[i, k] = curvatures[(i * count + i) * count + k] }
    }
    for i in 0..<count {
      for k in 0..<i {
        // 10⁻¹²: entries that are equal on paper may have been computed in two ways.
        let size = max(abs(curvature[i, k]), abs(curvature[k, i]))
        guard abs(curvature[i, k] - curvature[k, i]) <= 1e-12 * size else { return nil }
      }
    }
    return QuadraticPayoff(curvature: curvature, slope: slope)
  }
}
