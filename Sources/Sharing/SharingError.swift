/// When no division of the kind asked for makes sense, why, and what to do instead.
///
/// Amounts are in the currency of the game.
public enum SharingError: Error, Equatable, Sendable {
  /// The players of a cost game would pay less in all apart than together.
  case cheaperApart(apart: Double, together: Double)
  /// The players of a surplus game would get more in all apart than together.
  case betterApart(apart: Double, together: Double)
  /// Coalitions can be searched exactly for at most `limit` players.
  case tooManyPlayers(Int, limit: Int)
  /// A single player has nobody to leave: the notion needs two.
  case onlyOnePlayer
  /// The player's last-in cost is above its cost alone (or its last-in gain below), by `amount`: it
  /// would have a negative claim on what is left to divide.
  case negativeRemainingBenefit(player: String, amount: Double)
  /// No player has a remaining benefit, yet `amount` is left to divide by them.
  case noRemainingBenefit(left: Double)
  /// What the players could win from or deny to one another, `disruption`, is not above zero, yet there
  /// is a gain of `gain` to divide by it.
  case noDisruption(gain: Double, disruption: Double)
  /// The game is not quasi-balanced: the player's least claim is above the most it could ask for, by `amount`.
  case claimAboveUtopia(player: String, amount: Double)
  /// The game is not quasi-balanced: the players' least claims are together `amount` more than there is.
  case leastClaimsExceed(by: Double)
  /// The game is not quasi-balanced: the most the players could ask for is together `amount` less than there is.
  case utopiaFallsShort(by: Double)
  /// Shares in proportion to something need that something.
  case noWeights
  /// One weight a player.
  case weightCount(given: Int, needed: Int)
  /// A weight is negative or not a number.
  case wrongWeight(player: String, weight: Double)
  /// All weights are zero.
  case onlyZeroWeights
  /// Shares that add up to zero, or are not numbers, say nothing about how to divide a total.
  case sharesWithoutSum
  /// The amount for the share at this position has no room in 64 bits.
  case amountTooLarge(index: Int)
  /// A coalition whose worth nothing can be in proportion to: a cost of zero or less, a surplus below zero.
  case nothingInProportion(coalition: [String], worth: Double)
  /// Too few coalitions have a worth for proportions to it to settle every share.
  case proportionLeavesOpen
  /// The search did not end in a nucleolus that its certificate proves.
  case notCertified(String)
  /// The contributions of all players to all coalitions add up to zero, yet `joint` is to be divided by them.
  case contributionsCancel(joint: Double)
  /// A value with unions needs the unions.
  case noUnions
  /// The union at this position, counted from 0, has no members.
  case emptyUnion(index: Int)
  /// The player stands in two unions.
  case inTwoUnions(player: String)
  /// The player stands in no union.
  case inNoUnion(player: String)
  /// A player's index, counted from 0, is not below the number of players.
  case noSuchPlayer(index: Int, count: Int)
  /// A value with links needs the links.
  case noLinks
  /// A link joins two players, and these are not two.
  case notALink(members: [String])
  /// A weighted value needs weights.
  case noWeightsToCountBy
  /// The weight is zero, or nothing beside the largest.
  case vanishingWeight(player: String, weight: Double)
  /// When `other` has joined the coalition `joining`, the gain of `player` from joining it as well is smaller by
  /// `amount`.
  case notConvex(player: String, other: String, joining: [String], amount: Double)
  /// A division down a river needs the order of the players along it.
  case noDownstreamOrder
  /// The order names the player twice.
  case twiceInOrder(player: String)
  /// The order leaves the player out.
  case missingInOrder(player: String)
  /// Orders of joining are sampled for 1 to 63 players.
  case samplePlayerCount(Int)
  /// Two players have one name.
  case repeatedPlayer(String)
  /// A spread needs two replicates.
  case replicateCount(Int)
  /// A level is a chance above 0 and below 1.
  case wrongLevel(Double)
  /// The function gave these players together no finite worth.
  case worthNotFinite([String])
  /// The player contributes an amount outside of the range that was said to hold for all contributions.
  case contributionOutside(Double, of: String, range: ClosedRange<Double>)
  /// No division satisfies every coalition, though each is paid `subsidy` to stay; from `needed` on one does.
  case emptyCore(subsidy: Double, needed: Double)
  /// The game is not simple: all together must win 1, and every coalition win 1 or lose 0.
  case notWinOrLose(coalition: [String], worth: Double)
  /// A game of costs is no vote: nothing is won.
  case costsAreNoVotes
  /// The game is not simple: a winning coalition loses by taking in `member`.
  case losesByAMember(winners: [String], member: String)
  /// The nucleolus of votes without a table goes by a single quota.
  case severalMajorities
  /// The votes are too many for their sums to be told apart, in units that divide every voter's votes.
  case tooManyVotes(Int, limit: Int)
  /// The search for a division of votes did not end in a nucleolus that its certificate proves.
  case votesNotCertified(String)
  /// A search in fractions reads every coalition again and again.
  case tooManyPlayersForFractions(Int)
}

