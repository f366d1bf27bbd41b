import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct RefusalCatalogueTests {
  /// Texts of these files are no refusals: contents that both languages have already, and what programs read.
  private static let otherFiles: Set<String> = [
    "ContentChecklist.swift", "ModelClause.swift", "Refusal.swift", "CanonicalDecoder.swift", "CanonicalEncoder.swift",
    "CanonicalScanner.swift", "SampleDraw.swift", "Instant.swift", "ObjectID.swift", "OwnSentence.swift",
    "OfferPackage.swift",
  ]
  /// Texts among decisions that are recorded or named, not said by a refusal.
  private static let otherTexts: Set<String> = [
    "{1} {2} {3}", "{1} {2} overdue", "{1}: {2}", "{1} ({2})", "{1}（{2}）", "{1} {2}",
    "{1}: error: {2}; {3}", ", ", " or ",
  ]

  private static func sentences() throws -> [RefusalSources.Literal] {
    try RefusalSources.literals().filter { literal in
      literal.pattern.contains(" ") && !otherFiles.contains(literal.file) && !otherTexts.contains(literal.pattern)
        && !literal.before.contains("precondition")
    }
  }

  private static let chinese = RefusalCatalogue.parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  @Test("everything that the record says when it refuses has its Chinese wording")
  func complete() throws {
    let sentences = try Self.sentences()
    #expect(sentences.count > 380, "the sources were read: \(sentences.count)")
    for literal in sentences {
      #expect(Self.chinese[literal.pattern] != nil, "\(literal.file): “\(literal.pattern)”")
    }
  }

  @Test("no wording is left over, and none is said in two ways")
  func current() throws {
    // Words of rules are told by the files of money, and three sentences by forms.
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")
    var said = Set(try RefusalSources.literals().map(\.pattern))
    let money = try FileManager.default.contentsOfDirectory(
      at: folder.appending(path: "Registry/Money"), includingPropertiesForKeys: nil)
    for file in money + [folder.appending(path: "Portal/Acts/RefusalWords.swift")] {
      let code = try String(contentsOf: file, encoding: .utf8)
      said.formUnion(RefusalSources.literals(in: code, of: file.lastPathComponent).map(\.pattern))
    }
    for pattern in Self.chinese.keys { #expect(said.contains(pattern), "“\(pattern)” is said nowhere") }
    for part in RefusalCatalogue.parts {
      for (pattern, text) in part { #expect(Self.chinese[pattern] == text, "\(pattern)") }
    }
  }

  @Test("a Chinese wording has the gaps of the English one and no English word")
  func wordings() {
    func gaps(_ text: String) -> Set<String> { Set(text.matches(of: /\{[0-9]\}/).map { String($0.output) }) }
    let international: Set<String> = ["ISO", "CNY", "USD", "SHA", "Asia", "Shanghai"]
    for (pattern, text) in Self.chinese {
      #expect(gaps(pattern) == gaps(text), "\(pattern)")
      let latin = text.matches(of: /[A-Za-z]{2,}/).map { String($0.output) }
      #expect(latin.allSatisfy(international.contains), "\(text)")
    }
  }

  @Test("whatever a refusal names as wrong is called as the form calls it, in both languages")
  func fields() throws {
    // Programs name these, or the record itself; no form asks for them.
    let unasked: Set<String> = []
    let places = try RefusalSources.literals().filter {
      $0.before.hasSuffix("field: ") || ($0.before.hasSuffix("as: ") && $0.before.contains("scene."))
    }
    #expect(places.count > 100, "\(places.count)")
    for place in Set(places.map(\.pattern)) where !unasked.contains(place) {
      for language in [Language.english, .chinese] {
        #expect(RefusalWords(Tongue(language: language), about: nil).label(of: place) != nil, "\(place)")
      }
    }
  }

  @Test("no refusal of any command shows an English word on a Chinese page", .timeLimit(.minutes(5)))
  func refused() async throws {
    let copy = try SampleCopy()
    let orders = CommandSamples.all + (try OverheardDemonstration.played.get())
    let people = [Role.clerk, .lead, .desk, .monitor, .administrator].compactMap { copy.person($0) }
    var kinds: Set<String> = []
    for (number, order) in orders.enumerated() {
      // Each command is sent by somebody else in turn; the samples by all.
      for person in number < CommandSamples.all.count ? people : [people[number % people.count]] {
        let claim = Claim(appointment: person.appointment, delegation: person.delegation, secondFactor: copy.now)
        do {
          _ = try await copy.site.record.ledger.submit(order, by: claim, key: CommandKey())
        } catch let refusal {
          kinds.insert(refusal.code)
          let text = RefusalWords(Tongue(language: .chinese), about: order.kind).text(refusal)
          let own = Self.quoted(by: refusal)
          let latin = text.matches(of: /[A-Za-z]{3,}/).map { String($0.output) }
          #expect(latin.allSatisfy { word in own.contains { $0.contains(word) } || word == "UTC" }, "\(text)")
        }
      }
    }
    #expect(kinds.isSuperset(of: ["notFound", "notEntitled", "notNow", "conditionFails", "invalid"]), "\(kinds)")
  }

  /// What somebody wrote, which a refusal says again.
  private static func quoted(by refusal: Refusal) -> [String] {
    func texts(_ part: Refusal.Sentence.Part) -> [String] {
      switch part {
      case .text(let text): [text]
      case .list(let parts), .either(let parts): parts.flatMap(texts)
      case .sentence(let inner): inner.parts.flatMap(texts)
      default: []
      }
    }
    return switch refusal {
    case .conditionFails(let condition, _, let remedy): (condition.parts + remedy.parts).flatMap(texts)
    case .invalid(_, let fault, let remedy): (fault.parts + remedy.parts).flatMap(texts)
    default: []
    }
  }
}
