/// Which part of a log a file holds: 256 neighbouring hashes of one level, or the entries they come from.
///
///     TileAddress(.hashes(level: 1), index: 1_234_067).path        // tile/1/x001/x234/067
///     TileAddress(.entries, index: 273, width: 112).path           // tile/entries/273.p/112
///
/// A full tile never changes. A partial one belongs to one size of the tree, and has its width in its name, so it never
/// changes either.
///
/// Source: C2SP, tlog-tiles, "Merkle Tree" and "Log entries".
public struct TileAddress: Hashable, Sendable, CustomStringConvertible {
  /// How many hashes or entries a full tile has: 256.
  public static let fullWidth = 256

  /// What is in a tile.
  public enum Content: Hashable, Sendable {
    /// Hashes of subtrees of 256^`level` leaves.
    case hashes(level: Int)
    /// The entries themselves.
    case entries
  }

  /// What is in it.
  public let content: Content
  /// Its place among the tiles of its level, counted from 0.
  public let index: Int
  /// How many hashes or entries it has: from 1 to 256.
  public let width: Int

  /// The address of a tile.
  public init(_ content: Content, index: Int, width: Int = TileAddress.fullWidth) {
    if case .hashes(let level) = content { precondition((0...63).contains(level), "a level is from 0 to 63") }
    precondition(index >= 0, "an index is not negative")
    precondition((1...Self.fullWidth).contains(width), "a width is from 1 to 256")
    self.content = content
    self.index = index
    self.width = width
  }

  /// The address that a path spells.
  ///
  /// - Throws: ``LogFault`` for any other path; one address has one path.
  public init(path: String) throws(LogFault) {
    let fault = LogFault(
      .malformed(found: path, expected: "a tile's path, such as tile/0/x001/234 or tile/entries/000.p/7"), at: "path")
    var parts = path.split(separator: "/", omittingEmptySubsequences: false)[...]
    guard parts.popFirst() == "tile", let kind = parts.popFirst() else { throw fault }
    let content: Content
    if kind == "entries" {
      content = .entries
    } else {
      guard let level = PlainDecimal.value(of: kind.utf8), level <= 63 else { throw fault }
      content = .hashes(level: level)
    }
    var width = Self.fullWidth
    if parts.count >= 2, parts[parts.endIndex - 2].hasSuffix(".p") {
      guard let partial = PlainDecimal.value(of: parts[parts.endIndex - 1].utf8), (1...255).contains(partial) else {
        throw fault
      }
      width = partial
      parts.removeLast()
      parts[parts.endIndex - 1].removeLast(2)
    }
    var index = 0
    for (offset, part) in parts.enumerated() {
      let digits = offset < parts.count - 1 ? part.dropFirst() : part
      guard digits.utf8.count == 3, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        let group = Int(digits), index <= (Int.max - group) / 1000
      else { throw fault }
      index = index * 1000 + group
    }
    self.init(content, index: index, width: width)
    guard !parts.isEmpty, self.path.hasSameBytes(as: path) else { throw fault }
  }

  /// Whether it has all 256.
  public var isFull: Bool { width == Self.fullWidth }

  /// The full tile at its place.
  public var full: TileAddress { TileAddress(content, index: index) }

  /// Where the tile is found, from the folder or address of the log on.
  public var path: String {
    var groups: [Int] = []
    var rest = index
    repeat {
      groups.append(rest % 1000)
      rest /= 1000
    } while rest > 0
    let digits = groups.reversed().map { group in
      let text = "\(group)"
      return String(repeating: "0", count: 3 - text.utf8.count) + text
    }
    let place = (digits.dropLast().map { "x" + $0 } + digits.suffix(1)).joined(separator: "/")
    let level =
      switch content {
      case .hashes(let level): "\(level)"
      case .entries: "entries"
      }
    return "tile/\(level)/\(place)" + (isFull ? "" : ".p/\(width)")
  }

  public var description: String { path }

  /// The tiles and bundles that a tree of `newSize` has and one of `oldSize` has not: bundles first, then upwards.
  public static func added(from oldSize: Int, to newSize: Int) -> [TileAddress] {
    precondition(0 <= oldSize && oldSize <= newSize, "a log never shrinks")
    var tiles = added(.entries, from: oldSize, to: newSize)
    var level = 0
    while level < 8, newSize >> (8 * level) > 0 {
      tiles += added(.hashes(level: level), from: oldSize >> (8 * level), to: newSize >> (8 * level))
      level += 1
    }
    return tiles
  }

  /// All tiles and bundles of a tree.
  public static func all(ofSize size: Int) -> [TileAddress] { added(from: 0, to: size) }

  private static func added(_ content: Content, from oldCount: Int, to newCount: Int) -> [TileAddress] {
    guard newCount > oldCount else { return [] }
    var tiles = (oldCount / fullWidth..<newCount / fullWidth).map { TileAddress(content, index: $0) }
    let rest = newCount % fullWidth
    if rest > 0 { tiles.append(TileAddress(content, index: newCount / fullWidth, width: rest)) }
    return tiles
  }
}

/// The form in which the entries of a tile are published: each after its length, in two bytes, higher first.
///
/// Source: C2SP, tlog-tiles, "Log entries".
public enum EntryBundle {
  /// How many bytes an entry may have.
  public static let longestEntry = 65_535

  /// Appends one entry.
  ///
  /// - Throws: ``LogFault`` where the entry is longer than ``longestEntry``.
  public static func append(_ entry: [UInt8], to bundle: inout [UInt8]) throws(LogFault) {
    guard entry.count <= longestEntry else {
      throw LogFault(.tooLong(bytes: entry.count, limit: longestEntry), at: "entry")
    }
    bundle.append(UInt8(truncatingIfNeeded: entry.count >> 8))
    bundle.append(UInt8(truncatingIfNeeded: entry.count))
    bundle.append(contentsOf: entry)
  }

  /// The entries in a bundle.
  ///
  /// - Throws: ``LogFault`` naming `place` where the bundle ends within an entry.
  public static func entries(in bundle: [UInt8], at place: String = "bundle") throws(LogFault) -> [[UInt8]] {
    var entries: [[UInt8]] = []
    var position = 0
    while position < bundle.count {
      guard position + 2 <= bundle.count else {
        throw LogFault(.wrongLength(found: bundle.count, needed: position + 2), at: place)
      }
      let end = position + 2 + (Int(bundle[position]) << 8 | Int(bundle[position + 1]))
      guard end <= bundle.count else { throw LogFault(.wrongLength(found: bundle.count, needed: end), at: place) }
      entries.append(Array(bundle[(position + 2)..<end]))
      position = end
    }
    return entries
  }
}
