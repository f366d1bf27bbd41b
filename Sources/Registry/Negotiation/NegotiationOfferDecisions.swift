/// Decisions about what parties keep to themselves and offer: positions, packages, and what the mediator may see.
extension NegotiationTable {
  /// Decides a command about positions and packages; says no when it is about something else.
  func decideOffer(_ command: Command, in scene: inout Scene) throws(Refusal) -> Bool {
    switch command {
    case .lodgePosition(let sort, let text, let named):
      try scene.permit("lodgePosition", on: self)
      let party = try partyActing(in: scene)
      let own: Audience = named.isEmpty ? .holder(party) : .named(try readers(named, of: party, in: scene))
      let all = audience(own, of: party, as: sort == .position ? .position : .reservation)
      scene.happen(
        .positionLodged(
          position: positions.count + 1, party: party, sort: sort, own: own,
          text: try scene.confide(text, as: "text", for: all)), to: self)
    case .withdrawPosition(let number):
      try scene.permit("withdrawPosition", on: self)
      let party = try partyActing(in: scene)
      // A position of another party is not there, for whoever may not know of it.
      guard positions.indices.contains(number &- 1), positions[number - 1].party == party,
        !positions[number - 1].isWithdrawn
      else {
        throw .invalid(
          field: "position", fault: "your party holds no position \(number)", remedy: "choose one of your own")
      }
      scene.happen(.positionWithdrawn(position: number), to: self)
    case .sealPackage(let terms, let conditions, let named):
      try seal(terms, conditions: conditions, readers: named, in: &scene)
    case .tablePackage(let number, let matters, let addressees, let expires, let answers):
      try tablePackage(
        number, matters: matters, to: addressees, expires: expires, answers: answers, in: &scene)
    case .acceptPackage(let number): try acceptPackage(number, in: &scene)
    case .rejectPackage(let number):
      try scene.permit("rejectPackage", on: self)
      let party = try partyActing(in: scene)
      _ = try addressedPackage(number, to: party, for: "rejectPackage", in: scene)
      scene.happen(.packageRejected(package: number, party: party), to: self)
    case .withdrawPackage(let number):
      try scene.permit("withdrawPackage", on: self)
      let party = try partyActing(in: scene)
      let package = try package(number, for: "withdrawPackage", as: party)
      guard package.sponsor == party else {
        throw .conditionFails(
          "your party offers it", act: "withdrawPackage", remedy: "reject it, or ask \(package.sponsor)")
      }
      try checkNotExpired(package, for: "withdrawPackage", in: scene)
      scene.happen(.packageWithdrawn(package: number), to: self)
    default: return false
    }
    return true
  }

  // MARK: Packages

  private func seal(
    _ terms: [Term], conditions: [String], readers named: [ObjectID], in scene: inout Scene
  ) throws(Refusal) {
    try scene.permit("sealPackage", on: self)
    let party = try partyActing(in: scene)
    try check(terms.map(\.matter), in: scene)
    guard conditions.count <= Limit.terms else {
      throw .invalid(
        field: "conditions", fault: "there are \(conditions.count)", remedy: "state at most \(Limit.terms)")
    }
    let readers = try readers(named, of: party, in: scene)
    let audience = audience(.named(readers), of: party, as: .sealedPackages)
    let outline = try scene.confide(
      OfferPackage.outline(of: terms.map(\.matter)), as: "terms", for: audience)
    var texts: [Confided] = []
    for term in terms { texts.append(try scene.confide(term.text, as: "terms", for: audience)) }
    var kept: [Confided] = []
    for condition in conditions { kept.append(try scene.confide(condition, as: "conditions", for: audience)) }
    scene.happen(
      .packageSealed(
        package: packages.count + 1, sponsor: party, outline: outline, texts: texts, conditions: kept,
        readers: readers), to: self)
  }

  private func tablePackage(
    _ number: Int, matters: [Matter], to addressees: [ObjectID], expires: Instant, answers: Int?,
    in scene: inout Scene
  ) throws(Refusal) {
    try scene.permit("tablePackage", on: self)
    let party = try partyActing(in: scene)
    let package = try package(number, for: "tablePackage", as: party)
    guard package.sponsor == party else {
      throw .conditionFails(
        "your party offers it", act: "tablePackage", remedy: "seal a package of your own")
    }
    guard matters.count == package.texts.count else {
      throw .invalid(
        field: "matters", fault: "there are \(matters.count) for \(package.texts.count) terms",
        remedy: "name one for each term, in the order in which they were sealed")
    }
    try check(matters, in: scene)
    for case .clause(let clause) in matters { _ = try self.clause(clause, for: "tablePackage") }
    guard !addressees.isEmpty, Set(addressees).count == addressees.count,
      addressees.allSatisfy({ parties.contains($0) && $0 != party })
    else {
      throw .invalid(
        field: "to", fault: "nobody is named, or somebody twice or who cannot accept it",
        remedy: "choose among \(parties.filter { $0 != party })")
    }
    try checkToCome(expires, as: "expires", in: scene)
    if let answers {
      guard packages.indices.contains(answers &- 1), packages[answers - 1].tabledAt != nil,
        packages[answers - 1].addressees.contains(party)
      else {
        throw .invalid(
          field: "answers", fault: "no package \(answers) was tabled for your party",
          remedy: "name the package that you answer, or none")
      }
    }
    func event(_ opens: [Relabelled]) -> Event {
      .packageTabled(
        package: number, matters: matters, to: addressees.sorted(), expires: expires, answers: answers, opens: opens)
    }
    scene.happen(event(relabels(after: event([]), at: scene.now)), to: self)
  }

