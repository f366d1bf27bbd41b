/// Whole units of `total`, one share a weight, by largest remainders in exact integers.
///
/// Every share is its exact quota `total · weight / sum` rounded down or up; the units still missing go to the largest
/// remainders, among equal ones to the first. A total below zero is divided like its opposite, so that a refund mirrors
/// the charge. A weight of zero has no remainder and gets nothing.
///
/// - Parameters:
///   - total: what is divided.
///   - weights: in the order in which ties are broken; a negative one is paid the other way.
/// - Returns: one share a weight, adding up to `total` always.
/// - Throws: ``MoneyError`` where the weights have no sum above zero (unless all are zero and so is the total), or a
///   share or the sum has no room.
/// - Complexity: O(n log n) for n weights; products are held in 256 bits.
///
/// Source: the method of Hamilton (1792) and Hare; Balinski & Young (1982), Fair Representation.
func largestRemainder(of total: Int64, by weights: [Int128], at place: String) throws(MoneyError) -> [Int64] {
  if total == 0 && weights.allSatisfy({ $0 == 0 }) { return weights.map { _ in 0 } }
  var sum: Int128 = 0
  for weight in weights {
    let (next, overflow) = sum.addingReportingOverflow(weight)
    guard !overflow else { throw MoneyError(at: place, .tooPrecise) }
    sum = next
  }
  guard sum > 0 else { throw MoneyError(at: place, .nothingToWeighBy) }
  var shares: [Int128] = []
  var remainders: [Int128] = []
  for weight in weights {
    let product = weight.magnitude.multipliedFullWidth(by: UInt128(total.magnitude))
    guard product.high < sum.magnitude else { throw MoneyError(at: place, .beyondRange) }
    let (quotient, rest) = sum.magnitude.dividingFullWidth(product)
    guard quotient <= UInt128(Int64.max) + 1 else { throw MoneyError(at: place, .beyondRange) }
    // Rounded towards less than nothing, as a quota below zero asks for.
    if weight < 0 && rest > 0 {
      shares.append(-Int128(quotient) - 1)
      remainders.append(sum - Int128(rest))
    } else {
      shares.append(weight < 0 ? -Int128(quotient) : Int128(quotient))
      remainders.append(Int128(rest))
    }
  }
  // Each was rounded down by less than one, so fewer units than weights are missing.
  let missing = Int(Int128(total.magnitude) - shares.reduce(0, +))
  let byRemainder = remainders.indices.sorted { first, second in
    remainders[first] == remainders[second] ? first < second : remainders[first] > remainders[second]
  }
  for index in byRemainder.prefix(missing) { shares[index] += 1 }
  var result: [Int64] = []
  for share in shares {
    guard let whole = Int64(exactly: total < 0 ? -share : share) else { throw MoneyError(at: place, .beyondRange) }
    result.append(whole)
  }
  return result
}

/// Whole weights in the proportions of `fractions`.
///
/// - Throws: ``MoneyError`` where their common denominator has no room.
func wholeWeights(of fractions: [Ratio], at place: String) throws(MoneyError) -> [Int128] {
  var common: Int128 = 1
  for fraction in fractions {
    let divisor = Int128(Ratio.divisor(common.magnitude, fraction.denominator.magnitude))
    let (next, overflow) = common.multipliedReportingOverflow(by: fraction.denominator / divisor)
    guard !overflow else { throw MoneyError(at: place, .tooPrecise) }
    common = next
  }
  var weights: [Int128] = []
  for fraction in fractions {
    let (weight, overflow) = fraction.numerator.multipliedReportingOverflow(by: common / fraction.denominator)
    guard !overflow else { throw MoneyError(at: place, .tooPrecise) }
    weights.append(weight)
  }
  return weights
}
