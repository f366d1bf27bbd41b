/// All entries of a region's money and what follows from them: the balance of every account at any time.
///
///     var books = Books()
///     try books.record(entry)
///     books.balance(of: huangshan, in: .cny)
///     books.statement(of: huangshan, in: .cny, for: year)
///
/// Entries are only ever added. In every currency all balances add up to zero, always. An entry that is refused leaves
/// the books as they were. In JSON the books are the list of their entries, and reading it records them one by one.
public struct Books: Hashable, Sendable, Codable {
  /// In the order they were recorded.
  public private(set) var entries: [JournalEntry] = []

  private var positions: [String: Int] = [:]
  private var reversals: [String: String] = [:]
  private var totals: [Key: Totals] = [:]
  /// Positions of the entries that touch an account.
  private var touching: [Key: [Int]] = [:]

  private struct Key: Hashable {
    let account: LedgerAccount
    let currency: Currency
  }

  private struct Totals: Hashable {
    var balance: Int64 = 0
    /// Everything that came and went. As it fits in 64 bits, so does every sum over any of the account's postings, in
    /// whatever order a statement takes them.
    var turnover: Int64 = 0
  }

  /// Books without entries.
  public init() {}

  /// The books of entries recorded in this order.
  ///
  /// - Throws: ``MoneyError`` as ``record(_:at:)``, naming the entry's position.
  public init(_ entries: some Sequence<JournalEntry>, at place: String = "entries") throws(MoneyError) {
    for (index, entry) in entries.enumerated() { try record(entry, at: "\(place)[\(index)]") }
  }

  /// Adds an entry.
  ///
  /// - Throws: ``MoneyError`` where an entry has its id; where it reverses one that is not there, was reversed before,
  ///   is a reversal, is later or is not mirrored; or where an account's turnover would leave 64 bits.
  /// - Complexity: O(p) for p postings, however many entries there are.
  public mutating func record(_ entry: JournalEntry, at place: String = "entry") throws(MoneyError) {
    // Everything is reckoned before anything changes.
    for (key, sums) in try reckon(entry, at: place) {
      totals[key] = sums
      touching[key, default: []].append(entries.count)
    }
    positions[entry.id] = entries.count
    if let original = entry.reverses { reversals[original] = entry.id }
    entries.append(entry)
  }

  /// Refuses what ``record(_:at:)`` would refuse, and changes nothing: for whoever decides before it is recorded.
  ///
  /// - Throws: ``MoneyError`` as ``record(_:at:)``.
  public func check(_ entry: JournalEntry, at place: String = "entry") throws(MoneyError) {
    _ = try reckon(entry, at: place)
  }

  /// What the accounts of an entry would have.
  private func reckon(_ entry: JournalEntry, at place: String) throws(MoneyError) -> [Key: Totals] {
    guard positions[entry.id] == nil else { throw MoneyError(at: "\(place).id", .repeated(entry.id)) }
    if let original = entry.reverses { try checkReversal(entry, of: original, at: place) }
    var changed: [Key: Totals] = [:]
    for posting in entry.postings {
      let key = Key(account: posting.account, currency: posting.amount.currency)
      var sums = changed[key] ?? totals[key] ?? Totals()
      let (turnover, overflow) = sums.turnover.addingReportingOverflow(Int64(clamping: posting.amount.minor.magnitude))
      guard !overflow else {
        throw MoneyError(at: place, .turnoverBeyondRange(posting.account, posting.amount.currency))
      }
      sums.turnover = turnover
      sums.balance += posting.amount.minor  // at most the turnover
      changed[key] = sums
    }
    return changed
  }

