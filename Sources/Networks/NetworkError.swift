/// Why a network cannot be built from what was given.
public enum NetworkError: Error, Equatable, Sendable, CustomStringConvertible {
  case noPlayers
  case repeatedPlayer(String)
  case unknownPlayer(String)
  case sameEnds(String)
  case size(rows: Int, columns: Int, players: Int)
  case notFinite(from: String, to: String)
  case negative(from: String, to: String, Double)
  case outOfRange(String, Double, resource: String)
  case sharesAboveOne(player: String, resource: String, total: Double)
  case distance(from: String, to: String, Double)
  case count(given: Int, players: Int)
  case outsideOption(of: String, Double)
  case nothingToDivide(gain: Double, apart: Double)

  public var description: String {
    switch self {
    case .noPlayers: "a network needs at least one player"
    case .repeatedPlayer(let name): "two players are called '\(name)'; give each a name of its own"
    case .unknownPlayer(let name): "no player is called '\(name)'; add it, or correct the name"
    case .sameEnds(let name): "'\(name)' is tied to itself; name two different players"
    case .size(let rows, let columns, let players):
      "a matrix of \(rows) rows and \(columns) columns; \(players) players need one row and one column each"
    case .notFinite(let from, let to): "the number from '\(from)' to '\(to)' is not finite; give a finite one"
    case .negative(let from, let to, let value):
      "the tie from '\(from)' to '\(to)' weighs \(value); give 0 or more"
    case .outOfRange(let name, let value, let resource):
      "the \(name) of '\(resource)' is \(value); give a number from 0 to 1"
    case .sharesAboveOne(let player, let resource, let total):
      "'\(player)' gets \(total) times its '\(resource)' from others; its shares must add up to at most 1"
    case .distance(let from, let to, let value):
      "the distance from '\(from)' to '\(to)' is \(value); give 0 or more"
    case .count(let given, let players):
      "\(given) outside options for \(players) players; give one each"
    case .outsideOption(let name, let value):
      "the outside option of '\(name)' is \(value); give a finite number"
    case .nothingToDivide(let gain, let apart):
      "a deal brings \(gain) and the players have \(apart) without it; a deal must bring as much at least"
    }
  }
}

/// Refuses an empty list of names and repeated ones.
func checkNames(_ players: [String]) throws(NetworkError) {
  guard !players.isEmpty else { throw .noPlayers }
  var seen = Set<String>()
  for name in players where !seen.insert(name).inserted { throw .repeatedPlayer(name) }
}
