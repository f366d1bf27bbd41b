extension AdoptionGame: PlayableDilemma {
  /// The most items whose combinations are listed.
  public static let mostListedItems = 12

  /// The numbers of all sets of items that hold what the player has already.
  /// - Precondition: at most ``mostListedItems`` items; with more, look at items one by one.
  public func actions(of player: Int) -> ActionSet {
    precondition(items.count <= Self.mostListedItems, "combinations of so many items cannot be listed")
    let held = items.indices.reduce(UInt64(0)) { standards[$1].holds[player] ? $0 | 1 << UInt64($1) : $0 }
    return .listed((0..<(UInt64(1) << UInt64(items.count))).filter { $0 & held == held }.map { Double($0) })
  }

  /// What each bears when `actions`, which say who adopts what, are taken.
  public func costs(of actions: [Double]) -> [Double] { costs(of: adopters(in: actions)) }

  /// What it bears when it alone takes up what it has in `outcome`.
  public func costOfKeepingAlone(_ player: Int, to outcome: Outcome, while alone: Outcome) -> Double? {
    var actions = alone.actions
    actions[player] = outcome.actions[player]
    return costs(of: actions)[player]
  }

  /// Item by item what pays while the others keep to `actions`; indifferent, it does without.
  public func bestReply(of player: Int, to actions: [Double]) -> Double {
    let chosen = zip(standards, adopters(in: actions)).map { standard, adopters in
      var others = players.indices.map { adopters.contains($0) }
      others[player] = false
      let gain = standard.gainsFromOthers(others)[player] + standard.benefit[player] * exchange.ownShare
      // What rounding leaves of an exact tie is no reason to adopt.
      let rounding = 1e-12 * (standard.benefit[player] + standard.switchingCost[player])
      let adopts = standard.holds[player] || gain - standard.switchingCost[player] > rounding
      return adopts ? Coalition.single(player) : .empty
    }
    return self.actions(of: chosen)[player]
  }
}
