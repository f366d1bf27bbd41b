/// The tables of the demonstration: mandates, rounds, silences, sealed positions and packages.
extension DemonstrationPlay {
  /// How far a table comes.
  enum TableEnd { case open, round, suspended, textAgreed, initialled, failed, agreement }

  static let talks: [TableEnd] = [.failed, .suspended, .textAgreed, .initialled, .round, .open]

  /// Convenes a table about a file that is to be negotiated; each ends differently.
  func talk(about file: DocketFile, after day: Int) {
    let end = Self.talks[talksBegun % Self.talks.count]
    talksBegun += 1
    let parties: [Home] = talksBegun % 2 == 0 ? [.lake, .valley] : [.city, .province]
    negotiate(from: day + 2, parties: parties, field: file.field ?? "water", file: file.id, to: end) { _, _ in }
  }

  /// One table from its convening to where it ends; `close` is told the agreement and the story's day.
  func negotiate(
    from day: Int, parties: [Home], field: String, file: ObjectID?, to end: TableEnd,
    close: @escaping (ObjectID, Int) -> Void
  ) {
    let story = DemonstrationStory(self, from: day)
    var table: ObjectID?
    func act(
      _ later: Int, by person: DemonstrationPerson,
      _ command: @escaping (NegotiationTable) throws -> NegotiationTable.Command
    ) {
      story.then(later) {
        let now = try self.read(NegotiationTable.self, table)
        try self.act(NegotiationTable.self, command(now), on: table, by: person)
      }
    }
    story.then {
      table = try self.act(
        NegotiationTable.self, .convene(parties: parties.map(self.cast.id), field: field, file: file), by: self.desk)
    }
    act(2, by: desk) { _ in .admit(organisation: self.cast.id(.commission), seat: .observer) }
    for party in parties {
      act(1, by: lead(party)) { _ in .lodgeMandate(text: "Sample mandate: costs shared, nothing given away. 授权书（示例）。") }
    }
    act(2, by: desk) { _ in .open }
    act(1, by: clerk(parties[0])) { _ in
      .lodgePosition(sort: .position, text: "We can pay for what is measured. 可为可测之果付费。", readers: [])
    }
    act(0, by: lead(parties[1])) { _ in
      .lodgePosition(sort: .reservation, text: "Not below what the work costs. 不低于成本。", readers: [])
    }
    if end == .open { return }
    act(3, by: desk) { _ in .beginRound }
    for (index, title) in ["What we do / 合作内容", "Who pays / 经费", "When we look again / 复核"].enumerated() {
      act(0, by: lead(parties[index % parties.count])) { _ in
        .proposeClause(title: title, text: "Draft clause \(index + 1) of a sample. 条款草案\(index + 1)（示例）。")
      }
    }
    // The first is agreed to by name, the second by silence, the third in a package.
    for party in parties.dropFirst() {
      act(3, by: lead(party)) { .agreeToText(clause: 1, text: $0.clauses[0].wordings[0].text.commit) }
    }
    act(2, by: desk) {
      .putUnderSilence(
        items: [.init(clause: 2, text: $0.clauses[1].wordings[0].text.commit)], until: self.now.later(days: 10))
    }
    act(1, by: lead(parties[0])) { _ in
      .sealPackage(
        terms: [.init(.clause(number: 3), "We look again after two years. 两年后复核。")],
        conditions: ["Only with clause 2. 以第二条为前提。"], readers: [])
    }
    if end == .round {
      act(1, by: lead(parties[0])) { _ in
        .tablePackage(
          package: 1, matters: [.clause(number: 3)], to: parties.dropFirst().map(self.cast.id),
          expires: DemonstrationRegion.ends.later(days: 20), answers: nil)
      }
      return
    }
    if end == .failed {
      act(2, by: lead(parties[1])) { _ in .objectTo(silence: 1, reasons: "The council has not agreed. 议会未同意。") }
      act(2, by: lead(parties[0])) { _ in
        .tablePackage(
          package: 1, matters: [.clause(number: 3)], to: parties.dropFirst().map(self.cast.id),
          expires: self.now.later(days: 30), answers: nil)
      }
      act(3, by: lead(parties[1])) { _ in .rejectPackage(package: 1) }
      act(10, by: desk) { _ in
        .summarise(text: "No common ground on who pays. 经费未达成一致。", embargoEnds: self.now.later(days: 14))
      }
      act(2, by: desk) { _ in .closeWithout(reason: .noCommonGround) }
      return
    }
    act(10, by: lead(parties[0])) { _ in
      .tablePackage(
        package: 1, matters: [.clause(number: 3)], to: parties.dropFirst().map(self.cast.id),
        expires: self.now.later(days: 30), answers: nil)
    }
    for party in parties.dropFirst() { act(3, by: lead(party)) { _ in .acceptPackage(package: 1) } }
    act(1, by: desk) { _ in .closeRound }
    if end == .suspended {
      act(2, by: desk) { _ in
        .suspend(until: DemonstrationRegion.ends.later(days: 60), reason: "Elections in one party. 一方换届。")
      }
      return
    }
    act(2, by: desk) { _ in .agreeText }
    if end == .textAgreed { return }
    for party in parties { act(2, by: lead(party)) { _ in .initial } }
    if end == .initialled { return }
    act(1, by: desk) { _ in
      .summarise(
        text: "The parties agreed on work, money and review. 各方就内容、经费与复核达成一致。", embargoEnds: self.now.later(days: 7))
    }
    act(2, by: desk) { _ in .closeWithAgreement }
    story.then(1) {
      let closed = try self.read(NegotiationTable.self, table)
      if let agreement = closed.agreement { close(agreement, story.day) }
    }
  }
}
