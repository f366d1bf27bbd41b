/// Games of any size, the same bit by bit for the same seed on any machine.
///
/// All worths are whole numbers. Those of the first six families come from `Lottery`, which knows no order, those
/// of the others from the generator that came with them.
enum GameFamily: String, CaseIterable {
  /// s(S) = 100·|S|² and 0 to 99 more, 0 for a single player: the savings of a random subadditive cost game.
  case superadd
  /// s(S) = Σ aᵢ + Σ wᵢⱼ over the members and their pairs, aᵢ from 0 to 50, wᵢⱼ from 0 to 100: convex.
  case spill
  /// The same with wᵢⱼ from −40 to 60: neither convex nor superadditive.
  case spillmix
  /// Weights from 1 to 20; more than half of them win 1.
  case voting
  /// Claims from 100 to 1000 on two fifths of their sum: what the others' claims leave.
  case bankruptcy
  /// Runways that cost from 100 to 1000 apart, together as much as the longest: the savings.
  case airport
  /// The five types of Benedek, Fliege & Nguyen (2021), Math. Program. 190, 673–704, as their program draws them.
  case bnf1, bnf2, bnf3, bnf4, bnf5

  /// The sizes that the family has.
  var players: ClosedRange<Int> {
    switch self {
    case .bnf3: 4...26
    case .bnf5: 5...26
    default: 1...26
    }
  }

  /// The surplus of each coalition, in the order of the masks.
  func worths(players n: Int, seed: UInt64) -> [Double] {
    let chance = Lottery(seed: seed)
    switch self {
    case .superadd:
      return table(n) { mask in
        let size = mask.nonzeroBitCount
        return size < 2 ? 0 : Double(100 * size * size + chance.draw(mask, from: 0...99))
      }
    case .spill: return quadratic(n, seed: seed, pairs: 0...100)
    case .spillmix: return quadratic(n, seed: seed, pairs: -40...60)
    case .voting:
      let weights = (0..<n).map { Double(chance.draw($0, from: 1...20)) }
      let quota = (weights.reduce(0, +) / 2).rounded(.down) + 1
      return sums(weights).map { $0 >= quota ? 1 : 0 }
    case .bankruptcy:
      let claims = (0..<n).map { chance.draw($0, from: 100...1000) }
      let all = claims.reduce(0, +)
      let estate = Double(all * 2 / 5)
      return sums(claims.map(Double.init)).map { max(0, estate - (Double(all) - $0)) }
    case .airport:
      let costs = (0..<n).map { Double(chance.draw($0, from: 100...1000)) }
      var savings = sums(costs)
      let longest = grown(n) { max($1, costs[$0]) }
      for mask in savings.indices { savings[mask] -= longest[mask] }
      return savings
    case .bnf1, .bnf2, .bnf3, .bnf4, .bnf5: return benedek(n, seed: seed)
    }
  }

  /// One number a mask.
  private func table(_ n: Int, _ worth: (Int) -> Double) -> [Double] {
    [Double](unsafeUninitializedCapacity: 1 << n) { table, count in
      for mask in 0..<(1 << n) { (table.baseAddress! + mask).initialize(to: worth(mask)) }
      count = 1 << n
    }
  }

  /// A table that each player doubles: `with` makes the worth of a coalition with the player of that without.
  private func grown(_ n: Int, _ with: (Int, Double) -> Double) -> [Double] {
    var table = [Double](repeating: 0, count: 1 << n)
    for player in 0..<n {
      for mask in 0..<(1 << player) { table[1 << player | mask] = with(player, table[mask]) }
    }
    return table
  }

  /// The sum of the members' figures.
  private func sums(_ figures: [Double]) -> [Double] { grown(figures.count) { $1 + figures[$0] } }

  private func quadratic(_ n: Int, seed: UInt64, pairs: ClosedRange<Int>) -> [Double] {
    let game = QuadraticFigures(players: n, seed: seed, pairs: pairs)
    var table = [Double](repeating: 0, count: 1 << n)
    var gains = [Double](repeating: 0, count: 1 << (n - 1))
    for player in 0..<n {
      let half = 1 << player
      gains[0] = game.alone[player]
      for other in 0..<player {
        for mask in 0..<(1 << other) { gains[1 << other | mask] = gains[mask] + game.pairs[other][player] }
      }
      for mask in 0..<half { table[half | mask] = table[mask] + gains[mask] }
    }
    return table
  }

  private func benedek(_ n: Int, seed: UInt64) -> [Double] {
    let all = (1 << n) - 1
    var chance = LinearCongruence(seed: seed)
    var table = [Double](repeating: 0, count: all + 1)
    switch self {
    case .bnf1:
      guard n > 1 else { return table }
      table[all] = Double(chance.next() % 201 + 100 * (n - 2))
      for mask in 1..<all where mask.nonzeroBitCount > 1 {
        table[mask] = Double(chance.next() % (100 * mask.nonzeroBitCount) + 1)
      }
    case .bnf2, .bnf4:
      let range = self == .bnf2 ? 50 * n : n
      for mask in 1...all where mask.nonzeroBitCount > 1 { table[mask] = Double(chance.next() % range + 1) }
    case .bnf3:
      table[all] = 1
      for first in 0..<n {
        if chance.next() % 10 < 9 { table[all - (1 << first)] = 1 }
        for second in (first + 1)..<max(n, first + 1) where chance.next() % 10 < 9 {
          table[all - (1 << first) - (1 << second)] = 1
        }
      }
    default:
      let large = (n - 3) / 2
      let quota = Double(4 * large + n - 4)
      let weights = (0..<n).map { Double($0 < 5 ? large : 1) }
      table = sums(weights).map { $0 >= quota ? 1 : 0 }
    }
    return table
  }
}

/// A quadratic spillover: what each has alone, and what each pair gains once both are in (the earlier a row).
struct QuadraticFigures: Encodable {
  let alone: [Double]
  let pairs: [[Double]]

  init(players n: Int, seed: UInt64, pairs range: ClosedRange<Int>) {
    let (own, mutual) = (Lottery(seed: seed), Lottery(seed: seed + 1))
    alone = (0..<n).map { Double(own.draw($0, from: 0...50)) }
    pairs = (0..<n).map { row in (0..<n).map { Double(mutual.draw(n * row + $0, from: range)) } }
  }
}

/// Numbers that depend on a seed and a place alone, by the finaliser of SplitMix64 (Steele, Lea & Flood 2014).
struct Lottery {
  let seed: UInt64

  /// A whole number from `range`, about equally likely each.
  func draw(_ place: Int, from range: ClosedRange<Int>) -> Int {
    var mixed = (seed &+ 1 &+ UInt64(place)) &* 0x9E37_79B9_7F4A_7C15 &+ seed &* 0xD134_2543_DE82_EF95
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return range.lowerBound + Int((mixed ^ mixed >> 31) % UInt64(range.count))
  }
}

/// `rand` of Microsoft's C library, with which the published games of Benedek, Fliege & Nguyen were drawn.
private struct LinearCongruence {
  private var state: UInt32

  init(seed: UInt64) { state = UInt32(truncatingIfNeeded: seed) }

  mutating func next() -> Int {
    state = state &* 214_013 &+ 2_531_011
    return Int(state >> 16 & 0x7fff)
  }
}
