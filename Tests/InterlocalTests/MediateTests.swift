import Foundation
import Testing

@Suite struct MediateTests {
  private static let signed =
    "--signed payment=200 --signed term=3 --signed 'area=three cities' --signed scope=water --signed 'tiers=two tiers'"

  @Test("suggestions beside a signed deal are packages and no worths, in both languages")
  func suggests() throws {
    let answer = try Command.shell("$interlocal mediate Examples/xinan-river \(Self.signed)")
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    #expect(answer.output.contains("better than the signed deal for some and worse for nobody.\n"))
    #expect(answer.output.contains("  Suggestion 1"))
    #expect(!answer.output.contains("Worth"))
    let chinese = try Command.shell("$interlocal mediate Examples/xinan-river --lang zh")
    #expect(chinese.code == 0)
    #expect(chinese.output.contains("调解人建议"))
    let told = try Command.shell("$interlocal mediate Examples/xinan-river \(Self.signed) --json").json()
    #expect(told.keys.sorted() == ["disclosedBits", "issues", "parties", "signed", "suggestions", "title"])
    #expect(told["signed"] as? [Int] == [0, 0, 0, 0, 1])
  }

  @Test(
    "a signed deal that is none is refused",
    arguments: [
      ("--signed payment=200", 1, "Error: the signed deal says nothing about term, area, scope, tiers; tell an option"),
      ("--signed price=200", 1, "Error: nothing on the table is called 'price'; use payment, term, area"),
      ("--signed term", 64, "it is issue=option, as in term=5"),
      ("--signed term=3 --signed term=4", 64, "--signed is told twice for 'term'; tell it once"),
      ("--count 2", 64, "--count is 1, or 3 to 5"),
    ] as [(String, Int32, String)])
  func refused(options: String, code: Int32, said: String) throws {
    let answer = try Command.shell("$interlocal mediate Examples/xinan-river \(options)")
    #expect(answer.code == code)
    #expect(answer.output == "")
    #expect(answer.complaint.contains(said), "\(answer.complaint)")
  }

  @Test("an option that an issue does not have is refused with those it has")
  func unknownOption() throws {
    let options = Self.signed.replacing("term=3", with: "term=7")
    let answer = try Command.shell("$interlocal mediate Examples/xinan-river \(options)")
    #expect(answer.code == 1)
    #expect(answer.complaint == "Error: 'term' has no option '7'; use one of 3, 4, 5\n")
  }
}
