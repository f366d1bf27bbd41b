/// The rows of a CSV file (RFC 4180) under their header.
///
/// Every cell keeps its line and column, because a fault must point at the cell and not only at its row; that is why
/// the file is read here and not by a package.
struct CSVTable {
  struct Cell {
    let text: String
    let place: Place
    let isQuoted: Bool

    var node: Node { Node(place: place, content: .scalar(text, isText: false), isCell: true) }
  }

  let file: String
  let header: [Cell]
  /// Every row has as many cells as the header; rows that had not are left out, with a fault.
  let rows: [[Cell]]
  /// Whether no row was left out.
  let isWhole: Bool

  func index(of column: String) -> Int? { header.firstIndex { $0.text == column } }

  /// Reads `text`; nil when there is no header to go by, and then the list of faults says why.
  init?(text: String, file: String, faults: FaultList) {
    var scanner = CSVRows(bytes: Array(text.utf8), file: file, faults: faults)
    self.file = file
    guard let (header, isSound) = Self.header(of: &scanner, faults: faults) else { return nil }
    self.header = header
    var kept: [[Cell]] = []
    var isWhole = true
    var cells: [CSVRows.Cell] = []
    while scanner.next(into: &cells) {
      guard Self.isWhole(cells, of: header.count, in: scanner, faults: faults) else {
        isWhole = false
        continue
      }
      kept.append(
        cells.map { Cell(text: scanner.text(of: $0), place: scanner.place(of: $0), isQuoted: $0.isQuoted) })
    }
    rows = kept
    self.isWhole = isWhole
    if !isSound { return nil }
  }

  /// The header of a file, and whether every column has a name of its own; nil, with a fault, for an empty file.
  static func header(of rows: inout CSVRows, faults: FaultList) -> (cells: [Cell], isSound: Bool)? {
    var cells: [CSVRows.Cell] = []
    guard rows.next(into: &cells) else {
      faults.error(
        Place(file: rows.file, line: 1, column: 1), "the file is empty", "write a header and the rows under it")
      return nil
    }
    let header = cells.map { Cell(text: rows.text(of: $0), place: rows.place(of: $0), isQuoted: $0.isQuoted) }
    var seen: [String: Cell] = [:]
    var isSound = true
    for cell in header {
      if cell.text.isEmpty {
        faults.error(cell.place, "a column has no name", "name it in the header, or take the column away")
        isSound = false
      } else if let first = seen[cell.text] {
        faults.error(
          cell.place, "two columns are called '\(shortened(cell.text))', the first at \(first.place)",
          "give each a name of its own")
        isSound = false
      } else {
        seen[cell.text] = cell
      }
    }
    return (header, isSound)
  }

  /// Whether a row has a cell for every column; a fault says so when it has not.
  static func isWhole(_ row: [CSVRows.Cell], of columns: Int, in rows: CSVRows, faults: FaultList) -> Bool {
    if row.count == columns { return true }
    faults.error(
      rows.place(of: row[0]), "the row has \(row.count) cells and the header \(columns)",
      "give every column a cell, and put quotes around a cell that holds a comma")
    return false
  }
}
