/// One side of an entry: an account gets this much, or gives it where the amount is below zero.
public struct Posting: Hashable, Sendable, Codable, CustomStringConvertible {
  /// Which gets or gives.
  public let account: LedgerAccount
  /// Not zero.
  public let amount: Amount

  /// - Throws: ``MoneyError`` for a posting of nothing, or of the one number of 64 bits that no reversal could undo.
  public init(_ amount: Amount, to account: LedgerAccount, at place: String = "posting") throws(MoneyError) {
    guard !amount.isZero else { throw MoneyError(at: place, .zeroPosting) }
    guard amount.minor != .min else { throw MoneyError(at: place, .beyondRange) }
    self.account = account
    self.amount = amount
  }

  public var description: String { "\(account): \(amount)" }

  private enum CodingKeys: String, CodingKey {
    case account, amount
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      container.decode(Amount.self, forKey: .amount), to: container.decode(LedgerAccount.self, forKey: .account),
      at: decoder.place)
  }
}

/// Money that moved, or came to be owed: postings that add up to zero in every currency.
///
/// An entry that does not balance cannot be made. A correction is never a change: it is the reversal of an entry, and
/// then another entry.
public struct JournalEntry: Hashable, Sendable, Codable, Identifiable {
  /// The most postings of one entry.
  public static let postingLimit = 2_000
  /// The most bytes of a memo.
  public static let memoLimit = 2_000

  /// Unique in its books.
  public let id: String
  /// When it takes effect: milliseconds since 1970 in UTC.
  public let date: Int64
  /// What it was for.
  public let memo: String
  /// In the order given.
  public let postings: [Posting]
  /// The id of the entry this one reverses.
  public let reverses: String?

  /// - Throws: ``MoneyError`` naming `place`: an unusable id, a memo too long, fewer than two postings or too many, a
  ///   currency whose postings do not add up to zero, a reversal of itself.
  public init(
    id: String, date: Int64, memo: String, postings: [Posting], reverses: String? = nil, at place: String = "entry"
  ) throws(MoneyError) {
    try checkName(id, at: "\(place).id")
    guard memo.utf8.count <= JournalEntry.memoLimit else {
      throw MoneyError(at: "\(place).memo", .tooLong(bytes: memo.utf8.count, limit: JournalEntry.memoLimit))
    }
    guard (2...JournalEntry.postingLimit).contains(postings.count) else {
      throw MoneyError(
        at: "\(place).postings", .postingCount(postings.count, limit: JournalEntry.postingLimit))
    }
    var sums: [Currency: Int128] = [:]
    for posting in postings { sums[posting.amount.currency, default: 0] += Int128(posting.amount.minor) }
    for (currency, sum) in sums.sorted(by: { $0.key < $1.key }) where sum != 0 {
      let units = Int64(exactly: sum).map { Amount(minor: $0, of: currency).description } ?? "\(sum) minor units"
      throw MoneyError(at: "\(place).postings", .unbalanced(currency, by: units))
    }
    if let reverses {
      try checkName(reverses, at: "\(place).reverses")
      guard reverses != id else { throw MoneyError(at: "\(place).reverses", .reversalOfReversal(id)) }
    }
    self.id = id
    self.date = date
    self.memo = memo
    self.postings = postings
    self.reverses = reverses
  }

  /// The entry of transfers: each takes from one account what it gives to the other.
  ///
  /// - Throws: ``MoneyError`` as the entry itself, and where there is no transfer.
  public init(
    id: String, date: Int64, memo: String, of transfers: [Transfer], at place: String = "entry"
  ) throws(MoneyError) {
    var postings: [Posting] = []
    for transfer in transfers {
      postings.append(try Posting(transfer.amount.negated(), to: transfer.from, at: place))
      postings.append(try Posting(transfer.amount, to: transfer.to, at: place))
    }
    try self.init(id: id, date: date, memo: memo, postings: postings, at: place)
  }

  /// The entry that undoes this one: every posting with its sign turned.
  ///
  /// - Throws: ``MoneyError`` for a reversal of a reversal, a date before this entry's, an unusable id or memo.
  public func reversal(id: String, date: Int64, memo: String, at place: String = "reversal")
    throws(MoneyError) -> JournalEntry
  {
    guard reverses == nil else { throw MoneyError(at: place, .reversalOfReversal(self.id)) }
    guard date >= self.date else { throw MoneyError(at: place, .reversalTooEarly(original: self.date)) }
    return try JournalEntry(
      id: id, date: date, memo: memo, postings: mirrored(at: place), reverses: self.id, at: place)
  }

  /// The postings with their signs turned, in the same order.
  func mirrored(at place: String) throws(MoneyError) -> [Posting] {
    var turned: [Posting] = []
    for posting in postings {
      turned.append(try Posting(posting.amount.negated(at: place), to: posting.account, at: place))
    }
    return turned
  }

  private enum CodingKeys: String, CodingKey {
    case id, date, memo, postings, reverses
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      id: container.decode(String.self, forKey: .id), date: container.decode(Int64.self, forKey: .date),
      memo: container.decode(String.self, forKey: .memo),
      postings: container.decode([Posting].self, forKey: .postings),
      reverses: container.decodeIfPresent(String.self, forKey: .reverses), at: decoder.place)
  }
}
