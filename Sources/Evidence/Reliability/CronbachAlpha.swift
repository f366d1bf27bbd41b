/// How far the questions of one scale measure the same thing: one if they do, about zero if they have nothing in common.
///
/// For k items with covariances c, alpha is k/(k − 1) · (1 − Σᵢ cᵢᵢ / Σᵢⱼ cᵢⱼ). It can be negative, when items contradict
/// each other: turn round what was asked the other way before believing it.
///
///     let alpha = try CronbachAlpha(of: answers)
///     alpha.raw                               // 0.843
///     try alpha.interval(confidence: 0.95)    // 0.740…0.916
///
/// Source: Cronbach (1951), Psychometrika 16, 297–334; the interval after Feldt (1965), Psychometrika 30, 357–370.
public struct CronbachAlpha: Sendable, Equatable {
  /// Alpha of the answers as they are.
  public let raw: Double
  /// Alpha of the answers in standard deviations of each item: of their correlations.
  public let standardised: Double
  public let items: Int
  public let respondents: Int

  /// Alpha of what was answered. O(respondents · items²).
  ///
  /// - Throws: ``EvidenceError/constantItem(_:)`` if all gave one item the same answer, or
  ///   ``EvidenceError/constantTotal`` if all have the same total.
  public init(of scores: ItemScores) throws(EvidenceError) {
    let (covariances, exponents) = try Self.scaledCovariances(of: scores)
    let correlations = covariances.indices.map { row in
      covariances.indices.map { column in
        covariances[row][column] / (covariances[row][row] * covariances[column][column]).squareRoot()
      }
    }
    let most = exponents.max() ?? 0
    raw = try Self.alpha(
      of: covariances.indices.map { row in
        covariances.indices.map { column in
          Double(
            sign: .plus, exponent: exponents[row] + exponents[column] - 2 * most, significand: covariances[row][column])
        }
      })
    standardised = try Self.alpha(of: correlations)
    items = scores.items.count
    respondents = scores.respondents.count
  }

  /// Covariances of the items, each in a power of two near its own largest deviation, so that none is too large or too
  /// small to be squared; and the exponents of these powers.
  private static func scaledCovariances(
    of scores: ItemScores
  ) throws(EvidenceError) -> (covariances: [[Double]], exponents: [Int]) {
    var columns: [[Double]] = []
    var exponents: [Int] = []
    for (index, item) in scores.items.enumerated() {
      let answers = scores.respondents.map { $0[index] }
      guard answers.contains(where: { $0 != answers[0] }) else { throw .constantItem(item) }
      let size = answers.reduce(0) { max($0, abs($1)) }.exponent
      let near = answers.map { Double(sign: .plus, exponent: -Int(size), significand: $0) }
      let mean = near.reduce(0, +) / Double(near.count)
      let deviations = near.map { $0 - mean }
      let spread = deviations.reduce(0) { max($0, abs($1)) }.exponent
      columns.append(deviations.map { Double(sign: .plus, exponent: -Int(spread), significand: $0) })
      exponents.append(Int(size) + Int(spread))
    }
    let freedom = Double(scores.respondents.count - 1)
    let covariances = columns.map { first in
      columns.map { second in zip(first, second).reduce(0) { $0 + $1.0 * $1.1 } / freedom }
    }
    return (covariances, exponents)
  }

  private static func alpha(of covariances: [[Double]]) throws(EvidenceError) -> Double {
    let count = Double(covariances.count)
    let all = covariances.reduce(0) { $0 + $1.reduce(0, +) }
    let own = covariances.indices.reduce(0) { $0 + covariances[$1][$1] }
    // A total that does not vary is zero but for rounding, which is of the size of the last digit of the parts.
    guard all > own * 1e-12 else { throw .constantTotal }
    // At most 1, which identical items reach; rounding must not carry it past that.
    return min(1, count / (count - 1) * (1 - own / all))
  }

  /// The interval that holds the raw alpha of everybody who could have been asked.
  ///
  /// - Parameter confidence: How often intervals made so hold it, between 0 and 1.
  /// - Returns: The interval of Feldt, exact if answers are normal and items parallel but for their means.
  /// - Throws: ``EvidenceError/confidence(_:)``.
  public func interval(confidence: Double) throws(EvidenceError) -> ClosedRange<Double> {
    try alphaInterval(alpha: raw, items: items, respondents: respondents, confidence: confidence)
  }
}
