import Registry
import Synchronization

/// Seals the forms of one browser, so that no other site can send them in a person's name.
///
/// A form carries a code that only this portal can compute from the cookie of the browser and the address of the form;
/// whoever does not have the cookie cannot know the code. Besides, a browser says from where a form is sent, and only
/// this portal is believed.
///
/// Source: OWASP ASVS 5.0.0, section 3.5; W3C Fetch Metadata Request Headers.
struct FormSeal: Sendable {
  /// The field of a form that carries the code.
  static let field = "token"
  /// The choice of a language needs no code: it does no harm, and pages without any other form then set no cookie.
  static let unsealed: Set = ["/language"]

  /// What a browser showed, or will be given.
  enum Browser: Sendable {
    case session(Session)
    case visitor(VisitorToken)
    /// It gets a cookie with the first form.
    case fresh(FreshToken)
  }

  let book: AccountBook

  /// The codes of a browser's forms.
  func tokens(of browser: Browser) -> FormTokens {
    FormTokens { [book] path in
      guard !Self.unsealed.contains(path) else { return "" }
      return switch browser {
      case .session(let session): book.formToken(for: session, form: path)
      case .visitor(let token): book.formToken(for: token, form: path)
      case .fresh(let fresh): book.formToken(for: fresh.taken { book.newVisitor() }, form: path)
      }
    }
  }

  /// Whether a form that was sent to `path` carries its code.
  func accepts(_ fields: FormFields, to path: String, from browser: Browser) -> Bool {
    guard !Self.unsealed.contains(path) else { return true }
    guard let code = fields[Self.field] else { return false }
    return switch browser {
    case .session(let session): book.accepts(formToken: code, for: session, form: path)
    case .visitor(let token): book.accepts(formToken: code, for: token, form: path)
    case .fresh: false
    }
  }

  /// Whether a form that was sent to `path` carries the code that it was given in a session that has ended since.
  func accepts(_ fields: FormFields, to path: String, fromEnded token: SessionToken) -> Bool {
    fields[Self.field].map { book.accepts(formToken: $0, forEnded: token, form: path) } ?? false
  }

  /// The fields in which a form says whose it is, and proves it: once its session has ended nothing else would tell.
  static let owner = (name: "owner", code: "ownership")

  /// What that code is made from; no address has a space.
  static func ownership(of account: AccountID, at path: String) -> String { "\(path) \(account)" }

  /// Whose form it was that was handed out in a session that has ended since.
  func owner(of fields: FormFields, to path: String, fromEnded token: SessionToken) -> AccountID? {
    guard let account = fields[Self.owner.name].flatMap(AccountID.init), let code = fields[Self.owner.code],
      book.accepts(formToken: code, forEnded: token, form: Self.ownership(of: account, at: path))
    else { return nil }
    return account
  }
}

/// A token that is made when a page first needs it.
final class FreshToken: Sendable {
  private let made = Mutex<VisitorToken?>(nil)

  /// The token; made now if it was not before.
  func taken(_ make: () -> VisitorToken) -> VisitorToken {
    made.withLock { made in
      let token = made ?? make()
      made = token
      return token
    }
  }

  /// The token, if a page needed it.
  var ifTaken: VisitorToken? { made.withLock { $0 } }
}
