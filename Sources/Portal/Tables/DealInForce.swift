import Foundation
import Registry
import Reporting

/// An agreement in force between the parties of a table, from which its mediator can start: what is suggested then
/// leaves nobody worse off than it.
struct DealInForce {
  let agreement: Agreement
  /// Of each clause in brackets, which of its wordings is in force; nothing where none is.
  let wordings: [Int?]

  /// Which wording of each clause is in force; nothing as long as one has none.
  var deal: [Int]? { wordings.contains(nil) ? nil : wordings.compactMap { $0 } }

  /// The agreements in force between the very parties of a table.
  static func candidates(for table: NegotiationTable, in reading: Reading) throws -> [Agreement] {
    try reading.every(Agreement.self) { $0.isInForce && Set($0.parties) == Set(table.parties) }
  }

  /// - Parameters:
  ///   - agreement: between the parties of the table.
  ///   - clauses: the clauses in brackets.
  ///   - words: the words of a wording, by its commitment: a wording is in force whose words stand in the agreement.
  ///   - reading: what the mediator may see.
  init(
    _ agreement: Agreement, among clauses: [NegotiationTable.Clause], words: [String: String], in reading: Reading
  ) throws {
    func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    let texts = try Set((agreement.current?.clauses ?? []).map { plain(try reading.text($0.text, in: agreement.id)) })
    self.agreement = agreement
    wordings = clauses.map { clause in
      clause.wordings.firstIndex { wording in words[wording.text.commit].map { texts.contains(plain($0)) } ?? false }
    }
  }

  /// What is said where a mediator starts from an agreement.
  enum Words: String, Phrase {
    case from, note, without, noWording, nothingBetter, means

    var wording: Wording {
      switch self {
      case .from: Wording("Start from {agreement}", "从{agreement}出发")
      case .note:
        Wording(
          "The parties have an agreement in force. Starting from it, only a text is suggested that leaves nobody worse off than it does, and somebody better off.",
          "各方之间已有生效协议。以其为起点时，所建议的文本不会使任何一方变差，且至少使一方更好。")
      case .without: Wording("Start from nobody's text", "不以任何文本为起点")
      case .noWording:
        Wording(
          "Clause {n}: none of its wordings is in force. Let a party offer the text of the agreement as a wording, and all tell its points.",
          "第{n}条：各种表述均非生效文本。请由一方将协议文本作为一种表述提出，并由各方评分。")
      case .nothingBetter:
        Wording(
          "No choice among these wordings is better for one party, and worse for none, than the agreement in force.",
          "现有表述的任何组合，都无法在无人变差的情况下比生效协议更好。")
      case .means:
        Wording(
          "Nobody has less than under the agreement in force or than its reservation, and somebody has more; the smallest gain is as large as can be.",
          "各方所得均不低于生效协议和自身底线，且至少一方更多；收益最小的一方已尽可能多得。")
      }
    }
  }
}
