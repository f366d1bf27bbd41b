import CollectiveAction
import Mathematics

extension SharedStandard {
  /// A standard of a few players. Figures are tenths, so that ties happen; of every three seeds one has equal
  /// weights, one symmetric ties, one ties that differ by direction and are missing in part.
  static func random(seed: UInt64, players: Int? = nil, withHolders: Bool = true) throws -> SharedStandard {
    var chance = RandomStream(seed: seed, stream: [3])
    let count = players ?? Int.random(in: 1...8, using: &chance)
    let names = (0..<count).map { "p\($0)" }
    func tenths(_ range: ClosedRange<Int>) -> [Double] {
      (0..<count).map { _ in Double(Int.random(in: range, using: &chance)) / 10 }
    }
    let isAlike = Bool.random(using: &chance)
    let benefit = isAlike ? [Double](repeating: 2, count: count) : tenths(0...30)
    let cost = tenths(0...26)
    var weights = Matrix(rows: count, columns: count)
    for i in 0..<count {
      for j in 0..<i {
        weights[i, j] = Double(Int.random(in: 0...3, using: &chance))
        weights[j, i] = seed % 3 == 1 ? weights[i, j] : Double(Int.random(in: 0...3, using: &chance))
      }
    }
    let holders = withHolders ? (0..<count).filter { _ in Int.random(in: 0..<6, using: &chance) == 0 } : []
    return try SharedStandard(
      players: names, benefit: benefit, switchingCost: cost, holders: holders,
      exchange: seed % 3 == 0 ? nil : ExchangeWeights(players: names, weights: weights))
  }

  /// What `player` gains by adopting while those of `adopters` do, less its cost, written down from the definition.
  func independentNet(of player: Int, _ adopters: [Bool]) -> Double {
    var share = exchange.ownShare
    for other in players.indices where other != player && adopters[other] {
      share += exchange.share(of: other, for: player)
    }
    return benefit[player] * share - switchingCost[player]
  }

  /// Every set of adopters that contains the holders.
  var everySet: [[Bool]] {
    (0..<(1 << players.count)).map { mask in players.indices.map { mask >> $0 & 1 == 1 } }
      .filter { set in players.indices.allSatisfy { !holds[$0] || set[$0] } }
  }
}

/// Whether all of the first set are in the second.
func isWithin(_ part: [Bool], _ whole: [Bool]) -> Bool { zip(part, whole).allSatisfy { !$0 || $1 } }

/// Figures of a few units add up some ten times: what rounding may leave.
let adoptionRounding = 1e-10
