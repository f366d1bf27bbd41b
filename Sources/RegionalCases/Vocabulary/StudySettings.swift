/// What a study of the case takes up unless told otherwise.
public struct StudySettings: Hashable, Sendable {
  /// The id of the ``Problem`` to study first.
  public let problem: String?
  /// The seed of every chance, below 2⁵³, if told.
  public let seed: UInt64?
  /// How many draws of the uncertain figures; 0...10 000.
  public let draws: Int?

  static let absent = StudySettings(problem: nil, seed: nil, draws: nil)
}
