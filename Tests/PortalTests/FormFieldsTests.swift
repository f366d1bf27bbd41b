import Reporting
import Testing

@testable import Portal

struct FormFieldsTests {
  @Test("a form keeps its fields in their order, and names may come again")
  func reading() throws {
    let fields = try FormFields(encoded: Array("title=Water+quality&party=O-2&party=O-3&empty=&bare".utf8))
    #expect(fields["title"] == "Water quality")
    #expect(fields.all("party") == ["O-2", "O-3"])
    #expect(fields["empty"] == "" && fields["bare"] == "" && fields["missing"] == nil)
  }

  @Test("what is written is read back, whatever it holds", arguments: ["a&b=c", "水质 补偿", "+%20", "\u{0}\n", "é😀"])
  func roundTrip(text: String) throws {
    let fields = FormFields([.init(text, text)])
    #expect(try FormFields(encoded: Array(fields.encoded.utf8)) == fields)
  }

  @Test("bytes that are no form are refused")
  func refusals() {
    #expect(throws: FormFields.Fault.notText(field: 2)) { try FormFields(encoded: Array("a=1&b=%ff".utf8)) }
    #expect(throws: FormFields.Fault.notText(field: 1)) { try FormFields(encoded: Array("a=%4".utf8)) }
    #expect(throws: FormFields.Fault.tooMany(limit: 1_000)) {
      try FormFields(encoded: Array(String(repeating: "a=1&", count: 1_001).utf8))
    }
  }

  @Test("what is wrong with a form is told in the reader's language")
  func faultsInWords() {
    for fault in [FormFields.Fault.tooMany(limit: 1_000), .notText(field: 3)] {
      let (title, remedy, fillings) = TurnedAway.form(fault).words
      let text = title.wording.chinese + Tongue(language: .chinese).say(remedy, fillings)
      let latin = text.matches(of: /[A-Za-z]+/).map { String($0.output) }
      #expect(Set(latin).isSubset(of: ["UTF"]), "\(text)")
      #expect(text.contains(fault == .notText(field: 3) ? "第 3 个" : "1000 个"))
    }
  }
}
