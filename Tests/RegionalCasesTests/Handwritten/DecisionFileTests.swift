import Foundation
import RegionalCases
import Testing

@Suite struct DecisionFileTests {
  private static let ring = """
    title: A common ring road
    issues:
      - {name: toll, from: 0, to: 7, unit: euro, fromLabel: none}
      - name: ring
    parties:
      - {name: city, label: {en: City, zh: 市}, capability: 1}
      - {name: region, capability: 0.6}
    positions:
      - {party: city, issue: toll, position: 3, salience: 0.7}
      - {party: region, issue: toll, position: 1, salience: 0.6}
      - {party: region, issue: ring, position: 40, salience: 1}
      - {party: city, issue: ring, position: 100, salience: 0}
    model: {name: exchange, rounds: 3, voting: proportional, seed: 7}
    """

  private func read(_ text: String, beside others: [String: String] = [:]) throws -> DecisionFile {
    try Handwriting.read(text, as: "decision.yaml", beside: others) { try DecisionFile(contentsOf: $0) }
  }

  @Test func readsEverythingThatIsWritten() throws {
    let file = try read(Self.ring)
    #expect(file.issues.map(\.name) == ["toll", "ring"])
    #expect(file.issues.map(\.from) == [0, 0])
    #expect(file.issues.map(\.to) == [7, 100])
    #expect(file.issues[0].unit == LocalizedText("euro"))
    #expect(file.issues[0].fromLabel == LocalizedText("none"))
    #expect(file.parties.map(\.capability) == [1, 0.6])
    #expect(file.parties[0].label["zh"] == "市")
    #expect(file.parties.map { $0.stances.map { $0?.position } } == [[3, 100], [1, 40]])
    #expect(file.parties.map { $0.stances.map { $0?.salience } } == [[0.7, 0], [0.6, 1]])
    #expect(file.model == .exchange)
    #expect(file.rounds == 3)
    #expect(file.voting == .proportional)
    #expect(file.seed == 7)
    #expect(file.warnings.isEmpty)
  }

  @Test func theTollComesOutAtThePublishedMeans() throws {
    let file = try DecisionFile(contentsOf: Handwriting.path("Literature/stokman-van-oosten-1994/toll.yaml"))
    #expect(file.warnings.isEmpty)
    #expect(file.parties.count == 10)
    let means = file.issues.indices.map { issue in
      let weights = file.parties.map { $0.capability * ($0.stances[issue]?.salience ?? 0) }
      let sum = zip(weights, file.parties).reduce(0) { $0 + $1.0 * ($1.1.stances[issue]?.position ?? 0) }
      return sum / weights.reduce(0, +)
    }
    // Half of the last printed digit.
    for (mean, printed) in zip(means, [49.3532, 2.2710, 50.5789, 52.4855, 49.4883, 56.6008]) {
      #expect(abs(mean - printed) <= 0.00005)
    }
  }

  @Test func partiesAndPositionsMayStandInTables() throws {
    let text = """
      title: A common ring road
      issues: [{name: toll, to: 7}, {name: ring}]
      parties: {file: parties.csv}
      positions: {file: positions.csv}
      """
    let tables = [
      "parties.csv": "name,label_en,label_zh,capability\ncity,City,市,1\nregion,Region,区,0.6\n",
      "positions.csv": "party,issue,position,salience\ncity,toll,3,0.7\nregion,toll,1,0.6\nregion,ring,40,1\n",
    ]
    let file = try read(text, beside: tables)
    #expect(file.parties.map { $0.stances.map { $0?.position } } == [[3, nil], [1, 40]])
    #expect(
      file.warnings.map { "\($0.what); \($0.remedy)" } == [
        "'city' has no position on 'ring'; add one, or leave it if it does not concern them"
      ])
    var faulty = tables
    faulty["positions.csv"] = "party,issue,position,salience\ncity,toll,9,0.7\nregio,toll,1,6\n"
    let said = try Handwriting.faults(of: text, as: "d.yaml", beside: faulty) { try DecisionFile(contentsOf: $0) }
    #expect(
      said == """
        positions.csv:2:11: error: the position of 'city' on 'toll' is 9; the scale goes from 0 to 7
        positions.csv:3:1: error: no party is called 'regio'; did you mean 'region'?
        positions.csv:3:14: error: salience is 6; it must be 0 to 1
        """)
  }

  @Test(
    "says what is wrong with",
    arguments: [
      (
        "a position off the scale", "position: 3,", "position: 30,",
        "d.yaml:9:42: error: the position of 'city' on 'toll' is 30; the scale goes from 0 to 7"
      ),
      (
        "two positions", "party: region, issue: toll", "party: city, issue: toll",
        "d.yaml:10:5: error: 'city' has two positions on 'toll', the first at d.yaml:9:5; keep one of them"
      ),
      (
        "a salience beyond one", "salience: 0.7", "salience: 70",
        "d.yaml:9:55: error: salience is 70; it must be 0 to 1"
      ),
      (
        "a party that is not there", "party: city, issue: toll", "party: ctiy, issue: toll",
        "d.yaml:9:13: error: no party is called 'ctiy'; did you mean 'city'?"
      ),
      (
        "an issue that is not there", "party: city, issue: toll", "party: city, issue: tol",
        "d.yaml:9:26: error: no issue is called 'tol'; did you mean 'toll'?"
      ),
      (
        "a scale the wrong way round", "from: 0, to: 7", "from: 8, to: 7",
        "d.yaml:3:24: error: the scale of 'toll' goes from 8 to 7; from must be below to"
      ),
      (
        "nobody with capability who cares", "position: 40, salience: 1", "position: 40, salience: 0",
        """
        d.yaml:4:5: error: nobody with capability cares about 'ring'; give such a party a position with a salience above \
        0, or leave the issue out
        """
      ),
      (
        "one party alone", "  - {name: region, capability: 0.6}\n", "",
        """
        d.yaml:5:1: error: there is 1 party; give 2 to 10000
        d.yaml:9:13: error: no party is called 'region'; the parties are city
        d.yaml:10:13: error: no party is called 'region'; the parties are city
        """
      ),
      (
        "a negative capability", "capability: 0.6", "capability: -0.6",
        "d.yaml:7:32: error: capability is -0.6; it must be at least 0"
      ),
      (
        "a model that is not known", "name: exchange", "name: exchagne",
        "d.yaml:13:15: error: name is 'exchagne'; did you mean 'exchange'?"
      ),
    ])
  func refuses(what: String, from: String, to: String, said: String) throws {
    #expect(Self.ring.contains(from))
    let text = Self.ring.replacingOccurrences(of: from, with: to)
    let found = try Handwriting.faults(of: text, as: "d.yaml") { try DecisionFile(contentsOf: $0) }
    #expect(found == said, "\(what)")
  }

  @Test func noIssuesAreAFault() throws {
    let said = try Handwriting.faults(of: "title: t\nissues: []\nparties: []\npositions: []\n", as: "d.yaml") {
      try DecisionFile(contentsOf: $0)
    }
    #expect(
      said == """
        d.yaml:2:9: error: issues has 0 elements; give 1 to 1000
        d.yaml:3:1: error: there are 0 parties; give 2 to 10000
        """)
  }

  @Test("a file cut off anywhere never stops the reader", arguments: 0..<80)
  func survivesTruncation(part: Int) throws {
    let bytes = Array(Self.ring.utf8)
    try Handwriting.read(Data(bytes.prefix(bytes.count * part / 80)), as: "d.yaml") { path in
      do { _ = try DecisionFile(contentsOf: path) } catch let error as CaseFaults { #expect(!error.faults.isEmpty) }
    }
  }
}
