import Registry
import Reporting

/// A table as spreadsheet programs open it (Office Open XML, ECMA-376): numbers are numbers, dates are dates, and text
/// is text whatever it looks like, so that none is taken for a formula.
///
/// The same table gives the same bytes.
struct Workbook {
  /// What stands in a cell.
  enum Cell: Hashable {
    case nothing
    case text(String)
    case whole(Int64)
    /// A number of so many minor units, such as 1234 of 100 each: 12.34.
    case minorUnits(Int64, digits: Int)
    case moment(Instant)
    case day(CalendarDay)
    case flag(Bool)
  }

  static let mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

  /// The most characters that a cell may hold; of a longer text the beginning is shown, and an ellipsis.
  static let mostCharacters = 32_767
  /// Beyond it a spreadsheet, which counts in binary floating point, would round a whole number.
  static let largestExact: Int64 = 1 << 53

  /// The name of the sheet.
  let title: String
  let header: [String]
  private(set) var rows: [[Cell]] = []

  init(title: String, header: [String]) {
    // A name has at most 31 characters, and none of these.
    self.title = String(title.filter { !"[]:*?/\\'".contains($0) }.prefix(31))
    self.header = header
  }

  mutating func append(_ row: [Cell]) { rows.append(row) }

  /// The answer that sends it.
  func reply(file: String) -> Reply {
    Reply(
      headers: [
        .init("Content-Type", Self.mediaType),
        .init("Content-Disposition", "attachment; filename=\"\(file).xlsx\""),
      ], body: bytes)
  }

