/// Games that differ only by what each player brings along and by the unit of account.
///
/// Most rules of division follow such a change: they divide what cooperation adds, and leave the rest where it is.
extension CoalitionGame {
  /// The game in which a player alone is worth nothing: v(S) − Σ v(i) over the members, of the same kind.
  ///
  /// Of decimals the result is the decimal, not a rounding away from it.
  ///
  /// - Throws: ``TransformationError/tooLarge(_:)`` when a worth would be beyond all numbers.
  public func zeroNormalised() throws(TransformationError) -> CoalitionGame {
    try replacing(kind: kind, worths: beyondMembersAlone(mirrored: false))
  }

  /// What each coalition saves, or gains, by working together rather than each member alone: a surplus game.
  ///
  /// In a cost game Σ c(i) − c(S), in a surplus game v(S) − Σ v(i); both over the members. Below zero where a
  /// coalition does worse than its members apart.
  ///
  ///     try CoalitionGame(players: ["a", "b"], costs: [0, 0.1, 0.2, 0.3]).savingsGame().jointWorth  // 0
  ///
  /// - Throws: ``TransformationError/tooLarge(_:)`` when a saving would be beyond all numbers.
  public func savingsGame() throws(TransformationError) -> CoalitionGame {
    try replacing(kind: .surplus, worths: beyondMembersAlone(mirrored: kind == .cost))
  }

  /// The game factor · v(S) + Σ amounts over the members, of the same kind: another currency, and what each player
  /// pays or gets besides.
  ///
  /// - Parameters:
  ///   - factor: finite, above zero.
  ///   - amounts: one finite number a player, in the unit of the result; none for nothing.
  /// - Throws: ``TransformationError`` when the factor or an amount is of no use or a worth beyond all numbers.
  public func scaled(by factor: Double, adding amounts: [Double]? = nil) throws(TransformationError)
    -> CoalitionGame
  {
    guard factor.isFinite, factor > 0 else { throw .unusableFactor(factor) }
    let amounts = amounts ?? players.map { _ in 0 }
    guard amounts.count == playerCount else { throw .amountCount(given: amounts.count, needed: playerCount) }
    if let player = amounts.firstIndex(where: { !$0.isFinite }) {
      throw .notFinite(place: "the amount of '\(players[player])'")
    }
    let scaled = factor == 1 ? worths : Self.products(worths, factor)
    // The amounts stand behind the worths, so that both are counted in one unit.
    let table = WorthCounts(scaled + amounts)
    var sums = Self.additiveTable(Array(table.counts.suffix(playerCount)))
    for mask in sums.indices { sums[mask] += table.counts[mask] }
    table.turnIntoWorths(&sums)
    return try replacing(kind: kind, worths: sums)
  }

  /// Each worth times the factor, as decimals where both are and the digits suffice.
  private static func products(_ worths: [Double], _ factor: Double) -> [Double] {
    guard let unit = DecimalUnit(of: worths), let factorUnit = DecimalUnit(of: [factor]),
      (-22...22).contains(unit.exponent + factorUnit.exponent),
      case let count = factorUnit.count(of: factor),
      worths.allSatisfy({ abs(unit.count(of: $0) * count) <= 0x1p53 })
    else { return worths.map { factor * $0 } }
    let power = unit.exponent + factorUnit.exponent
    return worths.map {
      let product = unit.count(of: $0) * count
      return power < 0 ? product / DecimalUnit.power(-power) : product * DecimalUnit.power(power)
    }
  }

  /// Worths less those of the members alone, or the other way round.
  private func beyondMembersAlone(mirrored: Bool) -> [Double] {
    let table = WorthCounts(worths)
    var separate = Self.additiveTable(players.indices.map { table.counts[1 << $0] })
    table.counts.withUnsafeBufferPointer { together in
      separate.withUnsafeMutableBufferPointer { apart in
        if mirrored {
          for mask in 0..<apart.count { apart[mask] -= together[mask] }
        } else {
          for mask in 0..<apart.count { apart[mask] = together[mask] - apart[mask] }
        }
      }
    }
    table.turnIntoWorths(&separate)
    return separate
  }

  /// The sum of its members' amounts for every coalition.
  static func additiveTable(_ amounts: [Double]) -> [Double] {
    [Double](unsafeUninitializedCapacity: 1 << amounts.count) { sums, count in
      sums.initialize(repeating: 0)
      for (player, amount) in amounts.enumerated() {
        let half = 1 << player
        for mask in 0..<half { sums[half + mask] = sums[mask] + amount }
      }
      count = 1 << amounts.count
    }
  }
}
