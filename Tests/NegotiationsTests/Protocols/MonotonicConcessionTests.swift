import Mathematics
import Negotiations
import Testing

@Suite struct MonotonicConcessionTests {
  /// Gains and their products: (10, 1) 10, (8, 4) 32, (6, 6) 36, (4, 8) 32, (1, 10) 10.
  ///
  /// Round 1: they propose 0 and 4; risks (10 − 1)/10 and (10 − 1)/10. Equal: the first concedes, to the outcome best
  /// for itself among those with a product above 10: 1. Round 2: risks (8 − 1)/8 and (10 − 4)/10: the second
  /// concedes, to a product above 32: 2. Round 3: risks (8 − 6)/8 and (6 − 4)/6: the first; no product exceeds 36, so
  /// it goes where they are equal: 2, agreed.
  @Test func zeuthenStepByStep() throws {
    let table = try ProtocolSamples.table([[10, 8, 6, 4, 1], [1, 4, 6, 8, 10]])
    let run = MonotonicConcession().run(on: table, isTraced: true)
    #expect(
      ProtocolSamples.words(run) == [
        "1: 1 proposes 0", "1: 2 proposes 4", "2: 1 concedes 1", "3: 2 concedes 2", "4: 1 concedes 2", "4: 2 accepts 2",
      ])
    #expect(run.worths == [6, 6])
    #expect(MonotonicConcession.risks(of: [0, 4], on: table) == [0.9, 0.9])
    #expect(MonotonicConcession.risks(of: [1, 4], on: table) == [0.875, 0.6])
    #expect(MonotonicConcession.risks(of: [1, 2], on: table) == [0.25, 2.0 / 6])
  }

  @Test("two parties end at the largest product of gains", arguments: UInt64(0)..<200)
  func nashProduct(seed: UInt64) throws {
    let table = try ProtocolSamples.random(seed: seed)
    let run = MonotonicConcession().run(on: table)
    let products = table.zoneOfAgreement().map { outcome in
      zip(table.worths(of: outcome), table.reservations).map { $0 - $1 }.reduce(1, *)
    }
    guard let largest = products.max() else {
      #expect(run.ending == .noZone && run.worths == table.reservations)
      return
    }
    let product = zip(run.worths, table.reservations).map { $0 - $1 }.reduce(1, *)
    #expect(product == largest)
  }

  @Test("nobody takes a concession back, and each concession is one", arguments: UInt64(0)..<20, Concession.allCases)
  func monotone(seed: UInt64, kind: Concession) throws {
    let parties = 2 + Int(seed % 3)
    let table = try ProtocolSamples.random(seed: seed, parties: parties, reservation: 0.25)
    for step in MonotonicConcession.Step.allCases {
      let run = MonotonicConcession(kind: kind, step: step).run(on: table, isTraced: true)
      var last = [Int?](repeating: nil, count: parties)
      for act in run.acts where act.deed == .proposes || act.deed == .concedes {
        let (party, outcome) = (try #require(act.party), try #require(act.outcome))
        let new = table.worths(of: outcome)
        #expect(zip(new, table.reservations).allSatisfy { $0 >= $1 })
        if let old = last[party].map(table.worths(of:)) {
          #expect(new[party] <= old[party])
          if kind == .strong { #expect(new.indices.allSatisfy { $0 == party || new[$0] > old[$0] }) }
          if kind == .pareto { #expect(new.indices.allSatisfy { $0 == party || new[$0] >= old[$0] }) }
        }
        last[party] = outcome
      }
      if let deal = run.deal {
        let proposals = last.compactMap(\.self)
        for (party, proposal) in proposals.enumerated() {
          #expect(table.standpoints[party].worths[deal.outcome] >= table.standpoints[party].worths[proposal])
        }
      } else {
        #expect(run.ending == (table.zoneOfAgreement().isEmpty ? .noZone : .deadlock))
      }
    }
  }

  /// Three parties, three texts, each worth 3 to one party and 1 to the others: nobody can give both others more. But
  /// each can give one more and take nothing from the other: the first goes to text 1 and has nothing left to give,
  /// the second to text 0, and now that both ask for 1 only, the third's text gives everybody as much as its own
  /// proposal.
  @Test func strongConcessionsCanEndInADeadlock() throws {
    let table = try ProtocolSamples.table([[3, 1, 1], [1, 3, 1], [1, 1, 3]])
    let strong = MonotonicConcession(kind: .strong).run(on: table, isTraced: true)
    #expect(strong.ending == .deadlock && strong.worths == [0, 0, 0])
    #expect(
      ProtocolSamples.words(strong) == [
        "1: 1 proposes 0", "1: 2 proposes 1", "1: 3 proposes 2", "2: 1 insists 0", "2: 2 insists 1", "2: 3 insists 2",
      ])
    let pareto = MonotonicConcession(kind: .pareto).run(on: table, isTraced: true)
    #expect(
      ProtocolSamples.words(pareto) == [
        "1: 1 proposes 0", "1: 2 proposes 1", "1: 3 proposes 2", "2: 1 concedes 1", "3: 1 insists 1", "3: 2 concedes 0",
        "3: 1 accepts 2", "3: 2 accepts 2",
      ])
    #expect(pareto.worths == [1, 1, 3])
  }

  @Test func saysWhenNothingSuitsAll() throws {
    let table = try ProtocolSamples.table([[4, 0], [0, 4]], reservations: [1, 1])
    let run = MonotonicConcession().run(on: table, isTraced: true)
    #expect(run.ending == .noZone && run.rounds == 0 && run.acts.isEmpty && run.worths == [1, 1])
  }

  @Test("go the same way in any unit", arguments: [1e-200, 1e-160, 1e160, 1e200])
  func anyUnit(unit: Double) throws {
    let worths: [[Double]] = [[10, 8, 6, 4, 1], [1, 4, 6, 8, 10]]
    for kind in [Concession.strong, .nash, .pareto, .weak] {
      let plain = try ProtocolSamples.table(worths)
      let scaled = try ProtocolSamples.table(worths.map { $0.map { unit * $0 } })
      let runs = [plain, scaled].map {
        MonotonicConcession(kind: kind).run(on: $0, chance: RandomStream(seed: 0), isTraced: true)
      }
      #expect(runs[0].deal?.outcome == 2)
      #expect(runs[0].acts == runs[1].acts && runs[0].ending == runs[1].ending)
    }
  }
}
