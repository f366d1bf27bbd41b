import Foundation
import Testing

@testable import Registry

/// An order that names an object its sender may not see is answered as if there were none of that number.
@Suite struct HiddenReferenceTests {
  private static let seeds: Range<UInt64> =
    0..<(ProcessInfo.processInfo.environment["INTERLOCAL_NIGHTLY"] == "1" ? 2_000 : 64)

  @Test("what may not be seen is refused as what is not there, wherever an order names it")
  func looksAlike() throws {
    var faults: Set<String> = []
    var pairs = 0
    for seed in Self.seeds {
      var simulation = try Simulation(seed: seed)
      var prober = OrderGenerator(seed: 10_000 + seed, cast: simulation.cast)
      for step in 0..<160 {
        simulation.step()
        guard step % 2 == 0, let proposal = prober.next(in: simulation.record, at: simulation.now) else { continue }
        // Who erases names the content, too: the commitment is known to nobody who may not see the object.
        if proposal.order.kind == .erasure { continue }
        for sender in [proposal.member, prober.pick(prober.cast.members)] {
          let standing = Cast.standing(of: sender, in: simulation.record, secondFactor: simulation.now)
          for (hidden, order, other) in Self.twins(of: proposal.order, standing, in: simulation.record, &prober) {
            let answers = [order, other].map { Self.answer(to: $0, by: standing, simulation) }
            pairs += 1
            if answers[0].replacing("\(hidden)", with: "\(Self.absent(hidden.kind))") != answers[1] {
              let command = String(proposal.order.command.dropFirst(2).prefix { $0 != "\"" })
              faults.insert("\(proposal.order.kind) \(command) by \(sender.name): \(answers)")
            }
          }
        }
      }
    }
    #expect(faults.sorted() == [])
    #expect(pairs > 300)
  }

  @Test(
    "tells the office nothing of an agreement that has not been filed", arguments: ["plan", "trigger", "draft", "open"])
  func concealsAgreements(act: String) throws {
    var region = try SampleRegion()
    let parties = [region.upstream, region.downstream]
    try region.act(Agreement.self, .draft(parties: parties, field: "water", table: nil), as: "upperClerk")
    let appointment = try #require(region.who("social").appointment).id
    func refusal(_ number: Int) throws -> String {
      let agreement = ObjectID(.agreement, number)
      let period = ReportingPeriod(from: CalendarDay("2026-01-01")!, through: CalendarDay("2026-03-31")!)
      let order =
        switch act {
        case "plan":
          Order(Evaluation.self, .plan(agreement: agreement, sort: .final, evaluator: appointment, criteria: []))
        case "trigger":
          Order(
            IncentiveCase.self,
            .trigger(
              agreement: agreement, subject: region.chamber, direction: .sanction, rule: "7",
              trigger: .overdue(commitment: ObjectID(.commitment, 1))))
        case "draft": Order(JointReport.self, .draft(agreement: agreement, period: period))
        default: Order(RegionBooks.self, .open(agreement: agreement, parties: parties, currency: "CNY"))
        }
      var record = region.record
      do throws(Refusal) {
        try record.submit(order, by: region.who("desk"), at: region.now)
        return "accepted"
      } catch { return error.description }
    }
    #expect(try refusal(1) == "there is no AG-1 that you may see; check the number, or ask its parties")
    #expect(try refusal(2) == "there is no AG-2 that you may see; check the number, or ask its parties")
  }

  // MARK: Pairs

  private static func absent(_ kind: ObjectKind) -> ObjectID { ObjectID(kind, 77_777) }

  /// The order with each of its references replaced by one to an object that the sender may not see, and by one to none.
  private static func twins(
    of order: Order, _ standing: Standing, in record: SimulatedRecord, _ chance: inout OrderGenerator
  ) -> [(hidden: ObjectID, Order, Order)] {
    let named = Set(order.command.split(separator: "\"").compactMap { ObjectID(String($0)) }).sorted()
    return named.compactMap { id in
      // An order about a hidden object is refused with its number, whatever else it names.
      let unseen = record.objects.values.filter {
        $0.id.kind == id.kind && $0.id != order.object && !$0.audience.includes(standing)
      }.map(\.id).sorted()
      guard !unseen.isEmpty else { return nil }
      let hidden = chance.pick(unseen)
      func again<T: RecordObject>(_ type: T.Type, _ number: ObjectID) -> Order? {
        let text = order.command.replacing("\"\(id)\"", with: "\"\(number)\"")
        return (try? CanonicalJSON.value(T.Command.self, from: text)).map { Order(type, $0, on: order.object) }
      }
      guard let one = again(order.kind.type, hidden), let other = again(order.kind.type, absent(id.kind)) else {
        return nil
      }
      return (hidden, one, other)
    }
  }

  private static func answer(to order: Order, by standing: Standing, _ simulation: Simulation) -> String {
    let keeper = SaltedKeeper(chance: SystemRandomNumberGenerator())
    do throws(Refusal) {
      let happenings = try order.decide(by: standing, at: simulation.now, reader: simulation.record, keeper: keeper)
      return "accepted: \(happenings.map { "\($0.object) \($0.event.act)" }.joined(separator: ", "))"
    } catch { return error.description }
  }
}
