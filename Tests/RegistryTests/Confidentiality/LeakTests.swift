import Foundation
import Testing

@testable import Registry

/// Every text of a region carries a mark of its own; nobody finds a mark that is not meant for them, and everybody
/// finds those that are.
@Suite(.serialized) struct LeakTests {
  private static let simulated = Task {
    let region = try await MarkedRegion(seeds: 0..<8, steps: MarkedRegion.isNight ? 250 : 60)
    region.removeAtExit()
    return region
  }
  private static let demonstration = Task {
    let region = try MarkedRegion(of: DemonstrationRegion())
    region.removeAtExit()
    return region
  }

  private func region(_ sort: MarkedRegion.Sort) async throws -> MarkedRegion {
    try await (sort == .simulated ? Self.simulated : Self.demonstration).value
  }

  @Test(
    "whoever reads finds every word that is for them, and none that is for others",
    arguments: MarkedRegion.Sort.allCases)
  func showsWhatIsMeant(sort: MarkedRegion.Sort) async throws {
    let region = try await region(sort)
    let meant = try MeantTokens(of: region.folder.store)
    var (shown, hidden) = (0, 0)
    var forEverybody: Set<String> = []
    // The visitor first.
    for reader in region.readers.reversed() {
      let outlets = try region.outlets(to: reader, meant)
      let isOver = reader.isOver(at: region.now)
      let own = isOver ? [] : meant.tokens(for: reader)
      if reader.appointment == nil { forEverybody = outlets.tokens }
      #expect(outlets.leaks(to: reader, meant) == [])
      let missing = own.subtracting(outlets.tokens).subtracting(forEverybody)
      #expect(missing.sorted() == [], "\(reader.name) does not find what is theirs")
      if isOver { #expect(outlets.shown.isEmpty, "whose appointment is over reads nothing") }
      shown += own.count
      hidden += meant.audiences.count - own.count
    }
    // The test tells something only while there is much to find and much to hide.
    #expect(shown > 1_000 && hidden > 200, "\(shown) shown, \(hidden) hidden")
  }

  @Test("would find an outlet that leaks")
  func findsLeaks() async throws {
    let region = try await region(.demonstration)
    let meant = try MeantTokens(of: region.folder.store)
    // Rows as they are kept, without asking who reads.
    var rows = Outlets()
    try region.folder.store.read { snapshot in
      try snapshot.everything(rows: { rows.add("a row", $0.text) }, contents: { rows.add("a content", $0.text ?? "") })
    }
    for reader in region.readers { #expect(!rows.leaks(to: reader, meant).isEmpty, "\(reader.name)") }
    // Views that take one person for another, however near they are to one another.
    let leads = region.readers.filter { $0.role == .lead }
    let visitor = region.reader("visitor")
    for (taken, reader) in [(leads[0], leads[1]), (leads[1], visitor)] {
      let outlets = try region.outlets(to: taken, meant)
      #expect(outlets.leaks(to: taken, meant) == [])
      #expect(!outlets.leaks(to: reader, meant).isEmpty, "\(taken.name) taken for \(reader.name)")
    }
    // One word that goes one level too far.
    let word = try #require(meant.audiences.filter { $0.value.allSatisfy { $0.level == .holder } }.keys.min())
    var page = Outlets()
    page.add("a page", "Sum: \(word).")
    #expect(page.leaks(to: visitor, meant) == ["a page shows \(word) to visitor"])
  }

  @Test("answers to orders show no word that is for others")
  func answersShowNothing() async throws {
    let ledger = try SimulatedLedger()
    for seed in UInt64(0)..<8 {
      var generator = OrderGenerator(seed: seed, cast: ledger.cast)
      _ = try await ledger.run(&generator, steps: 30)
    }
    let record = RememberedRecord()
    var answers: [(String, Outlets)] = []
    for (index, member) in ledger.cast.members.enumerated() {
      var outlets = Outlets()
      var generator = OrderGenerator(seed: 900 + UInt64(index), cast: ledger.cast)
      for _ in 0..<40 {
        let proposal = try ledger.folder.store.read { generator.next(in: record.reader(of: $0), at: ledger.now) }
        guard let proposal else { continue }
        do throws(Refusal) {
          let receipt = try ledger.folder.ledger.submitAndWait(
            proposal.order, by: ledger.claim(of: member), key: CommandKey())
          outlets.add("a receipt", "\(receipt)")
        } catch {
          outlets.add("a refusal", "\(error) \(String(reflecting: error))")
        }
      }
      answers.append((member.name, outlets))
    }
    let (meant, region) = (try MeantTokens(of: ledger.folder.store), MarkedRegion(ledger))
    for (name, outlets) in answers { #expect(outlets.leaks(to: region.reader(name), meant) == []) }
  }

  @Test("the published log, checks and errors show no word at all", arguments: MarkedRegion.Sort.allCases)
  func nothingPublished(sort: MarkedRegion.Sort) async throws {
    let region = try await region(sort)
    try region.folder.publish()
    for path in try region.folder.log.paths() {
      let text = String(decoding: try region.folder.log.bytes(at: path) ?? [], as: UTF8.self)
      #expect(Tokens.found(in: text).isEmpty && !text.contains("Person "), "\(path)")
    }
    let report = try region.folder.verify()
    #expect(report.holds)
    #expect(Tokens.found(in: report.lines.joined() + "\(report)").isEmpty)
    #expect(Tokens.found(in: "\(try RecordHealth(of: region.folder, now: region.now))").isEmpty)
  }

  @Test("an export holds every word and no secret key; a backup holds the keys only where that is asked for")
  func copies() async throws {
    let region = try await region(.simulated)
    let url = region.folder.url
    let secrets = try ["log.key", "instance.key"].map { try Data(contentsOf: url.appending(path: "keys/\($0)")) }
    func holds(_ bytes: Data) -> Bool { secrets.contains { bytes.range(of: $0) != nil } }
    let export = url.appending(path: "export.tar")
    try RecordArchive.export(region.folder, to: export)
    let bytes = try Data(contentsOf: export)
    #expect(!holds(bytes))
    let meant = try MeantTokens(of: region.folder.store)
    #expect(Tokens.found(in: String(decoding: bytes, as: UTF8.self)).isSuperset(of: meant.audiences.keys))
    for withKeys in [false, true] {
      let copy = url.appending(path: "copy-\(withKeys)")
      try RecordArchive.backup(region.folder, to: copy, includingKeys: withKeys)
      let files = try FileManager.default.subpathsOfDirectory(atPath: copy.path)
        .compactMap { try? Data(contentsOf: copy.appending(path: $0)) }
      #expect(files.contains(where: holds) == withKeys)
    }
  }

  /// Whom each confided field is for when it is written, by event and fields.
  private static let fields: [String: Set<Level>] = [
    "agreement confirmed.opinion": [.parties],
    "agreement copied.clauses.text": [.everybody],
    "agreement filed.texts": [.everybody],
    "agreement frozen.text": [.parties],
    "agreement sentBack.reasons": [.parties],
    "agreement submitted.texts": [.parties],
    "agreement written.clause.text": [.parties],
    "appointment appointed.person": [.region],
    "dispute decided.ruling": [.everybody],
    "dispute raised.claim": [.parties],
    "dispute settlementProposed.terms": [.parties],
    "dispute submitted.text": [.parties],
    "docketFile answered.text": [.everybody],
    "docketFile asked.question": [.everybody],
    "docketFile diagnosed.summary": [.everybody],
    "docketFile drafted.description": [.everybody],
    "docketFile reopened.evidence": [.everybody],
    "evaluation adopted.answer": [.everybody],
    "evaluation commented.text": [.everybody],
    "evaluation written.lessons": [.region],
    "incentiveCase appealed.grounds": [.everybody],
    // A reward is public from the first; a sanction once its subject was heard.
    "incentiveCase proposed.reasons": [.everybody, .region],
    "incentiveCase replied.text": [.everybody],
    "jointReport summarised.text": [.region],
    "negotiationTable clauseProposed.text": [.parties],
    "negotiationTable mandateLodged.text": [.holder],
    "negotiationTable objected.reasons": [.parties],
    "negotiationTable packageSealed.conditions": [.named],
    "negotiationTable packageSealed.outline": [.named],
    "negotiationTable packageSealed.texts": [.named],
    "negotiationTable positionLodged.text": [.holder],
    "negotiationTable summarised.text": [.parties],
    "partyReport itemAdded.item.deviations.reason": [.holder],
    "partyReport itemAdded.item.narrative": [.holder],
    "verification accepted.interests": [.parties],
    "verification certified.certificate.findings.text": [.parties],
    "verification certified.certificate.interests": [.everybody],
    "verification certified.certificate.opinion": [.everybody],
    "verification found.finding.text": [.parties],
    "verification replied.text": [.parties],
  ]

  /// Fields that a history may reach or not.
  private static let others: [String: Set<Level>] = [
    "docketFile revised.description": [.everybody],
    "negotiationTable amended.reasons": [.parties],
    "negotiationTable amended.text": [.parties],
    "negotiationTable amendmentRejected.reasons": [.parties],
    "negotiationTable mandateLodged.text": [.named],
    "negotiationTable positionLodged.text": [.named],
    "negotiationTable textOffered.text": [.parties],
    "partyReport corrected.correction.reason": [.region, .everybody],
    "partyReport itemAdded.item.deviations.reason": [.region, .everybody],
    "partyReport itemAdded.item.narrative": [.region, .everybody],
    "partyReport itemEdited.item.deviations.reason": [.holder, .region, .everybody],
    "partyReport itemEdited.item.narrative": [.holder, .region, .everybody],
    "verification certified.certificate.findings.reply": [.parties],
    "verification foundLater.finding.text": [.parties],
  ]

  @Test("every field that is confided has the levels that were meant for it")
  func fieldsHaveTheirLevels() async throws {
    var found: [String: Set<Level>] = [:]
    for sort in MarkedRegion.Sort.allCases {
      found.merge(try MeantTokens(of: try await region(sort).folder.store).fields) { $0.union($1) }
    }
    for (field, levels) in found {
      let meant = (Self.fields[field] ?? []).union(Self.others[field] ?? [])
      #expect(levels.isSubset(of: meant), "\(field) is for \(levels), meant for \(meant)")
    }
    #expect(Set(Self.fields.keys).subtracting(found.keys).sorted() == [], "a field that is not reached is not tested")
  }
}
