import CollectiveAction

/// The Shapley–Shubik index of a simple game given by its table: ``shapleyValue(of:)`` where coalitions win or lose.
///
/// - Parameter game: a surplus game of 1 to 26 players whose worths are 0 and 1, in which no coalition loses by
///   another member and all together win.
/// - Throws: ``SharingError/notWinOrLose(coalition:worth:)`` or ``SharingError/losesByAMember(winners:member:)`` when
///   the game is not simple.
/// - Complexity: O(n 2ⁿ) for n players.
///
/// Source: Shapley & Shubik (1954), Am. Polit. Sci. Rev. 48, 787–792.
public func shapleyShubikIndex(of game: CoalitionGame) throws(SharingError) -> Allocation {
  try checkSimple(game)
  return shapleyValue(of: game)
}

/// The index of Deegan and Packel of a simple game: every minimal winning coalition is as likely as every other, and
/// its members share the prize equally.
///
/// - Parameter game: as for ``shapleyShubikIndex(of:)``.
/// - Throws: as ``shapleyShubikIndex(of:)``.
/// - Complexity: O(n 2ⁿ) for n players.
///
/// Source: Deegan & Packel (1978), Int. J. Game Theory 7, 113–123.
public func deeganPackelIndex(of game: CoalitionGame) throws(SharingError) -> Allocation {
  let minimal = try minimalWinningCoalitions(of: game)
  var shares = [Double](repeating: 0, count: game.playerCount)
  // Whole numbers of coalitions by size first: which order they come in changes nothing.
  for size in 1...game.playerCount {
    var memberships = [Int](repeating: 0, count: game.playerCount)
    for coalition in minimal where coalition.count == size {
      for player in coalition { memberships[player] += 1 }
    }
    for player in shares.indices { shares[player] += Double(memberships[player]) / Double(size * minimal.count) }
  }
  return Allocation(players: game.players, shares: shares)
}

/// The public good index of a simple game: in how many minimal winning coalitions a player is, as a share of all
/// memberships.
///
/// - Parameter game: as for ``shapleyShubikIndex(of:)``.
/// - Throws: as ``shapleyShubikIndex(of:)``.
/// - Complexity: O(n 2ⁿ) for n players.
///
/// Source: Holler (1982), Political Studies 30, 262–271; Holler & Packel (1983), Z. Nationalökon. 43, 21–29.
public func publicGoodIndex(of game: CoalitionGame) throws(SharingError) -> Allocation {
  var memberships = [Int](repeating: 0, count: game.playerCount)
  for coalition in try minimalWinningCoalitions(of: game) {
    for player in coalition { memberships[player] += 1 }
  }
  let sum = Double(memberships.reduce(0, +))
  return Allocation(players: game.players, shares: memberships.map { Double($0) / sum })
}

/// The coalitions that win and lose without any one of their members, in the order of the table.
///
/// - Parameter game: as for ``shapleyShubikIndex(of:)``.
/// - Throws: as ``shapleyShubikIndex(of:)``.
public func minimalWinningCoalitions(of game: CoalitionGame) throws(SharingError) -> [Coalition] {
  try checkSimple(game)
  return game.coalitions.filter { coalition in
    game[coalition] == 1 && coalition.allSatisfy { game[coalition.removing($0)] == 0 }
  }
}

/// Refuses a game that is not simple.
private func checkSimple(_ game: CoalitionGame) throws(SharingError) {
  let all = game.grandCoalition
  guard game.kind == .surplus, game[all] == 1 else {
    throw game.kind == .cost ? .costsAreNoVotes : .notWinOrLose(coalition: game.players, worth: game[all])
  }
  for coalition in game.coalitions {
    let worth = game[coalition]
    guard worth == 0 || worth == 1 else {
      throw .notWinOrLose(coalition: game.names(of: coalition), worth: worth)
    }
    guard worth == 1 else { continue }
    for player in all.subtracting(coalition) where game[coalition.adding(player)] == 0 {
      throw .losesByAMember(winners: game.names(of: coalition), member: game.players[player])
    }
  }
}
