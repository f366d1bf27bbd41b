/// What may stand in one place of a case file.
///
/// The whole format is declared with shapes, once: the reader holds a file against them, and the JSON Schema is
/// written from them.
indirect enum Shape: Sendable {
  /// Any text.
  case text
  /// A text, or a text by language.
  case localized
  /// A text of a certain spelling.
  case word(Word)
  /// One of a few words.
  case choice([String])
  /// A plain number that needs no provenance.
  case number(FigureRange)
  /// A number with its uncertainty and provenance.
  case figure(FigureRange)
  /// One figure a party: by name, from a column of a file, or one for all.
  case column(FigureRange)
  case date
  /// The name of a file in the case folder.
  case file
  /// A key of the sources.
  case source
  /// `true` or `false`.
  case flag
  case sequence(of: Shape, counts: ClosedRange<Int>)
  /// A mapping whose keys the author chooses.
  case table(key: Word, of: Shape)
  case mapping(MappingShape)
  /// A sequence, or the name of a CSV file with a row for each element.
  case rows(MappingShape)
  /// One of a few shapes that are told apart by what is written: a list, a mapping or a single value.
  case anyOf([Shape])

  /// Whether a figure may stand somewhere within, so that a provenance above it has a meaning.
  var holdsFigures: Bool {
    switch self {
    case .figure, .column: true
    case .text, .localized, .word, .choice, .number, .date, .file, .source, .flag: false
    case .sequence(of: let shape, _): shape.holdsFigures
    case .table(_, of: let shape): shape.holdsFigures
    case .mapping(let shape), .rows(let shape): shape.holdsFigures
    case .anyOf(let shapes): shapes.contains(where: \.holdsFigures)
    }
  }
}

/// How a word must be spelled.
struct Word: Sendable {
  /// What it is, to stand after "is not": `an id`.
  let name: String
  /// A regular expression for the schema; ``isSpelled`` decides the same.
  let pattern: String
  let remedy: String
  let isSpelled: @Sendable (String) -> Bool

  static let id = Word(
    name: "an id", pattern: "^[A-Za-z0-9][A-Za-z0-9_-]*$",
    remedy: "begin with a letter or digit and use letters, digits, '-' and '_'"
  ) { text in
    guard let first = text.unicodeScalars.first, isLetterOrDigit(first) else { return false }
    return text.unicodeScalars.allSatisfy { isLetterOrDigit($0) || $0 == "-" || $0 == "_" }
  }

  static let slug = Word(
    name: "the id of a case", pattern: "^[a-z0-9-]+$", remedy: "use small letters, digits and '-'"
  ) { text in
    !text.isEmpty
      && text.unicodeScalars.allSatisfy { ("a"..."z").contains($0) || ("0"..."9").contains($0) || $0 == "-" }
  }

  static let currency = Word(
    name: "a currency", pattern: "^[A-Z]{3}$", remedy: "use the three capitals of ISO 4217, such as SEK or CNY"
  ) { text in text.unicodeScalars.count == 3 && text.unicodeScalars.allSatisfy { ("A"..."Z").contains($0) } }

  static let language = Word(
    name: "a language", pattern: "^[a-z]{2,3}(-[A-Za-z0-9]+)*$", remedy: "use a code such as en or zh"
  ) { text in
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count) && parts[0].unicodeScalars.allSatisfy { ("a"..."z").contains($0) }
      && parts.dropFirst().allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy(isLetterOrDigit) }
  }

  /// The members of a coalition, joined; none of them for the empty one.
  static let coalition = Word(name: "a coalition", pattern: "^[\\s\\S]*$", remedy: "join names by '+'") { _ in true }

  /// Any text at all.
  static let any = Word(name: "a name", pattern: "^[\\s\\S]+$", remedy: "write a name") { !$0.isEmpty }
}

private func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
}

/// A mapping whose keys the format fixes.
struct MappingShape: Sendable {
  struct Field: Sendable {
    let key: String
    let isRequired: Bool
    let shape: Shape
    let meaning: String
  }

  /// What a rule allows beyond each field by itself.
  enum Rule: Sendable {
    /// The keys of exactly one of these groups, all of them.
    case oneOf([[String]])
    /// The keys only beside another.
    case only([String], beside: String)
    /// One key or the other, or none.
    case notBoth(String, String)
    /// At least one of the keys.
    case some([String])
    /// Where `key` is one of `words`, some keys must be there and some must not.
    case when(key: String, is: [String], requires: [String], forbids: [String])
  }

  /// What it describes, to stand after "a key of": `a party`.
  let name: String
  let fields: [Field]
  let rules: [Rule]
  let holdsFigures: Bool
  /// What it has none of where it has no key of any group, to stand after "has none of".
  let heart: String

  /// - Parameters:
  ///   - bearsProvenance: whether `status`, `source` and `remark` stand in the mapping itself.
  ///   - heart: what the groups of its keys give, one of which it must have.
  init(
    _ name: String, _ fields: [Field], rules: [Rule] = [], bearsProvenance: Bool = false, heart: String = "its numbers"
  ) {
    self.name = name
    self.heart = heart
    let holdsFigures = bearsProvenance || fields.contains { $0.shape.holdsFigures }
    self.holdsFigures = holdsFigures
    var all = fields
    var rules = rules
    if bearsProvenance {
      all += MappingShape.provenanceFields(required: false)
      rules.append(.notBoth("provenance", "status"))
    }
    if holdsFigures {
      all.append(
        Field.optional(
          "provenance", .mapping(.provenance),
          "Where every number within comes from, unless a nearer one says otherwise."))
    }
    self.fields = all
    self.rules = rules
  }

  static let provenance = MappingShape("a provenance", provenanceFields(required: true))

  func field(_ key: String) -> Field? { fields.first { $0.key == key } }

  private static func provenanceFields(required: Bool) -> [Field] {
    [
      Field(
        key: "status", isRequired: required, shape: .choice(ProvenanceStatus.allCases.map(\.rawValue)),
        meaning: "How firmly the figure stands."),
      Field.optional("source", .source, "A key of the sources; only an assumed figure may lack one."),
      Field.optional("remark", .text, "What a reader should know of the figure."),
    ]
  }
}

extension MappingShape.Field {
  static func required(_ key: String, _ shape: Shape, _ meaning: String) -> Self {
    Self(key: key, isRequired: true, shape: shape, meaning: meaning)
  }

  static func optional(_ key: String, _ shape: Shape, _ meaning: String) -> Self {
    Self(key: key, isRequired: false, shape: shape, meaning: meaning)
  }
}
