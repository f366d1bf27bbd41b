import CollectiveAction
import Mathematics

/// Owners of the pipes, roads or lines of one network, who send as much as they can from a source to a sink.
///
/// A coalition gets the largest flow through the arcs of its members. Capacities are read as the decimals they
/// print as.
///
/// Source: Kalai & Zemel (1982), Math. Oper. Res. 7, 476–478.
public struct FlowGame: Sendable, Equatable {
  /// A one-way piece of the network.
  public struct Arc: Sendable, Equatable {
    /// The index of a node.
    public let from: Int
    /// The index of another node.
    public let to: Int
    /// What may flow through it, from zero up.
    public let capacity: Double
    /// The index of the player it belongs to.
    public let owner: Int

    public init(from: Int, to: Int, capacity: Double, owner: Int) {
      self.from = from
      self.to = to
      self.capacity = capacity
      self.owner = owner
    }
  }

  /// The owners' names; unique.
  public let players: [String]
  /// The nodes are 0 to `nodeCount` − 1.
  public let nodeCount: Int
  public let source: Int
  public let sink: Int
  public let arcs: [Arc]

  /// - Parameters:
  ///   - players: at least one name, no two alike.
  ///   - nodeCount: at least two.
  ///   - source: where the flow comes from.
  ///   - sink: where it goes, another node.
  ///   - arcs: between these nodes, of capacities from zero up.
  /// - Throws: ``StructuredGameError`` naming the node, owner or capacity that is wrong.
  public init(players: [String], nodeCount: Int, source: Int, sink: Int, arcs: [Arc]) throws(StructuredGameError) {
    try checkNames(players)
    for node in [source, sink] + arcs.flatMap({ [$0.from, $0.to] }) where !(0..<max(nodeCount, 0)).contains(node) {
      throw .unknownPlace(node, count: nodeCount)
    }
    guard source != sink else { throw .sourceIsSink(source) }
    for arc in arcs {
      guard players.indices.contains(arc.owner) else { throw .unknownPlace(arc.owner, count: players.count) }
      guard arc.capacity >= 0, arc.capacity.isFinite else {
        throw .wrongFigure(of: "capacity of an arc", at: players[arc.owner], figure: arc.capacity)
      }
    }
    self.players = players
    self.nodeCount = nodeCount
    self.source = source
    self.sink = sink
    self.arcs = arcs
  }

  /// The largest flow through all arcs.
  public var jointWorth: Double { flow(through: Set(players.indices)).amount.approximation }

  /// Every owner gets the capacity of its arcs in the smallest cut, of several the one nearest the source: a
  /// division in the core, for no flow of a coalition is larger than its own arcs of the cut.
  ///
  /// - Complexity: O(v a²) for v nodes and a arcs.
  ///
  /// Source: Kalai & Zemel (1982), Math. Oper. Res. 7, 476–478; Ford & Fulkerson (1956), Can. J. Math. 8, 399–404.
  public var cutDivision: Allocation {
    let reachable = flow(through: Set(players.indices)).reachable
    var shares = [Rational](repeating: 0, count: players.count)
    for arc in arcs where reachable[arc.from] && !reachable[arc.to] {
      shares[arc.owner] = shares[arc.owner] + Rational(decimal: arc.capacity)
    }
    return Allocation(players: players, shares: shares.map(\.approximation))
  }

  /// What every coalition can send, as a table of surpluses.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 players.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    try structuredTable(players, .surplus) { flow(through: Set($0)).amount }
  }

  /// The largest flow through the arcs of these owners, and what the source still reaches beside it: along shortest
  /// ways with room left, until there is none.
  ///
  /// Source: Edmonds & Karp (1972), J. ACM 19, 248–264.
  private func flow(through owners: Set<Int>) -> (amount: Rational, reachable: [Bool]) {
    // Arc 2k goes forward and 2k + 1 back.
    let open = arcs.filter { owners.contains($0.owner) }
    var room = open.flatMap { [Rational(decimal: $0.capacity), Rational.zero] }
    let ends = open.flatMap { [$0.to, $0.from] }
    var leaving = [[Int]](repeating: [], count: nodeCount)
    for (index, arc) in open.enumerated() {
      leaving[arc.from].append(2 * index)
      leaving[arc.to].append(2 * index + 1)
    }
    var amount = Rational.zero
    while true {
      var arrivedBy = [Int?](repeating: nil, count: nodeCount)
      var reachable = [Bool](repeating: false, count: nodeCount)
      reachable[source] = true
      var (queue, next) = ([source], 0)
      while next < queue.count {
        for arc in leaving[queue[next]] where room[arc].isPositive && !reachable[ends[arc]] {
          reachable[ends[arc]] = true
          arrivedBy[ends[arc]] = arc
          queue.append(ends[arc])
        }
        next += 1
      }
      guard reachable[sink] else { return (amount, reachable) }
      var way: [Int] = []
      var node = sink
      while let arc = arrivedBy[node] {
        way.append(arc)
        node = ends[arc ^ 1]
      }
      guard let step = way.map({ room[$0] }).min() else { return (amount, reachable) }
      for arc in way {
        room[arc] = room[arc] - step
        room[arc ^ 1] = room[arc ^ 1] + step
      }
      amount = amount + step
    }
  }
}
