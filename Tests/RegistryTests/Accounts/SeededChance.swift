import Foundation

/// SplitMix64, so that every test draws the same from its seed (Steele, Lea & Flood 2014).
struct SeededChance: RandomNumberGenerator {
  /// Whether there is time for the long runs.
  static let isNight = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of up to `most` characters of a hostile alphabet.
  mutating func text(most: Int) -> String {
    let signs = Array("aZ059$=,-_+/ .:;%\u{0}\n\u{301}é密😀rpnlsct")
    return String((0..<Int.random(in: 0...most, using: &self)).map { _ in signs.randomElement(using: &self) ?? "a" })
  }

  /// `text` with one to three characters changed, dropped or doubled.
  mutating func mutation(of text: String) -> String {
    var signs = Array(text)
    for _ in 0..<Int.random(in: 1...3, using: &self) where !signs.isEmpty {
      let place = Int.random(in: signs.indices, using: &self)
      switch Int.random(in: 0..<4, using: &self) {
      case 0: signs.remove(at: place)
      case 1: signs.insert(signs[place], at: place)
      case 2: signs[place] = Array("09Az$=,\u{0}é-").randomElement(using: &self) ?? "0"
      default: signs.swapAt(place, 0)
      }
    }
    return String(signs)
  }
}
