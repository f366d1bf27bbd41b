import Registry
import Reporting

/// What is said about an `AccountError`, and with which status.
struct AccountFault {
  let phrase: AccountFaultPhrase
  var fillings: [String: Filling] = [:]
  var status = Reply.Status.unprocessable

  init(_ phrase: AccountFaultPhrase, _ fillings: [String: Filling] = [:], status: Reply.Status = .unprocessable) {
    (self.phrase, self.fillings, self.status) = (phrase, fillings, status)
  }

  init(_ error: AccountError, in language: Language) {
    switch error {
    case .wait(let until): self.init(waiting: until, in: language)
    case .wrongPassword: self.init(.wrongPassword)
    case .code(let refusal): self.init(Self.phrase(refusal))
    case .halfSignInNotValid: self.init(.halfOver)
    case .invitationNotValid: self.init(.invitation, status: .notFound)
    case .password(let refusal): self.init(refusal)
    case .noSecondFactor: self.init(.noFactor)
    case .secondFactorThere: self.init(.factorThere)
    case .nothingToConfirm: self.init(.factorOver)
    case .secondFactorSealed: self.init(.factorSealed)
    case .gate: self.init(.crowded, status: .unavailable)
    case .notHeld: self.init(.notHeld)
    case .name: self.init(.nameUnusable)
    case .nameTaken(let name): self.init(.nameTaken, ["name": .text(name.text)])
    case .notAnAppointment(let id): self.init(.noAppointment, ["number": .text("\(id)")])
    case .appointmentHeld(let id, let name):
      self.init(.appointmentHeld, ["number": .text("\(id)"), "name": .text(name.text)])
    case .tooManyAppointments(let most): self.init(.tooManyAppointments, ["n": .text("\(most)")])
    case .closed: self.init(.closed)
    case .noSession, .sessionEnded: self.init(.ended, status: .forbidden)
    case .storage: self.init(.storage, status: .unavailable)
    default: self.init(.other)
    }
  }

  /// Too many attempts: not before `until`.
  init(waiting until: Instant, in language: Language) {
    self.init(.wait, ["until": .text(Dates.moment(until, zone: nil, in: language))], status: .tooMany)
  }

  private init(_ refusal: PasswordRule.Refusal) {
    // The phrases are named in full: some causes have the same short name.
    switch refusal {
    case .tooShort(let characters, let least):
      self.init(AccountFaultPhrase.tooShort, ["n": .text("\(characters)"), "least": .text("\(least)")])
    case .tooLong(let most): self.init(AccountFaultPhrase.tooLong, ["n": .text("\(most)")])
    case .common: self.init(AccountFaultPhrase.common)
    case .context: self.init(AccountFaultPhrase.context)
    case .breached: self.init(AccountFaultPhrase.breached)
    }
  }

  private static func phrase(_ refusal: SecondFactor.Refusal) -> AccountFaultPhrase {
    switch refusal {
    case .oneTime(.used): .codeUsed
    case .oneTime: .code
    case .recovery: .recovery
    }
  }
}
