import CollectiveAction
import Mechanisms
import RegionalCases
import Sharing
import Testing

@testable import Reporting
@testable import Studies

/// Every code that a study can give has words, which ``WordsTests`` finds in both languages.
@Suite struct CodeTests {
  private func check<Words: Phrase>(_ codes: [String], have kind: Words.Type) {
    #expect(!codes.isEmpty)
    for code in codes { #expect(Words(rawValue: code) != nil, "\(Words.self): \(code)") }
  }

  @Test func conditionsHaveWords() {
    check(CircumstanceParameter.allCases.map(\.rawValue), have: ConditionName.self)
    check(Condition.allCases.map(\.rawValue), have: ConditionName.self)
  }

  @Test func numbersOfAFormHaveWords() {
    for parameter in Mechanisms.MechanismParameter.allCases.map(\.rawValue) {
      #expect(InputWord(rawValue: parameter) != nil || ConditionName(rawValue: parameter) != nil, "\(parameter)")
    }
  }

  @Test func formsScopesAndAuthoritiesHaveWords() {
    check(MechanismCatalogue.twelve.map(\.id), have: MechanismName.self)
    check(Scope.allCases.map(\.rawValue), have: ScopeName.self)
    check(Authority.allCases.map(\.rawValue), have: AuthorityName.self)
    check(Aspect.allCases.map(\.rawValue), have: AspectName.self)
    check(Lever.allCases.map(\.rawValue), have: LeverName.self)
  }

  @Test func trapsAndMeasuresHaveWords() {
    check(DiagnosticMeasure.Kind.allCases.map(\.rawValue), have: MeasureName.self)
    check(DiagnosticMeasure.Unit.allCases.map(\.rawValue), have: MeasureUnit.self)
    check(Trap.allCases.map(\.rawValue), have: TrapName.self)
    check(Interaction.allCases.map(\.rawValue), have: InteractionPhrase.self)
  }

  @Test func rulesAndConventionsHaveWords() {
    check(SharingRule.allCases.map(\.rawValue), have: RuleName.self)
    check(SharingProperty.allCases.map(\.rawValue), have: PropertyName.self)
    check(WorthConvention.allCases.map(\.rawValue) + ["table"], have: ConventionName.self)
    check(CoalitionGame.Kind.allCases.map(\.rawValue), have: ConventionName.self)
  }

  @Test func whatACaseTellsOfHasWords() {
    check(ProvenanceStatus.allCases.map(\.rawValue), have: StatusName.self)
    check(PartyKindWord.allCases.map(\.rawValue), have: PartyKindName.self)
    check(Tier.allCases.map(\.rawValue), have: TierName.self)
    check(Tie.Word.allCases.map(\.rawValue), have: TieName.self)
    check(Institution.Kind.allCases.map(\.rawValue), have: InstitutionName.self)
    check(MoneyUnit.Scale.allCases.map(\.rawValue), have: ScaleName.self)
    check(ProblemFamily.allCases.map(\.rawValue), have: SummaryPhrase.self)
  }

  @Test("has a word and a sentence for every main risk", arguments: DiagnosisFindings.Risk.allCases)
  func risks(risk: DiagnosisFindings.Risk) {
    check(["risk" + risk.rawValue.capitalizedFirst], have: DiagnosisPhrase.self)
    check(["risk" + risk.rawValue.capitalizedFirst], have: SummaryPhrase.self)
  }

  /// One of each reason there is; the switch below does not compile when one is added here in vain.
  private static let reasons: [Reason] = [
    .highestNet(mechanism: "m", margin: 1, over: "n"), .onlyOneFormed(mechanism: "m", net: 1),
    .runnerUpLosesOn(mechanism: "m", aspect: .division, amount: 1),
    .runnerUpGainsOn(mechanism: "m", aspect: .division, amount: 1), .noMechanismBeatsNoAgreement,
    .rejected(mechanism: "m", member: "a", amount: 1), .nothingToGain(mechanism: "m"),
    .bindsLoser(mechanism: "m", member: "a", amount: 1),
  ]

  /// The code of a reason, and how many subjects and figures a study gives with it.
  private func told(_ reason: Reason) -> (code: String, subjects: Int, figures: Int) {
    switch reason {
    case .highestNet: ("highestNet", 2, 1)
    case .onlyOneFormed: ("onlyOneFormed", 1, 1)
    case .runnerUpLosesOn: ("runnerUpLosesOn", 2, 1)
    case .runnerUpGainsOn: ("runnerUpGainsOn", 2, 1)
    case .noMechanismBeatsNoAgreement: ("noMechanismBeatsNoAgreement", 0, 0)
    case .rejected: ("rejected", 2, 1)
    case .nothingToGain: ("nothingToGain", 1, 0)
    case .bindsLoser: ("bindsLoser", 2, 1)
    }
  }

  @Test func reasonsHaveWordsWithNoMorePlacesThanTheyFill() throws {
    let codes = Self.reasons.map { told($0) }
    #expect(Set(codes.map(\.code)) == Set(ReasonPhrase.allCases.map(\.rawValue)))
    for (code, subjects, figures) in codes {
      let phrase = try #require(ReasonPhrase(rawValue: code))
      let given = Set(["a", "b"].prefix(subjects) + ["amount"].prefix(figures))
      #expect(given.isSuperset(of: Template(phrase.wording.english).places), "\(code)")
    }
  }
}
