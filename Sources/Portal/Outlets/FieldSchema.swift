import Registry

/// What one field of a command must be, as a schema of JSON (2020-12).
///
/// A schema is a tree of texts, numbers, truths, lists and named parts, and so is what Foundation writes as JSON.
enum FieldSchema {
  /// The schema of the parts of a command, or of fields that belong together.
  static func parts(_ fields: [ActField]) -> [String: Any] {
    var schema: [String: Any] = ["type": "object", "additionalProperties": false]
    for field in fields {
      // What belongs to a tagged case stands beside its code.
      guard case .tagged(let cases, _) = field.sort else { continue }
      schema["additionalProperties"] = nil
      schema["oneOf"] = cases.map { one in
        var beside = parts(one.fields)
        beside["additionalProperties"] = nil
        return beside.merging(["title": one.code]) { _, title in title }
      }
    }
    schema["properties"] = Dictionary(fields.map { ($0.name, of($0.sort)) }) { first, _ in first }
    let required = fields.filter { !$0.isOptional || isAlwaysSent($0.sort) }.map(\.name)
    if !required.isEmpty { schema["required"] = required }
    return schema
  }

  /// A truth is always told, and a list always there, if only empty.
  private static func isAlwaysSent(_ sort: ActField.Sort) -> Bool {
    switch sort {
    case .flag, .choices, .objects, .cooperationFields, .lines, .parts, .list: true
    default: false
    }
  }

  /// The schema of one field.
  static func of(_ sort: ActField.Sort) -> [String: Any] {
    switch sort {
    case .line(let limit), .text(let limit): ["type": "string", "minLength": 1, "maxLength": limit]
    case .choice(let codes, _): ["type": "string", "enum": codes]
    case .choices(let codes, _): ["type": "array", "items": ["type": "string", "enum": codes], "uniqueItems": true]
    case .object(let kinds): number(of: kinds)
    case .objects(let kinds): ["type": "array", "items": number(of: kinds), "uniqueItems": true]
    case .cooperationField: ["type": "string"]
    case .cooperationFields, .lines: ["type": "array", "items": ["type": "string"]]
    case .day: ["type": "string", "format": "date"]
    case .moment: ["type": "integer", "description": "milliseconds since 1970-01-01T00:00:00Z"]
    case .whole: ["type": "integer"]
    case .minorUnits: ["type": "integer", "description": "in minor units of the currency"]
    case .amount:
      [
        "type": "object", "required": ["currency", "minor"],
        "properties": ["currency": ["type": "string"], "minor": ["type": "integer"]],
      ]
    case .tagged(let cases, _): ["type": "string", "enum": cases.map(\.code)]
    case .ordinal: ["type": "integer", "minimum": 1]
    case .part(let isNumber, _): ["type": isNumber ? "integer" : "string"]
    case .parts: ["type": "array", "items": ["type": "string"], "uniqueItems": true]
    case .flag: ["type": "boolean"]
    case .group(let fields): parts(fields)
    // A list whose only field has no name is a list of bare values.
    case .list(let fields) where fields.count == 1 && fields[0].name == "_":
      ["type": "array", "items": of(fields[0].sort)]
    case .list(let fields): ["type": "array", "items": parts(fields)]
    case .variant(let cases, _): ["oneOf": cases.map { one($0.code, $0.fields) }]
    }
  }

  /// The schema of a case with what belongs to it: one property, named like the case.
  static func one(_ name: String, _ fields: [ActField]) -> [String: Any] {
    ["type": "object", "properties": [name: parts(fields)], "required": [name], "additionalProperties": false]
  }

  /// The schema of a number of the record.
  static func number(of kinds: [ObjectKind]) -> [String: Any] {
    let codes = kinds.map(\.rawValue).joined(separator: "|")
    return ["type": "string", "pattern": "^(\(codes))-[1-9][0-9]*$"]
  }
}
