import CollectiveAction
import Mathematics

/// How what different coalitions miss is compared.
public enum ExcessMeasure: String, Sendable, Codable, CaseIterable {
  /// As it is: a krona is a krona.
  case total
  /// For each member: a coalition of ten may miss ten times as much as one player.
  case perCapita
  /// For each krona of the coalition's own cost, or surplus.
  case proportional

  /// What the coalition's excess is divided by in `game`; zero for a coalition that has nothing to be proportional to.
  public func weight(of coalition: Coalition, in game: CoalitionGame) -> Rational {
    switch self {
    case .total: 1
    case .perCapita: Rational(coalition.count)
    case .proportional: Rational(decimal: game[coalition]).magnitude
    }
  }
}
