import Crypto
import Foundation
import Testing

@testable import Registry

@Suite struct BreachedPasswordsTests {
  private func withFile(_ body: (String) throws -> Void) throws {
    let path = FileManager.default.temporaryDirectory.appending(path: "breached-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try body(path)
  }

  private func line(_ text: String) -> String {
    Insecure.SHA1.hash(data: Array(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }
      .joined().uppercased()
  }

  @Test("finds all that are in the file and no other", arguments: [0, 1, 2, 3, 100, 257])
  func finds(count: Int) throws {
    try withFile { path in
      let stolen = (0..<count).map { "stolen heron \($0)" }
      try BreachedPasswords.write(lines: stolen.map { line($0) + ":3\r" }.sorted(), to: path)
      let breached = try BreachedPasswords(contentsOf: path)
      #expect(breached.count == count)
      for text in stolen { #expect(try breached.contains(Password(typed: text))) }
      for number in 0..<100 { #expect(try !breached.contains(Password(typed: "kept heron \(number)"))) }
      let rule = PasswordRule(breached: breached)
      if let first = stolen.first { #expect(throws: PasswordRule.Refusal.breached) { try rule.accept(first) } }
      _ = try rule.accept("kept heron of the river")
    }
  }

  @Test("knows the SHA-1 that FIPS 180 prints for abc")
  func published() throws {
    try withFile { path in
      try BreachedPasswords.write(lines: ["a9993e364706816aba3e25717850c26c9cd0d89d"], to: path)
      #expect(try BreachedPasswords(contentsOf: path).contains(Password(typed: "abc")))
    }
  }

  @Test("refuses lists that are not sorted or not of hashes, and files that are none")
  func refuses() throws {
    try withFile { path in
      let lines = ["a", "b", "c"].map(line).sorted()
      #expect(throws: BreachedPasswords.Fault.line(2)) {
        try BreachedPasswords.write(lines: [lines[1], lines[0]], to: path)
      }
      #expect(throws: BreachedPasswords.Fault.line(2)) {
        try BreachedPasswords.write(lines: [lines[1], lines[1]], to: path)
      }
      for wrong in ["", "abc", lines[0] + "0", String(repeating: "x", count: 40), String(repeating: "é", count: 20)] {
        #expect(throws: BreachedPasswords.Fault.line(1)) { try BreachedPasswords.write(lines: [wrong], to: path) }
      }
      #expect(throws: BreachedPasswords.Fault.unreadable(path: path)) { try BreachedPasswords(contentsOf: path) }
      try Data([1, 2, 3]).write(to: URL(filePath: path))
      #expect(throws: BreachedPasswords.Fault.size(path: path, bytes: 3)) { try BreachedPasswords(contentsOf: path) }
      try Data([UInt8](repeating: 2, count: 20) + [UInt8](repeating: 1, count: 20)).write(to: URL(filePath: path))
      #expect(throws: BreachedPasswords.Fault.unsorted(path: path, record: 1)) {
        try BreachedPasswords(contentsOf: path)
      }
      #expect(
        "\(BreachedPasswords.Fault.size(path: "f", bytes: 3))"
          == "f: 3 bytes are no whole number of hashes of 20; make the file again")
    }
  }
}