  /// The file.
  var bytes: [UInt8] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let package = "http://schemas.openxmlformats.org/package/2006"
    let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    var archive = StoredArchive()
    func add(_ name: String, _ text: String) {
      archive.add(name, Array("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n\(text)".utf8))
    }
    add(
      "[Content_Types].xml",
      "<Types xmlns=\"\(package)/content-types\">"
        + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
        + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"\(kind).sheet.main+xml\"/>"
        + "<Override PartName=\"/xl/styles.xml\" ContentType=\"\(kind).styles+xml\"/>"
        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"\(kind).worksheet+xml\"/></Types>")
    add(
      "_rels/.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/officeDocument\" "
        + "Target=\"xl/workbook.xml\"/></Relationships>")
    add(
      "xl/workbook.xml",
      "<workbook xmlns=\"\(main)\" xmlns:r=\"\(office)\"><sheets><sheet name=\"\(Self.escaped(title))\" sheetId=\"1\" "
        + "r:id=\"rId1\"/></sheets></workbook>")
    add(
      "xl/_rels/workbook.xml.rels",
      "<Relationships xmlns=\"\(package)/relationships\"><Relationship Id=\"rId1\" Type=\"\(office)/worksheet\" "
        + "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"rId2\" Type=\"\(office)/styles\" "
        + "Target=\"styles.xml\"/></Relationships>")
    add("xl/styles.xml", Self.styles(main))
    add("xl/worksheets/sheet1.xml", sheet(main))
    return archive.bytes
  }

  // MARK: Parts

  /// The looks of cells, in the order in which ``Look`` numbers them.
  private enum Look: Int { case plain, head, text, whole, money, moment, day }

  private static func styles(_ main: String) -> String {
    // 49 is text, 1 whole numbers, 4 numbers with two decimals, 14 the day as the reader's country writes it.
    let looks = [(0, 0), (0, 1), (49, 0), (1, 0), (4, 0), (164, 0), (14, 0)]
    let cells = looks.map { format, font in
      "<xf numFmtId=\"\(format)\" fontId=\"\(font)\" fillId=\"0\" borderId=\"0\" xfId=\"0\" applyNumberFormat=\"1\" "
        + "applyFont=\"1\"/>"
    }
    return "<styleSheet xmlns=\"\(main)\"><numFmts count=\"1\"><numFmt numFmtId=\"164\" "
      + "formatCode=\"yyyy\\-mm\\-dd\\ hh:mm:ss\"/></numFmts><fonts count=\"2\"><font><sz val=\"11\"/></font>"
      + "<font><b/><sz val=\"11\"/></font></fonts><fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
      + "<fill><patternFill patternType=\"gray125\"/></fill></fills><borders count=\"1\"><border/></borders>"
      + "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs><cellXfs count=\"\(looks.count)\">\(cells.joined())</cellXfs>"
      + "</styleSheet>"
  }

  private func sheet(_ main: String) -> String {
    var text =
      "<worksheet xmlns=\"\(main)\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" "
      + "topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><sheetData>"
    Self.write(header.map(Cell.text), row: 1, asHead: true, &text)
    for (index, row) in rows.enumerated() { Self.write(row, row: index + 2, &text) }
    return text + "</sheetData></worksheet>"
  }

  private static func write(_ cells: [Cell], row: Int, asHead: Bool = false, _ text: inout String) {
    text += "<row r=\"\(row)\">"
    for (column, cell) in cells.enumerated() {
      let place = "\(letters(of: column))\(row)"
      func number(_ value: String, _ look: Look) {
        text += "<c r=\"\(place)\" s=\"\(look.rawValue)\"><v>\(value)</v></c>"
      }
      switch cell {
      case .nothing: break
      case .text(let words): written(words, at: place, asHead ? .head : .text, &text)
      case .whole(let value) where value.magnitude > UInt64(largestExact): written("\(value)", at: place, .text, &text)
      case .whole(let value): number("\(value)", .whole)
      case .minorUnits(let value, let digits):
        let figure = decimal(value, digits: digits)
        if value.magnitude > UInt64(largestExact) {
          written(figure, at: place, .text, &text)
        } else {
          number(figure, .money)
        }
      case .moment(let moment): number(serial(moment.milliseconds), .moment)
      case .day(let day): number("\(day.daysSince1970 + daysTo1970)", .day)
      case .flag(let value): text += "<c r=\"\(place)\" t=\"b\"><v>\(value ? 1 : 0)</v></c>"
      }
    }
    text += "</row>"
  }

  private static func written(_ words: String, at place: String, _ look: Look, _ text: inout String) {
    let shown = words.utf16.count <= mostCharacters ? words : String(words.prefix(mostCharacters / 2)) + "…"
    text +=
      "<c r=\"\(place)\" s=\"\(look.rawValue)\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
      + "\(escaped(shown))</t></is></c>"
  }

  /// `A` to `Z`, then `AA`.
  static func letters(of column: Int) -> String {
    let letter = String(UnicodeScalar(UInt8(65 + column % 26)))
    return column < 26 ? letter : letters(of: column / 26 - 1) + letter
  }

  /// Days are counted from the last of 1899, as all such programs have done since Lotus 1-2-3.
  private static let daysTo1970 = 25_569

  /// Days and parts of a day, to the millisecond: nine decimals are enough.
  static func serial(_ milliseconds: Int64) -> String {
    let day: Int64 = 86_400_000
    let days = milliseconds >= 0 ? milliseconds / day : -((-milliseconds + day - 1) / day)
    let part = String((milliseconds - days * day) * 1_000_000_000 / day)
    return "\(days + Int64(daysTo1970)).\(String(repeating: "0", count: 9 - part.count))\(part)"
  }

  /// A number of minor units as a decimal number.
  static func decimal(_ minor: Int64, digits: Int) -> String {
    let plain = String(minor.magnitude)
    let padded = String(repeating: "0", count: max(0, digits + 1 - plain.count)) + plain
    return (minor < 0 ? "-" : "") + (digits == 0 ? padded : "\(padded.dropLast(digits)).\(padded.suffix(digits))")
  }

  /// Text as XML holds it; what XML has no sign for is written as the sign for that.
  static func escaped(_ words: String) -> String {
    var text = ""
    // `_x0041_` would be read as a letter.
    for scalar in words.replacing("_x", with: "_x005F_x").unicodeScalars {
      switch scalar {
      case "&": text += "&amp;"
      case "<": text += "&lt;"
      case ">": text += "&gt;"
      case "\"": text += "&quot;"
      case "\r": text += "&#13;"
      case "\t", "\n": text.unicodeScalars.append(scalar)
      case "\u{0}"..<" ", "\u{FFFE}", "\u{FFFF}": text += "\u{FFFD}"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
