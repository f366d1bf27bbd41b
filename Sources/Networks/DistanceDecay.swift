import Mathematics

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// How ties weaken with distance: the proximity effect.
///
/// The line ln w = a − b·d is fitted to the ties that there are. The decay b is the part of a tie's strength lost for each
/// unit of distance: over ln 2 / b units it halves. Pairs without a tie have no logarithm and are left out of the line;
/// ``nearness`` counts them.
///
///     let decay = try DistanceDecay(of: network, distances: kilometres)
///     decay.region?.slope     // −0.01: one percent a kilometre
///     decay.ofPlayers[3]?.rSquared
///
/// The exponential form is one of the two usual in spatial interaction (Fotheringham & O'Kelly 1989, Spatial
/// Interaction Models); its use for ties between governments is ours.
public struct DistanceDecay: Sendable, Equatable {
  /// The line through all tied pairs, each way apart; none for fewer than two, or where all are equally far.
  public let region: FittedLine?
  /// The line through each player's own ties, to and from it.
  public let ofPlayers: [FittedLine?]
  /// The mean distance of ties, by weight, over that of all pairs: below 1 when near ones are tied, 1 when distance makes
  /// no difference; none without ties or distances.
  public let nearness: Double?

  /// - Parameters:
  ///   - network: the ties; of dependence, a network with its numbers as weights.
  ///   - distances: one row and one column a player, 0 or more, in any unit; the diagonal is not read.
  /// - Throws: ``NetworkError`` when the matrix has another size, or a distance is negative or not finite.
  public init(of network: TieNetwork, distances: Matrix) throws(NetworkError) {
    let (players, weights) = (network.players, network.weights)
    guard distances.rows == players.count, distances.columns == players.count else {
      throw .size(rows: distances.rows, columns: distances.columns, players: players.count)
    }
    var pairs: [(from: Int, to: Int)] = []
    for i in players.indices {
      for j in players.indices where i != j {
        guard distances[i, j].isFinite else { throw .notFinite(from: players[i], to: players[j]) }
        guard distances[i, j] >= 0 else { throw .distance(from: players[i], to: players[j], distances[i, j]) }
        pairs.append((i, j))
      }
    }
    let tied = pairs.filter { weights[$0.from, $0.to] > 0 }
    func line(_ pairs: [(from: Int, to: Int)]) -> FittedLine? {
      FittedLine(x: pairs.map { distances[$0.from, $0.to] }, y: pairs.map { log(weights[$0.from, $0.to]) })
    }
    region = line(tied)
    ofPlayers = players.indices.map { player in line(tied.filter { $0.from == player || $0.to == player }) }
    let weight = tied.reduce(0) { $0 + weights[$1.from, $1.to] }
    let far = pairs.reduce(0) { $0 + distances[$1.from, $1.to] }
    guard weight > 0, far > 0 else {
      nearness = nil
      return
    }
    let reached = tied.reduce(0) { $0 + weights[$1.from, $1.to] * distances[$1.from, $1.to] }
    nearness = reached / weight / (far / Double(pairs.count))
  }
}
