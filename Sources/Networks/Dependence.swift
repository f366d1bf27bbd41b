import Mathematics

/// Who depends on whom, and how much.
///
/// D(i, j) says how much player `i` needs what player `j` controls; zero on the diagonal, never negative. The
/// power of `j` over `i` is D(i, j) (Emerson 1962, Amer. Sociol. Rev. 27, 31–41).
public struct Dependence: Sendable, Equatable {
  /// The players' names, unique, in the order of the matrix.
  public let players: [String]
  /// Row: who depends; column: on whom.
  public let matrix: Matrix

  /// Dependence measured as stakes: the part of `i`'s cost that hangs on what `j` does.
  ///
  /// A negative stake, where the other's cooperation harms, is no dependence on it and counts as zero; the
  /// diagonal counts as zero too.
  ///
  /// - Parameters:
  ///   - players: names, no two alike.
  ///   - stakes: one row and one column a player; row `i` holds what `i` has at stake with each other.
  /// - Throws: ``NetworkError`` when names repeat, the matrix has another size, or a number is not finite.
  public init(players: [String], stakes: Matrix) throws(NetworkError) {
    try checkNames(players)
    guard stakes.rows == players.count, stakes.columns == players.count else {
      throw .size(rows: stakes.rows, columns: stakes.columns, players: players.count)
    }
    var matrix = Matrix(rows: players.count, columns: players.count)
    for i in players.indices {
      for j in players.indices where i != j {
        guard stakes[i, j].isFinite else { throw .notFinite(from: players[i], to: players[j]) }
        matrix[i, j] = max(stakes[i, j], 0)
      }
    }
    self.players = players
    self.matrix = matrix
  }

  /// Dependence that comes of exchange: D(i, j) = Σ over resources of importance × criticality × share ×
  /// (1 − substitutability).
  ///
  /// The factors are those of Pfeffer & Salancik (1978), The External Control of Organizations, ch. 3; taking
  /// their product is our own form. Several exchanges of one resource between the same two add up.
  ///
  /// - Throws: ``NetworkError`` when names repeat, an exchange names no player or the same one twice, or
  ///   the shares of one resource that a player gets from all others exceed 1.
  public init(players: [String], exchanges: [Exchange]) throws(NetworkError) {
    try checkNames(players)
    var matrix = Matrix(rows: players.count, columns: players.count)
    var supplied: [String: Double] = [:]
    for exchange in exchanges {
      guard let i = players.firstIndex(of: exchange.dependent) else { throw .unknownPlayer(exchange.dependent) }
      guard let j = players.firstIndex(of: exchange.supplier) else { throw .unknownPlayer(exchange.supplier) }
      guard i != j else { throw .sameEnds(exchange.dependent) }
      let key = "\(i) \(exchange.resource)"
      let total = (supplied[key] ?? 0) + exchange.share
      // 1e-9: shares typed as thirds may round above one.
      guard total <= 1 + 1e-9 else {
        throw .sharesAboveOne(player: exchange.dependent, resource: exchange.resource, total: total)
      }
      supplied[key] = total
      matrix[i, j] += exchange.dependence
    }
    self.players = players
    self.matrix = matrix
  }

  /// Numbers that were found valid.
  init(players: [String], matrix: Matrix) {
    self.players = players
    self.matrix = matrix
  }

  /// Both kinds of dependence together, entry by entry.
  /// - Precondition: both are about the same players in the same order.
  public func adding(_ other: Dependence) -> Dependence {
    precondition(players == other.players, "dependences of the same players can be added")
    return Dependence(
      players: players,
      matrix: Matrix(
        rows: matrix.rows, columns: matrix.columns, elements: zip(matrix.elements, other.matrix.elements).map(+)))
  }

  /// How much player `i` depends on player `j`.
  public subscript(i: Int, j: Int) -> Double { matrix[i, j] }

  /// How much two depend on each other, D(i, j) + D(j, i): what draws them together (Casciaro & Piskorski 2005,
  /// Admin. Sci. Quart. 50, 167–199).
  public func mutual(_ i: Int, _ j: Int) -> Double { self[i, j] + self[j, i] }

  /// How unequal their dependence is, |D(i, j) − D(j, i)|: what stands in the way of joining (same source).
  public func imbalance(_ i: Int, _ j: Int) -> Double { abs(self[i, j] - self[j, i]) }

  /// The motive of two to join, `attraction` × mutual dependence − `obstruction` × imbalance.
  ///
  /// Casciaro & Piskorski (2005) find the two signs; the linear form is our own.
  public func motive(_ i: Int, _ j: Int, attraction: Double = 1, obstruction: Double = 1) -> Double {
    attraction * mutual(i, j) - obstruction * imbalance(i, j)
  }

  /// Every pair, i < j, in the players' order.
  public var pairs: [Pair] {
    players.indices.flatMap { i in
      players.indices.dropFirst(i + 1).map { j in
        Pair(
          first: i, second: j, mutual: mutual(i, j), imbalance: imbalance(i, j),
          stronger: self[i, j] == self[j, i] ? nil : self[i, j] < self[j, i] ? i : j)
      }
    }
  }

  /// How much all others depend on each player: its power over them together.
  public var power: [Double] {
    players.indices.map { j in players.indices.reduce(0) { $0 + self[$1, j] } }
  }

  /// Weights for bargaining, one a player, that add up to 1: equal parts at `balance` 0, parts in proportion
  /// to ``power`` at 1, and between them in between; equal when nobody depends on anybody. Own form.
  ///
  /// - Precondition: `balance` is between 0 and 1. Below 1 every weight is above zero.
  public func bargainingWeights(balance: Double = 0.5) -> [Double] {
    precondition((0...1).contains(balance), "the balance is between 0 and 1")
    let equal = 1 / Double(players.count)
    let power = power
    let total = power.reduce(0, +)
    guard total > 0 else { return power.map { _ in equal } }
    return power.map { (1 - balance) * equal + balance * $0 / total }
  }
}

extension Dependence {
  /// What holds between two players.
  public struct Pair: Sendable, Equatable, Codable {
    public let first: Int
    public let second: Int
    /// How much they depend on each other.
    public let mutual: Double
    /// How unequal their dependence is.
    public let imbalance: Double
    /// The one that depends less, or none when they are equal.
    public let stronger: Int?
  }
}

/// One player gets a resource from another.
public struct Exchange: Sendable, Equatable {
  public let dependent: String
  public let supplier: String
  public let resource: String
  /// What part of all the dependent player uses or sells this resource is.
  public let importance: Double
  /// How badly it would do without, 0 to 1.
  public let criticality: Double
  /// What part of the resource comes from this supplier.
  public let share: Double
  /// How easily something or somebody else could stand in, 0 to 1.
  public let substitutability: Double

  /// - Throws: ``NetworkError/outOfRange(_:_:resource:)`` when one of the four numbers is not within 0 and 1.
  public init(
    dependent: String, supplier: String, resource: String, importance: Double, criticality: Double, share: Double,
    substitutability: Double
  ) throws(NetworkError) {
    let numbers = [
      ("importance", importance), ("criticality", criticality), ("share", share),
      ("substitutability", substitutability),
    ]
    for (name, value) in numbers where !(0...1).contains(value) { throw .outOfRange(name, value, resource: resource) }
    self.dependent = dependent
    self.supplier = supplier
    self.resource = resource
    self.importance = importance
    self.criticality = criticality
    self.share = share
    self.substitutability = substitutability
  }

  /// importance × criticality × share × (1 − substitutability).
  public var dependence: Double { importance * criticality * share * (1 - substitutability) }
}
