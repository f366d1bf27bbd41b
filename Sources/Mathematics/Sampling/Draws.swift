import Dispatch

/// What came of working something out at many points.
public struct Draws: Sendable {
  /// A row a point, a column a result; a row of "not a number" where the point was refused.
  public let results: Matrix
  /// Why points were refused, the most frequent reason first, equally frequent ones in the order of their first point.
  public let refusals: [RefusedDraws]

  /// How many points were refused.
  public var refusedCount: Int { refusals.reduce(0) { $0 + $1.count } }
  /// Whether the point of `index` was refused.
  public func isRefused(_ index: Int) -> Bool { refused.contains(index) }
  /// The rows of the points that were not refused, in order.
  public var accepted: Matrix {
    if refused.isEmpty { return results }
    var elements: [Double] = []
    elements.reserveCapacity((results.rows - refused.count) * results.columns)
    for row in 0..<results.rows where !refused.contains(row) {
      elements += results.elements[(row * results.columns)..<((row + 1) * results.columns)]
    }
    return Matrix(rows: results.rows - refused.count, columns: results.columns, elements: elements)
  }

  private let refused: Set<Int>

  fileprivate init(results: Matrix, reasons: [(index: Int, reason: String)]) {
    self.results = results
    refused = Set(reasons.map(\.index))
    var known: [String: Int] = [:]
    var refusals: [RefusedDraws] = []
    for (index, reason) in reasons {
      if let place = known[reason] {
        refusals[place].count += 1
      } else {
        known[reason] = refusals.count
        refusals.append(RefusedDraws(reason: reason, count: 1, first: index))
      }
    }
    self.refusals = refusals.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
  }
}

/// Points that were refused for one reason.
public struct RefusedDraws: Sendable, Equatable {
  public let reason: String
  public fileprivate(set) var count: Int
  /// The index of the first of them.
  public let first: Int
}

/// Works something out at every point of `design`, on all cores.
///
///     let draws = draw(design, outputs: 12) { point throws(AppraisalError) in
///       try netGains(under: inputs.quantiles(at: point))
///     }
///
/// Points are handed out in blocks that are the same on any machine, and each result has its place, so the bits do not
/// depend on the number of cores. Nothing but the results is kept: points × outputs numbers, and the reasons.
///
/// - Parameters:
///   - design: where.
///   - outputs: how many numbers `evaluate` gives.
///   - reason: what to call a refusal; refusals of one name are counted together.
///   - evaluate: the results at a point; what it throws refuses this point alone.
/// - Returns: a row a point, in the design's order.
public func draw<Failure: Error>(
  _ design: some SampleDesign, outputs: Int, naming reason: @Sendable (Failure) -> String = { "\($0)" },
  _ evaluate: @Sendable ([Double]) throws(Failure) -> [Double]
) -> Draws {
  precondition(outputs >= 0, "no fewer than 0 numbers come out")
  let count = design.count
  let blocks = (count + blockSize - 1) / blockSize
  var reasons = [[(index: Int, reason: String)]](repeating: [], count: blocks)
  let elements = [Double](unsafeUninitializedCapacity: count * outputs) { buffer, initialized in
    buffer.initialize(repeating: .nan)
    initialized = count * outputs
    reasons.withUnsafeMutableBufferPointer { reasons in
      // Each block writes rows, and reasons, that no other touches.
      nonisolated(unsafe) let rows = buffer
      nonisolated(unsafe) let reasons = reasons
      DispatchQueue.concurrentPerform(iterations: blocks) { block in
        for index in (block * blockSize)..<min((block + 1) * blockSize, count) {
          do throws(Failure) {
            let row = try evaluate(design.point(index))
            precondition(row.count == outputs, "as many numbers come out of a point as were announced")
            for (column, value) in row.enumerated() { rows[index * outputs + column] = value }
          } catch {
            reasons[block].append((index, reason(error)))
          }
        }
      }
    }
  }
  return Draws(
    results: Matrix(rows: count, columns: outputs, elements: elements), reasons: reasons.flatMap { $0 })
}

/// Works something out at the first `count` points of a scrambled Sobol sequence, on all cores.
///
/// - Parameters:
///   - count: how many points, at least one; a power of two is best.
///   - seed: what the sequence is scrambled by; the same seed gives the same bits on any number of cores.
///   - inputs: how many coordinates a point has.
///   - outputs: how many numbers `evaluate` gives.
///   - reason: what to call a refusal; refusals of one name are counted together.
///   - evaluate: the results at a point; what it throws refuses this point alone.
/// - Returns: a row a point.
/// - Throws: ``SamplingError/noDraws(_:)``, ``SamplingError/tooManyInputs(_:most:)``.
public func draw<Failure: Error>(
  count: Int, seed: UInt64, inputs: Int, outputs: Int,
  naming reason: @Sendable (Failure) -> String = { "\($0)" },
  _ evaluate: @Sendable ([Double]) throws(Failure) -> [Double]
) throws(SamplingError) -> Draws {
  draw(try SobolDesign(count: count, inputs: inputs, seed: seed), outputs: outputs, naming: reason, evaluate)
}

/// Small beside ten thousand draws, so that cores finish together; large beside handing out work.
private let blockSize = 32
