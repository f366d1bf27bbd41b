/// The JSON Schema (draft 2020-12) of the case file, written from the shapes that the reader itself goes by.
///
/// It holds what one file can tell by its form. What needs the whole case (ids that name nothing, files that are not
/// there) only `RegionalCase.check(folder:)` finds.
public enum CaseSchema {
  /// The schema as text, the same for the same version of the format.
  public static var text: String {
    schema(of: .caseFile, called: "The case file of Interlocal, version \(MappingShape.knownVersion)")
  }

  /// The schema of a negotiation file, which ``NegotiationFile`` reads.
  public static var ofNegotiationFiles: String {
    schema(of: .negotiationFile, called: "A negotiation file of Interlocal")
  }

  /// The schema of a conflict file, which ``ConflictFile`` reads.
  public static var ofConflictFiles: String { schema(of: .conflictFile, called: "A conflict file of Interlocal") }

  /// The schema of a decision file, which ``DecisionFile`` reads.
  public static var ofDecisionFiles: String { schema(of: .decisionFile, called: "A decision file of Interlocal") }

  private static func schema(of shape: MappingShape, called title: String) -> String {
    var writer = SchemaWriter()
    let root = writer.object(of: shape)
    var schema: [(String, JSON)] = [
      ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("title", .string(title)),
    ]
    if case .object(let entries) = root { schema += entries }
    schema.append(("$defs", .object(writer.definitions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })))
    return JSON.object(schema).text(indent: 0) + "\n"
  }
}

/// A value of JSON whose objects keep their order.
indirect enum JSON {
  case string(String)
  case number(Double)
  case bool(Bool)
  case array([JSON])
  case object([(String, JSON)])

  func text(indent: Int) -> String {
    let outer = String(repeating: "  ", count: indent)
    let inner = outer + "  "
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return plain(number)
    case .bool(let flag): return flag ? "true" : "false"
    case .array(let values):
      return "[" + values.map { $0.text(indent: indent) }.joined(separator: ", ") + "]"
    case .object(let entries):
      guard !entries.isEmpty else { return "{}" }
      let lines = entries.map { key, value in "\(inner)\(Self.quoted(key)): \(value.text(indent: indent + 1))" }
      return "{\n" + lines.joined(separator: ",\n") + "\n\(outer)}"
    }
  }

  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// Turns shapes into schemas; a mapping that is used in many places becomes a definition.
struct SchemaWriter {
  private(set) var definitions: [String: JSON] = [:]

  mutating func schema(of shape: Shape) -> JSON {
    switch shape {
    case .text, .file, .source: define("text") { _ in Self.text }
    case .localized: define("localizedText") { _ in Self.localized }
    case .word(let word) where word.name == Word.any.name: define("text") { _ in Self.text }
    // An id such as 2019 is a number to JSON and a word to the case.
    case .word(let word):
      .object([("type", .array([.string("string"), .string("integer")])), ("pattern", .string(word.pattern))])
    case .choice(let words): .object([("enum", .array(words.map(JSON.string)))])
    case .number(let range): .object(number(range))
    case .figure(let range): figure(range)
    case .column(let range): define("column" + name(of: range)) { $0.object(of: .column(range)) }
    case .date: define("date") { _ in Self.date }
    case .flag: .object([("type", .string("boolean"))])
    case .anyOf(let shapes): .object([("anyOf", .array(shapes.map { schema(of: $0) }))])
    case .sequence(of: let shape, let counts):
      .object([
        ("type", .string("array")), ("items", schema(of: shape)), ("minItems", .number(Double(counts.lowerBound))),
        ("maxItems", .number(Double(counts.upperBound))),
      ])
    case .table(let key, of: let shape): table(key: key, of: shape)
    case .mapping(let shape): mapping(shape)
    case .rows(let shape):
      .object([
        (
          "anyOf",
          .array([
            .object([("type", .string("array")), ("items", mapping(shape))]),
            object(
              of: MappingShape(
                "a file of rows", [.required("file", .file, "A CSV file with a row for each.")], bearsProvenance: true)),
          ])
        )
      ])
    }
  }

  private mutating func mapping(_ shape: MappingShape) -> JSON {
    ["a provenance", "the parameters of a mechanism"].contains(shape.name)
      ? define(shape.name.split(separator: " ").last.map { String($0) } ?? shape.name) { $0.object(of: shape) }
      : object(of: shape)
  }

