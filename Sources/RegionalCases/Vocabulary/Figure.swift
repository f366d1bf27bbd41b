/// A number of a case with its uncertainty, its unit, where it comes from and where it stands.
public struct Figure: Hashable, Sendable {
  /// How certain the number is.
  public enum Form: Hashable, Sendable {
    case certain(Double)
    /// Triangular, `low` ≤ `mode` ≤ `high` and `low` < `high`.
    case triangular(low: Double, mode: Double, high: Double)
    /// Normal, `sd` > 0.
    case normal(mean: Double, sd: Double)
    /// Uniform, `min` < `max`.
    case uniform(min: Double, max: Double)
  }

  /// The number, or numbers, with how certain they are.
  public let form: Form
  /// The unit its author wrote beside it, if any.
  public let unit: String?
  /// Where it comes from.
  public let provenance: Provenance
  /// Where it is written.
  public let place: Place

  /// A figure made in code; its form must keep the order its case states.
  public init(_ form: Form, unit: String? = nil, provenance: Provenance, place: Place) {
    switch form {
    case .certain(let value): precondition(value.isFinite, "a figure is finite")
    case .triangular(let low, let mode, let high):
      precondition(low <= mode && mode <= high, "low ≤ mode ≤ high")
    case .normal(_, let sd): precondition(sd > 0, "a standard deviation is above 0")
    case .uniform(let min, let max): precondition(min < max, "min < max")
    }
    self.form = form
    self.unit = unit
    self.provenance = provenance
    self.place = place
  }

  /// The single number to compute with: the value, the mode, the mean or the midpoint.
  public var best: Double {
    switch form {
    case .certain(let value): value
    case .triangular(_, let mode, _): mode
    case .normal(let mean, _): mean
    case .uniform(let min, let max): min / 2 + max / 2
    }
  }

  /// The least the figure can be; nil for a normal one, which has no least.
  public var least: Double? {
    switch form {
    case .certain(let value): value
    case .triangular(let low, _, _): low
    case .uniform(let min, _): min
    case .normal: nil
    }
  }

  /// The most the figure can be; nil for a normal one, which has no most.
  public var most: Double? {
    switch form {
    case .certain(let value): value
    case .triangular(_, _, let high): high
    case .uniform(_, let max): max
    case .normal: nil
    }
  }

  /// Whether the figure is anything but one number.
  public var isUncertain: Bool {
    if case .certain = form { false } else { true }
  }
}
