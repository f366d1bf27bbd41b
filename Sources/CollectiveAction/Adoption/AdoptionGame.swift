import Mathematics

/// Standards that neighbours might share: each is worth the more the more have it, and changing over costs.
///
/// Every item is a game of its own (``SharedStandard``) and costs add up. A player's action is the number of the set of
/// items it has adopted, as a ``Coalition``'s mask numbers players: item m counts 2ᵐ. So with one item it is 1 for
/// having it, and whoever adopts more of the same has the larger number. ``adopters(ofItem:in:)`` reads it back, and
/// ``amounts(in:)`` tells how much that is.
///
///     let game = try AdoptionGame(
///       players: ["Chengdu", "Chongqing", "Ya'an"], benefit: [6, 6, 6],
///       items: [.init(name: "offices", switchingCost: [3, 3, 5])])
///     try game.outcome(agreeing: .empty).actions        // [0, 0, 0]: the first would gain 2 and pay 3
///     try game.outcome(agreeing: .grand(of: 3)).costs   // [-3, -3, -1]
///
/// **Where play stands.** ``outcome(agreeing:)`` is the least equilibrium: today only holders have an item, and the
/// players come up from there. When it is not the greatest as well, ``Outcome/isUnique`` is false.
public struct AdoptionGame: Dilemma, Equatable {
  /// One thing that could be made common.
  public struct Item: Sendable, Equatable {
    public let name: String
    /// How many times the players' benefit sharing it is worth; above 0.
    public let weight: Double
    /// What changing over costs each player, in the game's currency a year.
    public let switchingCost: [Double]
    /// The numbers of those that have it already.
    public let holders: [Int]

    public init(name: String, weight: Double = 1, switchingCost: [Double], holders: [Int] = []) {
      self.name = name
      self.weight = weight
      self.switchingCost = switchingCost
      self.holders = holders
    }
  }

  /// The most items of a problem; their sets have numbers that are exact.
  public static let mostItems = 40

  public let players: [String]
  /// What sharing an item of weight 1 with everyone is worth to each, a year.
  public let benefit: [Double]
  public let items: [Item]
  public let exchange: ExchangeWeights
  /// Each item as a game by itself.
  public let standards: [SharedStandard]

  /// The different games among the items, and which of them each item is.
  let kinds: [GroupedAdoption]
  let kindOfItem: [Int]
  /// For each kind, by row of the adopter and column of the gainer, what an adoption is worth in the currency.
  private let worths: [[Double]]
  /// The part of each item in all of them, by weight.
  private let parts: [Double]

  /// - Parameters:
  ///   - players: 1 to 63 names, no two alike; all lists are in their order.
  ///   - benefit: 0 or more.
  ///   - items: 1 to ``mostItems``, no two of one name.
  ///   - exchange: for as many players; all alike if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the item, the player, the number and what it should be.
  public init(
    players: [String], benefit: [Double], items: [Item], exchange: ExchangeWeights? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    guard (1...Self.mostItems).contains(items.count) else {
      throw .invalid(
        "a problem has 1 to \(Self.mostItems) items, not \(items.count); put together those that are alike")
    }
    var seen = Set<String>()
    for item in items {
      guard seen.insert(item.name).inserted else {
        throw .invalid("two items are called '\(item.name)'; give each a name of its own")
      }
      guard item.weight.isFinite, item.weight > 0 else {
        throw .invalid("the weight of '\(item.name)' is \(item.weight); give a finite number above 0")
      }
    }
    try requireFigures(benefit, called: "benefit", of: players)
    let exchange = exchange ?? ExchangeWeights(uniform: players.count)
    var standards: [SharedStandard] = []
    for item in items {
      do throws(DilemmaError) {
        standards.append(
          try SharedStandard(
            players: players, benefit: benefit.map { $0 * item.weight }, switchingCost: item.switchingCost,
            holders: item.holders, exchange: exchange))
      } catch {
        throw items.count == 1 ? error : .invalid("item '\(item.name)': \(error)")
      }
    }
    var (kinds, firsts, kindOfItem) = ([GroupedAdoption](), [Int](), [Int]())
    for (index, standard) in standards.enumerated() {
      if let kind = firsts.firstIndex(where: { Self.isAlike(standards[$0], standard) }) {
        kindOfItem.append(kind)
      } else {
        kindOfItem.append(kinds.count)
        kinds.append(GroupedAdoption(standard))
        firsts.append(index)
      }
    }
    self.players = players
    self.benefit = benefit
    self.items = items
    self.exchange = exchange
    self.standards = standards
    self.kinds = kinds
    self.kindOfItem = kindOfItem
    worths = firsts.map { first in
      let standard = standards[first]
      var table = [Double](repeating: 0, count: players.count * players.count)
      for other in players.indices {
        table[other * players.count + other] = standard.benefit[other] * exchange.ownShare
        exchange.forEachCounting(other) { player, share in
          table[other * players.count + player] = standard.benefit[player] * share
        }
      }
      return table
    }
    let sum = items.reduce(0) { $0 + $1.weight }
    parts = items.map { $0.weight / sum }
  }

