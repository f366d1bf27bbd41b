import Registry
import Reporting

/// The things of a kind as a table for spreadsheets (RFC 4180): number, version and stage, then every plain field.
///
/// A field that holds parts is left to the JSON of the thing. A content that the visitor may read stands in its field;
/// one that is for others leaves it empty. Text that a spreadsheet would take for a formula begins with an apostrophe.
struct DataTable {
  let reading: Reading

  /// How many rows a table has at most; `?after=40&limit=100` asks for a part.
  static let mostRows = 5_000

  func reply<T: RecordObject>(_ type: T.Type) throws -> Reply {
    let limit = reading.visit.limit(Self.mostRows, most: Self.mostRows)
    let found = try reading.view.visible(all: type, after: reading.visit.after, limit: limit)
    let rows = try found.map { try fields(of: $0.object) }
    let names = Set(rows.flatMap(\.keys)).sorted()
    var table = CSV(header: ["number", "version", "stage"] + names)
    for (one, fields) in zip(found, rows) {
      table.append([one.object.id.description, one.version, one.object.stageCode] + names.map { fields[$0] ?? "" })
    }
    return Reply(
      headers: [
        .init("Content-Type", "text/csv; charset=utf-8; header=present"),
        .init("Content-Disposition", "attachment; filename=\"\(T.kind.path.dropFirst()).csv\""),
      ], body: Array(table.text.utf8))
  }

  /// The plain fields of a thing: numbers, texts, and lists of them.
  private func fields<T: RecordObject>(of thing: T) throws -> [String: String] {
    let text = try CanonicalJSON.text(of: thing)
    var fields: [String: String] = [:]
    for (name, value) in try CanonicalJSON.value([String: Field].self, from: text) where name != "id" && name != "stage"
    {
      switch value {
      case .plain(let text): fields[name] = text
      case .text(let text): fields[name] = Self.inert(text)
      case .confided(let confided):
        if case .text(let text) = try reading.view.text(of: confided, in: thing.id) {
          fields[name] = Self.inert(text)
        } else {
          fields[name] = ""
        }
      case .parts: break
      }
    }
    return fields
  }

  /// A field of a thing's JSON, as a table can show it.
  enum Field: Decodable {
    /// A number or a truth.
    case plain(String)
    /// A text, or texts with a space between them.
    case text(String)
    case confided(Confided)
    case parts

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .text(text)
      } else if let number = try? container.decode(Int64.self) {
        self = .plain(String(number))
      } else if let truth = try? container.decode(Bool.self) {
        self = .plain(String(truth))
      } else if let texts = try? container.decode([String].self) {
        self = .text(texts.joined(separator: " "))
      } else if let confided = try? container.decode(Confided.self) {
        self = .confided(confided)
      } else {
        self = .parts
      }
    }
  }

  /// A text that no spreadsheet takes for a formula.
  static func inert(_ text: String) -> String {
    guard let first = text.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) else { return text }
    return "'\(text)"
  }
}
