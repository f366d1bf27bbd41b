import Crypto
import Foundation

/// Passwords that have been found in thefts elsewhere, as a file on this machine: nothing is asked of anybody else.
///
/// The file holds the SHA-1 of each password, twenty bytes each, in ascending order and nothing else;
/// ``write(lines:to:)`` makes one of the sorted list that "Pwned Passwords" offers. It is mapped, not read: a file of
/// many gigabytes costs no memory.
///
/// SHA-1 is what such lists use. It guards nothing here: the passwords in it are known already.
///
/// Source: OWASP ASVS 5.0.0, 6.2.12.
public struct BreachedPasswords: Sendable {
  /// Why a file cannot be used.
  public enum Fault: Error, Equatable, CustomStringConvertible {
    case unreadable(path: String)
    case size(path: String, bytes: Int)
    case unsorted(path: String, record: Int)
    case line(Int)
    case unwritable(path: String)

    public var description: String {
      switch self {
      case .unreadable(let path): "\(path): cannot be read; check that it exists and that the server may read it"
      case .size(let path, let bytes):
        "\(path): \(bytes) bytes are no whole number of hashes of 20; make the file again"
      case .unsorted(let path, let record):
        "\(path): hash \(record + 1) does not come after the one before; make the file again from a sorted list"
      case .line(let line):
        "line \(line): no SHA-1 of 40 digits that comes after the one before; take the list that is ordered by hash"
      case .unwritable(let path): "\(path): cannot be written; check the folder and its free space"
      }
    }
  }

  static let recordBytes = 20
  private let records: Data

  /// The passwords of the file at `path`.
  ///
  /// - Throws: ``Fault`` when it cannot be read, is no whole number of hashes, or a sample of 4,096 neighbours is out
  ///   of order.
  public init(contentsOf path: String) throws(Fault) {
    guard let data = try? Data(contentsOf: URL(filePath: path), options: .alwaysMapped) else {
      throw .unreadable(path: path)
    }
    guard data.count.isMultiple(of: Self.recordBytes) else { throw .size(path: path, bytes: data.count) }
    records = data
    for record in stride(from: 1, to: count, by: max(1, count / 4_096)) where !precedes(record - 1, record) {
      throw .unsorted(path: path, record: record)
    }
  }

  /// How many there are.
  public var count: Int { records.count / Self.recordBytes }

  /// Whether `password` is among them.
  ///
  /// - Complexity: logarithmic in ``count``.
  public func contains(_ password: Password) -> Bool {
    let sought = Array(Insecure.SHA1.hash(data: password.bytes))
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if record(middle).lexicographicallyPrecedes(sought) { low = middle + 1 } else { high = middle }
    }
    return low < count && record(low).elementsEqual(sought)
  }

  private func record(_ place: Int) -> Data.SubSequence {
    let start = records.startIndex + place * Self.recordBytes
    return records[start..<start + Self.recordBytes]
  }

  private func precedes(_ one: Int, _ other: Int) -> Bool { record(one).lexicographicallyPrecedes(record(other)) }

  /// Writes the file at `path` from lines that begin with 40 hexadecimal digits in ascending order; what follows a
  /// colon is left out.
  ///
  /// - Throws: ``Fault/line(_:)``, counted from 1, or ``Fault/unwritable(path:)``. An existing file is replaced only
  ///   when all is well.
  public static func write(lines: some Sequence<String>, to path: String) throws(Fault) {
    var data = Data()
    var last: [UInt8] = []
    var number = 0
    for line in lines {
      number += 1
      let digits = line.utf8.prefix { $0 != UInt8(ascii: ":") }.filter { $0 != 13 }
      guard digits.count == 2 * recordBytes, let record = bytes(ofHex: digits), last.lexicographicallyPrecedes(record)
      else { throw .line(number) }
      data.append(contentsOf: record)
      last = record
    }
    do {
      try data.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw .unwritable(path: path)
    }
  }

  private static func bytes(ofHex digits: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    for place in stride(from: 0, to: digits.count, by: 2) {
      guard let high = Character(Unicode.Scalar(digits[place])).hexDigitValue,
        let low = Character(Unicode.Scalar(digits[place + 1])).hexDigitValue
      else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
