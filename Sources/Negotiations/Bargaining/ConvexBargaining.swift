import Foundation
import Mathematics

/// What several parties can have when everything that can be done is a list of amounts under linear conditions.
///
/// Each party's worth is a linear sum of the amounts. Mixes of outcomes are of this kind, and so are divisions of
/// money, water or time.
///
///     // 12 units among three parties, the third of which values them double
///     let pie = try ConvexBargaining(
///       worths: Matrix([[1, 0, 0], [0, 1, 0], [0, 0, 2]]), rows: Matrix([[1, 1, 1]]), relations: [.atMost],
///       bounds: [12])
///     try pie.solution(.nash())?.worths  // 4, 4, 8
public struct ConvexBargaining: Sendable {
  /// The parties' names; "1", "2" … if none were given.
  public let parties: [String]
  /// What each party has without a deal.
  public let reservations: [Double]
  let worths: Matrix
  let constants: [Double]
  let rows: Matrix
  let relations: [LinearProgram.Relation]
  let bounds: [Double]

  /// A rule's choice.
  public struct Solution: Sendable, Equatable {
    public let rule: BargainingRule
    /// The amounts; where several lists serve the rule as well, one of them.
    public let amounts: [Double]
    /// What they are worth to each party.
    public let worths: [Double]
    /// What that is over having no deal.
    public let gains: [Double]
    /// The parties that gain nothing whatever is acceptable to all.
    public let gainless: [Int]
  }

  /// - Parameters:
  ///   - worths: what one unit of each amount is worth: a row for each party, a column for each amount.
  ///   - constants: what each party has whatever the amounts; 0 if not given.
  ///   - rows: the conditions, a column for each amount; amounts are never below 0.
  ///   - relations: whether a condition's sum is at most, exactly or at least its bound.
  ///   - bounds: one for each condition.
  ///   - reservations: what each party has without a deal; 0 if not given.
  ///   - names: the parties' names.
  /// - Throws: ``NegotiationError/conditions`` when sizes do not fit or numbers are not finite.
  public init(
    worths: Matrix, constants: [Double]? = nil, rows: Matrix, relations: [LinearProgram.Relation], bounds: [Double],
    reservations: [Double]? = nil, names: [String]? = nil
  ) throws(NegotiationError) {
    let zeros = [Double](repeating: 0, count: worths.rows)
    let (constants, reservations) = (constants ?? zeros, reservations ?? zeros)
    let names = names ?? zeros.indices.map { "\($0 + 1)" }
    guard worths.rows >= 1, worths.columns >= 1, constants.count == worths.rows, reservations.count == worths.rows,
      names.count == worths.rows, rows.columns == worths.columns || rows.rows == 0, relations.count == rows.rows,
      bounds.count == rows.rows,
      (worths.elements + constants + rows.elements + bounds + reservations).allSatisfy(\.isFinite)
    else { throw .conditions }
    parties = names
    self.reservations = reservations
    self.worths = worths
    self.constants = constants
    self.rows = rows
    self.relations = relations
    self.bounds = bounds
  }

  /// All mixes, by lot or by turns, of the points of a frontier; the amounts are their chances.
  ///
  /// - Parameter frontier: best made with `isComplete`, so that what someone alone would refuse can enter a mix.
  /// - Throws: ``NegotiationError/noOutcomes`` for an empty frontier.
  public init(mixesOf frontier: ParetoFrontier) throws(NegotiationError) {
    guard frontier.count > 0 else { throw .noOutcomes }
    var worths = Matrix(rows: frontier.parties.count, columns: frontier.count)
    for point in 0..<frontier.count {
      for (party, worth) in frontier.worths(at: point).enumerated() { worths[party, point] = worth }
    }
    try self.init(
      worths: worths, rows: Matrix(rows: 1, columns: frontier.count, repeating: 1), relations: [.equal], bounds: [1],
      reservations: frontier.reservations, names: frontier.parties)
  }

