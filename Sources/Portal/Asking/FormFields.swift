/// The fields of a form or of a query, in the order they came; a name may come several times.
///
///     let fields = try FormFields(encoded: Array("title=Water+quality&party=O-2&party=O-3".utf8))
///     fields["title"]       // "Water quality"
///     fields.all("party")   // ["O-2", "O-3"]
public struct FormFields: Sendable, Hashable {
  /// A field as it was sent.
  public struct Field: Sendable, Hashable {
    public let name: String
    public let value: String

    public init(_ name: String, _ value: String) { (self.name, self.value) = (name, value) }
  }

  /// Why bytes are no form.
  public enum Fault: Error, Hashable, Sendable, CustomStringConvertible {
    case tooMany(limit: Int)
    case notText(field: Int)

    public var description: String {
      switch self {
      case .tooMany(let limit): "the form has more than \(limit) fields; send fewer"
      case .notText(let field):
        "field \(field) of the form is not UTF-8 text; send it as application/x-www-form-urlencoded"
      }
    }
  }

  /// As many fields as any form of the portal can have, and some to spare.
  public static let limit = 1_000

  public let fields: [Field]

  public init(_ fields: [Field] = []) { self.fields = fields }

  /// Reads `application/x-www-form-urlencoded` bytes (WHATWG URL, §5.1), strictly: text must be UTF-8, and a form has
  /// at most ``limit`` fields.
  ///
  /// - Throws: ``Fault``.
  /// - Complexity: linear in the bytes.
  public init(encoded bytes: some Collection<UInt8>) throws(Fault) {
    var fields: [Field] = []
    for (number, piece) in bytes.split(separator: UInt8(ascii: "&")).enumerated() {
      guard number < Self.limit else { throw .tooMany(limit: Self.limit) }
      let parts = piece.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(parts[0]), let value = parts.count == 2 ? Self.decoded(parts[1]) : "" else {
        throw .notText(field: number + 1)
      }
      fields.append(Field(name, value))
    }
    self.fields = fields
  }

  /// The first value of a name; nothing when it was not sent.
  public subscript(name: String) -> String? { fields.first { $0.name == name }?.value }

  /// Every value of a name.
  public func all(_ name: String) -> [String] { fields.lazy.filter { $0.name == name }.map(\.value) }

  /// The fields as they would be sent.
  public var encoded: String {
    fields.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  /// A text as it stands in a query.
  public static func encoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "*"):
        bytes.append(byte)
      case UInt8(ascii: " "): bytes.append(UInt8(ascii: "+"))
      default:
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The text behind percent signs and pluses; nothing when it is not UTF-8 or a percent sign begins no byte.
  static func decoded(_ bytes: some Sequence<UInt8>) -> String? {
    var plain: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "+"): plain.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else { return nil }
        plain.append(high << 4 | low)
      default: plain.append(byte)
      }
    }
    return String(validating: plain, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
