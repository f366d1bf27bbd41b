import Registry
import Reporting

/// One request as pages see it: what is asked, by whom, in which language. It knows nothing of sockets.
public struct Visit: Sendable {
  /// The methods that the portal answers; HEAD is a GET whose body is dropped on the way out.
  public enum Method: String, Sendable, CaseIterable {
    case get = "GET"
    case post = "POST"
  }

  public let method: Method
  /// The path without the query: `/docket/PD-3`.
  public let path: String
  public let query: FormFields
  /// The fields of a form that was sent; none for a GET.
  public let form: FormFields
  /// What was sent when it is no form: the body of a call to the interface for programs.
  public let content: [UInt8]
  public let language: Language
  public let visitor: Visitor
  /// By what the operator finds the request in the log; pages about faults show it.
  public let reference: String?

  public init(
    _ method: Method = .get, _ path: String, query: FormFields = FormFields(), form: FormFields = FormFields(),
    content: [UInt8] = [], language: Language = .english, visitor: Visitor = .unknown, reference: String? = nil
  ) {
    (self.method, self.path, self.query, self.form) = (method, path, query, form)
    (self.content, self.language, self.visitor, self.reference) = (content, language, visitor, reference)
  }

  /// The address with its query, to come back to.
  public var address: String { query.fields.isEmpty ? path : "\(path)?\(query.encoded)" }

  var tongue: Tongue { Tongue(language: language) }
}

/// Who asks: nobody known, or somebody signed in, under one of their appointments.
public struct Visitor: Sendable {
  /// The name of the account; nothing for who has not signed in.
  public let account: String?
  /// Under which appointment, with which second factor. The delegation is chosen for each act.
  public let claim: Claim
  /// Makes and checks the tokens by which a form proves that it was asked for here.
  public let tokens: FormTokens
  /// From where they come, roughly.
  public let network: NetworkHint?
  /// The session and what the browser showed for it: for the pages of the account only.
  let token: SessionToken?
  let session: Session?

  public init(
    account: String?, claim: Claim, tokens: FormTokens, network: NetworkHint? = nil, token: SessionToken? = nil,
    session: Session? = nil
  ) {
    (self.account, self.claim, self.tokens) = (account, claim, tokens)
    (self.network, self.token, self.session) = (network, token, session)
  }

  /// Somebody of whom nothing is known, whose forms no browser holds.
  public static let unknown = Visitor(account: nil, claim: .visitor, tokens: FormTokens { _ in "" })

  public var isSignedIn: Bool { account != nil }
}

/// The tokens of one browser session: a form carries one, and only who has the session can know it.
public struct FormTokens: Sendable {
  private let make: @Sendable (String) -> String

  /// - Parameter make: the token of the form that is sent to an address.
  public init(_ make: @escaping @Sendable (String) -> String) { self.make = make }

  /// The token of the form that is sent to `path`.
  public func token(for path: String) -> String { make(path) }
}
