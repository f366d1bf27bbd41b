extension Agreement {
  /// What a clause is for.
  public enum ClauseKind: String, Codable, Hashable, CaseIterable, Sendable {
    case provision, obligation, money, exit, dispute, definition
  }

  /// When a duty is to be fulfilled for the first time.
  public enum DueDate: Codable, Hashable, Sendable {
    case on(Instant)
    /// Days of 24 hours after the version enters into force; a renewal counts them anew.
    case afterEntry(days: Int)

    /// The moment, for a version that entered into force at `entry`.
    public func moment(entry: Instant) -> Instant {
      switch self {
      case .on(let moment): moment
      case .afterEntry(let days): entry.later(days: days)
      }
    }
  }

  /// What one party owes under a clause: a commitment is made from it when the version enters into force.
  public struct Duty: Codable, Hashable, Sendable {
    /// Short, unique within its clause, and the same through all versions while the duty stays the same.
    public let id: String
    public let debtor: ObjectID
    /// Ascending.
    public let creditors: [ObjectID]
    /// What is to be reached, with its figure and unit; public once the agreement is.
    public let measure: String
    public let due: DueDate
    /// What shows that it was fulfilled.
    public let evidence: String
    public let method: Commitment.Method
    /// How much it counts beside the other duties, from 1 to 1000.
    public let weight: Int
    /// Days before the due moment in which it counts as due.
    public let window: Int
    /// Nothing for a duty that is fulfilled once.
    public let recurrence: Commitment.Recurrence?

    public init(
      id: String, debtor: ObjectID, creditors: [ObjectID], measure: String, due: DueDate, evidence: String,
      method: Commitment.Method = .documents, weight: Int = 1, window: Int = 30,
      recurrence: Commitment.Recurrence? = nil
    ) {
      (self.id, self.debtor, self.creditors, self.measure) = (id, debtor, creditors.sorted(), measure)
      (self.due, self.evidence, self.method, self.weight) = (due, evidence, method, weight)
      (self.window, self.recurrence) = (window, recurrence)
    }
  }

  /// A clause as somebody writes it, its text in plain words.
  public struct ClauseDraft: Codable, Hashable, Sendable {
    public var id: String
    public var heading: String
    public var kind: ClauseKind
    public var text: String
    /// The model clause it was taken from, if any.
    public var model: String?
    /// The items of the checklist that it answers.
    public var items: [String]
    public var duties: [Duty]
    /// Why an obligation yields no commitment: "not measurable because …".
    public var excuse: String?
    /// Whether its duties outlive the agreement.
    public var survives: Bool

    public init(
      id: String, heading: String, kind: ClauseKind = .provision, text: String, model: String? = nil,
      items: [String] = [], duties: [Duty] = [], excuse: String? = nil, survives: Bool = false
    ) {
      (self.id, self.heading, self.kind, self.text, self.model) = (id, heading, kind, text, model)
      (self.items, self.duties, self.excuse, self.survives) = (items, duties, excuse, survives)
    }
  }

  /// A clause of a version; its text is kept apart, behind a commitment.
  public struct Clause: Codable, Hashable, Sendable {
    /// Short and the same through all versions, such as `3.2`.
    public let id: String
    public let heading: String
    public let kind: ClauseKind
    public internal(set) var text: Confided
    public let model: String?
    /// The items of the checklist that it answers; ascending.
    public let items: [String]
    public let duties: [Duty]
    public let excuse: String?
    public let survives: Bool

    /// - Parameters:
    ///   - draft: everything but the text.
    ///   - text: the draft's text, as it was confided.
    public init(_ draft: ClauseDraft, text: Confided) {
      (id, heading, kind, self.text, model) = (draft.id, draft.heading, draft.kind, text, draft.model)
      (items, duties, excuse, survives) = (draft.items.sorted(), draft.duties, draft.excuse, draft.survives)
    }

    /// Whether the clause binds somebody, and yet neither a duty nor an excuse says how that is seen.
    public var lacksCommitment: Bool { kind == .obligation && duties.isEmpty && (excuse ?? "").isEmpty }
  }
}

