extension BoxedComplementarity {
  /// Fᵢ at a point, and what it was added up from.
  public struct Push: Sendable, Equatable {
    /// Fᵢ: towards the lower bound when positive.
    public let force: Double
    /// The sum of the sizes of its terms, against which rounding is measured.
    public let scale: Double
  }

  /// How coordinate `index` is pushed at `values`.
  public func push(on index: Int, at values: [Double]) -> Push {
    precondition(values.count == constant.count, "a point has one value a coordinate")
    let (force, scale) = force(on: index, at: values)
    return Push(force: force, scale: scale)
  }
}
