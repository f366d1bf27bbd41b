import CollectiveAction
import Mathematics

/// Places to be connected to one source at the least cost: of a water main, a sewer, a fibre.
///
/// A coalition pays for the cheapest tree that connects its members with the source by connections among
/// themselves alone. Costs are read as the decimals they print as.
///
/// Source: Claus & Kleitman (1973), Networks 3, 289–304; Bird (1976), Networks 6, 335–350.
public struct SpanningTreeGame: Sendable, Equatable {
  /// What it costs to connect two places, or a place with the source.
  public struct Connection: Sendable, Equatable {
    /// The index of a player; nil for the source.
    public let from: Int?
    /// The index of another player.
    public let to: Int
    public let cost: Double

    public init(from: Int?, to: Int, cost: Double) {
      self.from = from
      self.to = to
      self.cost = cost
    }
  }

  /// The names of the places; unique.
  public let players: [String]
  /// The connections that can be built; between two places the cheapest counts.
  public let connections: [Connection]

  /// What connects two places, the source after all players; nil where nothing can.
  private let costs: [[Rational?]]

  /// - Parameters:
  ///   - players: at least one name, no two alike.
  ///   - connections: among the players and the source, of costs from zero up, such that everybody is connected.
  /// - Throws: ``StructuredGameError`` naming the connection or the places that are wrong.
  public init(players: [String], connections: [Connection]) throws(StructuredGameError) {
    try checkNames(players)
    let n = players.count
    var costs = [[Rational?]](repeating: [Rational?](repeating: nil, count: n + 1), count: n + 1)
    for connection in connections {
      for place in [connection.from ?? 0, connection.to] where !players.indices.contains(place) {
        throw .unknownPlace(place, count: n)
      }
      guard connection.cost >= 0, connection.cost.isFinite else {
        throw .wrongFigure(of: "cost of a connection", at: players[connection.to], figure: connection.cost)
      }
      let (one, other) = (connection.from ?? n, connection.to)
      guard one != other else { continue }
      let cost = Rational(decimal: connection.cost)
      let least = costs[one][other].map { min($0, cost) } ?? cost
      (costs[one][other], costs[other][one]) = (least, least)
    }
    self.players = players
    self.connections = connections
    self.costs = costs
    let tree = cheapestTree(of: Array(players.indices))
    guard tree.count == n else {
      let reached = Set(tree.map(\.to))
      throw .disconnected(players.indices.filter { !reached.contains($0) }.map { players[$0] })
    }
  }

  /// The cheapest tree that connects everybody, in the order it grows from the source; among equal costs the
  /// players listed first.
  public var tree: [Connection] {
    cheapestTree(of: Array(players.indices)).map {
      Connection(from: $0.from == players.count ? nil : $0.from, to: $0.to, cost: $0.cost.approximation)
    }
  }

  /// Everybody pays the connection that leads from it towards the source in ``tree``: in the core, but where costs
  /// are tied it depends on the tree, that is on the order of the players. ``folkDivision`` does not.
  ///
  /// - Complexity: O(n²) for n players.
  ///
  /// Source: Bird (1976), Networks 6, 335–350; Prim (1957), Bell Syst. Tech. J. 36, 1389–1401.
  public var birdDivision: Allocation {
    var shares = [Rational](repeating: 0, count: players.count)
    for step in cheapestTree(of: Array(players.indices)) { shares[step.to] = step.cost }
    return Allocation(players: players, shares: shares.map(\.approximation))
  }

  /// The folk rule: connections are built from the cheapest up; groups that meet share its cost by what the
  /// connection takes off each member's obligation, which is one divided by the size of its group, and nothing
  /// once the source is reached.
  ///
  /// It is the Shapley value when every connection is made as cheap as it can be without making the cheapest tree
  /// cheaper: in the core, and nobody pays more when others join.
  ///
  /// - Complexity: O(n² log n) for n players.
  ///
  /// Source: Feltkamp, Tijs & Muto (1994), CentER 94106; Bergantiños & Vidal-Puga (2007), J. Econ. Theory 137, 326–352.
  public var folkDivision: Allocation {
    let n = players.count
    var group = Array(0...n)
    var shares = [Rational](repeating: 0, count: n)
    // The connections of one cheapest tree are the only ones that join groups, whatever the order of ties.
    for step in cheapestTree(of: Array(players.indices)).sorted(by: { $0.cost < $1.cost }) {
      let (one, other) = (group[step.from], group[step.to])
      let (first, second) = (group.indices.filter { group[$0] == one }, group.indices.filter { group[$0] == other })
      let reachesSource = first.contains(n) || second.contains(n)
      let after: Rational = reachesSource ? 0 : Rational(1) / Rational(first.count + second.count)
      for members in [first, second] where !members.contains(n) {
        let relief = (Rational(1) / Rational(members.count) - after) * step.cost
        for member in members { shares[member] = shares[member] + relief }
      }
      for member in second { group[member] = one }
    }
    return Allocation(players: players, shares: shares.map(\.approximation))
  }

  /// The game in which every connection costs as little as it can while the cheapest tree costs the same: the
  /// dearest connection on the way through that tree.
  ///
  /// Source: Bird (1976), Networks 6, 335–350.
  public var irreducible: SpanningTreeGame {
    let n = players.count
    var dearest = [[Rational?]](repeating: [Rational?](repeating: nil, count: n + 1), count: n + 1)
    var reached = [n]
    for step in cheapestTree(of: Array(players.indices)) {
      for place in reached {
        let cost = max(dearest[step.from][place] ?? 0, step.cost)
        (dearest[step.to][place], dearest[place][step.to]) = (cost, cost)
      }
      reached.append(step.to)
    }
    return SpanningTreeGame(players: players, costs: dearest)
  }

  /// What every coalition pays on its own, as a table of costs.
  ///
  /// - Throws: ``StructuredGameError/disconnected(_:)`` naming a coalition that cannot connect itself, or
  ///   ``StructuredGameError/noTable(_:)`` beyond 26 players.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    // Who reaches the source only through others has no cost alone.
    for player in players.indices where costs[player][players.count] == nil { throw .disconnected([players[player]]) }
    return try structuredTable(players, .cost) { cheapestTree(of: Array($0)).map(\.cost).sum }
  }

  private init(players: [String], costs: [[Rational?]]) {
    self.players = players
    self.costs = costs
    connections = players.indices.flatMap { to in
      ([players.count] + Array(0..<to)).compactMap { from in
        costs[from][to].map {
          Connection(from: from == players.count ? nil : from, to: to, cost: $0.approximation)
        }
      }
    }
  }

  private struct Step {
    let from: Int
    let to: Int
    let cost: Rational
  }

  /// Prim's tree of these players from the source, as far as it gets.
  private func cheapestTree(of members: [Int]) -> [Step] {
    let source = players.count
    var best: [Int: Step] = [:]
    var waiting = members
    for member in members {
      if let cost = costs[source][member] { best[member] = Step(from: source, to: member, cost: cost) }
    }
    var tree: [Step] = []
    while let next = waiting.compactMap({ best[$0] }).min(by: { $0.cost < $1.cost }) {
      tree.append(next)
      waiting.removeAll { $0 == next.to }
      for member in waiting {
        guard let cost = costs[next.to][member] else { continue }
        if let known = best[member], known.cost <= cost { continue }
        best[member] = Step(from: next.to, to: member, cost: cost)
      }
    }
    return tree
  }
}