  /// Whether two items of one game are the same game.
  private static func isAlike(_ left: SharedStandard, _ right: SharedStandard) -> Bool {
    left.benefit == right.benefit && left.switchingCost == right.switchingCost && left.holds == right.holds
  }

  // MARK: - Equilibria

  /// The least equilibrium in which the members of `coalition` minimise their joint cost and every outsider its own.
  ///
  /// It is what they come to from where they stand; the least and the greatest are compared to say whether it is the
  /// only one.
  /// - Complexity: a few minimum cuts among the members whose choice is open, some microseconds for sixteen players.
  public func outcome(agreeing coalition: Coalition) throws(DilemmaError) -> Outcome {
    precondition(coalition.isSubset(of: .grand(of: players.count)), "a coalition of players the game does not have")
    var isUnique = true
    let adopters = kinds.map { kind in
      let least = kind.least(coalition, outsiders: .gamma)
      isUnique = isUnique && kind.greatest(coalition, outsiders: .gamma, above: least) == least
      return least
    }
    return outcome(kindOfItem.map { adopters[$0] }, isUnique: isUnique)
  }

  /// Who has adopted `item` in `outcome`, which is one of this game.
  public func adopters(ofItem item: Int, in outcome: Outcome) -> Coalition {
    precondition(items.indices.contains(item), "an item the game does not have")
    return adopters(in: outcome)[item]
  }

  /// What each player bears when those of `adopters`, a coalition for each item, adopt it.
  public func costs(of adopters: [Coalition]) -> [Double] {
    precondition(adopters.count == items.count, "a coalition for each item")
    let count = players.count
    var costs = [Double](repeating: 0, count: count)
    costs.withUnsafeMutableBufferPointer { costs in
      withUnsafeTemporaryAllocation(of: Double.self, capacity: count) { gains in
        for (item, coalition) in adopters.enumerated() where !coalition.isEmpty {
          for player in 0..<count { gains[player] = 0 }
          worths[kindOfItem[item]].withUnsafeBufferPointer { worths in
            for other in coalition {
              for player in 0..<count { gains[player] += worths[other * count + player] }
            }
          }
          standards[item].switchingCost.withUnsafeBufferPointer { paid in
            for player in coalition { costs[player] += paid[player] - gains[player] }
          }
        }
      }
    }
    return costs
  }

  /// The outcome in which those of `adopters`, a coalition for each item, adopt it.
  func outcome(_ adopters: [Coalition], isUnique: Bool) -> Outcome {
    Outcome(actions: actions(of: adopters), costs: costs(of: adopters), isUnique: isUnique)
  }

  // MARK: - What a player may do, and puts in

