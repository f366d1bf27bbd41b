/// A statement about which options are taken, true in some states of a conflict and false in others.
///
///     .not(.taken("abandon"))                                     // it stays
///     .implies(.taken("insist"), .any([.taken("accept"), .taken("delay")]))
///     .pattern("YY---")                                           // the first two, whatever the others do
public indirect enum OptionCondition: Hashable, Sendable {
  /// The option with this name is taken.
  case taken(String)
  /// One letter for each option of the conflict, in order: Y where it is taken, N where it is not, - where either will
  /// do.
  case pattern(String)
  /// The condition does not hold.
  case not(OptionCondition)
  /// Every one of the conditions holds; with none, always.
  case all([OptionCondition])
  /// At least one of the conditions holds; with none, never.
  case any([OptionCondition])
  /// If the first holds, so does the second.
  case implies(OptionCondition, OptionCondition)
  /// Both hold or neither: the one if and only if the other.
  case same(OptionCondition, OptionCondition)

  /// The condition with numbers in place of names.
  func numbered(_ numbers: [String: Int], optionCount: Int) throws(ConflictError) -> NumberedCondition {
    switch self {
    case .taken(let name):
      guard let number = numbers[name] else { throw .unknownOption(name) }
      return .taken(number)
    case .pattern(let pattern):
      let (care, wanted) = try Self.bits(of: pattern, optionCount: optionCount)
      return .pattern(care: care, wanted: wanted)
    case .not(let part): return .not(try part.numbered(numbers, optionCount: optionCount))
    case .all(let parts): return .all(try parts.numbered(numbers, optionCount: optionCount))
    case .any(let parts): return .any(try parts.numbered(numbers, optionCount: optionCount))
    case .implies(let left, let right):
      return .any([
        .not(try left.numbered(numbers, optionCount: optionCount)),
        try right.numbered(numbers, optionCount: optionCount),
      ])
    case .same(let left, let right):
      return .same(
        try left.numbered(numbers, optionCount: optionCount), try right.numbered(numbers, optionCount: optionCount))
    }
  }

  /// The options a pattern speaks of, and those of them it wants taken; bit j is option j.
  static func bits(of pattern: String, optionCount: Int) throws(ConflictError) -> (care: UInt64, wanted: UInt64) {
    let letters = Array(pattern.utf8)
    guard letters.count == optionCount, letters.allSatisfy({ "YN-".utf8.contains($0) }) else {
      throw .pattern(pattern, options: optionCount)
    }
    var care: UInt64 = 0
    var wanted: UInt64 = 0
    for (index, letter) in letters.enumerated() where letter != UInt8(ascii: "-") {
      care |= 1 << UInt64(index)
      if letter == UInt8(ascii: "Y") { wanted |= 1 << UInt64(index) }
    }
    return (care, wanted)
  }
}

/// A condition on numbered options, asked of 64 states at a time.
indirect enum NumberedCondition: Sendable {
  case taken(Int)
  case pattern(care: UInt64, wanted: UInt64)
  case not(NumberedCondition)
  case all([NumberedCondition])
  case any([NumberedCondition])
  case same(NumberedCondition, NumberedCondition)

  /// Where option j < 6 is taken among 64 codes that follow each other, the first a multiple of 64.
  private static let lowOptions: [UInt64] = [
    0xaaaa_aaaa_aaaa_aaaa, 0xcccc_cccc_cccc_cccc, 0xf0f0_f0f0_f0f0_f0f0,
    0xff00_ff00_ff00_ff00, 0xffff_0000_ffff_0000, 0xffff_ffff_0000_0000,
  ]

  private static func taken(_ option: Int, from base: UInt64) -> UInt64 {
    option < 6 ? lowOptions[option] : (base >> UInt64(option) & 1 == 1 ? .max : 0)
  }

  /// Bit k tells whether the condition holds at code `base + k`; `base` is a multiple of 64.
  func holds(from base: UInt64) -> UInt64 {
    switch self {
    case .taken(let option): return Self.taken(option, from: base)
    case .pattern(let care, let wanted):
      guard (base ^ wanted) & care & ~63 == 0 else { return 0 }
      var result = UInt64.max
      for option in 0..<6 where care >> UInt64(option) & 1 == 1 {
        result &= wanted >> UInt64(option) & 1 == 1 ? Self.lowOptions[option] : ~Self.lowOptions[option]
      }
      return result
    case .not(let part): return ~part.holds(from: base)
    case .all(let parts): return parts.reduce(.max) { $0 & $1.holds(from: base) }
    case .any(let parts): return parts.reduce(0) { $0 | $1.holds(from: base) }
    case .same(let left, let right): return ~(left.holds(from: base) ^ right.holds(from: base))
    }
  }
}
