import Foundation
import RegionalCases
import Testing

@Suite struct ConflictFileTests {
  private static let border = """
    title: A dispute over a border section
    decisionMakers:
      - name: up
        label: Upstream
        options: [cleans, {name: sues, label: Goes to court, irreversible: true}]
        statements: [not sues, sues or (pays if cleans), sues or -1]
      - name: down
        options: [pays]
        ranking: [YNN, [Y-Y, NNN], end]
    infeasible: [NNY]
    together: [{name: end, states: -Y-}]
    statusQuo: NNN
    wanted: [YNY]
    sanctions: legalSequences
    """

  private func read(_ text: String) throws -> ConflictFile {
    try Handwriting.read(text, as: "conflict.yaml") { try ConflictFile(contentsOf: $0) }
  }

  private func edges(_ file: ConflictFile, _ maker: Int) -> [String] {
    file.moves(of: maker).map { "\(file.states[$0.from].name)>\(file.states[$0.to].name)" }
  }

  @Test func readsEverythingThatIsWritten() throws {
    let file = try read(Self.border)
    #expect(file.options.map(\.name) == ["cleans", "sues", "pays"])
    #expect(file.options.map(\.isIrreversible) == [false, true, false])
    #expect(file.options.map(\.decisionMaker) == [0, 0, 1])
    #expect(file.options[1].label == LocalizedText("Goes to court"))
    #expect(file.decisionMakers.map(\.options) == [0..<2, 2..<3])
    #expect(file.states.map(\.name) == ["1", "2", "3", "end"])
    #expect(file.states.indices.map(file.pattern) == ["NNN", "YNN", "YNY", "-Y-"])
    #expect(file.states[3].alike.count == 3)
    #expect(file.statusQuo == 0)
    #expect(file.wanted == [2])
    #expect(file.sanctions == .legalSequences)
    #expect(file.graphMoves == nil)
    #expect(file.ranking(of: 1) == [[1], [0, 2], [3]])
    // Not to be sued comes first, then to be paid for cleaning, then not to clean.
    #expect(file.ranking(of: 0) == [[0], [2], [1], [3]])
    #expect(edges(file, 0) == ["1>2", "1>end", "2>1", "2>end", "3>end"])
    #expect(edges(file, 1) == ["2>3", "3>2"])
    guard case .statements(let statements) = file.decisionMakers[0].preference else {
      Issue.record("the preference is told by statements")
      return
    }
    #expect(statements.map(\.text) == ["not sues", "sues or (pays if cleans)", "sues or -1"])
    let expressions: [OptionExpression] = [
      .not(.taken(1)), .or(.taken(1), .onlyIf(.taken(2), condition: .taken(0))), .or(.taken(1), .not(.taken(0))),
    ]
    #expect(statements.map(\.expression) == expressions)
  }