// MARK: - What may be written

extension Agreement.ClauseDraft {
  /// The most clauses in a version, duties in a clause, and duties in a version.
  static let limit = (clauses: 100, duties: 20, allDuties: 200)

  /// Refuses a clause that cannot stand in an agreement of these parties.
  func check(among parties: [ObjectID], in scene: borrowing Scene) throws(Refusal) {
    try Self.check(id: id, as: "id")
    _ = try scene.checked(heading, as: "heading")
    if let model { _ = try scene.checked(model, as: "model") }
    if let excuse { _ = try scene.checked(excuse, as: "excuse", limit: 1000) }
    guard items.count <= 40, Set(items).count == items.count else {
      throw .invalid(field: "items", fault: "one stands twice, or there are more than 40", remedy: "name each once")
    }
    for item in items { _ = try scene.checked(item, as: "items", limit: 40) }
    guard duties.count <= Self.limit.duties, Set(duties.map(\.id)).count == duties.count else {
      throw .invalid(
        field: "duties", fault: "one stands twice, or there are more than \(Self.limit.duties)",
        remedy: "give each duty its own id, or write a second clause")
    }
    for duty in duties { try Self.check(duty, among: parties, in: scene) }
  }

  private static func check(
    _ duty: Agreement.Duty, among parties: [ObjectID], in scene: borrowing Scene
  ) throws(Refusal) {
    try check(id: duty.id, as: "duties")
    _ = try scene.checked(duty.measure, as: "measure", limit: 300)
    _ = try scene.checked(duty.evidence, as: "evidence", limit: 300)
    guard parties.contains(duty.debtor) else {
      throw .invalid(
        field: "debtor", fault: "\(duty.debtor) is no party", remedy: "choose one of \(parties)")
    }
    guard !duty.creditors.isEmpty, Set(duty.creditors).count == duty.creditors.count,
      duty.creditors.allSatisfy({ parties.contains($0) && $0 != duty.debtor })
    else {
      throw .invalid(
        field: "creditors", fault: "they are not other parties, each once",
        remedy: "choose among \((parties.filter { $0 != duty.debtor }))")
    }
    switch duty.due {
    case .on(let moment): try Agreement.check(moment, as: "due", in: scene)
    case .afterEntry(let days):
      guard (1...36_525).contains(days) else {
        throw .invalid(field: "due", fault: "\(days) days after entry cannot be kept", remedy: "give 1 to 36525 days")
      }
    }
    guard (1...1000).contains(duty.weight) else {
      throw .invalid(field: "weight", fault: "\(duty.weight) is no weight", remedy: "give 1 to 1000")
    }
    guard (0...366).contains(duty.window) else {
      throw .invalid(field: "window", fault: "\(duty.window) days cannot be kept", remedy: "give 0 to 366 days")
    }
    if let recurrence = duty.recurrence {
      guard Commitment.Recurrence.range.contains(recurrence.times) else {
        throw .invalid(
          field: "recurrence", fault: "\(recurrence.times) times cannot be kept", remedy: "give 2 to 120 times")
      }
    }
  }

  private static func check(id: String, as field: String) throws(Refusal) {
    let isShort = (1...20).contains(id.utf8.count)
    let isPlain = id.utf8.allSatisfy { byte in
      (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte) || byte == 45 || byte == 46
    }
    guard isShort, isPlain else {
      throw .invalid(
        field: field, fault: "'\(id.prefix(20))' is no id", remedy: "use 1 to 20 letters a to z, digits, '.' and '-'")
    }
  }
}

extension Agreement {
  /// Refuses moments of which no calendar can make sense: before 1970, or more than a hundred years ahead.
  static func check(_ moment: Instant, as field: String, in scene: borrowing Scene) throws(Refusal) {
    guard moment.milliseconds >= 0, moment <= scene.now.later(days: 36_525) else {
      throw .invalid(
        field: field, fault: "it is before 1970, or more than 100 years ahead",
        remedy: "give a moment within that time")
    }
  }
}
