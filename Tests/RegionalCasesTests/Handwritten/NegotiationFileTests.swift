import Foundation
import RegionalCases
import Testing

@Suite struct NegotiationFileTests {
  private static let clean = """
    title: {en: Who pays for clean water, zh: 谁为清水付费}
    agenda:
      - {name: payment, quantity: {from: 0, to: 600, steps: 3, unit: million CNY}}
      - {name: standard, choices: [class II, class III], choiceLabels: {class II: {en: second, zh: 二类}}}
      - {name: years, label: Term, integers: {from: 3, to: 5}}
    parties:
      - name: upstream
        preferences:
          payment: {weight: 0.5, scores: {0: 0, 300: 80, 600: 100}}
          standard: {weight: 0.3, scores: {class III: 100, class II: 10}}
          years: {weight: 0.2, scores: [0, 50, 100]}
        couplings:
          - {when: {years: 5, standard: class III}, adds: -4.5}
          - {when: {standard: class III, years: 4}, adds: 2}
        reservation: 40
        discount: 0.9
        strategy: {name: boulware, exponent: 5}
        power: 2
        votes: 3
        provenance: {status: assumed, remark: nobody was asked}
      - name: downstream
        label: {en: Downstream, zh: 下游}
        preferences:
          payment: {weight: 0.4, scores: [100, 60, 30, 0]}
          standard: {weight: 0.6, scores: {class II: 100, class III: 0}}
          years: {weight: 0}
        reservation: {payment: 200, standard: class III, years: 4}
        strategy: micro
    rounds: 12
    acceptance: {quota: 0.75}
    """

  private func read(_ text: String, as name: String = "negotiation.yaml") throws -> NegotiationFile {
    try Handwriting.read(text, as: name) { try NegotiationFile(contentsOf: $0) }
  }

  @Test func readsEverythingThatIsWritten() throws {
    let file = try read(Self.clean)
    #expect(file.title["zh"] == "谁为清水付费")
    #expect(file.agenda.map(\.name) == ["payment", "standard", "years"])
    #expect(file.agenda.map(\.label.description) == ["payment", "standard", "Term"])
    #expect(file.agenda[0].options == .quantity(0...600, steps: 3))
    #expect(file.agenda[1].options == .choices(["class II", "class III"]))
    #expect(file.agenda[2].options == .integers(3...5))
    #expect(file.agenda[0].unit == LocalizedText("million CNY"))
    #expect(file.agenda[1].choiceLabels.map { $0["zh"] } == ["二类", "class III"])
    #expect((0..<4).map { file.agenda[0].name(at: $0) } == ["0", "200", "400", "600"])
    #expect(file.agenda.map(\.count) == [4, 2, 3])
    #expect(file.rounds == 12)
    #expect(file.acceptance == .quota(0.75))
    #expect(file.warnings.isEmpty)

    let upstream = file.parties[0]
    #expect(upstream.weights == [0.5, 0.3, 0.2])
    // 200 lies two thirds of the way from 0 to 80, 400 a third of the way from 80 to 100.
    #expect(zip(upstream.scores[0], [0, 160.0 / 3, 80 + 20.0 / 3, 100]).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(upstream.scores[1] == [10, 100])
    #expect(upstream.scores[2] == [0, 50, 100])
    #expect(upstream.couplings.map(\.issues) == [[1, 2], [1, 2]])
    #expect(upstream.couplings.map(\.options) == [[1, 2], [1, 1]])
    #expect(upstream.couplings.map(\.points) == [-4.5, 2])
    #expect(upstream.reservation == 40)
    #expect(upstream.reservationPackage == nil)
    #expect(upstream.discount == .perRound(0.9))
    #expect(upstream.strategy?.kind == .boulware)
    #expect(upstream.strategy?.exponent == 5)
    #expect((upstream.power, upstream.votes) == (2, 3))
    #expect(upstream.provenance == Provenance(status: .assumed, remark: "nobody was asked"))

    let downstream = file.parties[1]
    #expect(downstream.label["zh"] == "下游")
    #expect(downstream.scores == [[100, 60, 30, 0], [100, 0], [0, 0, 0]])
    #expect(downstream.reservationPackage == [1, 1, 1])
    #expect(downstream.reservation == 24)
    #expect(downstream.discount == .none)
    #expect(downstream.strategy?.kind == .micro)
    #expect(downstream.strategy?.exponent == nil)
    #expect((downstream.power, downstream.votes) == (1, 1))
    #expect(downstream.provenance == nil)
  }

