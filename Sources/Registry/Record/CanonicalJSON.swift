/// The one text of a value: JSON with sorted keys, without spaces, whole numbers only.
///
/// Values that are recorded hold no sets and no dictionaries but those with text keys, and no floating-point
/// numbers, so that the same value always has the same bytes. Keys are in the order of their bytes in UTF-8; in texts
/// only quotation marks, backslashes and control characters are escaped.
public enum CanonicalJSON {
  /// The canonical bytes of a value, in UTF-8.
  ///
  /// - Throws: `EncodingError` for a floating-point number, and whatever the value throws.
  public static func bytes(of value: some Encodable) throws -> [UInt8] { try CanonicalWriter.bytes(of: value) }

  /// The canonical text of a value.
  public static func text(of value: some Encodable) throws -> String {
    String(decoding: try bytes(of: value), as: UTF8.self)
  }

  /// The value that a text says; spaces and the order of keys do not matter.
  ///
  /// - Throws: `DecodingError` where the text is no JSON, holds a key twice, a number with a fraction or an exponent or
  ///   half a pair of surrogates, is nested more than 512 deep, or does not say such a value.
  public static func value<T: Decodable>(_ type: T.Type, from text: String) throws -> T {
    try T(from: CanonicalValue(source: CanonicalSource(text), token: 0))
  }
}
