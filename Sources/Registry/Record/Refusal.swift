/// Why the record did not accept a command, and what would make it acceptable. Nothing has happened then, but for
/// ``unconfirmed(_:)``, where nobody knows yet.
public enum Refusal: Error, Hashable, Sendable {
  /// The record holds no such object, or the person may not know of it: the two look alike on purpose.
  case notFound(ObjectID)
  /// The command was prepared on an older version of the object.
  case outdated(ObjectID, prepared: Int, now: Int)
  /// The life cycle has no such act from this stage; `possible` are the acts that it has.
  case notNow(ObjectID, act: String, stage: String, possible: [String])
  /// The person stands in none of the capacities that may do this.
  case notEntitled(act: String, needed: [Capacity])
  /// The act needs a power that nobody delegated to the person, or no longer.
  case powerMissing(Power, act: String)
  /// The act needs a second factor, given within the last ten minutes.
  case secondFactorMissing(act: String)
  /// A condition of the life cycle does not hold; its wording says which, `remedy` what would satisfy it.
  case conditionFails(Sentence, act: String, remedy: Sentence)
  /// A field of the command cannot be accepted.
  case invalid(field: String, fault: Sentence, remedy: Sentence)
  /// The appointment is unknown, has ended or has not begun.
  case appointmentNotValid(ObjectID)
  /// The same key came before with another command.
  case keyReused(String)
  /// The record cannot write now (no space, storage fault); nothing was accepted.
  case unavailable(String)
  /// The disk, or the server, did not confirm a commit. Whether the order came about shows only after a restart: the
  /// same key then has the first receipt as answer, or brings it about.
  case unconfirmed(String)
}

extension Refusal: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notFound(let id): "there is no \(id) that you may see; check the number, or ask its parties"
    case .outdated(let id, let prepared, let now):
      "\(id) has changed since you opened it (version \(prepared), now \(now)); read it again and repeat your act"
    case .notNow(let id, let act, let stage, let possible):
      "'\(act)' is not possible while \(id) is '\(stage)'; possible now: "
        + (possible.isEmpty ? "nothing" : possible.joined(separator: ", "))
    case .notEntitled(let act, let needed):
      "'\(act)' is for \(needed.map(\.rawValue).joined(separator: ", ")); ask one of them, or be appointed"
    case .powerMissing(let power, let act):
      "'\(act)' needs the power '\(power.rawValue)' in this field; have it delegated to you"
    case .secondFactorMissing(let act): "'\(act)' needs your second factor; give the code and repeat"
    case .conditionFails(let condition, let act, let remedy): "'\(act)' needs: \(condition); \(remedy)"
    case .invalid(let field, let fault, let remedy): "\(field): \(fault); \(remedy)"
    case .appointmentNotValid(let id): "the appointment \(id) is not valid now; act under another, or be appointed anew"
    case .keyReused(let key): "the key \(key) was used for another command; repeat with a new key"
    case .unavailable(let reason): "nothing was recorded: \(reason); try again later with the same key"
    case .unconfirmed(let reason): "it is not known yet whether this was recorded: \(reason)"
    }
  }
}
