extension SharedStandard {
  /// What some players adopt when they act as one.
  public struct JointReply: Sendable, Equatable {
    /// The fewest members that adopt in a choice that is best for all members together; one answer a player.
    public let least: [Bool]
    /// The most members that adopt in such a choice.
    public let greatest: [Bool]
  }

  /// What `members` adopt so that they gain most together, when those of `adopters` that are no members adopt.
  ///
  /// Members that hold the standard keep it.
  ///
  /// - Parameters:
  ///   - members: one answer a player.
  ///   - adopters: one answer a player; what it says of members does not matter.
  /// - Complexity: a minimum cut among the members whose choice is open.
  public func jointReply(of members: [Bool], given adopters: [Bool]) -> JointReply {
    precondition(members.count == players.count, "one answer a player")
    let fixed = players.indices.map { members[$0] ? holds[$0] : adopters[$0] }
    let open = players.indices.filter { members[$0] && !holds[$0] }
    let play = AdoptionPlay(self, adopters: fixed)
    var worths = open.map { play.net(of: $0) }
    var places = [Int](repeating: -1, count: players.count)
    for (place, player) in open.enumerated() { places[player] = place }
    var pairs: [(first: Int, second: Int, worth: Int64)] = []
    for (place, player) in open.enumerated() {
      exchange.forEachCounting(player) { gainer, share in
        let worth = gainUnits(of: gainer, share)
        if places[gainer] >= 0 {
          pairs.append((place, places[gainer], worth))
        } else if members[gainer] {
          worths[place] += worth  // a member that holds the standard gains by whoever joins
        }
      }
    }
    let best = BestSet.extremes(worths: worths, pairs: pairs, tolerance: tolerance)
    var (least, greatest) = (fixed.indices.map { members[$0] && holds[$0] }, [Bool]())
    greatest = least
    for (place, player) in open.enumerated() {
      least[player] = best.least[place]
      greatest[player] = best.greatest[place]
    }
    return JointReply(least: least, greatest: greatest)
  }

  /// The least and the greatest equilibrium when `members` act as one and every other player alone.
  ///
  /// Both are reached by best replies in turn, upwards from the holders and downwards from everybody: what is best
  /// for the members together, too, is the more the more others adopt.
  /// - Complexity: at most n minimum cuts each; two or three as a rule.
  public func equilibria(agreeing members: [Bool]) -> (least: [Bool], greatest: [Bool]) {
    precondition(members.count == players.count, "one answer a player")
    func settled(from start: [Bool], upwards: Bool) -> [Bool] {
      var adopters = start
      while true {
        let before = adopters
        let reply = jointReply(of: members, given: adopters)
        for player in players.indices where members[player] {
          adopters[player] = upwards ? reply.least[player] : reply.greatest[player]
        }
        let play = AdoptionPlay(self, adopters: adopters)
        for player in players.indices where !members[player] && !holds[player] {
          adopters[player] = upwards ? play.net(of: player) > tolerance : play.net(of: player) >= -tolerance
        }
        if adopters == before { return adopters }
      }
    }
    return (
      settled(from: holds, upwards: true),
      settled(from: [Bool](repeating: true, count: players.count), upwards: false)
    )
  }
}