  @Test func theConflictOfElmiraIsThePublishedOne() throws {
    let path = Handwriting.path("Literature/hipel-fang-kilgour-haight-1993/elmira.yaml")
    let file = try ConflictFile(contentsOf: path)
    #expect(file.warnings.isEmpty)
    #expect(file.states.map(\.name) == (1...9).map { "\($0)" })
    #expect(edges(file, 0) == ["1>2", "3>4", "5>6", "7>8"])
    #expect(
      edges(file, 1) == ["1>3", "1>9", "2>4", "2>9", "3>9", "4>9", "5>7", "5>9", "6>8", "6>9", "7>9", "8>9"])
    #expect(edges(file, 2) == ["1>5", "2>6", "3>7", "4>8", "5>1", "6>2", "7>3", "8>4"])
    #expect(file.ranking(of: 0) == [7, 3, 4, 8, 5, 1, 2, 6, 9].map { [$0 - 1] })
    #expect(file.pattern(of: 8) == "---Y-")
    #expect(file.statusQuo == 0)
  }

  @Test func theConflictOfGarrisonHasTiesAndOneWhoDoesNotCare() throws {
    let file = try ConflictFile(contentsOf: Handwriting.path("Literature/fang-hipel-kilgour-1993/garrison.yaml"))
    #expect(file.warnings.isEmpty)
    #expect(file.states.count == 23)
    #expect(file.options.count == 9)
    #expect(file.ranking(of: 0)?.prefix(3) == [[2], [6], [0, 1]])
    #expect(file.ranking(of: 3) == [Array(0..<23)])
    #expect(file.sanctions == .singleOpponent)
  }

  @Test func aConflictMayBeToldAsAGraph() throws {
    let file = try read(
      """
      title: Prisoner's dilemma
      states: [both quiet, A talks, B talks, both talk]
      decisionMakers:
        - name: A
          moves: {both quiet: [A talks], A talks: [both quiet], B talks: [both talk], both talk: [B talks]}
          payoffs: [2, 3, 0, 1]
        - name: B
          moves: {both quiet: [B talks], B talks: [both quiet], A talks: [both talk], both talk: [A talks]}
          comparisons: [B talks > both quiet, both quiet > both talk > A talks]
      """)
    #expect(file.options.isEmpty)
    #expect(edges(file, 0).first == "both quiet>A talks")
    #expect(file.graphMoves?.map(\.count) == [4, 4])
    #expect(file.ranking(of: 0) == [[1], [0], [3], [2]])
    #expect(file.decisionMakers[1].preference == .ranking([[2], [0], [3], [1]]))
  }

  @Test func comparisonsThatLeaveSomethingOpenAreKept() throws {
    let file = try read(
      """
      title: Open
      decisionMakers:
        - {name: A, options: [x], comparisons: [Y- > NN, NN = NY]}
        - {name: B, options: [y], payoffs: {Y-: 1.5, N-: -2}}
      """)
    guard case .comparisons(let pairs) = file.decisionMakers[0].preference else {
      Issue.record("the preference is told by pairs")
      return
    }
    #expect(pairs.map(\.isTie) == [false, false, true])
    #expect(file.ranking(of: 0) == nil)
    #expect(file.uncompared(of: 1) == nil)
    // Both states in which x is taken are better than both others; which of the two is better is not told.
    let open = try #require(file.uncompared(of: 0))
    #expect([file.pattern(of: open.0), file.pattern(of: open.1)] == ["YN", "YY"])
    #expect(file.ranking(of: 1) == [[1, 3], [0, 2]])
  }

  @Test(
    "reads the statement",
    arguments: [
      ("a", "NYNYNYNY"), ("not a", "YNYNYNYN"), ("a and b or c", "NNNYYYYY"), ("a and (b or c)", "NNNYNYNY"),
      ("a if b", "YYNYYYNY"), ("a iff b", "YNNYYNNY"), ("-1 & !2", "YNNNYNNN"), ("1 | 3", "NYNYYYYY"),
      ("not (a if b)", "NNYNNNYN"), ("c if a and b", "YYYNYYYY"), ("not not a", "NYNYNYNY"),
      ("A-1 OR NOT a", "YNYNYYYY"),
    ])
  func statements(text: String, truths: String) throws {
    let file = try read(
      """
      title: Words
      decisionMakers:
        - {name: x, options: [a, b, A-1], statements: ["\(text.replacingOccurrences(of: "c", with: "A-1"))"]}
      """)
    guard case .statements(let statements) = file.decisionMakers[0].preference else {
      Issue.record("the preference is told by statements")
      return
    }
    let found = (0..<UInt64(8)).map { statements[0].expression.holds(for: $0) ? "Y" : "N" }.joined()
    #expect(found == truths)
  }

  @Test("states ranked by statements are ranked by the first on which they differ", arguments: UInt64(0)..<30)
  func statementsRankByTheFirst(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let texts = (0..<4).map { _ in
      ["a", "not b", "c if a", "a iff d", "b and c", "a or d", "not (c or d)"].randomElement(using: &chance) ?? "a"
    }
    let file = try read(
      "title: t\ndecisionMakers:\n  - {name: x, options: [a, b, c, d], statements: [\(texts.joined(separator: ", "))]}\n"
    )
    guard case .statements(let statements) = file.decisionMakers[0].preference else { return }
    // With weights 8, 4, 2, 1 the first on which two states differ outweighs all that follow.
    let sums = file.states.map { state in
      statements.reduce(0) { $0 * 2 + ($1.expression.holds(for: state.taken) ? 1 : 0) }
    }
    let classes = Dictionary(grouping: file.states.indices, by: { sums[$0] }).sorted { $0.key > $1.key }.map(\.value)
    #expect(file.ranking(of: 0) == classes)
  }

  @Test func aHundredStatementsStillRankByTheFirst() throws {
    let texts = Array(repeating: "a or not a", count: 70) + ["b"] + Array(repeating: "a and not a", count: 29) + ["a"]
    let file = try read(
      "title: t\ndecisionMakers:\n  - {name: x, options: [a, b], statements: [\(texts.joined(separator: ", "))]}\n")
    #expect(file.ranking(of: 0) == [[3], [2], [1], [0]])
  }

  @Test func upToTwentyOptionsAreGoneThrough() throws {
    let options = (0..<20).map { "o\($0)" }.joined(separator: ", ")
    let rest = String(repeating: "-", count: 10)
    let file = try read(
      """
      title: Many
      decisionMakers: [{name: x, options: [\(options)], indifferent: true}]
      infeasible: [\((0..<10).map { rest + String(repeating: "-", count: $0) + "Y" + String(repeating: "-", count: 9 - $0) }
        .joined(separator: ", "))]
      """)
    #expect(file.states.count == 1024)
    #expect(file.states.map(\.taken) == (0..<1024).map { UInt64($0) })
    let said = try Handwriting.faults(
      of: "title: t\ndecisionMakers: [{name: x, options: [\(options), p], indifferent: true}]\n", as: "c.yaml"
    ) { try ConflictFile(contentsOf: $0) }
    #expect(
      said == """
        c.yaml:2:1: error: 21 options have more states than can be gone through; give at most 20 options, or the states by \
        name
        """)
  }

  @Test(
    "says what is wrong with",
    arguments: [
      (
        "everything infeasible", "infeasible: [NNY]", "infeasible: [Y--, N--]",
        """
        c.yaml:10:1: error: nothing can come about: every state is infeasible; take away a pattern that rules out too much
        """
      ),
      (
        "a pattern of another length", "infeasible: [NNY]", "infeasible: [NN, NXY]",
        """
        c.yaml:10:14: error: 'NN' is not a pattern of the options: it has 2 letters; write 3, one an option in the order \
        cleans, sues, pays: Y taken, N not, - either
        c.yaml:10:18: error: 'NXY' is not a pattern of the options: it has 3 letters; write 3, one an option in the order \
        cleans, sues, pays: Y taken, N not, - either
        """
      ),
      (
        "a state ranked twice", "[YNN, [Y-Y, NNN], end]", "[YNN, [Y-Y, NNN], end, NNN]",
        """
        c.yaml:9:37: error: the state '1' stands twice in the ranking of 'down', first at c.yaml:9:26; keep one of \
        them
        """
      ),
      (
        "a state not ranked", "[YNN, [Y-Y, NNN], end]", "[YNN, end]",
        """
        c.yaml:9:14: error: the ranking of 'down' leaves out '1', '3'; add each, in [brackets] with those that are as good
        """
      ),
      (
        "a state that cannot come about", "statusQuo: NNN", "statusQuo: NNY",
        "c.yaml:12:12: error: no state that can come about is 'NNY'; take it away, or let the state come about"
      ),
      (
        "several states at once", "statusQuo: NNN", "statusQuo: Y--",
        "c.yaml:12:12: error: 'Y--' is 2 states; name one, such as '2'"
      ),
      (
        "a state of no name", "statusQuo: NNN", "statusQuo: ned",
        """
        c.yaml:12:12: error: no state is called 'ned'; did you mean 'end'?, or write 3 letters: Y taken, N not, - either
        """
      ),
      (
        "a statement about an unknown option", "[not sues", "[not seus",
        "c.yaml:6:18: error: 'not seus' is not a statement: no option is called 'seus'; did you mean 'sues'?"
      ),
      (
        "a statement about an option too many", "sues or -1]", "-4]",
        "c.yaml:6:54: error: '-4' is not a statement: there is no option 4; they are numbered from 1 to 3"
      ),
      (
        "a statement that ends too soon", "sues or (pays if cleans)", "pays if",
        """
        c.yaml:6:28: error: 'pays if' is not a statement: the statement ends where an option should stand; name an \
        option, as in 'not 2'
        """
      ),
      (
        "a statement without a joint", "sues or (pays if cleans)", "pays cleans",
        """
        c.yaml:6:28: error: 'pays cleans' is not a statement: 'cleans' stands where the statement should end; join two \
        parts by and, or, if or iff, and put parentheses around parts that belong together
        """
      ),
      (
        "an open parenthesis", "sues or (pays if cleans)", "(pays or cleans",
        "c.yaml:6:28: error: '(pays or cleans' is not a statement: a parenthesis is never closed; close it"
      ),
      (
        "two forms of preference", "ranking: [YNN, [Y-Y, NNN], end]",
        "ranking: [YNN, [Y-Y, NNN], end]\n    indifferent: true",
        "c.yaml:10:5: error: a decision maker has both 'ranking' and 'indifferent'; keep one of them"
      ),
      (
        "no preference", "    ranking: [YNN, [Y-Y, NNN], end]\n", "",
        """
        c.yaml:7:5: error: a decision maker has none of the forms of a preference; give 'ranking', or 'statements', or \
        'payoffs', or 'comparisons', or 'indifferent'
        """
      ),
      (
        "not to be indifferent", "ranking: [YNN, [Y-Y, NNN], end]", "indifferent: false",
        """
        c.yaml:9:5: error: 'down' is not indifferent, and nothing tells what it prefers; give a ranking, statements, \
        payoffs or comparisons instead
        """
      ),
      (
        "a preference that goes round", "ranking: [YNN, [Y-Y, NNN], end]",
        "comparisons: [NNN > YNN, YNN > YNY, YNY = end, end > NNN]",
        "c.yaml:9:18: error: the preference of 'down' goes round: 1 > 2 > 3 > 1; take one of these away"
      ),
      (
        "a comparison of nothing", "ranking: [YNN, [Y-Y, NNN], end]", "comparisons: [NNN >, end]",
        """
        c.yaml:9:19: error: 'NNN >' is not a comparison; write two states or more with > or = between them
        c.yaml:9:26: error: 'end' is not a comparison; write two states or more with > or = between them
        """
      ),
      (
        "too few payoffs", "ranking: [YNN, [Y-Y, NNN], end]", "payoffs: [1, 2]",
        "c.yaml:9:14: error: 2 payoffs of 'down'; give 4, one for each state"
      ),
      (
        "payoffs that leave a state out", "ranking: [YNN, [Y-Y, NNN], end]", "payoffs: {YNN: 1, end: 2, NNN: 0}",
        "c.yaml:9:14: error: the payoffs of 'down' leave out '3'; add a number for each"
      ),
      (
        "options of one name", "options: [pays]", "options: [sues]",
        "c.yaml:8:15: error: 'sues' is the name of two options, the first at c.yaml:5:30; give each a name of its own"
      ),
      (
        "an option called as a word of statements", "options: [pays]", "options: [Iff]",
        "c.yaml:8:15: error: an option is called 'Iff', which means something in a statement; give it another name"
      ),
      (
        "a state with the number of another", "{name: end, ", "{name: 2, ",
        "c.yaml:11:19: error: '2' is also the number of another state; give it a name that is no number"
      ),
      (
        "an unknown reach", "sanctions: legalSequences", "sanctions: legalSequence",
        "c.yaml:14:12: error: sanctions is 'legalSequence'; did you mean 'legalSequences'?"
      ),
      (
        "a word for a flag", "irreversible: true", "irreversible: yes",
        "c.yaml:5:72: error: irreversible is 'yes'; use one of true, false"
      ),
    ])
  func refuses(what: String, from: String, to: String, said: String) throws {
    #expect(Self.border.contains(from))
    let text = Self.border.replacingOccurrences(of: from, with: to)
    let found = try Handwriting.faults(of: text, as: "c.yaml") { try ConflictFile(contentsOf: $0) }
    #expect(found == said, "\(what)")
  }

  @Test func aGraphIsToldByMovesThroughout() throws {
    let text = """
      title: Half a graph
      states: [a, b]
      decisionMakers:
        - {name: x, moves: {a: [b, c], b: [b]}, ranking: [a, b]}
        - {name: y, options: [z], statements: [z]}
      """
    let said = try Handwriting.faults(of: text, as: "c.yaml") { try ConflictFile(contentsOf: $0) }
    #expect(
      said == """
        c.yaml:5:5: error: the decision maker 'y' has no 'moves', and another has; give the moves of everyone, {} for one \
        who has none, or options instead
        """)
    let whole = text.replacingOccurrences(of: "options: [z], statements: [z]", with: "moves: {}, statements: [z]")
    #expect(
      try Handwriting.faults(of: whole, as: "c.yaml") { try ConflictFile(contentsOf: $0) } == """
        c.yaml:4:30: error: no state is called 'c'; the states are a, b
        c.yaml:4:38: error: a move goes from 'b' to itself; take it away
        c.yaml:5:26: error: statements speak of options, and the conflict is told by moves; give a ranking, payoffs or \
        comparisons instead
        """)
  }

  @Test func onlyStatesOfNoGroupBearNumbers() throws {
    func told(_ together: String) -> String {
      """
      title: Groups
      decisionMakers: [{name: a, options: [x], indifferent: true}, {name: b, options: [y], indifferent: true}]
      together: [\(together)]

      """
    }
    let whole = try read(told("{name: '1', states: '--'}"))
    #expect(whole.states.map(\.name) == ["1"])
    #expect(whole.states[0].alike.count == 3)
    let parted = try read(told("{name: g, states: Y-}, {name: '2', states: NY}"))
    #expect(parted.states.map(\.name) == ["1", "g", "2"])
    let said = try Handwriting.faults(of: told("{name: '2', states: YY}"), as: "c.yaml") {
      try ConflictFile(contentsOf: $0)
    }
    #expect(
      said == "c.yaml:3:19: error: '2' is also the number of another state; give it a name that is no number")
  }

  @Test func aStatementHasAtMostAThousandWords() throws {
    func told(_ words: Int) -> String {
      let statement = (0..<words).map { $0 % 2 == 0 ? "x" : "and" }.joined(separator: " ")
      return "title: t\ndecisionMakers:\n  - {name: a, options: [x], statements: [\(statement)]}\n"
    }
    #expect(try read(told(999)).ranking(of: 0) == [[1], [0]])
    let said = try Handwriting.faults(of: told(399_999), as: "c.yaml") { try ConflictFile(contentsOf: $0) }
    #expect(said.contains("the statement has 399999 words and signs, and at most 1000 are read; say it shorter"))
  }

  @Test func movesOfManyOptionsAreThoseBetweenTheStates() throws {
    let all = String(repeating: "Y", count: 39)
    let none = String(repeating: "N", count: 40)
    func told(_ options: [String]) -> String {
      """
      title: Forty
      decisionMakers: [{name: a, options: [\(options.joined(separator: ", "))], indifferent: true}]
      states: {s1: \(all)-, s2: \(none)}

      """
    }
    let free = try read(told((0..<40).map { "o\($0)" }))
    #expect(edges(free, 0) == ["s1>s2", "s2>s1"])
    #expect(free.mostMoves(of: 0) == 2)
    let bound = try read(told((0..<40).map { "{name: o\($0), irreversible: true}" }))
    #expect(edges(bound, 0) == ["s2>s1"])
  }

  @Test("moves are all changes of own options that undo nothing that binds", arguments: UInt64(0)..<60)
  func movesAreByDefinition(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let irreversible = (0..<5).map { _ in Bool.random(using: &chance) }
    func options(_ range: Range<Int>) -> String {
      range.map { "{name: o\($0), irreversible: \(irreversible[$0])}" }.joined(separator: ", ")
    }
    func pattern() -> String { (0..<5).map { _ in ["Y", "N", "-", "-"].randomElement(using: &chance)! }.joined() }
    let file = try read(
      """
      title: Any
      decisionMakers:
        - {name: a, options: [\(options(0..<3))], indifferent: true}
        - {name: b, options: [\(options(3..<5))], indifferent: true}
      infeasible: [YYYYN, NN\(pattern().suffix(3))]
      together: [{name: g, states: "N\(pattern().suffix(4).replacingOccurrences(of: "N", with: "Y"))"}]

      """)
    for (maker, own) in [UInt64(0b00111), 0b11000].enumerated() {
      let kept = (0..<5).reduce(UInt64(0)) { irreversible[$1] ? $0 | 1 << UInt64($1) : $0 } & own
      var expected: [[Int]] = []
      for (from, start) in file.states.enumerated() {
        for (to, end) in file.states.enumerated() where to != from {
          let isOpen = ([start.taken] + start.alike).contains { here in
            ([end.taken] + end.alike).contains { (here ^ $0) & ~own == 0 && here & kept & ~$0 == 0 }
          }
          if isOpen { expected.append([from, to]) }
        }
      }
      #expect(file.moves(of: maker).map { [$0.from, $0.to] } == expected)
      #expect(file.mostMoves(of: maker) >= expected.count)
    }
  }

  @Test("a file cut off anywhere never stops the reader", arguments: 0..<80)
  func survivesTruncation(part: Int) throws {
    let bytes = Array(Self.border.utf8)
    try Handwriting.read(Data(bytes.prefix(bytes.count * part / 80)), as: "c.yaml") { path in
      do { _ = try ConflictFile(contentsOf: path) } catch let error as CaseFaults { #expect(!error.faults.isEmpty) }
    }
  }

  @Test("a file with random bytes changed never stops the reader", arguments: UInt64(0)..<60)
  func survivesChangedBytes(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var bytes = Array(Self.border.utf8)
    for _ in 0..<Int.random(in: 1...5, using: &chance) {
      bytes[Int.random(in: 0..<bytes.count, using: &chance)] =
        Array("\t\n \"'#&*!|>%{}[],:?-YN0~()".utf8).randomElement(using: &chance) ?? 0
    }
    try Handwriting.read(Data(bytes), as: "c.yaml") { path in
      do { _ = try ConflictFile(contentsOf: path) } catch let error as CaseFaults { #expect(!error.faults.isEmpty) }
    }
  }
}
