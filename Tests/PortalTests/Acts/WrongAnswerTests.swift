import Foundation
import Registry
import Reporting
import Synchronization
import Testing

@testable import Portal

/// A form in which one answer is wrong says which and what to do about it, in the reader's language; it keeps all other
/// answers, and nothing is recorded. With `INTERLOCAL_NIGHTLY=1` at three orders of each sort, in both languages each.
@Suite(.serialized) struct WrongAnswerTests {
  private static let isNight = ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1"

  @Test(
    "each answer of the forms by which the sample region's history came about, wrong in each way while all else is right",
    .timeLimit(.minutes(20)))
  func history() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "portal-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try RecordFolder.begin(at: folder, origin: "sample.example/log")
    let clock = LedgerDemonstration.Clock()
    let site = Site(record: try RecordFolder(at: folder, clock: { clock.now }))
    let tried = Mutex<[String: Int]>([:])
    try await AttemptedDemonstration.play(at: site, clock: clock, occasions: Self.isNight ? 3 : 1) { attempt in
      let checked = await site.post(attempt.path, attempt.sent(attempt.answers, "check"), as: attempt.visitor)
      #expect(checked.status == .ok, "\(attempt.path): right answers are refused: \(Self.summary(of: checked.text))")
      let all = WrongAnswer.all(in: attempt.form, filledIn: attempt.answers)
      for (number, wrong) in all.enumerated() {
        for language in Self.isNight ? Language.allCases : [Language.allCases[number % 2]] {
          try await Self.refuses(wrong, of: attempt, in: language, at: site)
        }
      }
      tried.withLock { $0["\(attempt.form.kind) \(attempt.form.command)", default: 0] += all.count }
    }
    let counts = tried.withLock { $0 }
    #expect(counts.count > 95, "\(counts.count) of \(ActForm.all.count) forms")
    #expect(counts.values.reduce(0, +) > 500, "\(counts)")
  }

  private static func refuses(
    _ wrong: WrongAnswer, of attempt: AttemptedDemonstration.Attempt, in language: Language, at site: Site
  ) async throws {
    let place = "\(attempt.path): \(wrong.name) \(wrong.way) in \(language)"
    let head = try site.record.store.read { try $0.head() }
    let reply = await site.post(
      attempt.path, attempt.sent(wrong.answers, "do"), as: attempt.visitor, in: language)
    try #require(try site.record.store.read { try $0.head() } == head, "\(place): it was recorded")
    #expect((400..<500).contains(reply.status.rawValue), "\(place): \(reply.status)")
    #expect(reply.text.contains("<html lang=\"\(language.tag)\""), "\(place)")
    let (summary, label) = (summary(of: reply.text), Tongue(language: language).say(wrong.field.label))
    #expect(summary.contains(label), "\(place): '\(label)' is not named: \(summary)")
    let isMarked = wrong.places.contains { reply.text.contains("id=\"\($0)-fault\"") }
    #expect(isMarked, "\(place): nothing is said at the field: \(summary)")
    let shown = try #require(ShownForm(to: attempt.path, in: reply.text)?.fields, "\(place): there is no form")
    for name in wrong.otherNames where !["token", "key"].contains(name) {
      let (was, isNow) = (wrong.answers.all(name).sorted(), shown.all(name).sorted())
      #expect(isNow == was, "\(place): \(name) is lost")
    }
  }

  /// The summary of errors, as its reader sees it.
  private static func summary(of page: String) -> String {
    guard let start = page.range(of: "<div class=\"faults\""),
      let end = page.range(of: "</div>", range: start.upperBound..<page.endIndex)
    else { return "" }
    return ShownForm.plain(page[start.upperBound..<end.lowerBound].replacing(/<[^>]*>/, with: " "))
  }

  @Test("each answer to every sample of a command, wrong in each way, is found at its field and nowhere else")
  func samples() throws {
    var forms: Set<String> = []
    for (form, right) in try Self.filledForms() {
      forms.insert("\(form.kind) \(form.command)")
      #expect(ActAnswers(form, right, digits: 2).faults.isEmpty, "\(form.kind) \(form.command)")
      for wrong in WrongAnswer.all(in: form, filledIn: right) where wrong.isFoundByReading {
        let place = "\(form.kind) \(form.command): \(wrong.name) \(wrong.way)"
        let faults = ActAnswers(form, wrong.answers, digits: 2).faults
        #expect(faults.count == 1 && wrong.places.contains(faults.first?.field ?? ""), "\(place): \(faults)")
        let label = form.fields.label(at: wrong.name.split(separator: ".")[...])
        #expect(label?.wording == wrong.field.label.wording, "\(place)")
      }
    }
    let all = Set(ActForm.all.map { "\($0.kind) \($0.command)" })
    #expect(all.subtracting(forms).allSatisfy { $0.hasPrefix("docketFile ") }, "\(all.subtracting(forms))")
  }

  /// A form filled in for every sample of a command; those of problems are in the sample region's history.
  private static func filledForms() throws -> [(ActForm, FormFields)] {
    let promises = try PromiseSample.all.map { sample in
      let form = try #require(ActForm.of(sample.order.kind, sample.name))
      return (form, try sample.fields(form))
    }
    let others = try CommandSamples.all.map { order in
      let form = try #require(ActForm.leading(to: order))
      return (form, FormFields(try CommandAnswers(order, form, digits: 2).fields))
    }
    return promises + others
  }
}

extension AttemptedDemonstration.Attempt {
  /// What is sent with some answers, for a step of the act.
  fileprivate func sent(_ answers: FormFields, _ step: String) -> [(String, String)] {
    answers.fields.map { ($0.name, $0.value) } + [("step", step)]
  }
}
