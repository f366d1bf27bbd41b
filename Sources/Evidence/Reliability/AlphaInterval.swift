import Mathematics

/// The interval of Feldt around an alpha that is known only by itself, as papers print it.
///
/// With F the quantiles of Fisher's distribution of n − 1 and (n − 1)(k − 1) degrees of freedom, the ends are
/// 1 − (1 − α)·F(1 − γ/2) and 1 − (1 − α)·F(γ/2), where γ is one less the confidence.
///
///     try alphaInterval(alpha: 0.85, items: 7, respondents: 89, confidence: 0.95)  // 0.7971…0.8932
///
/// - Parameters:
///   - alpha: Cronbach's alpha as it was found, at most one.
///   - items: The number of questions k, two or more.
///   - respondents: The number of respondents n, two or more.
///   - confidence: How often intervals made so hold the true alpha, between 0 and 1.
/// - Returns: The lower and the upper end.
/// - Throws: ``EvidenceError`` naming the number outside its range.
///
/// Source: Feldt (1965), Psychometrika 30, 357–370.
public func alphaInterval(
  alpha: Double, items: Int, respondents: Int, confidence: Double
) throws(EvidenceError) -> ClosedRange<Double> {
  guard items >= 2 else { throw .items(items) }
  guard respondents >= 2 else { throw .respondents(respondents) }
  guard alpha <= 1, alpha.isFinite else { throw .alpha(alpha) }
  guard confidence > 0, confidence < 1 else { throw .confidence(confidence) }
  let between = Double(respondents - 1)
  let within = between * Double(items - 1)
  let tail = (1 - confidence) / 2
  // Nothing is left to err by where the items agree wholly.
  guard alpha < 1 else { return 1...1 }
  // Both quantiles are of the smaller tail, of shares and of what shares leave: no confidence is so near to one that
  // the larger tail rounds to all.
  let share = BetaDistribution(a: between / 2, b: within / 2).quantile(tail)
  let rest = BetaDistribution(a: within / 2, b: between / 2).quantile(tail)
  let low = 1 - (1 - alpha) * (within * (1 - rest) / (between * rest))
  let high = 1 - (1 - alpha) * (within * share / (between * (1 - share)))
  return min(low, high)...max(low, high)
}
