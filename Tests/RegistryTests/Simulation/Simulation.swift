import Foundation

@testable import Registry

/// A history from a seed: people ask for things, time passes, the machine's clock errs; checked after each step.
struct Simulation {
  private(set) var record: SimulatedRecord
  private(set) var invariants: RecordInvariants
  private(set) var acceptedCount = 0
  /// How many refusals of each kind there were.
  private(set) var refusals: [String: Int] = [:]
  let cast: Cast
  private let seed: UInt64
  private var machine: Instant
  private var generator: OrderGenerator
  private var steps: [String] = []
  private var sent: [OrderGenerator.Proposal] = []
  /// The last order that was accepted.
  private(set) var lastAccepted: (order: Order, standing: Standing)?

  /// The region in which all histories begin.
  private static let beginning: Result<(SampleRegion, Cast), any Error> = Result {
    var region = try SampleRegion()
    let cast = try Cast(of: &region)
    return (region, cast)
  }

  init(seed: UInt64, readsAgain: Bool = false) throws {
    let (region, cast) = try Self.beginning.get()
    (self.seed, machine) = (seed, region.now)
    record = SimulatedRecord(of: region.record)
    invariants = RecordInvariants(of: record, readsAgain: readsAgain)
    self.cast = cast
    generator = OrderGenerator(seed: seed, cast: cast)
  }

  /// What time it is in the record.
  var now: Instant { record.moment(machine) }

  /// Everything that did not hold, with the steps that led there; nothing when all did.
  var report: String? {
    guard let first = invariants.faults.first else { return nil }
    return
      (["seed \(seed): \(first)", "last steps:"] + steps.suffix(12)
      + ["repeat it alone with INTERLOCAL_SEED=\(seed)"]).joined(separator: "\n")
  }

  mutating func run(steps count: Int) {
    for _ in 0..<count where invariants.faults.isEmpty { step() }
    invariants.finish(record)
  }

  mutating func step() {
    switch generator.any(16) {
    case 0: jump()
    case 1: if let last = sent.last { send(last) }
    case 2 where sent.count > 3: send(sent[sent.count - 1 - generator.any(min(20, sent.count))])
    default:
      guard let proposal = generator.next(in: record, at: record.moment(machine)) else { return }
      sent.append(proposal)
      send(proposal)
    }
    invariants.follow(record)
  }

  /// Forward by milliseconds to months, to the edge of a deadline, or the machine's clock back.
  private mutating func jump() {
    let now = record.moment(machine)
    switch generator.any(8) {
    case 0: machine = now.later(by: -Int64(generator.any(2_000_000_000)))
    case 1: machine = now.later(by: Int64(1 + generator.any(1000)))
    case 2: machine = now.later(days: generator.any(120))
    case 3, 4, 5:
      // A deadline, a millisecond before it, or after.
      let waiting = record.objects.values.filter { $0.wakes.map { now < $0 } ?? false && $0.id.kind != .appointment }
        .sorted { $0.id < $1.id }.filter { $0.id.kind != .delegation }
      guard !waiting.isEmpty else { return }
      machine = generator.pick(waiting).wakes!.later(by: Int64(generator.any(3)) - 1)
    default: machine = now.later(by: Int64(generator.any(1_000_000_000)))
    }
    note("clock: \(machine)")
    guard generator.one(in: 2) else { return }
    do { try record.advance(to: machine) } catch { invariants.add("time itself was refused: \(error)") }
  }

  private mutating func note(_ step: String) {
    steps.append(step)
    if steps.count > 24 { steps.removeFirst(12) }
  }

  private mutating func send(_ proposal: OrderGenerator.Proposal) {
    let now = record.moment(machine)
    let standing = Cast.standing(
      of: proposal.member, in: record, secondFactor: proposal.isFresh ? now : now.later(by: -700_000))
    let count = record.entries.count
    let order = proposal.order
    let visible = order.object.map { sees($0, standing) } ?? true
    let name = "\(proposal.member.name): \(order.object?.description ?? "new") \(order.command.prefix(160))"
    do throws(Refusal) {
      try record.submit(order, by: standing, at: machine)
      note("\(name) -> \(record.entries[count...].map { "\($0.object) \($0.event.act)" }.joined(separator: ", "))")
      acceptedCount += 1
      lastAccepted = (order, standing)
      invariants.accepted(standing, since: count, in: record)
    } catch {
      note("\(name) refused: \(String(describing: error).prefix(200))")
      refusals[Self.kind(of: error), default: 0] += 1
      invariants.refused(error, since: count, in: record)
      if !visible, let id = order.object, !sees(id, standing) { invariants.concealed(error, id) }
    }
  }

  private func sees(_ id: ObjectID, _ standing: Standing) -> Bool {
    record.objects[id].map { $0.audience.includes(standing) } ?? false
  }

  private static func kind(of refusal: Refusal) -> String {
    switch refusal {
    case .notFound: "not found"
    case .outdated: "outdated"
    case .notNow: "not now"
    case .notEntitled: "not entitled"
    case .powerMissing: "power missing"
    case .secondFactorMissing: "second factor missing"
    case .conditionFails: "condition fails"
    case .invalid: "invalid"
    case .appointmentNotValid: "appointment not valid"
    case .keyReused: "key reused"
    case .unavailable: "unavailable"
    case .unconfirmed: "unconfirmed"
    }
  }
}

extension RecordInvariants {
  /// Who may not see an object learns nothing of it, not even that it is there.
  mutating func concealed(_ refusal: Refusal, _ id: ObjectID) {
    switch refusal {
    case .notFound, .appointmentNotValid: break
    default: add("\(id) showed itself to somebody whom it is not for: \(refusal)")
    }
  }
}
