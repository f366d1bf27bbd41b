/// A game of a handful of players, every payoff written down.
public struct NormalForm: Hashable, Sendable {
  /// The actions of each member, in the members' order; 2...6 each.
  public let actions: [[String]]
  /// What each member gets, by profile and member: `payoffs[profile][member]`, a gain in the case's money.
  ///
  /// The index of a profile counts the first member's action fastest: Σ aᵢ·Πⱼ﹤ᵢ kⱼ, with kⱼ the number of
  /// actions of member j.
  public let payoffs: [[Double]]
  /// Where all of the payoffs come from.
  public let provenance: Provenance
  /// Where the case names the file.
  public let place: Place

  /// The index of the profile in which member i takes its action number `choice[i]`.
  public func profile(_ choice: [Int]) -> Int {
    precondition(choice.count == actions.count, "a profile has one action for each member")
    var index = 0
    for (action, options) in zip(choice, actions).reversed() {
      precondition(options.indices.contains(action), "an action is one of the member's")
      index = index * options.count + action
    }
    return index
  }
}
