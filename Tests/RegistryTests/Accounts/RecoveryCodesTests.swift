import Testing

@testable import Registry

@Suite struct RecoveryCodesTests {
  @Test("lets each of ten codes be used once, in any order", arguments: UInt64(0)..<30)
  func eachOnce(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    var (printed, kept) = RecoveryCodes.issue(using: &chance)
    #expect(printed.count == 10)
    #expect(Set(printed.map(\.text)).count == 10)
    printed.shuffle(using: &chance)
    for (place, code) in printed.enumerated() {
      #expect(kept.left == 10 - place)
      kept = try kept.using(code.text)
      #expect(throws: RecoveryCodes.Refusal.wrong) { try kept.using(code.text) }
    }
    #expect(kept.left == 0)
  }

  @Test("reads a code however it is spaced, in either case")
  func spacing() throws {
    var chance = SeededChance(seed: 5)
    let (printed, kept) = RecoveryCodes.issue(using: &chance)
    let text = printed[3].text
    #expect(text.split(separator: "-").map(\.count) == [4, 4, 4, 4, 4, 4])
    for typed in [text.uppercased(), text.filter { $0 != "-" }, " " + text.replacing("-", with: " ") + " "] {
      #expect(try kept.using(typed).left == 9)
    }
  }

  @Test("refuses what is no code, and codes of others")
  func refuses() {
    var chance = SeededChance(seed: 6)
    let (_, kept) = RecoveryCodes.issue(using: &chance)
    let (others, _) = RecoveryCodes.issue(using: &chance)
    #expect(throws: RecoveryCodes.Refusal.wrong) { try kept.using(others[0].text) }
    for typed in [
      "", "abcd", String(repeating: "a", count: 23), String(repeating: "1", count: 24), "é", others[0].text + "a",
    ] {
      #expect(throws: RecoveryCodes.Refusal.malformed) { try kept.using(typed) }
    }
    #expect("\(RecoveryCodes.Refusal.malformed)" == "a recovery code has 24 letters and digits; type them all")
  }

  @Test("keeps hashes only, and comes back from them")
  func stored() throws {
    var chance = SeededChance(seed: 7)
    let (printed, kept) = RecoveryCodes.issue(using: &chance)
    for code in printed { #expect(!kept.hashes.contains { $0.starts(with: code.bytes) }) }
    let back = try #require(RecoveryCodes(hashes: kept.hashes))
    #expect(try back.using(printed[9].text).left == 9)
    #expect(RecoveryCodes(hashes: [[1, 2, 3]]) == nil)
    #expect(RecoveryCodes(hashes: kept.hashes + [kept.hashes[0]]) == nil)
  }
}
