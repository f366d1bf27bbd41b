/// Where money lies or is owed: an owner and what it keeps this account for.
///
///     try LedgerAccount(owner: "huangshan", purpose: "protection fund")
public struct LedgerAccount: Hashable, Sendable, Comparable, Codable, CustomStringConvertible {
  /// A party id.
  public let owner: String
  /// A purpose in the words of the agreement.
  public let purpose: String

  /// - Throws: ``MoneyError`` for a name that is empty, longer than 128 bytes or not printable on one line.
  public init(owner: String, purpose: String, at place: String = "account") throws(MoneyError) {
    try checkName(owner, at: "\(place).owner")
    try checkName(purpose, at: "\(place).purpose")
    self.owner = owner
    self.purpose = purpose
  }

  public var description: String { "\(owner): \(purpose)" }

  public static func < (first: LedgerAccount, second: LedgerAccount) -> Bool {
    (first.owner, first.purpose) < (second.owner, second.purpose)
  }

  private enum CodingKeys: String, CodingKey {
    case owner, purpose
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      owner: container.decode(String.self, forKey: .owner),
      purpose: container.decode(String.self, forKey: .purpose), at: decoder.place)
  }
}
