import Foundation
import RegionalCases
import Testing

@Suite struct CaseSchemaTests {
  static let shipped: [(file: String, text: String)] = [
    ("case", CaseSchema.text), ("negotiation", CaseSchema.ofNegotiationFiles), ("conflict", CaseSchema.ofConflictFiles),
    ("decision", CaseSchema.ofDecisionFiles),
  ]

  /// With the environment variable `RECORD_SCHEMA` the schema is written anew.
  @Test("is the one that is shipped", arguments: shipped)
  func isTheOneThatIsShipped(file: String, text: String) throws {
    let file = Folders.repository.appendingPathComponent("Documentation/\(file).schema.json")
    if ProcessInfo.processInfo.environment["RECORD_SCHEMA"] != nil {
      try Data(text.utf8).write(to: file)
    }
    #expect(try text == String(contentsOf: file, encoding: .utf8))
  }

  @Test("is JSON with a definition for every reference", arguments: shipped)
  func isJSONWithADefinitionForEveryReference(file: String, text: String) throws {
    let schema = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    let definitions = try #require(schema["$defs"] as? [String: Any])
    var references: Set<String> = []
    collect(from: schema, into: &references)
    #expect(references.isSubset(of: Set(definitions.keys.map { "#/$defs/\($0)" })))
    #expect(!references.isEmpty)
  }

  @Test(
    "names every word of",
    arguments: [
      ProblemFamily.allCases.map(\.rawValue), Condition.allCases.map(\.rawValue), MechanismCell.allCases.map(\.id),
      MechanismParameter.allCases.map(\.rawValue), ProvenanceStatus.allCases.map(\.rawValue),
      Tier.allCases.map(\.rawValue),
    ])
  func names(words: [String]) {
    for word in words { #expect(CaseSchema.text.contains("\"\(word)\"")) }
  }

  private func collect(from value: Any, into references: inout Set<String>) {
    if let object = value as? [String: Any] {
      for (key, inner) in object {
        if key == "$ref", let reference = inner as? String { references.insert(reference) }
        collect(from: inner, into: &references)
      }
    } else if let list = value as? [Any] {
      for inner in list { collect(from: inner, into: &references) }
    }
  }
}
