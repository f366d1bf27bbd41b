import Testing

@testable import Registry

@Suite struct ModelClauseTests {
  @Test("offers words for every item of every checklist", arguments: LegalFrame.allCases)
  func answersEveryItem(frame: LegalFrame) {
    let offered = Set(ModelClause.library.flatMap(\.items))
    #expect(ContentChecklist.of(frame).items.map(\.id).filter { !offered.contains($0) } == [])
  }

  @Test("links only to items that exist, in both languages, under an id of its own")
  func isWhole() {
    let known = Set(LegalFrame.allCases.flatMap { ContentChecklist.of($0).items.map(\.id) })
    let library = ModelClause.library
    #expect(library.count >= 40)
    #expect(Set(library.map(\.id)).count == library.count)
    #expect(library.flatMap(\.items).filter { !known.contains($0) } == [])
    for clause in library {
      let texts = [
        clause.headingEnglish, clause.headingChinese, clause.english, clause.chinese, clause.provenance,
      ]
      #expect(texts.allSatisfy { !$0.isEmpty }, "\(clause.id)")
      // Brackets are to be filled in: as many in one language as in the other, but for an order of words.
      #expect(
        clause.english.filter { $0 == "[" }.count == clause.english.filter { $0 == "]" }.count
          && clause.chinese.filter { $0 == "[" }.count == clause.chinese.filter { $0 == "]" }.count, "\(clause.id)")
    }
  }

  @Test("can be written into an agreement as it is, in either language", arguments: LegalFrame.allCases, [true, false])
  mutating func canBeWritten(frame: LegalFrame, inChinese: Bool) throws {
    var region = try SampleRegion()
    let id = try region.draftAgreement()
    let terms = Agreement.Terms(authentic: inChinese ? "zh" : "en", jointBody: true, outsideMembers: true)
    try region.act(Agreement.self, .set(title: "T", frame: frame, terms: terms), on: id, as: "upperClerk")
    for (number, model) in ModelClause.library.enumerated() {
      let draft = model.draft(id: "m\(number)", under: frame, inChinese: inChinese)
      try region.act(Agreement.self, .write(clause: draft, position: nil), on: id, as: "upperClerk")
    }
    let version = try #require(region.agreement(id).working)
    #expect(version.missingItems == [])
    #expect(version.clauses.filter { $0.model != nil }.count == ModelClause.library.count)
  }
}
