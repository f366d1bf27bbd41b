/// Answers concessions towards a fair deal in kind, and of what is worth enough to itself offers what the other seems
/// to like best.
///
/// It estimates the others' preferences by a model, and from them the outcome with the largest product of its own
/// gain and the others' estimated worths. An other's concession is the share of the way, from its first offer's worth
/// to the party to that outcome's, that its best offer has come. The party goes the same share of the way from its
/// best outcome to that one — for several others, the smallest of their shares — and among outcomes worth as much
/// or a little more offers the one with the largest product of the others' estimated worths, the better for itself
/// among equals.
///
/// The models' estimates are worked out anew after 1, 2, 4, 8, … offers heard.
///
/// Source: Baarslag, Hindriks & Jonker (2013), A tit for tat negotiation strategy for real-time bilateral
/// negotiations, Complex Automated Negotiations, 229–233; without its hurry before the deadline.
public struct NiceTitForTatBidding: Bidding {
  /// How much more than it asks for it may offer itself, as a share of the way from its worst outcome to its best.
  public let width: Double
  private let model: @Sendable (Agenda) -> any OpponentModel

  /// - Parameters:
  ///   - width: How much more than it asks for it may offer itself; 0 or more.
  ///   - model: A fresh model of another party's preferences.
  public init(
    width: Double = 0.03, model: @escaping @Sendable (Agenda) -> any OpponentModel = { FrequencyModel($0) }
  ) {
    precondition(width >= 0, "a width of 0 or more")
    self.width = width
    self.model = model
  }

  /// A fresh bidder of this kind.
  public func bidder(at seat: BiddingSeat) -> any Bidder {
    NiceTitForTatBidder(width, seat, models: (0..<seat.partyCount).map { _ in model(seat.agenda) })
  }
}

private final class NiceTitForTatBidder: Bidder {
  private let width: Double
  private let standpoint: Standpoint
  private let agenda: Agenda
  private let party: Int
  private var models: [any OpponentModel]
  /// The worth of each party's first offer and of its best so far, as shares.
  private var firstAndBest: [(first: Double, best: Double)?]
  private var heardCount = 0
  /// The product of the others' estimated worths, by outcome.
  private var liking: [Double] = []
  /// The share that the fair outcome gives the party.
  private var fair = 0.0

  init(_ width: Double, _ seat: BiddingSeat, models: [any OpponentModel]) {
    self.width = width
    self.models = models
    standpoint = seat.standpoint
    agenda = seat.agenda
    party = seat.party
    firstAndBest = Array(repeating: nil, count: seat.partyCount)
  }

  var isListening: Bool { true }

  func hear(_ act: NegotiationRun.Act, at time: Double) {
    guard act.deed == .proposes, let other = act.party, let outcome = act.outcome else { return }
    let share = standpoint.share(of: standpoint.worth(of: outcome))
    let known = firstAndBest[other] ?? (share, share)
    firstAndBest[other] = (known.first, max(known.best, share))
    models[other].observe(agenda.options(at: outcome), at: time)
    heardCount += 1
    if heardCount & (heardCount - 1) == 0 { learn() }
  }

  private func learn() {
    liking = [Double](repeating: 1, count: standpoint.outcomeCount)
    for other in models.indices where other != party {
      let column = Standpoint.column(of: models[other].estimate, on: agenda)
      for outcome in column.indices { liking[outcome] *= max(column[outcome], 0) }
    }
    var largest = -1.0
    for place in 0..<standpoint.acceptableCount {
      let product =
        (standpoint.worth(at: place) - standpoint.preferences.reservation) * liking[standpoint.outcome(at: place)]
      if product > largest { (largest, fair) = (product, standpoint.share(of: standpoint.worth(at: place))) }
    }
  }

  func bid(at moment: BiddingMoment) -> Bid? {
    guard standpoint.best >= moment.floor else { return nil }
    let conceded = firstAndBest.lazy.compactMap(\.self).map { first, best in
      // Whose first offer was fair already has nothing to concede.
      first < self.fair ? min((best - first) / (self.fair - first), 1) : 1
    }
    let asked = 1 - (conceded.min() ?? 0) * (1 - fair)
    guard var place = standpoint.place(asking: standpoint.worth(ofShare: asked), floor: moment.floor) else {
      return nil
    }
    let wanted = standpoint.worth(at: place)
    let limit = wanted + width * (standpoint.best - standpoint.worst)
    if !liking.isEmpty {
      var candidate = standpoint.count(atLeast: wanted).map { $0 - 1 } ?? place
      var largest = -1.0
      while candidate >= 0, standpoint.worth(at: candidate) <= limit {
        let value = liking[standpoint.outcome(at: candidate)]
        if value >= largest { (largest, place) = (value, candidate) }
        candidate -= 1
      }
    }
    return Bid(outcome: standpoint.outcome(at: place), aspiration: standpoint.worth(at: place))
  }
}
