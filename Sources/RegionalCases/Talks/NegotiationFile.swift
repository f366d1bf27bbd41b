import Foundation

/// A negotiation as a person wrote it down: the issues on the table, and what each party thinks of their options.
///
///     title: Who pays for clean water
///     agenda:
///       - {name: payment, quantity: {from: 0, to: 600, steps: 12, unit: million CNY}}
///       - {name: standard, choices: [class II, class III]}
///     parties:
///       - name: upstream
///         preferences:
///           payment: {weight: 0.7, scores: {0: 0, 600: 100}}
///           standard: {weight: 0.3, scores: {class II: 0, class III: 100}}
///         reservation: 40
///       - name: downstream
///         preferences:
///           payment: {weight: 0.4, scores: {0: 100, 600: 0}}
///           standard: {weight: 0.6, scores: {class II: 100, class III: 0}}
///         reservation: {payment: 0, standard: class III}
///
/// A package is one option of each issue. To a party it is worth the sum over the issues of weight times score, 0 to 100,
/// and what its couplings add. Scores of numbers are points of a line, or one a step.
public struct NegotiationFile: Hashable, Sendable {
  /// One matter on the table, and what may be agreed about it.
  public struct Issue: Hashable, Sendable {
    /// What may be agreed about a matter.
    public enum Options: Hashable, Sendable {
      case choices([String])
      /// Both ends included.
      case integers(ClosedRange<Int>)
      /// The ends and `steps - 1` evenly spaced numbers between them stand for all.
      case quantity(ClosedRange<Double>, steps: Int)
    }

    /// The name by which the file calls it.
    public let name: String
    /// The name by which people call it.
    public let label: LocalizedText
    public let options: Options
    /// What people call the choices, one each; empty where the options are numbers.
    public let choiceLabels: [LocalizedText]
    /// In what a number is counted or measured, if told.
    public let unit: LocalizedText?
    /// A key of ``NegotiationFile/sources``: where the options are told of.
    public let source: String?
    public let place: Place
  }

  /// What some options of several issues are worth together, beyond what each is worth by itself.
  public struct Coupling: Hashable, Sendable {
    /// Two issues or more by their indices, ascending.
    public let issues: [Int]
    /// An option of each of ``issues``, by index.
    public let options: [Int]
    /// What it adds to the worth of a package that holds all of them; below 0 it takes away.
    public let points: Double
  }

  /// A party at the table.
  public struct Party: Hashable, Sendable {
    public let name: String
    public let label: LocalizedText
    /// How much each issue counts; they sum to 1.
    public let weights: [Double]
    /// How good each option of each issue is, 0 to 100: `scores[issue][option]`.
    public let scores: [[Double]]
    public let couplings: [Coupling]
    /// What no deal is worth to it, in the unit of ``worth(of:)``; where that is private, its mean.
    public let reservation: Double
    /// The chances of what no deal is worth to it, where the file tells no more; nil where it is known.
    public let privateReservation: PrivateReservation?
    /// The package that is just as good as no deal, by the options' indices, where the file names one.
    public let reservationPackage: [Int]?
    public let discount: Discount
    /// How it bargains, if told.
    public let strategy: Strategy?
    /// How much its gain counts in a weighted bargain; 1 where the file says nothing.
    public let power: Double
    /// How many votes it has; 1 where the file says nothing.
    public let votes: Double
    /// Where its numbers come from, if told.
    public let provenance: Provenance?
    public let place: Place
  }

  /// What waiting leaves of a deal's worth.
  public enum Discount: Hashable, Sendable {
    case none
    /// The share that is left after each round.
    case perRound(Double)
    /// The share that is left when all the time is over.
    case overAllRounds(Double)
  }

  /// How a party bargains.
  public struct Strategy: Hashable, Sendable {
    public let kind: StrategyKind
    /// e where, after a share t of the time, it has gone tᵉ of the way from its best to its reservation: above 1 it holds
    /// out, below 1 it gives way early (Faratin, Sierra & Jennings 1998, whose β is 1/e). Nil where the kind has none.
    public let exponent: Double?
  }

  /// The strategies that a file can name.
  public enum StrategyKind: String, Hashable, Sendable, Codable, CaseIterable {
    case boulware, linear, conceder
    case hardliner, titForTat, niceTitForTat, micro, zeuthen, random
  }

  /// Who must agree before a package is agreed.
  public enum Acceptance: Hashable, Sendable {
    case unanimity
    /// More than half of the votes.
    case majority
    /// At least this share of the votes, above 0 and at most 1.
    case quota(Double)
  }

  public let title: LocalizedText
  public let summary: LocalizedText?
  public let sources: [Source]
  /// The issues on the table, one or more, each named once.
  public let agenda: [Issue]
  /// Two or more, each named once.
  public let parties: [Party]
  /// How many rounds of offers there are, if told.
  public let rounds: Int?
  public let acceptance: Acceptance
  /// What is odd, without being wrong.
  public let warnings: [CaseFault]

