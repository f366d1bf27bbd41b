/// Rows of text in columns of equal width, for a terminal; a column of numbers stands flush right.
struct TextTable: CustomStringConvertible {
  private let rows: [[String]]

  /// - Parameter rows: the first may be headings; a short row is empty to its right.
  init(_ rows: [[String]]) { self.rows = rows }

  var description: String {
    let count = rows.map(\.count).max() ?? 0
    let full = rows.map { $0 + Array(repeating: "", count: count - $0.count) }
    let widths = (0..<count).map { column in full.map { columns(of: $0[column]) }.max() ?? 0 }
    let areNumbers = (0..<count).map { column in full.count > 1 && full.dropFirst().allSatisfy { isNumber($0[column]) }
    }
    return full.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - columns(of: cell))
        line += "  " + (areNumbers[column] ? space + cell : cell + space)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }.joined(separator: "\n")
  }

  private func isNumber(_ cell: String) -> Bool {
    cell.contains { $0.isNumber } && cell.allSatisfy { $0.isNumber || "+-−.,%e  ".contains($0) }
  }

  /// How many columns of a terminal a text takes: two for a wide East Asian character.
  private func columns(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { width, scalar in
      if scalar.properties.canonicalCombiningClass != .notReordered { return width }
      return width
        + ([
          0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE4F,
          0xFF00...0xFF60, 0x20000...0x3FFFD,
        ].contains { $0.contains(Int(scalar.value)) } ? 2 : 1)
    }
  }
}
