import Foundation
import Testing

@Suite struct LayerTests {
  @Test("imports only rows below its own, and outside packages only where they enter")
  func importsRunDownwards() throws {
    var faults: [String] = []
    for (target, file, lines) in try House.sources() {
      for (number, line) in lines.enumerated() {
        guard let module = importedModule(line) else { continue }
        let place = "\(House.path(of: file)):\(number + 1)"
        if House.everywhere.contains(module) { continue }
        if let gate = House.outside[module] {
          if gate != target { faults.append("\(place): \(module) enters through \(gate), not \(target)") }
          continue
        }
        guard let row = House.rows[module] else {
          faults.append("\(place): '\(module)' stands in no row of the house")
          continue
        }
        guard let own = House.rows[target] else {
          faults.append("\(place): target '\(target)' stands in no row of the house")
          continue
        }
        if row >= own { faults.append("\(place): row \(own) (\(target)) imports row \(row) (\(module))") }
        if module == "RegionalCases", House.knowsNoRegion.contains(target) {
          faults.append("\(place): \(target) knows no region")
        }
      }
    }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test(
    "finds the module of every form of import",
    arguments: [
      ("import Sharing", "Sharing"), ("public import Sharing", "Sharing"), ("@testable import Sharing", "Sharing"),
      ("import struct Sharing.Allocation", "Sharing"), ("  internal import Yams // why", "Yams"),
    ])
  func readsImports(line: String, module: String) {
    #expect(importedModule(line) == module)
  }

  @Test("keeps a mathematical target from another of its row, sideways calls included")
  func tableIsTheHouse() throws {
    let targets = Set(try House.sources().map(\.target))
    #expect(targets.isSubset(of: House.rows.keys), "a target without a row: \(targets.subtracting(House.rows.keys))")
    #expect(targets.count >= 5)
  }
}

/// The module a line imports, if it is an import.
private func importedModule(_ line: String) -> String? {
  var words = line.split(whereSeparator: { $0 == " " || $0 == "\t" }).map(String.init)
  while let first = words.first, first.hasPrefix("@") || ["public", "internal", "package", "private"].contains(first) {
    words.removeFirst()
  }
  guard words.first == "import", words.count >= 2 else { return nil }
  words.removeFirst()
  if ["struct", "class", "enum", "protocol", "func", "let", "var", "typealias"].contains(words[0]) {
    words.removeFirst()
  }
  return words.first?.split(separator: ".").first.map(String.init)
}
