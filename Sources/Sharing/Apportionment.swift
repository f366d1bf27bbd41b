import Mathematics

/// A total of whole minor units (cents, öre, fen) divided as `shares` say, losing and inventing nothing.
///
///     try apportion(100, by: [1, 1, 1])  // [34, 33, 33]
///
/// Every amount is its exact quota rounded down or up; who is rounded up is decided by the largest
/// remainders, among equal ones by position, so the same shares always give the same amounts.
///
/// - Parameters:
///   - total: the amount to divide; may be negative.
///   - shares: one a player, in any unit, read as the decimals they print as; a negative one is paid the
///     other way. Their sum is not zero, unless they and the total are all zero.
/// - Returns: one amount a share, adding up to `total` always.
/// - Throws: ``SharingError/sharesWithoutSum`` or ``SharingError/amountTooLarge(index:)``.
///
/// Source: the method of Hamilton (1792) and Hare; Balinski & Young (1982), Fair Representation.
public func apportion(_ total: Int64, by shares: [Double]) throws(SharingError) -> [Int64] {
  guard shares.allSatisfy(\.isFinite) else { throw .sharesWithoutSum }
  if total == 0 && shares.allSatisfy({ $0 == 0 }) { return shares.map { _ in 0 } }
  let fractions = shares.map { Rational(decimal: $0) }
  let sum = fractions.sum
  guard !sum.isZero else { throw .sharesWithoutSum }
  let unit = Rational(Int(total)) / sum
  let quotas = fractions.map { $0 * unit }
  var amounts = quotas.map(\.floor)
  // Each was rounded down by less than one, so fewer units than shares are missing.
  let missing = (Rational(Int(total)) - amounts.sum).wholeNumber ?? 0
  let byRemainder = quotas.indices.sorted { first, second in
    let (one, other) = (quotas[first] - amounts[first], quotas[second] - amounts[second])
    return one == other ? first < second : one > other
  }
  for index in byRemainder.prefix(missing) { amounts[index] = amounts[index] + 1 }
  var result: [Int64] = []
  for (index, amount) in amounts.enumerated() {
    guard let whole = amount.wholeNumber else { throw .amountTooLarge(index: index) }
    result.append(Int64(whole))
  }
  return result
}
