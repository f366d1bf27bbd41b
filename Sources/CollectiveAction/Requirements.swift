/// Refuses a list of players that is empty, too long, or names one twice.
func requirePlayers(_ players: [String], atMost most: Int) throws(DilemmaError) {
  guard (1...most).contains(players.count) else {
    throw .invalid("a problem has 1 to \(most) players, not \(players.count)")
  }
  var seen = Set<String>()
  for name in players where !seen.insert(name).inserted {
    throw .invalid("two players are called '\(name)'; give each a name of its own")
  }
}

/// Refuses a list that has not one figure a player, or one that is not finite or below zero.
func requireFigures(_ figures: [Double], called what: String, of players: [String]) throws(DilemmaError) {
  guard figures.count == players.count else {
    throw .invalid("\(figures.count) figures of \(what) for \(players.count) players; give one each")
  }
  for (name, figure) in zip(players, figures) where !(figure.isFinite && figure >= 0) {
    throw .invalid("the \(what) of '\(name)' is \(figure); give a finite number, 0 or more")
  }
}

extension CoalitionGame {
  /// A game from a table worked out for players that were found valid; a worth may have overflowed.
  init(players: [String], kind: Kind, ofTable worths: [Double]) throws(DilemmaError) {
    do {
      try self.init(players: players, kind: kind, worths: worths)
    } catch {
      throw .invalid(error.description)
    }
  }
}