  @Test func aPackageIsWorthItsOptionsAndWhatTheyAddTogether() throws {
    let file = try read(Self.clean)
    let upstream = file.parties[0]
    #expect(abs(upstream.worth(of: [3, 1, 2]) - (50 + 30 + 20 - 4.5)) < 1e-12)
    #expect(abs(upstream.worth(of: [3, 0, 2]) - (50 + 3 + 20)) < 1e-12)
    let tables = upstream.couplingTables(on: file.agenda)
    #expect(tables.map(\.issues) == [[1, 2]])
    #expect(tables[0].points == [0, 0, 0, 0, 2, -4.5])
    for package in [[0, 0, 0], [3, 1, 1], [2, 1, 2], [1, 0, 2]] {
      let sum = package.enumerated().reduce(0) { $0 + upstream.worths[$1.offset][$1.element] }
      #expect(upstream.worth(of: package) == sum + tables[0].points[package[1] * 3 + package[2]])
    }
  }

  @Test func readsJSONAsItReadsYAML() throws {
    let json = """
      {"title": "Hours", "agenda": [{"name": "h", "choices": ["a", "b"]}], "acceptance": "majority",
      \t"parties": [
        {"name": "x", "preferences": {"h": {"weight": 1, "scores": {"a": 1, "b": 0}}}, "reservation": 0},
        {"name": "y", "preferences": {"h": {"weight": 1, "scores": [0, 1]}}, "reservation": 0}]}
      """
    let file = try read(json, as: "negotiation.json")
    #expect(file.parties.map { $0.scores[0] } == [[1, 0], [0, 1]])
    #expect(file.acceptance == .majority)
    let yaml = try read(json.replacingOccurrences(of: "\t", with: ""), as: "negotiation.yaml")
    #expect(yaml.parties.map(\.scores) == file.parties.map(\.scores))
    #expect(yaml.agenda.map(\.options) == file.agenda.map(\.options))
  }

  @Test func aDiscountOverAllRoundsIsSpreadEvenly() {
    #expect(NegotiationFile.Discount.none.perRound(of: 10) == 1)
    #expect(NegotiationFile.Discount.perRound(0.9).perRound(of: 10) == 0.9)
    let each = NegotiationFile.Discount.overAllRounds(0.5).perRound(of: 4)
    // 1e-12: the fourth power of a fourth root is rounded five times.
    #expect(abs(each * each * each * each - 0.5) < 1e-12)
  }

