/// Who adopts after whom.
public struct AdoptionCascade: Sendable, Equatable {
  /// Who adopts in each round, given those of the rounds before; the first round are those it starts from.
  public let rounds: [[Int]]
  /// Who has adopted in the end, one answer a player.
  public let adopters: [Bool]

  /// All who adopt, in order; those of one round ascending.
  public var order: [Int] { rounds.flatMap { $0 } }
}

extension SharedStandard {
  /// The equilibrium with the fewest adopters: what the players come to by themselves from where they stand.
  ///
  /// Nobody but the holders has adopted at first; whoever gains by it follows, and the more follow the more gain. A
  /// player that is indifferent stays.
  /// - Complexity: each weight is read once, and each player once a round.
  public var leastEquilibrium: [Bool] { cascade().adopters }

  /// The equilibrium with the most adopters: all begin with the standard, and whoever would lose by it drops out. A
  /// player that is indifferent keeps it.
  public var greatestEquilibrium: [Bool] {
    var play = AdoptionPlay(self, adopters: [Bool](repeating: true, count: players.count))
    var isMoving = true
    while isMoving {
      let leaving = players.indices.filter {
        play.adopters[$0] && !holds[$0] && play.net(of: $0) < -tolerance
      }
      for player in leaving { play.withdraw(player) }
      isMoving = !leaving.isEmpty
    }
    return play.adopters
  }

  /// The cascade from the holders and `firstMovers` on.
  ///
  /// - Parameter firstMovers: players that adopt whether they gain or not.
  public func cascade(from firstMovers: [Int] = []) -> AdoptionCascade {
    var start = holds
    for player in firstMovers { start[player] = true }
    var play = AdoptionPlay(self, adopters: start)
    var rounds = [players.indices.filter { start[$0] }]
    while true {
      let joining = players.indices.filter { !play.adopters[$0] && play.net(of: $0) > tolerance }
      guard !joining.isEmpty else { break }
      for player in joining { play.adopt(player) }
      rounds.append(joining)
    }
    return AdoptionCascade(rounds: rounds, adopters: play.adopters)
  }

  /// Whether nobody gains by changing its mind, holders apart, who have none to change; indifference is no reason.
  public func isEquilibrium(_ adopters: [Bool]) -> Bool {
    let play = AdoptionPlay(self, adopters: adopters)
    return players.indices.allSatisfy {
      if holds[$0] { return adopters[$0] }
      return adopters[$0] ? play.net(of: $0) >= -tolerance : play.net(of: $0) <= tolerance
    }
  }
}

/// Who has adopted so far, and what each would gain by it, kept up to date in whole units.
struct AdoptionPlay {
  let standard: SharedStandard
  private(set) var adopters: [Bool]
  /// What each gains, or would gain, from the others that have adopted.
  private(set) var gains: [Int64]

  init(_ standard: SharedStandard, adopters: [Bool]) {
    precondition(adopters.count == standard.players.count, "one answer a player")
    self.standard = standard
    self.adopters = [Bool](repeating: false, count: adopters.count)
    gains = [Int64](repeating: 0, count: adopters.count)
    for player in adopters.indices where adopters[player] { adopt(player) }
  }

  /// What `player` gains by adopting, less its cost, in units.
  func net(of player: Int) -> Int64 { standard.ownNet[player] + gains[player] }

  mutating func adopt(_ player: Int) {
    adopters[player] = true
    add(player, times: 1)
  }

  mutating func withdraw(_ player: Int) {
    adopters[player] = false
    add(player, times: -1)
  }

  private mutating func add(_ other: Int, times sign: Int64) {
    let (benefit, scale) = (standard.benefit, standard.scale)
    gains.withUnsafeMutableBufferPointer { gains in
      benefit.withUnsafeBufferPointer { benefit in
        standard.exchange.forEachCounting(other) { player, share in
          gains[player] += sign * SharedStandard.units(benefit[player] * share, scale)
        }
      }
    }
  }
}
