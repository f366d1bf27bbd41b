/// Shares that a study found, such as a nucleolus, with what proves where they come from.
///
/// The digests are taken over the case's files and over the certificate by whoever imports them; they are kept so that
/// anyone who has both can see that these shares belong to that case and that proof.
public struct ImportedShares: Hashable, Sendable, Codable {
  /// What the study's figures are.
  public enum Form: Hashable, Sendable {
    /// Minor units of a currency, adding up to the total that is shared.
    case amounts(Currency)
    /// Weights in proportion to which any total is shared.
    case weights
  }

  /// One party's figure.
  public struct Figure: Hashable, Sendable, Codable {
    /// A party id.
    public let party: String
    /// Minor units, or a weight; below zero where the party is paid.
    public let value: Int64

    /// A figure as the study printed it.
    public init(party: String, value: Int64) {
      self.party = party
      self.value = value
    }
  }

  /// The rule's name in the study: `nucleolus`.
  public let rule: String
  /// Whether the figures are amounts or weights.
  public let form: Form
  /// As given; each party once.
  public let figures: [Figure]
  /// SHA-256 of the case, in 64 lower-case hexadecimal digits.
  public let caseDigest: String
  /// SHA-256 of the certificate, in 64 lower-case hexadecimal digits.
  public let certificateDigest: String

  /// - Throws: ``MoneyError`` naming `place`: unusable names, a party twice, no parties or too many, a digest that is
  ///   none, weights without a sum above zero, amounts whose sum has no room.
  public init(
    rule: String, form: Form, figures: [Figure], caseDigest: String, certificateDigest: String,
    at place: String = "shares"
  ) throws(MoneyError) {
    try checkName(rule, at: "\(place).rule")
    guard (1...ShareRule.partyLimit).contains(figures.count) else {
      throw MoneyError(at: "\(place).figures", .partyCount(figures.count, limit: ShareRule.partyLimit))
    }
    for (index, figure) in figures.enumerated() {
      try checkName(figure.party, at: "\(place).figures[\(index)].party")
    }
    try checkOnce(figures.map(\.party), at: "\(place).figures")
    for (name, digest) in [("caseDigest", caseDigest), ("certificateDigest", certificateDigest)] {
      let hexadecimal = digest.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
      }
      guard digest.utf8.count == 64, hexadecimal else {
        throw MoneyError(at: "\(place).\(name)", .notADigest(String(digest.prefix(80))))
      }
    }
    let sum = figures.reduce(Int128(0)) { $0 + Int128($1.value) }
    switch form {
    case .amounts:
      guard Int64(exactly: sum) != nil else { throw MoneyError(at: "\(place).figures", .beyondRange) }
    case .weights:
      guard sum > 0 else { throw MoneyError(at: "\(place).figures", .nothingToWeighBy) }
    }
    self.rule = rule
    self.form = form
    self.figures = figures
    self.caseDigest = caseDigest
    self.certificateDigest = certificateDigest
  }

  /// The shares of a total, among exactly the study's parties, given by id.
  func shares(of total: Amount, among parties: [String], at place: String) throws(MoneyError) -> Shares {
    for figure in figures where !parties.contains(figure.party) {
      throw MoneyError(at: place, .notAmong(figure.party, parties))
    }
    let values = Dictionary(uniqueKeysWithValues: figures.map { ($0.party, $0.value) })
    var ordered: [Int64] = []
    for party in parties {
      guard let value = values[party] else {
        throw MoneyError(at: place, .missingFigure(party: party, measure: "share in the study"))
      }
      ordered.append(value)
    }
    switch form {
    case .weights:
      return try Shares(total, kind: "imported", parties, by: ordered.map { Int128($0) }, at: place)
    case .amounts(let currency):
      let amounts = ordered.map { Amount(minor: $0, of: currency) }
      let sum = try Amount.sum(of: amounts, in: currency, at: place)
      guard sum == total else { throw MoneyError(at: place, .otherTotal(total, expected: sum)) }
      return Shares(
        total: total, kind: "imported",
        zip(parties, amounts).map { Shares.Share(party: $0, amount: $1) },
        lines: zip(parties, amounts).map { SettlementLine(.share(party: $0), amount: $1) })
    }
  }

  private enum CodingKeys: String, CodingKey {
    case rule, form, currency, figures, caseDigest, certificateDigest
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    let form: Form
    switch try container.decode(String.self, forKey: .form) {
    case "amounts": form = .amounts(try container.decode(Currency.self, forKey: .currency))
    case "weights": form = .weights
    case let other: throw MoneyError(at: decoder.place, .unknownKind(other, ["amounts", "weights"]))
    }
    try self.init(
      rule: container.decode(String.self, forKey: .rule), form: form,
      figures: container.decode([Figure].self, forKey: .figures),
      caseDigest: container.decode(String.self, forKey: .caseDigest),
      certificateDigest: container.decode(String.self, forKey: .certificateDigest), at: decoder.place)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(rule, forKey: .rule)
    switch form {
    case .amounts(let currency):
      try container.encode("amounts", forKey: .form)
      try container.encode(currency, forKey: .currency)
    case .weights:
      try container.encode("weights", forKey: .form)
    }
    try container.encode(figures, forKey: .figures)
    try container.encode(caseDigest, forKey: .caseDigest)
    try container.encode(certificateDigest, forKey: .certificateDigest)
  }
}
