/// The outcomes that no other outcome beats: at least as good for every party and better for one.
///
/// Outcomes that are worth the same to every party stand behind one point of the frontier; none is dropped.
///
///     let frontier = try ParetoFrontier(of: scenario)
///     frontier.worths(at: 0)               // the acceptable outcome that is best for the first party
///     frontier.outcomes(at: 0, atMost: 9)  // the codes of the outcomes that are worth that
///
/// A scenario's outcomes are never listed: a sum of worths that another beats stays beaten whatever is added to both,
/// so the frontier is put together issue by issue from the best sums so far. Issues that a coupling joins count as one.
/// Worths are added exactly, decimals as decimals; so ties do not hang on the order in which options are added.
public struct ParetoFrontier: Sendable {
  /// The parties' names; "1", "2" … if none were given.
  public let parties: [String]
  /// What each party has without a deal.
  public let reservations: [Double]
  /// Worths, a row for each point: the largest of the first party first, then of the second, and so on.
  public let worths: [Double]
  /// For each point the smallest code of the outcomes behind it; for points that were given, a row's number.
  public let codes: [Int]
  /// How many outcomes are behind each point; `Int.max` if more.
  public let tieCounts: [Int]
  /// What the worst and the best of all outcomes, acceptable or not, are worth to each party.
  public let ranges: [ClosedRange<Double>]
  /// The points that give every party at least its reservation.
  public let acceptable: [Int]

  /// By how much each party's worths may miss the true sums, apart from their own last digits.
  private let precisions: [Double]

  private enum Source: Sendable {
    case sum(FrontierSum)
    case points(NondominatedPoints)
  }
  private let source: Source
  private let keepsTies: Bool

  /// The number of points.
  public var count: Int { codes.count }

  /// What the outcomes behind a point are worth to each party.
  /// - Parameter point: 0 ..< ``count``.
  public func worths(at point: Int) -> [Double] {
    Array(worths[point * parties.count..<(point + 1) * parties.count])
  }

  /// What each party gains by a point over having no deal; not below zero at a point that is acceptable.
  /// - Parameter point: 0 ..< ``count``.
  public func gains(at point: Int) -> [Double] {
    let isAcceptable = contains(acceptable, point)
    return parties.indices.map { party in
      let gain = worths[point * parties.count + party] - reservations[party]
      // A reservation that is met but for what rounding takes off leaves no loss.
      return isAcceptable ? max(0, gain) : gain
    }
  }

  /// How much rounding may make of a point's worth to a party held against another number: a hundred roundings of the
  /// larger of these two, whatever else there is on the frontier.
  func slack(of party: Int, at point: Int, against number: Double) -> Double {
    slack(of: party, for: worths[point * parties.count + party], against: number)
  }

  /// The same for a worth that is on no point.
  func slack(of party: Int, for worth: Double, against number: Double) -> Double {
    Self.rounding * max(abs(worth), abs(number)) + 2 * precisions[party]
  }

  private func contains(_ sorted: [Int], _ value: Int) -> Bool {
    if sorted.count == count { return true }
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < sorted.count && sorted[low] == value
  }

  /// The codes of the outcomes behind a point, the smallest first.
  /// - Parameters:
  ///   - point: 0 ..< ``count``.
  ///   - limit: the most codes that are wanted.
  /// - Returns: as many as there are, or `limit`; one only, if the frontier was made without `keepsTies`.
  public func outcomes(at point: Int, atMost limit: Int = 1000) -> [Int] {
    switch source {
    case .sum(let sum): sum.outcomes(behind: point, atMost: limit)
    case .points(let best): best.members(of: point).prefix(keepsTies ? limit : min(1, limit)).map { Int($0) }
    }
  }

  /// The frontier of a scenario's outcomes.
  ///
  /// - Parameters:
  ///   - scenario: 2 parties or more; fewer outcomes than `Int.max`.
  ///   - isComplete: whether outcomes that some party would refuse are kept as well.
  ///   - keepsTies: whether all outcomes behind a point can be asked for, or the one with the smallest code only.
  /// - Throws: ``NegotiationError/tooManyOutcomes(_:)`` when outcomes cannot be counted, or coupled issues have too
  ///   many combinations; ``NegotiationError/frontierTooLarge(_:)`` when too many outcomes beat each other nowhere.
  /// - Complexity: for each issue a sort of (points so far) × (options), and comparing the points that are left.
  public init(
    of scenario: NegotiationScenario, isComplete: Bool = false, keepsTies: Bool = true
  ) throws(NegotiationError) {
    guard scenario.agenda.outcomeCount != nil else { throw .tooManyOutcomes(nil) }
    parties = scenario.parties.map(\.party)
    reservations = scenario.parties.map(\.reservation)
    self.keepsTies = keepsTies
    let scales = scenario.parties.map(\.scale)
    precisions = scales.map(\.precision)
    var groups: [IssueGroup] = []
    for issues in IssueGroup.partition(of: scenario) {
      groups.append(try IssueGroup(issues, of: scenario, scales: scales))
    }
    ranges = scales.indices.map { party in
      let low = groups.reduce(0) { $0 + $1.lowest[party] }
      let high = groups.reduce(0) { $0 + $1.highest[party] }
      return scales[party].worth(ofUnits: low)...scales[party].worth(ofUnits: high)
    }
    let needed = zip(scales, reservations).map { $0.leastUnits(for: $1) }
    let least = isComplete ? needed.map { _ in -Double.infinity } : needed
    let sum = try FrontierSum(of: groups, least: least, keepsTies: keepsTies)
    let count = parties.count
    acceptable = sum.codes.indices.filter { point in
      (0..<count).allSatisfy { sum.sums[point * count + $0] >= needed[$0] }
    }
    worths = sum.sums.enumerated().map { scales[$0 % count].worth(ofUnits: $1) }
    codes = sum.codes
    tieCounts = keepsTies ? sum.tieCounts : sum.tieCounts.map { _ in 1 }
    source = .sum(sum)
  }

