import Foundation
import RegionalCases
import Testing

/// Domains and profiles as GENIUS, GeniusWeb and NegMAS write them; the files here are ours, in their forms.
@Suite struct DomainImportTests {
  private static let domain = """
    <?xml version="1.0" encoding="UTF-8"?>
    <!-- a domain -->
    <negotiation_template number_of_sessions="1">
      <agent name="" class="" utility_space=""></agent>
      <utility_space number_of_issues="3">
        <objective index="1" etype="objective" type="objective" description="" name="river">
          <issue index="2" etype="discrete" type="discrete" vtype="discrete" name="Water &amp; soil">
            <item index="1" value="second &lt; class" description="good"> </item>
            <item index="2" value="third class"/>
          </issue>
          <issue index="3" name="Years" vtype="integer" lowerbound="2" upperbound="4"/>
          <issue index="4" name="Payment" vtype="real" type="real"><range lowerbound="0" upperbound="100"></range></issue>
        </objective>
      </utility_space>
    </negotiation_template>
    """

  private static let upstream = """
    <utility_space>
    <objective index="1" etype="objective" type="objective" description="" name="river">
    <weight index="2" value="0.25"> </weight>
    <issue index="2" etype="discrete" type="discrete" vtype="discrete" name="Water &amp; soil">
    <item index="1" value="second &lt; class" cost="0" evaluation="8"></item>
    <item index="2" value="third class" cost="0" evaluation="20"></item>
    </issue>
    <issue index="3" name="Years" vtype="integer" type="integer" lowerbound="2" upperbound="4">
    <evaluator ftype="linear" offset="0.2" slope="0.3"/>
    </issue>
    <issue index="4" name="Payment" vtype="real" type="real"><range lowerbound="0" upperbound="100"/>
    <evaluator ftype="linear" parameter0="-0.25" parameter1="0.0125"/>
    </issue>
    <weight index="3" value="0.25"/><weight index="4" value="0.5"/>
    </objective>
    <discount_factor value="0.5"/>
    <reservation value="0.35"/>
    </utility_space>
    """

  private static let downstream = upstream.replacingOccurrences(of: "evaluation=\"8\"", with: "evaluation=\"1\"")
    .replacingOccurrences(of: "evaluation=\"20\"", with: "evaluation=\"0.5\"")
    .replacingOccurrences(
      of: "ftype=\"linear\" parameter0=\"-0.25\" parameter1=\"0.0125\"",
      with: "ftype=\"triangular\" parameter0=\"0\" parameter1=\"100\" parameter2=\"40\""
    )
    .replacingOccurrences(of: "<discount_factor value=\"0.5\"/>\n<reservation value=\"0.35\"/>", with: "")

  private func read(
    domain: String? = domain, _ profiles: [String] = [upstream, downstream], ending: String = "xml",
    reading: NegotiationFile.UtilityReading = .genius
  ) throws -> NegotiationFile {
    try Folders.withTemporary { folder in
      let paths = profiles.indices.map { folder + "/party\($0 + 1).\(ending)" }
      for (path, text) in zip(paths, profiles) { try Data(text.utf8).write(to: URL(fileURLWithPath: path)) }
      if let domain { try Data(domain.utf8).write(to: URL(fileURLWithPath: folder + "/river.\(ending)")) }
      return try NegotiationFile(
        domain: domain.map { _ in folder + "/river.\(ending)" }, profiles: paths, reading: reading, steps: 4)
    }
  }

  private func faults(domain: String? = domain, _ profiles: [String] = [upstream, downstream], ending: String = "xml")
    throws -> String
  {
    do {
      _ = try read(domain: domain, profiles, ending: ending)
      return ""
    } catch let error as CaseFaults {
      return error.faults.map { fault in
        "\((fault.place.file as NSString).lastPathComponent):\(fault.place.line):\(fault.place.column): \(fault.what); "
          + fault.remedy
      }.joined(separator: "\n")
    }
  }

