import CollectiveAction

/// What is wrong with the figures a structured game is made of, and what to do about it.
public enum StructuredGameError: Error, Equatable, Sendable {
  /// A game needs somebody.
  case nobody
  /// Two players have one name.
  case repeatedPlayer(String)
  /// One figure a player.
  case figureCount(of: String, given: Int, needed: Int)
  /// A figure of this player, or place, is negative or not a number.
  case wrongFigure(of: String, at: String, figure: Double)
  /// There is no table of the game.
  case noTable(CoalitionGameError)
  /// A vote can be won by nobody, or by nothing.
  case quotaOutOfRange(quota: Int, total: Int)
  /// A voter has fewer than no votes.
  case negativeVotes(voter: String, votes: Int)
  /// A rule about votes needs a quota.
  case noCriterion
  /// Fewer than one, or more than all, must stand outside to block.
  case blockersOutOfRange(Int, voters: Int)
  /// The sums of figures to tell apart are too many for an exact count.
  case tooManySums(Double, limit: Double)
  /// Whole numbers of swings have room for so many voters.
  case tooManyVotersToCount(Int, limit: Int)
  /// Minimal winning coalitions are counted under one quota only.
  case severalCriteria
  /// Orders of arrival can be counted for so many claimants.
  case tooManyClaimants(Int, limit: Int)
  /// There is more to divide than is claimed.
  case estateAboveClaims(estate: Double, claims: Double)
  /// A tie, arc or edge names somebody who is not there.
  case unknownPlace(Int, count: Int)
  /// A flow that ends where it begins is none.
  case sourceIsSink(Int)
  /// A single player has nobody to leave.
  case nobodyToLeave
  /// These players have no connection to the source.
  case disconnected([String])
  /// A parent comes after its child, or is the child.
  case parentNotBefore(String)
  /// The coefficients' rows are not one for each player, symmetric and with nothing on the diagonal.
  case notPairwise(String, String)
  /// A step of a benefit is steeper than the one before it.
  case benefitNotConcave(String)
  /// With harmful pairs the core asks for a search of all coalitions, which ends at `limit` players.
  case harmfulPairs(players: Int, limit: Int)
  /// The average of what a player adds is below its worth alone, so the closed form is no imputation.
  case aloneBetter(player: String, amount: Double)
}

extension StructuredGameError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nobody:
      "there is nobody to divide anything; name at least one"
    case .repeatedPlayer(let name):
      "two players are called '\(name)'; give each a name of its own"
    case .figureCount(let figure, let given, let needed):
      "\(given) \(figure) where \(needed) are needed; give one for each, in order"
    case .wrongFigure(let figure, let place, let value):
      "the \(figure) of '\(place)' is \(decimal(value)); give a number from zero up"
    case .noTable(let error):
      "\(error)"
    case .quotaOutOfRange(let quota, let total):
      "a quota of \(quota) with \(total) votes in all; give one between 1 and \(total)"
    case .negativeVotes(let voter, let votes):
      "'\(voter)' has \(votes) votes; give a whole number from zero up"
    case .noCriterion:
      "nothing says which coalitions win; give at least one quota"
    case .blockersOutOfRange(let blockers, let voters):
      "\(blockers) voters to block among \(voters); give a number between 1 and \(voters)"
    case .tooManySums(let sums, let limit):
      "\(decimal(sums)) different sums are too many to tell apart, more than \(decimal(limit)); "
        + "count in a larger unit"
    case .tooManyVotersToCount(let voters, let limit):
      "swings of \(voters) voters have no room in whole numbers, only those of up to \(limit); use power(), which "
        + "reckons with their probabilities"
    case .severalCriteria:
      "minimal winning coalitions are counted under a single quota; for up to 26 voters use the indices of the table"
    case .tooManyClaimants(let count, let limit):
      "the orders of \(count) claimants are too many to count; group them into at most \(limit), or use another rule"
    case .estateAboveClaims(let estate, let claims):
      "an estate of \(decimal(estate)) is more than all claims, \(decimal(claims)); "
        + "pay the claims in full and divide the rest as a gain"
    case .unknownPlace(let index, let count):
      "there is no place \(index); use 0 to \(count - 1)"
    case .sourceIsSink(let node):
      "node \(node) is both the source and the sink; name two nodes"
    case .nobodyToLeave:
      "a single player has nobody to leave; name at least two"
    case .disconnected(let names):
      "no path leads from the source to \(names.joined(separator: ", ")); add a connection, or leave them out"
    case .parentNotBefore(let name):
      "'\(name)' hangs from a place that does not come before it; list every place after the one it hangs from"
    case .notPairwise(let one, let other):
      "the spillover between '\(one)' and '\(other)' is not one finite number both ways; "
        + "give a symmetric table, zero on its diagonal"
    case .benefitNotConcave(let name):
      "a later unit of water is worth more to '\(name)' than an earlier one; list steps from the most valuable down"
    case .harmfulPairs(let players, let limit):
      "with spillovers below zero all coalitions of \(players) players have to be searched, which ends at \(limit); "
        + "leave the harmful pairs out, or group the players"
    case .aloneBetter(let player, let amount):
      "'\(player)' would be better off alone by \(decimal(amount)); use the prenucleolus, which does not promise "
        + "everyone its worth alone"
    }
  }
}

/// The shortest decimal that is the number: no `.0` on a whole one.
private func decimal(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e16 ? "\(Int64(number))" : "\(number)"
}
