// What time alone brings to an agreement.

extension Agreement {
  /// What the clock does next, and when.
  private enum Due {
    case enter, leave(ObjectID), terminate, nearEnd, remind(days: Int), end
  }

  /// The days before the end on which the parties are told: once by the stage, then by reminders.
  static let alarms = (nearing: 180, reminders: [90, 30])

  /// The earliest of what waits for its moment; of two at the same moment the one that is named first here.
  private var nextDue: (moment: Instant, what: Due)? {
    var waiting: [(moment: Instant, what: Due)] = []
    if let enters = working?.enters, [.filed, .amending, .expiring].contains(stage) {
      waiting.append((enters, .enter))
    }
    if isRunning {
      for notice in notices {
        guard let moment = notice.takesEffect else { continue }
        waiting.append((moment, notice.party.map { .leave($0) } ?? .terminate))
      }
      if let ends {
        if stage == .inForce || stage == .amending {
          waiting.append((ends.later(days: -Self.alarms.nearing), .nearEnd))
        }
        if stage == .expiring {
          for days in Self.alarms.reminders where days < reminded ?? .max {
            waiting.append((ends.later(days: -days), .remind(days: days)))
          }
        }
        waiting.append((ends, .end))
      }
    }
    // Not min(by:): of equals it promises no particular one.
    return waiting.reduce(nil) { best, next in
      guard let best else { return next }
      return next.moment < best.moment ? next : best
    }
  }

  public var wakes: Instant? { nextDue?.moment }

  public func wake(in scene: inout Scene) throws(Refusal) {
    guard let due = nextDue, due.moment <= scene.now else { return }
    switch due.what {
    case .enter: try enter(in: &scene)
    case .leave(let party):
      try scene.permit("leave", on: self)
      let ends = ends(without: party)
      let released = release(ends ? nil : [party], reason: ends ? .agreementEnded : .left(party), in: &scene)
      scene.happen(.left(party: party, ends: ends, released: released), to: self)
    case .terminate:
      try scene.permit("terminate", on: self)
      scene.happen(.terminated(released: release(nil, reason: .agreementTerminated, in: &scene)), to: self)
    case .nearEnd: try scene.act(.endNeared, on: self)
    case .remind(let days):
      // When several have come at once, the last one says it all.
      let passed = Self.alarms.reminders.filter { ends?.later(days: -$0) ?? scene.now <= scene.now }
      try scene.act(.reminded(days: min(days, passed.min() ?? days)), on: self)
    case .end: try end(in: &scene)
    }
  }

  // MARK: Entry into force

  private func enter(in scene: inout Scene) throws(Refusal) {
    try scene.permit("enter", on: self)
    guard let version = working, let entry = version.enters else { return }
    let waived = waiveDropped(by: version, in: &scene)
    let signatories = Self.union(bound, version.signatures.map(\.party))
    let made = makeCommitments(of: version, for: signatories, at: entry, in: &scene)
    scene.happen(.entered(version: version.number, made: made, waived: waived), to: self)
    if let predecessor, let old = scene.object(Agreement.self, predecessor), old.isRunning {
      old.renew(by: id, in: &scene)
    }
  }

  /// Waives the commitments that fall due later and are of duties that the new version drops or changes. What was owed
  /// already stays owed.
  private func waiveDropped(by version: Version, in scene: inout Scene) -> [ObjectID] {
    guard let current else { return [] }
    var waived: [ObjectID] = []
    for commitment in openCommitments(in: scene) {
      guard let duty = commitment.details.duty, commitment.mayFallAway(at: scene.now) else { continue }
      let clause = commitment.clause
      guard version.duty(duty, of: clause) != current.duty(duty, of: clause) else { continue }
      scene.happen(.waived(version: version.number), to: commitment)
      waived.append(commitment.id)
    }
    return waived
  }

  /// Makes the commitments of the duties that `debtors` owe under a version, but for those that it takes over unchanged.
  func makeCommitments(
    of version: Version, for debtors: [ObjectID], at entry: Instant, in scene: inout Scene
  ) -> [Made] {
    var made: [Made] = []
    for clause in version.clauses {
      for duty in clause.duties where debtors.contains(duty.debtor) {
        let isTakenOver =
          current?.number != version.number && bound.contains(duty.debtor)
          && current?.duty(duty.id, of: clause.id) == duty
        guard !isTakenOver else { continue }
        let due = duty.due.moment(entry: entry)
        let commitment = scene.open(
          Commitment.self,
          with: .made(
            agreement: id, clause: clause.id, debtor: duty.debtor, creditors: duty.creditors, measure: duty.measure,
            due: due, field: fieldName,
            details: Commitment.Details(
              version: version.number, duty: duty.id, evidence: duty.evidence, method: duty.method,
              weight: duty.weight, window: duty.window, recurrence: duty.recurrence, firstDue: due)))
        made.append(Made(commitment: commitment, version: version.number, clause: clause.id, duty: duty.id))
      }
    }
    return made
  }

  // MARK: End

  private func end(in scene: inout Scene) throws(Refusal) {
    // A renewal that enters at the same moment takes the place of the end.
    if let successor, let next = scene.object(Agreement.self, successor),
      next.isRunning || next.working?.enters.map({ $0 <= scene.now }) ?? false
    {
      try scene.permit("renew", on: self)
      return renew(by: successor, in: &scene)
    }
    try scene.permit("expire", on: self)
    scene.happen(.expired(released: release(nil, reason: .agreementExpired, in: &scene)), to: self)
  }

  private func renew(by successor: ObjectID, in scene: inout Scene) {
    let released = release(nil, reason: .renewed(as: successor), in: &scene)
    scene.happen(.renewed(successor: successor, released: released), to: self)
  }

  /// Lets go what would fall due after the end, unless its clause outlives the agreement.
  private func release(_ debtors: [ObjectID]?, reason: OwnSentence, in scene: inout Scene) -> [ObjectID] {
    var released: [ObjectID] = []
    for commitment in openCommitments(in: scene) {
      guard debtors?.contains(commitment.debtor) ?? true, commitment.mayFallAway(at: scene.now),
        current?.clause(commitment.clause)?.survives != true
      else { continue }
      scene.happen(.released(reason: reason.description), to: commitment)
      released.append(commitment.id)
    }
    return released
  }

  /// Whether the duty from which a commitment was made binds for another time: it stands in the version in force as it
  /// was, or outlives the agreement.
  func stillOwes(_ commitment: Commitment) -> Bool {
    let clause = commitment.clause
    guard let duty = commitment.details.duty, let current, current.duty(duty, of: clause) != nil else { return false }
    // An amendment that changed the duty has made a commitment of its own.
    let last = commitments.last { $0.clause == clause && $0.duty == duty }
    guard last?.version == commitment.details.version else { return false }
    if current.clause(clause)?.survives == true { return true }
    return isRunning && bound.contains(commitment.debtor)
  }
}
