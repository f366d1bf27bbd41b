/// What the parties of an institution pay one another, and by what it is decided.
extension Institution {
  /// A number that is measured each period and decides who pays: what is found, in parts of what was found before.
  ///
  /// Its value is coefficient·Σ weight·found/base, over the things that are measured.
  public struct Index: Hashable, Sendable {
    /// One of the things that are measured.
    public struct Component: Hashable, Sendable, Identifiable {
      /// What is measured; unique within the index.
      public let id: String
      /// How much it counts; at least 0.
      public let weight: Figure
    }

    /// What the index is called.
    public let name: LocalizedText
    /// What is found is compared with, if told: a mean of earlier years.
    public let base: LocalizedText?
    /// Above 0; 1 when absent.
    public let coefficient: Figure?
    /// At least one.
    public let components: [Component]
    /// Where it begins in the case file.
    public let place: Place

    /// The index when what is found, over what was found before, is `ratios`: one for each component, in their order.
    ///
    /// With ratios of 1 throughout, weights that come to 1 and a coefficient of 0.85 it is 0.85: below 1 while nothing
    /// has changed.
    /// - Precondition: as many ratios as components.
    public func value(ratios: [Double]) -> Double {
      precondition(ratios.count == components.count, "a ratio for each component")
      let sum = zip(components, ratios).reduce(0) { $0 + $1.0.weight.best * $1.1 }
      return (coefficient?.best ?? 1) * sum
    }
  }

  /// What one party owes another each period, if the index says so.
  public struct Payment: Hashable, Sendable {
    /// Who pays; never ``to``.
    public let from: PartyID
    /// Who is paid.
    public let to: PartyID
    /// How much a period, in the case's money; at least 0.
    public let amount: Figure
    /// Due only where the index is above this.
    public let above: Figure?
    /// Due only where the index is at most this; above ``above``.
    public let upTo: Figure?
    /// Where it begins in the case file.
    public let place: Place

    /// Whether it is due in a period whose index is `index`; one without bounds is due in any.
    public func isDue(at index: Double) -> Bool {
      if let above, index <= above.best { return false }
      if let upTo, index > upTo.best { return false }
      return true
    }
  }

  /// What `party` receives, less what it pays, in a period whose index is `index`; in the case's money.
  public func received(by party: PartyID, at index: Double) -> Double {
    payments.filter { $0.isDue(at: index) }.reduce(0) { sum, payment in
      sum + (payment.to == party ? payment.amount.best : 0) - (payment.from == party ? payment.amount.best : 0)
    }
  }
}
