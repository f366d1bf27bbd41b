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
      people send, each at its moment; the same seed sends the same orders. The passwords of its accounts are drawn anew
      each time and shown this once.
      """)

  @OptionGroup var record: RecordChoice
  @Option(help: "The seed of the history.") var seed: UInt64 = 7

  func run() throws {
    let (summary, accounts) = try recorded {
      try RecordFolder.begin(at: record.url, origin: "sample.example/log")
      let clock = LedgerDemonstration.Clock()
      do {
        let folder = try RecordFolder(at: record.url, clock: { clock.now })
        let ledger = LedgerDemonstration(folder.ledger, store: folder.store, clock: clock)
        let summary = try DemonstrationRegion(seed: seed).play(in: ledger).summary
        try folder.publish()
        // Not of the seed: whoever knows it would know the passwords.
        var chance = SystemRandomNumberGenerator()
        let accounts = try folder.accounts().seedDemonstration(
          people: summary.people, language: record.lang == .chinese ? "zh" : "en", at: Ledger.systemClock(),
          using: &chance)
        try folder.close()
        return (summary, accounts)
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
    lines += [
      "",
      isChinese
        ? "账户（仅显示这一次：名称、密码、动态口令密钥、任职）："
        : "Accounts (shown this once: name, password, secret for an authenticator, appointment):",
    ]
    let widths = (accounts.map(\.name.count).max() ?? 0, accounts.map(\.password.count).max() ?? 0)
    lines += accounts.map { account in
      let person = account.person
      let powers = person.delegation.map { " \($0)" } ?? ""
      return account.name.padded(to: widths.0) + "  " + account.password.padded(to: widths.1) + "  "
        + (account.secret?.base32 ?? "–").padded(to: 32)
        + "  \(person.appointment)\(powers)  \(isChinese ? person.nameChinese : person.nameEnglish)"
    }
    try say(lines.joined(separator: "\n"))
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