  private func near(_ found: [Double], _ wanted: [Double]) -> Bool {
    // 1e-9: a few roundings of numbers up to a hundred.
    found.count == wanted.count && zip(found, wanted).allSatisfy { abs($0 - $1) < 1e-9 }
  }

  @Test func readsFilesOfGENIUSAsGENIUSDoes() throws {
    let file = try read()
    #expect(file.title == LocalizedText("river"))
    #expect(file.agenda.map(\.name) == ["Water & soil", "Years", "Payment"])
    #expect(file.agenda[0].options == .choices(["second < class", "third class"]))
    #expect(file.agenda[1].options == .integers(2...4))
    #expect(file.agenda[2].options == .quantity(0...100, steps: 4))
    #expect(file.parties.map(\.name) == ["party1", "party2"])
    let upstream = file.parties[0]
    #expect(upstream.weights == [0.25, 0.25, 0.5])
    #expect(near(upstream.scores[0], [40, 100]))
    #expect(near(upstream.scores[1], [20, 50, 80]))
    #expect(near(upstream.scores[2], [0, 6.25, 37.5, 68.75, 100]))
    #expect(upstream.reservation == 35)
    #expect(upstream.discount == .overAllRounds(0.5))
    let downstream = file.parties[1]
    #expect(near(downstream.scores[0], [100, 50]))
    #expect(near(downstream.scores[2], [0, 62.5, 500.0 / 6, 250.0 / 6, 0]))
    #expect(downstream.reservation == 0)
    #expect(downstream.discount == .none)
    #expect(file.warnings.isEmpty)
  }

  @Test func readsFilesOfGENIUSAsNegMASDoes() throws {
    let upstream = try read(reading: .negMAS).parties[0]
    #expect(near(upstream.scores[0], [800, 2000]))
    #expect(near(upstream.scores[1], [80, 110, 140]))
    #expect(near(upstream.scores[2], [-25, 6.25, 37.5, 68.75, 100]))
  }

  @Test func aProfileTellsTheIssuesWhereThereIsNoDomain() throws {
    #expect(try read(domain: nil).parties.map(\.scores) == read().parties.map(\.scores))
  }

  @Test func findsTheFilesInAFolder() throws {
    try Folders.withTemporary { folder in
      for (name, text) in [("river.xml", Self.domain), ("b.xml", Self.downstream), ("a.xml", Self.upstream)] {
        try Data(text.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      }
      let file = try NegotiationFile(contentsOf: folder)
      #expect(file.parties.map(\.name) == ["a", "b"])
      #expect(file.title == LocalizedText("river"))
    }
    let said = try Folders.withTemporary { folder in
      do {
        _ = try NegotiationFile(contentsOf: folder)
        return ""
      } catch { return "\(error)".replacingOccurrences(of: folder, with: "folder") }
    }
    #expect(said == "folder: the folder holds neither negotiation.yaml nor a domain with profiles")
  }

  @Test func weightsThatDoNotSumToOneAreAWarning() throws {
    let heavy = Self.upstream.replacingOccurrences(of: "value=\"0.5\"/>\n</obj", with: "value=\"0.75\"/>\n</obj")
    #expect(
      try read([heavy, Self.downstream]).warnings.map { "\($0.what); \($0.remedy)" } == [
        "the weights of 'party1' sum to 1.25; they are taken as they are: divide them by it if they should sum to 1"
      ])
  }

  @Test func readsLatin1WhereTheFileSaysSo() throws {
    let text = Self.domain.replacingOccurrences(of: "encoding=\"UTF-8\"", with: "encoding=\"ISO-8859-1\"")
      .replacingOccurrences(of: "Payment", with: "Zahlung für Wasser")
    let bytes = Data(text.unicodeScalars.map { UInt8($0.value) })
    let profile = Self.upstream.replacingOccurrences(of: "Payment", with: "Zahlung für Wasser")
    try Folders.withTemporary { folder in
      try bytes.write(to: URL(fileURLWithPath: folder + "/domain.xml"))
      for name in ["a.xml", "b.xml"] { try Data(profile.utf8).write(to: URL(fileURLWithPath: folder + "/" + name)) }
      #expect(try NegotiationFile(contentsOf: folder).agenda[2].name == "Zahlung für Wasser")
    }
  }

