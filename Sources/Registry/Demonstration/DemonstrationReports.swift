/// The reports of the demonstration, and the checks of the monitoring institute.
extension DemonstrationPlay {
  /// Which first reports the institute checks: with their joint reports these are the certificates.
  static let checked = ["water", "tax", "emergency", "services", "ferry", "patrol"]

  /// Has every party report in its terms, and the office join what is certified.
  func report(_ bargain: Bargain, on agreement: ObjectID, from day: Int) {
    let entry = now
    for (round, days) in bargain.reports.enumerated() {
      let period = ReportingPeriod(
        from: DemonstrationRegion.calendar.day(of: entry.later(days: round == 0 ? 0 : bargain.reports[round - 1])),
        through: DemonstrationRegion.calendar.day(of: entry.later(days: days - 1)))
      for (index, party) in bargain.parties.enumerated() {
        let story = DemonstrationStory(self, from: day)
        story.wait(calendarDays: days + index)
        story.then {
          try self.report(
            bargain, by: party, index: index, on: agreement, period: period, isChecked: round == 0, from: story.day)
        }
      }
      if round == 0, Self.checked.contains(bargain.name) {
        join(bargain, on: agreement, period: period, from: day, after: days + 60)
      }
    }
  }

  private func report(
    _ bargain: Bargain, by party: Home, index: Int, on agreement: ObjectID, period: ReportingPeriod, isChecked: Bool,
    from day: Int
  ) throws {
    let open = try commitments(of: agreement).filter {
      $0.debtor == cast.id(party) && [.pending, .due, .overdue].contains($0.stage)
        && $0.due <= now.later(days: 30)
    }
    // One in seven forgets the latest duty: it is late.
    let told = open.count > 1 && draw(below: 7) == 0 ? Array(open.dropLast()) : open
    if told.isEmpty { return }
    let report = try act(PartyReport.self, .draft(agreement: agreement, period: period), by: clerk(party))
    let story = DemonstrationStory(self, from: day + 1)
    for commitment in told {
      let isLate = commitment.stage == .overdue
      let figure = ReportedFigure(Int64(80 + draw(below: 41)), "percent")
      story.then {
        guard try self.read(Commitment.self, commitment.id).isOpen else { return }
        try self.act(
          PartyReport.self,
          .addItem(
            commitment: commitment.id,
            entry: .init(
              figure: figure, narrative: "Sample: done as the clause says. 已按条款完成（示例）。",
              deviations: isLate ? [.init(.delay, reason: "The contractor came late. 施工延误。")] : [])),
          on: report, by: self.clerk(party))
      }
    }
    story.then(2) {
      guard try !self.read(PartyReport.self, report).items.isEmpty else { return }
      try self.act(PartyReport.self, .submit, on: report, by: self.lead(party))
      if isChecked, Self.checked.contains(bargain.name) {
        self.verify(report, of: "\(bargain.name) \(index)", from: story.day + 3)
      }
    }
  }

  /// The commitments of an agreement, each followed to the one that is owed now.
  func commitments(of agreement: ObjectID) throws -> [Commitment] {
    try read(Agreement.self, agreement).commitments.map { made in
      var commitment = try read(Commitment.self, made.commitment)
      while let next = commitment.next { commitment = try read(Commitment.self, next) }
      return commitment
    }
  }

  /// What the institute finds, by the report: most duties are met.
  private func result(of check: String) -> VerifiedResult {
    switch check {
    case "ferry 1": .notMet
    case "services 1": .partlyMet
    default: .met
    }
  }

  private func verify(_ report: ObjectID, of check: String, from day: Int) {
    let story = DemonstrationStory(self, from: day)
    let (monitor, reviewer) = (
      cast.person(.monitor, of: .institute), cast.person(.monitor, of: .institute, number: 2)
    )
    let isParty = report.kind == .partyReport
    var verification: ObjectID?
    func act(
      _ later: Int, by person: DemonstrationPerson, _ command: @escaping (Verification) throws -> Verification.Command
    ) {
      story.then(later) {
        let now = try self.read(Verification.self, verification)
        try self.act(Verification.self, command(now), on: verification, by: person)
      }
    }
    story.then {
      verification = try self.act(
        Verification.self,
        .assign(
          of: report, monitor: self.cast.appointment(.monitor, of: .institute),
          seed: SamplingSeed(UInt64(self.draw(below: 1_000_000))), sampleSize: 1), by: self.guide)
    }
    act(2, by: monitor) { _ in .accept(interests: ["None. 无利益关系。"]) }
    act(1, by: monitor) { _ in .begin }
    story.then(4) {
      for item in try self.read(Verification.self, verification).sample {
        try self.act(
          Verification.self, .check(check: .init(item: item, method: .onTheSpot, outcome: .confirmed)),
          on: verification, by: monitor)
      }
      guard isParty else { return }
      for (index, commitment) in try self.read(PartyReport.self, report).commitments.enumerated() {
        try self.act(
          Verification.self, .assess(result: .init(commitment, index == 0 ? self.result(of: check) : .met)),
          on: verification, by: monitor)
      }
    }
    let hasFinding = result(of: check) != .met
    if hasFinding {
      act(1, by: monitor) { _ in
        .find(
          item: 1, severity: .major, text: "Half of what was promised is there. 仅完成约半。", exhibits: [], due: nil)
      }
    }
    act(1, by: monitor) { _ in .concludeFindings }
    act(1, by: monitor) { _ in .openReply }
    act(12, by: reviewer) { _ in .review }
    act(2, by: monitor) { _ in .certify(opinion: "Sample opinion: the report says what we found. 报告与核查一致（示例）。") }
    guard isParty else { return }
    story.then {
      if let verification { self.certificates[check] = verification }
      self.judge(check, from: story.day + 2)
    }
    // The office closes what was met; what was not stays open to be made good.
    story.then(15) {
      for id in try self.read(PartyReport.self, report).commitments {
        let commitment = try self.read(Commitment.self, id)
        guard commitment.stage == .verifiedMet, !commitment.isDisputed else { continue }
        try self.act(Commitment.self, .close(remark: "Met, as certified. 经核证已履行。"), on: id, by: self.desk)
      }
    }
  }

  private func join(
    _ bargain: Bargain, on agreement: ObjectID, period: ReportingPeriod, from day: Int, after days: Int
  ) {
    let story = DemonstrationStory(self, from: day)
    story.wait(calendarDays: days)
    var joint: ObjectID?
    func act(_ later: Int, _ command: @escaping () throws -> JointReport.Command) {
      story.then(later) {
        try self.act(JointReport.self, command(), on: joint, by: self.desk)
      }
    }
    story.then {
      joint = try self.act(JointReport.self, .draft(agreement: agreement, period: period), by: self.desk)
    }
    act(1) { .summarise(text: "Sample: where the parties stand. 各方进展（示例）。") }
    story.then(1) {
      var taken = 0
      for case let report as PartyReport in try self.all(of: .partyReport)
      where report.agreement == agreement && report.stage == .certified {
        try self.act(JointReport.self, .takeIn(report: report.id), on: joint, by: self.desk)
        taken += 1
      }
      guard taken > 0 else { return }
      try self.act(JointReport.self, .submit, on: joint, by: self.desk)
      if bargain.name == "water" || bargain.name == "services", let joint {
        self.verify(joint, of: "\(bargain.name) joint", from: story.day + 3)
      }
    }
  }
}
