import Foundation

/// A value as deterministic JSON: keys sorted, numbers by their shortest form, slashes as they are.
struct JSONText: CustomStringConvertible {
  let description: String

  init(_ value: some Encodable) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
    description = String(decoding: try encoder.encode(value), as: UTF8.self)
  }
}
