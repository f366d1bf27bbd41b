import Foundation

/// One message of a mediation: what was said, who saw it, and how much it can at most have told.
///
/// A message that is one of M possible ones tells at most log₂ M bits, however it came about. Hence the bound of a
/// whole mediation: when each message tells b₁, b₂, … bits at most, and preferences are drawn from any
/// distribution, then what is learnt is on average at most b₁ + b₂ + … bits; and that somebody's preferences are
/// narrowed down by more than b₁ + b₂ + … + t bits has a chance of at most 2⁻ᵗ. (The share of preferences
/// that fit the messages is 2⁻ᵇ or more on geometric average. It may be less after an answer that few would have
/// given: no bound holds for that.)
///
/// Source: Shannon (1948), Bell System Technical J. 27, 379–423; the average is Gibbs' inequality with Kraft's, the
/// chance is Kraft's (Cover & Thomas 2006, Elements of information theory, chapter 5).
public struct Disclosure: Hashable, Sendable, Codable, CustomStringConvertible {
  /// What was said.
  public enum Message: Hashable, Sendable, Codable {
    /// Packages shown to all, smallest code first; empty when the mediator found none.
    case suggested([[Int]])
    /// A party answered yes or no to this many packages. What it answered is not kept.
    case answered(party: String, packages: Int)
    /// A package that all accepted; nil when there was none.
    case announced([Int]?)
  }

  /// Who read the message.
  public enum Reader: String, Sendable, Codable, CaseIterable { case mediator, everyone }

  /// Suggestions are counted from 1; a message of round 3 belongs to the third.
  public let round: Int
  /// What was said.
  public let message: Message
  /// Who read it.
  public let reader: Reader
  /// What the message can at most tell about preferences its reader does not know.
  public let bits: Double

  public var description: String {
    let what =
      switch message {
      case .suggested(let packages) where packages.isEmpty: "no better package found"
      case .suggested(let packages): "suggested \(packages.map { "\($0)" }.joined(separator: " "))"
      case .answered(let party, let packages): "\(party) answered to \(packages)"
      case .announced(let package?): "announced \(package)"
      case .announced(nil): "announced that no package suits all"
      }
    let who = reader == .everyone ? "all" : "the mediator"
    return "round \(round): \(what); seen by \(who); at most \((bits * 100).rounded(.up) / 100) bits"
  }

  /// The bits of a choice of at most `limit` of an agenda's packages, in an order that tells nothing.
  static func bits(choosing limit: Int, on agenda: Agenda) -> Double {
    // The sum of the binomial coefficients up to the limit, taken relative to the largest.
    let packages = agenda.issues.reduce(0.0) { $0 + log2(Double($1.count)) }
    var (logs, current) = ([0.0], 0.0)
    for taken in 0..<limit {
      let rest = agenda.outcomeCount.map { Double($0 - taken) }
      if let rest, rest <= 0 { break }
      current += (rest.map { log2($0) } ?? packages) - log2(Double(taken + 1))
      logs.append(current)
    }
    let largest = logs.max() ?? 0
    return largest + log2(logs.reduce(0) { $0 + exp2($1 - largest) })
  }
}
