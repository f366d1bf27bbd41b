import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite(.serialized) struct OrderOutletTests {
  struct Answer: Decodable {
    let code: String?
    let message: String?
    let first: Int?
    let repeated: Bool?
    let changes: [Change]?
    struct Change: Decodable {
      let object: String
      let path: String
      let version: Int
    }
  }

  private func post(_ text: String, to site: Site, as visitor: Visitor = .unknown) async throws -> (Int, Answer) {
    let reply = await site.answer(Visit(.post, "/api/orders", content: Array(text.utf8), visitor: visitor))
    #expect(reply[header: "Content-Type"] == "application/json; charset=utf-8")
    return (reply.status.rawValue, try JSONDecoder().decode(Answer.self, from: Data(reply.body)))
  }

  @Test("a program drafts, files and accepts a problem; the same key again has the same answer")
  func chain() async throws {
    let sample = try SampleCopy()
    let clerk = try sample.visitor(#require(sample.person(.clerk)).appointment)
    let draft =
      #"{"kind":"PD","key":"\#(CommandKey().text)","command":{"draft":{"title":"Foam","field":"water","#
      + #""description":"Foam on the river."}}}"#
    let (status, answer) = try await post(draft, to: sample.site, as: clerk)
    #expect(status == 201 && answer.repeated == false)
    let id = try #require(answer.changes?.first?.object)
    #expect(answer.changes?.first?.path == "/docket/\(id)")
    let (again, same) = try await post(draft, to: sample.site, as: clerk)
    #expect(again == 200 && same.repeated == true && same.first == answer.first)
    func order(_ command: String, prepared: Int? = nil) -> String {
      let version = prepared.map { #","prepared":\#($0)"# } ?? ""
      return #"{"kind":"PD","object":"\#(id)","key":"\#(CommandKey().text)","command":{"\#(command)":{}}\#(version)}"#
    }
    #expect(try await post(order("file"), to: sample.site, as: clerk).0 == 201)
    #expect(try await post(order("accept"), to: sample.site, as: clerk) == (403, "notEntitled"))
    let desk = try sample.visitor(#require(sample.person(.desk)).appointment)
    #expect(try await post(order("accept", prepared: 1), to: sample.site, as: desk) == (409, "outdated"))
    #expect(try await post(order("accept", prepared: 2), to: sample.site, as: desk).0 == 201)
    #expect(try await post(order("accept"), to: sample.site, as: desk) == (409, "notNow"))
  }

  @Test("an act that needs a power is sent under the delegation that gives it, without naming it")
  func delegation() async throws {
    let sample = try SampleCopy()
    let site = sample.site
    let file = try site.record.ledger.read(as: .visitor) { view in
      try view.visible(all: DocketFile.self, limit: 1_000).map(\.object).first { $0.stage == .optionsOpen }
    }
    let open = try #require(file)
    let member = try sample.visitor(#require(sample.person(.conferenceMember)).appointment)
    let command = #""command":{"decide":{"outcome":"practice","reasons":"It can be done at once."}}"#
    let text = #"{"kind":"PD","object":"\#(open.id)","key":"\#(CommandKey().text)",\#(command)}"#
    let (status, answer) = try await post(text, to: site, as: member)
    #expect(status == 201, "\(answer)")
  }

  @Test(
    "what is no order is refused with the place of the fault, and nothing is recorded",
    arguments: [
      ("", "notAnOrder"), ("[]", "notAnOrder"), ("{}", "notAnOrder"), (#"{"kind":"PD"}"#, "notAnOrder"),
      (#"{"kind":"XX","command":{"file":{}}}"#, "notAnOrder"), (#"{"kind":"PD","command":{"fly":{}}}"#, "notAnOrder"),
      (#"{"kind":"PD","command":{"reject":{"reasons":7}},"object":"PD-1"}"#, "notAnOrder"),
      (#"{"kind":"PD","command":{"file":{}},"object":"PD-1"}"#, "noKey"),
      (#"{"kind":"PD","command":{"file":{}},"object":"PD-1","key":"short"}"#, "noKey"),
      (String(repeating: "[", count: 100_000), "notAnOrder"),
    ])
  func refusals(text: String, code: String) async throws {
    let sample = try SampleSite.shared.get()
    let before = try sample.site.record.store.read { try $0.head().size }
    let (status, answer) = try await post(text, to: sample.site, as: try sample.visitor(.desk))
    #expect(status == 400 && answer.code == code)
    if text.contains(#""reasons":7"#) { #expect(answer.message?.contains("(command.reject.reasons)") == true) }
    #expect(try sample.site.record.store.read { try $0.head().size } == before)
  }

  @Test("an order on what others keep to themselves is answered as if there were nothing")
  func hidden() async throws {
    let sample = try SampleSite.shared.get()
    let order = #"{"kind":"T","object":"T-1","key":"\#(CommandKey().text)","command":{"open":{}}}"#
    let absent = order.replacing("T-1", with: "T-9999")
    let (status, answer) = try await post(order, to: sample.site)
    let (other, nothing) = try await post(absent, to: sample.site)
    #expect(status == 404 && other == 404 && answer.code == "notFound" && nothing.code == "notFound")
    #expect(answer.message?.replacing("T-1", with: "") == nothing.message?.replacing("T-9999", with: ""))
  }

  @Test("more than a million bytes are not read")
  func tooLarge() async throws {
    let sample = try SampleSite.shared.get()
    let (status, answer) = try await post(String(repeating: " ", count: 1_000_001), to: sample.site)
    #expect(status == 413 && answer.code == "tooLarge")
  }
}

private func == (one: (Int, OrderOutletTests.Answer), other: (Int, String)) -> Bool {
  one.0 == other.0 && one.1.code == other.1
}
