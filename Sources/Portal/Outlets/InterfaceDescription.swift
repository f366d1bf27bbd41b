import Foundation
import Registry
import Reporting

/// The description of all addresses for programs (OpenAPI 3.1), made from the table of routes and the declarations of
/// the forms: what is added there appears here.
enum InterfaceDescription {
  /// The description as JSON.
  static let text: String = {
    // Everything in it was put together here from texts, numbers, truths, lists and named parts.
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: whole, options: [.sortedKeys, .withoutEscapingSlashes])
    else { preconditionFailure("the description of the interface is no JSON") }
    return String(decoding: data, as: UTF8.self)
  }()

  /// The description as a tree.
  private static var whole: [String: Any] {
    var paths: [String: [String: Any]] = [:]
    for route in Site.routes {
      paths[route.pattern.description, default: [:]][route.method.rawValue.lowercased()] = operation(route)
    }
    return [
      "openapi": "3.1.0",
      "info": [
        "title": "Interlocal portal", "version": "1",
        "description": "Pages, data and acts of one region's record. Times are milliseconds since 1970 in UTC.",
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "paths": paths,
      "components": ["schemas": schemas, "securitySchemes": securitySchemes],
    ]
  }

  private static var securitySchemes: [String: Any] {
    [
      "session": [
        "type": "apiKey", "in": "cookie", "name": "__Host-session",
        "description": "what signing in leaves; called session where the portal is served without TLS",
      ],
      "token": [
        "type": "apiKey", "in": "header", "name": "X-Form-Token",
        "description": "ordersToken of GET /session, which is the session's own",
      ],
    ]
  }

  // MARK: Addresses

  private static func operation(_ route: Route) -> [String: Any] {
    let places = route.pattern.segments.compactMap { if case .place(let name) = $0 { name } else { nil } }
    var operation: [String: Any] = ["operationId": route.name, "responses": responses(of: route)]
    var parameters = places.map { name -> [String: Any] in
      ["name": name, "in": "path", "required": true, "schema": schema(ofPlace: name, in: route)]
    }
    if ["ListData", "Table", "Feed"].contains(where: route.name.hasSuffix) {
      for name in ["after", "limit"] {
        parameters.append(["name": name, "in": "query", "schema": ["type": "integer", "minimum": 0] as [String: Any]])
      }
    }
    if !parameters.isEmpty { operation["parameters"] = parameters }
    if route.method == .post {
      operation["requestBody"] = body(of: route)
      operation["security"] = [["session": [String](), "token": [String]()], [:] as [String: [String]]]
    } else {
      operation["security"] = [["session": [String]()], [:] as [String: [String]]]
    }
    return operation
  }

  private static func kind(of route: Route) -> ObjectKind? {
    let path = route.pattern.description
    return ObjectKind.allCases.first { kind in
      ["\(kind.path)/", "/api\(kind.path)/"].contains { path.hasPrefix($0) }
    }
  }

  private static func schema(ofPlace name: String, in route: Route) -> [String: Any] {
    switch (name, kind(of: route)) {
    case ("number", let kind?): FieldSchema.number(of: [kind])
    case ("number", nil): ["type": "integer", "minimum": 1]
    case ("act", let kind?):
      ["type": "string", "enum": Set(ActForm.all.filter { $0.kind == kind }.map(\.command)).sorted()]
    default: ["type": "string"]
    }
  }

  private static func type(of route: Route) -> String {
    let path = route.pattern.description
    if path.hasSuffix(".atom") { return "application/atom+xml" }
    if path.hasSuffix(".csv") { return "text/csv" }
    if path.hasSuffix(".xlsx") { return Workbook.mediaType }
    if path.hasSuffix(".ics") { return "text/calendar" }
    if path.hasSuffix(".json") || path.hasPrefix("/api/") { return "application/json" }
    if path.hasPrefix("/log/tile/") { return "application/octet-stream" }
    if ["logCheckpoint", "logKey", "logProof"].contains(route.name) { return "text/plain" }
    return "text/html"
  }

  private static func responses(of route: Route) -> [String: Any] {
    let type = type(of: route)
    func answer(_ text: String, _ schema: [String: Any]? = nil) -> [String: Any] {
      var answer: [String: Any] = ["description": text]
      if let schema { answer["content"] = [type: ["schema": schema]] }
      return answer
    }
    var responses: [String: Any] = [:]
    switch (route.method, route.name) {
    case (.post, "order"):
      responses["201"] = answer("recorded", reference("Receipt"))
      responses["200"] = answer("recorded before with the same key", reference("Receipt"))
      for (status, text) in refusals { responses["\(status.rawValue)"] = answer(text, reference("Fault")) }
      return responses
    case (.post, _):
      responses["303"] = answer("done; go on to the page named in Location")
      responses["200"] = answer("the answers once more, to be checked", [:])
      for (status, text) in refusals { responses["\(status.rawValue)"] = answer(text) }
      return responses
    default: break
    }
    let schema: [String: Any] =
      route.name.hasSuffix("ListData")
      ? reference("List") : route.name == "logEntryData" ? ["type": "object"] : [:]
    responses["200"] = answer(
      "what the visitor may see",
      type == "application/json" && schema.isEmpty && route.name.hasSuffix("Data") ? reference("Thing") : schema)
    responses["403"] = answer("the appointment is not valid, or the page is for others")
    responses["404"] = answer("nothing here that the visitor may see")
    return responses
  }

  private static let refusals: [(Reply.Status, String)] = [
    (.badRequest, "the form or order is not whole"), (.forbidden, "the act is for others"),
    (.notFound, "nothing here that the visitor may see"),
    (.conflict, "not possible now, or prepared on an old version"),
    (.unprocessable, "something in it cannot be accepted"), (.unavailable, "the record cannot be written now"),
  ]

  private static func reference(_ name: String) -> [String: Any] { ["$ref": "#/components/schemas/\(name)"] }

  private static func body(of route: Route) -> [String: Any] {
    if route.name == "order" {
      return ["required": true, "content": ["application/json": ["schema": reference("Order")]]]
    }
    let form: [String: Any] = [
      "type": "object", "required": ["token"],
      "properties": [
        "token": ["type": "string"], "key": ["type": "string", "pattern": "^[0-9a-f]{32}$"],
        "step": ["type": "string", "enum": ["check", "change", "do"]], "prepared": ["type": "integer"],
      ] as [String: Any],
    ]
    return ["required": true, "content": ["application/x-www-form-urlencoded": ["schema": form]]]
  }

  // MARK: Shapes

  /// The name of an order's schema: `docketFile.accept`.
  static func name(of form: ActForm) -> String { "\(form.kind).\(form.command)" }

  private static var schemas: [String: Any] {
    var schemas: [String: Any] = [:]
    for form in ActForm.all { schemas[name(of: form)] = order(form) }
    schemas["Order"] = ["oneOf": ActForm.all.map { reference(name(of: $0)) }]
    schemas["Receipt"] = shape([
      "at": ["type": "integer"], "first": ["type": "integer"], "last": ["type": "integer"],
      "repeated": ["type": "boolean"], "changes": ["type": "array", "items": reference("Change")],
    ])
    schemas["Change"] = shape([
      "object": FieldSchema.number(of: ObjectKind.allCases), "path": ["type": "string"], "version": ["type": "integer"],
    ])
    schemas["Fault"] = shape([
      "code": ["type": "string"], "message": ["type": "string"], "status": ["type": "integer"],
    ])
    schemas["Thing"] = shape([
      "number": FieldSchema.number(of: ObjectKind.allCases), "row": ["type": "object"], "version": ["type": "integer"],
      "texts": ["type": "object", "additionalProperties": reference("Text")],
    ])
    schemas["Text"] = [
      "oneOf": [
        shape(["text": ["type": "string"]]),
        shape(["withheld": ["type": "string", "enum": Level.allCases.map { "\($0)" }]]),
        shape(["erased": ["type": "boolean", "const": true]]),
      ]
    ]
    schemas["List"] = shape([
      "items": ["type": "array", "items": reference("Thing")], "next": ["type": ["string", "null"]],
      "kind": ["type": "string", "enum": ObjectKind.allCases.map { "\($0)" }],
    ])
    return schemas
  }

  /// Named parts, all of which are there.
  private static func shape(_ properties: [String: Any]) -> [String: Any] {
    [
      "type": "object", "properties": properties, "required": properties.keys.sorted(), "additionalProperties": false,
    ]
  }

  private static func order(_ form: ActForm) -> [String: Any] {
    let isOpening = form.acts.contains(form.kind.type.openingAct)
    var properties: [String: Any] = [
      "kind": ["type": "string", "const": form.kind.rawValue],
      "command": FieldSchema.one(form.command, form.fields),
      "key": ["type": "string", "pattern": "^[0-9a-f]{32}$", "description": "made anew for every order"],
      "delegation": FieldSchema.number(of: [.delegation]),
    ]
    if !isOpening {
      properties["object"] = FieldSchema.number(of: [form.kind])
      properties["prepared"] = ["type": "integer", "description": "the version on which it was prepared"]
    }
    return [
      "type": "object", "properties": properties, "additionalProperties": false,
      "required": ["kind", "command", "key"] + (isOpening ? [] : ["object"]),
    ]
  }
}

extension RecordObject {
  /// The act that opens a thing of this kind.
  static var openingAct: String { lifeCycle.opening.act }
}
