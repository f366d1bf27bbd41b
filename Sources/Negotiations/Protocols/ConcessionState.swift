/// The proposals that lie on a table, and what they mean for whose turn it is to concede.
struct ConcessionState {
  private(set) var proposals: [Int]
  private let standpoints: [Standpoint]
  private let lookups: [GainLookup]
  /// The place of each proposal in its party's ranking: concessions are sought behind it.
  private var places: [Int]
  /// What each party gains by each proposal: `gains[proposal][party]`.
  private var gains: [[Double]]
  /// For each party a power of two near its best gain: products are taken of gains in these, so that none overflows.
  private let units: [Double]

  init(proposals: [Int], on table: BargainingTable) {
    self.proposals = proposals
    // Whoever looks for concessions goes through the outcomes.
    standpoints = table.standpoints.map(\.listed)
    lookups = standpoints.map(\.gains)
    places = zip(standpoints, proposals).map { $0.place(of: $1) }
    units = standpoints.map { standpoint in
      let best = standpoint.gain(of: standpoint.outcome(at: 0))
      return best > 0 ? Double(sign: .plus, exponent: Int(best.exponent), significand: 1) : 1
    }
    gains = []
    gains = proposals.map { gain(of: $0) }
  }

  private func gain(of outcome: Int) -> [Double] {
    lookups.map { $0[outcome] }
  }

  mutating func propose(_ outcome: Int, by party: Int) {
    proposals[party] = outcome
    places[party] = standpoints[party].place(of: outcome)
    gains[party] = gain(of: outcome)
  }

  /// The proposal that gives everybody as much as its own, and its author: of several the one with the largest
  /// product of gains, then the smallest code.
  var agreed: (author: Int, outcome: Int)? {
    var chosen: (author: Int, product: Double)?
    for author in proposals.indices
    where proposals.indices.allSatisfy({ gains[author][$0] >= gains[$0][$0] }) {
      let product = zip(gains[author], units).reduce(1) { $0 * ($1.0 / $1.1) }
      let isBetter =
        chosen.map { ($0.product, -proposals[$0.author]) < (product, -proposals[author]) } ?? true
      if isBetter { chosen = (author, product) }
    }
    return chosen.map { ($0.author, proposals[$0.author]) }
  }

  /// What a party's own proposal gives it, and the least it gets of anybody's.
  private struct Stake {
    let own: Double
    let least: Double

    /// A party that gains nothing loses nothing by insisting: its risk is 1, as if the least were none of a gain of
    /// one. Gains are taken in a power of two near its own gain, so that products neither overflow nor vanish.
    init(gain: Double, least: Double) {
      guard gain > 0 else {
        (own, self.least) = (1, 0)
        return
      }
      own = gain.significand
      self.least = Double(sign: .plus, exponent: -Int(gain.exponent), significand: least)
    }

    var risk: Double { (own - least) / own }

    /// Whether the risk is smaller, from products alone: whole numbers are compared exactly.
    func isSmaller(than other: Stake) -> Bool { least * other.own > other.least * own }
  }

  private func stake(of party: Int) -> Stake {
    Stake(gain: gains[party][party], least: gains.reduce(.infinity) { min($0, $1[party]) })
  }

  var risks: [Double] {
    proposals.indices.map { stake(of: $0).risk }
  }

  /// The parties from the smallest risk to the largest, equal ones in their order.
  var order: [Int] {
    let stakes = proposals.indices.map { stake(of: $0) }
    // Inserting keeps equal ones in their order.
    var order: [Int] = []
    for party in proposals.indices {
      let place = order.firstIndex { stakes[party].isSmaller(than: stakes[$0]) } ?? order.count
      order.insert(party, at: place)
    }
    return order
  }

  /// The outcome a party would concede to; nil if there is none.
  func concession(of party: Int, kind: Concession, step: MonotonicConcession.Step) -> Int? {
    if step == .sufficient {
      let rest = standing(without: party)
      if let enough = find(for: party, kind, where: { rest.isEnough($0, strictly: true) }) { return enough }
      if let equal = find(for: party, kind, where: { rest.isEnough($0, strictly: false) }) { return equal }
    }
    return find(for: party, kind) { _ in true }
  }

  /// What the others' proposals leave to a party that looks for a concession.
  private struct Standing {
    let party: Int
    /// What each party gains by its own proposal.
    let own: [Double]
    /// The least each party gains by a proposal of one of the others than `party`.
    let least: [Double]

    /// Whether, after proposing what brings `new` gains, another party's risk is smaller than the party's own, or, if
    /// not strictly, no larger.
    func isEnough(_ new: [Double], strictly: Bool) -> Bool {
      let ownRisk = Stake(gain: new[party], least: min(least[party], new[party]))
      for other in own.indices where other != party {
        let risk = Stake(gain: own[other], least: min(least[other], new[other]))
        if strictly ? risk.isSmaller(than: ownRisk) : !ownRisk.isSmaller(than: risk) { return true }
      }
      return false
    }
  }

  private func standing(without party: Int) -> Standing {
    Standing(
      party: party, own: gains.indices.map { gains[$0][$0] },
      least: gains.indices.map { other in
        gains.indices.reduce(.infinity) { $1 == party ? $0 : min($0, gains[$1][other]) }
      })
  }

  /// The first outcome behind the party's proposal in its own ranking that is a concession and meets `condition`;
  /// among those worth the same to the party, the one with the largest measure.
  private func find(
    for party: Int, _ kind: Concession, where condition: ([Double]) -> Bool
  ) -> Int? {
    let standpoint = standpoints[party]
    var found: (outcome: Int, worth: Double, measure: Double)?
    var new = gains[party]
    search: for place in (places[party] + 1)..<max(places[party] + 1, standpoint.acceptableCount) {
      let worth = standpoint.worth(at: place)
      if let found, worth < found.worth { break }
      let outcome = standpoint.outcome(at: place)
      for other in new.indices {
        guard lookups[other].isAcceptable(outcome) else { continue search }
        new[other] = lookups[other][outcome]
      }
      guard kind.holds(from: gains[party], to: new, by: party, units: units), condition(new) else { continue }
      let measure = kind.measure(of: new, without: party, units: units)
      if found.map({ measure > $0.measure }) ?? true { found = (outcome, worth, measure) }
    }
    return found?.outcome
  }
}
