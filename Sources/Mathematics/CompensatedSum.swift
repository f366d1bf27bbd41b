/// A sum that keeps what each addition rounds away, so that large terms may cancel.
///
///     var sum = CompensatedSum(1e16)
///     sum.add(1)
///     sum.add(-1e16)
///     sum.value  // 1
///
/// Source: the sums and products without error of Ogita, Rump & Oishi (2005), SIAM J. Sci. Comput. 26, 1955–1988.
public struct CompensatedSum: Sendable {
  private var head: Double
  private var rest = 0.0
  /// The sizes of all terms, added up.
  public private(set) var size: Double

  /// - Parameter first: the first term.
  public init(_ first: Double = 0) {
    head = first
    size = abs(first)
  }

  /// Adds one more term.
  @inline(__always)
  public mutating func add(_ term: Double) {
    let sum = head + term
    let part = sum - head
    rest += (head - (sum - part)) + (term - part)
    head = sum
    size += abs(term)
  }

  /// Adds the product of two numbers, with the digits its rounding would lose.
  @inline(__always)
  public mutating func addProduct(_ left: Double, _ right: Double) {
    let product = left * right
    add(product)
    rest += (-product).addingProduct(left, right)
  }

  /// The sum as if it had been worked out with twice the digits, rounded once.
  public var value: Double { head + rest }

  /// The sum, or zero where it is no more than what the terms themselves may have been rounded by before they came here:
  /// three thirds less one are nothing.
  public var settled: Double {
    let sum = value
    return abs(sum) <= .ulpOfOne * size ? 0 : sum
  }
}
