import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

struct PromiseFormTests {
  @Test("every sample of a command comes out of its form as it was", arguments: PromiseSample.all.indices)
  func samples(index: Int) throws {
    let sample = PromiseSample.all[index]
    let form = try #require(ActForm.of(sample.order.kind, sample.name), "\(sample.order.kind) \(sample.name)")
    let answers = ActAnswers(form, try sample.fields(form), digits: 2, currency: "CNY")
    #expect(answers.faults.isEmpty, "\(sample.order.command)")
    #expect(try answers.order(form, on: nil, prepared: nil) == sample.order)
  }

  @Test("every form has a sample, and every sample a form", arguments: PromiseKinds.all)
  func complete(kind: ObjectKind) {
    let forms = ActForm.all.filter { $0.kind == kind }.map(\.command)
    #expect(Set(forms).count == forms.count)
    #expect(Set(PromiseSample.all.filter { $0.order.kind == kind }.map(\.name)) == Set(forms))
  }

  @Test("every act that people do has a form that leads to it", arguments: PromiseKinds.all)
  func acts(kind: ObjectKind) {
    // These are done with another thing: by a report, a check, a dispute, an appointment or a delegation.
    let elsewhere: Set<String> = [
      "agreement copy", "agreement undertake", "commitment report", "commitment verify", "commitment dispute",
      "commitment settle", "partyReport control", "partyReport endControl", "partyReport certify",
      "partyReport include", "partyReport exclude", "jointReport verify", "jointReport endVerification",
      "jointReport finalise", "verification supersede", "organisation speakFor", "appointment empower",
      "delegation passOn",
    ]
    func check<T: RecordObject>(_ type: T.Type) {
      for transition in [T.lifeCycle.opening] + T.lifeCycle.transitions where transition.by != [.clock] {
        let isElsewhere = elsewhere.contains("\(kind) \(transition.act)")
        #expect((ActForm.leading(to: transition.act, of: kind) == nil) == isElsewhere, "\(kind) \(transition.act)")
      }
    }
    check(kind.type)
  }

  @Test("every stage and act has its word, and no word is left over", arguments: PromiseKinds.all)
  func words(kind: ObjectKind) {
    func codes<P: Phrase>(_ type: P.Type) -> Set<String> { Set(P.allCases.map(\.rawValue)) }
    func check<T: RecordObject>(_ type: T.Type) {
      let acts = ([T.lifeCycle.opening] + T.lifeCycle.transitions).map(\.act)
      let said = (stages: KindWords.stages[kind].map { codes($0) }, acts: KindWords.acts[kind].map { codes($0) })
      #expect(said.stages == Set(T.Stage.allCases.map(\.rawValue)))
      #expect(said.acts == Set(acts))
    }
    check(kind.type)
    #expect(OpeningPhrase(rawValue: "\(kind)") != nil)
  }

  private static let catalogues: [any Phrase.Type] = [
    AgreementFieldPhrase.self, LegalFramePhrase.self, ClauseKindPhrase.self, DueDatePhrase.self,
    CommitmentMethodPhrase.self, RecurrencePhrase.self, AgreementStagePhrase.self, VersionStagePhrase.self,
    AgreementActPhrase.self, AgreementPhrase.self, CommitmentStagePhrase.self, CommitmentActPhrase.self,
    VerifiedResultPhrase.self, CommitmentPhrase.self, ReportFieldPhrase.self, ReopeningPhrase.self,
    DeviationPhrase.self, PartyReportStagePhrase.self, PartyReportActPhrase.self, JointReportStagePhrase.self,
    JointReportActPhrase.self, ReportPhrase.self, VerificationStagePhrase.self, VerificationActPhrase.self,
    VerificationFieldPhrase.self, CheckMethodPhrase.self, CheckOutcomePhrase.self, SeverityPhrase.self,
    VerificationPhrase.self, BooksStagePhrase.self, BooksActPhrase.self, BooksFieldPhrase.self, RuleKindPhrase.self,
    FactorKindPhrase.self, RulePhrase.self, ReckoningPhrase.self, BooksPhrase.self, OrganisationStagePhrase.self,
    OrganisationActPhrase.self, AppointmentStagePhrase.self, AppointmentActPhrase.self, DelegationStagePhrase.self,
    DelegationActPhrase.self, RegionStagePhrase.self, RegionActPhrase.self, ErasureStagePhrase.self,
    ErasureActPhrase.self, OrganisationSortPhrase.self, ErasureGroundPhrase.self, MemberFieldPhrase.self,
    MemberPhrase.self, OpeningPhrase.self,
  ]

  @Test("every phrase is said in both languages with the same places")
  func phrases() {
    func check<P: Phrase>(_ type: P.Type) {
      for phrase in P.allCases {
        let (english, chinese) = (phrase.wording.text(in: .english), phrase.wording.text(in: .chinese))
        #expect(Template(english).places == Template(chinese).places, "\(P.self).\(phrase)")
        #expect(!english.isEmpty && !chinese.isEmpty, "\(P.self).\(phrase)")
        #expect(english != chinese || P.self == RulePhrase.self, "\(P.self).\(phrase)")
      }
    }
    for catalogue in Self.catalogues { check(catalogue) }
  }

  @Test("the codes of parts have their words")
  func codes() {
    func all<P: Phrase>(_ type: P.Type, _ codes: [String]) -> Bool { Set(P.allCases.map(\.rawValue)) == Set(codes) }
    #expect(all(LegalFramePhrase.self, LegalFrame.allCases.map(\.rawValue)))
    #expect(all(ClauseKindPhrase.self, Agreement.ClauseKind.allCases.map(\.rawValue)))
    #expect(all(VersionStagePhrase.self, Agreement.VersionStage.allCases.map(\.rawValue)))
    #expect(all(CommitmentMethodPhrase.self, Commitment.Method.allCases.map(\.rawValue)))
    #expect(all(RecurrencePhrase.self, Commitment.Recurrence.Period.allCases.map(\.rawValue)))
    #expect(all(VerifiedResultPhrase.self, VerifiedResult.allCases.map(\.rawValue)))
    #expect(all(ReopeningPhrase.self, ReopeningKind.allCases.map(\.rawValue)))
    #expect(all(DeviationPhrase.self, PartyReport.DeviationSort.allCases.map(\.rawValue)))
    #expect(all(CheckMethodPhrase.self, Verification.CheckMethod.allCases.map(\.rawValue)))
    #expect(all(CheckOutcomePhrase.self, Verification.CheckOutcome.allCases.map(\.rawValue)))
    #expect(all(SeverityPhrase.self, Verification.Severity.allCases.map(\.rawValue)))
    #expect(all(ReckoningPhrase.self, AdoptedRule.Reckoning.Kind.allCases.map(\.rawValue)))
    #expect(all(OrganisationSortPhrase.self, Organisation.Sort.allCases.map(\.rawValue)))
    #expect(all(ErasureGroundPhrase.self, Erasure.Ground.allCases.map(\.rawValue)))
    #expect(all(RolePhrase.self, Role.allCases.map(\.rawValue)))
    #expect(all(PowerPhrase.self, Power.allCases.map(\.rawValue)))
    #expect(all(CapacityPhrase.self, Capacity.allCases.map(\.rawValue)))
    #expect(DemonstrationRegion.fields.allSatisfy { CooperationFieldPhrase(rawValue: $0) != nil })
  }
}
