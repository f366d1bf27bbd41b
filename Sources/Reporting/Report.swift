import Foundation
import Studies

/// What a study found, for people to read: one page of words, tables and charts, and the same as data.
///
/// The same findings and language give the same bytes, on every machine and at any time.
///
///     let report = try Report(findings: findings, language: .english)
///     try ReportFiles(report).write(to: folder)
public struct Report: Sendable {
  /// The language the page is written in.
  public let language: Language
  /// A self-contained page: one file, no script, nothing fetched from elsewhere.
  public let html: String
  /// The findings as tidy tables, one observation a row, in the order of ``ReportTable/names``.
  public let tables: [ReportTable]
  /// The findings as JSON: keys sorted, numbers in their shortest exact decimals, a line feed at the end.
  public let json: String

  /// Puts `findings` into words, tables and charts.
  ///
  /// - Throws: ``ReportingError`` when a number is not finite, an array does not fit the players, or an id
  ///   names no party.
  /// - Complexity: the page's parts grow with the square of the number of players.
  public init(findings: Findings, language: Language) throws(ReportingError) {
    let json = try findings.json()
    try findings.checkSoundness()
    self.init(
      language: language, html: Page(Voice(findings, in: language)).html, tables: ReportTable.tables(of: findings),
      json: json)
  }

  /// A report whose parts are made.
  init(language: Language, html: String, tables: [ReportTable], json: String) {
    self.language = language
    self.html = html
    self.tables = tables
    self.json = json
  }
}

extension Findings {
  /// The findings as deterministic JSON.
  func json() throws(ReportingError) -> String { try reportJSON() }
}

extension Encodable {
  /// The findings as deterministic JSON: keys sorted, numbers in their shortest exact decimals, a line feed at the end.
  func reportJSON() throws(ReportingError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(self), as: UTF8.self) + "\n"
    } catch {
      // Only a number that is not finite can fail here: every other value of the findings has a JSON form.
      throw .notFinite(place: place(of: error))
    }
  }
}

/// Where in the findings an encoder met what it could not write.
private func place(of error: any Error) -> String {
  guard case EncodingError.invalidValue(_, let context)? = error as? EncodingError else { return "a value" }
  var place = ""
  for key in context.codingPath {
    if let index = key.intValue {
      place += "[\(index)]"
    } else {
      place += (place.isEmpty ? "" : ".") + key.stringValue
    }
  }
  return place.isEmpty ? "a value" : place
}
