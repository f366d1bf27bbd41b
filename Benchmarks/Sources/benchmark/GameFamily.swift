import CollectiveAction
import Mathematics

/// Games of any size, the same for the same seed.
enum GameFamily: String, CaseIterable {
  /// s(S) = 100·|S|² + a whole number from 0 to 99, and 0 for a single player: more together than apart.
  case superadd
  /// s(S) = Σ aᵢ + Σ wᵢⱼ over the members and their pairs, aᵢ from 0 to 50, wᵢⱼ from 0 to 100: each spill
  /// between two is gained once both are in.
  case spill

  /// The surplus of each coalition, in the order of the masks.
  func worths(players: Int, seed: UInt64) -> [Double] {
    var chance = RandomStream(seed: seed, stream: [players])
    let count = 1 << players
    var worths = [Double](repeating: 0, count: count)
    switch self {
    case .superadd:
      for mask in 1..<count where mask.nonzeroBitCount > 1 {
        let size = mask.nonzeroBitCount
        worths[mask] = Double(100 * size * size + Int.random(in: 0...99, using: &chance))
      }
    case .spill:
      let own = (0..<players).map { _ in Int.random(in: 0...50, using: &chance) }
      let pairs = (0..<players).map { _ in (0..<players).map { _ in Int.random(in: 0...100, using: &chance) } }
      for mask in 1..<count {
        let last = mask.trailingZeroBitCount
        let rest = Coalition(mask: UInt64(mask)).removing(last)
        worths[mask] = rest.reduce(worths[Int(rest.mask)] + Double(own[last])) { $0 + Double(pairs[last][$1]) }
      }
    }
    return worths
  }
}
