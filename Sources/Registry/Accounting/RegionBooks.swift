/// The books of an agreement or a joint fund on the record: every payment due or made, by double entry, and how each
/// amount came about.
///
/// Amounts of a rule follow from readings; nobody types them, nor what is carried from one year to the next. A period
/// is settled once. What is wrong is undone by a mirrored entry, once, and then done again.
public struct RegionBooks: RecordObject {
  public enum Stage: String, RecordStage { case open, closed }

  public enum Command: RecordCommand {
    case open(agreement: ObjectID?, parties: [ObjectID], currency: String)
    /// Takes a rule of the agreement into the books; `carried` is what was left from before these books.
    case adopt(name: String, rule: ConditionalTransfer, carried: Amount?)
    /// Moves sums between accounts.
    case post(memo: String, transfers: [Transfer])
    /// Pays the advance of a period under a rule that has one.
    case payAdvance(rule: String, period: SettlementPeriod, memo: String)
    /// Settles a period: the amounts follow from the readings.
    case settle(rule: String, readings: Readings, period: SettlementPeriod, memo: String)
    /// Takes the last advance or settlement of a rule back, and its entry.
    case undo(rule: String, memo: String)
    /// Undoes an entry by its mirror; once.
    case reverse(entry: String, memo: String)
    case close(reason: String)
  }

  public enum Event: RecordEvent {
    case opened(agreement: ObjectID?, parties: [ObjectID], currency: String, field: String?)
    case adopted(name: String, rule: ConditionalTransfer, carried: Amount?)
    /// An entry; with the effect that it brings about, when it does not stand for itself.
    case posted(entry: JournalEntry, effect: Effect?)
    case advanced(rule: String, period: SettlementPeriod, settlement: Settlement, entry: JournalEntry?)
    /// The settlement with its readings and lines, and the entry it led to when anything is to be paid.
    case settled(
      rule: String, readings: Readings, period: SettlementPeriod, settlement: Settlement, entry: JournalEntry?)
    case undone(rule: String, entry: JournalEntry?)
    case closed(reason: String)

    public var act: String {
      switch self {
      case .opened: "open"
      case .adopted: "adopt"
      case .posted: "post"
      case .advanced: "payAdvance"
      case .settled: "settle"
      case .undone: "undo"
      case .closed: "close"
      }
    }
  }

  /// What an entry brought about outside the books, such as a reward: only its case can take it back.
  public struct Effect: Codable, Hashable, Sendable {
    public let of: ObjectID
    /// What gave rise to it: one ground has one effect.
    public let ground: String
  }

  public static let kind = ObjectKind.books
  public static let lifeCycle = LifeCycle<RegionBooks>(
    opening: .init("open", from: [], to: .open, by: [.desk]),
    [
      .init("adopt", from: [.open], to: nil, by: [.desk], power: .post),
      .init("post", from: [.open], to: nil, by: [.desk], power: .post, guards: [hasRoom]),
      .init("payAdvance", from: [.open], to: nil, by: [.desk], power: .post, guards: [hasRoom]),
      .init("settle", from: [.open], to: nil, by: [.desk], power: .post, guards: [hasRoom]),
      .init("undo", from: [.open], to: nil, by: [.desk], power: .post, guards: [hasRoom]),
      .init("close", from: [.open], to: .closed, by: [.desk], power: .post, guards: [isBalanced]),
    ])

  /// How many entries one object holds; the next year's books are opened before that.
  public static let entryLimit = 1_000
  /// How many transfers one entry may hold here.
  public static let transferLimit = 100
  /// How many rules one object may apply.
  public static let ruleLimit = 20

  public let id: ObjectID
  public private(set) var stage: Stage
  public let agreement: ObjectID?
  /// The organisations that may own accounts in these books.
  public let parties: [ObjectID]
  /// The field of cooperation of the agreement: whoever posts must have the power in it.
  public let field: String?
  /// ISO 4217: all entries are in this currency.
  public let currency: String
  public private(set) var books: Books
  /// In the order they were adopted.
  public private(set) var rules: [AdoptedRule]
  /// What entries brought about outside the books, by their ids.
  public private(set) var effects: [String: Effect]
  public private(set) var reason: String?
  public var audience: Audience { .everybody }

  private static let hasRoom = LifeCycle<RegionBooks>.Guard("there is room for another entry") { books, _ in
    books.books.entries.count < entryLimit ? nil : "close these books and open new ones"
  }

  private static let isBalanced = LifeCycle<RegionBooks>.Guard("every account is even") { books, _ in
    let open = books.books.balances.filter { !$0.amount.isZero }
    return open.isEmpty ? nil : "settle \(open[0].account) (\(open[0].amount)) first"
  }

  /// The number of the next entry, such as `BK-1/3`.
  public var nextEntry: String { "\(id)/\(books.entries.count + 1)" }

  /// The rule of a name, when it was adopted.
  public func rule(_ name: String) -> AdoptedRule? { rules.first { $0.name == name } }

  public init?(opening event: Event, id: ObjectID, by author: Author, at moment: Instant) {
    guard case .opened(let agreement, let parties, let currency, let field) = event else { return nil }
    (self.id, stage, self.agreement) = (id, .open, agreement)
    (self.parties, self.currency, books) = (parties, currency, Books())
    (rules, effects, self.field) = ([], [:], field)
  }

  public mutating func apply(_ event: Event, by author: Author, at moment: Instant) {
    stage = Self.lifeCycle.stage(after: event.act, from: stage)
    switch event {
    case .opened: break
    case .adopted(let name, let rule, let carried): rules.append(AdoptedRule(name: name, rule: rule, carried: carried))
    case .posted(let entry, let effect):
      record(entry)
      // An effect stands until its entry is reversed.
      if let undone = entry.reverses { effects[undone] = nil }
      effects[entry.id] = effect
    case .advanced(let name, let period, let settlement, let entry):
      record(entry)
      change(name) { $0.add(.advance, of: period.name, settlement, entry: entry?.id) }
    case .settled(let name, _, let period, let settlement, let entry):
      record(entry)
      change(name) { $0.add(.settlement, of: period.name, settlement, entry: entry?.id) }
    case .undone(let name, let entry):
      record(entry)
      change(name) { $0.undo() }
    case .closed(let reason): self.reason = reason
    }
  }

  /// Decided on these very books, so that it fits them; another entry would leave them as they are.
  private mutating func record(_ entry: JournalEntry?) {
    if let entry { try? books.record(entry) }
  }

  private mutating func change(_ name: String, _ change: (inout AdoptedRule) -> Void) {
    if let index = rules.firstIndex(where: { $0.name == name }) { change(&rules[index]) }
  }
}