  private func acceptPackage(_ number: Int, in scene: inout Scene) throws(Refusal) {
    try scene.permit("acceptPackage", on: self)
    let party = try partyActing(in: scene)
    let package = try addressedPackage(number, to: party, for: "acceptPackage", in: scene)
    guard !package.acceptedBy.contains(party) else {
      throw .conditionFails(
        "your party has not accepted it yet", act: "acceptPackage",
        remedy: "nothing is left for you to do: the others must accept")
    }
    // Whole or not at all: when one clause can no longer take its term, none does.
    for case .clause(let clause) in package.matters { _ = try self.clause(clause, for: "acceptPackage") }
    scene.happen(.packageAccepted(package: number, party: party), to: self)
  }

  private func check(_ matters: [Matter], in scene: borrowing Scene) throws(Refusal) {
    guard (1...Limit.terms).contains(matters.count), Set(matters).count == matters.count else {
      throw .invalid(
        field: "terms", fault: "there are \(Set(matters).count) different matters in \(matters.count) terms",
        remedy: "settle 1 to \(Limit.terms), each once")
    }
    for matter in matters {
      switch matter {
      case .clause(let number):
        guard clauses.indices.contains(number &- 1) else {
          throw .invalid(
            field: "terms", fault: "there is no clause \(number)", remedy: "propose it first, or name an issue")
        }
      case .issue(let name): _ = try scene.checked(name, as: "terms", limit: 120)
      }
    }
  }

  /// The package with a number. One that another party keeps sealed is not there.
  private func package(_ number: Int, for act: String, as party: ObjectID) throws(Refusal) -> OfferPackage {
    guard packages.indices.contains(number &- 1),
      packages[number - 1].sponsor == party || packages[number - 1].tabledAt != nil
    else {
      let known = packages.filter { $0.sponsor == party || $0.tabledAt != nil }
      throw .invalid(
        field: "package", fault: "there is no package \(number) for you",
        remedy: known.isEmpty
          ? "wait until one is tabled"
          : "choose one of \(known.map(\.number))")
    }
    let package = packages[number - 1]
    try OfferPackage.cycle.permit(act, on: ("package", number), in: package.stage)
    return package
  }

  private func addressedPackage(
    _ number: Int, to party: ObjectID, for act: String, in scene: borrowing Scene
  ) throws(Refusal) -> OfferPackage {
    let package = try package(number, for: act, as: party)
    guard package.addressees.contains(party) else {
      throw .conditionFails(
        "the package is for your party", act: act,
        remedy: "it is for \(package.addressees)")
    }
    try checkNotExpired(package, for: act, in: scene)
    return package
  }

  /// Also when the clock has not run yet: at its last moment a package has expired.
  private func checkNotExpired(
    _ package: OfferPackage, for act: String, in scene: borrowing Scene
  ) throws(Refusal) {
    guard let expires = package.expires, expires <= scene.now else { return }
    throw .conditionFails(
      "the package has not expired", act: act,
      remedy: "it expired at \(expires); ask \(package.sponsor) for a new one")
  }

  // MARK: The mediator

  /// Decides a command about the mediator; says no when it is about something else.
  func decideMediation(_ command: Command, in scene: inout Scene) throws(Refusal) -> Bool {
    switch command {
    case .nameMediator(let id):
      try scene.permit("nameMediator", on: self)
      guard let appointment = scene.object(Appointment.self, id) else { throw .notFound(id) }
      guard appointment.role == .mediator, appointment.isValid(at: scene.now) else {
        throw .invalid(
          field: "appointment", fault: "\(id) is no mediator now", remedy: "name somebody appointed as one")
      }
      guard !parties.contains(appointment.organisation) else {
        throw .invalid(
          field: "appointment", fault: "\(id) belongs to the party \(appointment.organisation)",
          remedy: "name somebody who belongs to none")
      }
      func event(_ closes: [Relabelled]) -> Event {
        .mediatorNamed(mediator: id, organisation: appointment.organisation, closes: closes)
      }
      scene.happen(event(relabels(after: event([]), at: scene.now)), to: self)
    case .grantMediator(let sees, let named):
      try scene.permit("grantMediator", on: self)
      let party = try partyActing(in: scene)
      let readers = try readers(named, of: party, in: scene)
      func event(_ opens: [Relabelled]) -> Event {
        .mediatorGranted(
          party: party, sees: Set(sees).sorted { $0.rawValue < $1.rawValue }, readers: readers, opens: opens)
      }
      scene.happen(event(relabels(after: event([]), at: scene.now)), to: self)
      if let table = scene.object(NegotiationTable.self, id), let mediation = table.mediation, !mediation.isSeated,
        parties.allSatisfy({ mediation.grant(of: $0) != nil })
      {
        let opens = table.relabels(after: .mediatorSeated(opens: []), at: scene.now)
        try scene.act(.mediatorSeated(opens: opens), on: table)
      }
    case .revokeMediator:
      try scene.permit("revokeMediator", on: self)
      let party = try partyActing(in: scene)
      let closes = relabels(after: .mediatorRevoked(party: party, closes: []), at: scene.now)
      scene.happen(.mediatorRevoked(party: party, closes: closes), to: self)
    default: return false
    }
    return true
  }
}
