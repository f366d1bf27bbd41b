import Negotiations
import Testing

@Suite struct AgendaTests {
  static func agenda() throws -> Agenda {
    try Agenda([
      Issue("seat", .choices(["Tianjin", "Baoding"])), Issue("years", .integers(3...5)),
      Issue("share", .quantity(0...1, steps: 4)),
    ])
  }

  @Test func everyOutcomeHasOneCode() throws {
    let agenda = try Self.agenda()
    #expect(agenda.outcomeCount == 30)
    for code in 0..<30 { #expect(agenda.code(of: agenda.options(at: code)) == code) }
    #expect(agenda.options(at: 29) == [1, 2, 4])
    #expect(agenda.issues[1].label(at: 2) == "5")
    #expect(agenda.issues[2].label(at: 1) == "0.25")
  }

  @Test func anAgendaBeyondCountingHasNoCount() throws {
    let issues = try (0..<70).map { try Issue("i\($0)", .choices(["no", "yes"])) }
    #expect(try Agenda(issues).outcomeCount == nil)
  }

  @Test func couplingsAddToTheWorthOfOptions() throws {
    let party = Preferences(
      party: "Tianjin", worths: [[1, 2], [0, 1, 2], [0, 1, 2, 3, 4]],
      couplings: [.init(issues: [0, 1], worths: [0, 0, 0, 0, 0, 10])])
    #expect(party.worth(of: [1, 2, 3], on: try Self.agenda()) == 2 + 2 + 3 + 10)
    #expect(party.worth(of: [1, 1, 3], on: try Self.agenda()) == 2 + 1 + 3)
  }

  @Test func refusesWhatIsNoAgenda() {
    #expect(throws: NegotiationError.noIssues) { try Agenda([]) }
    #expect(throws: NegotiationError.noName) { try Issue("", .choices(["a"])) }
    #expect(throws: NegotiationError.noOptions(issue: "seat")) { try Issue("seat", .choices([])) }
    #expect(throws: NegotiationError.repeatedOption(issue: "seat", option: "a")) {
      try Issue("seat", .choices(["a", "a"]))
    }
    #expect(throws: NegotiationError.steps(issue: "share", 0)) { try Issue("share", .quantity(0...1, steps: 0)) }
    #expect(throws: NegotiationError.repeatedIssue("seat")) {
      try Agenda([Issue("seat", .choices(["a"])), Issue("seat", .choices(["b"]))])
    }
  }

  @Test func refusesWhatDoesNotFitTheAgenda() throws {
    let agenda = try Agenda([Issue("seat", .choices(["a", "b"])), Issue("fund", .choices(["c", "d"]))])
    let sound = Preferences(party: "Tianjin", worths: [[0, 1], [0, 1]])
    func refusal(_ other: Preferences) -> NegotiationError? {
      do throws(NegotiationError) {
        _ = try NegotiationScenario(agenda: agenda, parties: [sound, other])
        return nil
      } catch { return error }
    }
    #expect(refusal(sound) == .repeatedParty("Tianjin"))
    #expect(refusal(.init(party: "Hebei", worths: [[0, 1]])) == .issueCount(party: "Hebei", 1, wanted: 2))
    #expect(
      refusal(.init(party: "Hebei", worths: [[0, 1, 2], [0, 1]]))
        == .optionCount(party: "Hebei", issue: "seat", 3, wanted: 2))
    #expect(
      refusal(.init(party: "Hebei", worths: [[0, 1], [0, .infinity]]))
        == .worth(party: "Hebei", at: "fund: d", .infinity))
    #expect(
      refusal(
        .init(party: "Hebei", worths: [[0, 1], [0, 1]], couplings: [.init(issues: [1, 0], worths: [0, 0, 0, 0])]))
        == .coupling(party: "Hebei", issues: [1, 0]))
    #expect(
      refusal(.init(party: "Hebei", worths: [[0, 1], [0, 1]], couplings: [.init(issues: [0, 1], worths: [0])]))
        == .optionCount(party: "Hebei", issue: "seat and fund", 1, wanted: 4))
    #expect(
      refusal(.init(party: "Hebei", worths: [[0, 1], [0, 1]], discount: 0)) == .discount(party: "Hebei", 0))
    #expect(throws: NegotiationError.parties(1)) { try NegotiationScenario(agenda: agenda, parties: [sound]) }
    #expect(
      NegotiationError.discount(party: "Hebei", 0).description
        == "the discount of 'Hebei' is 0.0; give a number above 0 and at most 1")
  }
}
