/// The equilibria of a game of any number of players that were found, mixed ones included.
public struct MixedEquilibria: Sendable, Equatable {
  /// At least one; the pure ones first.
  public let profiles: [MixedProfile]
  /// Whether it was shown that there are no others.
  public let areAll: Bool
}

extension NormalFormGame {
  /// The equilibria of the game: all of them where that can be shown, and at least one always.
  ///
  /// - Two players: the extreme equilibria, exactly (``exactEquilibria()``); all there are unless the game is
  ///   degenerate.
  /// - A game solved by striking out dominated actions: its only one.
  /// - More players, while there are at most 400 choices of what each may take (three players of three actions have
  ///   343, five of two 243): all equilibria if the search comes to its end, as `areAll` tells. It does not where
  ///   some action is neither clearly taken nor clearly worse, as in games with ties, and it is broken off after
  ///   20 000 boxes.
  /// - Otherwise all pure equilibria and one on the path of logit equilibria; there may be others.
  ///
  /// - Returns: profiles in which nobody gains more than 10⁻⁹ of the range of its payoffs by another action.
  /// - Throws: ``DilemmaError/noEquilibrium(agreeing:)`` when there is no pure equilibrium and no mixed one is found
  ///   that passes that check and in whose search the actions tried make at most 4096 profiles.
  public func mixedEquilibria() throws(DilemmaError) -> MixedEquilibria {
    if players.count == 2 {
      let exact = try exactEquilibria()
      let found = exact.equilibria.map(\.approximation)
      return MixedEquilibria(
        profiles: found.filter { $0.pureChoice != nil } + found.filter { $0.pureChoice == nil }, areAll: exact.areAll)
    }
    let elimination = table.elimination()
    if elimination.isSolution {
      return MixedEquilibria(profiles: [mixedProfile(of: profile(elimination.remaining.map { $0[0] }))], areAll: true)
    }
    let game = table.restricted(to: elimination.remaining)
    func whole(_ mixes: [[Double]]) -> MixedProfile {
      var strategies = table.counts.map { [Double](repeating: 0, count: $0) }
      for player in players.indices {
        for (action, probability) in zip(elimination.remaining[player], mixes[player]) {
          strategies[player][action] = probability
        }
      }
      return MixedProfile(strategies: strategies)
    }
    var profiles = pureEquilibria().map { mixedProfile(of: $0) }
    if var search = SupportSearch(game) {
      let (found, areAll) = search.equilibria()
      profiles += found.map(whole).filter { $0.pureChoice == nil }
      if areAll && !profiles.isEmpty { return MixedEquilibria(profiles: profiles, areAll: true) }
    }
    if let traced = EquilibriumSearch(game).mixedEquilibrium().map(whole),
      !profiles.contains(where: { $0.isNear(traced) })
    {
      profiles.append(traced)
    }
    guard !profiles.isEmpty else { throw .noEquilibrium(agreeing: []) }
    return MixedEquilibria(profiles: profiles, areAll: false)
  }
}
