import CollectiveAction
import Studies
import Testing

@testable import Reporting

@Suite struct WordsTests {
  @Test("the formulas with words in them are those of the diagnosis, and have Chinese words")
  func formulas() {
    for kind in DiagnosticMeasure.Kind.allCases {
      let bare = ["max", "min", "ln"].reduce(kind.formula) { $0.replacing($1, with: "") }
      let isWorded = bare.contains(/[a-z]{2}/)
      #expect(isWorded == (MeasureFormula(rawValue: kind.rawValue) != nil), "\(kind)")
      if let formula = MeasureFormula(rawValue: kind.rawValue) {
        #expect(formula.wording.english == kind.formula, "\(kind)")
        let chinese = ["max", "min", "ln"].reduce(formula.wording.chinese) { $0.replacing($1, with: "") }
        #expect(!chinese.contains(/[A-Za-z]{3}/), "\(kind)")
      }
    }
  }

  @Test func everyPhraseIsInBothLanguagesWithTheSamePlaces() {
    var count = 0
    func check<P: Phrase>(_ phrases: P.Type) {
      for phrase in P.allCases {
        count += 1
        let english = phrase.wording.english
        let chinese = phrase.wording.chinese
        let ofGains = Language.allCases.map { phrase.wording.text(in: $0, counting: .gain) }
        for text in [chinese] + ofGains {
          #expect(Template(english).places == Template(text).places, "\(P.self).\(phrase)")
        }
        let isUnit = P.self == ScaleName.self && phrase.rawValue == "one"  // a scale of one has no word
        #expect(isUnit || (!english.isEmpty && !chinese.isEmpty), "\(P.self).\(phrase)")
        for text in [english, chinese] + ofGains {
          #expect(text == text.trimmed || text.hasSuffix(" "), "\(P.self).\(phrase)")
        }
      }
    }
    check(PagePhrase.self)
    check(ListPhrase.self)
    check(SummaryPhrase.self)
    check(DiagnosisPhrase.self)
    check(MechanismPhrase.self)
    check(ReasonPhrase.self)
    check(SharePhrase.self)
    check(ShareReasonPhrase.self)
    check(PropertyName.self)
    check(AspectName.self)
    check(TrapName.self)
    check(VerdictPhrase.self)
    check(MeasureName.self)
    check(MeasureUnit.self)
    check(MeasurePhrase.self)
    check(EquilibriumPhrase.self)
    check(StandardPhrase.self)
    check(InteractionPhrase.self)
    check(AnswerPhrase.self)
    check(GroundPhrase.self)
    check(UncertaintyPhrase.self)
    check(ChoicePhrase.self)
    check(CataloguePhrase.self)
    check(GroundName.self)
    check(LeverPhrase.self)
    check(StageName.self)
    check(RuleNumberName.self)
    check(MethodPhrase.self)
    check(FamilyMethod.self)
    check(SharingMethod.self)
    check(FormMethod.self)
    check(LevelPhrase.self)
    check(ConflictPhrase.self)
    check(DecisionPhrase.self)
    check(DealPhrase.self)
    check(TalkPhrase.self)
    check(BilateralPhrase.self)
    check(FairnessName.self)
    check(ProtocolName.self)
    check(EndingName.self)
    check(StrategyName.self)
    check(ConflictPagePhrase.self)
    check(DecisionPagePhrase.self)
    check(LinkagePhrase.self)
    check(MediationPhrase.self)
    check(MeasureFormula.self)
    check(ScaleName.self)
    check(CurrencyName.self)
    check(MechanismName.self)
    check(ScopeName.self)
    check(AuthorityName.self)
    check(RuleName.self)
    check(StatusName.self)
    check(ConventionName.self)
    check(PartyKindName.self)
    check(TierName.self)
    check(TieName.self)
    check(InstitutionName.self)
    check(ConditionName.self)
    check(ConditionBasis.self)
    check(LeverName.self)
    check(FigureName.self)
    check(InputWord.self)
    #expect(count > 400)
  }

  @Test func fillsPlacesAndFollowsNumber() {
    let template = Template("{who} and {n#other#others}")
    #expect(template.places == ["n", "who"])
    #expect(template.filled(["who": "Lund", "n": 1]) == "Lund and 1 other")
    #expect(template.filled(["who": "{n}", "n": 1200]) == "{n} and 1,200 others")
  }

