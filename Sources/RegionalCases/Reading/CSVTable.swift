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
    var scanner = CSVScanner(text: text, file: file, faults: faults)
    var lines = scanner.lines()
    self.file = file
    guard !lines.isEmpty else {
      faults.error(Place(file: file, line: 1, column: 1), "the file is empty", "write a header and the rows under it")
      return nil
    }
    let header = lines.removeFirst()
    self.header = header
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
    var kept: [[Cell]] = []
    for line in lines {
      if line.count == header.count {
        kept.append(line)
      } else {
        faults.error(
          line[0].place, "the row has \(line.count) cells and the header \(header.count)",
          "give every column a cell, and put quotes around a cell that holds a comma")
      }
    }
    rows = kept
    isWhole = kept.count == lines.count
    if !isSound { return nil }
  }
}

/// Cuts the text of a CSV file into cells.
private struct CSVScanner {
  private let bytes: [UInt8]
  private let file: String
  private let faults: FaultList
  private var index = 0
  private var line = 1
  private var column = 1

  init(text: String, file: String, faults: FaultList) {
    bytes = Array(text.utf8)
    self.file = file
    self.faults = faults
  }

  /// Every line that is not blank.
  mutating func lines() -> [[CSVTable.Cell]] {
    var lines: [[CSVTable.Cell]] = []
    while index < bytes.count {
      let cells = row()
      if cells.count > 1 || !cells[0].text.isEmpty || cells[0].isQuoted { lines.append(cells) }
    }
    return lines
  }

  private var here: Place { Place(file: file, line: line, column: column) }

  private mutating func advance() {
    let byte = bytes[index]
    if byte == UInt8(ascii: "\n") {
      (line, column) = (line + 1, 1)
    } else if byte & 0xC0 != 0x80 {
      column += 1
    }
    index += 1
  }

  private var atLineEnd: Bool {
    guard index < bytes.count else { return true }
    return bytes[index] == UInt8(ascii: "\n")
      || bytes[index] == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "\n"))
  }

  private mutating func row() -> [CSVTable.Cell] {
    var cells = [cell()]
    while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      advance()
      cells.append(cell())
    }
    while index < bytes.count, !atLineEnd { advance() }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { advance() }
    if index < bytes.count { advance() }
    return cells
  }

  private mutating func cell() -> CSVTable.Cell {
    while !atLineEnd, bytes[index] == UInt8(ascii: " ") { advance() }
    let place = here
    return !atLineEnd && bytes[index] == UInt8(ascii: "\"") ? quoted(from: place) : plain(from: place)
  }

  private mutating func plain(from place: Place) -> CSVTable.Cell {
    var text: [UInt8] = []
    var oddQuote: Place?
    while !atLineEnd, bytes[index] != UInt8(ascii: ",") {
      if bytes[index] == UInt8(ascii: "\""), oddQuote == nil { oddQuote = here }
      text.append(bytes[index])
      advance()
    }
    while let last = text.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { text.removeLast() }
    if let oddQuote {
      faults.error(
        oddQuote, "a quote stands inside a cell that has none around it",
        "put quotes around the whole cell and double those within")
    }
    return CSVTable.Cell(text: String(decoding: text, as: UTF8.self), place: place, isQuoted: false)
  }

  private mutating func quoted(from place: Place) -> CSVTable.Cell {
    var text: [UInt8] = []
    advance()
    while true {
      guard index < bytes.count else {
        faults.error(place, "a quote opens here and is never closed", "close it, and double the quotes within")
        break
      }
      if bytes[index] == UInt8(ascii: "\"") {
        advance()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
      }
      text.append(bytes[index])
      advance()
    }
    while !atLineEnd, bytes[index] == UInt8(ascii: " ") { advance() }
    if !atLineEnd, bytes[index] != UInt8(ascii: ",") {
      faults.error(here, "text follows a closing quote", "put a comma between them, or double the quote")
      while !atLineEnd, bytes[index] != UInt8(ascii: ",") { advance() }
    }
    return CSVTable.Cell(text: String(decoding: text, as: UTF8.self), place: place, isQuoted: true)
  }
}
