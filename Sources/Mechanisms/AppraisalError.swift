import CollectiveAction

/// Why mechanisms cannot be appraised in a dilemma.
public enum AppraisalError: Error, Equatable, Sendable, CustomStringConvertible {
  case playerCount(Int)
  case dilemma(DilemmaError)
  case game(CoalitionGameError)
  case circumstance(CircumstanceError)
  case sensitivityCount(given: Int, needed: Int)
  case weightCount(given: Int, needed: Int)
  case commonPartnersCount(given: Int, needed: Int)
  case nothingToRank
  /// A mandate names somebody who is no player; the nearest who is, if any is near.
  case unknownPlayer(String, nearest: String?)

  public var description: String {
    switch self {
    case .playerCount(let count):
      "\(count) players; an agreement needs 2 to 63"
    case .dilemma(let error): error.description
    case .game(let error): error.description
    case .circumstance(let error): error.description
    case .sensitivityCount(let given, let needed):
      "\(given) autonomy sensitivities for \(needed) players; give one a player, in the players' order"
    case .weightCount(let given, let needed):
      "\(given) bargaining weights for \(needed) players; give one a player, in the players' order"
    case .commonPartnersCount(let given, let needed):
      "common partners of \(given) players in a dilemma of \(needed); give one row and column a player"
    case .unknownPlayer(let name, let nearest):
      "a mandate names '\(name)', who is no player here"
        + (nearest.map { "; did you mean '\($0)'?" } ?? "; name players of the dilemma")
    case .nothingToRank:
      "no mechanism was appraised; give at least one"
    }
  }
}