  private func checkReversal(_ entry: JournalEntry, of id: String, at place: String) throws(MoneyError) {
    guard let original = self[id] else { throw MoneyError(at: "\(place).reverses", .noSuchEntry(id)) }
    if let by = reversals[id] { throw MoneyError(at: "\(place).reverses", .reversedBefore(id, by: by)) }
    guard original.reverses == nil else { throw MoneyError(at: "\(place).reverses", .reversalOfReversal(id)) }
    guard entry.date >= original.date else {
      throw MoneyError(at: "\(place).date", .reversalTooEarly(original: original.date))
    }
    guard entry.postings == (try original.mirrored(at: place)) else {
      throw MoneyError(at: "\(place).postings", .notTheMirror(id))
    }
  }

  /// The entry of an id, if it was recorded.
  public subscript(id: String) -> JournalEntry? { positions[id].map { entries[$0] } }

  /// The id of the entry that reversed another, if one did.
  public func reversal(of id: String) -> String? { reversals[id] }

  /// What an account holds after all entries; nothing where none touched it.
  public func balance(of account: LedgerAccount, in currency: Currency) -> Amount {
    Amount(minor: totals[Key(account: account, currency: currency)]?.balance ?? 0, of: currency)
  }

  /// Every account with its balance in every currency that touched it, by account and currency.
  public var balances: [Posting.Balance] {
    totals.map {
      Posting.Balance(account: $0.key.account, amount: Amount(minor: $0.value.balance, of: $0.key.currency))
    }
    .sorted { ($0.account, $0.amount.currency) < ($1.account, $1.amount.currency) }
  }

  /// What came and went through an account in a period, between its opening and its closing balance.
  ///
  /// Postings stand in the order of their entries' dates, of one date in the order they were recorded. The closing
  /// balance of a period is the opening balance of the next.
  public func statement(of account: LedgerAccount, in currency: Currency, for period: Period) -> Statement {
    var opening: Int64 = 0
    var within: [JournalEntry] = []
    for position in touching[Key(account: account, currency: currency)] ?? [] {
      let entry = entries[position]
      if entry.date < period.from {
        opening += entry.postings.reduce(0) { $0 + ($1.touches(account, currency) ? $1.amount.minor : 0) }
      } else if period.contains(entry.date) {
        within.append(entry)
      }
    }
    var balance = opening
    var lines: [Statement.Line] = []
    // Sorting keeps the recorded order among equal dates because positions part them.
    let ordered = within.enumerated().sorted { ($0.element.date, $0.offset) < ($1.element.date, $1.offset) }
    for (_, entry) in ordered {
      for posting in entry.postings where posting.touches(account, currency) {
        balance += posting.amount.minor
        lines.append(
          Statement.Line(
            entry: entry.id, date: entry.date, memo: entry.memo, amount: posting.amount,
            balance: Amount(minor: balance, of: currency)))
      }
    }
    return Statement(
      account: account, period: period, opening: Amount(minor: opening, of: currency), lines: lines,
      closing: Amount(minor: balance, of: currency))
  }

  public init(from decoder: any Decoder) throws {
    try self.init(decoder.singleValueContainer().decode([JournalEntry].self), at: decoder.place)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(entries)
  }
}

extension Posting {
  /// What an account holds.
  public struct Balance: Hashable, Sendable {
    /// Which account.
    public let account: LedgerAccount
    /// What it holds.
    public let amount: Amount
  }

  fileprivate func touches(_ account: LedgerAccount, _ currency: Currency) -> Bool {
    self.account == account && amount.currency == currency
  }
}

/// What came and went through an account in a period.
public struct Statement: Hashable, Sendable {
  /// One posting.
  public struct Line: Hashable, Sendable {
    /// The entry's id.
    public let entry: String
    /// The entry's: milliseconds since 1970 in UTC.
    public let date: Int64
    /// The entry's.
    public let memo: String
    /// Above zero it came, below zero it went.
    public let amount: Amount
    /// What the account held after it.
    public let balance: Amount
  }

  /// Whose statement it is.
  public let account: LedgerAccount
  /// Which entries it takes in, by their dates.
  public let period: Period
  /// What the account held before the period.
  public let opening: Amount
  /// By date, of one date in the order recorded.
  public let lines: [Line]
  /// What the account held after the period.
  public let closing: Amount
}
