import Mathematics

/// Who sits at a table during one negotiation, each with its bidder and its judge.
struct Delegates {
  let bidders: [any Bidder]
  var judges: [Judge]
  private let worths: [WorthLookup]
  /// Who wants to be told what the others do.
  private let listeners: [Int]
  private let judgesLookBack: Bool
  private let floors: [Double]
  private let outcomeCount: Int

  init(
    _ strategies: [NegotiationStrategy], at table: BargainingTable, chance: RandomStream
  ) throws(NegotiationError) {
    guard strategies.count == table.partyCount else {
      throw .strategyCount(strategies.count, parties: table.partyCount)
    }
    var standpoints = table.standpoints
    for party in standpoints.indices where !standpoints[party].lookup.isListed {
      let isSeeking = strategies[party].bidding is any BiddingByWorth
      standpoints[party] = isSeeking ? standpoints[party].seated : standpoints[party].listed
    }
    worths = standpoints.map(\.lookup)
    outcomeCount = table.outcomeCount
    let bidders = strategies.indices.map { [standpoints] party in
      strategies[party].bidding.bidder(
        at: BiddingSeat(
          party: party, partyCount: table.partyCount, agenda: table.scenario.agenda,
          standpoint: standpoints[party], chance: chance.substream(party)))
    }
    self.bidders = bidders
    judges = zip(strategies, standpoints).map { Judge($0.acceptance, $1) }
    listeners = bidders.indices.filter { bidders[$0].isListening }
    judgesLookBack = judges.contains(where: \.looksBack)
    floors = standpoints.map(\.leastWorth)
  }

  @inline(__always)
  func moment(for party: Int, round: Int, deadline: Int, time: Double) -> BiddingMoment {
    BiddingMoment(
      round: round, deadline: deadline, time: time,
      floor: floors[party])
  }

  /// A party's bid; nil if it leaves. An offer of no outcome, or worse than no deal, is taken as leaving.
  @inline(__always)
  func bid(of party: Int, at moment: BiddingMoment) -> Bid? {
    guard let bid = bidders[party].bid(at: moment), bid.outcome >= 0, bid.outcome < outcomeCount,
      worths[party][bid.outcome] >= moment.floor
    else { return nil }
    return bid
  }

  /// Tells everybody but who did it.
  @inline(__always)
  mutating func tell(_ act: NegotiationRun.Act, at time: Double) {
    for party in listeners where party != act.party { bidders[party].hear(act, at: time) }
    guard judgesLookBack, act.deed == .proposes, let outcome = act.outcome else { return }
    for party in judges.indices where party != act.party && judges[party].looksBack {
      judges[party].hear(outcome, at: time)
    }
  }
}
