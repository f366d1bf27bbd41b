import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct OwnSentenceTests {
  private static let sentences: [(stored: String, sentence: OwnSentence)] = [
    ("agreement ended", .agreementEnded), ("agreement terminated", .agreementTerminated),
    ("agreement expired", .agreementExpired), ("O-4 left", .left(ObjectID(.organisation, 4))),
    ("renewed as AG-7", .renewed(as: ObjectID(.agreement, 7))),
    ("A-3 ended", .appointmentEnded(ObjectID(.appointment, 3))),
    ("DG-12 was revoked", .delegationRevoked(ObjectID(.delegation, 12))),
    ("IN-2 was lifted", .measureLifted(ObjectID(.incentiveCase, 2))),
    ("months at class 3 or better", .monthsAtClass(Ratio(3))), ("class on yearly mean", .classOnYearlyMean),
  ]

  @Test("stands in the record as it always did, and is known again")
  func stored() {
    #expect(Set(Self.sentences.map { "\($0.sentence)".count }).count > 5)
    for (stored, sentence) in Self.sentences {
      #expect(sentence.description == stored)
      #expect(OwnSentence(stored) == sentence)
    }
  }

  @Test(
    "what people wrote is theirs",
    arguments: [
      "", " left", "O-4 left early", "We left", "AG-4 left", "O-04 left", "renewed as O-7", "A-3  ended", "DG-1 ended",
      "Agreement expired", "months at class x or better", "months at class 3.0 or better", "IN-+2 was lifted",
      "the agreement expired",
    ])
  func written(text: String) { #expect(OwnSentence(text) == nil) }

  @Test("is said in English and in Chinese")
  func words() throws {
    let sample = try SampleSite.shared.get()
    for (stored, _) in Self.sentences {
      for language in Language.allCases {
        let said = try sample.site.read(Visit(.get, "/", language: language)) { $0.words(stored) }
        let plain = said.replacing(/(AG|A|DG|IN)-\d+/, with: "")
        if language == .chinese {
          #expect(!plain.contains(/[A-Za-z]/), "\(said)")
        } else {
          #expect(plain.contains(/[a-z]{3}/) && !plain.contains(/\p{Han}/), "\(said)")
        }
      }
    }
  }

  /// Where the record writes what people else write: every such text comes from the sentences, or is people's own.
  @Test("everything that the record writes by itself is one of these sentences")
  func sources() throws {
    let registry = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources/Registry")
    let money = try FileManager.default.contentsOfDirectory(
      at: registry.appending(path: "Money"), includingPropertiesForKeys: nil)
    let literals =
      try RefusalSources.literals()
      + money.flatMap {
        RefusalSources.literals(in: try String(contentsOf: $0, encoding: .utf8), of: $0.lastPathComponent)
      }
    // The number and the rule of a case, which people wrote; and the name under which an entry is tried only.
    let people: Set<String> = ["{1}: {2}", "proposal"]
    let places = ["reason: ", "reasons: ", "remark: ", "memo: ", ".index(name: ", ".passed(name: ", ".factor(name: "]
    let written = literals.filter { literal in
      places.contains(where: literal.before.hasSuffix) && !people.contains(literal.pattern)
    }
    #expect(written.isEmpty, "\(written.map { "\($0.file): “\($0.pattern)”" })")
    let tried = literals.filter { places.contains(where: $0.before.hasSuffix) }
    #expect(Set(tried.map(\.pattern)) == people, "the search finds what there is")
  }

  @Test("is shown in the reader's words where the sample's clock wrote it, and its bytes are as before")
  func shown() async throws {
    let sample = try SampleSite.shared.get()
    let released = try sample.objects(Commitment.self).filter { $0.remark.flatMap(OwnSentence.init) != nil }
    let commitment = try #require(released.first)
    let remark = try #require(commitment.remark)
    let chinese = await sample.site.get(commitment.id.path, in: .chinese).text
    let said = try sample.site.read(Visit(.get, "/", language: .chinese)) { $0.words(remark) }
    #expect(chinese.contains("<dd>\(said)</dd>") && !chinese.contains(remark))
    let data = await sample.site.get("/api\(commitment.id.path)").text
    #expect(data.contains("\"remark\":\"\(remark)\""), "programs read what stands there")
  }

  @Test("names the steps of a quality gate")
  func gate() throws {
    let yuan = try Currency(code: "CNY")
    let transfer = try Transfer(
      Amount(minor: 100, of: yuan), from: LedgerAccount(owner: "O-2", purpose: "water"),
      to: LedgerAccount(owner: "O-3", purpose: "water"))
    let gate = try QualityGate(transfer, measure: "class", monthly: Ratio(3), yearly: Ratio(2))
    let lines = gate.settle(try Readings([]), for: try SettlementPeriod("2025", cutOff: 0)).lines
    let names = try SampleSite.shared.get().site.read(Visit(.get, "/", language: .chinese)) { reading in
      lines.map { RuleWords(reading: reading).name($0) }
    }
    #expect(names == ["达到3类或更好的月数"])
  }
}
