import Dispatch
import Mathematics

/// Many negotiations at one table: each set of rules run under the same numbered streams of chance, on all cores.
///
///     let series = try NegotiationSeries([boulware, conceder], on: table, runs: 1000, seed: 7, points: [nash])
///     series.summaries[0].agreementRate  // its interval too
///
/// Run i of every set of rules has the stream i of the seed, so differences between rules are not differences of
/// luck. The bits do not depend on the number of cores.
public struct NegotiationSeries: Sendable {
  /// An estimate and where it may as well lie.
  public struct Estimate: Sendable, Hashable {
    /// The mean or the rate that was observed.
    public let value: Double
    /// The lower end of the interval.
    public let low: Double
    /// The upper end of the interval.
    public let high: Double
  }

  /// What one set of rules brought.
  public struct Summary: Sendable, Hashable {
    /// The number of runs.
    public let runs: Int
    /// The number of runs that ended with a deal.
    public let agreements: Int
    /// The share of runs that ended with a deal, with an interval after Wilson (1927).
    public let agreementRate: Estimate
    /// What each party had in the end on average, deals and failures alike, with a normal interval.
    public let worths: [Estimate]
    /// The average number of rounds.
    public let rounds: Double
    /// For each point the average distance of deals from it; nil without a deal.
    ///
    /// The distance is the root of the summed squares of the parties' differences, each as a share of the way from
    /// the party's worst outcome to its best, since worths of different parties have no common unit.
    public let distances: [Double?]
  }

  /// One for each set of rules.
  public let summaries: [Summary]
  /// `results[rules][run]`: how each run went, untraced.
  public let results: [[NegotiationRun]]

  /// - Parameters:
  ///   - rules: The sets of rules, strategies included.
  ///   - table: What is negotiated.
  ///   - runs: How often each set is run, at least once.
  ///   - seed: Where the streams of chance come from.
  ///   - points: Worths of each party, whose distance from the deals is wanted; one number a party.
  ///   - confidence: How likely an interval is meant to hold the value, above 0 and below 1.
  /// - Throws: ``NegotiationError/runs(_:)``, and what a set of rules throws, that of the first run of the first set.
  public init(
    _ rules: [any NegotiationProtocol], on table: BargainingTable, runs: Int, seed: UInt64, points: [[Double]] = [],
    confidence: Double = 0.95
  ) throws(NegotiationError) {
    precondition(points.allSatisfy { $0.count == table.partyCount }, "a worth of each party for every point")
    precondition(confidence > 0 && confidence < 1, "a confidence above 0 and below 1")
    guard runs >= 1 else { throw .runs(runs) }
    let results = try Self.results(of: rules, on: table, runs: runs, seed: seed)
    self.results = results
    summaries = results.map { Self.summary(of: $0, on: table, points: points, confidence: confidence) }
  }

  private static func results(
    of rules: [any NegotiationProtocol], on table: BargainingTable, runs: Int, seed: UInt64
  ) throws(NegotiationError) -> [[NegotiationRun]] {
    let count = rules.count * runs
    var all = [Result<NegotiationRun, NegotiationError>?](repeating: nil, count: count)
    all.withUnsafeMutableBufferPointer { all in
      // Each block writes results that no other touches.
      nonisolated(unsafe) let all = all
      DispatchQueue.concurrentPerform(iterations: (count + blockSize - 1) / blockSize) { block in
        for index in (block * blockSize)..<min((block + 1) * blockSize, count) {
          let chance = RandomStream(seed: seed, stream: [index % runs])
          do throws(NegotiationError) {
            all[index] = .success(try rules[index / runs].run(on: table, chance: chance, isTraced: false))
          } catch {
            all[index] = .failure(error)
          }
        }
      }
    }
    var results: [[NegotiationRun]] = rules.map { _ in [] }
    for (index, result) in all.enumerated() {
      guard let result else { preconditionFailure("every run has a result") }
      results[index / runs].append(try result.get())
    }
    return results
  }

  private static func summary(
    of runs: [NegotiationRun], on table: BargainingTable, points: [[Double]], confidence: Double
  ) -> Summary {
    let z = StandardNormal.quantile(0.5 + confidence / 2)
    let count = Double(runs.count)
    let deals = runs.filter { $0.deal != nil }
    let worths = table.standpoints.indices.map { party in
      let mean = runs.reduce(0) { $0 + $1.worths[party] } / count
      let squares = runs.reduce(0) { $0 + ($1.worths[party] - mean) * ($1.worths[party] - mean) }
      // One run says nothing of how far the mean may be off.
      let half = count > 1 ? z * (squares / (count - 1) / count).squareRoot() : .infinity
      return Estimate(value: mean, low: mean - half, high: mean + half)
    }
    let distances = points.map { point -> Double? in
      guard !deals.isEmpty else { return nil }
      return deals.reduce(0) { $0 + distance($1.worths, point, on: table) } / Double(deals.count)
    }
    return Summary(
      runs: runs.count, agreements: deals.count, agreementRate: rate(deals.count, of: runs.count, z: z), worths: worths,
      rounds: runs.reduce(0) { $0 + Double($1.rounds) } / count, distances: distances)
  }

  private static func distance(_ worths: [Double], _ point: [Double], on table: BargainingTable) -> Double {
    table.standpoints.indices.reduce(0) { sum, party in
      let range = table.standpoints[party].best - table.standpoints[party].worst
      let apart = range > 0 ? (worths[party] - point[party]) / range : 0
      return sum + apart * apart
    }.squareRoot()
  }

  /// Wilson (1927), J. Amer. Statist. Assoc. 22, 209–212.
  private static func rate(_ part: Int, of whole: Int, z: Double) -> Estimate {
    let count = Double(whole)
    let value = Double(part) / count
    let centre = (value + z * z / (2 * count)) / (1 + z * z / count)
    let half = z / (1 + z * z / count) * (value * (1 - value) / count + z * z / (4 * count * count)).squareRoot()
    return Estimate(value: value, low: max(0, centre - half), high: min(1, centre + half))
  }

  /// Small, so that cores finish together; large beside handing out work.
  private static let blockSize = 16
}
