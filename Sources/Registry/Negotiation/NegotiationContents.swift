/// Who may read which text of the table: computed from what has been granted, tabled and published.
extension NegotiationTable {
  /// How many texts the table holds.
  var textCount: Int {
    mandates.count + positions.count + otherTexts.count + 2 * amendments.count
      + clauses.reduce(0) { $0 + $1.wordings.count }
      + packages.reduce(0) { $0 + 1 + $1.texts.count + $1.conditions.count }
  }

  /// A text of the table by its commitment, with the audience it has now; nothing when the table never held it.
  ///
  /// A text found in an older event is read through this: the event says who might read it then.
  public func content(_ commit: String) -> Confided? {
    var found: Confided?
    visitContents { content, _ in if content.commit == commit { found = content } }
    return found
  }

  /// The table as a page shows it to somebody: without the positions and sealed packages that the person cannot read, so
  /// that not even their number tells anything. To be shown only: decisions need the whole.
  public func shown(to standing: Standing) -> NegotiationTable {
    var shown = self
    shown.positions.removeAll { !$0.text.audience.includes(standing) }
    shown.packages.removeAll { $0.tabledAt == nil && !$0.outline.audience.includes(standing) }
    return shown
  }

  /// The texts of clauses and amendments as they stand, and of the packages that clauses may take them from.
  var standingTexts: [Confided] {
    clauses.flatMap { $0.wordings.map(\.text) } + amendments.map(\.text) + packages.flatMap(\.texts)
  }

  /// Who reads what a party keeps to itself or to some of its persons, the mediator included where that is granted.
  func audience(_ own: Audience, of party: ObjectID, as disclosure: Disclosure) -> Audience {
    guard let mediation, let grant = mediation.grant(of: party), grant.sees.contains(disclosure) else { return own }
    let persons = own.level == .named ? own.named : grant.readers
    return .named(persons + [mediation.mediator])
  }

  /// The changes of audience that are due: each text whose audience is not what the table now gives it.
  var dueRelabels: [Relabelled] {
    var due: [Relabelled] = []
    visitContents { content, rightful in
      guard content.audience != rightful else { return }
      if let index = due.firstIndex(where: { $0.audience == rightful }) {
        due[index] = Relabelled(due[index].contents + [content.commit], for: rightful)
      } else {
        due.append(Relabelled([content.commit], for: rightful))
      }
    }
    return due
  }

  /// The changes of audience that an event of the table brings about.
  func relabels(after event: Event, at moment: Instant) -> [Relabelled] {
    var next = self
    next.apply(event, by: Author(.clock), at: moment)
    return next.dueRelabels
  }

  mutating func relabel(_ labels: [Relabelled]) {
    guard !labels.isEmpty else { return }
    var audiences: [String: Audience] = [:]
    for label in labels {
      for content in label.contents { audiences[content] = label.audience }
    }
    changeContents { content in
      if let audience = audiences[content.commit] { content = content.relabelled(for: audience) }
    }
  }

  private func visitContents(_ visit: (Confided, Audience) -> Void) {
    for mandate in mandates { visit(mandate.text, audience(.holder(mandate.party), of: mandate.party, as: .mandate)) }
    for position in positions {
      let disclosure = position.sort == .position ? Disclosure.position : .reservation
      visit(position.text, audience(position.own, of: position.party, as: disclosure))
    }
    let table = Audience.parties(participants)
    for clause in clauses {
      for wording in clause.wordings { visit(wording.text, table) }
    }
    for text in otherTexts { visit(text, table) }
    for amendment in amendments {
      visit(amendment.text, table)
      visit(amendment.reasons, table)
    }
    for package in packages {
      let rightful =
        package.tabledAt == nil
        ? audience(.named(package.readers), of: package.sponsor, as: .sealedPackages) : table
      for content in [package.outline] + package.texts + package.conditions { visit(content, rightful) }
    }
    if let summary { visit(summary.text, summary.isPublished ? .everybody : table) }
  }

  private mutating func changeContents(_ change: (inout Confided) -> Void) {
    for index in mandates.indices { change(&mandates[index].text) }
    for index in positions.indices { change(&positions[index].text) }
    for index in clauses.indices {
      for wording in clauses[index].wordings.indices { change(&clauses[index].wordings[wording].text) }
    }
    for index in otherTexts.indices { change(&otherTexts[index]) }
    for index in amendments.indices {
      change(&amendments[index].text)
      change(&amendments[index].reasons)
    }
    for index in packages.indices {
      change(&packages[index].outline)
      for text in packages[index].texts.indices { change(&packages[index].texts[text]) }
      for condition in packages[index].conditions.indices { change(&packages[index].conditions[condition]) }
    }
    if var told = summary?.text {
      change(&told)
      summary?.text = told
    }
  }
}
