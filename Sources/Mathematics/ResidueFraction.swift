extension MersennePrimeElement {
  /// The fraction whose residue this is, where one of small numbers stands out among all with this residue.
  ///
  /// Whatever was reckoned with the answer should still be checked: the residue alone cannot tell two fractions with
  /// large numbers apart.
  ///
  /// - Parameter denominator: tried first, since solutions of one system share most of theirs; above zero.
  /// - Returns: numerator and denominator, the latter above zero; nil when no fraction stands out.
  /// - Complexity: Euclid's algorithm on machine words.
  ///
  /// Source: Monagan (2004), ISSAC, 243–249 (the largest quotient marks the fraction).
  public func fraction(trying denominator: Int) -> (numerator: Int, denominator: Int)? {
    let scaled = (self * MersennePrimeElement(denominator)).balanced
    if scaled.magnitude < 1 << 28, denominator < 1 << 28 { return (scaled, denominator) }
    var (remainder, next) = (Int(Self.modulus), Int(residue))
    var (factor, nextFactor) = (0, 1)
    var best = (quotient: 1 << 12, numerator: 0, denominator: 0)
    while next != 0, remainder > best.quotient {
      let quotient = remainder / next
      if quotient > best.quotient { best = (quotient, next, nextFactor) }
      (remainder, next) = (next, remainder - quotient * next)
      (factor, nextFactor) = (nextFactor, factor &- quotient &* nextFactor)
    }
    guard best.denominator != 0 else { return nil }
    return best.denominator < 0 ? (-best.numerator, -best.denominator) : (best.numerator, best.denominator)
  }

  /// The whole number of least size with this residue.
  public var balanced: Int {
    residue > Self.modulus / 2 ? Int(residue) - Int(Self.modulus) : Int(residue)
  }
}
