import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

struct TableFormTests {
  @Test("whatever somebody can do has a form that leads to it", arguments: TableKinds.all)
  func complete(kind: ObjectKind) {
    // These follow from the last consent, grant or initial of the parties: nobody asks for them.
    let derived: Set<String> = ["reopenClause", "seatMediator", "completeInitials", "resume"]
    func check<T: RecordObject>(_ type: T.Type) {
      let cycle = T.lifeCycle
      for transition in [cycle.opening] + cycle.transitions
      where transition.by != [.clock] && !derived.contains(transition.act) {
        #expect(ActForm.leading(to: transition.act, of: kind) != nil, "\(kind) \(transition.act)")
      }
      let acts = Set(([cycle.opening] + cycle.transitions).map(\.act))
      for form in ActForm.all where form.kind == kind {
        #expect(form.acts.allSatisfy(acts.contains), "\(kind) \(form.command)")
      }
    }
    check(kind.type)
  }

  @Test("every order of the sample region comes out of its form as it was", .timeLimit(.minutes(2)))
  func demonstrated() throws {
    let orders = try OverheardDemonstration.played.get().filter { TableKinds.all.contains($0.kind) }
    #expect(orders.count > 250)
    for order in orders { try check(order) }
  }

  private func check(_ order: Order) throws {
    let json = try JSONSerialization.jsonObject(with: Data(order.command.utf8))
    let name = try #require((json as? [String: Any])?.keys.first)
    let form = try #require(ActForm.of(order.kind, name), "\(order.kind) \(name)")
    #expect(try CommandAnswers.reordered(order, through: form) == order, "\(order.kind) \(order.command)")
  }

  @Test("every form is sampled, and every sample comes out of its form as it was")
  func sampled() throws {
    var forms = Set(ActForm.all.filter { TableKinds.all.contains($0.kind) }.map { "\($0.kind) \($0.command)" })
    for order in CommandSamples.all {
      try check(order)
      let json = try JSONSerialization.jsonObject(with: Data(order.command.utf8))
      forms.remove("\(order.kind) \((json as? [String: Any])?.keys.first ?? "")")
    }
    #expect(forms.isEmpty)
  }

  @Test("every stage and act has its word in both languages, and no word is left over", arguments: TableKinds.all)
  func words(kind: ObjectKind) {
    func codes<P: Phrase>(_ type: P.Type) -> Set<String> { Set(P.allCases.map(\.rawValue)) }
    func check<T: RecordObject>(_ type: T.Type) {
      let cycle = T.lifeCycle
      let (stages, acts) = (KindWords.stages[kind], KindWords.acts[kind])
      #expect((stages.map { codes($0) } ?? []) == Set(T.Stage.allCases.map(\.rawValue)))
      let said = acts.map { codes($0) } ?? []
      #expect(said == Set(([cycle.opening] + cycle.transitions).map(\.act)))
    }
    check(kind.type)
    #expect(OpeningPhrase(rawValue: "\(kind)") != nil)
  }

  private static let catalogues: [any Phrase.Type] = [
    TableStagePhrase.self, TableActPhrase.self, ClauseStagePhrase.self, AmendmentStagePhrase.self,
    PackageStagePhrase.self, SeatPhrase.self, PositionSortPhrase.self, DisclosurePhrase.self,
    ClosingReasonPhrase.self, TablePhrase.self, TableFieldPhrase.self, IncentiveStagePhrase.self,
    IncentiveActPhrase.self, IncentiveDirectionPhrase.self, IncentiveTriggerPhrase.self, MeasurePhrase.self,
    IncentivePhrase.self, IncentiveFieldPhrase.self, DisputeStagePhrase.self, DisputeActPhrase.self,
    DisputePhrase.self, DisputeFieldPhrase.self, EvaluationStagePhrase.self, EvaluationActPhrase.self,
    EvaluationSortPhrase.self, EvaluationDirectionPhrase.self, TrendPhrase.self, EvaluationOutcomePhrase.self,
    EvaluationSourcePhrase.self, EvaluationPhrase.self, EvaluationFieldPhrase.self, StepPhrase.self,
  ]

  @Test("every phrase is said in both languages with the same places")
  func phrases() {
    func check<P: Phrase>(_ type: P.Type) {
      for phrase in P.allCases {
        let (english, chinese) = (phrase.wording.text(in: .english), phrase.wording.text(in: .chinese))
        #expect(Template(english).places == Template(chinese).places, "\(P.self).\(phrase)")
        #expect(!english.isEmpty, "\(P.self).\(phrase)")
        let words = Template(chinese).parts.contains { part in
          if case .words(let words) = part {
            words.unicodeScalars.contains { $0.properties.isIdeographic || "，、".unicodeScalars.contains($0) }
          } else {
            false
          }
        }
        #expect(words || phrase.rawValue == "heading", "\(P.self).\(phrase)")
      }
    }
    for catalogue in Self.catalogues { check(catalogue) }
  }

  @Test("the codes of parts have their words")
  func partWords() {
    func all<P: Phrase>(_ type: P.Type, _ codes: [String]) -> Bool { Set(P.allCases.map(\.rawValue)) == Set(codes) }
    #expect(all(ClauseStagePhrase.self, NegotiationTable.Clause.Stage.allCases.map(\.rawValue)))
    #expect(all(AmendmentStagePhrase.self, NegotiationTable.Amendment.Stage.allCases.map(\.rawValue)))
    #expect(all(PackageStagePhrase.self, NegotiationTable.OfferPackage.Stage.allCases.map(\.rawValue)))
    #expect(all(SeatPhrase.self, NegotiationTable.Seat.allCases.map(\.rawValue)))
    #expect(all(PositionSortPhrase.self, NegotiationTable.SealedPosition.Sort.allCases.map(\.rawValue)))
    #expect(all(DisclosurePhrase.self, NegotiationTable.Disclosure.allCases.map(\.rawValue)))
    #expect(all(ClosingReasonPhrase.self, NegotiationTable.ClosingReason.allCases.map(\.rawValue)))
    #expect(all(IncentiveDirectionPhrase.self, IncentiveCase.Direction.allCases.map(\.rawValue)))
    #expect(all(EvaluationSortPhrase.self, Evaluation.Sort.allCases.map(\.rawValue)))
    #expect(all(EvaluationDirectionPhrase.self, Evaluation.Direction.allCases.map(\.rawValue)))
    #expect(all(TrendPhrase.self, Evaluation.Trend.allCases.map(\.rawValue)))
    #expect(all(EvaluationOutcomePhrase.self, Evaluation.Outcome.allCases.map(\.rawValue)))
  }
}
