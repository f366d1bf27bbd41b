import Foundation
import Testing

@testable import Reporting
@testable import Studies

@Suite struct DataTests {
  @Test("come back from a table as they went in", arguments: UInt64(0)..<100)
  func csvRoundTrip(seed: UInt64) {
    var table = CSV(header: ["a", hostileName(seed)])
    let rows = (0..<3).map { [hostileName(seed &+ $0 &* 7), hostileName(seed &+ $0 &* 13)] }
    for row in rows { table.append(row) }
    #expect(read(table.text) == [["a", hostileName(seed)]] + rows)
  }

  @Test func quotesAsRFC4180Says() {
    var table = CSV(header: ["name", "value"])
    table.append(["a \"b\", c", 0.1])
    table.append(["two\nlines", Optional<Double>.none])
    #expect(table.text == "name,value\r\n\"a \"\"b\"\", c\",0.1\r\n\"two\nlines\",\r\n")
  }

  /// A reader of its own, so that writer and reader do not share a mistake.
  private func read(_ text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    let scalars = Array(text.unicodeScalars)
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : nil
      if isQuoted {
        if scalar == "\"", next == "\"" {
          field.append(scalar)
          index += 1
        } else if scalar == "\"" {
          isQuoted = false
        } else {
          field.append(scalar)
        }
      } else if scalar == "\"", field.isEmpty {
        isQuoted = true
      } else if scalar == "," {
        row.append(String(field))
        field = .init()
      } else if scalar == "\r", next == "\n" {
        row.append(String(field))
        rows.append(row)
        row = []
        field = .init()
        index += 1
      } else {
        field.append(scalar)
      }
      index += 1
    }
    return rows
  }

  @Test func tablesHoldOneObservationARow() throws {
    let report = try Report(findings: spilloverFindings(), language: .english)
    let names = report.tables.map(\.name)
    #expect(names == ReportTable.names.filter(names.contains))
    let rows = Dictionary(uniqueKeysWithValues: report.tables.map { ($0.name, read($0.csv)) })
    for (name, table) in rows { #expect(table.allSatisfy { $0.count == table[0].count }, "\(name)") }
    #expect(rows["dependence"]?.count == 1 + 13 * 13)
    #expect(rows["flows"]?.count == 1 + 13 * 13)
    #expect(rows["shares"]?.count == 1 + 13 * 9)
    #expect(rows["mechanisms"]?.count == 13)
    #expect(rows["mechanism_players"]?.count == 1 + 12 * 13)
    #expect(rows["violations"]?[1][2] == "zhangjiakou+chengde+qinhuangdao")
  }

  @Test("come back from JSON bit for bit")
  func jsonRoundTrip() throws {
    for findings in [facilityFindings(), spilloverFindings()] {
      let json = try findings.json()
      #expect(try JSONDecoder().decode(Findings.self, from: Data(json.utf8)) == findings)
      #expect(json.hasSuffix("}\n"))
      // Keys in order: the first of the outermost.
      let caseID = try #require(json.range(of: "\"caseID\""))
      let diagnosis = try #require(json.range(of: "\"diagnosis\""))
      #expect(caseID.lowerBound < diagnosis.lowerBound)
    }
  }

  @Test("refuse a number that is not finite and say where it stands", arguments: [Double.nan, .infinity, -.infinity])
  func notFinite(value: Double) {
    var findings = spilloverFindings()
    findings.diagnosis.dependence[2][5] = value
    let error = #expect(throws: ReportingError.self) { try Report(findings: findings, language: .english) }
    #expect(error == .notFinite(place: "diagnosis.dependence[2][5]"))
    #expect(
      error?.description
        == "findings: diagnosis.dependence[2][5] is not a finite number; a study must leave out what it cannot compute")
  }

  @Test func refuseWhatDoesNotFitThePlayers() {
    var findings = facilityFindings()
    findings.sharing.rules[0].shares = [1, 2]
    #expect(throws: ReportingError.count(place: "sharing.rules[0].shares", expected: 6, found: 2)) {
      try Report(findings: findings, language: .english)
    }
    findings = facilityFindings()
    findings.mechanisms.ranking[3].members = ["A", "X"]
    #expect(throws: ReportingError.unknownParty(place: "mechanisms.ranking[3].members", id: "X")) {
      try Report(findings: findings, language: .english)
    }
  }
}
