import Foundation
import Mathematics

/// A third party that knows every side's preferences, tells none, and suggests packages.
///
/// The parties hand over sealed preferences. The mediator proposes a text; from there it suggests packages that leave
/// nobody, by its own sealed account, below its reservation or below the text. Each party answers yes or no without
/// seeing the others' answers, and only a package that all accepted is announced and becomes the text. So the texts
/// improve for every party from one to the next.
///
///     var mediator = try Mediator(between: [sealedTianjin, sealedHebei])
///     let text = try mediator.suggestText()
///     for party in mediator.parties { try mediator.receive([true], from: party) }
///     try mediator.announce()  // the text
///
/// What comes out of a mediator are packages and nothing else: no worth, no gain, no name of who gains. Which packages
/// does depend on the preferences, and that tells something; every message is logged with a bound of how much
/// (``Disclosure``), and the number of packages shown is limited. Stating worths in another unit or from another zero
/// (a positive factor, anything added to an issue's options and to the reservation) changes no message where the worths
/// are decimals before and after, as these are added exactly; with other numbers, what rounding makes of them may decide
/// between packages that are as fair to within 10⁻⁹.
public struct Mediator: Sendable, CustomStringConvertible, CustomReflectable {
  /// What a better package must do.
  public enum Improvement: String, Sendable, Codable, CaseIterable {
    /// Nobody is worse off than under the text, and somebody is better off.
    case nobodyLoses
    /// Everyone is better off than under the text.
    case everyoneGains
  }

  public let agenda: Agenda
  /// The parties' names, in the order in which their preferences were given.
  public let parties: [String]
  public let improvement: Improvement
  /// How many packages may be shown in all.
  public let suggestionLimit: Int
  /// The signed deal, if there was one, and each text that all accepted after it, in order.
  public private(set) var texts: [[Int]]
  /// The packages that wait for answers, smallest code first.
  public private(set) var suggestions: [[Int]] = []
  /// Every message so far, in order.
  public private(set) var disclosures: [Disclosure] = []

  private let space: PackageSpace
  private let stepLimit: Int
  private var shown: Set<[Int]> = []
  private var round = 0
  private var answers: [String: [Bool]] = [:]
  private var isOpen = false

  /// - Parameters:
  ///   - sealed: Two or more parties' preferences over one agenda.
  ///   - deal: A deal that is signed and stands unless all accept another (post-settlement settlement, after Raiffa
  ///     1985, Negotiation J. 1, 9–12); nil where there is none.
  ///   - improvement: What a suggestion must do for the parties once there is a text.
  ///   - suggestionLimit: How many packages may be shown in all.
  ///   - stepLimit: After how many steps a search is given up.
  /// - Throws: ``NegotiationError/parties(_:)``, ``NegotiationError/repeatedParty(_:)``,
  ///   ``NegotiationError/otherAgenda(party:)``, ``NegotiationError/package(_:)`` for a deal that is none, or
  ///   ``NegotiationError/tooManyOutcomes(_:)`` when coupled issues have more than 2²⁰ combinations.
  public init(
    between sealed: [SealedPreferences], signed deal: [Int]? = nil, improvement: Improvement = .nobodyLoses,
    suggestionLimit: Int = 24, stepLimit: Int = 20_000_000
  ) throws(NegotiationError) {
    guard sealed.count >= 2 else { throw .parties(sealed.count) }
    var seen: Set<String> = []
    for party in sealed where !seen.insert(party.party).inserted { throw .repeatedParty(party.party) }
    agenda = sealed[0].agenda
    for party in sealed where party.agenda != agenda { throw .otherAgenda(party: party.party) }
    if let deal {
      guard deal.count == agenda.issues.count, zip(deal, agenda.issues).allSatisfy({ $0 >= 0 && $0 < $1.count }) else {
        throw .package(deal)
      }
    }
    precondition(suggestionLimit >= 1 && stepLimit >= 1, "a limit of 1 or more")
    parties = sealed.map(\.party)
    self.improvement = improvement
    self.suggestionLimit = suggestionLimit
    self.stepLimit = stepLimit
    texts = deal.map { [$0] } ?? []
    shown = Set(texts)
    space = try PackageSpace(agenda: agenda, preferences: sealed.map(\.contents))
  }

