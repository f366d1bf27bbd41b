/// Why a collective decision cannot be forecast from what was given.
public enum DecisionError: Error, Equatable, Sendable, CustomStringConvertible {
  /// Nothing to decide.
  case noIssues
  /// An issue or a party without a name.
  case noName
  /// An issue that is given twice.
  case repeatedIssue(String)
  /// A scale whose ends are the same, the wrong way round, or no usable numbers.
  case scale(issue: String, low: Double, high: Double)
  /// Fewer than two parties.
  case parties(Int)
  /// A party that is given twice.
  case repeatedParty(String)
  /// Stakes in more or fewer issues than there are.
  case stakeCount(party: String, Int, wanted: Int)
  /// A capability below zero or no finite number.
  case capability(party: String, Double)
  /// No party has any capability.
  case noCapability
  /// A salience outside 0...1.
  case salience(party: String, issue: String, Double)
  /// A position off the issue's scale.
  case position(party: String, issue: String, Double, low: Double, high: Double)
  /// An issue about which nobody with capability cares.
  case noStake(issue: String)
  /// A name that no issue bears.
  case unknownIssue(String, known: [String])
  /// A name that no party bears.
  case unknownParty(String, known: [String])
  /// Saliences that divide more attention than a party has.
  case attention(party: String, Double)
  /// An option of a model that is out of its range.
  case option(String, Double, wanted: String)

  public var description: String {
    switch self {
    case .noIssues: "there are no issues; give one or more"
    case .noName: "an issue or a party has no name; give it one"
    case .repeatedIssue(let name): "two issues are called '\(name)'; give each a name of its own"
    case .scale(let issue, let low, let high):
      "the scale of '\(issue)' runs from \(low) to \(high); give a low end below the high one, both finite"
    case .parties(let count): "\(count) \(count == 1 ? "party" : "parties"); a collective decision needs 2 or more"
    case .repeatedParty(let name): "two parties are called '\(name)'; give each a name of its own"
    case .stakeCount(let party, let count, let wanted):
      "'\(party)' has \(count) \(count == 1 ? "stake" : "stakes") for \(wanted) issues; give one for each, empty where it has none"
    case .capability(let party, let value): "the capability of '\(party)' is \(value); give a finite number, 0 or more"
    case .noCapability: "no party has any capability; give at least one a number above 0"
    case .salience(let party, let issue, let value):
      "the salience of '\(issue)' to '\(party)' is \(value); give a number from 0 to 1"
    case .position(let party, let issue, let value, let low, let high):
      "the position of '\(party)' on '\(issue)' is \(value); give a place on its scale, from \(low) to \(high)"
    case .noStake(let issue):
      "nobody with capability cares about '\(issue)'; give such a party a position and a salience, or leave it out"
    case .unknownIssue(let name, let known):
      "no issue is called '\(name)'; use one of \(known.joined(separator: ", "))"
    case .unknownParty(let name, let known):
      "no party is called '\(name)'; use one of \(known.joined(separator: ", "))"
    case .attention(let party, let value):
      "the saliences of '\(party)' add up to \(value); for challenges give shares of its attention, together at most 1"
    case .option(let name, let value, let wanted): "\(name) is \(value); give \(wanted)"
    }
  }
}
