import ArgumentParser
import Foundation
import Registry
import Reporting

struct LifeCycles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lifecycles",
    abstract: "Show how the objects of a record may change: acts, stages, who may act and on what conditions.",
    discussion: """
      Example: interlocal lifecycles docketFile
      Example: interlocal lifecycles --svg pictures
      """)

  @Argument(help: "A kind of object, such as docketFile; all of them where none is named.") var kind: String?
  @Option(help: "A folder into which a picture of each is written.", transform: path) var svg: String?

  func run() throws {
    let kinds = ObjectKind.allCases.filter { kind == nil || "\($0)" == kind }
    guard !kinds.isEmpty else {
      throw Refusal(
        "'\(kind ?? "")' is no kind of object; write one of "
          + ObjectKind.allCases.map { "\($0)" }.joined(separator: ", "))
    }
    var lines: [String] = []
    for kind in kinds {
      let chart = LifeCycleChart(of: kind)
      if let svg {
        do {
          let folder = URL(filePath: svg, directoryHint: .isDirectory)
          try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
          try Data((chart.markup + "\n").utf8).write(to: folder.appending(path: "\(kind).svg"), options: .atomic)
        } catch { throw Refusal(exitCode: 2, "\(svg): cannot be written: \(error.localizedDescription)") }
      } else {
        lines += ["\(kind)", "", "\(TextTable(chart.rows))", ""]
      }
    }
    try say(svg ?? lines.joined(separator: "\n"))
  }
}
