import Registry
import Synchronization

/// The names of accounts that came by lately: a name never changes, and every page shows it.
final class AccountNames: Sendable {
  private static let most = 10_000
  private let known = Mutex<[AccountID: String]>([:])

  /// The name of an account.
  ///
  /// - Throws: `AccountError` when it cannot be read.
  func name(of id: AccountID, in book: AccountBook) throws(AccountError) -> String {
    if let name = known.withLock({ $0[id] }) { return name }
    let name = try book.account(id).name.text
    known.withLock { known in
      if known.count >= Self.most { known.removeAll() }
      known[id] = name
    }
    return name
  }
}