  /// The package that stands: the last text that all accepted, or the signed deal; nil before there is any.
  public var text: [Int]? { texts.last }

  /// What everyone can at most have learnt so far from what the mediator said, in bits, about all preferences together.
  ///
  /// A party that answered yes to a package that was not announced knows that somebody else answered no; the bits of
  /// the announcement count that.
  public var disclosedBits: Double {
    disclosures.reduce(0) { $0 + ($1.reader == .everyone ? $1.bits : 0) }
  }

  /// How many packages may still be shown.
  public var suggestionsLeft: Int { suggestionLimit - shownCount }
  private var shownCount: Int { disclosures.reduce(0) { $0 + $1.shownCount } }

  public var description: String { "mediator between \(parties.joined(separator: ", "))" }
  /// The names, the texts and the log; nothing that was worked out from preferences.
  public var customMirror: Mirror {
    Mirror(self, children: ["parties": parties, "texts": texts, "disclosures": disclosures])
  }

  // MARK: Suggestions

  /// One package for all, the fairest there is from where the parties stand.
  ///
  /// The smallest relative gain is as large as can be, then the next smallest, and so on; of packages as fair the one
  /// with the smallest code. A party's relative gain is how far the package brings it from the text (or, before there
  /// is one, from its reservation) towards its own best package. The package is efficient among those not shown before:
  /// no other gives one party more and none less.
  ///
  /// - Returns: The package; nil if none was found, with the preferences stated.
  /// - Throws: ``NegotiationError/suggestionsUsedUp(limit:)`` or ``NegotiationError/searchStopped(steps:)``.
  /// - Complexity: branch and bound over the issues; 10⁶ packages for six parties take some milliseconds.
  public mutating func suggestText() throws(NegotiationError) -> [Int]? {
    try allow(1)
    let found = try search().found(tilts: [Double](repeating: 1, count: parties.count))
    show(found.map { [$0.package] } ?? [], ofAtMost: 1)
    return found?.package
  }

  /// Some packages from which each party may accept any, and as many as it likes.
  ///
  /// One is the fairest (``suggestText()``); one is the fairest after every party's gain was divided by a number drawn
  /// at random, so that nobody can tell whose gain held the packages back; those between are chosen from eight that are
  /// fairest under slighter random tilts (a factor of up to two either way), each the one that differs in most issues
  /// from the packages already chosen. All are efficient among those not shown before.
  ///
  /// - Parameters:
  ///   - count: How many at most, 3 to 5; there may be fewer.
  ///   - chance: Where the tilts come from.
  /// - Returns: The packages, smallest code first; none if no better one was found, with the preferences stated.
  /// - Throws: ``NegotiationError/suggestionsUsedUp(limit:)`` or ``NegotiationError/searchStopped(steps:)``.
  /// - Complexity: ten searches like that of ``suggestText()``.
  public mutating func suggest(
    _ count: Int = 4, using chance: inout some RandomNumberGenerator
  ) throws(NegotiationError) -> [[Int]] {
    precondition((3...5).contains(count), "3 to 5 packages")
    try allow(count)
    let search = search()
    var chosen: [[Int]] = []
    // As many numbers are drawn whatever is found, so that the next suggestion does not hang on this one's.
    let wide = parties.map { _ in max(-log(chance.openUniform()), 0.01) }
    let slight = (0..<8).map { _ in parties.map { _ in exp2(2 * chance.uniform() - 1) } }
    if let fairest = try search.found(tilts: [Double](repeating: 1, count: parties.count))?.package {
      chosen.append(fairest)
      if let other = try search.found(tilts: wide, from: chosen)?.package, other != fairest { chosen.append(other) }
      var pool: [[Int]] = []
      for tilts in slight {
        if let package = try search.found(tilts: tilts, from: chosen + pool)?.package { pool.append(package) }
      }
      while chosen.count < count {
        var (best, distance) = ([Int](), 0)
        for package in pool {
          let least = chosen.map { Self.distance($0, package) }.min() ?? 0
          if least > distance || least == distance && package.lexicographicallyPrecedes(best) {
            (best, distance) = (package, least)
          }
        }
        guard distance > 0 else { break }
        chosen.append(best)
      }
    }
    chosen.sort { $0.lexicographicallyPrecedes($1) }
    show(chosen, ofAtMost: count)
    return chosen
  }

