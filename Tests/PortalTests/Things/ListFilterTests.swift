import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct ListFilterTests {
  /// The numbers that stand in the first column of a list.
  private func numbers(_ path: String, in language: Language = .english) async throws -> [String] {
    let reply = await (try SampleSite.shared.get()).site.get(path, in: language)
    #expect(reply.status == .ok, "\(path)")
    return reply.text.matches(of: /<th scope="row">([A-Z]{1,2}-[0-9]+)</).map { String($0.1) }
  }

  @Test("a word is looked for in number, title, parties and the text of the clauses, whatever its case and width")
  func words() async throws {
    #expect(try await numbers("/agreements?words=ag-4") == ["AG-4"])
    #expect(try await numbers("/agreements?words=TOURIST") == ["AG-2"])
    #expect(try await numbers("/agreements?words=ｔｏｕｒｉｓｔ") == ["AG-2"])
    #expect(try await numbers("/agreements?words=联合+巡河") == ["AG-8"])
    // In a clause of one agreement alone, and in the name of a party as the reader's language has it.
    #expect(
      try await numbers("/agreements?words=gauge+readings+%E6%B6%89%E5%8F%8A%E6%B0%B4%E4%BD%8D") == ["AG-1", "AG-10"])
    #expect(try await numbers("/agreements?words=tea+slope") == ["AG-2"])
    #expect(try await numbers("/agreements?words=茶坡", in: .chinese) == ["AG-2"])
    #expect(try await numbers("/agreements?words=nothing+has+this") == [])
  }

  @Test("words, stage and field narrow a list together")
  func together() async throws {
    let all = try await numbers("/agreements")
    let water = try await numbers("/agreements?field=water")
    let running = try await numbers("/agreements?stage=inForce")
    #expect(water.count < all.count && running.count < all.count && !water.isEmpty && !running.isEmpty)
    #expect(
      try await numbers("/agreements?field=water&stage=inForce")
        == all.filter { water.contains($0) && running.contains($0) })
    #expect(try await numbers("/docket?words=%E5%A4%9C%E9%97%B4&stage=merged") == ["PD-10"])
  }

  @Test("what was typed stands in the form again, as text")
  func typed() async throws {
    let reply = await (try SampleSite.shared.get()).site.get("/agreements?words=%22%3E%3Cscript%3E")
    #expect(reply.text.contains("value=\"&quot;&gt;&lt;script&gt;\""))
    #expect(!reply.text.contains("\"><script>"))
  }

  @Test("nobody finds by a word what they may not read")
  func hidden() async throws {
    // An agreement that is still checked: the guide who checks it finds it.
    let sample = try SampleSite.shared.get()
    let guide = await sample.site.get("/agreements?words=apprentices", as: try sample.visitor(.guide))
    #expect(guide.text.contains("href=\"/agreements/AG-12\""))
    #expect(try await numbers("/agreements?words=apprentices") == [])
  }
}