  /// The frontier of points, an outcome each, whose worths are compared as they are.
  ///
  ///     try ParetoFrontier(points: [[3, 0], [1, 1], [0, 3], [1, 1], [0, 1]], reservations: [0, 0]).codes  // [0, 1, 2]
  ///
  /// - Parameters:
  ///   - points: one or more, each with one finite worth for each of 1 party or more.
  ///   - reservations: what each party has without a deal; 0 if not given.
  ///   - names: the parties' names.
  ///   - isComplete: whether points that some party would refuse are kept as well.
  ///   - keepsTies: whether all equal points can be asked for, or the first only.
  /// - Throws: ``NegotiationError`` naming the outcome whose worths do not fit.
  public init(
    points: [[Double]], reservations: [Double]? = nil, names: [String]? = nil, isComplete: Bool = false,
    keepsTies: Bool = true
  ) throws(NegotiationError) {
    guard let first = points.first, !first.isEmpty else { throw .noOutcomes }
    for (outcome, row) in points.enumerated() where row.count != first.count {
      throw .worthCount(outcome: outcome, row.count, wanted: first.count)
    }
    try self.init(
      rows: Array(points.joined()), parties: first.count, reservations: reservations, names: names,
      isComplete: isComplete, keepsTies: keepsTies)
  }

  /// The frontier of points that stand one after the other in one list.
  ///
  /// - Parameters:
  ///   - rows: for each outcome one finite worth for each party.
  ///   - count: the number of parties.
  ///   - reservations: what each party has without a deal; 0 if not given.
  ///   - names: the parties' names.
  ///   - isComplete: whether points that some party would refuse are kept as well.
  ///   - keepsTies: whether all equal points can be asked for, or the first only.
  /// - Throws: ``NegotiationError`` naming the outcome whose worths do not fit.
  /// - Complexity: two passes over all points, then a sort of those that the best few do not beat.
  public init(
    rows: [Double], parties count: Int, reservations: [Double]? = nil, names: [String]? = nil,
    isComplete: Bool = false, keepsTies: Bool = true
  ) throws(NegotiationError) {
    guard count >= 1, !rows.isEmpty else { throw .noOutcomes }
    guard rows.count % count == 0 else {
      throw .worthCount(outcome: rows.count / count, rows.count % count, wanted: count)
    }
    guard rows.count / count < Int(Int32.max) else { throw .tooManyOutcomes(rows.count / count) }
    let names = names ?? (1...count).map(String.init)
    let least = reservations ?? [Double](repeating: 0, count: count)
    guard least.count == count else { throw .reservationCount(least.count, wanted: count) }
    guard names.count == count else { throw .parties(names.count) }
    for (party, worth) in least.enumerated() where !worth.isFinite {
      throw .worth(party: names[party], at: "no deal", worth)
    }
    let bounds = rows.withUnsafeBufferPointer { WorthBounds(of: $0, parties: count) }
    if !bounds.areFinite {
      let place = rows.firstIndex { !$0.isFinite }!
      throw .worth(party: names[place % count], at: "outcome \(place / count)", rows[place])
    }
    parties = names
    self.reservations = least
    precisions = least.map { _ in 0 }
    self.keepsTies = keepsTies
    ranges = zip(bounds.low, bounds.high).map { $0...$1 }
    let all = NondominatedPoints(of: rows, parties: count, bounds: bounds)
    func isAcceptable(_ group: Int) -> Bool {
      let row = Int(all.members(of: group).first!) * count
      return (0..<count).allSatisfy { rows[row + $0] >= least[$0] }
    }
    // Whatever beats an acceptable point is acceptable itself: so those kept are the frontier of the acceptable.
    let best = isComplete ? all : all.keeping(isAcceptable)
    acceptable = (0..<best.count).filter { point in
      let row = Int(best.members(of: point).first!) * count
      return (0..<count).allSatisfy { rows[row + $0] >= least[$0] }
    }
    codes = (0..<best.count).map { Int(best.members(of: $0).first!) }
    worths = codes.flatMap { rows[$0 * count..<($0 + 1) * count] }
    tieCounts = (0..<best.count).map { keepsTies ? best.members(of: $0).count : 1 }
    source = .points(best)
  }
}
