import Testing

@testable import Registry

/// What the declarations of the two life cycles say, without any act.
@Suite struct AgreementLifeCycleTests {
  @Test("of an agreement reaches every stage from its draft, and leaves every one but the archive")
  func agreementStages() { check(Agreement.self, last: [.archived]) }

  @Test("of a commitment reaches every stage from pending, and leaves every one but the two ends")
  func commitmentStages() { check(Commitment.self, last: [.waived, .closed]) }

  private func check<T: RecordObject>(_ type: T.Type, last: Set<T.Stage>) {
    let cycle = T.lifeCycle
    var reached: Set<T.Stage> = [cycle.opening.to!]
    while true {
      let next = Set(cycle.transitions.filter { !reached.isDisjoint(with: $0.from) }.compactMap(\.to))
      if next.isSubset(of: reached) { break }
      reached.formUnion(next)
    }
    #expect(reached == Set(T.Stage.allCases))
    for stage in T.Stage.allCases {
      let leaves = cycle.transitions.contains { $0.from.contains(stage) && $0.to != nil && $0.to != stage }
      #expect(leaves == !last.contains(stage), "\(stage)")
    }
  }

  @Test("asks the same of everybody wherever one act leads to several stages")
  func sharedActs() {
    func shared<T: RecordObject>(_ type: T.Type) -> [String] {
      var differing: [String] = []
      for stage in T.Stage.allCases {
        for act in T.lifeCycle.acts(from: stage) {
          let ways = T.lifeCycle.transitions.filter { $0.act == act && $0.from.contains(stage) }
          let same = ways.allSatisfy { way in
            way.by == ways[0].by && way.power == ways[0].power && way.needsSecondFactor == ways[0].needsSecondFactor
              && way.guards.map(\.name) == ways[0].guards.map(\.name)
          }
          if !same { differing.append("\(stage) \(act)") }
        }
      }
      return differing
    }
    #expect(shared(Agreement.self) == [])
    #expect(shared(Commitment.self) == [])
  }

  @Test("lets only leads with the power to sign, and a second factor, bind or release their organisation")
  func bindingActs() {
    for act in ["sign", "withdrawSignature", "giveNotice", "withdrawNotice", "admit", "accede"] {
      let ways = Agreement.lifeCycle.transitions.filter { $0.act == act }
      #expect(!ways.isEmpty)
      #expect(
        ways.allSatisfy { way in
          way.power == .sign && way.needsSecondFactor && way.by.allSatisfy { $0 == .partyLead || $0 == .subjectLead }
        }, "\(act)")
    }
  }

  @Test("lets nobody but the clock say that it is in force, near its end or over")
  func derivedStages() {
    for act in ["enter", "nearEnd", "remind", "expire", "leave", "terminate", "renew"] {
      let ways = Agreement.lifeCycle.transitions.filter { $0.act == act }
      #expect(!ways.isEmpty && ways.allSatisfy { $0.by == [.clock] }, "\(act)")
    }
  }

  @Test("of a commitment lets go neither what is owed nor what is disputed")
  func fallsAway() throws {
    let due = Instant(milliseconds: 10_000_000_000)
    let made = Commitment.Event.made(
      agreement: ObjectID(.agreement, 1), clause: "2", debtor: ObjectID(.organisation, 1),
      creditors: [ObjectID(.organisation, 2)], measure: "m", due: due, field: "water")
    var commitment = try #require(
      Commitment(opening: made, id: ObjectID(.commitment, 1), by: Author(.clock), at: Instant(milliseconds: 0)))
    #expect(commitment.mayFallAway(at: due.later(by: -1)))
    #expect(!commitment.mayFallAway(at: due))
    commitment.apply(.disputed(dispute: ObjectID(.dispute, 1)), by: Author(.clock), at: Instant(milliseconds: 1))
    #expect(!commitment.mayFallAway(at: due.later(by: -1)))
    commitment.apply(.settled(dispute: ObjectID(.dispute, 1)), by: Author(.clock), at: Instant(milliseconds: 2))
    #expect(commitment.mayFallAway(at: due.later(by: -1)))
    commitment.apply(.reported(report: ObjectID(.partyReport, 1)), by: Author(.clock), at: Instant(milliseconds: 3))
    #expect(!commitment.mayFallAway(at: due.later(by: -1)))
  }
}
