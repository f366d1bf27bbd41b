/// A small generator for the log's tests: the same seed gives the same bytes everywhere.
///
/// Source: Steele, Lea & Flood (2014), OOPSLA '14, 453–472 (SplitMix64).
struct LogChance: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ mixed >> 27) &* 0x94d0_49bb_1331_11eb
    return mixed ^ mixed >> 31
  }

  /// Bytes of any length up to `longest`.
  mutating func bytes(upTo longest: Int) -> [UInt8] {
    let count = Int.random(in: 0...longest, using: &self)
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &self) }
  }
}
