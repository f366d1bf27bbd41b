/// Bids by a rule of your own, which looks at everything the others have done.
///
///     let lastMinute = CustomBidding { seat, heard, moment in
///       let place = moment.time < 1 ? 0 : seat.standpoint.acceptableCount - 1
///       return Bid(outcome: seat.standpoint.outcome(at: place), aspiration: seat.standpoint.worth(at: place))
///     }
///
/// A rule that keeps something in mind from turn to turn conforms to ``Bidding`` instead.
public struct CustomBidding: Bidding {
  /// What to bid, from where the party sits, what the others have done so far, and when it is; nil to leave the table.
  public typealias Rule = @Sendable (BiddingSeat, [NegotiationRun.Act], BiddingMoment) -> Bid?

  private let rule: Rule

  /// - Parameter rule: What to bid.
  public init(_ rule: @escaping Rule) { self.rule = rule }

  /// A fresh bidder of this kind.
  public func bidder(at seat: BiddingSeat) -> any Bidder { CustomBidder(rule, seat) }
}

private final class CustomBidder: Bidder {
  private let rule: CustomBidding.Rule
  private let seat: BiddingSeat
  private var heard: [NegotiationRun.Act] = []

  init(_ rule: @escaping CustomBidding.Rule, _ seat: BiddingSeat) {
    self.rule = rule
    self.seat = seat
  }

  var isListening: Bool { true }

  func hear(_ act: NegotiationRun.Act, at time: Double) { heard.append(act) }

  func bid(at moment: BiddingMoment) -> Bid? { rule(seat, heard, moment) }
}
