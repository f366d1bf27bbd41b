extension Verification {
  public static func decide(_ command: Command, on id: ObjectID?, in scene: inout Scene) throws(Refusal) {
    if case .assign(let of, let monitor, let seed, let size) = command {
      return try assign(of, to: monitor, seed: seed, size: size, in: &scene)
    }
    let verification = try scene.visible(Verification.self, id)
    guard let report = VerifiedReport(verification.of, in: scene) else { throw .notFound(verification.of) }
    try scene.permit(verification.act(of: command), on: verification)
    switch command {
    case .certify(let opinion): try verification.certify(report, opinion: opinion, in: &scene)
    case .begin:
      scene.happen(
        .begun(sample: verification.drawn(from: report), supersedes: report.certifiedBy), to: verification)
      report.begin(verification, in: &scene)
    case .withdraw(let reason):
      let reason = try scene.checked(reason, as: "reason", limit: 500)
      scene.happen(.withdrawn(reason: reason), to: verification)
      report.end(verification, in: &scene)
    default:
      scene.happen(try verification.event(of: command, report: report, in: &scene), to: verification)
    }
  }

  private func act(of command: Command) -> String {
    switch command {
    case .assign: "assign"
    case .accept: "accept"
    case .decline: "decline"
    case .begin: "begin"
    case .check: "check"
    case .find: "find"
    case .dropFinding: "dropFinding"
    case .assess: "assess"
    case .concludeFindings: "concludeFindings"
    case .openReply: "openReply"
    case .reply: "reply"
    case .review: "review"
    case .rework: "rework"
    case .certify: "certify"
    case .findLater: "findLater"
    case .withdraw: "withdraw"
    }
  }

  // MARK: Assigning

  private static func assign(
    _ of: ObjectID, to monitor: ObjectID, seed: SamplingSeed, size: Int, in scene: inout Scene
  ) throws(Refusal) {
    // A report that the person may not see looks like one that is not there.
    if of.kind == .jointReport {
      _ = try scene.visible(JointReport.self, of)
    } else {
      _ = try scene.visible(PartyReport.self, of)
    }
    guard let report = VerifiedReport(of, in: scene) else { throw .notFound(of) }
    try scene.permitOpening(Verification.self, field: report.field)
    guard report.isSubmitted else {
      throw .conditionFails(
        "the report is submitted", act: "assign", remedy: "wait until \(of) is submitted: it is \(report.stage)")
    }
    guard let own = scene.standing.organisation?.id, own != report.party else {
      throw .conditionFails(
        "nobody assigns the own check", act: "assign", remedy: "have a member of another party assign the monitor")
    }
    guard let appointment = scene.object(Appointment.self, monitor), appointment.role == .monitor,
      appointment.isValid(at: scene.now)
    else {
      throw .invalid(
        field: "monitor", fault: "\(monitor) is no monitor now", remedy: "name a valid appointment of a monitor")
    }
    let institution = appointment.organisation
    if let conflict = conflict(of: institution, under: report.agreement, in: scene) {
      throw .conditionFails(
        "the institution has no interest in the agreement", act: "assign",
        remedy: "\(conflict); assign another institution")
    }
    guard (1...min(report.population.count, sampleLimit)).contains(size) else {
      throw .invalid(
        field: "sampleSize", fault: "\(size) cannot be drawn",
        remedy: "give 1 to \(min(report.population.count, sampleLimit))")
    }
    let parties = scene.object(Agreement.self, report.agreement)?.parties ?? []
    scene.open(
      Verification.self,
      with: .assigned(
        of: of, monitor: monitor, field: report.field, institution: institution, agreement: report.agreement,
        subjects: report.party.map { [$0] } ?? parties.sorted(),
        readers: Set(parties + [institution, own]).sorted(), seed: seed, sampleSize: size))
  }

  /// What must be checked: the items that deviate, and as many of the others as the size says, by the seed.
  private func drawn(from report: VerifiedReport) -> [Int] {
    let others = report.population.filter { !report.certain.contains($0) }
    return (report.certain + seed.sample(sampleSize, of: others)).sorted()
  }

  // MARK: Working

  /// The events that touch the verification alone.
  private func event(
    of command: Command, report: VerifiedReport, in scene: inout Scene
  ) throws(Refusal) -> Event {
    switch command {
    case .assign, .begin, .certify, .withdraw: preconditionFailure("decided with the report")
    case .accept(let interests): return .accepted(interests: try declared(interests, in: &scene))
    case .decline(let reason): return .declined(reason: try scene.checked(reason, as: "reason", limit: 500))
    case .check(let check): return .checked(check: try checked(check, of: report, in: scene))
    case .find(let item, let severity, let text, let exhibits, let due):
      return .found(
        finding: try finding(item, severity, text: text, exhibits: exhibits, due: due, of: report, in: &scene))
    case .findLater(let item, let severity, let text, let exhibits, let due):
      return .foundLater(
        finding: try finding(item, severity, text: text, exhibits: exhibits, due: due, of: report, in: &scene))
    case .dropFinding(let number, let reason):
      return .findingDropped(
        finding: try finding(number).id, reason: try scene.checked(reason, as: "reason", limit: 500))
    case .assess(let result):
      guard report.commitments.contains(result.commitment) else {
        throw .invalid(
          field: "commitment", fault: "\(report.id) does not report on \(result.commitment)",
          remedy: report.commitments.isEmpty
            ? "leave results to the party reports"
            : "choose one of \(report.commitments)")
      }
      return .assessed(result: result)
    case .concludeFindings: return .findingsConcluded(submission: report.submissions)
    case .openReply:
      let calendar = scene.region?.charter.calendar ?? WorkingCalendar(zone: "UTC", version: "none")
      return .replyOpened(until: calendar.deadline(from: scene.now, workingDays: Self.replyWithin))
    case .reply(let number, let text):
      let id = try finding(number).id
      return .replied(finding: id, text: try scene.confide(text, as: "text", for: audience, limit: 8000))
    case .review: return .reviewed
    case .rework(let reason):
      return .reworked(
        reason: try scene.checked(reason, as: "reason", limit: 500), sample: drawn(from: report))
    }
  }

  /// For those who read the verification, until the certificate opens them to everybody.
  private func declared(_ interests: [String], in scene: inout Scene) throws(Refusal) -> [Confided] {
    guard interests.count <= Self.interestLimit else {
      throw .invalid(
        field: "interests", fault: "there are \(interests.count), at most \(Self.interestLimit) fit",
        remedy: "join those that belong together, or decline")
    }
    var confided: [Confided] = []
    for interest in interests {
      confided.append(try scene.confide(interest, as: "interests", for: audience, limit: 1000))
    }
    return confided
  }

  private func checked(
    _ check: Check, of report: VerifiedReport, in scene: borrowing Scene
  ) throws(Refusal) -> Check {
    try known(check.item, in: report)
    // More than the sample may be checked, but a record has bounds.
    guard checks.count < 2 * Self.sampleLimit || checks.contains(where: { $0.item == check.item }) else {
      throw .invalid(
        field: "item", fault: "\(checks.count) items are checked already", remedy: "put the rest into a finding")
    }
    guard (check.outcome == .differs) == (check.found != nil) else {
      throw .invalid(
        field: "found", fault: "an amount is given when, and only when, it differs",
        remedy: "write the amount that was found, or another outcome")
    }
    if let found = check.found { _ = try scene.checked(ReportedFigure(found, "1"), as: "found") }
    _ = try Exhibit.checked(check.exhibits, limit: 2, in: scene)
    return check
  }

  private func known(_ item: Int, in report: VerifiedReport) throws(Refusal) {
    guard report.population.contains(item) else {
      throw .invalid(
        field: "item", fault: "\(report.id) has no item \(item)",
        remedy: "choose a number from \(report.population.first ?? 1) to \(report.population.last ?? 1)")
    }
  }

  private func finding(_ number: Int) throws(Refusal) -> Finding {
    guard let finding = findings.first(where: { $0.id == number }) else {
      throw .invalid(
        field: "finding", fault: "there is no finding \(number)",
        remedy: findings.isEmpty
          ? "there are none" : "choose one of \(findings.map(\.id))")
    }
    return finding
  }

  private func finding(
    _ item: Int?, _ severity: Severity, text: String, exhibits: [Exhibit], due: CalendarDay?,
    of report: VerifiedReport, in scene: inout Scene
  ) throws(Refusal) -> Finding {
    if let item { try known(item, in: report) }
    guard allFindings.count < Self.findingLimit else {
      throw .invalid(
        field: "finding", fault: "there are \(Self.findingLimit) findings already",
        remedy: "join those that belong together")
    }
    let exhibits = try Exhibit.checked(exhibits, limit: 2, in: scene)
    // Nothing negative is public before those concerned could answer; afterwards the opinion tells it.
    let text = try scene.confide(text, as: "text", for: readers(in: scene), limit: 8000)
    return Finding(
      id: findingsEver + 1, item: item, severity: severity, text: text, exhibits: exhibits, due: due, reply: nil)
  }

  /// The parties of the agreement and the institution: who reads findings and replies, also after the certificate.
  private func readers(in scene: borrowing Scene) -> Audience {
    guard audience.level == .everybody else { return audience }
    let parties = scene.object(Agreement.self, agreement)?.parties ?? subjects
    return .parties(parties + [institution])
  }

  // MARK: Certifying

  private func certify(_ report: VerifiedReport, opinion: String, in scene: inout Scene) throws(Refusal) {
    let opinion = try scene.confide(opinion, as: "opinion", for: .everybody)
    guard let reviewer else { preconditionFailure("\(id) is reviewed by nobody") }
    let certificate = Certificate(
      number: "CT-\(id.number)", report: of, agreement: agreement, agreementVersion: report.agreementVersion,
      period: report.period, institution: institution, monitor: monitor, reviewer: reviewer,
      interests: interests.map { $0.opened(to: .everybody) },
      seed: seed, sample: sample, checks: checks, findings: findings, results: results, figures: report.figures,
      opinion: opinion, supersedes: supersedes, issued: scene.now)
    scene.happen(.certified(certificate: certificate), to: self)
    for entry in results {
      guard let commitment = scene.object(Commitment.self, entry.commitment) else { throw .notFound(entry.commitment) }
      guard commitment.stage != .waived, commitment.stage != .closed else { continue }
      scene.happen(.verified(result: entry.result, certificate: id), to: commitment)
    }
    report.certify(by: self, in: &scene)
    if let supersedes, let old = scene.object(Verification.self, supersedes) {
      scene.happen(.superseded(by: id), to: old)
    }
  }

  public func wake(in scene: inout Scene) throws(Refusal) {
    try scene.act(.replyClosed, on: self)
  }
}
