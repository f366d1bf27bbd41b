extension AdoptionGame {
  /// The most equilibria that are listed.
  public static let mostListed = 1_000

  /// Every equilibrium while the members of `coalition` act as one and every other player alone, if they can be listed.
  ///
  /// Each item has its own, so the list holds every combination; the first is the least and the last the greatest. It is complete when for every item no more than ``SharedStandard/mostUndecided`` outsiders (sixteen, when
  /// two or more act as one) are undecided, no best choice of the members is tied with another, and there are no
  /// more than ``mostListed`` combinations. Otherwise it holds the least and the greatest.
  /// - Complexity: for each item a check, or a minimum cut, for every set of undecided outsiders.
  public func equilibria(agreeing coalition: Coalition) throws(DilemmaError) -> EquilibriumSet {
    precondition(coalition.isSubset(of: .grand(of: players.count)), "a coalition of players the game does not have")
    let extremes = kinds.map { kind in
      let least = kind.least(coalition, outsiders: .gamma)
      return (least: least, greatest: kind.greatest(coalition, outsiders: .gamma, above: least))
    }
    var isComplete = true
    var lists: [[Coalition]] = []
    for (kind, extremes) in extremes.enumerated() {
      if extremes.least == extremes.greatest {
        lists.append([extremes.least])
      } else if let all = try equilibria(ofKind: kind, agreeing: coalition, from: extremes.least, to: extremes.greatest)
      {
        lists.append(all)
      } else {
        isComplete = false
        lists.append([extremes.least, extremes.greatest])
      }
    }
    var combinations = 1
    for kind in kindOfItem where combinations <= Self.mostListed { combinations *= lists[kind].count }
    let isUnique = combinations == 1
    guard combinations <= Self.mostListed else {
      return EquilibriumSet(
        outcomes: [
          outcome(kindOfItem.map { extremes[$0].least }, isUnique: false),
          outcome(kindOfItem.map { extremes[$0].greatest }, isUnique: false),
        ], isComplete: false)
    }
    let outcomes = (0..<combinations).map { number in
      var rest = number
      let adopters = kindOfItem.map { kind in
        defer { rest /= lists[kind].count }
        return lists[kind][rest % lists[kind].count]
      }
      return outcome(adopters, isUnique: isUnique)
    }
    return EquilibriumSet(outcomes: outcomes, isComplete: isComplete)
  }

  private func equilibria(
    ofKind kind: Int, agreeing coalition: Coalition, from least: Coalition, to greatest: Coalition
  ) throws(DilemmaError) -> [Coalition]? {
    guard coalition.count <= 1 else {
      return kinds[kind].equilibria(agreeing: coalition, from: least, to: greatest)
    }
    guard let item = kindOfItem.firstIndex(of: kind),
      greatest.subtracting(least).count <= SharedStandard.mostUndecided
    else { return nil }
    return try standards[item].allEquilibria().map { adopters in Coalition(players.indices.filter { adopters[$0] }) }
  }

  /// What each coalition bears together.
  ///
  /// - γ: in the least equilibrium in which it acts as one and every outsider alone: what all come to by themselves from
  ///   where they stand.
  /// - α: when outsiders do their worst. That is not to adopt, whatever the coalition does, since another's adoption
  ///   never harms; only holders cannot help being there.
  /// - δ: in the least equilibrium in which it acts as one and all outsiders together as another.
  /// - Complexity: for each coalition and each kind of item a few minimum cuts among the members whose choice is open,
  ///   about a microsecond for sixteen players.
  public func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    guard players.count <= CoalitionGame.largestTable else { throw .tooManyPlayers(players.count) }
    let worths = try CoalitionSweep.table(players: players.count, width: 1) { coalition, worth in
      guard !coalition.isEmpty else { return }
      let adopters = kinds.map { $0.least(coalition, outsiders: convention) }
      let costs = costs(of: kindOfItem.map { adopters[$0] })
      worth[0] = coalition.reduce(0) { $0 + costs[$1] }
    }
    return try CoalitionGame(players: players, kind: .cost, ofTable: worths)
  }
}

extension GroupedAdoption {
  /// The most outsiders whose choices are tried in all combinations beside a group's.
  static let mostOutsiders = 16

  /// The equilibria between the least and the greatest while a group acts as one, by the masks of the outsiders; none
  /// when there are too many outsiders to try, or a group's best choices are tied.
  func equilibria(agreeing group: Coalition, from least: Coalition, to greatest: Coalition) -> [Coalition]? {
    let undecided = Array(greatest.subtracting(least).subtracting(group))
    guard undecided.count <= Self.mostOutsiders else { return nil }
    let others = Coalition.grand(of: count).subtracting(group)
    var found: [Coalition] = []
    for mask in 0..<(UInt64(1) << UInt64(undecided.count)) {
      let outside = least.subtracting(group).union(Coalition(Coalition(mask: mask).lazy.map { undecided[$0] }))
      let reply = jointReply(of: group, given: outside)
      guard reply.least == reply.greatest else {
        // Tied choices may make several equilibria of it, unless outsiders fit in with none of them: those that
        // adopt need the more members, those that do not the fewer.
        guard isStable(outside.union(reply.greatest), for: outside),
          isStable(outside.union(reply.least), for: others.subtracting(outside))
        else { continue }
        return nil
      }
      let adopters = outside.union(reply.least)
      if isStable(adopters, for: others) { found.append(adopters) }
    }
    return found
  }
}
