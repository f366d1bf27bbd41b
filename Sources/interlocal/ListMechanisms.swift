import ArgumentParser
import Reporting
import Studies

struct ListMechanisms: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mechanisms",
    abstract: "Print the forms of cooperation, every number they are made of, and what it rests on.",
    discussion: """
      Example: interlocal mechanisms
      Example: interlocal mechanisms Examples/skane-water --lang zh

      With a case the forms are those it compares: the catalogue with its changes, and its own.
      """)

  @Argument(help: "A case folder.", completion: .directory, transform: path)
  var folder: String?

  @Option(help: "The language of the answer.")
  var lang = Language.english

  @Flag(help: "Print the catalogue as JSON.")
  var json = false

  func run() throws {
    var sheet = CatalogueSheet()
    var names: [String: String] = [:]
    if let folder {
      let study = try CaseChoice.study(of: folder)
      sheet = CatalogueSheet(of: try refusing { () throws(StudyError) in try study.mechanisms() })
      names = study.mechanismNames.compactMapValues { $0[lang.rawValue] ?? $0["en"] }
    }
    guard !json else { return try say(JSONText(sheet).description) }
    let parts = sheet.parts(in: lang, naming: names)
    try say(parts.map { "\($0.title)\n\n\(TextTable($0.table))" }.joined(separator: "\n\n"))
  }
}