  /// Reads a negotiation from a `.yaml` or `.json` file in Interlocal's own form, or from a folder.
  ///
  /// A folder holds `negotiation.yaml`, or a domain with its profiles as ``init(domain:profiles:reading:steps:)`` takes them.
  ///
  /// - Parameter path: The file or folder.
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once.
  public init(contentsOf path: String) throws(CaseFaults) {
    var isFolder: ObjCBool = false
    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder.boolValue {
      try self.init(folder: path)
      return
    }
    let file = HandwrittenFile(path: path, shape: .negotiationFile, subject: "negotiation")
    let (contents, warnings) = try file.read { fields, shapes in NegotiationReader(shapes: shapes).contents(of: fields)
    }
    self.init(contents, warnings: warnings)
  }

  init(_ contents: NegotiationContents, warnings: [CaseFault]) {
    title = contents.title
    summary = contents.summary
    sources = contents.sources
    agenda = contents.agenda
    parties = contents.parties
    rounds = contents.rounds
    acceptance = contents.acceptance
    self.warnings = warnings
  }
}

/// What a file tells of a negotiation.
struct NegotiationContents {
  var title: LocalizedText
  var summary: LocalizedText?
  var sources: [Source] = []
  var agenda: [NegotiationFile.Issue]
  var parties: [NegotiationFile.Party]
  var rounds: Int?
  var acceptance = NegotiationFile.Acceptance.unanimity
}

extension NegotiationFile.StrategyKind {
  static let words = allCases.map(\.rawValue)

  /// The exponent where the file gives none; nil for a strategy that has none.
  var usualExponent: Double? {
    switch self {
    case .boulware: 4
    case .linear: 1
    case .conceder: 0.25
    case .hardliner, .titForTat, .niceTitForTat, .micro, .zeuthen, .random: nil
    }
  }
}

extension NegotiationFile.Issue {
  /// The number of options that are told apart.
  public var count: Int {
    switch options {
    case .choices(let names): names.count
    case .integers(let range): range.count
    case .quantity(_, let steps): steps + 1
    }
  }

  /// The number that the option at `index` is; nil for a choice.
  ///
  /// - Parameter index: 0 to one below ``count``.
  /// - Returns: The number, in the issue's unit.
  public func number(at index: Int) -> Double? {
    precondition(index >= 0 && index < count, "an option of the issue")
    return switch options {
    case .choices: nil
    case .integers(let range): Double(range.lowerBound + index)
    case .quantity(let range, let steps):
      index == steps
        ? range.upperBound
        : range.lowerBound + (range.upperBound - range.lowerBound) * Double(index) / Double(steps)
    }
  }

  /// The option at `index` as the file would write it.
  ///
  /// - Parameter index: 0 to one below ``count``.
  /// - Returns: The choice, or the number.
  public func name(at index: Int) -> String {
    precondition(index >= 0 && index < count, "an option of the issue")
    if case .choices(let names) = options { return names[index] }
    return number(at: index).map(plain) ?? ""
  }
}

extension NegotiationFile.Party {
  /// What each option of each issue adds to the worth of a package: weight times score.
  public var worths: [[Double]] { zip(weights, scores).map { weight, scores in scores.map { weight * $0 } } }

  /// What the package with these options is worth to the party.
  ///
  /// - Parameter options: The index of an option of each issue, in the order of the agenda.
  /// - Returns: The sum of weights times scores and of what the couplings add, in points of a hundred.
  /// - Complexity: O(issues + couplings).
  public func worth(of options: [Int]) -> Double {
    precondition(options.count == weights.count, "an option of each issue")
    var worth = 0.0
    for (issue, option) in options.enumerated() { worth += weights[issue] * scores[issue][option] }
    for coupling in couplings where zip(coupling.issues, coupling.options).allSatisfy({ options[$0] == $1 }) {
      worth += coupling.points
    }
    return worth
  }

  /// The couplings as tables: the issues of each and a number for every combination of their options, the first issue's
  /// option the most significant digit. Couplings of the same issues share a table.
  ///
  /// - Parameter agenda: The issues on the table.
  /// - Returns: A table for every set of issues that are coupled, in the order in which the file couples them.
  public func couplingTables(on agenda: [NegotiationFile.Issue]) -> [(issues: [Int], points: [Double])] {
    var tables: [(issues: [Int], points: [Double])] = []
    for coupling in couplings {
      let count = coupling.issues.reduce(1) { $0 * agenda[$1].count }
      let code = zip(coupling.issues, coupling.options).reduce(0) { $0 * agenda[$1.0].count + $1.1 }
      let index = tables.firstIndex { $0.issues == coupling.issues } ?? tables.count
      if index == tables.count { tables.append((coupling.issues, [Double](repeating: 0, count: count))) }
      tables[index].points[code] += coupling.points
    }
    return tables
  }
}

extension NegotiationFile.Discount {
  /// The share of a deal's worth that is left after one of `rounds` rounds.
  ///
  /// - Parameter rounds: How many rounds there are.
  /// - Returns: A share above 0 and at most 1.
  public func perRound(of rounds: Int) -> Double {
    switch self {
    case .none: 1
    case .perRound(let share): share
    case .overAllRounds(let share): pow(share, 1 / Double(max(1, rounds)))
    }
  }
}
