import Mathematics

/// Offers any outcome that is no worse for the party than no deal, each with the same chance.
public struct RandomBidding: Bidding, Hashable {
  /// A bidder by chance.
  public init() {}

  /// A fresh bidder of this kind.
  public func bidder(at seat: BiddingSeat) -> any Bidder { RandomBidder(seat) }
}

private final class RandomBidder: Bidder {
  private let standpoint: Standpoint
  private var chance: RandomStream

  init(_ seat: BiddingSeat) {
    standpoint = seat.standpoint
    chance = seat.chance
  }

  func bid(at moment: BiddingMoment) -> Bid? {
    guard let count = standpoint.count(atLeast: moment.floor) else { return nil }
    let place = Int.random(in: 0..<count, using: &chance)
    return Bid(outcome: standpoint.outcome(at: place), aspiration: standpoint.worth(at: place))
  }
}
