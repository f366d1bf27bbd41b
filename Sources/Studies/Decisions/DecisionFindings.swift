/// What a group with different positions may be expected to decide, issue by issue, by each model.
///
/// Forecasts by models of the literature, not promises; how they differ is part of the answer.
public struct DecisionFindings: Codable, Sendable, Equatable {
  /// One issue and where the models put the outcome, in the issue's unit.
  public struct Issue: Codable, Sendable, Equatable {
    public var name: String
    /// What it is called, by language.
    public var label: [String: String]
    /// The ends of its scale.
    public var low: Double
    public var high: Double
    /// The mean weighed by capability and salience.
    public var compromise: Double
    /// How far each party's moving by one moves the compromise, in the order of the parties; together 1.
    public var influence: [Double]
    /// The position that beats every other in a vote; nil where none does.
    public var majority: Double?
    /// The positions no other beats.
    public var unbeaten: [Double]
    /// The compromise after positions were exchanged.
    public var afterExchange: Double
    /// The compromise after challenges: who can make whom give way. Nil with more than
    /// ``DecisionFindings/mostChallengers`` parties, whose challenges are not followed.
    public var afterChallenges: Double?
    /// The least and the greatest compromise if one capability or salience is a tenth lower or higher, or one position 5
    /// hundredths of the scale.
    public var compromiseLow: Double
    public var compromiseHigh: Double
    /// The figure whose error moves the compromise most.
    public var hinge: Hinge
  }

  /// One figure of one party.
  public struct Hinge: Codable, Sendable, Equatable {
    public var party: String
    /// `capability`, `salience` or `position`.
    public var figure: String
  }

  /// A party and where it stands on each issue; nil where it has no stake.
  public struct Party: Codable, Sendable, Equatable {
    public var name: String
    public var label: [String: String]
    public var capability: Double
    public var positions: [Double?]
    public var saliences: [Double?]
    /// What all exchanges together mean to it: hundredths of a scale, each times its salience.
    public var exchangeGain: Double
  }

  /// Two parties that each move where they care less.
  public struct Exchange: Codable, Sendable, Equatable {
    public var first: Move
    public var second: Move
    /// What each of the two gains: hundredths of a scale times salience.
    public var gain: Double
    /// What it costs others, largest loss first, in the same unit.
    public var losers: [NamedNumber]
  }

  /// One party's part of an exchange.
  public struct Move: Codable, Sendable, Equatable {
    public var party: String
    public var issue: String
    public var from: Double
    public var to: Double
  }

  /// The most parties whose challenges are followed: every turn takes as many steps as their cube.
  public static let mostChallengers = 100

  /// The title by language.
  public var title: [String: String]
  public var issues: [Issue]
  public var parties: [Party]
  /// In the order in which they were agreed.
  public var exchanges: [Exchange]
  /// The pairs of parties and issues on which they stood on opposite sides of both outcomes.
  public var opposedPairs: Int
  /// How many rounds of exchanges were played.
  public var rounds: Int
  /// Whether challenges were fought over all issues at once, which they can be where nobody's saliences add up to more than
  /// 1; otherwise issue by issue.
  public var challengesAreJoint: Bool
}
