import Testing

@Suite struct HelpTests {
  static let questions = [
    "new", "check", "show", "study", "diagnose", "appraise", "mechanisms", "share", "negotiate", "mediate", "conflict",
    "decide", "schema", "init", "demo", "verify", "rebuild", "backup", "restore", "export", "import", "doctor",
    "lifecycles", "packet",
  ]

  @Test(
    "every question shows an example of itself",
    arguments: Self.questions)
  func everyQuestionHasAnExample(question: String) throws {
    let answer = try Command.run(question, "--help")
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    #expect(answer.output.contains("Example: interlocal \(question)"))
  }

  @Test("the command alone tells of every question")
  func theCommandAloneHelps() throws {
    let answer = try Command.run()
    #expect(answer.code == 0)
    #expect(answer.complaint == "")
    for question in Self.questions {
      #expect(answer.output.contains("\n  \(question) "), "\(question)")
    }
  }

  @Test func tellsItsVersion() throws {
    let answer = try Command.run("--version")
    #expect(answer.code == 0)
    #expect(answer.output.wholeMatch(of: /\d+\.\d+\.\d+\n/) != nil)
  }

  @Test("completes in", arguments: ["bash", "zsh", "fish"])
  func completesInEveryShell(shell: String) throws {
    let answer = try Command.run("--generate-completion-script", shell)
    #expect(answer.code == 0)
    for word in ["appraise", "family", "draws", "method"] { #expect(answer.output.contains(word), "\(word)") }
    if shell == "bash" {
      let parsed = try Command.shell("$interlocal --generate-completion-script bash | bash -n")
      #expect(parsed.code == 0)
      #expect(parsed.complaint == "")
    }
  }
}
