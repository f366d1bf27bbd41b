import Mathematics

/// How much of each player's cost hangs on what the others do.
///
/// The stake of i in j is the fall of i's cost when j alone moves from acting alone to the optimum, over i's cost when
/// all act alone (``Dilemma/stakes(of:)``). Exposure adds their sizes over j: 0.3 says that the others, moving one by
/// one, change three tenths of what i bears. Own definition.
public struct Exposure: Sendable, Equatable {
  /// Row i, column j: the stake of i in j; zero on the diagonal.
  public let stakes: Matrix

  /// - Throws: ``DilemmaError`` when an equilibrium is not found.
  /// - Complexity: 2n equilibria, as families work stakes out.
  public init(of dilemma: some Dilemma) throws(DilemmaError) {
    let count = dilemma.players.count
    var stakes = Matrix(rows: count, columns: count)
    for player in 0..<count {
      for (other, stake) in try dilemma.stakes(of: player).enumerated() where other != player {
        stakes[player, other] = stake
      }
    }
    self.stakes = stakes
  }

  /// What hangs on others, for better or worse: Σⱼ |sᵢⱼ|.
  public var total: [Double] { sums { abs($0) } }

  /// What the others' cooperation would spare it: Σⱼ max(sᵢⱼ, 0).
  public var benefit: [Double] { sums { max($0, 0) } }

  /// What the others' cooperation would cost it: Σⱼ max(−sᵢⱼ, 0).
  public var harm: [Double] { sums { max(-$0, 0) } }

  /// How much two depend on each other: max(sᵢⱼ, 0) + max(sⱼᵢ, 0).
  public func mutualDependence(_ i: Int, _ j: Int) -> Double { max(stakes[i, j], 0) + max(stakes[j, i], 0) }

  /// How unequal their dependence is: |max(sᵢⱼ, 0) − max(sⱼᵢ, 0)|.
  public func powerImbalance(_ i: Int, _ j: Int) -> Double { abs(max(stakes[i, j], 0) - max(stakes[j, i], 0)) }

  private func sums(_ part: (Double) -> Double) -> [Double] {
    (0..<stakes.rows).map { i in (0..<stakes.columns).reduce(0) { $0 + part(stakes[i, $1]) } }
  }
}
