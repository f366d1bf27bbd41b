import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite(.serialized)
struct TablePagesTests {
  /// Who looks: nobody, and one person of each sort that has to do with negotiations and what follows from them.
  private static func visitors(_ sample: SampleSite) throws -> [Visitor] {
    [
      .unknown, try sample.visitor(.lead, of: "Sanchuan"), try sample.visitor(.lead, of: "Clear Lake"),
      try sample.visitor(.clerk, of: "Cloud Hills"), try sample.visitor(.desk), try sample.visitor(.mediator),
      try sample.visitor(.conferenceMember, of: "Clear Spring"), try sample.visitor(.guide),
      try sample.visitor(.monitor, number: 3), try sample.visitor(.socialDelegate), try sample.visitor(.auditor),
    ]
  }

  @Test(
    "every page answers whom its audience includes, in both languages; for others it is not there, or a notice is",
    arguments: TableKinds.all)
  func answers(kind: ObjectKind) async throws {
    let sample = try SampleSite.shared.get()
    for visitor in try Self.visitors(sample) {
      let audiences = try sample.audiences(of: kind, for: visitor)
      for language in Language.allCases {
        let list = await sample.site.get(kind.path, as: visitor, in: language)
        #expect(list.status == .ok)
        for (id, isForThem) in audiences {
          let page = await sample.site.get(id.path, as: visitor, in: language)
          let isNotified = try sample.site.record.ledger.read(as: .visitor) { try $0.notice(of: id) } != nil
          let isThere = isForThem || isNotified
          #expect(page.status == (isThere ? .ok : .notFound), "\(id) for \(visitor.account ?? "nobody")")
          if isThere { try check(page, language, id) }
        }
      }
    }
  }

  /// Well-formed, with no place of a phrase left open, and no two things of the same id.
  private func check(_ page: Reply, _ language: Language, _ id: ObjectID) throws {
    let text = page.text
    #expect(text.contains("lang=\"\(language.tag)\""))
    let parser = TagCheck(page.body)
    #expect(parser.fault == nil, "\(id): \(parser.fault ?? "")")
    #expect(Set(parser.ids).count == parser.ids.count, "\(id)")
    let open = text.range(of: "\\{[a-z]+\\}", options: .regularExpression)
    #expect(open == nil, "\(id): \(open.map { String(text[$0]) } ?? "")")
  }

  @Test(
    "every form that a page offers opens, and offers what can be chosen",
    // The disputes of the sample are closed: nothing is left to do in them.
    arguments: TableKinds.all.filter { $0 != .dispute })
  func forms(kind: ObjectKind) async throws {
    let sample = try SampleSite.shared.get()
    var opened = 0
    for visitor in try Self.visitors(sample) {
      for (id, isForThem) in try sample.audiences(of: kind, for: visitor) where isForThem {
        let page = await sample.site.get(id.path, as: visitor, in: .chinese)
        var seen: Set<String> = []
        for address in page.links where address.hasPrefix("\(id.path)/acts/") {
          // One link to each form: those beside the parts come first, with their numbers filled in.
          guard seen.insert(String(address.split(separator: "?")[0])).inserted else { continue }
          let form = await sample.site.get(address, as: visitor, in: .chinese)
          #expect(form.status == .ok, "\(address) for \(visitor.account ?? "nobody")")
          try check(form, .chinese, id)
          opened += 1
        }
      }
    }
    #expect(opened > 0)
  }

  @Test("a link beside a clause fills in the clause and its wording, never the key")
  func prefilled() async throws {
    let sample = try SampleSite.shared.get()
    let table = try #require(try sample.objects(NegotiationTable.self).first { $0.stage == .round })
    let free = try #require(table.clauses.first { $0.number == 3 && $0.stage == .proposed })
    let commit = free.wordings[0].text.commit
    let number = (1...20).first { number in
      (try? sample.visitor(.lead, number: number)).map { table.parties.contains(sample.organisation(of: $0)) } ?? false
    }
    let lead = try sample.visitor(.lead, number: try #require(number))
    let form = await sample.site.get(
      "\(table.id.path)/acts/agreeToText?clause=3&text=\(commit)&key=abc&step=do", as: lead)
    #expect(form.status == .ok)
    #expect(form.text.contains("value=\"3\" checked=\"checked\""))
    #expect(form.text.contains("value=\"\(commit)\" checked=\"checked\""))
    #expect(!form.text.contains("value=\"abc\""))
  }
}

/// Whether every element of a page is closed in its place, and which ids it has.
final class TagCheck {
  private(set) var fault: String?
  private(set) var ids: [String] = []

  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var open: [Substring] = []
    var rest = text[...]
    while let start = rest.firstIndex(of: "<"), let end = rest[start...].firstIndex(of: ">") {
      let tag = rest[rest.index(after: start)..<end]
      rest = rest[rest.index(after: end)...]
      if tag.hasPrefix("!") || tag.hasSuffix("/") {
        note(tag)
      } else if tag.hasPrefix("/") {
        guard open.popLast() == tag.dropFirst() else {
          fault = "</\(tag.dropFirst())> closes another element"
          return
        }
      } else {
        note(tag)
        open.append(tag.prefix { $0 != " " })
      }
    }
    if !open.isEmpty { fault = "\(open) are not closed" }
  }

  private func note(_ tag: Substring) {
    guard let found = tag.range(of: " id=\"") else { return }
    ids.append(String(tag[found.upperBound...].prefix { $0 != "\"" }))
  }
}

extension Reply {
  /// The addresses that a page leads to.
  var links: [String] {
    text.components(separatedBy: "href=\"").dropFirst().map { part in
      String(part.prefix { $0 != "\"" }).replacing("&amp;", with: "&")
    }
  }
}

extension SampleSite {
  /// The objects of a kind, in the order of their numbers.
  func objects<T: RecordObject>(_ type: T.Type) throws -> [T] {
    let record = LedgerDemonstration(site.record.ledger, store: site.record.store, clock: .init())
    var found: [T] = []
    while let next = try record.object(type, ObjectID(T.kind, found.count + 1)) { found.append(next) }
    return found
  }

  /// Every object of a kind, and whether it is for a visitor: judged by its audience, not by what the portal shows.
  func audiences(of kind: ObjectKind, for visitor: Visitor) throws -> [(ObjectID, Bool)] {
    let standing = try site.record.ledger.read(as: visitor.claim) { $0.standing }
    func all<T: RecordObject>(_ type: T.Type) throws -> [(ObjectID, Bool)] {
      try objects(type).map { ($0.id, $0.audience.includes(standing)) }
    }
    return try all(kind.type)
  }

  /// Where a visitor is appointed.
  func organisation(of visitor: Visitor) -> ObjectID {
    let standing = try? site.record.ledger.read(as: visitor.claim) { $0.standing }
    return standing?.organisation?.id ?? ObjectID(.organisation, 0)
  }
}