  private mutating func define(_ name: String, as make: (inout SchemaWriter) -> JSON) -> JSON {
    if definitions[name] == nil {
      definitions[name] = make(&self)
    }
    return .object([("$ref", .string("#/$defs/\(name)"))])
  }

  private mutating func table(key: Word, of shape: Shape) -> JSON {
    var entries: [(String, JSON)] = [("type", .string("object"))]
    if shape.holdsFigures { entries.append(("properties", .object([("provenance", mapping(.provenance))]))) }
    entries.append(("propertyNames", .object([("pattern", .string(key.pattern))])))
    entries.append(("additionalProperties", schema(of: shape)))
    return .object(entries)
  }

  private mutating func figure(_ range: FigureRange) -> JSON {
    define("figure" + name(of: range)) { writer in
      .object([("anyOf", .array([.object(writer.number(range)), writer.object(of: .figure, range: range)]))])
    }
  }

  /// A name for the figures of a range, as in `figure_0_to_1`.
  private func name(of range: FigureRange) -> String {
    range == .any ? "" : "_" + range.description.replacing(",", with: "").replacing(" ", with: "_")
  }

  private func number(_ range: FigureRange) -> [(String, JSON)] {
    var entries: [(String, JSON)] = [("type", .string(range.isWhole ? "integer" : "number"))]
    if let low = range.low { entries.append((range.includesLow ? "minimum" : "exclusiveMinimum", .number(low))) }
    if let high = range.high { entries.append((range.includesHigh ? "maximum" : "exclusiveMaximum", .number(high))) }
    return entries
  }

  /// - Parameter range: what the numbers of a figure may be, but its standard deviation.
  mutating func object(of shape: MappingShape, range: FigureRange? = nil) -> JSON {
    var properties: [(String, JSON)] = []
    for field in shape.fields {
      var inner = schema(of: field.shape)
      if let range, case .number = field.shape, field.key != "sd" { inner = .object(number(range)) }
      if case .object(let entries) = inner {
        inner = .object([("description", .string(field.meaning))] + entries)
      }
      properties.append((field.key, inner))
    }
    var entries: [(String, JSON)] = [("type", .string("object")), ("properties", .object(properties))]
    let required = shape.fields.filter(\.isRequired).map(\.key)
    if !required.isEmpty { entries.append(("required", strings(required))) }
    entries.append(("additionalProperties", .bool(false)))
    let rules = shape.rules.map { JSON.object(rule($0)) }
    if !rules.isEmpty { entries.append(("allOf", .array(rules))) }
    return .object(entries)
  }

  private func rule(_ rule: MappingShape.Rule) -> [(String, JSON)] {
    switch rule {
    case .notBoth(let first, let second):
      return [("not", .object([("required", strings([first, second]))]))]
    case .some(let keys):
      return [("anyOf", .array(keys.map { .object([("required", strings([$0]))]) }))]
    case .only(let keys, beside: let other):
      return [("dependentRequired", .object(keys.map { ($0, strings([other])) }))]
    case .oneOf(let groups):
      return [
        (
          "oneOf",
          .array(
            groups.map { group in
              let others = Set(groups.joined()).subtracting(group).sorted()
              return .object([
                ("required", strings(group)),
                ("properties", .object(others.map { ($0, .bool(false)) })),
              ])
            })
        )
      ]
    case .when(let key, is: let words, let required, let forbidden):
      let condition = JSON.object([
        ("properties", .object([(key, .object([("enum", strings(words))]))])), ("required", strings([key])),
      ])
      var then: [(String, JSON)] = []
      if !required.isEmpty { then.append(("required", strings(required))) }
      if !forbidden.isEmpty { then.append(("properties", .object(forbidden.map { ($0, .bool(false)) }))) }
      return [("if", condition), ("then", .object(then))]
    }
  }

  private func strings(_ words: [String]) -> JSON { .array(words.map(JSON.string)) }

  // MARK: Words

  private static let text = JSON.object([
    ("type", .array([.string("string"), .string("number"), .string("boolean")]))
  ])

  private static let localized = JSON.object([
    (
      "anyOf",
      .array([
        .object([("$ref", .string("#/$defs/text"))]),
        .object([
          ("type", .string("object")), ("minProperties", .number(1)),
          ("propertyNames", .object([("pattern", .string(Word.language.pattern))])),
          ("additionalProperties", .object([("$ref", .string("#/$defs/text"))])),
        ]),
      ])
    )
  ])

  private static let date = JSON.object([
    ("type", .array([.string("string"), .string("integer")])),
    ("pattern", .string("^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$")),
  ])
}
