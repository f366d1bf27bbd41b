/// The number under which an account is known, from 1; none is ever given twice.
public struct AccountID: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let number: Int

  public init(_ number: Int) { self.number = number }

  /// The account that ``description`` named; `nil` for any other text.
  public init?(_ text: String) {
    guard text.hasPrefix("account-"), let number = PlainDecimal.value(of: text.utf8.dropFirst(8)), number > 0 else {
      return nil
    }
    self.number = number
  }

  public var description: String { "account-\(number)" }
  public static func < (one: AccountID, other: AccountID) -> Bool { one.number < other.number }
}

/// What an administrator, or its owner, may see of an account: nothing by which one could come in.
public struct Account: Hashable, Sendable {
  public let id: AccountID
  /// The name with which the person signs in.
  public let name: SignInName
  /// The language of its pages, such as `en` or `zh`.
  public let language: String
  /// The appointments of the record under which the person may act, by number. Whether one is valid is asked of the
  /// record at each request.
  public let appointments: [ObjectID]
  public let created: Instant
  /// When it was closed, if it was.
  public let closed: Instant?
  /// Whether the person has set a password.
  public let hasPassword: Bool
  /// Whether an authenticator was set up.
  public let hasSecondFactor: Bool
  /// How many recovery codes are left.
  public let recoveryCodesLeft: Int
  /// Until when the invitation to set a password may be used, if there is one.
  public let invitedUntil: Instant?

  /// How many appointments one account may hold.
  public static let mostAppointments = 50
}
