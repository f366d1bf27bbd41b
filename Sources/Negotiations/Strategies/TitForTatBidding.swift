/// Concedes as much as the others have conceded, measured by what their offers are worth to the party itself.
///
/// Worths are counted as shares of the way from the party's worst outcome to its best. It begins with its best
/// outcome, and every time it has heard something new it changes what it asks for; it takes concessions back as the
/// others do. Of several others the mean of their offers counts.
///
/// Source: Faratin, Sierra & Jennings (1998), Robotics and Autonomous Systems 24, 159–182, whose functions of single
/// issues are here functions of the worth of whole outcomes.
public struct TitForTatBidding: BiddingByWorth, Hashable {
  /// What is imitated.
  public enum Imitation: Hashable, Sendable {
    /// The ratio of two offers that followed each other: asked × earlier / later. With a delay of 1 the last two, of
    /// 2 the two before.
    case relative(delay: Int = 1)
    /// The difference of two offers that followed each other.
    case absolute(delay: Int = 1)
    /// The ratio of the last offer and the one `window` offers earlier.
    case averaged(window: Int)
  }

  /// What is imitated.
  public let imitation: Imitation

  /// - Parameter imitation: What is imitated; a delay or window of at least one.
  public init(_ imitation: Imitation = .relative()) {
    switch imitation {
    case .relative(let offers), .absolute(let offers), .averaged(let offers):
      precondition(offers >= 1, "at least one offer back")
    }
    self.imitation = imitation
  }

  /// A fresh bidder of this kind.
  public func bidder(at seat: BiddingSeat) -> any Bidder { TitForTatBidder(imitation, seat) }
}

private final class TitForTatBidder: Bidder {
  private let imitation: TitForTatBidding.Imitation
  private let standpoint: Standpoint
  /// The share that it asks for.
  private var asked = 1.0
  private var hasNews = false
  /// What every party's offers were worth, as shares.
  private var heard: [[Double]]

  init(_ imitation: TitForTatBidding.Imitation, _ seat: BiddingSeat) {
    self.imitation = imitation
    standpoint = seat.standpoint
    heard = Array(repeating: [], count: seat.partyCount)
  }

  var isListening: Bool { true }

  func hear(_ act: NegotiationRun.Act, at time: Double) {
    guard act.deed == .proposes, let party = act.party, let outcome = act.outcome else { return }
    heard[party].append(standpoint.share(of: standpoint.worth(of: outcome)))
    hasNews = true
  }

  func bid(at moment: BiddingMoment) -> Bid? {
    guard standpoint.best >= moment.floor else { return nil }
    if hasNews {
      hasNews = false
      asked = min(max(reply, standpoint.share(of: max(moment.floor, standpoint.worst))), 1)
    }
    let wanted = standpoint.worth(ofShare: asked)
    guard let offer = standpoint.outcome(asking: wanted, floor: moment.floor) else { return nil }
    return Bid(outcome: offer.outcome, aspiration: offer.worth)
  }

  /// What the others' last move would have it ask for.
  private var reply: Double {
    let (back, apart) =
      switch imitation {
      case .relative(let delay), .absolute(let delay): (delay, 1)
      case .averaged(let window): (window, window)
      }
    var (earlier, later) = (0.0, 0.0)
    var count = 0.0
    for offers in heard where offers.count > back {
      earlier += offers[offers.count - 1 - back]
      later += offers[offers.count - 1 - back + apart]
      count += 1
    }
    guard count > 0 else { return asked }
    if case .absolute = imitation { return asked - (later - earlier) / count }
    return later > 0 ? asked * earlier / later : asked
  }
}
