import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// With `INTERLOCAL_WRITE_OCDS` set to a path, the sample's package is written there, for `scripts/validate-ocds.py`.
@Suite struct ContractingReleaseTests {
  private func package(_ path: String, as visitor: Visitor = .unknown) async throws -> [String: Any] {
    let reply = await (try SampleSite.shared.get()).site.get(path, as: visitor)
    try #require(reply.status == .ok, "\(path) \(reply.status)")
    return try #require(try JSONSerialization.jsonObject(with: Data(reply.body)) as? [String: Any])
  }

  /// What the release schema 1.1.5 requires of each part, and the codes of its closed lists.
  ///
  /// Source: Open Contracting Partnership, https://standard.open-contracting.org/1.1/en/release-schema.json
  @Test("has what the schema requires of a package and of every part of a release")
  func required() async throws {
    let package = try await package("/ocds.json")
    if let file = ProcessInfo.processInfo.environment["INTERLOCAL_WRITE_OCDS"] {
      let data = try JSONSerialization.data(withJSONObject: package, options: [.sortedKeys, .prettyPrinted])
      try data.write(to: URL(filePath: file))
    }
    for name in ["uri", "publisher", "publishedDate", "releases", "version"] {
      #expect(package[name] != nil, "\(name)")
    }
    #expect(package["version"] as? String == "1.1")
    let releases = try #require(package["releases"] as? [[String: Any]])
    #expect(releases.count > 3, "\(releases.count)")
    let tags: Set = ["contract", "contractAmendment", "implementation", "contractTermination"]
    for release in releases {
      for name in ["ocid", "id", "date", "tag", "initiationType"] { #expect(release[name] != nil, "\(name)") }
      #expect(release["initiationType"] as? String == "tender")
      #expect(tags.isSuperset(of: release["tag"] as? [String] ?? ["none"]))
      #expect(Instant.reads(release["date"]))
      let parties = try #require(release["parties"] as? [[String: Any]])
      let known = Set(parties.compactMap { $0["id"] as? String })
      #expect(known.count == parties.count && !known.isEmpty)
      let awards = Set((release["awards"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String })
      for contract in release["contracts"] as? [[String: Any]] ?? [] {
        #expect(awards.contains(contract["awardID"] as? String ?? ""))
        #expect(["pending", "active", "cancelled", "terminated"].contains(contract["status"] as? String ?? ""))
        let implementation = contract["implementation"] as? [String: Any] ?? [:]
        for one in implementation["milestones"] as? [[String: Any]] ?? [] {
          #expect(one["id"] != nil && Instant.reads(one["dueDate"]))
          #expect(["scheduled", "met", "notMet", "partiallyMet"].contains(one["status"] as? String ?? ""))
        }
        for one in implementation["transactions"] as? [[String: Any]] ?? [] {
          #expect(one["id"] != nil && Instant.reads(one["date"]))
          for name in ["payer", "payee"] {
            guard let party = one[name] as? [String: Any] else { continue }
            #expect(known.contains(party["id"] as? String ?? ""), "a \(name) is a party")
          }
        }
      }
    }
    let ids = releases.compactMap { $0["ocid"] as? String }
    #expect(Set(ids).count == ids.count)
  }

  @Test("money is what the books say, to the last unit, and a draft is no release")
  func money() async throws {
    let sample = try SampleSite.shared.get()
    let desk = try sample.visitor(.desk)
    var checked = 0
    for books in try sample.objects(RegionBooks.self) {
      guard let agreement = books.agreement else { continue }
      let package = try await package("\(agreement.path)/ocds.json", as: desk)
      let release = try #require((package["releases"] as? [[String: Any]])?.first)
      let contract = try #require((release["contracts"] as? [[String: Any]])?.first)
      let implementation = contract["implementation"] as? [String: Any]
      let transactions = (implementation?["transactions"] as? [[String: Any]] ?? []).filter {
        ($0["id"] as? String)?.hasPrefix("\(books.id)/") == true
      }
      let told = try transactions.map { one -> Decimal in
        let value = try #require(one["value"] as? [String: Any])
        #expect(value["currency"] as? String == books.currency)
        return try #require(value["amount"] as? NSNumber).decimalValue
      }
      let moved = books.books.entries.flatMap(\.postings).filter { $0.amount.minor > 0 }.map {
        Decimal(string: Workbook.decimal($0.amount.minor, digits: $0.amount.currency.minorDigits)) ?? 0
      }
      #expect(told == moved, "\(books.id)")
      checked += told.count
    }
    #expect(checked > 5, "\(checked)")
    for agreement in try sample.objects(Agreement.self) where [.draft, .signing].contains(agreement.stage) {
      #expect(await sample.site.get("\(agreement.id.path)/ocds.json").status == .notFound)
    }
  }

  @Test("is linked from the agreement's page, and from no page of a draft")
  func linked() async throws {
    let sample = try SampleSite.shared.get()
    var linked = 0
    for agreement in try sample.objects(Agreement.self) {
      let person = sample.people.first { agreement.parties.contains($0.organisation) }
      let claim = Claim(appointment: try #require(person).appointment)
      let visitor = Visitor(account: "somebody", claim: claim, tokens: FormTokens { "token of \($0)" })
      let page = await sample.site.get(agreement.id.path, as: visitor).text
      let isThere = await sample.site.get("\(agreement.id.path)/ocds.json", as: visitor).status == .ok
      #expect(page.contains("href=\"\(agreement.id.path)/ocds.json\"") == isThere, "\(agreement.id)")
      linked += isThere ? 1 : 0
    }
    #expect(linked > 3, "\(linked)")
  }
}

extension Instant {
  /// Whether a value of JSON is a date and time as RFC 3339 writes them.
  fileprivate static func reads(_ value: Any?) -> Bool {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    guard let text = value as? String else { return false }
    return formatter.date(from: text) != nil || ISO8601DateFormatter().date(from: text) != nil
  }
}
