import Registry
import Synchronization

/// Under which appointments somebody was let in lately: it holds until the record changes, and within one second at
/// most, since an appointment ends at a moment.
final class ValidClaims: Sendable {
  private struct State {
    var edition: RecordEdition?
    var second: Int64 = 0
    var isValid: [ObjectID: Bool] = [:]
  }

  private let state = Mutex(State())

  /// Whether the record lets somebody act under an appointment now.
  ///
  /// - Parameters:
  ///   - claim: who they say they are; nothing but the appointment decides.
  ///   - appointment: that of the claim.
  ///   - moment: what time it is.
  func holds(_ claim: Claim, of appointment: ObjectID, in ledger: Ledger, at moment: Instant) -> Bool {
    guard let edition = try? ledger.edition() else { return false }
    let second = moment.milliseconds / 1000
    let known = state.withLock { state in
      if state.edition != edition || state.second != second { state = State(edition: edition, second: second) }
      return state.isValid[appointment]
    }
    if let known { return known }
    let found = (try? ledger.read(as: claim) { _ in true }) == true
    state.withLock { state in
      if state.edition == edition, state.second == second { state.isValid[appointment] = found }
    }
    return found
  }
}
