/// Bytes written with 32 or 64 letters.
///
///     BinaryText.base32.text(of: Array("foobar".utf8))  // "MZXW6YTBOI======"
///
/// Reading is strict, so that bytes have one text only (two in base 32 and base 64: with and without padding): no
/// blanks, no letters of another alphabet, and bits that are left over must be zero.
///
/// Source: RFC 4648 (Josefsson 2006), sections 4 to 6.
public struct BinaryText: Sendable {
  /// What is wrong with a text.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    /// The letter at `offset`, counted in bytes from 0, is not of the alphabet.
    case letter(offset: Int)
    /// Nothing has a text of `count` letters.
    case length(count: Int)
    /// The last letter holds bits that belong to no byte.
    case leftOver
    /// There is padding, but not as much as fills the last group, or the alphabet has none.
    case padding

    public var description: String {
      switch self {
      case .letter(let offset): "letter \(offset + 1) is not of the alphabet; copy the text again"
      case .length(let count): "no bytes are written with \(count) letters; copy the whole text again"
      case .leftOver: "the last letter says more than fits; copy the text again"
      case .padding: "the padding '=' does not fill the last group; leave it out or copy the text again"
      }
    }
  }

  /// Capitals and the digits 2 to 7, padded; small letters are read like capitals.
  public static let base32 = BinaryText(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", bitsPerLetter: 5, lettersPerGroup: 8, ignoresCase: true)
  /// Both cases, digits, `+` and `/`, padded.
  public static let base64 = BinaryText(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/", bitsPerLetter: 6, lettersPerGroup: 4)
  /// Both cases, digits, `-` and `_`, without padding: safe in addresses and cookies.
  public static let base64URL = BinaryText(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_", bitsPerLetter: 6, lettersPerGroup: 0)

  private let letters: [UInt8]
  private let values: [UInt8]
  private let bitsPerLetter: Int
  /// Letters that padding fills up to; none when 0.
  private let lettersPerGroup: Int
  private static let noValue: UInt8 = 0xFF

  private init(_ alphabet: String, bitsPerLetter: Int, lettersPerGroup: Int, ignoresCase: Bool = false) {
    letters = Array(alphabet.utf8)
    self.bitsPerLetter = bitsPerLetter
    self.lettersPerGroup = lettersPerGroup
    var values = [UInt8](repeating: Self.noValue, count: 256)
    for (value, letter) in letters.enumerated() {
      values[Int(letter)] = UInt8(value)
      if ignoresCase, (65...90).contains(letter) { values[Int(letter) + 32] = UInt8(value) }
    }
    self.values = values
  }

  /// The text of `bytes`, with padding where the alphabet has it and `padded` does not say otherwise.
  public func text(of bytes: [UInt8], padded: Bool = true) -> String {
    var text: [UInt8] = []
    text.reserveCapacity((bytes.count * 8 + bitsPerLetter - 1) / bitsPerLetter + lettersPerGroup)
    var held: UInt32 = 0
    var heldBits = 0
    for byte in bytes {
      held = held << 8 | UInt32(byte)
      heldBits += 8
      while heldBits >= bitsPerLetter {
        heldBits -= bitsPerLetter
        text.append(letters[Int(held >> UInt32(heldBits)) & (letters.count - 1)])
      }
      held &= (1 << UInt32(heldBits)) - 1
    }
    if heldBits > 0 { text.append(letters[Int(held << UInt32(bitsPerLetter - heldBits)) & (letters.count - 1)]) }
    if padded, lettersPerGroup > 0 {
      while !text.count.isMultiple(of: lettersPerGroup) { text.append(UInt8(ascii: "=")) }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The bytes that `text` writes.
  ///
  /// - Throws: ``Fault``, naming the first thing that is wrong. Nothing of the text is repeated in it: it may be a
  ///   secret.
  public func bytes(of text: String) throws(Fault) -> [UInt8] { try bytes(of: Array(text.utf8)) }

  func bytes(of text: [UInt8]) throws(Fault) -> [UInt8] {
    let total = text.count
    var body = text[...]
    while body.last == UInt8(ascii: "=") { body.removeLast() }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(body.count * bitsPerLetter / 8)
    var held: UInt32 = 0
    var heldBits = 0
    for (offset, letter) in body.enumerated() {
      let value = values[Int(letter)]
      guard value != Self.noValue else { throw .letter(offset: offset) }
      held = held << UInt32(bitsPerLetter) | UInt32(value)
      heldBits += bitsPerLetter
      if heldBits >= 8 {
        heldBits -= 8
        bytes.append(UInt8(truncatingIfNeeded: held >> UInt32(heldBits)))
        held &= (1 << UInt32(heldBits)) - 1
      }
    }
    guard heldBits < bitsPerLetter else { throw .length(count: body.count) }
    guard held == 0 else { throw .leftOver }
    if total != body.count {
      guard lettersPerGroup > 0, total.isMultiple(of: lettersPerGroup), total - body.count < lettersPerGroup else {
        throw .padding
      }
    }
    return bytes
  }
}