  @Test func theFourthRoundAlongTheXinanRiverIsTold() throws {
    let file = try NegotiationFile(contentsOf: Handwriting.path("Examples/xinan-river/negotiation.yaml"))
    #expect(file.warnings.isEmpty)
    var texts = [file.title] + file.agenda.map(\.label) + file.agenda.flatMap(\.choiceLabels)
    texts += file.parties.map(\.label) + file.agenda.compactMap(\.unit)
    #expect(texts.allSatisfy { $0.byLanguage["en"] != nil && $0.byLanguage["zh"] != nil })
    #expect(file.parties.allSatisfy { $0.provenance?.status == .assumed && $0.provenance?.remark != nil })
    // What was signed in 2023 is better for both than to go on as in the third round.
    let names = file.agenda.map { issue in (0..<issue.count).map { issue.name(at: $0) } }
    let signed = zip(names, ["400", "5", "four cities", "water and more", "one tier"]).map {
      $0.firstIndex(of: $1) ?? -1
    }
    #expect(!signed.contains(-1))
    for party in file.parties { #expect(party.worth(of: signed) > party.reservation, "\(party.name)") }
  }

  @Test(
    "says what is wrong with",
    arguments: [
      (
        "weights that do not sum to one", "weight: 0.3, scores: {class III: 100, class II: 10}}",
        "weight: 0.2, scores: {class III: 100, class II: 10}}",
        """
        n.yaml:9:7: error: the weights of 'upstream' sum to 0.9; they must sum to 1: add 0.1, or divide each by 0.9
        """
      ),
      (
        "a preference on an issue that is not there", "      years: {weight: 0}", "      yeras: {weight: 0}",
        "n.yaml:26:7: error: no issue is called 'yeras'; did you mean 'years'?"
      ),
      (
        "an issue without a preference", "      years: {weight: 0}\n", "",
        """
        n.yaml:24:7: error: 'downstream' has no preference on 'years'; add a weight and scores, or the weight 0 where it \
        does not care
        """
      ),
      (
        "no preference at all on a choice", "{class III: 100, class II: 10}", "{class III: 100}",
        "n.yaml:10:39: error: 'upstream' has no score for 'class II'; add a number from 0 to 100"
      ),
      (
        "a score for no choice", "{class III: 100, class II: 10}", "{class III: 100, class I: 10}",
        "n.yaml:10:56: error: 'class I' is not a choice of 'standard'; did you mean 'class II'?"
      ),
      (
        "a score beyond 100", "{class III: 100, class II: 10}", "{class III: 120, class II: -1}",
        """
        n.yaml:10:51: error: 'class III' of scores is 120; it must be 0 to 100
        n.yaml:10:66: error: 'class II' of scores is -1; it must be 0 to 100
        """
      ),
      (
        "a line that does not reach the ends", "{0: 0, 300: 80, 600: 100}", "{0: 0, 300: 80}",
        """
        n.yaml:9:38: error: 'payment' goes from 0 to 600, and the scores are for '0', '300'; give a score at both \
        ends, and more between them where the line bends
        """
      ),
      (
        "a point off the line", "{0: 0, 300: 80, 600: 100}", "{0: 0, 600: 80, 700: 100}",
        "n.yaml:9:54: error: 700 is not on the table: 'payment' goes from 0 to 600; use a number between them"
      ),
      (
        "a point that is no number", "{0: 0, 300: 80, 600: 100}", "{0: 0, many: 100}",
        """
        n.yaml:9:45: error: 'many' of 'payment' is not a number; write digits with a decimal point, as in 1234.5
        """
      ),
      (
        "too few scores", "[0, 50, 100]", "[0, 100]",
        "n.yaml:11:36: error: 2 scores for 'years'; give 3, one for each option from 3 to 5"
      ),
      (
        "no scores", "payment: {weight: 0.5, scores: {0: 0, 300: 80, 600: 100}}", "payment: {weight: 0.5}",
        """
        n.yaml:9:16: error: the preference of 'upstream' on 'payment' has no 'scores'; add how good each option is, \
        0 to 100
        """
      ),
      (
        "a package that is not on the table", "reservation: {payment: 200, standard: class III, years: 4}",
        "reservation: {payment: 250, standard: class IV, years: 9}",
        """
        n.yaml:27:28: error: 250 is not a step of 'payment'; use one such as '0', '200', '400'
        n.yaml:27:43: error: 'class IV' is not a choice of 'standard'; did you mean 'class II'?
        n.yaml:27:60: error: 9 is not on the table: 'years' goes from 3 to 5; use a number between them
        """
      ),
      (
        "a package with an issue left out", "reservation: {payment: 200, standard: class III, years: 4}",
        "reservation: {payment: 200, standard: class III}",
        """
        n.yaml:27:18: error: the reservation of 'downstream' leaves out 'years'; name an option of every issue, or \
        write a number from 0 to 100
        """
      ),
      (
        "a reservation in a list", "reservation: 40", "reservation: [40]",
        "n.yaml:15:18: error: reservation is a list; write a number, or a mapping, as in {a: …, b: …}"
      ),
      (
        "a coupling of one issue", "{years: 5, standard: class III}", "{years: 5}",
        "n.yaml:13:16: error: the coupling is of one issue; name two issues or more, or change the scores of the one"
      ),
      (
        "an unknown strategy", "strategy: micro", "strategy: mirco",
        "n.yaml:28:15: error: strategy is 'mirco'; did you mean 'micro'?"
      ),
      (
        "an exponent where there is none", "strategy: {name: boulware, exponent: 5}",
        "strategy: {name: random, exponent: 5}",
        """
        n.yaml:17:30: error: a strategy whose name is random cannot have 'exponent'; take it away, or change the \
        name
        """
      ),
      (
        "an unknown rule of acceptance", "acceptance: {quota: 0.75}", "acceptance: unanimous",
        "n.yaml:30:13: error: acceptance is 'unanimous'; did you mean 'unanimity'?"
      ),
      (
        "a quota of nothing", "acceptance: {quota: 0.75}", "acceptance: {quota: 0}",
        "n.yaml:30:21: error: quota is 0; it must be above 0 and at most 1"
      ),
      (
        "a discount beyond one", "discount: 0.9", "discount: 1.1",
        "n.yaml:16:15: error: discount is 1.1; it must be above 0 and at most 1"
      ),
      (
        "half a round", "rounds: 12", "rounds: 0.5",
        "n.yaml:29:9: error: rounds is 0.5; it must be a whole number, 1 to 1000000"
      ),
      (
        "an issue without options", ", integers: {from: 3, to: 5}}", "}",
        """
        n.yaml:5:5: error: an issue has none of the forms of an issue; give 'choices', or 'integers', or 'quantity'
        """
      ),
      (
        "an issue of two forms", "integers: {from: 3, to: 5}", "integers: {from: 3, to: 5}, choices: [3, 4, 5]",
        "n.yaml:5:32: error: an issue has both 'choices' and 'integers'; keep one of them"
      ),
      (
        "ends the wrong way round", "{from: 0, to: 600, steps: 3", "{from: 600, to: 600, steps: 3",
        "n.yaml:3:38: error: from of 'payment' is 600 and to is 600; from must be below to"
      ),
      (
        "a choice given twice", "choices: [class II, class III]", "choices: [class II, class II]",
        """
        n.yaml:4:42: error: 'class II' stands twice in the choices of 'standard', first at n.yaml:4:32; keep one of them
        """
      ),
      (
        "a label for no choice", "choiceLabels: {class II: ", "choiceLabels: {class V: ",
        "n.yaml:4:69: error: no choice is called 'class V'; did you mean 'class II'?"
      ),
      (
        "two parties of one name", "- name: downstream", "- name: upstream",
        """
        n.yaml:21:11: error: 'upstream' is the name of two parties, the first at n.yaml:7:11; give each a name of \
        its own
        """
      ),
      (
        "a figure from nowhere", "{status: assumed, remark: nobody was asked}", "{status: measured}",
        """
        n.yaml:7:5: error: the party 'upstream' is measured and has no source; name one of the sources, or call it \
        assumed
        """
      ),
      (
        "a slip of the hand in a key", "votes: 3", "vote: 3",
        "n.yaml:19:5: error: 'vote' is not a key of a party; did you mean 'votes'?"
      ),
    ])
  func refuses(what: String, from: String, to: String, said: String) throws {
    #expect(Self.clean.contains(from))
    let text = Self.clean.replacingOccurrences(of: from, with: to)
    let found = try Handwriting.faults(of: text, as: "n.yaml") { try NegotiationFile(contentsOf: $0) }
    #expect(found == said, "\(what)")
  }

  @Test func anAgendaOfNothingIsAFault() throws {
    let text = """
      title: Nothing
      agenda: []
      parties:
        - {name: a, preferences: {}, reservation: 0}
        - {name: b, preferences: {}, reservation: 0}
      """
    let said = try Handwriting.faults(of: text, as: "n.yaml") { try NegotiationFile(contentsOf: $0) }
    #expect(said == "n.yaml:2:9: error: agenda has 0 elements; give 1 to 1000")
  }

  @Test func oneRunFindsTheFaultsOfEveryPart() throws {
    let text = Self.clean.replacingOccurrences(of: "weight: 0.5", with: "weight: 0.6")
      .replacingOccurrences(of: "strategy: micro", with: "strategy: mini").replacingOccurrences(
        of: "[100, 60", with: "[60"
      )
      .replacingOccurrences(of: "rounds: 12", with: "round: 12")
    let said = try Handwriting.faults(of: text, as: "n.yaml") { try NegotiationFile(contentsOf: $0) }
    #expect(said.split(separator: "\n").count == 4)
  }

  @Test func votesThatDecideMustBeSomebodys() throws {
    let text = Self.clean.replacingOccurrences(of: "votes: 3", with: "votes: 0")
    #expect(try read(text).parties.map(\.votes) == [0, 1])
    let none = text.replacingOccurrences(of: "strategy: micro", with: "strategy: micro\n    votes: 0")
    let said = try Handwriting.faults(of: none, as: "n.yaml") { try NegotiationFile(contentsOf: $0) }
    #expect(
      said == "n.yaml:31:1: error: votes decide, and no party has any; give at least one party a vote, or more")
  }