  // MARK: GeniusWeb and NegMAS

  private static let webDomain = """
    {"name": "river", "issuesValues": {"water": {"values": ["second", "third"]}, "years": {"range": ["2", "4", "1"]},
    \t"payment": {"range": [0, 100, 25]}}}
    """

  private static func webProfile(_ reservation: String) -> String {
    """
    {"LinearAdditiveUtilitySpace": {
    \t"issueUtilities": {
      "years": {"numberutils": {"lowValue": 2, "lowUtility": 0.2, "highValue": 4, "highUtility": 1}},
      "water": {"discreteutils": {"valueUtilities": {"second": 0.4, "third": 1}}},
      "payment": {"NumberValueSetUtilities": {"lowValue": 0, "lowUtility": 0, "highValue": 100, "highUtility": 1}}},
     "issueWeights": {"water": 0.25, "years": 0.25, "payment": 0.5},
     "domain": \(webDomain), "name": "one", "reservationBid": \(reservation)}}
    """
  }

  @Test func readsFilesOfGeniusWeb() throws {
    let bid = #"{"issuevalues": {"water": "third", "payment": 25, "years": 3}}"#
    for domain in [Self.webDomain, nil] {
      let file = try read(domain: domain, [Self.webProfile(bid), Self.webProfile("null")], ending: "json")
      #expect(
        file.agenda.map(\.options) == [.choices(["second", "third"]), .integers(2...4), .quantity(0...100, steps: 4)])
      #expect(near(file.parties[0].scores[0], [40, 100]))
      #expect(near(file.parties[0].scores[1], [20, 60, 100]))
      #expect(near(file.parties[0].scores[2], [0, 25, 50, 75, 100]))
      #expect(file.parties[0].reservationPackage == [1, 1, 1])
      #expect(near([file.parties[0].reservation, file.parties[1].reservation], [25 + 15 + 12.5, 0]))
    }
  }

  private static let negMASDomain = """
    issues:
    - {name: q, type: CategoricalIssue, values: [a, b, c]}
    - {name: n, type: ContiguousIssue, values: [0, 4]}
    - {n_levels: 10, name: r, type: ContinuousIssue, values: [0.0, 1.0]}
    name: dom
    type: CartesianOutcomeSpace
    """

  private static func negMASProfile(_ reserved: String) -> String {
    """
    name: u
    \(reserved)
    type: LinearAdditiveUtilityFunction
    values:
    - {mapping: {a: 1.0, b: 0.5, c: 0.0}, type: TableFun}
    - {slope: 0.25, type: LinearFun}
    - {bias: 1, slope: -1, type: AffineFun}
    weights: [0.5, 0.25, 0.25]
    """
  }

  @Test func readsFilesOfNegMAS() throws {
    let profiles = [
      Self.negMASProfile("reserved_value: 0.3\nreserved_outcome: null"),
      Self.negMASProfile("reserved_value: -.inf\nreserved_outcome: [a, 0, 0.5]"),
    ]
    let file = try read(domain: Self.negMASDomain, profiles, ending: "yml")
    #expect(file.agenda.map(\.options) == [.choices(["a", "b", "c"]), .integers(0...4), .quantity(0...1, steps: 4)])
    #expect(near(file.parties[0].scores[0], [100, 50, 0]))
    #expect(near(file.parties[0].scores[1], [0, 25, 50, 75, 100]))
    #expect(near(file.parties[0].scores[2], [100, 75, 50, 25, 0]))
    #expect(near(file.parties.map(\.reservation), [30, 50 + 12.5]))
  }

  // MARK: Faults

  @Test(
    "says what is wrong with",
    arguments: [
      (
        "a choice that the domain has not", "value=\"third class\" cost", "value=\"thrid class\" cost",
        "party1.xml:6:23: 'thrid class' is not a choice of 'Water & soil'; did you mean 'third class'?"
      ),
      (
        "an issue that the domain has not", "name=\"Years\"", "name=\"Year\"",
        "party1.xml:8:1: no issue is called 'Year'; did you mean 'Years'?"
      ),
      (
        "an item without an evaluation", " evaluation=\"8\"", "",
        "party1.xml:5:1: 'item' has no 'evaluation'; add a number"
      ),
      (
        "an evaluation that is no number", "evaluation=\"8\"", "evaluation=\"eight\"",
        "party1.xml:5:63: evaluation of 'item' is 'eight'; write a number"
      ),
      (
        "an issue without a weight", "<weight index=\"3\" value=\"0.25\"/>", "",
        "party1.xml:8:1: the issue 'Years' has no weight; add <weight index=\"3\" value=\"…\"/>"
      ),
      (
        "a line of an unknown kind", "ftype=\"linear\" offset", "ftype=\"lineal\" offset",
        "party1.xml:9:18: the evaluator is 'lineal'; did you mean 'linear'?"
      ),
      (
        "an element that is never closed", "</objective>", "",
        """
        party1.xml:2:1: the XML cannot be read: 'objective' is closed by 'utility_space' on line 18; close it by </objective>
        """
      ),
      (
        "a bare sign", "name=\"Water &amp; soil\"", "name=\"Water & soil\"",
        """
        party1.xml:4:73: the XML cannot be read: '&' begins nothing that is known in 'Water & soil'; write &amp; for the \
        sign itself
        """
      ),
      (
        "a document type", "<utility_space>", "<!DOCTYPE u [<!ENTITY a \"b\">]><utility_space>",
        "party1.xml:1:1: the XML cannot be read: a document type or the like stands here; take it away"
      ),
      (
        "a quote that is never closed", "value=\"0.35\"", "value=\"0.35",
        "party1.xml:17:20: the XML cannot be read: the file ends before this is closed; close the quote that opens here"
      ),
      (
        "utilities that are not additive", "<utility_space>", "<utility_space type=\"nonlinear\">",
        "party1.xml:1:21: the utilities of 'party1' are not additive; use a profile with weights"
      ),
    ])
  func refuses(what: String, from: String, to: String, said: String) throws {
    #expect(Self.upstream.contains(from))
    let found = try faults([Self.upstream.replacingOccurrences(of: from, with: to), Self.downstream])
    #expect(found == said, "\(what)")
  }

  @Test func oneProfileIsNoNegotiation() throws {
    #expect(try faults([Self.upstream]) == "river.xml:1:1: there is 1 profile; give two or more, one a party")
  }

  @Test("a file cut off or changed anywhere never stops the reader", arguments: UInt64(0)..<120)
  func survives(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let bid = #"{"issuevalues": {"water": "third", "payment": 25, "years": 3}}"#
    let (text, ending) = [
      (Self.upstream, "xml"), (Self.webProfile(bid), "json"), (Self.negMASProfile("reserved_value: 0"), "yml"),
    ][Int(seed % 3)]
    let domain = [Self.domain, Self.webDomain, Self.negMASDomain][Int(seed % 3)]
    var bytes = Array(text.utf8)
    if seed % 2 == 0 {
      bytes = Array(bytes.prefix(Int.random(in: 0..<bytes.count, using: &chance)))
    } else {
      for _ in 0..<Int.random(in: 1...4, using: &chance) {
        bytes[Int.random(in: 0..<bytes.count, using: &chance)] =
          Array("<>/\"'&;=! 0-e{}[]:,#".utf8).randomElement(using: &chance) ?? 0
      }
    }
    let broken = String(decoding: bytes, as: UTF8.self)
    do { _ = try read(domain: domain, [broken, text], ending: ending) } catch let error as CaseFaults {
      #expect(!error.faults.isEmpty)
    }
    do { _ = try read(domain: broken, [text, text], ending: ending) } catch let error as CaseFaults {
      #expect(!error.faults.isEmpty)
    }
  }
}
