import Mathematics

/// Members who tax a capital that goes where it earns most.
///
/// A head of member i produces (a − b·k)k with k of capital, and the capital of all, k̄ᵢ a head at home, is free to
/// move until it earns the same after tax everywhere. Then
///
///     kᵢ = k̄ + (t̄ − tᵢ) / 2b         what stays or comes; bars are means over the members
///     r  = a − 2b·k̄ − t̄              what it earns
///     uᵢ = b·kᵢ² + r·k̄ᵢ + θ·tᵢkᵢ     what its residents have: land and labour, capital, public funds
///
/// where a unit of public funds is worth θ ≥ 1 in private hands. Whoever raises its tax drives capital to the others,
/// so all tax too little:
///
///     let race = try TaxCompetition(
///       players: ["a", "b", "c"], outputA: 10, outputB: 1, capitalPerHead: [1, 1, 1], publicFundsValue: 2,
///       range: 0...3)
///     race.symmetricTax              // 1.5
///     race.revenueMaximisingTax      // 3
///     race.harmonisationGain(at: 3)  // 1.5 a head
///     try race.game.outcome(agreeing: .empty).actions  // [1.5, 1.5, 1.5]
///
/// ``game`` is a quadratic in the taxes, without approximation, in the unit of output a head. A coalition's joint
/// payoff is concave, so everything asked of it is exact. Members count alike, whatever their population.
///
/// Source: Zodrow & Mieszkowski (1986), J. Urban Econ. 19, 356–370; Wildasin (1988), J. Public Econ. 35, 229–240; with
/// the quadratic technology of Bucovetsky (1991), J. Urban Econ. 30, 167–181. The closed forms follow from these by
/// differentiation.
public struct TaxCompetition: Sendable, Equatable {
  /// a: what the first unit of capital adds to output.
  public let outputA: Double
  /// b: how fast that falls; by 2b a unit.
  public let outputB: Double
  /// k̄ᵢ: the capital a head that each member's residents own.
  public let capitalPerHead: [Double]
  /// θ: what a unit of public funds is worth in private hands.
  public let publicFundsValue: Double
  /// The least and the greatest tax a unit of capital.
  public let range: ClosedRange<Double>
  /// The taxes as a game.
  public let game: CompetitionGame

  /// - Parameters:
  ///   - players: 2 to 63 names, no two alike.
  ///   - outputA: a, above 0.
  ///   - outputB: b, above 0.
  ///   - capitalPerHead: k̄ᵢ, one a player, above 0.
  ///   - publicFundsValue: θ, 1 or more.
  ///   - range: of the tax; capital must be left everywhere, and earn something, wherever in it the taxes are.
  ///   - today: the taxes of today, within the range; its lower end if absent.
  /// - Throws: ``DilemmaError/invalid(_:)`` naming the number and what it should be.
  public init(
    players: [String], outputA: Double, outputB: Double, capitalPerHead: [Double], publicFundsValue: Double,
    range: ClosedRange<Double>, today: [Double]? = nil
  ) throws(DilemmaError) {
    try requirePlayers(players, atMost: 63)
    guard players.count >= 2 else { throw .invalid("tax competition needs 2 players or more, not \(players.count)") }
    for (what, figure) in [("output a", outputA), ("output b", outputB)] where !(figure.isFinite && figure > 0) {
      throw .invalid("the \(what) is \(figure); give a finite number above 0")
    }
    guard publicFundsValue.isFinite, publicFundsValue >= 1 else {
      throw .invalid("the value of public funds is \(publicFundsValue); give a finite number, 1 or more")
    }
    try requireFigures(capitalPerHead, called: "capital per head", of: players)
    for (name, capital) in zip(players, capitalPerHead) where capital == 0 {
      throw .invalid("the capital per head of '\(name)' is 0.0; give a number above 0")
    }
    let (low, high) = (range.lowerBound, range.upperBound)
    guard low.isFinite, high.isFinite else {
      throw .invalid("the taxes go from \(low) to \(high); give finite numbers")
    }
    let count = Double(players.count)
    let mean = capitalPerHead.reduce(0, +) / count
    let widest = 2 * outputB * mean * count / (count - 1)
    guard high - low <= widest * (1 + 1e-12) else {
      throw .invalid(
        "the taxes go from \(low) to \(high); a member at the highest would have no capital left while the others "
          + "are at the lowest, so let them differ by at most \(widest)")
    }
    let most = outputA - 2 * outputB * mean
    guard high <= most + 1e-12 * outputA else {
      throw .invalid(
        "the highest tax is \(high); capital would earn less than nothing above \(most), so give at most that")
    }
    self.outputA = outputA
    self.outputB = outputB
    self.capitalPerHead = capitalPerHead
    self.publicFundsValue = publicFundsValue
    self.range = range
    let places = players.indices
    let payoffs = places.map { i -> QuadraticPayoff in
      // kᵢ = mean + Σⱼ move[j]·tⱼ, so each term of the payoff is a product of two linear functions.
      let move = places.map { (1 / count - ($0 == i ? 1 : 0)) / (2 * outputB) }
      var curvature = Matrix(rows: places.count, columns: places.count)
      var slope = places.map { 2 * outputB * mean * move[$0] - capitalPerHead[i] / count }
      slope[i] += publicFundsValue * mean
      for j in places {
        for k in places { curvature[j, k] += 2 * outputB * move[j] * move[k] }
        curvature[i, j] += publicFundsValue * move[j]
        curvature[j, i] += publicFundsValue * move[j]
      }
      return QuadraticPayoff(
        curvature: curvature, slope: slope,
        constant: outputB * mean * mean + (outputA - 2 * outputB * mean) * capitalPerHead[i])
    }
    game = try CompetitionGame(
      players: players, low: places.map { _ in low }, high: places.map { _ in high }, payoffs: payoffs, today: today)
  }

  private var count: Double { Double(capitalPerHead.count) }
  private var meanCapital: Double { capitalPerHead.reduce(0, +) / count }

  /// The capital a head in each member at these taxes.
  public func capital(at taxes: [Double]) -> [Double] {
    let mean = taxes.reduce(0, +) / count
    return taxes.map { meanCapital + (mean - $0) / (2 * outputB) }
  }

  /// What a unit of capital earns after tax.
  public func netReturn(at taxes: [Double]) -> Double {
    outputA - 2 * outputB * meanCapital - taxes.reduce(0, +) / count
  }

  /// What each member raises, a head.
  public func revenue(at taxes: [Double]) -> [Double] { zip(taxes, capital(at: taxes)).map { $0 * $1 } }

  /// The tax of all in equilibrium when all own the same capital and the range leaves it open:
  /// 2bn·k̄(θ − 1) / (θ(n − 1)); 2b·k̄(θ − 1)/θ for very many members.
  public var symmetricTax: Double { revenueMaximisingTax * (publicFundsValue - 1) / publicFundsValue }

  /// The tax of all when each seeks the greatest revenue: 2bn·k̄ / (n − 1).
  public var revenueMaximisingTax: Double { 2 * outputB * count * meanCapital / (count - 1) }

  /// What each gains, a head, when all levy `tax` instead of ``symmetricTax``: (θ − 1)·k̄·(tax − symmetricTax).
  ///
  /// Nothing moves when all tax alike, so a unit more moves a unit a head from private to public hands.
  public func harmonisationGain(at tax: Double) -> Double {
    (publicFundsValue - 1) * meanCapital * (tax - symmetricTax)
  }
}
