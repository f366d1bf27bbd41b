extension CoalitionGame {
  /// What each coalition adds that none of its parts accounts for, by mask: d(S) = v(S) − Σ d(T) over its proper parts.
  ///
  /// The worth of a coalition is the sum of the dividends in it, and the Shapley value shares every dividend equally
  /// among those who earn it. Of decimals they are exact while no sum exceeds 2⁵³ units, which is sure when the
  /// worths are below 2⁵³⁻ⁿ.
  ///
  /// Source: Harsanyi (1959), A bargaining model for the cooperative n-person game, in Tucker & Luce (eds),
  /// Contributions to the theory of games IV, 325–355.
  ///
  /// - Returns: 2ⁿ numbers in the unit of the worths, the empty coalition's first; infinite ones only where the sums
  ///   of worths are beyond all numbers.
  /// - Complexity: n · 2ⁿ⁻¹ subtractions, halves first so that most are done in the nearest cache.
  public func dividends() -> [Double] {
    let table = WorthCounts(worths)
    var dividends = table.counts
    dividends.withUnsafeMutableBufferPointer { SubsetSums.undo($0) }
    table.turnIntoWorths(&dividends)
    return dividends
  }

  /// The game with these dividends: a coalition is worth the sum of the dividends of all coalitions in it.
  ///
  /// - Parameters:
  ///   - players: 1 to ``largestTable`` names, no two alike.
  ///   - kind: whether a worth is paid or received.
  ///   - dividends: 2ⁿ finite numbers by mask, the first of them zero.
  /// - Throws: ``CoalitionGameError`` when a count, a name or a number is wrong.
  public init(players: [String], kind: Kind, dividends: [Double]) throws(CoalitionGameError) {
    // As a table they are held to the same rules as worths are.
    let listed = try CoalitionGame(players: players, kind: kind, worths: dividends)
    let table = WorthCounts(listed.worths)
    var worths = table.counts
    worths.withUnsafeMutableBufferPointer { SubsetSums.form($0) }
    table.turnIntoWorths(&worths)
    try self.init(players: players, kind: kind, worths: worths)
  }
}

/// Sums over the subsets of every set, in place, and their undoing.
enum SubsetSums {
  /// Each entry becomes the sum of the entries of its subsets.
  static func form(_ table: UnsafeMutableBufferPointer<Double>) {
    guard let first = table.baseAddress else { return }
    addLowerHalves(first, count: table.count, times: 1)
  }

  /// Undoes ``form(_:)``.
  static func undo(_ table: UnsafeMutableBufferPointer<Double>) {
    guard let first = table.baseAddress else { return }
    addLowerHalves(first, count: table.count, times: -1)
  }

  /// Adds the lower half to the upper one, after doing so within each half: all but the last halves then find their
  /// numbers in a near cache.
  private static func addLowerHalves(_ table: UnsafeMutablePointer<Double>, count: Int, times sign: Double) {
    guard count > 1 else { return }
    if count == 8 { return addWithinEight(table, times: sign) }
    let half = count / 2
    addLowerHalves(table, count: half, times: sign)
    addLowerHalves(table + half, count: half, times: sign)
    let upper = table + half
    for index in 0..<half { upper[index] += sign * table[index] }
  }

  /// The same for three players at once, where calls would take longer than sums.
  private static func addWithinEight(_ table: UnsafeMutablePointer<Double>, times sign: Double) {
    for place in stride(from: 0, to: 8, by: 2) { table[place + 1] += sign * table[place] }
    for place in 0..<2 { table[place + 2] += sign * table[place] }
    for place in 4..<6 { table[place + 2] += sign * table[place] }
    for place in 0..<4 { table[place + 4] += sign * table[place] }
  }
}
