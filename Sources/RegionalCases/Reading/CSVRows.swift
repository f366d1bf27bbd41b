/// Cuts a CSV file (RFC 4180) into lines and their cells one after the other, without keeping them: a table of a
/// million coalitions need not stand in memory twice.
struct CSVRows {
  /// Where a cell stands among the bytes, and in the file.
  struct Cell {
    /// The cell's bytes, without the quotes around them.
    let range: Range<Int>
    let line: Int
    let column: Int
    let isQuoted: Bool
    /// Whether quotes stand doubled within.
    let hasDoubledQuotes: Bool
  }

  let bytes: [UInt8]
  let file: String
  private let faults: FaultList
  private var index = 0
  private var line = 1
  private var column = 1

  init(bytes: [UInt8], file: String, faults: FaultList) {
    self.bytes = bytes
    self.file = file
    self.faults = faults
  }

  /// The cells of the next line that is not blank; false at the end of the file.
  mutating func next(into cells: inout [Cell]) -> Bool {
    while index < bytes.count {
      cells.removeAll(keepingCapacity: true)
      row(into: &cells)
      if cells.count > 1 || !cells[0].range.isEmpty || cells[0].isQuoted { return true }
    }
    return false
  }

  /// The cell's text, each doubled quote of a quoted one as one.
  func text(of cell: Cell) -> String {
    guard cell.hasDoubledQuotes else { return String(decoding: bytes[cell.range], as: UTF8.self) }
    var text: [UInt8] = []
    var index = cell.range.lowerBound
    while index < cell.range.upperBound {
      text.append(bytes[index])
      index += bytes[index] == UInt8(ascii: "\"") ? 2 : 1
    }
    return String(decoding: text, as: UTF8.self)
  }

  func place(of cell: Cell) -> Place { Place(file: file, line: cell.line, column: cell.column) }

  /// The cell as a node to be read.
  func node(of cell: Cell) -> Node {
    Node(place: place(of: cell), content: .scalar(text(of: cell), isText: false), isCell: true)
  }

  // MARK: Cutting

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
    let byte = bytes[index]
    return byte == UInt8(ascii: "\n")
      || byte == UInt8(ascii: "\r") && (index + 1 == bytes.count || bytes[index + 1] == UInt8(ascii: "\n"))
  }

  private mutating func row(into cells: inout [Cell]) {
    cells.append(cell())
    while index < bytes.count, bytes[index] == UInt8(ascii: ",") {
      advance()
      cells.append(cell())
    }
    while index < bytes.count, !atLineEnd { advance() }
    if index < bytes.count, bytes[index] == UInt8(ascii: "\r") { advance() }
    if index < bytes.count { advance() }
  }

  private mutating func cell() -> Cell {
    while !atLineEnd, bytes[index] == UInt8(ascii: " ") { advance() }
    return !atLineEnd && bytes[index] == UInt8(ascii: "\"") ? quoted() : plain()
  }

  private mutating func plain() -> Cell {
    let (start, startLine, startColumn) = (index, line, column)
    var oddQuote: Place?
    while !atLineEnd, bytes[index] != UInt8(ascii: ",") {
      if bytes[index] == UInt8(ascii: "\""), oddQuote == nil { oddQuote = here }
      advance()
    }
    var end = index
    while end > start, bytes[end - 1] == UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: "\t") { end -= 1 }
    if let oddQuote {
      faults.error(
        oddQuote, "a quote stands inside a cell that has none around it",
        "put quotes around the whole cell and double those within")
    }
    return Cell(
      range: start..<end, line: startLine, column: startColumn, isQuoted: false, hasDoubledQuotes: false)
  }

  private mutating func quoted() -> Cell {
    let (place, start) = (here, index + 1)
    var end = start
    var hasDoubledQuotes = false
    advance()
    while true {
      guard index < bytes.count else {
        faults.error(place, "a quote opens here and is never closed", "close it, and double the quotes within")
        end = index
        break
      }
      if bytes[index] == UInt8(ascii: "\"") {
        end = index
        advance()
        guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { break }
        hasDoubledQuotes = true
      }
      advance()
    }
    while !atLineEnd, bytes[index] == UInt8(ascii: " ") { advance() }
    if !atLineEnd, bytes[index] != UInt8(ascii: ",") {
      faults.error(here, "text follows a closing quote", "put a comma between them, or double the quote")
      while !atLineEnd, bytes[index] != UInt8(ascii: ",") { advance() }
    }
    return Cell(
      range: start..<end, line: place.line, column: place.column, isQuoted: true, hasDoubledQuotes: hasDoubledQuotes)
  }
}