  @Test func aFolderIsReadByTheFileInIt() throws {
    let file = try NegotiationFile(contentsOf: Handwriting.path("Examples/xinan-river"))
    #expect(try file == NegotiationFile(contentsOf: Handwriting.path("Examples/xinan-river/negotiation.yaml")))
  }

  @Test func whatCannotBeAgreedIsAWarning() throws {
    let text = Self.clean.replacingOccurrences(of: "reservation: 40", with: "reservation: 100")
      .replacingOccurrences(of: "scores: [0, 50, 100]", with: "scores: [0, 0, 0]")
    let warnings = try read(text).warnings.map { "\($0.what); \($0.remedy)" }
    #expect(
      warnings == [
        """
        no deal is worth 100 to 'upstream' and no package more than 82; nothing can be agreed: lower the reservation, or \
        leave it if that is so
        """
      ])
    let flat = Self.clean.replacingOccurrences(of: "{class II: 100, class III: 0}", with: "{class II: 7, class III: 7}")
    #expect(
      try read(flat).warnings.map { "\($0.what); \($0.remedy)" } == [
        """
        every option of 'standard' is worth the same to 'downstream', and the issue counts 0.6; score the options apart, \
        or give the weight to issues that make a difference
        """
      ])
  }

  @Test func tellsOfAFileThatIsNotThere() {
    #expect {
      try NegotiationFile(contentsOf: "/no/such/negotiation.yaml")
    } throws: {
      "\($0)" == "/no/such/negotiation.yaml: does not exist"
    }
  }

  @Test("a file cut off anywhere never stops the reader", arguments: 0..<120)
  func survivesTruncation(part: Int) throws {
    let bytes = Array(Self.clean.utf8)
    let cut = Data(bytes.prefix(bytes.count * part / 120))
    try Handwriting.read(cut, as: "n.yaml") { path in
      do {
        _ = try NegotiationFile(contentsOf: path)
      } catch let error as CaseFaults {
        #expect(!error.faults.isEmpty)
        #expect(error.faults.allSatisfy { $0.place.line >= 1 && $0.place.column >= 1 })
      }
    }
  }

  @Test("a file with random bytes changed never stops the reader", arguments: UInt64(0)..<60)
  func survivesChangedBytes(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    var bytes = Array(Self.clean.utf8)
    for _ in 0..<Int.random(in: 1...5, using: &chance) {
      bytes[Int.random(in: 0..<bytes.count, using: &chance)] =
        Array("\t\n \"'#&*!|>%{}[],:?-0.e~".utf8).randomElement(using: &chance) ?? 0
    }
    try Handwriting.read(Data(bytes), as: "n.yaml") { path in
      do { _ = try NegotiationFile(contentsOf: path) } catch let error as CaseFaults { #expect(!error.faults.isEmpty) }
    }
  }
}
