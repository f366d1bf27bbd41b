import CollectiveAction

@testable import Mechanisms

/// A linear public good: contributing costs `price[i]` and gives each player its `benefit` a contribution.
///
/// With every benefit below every price nobody contributes alone, and all do together when the benefits add up
/// to more than the price.
struct PublicGood: Dilemma {
  let players: [String]
  let price: [Double]
  let benefit: [Double]
  /// What breaking away brings besides the saved contribution.
  var temptation = 0.0

  init(price: [Double], benefit: [Double]) {
    players = price.indices.map { "p\($0)" }
    self.price = price
    self.benefit = benefit
  }

  /// Players alike, a contribution costing 1.
  init(players: Int, benefit: Double) {
    self.init(
      price: [Double](repeating: 1, count: players), benefit: [Double](repeating: benefit, count: players))
  }

  func outcome(agreeing coalition: Coalition) -> Outcome {
    let joint = coalition.reduce(0) { $0 + benefit[$1] }
    let actions = players.indices.map { player -> Double in
      (coalition.contains(player) ? joint : benefit[player]) > price[player] ? 1 : 0
    }
    let given = actions.reduce(0, +)
    return Outcome(
      actions: actions, costs: players.indices.map { price[$0] * actions[$0] - benefit[$0] * given }, isUnique: true)
  }

  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    outcome.costs[player] - outcome.actions[player] * (price[player] - benefit[player] + temptation)
  }

  func contributions(in outcome: Outcome) -> [Double] { zip(price, outcome.actions).map(*) }

  func coalitionGame(_ convention: WorthConvention) throws(DilemmaError) -> CoalitionGame {
    do {
      return try CoalitionGame(players: players, kind: .cost) { coalition in
        let outcome = outcome(agreeing: coalition)
        return coalition.reduce(0) { $0 + outcome.costs[$1] }
      }
    } catch {
      throw .invalid("\(error)")
    }
  }

  func stakes(of player: Int) -> [Double] { players.indices.map { $0 == player ? 0 : benefit[player] } }
}

/// A facility whose cost for every coalition stands in a table; those who build together pay in proportion to
/// what each would pay alone.
struct TableFacility: Dilemma {
  let game: CoalitionGame
  var players: [String] { game.players }

  func outcome(agreeing coalition: Coalition) -> Outcome {
    let alone = players.indices.map { game[.single($0)] }
    let together = coalition.reduce(0) { $0 + alone[$1] }
    return Outcome(
      actions: players.indices.map { coalition.contains($0) ? 1 : 0 },
      costs: players.indices.map { coalition.contains($0) ? game[coalition] * alone[$0] / together : alone[$0] },
      isUnique: true)
  }

  func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double { game[.single(player)] }
  /// What each pays for the common works; its own works are nobody else's cause.
  func contributions(in outcome: Outcome) -> [Double] { zip(outcome.actions, outcome.costs).map(*) }
  func coalitionGame(_ convention: WorthConvention) -> CoalitionGame { game }
  func stakes(of player: Int) -> [Double] { players.map { _ in 0 } }

  /// Three towns and one water works: 10, 12 and 8 alone, 24 together.
  static let waterWorks = TableFacility(
    game: CoalitionGame(players: ["north", "south", "east"], costs: [0, 10, 12, 18, 8, 16, 17, 24]))
}

/// A generator whose every draw is named by its seed (SplitMix64; Steele, Lea & Flood 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