  /// What a rule chooses; nil when nothing gives every party its reservation.
  ///
  /// - Parameter rule: weights, if any, one for each party.
  /// - Returns: amounts within the conditions and what they are worth, or nil.
  /// - Throws: ``NegotiationError/endlessWorth(party:)``, ``NegotiationError/unsolved``, or what its weights are
  ///   refused for.
  /// - Complexity: some linear programs for each party.
  ///
  /// Source: the lexicographic maximin by linear programs follows Ogryczak, Pióro & Tomaszewski (2005); the product is
  /// brought up by mixing corner points (von Hohenbalken 1977).
  public func solution(_ rule: BargainingRule) throws(NegotiationError) -> Solution? {
    let weights = try rule.weights(for: parties)
    guard let ideal = try idealGains() else { return nil }
    return try solution(rule, weights: weights, ideal: ideal.gains, corners: ideal.corners)
  }

  /// The conditions and everyone's reservation.
  private func program(
    maximising objective: [Double], of party: Int = 0, extra: [(row: [Double], bound: Double)] = [], width: Int? = nil
  ) throws(NegotiationError) -> LinearProgram.Solution? {
    let width = width ?? worths.columns
    let count = rows.rows + parties.count + extra.count
    var all = Matrix(rows: count, columns: width)
    var allBounds = bounds
    for row in 0..<rows.rows {
      for column in 0..<rows.columns { all[row, column] = rows[row, column] }
    }
    for party in parties.indices {
      for column in 0..<worths.columns { all[rows.rows + party, column] = worths[party, column] }
      allBounds.append(reservations[party] - constants[party])
    }
    for (index, (row, bound)) in extra.enumerated() {
      for column in 0..<width { all[rows.rows + parties.count + index, column] = row[column] }
      allBounds.append(bound)
    }
    do {
      return try LinearProgram(
        objective: objective.map { -$0 }, rows: all,
        relations: relations + [LinearProgram.Relation](repeating: .atLeast, count: count - rows.rows),
        bounds: allBounds, isFree: (0..<width).map { $0 >= worths.columns }
      ).solution()
    } catch {
      switch error {
      case .infeasible: return nil
      // Each party's worth is looked at before any sum of worths: so it is this party's that has no end.
      case .unbounded: throw .endlessWorth(party: parties[party])
      default: throw .unsolved
      }
    }
  }

  func worths(of amounts: [Double]) -> [Double] {
    parties.indices.map { party in
      var sum = CompensatedSum(constants[party])
      for (column, amount) in amounts.enumerated() where amount != 0 { sum.addProduct(worths[party, column], amount) }
      return sum.value
    }
  }

  private func row(of party: Int) -> [Double] { (0..<worths.columns).map { worths[party, $0] } }

  /// The most each party can gain, with the amounts that give it; nil when nothing is acceptable to all.
  func idealGains() throws(NegotiationError) -> (gains: [Double], corners: [[Double]])? {
    var gains: [Double] = []
    var corners: [[Double]] = []
    for party in parties.indices {
      guard let found = try program(maximising: row(of: party), of: party) else { return nil }
      corners.append(found.values)
      gains.append(max(0, worths(of: found.values)[party] - reservations[party]))
    }
    return (gains, corners)
  }

  /// How large the numbers are beside which a gain may be nothing.
  private func size(of party: Int, _ ideal: [Double]) -> Double {
    max(abs(reservations[party]), abs(reservations[party] + ideal[party]), abs(constants[party]))
  }

