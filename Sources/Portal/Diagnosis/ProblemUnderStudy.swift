import Registry
import Reporting

/// A problem of the docket beside what its study says: what its diagnosis and the choice of a form both begin with.
struct ProblemUnderStudy {
  let reading: Reading
  let file: DocketFile
  let view: StudyView
  private let version: Int

  /// - Throws: ``PageFault/notHere`` when there is no such problem, or it is for others.
  init(_ number: String?, in reading: Reading, at desk: StudyDesk) throws {
    self.reading = reading
    let found = try reading.object(DocketFile.self, try reading.number(number, .docketFile))
    (file, version) = (found.object, found.version)
    view = try StudyView(of: file.id, in: reading, at: desk)
  }

  func say(_ phrase: StudyPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }

  /// A page below the problem's own, headed by a phrase in which the problem is named; it is kept up to date while it
  /// is open.
  func page(_ title: StudyPhrase, _ content: (inout HTML) -> Void) -> Reply {
    let heading = say(title, ["title": .text(file.title)])
    var layout = reading.layout(heading, trail: file.trail(in: reading))
    (layout.sheets, layout.shown) = ([.study], (file.id, version))
    return layout.page { html in
      html.element("h1", text: heading)
      content(&html)
    }
  }
}

extension DocketFile {
  /// The way to a page about this problem.
  func trail(in reading: Reading) -> [PageLayout.Step] {
    [
      PageLayout.Step(title: reading.say(KindPhrase.many(.docketFile)), path: ObjectKind.docketFile.path),
      PageLayout.Step(title: title, path: id.path),
    ]
  }
}
