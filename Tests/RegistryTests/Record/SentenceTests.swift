import Registry
import Testing

@Suite struct SentenceTests {
  @Test("the pattern of a sentence numbers its gaps, and what fills them keeps its type")
  func pattern() {
    let moment = Instant(milliseconds: 0)
    let sentence: Refusal.Sentence = "\(ObjectID(.agreement, 3)) ran out at \(moment); ask \(["O-1", "O-2"])"
    #expect(sentence.pattern == "{1} ran out at {2}; ask {3}")
    #expect(
      sentence.parts == [.object(ObjectID(.agreement, 3)), .moment(moment), .list([.text("O-1"), .text("O-2")])])
    #expect(sentence.description == "AG-3 ran out at 1970-01-01T00:00:00Z; ask O-1, O-2")
  }

  @Test("a part that looks like a gap is not filled again, and a translation may turn the order round")
  func filling() {
    let sentence: Refusal.Sentence = "\("{2}") before \("b")"
    #expect(sentence.description == "{2} before b")
    #expect(sentence.filling("{2}之后是{1}、{9}") { $0.description } == "b之后是{2}、{9}")
  }
}
