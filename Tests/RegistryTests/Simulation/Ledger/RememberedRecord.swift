@testable import Registry

/// Reads a stored record again and again, and parses only the rows that have changed since.
final class RememberedRecord {
  private var known: [ObjectID: (version: Int, object: any RecordObject)] = [:]

  /// The record as a snapshot has it; to be used within the snapshot only.
  func reader(of snapshot: any RecordSnapshot) -> any RecordReader { Reader(record: self, snapshot: snapshot) }

  private struct Reader: RecordReader {
    let record: RememberedRecord
    let snapshot: any RecordSnapshot

    func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? {
      guard id.kind == T.kind, let row = try? snapshot.row(id) else { return nil }
      if let found = record.known[id], found.version == row.version { return found.object as? T }
      guard let object = try? T.fromRow(row.text) else { return nil }
      record.known[id] = (row.version, object)
      return object
    }

    func version(of id: ObjectID) -> Int? { (try? snapshot.row(id))?.version }
    func count(of kind: ObjectKind) -> Int { (try? snapshot.count(of: kind)) ?? 0 }
    func keeps(_ commit: String) -> Bool { (try? snapshot.content(commit)?.text) != nil }
  }
}
