import Foundation

/// A file that an analyst writes by hand and that stands by itself: YAML, or JSON where its name says so.
struct HandwrittenFile {
  let path: String
  let shape: MappingShape
  /// What the file should hold, as in `negotiation`.
  let subject: String

  /// What `make` makes of the file's fields, and what is odd in them.
  ///
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once.
  func read<Contents>(
    _ make: (Fields, ShapeReader) -> Contents?
  ) throws(CaseFaults) -> (contents: Contents, warnings: [CaseFault]) {
    let faults = FaultList()
    let bytes = try Self.bytes(of: path, faults: faults)
    let root = bytes.flatMap { self.root(in: $0, faults: faults) }
    let contents = root.flatMap { self.contents(of: $0, faults: faults, make) }
    guard let contents, faults.faults.isEmpty else {
      throw CaseFaults(faults: inOrder(faults.faults), warnings: inOrder(faults.warnings))
    }
    return (contents, inOrder(faults.warnings))
  }

  /// The bytes of the text in a file; nil, with a fault, when they are no text.
  ///
  /// - Throws: ``CaseFaults`` when there is nothing to read.
  static func bytes(of path: String, faults: FaultList) throws(CaseFaults) -> [UInt8]? {
    do { return decodedBytes(try readRegularFile(path), file: path, faults: faults) } catch {
      throw CaseFaults(faults: [], warnings: [], unreadable: CaseUnreadable(path: path, reason: error.reason))
    }
  }

  private func root(in bytes: [UInt8], faults: FaultList) -> Node? {
    if path.lowercased().hasSuffix(".json"), let root = Self.json(bytes, file: path) { return root }
    // What calls itself JSON and is not tells more of its faults as YAML.
    let text = String(decoding: bytes, as: UTF8.self)
    return YAMLText(file: path, text: text, faults: faults, subject: subject).root()
  }

  /// The value that is all of the bytes; nil where they are not JSON.
  static func json(_ bytes: [UInt8], file: String) -> Node? {
    var scanner = JSONScanner(bytes: bytes, file: file)
    scanner.skipSpace()
    guard let root = try? scanner.value(), (try? scanner.end()) != nil else { return nil }
    return root
  }

  private func contents<Contents>(
    of root: Node, faults: FaultList, _ make: (Fields, ShapeReader) -> Contents?
  ) -> Contents? {
    let sources = root["sources"]?.entries ?? []
    let folder = CaseFolder(path: (path as NSString).deletingLastPathComponent.ifEmptyHere, faults: faults)
    let shapes = ShapeReader(faults: faults, folder: folder, sourceKeys: sources.map(\.key))
    guard let fields = shapes.fields(root, of: shape, called: "the \(subject)", in: .none(at: root.place)) else {
      return nil
    }
    let made = make(fields, shapes)
    guard faults.faults.isEmpty else { return nil }
    for entry in sources where !shapes.usedSources.contains(entry.key) {
      faults.warning(
        entry.keyPlace, "nothing comes from the source '\(shortened(entry.key))'", "name it, or take it away")
    }
    if made == nil {
      faults.error(root.place, "the \(subject) cannot be read", "report this file: no fault was found in it")
    }
    return made
  }
}

extension Fields {
  /// The sources under the key of that name, by their keys.
  func sources() -> [Source] {
    table("sources").compactMap { entry in
      guard let fields = entry.value.fields, let citation = fields.localized("citation") else { return nil }
      return Source(
        id: entry.key, citation: citation, url: fields.text("url"), licence: fields.text("licence"),
        note: fields.localized("note"), place: fields.place)
    }
  }

  /// The texts of the sequence under the key, with their places; those that are faulty are left out.
  func texts(_ key: String) -> [(text: String, place: Place)] {
    list(key).compactMap { value in value.text.map { ($0, value.place) } }
  }
}

extension ShapeReader {
  /// Where the numbers of a mapping come from, if it or one around it says; a fault where it says so without a source.
  func optionalProvenance(of fields: Fields, called name: String) -> Provenance? {
    guard fields.scope.status != nil else { return nil }
    return provenance(in: fields.scope, of: name, at: fields.place)
  }
}

extension String {
  /// The folder that a path without one means.
  fileprivate var ifEmptyHere: String { isEmpty ? "." : self }
}
