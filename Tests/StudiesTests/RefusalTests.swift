import Foundation
import RegionalCases
import Studies
import Testing

@Suite struct RefusalTests {
  private func study(
    _ family: ProblemFamily, replacing changes: [(String, String)] = [], files: [String: String] = [:],
    problem: String? = nil
  ) throws -> Study {
    try StudiedCases.scaffold(family, replacing: changes, files: files) {
      try Study($0, folder: $1, problem: problem, draws: 0)
    }
  }

  @Test("names the problems of the case when asked for another")
  func unknownProblem() throws {
    let error = try #require(throws: StudyError.self) { try study(.spillover, problem: "second") }
    #expect(error == .unknownProblem("second", known: ["first"]))
    #expect("\(error)" == "no problem of the case is called 'second'; use one of first")
  }

  @Test("studies a case of every family as it is scaffolded", arguments: ProblemFamily.allCases)
  func scaffolds(family: ProblemFamily) throws {
    let findings = try study(family).findings()
    #expect(findings.problem.family == family.rawValue)
    #expect(findings.mechanisms.ranking.count == 12)
  }

  @Test("refuses more members than a study of all coalitions can hold")
  func tooManyMembers() throws {
    let further = (1...14).map { "m\($0)" }
    let rows = further.map {
      "      - {id: \($0), name: \($0), kind: government, tier: town, place: {lon: 13, lat: 56}}"
    }
    let values = (["north", "middle", "south"] + further).map { "\($0): 1" }.joined(separator: ", ")
    let error = try #require(throws: StudyError.self) {
      try study(
        .jointFacility,
        replacing: [
          (
            "  - {id: province, name:",
            rows.map { $0.dropFirst(4) }.joined(separator: "\n") + "\n  - {id: province, name:"
          ),
          ("values: {north: 120, middle: 80, south: 40}", "values: {\(values)}"),
          (
            "members: [north, middle, south]   #",
            "members: [north, middle, south, \(further.joined(separator: ", "))]   #"
          ),
          (
            "costs: {file: coalition_costs.csv, coalition: coalition, worth: cost_million_eur}",
            "costFunction: {load: population, scale: 1, exponent: 0.5}"
          ),
        ])
    }
    #expect(error == .tooManyPlayers(problem: "first", count: 17, most: 16))
    #expect("\(error)" == "problem 'first' has 17 members; a study of every coalition holds at most 16")
  }

  @Test(
    "says what is wrong with a boundary file, and where",
    arguments: [
      (
        #"{"type": "Point", "coordinates": [1, 2]}"#, "features.0.geometry.type is not a polygon"
      ),
      (
        #"{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [0, 0]]]}"#,
        "features.0.geometry.coordinates is not a ring"
      ),
      (#"{"type": "Polygon", "coordinates": 5}"#, "features.0.geometry.coordinates is of the wrong kind"),
      (#"{"type": "Polygon"}"#, "'coordinates' is missing at features.0.geometry"),
      ("null", "features.0.geometry is of the wrong kind"),
    ])
  func brokenBoundaries(geometry: String, reason: String) throws {
    let error = try #require(throws: StudyError.self) { try boundaries(geometry) }
    #expect(error == .boundaries(file: "map.geojson", reason: reason))
    #expect(
      "\(error)"
        == "map.geojson: \(reason); give a GeoJSON FeatureCollection of polygons, or leave 'boundaries' out")
  }

  private func boundaries(_ geometry: String) throws -> Study {
    try study(
      .spillover, replacing: [("  period: year ", "  boundaries: map.geojson\n  period: year ")],
      files: [
        "map.geojson": #"""
        {"type": "FeatureCollection",
         "features": [{"type": "Feature", "properties": {"party_id": "north"}, "geometry": \#(geometry)}]}
        """#
      ])
  }

  @Test("a boundary file that is gone when the study begins cannot be read")
  func goneBoundaries() throws {
    let regionalCase = try StudiedCases.example("beijing-tianjin-hebei")
    let error = try #require(throws: StudyError.self) { try Study(regionalCase, folder: "/nowhere", draws: 0) }
    #expect(error == .boundaries(file: "boundaries.geojson", reason: "it cannot be read"))
  }

  @Test("draws every ring of a territory, holes and islands too")
  func rings() throws {
    let ring = "[[0, 0], [4, 0], [4, 4], [0, 0]]"
    let findings = try boundaries(#"{"type": "MultiPolygon", "coordinates": [[\#(ring), \#(ring)], [\#(ring)]]}"#)
      .findings()
    let north = try #require(findings.parties.first { $0.id == "north" })
    #expect(north.rings == Array(repeating: [[0, 0], [4, 0], [4, 4], [0, 0]], count: 3))
    #expect(findings.parties.filter { $0.id != "north" }.allSatisfy { $0.rings.isEmpty })
  }

  @Test("refuses a cost below zero instead of computing with another")
  func negativeCost() throws {
    let error = try #require(throws: CaseFaults.self) {
      try study(
        .jointFacility,
        replacing: [
          (
            "costs: {file: coalition_costs.csv, coalition: coalition, worth: cost_million_eur}",
            "costs: {values: {north: -1, middle: 2, south: 3, north+middle: 1, north+south: 1, middle+south: 4, "
              + "north+middle+south: 3}}"
          )
        ])
    }
    #expect(error.faults.map { "\($0.what); \($0.remedy)" } == ["'north' of costs is -1; it must be at least 0"])
  }

  @Test("refuses one who emits nothing and yet reaches others, not one who reaches nobody")
  func nothingEmitted() throws {
    let silent = [
      (
        "baseline: {values: {north: 30, middle: 20, south: 10}}",
        "baseline: {values: {north: 30, middle: 20, south: 0}}"
      ),
      ("limit: {values: {north: 15, middle: 12, south: 6}}", "limit: {values: {north: 15, middle: 12, south: 0}}"),
    ]
    let error = try #require(throws: StudyError.self) { try study(.spillover, replacing: silent).findings() }
    #expect(
      error
        == .game(
          problem: "first",
          reason: "'south' emits nothing, yet reaches 'north'; give it a baseline above 0, or a transport of 0"))
    let transport = "receptor,north,middle,south\nnorth,60,20,0\nmiddle,25,50,0\nsouth,10,30,0\n"
    let findings = try study(.spillover, replacing: silent, files: ["transport.csv": transport]).findings()
    #expect(findings.diagnosis.players[2].actionTogether == 0)
    #expect(findings.mechanisms.recommended != nil)
  }
}