  @Test func listsAsEachLanguageDoes() {
    let english = Voice(facilityFindings(), in: .english)
    let chinese = Voice(facilityFindings(), in: .chinese)
    #expect(english.list([]) == "")
    #expect(english.list(["A"]) == "A")
    #expect(english.list(["A", "B"]) == "A and B")
    #expect(english.list(["A", "B", "C"]) == "A, B and C")
    #expect(chinese.list(["甲", "乙", "丙"]) == "甲、乙和丙")
    #expect(english.shortList(["A", "B", "C", "D"], atMost: 3) == "A, B and 2 others")
  }

  @Test func speaksOfMoneyWithItsUnit() {
    #expect(Voice(facilityFindings(), in: .english).money(83.82) == "83.82 million SEK")
    #expect(Voice(facilityFindings(), in: .chinese).money(83.82) == "8,382万瑞典克朗")
    #expect(Voice(spilloverFindings(), in: .english).money(-1234.56) == "−1,234.6 million CNY a year")
    #expect(Voice(facilityFindings(), in: .english).unitWithYear == "million SEK (prices of 1978)")
    #expect(Voice(facilityFindings(), in: .english).amount(0.00312) == "0.0031")
    #expect(Voice(facilityFindings(), in: .english).amount(-1e-12) == "0.00")
  }

  @Test(
    "puts the place of an input into words",
    arguments: [
      ("problems.air.spillover.damage.linear", "damage: linear part"),
      ("conditions.trust", "trust that the others cooperate"),
      ("mechanisms.overrides.multilateral-contract.fine", "multilateral agreement: fine"),
      ("mechanisms.catalogue.fine", "fine (in every form)"),
      ("mechanisms.catalogue.thirdPartyDetection", "chance that a third party sees a breach (in every form)"),
      ("parties.H.capability", "Helsingborg: capability"), ("somethingElse", "somethingElse"),
    ])
  func inputs(path: String, words: String) {
    #expect(Voice(facilityFindings(), in: .english).input(path) == words)
  }

  @Test func takesTheNearestLanguageThereIs() {
    #expect(Voice.pick(["zh": "隆德", "en": "Lund"], .chinese) == "隆德")
    #expect(Voice.pick(["en": "Lund"], .chinese) == "Lund")
    #expect(Voice.pick(["": "Lund"], .english) == "Lund")
    #expect(Voice.pick([:], .english) == nil)
  }
}

@Suite struct NumeralTests {
  @Test(
    "are written as people read them",
    arguments: [
      (83.82, 2, "83.82"), (1234.5, 1, "1,234.5"), (-0.004, 2, "0.00"), (-1_000_000, 0, "−1,000,000"), (0.5, 0, "1"),
      (999.999, 2, "1,000.00"), (0, 3, "0.000"), (1e20, 0, "1.00×10^20"),
    ])
  func fixed(value: Double, decimals: Int, text: String) {
    #expect(Numeral.fixed(value, decimals: decimals) == text)
  }

  @Test func showSignificantDigits() {
    #expect(Numeral.significant(0.012345) == "0.0123")
    #expect(Numeral.significant(12_345.6) == "12,346")
    #expect(Numeral.significant(2) == "2")
    #expect(Numeral.significant(-0.5) == "−0.5")
    #expect(Numeral.significant(0.000_000_12) == "1.20×10^−7")
  }

  @Test func neverShowAChanceAsCertainThatIsNot() {
    #expect(Numeral.percent(0.004) == "<1%")
    #expect(Numeral.percent(0.999) == ">99%")
    #expect(Numeral.percent(1) == "100%")
    #expect(Numeral.percent(0) == "0%")
    #expect(Numeral.percent(0.345) == "35%")
  }

  @Test("read back within half a unit of their last decimal", arguments: UInt64(0)..<200)
  func readBack(seed: UInt64) throws {
    var value = Double(Int64(bitPattern: seed &* 0x9E37_79B9_7F4A_7C15) >> 20)
    for _ in 0..<(seed % 12) { value /= 10 }
    let decimals = Int(seed % 5)
    let text = Numeral.fixed(value, decimals: decimals)
    let plain = text.replacing(",", with: "").replacing("−", with: "-")
    let read = try #require(Double(plain))
    var half = 0.5
    for _ in 0..<decimals { half /= 10 }
    #expect(abs(read - value) <= half + 2 * value.ulp)  // the rounding of the scaled value and of the text read
    let whole = text.split(separator: ".")[0].drop { $0 == "−" }
    for (index, group) in whole.split(separator: ",").enumerated() { #expect(index == 0 || group.count == 3) }
  }
}
