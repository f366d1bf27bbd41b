import Mathematics
import Negotiations
import RegionalCases

/// What a mediator who knows every side's preferences, and tells none, suggests.
///
/// Packages and nothing else: no worth and no gain leaves the mediator, for whoever reads this may sit at the table.
public struct MediationFindings: Codable, Sendable, Equatable {
  /// A party at the table, by its names alone.
  public struct Party: Codable, Sendable, Equatable {
    public var name: String
    /// What it is called, by language.
    public var label: [String: String]
  }

  /// The title by language.
  public var title: [String: String]
  public var issues: [NegotiationFindings.Issue]
  public var parties: [Party]
  /// The deal that stands unless all accept another: the number of the option of each issue; nil where none is signed.
  public var signed: [Int]?
  /// Packages that, with the preferences stated, leave nobody below what it has; in no order that tells anything. None
  /// where no better one was found.
  public var suggestions: [[Int]]
  /// What the suggestions can at most tell about the parties' preferences, in bits.
  public var disclosedBits: Double

  /// What a mediator suggests to the parties of `file`.
  ///
  /// - Parameters:
  ///   - file: A negotiation that was read and found valid; its preferences are those sealed.
  ///   - signed: The option of every issue of a deal that stands, by the names of the issues; nil where there is none.
  ///   - count: How many packages at most: 1 for the fairest alone, or 3 to 5.
  ///   - seed: Where the choice between packages as good comes from.
  /// - Throws: ``MediationFault``.
  public init(
    _ file: NegotiationFile, signed: [String: String]? = nil, count: Int = 4, seed: UInt64 = 1
  ) throws(MediationFault) {
    precondition(count == 1 || (3...5).contains(count), "1, or 3 to 5 packages")
    var deal: [Int]?
    if let signed { deal = try Self.deal(signed, on: file.agenda) }
    title = file.title.texts
    issues = file.agenda.map(NegotiationFindings.Issue.init)
    parties = file.parties.map { Party(name: $0.name, label: $0.label.texts) }
    self.signed = deal
    do throws(NegotiationError) {
      let scenario = try NegotiationScenario(file, rounds: file.rounds ?? BargainingPlan.usualRounds)
      var sealed: [SealedPreferences] = []
      for party in scenario.parties { sealed.append(try SealedPreferences(party, on: scenario.agenda)) }
      var mediator = try Mediator(between: sealed, signed: deal)
      if count == 1 {
        suggestions = try mediator.suggestText().map { [$0] } ?? []
      } else {
        var chance = RandomStream(seed: seed)
        suggestions = try mediator.suggest(count, using: &chance)
      }
      disclosedBits = mediator.disclosedBits
    } catch {
      throw .negotiation(error)
    }
  }

  /// The options' numbers of a deal that is told in words.
  private static func deal(
    _ told: [String: String], on agenda: [NegotiationFile.Issue]
  ) throws(MediationFault) -> [Int] {
    let names = agenda.map(\.name)
    for name in told.keys.sorted() where !names.contains(name) { throw .unknownIssue(name, known: names) }
    let missing = names.filter { told[$0] == nil }
    guard missing.isEmpty else { throw .missingIssues(missing) }
    var deal: [Int] = []
    for issue in agenda {
      let word = told[issue.name] ?? ""
      let options = 0..<issue.count
      guard
        let option = options.first(where: { issue.name(at: $0) == word })
          ?? Double(word).flatMap({ number in options.first { issue.number(at: $0) == number } })
      else { throw .unknownOption(word, issue: issue.name, known: options.map(issue.name(at:))) }
      deal.append(option)
    }
    return deal
  }
}

/// Why there is nothing to mediate.
public enum MediationFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// A signed deal about something that is not on the table.
  case unknownIssue(String, known: [String])
  /// Issues on the table about which the signed deal says nothing.
  case missingIssues([String])
  /// An option that an issue does not have.
  case unknownOption(String, issue: String, known: [String])
  /// What the negotiation itself is refused for.
  case negotiation(NegotiationError)

  public var description: String {
    switch self {
    case .unknownIssue(let name, let known):
      "nothing on the table is called '\(name)'; use \(known.joined(separator: ", "))"
    case .missingIssues(let names):
      "the signed deal says nothing about \(names.joined(separator: ", ")); tell an option of every issue"
    case .unknownOption(let word, let issue, let known):
      "'\(issue)' has no option '\(word)'; use one of \(known.prefix(20).joined(separator: ", "))"
        + (known.count > 20 ? ", …" : "")
    case .negotiation(let error): "\(error)"
    }
  }
}
