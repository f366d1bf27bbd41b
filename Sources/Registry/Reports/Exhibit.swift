/// A document that is evidence, known by its digest: whoever has the document can prove that it is the one meant.
public struct Exhibit: Codable, Hashable, Sendable {
  public let title: String
  /// SHA-256 of the document, in 64 lower-case hexadecimal digits.
  public let digest: String

  public init(title: String, digest: String) { (self.title, self.digest) = (title, digest) }

  private var hasDigest: Bool {
    digest.utf8.count == 64 && digest.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  /// Exhibits that may stand in an event: at most `limit`, each with a title and a digest, none twice.
  static func checked(_ exhibits: [Exhibit], limit: Int, in scene: borrowing Scene) throws(Refusal) -> [Exhibit] {
    guard exhibits.count <= limit else {
      throw .invalid(
        field: "exhibits", fault: "there are \(exhibits.count), at most \(limit) fit",
        remedy: "join documents that belong together")
    }
    guard Set(exhibits.map(\.digest)).count == exhibits.count else {
      throw .invalid(field: "exhibits", fault: "a document stands twice", remedy: "name each document once")
    }
    for exhibit in exhibits {
      _ = try scene.checked(exhibit.title, as: "exhibits.title", limit: 80)
      guard exhibit.hasDigest else {
        throw .invalid(
          field: "exhibits.digest", fault: "'\(exhibit.digest.prefix(70))' is no SHA-256",
          remedy: "write 64 hexadecimal digits, lower case")
      }
    }
    return exhibits
  }
}
