import CollectiveAction
import Mathematics

/// Two sides that gain by pairing off: plants with a spare line and towns that need one, donors and projects.
///
/// A coalition gets the most its pairs can make, one partner each. Surpluses are read as the decimals they print as.
///
///     let market = try AssignmentGame(buyers: ["a", "b"], sellers: ["x", "y"], surpluses: [[8, 5], [7, 2]])
///     market.fairPoint  // half-way between what is best for the buyers and what is best for the sellers
///
/// Source: Shapley & Shubik (1971), Int. J. Game Theory 1, 111–130.
public struct AssignmentGame: Sendable, Equatable {
  /// One who is paired with another.
  public struct Pair: Sendable, Equatable {
    /// The index of a buyer.
    public let buyer: Int
    /// The index of a seller.
    public let seller: Int
  }

  /// One side; no two names alike on either.
  public let buyers: [String]
  /// The other side.
  public let sellers: [String]
  /// What each buyer, a row, and each seller, a column, make together, from zero up.
  public let surpluses: [[Double]]
  /// An optimal pairing, by buyer; pairs that make nothing are left out.
  public let pairs: [Pair]

  private let exact: [[Rational]]

  /// - Parameters:
  ///   - buyers: at least one name.
  ///   - sellers: at least one name; none of a buyer.
  ///   - surpluses: a row a buyer with one number a seller, finite, from zero up.
  /// - Throws: ``StructuredGameError`` naming the figure that is wrong.
  /// - Complexity: O(n³) for n players.
  ///
  /// Source: Kuhn (1955), Nav. Res. Logist. Q. 2, 83–97, for the pairing.
  public init(buyers: [String], sellers: [String], surpluses: [[Double]]) throws(StructuredGameError) {
    guard !buyers.isEmpty, !sellers.isEmpty else { throw .nobody }
    try checkNames(buyers + sellers)
    guard surpluses.count == buyers.count else {
      throw .figureCount(of: "rows", given: surpluses.count, needed: buyers.count)
    }
    for row in surpluses { try checkFigures(row, called: "surplus", of: sellers) }
    self.buyers = buyers
    self.sellers = sellers
    self.surpluses = surpluses
    exact = surpluses.map(fractions)
    let exact = exact
    pairs = Self.optimum(exact).filter { exact[$0.buyer][$0.seller].isPositive }
  }

  /// The buyers, then the sellers.
  public var players: [String] { buyers + sellers }
  /// What all pairs make.
  public var jointWorth: Double { pairs.map { exact[$0.buyer][$0.seller] }.sum.approximation }

  /// The core division in which every buyer gets the most, and every seller the least, of any core division.
  ///
  /// - Complexity: O(n³) for n players.
  ///
  /// Source: Shapley & Shubik (1971); Demange, Gale & Sotomayor (1986), J. Polit. Econ. 94, 863–872.
  public var buyerOptimal: Allocation { allocation(buyerCorner) }

  /// The core division in which every seller gets the most, and every buyer the least, of any core division.
  public var sellerOptimal: Allocation { allocation(sellerCorner) }

  /// Half-way between ``buyerOptimal`` and ``sellerOptimal``: the τ-value.
  ///
  /// Source: Thompson (1981); Núñez & Rafels (2002), Int. J. Game Theory 31, 411–422.
  public var fairPoint: Allocation {
    allocation(zip(buyerCorner, sellerCorner).map { ($0 + $1) / 2 })
  }

  /// What every coalition makes, as a table of surpluses over ``players``.
  ///
  /// - Throws: ``StructuredGameError/noTable(_:)`` beyond 26 players.
  public func table() throws(StructuredGameError) -> CoalitionGame {
    try structuredTable(players, .surplus) { coalition in
      let rows = coalition.filter { $0 < buyers.count }
      let columns = coalition.filter { $0 >= buyers.count }.map { $0 - buyers.count }
      guard !rows.isEmpty, !columns.isEmpty else { return 0 }
      let part = rows.map { row in columns.map { exact[row][$0] } }
      return Self.optimum(part).map { part[$0.buyer][$0.seller] }.sum
    }
  }

