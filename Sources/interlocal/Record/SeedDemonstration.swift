import ArgumentParser
import Foundation
import Portal
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
      each time; they stand in the file sample-accounts.txt beside the record, which only its owner can read.
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
        try DemonstrationCase.write(into: record.url)
        // Not of the seed: whoever knows it would know the passwords.
        var chance = SystemRandomNumberGenerator()
        let accounts = try folder.accounts().seedDemonstration(
          people: summary.people, language: record.lang == .chinese ? "zh" : "en", at: Ledger.systemClock(),
          using: &chance)
        try SampleAccounts.write(Self.told(accounts, isChinese: record.lang == .chinese), beside: record.url)
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
    lines += ["", Self.told(accounts, isChinese: isChinese)]
    try say(lines.joined(separator: "\n"))
  }

  /// The accounts with what one needs to come in, in words.
  private static func told(_ accounts: [DemonstrationAccount], isChinese: Bool) -> String {
    let heading =
      isChinese
      ? "示例账户（名称、密码、动态口令密钥、任职）：" : "Accounts of the sample (name, password, secret for an authenticator, appointment):"
    let widths = (accounts.map(\.name.count).max() ?? 0, accounts.map(\.password.count).max() ?? 0)
    let lines = accounts.map { account in
      let person = account.person
      let powers = person.delegation.map { " \($0)" } ?? ""
      return account.name.padded(to: widths.0) + "  " + account.password.padded(to: widths.1) + "  "
        + (account.secret?.base32 ?? "–").padded(to: 32)
        + "  \(person.appointment)\(powers)  \(isChinese ? person.nameChinese : person.nameEnglish)"
    }
    return ([heading] + lines).joined(separator: "\n")
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
}
