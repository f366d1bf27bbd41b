import Foundation
import Testing

/// The list of packages that `scripts/sbom.sh` writes, from trees that are told: asking the package manager would wait
/// for the build that runs this.
@Suite struct PackageInventoryTests {
  private struct Pins: Decodable {
    struct Pin: Decodable {
      struct State: Decodable { let revision: String }
      let identity: String
      let state: State
    }
    let pins: [Pin]
  }

  private struct Bill: Decodable {
    struct Component: Decodable {
      struct Property: Decodable { let value: String }
      let purl: String
      let properties: [Property]
    }
    struct Edges: Decodable {
      let ref: String
      let dependsOn: [String]
    }
    let bomFormat: String
    let components: [Component]
    let dependencies: [Edges]
  }

  @Test("every package that is pinned stands in it once with its revision, and the same tree gives the same bytes")
  func everyPin() throws {
    let file = try Data(contentsOf: House.root.appending(path: "Package.resolved"))
    let pins = try JSONDecoder().decode(Pins.self, from: file).pins
    // The first is needed by all others, as a package below others is.
    let shared = Self.package(pins[0].identity, needs: [])
    let tree = Self.package("interlocal", needs: pins.dropFirst().map { Self.package($0.identity, needs: [shared]) })
    let first = try Self.written(tree)
    #expect(try Self.written(tree).output == first.output)
    let bill = try JSONDecoder().decode(Bill.self, from: first.output)
    #expect(bill.bomFormat == "CycloneDX")
    #expect(bill.components.map { $0.properties[0].value }.sorted() == pins.map(\.state.revision).sorted())
    #expect(bill.components.allSatisfy { $0.purl.hasPrefix("pkg:swift/") && !$0.purl.contains("://") })
    #expect(bill.dependencies.first { $0.ref == "interlocal" }?.dependsOn.count == pins.count - 1)
    let known = Set(bill.components.map(\.purl))
    #expect(bill.dependencies.allSatisfy { known.isSuperset(of: $0.dependsOn) })
  }

  @Test("a package that is not pinned is refused with what to do")
  func refusesUnpinned() throws {
    let (status, _, said) = try Self.written(
      Self.package("interlocal", needs: [Self.package("no-such-package", needs: [])]))
    #expect(status != 0 && said.contains("no-such-package is not pinned; run `swift package resolve`"), "\(said)")
  }

  /// A package as `swift package show-dependencies --format json` tells it.
  private static func package(_ name: String, needs: [[String: Any]]) -> [String: Any] {
    ["identity": name, "name": name, "url": "https://example.org/\(name)", "dependencies": needs]
  }

  private static func written(_ tree: [String: Any]) throws -> (status: Int32, output: Data, said: String) {
    let process = Process()
    process.executableURL = House.root.appending(path: "scripts/sbom.py")
    process.arguments = [House.root.appending(path: "Package.resolved").path]
    let (input, output, errors) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (input, output, errors)
    try process.run()
    input.fileHandleForWriting.write(try JSONSerialization.data(withJSONObject: tree))
    try input.fileHandleForWriting.close()
    let written = output.fileHandleForReading.readDataToEndOfFile()
    let said = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return (process.terminationStatus, written, said)
  }
}
