#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

/// Numbers that came out of a computation, told to twelve digits of the largest.
///
/// No figure of a case is known so well, and what differs by less is rounding. As decimals such numbers tie where they
/// should, and whoever divides them exactly reckons with short fractions instead of the binary ones of 2⁻⁵².
struct Decimals {
  private let places: Int

  /// - Parameter largest: the size of the largest of the numbers.
  init(upTo largest: Double) {
    // Whole numbers from 10¹² on; of numbers so small that a power of ten has no exact double, all digits stay.
    places = largest > 0 ? max(0, 12 - Int(log10(largest).rounded(.up))) : 0
  }

  /// The decimal next to `number`.
  func nearest(to number: Double) -> Double {
    // Up to 10²² powers of ten are exact, so that the quotient is the double nearest to the decimal.
    guard places <= 22 else { return number }
    let unit = pow(10, Double(places))
    return (number * unit).rounded() / unit
  }
}
