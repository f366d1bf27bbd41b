import Foundation
import RegionalCases
import Registry
import Reporting
import Studies
import Testing

@testable import Portal

@Suite(.serialized, .timeLimit(.minutes(5)))
struct StudyPagesTests {
  /// What the study of the sample region's case finds when it is asked as the command asks it.
  private static let direct = Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "case-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try DemonstrationCase.write(into: folder)
    let place = folder.appending(path: "cases/region").path
    let report = try RegionalCase.check(folder: place)
    let found = try #require(report.case, "\(report)")
    return try Study(found, folder: place, warnings: report.warnings.map(\.description)).findings()
  }

  @Test("the workspace and the choice of a form show the parts of the study's report, to the last mark")
  func sameAsReport() async throws {
    let sample = try SampleSite.shared.get()
    let findings = try Self.direct.get()
    let member = try sample.visitor(.conferenceMember, of: "Sanchuan")
    let file = try #require(try sample.objects(DocketFile.self).first { $0.stage == .optionsOpen })
    for language in Language.allCases {
      let report = try Report(findings: findings, language: language).html
      for (path, parts) in [
        ("diagnosis", ["summary", "diagnosis", "setting", "inputs"]),
        ("mechanism", ["mechanisms", "shares", "certainty", "hinges"]),
      ] {
        let page = try await sample.studied("\(file.id.path)/\(path)", as: member, in: language)
        for part in parts {
          let section = try #require(Self.section(part, in: report), "the report has no part \(part)")
          #expect(section.contains("<"), "\(part)")
          #expect(page.contains(section), "\(part) in \(language)")
        }
        #expect(!page.contains(" style=") && !page.contains("<style"), "the policy of the pages forbids inline style")
        #expect(TagCheck(Array(page.utf8)).fault == nil)
        #expect(page.contains("data-live=\"\(file.id)\"") && page.contains("<a href=\"/study\">"))
      }
    }
  }

  private static func section(_ id: String, in report: String) -> Substring? {
    guard let start = report.range(of: "<section id=\"\(id)\""),
      let end = report[start.lowerBound...].range(of: "</section>")
    else { return nil }
    return report[start.lowerBound..<end.upperBound]
  }

  @Test("each member's net gain on the page is the study's own, for every form")
  func gains() async throws {
    let sample = try SampleSite.shared.get()
    let findings = try Self.direct.get()
    let member = try sample.visitor(.lead, of: "Sanchuan")
    let file = try #require(try sample.objects(DocketFile.self).first { $0.stage == .optionsOpen })
    let parts = try StudyParts(findings, in: .english)
    for form in findings.mechanisms.ranking {
      let page = try await sample.studied("\(file.id.path)/mechanism?form=\(form.id)", as: member)
      let gains = parts.netGains(of: form.id)
      #expect(gains.count == form.netGainByPlayer.count)
      for (row, gain) in zip(gains, form.netGainByPlayer) {
        let shown = try #require(Double(row.amount.replacing("\u{2212}", with: "-").replacing(",", with: "")))
        #expect(
          abs(shown - gain) <= 0.51 * pow(10, -Double(row.amount.split(separator: ".").dropFirst().first?.count ?? 0)))
        let mark = row.isLoss ? " <span class=\"tag over\">loses</span>" : ""
        #expect(page.contains("<th scope=\"row\">\(row.player)</th><td>\(row.amount)\(mark)</td>"), "\(form.id)")
      }
    }
  }

  @Test("the first to ask is told that the study is being made, with a link to look again")
  func beingMade() async throws {
    let sample = try SampleCase()
    defer { sample.remove() }
    let first = await sample.site.get("/study", as: sample.desk)
    #expect(first.status == .ok)
    #expect(first.text.contains("The study is being made") && first.text.contains("<a href=\"/study\">Look again</a>"))
    let done = try await sample.studied("/study", as: sample.desk)
    #expect(done.contains("id=\"form-chart\""))
    // Another problem of the same case.
    let works = try await sample.studied("/study?problem=works", as: sample.desk, in: .chinese)
    #expect(works.contains("三方共建污水处理设施") && works.contains("162"))
  }

  @Test("a study is made once for a version of the case, and kept beside the record")
  func kept() async throws {
    let sample = try SampleCase()
    defer { sample.remove() }
    _ = try await sample.studied("/study?problem=works", as: sample.desk)
    let files = try await sample.keptStudies(1)
    // Only who reads what was kept can tell what stands in it now.
    let text = try String(contentsOf: files[0], encoding: .utf8)
    try Data(text.replacing("Whitesand Port City", with: "A kept name").utf8).write(to: files[0])
    let again = try SampleCase(reopening: sample)
    #expect(try await again.studied("/study?problem=works", as: again.desk).contains("A kept name"))
    // Another figure makes another version.
    let costs = sample.folder.appending(path: "cases/region/works.csv")
    try Data(try String(contentsOf: costs, encoding: .utf8).replacing("162", with: "170").utf8).write(to: costs)
    let changed = try await again.studied("/study?problem=works", as: again.desk)
    #expect(!changed.contains("A kept name") && changed.contains("Whitesand Port City"))
    #expect(try await again.keptStudies(2).count == 2)
  }

  @Test("a copy of the record brings its cases along, and only their plain files")
  func copied() throws {
    let sample = try SampleCase()
    defer { sample.remove() }
    let cases = sample.folder.appending(path: "cases")
    try FileManager.default.createSymbolicLink(
      at: cases.appending(path: "region/link.csv"), withDestinationURL: cases.appending(path: "region/works.csv"))
    let copy = sample.folder.appendingPathExtension("copy")
    let restored = sample.folder.appendingPathExtension("restored")
    defer { for place in [copy, restored] { try? FileManager.default.removeItem(at: place) } }
    try RecordArchive.backup(sample.site.record, to: copy)
    try RecordArchive.restore(copy, to: restored)
    let files = try FileManager.default.contentsOfDirectory(atPath: restored.appending(path: "cases/region").path)
    #expect(files.sorted() == ["case.yaml", "works.csv"])
  }

  @Test("who is not appointed sees no study, and where there is none the page says what to do")
  func others() async throws {
    let sample = try SampleCase()
    defer { sample.remove() }
    #expect(await sample.site.get("/how", as: sample.desk).links.contains("/study"))
    #expect(await !sample.site.get("/how").links.contains("/study"))
    for path in ["/study", "/docket/PD-1/diagnosis", "/docket/PD-1/mechanism"] {
      #expect(await sample.site.get(path).status == .notFound)
      #expect(await sample.site.get(path, as: sample.desk).status == .ok)
    }
    #expect(await sample.site.get("/docket/PD-999/diagnosis", as: sample.desk).status == .notFound)
    #expect(await sample.site.get("/study?problem=none", as: sample.desk).text.contains("no such problem"))
    let file = sample.folder.appending(path: "cases/region/case.yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    try Data(text.replacing("works.csv", with: "gone.csv").utf8).write(to: file)
    let faulty = await sample.site.get("/study", as: sample.desk, in: .chinese)
    #expect(faulty.text.contains("案例有误") && faulty.text.contains("gone.csv"))
    try FileManager.default.removeItem(at: sample.folder.appending(path: "cases"))
    #expect(await sample.site.get("/study", as: sample.desk).text.contains("cases/region/case.yaml"))
  }

  @Test("a decision against the advice needs a reason, and both stand on the problem's page for everybody")
  func deviation() async throws {
    let sample = try SampleSite()
    let site = sample.site
    let member = try sample.visitor(.conferenceMember, of: "Sanchuan")
    let file = try #require(try sample.objects(DocketFile.self).first { $0.stage == .optionsOpen })
    let page = try await sample.studied("\(file.id.path)/mechanism", as: member)
    let findings = try Self.direct.get()
    let advised = try #require(findings.mechanisms.recommended)
    let other = try #require(findings.mechanisms.ranking.first { $0.id != advised }?.id)
    let ways = Reply(body: Array(page.utf8)).links.filter { $0.hasPrefix("\(file.id.path)/acts/decide?") }
    #expect(ways.count == findings.mechanisms.ranking.count)
    let way = try #require(ways.first { $0.contains("mechanism.chosen=\(other)&") })
    let form = await site.get(way, as: member)
    #expect(form.status == .ok && form.text.contains("value=\"\(other)\" checked=\"checked\""))
    let asked = try FormFields(encoded: way.split(separator: "?")[1].utf8)
    let answers =
      asked.fields.map { ($0.name, $0.value) } + [
        ("key", CommandKey().text), ("step", "do"), ("reasons", "The councils can begin with this at once."),
      ]
    let refused = await site.post("\(file.id.path)/acts/decide", answers, as: member)
    #expect(refused.status == .unprocessable && refused.text.contains("say why another form is chosen"))
    let reason = ("mechanism.deviation", "No law allows the other form before 2027.")
    let done = await site.post("\(file.id.path)/acts/decide", answers + [reason], as: member)
    #expect(done.status == .seeOther, "\(done.text)")
    let digest = try #require(asked["mechanism.study"])
    for language in Language.allCases {
      let shown = await site.get(file.id.path, in: language).text
      for code in [other, advised] { #expect(shown.contains(MechanismNames.name(code, in: language))) }
      #expect(shown.contains(reason.1) && shown.contains(digest))
    }
    let after = await site.get("\(file.id.path)/mechanism", as: member)
    #expect(after.text.contains("The decision was taken on this version of the case."))
  }
}

/// A portal with the sample region's case over a record of its own, that a test may spoil.
struct SampleCase {
  let site: Site
  let desk: Visitor
  let folder: URL

  init() throws {
    let copy = try SampleCopy()
    folder = FileManager.default.temporaryDirectory.appending(path: "portal-case-\(UUID().uuidString)")
    try RecordArchive.backup(copy.site.record, to: folder)
    try DemonstrationCase.write(into: folder)
    let now = copy.now
    site = Site(record: try RecordFolder(at: folder, clock: { now }))
    desk = copy.visitor(try #require(copy.person(.desk)).appointment)
  }

  /// The same folder, as after a new start.
  init(reopening other: SampleCase) throws {
    let now = try other.site.record.ledger.read(as: .visitor) { $0.now }
    (folder, desk) = (other.folder, other.desk)
    site = Site(record: try RecordFolder(at: folder, clock: { now }))
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }

  func studied(_ path: String, as visitor: Visitor, in language: Language = .english) async throws -> String {
    try await site.studied(path, as: visitor, in: language)
  }

  /// The files of so many studies, once they are there: they are written after the answer is.
  func keptStudies(_ count: Int) async throws -> [URL] {
    let place = folder.appending(path: "studies")
    for _ in 0..<200 {
      let files = (try? FileManager.default.contentsOfDirectory(at: place, includingPropertiesForKeys: nil)) ?? []
      if files.count >= count { return files }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw NeverDone(path: place.path)
  }

  struct NeverDone: Error { let path: String }
}

extension Site {
  /// The page once its study is made.
  func studied(_ path: String, as visitor: Visitor, in language: Language = .english) async throws -> String {
    for _ in 0..<2_400 {
      let page = await get(path, as: visitor, in: language)
      try #require(page.status == .ok, "\(path)")
      if !page.text.contains("<progress") { return page.text }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw SampleCase.NeverDone(path: path)
  }
}

extension SampleSite {
  func studied(_ path: String, as visitor: Visitor, in language: Language = .english) async throws -> String {
    try await site.studied(path, as: visitor, in: language)
  }
}
