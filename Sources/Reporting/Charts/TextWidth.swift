/// How wide text will be, without asking a font: a little more than system fonts need, so that what fits
/// here fits on the page.
enum TextWidth {
  /// The width of `text` set in letters of `size`, in the same unit.
  static func of(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let ems = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return ems * size * (isBold ? 1.12 : 1)
  }

  /// The text, cut with an ellipsis where it would be wider than `limit`.
  static func fitted(_ text: String, size: Double, isBold: Bool = false, within limit: Double) -> String {
    guard of(text, size: size, isBold: isBold) > limit else { return text }
    var kept = text
    while !kept.isEmpty, of(kept + "…", size: size, isBold: isBold) > limit { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    let isolates = kept.unicodeScalars.reduce(0) { $0 + ($1 == "\u{2068}" ? 1 : $1 == "\u{2069}" ? -1 : 0) }
    return kept + "…" + String(repeating: "\u{2069}", count: max(0, isolates))
  }

  /// The text on at most two lines, each within `limit`.
  static func lines(_ text: String, size: Double, isBold: Bool = false, within limit: Double) -> [String] {
    guard of(text, size: size, isBold: isBold) > limit else { return [text] }
    // Break at the last space that fits, or anywhere in writing without spaces.
    var best: String.Index?
    var index = text.startIndex
    while index < text.endIndex {
      let isBreak = text[index] == " " || text[index].unicodeScalars.allSatisfy { $0.value >= 0x2E80 }
      if isBreak, of(String(text[..<index]), size: size, isBold: isBold) <= limit, index > text.startIndex {
        best = index
      }
      index = text.index(after: index)
    }
    guard let best else { return [fitted(text, size: size, isBold: isBold, within: limit)] }
    let rest = text[best...].drop { $0 == " " }
    return [String(text[..<best]), fitted(String(rest), size: size, isBold: isBold, within: limit)]
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar.value {
    case 0x0300...0x036F, 0x200B...0x200F, 0x2066...0x2069: return 0
    case 0x30...0x39: return 0.64
    case 0x41...0x5A: return scalar == "I" ? 0.34 : (scalar == "M" || scalar == "W" ? 0.96 : 0.72)
    case 0x61...0x7A:
      if "fijlrt".unicodeScalars.contains(scalar) { return 0.38 }
      return scalar == "m" || scalar == "w" ? 0.93 : 0.62
    case 0x20, 0x2C, 0x2E, 0x3A, 0x3B, 0x27, 0x7C, 0x21: return 0.34
    case 0x28, 0x29, 0x2D, 0x2F: return 0.4
    case 0x25: return 0.92
    case 0x2E80...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFF60, 0x20000...0x3FFFF,
      0x1F300...0x1FAFF:
      return 1.02
    case 0x2026: return 0.95
    case 0xC0...0xDE: return 0.74
    default: return 0.66
    }
  }
}
