import ArgumentParser
import Foundation
import Registry
import Reporting

struct BeginRecord: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Begin the record of a region: its name, fields of cooperation, office and first administrator.",
    discussion: """
      Example: interlocal init --origin rivers.example/log --name "Two Counties" --name-zh 两县 --currency CNY \\
        --zone Asia/Shanghai --field water --field transport --office "Joint Office" --office-zh 联合办公室 \\
        --administrator "First administrator"

      Everything else is done by the people of the record, under their appointments.
      """)

  @OptionGroup var record: RecordChoice
  @Option(help: "The name by which the log is known for ever, such as rivers.example/log.") var origin: String
  @Option(help: "The region's name in English.") var name: String
  @Option(help: "The region's name in Chinese; the English one where there is none.") var nameZh: String?
  @Option(help: "The currency, by its code of ISO 4217.") var currency: String
  @Option(help: "The time zone, such as Asia/Shanghai or America/Chicago.") var zone: String
  @Option(help: "A field of cooperation by a short name; repeat for each.") var field: [String]
  @Option(help: "The joint office's name in English.") var office: String
  @Option(help: "The joint office's name in Chinese; the English one where there is none.") var officeZh: String?
  @Option(help: "Who administers the record first; their name is seen within the region only.") var administrator:
    String
  @Option(help: "How many days the first appointment lasts.", transform: wholeNumber(1...3_660)) var days = 1_095

  func run() throws {
    guard TimeZone(identifier: zone) != nil else {
      throw Refusal("'\(zone)' is no time zone; write one of the time zone database, such as Asia/Shanghai")
    }
    let answer = try recorded {
      try RecordFolder.begin(at: record.url, origin: origin)
      let folder = try RecordFolder(at: record.url)
      do {
        try found(folder)
      } catch {
        // A record without a region is of no use to anyone, and would stand in the way of the next attempt.
        try? FileManager.default.removeItem(at: record.url)
        throw error
      }
      try folder.publish()
      return Answer.begun(record.data, origin: origin, key: "\(folder.policy.logKeys[0])", in: record.lang)
    }
    try say(text(of: answer))
  }

  private func found(_ folder: RecordFolder) throws {
    let now = Ledger.systemClock()
    func founded<T: RecordObject>(_ type: T.Type, _ command: T.Command) throws {
      _ = try folder.ledger.submitAndWait(Order(type, command), by: .founder, key: CommandKey())
    }
    try founded(
      Region.self,
      .establish(
        charter: .init(
          nameEnglish: name, nameChinese: nameZh ?? name, currency: currency, fields: field,
          calendar: WorkingCalendar(zone: zone, version: "weekends-only"))))
    try founded(
      Organisation.self,
      .register(nameEnglish: office, nameChinese: officeZh ?? office, sort: .publicBody, parent: nil))
    try founded(
      Appointment.self,
      .appoint(
        person: administrator, organisation: ObjectID(.organisation, 1), role: .administrator, from: now,
        until: now.later(days: days), instrument: "founding of the record"))
  }
}