  private var buyerCorner: [Rational] {
    let best = Self.mostOfRows(exact, pairs: pairs)
    var sellersGet = [Rational](repeating: 0, count: sellers.count)
    for pair in pairs { sellersGet[pair.seller] = exact[pair.buyer][pair.seller] - best[pair.buyer] }
    return best + sellersGet
  }

  private var sellerCorner: [Rational] {
    let turned = sellers.indices.map { column in buyers.indices.map { exact[$0][column] } }
    let best = Self.mostOfRows(turned, pairs: pairs.map { Pair(buyer: $0.seller, seller: $0.buyer) })
    var buyersGet = [Rational](repeating: 0, count: buyers.count)
    for pair in pairs { buyersGet[pair.buyer] = exact[pair.buyer][pair.seller] - best[pair.seller] }
    return buyersGet + best
  }

  /// What the row players get at the corner best for them: the largest numbers such that nobody without a partner
  /// gets anything and no row player would do better with another's partner. That is a shortest path.
  private static func mostOfRows(_ surpluses: [[Rational]], pairs: [Pair]) -> [Rational] {
    var best = [Rational](repeating: 0, count: surpluses.count)
    for pair in pairs { best[pair.buyer] = surpluses[pair.buyer][pair.seller] }
    var changed = true
    while changed {
      changed = false
      for pair in pairs {
        let own = surpluses[pair.buyer][pair.seller]
        for rival in surpluses.indices where rival != pair.buyer {
          let bound = best[rival] + own - surpluses[rival][pair.seller]
          if bound < best[pair.buyer] {
            best[pair.buyer] = bound
            changed = true
          }
        }
      }
    }
    return best
  }

  /// The pairs of an optimal assignment, by row: the shortest augmenting path for one row after another.
  private static func optimum(_ surpluses: [[Rational]]) -> [Pair] {
    let (rows, columns) = (surpluses.count, surpluses[0].count)
    guard rows <= columns else {
      let turned = (0..<columns).map { column in surpluses.map { $0[column] } }
      return optimum(turned).map { Pair(buyer: $0.seller, seller: $0.buyer) }.sorted { $0.buyer < $1.buyer }
    }
    // Prices of rows and columns under which no pair is cheaper than free, at costs −surplus. Column `columns` is
    // the place a new row starts from.
    var rowPrice = [Rational](repeating: 0, count: rows)
    var columnPrice = [Rational](repeating: 0, count: columns + 1)
    var partner = [Int?](repeating: nil, count: columns + 1)
    for row in 0..<rows {
      partner[columns] = row
      var column = columns
      var slack = [Rational?](repeating: nil, count: columns)
      var previous = [Int](repeating: columns, count: columns)
      var visited = [Bool](repeating: false, count: columns + 1)
      while let current = partner[column] {
        visited[column] = true
        var (step, next): (Rational?, Int) = (nil, columns)
        for other in 0..<columns where !visited[other] {
          let reduced = -surpluses[current][other] - rowPrice[current] - columnPrice[other]
          if slack[other].map({ reduced < $0 }) ?? true {
            slack[other] = reduced
            previous[other] = column
          }
          if let candidate = slack[other], step.map({ candidate < $0 }) ?? true { (step, next) = (candidate, other) }
        }
        // As many columns as rows at least, so one is always left.
        guard let step else { preconditionFailure("an assignment has a column for every row") }
        for other in 0...columns {
          if visited[other] {
            if let owner = partner[other] { rowPrice[owner] = rowPrice[owner] + step }
            columnPrice[other] = columnPrice[other] - step
          } else if let known = slack[other] {
            slack[other] = known - step
          }
        }
        column = next
      }
      while column != columns {
        partner[column] = partner[previous[column]]
        column = previous[column]
      }
    }
    return (0..<columns).compactMap { column in partner[column].map { Pair(buyer: $0, seller: column) } }
      .sorted { $0.buyer < $1.buyer }
  }

  private func allocation(_ shares: [Rational]) -> Allocation {
    Allocation(players: players, shares: shares.map(\.approximation))
  }
}
