import ArgumentParser
import Foundation
import Registry
import Reporting

struct SeedDemonstration: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo",
    abstract: "Begin the record of an invented region with two years of history, to look at and to try things in.",
    discussion: """
      Example: interlocal demo --data demo-data

      Three Rivers Co-operation Region (三川合作区) and all in it is a sample. Its history is made of orders that its
      people send, each at its moment; the same seed sends the same orders.
      """)

  @OptionGroup var record: RecordChoice
  @Option(help: "The seed of the history.") var seed: UInt64 = 7

  func run() throws {
    let summary = try recorded {
      try RecordFolder.begin(at: record.url, origin: "sample.example/log")
      let clock = LedgerDemonstration.Clock()
      do {
        let folder = try RecordFolder(at: record.url, clock: { clock.now })
        let ledger = LedgerDemonstration(folder.ledger, store: folder.store, clock: clock)
        let summary = try DemonstrationRegion(seed: seed).play(in: ledger).summary
        try folder.publish()
        return summary
      } catch {
        // Half a history would stand in the way of the next attempt.
        try? FileManager.default.removeItem(at: record.url)
        throw error
      }
    }
    let isChinese = record.lang == .chinese
    var lines = [
      isChinese
        ? "三川合作区（示例）：\(summary.orders) 项指令" : "Three Rivers Co-operation Region (sample): \(summary.orders) orders", "",
    ]
    lines += summary.counts.map { "\($0.kind.rawValue)  \($0.stage)  \($0.count)" }
    lines += ["", isChinese ? "各角色可用的任职：" : "Appointments to try, one of each role:"]
    for role in Role.allCases {
      guard let person = summary.people.first(where: { $0.role == role }) else { continue }
      let powers = person.delegation.map { " \($0)" } ?? ""
      lines.append(
        "\(role.rawValue)  \(person.appointment)\(powers)  \(isChinese ? person.nameChinese : person.nameEnglish)")
    }
    try say(lines.joined(separator: "\n"))
  }
}
