/// A power of ten of which every figure of a table is a whole multiple: cents, tenths of a million, thousands.
///
/// 0.1 and 0.2 are not what they print as, and their sum is not 0.3. Counted in tenths they are 1, 2 and 3, whose
/// sums and differences are exact up to 2⁵³. So what adds and compares worths counts them in their unit first, and
/// turns what comes out into the number nearest to that decimal: the one a person would have typed.
///
///     let unit = DecimalUnit(of: [34.69, 22.9])!  // hundredths
///     unit.count(of: 34.69)                       // 3469
///     unit.number(of: 3469 + 2290)                // 57.59
public struct DecimalUnit: Sendable, Hashable {
  /// The unit is 10 to this power, from −22 to 22: the powers that a `Double` holds exactly, and their inverses.
  public let exponent: Int

  /// Counts stay below this. Of decimals with at most 15 digits no two share a `Double`, so a number that is a whole
  /// multiple of the unit is the decimal it prints as. Nine of them add up exactly, and 2²⁰ of up to nine digits.
  public static let largestCount = 1e15

  private init(exponent: Int) { self.exponent = exponent }

  /// The coarsest unit of which every number is a whole multiple, with counts below ``largestCount``; one where ones
  /// do, and coarser only where a number is too large to be counted in ones.
  ///
  /// - Returns: nil when there is none, as for a third: such numbers are computed with as they are.
  /// - Complexity: one reading of the numbers, up to the first that settles that there is none.
  public init?(of numbers: [Double]) {
    let found: Int? = numbers.withUnsafeBufferPointer { numbers in
      let largest = LargestMagnitude.of(numbers)
      guard largest.isFinite else { return nil }
      var exponent = largest < Self.largestCount ? 0 : 22
      guard largest / DecimalUnit(exponent: exponent).size < Self.largestCount else { return nil }
      var start = 0
      while start < numbers.count {
        let end = min(start + 256, numbers.count)
        while !DecimalUnit(exponent: exponent).divides(numbers[start..<end]) {
          exponent -= 1
          guard exponent >= -22, largest < Self.largestCount * DecimalUnit(exponent: exponent).size else {
            return nil
          }
        }
        start = end
      }
      return exponent
    }
    guard let found else { return nil }
    exponent = found
  }

  /// The unit as a number, the nearest to it where it is below one.
  public var size: Double { exponent < 0 ? 1 / Self.powers[-exponent] : Self.powers[exponent] }

  /// Ten to a power from 0 to 22, exactly.
  static func power(_ exponent: Int) -> Double { powers[exponent] }

  /// How many units the number is, to the nearest whole one.
  ///
  /// - Parameter number: at most ``largestCount`` units.
  public func count(of number: Double) -> Double {
    Self.rounded(exponent < 0 ? number * Self.powers[-exponent] : number / Self.powers[exponent])
  }

  /// The number nearest to so many units.
  public func number(of count: Double) -> Double {
    // One rounding only, since both figures are exact: this is how the decimal would be read.
    exponent < 0 ? count / Self.powers[-exponent] : count * Self.powers[exponent]
  }

  private static let powers: [Double] = [
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
    1e20, 1e21, 1e22,
  ]

  /// The nearest whole number, for magnitudes below 2⁵¹: from 2⁵² on a `Double` has no fraction to keep. The
  /// instruction for it is not in every x86 processor, so `rounded()` is a call there, too slow for tables.
  private static func rounded(_ number: Double) -> Double { (number + 0x1.8p52) - 0x1.8p52 }

  private func divides(_ numbers: Slice<UnsafeBufferPointer<Double>>) -> Bool {
    let numbers = UnsafeBufferPointer(rebasing: numbers)
    let power = Self.powers[abs(exponent)]
    // Counted without a branch or an overflow check, so that several numbers are compared at once.
    var others = 0
    if exponent == 0 {
      for number in numbers { others &+= Self.rounded(number) == number ? 0 : 1 }
    } else if exponent < 0 {
      for number in numbers { others &+= Self.rounded(number * power) / power == number ? 0 : 1 }
    } else {
      for number in numbers { others &+= Self.rounded(number / power) * power == number ? 0 : 1 }
    }
    return others == 0
  }

  /// Every number in units.
  func counts(of numbers: [Double], negated: Bool) -> [Double] {
    let power = Self.powers[abs(exponent)]
    let sign: Double = negated ? -1 : 1
    return [Double](unsafeUninitializedCapacity: numbers.count) { counts, initialized in
      numbers.withUnsafeBufferPointer { numbers in
        if exponent < 0 {
          for index in 0..<numbers.count {
            counts.initializeElement(at: index, to: Self.rounded(numbers[index] * power) * sign)
          }
        } else {
          for index in 0..<numbers.count {
            counts.initializeElement(at: index, to: Self.rounded(numbers[index] / power) * sign)
          }
        }
      }
      initialized = numbers.count
    }
  }
}

/// The largest distance from zero in a table.
enum LargestMagnitude {
  /// - Returns: infinite if an entry is infinite or not a number.
  static func of(_ numbers: UnsafeBufferPointer<Double>) -> Double {
    // Eight at a time and by comparison: the library's `max` asks more of ties, and takes them one by one.
    var most = SIMD8<Double>(repeating: 0)
    var least = most
    // Nothing for finite numbers, and not a number otherwise.
    var nothing = most
    var index = 0
    while let start = numbers.baseAddress, index + 8 <= numbers.count {
      let eight = UnsafeRawPointer(start + index).loadUnaligned(as: SIMD8<Double>.self)
      most.replace(with: eight, where: eight .> most)
      least.replace(with: eight, where: eight .< least)
      nothing += eight * 0
      index += 8
    }
    var largest = max(most.max(), -least.min())
    for number in numbers[index...] {
      largest = max(largest, abs(number))
      nothing[0] += number * 0
    }
    return nothing.sum() == 0 ? largest : .infinity
  }
}