  /// Its cost at its best reply, item by item: it adopts what pays while the others keep to what they do, and gives up
  /// the rest. What it held before it keeps.
  public func costOfDefecting(_ player: Int, from outcome: Outcome) -> Double {
    let count = players.count
    var cost = 0.0
    for (item, adopters) in adopters(in: outcome).enumerated() {
      let worths = worths[kindOfItem[item]]
      let gain = adopters.adding(player).reduce(0) { $0 + worths[$1 * count + player] }
      let net = standards[item].switchingCost[player] - gain
      cost += standards[item].holds[player] ? net : min(net, 0)
    }
    return cost
  }

  /// The switching costs that each pays; nothing for what it held before.
  public func contributions(in outcome: Outcome) -> [Double] {
    var paid = [Double](repeating: 0, count: players.count)
    for (item, adopters) in adopters(in: outcome).enumerated() {
      for player in adopters { paid[player] += standards[item].switchingCost[player] }
    }
    return paid
  }

  /// The part of all that `player` could gain that comes with each other's move to the optimum.
  ///
  /// A standard's gain needs two: while `player` itself has not adopted, nothing changes for it when another does. So
  /// its own choice is taken from the optimum, the others move from the equilibrium to the optimum one at a time, and
  /// what one brings it is divided by the worth to it of sharing every item with everyone. The form is ours.
  public func stakes(of player: Int) throws(DilemmaError) -> [Double] {
    let nash = adopters(in: try outcome(agreeing: .empty))
    let optimum = adopters(in: try outcome(agreeing: .grand(of: players.count)))
    let most = standards.reduce(0) { $0 + $1.benefit[player] }
    guard most > 0 else { return [Double](repeating: 0, count: players.count) }
    return players.indices.map { other in
      guard other != player else { return 0 }
      return items.indices.reduce(0) { sum, item in
        guard optimum[item].contains(player), optimum[item].contains(other), !nash[item].contains(other) else {
          return sum
        }
        return sum + worths[kindOfItem[item]][other * players.count + player] / most
      }
    }
  }

  // MARK: - Actions

  /// The items that an action of this game stands for, each by its number.
  public func items(ofAction action: Double) -> Coalition {
    precondition(
      action >= 0 && action < Double(UInt64(1) << UInt64(items.count)) && action == action.rounded(),
      "the number of a set of items")
    return Coalition(mask: UInt64(action))
  }

  /// One action a player, from who adopts each item.
  func actions(of adopters: [Coalition]) -> [Double] {
    players.indices.map { player in
      var mask: UInt64 = 0
      for (item, coalition) in adopters.enumerated() where coalition.contains(player) { mask |= 1 << UInt64(item) }
      return Double(mask)
    }
  }

  /// Who has adopted each item, from the actions.
  func adopters(in outcome: Outcome) -> [Coalition] { adopters(in: outcome.actions) }

  /// Who has adopted each item, from the actions.
  func adopters(in actions: [Double]) -> [Coalition] {
    precondition(actions.count == players.count, "one action a player")
    var masks = [UInt64](repeating: 0, count: items.count)
    for (player, action) in actions.enumerated() {
      for item in items(ofAction: action) { masks[item] |= 1 << UInt64(player) }
    }
    return masks.map(Coalition.init(mask:))
  }
}

/// A dilemma whose actions are numbers of combinations: they say what is done, not how much.
public protocol CombiningDilemma: Dilemma {
  /// How much each player does in `outcome`, on a scale from nothing at 0 to everything at 1.
  func amounts(in outcome: Outcome) -> [Double]
}

extension AdoptionGame: CombiningDilemma {
  /// The weighted share of the items that each player has adopted, from 0 to 1.
  public func amounts(in outcome: Outcome) -> [Double] {
    let all = Coalition.grand(of: items.count)
    return outcome.actions.map { action in
      let adopted = items(ofAction: action)
      return adopted == all ? 1 : adopted.reduce(0) { $0 + parts[$1] }
    }
  }
}