  /// In how many issues two packages differ.
  private static func distance(_ first: [Int], _ second: [Int]) -> Int {
    zip(first, second).reduce(0) { $0 + ($1.0 == $1.1 ? 0 : 1) }
  }

  private func allow(_ count: Int) throws(NegotiationError) {
    guard suggestionsLeft >= count else { throw .suggestionsUsedUp(limit: suggestionLimit) }
  }

  private func search() -> FairestPackage {
    var floor = space.floors
    if let text {
      for (party, worth) in space.worths(of: text).enumerated() { floor[party] = max(floor[party], worth) }
    }
    let demand: FairestPackage.Demand =
      text == nil ? .nothing : improvement == .everyoneGains ? .everyoneGains : .someoneGains
    return FairestPackage(in: space, floor: floor, demand: demand, excluding: shown, stepLimit: stepLimit)
  }

  private mutating func show(_ packages: [[Int]], ofAtMost count: Int) {
    round += 1
    suggestions = packages
    answers = [:]
    isOpen = true
    shown.formUnion(packages)
    disclosures.append(
      Disclosure(
        round: round, message: .suggested(packages), reader: .everyone,
        bits: Disclosure.bits(choosing: count, on: agenda)))
  }

  // MARK: Answers

  /// Takes a party's answers to the suggestions, one for each in their order; nobody else sees them. A later call of
  /// the same party replaces its earlier one.
  ///
  /// - Parameters:
  ///   - accepted: Whether each package suits the party.
  ///   - party: Its name.
  /// - Throws: ``NegotiationError/unknownParty(_:)`` or ``NegotiationError/answerCount(party:_:wanted:)``.
  public mutating func receive(_ accepted: [Bool], from party: String) throws(NegotiationError) {
    guard parties.contains(party) else { throw .unknownParty(party) }
    guard accepted.count == suggestions.count else {
      throw .answerCount(party: party, accepted.count, wanted: suggestions.count)
    }
    answers[party] = accepted
    disclosures.append(
      Disclosure(
        round: round, message: .answered(party: party, packages: accepted.count), reader: .mediator,
        bits: Double(accepted.count)))
  }

  /// Announces the package that all accepted, which is the text from now on, or that there is none.
  ///
  /// Of several the fairest is announced, by the measure of ``suggestText()``, and none of the others is named.
  ///
  /// - Returns: The new text; nil if no package was accepted by all: what stood before still stands.
  /// - Throws: ``NegotiationError/unanswered(_:)`` naming who has not answered.
  @discardableResult
  public mutating func announce() throws(NegotiationError) -> [Int]? {
    let missing = suggestions.isEmpty ? [] : parties.filter { answers[$0] == nil }
    guard missing.isEmpty else { throw .unanswered(missing) }
    guard isOpen, !suggestions.isEmpty else { return nil }
    let search = search()
    var best: (package: [Int], gains: [Int])?
    for (place, package) in suggestions.enumerated() where parties.allSatisfy({ answers[$0]?[place] ?? false }) {
      let gains = search.gains(of: package)
      if best.map({ $0.gains.lexicographicallyPrecedes(gains) }) ?? true { best = (package, gains) }
    }
    disclosures.append(
      Disclosure(
        round: round, message: .announced(best?.package), reader: .everyone,
        bits: log2(Double(suggestions.count + 1))))
    isOpen = false
    suggestions = []
    answers = [:]
    if let best { texts.append(best.package) }
    return best?.package
  }
}

extension Disclosure {
  fileprivate var shownCount: Int {
    if case .suggested(let packages) = message { packages.count } else { 0 }
  }
}
