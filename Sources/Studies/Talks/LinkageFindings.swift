/// What several negotiations come to at one table, where what a party gives in one may be returned in another.
///
/// To each party the points of all problems count the same, so that a loss in one can be made good in another; points of
/// different parties are not compared.
public struct LinkageFindings: Codable, Sendable, Equatable {
  /// One of the negotiations.
  public struct Problem: Codable, Sendable, Equatable {
    public var name: String
    /// The title by language.
    public var title: [String: String]
    public var issues: [NegotiationFindings.Issue]
    /// The names of the parties with a seat in it.
    public var parties: [String]
    /// What is agreed by Nash's rule where it is settled alone; nil where no package of its own suits everyone in it.
    public var alone: Package?
    /// The smallest sets of problems in which it can be settled, as problems' numbers; itself where it is open alone.
    public var smallestPackages: [[Int]]
  }

  /// Someone with a seat in some problem.
  public struct Party: Codable, Sendable, Equatable {
    public var name: String
    /// What it is called, by language.
    public var label: [String: String]
  }

  /// Problems settled together by Nash's rule, the largest product of all gains.
  public struct Package: Codable, Sendable, Equatable {
    /// The problems' numbers, ascending.
    public var problems: [Int]
    /// For each of them the number of the option of each issue.
    public var options: [[Int]]
    /// For each party at the table its gain in each of these problems over what it has there without a deal; below 0
    /// where it gives.
    public var gains: [PartyGains]
  }

  /// What one party gains and gives in the problems of a package.
  public struct PartyGains: Codable, Sendable, Equatable {
    /// Its name.
    public var party: String
    /// One number for each problem of the package, in its own points; 0 where it has no seat.
    public var byProblem: [Double]
    /// All together.
    public var total: Double
  }

  public var problems: [Problem]
  /// In order of first appearance.
  public var parties: [Party]
  /// The smallest packages of two problems or more, the smaller first; then all problems together, where they can be
  /// settled so and that is not among them.
  public var packages: [Package]
}
