/// Reads the members of coalitions from the bytes of their names, without making words of them.
///
/// It knows only what is written plainly; whatever it cannot tell is for ``CoalitionTable`` to read, or to refuse.
struct CoalitionKeys {
  private let names: [[UInt8]]
  /// Players by the hash of their name, -1 where there is none; collisions stand in the next free slot.
  private let slots: [Int8]
  /// Whether every name is one letter, so that letters may stand side by side.
  private let areLetters: Bool

  /// - Parameter players: at most 64 names, no two alike.
  init(players: [String], areLetters: Bool) {
    names = players.map { Array($0.utf8) }
    self.areLetters = areLetters
    var slots = [Int8](repeating: -1, count: 256)
    for (player, name) in names.enumerated() {
      var slot = Self.hash(name, 0..<name.count)
      while slots[slot] >= 0 { slot = (slot + 1) & 255 }
      slots[slot] = Int8(player)
    }
    self.slots = slots
  }

  /// The members that stand in `range` of `bytes`; nil where a name is unknown, stands twice or is not written plainly.
  func mask(_ bytes: [UInt8], _ range: Range<Int>) -> Int? {
    let key = trimmed(bytes, range)
    guard !key.isEmpty else { return 0 }
    var start = key.lowerBound
    var mask = 0
    var isJoined = false
    for index in key where Self.joins(bytes[index]) {
      isJoined = true
      guard add(bytes, trimmed(bytes, start..<index), to: &mask) else { return nil }
      start = index + 1
    }
    if isJoined || !areLetters {
      return add(bytes, trimmed(bytes, start..<key.upperBound), to: &mask) ? mask : nil
    }
    while start < key.upperBound {
      var end = start + 1
      while end < key.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
      if !Self.isSpace(bytes[start]) {
        guard add(bytes, start..<end, to: &mask) else { return nil }
      }
      start = end
    }
    return mask
  }

  /// Whether a byte stands between two names.
  static func joins(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "+") || byte == UInt8(ascii: ",") }

  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

  private func add(_ bytes: [UInt8], _ range: Range<Int>, to mask: inout Int) -> Bool {
    var slot = Self.hash(bytes, range)
    while slots[slot] >= 0 {
      let player = Int(slots[slot])
      if isName(player, bytes, range) {
        guard mask >> player & 1 == 0 else { return false }
        mask |= 1 << player
        return true
      }
      slot = (slot + 1) & 255
    }
    return false
  }

  private func isName(_ player: Int, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    guard names[player].count == range.count else { return false }
    for offset in 0..<range.count where names[player][offset] != bytes[range.lowerBound + offset] { return false }
    return true
  }

  private func trimmed(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high, Self.isSpace(bytes[low]) { low += 1 }
    while low < high, Self.isSpace(bytes[high - 1]) { high -= 1 }
    return low..<high
  }

  /// The hash of Fowler, Noll and Vo, to eight bits.
  private static func hash(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    var hash: UInt32 = 2_166_136_261
    for index in range { hash = (hash ^ UInt32(bytes[index])) &* 16_777_619 }
    return Int((hash ^ hash >> 16) & 255)
  }
}
