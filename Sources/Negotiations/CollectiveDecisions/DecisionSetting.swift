/// Who wants what of the issues a group must decide, how much each cares, and how strong each is.
///
/// Where an offer has to be accepted, worths decide; where a body decides, what counts is the position a party takes on
/// an issue's scale, its salience (how much of its strength it is ready to use there) and its capability.
public struct DecisionSetting: Hashable, Sendable {
  /// An issue, and the scale on which positions about it are placed.
  public struct Issue: Hashable, Sendable {
    /// What is decided.
    public let name: String
    /// The two ends of the scale, in the issue's own unit.
    public let low, high: Double

    /// - Parameters:
    ///   - name: What is decided.
    ///   - low: The lower end of the scale.
    ///   - high: The upper end, above `low`.
    public init(_ name: String, low: Double = 0, high: Double = 100) {
      self.name = name
      self.low = low
      self.high = high
    }

    /// Where a position lies on the scale, in hundredths of it: 0 at ``low``, 100 at ``high``.
    /// - Parameter position: A place on the scale, in the issue's unit.
    /// - Returns: Its distance from ``low``, in hundredths of the scale.
    public func points(at position: Double) -> Double { 100 * ((position - low) / (high - low)) }

    /// The position that lies so many hundredths up the scale.
    /// - Parameter points: Hundredths of the scale, counted from ``low``.
    /// - Returns: The place in the issue's unit.
    public func position(at points: Double) -> Double { low + (high - low) * (points / 100) }
  }

  /// What one party wants of one issue, and how much it cares.
  public struct Stake: Hashable, Sendable {
    /// Where on the issue's scale the party stands, in the issue's unit.
    public let position: Double
    /// How much the issue matters to the party, from 0 (not at all) to 1.
    public let salience: Double

    /// - Parameters:
    ///   - position: A place on the issue's scale.
    ///   - salience: From 0 to 1.
    public init(_ position: Double, salience: Double) {
      self.position = position
      self.salience = salience
    }
  }

  /// A party to the decision.
  public struct Party: Hashable, Sendable {
    /// What the party is called.
    public let name: String
    /// Its strength beside that of the others, 0 or more, in any unit they share.
    public let capability: Double
    /// One entry for each issue; nil where the party has no stake.
    public let stakes: [Stake?]

    /// - Parameters:
    ///   - name: What the party is called.
    ///   - capability: Its strength, 0 or more, in the unit of all parties.
    ///   - stakes: One entry for each issue; nil where it has no stake.
    public init(_ name: String, capability: Double, stakes: [Stake?]) {
      self.name = name
      self.capability = capability
      self.stakes = stakes
    }
  }

  /// One or more, each named once.
  public let issues: [Issue]
  /// Two or more, each named once.
  public let parties: [Party]
  /// One number for each party: its capability as a share of the greatest, so that no unit is too large to add up.
  let strengths: [Double]

  /// - Parameters:
  ///   - issues: What is decided, and on which scales.
  ///   - parties: Who takes part; somebody with capability must care about every issue.
  /// - Throws: ``DecisionError`` naming the party, the issue and the number that cannot be used.
  public init(issues: [Issue], parties: [Party]) throws(DecisionError) {
    guard !issues.isEmpty else { throw .noIssues }
    try Self.check(issues)
    guard parties.count >= 2 else { throw .parties(parties.count) }
    var seen: Set<String> = []
    for party in parties {
      guard !party.name.isEmpty else { throw .noName }
      guard seen.insert(party.name).inserted else { throw .repeatedParty(party.name) }
      try Self.check(party, on: issues)
    }
    let greatest = parties.map(\.capability).max() ?? 0
    guard greatest > 0 else { throw .noCapability }
    self.issues = issues
    self.parties = parties
    strengths = parties.map { $0.capability / greatest }
    for issue in issues.indices where !(weights(on: issue).reduce(0, +) > 0) {
      throw .noStake(issue: issues[issue].name)
    }
  }

  private static func check(_ issues: [Issue]) throws(DecisionError) {
    var seen: Set<String> = []
    for issue in issues {
      guard !issue.name.isEmpty else { throw .noName }
      guard seen.insert(issue.name).inserted else { throw .repeatedIssue(issue.name) }
      guard issue.low < issue.high, (issue.high - issue.low).isFinite else {
        throw .scale(issue: issue.name, low: issue.low, high: issue.high)
      }
    }
  }

  private static func check(_ party: Party, on issues: [Issue]) throws(DecisionError) {
    guard party.capability >= 0, party.capability.isFinite else {
      throw .capability(party: party.name, party.capability)
    }
    guard party.stakes.count == issues.count else {
      throw .stakeCount(party: party.name, party.stakes.count, wanted: issues.count)
    }
    for (issue, stake) in zip(issues, party.stakes) {
      guard let stake else { continue }
      guard (0...1).contains(stake.salience) else {
        throw .salience(party: party.name, issue: issue.name, stake.salience)
      }
      guard (issue.low...issue.high).contains(stake.position) else {
        throw .position(party: party.name, issue: issue.name, stake.position, low: issue.low, high: issue.high)
      }
    }
  }

  /// The number of the issue called `name`.
  /// - Parameter name: One of the issues' names.
  /// - Returns: Its place in ``issues``.
  /// - Throws: ``DecisionError/unknownIssue(_:known:)``.
  public func issue(named name: String) throws(DecisionError) -> Int {
    guard let found = issues.firstIndex(where: { $0.name == name }) else {
      throw .unknownIssue(name, known: issues.map(\.name))
    }
    return found
  }

  /// The number of the party called `name`.
  /// - Parameter name: One of the parties' names.
  /// - Returns: Its place in ``parties``.
  /// - Throws: ``DecisionError/unknownParty(_:known:)``.
  public func party(named name: String) throws(DecisionError) -> Int {
    guard let found = parties.firstIndex(where: { $0.name == name }) else {
      throw .unknownParty(name, known: parties.map(\.name))
    }
    return found
  }

  /// What each party brings to bear on an issue: its strength times its salience, 0 where it has no stake.
  func weights(on issue: Int) -> [Double] {
    zip(parties, strengths).map { $1 * ($0.stakes[issue]?.salience ?? 0) }
  }
}
