/// An address of the portal and what answers there. The table of all routes is data: the server, the interface
/// description for programs and the test of who may do what read it.
public struct Route: Sendable {
  /// A path with places: `/docket/{number}`.
  public struct Pattern: Sendable, Hashable, CustomStringConvertible {
    /// A part of a path between slashes.
    public enum Segment: Sendable, Hashable {
      case literal(String)
      case place(String)
    }

    public let segments: [Segment]

    public init(_ path: String) {
      precondition(path.hasPrefix("/"), "a path begins with a slash: \(path)")
      segments = path.split(separator: "/").map { part in
        part.hasPrefix("{") && part.hasSuffix("}")
          ? .place(String(part.dropFirst().dropLast())) : .literal(String(part))
      }
    }

    public var description: String {
      "/"
        + segments.map { segment in
          switch segment {
          case .literal(let text): text
          case .place(let name): "{\(name)}"
          }
        }.joined(separator: "/")
    }

    /// What stands in the places of a path; nothing when the path is another one.
    public func places(in parts: [Substring]) -> [String: String]? {
      guard fits(parts) else { return nil }
      var places: [String: String] = [:]
      for (segment, part) in zip(segments, parts) {
        if case .place(let name) = segment { places[name] = String(part) }
      }
      return places
    }

    /// Whether a path is one of these.
    func fits(_ parts: [Substring]) -> Bool {
      guard parts.count == segments.count else { return false }
      for (segment, part) in zip(segments, parts) {
        if case .literal(let text) = segment, part != text { return false }
      }
      return true
    }
  }

  /// What answers there: the visit, what stands in the places of its path, and the site.
  public typealias Answer = @Sendable (Visit, [String: String], Site) async throws -> Reply

  public let method: Visit.Method
  public let pattern: Pattern
  /// What it is called in the interface description and in logs: unique, in camelCase.
  public let name: String
  /// Whether the answer to somebody unknown follows from the record, the address, the language and the time to the
  /// minute, and from nothing else.
  public let followsRecord: Bool
  public let answer: Answer

  public init(
    _ method: Visit.Method, _ path: String, _ name: String, followsRecord: Bool = false, _ answer: @escaping Answer
  ) {
    (self.method, pattern, self.name) = (method, Pattern(path), name)
    (self.followsRecord, self.answer) = (followsRecord, answer)
  }
}
