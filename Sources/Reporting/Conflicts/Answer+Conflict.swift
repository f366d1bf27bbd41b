import Studies

extension Answer {
  /// Where a conflict comes to rest: a sentence for each concept of stability, and who stays in which state.
  ///
  /// With more than 40 states only those are listed in which all stay under some concept, today's, and
  /// those that are wanted.
  public static func conflict(_ findings: ConflictFindings, in language: Language) -> Answer {
    let words = ConflictWords(findings: findings, language: language)
    return Answer(sentences: words.sentences, table: words.table)
  }

  /// The most states a table for a terminal lists one by one.
  static let mostListedStates = 40
}

/// A conflict in the words of one language.
struct ConflictWords {
  let findings: ConflictFindings
  let language: Language

  private func say(_ phrase: ConflictPhrase, _ fillings: [String: Filling] = [:]) -> String {
    Template(phrase.wording.text(in: language)).filled(fillings)
  }

  private func list(_ names: [String]) -> String { names.joined(separator: language == .english ? ", " : "、") }

  func label(_ texts: [String: String], _ name: String) -> String {
    texts[language.rawValue] ?? texts["en"] ?? name
  }

  var sentences: [String] {
    var sentences = [
      say(
        .opening,
        [
          "title": .text(label(findings.title, "")), "n": .count(findings.states.count),
          "who": .text(list(findings.makers.map { label($0.label, $0.name) })),
        ])
    ]
    if let start = findings.statusQuo {
      let movers = findings.firstMoves.map(\.maker)
      let who = findings.makers.filter { movers.contains($0.name) }.map { label($0.label, $0.name) }
      let mayMove = Set(findings.possibleFirstMoves?.map(\.maker) ?? []).subtracting(movers)
      let perhaps = findings.makers.filter { mayMove.contains($0.name) }.map { label($0.label, $0.name) }
      if !who.isEmpty || perhaps.isEmpty {
        sentences.append(
          who.isEmpty
            ? say(.restsToday, ["state": .text(start)])
            : say(.movesToday, ["state": .text(start), "who": .text(list(who))]))
      }
      if !perhaps.isEmpty {
        sentences.append(say(.mayMoveToday, ["state": .text(start), "who": .text(list(perhaps))]))
      }
    }
    let open = findings.makers.filter(\.ranking.isEmpty).map { label($0.label, $0.name) }
    if isPartial { sentences.append(say(.partial, ["who": .text(list(open))])) }
    for concept in findings.concepts {
      guard let phrase = ConflictPhrase(rawValue: concept.concept) else { continue }
      if !concept.equilibria.isEmpty || !isPartial {
        sentences.append(
          concept.equilibria.isEmpty
            ? say(.noEquilibrium, ["when": .text(say(phrase)), "concept": .text(concept.concept)])
            : say(.equilibria, told(concept.equilibria, phrase, concept)))
      }
      guard let possible = concept.possibleEquilibria else { continue }
      let sure = Set(concept.equilibria)
      let further = possible.filter { !sure.contains($0) }
      if !further.isEmpty {
        sentences.append(say(sure.isEmpty ? .onlyPossible : .alsoPossible, told(further, phrase, concept)))
      } else if sure.isEmpty {
        sentences.append(say(.noEquilibrium, ["when": .text(say(phrase)), "concept": .text(concept.concept)]))
      }
    }
    let equilibria = findings.concepts.map { Set($0.equilibria) }
    let possible = findings.concepts.map { Set($0.possibleEquilibria ?? []) }
    for state in findings.wanted {
      let concepts = zip(findings.concepts, equilibria).filter { $1.contains(state) }.map(\.0.concept)
      let perhaps = zip(findings.concepts, possible).filter { $1.contains(state) }.map(\.0.concept)
      sentences.append(
        !concepts.isEmpty
          ? say(.wantedStable, ["state": .text(state), "concepts": .text(list(concepts))])
          : !perhaps.isEmpty
            ? say(.wantedPerhaps, ["state": .text(state), "concepts": .text(list(perhaps))])
            : say(.wantedUnstable, ["state": .text(state), "who": .text(list(leavers(of: state)))]))
    }
    if findings.makers.count > 2, let phrase = ConflictPhrase(rawValue: findings.sanctions) {
      sentences.append(say(phrase))
    }
    return sentences
  }

  /// Who would leave a state even fearing the worst answers.
  private func leavers(of state: String) -> [String] {
    guard let widest = findings.concepts.first(where: { $0.concept == "GMR" }) ?? findings.concepts.last else {
      return []
    }
    return zip(findings.makers, widest.possibleStable ?? widest.stable).filter { !$1.contains(state) }
      .map { label($0.0.label, $0.0.name) }
  }

  /// Whether comparisons leave something open.
  private var isPartial: Bool { findings.concepts.contains { $0.possibleEquilibria != nil } }

  private func told(
    _ states: [String], _ phrase: ConflictPhrase, _ concept: ConflictFindings.Concept
  ) -> [String: Filling] {
    [
      "when": .text(say(phrase)), "concept": .text(concept.concept), "n": .count(states.count),
      "states": .text(shortList(states)),
    ]
  }

  private func shortList(_ names: [String]) -> String {
    let told = 20
    guard names.count > told else { return list(names) }
    return say(.andMore, ["names": .text(list(Array(names.prefix(told)))), "more": .count(names.count - told)])
  }

