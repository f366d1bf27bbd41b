import Registry
import Testing

@Suite struct DemonstrationRegionTests {
  private static func play(seed: UInt64 = 7) throws -> (record: MemoryRecord, summary: DemonstrationSummary) {
    // Commitments that differ are enough for decisions.
    let record = MemoryRecord { content in
      let digits = String(content.utf8.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 16)
      return String(repeating: "0", count: 64 - digits.count) + digits
    }
    let played = try DemonstrationRegion(seed: seed).play(in: MemoryDemonstration(record))
    return (played.record.record, played.summary)
  }

  @Test("fills every kind, stage by stage, with no order refused", arguments: [7, 1, 2026] as [UInt64])
  func fillsEveryKind(seed: UInt64) throws {
    let (_, summary) = try Self.play(seed: seed)
    #expect(summary.people.count == 60)
    let least: [(ObjectKind, String?, Int)] = [
      (.organisation, "active", 17), (.appointment, "appointed", 60), (.docketFile, nil, 40),
      (.docketFile, "draft", 2), (.docketFile, "inClarification", 2), (.docketFile, "accepted", 2),
      (.docketFile, "rejected", 2), (.docketFile, "diagnosing", 3), (.docketFile, "diagnosed", 2),
      (.docketFile, "optionsOpen", 2), (.docketFile, "decided", 1), (.docketFile, "inNegotiation", 6),
      (.docketFile, "solvedByPractice", 2), (.docketFile, "solvedByRuleChange", 2), (.docketFile, "notSolved", 2),
      (.docketFile, "closed", 7), (.docketFile, "merged", 2), (.docketFile, "filed", 2),
      (.negotiationTable, nil, 13), (.negotiationTable, "closedWithout", 1), (.negotiationTable, "suspended", 1),
      (.negotiationTable, "textAgreed", 1), (.negotiationTable, "initialled", 1), (.negotiationTable, "round", 1),
      (.agreement, nil, 12), (.agreement, "inForce", 6), (.agreement, "renewed", 1), (.agreement, "terminated", 1),
      (.agreement, "archived", 1), (.agreement, "signing", 1), (.agreement, "legalCheck", 1), (.commitment, nil, 85),
      (.commitment, "overdue", 5), (.commitment, "waived", 2), (.commitment, "closed", 15), (.partyReport, nil, 25),
      (.jointReport, nil, 6), (.verification, "certified", 12), (.incentiveCase, "effective", 2),
      (.incentiveCase, "dismissed", 1), (.dispute, "closed", 2), (.evaluation, nil, 2), (.books, "open", 3),
    ]
    for (kind, stage, count) in least {
      #expect(summary.count(of: kind, in: stage) >= count, "\(kind) \(stage ?? "in all")")
    }
  }

  @Test("sends the same orders at the same moments for the same seed, and others for another")
  func followsItsSeed() throws {
    func history(_ seed: UInt64) throws -> [String] {
      try Self.play(seed: seed).record.entries.map {
        "\($0.at) \($0.happening.object) \($0.version) \(try CanonicalJSON.text(of: $0.happening.event))"
      }
    }
    let first = try history(7)
    #expect(try first == history(7))
    #expect(try first != history(8))
  }

  @Test("happens in office hours of days that are worked, but for what time alone does")
  func keepsOfficeHours() throws {
    for entry in try Self.play().record.entries where entry.happening.author.appointment != nil {
      // Shanghai is eight hours ahead all year.
      let minute = (entry.at.milliseconds / 60_000 + 480) % 1440
      #expect((9 * 60..<18 * 60).contains(minute), "\(entry.at) \(entry.happening.object)")
      #expect((entry.at.milliseconds / 86_400_000 + 3) % 7 < 5, "\(entry.at) \(entry.happening.object)")
    }
  }

  @Test("leaves objects that read back as they were written")
  func readsBack() throws {
    func check<T: RecordObject>(_ object: T) throws {
      let text = try CanonicalJSON.text(of: object)
      #expect(try CanonicalJSON.value(T.self, from: text) == object)
    }
    for object in try Self.play().record.objects.values { try check(object) }
  }

  @Test("keeps books whose balances add up to nothing and whose entries all say why")
  func balances() throws {
    let (record, summary) = try Self.play()
    for number in 1...summary.count(of: .books) {
      let books = try #require(record.object(RegionBooks.self, ObjectID(.books, number))).books
      #expect(!books.entries.isEmpty)
      #expect(books.balances.reduce(Int64(0)) { $0 + $1.amount.minor } == 0)
      #expect(books.entries.allSatisfy { $0.memo.count > 15 })
    }
  }
  @Test("settles the wager on the water as reckoned by hand: the city has paid twelve million yuan")
  func settlesTheWager() throws {
    let (record, summary) = try Self.play()
    let all = (1...summary.count(of: .books)).compactMap { record.object(RegionBooks.self, ObjectID(.books, $0)) }
    let water = try #require(all.first { !$0.rules.isEmpty })
    // 20 million for 2025 at P = 0.93, 10 million back for P = 1.04, and a reward of 2 million; in fen.
    let city = try #require(summary.people.first { $0.nameChinese.hasPrefix("三川市") }).organisation
    let paid = water.books.balances.filter { $0.account.owner == city.description }.map(\.amount.minor).reduce(0, +)
    #expect(paid == -1_200_000_000)
  }
}
