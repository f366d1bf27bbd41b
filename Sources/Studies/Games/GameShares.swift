import CollectiveAction
import Mathematics
import RegionalCases
import Sharing

/// A game divided by the rules asked for, in the form the command prints.
///
/// As JSON: one object a rule from player to share, or `{"undefined": "why"}`; beside them `players`, `kind`,
/// `coreEmpty`, `leastCore`, `certificate` and, for each rule that has any, the coalitions that would leave. Where it was
/// asked for, `explanations` and `properties` rule by rule; of a game given by numbers `game`, and `seed` for an example.
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
  /// The smallest subsidy that keeps every coalition; absent for a single player and where no table was searched.
  public let leastCore: Double?
  /// Absent where the structure of a game without a table does not tell.
  public let isCoreEmpty: Bool?
  public let certificate: CertificateSummary?
  /// Why each player pays what it does, for each rule with an answer; absent when not asked for.
  public private(set) var explanations: [ExplanationFinding]?
  /// Which properties each rule has on this game; absent when not asked for.
  public private(set) var properties: [RulePropertiesFinding]?
  /// What kind of game was given by numbers; absent for a game from a file.
  public let structure: StructuredGame.Kind?
  /// The seed of an example.
  public let seed: UInt64?

  /// - Parameters:
  ///   - file: the game as read.
  ///   - names: some of ``rules-swift.type.property``.
  ///   - isExplained: whether explanations and properties are wanted.
  /// - Throws: ``StudyError/division(_:)`` when there are too many players to search.
  public init(of file: GameFile, rules names: [String], explained isExplained: Bool = false) throws(StudyError) {
    let game: CoalitionGame
    do {
      game = try CoalitionGame(
        players: file.players, kind: file.kind == .cost ? .cost : .surplus, worths: file.worths)
    } catch {
      throw .division("\(error)")
    }
    try self.init(game, rules: names, grounds: DivisionGrounds(of: file), explained: isExplained, of: nil)
  }

  /// - Parameters:
  ///   - structured: a game given by numbers. Up to ``StructuredGame/largestTable`` players it is divided as a table;
  ///     beyond, by the rules for which its structure has an answer.
  ///   - names: some of ``rules-swift.type.property`` and of ``StructuredGame/ownRules(of:)``.
  ///   - isExplained: whether explanations and properties are wanted; they need the table.
  /// - Throws: ``StudyError/division(_:)`` when an explanation is wanted of a game without a table.
  public init(
    of structured: StructuredGame, rules names: [String], explained isExplained: Bool = false
  ) throws(StudyError) {
    guard structured.players.count > StructuredGame.largestTable else {
      let game: CoalitionGame
      do { game = try structured.table() } catch { throw .division("\(error)") }
      try self.init(game, rules: names, grounds: .worthsAlone, explained: isExplained, of: structured)
      return
    }
    guard !isExplained else {
      throw .division(
        "\(structured.players.count) players have too many coalitions to explain; "
          + "ask without an explanation, or of at most \(StructuredGame.largestTable)")
    }
    self.init(closedForms: structured, rules: names)
  }

  /// A game without a table, divided by the rules for which its structure has an answer.
  private init(closedForms structured: StructuredGame, rules names: [String]) {
    players = structured.players
    kind = structured.worthKind.rawValue
    rules =
      Self.asked(names).map { rule in
        do throws(NoClosedForm) {
          return Rule(name: rule.rawValue, outcome: .shares(try structured.shares(under: rule)), violations: [])
        } catch {
          return Rule(name: rule.rawValue, outcome: .undefined(error.reason), violations: [])
        }
      } + Self.own(names, of: structured, in: nil)
    leastCore = structured.exactSubsidy?.approximation
    isCoreEmpty = structured.isCoreEmpty
    certificate = nil
    structure = structured.kind
    seed = structured.seed
  }

  private init(
    _ game: CoalitionGame, rules names: [String], grounds: DivisionGrounds, explained isExplained: Bool,
    of structured: StructuredGame?
  ) throws(StudyError) {
    do {
      let divided = try DividedGame(game, rules: Self.asked(names), grounds: grounds)
      players = game.players
      kind = game.kind.rawValue
      rules =
        divided.rulings.map { ruling in
          let finding = RuleFinding(ruling, in: game)
          return Rule(
            name: ruling.rule.rawValue,
            outcome: finding.shares.map(Rule.Outcome.shares) ?? .undefined(finding.undefined ?? ""),
            violations: finding.violations)
        } + (structured.map { Self.own(names, of: $0, in: game) } ?? [])
      leastCore = divided.subsidy
      isCoreEmpty = divided.isCoreEmpty
      certificate = divided.certificate
      structure = structured?.kind
      seed = structured?.seed
      guard isExplained else { return }
      let answered = divided.rulings.filter { (try? $0.outcome.get()) != nil }.map(\.rule)
      explanations = answered.compactMap { rule in
        (try? explain(rule, in: game, by: grounds)).map(ExplanationFinding.init)
      }
      properties = RulePropertiesFinding.table(of: game, rules: answered, by: grounds)
    } catch {
      throw .division("\(error)")
    }
  }

  /// What the rules say that only a game of this structure has, those of these names; who would leave, where there is
  /// a table to look it up in.
  private static func own(_ names: [String], of structured: StructuredGame, in game: CoalitionGame?) -> [Rule] {
    StructuredGame.ownRules(of: structured.kind).filter(names.contains).map { name in
      do throws(NoClosedForm) {
        let shares = try structured.shares(underOwn: name)
        let violations = game.map { game in
          DividedGame.violations(of: Allocation(players: game.players, shares: shares), in: game)
        }
        return Rule(name: name, outcome: .shares(shares), violations: violations ?? [])
      } catch {
        return Rule(name: name, outcome: .undefined(error.reason), violations: [])
      }
    }
  }

  /// The rules of these names, in the order of reports.
  private static func asked(_ names: [String]) -> [SharingRule] {
    SharingRule.allCases.filter { names.contains($0.rawValue) }
  }

  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: Key.self)
    try fields.encode(players, forKey: Key("players"))
    try fields.encode(kind, forKey: Key("kind"))
    try fields.encodeIfPresent(structure, forKey: Key("game"))
    try fields.encodeIfPresent(seed, forKey: Key("seed"))
    try fields.encodeIfPresent(isCoreEmpty, forKey: Key("coreEmpty"))
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
    if let explanations {
      var byRule = fields.nestedContainer(keyedBy: Key.self, forKey: Key("explanations"))
      for explanation in explanations { try byRule.encode(explanation, forKey: Key(explanation.rule)) }
    }
    if let properties {
      var byRule = fields.nestedContainer(keyedBy: Key.self, forKey: Key("properties"))
      for row in properties {
        var cells = byRule.nestedContainer(keyedBy: Key.self, forKey: Key(row.rule))
        for cell in row.properties { try cells.encode(cell, forKey: Key(cell.property)) }
      }
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

extension DivisionGrounds {
  /// What a file tells besides the worths.
  init(of file: GameFile) {
    self.init(
      weights: file.indicator, unions: file.unions?.map { Coalition($0) }, links: file.edges?.map { Coalition($0) },
      downstreamOrder: file.downstream)
  }
}
