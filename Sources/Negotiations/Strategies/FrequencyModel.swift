/// Takes what another offers often for what it likes, and what it does not move on for what it cares about.
///
/// An option's worth is how often it was offered, relative to its issue's most frequent option. An issue's weight is
/// one, and one more for each pair of offers in a row that agree about it; the weights are divided by their sum.
/// Nothing offered yet: every option is worth nothing, every issue weighs the same.
///
/// Source: the frequency models compared by Baarslag, Hendrikx, Hindriks & Jonker (2013), Predicting the performance
/// of opponent models in automated negotiation, IEEE/WIC/ACM IAT, 59–66.
public struct FrequencyModel: OpponentModel, Hashable {
  /// How often each option of each issue was offered.
  public private(set) var counts: [[Int]]
  /// For each issue how many offers repeated the option of the one before.
  public private(set) var repetitions: [Int]
  private var last: [Int]?

  /// - Parameter agenda: What may be agreed.
  public init(_ agenda: Agenda) {
    counts = agenda.issues.map { [Int](repeating: 0, count: $0.count) }
    repetitions = [Int](repeating: 0, count: agenda.issues.count)
  }

  /// Learns from one more offer.
  public mutating func observe(_ options: [Int], at time: Double = 0) {
    precondition(options.count == counts.count, "an option of each issue")
    for (issue, option) in options.enumerated() {
      counts[issue][option] += 1
      if last?[issue] == option { repetitions[issue] += 1 }
    }
    last = options
  }

  /// Each issue's weight; they add up to one.
  public var weights: [Double] {
    let total = Double(repetitions.reduce(repetitions.count, +))
    return repetitions.map { Double($0 + 1) / total }
  }

  /// The preferences the other is taken to have.
  public var estimate: Preferences {
    let worths = zip(counts, weights).map { counts, weight in
      let most = Double(max(counts.max() ?? 0, 1))
      return counts.map { weight * Double($0) / most }
    }
    return Preferences(party: "as its offers suggest", worths: worths)
  }
}
