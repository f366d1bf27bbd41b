/// How one party sees every outcome: what each is worth to it, and all of them from the best to the worst.
///
/// The place of an outcome is its rank in that order: 0 for the best; equally good ones stand by their code, the
/// smallest first.
///
/// Where there are many outcomes and the party minds each issue by itself, they are listed when somebody first asks for
/// places, or when looking for outcomes by their worth has taken as long as listing them would.
public struct Standpoint: Sendable {
  /// The party's preferences that all this was worked out from.
  public let preferences: Preferences
  /// How many outcomes there are.
  let outcomeCount: Int
  /// The smallest worth that comes to the reservation.
  let leastWorth: Double
  /// What the best outcome is worth.
  public let best: Double
  /// What the worst outcome is worth.
  public let worst: Double
  /// What each outcome is worth, listed or not.
  let lookup: WorthLookup
  /// Empty until outcomes are listed.
  private let ranking: OutcomeRanking
  private let countOfAcceptable: Int

  /// - Complexity: O(outcomes × (1 + couplings)), and sorting them; O(√outcomes) or so while they are not listed.
  init(of preferences: Preferences, on agenda: Agenda) {
    if let unlisted = UnlistedOutcomes(of: preferences, on: agenda) {
      self.init(of: preferences, unlisted)
    } else {
      self.init(listing: preferences, on: agenda)
    }
  }

  private init(of preferences: Preferences, _ unlisted: UnlistedOutcomes) {
    lookup = WorthLookup(unlisted)
    self.preferences = preferences
    outcomeCount = unlisted.count
    leastWorth = preferences.leastWorth
    (best, worst) = (unlisted.sums.best, unlisted.sums.worst)
    (ranking, countOfAcceptable) = (OutcomeRanking(of: []), 0)
  }

  /// With all outcomes listed.
  init(listing preferences: Preferences, on agenda: Agenda) {
    self.preferences = preferences
    let column = Self.column(of: preferences, on: agenda)
    lookup = WorthLookup(column)
    ranking = OutcomeRanking(of: column)
    outcomeCount = column.count
    leastWorth = preferences.leastWorth
    (best, worst) = (ranking.worths[0], ranking.worths[outcomeCount - 1])
    countOfAcceptable = best < leastWorth ? 0 : Self.lastPlace(atLeast: leastWorth, in: ranking.worths) + 1
  }

  /// The same with all outcomes listed, for who goes through them.
  var listed: Standpoint { lookup.unlisted?.listed ?? self }

  /// The same, for one more negotiation: listed if that is known to have been worth while.
  var seated: Standpoint { lookup.unlisted?.listedIfWorthwhile ?? self }

  /// What each outcome is worth to the party, by the outcome's code.
  public var worths: [Double] { listed.lookup.column }

  /// What the outcome with a code is worth to the party, as in ``worths``, without a list of all.
  @inline(__always)
  public func worth(of outcome: Int) -> Double { lookup[outcome] }

  /// How many places hold outcomes worth at least the reservation.
  public var acceptableCount: Int { listed.countOfAcceptable }

  /// What the party gains by outcomes over having no deal.
  var gains: GainLookup {
    GainLookup(worths: lookup, reservation: preferences.reservation, leastWorth: leastWorth)
  }

  /// What the party gains by an outcome over having no deal; not below zero if it is acceptable.
  func gain(of outcome: Int) -> Double { gains[outcome] }

  /// The code of the outcome at a place.
  @inline(__always)
  public func outcome(at place: Int) -> Int {
    lookup.isListed ? Int(ranking.outcomes[place]) : UnlistedOutcomes.outcome(at: place, in: lookup.unlisted)
  }

  /// What the outcome at a place is worth.
  @inline(__always)
  public func worth(at place: Int) -> Double {
    lookup.isListed ? ranking.worths[place] : UnlistedOutcomes.worth(at: place, in: lookup.unlisted)
  }

  /// The place of the outcome that is worth least among those worth at least `worth`, the smallest code among equals;
  /// nil if even the best is worth less. O(log outcomes).
  public func place(ofLeastWorthAtLeast worth: Double) -> Int? {
    guard lookup.isListed else { return listed.place(ofLeastWorthAtLeast: worth) }
    return best >= worth ? listedPlace(ofLeastWorthAtLeast: worth) : nil
  }

  /// Where outcomes are listed, and the best is worth as much. A function of its own, for put into others the search by
  /// halves takes longer.
  @inline(never)
  private func listedPlace(ofLeastWorthAtLeast worth: Double) -> Int {
    firstPlace(ofEquals: Self.lastPlace(atLeast: worth, in: ranking.worths))
  }

  /// The place of the outcome that is worth least among those worth at least `wanted`, or less by no more than what a
  /// few roundings make of the range of worths, but never less than `floor`; nil if even the best is worth less than
  /// that.
  func place(asking wanted: Double, floor: Double) -> Int? {
    place(ofLeastWorthAtLeast: least(asking: wanted, floor: floor))
  }

