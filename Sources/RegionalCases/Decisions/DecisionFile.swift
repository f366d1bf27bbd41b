/// A decision of a group as a person wrote it down: where each party stands, how much it cares, and how strong it is.
///
///     title: A common ring road
///     issues:
///       - {name: toll, from: 0, to: 7, unit: euro}
///     parties:
///       - {name: city, capability: 1}
///       - {name: region, capability: 0.6}
///     positions:
///       - {party: city, issue: toll, position: 3, salience: 0.7}
///       - {party: region, issue: toll, position: 1, salience: 0.6}
///
/// Parties and positions may stand in CSV files instead, `positions: {file: positions.csv}`, with the same words as columns.
public struct DecisionFile: Hashable, Sendable {
  /// An issue, and the scale on which positions on it are placed.
  public struct Issue: Hashable, Sendable {
    public let name: String
    public let label: LocalizedText
    /// The ends of the scale, the first below the second.
    public let from, to: Double
    /// What the ends stand for, if told.
    public let fromLabel, toLabel: LocalizedText?
    /// In what a position is measured, if told.
    public let unit: LocalizedText?
    public let place: Place
  }

  /// Where a party stands on an issue.
  public struct Stance: Hashable, Sendable {
    /// On the issue's scale, in its unit.
    public let position: Double
    /// How much the issue matters to the party, 0 to 1.
    public let salience: Double
    public let place: Place
  }

  /// A party to the decision.
  public struct Party: Hashable, Sendable {
    public let name: String
    public let label: LocalizedText
    /// How strong it is beside the others, 0 or more.
    public let capability: Double
    /// One for each issue; nil where the file gives the party no position.
    public let stances: [Stance?]
    public let place: Place
  }

  /// How the parties come to a decision.
  public enum Model: String, Hashable, Sendable, Codable, CaseIterable {
    /// The mean of the positions, weighted by capability and salience.
    case compromise
    /// The position that no majority would leave for another.
    case majority
    /// Who can make whom give way (Bueno de Mesquita).
    case challenge
    /// Two give way to each other on different issues (Stokman & Van Oosten 1994).
    case exchange
  }

  /// How much of its strength a party uses where two proposals differ.
  public enum Voting: String, Hashable, Sendable, Codable, CaseIterable {
    /// All of it for the better, however little better it is.
    case whole
    /// In proportion to the difference.
    case proportional
    /// In proportion to the cube of the difference.
    case cubic
  }

  public let title: LocalizedText
  public let summary: LocalizedText?
  public let sources: [Source]
  /// One or more, each named once.
  public let issues: [Issue]
  /// Two or more, each named once.
  public let parties: [Party]
  /// Where the numbers come from, if told.
  public let provenance: Provenance?
  /// How the parties come to a decision, if told.
  public let model: Model?
  /// How many rounds there are at most, if told.
  public let rounds: Int?
  /// How much of its strength a party uses, if told.
  public let voting: Voting?
  /// The seed of every chance, if told.
  public let seed: UInt64?
  /// What is odd, without being wrong.
  public let warnings: [CaseFault]

  /// Reads a decision from a `.yaml` or `.json` file, and the CSV files beside it that it names.
  ///
  /// - Parameter path: The file.
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once.
  public init(contentsOf path: String) throws(CaseFaults) {
    let file = HandwrittenFile(path: path, shape: .decisionFile, subject: "decision")
    let (contents, warnings) = try file.read { fields, shapes in DecisionReader(shapes: shapes).contents(of: fields) }
    title = contents.title
    summary = contents.summary
    sources = contents.sources
    issues = contents.issues
    parties = contents.parties
    provenance = contents.provenance
    model = contents.model
    rounds = contents.rounds
    voting = contents.voting
    seed = contents.seed
    self.warnings = warnings
  }
}

/// What a file tells of a decision.
struct DecisionContents {
  let title: LocalizedText
  let summary: LocalizedText?
  let sources: [Source]
  let issues: [DecisionFile.Issue]
  let parties: [DecisionFile.Party]
  let provenance: Provenance?
  let model: DecisionFile.Model?
  let rounds: Int?
  let voting: DecisionFile.Voting?
  let seed: UInt64?
}
