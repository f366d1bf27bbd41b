import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

@Suite struct InterfaceDescriptionTests {
  private func description() throws -> [String: Any] {
    try #require(
      try JSONSerialization.jsonObject(with: Data(InterfaceDescription.text.utf8)) as? [String: Any])
  }

  @Test("the description has every address once, with every place of its path and an answer for each case")
  func addresses() throws {
    let whole = try description()
    #expect(whole["openapi"] as? String == "3.1.0")
    let info = try #require(whole["info"] as? [String: Any])
    #expect(info["title"] is String && info["version"] is String)
    let paths = try #require(whole["paths"] as? [String: [String: [String: Any]]])
    var names: [String] = []
    for (path, item) in paths {
      #expect(path.hasPrefix("/"))
      let places = path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
      for (method, operation) in item {
        #expect(["get", "post"].contains(method))
        names.append(try #require(operation["operationId"] as? String))
        let parameters = operation["parameters"] as? [[String: Any]] ?? []
        let inPath = parameters.filter { $0["in"] as? String == "path" }
        #expect(inPath.compactMap { $0["name"] as? String } == places, "\(path)")
        #expect(inPath.allSatisfy { $0["required"] as? Bool == true && $0["schema"] is [String: Any] })
        let responses = try #require(operation["responses"] as? [String: [String: Any]])
        #expect(!responses.isEmpty)
        for (status, response) in responses {
          #expect(Reply.Status(rawValue: Int(status) ?? 0) != nil && response["description"] is String)
        }
        #expect((operation["requestBody"] != nil) == (method == "post"))
      }
    }
    #expect(names.sorted() == Site.routes.map(\.name).sorted())
    #expect(Set(names).count == names.count, "names of routes are unique")
  }

  @Test("every reference leads somewhere, and every form is an order")
  func references() throws {
    let whole = try description()
    let components = try #require(whole["components"] as? [String: Any])
    let schemas = try #require(components["schemas"] as? [String: Any])
    var found: Set<String> = []
    func search(_ value: Any) {
      if let list = value as? [Any] { list.forEach(search) }
      guard let parts = value as? [String: Any] else { return }
      if let reference = parts["$ref"] as? String { found.insert(reference) }
      parts.values.forEach(search)
    }
    search(whole)
    for reference in found {
      #expect(reference.hasPrefix("#/components/schemas/"))
      #expect(schemas[String(reference.dropFirst(21))] != nil, "\(reference)")
    }
    for form in ActForm.all { #expect(schemas[InterfaceDescription.name(of: form)] != nil) }
  }

  @Test("every order of the sample region fits the description of its form")
  func orders() throws {
    let whole = try description()
    let components = try #require(whole["components"] as? [String: Any])
    let schemas = try #require(components["schemas"] as? [String: [String: Any]])
    var seen: Set<String> = []
    for order in try OverheardDemonstration.played.get() {
      let form = try #require(ActForm.of(order.kind, order.commandName), "\(order.kind) \(order.commandName)")
      let schema = try #require(schemas[InterfaceDescription.name(of: form)])
      var sent = try #require(
        try JSONSerialization.jsonObject(with: CanonicalJSON.text(of: order).data(using: .utf8)!) as? [String: Any])
      sent["key"] = String(repeating: "0", count: 32)
      let faults = SchemaCheck.faults(of: sent, against: schema)
      #expect(faults.isEmpty, "\(order.command): \(faults)")
      seen.insert(InterfaceDescription.name(of: form))
      // The check can fail: a part that no schema names is noticed.
      sent["unknown"] = 1
      #expect(!SchemaCheck.faults(of: sent, against: schema).isEmpty)
    }
    #expect(seen.count > 60, "\(seen.count) forms were used")
  }
}

/// As much of JSON Schema (2020-12) as the description uses.
enum SchemaCheck {
  /// What in a value does not fit, each with its place; empty when all fits.
  static func faults(of value: Any, against schema: [String: Any], at place: String = "$") -> [String] {
    if let constant = schema["const"] as? String { return value as? String == constant ? [] : ["\(place) \(constant)"] }
    var faults: [String] = []
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let tried = choices.map { Self.faults(of: value, against: $0, at: place) }
      if !tried.contains([]) { faults += tried.min { $0.count < $1.count } ?? [] }
    }
    switch schema["type"] as? String {
    case "object":
      guard let parts = value as? [String: Any] else { return ["\(place) is no object"] }
      let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
      faults += (schema["required"] as? [String] ?? []).filter { parts[$0] == nil }.map { "\(place).\($0) is missing" }
      for (name, part) in parts {
        if let known = properties[name] {
          faults += Self.faults(of: part, against: known, at: "\(place).\(name)")
        } else if schema["additionalProperties"] as? Bool == false {
          faults.append("\(place).\(name) is unknown")
        }
      }
    case "array":
      guard let items = value as? [Any] else { return ["\(place) is no array"] }
      for (index, item) in items.enumerated() {
        faults += Self.faults(of: item, against: schema["items"] as? [String: Any] ?? [:], at: "\(place)[\(index)]")
      }
    case "integer": if !(value is NSNumber) { faults.append("\(place) is no integer") }
    case "boolean": if !(value is Bool) { faults.append("\(place) is no truth") }
    case "string":
      guard let text = value as? String else { return ["\(place) is no text"] }
      if let codes = schema["enum"] as? [String], !codes.contains(text) { faults.append("\(place) is '\(text)'") }
      if let pattern = schema["pattern"] as? String, text.range(of: pattern, options: .regularExpression) == nil {
        faults.append("\(place) is '\(text)'")
      }
    default: break
    }
    return faults
  }
}
