import CollectiveAction

/// Finds the coalitions that would miss more than a level.
protocol ExcessSweep {
  associatedtype Number: SearchNumber
  var playerCount: Int { get }
  func gain(of coalition: Coalition) -> Number
  /// What the coalition's excess is divided by, from zero up.
  func weight(of coalition: Coalition) -> Number
  /// What is left to rounding, beside gains and shares as large as `size`.
  func tolerance(besides size: Number) -> Number

  /// Coalitions outside `settled` that miss more than their weight times `level`, by more than `tolerance`; some of
  /// them if there are many, none only if there are none.
  mutating func violated(
    receiving shares: [Number], above level: Number, by tolerance: Number, outside settled: CoalitionSpan
  ) -> [Coalition]
}
