import ArgumentParser
import RegionalCases

struct Show: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print what a case holds: its parties, their ties and positions, its problems and goals.",
    discussion: """
      Example: interlocal show Examples/beijing-tianjin-hebei --lang zh
      """)

  @Argument(help: "A case folder.", completion: .directory, transform: path)
  var folder: String

  @Option(help: "The language of names, titles and headings.")
  var lang = "en"

  @Flag(help: "Print the case as JSON.")
  var json = false

  func run() throws {
    let (regionalCase, _) = try readCase(folder)
    try say(json ? JSONText(CaseOutline(regionalCase, in: lang)).description : CaseText(regionalCase, lang).description)
  }
}

/// The outline of a case as JSON.
private struct CaseOutline: Encodable {
  /// `kind` is the unit of an indicator, the indicator of a goal; a source has none.
  struct Entry: Encodable {
    let id, name: String
    let kind: String?
  }

  /// What one party wants in a problem; figures at their best estimates.
  struct Stance: Encodable {
    let problem, party: String
    let demand, concern: String?
    let actionCost, urgency, salience, position: Double?
  }

  /// What an institution measures, and what its parties owe one another by it.
  struct Terms: Encodable {
    struct Component: Encodable {
      let id: String
      let weight: Double
    }

    struct Payment: Encodable {
      let from, to: String
      let amount: Double
      let above, upTo: Double?
    }

    let institution: String
    let index: String?
    let coefficient: Double?
    let components: [Component]
    let payments: [Payment]
  }

  /// A level above, how much it minds each member, and its levers.
  struct Level: Encodable {
    let problem, authority: String
    let weights: [Double]
    let subsidyUpTo, costOfFunds, evaluationUpTo, evaluationCost: Double?
  }

  /// A part of a member.
  struct Office: Encodable {
    let problem, member, id, name: String
    let minds: Double
  }

  let id, title, money: String
  let positions: [Stance]
  let terms: [Terms]
  let hierarchy: [Level]
  let agencies: [Office]
  let parties, institutions, indicators, problems, goals, sources: [Entry]
  let ties: [[String]]
  let conditions: [String: Double]

  init(_ regionalCase: RegionalCase, in lang: String) {
    id = regionalCase.id
    title = regionalCase.title[lang]
    money = "\(regionalCase.money)"
    parties = regionalCase.parties.map { Entry(id: $0.id.rawValue, name: $0.name[lang], kind: $0.kind.word.rawValue) }
    institutions = regionalCase.institutions.map { Entry(id: $0.id, name: $0.name[lang], kind: $0.kind.rawValue) }
    indicators = regionalCase.indicators.map { Entry(id: $0.id, name: $0.name[lang], kind: $0.unit) }
    problems = regionalCase.problems.map { Entry(id: $0.id, name: $0.title[lang], kind: $0.family.name.rawValue) }
    positions = regionalCase.problems.flatMap { problem in
      problem.positions.map {
        Stance(
          problem: problem.id, party: $0.party.rawValue, demand: $0.demand?[lang], concern: $0.concern?[lang],
          actionCost: $0.actionCost?.best, urgency: $0.urgency?.best, salience: $0.salience?.best,
          position: $0.position?.best)
      }
    }
    terms = regionalCase.institutions.filter { $0.index != nil || !$0.payments.isEmpty }.map { institution in
      Terms(
        institution: institution.id, index: institution.index?.name[lang],
        coefficient: institution.index.map { $0.coefficient?.best ?? 1 },
        components: institution.index?.components.map { .init(id: $0.id, weight: $0.weight.best) } ?? [],
        payments: institution.payments.map {
          .init(
            from: $0.from.rawValue, to: $0.to.rawValue, amount: $0.amount.best, above: $0.above?.best,
            upTo: $0.upTo?.best)
        })
    }
    hierarchy = regionalCase.problems.flatMap { problem in
      problem.hierarchy.map {
        Level(
          problem: problem.id, authority: $0.authority.rawValue, weights: $0.weights.best,
          subsidyUpTo: $0.subsidy?.upTo.best, costOfFunds: $0.subsidy.map { $0.costOfFunds?.best ?? 1 },
          evaluationUpTo: $0.evaluation?.upTo.best, evaluationCost: $0.evaluation.map { $0.cost?.best ?? 0 })
      }
    }
    agencies = regionalCase.problems.flatMap { problem in
      problem.agencies.map {
        Office(
          problem: problem.id, member: $0.member.rawValue, id: $0.id, name: $0.name[lang], minds: $0.minds.best)
      }
    }
    goals = regionalCase.goals.map { Entry(id: $0.id, name: $0.title[lang], kind: $0.indicator) }
    sources = regionalCase.sources.map { Entry(id: $0.id, name: $0.citation[lang], kind: nil) }
    ties = regionalCase.ties.map { [$0.from.rawValue, $0.to.rawValue, $0.kind.word.rawValue] }
    conditions = Dictionary(uniqueKeysWithValues: regionalCase.conditions.map { ($0.key.rawValue, $0.value.best) })
  }
}
