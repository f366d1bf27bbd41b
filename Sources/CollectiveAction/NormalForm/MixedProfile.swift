/// How probably each player takes each of its actions, independently of the others.
public struct MixedProfile: Sendable, Equatable {
  /// One list a player, one probability an action; each list adds up to one.
  public let strategies: [[Double]]

  public init(strategies: [[Double]]) {
    self.strategies = strategies
  }

  /// The numbers of the actions that `player` takes with a probability above zero.
  public func support(of player: Int) -> [Int] { strategies[player].indices.filter { strategies[player][$0] > 0 } }

  /// The one action each player takes; none if someone mixes.
  public var pureChoice: [Int]? {
    let choice = strategies.map { strategy in strategy.firstIndex { $0 == 1 } }
    return choice.contains { $0 == nil } ? nil : choice.compactMap { $0 }
  }

  /// Whether no probability differs by more than rounding of two methods.
  func isNear(_ other: MixedProfile) -> Bool {
    zip(strategies, other.strategies).allSatisfy { zip($0, $1).allSatisfy { abs($0 - $1) < 1e-7 } }
  }

  /// The number of the action each player takes on average: the number itself where it does not mix.
  public var meanActions: [Double] {
    strategies.map { strategy in strategy.indices.reduce(0) { $0 + Double($1) * strategy[$1] } }
  }
}

extension PayoffTable {
  /// What each player gains on average.
  func payoffs(of mixes: [[Double]]) -> [Double] {
    counts.indices.map { player in zip(mixes[player], replies(of: player, to: mixes)).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// How much each player could gain by a better reply: zero for all in an equilibrium.
  func regrets(of mixes: [[Double]]) -> [Double] {
    counts.indices.map { player in
      let replies = replies(of: player, to: mixes)
      let gain = zip(mixes[player], replies).reduce(0) { $0 + $1.0 * $1.1 }
      return max(0, (replies.max() ?? gain) - gain)
    }
  }

  /// Each player's regret over the range of its payoffs; the largest of them.
  func relativeRegret(of mixes: [[Double]], ranges: [Double]) -> Double {
    zip(regrets(of: mixes), ranges).reduce(0) { max($0, $1.1 > 0 ? $1.0 / $1.1 : 0) }
  }
}

extension NormalFormGame {
  /// The profile in which nobody mixes.
  public func mixedProfile(of profile: Int) -> MixedProfile {
    MixedProfile(
      strategies: zip(choice(in: profile), actions).map { chosen, own in own.indices.map { $0 == chosen ? 1 : 0 } })
  }

  /// What each player gains on average when all mix as in `profile`.
  public func payoffs(of profile: MixedProfile) -> [Double] {
    check(profile)
    return table.payoffs(of: profile.strategies)
  }

  /// What `player` gains on average by each of its actions when the others mix as in `profile`.
  public func repliesPayoffs(of player: Int, to profile: MixedProfile) -> [Double] {
    check(profile)
    return table.replies(of: player, to: profile.strategies)
  }

  /// How much more each player could gain by a best reply: zero for all in an equilibrium, within rounding.
  public func regrets(of profile: MixedProfile) -> [Double] {
    check(profile)
    return table.regrets(of: profile.strategies)
  }

  private func check(_ profile: MixedProfile) {
    precondition(
      profile.strategies.map(\.count) == table.counts, "a mixed profile has a probability for each action")
  }
}
