extension Refusal {
  /// What a refusal says, before any language: a wording with numbered gaps, which is its name in every catalogue, and
  /// what fills them, each of its own type. Written like a text: `"wait until \(moment)"` has the pattern
  /// `wait until {1}`.
  public struct Sentence: Hashable, Sendable {
    /// What fills a gap.
    public indirect enum Part: Hashable, Sendable {
      /// As people wrote it, or as it is written in every language.
      case text(String)
      case number(Int)
      case object(ObjectID)
      case moment(Instant)
      /// A sum with its currency, told as the reader's pages tell sums.
      case money(Amount)
      /// A code of the record, to be said in the reader's word for it.
      case word(String, Vocabulary)
      /// What has a wording of its own in both languages, such as an item of a checklist.
      case both(english: String, chinese: String)
      case sentence(Sentence)
      case list([Part])
      /// One of several.
      case either([Part])
    }

    /// Where the word for a code is found.
    public enum Vocabulary: Hashable, Sendable {
      case stage(ObjectKind)
      case act(ObjectKind)
      /// The stages of a part of a negotiation table: `clause`, `amendment` or `package`.
      case stageOfPart(String)
      case part, versionStage, role, organisationSort, cooperationField, docketOutcome, verifiedResult,
        incentiveDirection
    }

    /// The English wording, with `{1}`, `{2}`, … where the parts stand.
    public let pattern: String
    public let parts: [Part]
  }
}

extension Refusal.Sentence: ExpressibleByStringInterpolation {
  public init(stringLiteral pattern: String) { (self.pattern, parts) = (pattern, []) }

  public init(stringInterpolation gathered: Interpolation) {
    (pattern, parts) = (gathered.pattern, gathered.parts)
  }

  /// Gathers the wording and what fills its gaps.
  public struct Interpolation: StringInterpolationProtocol {
    var pattern = ""
    var parts: [Part] = []

    public init(literalCapacity: Int, interpolationCount: Int) {
      pattern.reserveCapacity(literalCapacity + 3 * interpolationCount)
      parts.reserveCapacity(interpolationCount)
    }

    /// Words between gaps.
    public mutating func appendLiteral(_ literal: String) { pattern += literal }

    /// A gap filled by a part of any type.
    public mutating func appendInterpolation(_ part: Part) {
      parts.append(part)
      pattern += "{\(parts.count)}"
    }

    /// What people wrote, as they wrote it.
    public mutating func appendInterpolation(_ text: some StringProtocol) { appendInterpolation(.text(String(text))) }
    /// A whole number.
    public mutating func appendInterpolation(_ number: Int) { appendInterpolation(.number(number)) }
    /// A whole number.
    public mutating func appendInterpolation(_ number: Int64) { appendInterpolation(.number(Int(number))) }
    /// An exact fraction, as it is written in every language.
    public mutating func appendInterpolation(_ ratio: Ratio) { appendInterpolation(.text("\(ratio)")) }
    /// An account of books, by its name.
    public mutating func appendInterpolation(_ account: LedgerAccount) { appendInterpolation(.text("\(account)")) }
    /// A thing of the record.
    public mutating func appendInterpolation(_ id: ObjectID) { appendInterpolation(.object(id)) }
    /// A moment, told in the time and language of the reader.
    public mutating func appendInterpolation(_ moment: Instant) { appendInterpolation(.moment(moment)) }
    /// A sentence within this one.
    public mutating func appendInterpolation(_ sentence: Refusal.Sentence) { appendInterpolation(.sentence(sentence)) }
    /// Texts in a row.
    public mutating func appendInterpolation(_ texts: [String]) { appendInterpolation(.list(texts.map(Part.text))) }
    /// Numbers in a row.
    public mutating func appendInterpolation(_ numbers: [Int]) { appendInterpolation(.list(numbers.map(Part.number))) }
    /// Things of the record in a row.
    public mutating func appendInterpolation(_ ids: [ObjectID]) { appendInterpolation(.list(ids.map(Part.object))) }
    /// A sum of money with its currency.
    public mutating func appendInterpolation(_ amount: Amount) { appendInterpolation(.money(amount)) }
    /// A currency, by its code.
    public mutating func appendInterpolation(_ currency: Currency) { appendInterpolation(.text("\(currency)")) }

