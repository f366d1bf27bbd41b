@testable import Registry

/// What must hold after every step, whatever was asked and by whom; checked event by event as they come.
struct RecordInvariants {
  private(set) var faults: [String] = []
  /// The stages that events led to, as kind and stage.
  private(set) var reached: Set<String> = []
  private var folded: [ObjectID: any RecordObject]
  private var versions: [ObjectID: Int]
  private var seen = 0
  private var last: Instant
  /// Whether each event and object is written as text and read again.
  private let readsAgain: Bool

  init(of record: SimulatedRecord, readsAgain: Bool) {
    (folded, versions, last) = (record.objects, record.versions, record.last)
    self.readsAgain = readsAgain
  }

  mutating func add(_ fault: String) { faults.append(fault) }

  private mutating func expect(_ holds: Bool, _ sentence: @autoclosure () -> String) {
    if !holds { faults.append(sentence()) }
  }

  // MARK: After a step

  /// Checks the events that a step added.
  mutating func follow(_ record: SimulatedRecord) {
    while seen < record.entries.count {
      let entry = record.entries[seen]
      seen += 1
      expect(entry.at >= last, "\(entry.object): time went back to \(entry.at)")
      last = entry.at
      expect(entry.version == versions[entry.object, default: 0] + 1, "\(entry.object): version \(entry.version)")
      versions[entry.object] = entry.version
      checkAuthor(of: entry, in: record)
      func check<T: RecordObject>(_ after: T) { self.check(after, entry) }
      check(entry.after)
      checkSense(of: entry, in: record)
    }
  }

  /// At the end: rows are what events make, and nothing changed but by events.
  mutating func finish(_ record: SimulatedRecord) {
    expect(folded.count == record.objects.count, "there are objects without events")
    for (id, object) in folded {
      func same<T: RecordObject>(_ folded: T) -> Bool { record.object(T.self, id) == folded }
      expect(same(object), "\(id) is not what its events make")
    }
    expect(versions == record.versions, "versions and events differ")
  }

  /// A refused order leaves nothing behind but what time itself brought.
  mutating func refused(_ refusal: Refusal, since count: Int, in record: SimulatedRecord) {
    expect(record.entries[count...].allSatisfy(\.isClock), "a refused order left events: \(refusal)")
    expect(!refusal.description.isEmpty, "a refusal says nothing")
  }

  /// An accepted order has events of its author.
  mutating func accepted(_ standing: Standing, since count: Int, in record: SimulatedRecord) {
    let own = record.entries[count...].filter { !$0.isClock }
    expect(!own.isEmpty, "an accepted order did nothing")
    expect(own.allSatisfy { $0.author == Author(standing) }, "an event has another author than its order")
  }

  // MARK: Events

  private mutating func check<T: RecordObject>(_ after: T, _ entry: SimulatedRecord.Entry) {
    guard let event = entry.event as? T.Event else { return expect(false, "\(entry.object) has a foreign event") }
    reached.insert("\(T.kind) \(after.stage.rawValue)")
    let cycle = T.lifeCycle
    if let before = entry.before as? T {
      let declared = cycle.transitions.contains {
        $0.act == event.act && $0.from.contains(before.stage) && ($0.to ?? before.stage) == after.stage
      }
      expect(declared, "\(after.id): '\(event.act)' led from '\(before.stage)' to '\(after.stage)'")
      guard var own = folded[after.id] as? T else { return expect(false, "\(after.id) was not there") }
      own.apply(event, by: entry.author, at: entry.at)
      expect(own == after, "\(after.id): its events make another object after '\(event.act)'")
    } else {
      expect(
        event.act == cycle.opening.act && after.stage == cycle.opening.to, "\(after.id) opened by '\(event.act)'")
      let own = T(opening: event, id: after.id, by: entry.author, at: entry.at)
      expect(own == after, "\(after.id): its opening makes another object")
    }
    folded[after.id] = after
    guard readsAgain else { return }
    let again = try? CanonicalJSON.value(T.self, from: CanonicalJSON.text(of: after))
    expect(again == after, "\(after.id) is another one when written and read")
    let event2 = try? CanonicalJSON.value(T.Event.self, from: CanonicalJSON.text(of: event))
    expect(event2 == event, "\(after.id): '\(event.act)' is another one when written and read")
  }

  private mutating func checkAuthor(of entry: SimulatedRecord.Entry, in record: SimulatedRecord) {
    if entry.isClock {
      return expect(entry.author == Author(.clock), "\(entry.object): the clock acted in somebody's name")
    }
    guard let id = entry.author.appointment else {
      let open: [ObjectKind] = [.docketFile, .evaluation]
      return expect(open.contains(entry.object.kind), "\(entry.object): a visitor did '\(entry.event.act)'")
    }
    guard let appointment = record.object(Appointment.self, id) else { return expect(false, "\(id) is unknown") }
    expect(
      appointment.from <= entry.at && entry.at <= appointment.until
        && appointment.organisation
          == entry.author.organisation,
      "\(entry.object): \(id) was not valid at \(entry.at)")
    if let delegation = entry.author.delegation {
      expect(record.object(Delegation.self, delegation)?.to == id, "\(entry.object): \(delegation) is another's")
    }
  }

