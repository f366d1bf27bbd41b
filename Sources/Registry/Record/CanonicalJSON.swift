import Foundation

/// The one text of a value: JSON with sorted keys, without spaces, whole numbers only.
///
/// Values that are recorded hold no sets and no dictionaries but those with text keys, and no floating-point
/// numbers, so that the same value always has the same bytes.
public enum CanonicalJSON {
  /// The canonical bytes of a value, in UTF-8.
  public static func bytes(of value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return [UInt8](try encoder.encode(value))
  }

  /// The canonical text of a value.
  public static func text(of value: some Encodable) throws -> String {
    String(decoding: try bytes(of: value), as: UTF8.self)
  }

  /// The value that a text says; any spelling of it is read.
  public static func value<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
    try JSONDecoder().decode(type, from: Data(text.utf8))
  }
}
