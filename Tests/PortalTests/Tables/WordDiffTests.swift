import Registry
import Testing

@testable import Portal

struct WordDiffTests {
  private func told(_ diff: WordDiff) -> String {
    diff.pieces.map { piece in
      switch piece.change {
      case .kept: piece.text
      case .removed: "[-\(piece.text)]"
      case .added: "[+\(piece.text)]"
      }
    }.joined()
  }

  @Test("only changed words are marked, Chinese by characters, neighbours in one piece")
  func examples() {
    func diff(_ old: String, _ new: String) -> String { told(WordDiff(from: old, to: new)) }
    #expect(diff("class III at the dam", "class II at the dam") == "class [-III][+II] at the dam")
    #expect(diff("pays half.", "pays one third.") == "pays [-half][+one third].")
    #expect(diff("两年后复核", "三年后再复核") == "[-两][+三]年后[+再]复核")
    #expect(diff("same", "same") == "same" && diff("", "") == "")
    #expect(diff("", "new text") == "[+new text]" && diff("old text", "") == "[-old text]")
  }

  /// The number of words that the longest common subsequence has, by the textbook table: an independent oracle.
  private func longestCommon(_ one: [Substring], _ other: [Substring]) -> Int {
    var row = [Int](repeating: 0, count: other.count + 1)
    for word in one {
      var diagonal = 0
      for index in other.indices {
        let above = row[index + 1]
        row[index + 1] = word == other[index] ? diagonal + 1 : max(above, row[index])
        diagonal = above
      }
    }
    return row[other.count]
  }

  @Test("the script is the shortest, and both texts can be read from the pieces", arguments: UInt64(0)..<200)
  func shortest(seed: UInt64) {
    var chance = SplitMix(state: seed)
    let vocabulary = ["dam", "river", "pays", "两", "年", "复核", " ", " ", "\n", ".", "。", "III"]
    func text() -> String {
      (0..<Int.random(in: 0...40, using: &chance)).map { _ in vocabulary.randomElement(using: &chance)! }.joined()
    }
    let (old, new) = (text(), text())
    let (oldWords, newWords) = (WordDiff.words(of: old), WordDiff.words(of: new))
    #expect(oldWords.joined() == old && newWords.joined() == new)
    let kept = WordDiff.script(from: oldWords, to: newWords).count { $0 == .kept }
    #expect(kept == longestCommon(oldWords, newWords))
    let pieces = WordDiff(from: old, to: new).pieces
    #expect(pieces.filter { $0.change != .added }.map(\.text).joined() == old)
    #expect(pieces.filter { $0.change != .removed }.map(\.text).joined() == new)
    #expect(pieces.allSatisfy { !$0.text.isEmpty })
  }

  @Test("texts that share too little are replaced between their common beginning and end")
  func replaced() {
    let old = "Begin " + (0..<900).map { "old\($0)" }.joined(separator: " ") + " end"
    let new = "Begin " + (0..<900).map { "new\($0)" }.joined(separator: " ") + " end"
    let pieces = WordDiff(from: old, to: new).pieces
    #expect(pieces.map(\.change) == [.kept, .removed, .added, .kept])
    #expect(pieces.first?.text == "Begin " && pieces.last?.text == " end")
  }
}

/// Numbers from a seed (Steele, Lea & Flood, 2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
