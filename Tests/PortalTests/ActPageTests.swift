import Registry
import Reporting
import Testing

@testable import Portal

@Suite(.serialized)
struct ActPageTests {
  @Test("a problem is drafted, checked, filed and accepted through its forms")
  func chain() async throws {
    let sample = try SampleSite()
    let site = sample.site
    let clerk = try sample.visitor(.clerk)
    let form = await site.get("/docket/acts/draft", as: clerk)
    #expect(form.status == .ok)
    let key = CommandKey().text
    let answers = [
      ("key", key), ("title", "Foam on the river"), ("field", DemonstrationRegion.fields[0]),
      ("description", "Since March foam drifts down from the tannery."),
    ]
    let checked = await site.post("/docket/acts/draft", answers + [("step", "check")], as: clerk)
    #expect(checked.status == .ok && checked.text.contains("Foam on the river"))
    let done = await site.post("/docket/acts/draft", answers + [("step", "do")], as: clerk)
    #expect(done.status == .seeOther)
    let path = String(try #require(done[header: "Location"]).split(separator: "?")[0])
    // The same form sent again changes nothing and leads to the same page.
    let again = await site.post("/docket/acts/draft", answers + [("step", "do")], as: clerk)
    #expect(again[header: "Location"] == done[header: "Location"])
    #expect(await site.get(path).status == .notFound, "a draft is its filer's own")
    let filed = await site.post("\(path)/acts/file", [("key", CommandKey().text), ("step", "do")], as: clerk)
    #expect(filed.status == .seeOther)
    #expect(await site.get(path).text.contains("Filed"))
    let desk = try sample.visitor(.desk)
    let page = await site.get(path, as: desk)
    #expect(page.text.contains("\(path)/acts/accept"))
    let other = await site.post("\(path)/acts/accept", [("key", CommandKey().text), ("step", "do")], as: clerk)
    #expect(other.status == .forbidden)
    let accepted = await site.post("\(path)/acts/accept", [("key", CommandKey().text), ("step", "do")], as: desk)
    #expect(accepted.status == .seeOther)
    #expect(await site.get(path, in: .chinese).text.contains("已受理"))
  }

  @Test("what is missing is named at its field, and what was written is kept")
  func faults() async throws {
    let sample = try SampleSite.shared.get()
    let clerk = try sample.visitor(.clerk)
    let reply = await sample.site.post(
      "/docket/acts/draft", [("key", CommandKey().text), ("title", "Kept <title>"), ("step", "check")], as: clerk)
    #expect(reply.status == .unprocessable)
    #expect(reply.text.contains("Kept &lt;title&gt;"))
    #expect(reply.text.contains("href=\"#description\"") && reply.text.contains("id=\"description-fault\""))
    #expect(reply.text.contains("<title>There is a problem: "))
  }
}
