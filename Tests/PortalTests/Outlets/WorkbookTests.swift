import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct WorkbookTests {
  /// The files of an archive without compression, by name, as its directory lists them.
  static func files(_ bytes: [UInt8]) throws -> [String: [UInt8]] {
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
    }
    let end = bytes.count - 22
    try #require(end >= 0 && number(end, 4) == 0x0605_4B50)
    var place = number(end + 16, 4)
    var files: [String: [UInt8]] = [:]
    for _ in 0..<number(end + 10, 2) {
      try #require(number(place, 4) == 0x0201_4B50)
      let (size, length, start) = (number(place + 24, 4), number(place + 28, 2), number(place + 42, 4))
      let name = String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self)
      try #require(number(start, 4) == 0x0403_4B50 && number(start + 8, 2) == 0)
      let first = start + 30 + number(start + 26, 2) + number(start + 28, 2)
      let contents = Array(bytes[first..<first + size])
      #expect(Checksum.crc32(contents) == UInt32(number(place + 16, 4)), "\(name)")
      files[name] = contents
      place += 46 + length
    }
    return files
  }

  /// The cells of the only sheet as they stand there: place, sort and value.
  static func cells(_ bytes: [UInt8]) throws -> [String: (sort: String, value: String)] {
    let sheet = String(decoding: try #require(try files(bytes)["xl/worksheets/sheet1.xml"]), as: UTF8.self)
    var cells: [String: (String, String)] = [:]
    for part in sheet.components(separatedBy: "<c ").dropFirst() {
      let tag = part.prefix { $0 != ">" }
      let place = try #require(Browser.attribute("r", of: String(tag)))
      let sort = Browser.attribute(" t", of: String(tag)) ?? "n"
      let start = sort == "inlineStr" ? "<t xml:space=\"preserve\">" : "<v>"
      let value = part.components(separatedBy: start).last?.components(separatedBy: "</").first ?? ""
      cells[place] = (sort, value)
    }
    return cells
  }

  @Test("the sum of an archive's file is the one that is printed for CRC-32")
  func checksum() {
    #expect(Checksum.crc32(Array("123456789".utf8)) == 0xCBF4_3926)
    #expect(Checksum.crc32([]) == 0)
  }

  @Test("numbers are numbers, dates are dates, and text is text whatever it looks like")
  func sorts() throws {
    var book = Workbook(title: "A/B: [1]", header: ["a", "b"])
    let moment = Instant(milliseconds: 1_772_366_400_000)  // 2026-03-01, noon
    book.append([.whole(-42), .minorUnits(-1_234_05, digits: 2), .moment(moment), .day(CalendarDay(daysSince1970: 0))])
    book.append([.text("=1+1"), .text("a<b>&\"c\"\u{1}"), .flag(true), .nothing, .whole(1 << 60), .text("_x0041_")])
    book.append([.text(String(repeating: "水", count: 40_000)), .moment(Instant(milliseconds: -1))])
    let cells = try Self.cells(book.bytes)
    func expect(_ place: String, _ sort: String, _ value: String) {
      #expect(cells[place].map { $0 == (sort, value) } == true, "\(place): \(cells[place]?.value.prefix(50) ?? "–")")
    }
    expect("A1", "inlineStr", "a")
    expect("A2", "n", "-42")
    expect("B2", "n", "-1234.05")
    expect("C2", "n", "46082.500000000")
    expect("D2", "n", "25569")
    expect("A3", "inlineStr", "=1+1")
    expect("B3", "inlineStr", "a&lt;b&gt;&amp;&quot;c&quot;\u{FFFD}")
    expect("C3", "b", "1")
    #expect(cells["D3"] == nil)
    expect("E3", "inlineStr", "1152921504606846976")
    expect("F3", "inlineStr", "_x005F_x0041_")
    #expect(cells["A4"]?.value.hasSuffix("水…") == true && cells["A4"]?.value.count ?? 0 <= 32_767)
    expect("B4", "n", "25568.999999988")
    let sheet = String(decoding: try #require(try Self.files(book.bytes)["xl/worksheets/sheet1.xml"]), as: UTF8.self)
    #expect(!sheet.contains("<f>"), "no formula")
    #expect(book.title == "AB 1")
    #expect(book.bytes == book.bytes)
    #expect([0, 25, 26, 701, 702].map(Workbook.letters) == ["A", "Z", "AA", "ZZ", "AAA"])
  }

  @Test("every kind has a workbook with the rows of its table, and its parts are well-formed")
  func kinds() async throws {
    let sample = try SampleSite.shared.get()
    for kind in ObjectKind.allCases {
      let reply = await sample.site.get("\(kind.path).xlsx")
      #expect(reply.status == .ok && reply[header: "Content-Type"] == Workbook.mediaType)
      #expect(await sample.site.get("\(kind.path).xlsx").body == reply.body, "the same bytes each time")
      for (name, contents) in try Self.files(reply.body) {
        #expect(XMLParser(data: Data(contents)).parse(), "\(kind) \(name)")
      }
      let table = DataTableTests.rows(await sample.site.get("\(kind.path).csv").text)
      let cells = try Self.cells(reply.body)
      for (row, line) in table.enumerated() {
        for (column, text) in line.enumerated() where row == 0 || column == 0 {
          #expect(cells["\(Workbook.letters(of: column))\(row + 1)"]?.value == text)
        }
      }
    }
    let docket = DataTableTests.rows(await sample.site.get("/commitments.csv").text)
    let column = Workbook.letters(of: try #require(docket[0].firstIndex(of: "due")))
    let due = try #require(try Self.cells(await sample.site.get("/commitments.xlsx").body)["\(column)2"])
    let first = try #require(try sample.objects(Commitment.self).first)
    #expect(due == ("n", Workbook.serial(first.due.milliseconds)), "a date, not a number of milliseconds")
  }

  @Test("the entries of books add up to nothing in their workbook too")
  func entries() async throws {
    let sample = try SampleSite.shared.get()
    let desk = try sample.visitor(.desk)
    let all = try sample.objects(RegionBooks.self).filter { !$0.books.entries.isEmpty }
    #expect(!all.isEmpty)
    for books in all {
      let reply = await sample.site.get("\(books.id.path)/entries.xlsx", as: desk)
      #expect(reply.status == .ok)
      let cells = try Self.cells(reply.body)
      let rows = books.books.entries.map(\.postings.count).reduce(0, +)
      let amounts = try (2..<rows + 2).map { row in
        let cell = try #require(cells["G\(row)"])
        #expect(cell.sort == "n")
        return try #require(Decimal(string: cell.value))
      }
      #expect(amounts.reduce(0, +) == 0 && cells["G\(rows + 2)"] == nil)
    }
    #expect(await sample.site.get("/ledger/BK-9999/entries.xlsx").status == .notFound)
  }
}
