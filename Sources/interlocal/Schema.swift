import ArgumentParser
import RegionalCases

struct Schema: ParsableCommand {
  /// The files that people write by hand.
  enum File: String, ExpressibleByArgument, CaseIterable {
    case regionalCase = "case"
    case negotiation, conflict, decision

    var text: String {
      switch self {
      case .regionalCase: CaseSchema.text
      case .negotiation: CaseSchema.ofNegotiationFiles
      case .conflict: CaseSchema.ofConflictFiles
      case .decision: CaseSchema.ofDecisionFiles
      }
    }
  }

  static let configuration = CommandConfiguration(
    abstract: "Print the JSON Schema of a file, for editors that check while you type.",
    discussion: """
      Example: interlocal schema > case.schema.json
      Example: interlocal schema negotiation > negotiation.schema.json
      """)

  @Argument(help: "Which file: case, negotiation, conflict or decision.")
  var file = File.regionalCase

  @Flag(help: "The schema is JSON with or without this.")
  var json = false

  func run() throws { try say(file.text) }
}
