import Testing

@testable import Registry

@Suite struct ContentChecklistTests {
  @Test("asks for what its law asks for", arguments: LegalFrame.allCases)
  func counts(frame: LegalFrame) {
    let checklist = ContentChecklist.of(frame)
    // Iowa Code 28E.5(1)–(5) and 28E.6; RCW 39.34.030(3)(a)–(e) and (4); Regulation 1082/2006 arts 8(2) and 9(2).
    let expected: (own: Int, with: Int, outside: Int) =
      switch frame {
      case .iowa28E, .rcw3934: (6, 5, 6)
      case .egtc: (22, 22, 23)
      case .chineseCooperation: (9, 9, 9)
      }
    #expect(checklist.items(under: .init(authentic: "en")).count == expected.own)
    #expect(checklist.items(under: .init(authentic: "en", jointBody: true)).count == expected.with)
    #expect(checklist.items(under: .init(authentic: "en", outsideMembers: true)).count == expected.outside)
  }

  @Test("gives every item an id of its own, two languages and a source")
  func items() {
    let all = LegalFrame.allCases.flatMap { ContentChecklist.of($0).items }
    #expect(Set(all.map(\.id)).count == all.count)
    #expect(all.allSatisfy { !$0.english.isEmpty && !$0.chinese.isEmpty && !$0.source.isEmpty })
  }

  @Test("misses exactly the items to which no clause is linked", arguments: UInt64(0)..<20)
  func missing(seed: UInt64) {
    var chance = SmallChance(seed)
    let terms = Agreement.Terms(authentic: "en")
    for frame in LegalFrame.allCases {
      let items = ContentChecklist.of(frame).items(under: terms).map(\.id)
      let linked = items.filter { _ in Bool.random(using: &chance) }
      let draft = Agreement.ClauseDraft(id: "1", heading: "All", text: "All.", items: linked)
      let clause = Agreement.Clause(draft, text: Confided(commit: "0", audience: .everybody))
      let missing = ContentChecklist.of(frame).missing(from: [clause], under: terms)
      #expect(missing.map(\.id) == items.filter { !linked.contains($0) })
    }
  }
}

/// SplitMix64 (Steele, Lea & Flood, 2014).
struct SmallChance: RandomNumberGenerator {
  private var state: UInt64
  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
