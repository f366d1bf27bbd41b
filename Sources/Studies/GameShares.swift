import CollectiveAction
import RegionalCases
import Sharing

/// A game from a file divided by the rules asked for, in the form the command prints.
///
/// As JSON: one object a rule from player to share, or `{"undefined": "why"}`; beside them `players`, `kind`,
/// `coreEmpty`, `leastCore`, `certificate` and, for each rule that has any, the coalitions that would leave.
public struct GameShares: Sendable, Encodable {
  /// The names of the rules, in the order of reports.
  public static let rules = SharingRule.allCases.map(\.rawValue)

  /// What one rule says of the game.
  public struct Rule: Sendable {
    /// The shares, or why there are none.
    public enum Outcome: Sendable {
      /// One share a player, in the game's order.
      case shares([Double])
      case undefined(String)
    }

    public let name: String
    public let outcome: Outcome
    public let violations: [ViolationFinding]
  }

  public let players: [String]
  public let kind: String
  public let rules: [Rule]
  /// The smallest subsidy that keeps every coalition; absent for a single player.
  public let leastCore: Double?
  public let isCoreEmpty: Bool
  public let certificate: CertificateSummary?

  /// - Parameters:
  ///   - file: the game as read.
  ///   - names: some of ``rules-swift.type.property``.
  /// - Throws: ``StudyError/game(problem:reason:)`` when there are too many players to search.
  public init(of file: GameFile, rules names: [String]) throws(StudyError) {
    do {
      let game = try CoalitionGame(
        players: file.players, kind: file.kind == .cost ? .cost : .surplus, worths: file.worths)
      let divided = try DividedGame(
        game, rules: SharingRule.allCases.filter { names.contains($0.rawValue) },
        proportionalTo: file.indicator.map { [ProportionBasis(id: "indicator", weights: $0)] } ?? [])
      players = game.players
      kind = game.kind.rawValue
      rules = divided.rulings.map { ruling in
        let finding = RuleFinding(ruling, in: game)
        return Rule(
          name: ruling.rule.rawValue,
          outcome: finding.shares.map(Rule.Outcome.shares) ?? .undefined(finding.undefined ?? ""),
          violations: finding.violations)
      }
      leastCore = divided.leastCore?.subsidy
      isCoreEmpty = divided.isCoreEmpty
      certificate = divided.certificate
    } catch {
      throw .game(problem: "game", reason: "\(error)")
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(players, forKey: Key("players"))
    try fields.encode(kind, forKey: Key("kind"))
    try fields.encode(isCoreEmpty, forKey: Key("coreEmpty"))
    try fields.encodeIfPresent(leastCore, forKey: Key("leastCore"))
    try fields.encodeIfPresent(certificate, forKey: Key("certificate"))
    for rule in rules {
      var entries = fields.nestedContainer(keyedBy: Key.self, forKey: Key(rule.name))
      switch rule.outcome {
      case .shares(let shares):
        for (player, share) in zip(players, shares) { try entries.encode(share, forKey: Key(player)) }
      case .undefined(let why): try entries.encode(why, forKey: Key("undefined"))
      }
    }
    var violations = fields.nestedContainer(keyedBy: Key.self, forKey: Key("violations"))
    for rule in rules where !rule.violations.isEmpty {
      try violations.encode(rule.violations, forKey: Key(rule.name))
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int? = nil

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}
