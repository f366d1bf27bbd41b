#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The standard normal distribution: mean 0, standard deviation 1.
public enum StandardNormal {
  /// The chance that a standard normal number is at most `x`.
  public static func cumulative(_ x: Double) -> Double { erfc(-x / 2.0.squareRoot()) / 2 }

  /// The density at `x`.
  public static func density(_ x: Double) -> Double { exp(-x * x / 2) / (2 * Double.pi).squareRoot() }

  /// The number that is exceeded with a chance of 1 − `probability`; about 16 digits.
  ///
  /// −∞ at 0 and +∞ at 1. Source: Wichura (1988), Algorithm AS 241, Appl. Stat. 37, 477–484 (PPND16).
  public static func quantile(_ probability: Double) -> Double {
    precondition((0...1).contains(probability), "a probability is between 0 and 1")
    let fromMiddle = probability - 0.5
    if abs(fromMiddle) <= 0.425 {
      return fromMiddle * ratio(Self.middle, at: 0.180625 - fromMiddle * fromMiddle)
    }
    let tail = min(probability, 1 - probability)
    guard tail > 0 else { return probability == 0 ? -.infinity : .infinity }
    let depth = (-log(tail)).squareRoot()
    let size = depth <= 5 ? ratio(Self.shoulder, at: depth - 1.6) : ratio(Self.far, at: depth - 5)
    return fromMiddle < 0 ? -size : size
  }

  /// A quotient of polynomials, its coefficients from the constant up.
  private typealias Ratio = (above: [Double], below: [Double])

  private static func ratio(_ coefficients: Ratio, at x: Double) -> Double {
    let value = { (polynomial: [Double]) in polynomial.reversed().reduce(0) { $0 * x + $1 } }
    return value(coefficients.above) / value(coefficients.below)
  }

  private static let middle: Ratio = (
    [
      3.3871328727963666080, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
      4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
    ],
    [
      1, 4.2313330701600911252e1, 6.8718700749205790830e2, 5.3941960214247511077e3,
      2.1213794301586595867e4, 3.9307895800092710610e4, 2.8729085735721942674e4, 5.2264952788528545610e3,
    ]
  )

  private static let shoulder: Ratio = (
    [
      1.42343711074968357734, 4.63033784615654529590, 5.76949722146069140550, 3.64784832476320460504,
      1.27045825245236838258, 2.41780725177450611770e-1, 2.27238449892691845833e-2, 7.74545014278341407640e-4,
    ],
    [
      1, 2.05319162663775882187, 1.67638483018380384940, 6.89767334985100004550e-1,
      1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4, 1.05075007164441684324e-9,
    ]
  )

  private static let far: Ratio = (
    [
      6.65790464350110377720, 5.46378491116411436990, 1.78482653991729133580, 2.96560571828504891230e-1,
      2.65321895265761230930e-2, 1.24266094738807843860e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
    ],
    [
      1, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
      7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7, 2.04426310338993978564e-15,
    ]
  )
}
