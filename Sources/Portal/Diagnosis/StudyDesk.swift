import Dispatch
import Foundation
import RegionalCases
import Registry
import Studies
import Synchronization

/// The studies of the region's cases: each made once for each version of a case, one after the other, apart from the
/// threads that answer, and kept beside the record.
///
///     studies/<digest>.json   what a study found; can be deleted at any time, and is then made anew
final class StudyDesk: Sendable {
  /// How far a study is.
  enum Answer: Sendable {
    /// It waits or is being made; how much of it is done, and what it is doing.
    case making(part: Double, step: Study.Step)
    case made(Findings)
    /// The case makes no game, and why.
    case failed(String)
  }

  let shelf: CaseShelf
  private let folder: URL
  private let queue = DispatchQueue(label: "interlocal.studies", qos: .utility)
  private let answers = Mutex<[String: Answer]>([:])

  /// As many studies as stay in memory; others are read again from beside the record.
  private static let mostKept = 32

  /// - Parameter folder: the folder of the record.
  init(in folder: URL) {
    shelf = CaseShelf(in: folder)
    self.folder = folder.appending(path: "studies", directoryHint: .isDirectory)
  }

  /// What the study of a problem has found, or how far it is: the first to ask has it begun.
  func answer(to problem: Problem, of edition: CaseEdition) -> Answer {
    let key = Self.key(problem, edition)
    let (answer, isNew) = answers.withLock { answers -> (Answer, Bool) in
      if let known = answers[key] { return (known, false) }
      if answers.count >= Self.mostKept, let old = answers.first(where: { !$0.value.isBeingMade })?.key {
        answers[old] = nil
      }
      let begun = Answer.making(part: 0, step: .formulate)
      answers[key] = begun
      return (begun, true)
    }
    if isNew { queue.async { [self] in make(problem, edition, key) } }
    return answer
  }

  private func make(_ problem: Problem, _ edition: CaseEdition, _ key: String) {
    let answer = stored(key).map(Answer.made) ?? study(problem, edition, key)
    // Files that change while they are read make a study of nothing that ever was: it is asked for anew.
    let isStillThere = CaseShelf.digest(of: edition.folder) == edition.digest
    answers.withLock { $0[key] = isStillThere ? answer : nil }
    if case .made(let findings) = answer, isStillThere { store(findings, key) }
  }

  private func study(_ problem: Problem, _ edition: CaseEdition, _ key: String) -> Answer {
    guard let regionalCase = edition.regionalCase else { return .failed(edition.faults.joined(separator: "\n")) }
    do throws(StudyError) {
      let study = try Study(
        regionalCase, folder: edition.folder.path, problem: problem.id, warnings: edition.warnings)
      return .made(
        try study.findings { part, step in
          answers.withLock { $0[key] = .making(part: part, step: step) }
        })
    } catch {
      return .failed("\(error)")
    }
  }

  // MARK: Keeping

  /// Of the case's version, the problem, and the form of the findings.
  private static func key(_ problem: Problem, _ edition: CaseEdition) -> String {
    LogHash(sha256: Array("\(edition.digest)\n\(Findings.currentFormat)\n\(problem.id)".utf8)).hex
  }

  private func file(_ key: String) -> URL { folder.appending(path: "\(key).json") }

  /// What was kept of a former run; nothing when it cannot be read, for it can be made anew.
  private func stored(_ key: String) -> Findings? {
    guard let data = FileManager.default.contents(atPath: file(key).path) else { return nil }
    return try? JSONDecoder().decode(Findings.self, from: data)
  }

  /// A study that cannot be kept is made again after the next start: nobody is kept waiting for a full disk.
  private func store(_ findings: Findings, _ key: String) {
    let place = file(key)
    guard !FileManager.default.fileExists(atPath: place.path), let data = try? JSONEncoder().encode(findings) else {
      return
    }
    // Not what it lies in: a record that was taken away meanwhile must not come back as an empty folder.
    try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    try? data.write(to: place, options: .atomic)
  }
}

extension StudyDesk.Answer {
  fileprivate var isBeingMade: Bool {
    if case .making = self { true } else { false }
  }
}
