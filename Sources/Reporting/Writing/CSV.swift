/// A table as comma-separated text (RFC 4180): a header row, CRLF after every row, quotes where needed.
package struct CSV {
  package private(set) var text = ""
  /// Whether anything stands below the header.
  private(set) var hasRows = false
  private let columnCount: Int

  package init(header: [String]) {
    columnCount = header.count
    text = header.map(CSV.quoted).joined(separator: ",") + "\r\n"
  }

  /// Adds one row, a value for each column of the header.
  package mutating func append(_ fields: [any CSVField]) {
    precondition(fields.count == columnCount, "a row has one field a column")
    hasRows = true
    text += fields.map { CSV.quoted($0.csv) }.joined(separator: ",") + "\r\n"
  }

  static func quoted(_ field: String) -> String {
    // By scalars: a CR and LF together are one Character and would slip through.
    let needsQuotes = field.unicodeScalars.contains { $0 == "," || $0 == "\"" || $0 == "\r" || $0 == "\n" }
    guard needsQuotes else { return field }
    var result = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }
}

/// What can stand in a field: text as it is, numbers in their shortest exact decimals, nothing as nothing.
package protocol CSVField { var csv: String { get } }

extension String: CSVField { package var csv: String { self } }
extension Int: CSVField { package var csv: String { description } }
extension Bool: CSVField { package var csv: String { self ? "true" : "false" } }
extension Double: CSVField {
  package var csv: String {
    let text = description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
extension Optional: CSVField where Wrapped: CSVField { package var csv: String { self?.csv ?? "" } }
