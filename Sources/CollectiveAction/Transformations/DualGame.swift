extension CoalitionGame {
  /// The dual game: what a coalition adds by joining last, v(N) − v(N∖S), of the same kind.
  ///
  /// The dual of a cost game charges a coalition what it adds to the cost of the others; both have the same joint
  /// worth and the same Shapley value, and the dual of the dual is the game itself. A concave cost game has a convex
  /// table for its dual.
  ///
  /// - Throws: ``TransformationError/tooLarge(_:)`` when a worth would be beyond all numbers.
  public func dual() throws(TransformationError) -> CoalitionGame {
    let table = WorthCounts(worths)
    let last = worths.count - 1
    var dual = table.counts.withUnsafeBufferPointer { counts in
      [Double](unsafeUninitializedCapacity: counts.count) { dual, initialized in
        let joint = counts[last]
        for mask in 0...last { dual.initializeElement(at: mask, to: joint - counts[last - mask]) }
        initialized = counts.count
      }
    }
    table.turnIntoWorths(&dual)
    return try replacing(kind: kind, worths: dual)
  }
}
