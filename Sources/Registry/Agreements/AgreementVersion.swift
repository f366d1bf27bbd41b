extension Agreement {
  /// How far a version has come.
  public enum VersionStage: String, Codable, Hashable, CaseIterable, Sendable {
    case draft, legalCheck, ready, signing, signed, filed, inForce, superseded, ended, discarded

    /// Whether the version is still being prepared.
    public var isInPreparation: Bool {
      switch self {
      case .draft, .legalCheck, .ready, .signing, .signed, .filed: true
      case .inForce, .superseded, .ended, .discarded: false
      }
    }

    /// Whether its text may still be written, at the price of the signatures.
    var isWritable: Bool {
      switch self {
      case .draft, .legalCheck, .ready, .signing: true
      default: false
      }
    }
  }

  /// What the parties settle about the agreement itself.
  public struct Terms: Codable, Hashable, Sendable {
    /// The language, or languages, whose text decides: `zh`, `en`, `zh, en`.
    public var authentic: String
    /// The first moment at which it may enter into force; nothing when signatures and filing are enough.
    public var begins: Instant?
    /// When it runs out; nothing when it runs until it is ended.
    public var ends: Instant?
    /// How many signatures bring it into force; nothing when all are needed.
    public var activation: Int?
    /// Days from a notice to its effect.
    public var noticeDays: Int
    /// Whether others may accede.
    public var openToAccession: Bool
    /// Whether it founds a body of its own; the checklists ask other questions then.
    public var jointBody: Bool
    /// Whether it has members outside the Union, for a grouping under European law.
    public var outsideMembers: Bool

    public init(
      authentic: String, begins: Instant? = nil, ends: Instant? = nil, activation: Int? = nil, noticeDays: Int = 180,
      openToAccession: Bool = false, jointBody: Bool = false, outsideMembers: Bool = false
    ) {
      (self.authentic, self.begins, self.ends, self.activation) = (authentic, begins, ends, activation)
      (self.noticeDays, self.openToAccession) = (noticeDays, openToAccession)
      (self.jointBody, self.outsideMembers) = (jointBody, outsideMembers)
    }
  }

  /// A signature in counterparts: one party's, on one version and its frozen text.
  public struct Signature: Codable, Hashable, Sendable {
    public let party: ObjectID
    /// Under which appointment and delegation it was given.
    public let by: Author
    public let at: Instant
    public let version: Int
    /// The digest that was signed; see ``Agreement/Version/digest``.
    public let digest: String
  }

  /// One numbered version of an agreement.
  public struct Version: Codable, Hashable, Sendable {
    /// From 1.
    public let number: Int
    public internal(set) var stage: VersionStage
    public internal(set) var title: String?
    public internal(set) var frame: LegalFrame?
    public internal(set) var terms: Terms?
    /// In the order of the text.
    public internal(set) var clauses: [Clause]
    /// The frozen text: what is signed.
    public internal(set) var frozen: Confided?
    public internal(set) var signatures: [Signature]
    /// The signatures that the last change of a frozen text made void.
    public internal(set) var voided: [Signature]
    public internal(set) var opinion: Confided?
    /// Why it was last returned, if it was.
    public internal(set) var returned: Confided?
    /// The number in the public register and where the text is disclosed.
    public internal(set) var registration: String?
    public internal(set) var disclosure: String?
    public internal(set) var filedAt: Instant?
    public internal(set) var entered: Instant?
    /// When another version, or the end, took its place.
    public internal(set) var left: Instant?

    /// What a signature signs: the salted SHA-256 commitment of ``canonicalText(among:)``.
    ///
    /// That text names every clause with the commitment of its own words, so that one changed byte of any clause, term
    /// or duty has another digest.
    public var digest: String? { frozen?.commit }

    /// When it can enter into force: once filed, and not before the day it names.
    public var enters: Instant? { stage == .filed ? filedAt.map { max($0, terms?.begins ?? $0) } : nil }

    /// The items of the checklist of its legal frame to which no clause is linked.
    public var missingItems: [ContentChecklist.Item] {
      guard let frame, let terms else { return [] }
      return ContentChecklist.of(frame).missing(from: clauses, under: terms)
    }

    /// The version as one text: canonical JSON of its number, title, frame, terms, parties and clauses in their order.
    public func canonicalText(among parties: [ObjectID]) -> String {
      do {
        return try CanonicalJSON.text(of: Frozen(self, parties: parties))
      } catch {
        preconditionFailure("a version cannot be written as JSON: \(error)")
      }
    }

    init(number: Int) {
      (self.number, stage, clauses, signatures, voided) = (number, .draft, [], [], [])
    }

    /// The next version, a copy of the text of `other` to work on.
    init(number: Int, after other: Version) {
      self.init(number: number)
      (title, frame, terms, clauses) = (other.title, other.frame, other.terms, other.clauses)
    }

    func signed(by party: ObjectID?) -> Signature? { signatures.first { $0.party == party } }
    func clause(_ id: String) -> Clause? { clauses.first { $0.id == id } }
    func duty(_ id: String, of clause: String) -> Duty? { self.clause(clause)?.duties.first { $0.id == id } }
  }

  /// What of a version is frozen.
  private struct Frozen: Encodable {
    struct FrozenClause: Encodable {
      let id, heading, commit: String
      let kind: ClauseKind
      let items: [String]
      let duties: [Duty]
      let excuse: String?
      let survives: Bool
    }

    let number: Int
    let title: String?
    let frame: LegalFrame?
    let terms: Terms?
    let parties: [ObjectID]
    let clauses: [FrozenClause]

    init(_ version: Version, parties: [ObjectID]) {
      (number, title, frame, terms) = (version.number, version.title, version.frame, version.terms)
      self.parties = parties
      clauses = version.clauses.map {
        FrozenClause(
          id: $0.id, heading: $0.heading, commit: $0.text.commit, kind: $0.kind, items: $0.items, duties: $0.duties,
          excuse: $0.excuse, survives: $0.survives)
      }
    }
  }

  /// What distinguishes two versions, by the ids of their clauses.
  public struct Comparison: Hashable, Sendable {
    public let added: [String]
    public let removed: [String]
    /// With other words, another heading, or other duties.
    public let changed: [String]
  }
}

extension Agreement.Version {
  /// What `later` adds, removes and changes; each in the order of the text.
  public func comparison(with later: Agreement.Version) -> Agreement.Comparison {
    func essence(_ clause: Agreement.Clause) -> [String] {
      [clause.heading, clause.kind.rawValue, clause.text.commit, clause.excuse ?? "", String(clause.survives)]
    }
    let known = Set(clauses.map(\.id))
    let kept = Set(later.clauses.map(\.id))
    return Agreement.Comparison(
      added: later.clauses.map(\.id).filter { !known.contains($0) },
      removed: clauses.map(\.id).filter { !kept.contains($0) },
      changed: clauses.compactMap { clause in
        guard let other = later.clause(clause.id) else { return nil }
        return essence(clause) == essence(other) && clause.duties == other.duties ? nil : clause.id
      })
  }
}