  var table: [[String]] {
    let concepts = findings.concepts
    let isShort = findings.states.count <= Answer.mostListedStates
    let told = Set([findings.statusQuo].compactMap { $0 } + findings.wanted)
      .union(concepts.flatMap { $0.possibleEquilibria ?? $0.equilibria })
    let shown = findings.states.filter { isShort || told.contains($0.name) }
    let stays = concepts.map { concept in
      zip(concept.stable, concept.possibleStable ?? concept.stable).map { (sure: Set($0), possible: Set($1)) }
    }
    return [[say(.state), say(.options)] + concepts.map(\.concept)]
      + shown.map { state in
        [state.name, state.options]
          + stays.map { sets in
            if sets.allSatisfy({ $0.sure.contains(state.name) }) { return say(.all) }
            let who = zip(findings.makers, sets).compactMap { maker, stays in
              stays.sure.contains(state.name)
                ? maker.name : stays.possible.contains(state.name) ? "\(maker.name)?" : nil
            }
            return who.isEmpty ? "–" : list(who)
          }
      }
  }
}

/// What is said of a conflict.
enum ConflictPhrase: String, Phrase {
  case opening, restsToday, movesToday, equilibria, noEquilibrium, wantedStable, wantedUnstable, andMore
  // Where comparisons leave something open.
  case partial, mayMoveToday, onlyPossible, alsoPossible, wantedPerhaps
  case state, options, all
  // Under the short names of the concepts.
  case nash = "Nash"
  case general = "GMR"
  case symmetric = "SMR"
  case sequential = "SEQ"
  case symmetricSequential = "SSEQ"
  // Under the names of the sanctions' reach.
  case singleOpponent, eachOpponentOnce, legalSequences

  var wording: Wording {
    switch self {
    case .opening: Wording("{title}: {who}; {n#state#states} can come about.", "{title}：{who}；可能出现{n}种状态。")
    case .restsToday:
      Wording("Today, in state {state}, nobody can do better by moving.", "目前处于状态{state}，无人能通过行动改善处境。")
    case .movesToday:
      Wording("Today, in state {state}, {who} can do better by moving.", "目前处于状态{state}，{who}可通过行动改善处境。")
    case .equilibria: Wording("All stay, {when}, in {states} ({concept}).", "{when}，各方都停留在：{states}（{concept}）。")
    case .noEquilibrium: Wording("In no state do all stay, {when} ({concept}).", "{when}，没有一种状态能使各方都停留（{concept}）。")
    case .nash: Wording("if each looks at its own next move only", "若各方只看自己的下一步")
    case .general: Wording("if whoever moves fears every answer that would hurt it", "若行动者顾忌一切对它不利的回应")
    case .symmetric:
      Wording("if it fears every such answer from which it has no way out", "若行动者顾忌一切它无法摆脱的不利回应")
    case .sequential: Wording("if it fears only answers that are in the others' own interest", "若行动者只顾忌符合对方自身利益的回应")
    case .symmetricSequential:
      Wording("if it fears only such answers from which it has no way out", "若行动者只顾忌符合对方利益且它无法摆脱的回应")
    case .wantedStable: Wording("The wanted state {state} holds under {concepts}.", "期望的状态{state}在{concepts}下稳定。")
    case .wantedUnstable:
      Wording("The wanted state {state} does not hold: {who} would leave it.", "期望的状态{state}不稳定：{who}会离开。")
    case .partial:
      Wording(
        "The comparisons of {who} leave some states open: a state counts as sure if nobody leaves it whatever they would say, and as possible (marked ?) if a cautious reading keeps all there.",
        "{who}的比较未涵盖全部状态：无论未比较者孰优孰劣都无人离开的，称为确定；按谨慎的理解各方都会停留的，称为可能（标以？）。")
    case .mayMoveToday:
      Wording(
        "Today, in state {state}, it is open whether {who} can do better by moving.",
        "目前处于状态{state}，{who}能否通过行动改善处境尚不可知。")
    case .onlyPossible:
      Wording(
        "In no state do all stay for sure, {when}; they may in {states} ({concept}).",
        "{when}，没有一种状态能确保各方都停留；可能停留在：{states}（{concept}）。")
    case .alsoPossible:
      Wording("They may also, {when}, in {states} ({concept}).", "{when}，各方还可能停留在：{states}（{concept}）。")
    case .wantedPerhaps:
      Wording(
        "Whether the wanted state {state} holds depends on what is left open; it may under {concepts}.",
        "期望的状态{state}是否稳定取决于未作的比较；在{concepts}下可能稳定。")
    case .andMore: Wording("{names} and {more} more", "{names}及另外{more}种")
    case .state: Wording("State", "状态")
    case .options: Wording("Options", "选项")
    case .all: Wording("all", "全部")
    case .singleOpponent:
      Wording("Answers are taken to be one move of one opponent.", "回应按单个对手的一步行动计算。")
    case .eachOpponentOnce:
      Wording("Answers are taken to be moves of several opponents, each once at most.", "回应按多个对手各至多一步行动计算。")
    case .legalSequences:
      Wording(
        "Answers are taken to be any moves of the opponents, none twice in a row (Fang, Hipel & Kilgour 1993).",
        "回应按对手的任意行动序列计算，同一方不连续行动两次（Fang、Hipel和Kilgour，1993）。")
    }
  }
}
