/// What a party said about how much the issues weigh. Issues and options are numbered from 0.
public enum PreferenceAnswer: Hashable, Sendable, CustomStringConvertible {
  /// Issues by how much it means to go from the worst to the best of their options, the most first; those of one tier
  /// mean the same.
  case ranking([[Int]])
  /// Going from worst to best on `issue` means as much as `points` hundredths of the same on `reference`.
  case swing(issue: Int, points: Double, reference: Int)
  /// The first package is better than the second.
  case prefers([Int], over: [Int])
  /// The two packages are as good as each other.
  case equal([Int], [Int])

  public var description: String {
    switch self {
    case .ranking(let tiers):
      "issues " + tiers.map { $0.map(String.init).joined(separator: " = ") }.joined(separator: " > ")
    case .swing(let issue, let points, let reference): "issue \(issue) swings \(points) of issue \(reference)'s 100"
    case .prefers(let first, let second): "\(first) over \(second)"
    case .equal(let first, let second): "\(first) as good as \(second)"
    }
  }
}
