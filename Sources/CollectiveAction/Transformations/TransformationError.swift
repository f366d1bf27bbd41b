/// Why a game cannot be turned into another.
public enum TransformationError: Error, Equatable, Sendable, CustomStringConvertible {
  case nobody
  case unknownPlayers([Int], playerCount: Int)
  case notAPair(Coalition)
  case inTwoUnions(player: String)
  case inNoUnion(player: String)
  case emptyUnion(index: Int)
  case nameCount(given: Int, needed: Int)
  case repeatedName(String)
  case amountCount(given: Int, needed: Int)
  case notFinite(place: String)
  case unusableFactor(Double)
  case notAnOrder([Int])
  case tooLarge([String])

  public var description: String {
    switch self {
    case .nobody:
      "a game needs a player; name at least one to keep"
    case .unknownPlayers(let indices, let count):
      "no player has the number \(indices.map(String.init).joined(separator: ", ")); "
        + "they are numbered from 0 to \(count - 1)"
    case .notAPair(let link):
      "a link joins two players, not \(link.count); give \(link) as pairs"
    case .inTwoUnions(let player):
      "'\(player)' is in two unions; leave it in one"
    case .inNoUnion(let player):
      "'\(player)' is in no union; give it one, if need be of its own"
    case .emptyUnion(let index):
      "union \(index + 1) has no members; leave it out"
    case .nameCount(let given, let needed):
      "\(given) names for \(needed) unions; give one each"
    case .repeatedName(let name):
      "two unions are called '\(name)'; name them apart"
    case .amountCount(let given, let needed):
      "\(given) amounts for \(needed) players; give one each"
    case .notFinite(let place):
      "\(place) is not a finite number"
    case .unusableFactor(let factor):
      "worths cannot be rescaled by \(factor); give a finite factor above zero"
    case .notAnOrder(let order):
      "\(order) is not an order of the players; name every index once"
    case .tooLarge(let names):
      "the worth of {\(names.joined(separator: ", "))} is beyond all numbers; give the figures in a larger unit"
    }
  }
}

extension CoalitionGame {
  /// A game of the same players with another table.
  func replacing(kind: Kind, worths: [Double]) throws(TransformationError) -> CoalitionGame {
    try CoalitionGame(transformed: players, kind: kind, worths: worths)
  }

  /// A game whose names and number of worths are known to be right.
  init(transformed players: [String], kind: Kind, worths: [Double]) throws(TransformationError) {
    do {
      try self.init(players: players, kind: kind, worths: worths)
    } catch {
      switch error {
      case .notFinite(let names), .tooLarge(let names): throw .tooLarge(names)
      case .repeatedPlayer(let name): throw .repeatedName(name)
      default: preconditionFailure("a transformed table is complete: \(error)")
      }
    }
  }
}
