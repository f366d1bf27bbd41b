import ArgumentParser
import RegionalCases

struct Schema: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of case.yaml, for editors that check while you type.",
    discussion: """
      Example: interlocal schema > case.schema.json
      """)

  @Flag(help: "The schema is JSON with or without this.")
  var json = false

  func run() throws { try say(CaseSchema.text) }
}
