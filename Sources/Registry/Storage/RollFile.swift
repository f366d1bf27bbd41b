import Crypto
import Foundation

/// What is known of the audiences and stages of a record's objects, as it stands in a file beside the record: whoever opens
/// a large one need not look at every row before the first answer.
///
/// Nothing rests on the file. What it says decides which rows are read, never what is shown; one that is not whole, or
/// that was made of another record, is passed over.
///
///     32 bytes               SHA-256 of all that follows
///     canonical JSON, LF     the state of the record, and of each kind its audiences, its stages, how many objects
///     5 bytes an object      the place of its audience (4, the lowest first), then that of its stage
struct RollFile {
  /// How many events the record had.
  let size: Int
  /// How often its rows had been replaced.
  let rebuilds: Int
  /// The leaf of its last event: no other record has the same, since each has a salt.
  let leaf: LogHash
  let rolls: [ObjectKind: ObjectRoll]

  /// - Parameter leaf: that of the last event that `edition` has.
  init(_ rolls: [ObjectKind: ObjectRoll], in edition: RecordEdition, leaf: LogHash) {
    (size, rebuilds, self.leaf, self.rolls) = (edition.head.size, edition.rebuilds, leaf, rolls)
  }

  /// To be raised with whatever makes a row tell another stage than before: files of other numbers are passed over.
  private static let format = 1

  private struct Head: Codable {
    let format: Int
    let kinds: [Kind]
    let leaf: String
    let rebuilds: Int
    let size: Int

    struct Kind: Codable {
      let audiences: [Audience]
      let kind: ObjectKind
      let objects: Int
      let stages: [String]
    }
  }

  /// The file's bytes.
  ///
  /// - Complexity: linear in the number of objects.
  func bytes() throws -> [UInt8] {
    let kinds = ObjectKind.allCases.compactMap { kind in rolls[kind].map { (kind, $0) } }
    let head = Head(
      format: Self.format,
      kinds: kinds.map { kind, roll in
        Head.Kind(audiences: roll.audiences, kind: kind, objects: roll.last, stages: roll.stages)
      },
      leaf: leaf.hex, rebuilds: rebuilds, size: size)
    var content = try CanonicalJSON.bytes(of: head)
    content.append(Self.lineEnd)
    for (_, roll) in kinds { roll.write(to: &content) }
    return Array(SHA256.hash(data: content)) + content
  }

  /// The file that these bytes are; nothing when they are not one, whole.
  init?(_ bytes: [UInt8]) {
    let content = bytes.dropFirst(SHA256.byteCount)
    guard bytes.prefix(SHA256.byteCount).elementsEqual(SHA256.hash(data: content)),
      let end = content.firstIndex(of: Self.lineEnd),
      let head = try? CanonicalJSON.value(
        Head.self, from: String(decoding: content[..<end], as: UTF8.self)), head.format == Self.format,
      let leaf = try? LogHash(hex: head.leaf)
    else { return nil }
    var rest = content[(end + 1)...]
    var rolls: [ObjectKind: ObjectRoll] = [:]
    for kind in head.kinds {
      guard kind.objects >= 0, kind.objects <= rest.count / ObjectRoll.bytesPerObject,
        let roll = ObjectRoll(
          audiences: kind.audiences, stages: kind.stages,
          from: rest.prefix(kind.objects * ObjectRoll.bytesPerObject))
      else { return nil }
      rolls[kind.kind] = roll
      rest = rest.dropFirst(kind.objects * ObjectRoll.bytesPerObject)
    }
    guard rest.isEmpty else { return nil }
    (size, rebuilds, self.leaf, self.rolls) = (head.size, head.rebuilds, leaf, rolls)
  }

  private static let lineEnd = UInt8(ascii: "\n")
}
