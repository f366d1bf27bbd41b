/// When a party accepts the outcome on the table. Whatever it says, a party accepts nothing worth less than no deal.
///
/// Worths are the party's own, undiscounted. Source: Baarslag, Hindriks & Jonker (2014), Effective acceptance
/// conditions in real-time automated negotiation, Decision Support Systems 60, 68–77.
public indirect enum Acceptance: Sendable, Hashable {
  /// What is on the table is worth as much as what the party would settle for, usually its own next offer:
  /// scale × worth + shift ≥ aspiration.
  case next(scale: Double = 1, shift: Double = 0)
  /// It is worth this share of the way from the reservation (0) to the best outcome (1), or more.
  case constant(share: Double)
  /// So much of the time has gone by.
  case time(Double)
  /// It is worth as much as everything the others have offered within a time as long as what is left.
  case bestOfRecent
  /// At least one of these.
  case any([Acceptance])
  /// All of these.
  case all([Acceptance])

  /// As ``next(scale:shift:)``, and from `time` on also what is the best in a time as long as what is left.
  ///
  /// Called AC_combi(T, MAX^W) in the source.
  public static func combined(from time: Double) -> Acceptance {
    .any([.next(), .all([.time(time), .bestOfRecent])])
  }

  /// Whether it looks back at what has been offered.
  var looksBack: Bool {
    switch self {
    case .bestOfRecent: true
    case .any(let parts), .all(let parts): parts.contains(where: \.looksBack)
    case .next, .constant, .time: false
    }
  }
}

/// One party's answers during one negotiation.
struct Judge {
  private let acceptance: Acceptance
  private let isPlain: Bool
  let looksBack: Bool
  private let worths: WorthLookup
  private let lowest: Double
  private let highest: Double
  /// What the others have offered: when, and what it is worth.
  private var heard: [(time: Double, worth: Double)] = []

  init(_ acceptance: Acceptance, _ standpoint: Standpoint) {
    self.acceptance = acceptance
    isPlain = acceptance == .next()
    looksBack = acceptance.looksBack
    worths = standpoint.lookup
    lowest = standpoint.leastWorth
    highest = standpoint.best
  }

  mutating func hear(_ outcome: Int, at time: Double) { heard.append((time, worths[outcome])) }

  @inline(__always)
  func accepts(_ outcome: Int, insteadOf bid: Bid, at moment: BiddingMoment) -> Bool {
    let worth = worths[outcome]
    guard worth >= moment.floor else { return false }
    return isPlain ? worth >= bid.aspiration : holds(acceptance, worth, bid, moment)
  }

  private func holds(_ acceptance: Acceptance, _ worth: Double, _ bid: Bid, _ moment: BiddingMoment) -> Bool {
    switch acceptance {
    case .next(let scale, let shift): scale * worth + shift >= bid.aspiration
    case .constant(let share): worth >= lowest + (highest - lowest) * share
    case .time(let time): moment.time >= time
    case .bestOfRecent:
      // Times are quotients of rounds: an offer that lies exactly as far back as the end lies ahead counts in spite
      // of rounding.
      heard.reversed().lazy.prefix { $0.time >= 2 * moment.time - 1 - 1e-9 }.allSatisfy { $0.worth <= worth }
    case .any(let parts): parts.contains { holds($0, worth, bid, moment) }
    case .all(let parts): parts.allSatisfy { holds($0, worth, bid, moment) }
    }
  }
}
