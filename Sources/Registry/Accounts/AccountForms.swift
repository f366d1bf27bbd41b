/// Texts in forms, so that no other site can send them in a person's name.
extension AccountBook {
  /// What a form of a session carries.
  ///
  /// - Parameter form: which form, such as `table/accept`: the text of one form is no good in another.
  /// - Parameter session: the session that holds the form.
  public func formToken(for session: Session, form: String) -> String {
    instanceKey.formToken(for: session.tokenHash, form: form)
  }

  /// Whether a text came with that form of a session; compared in constant time.
  public func accepts(formToken text: String, for session: Session, form: String) -> Bool {
    instanceKey.accepts(formToken: text, for: session.tokenHash, form: form)
  }

  /// Whether a text came with that form of a session that may have ended since; compared in constant time.
  ///
  /// It says from which browser the form comes, and gives no right to anything.
  public func accepts(formToken text: String, forEnded token: SessionToken, form: String) -> Bool {
    instanceKey.accepts(formToken: text, for: token.hash, form: form)
  }

  /// A new cookie for the browser of somebody who has not signed in.
  public func newVisitor() -> VisitorToken { draw { VisitorToken(using: &$0) } }

  /// What a form carries for somebody who has not signed in.
  public func formToken(for visitor: VisitorToken, form: String) -> String {
    instanceKey.formToken(for: visitor, form: form)
  }

  /// Whether a text came with that form of a visitor; compared in constant time.
  public func accepts(formToken text: String, for visitor: VisitorToken, form: String) -> Bool {
    instanceKey.accepts(formToken: text, for: visitor, form: form)
  }
}
