/// Why something about an account was not done. Nothing has changed then, but for what is counted against guessing.
public enum AccountError: Error, Equatable, Sendable, CustomStringConvertible {
  case name(SignInName.Fault)
  /// There is an account of that name, open or closed.
  case nameTaken(SignInName)
  /// A language is a tag such as `en` or `zh-Hans`.
  case language(String)
  /// Only appointments of the record can be held.
  case notAnAppointment(ObjectID)
  /// Another account acts under this appointment.
  case appointmentHeld(ObjectID, by: SignInName)
  case tooManyAppointments(most: Int)
  case noAccount(AccountID)
  case closed(AccountID)
  /// The invitation is unknown, used, replaced or too old.
  case invitationNotValid
  /// The password may not be chosen.
  case password(PasswordRule.Refusal)
  /// The password that was typed to confirm is not the account's.
  case wrongPassword
  /// Too many failures; not before that time.
  case wait(until: Instant)
  /// The code was not accepted.
  case code(SecondFactor.Refusal)
  /// The sign-in was not finished in time, or was finished already.
  case halfSignInNotValid
  /// The account has an authenticator already.
  case secondFactorThere
  case noSecondFactor
  /// No authenticator is being set up, or it has waited too long for its first code.
  case nothingToConfirm
  /// The secret of the authenticator was sealed with another key.
  case secondFactorSealed
  /// Not a session, or no longer.
  case noSession
  case sessionEnded(Session.State)
  /// The account does not hold the appointment.
  case notHeld(ObjectID)
  /// Nothing was computed: too many wait, or no memory.
  case gate(PasswordGate.Refusal)
  case storage(StorageError)

  public var description: String {
    switch self {
    case .name(let fault): fault.description
    case .nameTaken(let name): "there is an account '\(name)' already; choose another name"
    case .language(let tag): "'\(tag)' is no language; give a tag such as en or zh"
    case .notAnAppointment(let id): "\(id) is no appointment; give the number of one, such as A-1"
    case .appointmentHeld(let id, let name): "'\(name)' holds \(id); take it from that account first"
    case .tooManyAppointments(let most): "an account holds at most \(most) appointments; take away those that are over"
    case .noAccount(let id): "there is no \(id); look at the list of accounts"
    case .closed(let id): "\(id) is closed; create a new account"
    case .invitationNotValid: "this invitation has been used, replaced or is too old; ask your office for a new one"
    case .password(let refusal): refusal.description
    case .wrongPassword: "the password is not right; type it again"
    case .wait(let until): "too many attempts; try again after \(until)"
    case .code(let refusal): refusal.description
    case .halfSignInNotValid: "the sign-in was not finished in time; begin again with name and password"
    case .secondFactorThere: "an authenticator is set up already; remove it first"
    case .noSecondFactor: "no authenticator is set up; set one up on the page of your account"
    case .nothingToConfirm: "the setting up was not finished in time; begin again"
    case .secondFactorSealed:
      "the codes of authenticators cannot be checked here, since their key is missing; use a recovery code, or have "
        + "the authenticator removed"
    case .noSession: "this is not a session; sign in again"
    case .sessionEnded(let state): Session.Ended(state: state).description
    case .notHeld(let id): "your account does not hold \(id); choose another appointment"
    case .gate(let refusal): refusal.description
    case .storage(let error): error.description
    }
  }
}