  /// - Parameters:
  ///   - ideal: the most each party can gain, here or at other tables with which this one is compared.
  ///   - corners: amounts acceptable to all, among them for each party that can gain some that it gains by.
  func solution(
    _ rule: BargainingRule, weights: [Double], ideal: [Double], corners: [[Double]]
  ) throws(NegotiationError) -> Solution? {
    // 10⁻⁹: programs hold their conditions within 10⁻⁸ of their terms.
    let able = parties.indices.filter { ideal[$0] > 1e-9 * size(of: $0, ideal) }
    let amounts: [Double]?
    switch rule {
    case .nash: amounts = try largestProduct(weights: weights, able: able, corners: corners)
    case .utilitarian:
      let objective = (0..<worths.columns).map { column in
        parties.indices.reduce(0) { $0 + weights[$1] * worths[$1, column] }
      }
      amounts = try program(maximising: objective)?.values
    case .kalaiSmorodinsky:
      amounts = try fairest(able, from: reservations, units: zip(weights, ideal).map { $0 * $1 })
    case .egalitarian: amounts = try fairest(able, from: reservations, units: weights)
    case .equalLoss:
      amounts = try fairest(Array(parties.indices), from: zip(reservations, ideal).map { $0 + $1 }, units: weights)
    }
    guard let amounts else { return nil }
    let found = worths(of: amounts)
    return Solution(
      rule: rule, amounts: amounts, worths: found, gains: zip(found, reservations).map { max(0, $0 - $1) },
      gainless: parties.indices.filter { !able.contains($0) })
  }

  /// Raises the smallest of (worth − origin) / unit as far as it goes, fixes the parties that hold it back, and
  /// goes on with the others.
  private func fairest(_ able: [Int], from origin: [Double], units: [Double]) throws(NegotiationError) -> [Double]? {
    let width = worths.columns + 1
    var levels: [Int: Double] = [:]
    var amounts = try program(maximising: [Double](repeating: 0, count: worths.columns))?.values
    while levels.count < able.count {
      let extra = able.map { party in
        let bound = origin[party] - constants[party]
        guard let level = levels[party] else { return (row: row(of: party) + [-units[party]], bound: bound) }
        // A hair below, so that rounding does not leave the next program without a solution.
        let reached = bound + level * units[party]
        return (row: row(of: party) + [0], bound: reached - 1e-11 * max(abs(reached), abs(level * units[party])))
      }
      let objective = [Double](repeating: 0, count: worths.columns) + [1]
      guard let found = try program(maximising: objective, extra: extra, width: width) else { throw .unsolved }
      amounts = Array(found.values.dropLast())
      let level = found.values[width - 1]
      let prices = found.prices.suffix(able.count)
      let open = zip(able, prices).filter { levels[$0.0] == nil }
      // A program's price says whether the smallest could rise if this party's were let go.
      let most = open.reduce(0) { max($0, abs($1.1) * units[$1.0]) }
      for (party, price) in open where abs(price) * units[party] >= 1e-7 * most { levels[party] = level }
    }
    return amounts
  }

  /// Mixes corner points: each time the one is added by which, at the present gains, the product would rise most.
  private func largestProduct(
    weights: [Double], able: [Int], corners: [[Double]]
  ) throws(NegotiationError) -> [Double]? {
    guard !able.isEmpty else { return corners.first }
    let total = able.reduce(0) { $0 + weights[$1] }
    func gains(_ amounts: [Double]) -> [Double] {
      let found = worths(of: amounts)
      return able.map { max(0, found[$0] - reservations[$0]) }
    }
    var points = able.map { corners[$0] }
    var mix = LargestProductMix(
      gains: points.map(gains), weights: able.map { weights[$0] / total },
      shares: points.map { _ in 1 / Double(points.count) })
    guard mix.mixed.allSatisfy({ $0 > 0 }) else { return corners.first }
    for _ in 0..<200 {
      mix.improve()
      let now = mix.mixed
      var objective = [Double](repeating: 0, count: worths.columns)
      for (place, party) in able.enumerated() {
        for column in objective.indices { objective[column] += mix.weights[place] / now[place] * worths[party, column] }
      }
      guard let corner = try program(maximising: objective)?.values else { throw .unsolved }
      let added = gains(corner)
      let promise = added.indices.reduce(-1) { $0 + mix.weights[$1] * added[$1] / now[$1] }
      // At most so much can the logarithm of the product still rise.
      if promise <= 1e-13 { break }
      points.append(corner)
      mix.gains.append(added)
      mix.shares.append(0)
    }
    var amounts = [Double](repeating: 0, count: worths.columns)
    for (point, share) in zip(points, mix.shares) where share > 0 {
      for column in amounts.indices { amounts[column] += share * point[column] }
    }
    return amounts
  }
}
