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
  /// The search did not end in a nucleolus that its certificate proves.
  case notCertified(String)
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
    case .notCertified(let why):
      "no nucleolus could be proved: \(why); give the worths in whole units of the smallest amount that counts"
    }
  }
}

/// The shortest decimal that is the number: no `.0` on a whole one.
private func plain(_ number: Double) -> String {
  number == number.rounded() && abs(number) < 1e16 ? "\(Int64(number))" : "\(number)"
}
