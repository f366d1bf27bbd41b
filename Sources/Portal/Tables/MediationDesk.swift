import Negotiations
import Registry

/// What the mediator of a table suggests: of each clause in brackets one wording, chosen from what the parties confide to
/// the mediator and to nobody else.
///
/// It is worked out from the record as the mediator may read it, and for the mediator alone. Nothing of it leaves the
/// mediator's page but by the mediator's own act, and then no more than the wordings themselves.
struct MediationDesk {
  /// How far a party's points are known.
  enum Readiness: Equatable {
    /// It has not granted both its positions and its reservation.
    case notGranted
    /// Points for some wordings are missing, as many as told; or they are for words that have changed.
    case missing(Int)
    case noReservation
    /// A line that begins like points and is none.
    case unreadable(String)
    case ready
  }

  /// What came of it.
  enum Outcome: Equatable {
    /// The commitments of one wording for each clause in brackets, in the order of the clauses.
    case text([String])
    /// No choice of wordings leaves everybody at its reservation.
    case nothingForAll
    /// No choice of wordings gives one party more, and none less, than the agreement in force.
    case nothingBetter
    /// Not every party's points are known, or nothing is in brackets.
    case notYet
    /// There are too many combinations to search.
    case tooMany
  }

  let clauses: [NegotiationTable.Clause]
  let readiness: [(party: ObjectID, state: Readiness)]
  let outcome: Outcome
  /// What the suggestion can at most tell about all preferences together, in bits.
  let bits: Double

  /// - Parameters:
  ///   - table: as the mediator is shown it.
  ///   - deal: the wordings that are in force between the parties, by clause in brackets; nothing where the mediator does
  ///     not start from an agreement.
  ///   - words: the words of a sealed position; nothing where they are not for the mediator.
  init(_ table: NegotiationTable, from deal: [Int]? = nil, words: (NegotiationTable.SealedPosition) -> String?) {
    clauses = table.brackets
    var states: [(party: ObjectID, state: Readiness)] = []
    var stated: [StatedPoints] = []
    for party in table.parties {
      let sees = table.mediation?.grant(of: party)?.sees ?? []
      let texts = table.positions.filter { $0.party == party && !$0.isWithdrawn }.compactMap(words)
      let points = StatedPoints(texts)
      stated.append(points)
      let isGranted = sees.contains(.position) && sees.contains(.reservation)
      states.append((party, isGranted ? Self.readiness(points, clauses) : .notGranted))
    }
    readiness = states
    (outcome, bits) = Self.suggestion(
      stated, states.allSatisfy { $0.state == .ready }, clauses, table.parties, from: deal)
  }

  private static func readiness(_ points: StatedPoints, _ clauses: [NegotiationTable.Clause]) -> Readiness {
    if let fault = points.faults.first { return .unreadable(fault) }
    let missing = clauses.reduce(0) { sum, clause in
      sum + clause.wordings.count { points.worth(of: $0.text.commit, in: clause.number) == nil }
    }
    guard missing == 0 else { return .missing(missing) }
    return points.reservation == nil ? .noReservation : .ready
  }

  /// The fairest text there is: the smallest relative gain over the reservations as large as can be, and no other text
  /// that gives one party more and none less. From a deal in force the gains are counted, and nobody loses any of it
  /// (post-settlement settlement: Raiffa 1985, Negotiation J. 1, 9–12).
  private static func suggestion(
    _ stated: [StatedPoints], _ areReady: Bool, _ clauses: [NegotiationTable.Clause], _ parties: [ObjectID],
    from deal: [Int]?
  ) -> (Outcome, Double) {
    guard areReady, !clauses.isEmpty else { return (.notYet, 0) }
    do throws(NegotiationError) {
      var issues: [Issue] = []
      for clause in clauses {
        issues.append(
          try Issue("clause \(clause.number)", .choices(clause.wordings.map(\.text.commit))))
      }
      let agenda = try Agenda(issues)
      var sealed: [SealedPreferences] = []
      for (party, points) in zip(parties, stated) {
        let worths = clauses.map { clause in
          clause.wordings.map { points.worth(of: $0.text.commit, in: clause.number) ?? 0 }
        }
        let preferences = Preferences(
          party: party.description, worths: worths, reservation: points.leastTotal ?? 0)
        sealed.append(try SealedPreferences(preferences, on: agenda))
      }
      // A page that is looked at must be there at once: what takes longer than a moment is given up.
      var mediator = try Mediator(between: sealed, signed: deal, stepLimit: 500_000)
      guard let package = try mediator.suggestText() else {
        return (deal == nil ? .nothingForAll : .nothingBetter, mediator.disclosedBits)
      }
      let wordings = zip(clauses, package).map { $0.wordings[$1].text.commit }
      return (.text(wordings), mediator.disclosedBits)
    } catch {
      return (.tooMany, 0)
    }
  }
}
