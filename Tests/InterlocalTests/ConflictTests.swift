import Foundation
import Testing

/// The questions that are asked of a file of their own: conflict and decide.
@Suite struct ConflictTests {
  @Test func saysWhereElmiraComesToRest() throws {
    let answer = try Command.run("conflict", "Literature/hipel-fang-kilgour-haight-1993/elmira.yaml")
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    #expect(answer.output.contains("All stay, if each looks at its own next move only, in 5, 8, 9 (Nash).\n"))
    #expect(answer.output.contains("      5  NYNNY    all      all      all      all      all\n"))
  }

  @Test func saysItInChineseAndAsJSON() throws {
    let file = "Literature/hipel-fang-kilgour-haight-1993/elmira.yaml"
    #expect(try Command.run("conflict", file, "--lang", "zh").output.contains("各方都停留在：5、8、9（Nash）。"))
    let json = try Command.run("conflict", file, "--json")
    #expect(try json.json()["statusQuo"] as? String == "1")
    #expect(try Command.run("conflict", file, "--json").output == json.output)
  }

  @Test func refusesAFileOfAnotherKindFaultByFault() throws {
    let answer = try Command.run("decide", "Literature/hipel-fang-kilgour-haight-1993/elmira.yaml")
    #expect(answer.code == 1)
    #expect(answer.complaint.contains("error: a decision file has no 'issues'; add it: what is to be decided\n"))
    #expect(answer.complaint.contains("'decisionMakers' is not a key of a decision file"))
    #expect(answer.output == "")
  }

  @Test func saysWhatTheTollWillBe() throws {
    let answer = try Command.run("decide", "Literature/stokman-van-oosten-1994/toll.yaml")
    #expect(answer.code == 0)
    #expect(answer.output.hasPrefix("A toll on the inner city: 10 parties, 6 issues.\n"))
    #expect(
      answer.output.contains(
        "The best trade: Willems moves from 25 to 100 on Additional investment, Wcentr from 0 to 61.1 on Toll in the inner city"
      ))
  }
}
