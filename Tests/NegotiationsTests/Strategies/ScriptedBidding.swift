import Negotiations

/// A strategy from outside the library: offers what is written down for it, the last of it for ever, and settles for
/// nothing less than `aspiration`.
struct ScriptedBidding: Bidding {
  let offers: [Int]
  var aspiration = Double.infinity

  func bidder(at seat: BiddingSeat) -> any Bidder { Reader(self) }

  private final class Reader: Bidder {
    let script: ScriptedBidding

    init(_ script: ScriptedBidding) { self.script = script }

    func bid(at moment: BiddingMoment) -> Bid? {
      Bid(outcome: script.offers[min(moment.round, script.offers.count) - 1], aspiration: script.aspiration)
    }
  }
}