    /// The stage in which an object is.
    public mutating func appendInterpolation<T: RecordObject>(stageOf object: T) {
      appendInterpolation(.word(object.stage.rawValue, .stage(T.kind)))
    }

    /// The stage of a version, in the reader's word for it.
    public mutating func appendInterpolation(_ stage: Agreement.VersionStage) {
      appendInterpolation(.word(stage.rawValue, .versionStage))
    }
    /// A role, in the reader's word for it.
    public mutating func appendInterpolation(_ role: Role) { appendInterpolation(.word(role.rawValue, .role)) }
    /// Roles in a row, in the reader's words for them.
    public mutating func appendInterpolation(_ roles: [Role]) {
      appendInterpolation(.list(roles.map { .word($0.rawValue, .role) }))
    }
    /// A sort of organisation, in the reader's word for it.
    public mutating func appendInterpolation(_ sort: Organisation.Sort) {
      appendInterpolation(.word(sort.rawValue, .organisationSort))
    }
    /// Sorts of organisation in a row, in the reader's words for them.
    public mutating func appendInterpolation(_ sorts: [Organisation.Sort]) {
      appendInterpolation(.list(sorts.map { .word($0.rawValue, .organisationSort) }))
    }
    /// What was decided about a problem, in the reader's word for it.
    public mutating func appendInterpolation(_ outcome: DocketFile.Outcome) {
      appendInterpolation(.word(outcome.rawValue, .docketOutcome))
    }
    /// What a verification found, in the reader's word for it.
    public mutating func appendInterpolation(_ result: VerifiedResult) {
      appendInterpolation(.word(result.rawValue, .verifiedResult))
    }
    /// Reward or sanction, in the reader's word for it.
    public mutating func appendInterpolation(_ direction: IncentiveCase.Direction) {
      appendInterpolation(.word(direction.rawValue, .incentiveDirection))
    }

    /// A code, in the reader's word for it.
    public mutating func appendInterpolation(_ code: String, _ vocabulary: Vocabulary) {
      appendInterpolation(.word(code, vocabulary))
    }

    /// Codes, in the reader's words for them.
    public mutating func appendInterpolation(_ codes: [String], _ vocabulary: Vocabulary) {
      appendInterpolation(.list(codes.map { .word($0, vocabulary) }))
    }
  }
}

extension Refusal.Sentence: CustomStringConvertible {
  /// In English, with codes as the record has them.
  public var description: String { filling(pattern) { $0.description } }

  /// A wording of the sentence with its gaps filled.
  ///
  /// - Parameters:
  ///   - wording: the pattern, or its translation; it may name a gap several times or not at all.
  ///   - text: what a part is in the language of the wording.
  public func filling(_ wording: String, with text: (Part) -> String) -> String {
    var filled = ""
    var rest = Substring(wording)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      filled += rest[..<open]
      let number = Int(rest[rest.index(after: open)..<close]) ?? 0
      // What is no number of a part is not a gap.
      filled += parts.indices.contains(number - 1) ? text(parts[number - 1]) : String(rest[open...close])
      rest = rest[rest.index(after: close)...]
    }
    return filled + rest
  }
}

extension Refusal.Sentence.Part: CustomStringConvertible {
  /// In English, with codes as the record has them.
  public var description: String {
    switch self {
    case .text(let text): text
    case .number(let number): String(number)
    case .object(let id): id.description
    case .moment(let moment): moment.description
    case .money(let amount): amount.description
    case .word(let code, _): code
    case .both(let english, _): english
    case .sentence(let sentence): sentence.description
    case .list(let parts): parts.map(\.description).joined(separator: ", ")
    case .either(let parts): parts.map(\.description).joined(separator: " or ")
    }
  }
}