  // MARK: What the objects mean

  private mutating func checkSense(of entry: SimulatedRecord.Entry, in record: SimulatedRecord) {
    switch entry.after {
    case let file as DocketFile:
      let limit = Int64(record.object(Region.self, ObjectID(.region, 1))!.charter.clarificationLimit)
      expect(file.stoppedFor <= limit * Instant.millisecondsADay, "\(file.id): its clock stopped too long")
      if file.stage == .closed {
        let wasRejected = (entry.before as? DocketFile)?.stage == .rejected
        expect(file.reasons != nil && file.redressUntil != nil, "\(file.id) closed without reasons or redress")
        expect(file.outcome != nil || wasRejected, "\(file.id) closed without an outcome")
      }
    case let books as RegionBooks:
      var sums: [Currency: Int128] = [:]
      for balance in books.books.balances { sums[balance.amount.currency, default: 0] += Int128(balance.amount.minor) }
      expect(sums.values.allSatisfy { $0 == 0 }, "\(books.id) is out of balance")
      for (id, effect) in books.effects {
        expect(books.books[id] != nil, "\(books.id): the effect of \(effect.of) has no entry")
      }
      let grounds = books.effects.values.map(\.ground)
      expect(Set(grounds).count == grounds.count, "\(books.id): one ground has two effects")
    case let verification as Verification:
      if let known = (entry.before as? Verification)?.certificate {
        expect(verification.certificate == known, "\(verification.id): its certificate changed")
      }
      let issued = [.certified, .superseded].contains(verification.stage)
      expect((verification.certificate != nil) == issued, "\(verification.id): certificate and stage differ")
      if let certificate = verification.certificate {
        expect(certificate.monitor != certificate.reviewer, "\(verification.id): nobody else reviewed it")
      }
    case let agreement as Agreement: checkForce(of: agreement, at: entry.at)
    case let incentive as IncentiveCase: checkPayment(of: incentive, in: record)
    case let table as NegotiationTable:
      for clause in table.clauses {
        let whole = clause.wordings.contains { $0.agreedBy == table.parties }
        expect((clause.stage == .agreed) == whole || clause.stage == .withdrawn, "\(table.id): clause \(clause.number)")
      }
      // Within one decision contents follow their parts event by event.
      guard record.version(of: table.id) == entry.version else { break }
      expect(table.dueRelabels.isEmpty, "\(table.id): a content has another audience than the table gives it")
    default: break
    }
  }

  /// An agreement is in force if and only if a version of it was signed, filed and has entered.
  private mutating func checkForce(of agreement: Agreement, at moment: Instant) {
    let isInForce = [.inForce, .amending, .expiring, .suspended].contains(agreement.stage)
    let before: [Agreement.Stage] = [.draft, .legalCheck, .ready, .signing, .signed, .filed]
    if before.contains(agreement.stage) {
      return expect(agreement.current == nil, "\(agreement.id) has a version in force while '\(agreement.stage)'")
    }
    guard isInForce else { return }
    guard let version = agreement.current, version.stage == .inForce, let frozen = version.digest else {
      return expect(false, "\(agreement.id) is '\(agreement.stage)' without a version in force")
    }
    expect(version.filedAt != nil && version.entered.map { $0 <= moment } ?? false, "\(agreement.id) was never filed")
    expect(version.signatures.allSatisfy { $0.digest == frozen }, "\(agreement.id): another text was signed")
    expect(
      version.signatures.count >= min(2, version.terms?.activation ?? 2), "\(agreement.id) is in force unsigned")
    expect(version.missingItems.isEmpty, "\(agreement.id) is in force and incomplete")
    for clause in version.clauses where clause.kind == .obligation {
      let owed = clause.duties.filter { agreement.bound.contains($0.debtor) }
      expect(!clause.duties.isEmpty || clause.excuse != nil, "\(agreement.id): clause \(clause.id) binds to nothing")
      expect(
        owed.allSatisfy { duty in agreement.commitments.contains { $0.clause == clause.id && $0.duty == duty.id } },
        "\(agreement.id): clause \(clause.id) has no commitment")
    }
  }

  /// A payment in effect stands in the books, as an effect of this case, and of no other.
  private mutating func checkPayment(of incentive: IncentiveCase, in record: SimulatedRecord) {
    guard case .payment(_, let id) = incentive.measure, let books = record.object(RegionBooks.self, id) else { return }
    let stands = books.effects.values.filter { $0.of == incentive.id }.count
    let effective = record.object(IncentiveCase.self, incentive.id)?.stage == .effective
    expect(stands == (effective ? 1 : 0), "\(incentive.id): \(stands) payments stand")
  }
}
