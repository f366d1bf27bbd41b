/// The twelve games that two equal players with two actions can be in when no two of a player's payoffs are equal.
///
/// With R when both cooperate, P when neither does, T for the one that alone does not and S for the one that alone
/// does. Cooperating is the action that both would rather see both take, so R > P.
///
/// Source: Robinson & Goforth (2005), The topology of the 2×2 games; names as in Bruns (2015), Games 6, 495–520; after
/// Rapoport & Guyer (1966), General Systems 11, 203–214.
public enum OrdinalKind: String, Sendable, Codable, CaseIterable {
  /// T > R > P > S.
  case prisonersDilemma
  /// T > R > S > P.
  case chicken
  /// T > S > R > P: battle of the sexes in which the one that moves first gains most (Rapoport's leader).
  case battle
  /// S > T > R > P: battle of the sexes in which the one that moves first serves the other more.
  case hero
  /// S > R > T > P.
  case compromise
  /// S > R > P > T.
  case deadlock
  /// R > T > P > S.
  case stagHunt
  /// R > P > T > S.
  case assurance
  /// R > P > S > T.
  case coordination
  /// R > S > P > T.
  case peace
  /// R > S > T > P.
  case harmony
  /// R > T > S > P.
  case concord

  /// The payoffs from the best to the worst: 0 for T, 1 for R, 2 for P, 3 for S.
  private var order: [Int] {
    switch self {
    case .prisonersDilemma: [0, 1, 2, 3]
    case .chicken: [0, 1, 3, 2]
    case .battle: [0, 3, 1, 2]
    case .hero: [3, 0, 1, 2]
    case .compromise: [3, 1, 0, 2]
    case .deadlock: [3, 1, 2, 0]
    case .stagHunt: [1, 0, 2, 3]
    case .assurance: [1, 2, 0, 3]
    case .coordination: [1, 2, 3, 0]
    case .peace: [1, 3, 2, 0]
    case .harmony: [1, 3, 0, 2]
    case .concord: [1, 0, 3, 2]
    }
  }

  /// Every kind whose order these payoffs do not contradict: one if all differ, those on both sides of each tie
  /// otherwise. Deadlock and compromise have the names of the actions turned round, since R is to exceed P.
  ///
  /// - Parameters:
  ///   - temptation: T, for the one that alone does not cooperate.
  ///   - reward: R, when both cooperate.
  ///   - punishment: P, when neither does.
  ///   - sucker: S, for the one that alone cooperates.
  public static func kinds(temptation: Double, reward: Double, punishment: Double, sucker: Double) -> [OrdinalKind] {
    // Seen with the names turned round, R and P change places, and T and S.
    let views = [[temptation, reward, punishment, sucker], [sucker, punishment, reward, temptation]]
    return allCases.filter { kind in
      views.contains { payoffs in
        zip(kind.order, kind.order.dropFirst()).allSatisfy { payoffs[$0] >= payoffs[$1] }
      }
    }
  }
}

extension NormalFormGame {
  /// Which of the symmetric games of two players with two actions this is, by the order of payoffs alone.
  ///
  /// - Returns: one kind where all payoffs of a player differ; the kinds on both sides of a tie where some are equal;
  ///   none if the game is larger, or the players rank the profiles differently however actions are named.
  public var ordinalKinds: [OrdinalKind] {
    guard players.count == 2, profileCount == 4, actions[0].count == 2 else { return [] }
    // The second player's actions may be named the other way round.
    for turned in [0, 1] {
      // Of the one that takes `own` while the other takes `other`.
      let first = { (own: Int, other: Int) in self.payoff(of: 0, in: own + 2 * (other ^ turned)) }
      let second = { (own: Int, other: Int) in self.payoff(of: 1, in: other + 2 * (own ^ turned)) }
      let cells = [(0, 0), (0, 1), (1, 0), (1, 1)]
      let isSameOrder = cells.allSatisfy { left in
        cells.allSatisfy { right in
          (first(left.0, left.1) < first(right.0, right.1)) == (second(left.0, left.1) < second(right.0, right.1))
        }
      }
      guard isSameOrder else { continue }
      return OrdinalKind.kinds(
        temptation: first(1, 0), reward: first(0, 0), punishment: first(1, 1), sucker: first(0, 1))
    }
    return []
  }
}