extension SharingError: CustomStringConvertible {
  /// What is wrong, and what to do instead.
  public var description: String {
    switch self {
    case .cheaperApart(let apart, let together):
      "apart the players pay \(plain(apart)), together \(plain(together)): nobody gains from working together; "
        + "leave out whoever makes it dearer, or use the prenucleolus, which does not promise everyone its cost alone"
    case .betterApart(let apart, let together):
      "apart the players get \(plain(apart)), together \(plain(together)): nobody gains from working together; "
        + "leave out whoever makes it worse, or use the prenucleolus, which does not promise everyone its gain alone"
    case .tooManyPlayers(let count, let limit):
      "\(count) players have too many coalitions to search exactly; group them into at most \(limit)"
    case .onlyOnePlayer:
      "a single player has nobody to divide with; name at least two"
    case .negativeRemainingBenefit(let player, let amount):
      "'\(player)' would be better off alone than as the last to join, by \(plain(amount)), so it has no claim on "
        + "the remaining benefits; leave it out, or use the nucleolus"
    case .noRemainingBenefit(let left):
      "\(plain(left)) is left after the separable parts, but no player has a remaining benefit to divide it by; "
        + "use equal shares of the non-separable part"
    case .noDisruption(let gain, let disruption):
      "there is a gain of \(plain(gain)) to divide, but what the players could deny one another adds up to "
        + "\(plain(disruption)); use the nucleolus"
    case .claimAboveUtopia(let player, let amount):
      "'\(player)' can claim \(plain(amount)) more than it adds to the others, so the τ-value is not defined; "
        + "use the nucleolus"
    case .leastClaimsExceed(let amount):
      "the players' least claims are together \(plain(amount)) more than there is, so the τ-value is not defined; "
        + "use the nucleolus"
    case .utopiaFallsShort(let amount):
      "what the players add to one another is together \(plain(amount)) less than there is, so the τ-value is not "
        + "defined; use the nucleolus"
    case .noWeights:
      "proportional shares need something to go by; name an indicator, such as population, with one weight a player"
    case .weightCount(let given, let needed):
      "\(given) weights for \(needed) players; give one for each, in the order of the players"
    case .wrongWeight(let player, let weight):
      "the weight of '\(player)' is \(plain(weight)); give a number from zero up"
    case .onlyZeroWeights:
      "all weights are zero; give at least one player a weight above zero"
    case .sharesWithoutSum:
      "the shares add up to zero or are not numbers, so they do not say how to divide a total; "
        + "give shares with a sum"
    case .amountTooLarge(let index):
      "the amount for share \(index + 1) is beyond 64 bits; count in a larger unit"
    case .nothingInProportion(let names, let worth):
      "the worth of {\(names.joined(separator: ", "))} is \(plain(worth)), and savings cannot be in proportion to that; "
        + "use the per-capita nucleolus"
    case .proportionLeavesOpen:
      "so many coalitions are worth nothing that proportions did not settle every share; use the per-capita nucleolus"
    case .notCertified(let why):
      "no nucleolus could be proved: \(why); give the worths in whole units of the smallest amount that counts"
    case .contributionsCancel(let joint):
      "what the players add to all coalitions cancels out, so it cannot be scaled to the \(plain(joint)) there is to "
        + "divide; use the Banzhaf value as it is, or the Shapley value"
    case .noUnions:
      "a value with unions needs to know who stands together; give the unions, each player in exactly one"
    case .emptyUnion(let index):
      "union \(index + 1) has no members; leave it out"
    case .inTwoUnions(let player):
      "'\(player)' stands in two unions; name it in one"
    case .inNoUnion(let player):
      "'\(player)' stands in no union; name it in one, of its own if it bargains alone"
    case .noSuchPlayer(let index, let count):
      "there is no player \(index + 1) among \(count); name players of the game"
    case .noLinks:
      "a value with links needs to know who can work with whom; give the pairs, or none at all as an empty list"
    case .notALink(let members):
      "a link joins two players, not \(members.count)"
        + (members.isEmpty ? "" : " (\(members.joined(separator: ", ")))") + "; give pairs"
    case .noWeightsToCountBy:
      "a weighted Shapley value needs weights; name an indicator, such as population, with one weight a player"
    case .vanishingWeight(let player, let weight):
      "the weight of '\(player)' is \(plain(weight)), nothing beside the largest; give it a weight above zero, or "
        + "leave it out of the game"
    case .notConvex(let player, let other, let joining, let amount):
      "with '\(other)' there, '\(player)' gains \(plain(amount)) less from joining "
        + (joining.isEmpty ? "nobody else" : joining.map { "'\($0)'" }.joined(separator: ", "))
        + ": the gains do not grow with the coalition, so the egalitarian solution is not defined; use the nucleolus"
    case .noDownstreamOrder:
      "a division down a river needs the order of the players from the source to the mouth; give it"
    case .twiceInOrder(let player):
      "the order down the river names '\(player)' twice; name each player once"
    case .missingInOrder(let player):
      "the order down the river leaves out '\(player)'; name each player once"
    case .samplePlayerCount(let count):
      "orders of joining can be sampled for 1 to 63 players, not \(count); group them"
    case .repeatedPlayer(let name):
      "two players are called '\(name)'; give each a name of its own"
    case .replicateCount(let count):
      "\(count) replicates have no spread to judge an error by; take at least 2, better 20 or more"
    case .wrongLevel(let level):
      "a level of \(plain(level)); give a chance above 0 and below 1, such as 0.95"
    case .worthNotFinite(let names):
      "the worth of {\(names.joined(separator: ", "))} is not a finite number; every coalition needs one"
    case .contributionOutside(let amount, let player, let range):
      "'\(player)' contributes \(plain(amount)) to a coalition, outside of \(plain(range.lowerBound)) to "
        + "\(plain(range.upperBound)); give the range that holds for all contributions, or none"
    case .emptyCore(let subsidy, let needed):
      subsidy == 0
        ? "no division satisfies every coalition, so the core has no shares to show; with a subsidy of \(plain(needed)) "
          + "a coalition there is one"
        : "no division satisfies every coalition even with a subsidy of \(plain(subsidy)) each; give \(plain(needed)) "
          + "or more"
    case .notWinOrLose(let coalition, let worth):
      "{\(coalition.joined(separator: ", "))} gets \(plain(worth)), but in a vote a coalition gets 1 or 0, and all "
        + "together 1; use the Shapley value, which takes any worths"
    case .costsAreNoVotes:
      "worths are paid here, but in a vote a coalition gets 1 or 0; use the Shapley value, which takes any worths"
    case .losesByAMember(let winners, let member):
      "{\(winners.joined(separator: ", "))} wins, but not together with '\(member)'; "
        + "let every coalition that contains a winning one win, or use the Shapley value"
    case .severalMajorities:
      "the nucleolus of votes goes by one quota; where several must be met, or a clause asks for members to block, "
        + "use the nucleolus of the table, for up to 26 voters"
    case .tooManyVotes(let votes, let limit):
      "\(votes) votes have too many sums to tell apart; count them in units so that at most \(limit) remain"
    case .votesNotCertified(let why):
      "no nucleolus of the votes could be proved: \(why); round the votes to smaller numbers, or use the Shapley–Shubik "
        + "index"
    case .tooManyPlayersForFractions(let count):
      "\(count) players have too many coalitions for a search in fractions, which takes at most "
        + "\(ExactSweep.mostPlayers); use the nucleolus, whose proof is in fractions all the same"
    }
  }
}

/// The shortest decimal that is the number: no `.0` on a whole one.
private func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e16 ? "\(Int64(number))" : "\(number)"
}