  private func least(asking wanted: Double, floor: Double) -> Double {
    max(min(wanted, best) - 1e-9 * (best - worst), floor)
  }

  /// The outcome at the place that ``place(asking:floor:)`` finds, and what it is worth.
  @inline(__always)
  func outcome(asking wanted: Double, floor: Double) -> (outcome: Int, worth: Double)? {
    let least = least(asking: wanted, floor: floor)
    guard best >= least else { return nil }
    guard lookup.isListed else { return UnlistedOutcomes.outcome(ofLeastWorthAtLeast: least, in: lookup.unlisted) }
    let place = listedPlace(ofLeastWorthAtLeast: least)
    return (Int(ranking.outcomes[place]), ranking.worths[place])
  }

  /// How many outcomes are worth at least `worth`; nil if none. O(log outcomes).
  func count(atLeast worth: Double) -> Int? {
    guard lookup.isListed else { return listed.count(atLeast: worth) }
    return best >= worth ? Self.lastPlace(atLeast: worth, in: ranking.worths) + 1 : nil
  }

  /// Where a worth lies on the way from the worst outcome (0) to the best (1); 1 if all are worth the same.
  public func share(of worth: Double) -> Double {
    let range = best - worst
    return range > 0 ? (worth - worst) / range : 1
  }

  /// The worth that lies so far on the way from the worst outcome (0) to the best (1).
  public func worth(ofShare share: Double) -> Double { worst + (best - worst) * share }

  /// The first place whose outcome is worth as much as the one at `place`.
  private func firstPlace(ofEquals place: Int) -> Int {
    let worth = ranking.worths[place]
    guard place > 0, ranking.worths[place - 1] == worth else { return place }
    // The first place that is worth no more than this one.
    var (low, high) = (0, place)
    while low < high {
      let middle = (low + high) / 2
      if ranking.worths[middle] > worth { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The place of an outcome. O(log outcomes).
  public func place(of outcome: Int) -> Int {
    guard lookup.isListed else { return listed.place(of: outcome) }
    let worth = lookup[outcome]
    let last = Self.lastPlace(atLeast: worth, in: ranking.worths)
    var (low, high) = (firstPlace(ofEquals: last), last)
    while low < high {
      let middle = (low + high) / 2
      if Int(ranking.outcomes[middle]) < outcome { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The last place of falling `worths` that is worth at least `worth`; the first one is.
  @inline(__always)
  static func lastPlace(atLeast worth: Double, in worths: [Double]) -> Int {
    worths.withUnsafeBufferPointer { worths in
      // `base + half` stays below `base + rest`, which never exceeds the count.
      var base = 0
      var rest = worths.count
      while rest > 1 {
        let half = rest / 2
        base = worths[base + half] >= worth ? base + half : base
        rest -= half
      }
      return base
    }
  }

  /// What every outcome is worth, by code; the same bits as ``Preferences/worth(of:on:)``.
  static func column(of preferences: Preferences, on agenda: Agenda) -> [Double] {
    guard let count = agenda.outcomeCount else { preconditionFailure("outcomes that can be counted") }
    let scale = preferences.scale
    var column = [Double](unsafeUninitializedCapacity: count) { column, initialized in
      // The prefix for the first issues grows to the one for one issue more, from its end, so that nothing is
      // overwritten before it is read: the words for prefix p begin at p × options, which is at least p.
      column.initializeElement(at: 0, to: 0)
      var size = 1
      for own in preferences.worths {
        let worths = own.map(scale.units)
        let options = worths.count
        for prefix in stride(from: size - 1, through: 0, by: -1) {
          let known = column[prefix]
          for option in 0..<options { column[prefix * options + option] = known + worths[option] }
        }
        size *= options
      }
      initialized = count
    }
    for coupling in preferences.couplings { add(coupling, in: scale, to: &column, on: agenda) }
    // Sums in units are exact, and each is one division away from the worth.
    let factor = scale.factor
    if factor != 1 {
      column.withUnsafeMutableBufferPointer { column in
        for outcome in 0..<count { column[outcome] /= factor }
      }
    }
    return column
  }

  private static func add(
    _ coupling: Preferences.Coupling, in scale: WorthScale, to column: inout [Double], on agenda: Agenda
  ) {
    let worths = coupling.worths.map(scale.units)
    // How far apart the codes of two neighbouring options of an issue are.
    var strides = [Int](repeating: 1, count: agenda.issues.count)
    for issue in agenda.issues.indices.dropLast().reversed() {
      strides[issue] = strides[issue + 1] * agenda.issues[issue + 1].count
    }
    let parts = coupling.issues.map { (stride: strides[$0], count: agenda.issues[$0].count) }
    for outcome in column.indices {
      var code = 0
      for part in parts { code = code * part.count + outcome / part.stride % part.count }
      column[outcome] += worths[code]
    }
  }
}
