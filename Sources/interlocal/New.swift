import ArgumentParser
import Foundation
import RegionalCases

struct New: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Begin a case: a small complete example whose every figure you replace by yours.",
    discussion: """
      Example: interlocal new river --family spillover

      Families: jointFacility (one facility for several), spillover (what one does reaches the others),
      commonStandard (worth more the more adopt it), competition (tax, protection, tournament),
      normalForm (a table of payoffs).
      """)

  @Argument(help: "The folder to write; it must be absent or empty.", completion: .directory, transform: path)
  var folder: String

  @Option(help: "The family of the problem.")
  var family = ProblemFamily.jointFacility

  @Flag(help: "Print the names of the files written as JSON.")
  var json = false

  func run() throws {
    do { try CaseScaffold.write(to: folder, family: family) } catch {
      throw Refusal(exitCode: error.reason == .cannotWrite ? 2 : 1, "\(error)")
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
    if json {
      try say(JSONText(Written(folder: folder, files: files)).description)
    } else {
      try say("Wrote \(files.joined(separator: ", ")) to \(folder).\nNext: interlocal check \(quoted(folder))")
    }
  }
}

/// What was written where, as JSON.
private struct Written: Encodable { let folder: String; let files: [String] }

extension ProblemFamily: ExpressibleByArgument {}
