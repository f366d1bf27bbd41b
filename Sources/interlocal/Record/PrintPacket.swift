import ArgumentParser
import Foundation
import Portal
import Registry
import Reporting

struct PrintPacket: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "packet",
    abstract: "Write an agreement or a problem, as everybody may read it, to a file for print: PDF or HTML.",
    discussion: """
      Example: interlocal packet AG-1 --data interlocal-data --out AG-1.pdf --lang zh

      The ending of the file says what is written. For PDF a browser prints the page: Chromium or Chrome, without a \
      window. A file that is there already is replaced.
      """)

  @Argument(help: "The number of an agreement or of a problem, such as AG-1 or PD-3.") var number: String
  @Option(help: "The file to write; it ends with .pdf or .html.", completion: .file(), transform: path) var out: String
  @Option(help: "The browser that prints; one of the usual names where none is given.", transform: path)
  var browser: String?
  @OptionGroup var record: RecordChoice

  func run() throws {
    guard let id = ObjectID(number), Site.packetKinds.contains(id.kind) else {
      throw Refusal("'\(number)' has no packet; give the number of an agreement or a problem, such as AG-1 or PD-3")
    }
    let file = URL(filePath: out)
    let isPDF = file.pathExtension.lowercased() == "pdf"
    guard isPDF || file.pathExtension.lowercased() == "html" else {
      throw Refusal("'\(out)' ends neither with .pdf nor with .html; end it with what is to be written")
    }
    // Before the record is read: without a browser there is nothing to wait for.
    let printer = isPDF ? try PrintingBrowser(named: browser) : nil
    let folder = try record.open()
    let page = try recorded { try Site(record: folder).packet(of: id, in: record.lang) }
    if let printer {
      try printer.write(Data(page), to: file)
    } else {
      do { try Data(page).write(to: file, options: .atomic) } catch {
        throw Refusal(exitCode: 2, "\(out): cannot be written: \(error.localizedDescription)")
      }
    }
    try say(out)
  }
}
