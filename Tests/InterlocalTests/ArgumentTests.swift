import Foundation
import Testing

/// What nobody should type, and what streams nobody reads: an answer all the same, and never a crash.
@Suite struct ArgumentTests {
  @Test(
    "a mistyped number is refused with the numbers there are",
    arguments: [
      ("--draws", "-1", "it is a whole number from 0 to 10000"),
      ("--draws", "abc", "it is a whole number from 0 to 10000"),
      ("--draws", "10001", "it is a whole number from 0 to 10000"),
      ("--draws", "1e3", "it is a whole number from 0 to 10000"),
      ("--draws", "", "it is a whole number from 0 to 10000"),
      ("--seed", "-5", "it is a whole number from 0 to 9007199254740992"),
      ("--seed", "1.5", "it is a whole number from 0 to 9007199254740992"),
      ("--seed", "99999999999999999999", "it is a whole number from 0 to 9007199254740992"),
    ])
  func refusesMistypedNumbers(option: String, value: String, remedy: String) throws {
    let answer = try Command.run("study", "Examples/skane-water", "--json", option, value)
    #expect(answer.code == 64)
    #expect(answer.output == "")
    #expect(answer.complaint.hasPrefix("Error: The value '\(value)' is invalid for '\(option) <"))
    #expect(answer.complaint.contains(": \(remedy)\n"))
  }

  @Test(
    "a word that is none of those there are is refused",
    arguments: [
      ["study", "Examples/skane-water", "--json", "--lang", "fr"], ["new", "mine", "--family", "water"],
      ["share", "game.csv", "--kind", "gain"], ["frobnicate"], ["check", "one", "two"], ["check"], ["check", "--all"],
      ["diagnose", "Examples/skane-water", "--lang", ""],
    ])
  func refusesUnknownWords(arguments: [String]) throws {
    let line = arguments.map { "'\($0)'" }.joined(separator: " ")
    try withFolder { folder in
      let answer = try Command.shell("$interlocal \(line)", in: folder)
      #expect(answer.code == 64)
      #expect(answer.output == "")
      #expect(answer.complaint.hasPrefix("Error: "))
      #expect(answer.complaint.contains("Usage: interlocal"))
      #expect(try contents(of: folder).isEmpty)
    }
  }

  @Test(
    "an empty path is no path",
    arguments: [
      "check ''", "new ''", "show ''", "share ''", "diagnose ''", "appraise ''", "study '' --json",
      "study \"$example\" --out ''",
    ])
  func refusesEmptyPaths(line: String) throws {
    try withFolder { folder in
      let example = Command.repository.appending(path: "Examples/skane-water").path
      let answer = try Command.shell("example='\(example)'; $interlocal \(line)", in: folder)
      #expect(answer.code == 64)
      #expect(answer.output == "")
      #expect(answer.complaint.hasPrefix("Error: The value '' is invalid for '"))
      #expect(answer.complaint.contains(": it is empty; name one\n"))
      #expect(try contents(of: folder).isEmpty)
    }
  }

  @Test("a problem that the case does not have is refused, with those it has", arguments: ["nope", ""])
  func refusesUnknownProblems(problem: String) throws {
    try withCase { home in
      for question in ["diagnose", "appraise"] {
        let answer = try Command.run(question, home.path, "--problem", problem)
        #expect(answer.code == 1)
        #expect(answer.output == "")
        #expect(answer.complaint == "Error: no problem of the case is called '\(problem)'; use one of first\n")
      }
    }
  }

  // MARK: Streams

  @Test("a reader who leaves after a line is no fault", arguments: ["", "trap '' PIPE; "])
  func readersMayLeave(trap: String) throws {
    for question in ["show", "diagnose", "appraise", "check", "schema"] {
      let folder = question == "schema" ? "" : "Examples/skane-water"
      // With the signal let through the shell tells 141; with it ignored the command ends by itself.
      // With the signal let through the shell tells 141; with it ignored the command ends by itself.
      let heads = try Command.shell(
        "\(trap)$interlocal \(question) \(folder) 2>/dev/null | head -n 1; echo ${PIPESTATUS[0]}")
      let lines = heads.output.split(separator: "\n")
      #expect(lines.count == 2, "\(question)")
      #expect(["0", "141"].contains(try #require(lines.last)), "\(question)")
    }
  }

  @Test("a warning that nobody reads stops nothing", arguments: ["2>&-", "2> >(true)"])
  func warningsMayGoUnheard(stream: String) throws {
    let answer = try Command.shell("trap '' PIPE; $interlocal diagnose Examples/skane-water \(stream); echo $?")
    #expect(answer.code == 0)
    #expect(answer.output.hasSuffix("\n0\n"))
  }

  @Test("an answer that cannot be printed leaves 2, so that half of one is never taken for a whole")
  func printingMayFail() throws {
    let closed = try Command.shell("$interlocal show Examples/skane-water >&-")
    #expect(closed.code == 2)
    #expect(closed.complaint.hasPrefix("Error: standard output: cannot be written: "))
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }  // Linux has a disk that is always full
    let full = try Command.shell("$interlocal schema >/dev/full")
    #expect(full.code == 2)
    #expect(full.complaint.hasPrefix("Error: standard output: cannot be written: "))
  }
}
