import Registry
import Synchronization

/// What people had entered into forms that could not be sent on, because their session had ended or a code was missing.
///
/// It is kept in memory alone, for nobody but its writer, until the form is opened again, and no longer than
/// ``lifetime``: what is sealed must not come to lie on a disk through the form in which it was written.
final class DraftShelf: Sendable {
  /// How long a draft is kept, in milliseconds.
  static let lifetime: Int64 = 3_600_000
  /// How many drafts one account has at most; a further one replaces the oldest.
  static let mostEach = 8
  /// How many bytes all drafts have together at most.
  static let mostBytes = 16 * 1024 * 1024

  private struct Draft {
    let account: AccountID
    let path: String
    let fields: FormFields
    let since: Instant
    let bytes: Int
  }

  /// The latest last.
  private let drafts = Mutex<[Draft]>([])

  /// Keeps what somebody entered into the form at an address; what they had entered there before is replaced.
  func keep(_ fields: FormFields, of account: AccountID, at path: String, now: Instant) {
    let bytes = path.utf8.count + fields.fields.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
    let draft = Draft(account: account, path: path, fields: fields, since: now, bytes: bytes)
    drafts.withLock { drafts in
      Self.forget(&drafts, at: now)
      drafts.removeAll { $0.account == account && $0.path == path }
      while drafts.count(where: { $0.account == account }) >= Self.mostEach,
        let oldest = drafts.firstIndex(where: { $0.account == account })
      {
        drafts.remove(at: oldest)
      }
      var total = drafts.reduce(bytes) { $0 + $1.bytes }
      while total > Self.mostBytes, !drafts.isEmpty { total -= drafts.removeFirst().bytes }
      if total <= Self.mostBytes { drafts.append(draft) }
    }
  }

  /// What an account had entered into the form at an address; it is not kept any longer.
  func take(of account: AccountID, at path: String, now: Instant) -> FormFields? {
    drafts.withLock { drafts in
      Self.forget(&drafts, at: now)
      guard let found = drafts.firstIndex(where: { $0.account == account && $0.path == path }) else { return nil }
      return drafts.remove(at: found).fields
    }
  }

  /// The addresses of the forms into which an account had entered something, the oldest first.
  func paths(of account: AccountID, now: Instant) -> [String] {
    drafts.withLock { drafts in
      Self.forget(&drafts, at: now)
      return drafts.filter { $0.account == account }.map(\.path)
    }
  }

  private static func forget(_ drafts: inout [Draft], at now: Instant) {
    drafts.removeAll { $0.since.later(by: lifetime) <= now }
  }
}
