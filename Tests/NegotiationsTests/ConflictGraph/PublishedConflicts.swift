import Negotiations
import Testing

/// Conflicts of the literature, with states numbered from 1. What is taken from where each says; none is held against a
/// printed copy.
struct PublishedConflict: Sendable, CustomTestStringConvertible {
  let name: String
  let conflict: Conflict
  let equilibria: [StabilityConcept: [Int]]

  var testDescription: String { name }

  /// A ranking told as state numbers from 1, best first, equals in one group.
  static func ranking(_ told: [[Int]]) -> StatePreference { .ranking(told.map { $0.map { $0 - 1 } }) }
  static func ranking(_ told: [Int]) -> StatePreference { ranking(told.map { [$0] }) }
}

extension PublishedConflict {
  /// Who pays for cleaning the groundwater of Elmira, Ontario. Hipel, Fang, Kilgour & Haight (1993), Environmental
  /// conflict resolution using the graph model; the nine states, with all that follow when the company leaves taken as
  /// one. The last four of Uniroyal's ranking are quoted in different orders, 3 7 2 6 and 2 3 7 6; the equilibria are the
  /// same under both.
  static func elmiraGraph() throws -> ConflictGraph {
    let moves: [[(from: Int, to: Int)]] = [
      [(1, 2), (3, 4), (5, 6), (7, 8)],
      [(1, 3), (1, 9), (2, 4), (2, 9), (3, 9), (4, 9), (5, 7), (5, 9), (6, 8), (6, 9), (7, 9), (8, 9)],
      [(1, 5), (5, 1), (2, 6), (6, 2), (3, 7), (7, 3), (4, 8), (8, 4)],
    ]
    return try ConflictGraph(
      decisionMakers: ["Ministry", "Uniroyal", "Local Government"], stateCount: 9,
      moves: moves.map { $0.map { ($0.from - 1, $0.to - 1) } })
  }

  static let elmiraRankings = [
    ranking([7, 3, 4, 8, 5, 1, 2, 6, 9]), ranking([1, 4, 8, 5, 9, 3, 7, 2, 6]),
    ranking([7, 3, 5, 1, 8, 6, 4, 2, 9]),
  ]

  static func elmira() throws -> PublishedConflict {
    PublishedConflict(
      name: "Elmira", conflict: try Conflict(elmiraGraph(), preferences: elmiraRankings),
      equilibria: [
        .nash: [5, 8, 9], .sequential: [5, 8, 9], .generalMetarational: [1, 4, 5, 8, 9],
        .symmetricMetarational: [1, 4, 5, 8, 9],
      ])
  }

  static func dilemma() throws -> PublishedConflict {
    let graph = try ConflictGraph(
      OptionForm([
        DecisionMaker("A", options: [ConflictOption("A keeps silent")]),
        DecisionMaker("B", options: [ConflictOption("B keeps silent")]),
      ]))
    return PublishedConflict(
      name: "prisoner's dilemma",
      conflict: try Conflict(graph, preferences: [ranking([3, 4, 1, 2]), ranking([2, 4, 1, 3])]),
      equilibria: [
        .nash: [1], .generalMetarational: [1, 4], .symmetricMetarational: [1, 4], .sequential: [1, 4],
      ])
  }

  static func euphratesGraph() throws -> ConflictGraph {
    try ConflictGraph(
      OptionForm(
        [
          DecisionMaker("Syria", options: [ConflictOption("release"), ConflictOption("escalate")]),
          DecisionMaker("Iraq", options: [ConflictOption("attack")]),
        ], infeasible: [.pattern("YY-")]))
  }

  /// Syria and Iraq over the water of the Euphrates, 1975: facts encoded anew, not held against a printed copy.
  static func euphrates() throws -> PublishedConflict {
    PublishedConflict(
      name: "Euphrates",
      conflict: try Conflict(
        euphratesGraph(), preferences: [ranking([1, 3, 6, 2, 4, 5]), ranking([2, 4, 6, 1, 5, 3])]),
      equilibria: [.nash: [6], .sequential: [6], .symmetricMetarational: [6], .generalMetarational: [1, 6]])
  }

  /// The missiles on Cuba, 1962: an air strike cannot be undone. Facts encoded anew, not held against a printed copy.
  static func cubanMissiles() throws -> PublishedConflict {
    let form = try OptionForm(
      [
        DecisionMaker("US", options: [ConflictOption("air strike", .bindsWhenTaken), ConflictOption("blockade")]),
        DecisionMaker("USSR", options: [ConflictOption("withdraw"), ConflictOption("escalate")]),
      ], infeasible: [.pattern("--YY")])
    return PublishedConflict(
      name: "Cuban missiles",
      conflict: try Conflict(
        ConflictGraph(form),
        preferences: [
          ranking([5, 7, 6, 8, 3, 2, 4, 1, 12, 10, 11, 9]), ranking([1, 5, 7, 3, 6, 2, 8, 4, 12, 10, 11, 9]),
        ]),
      equilibria: [
        .nash: [6], .sequential: [5, 6, 7], .generalMetarational: [1, 2, 3, 5, 6, 7, 8],
        .symmetricMetarational: [1, 2, 3, 5, 6, 7, 8],
      ])
  }

  /// The Garrison Diversion Unit between the United States and Canada; 23 states of nine options, after Fang, Hipel &
  /// Kilgour (1993).
  static func garrison() throws -> PublishedConflict {
    let form = try OptionForm(
      [
        DecisionMaker(
          "US Support",
          options: [ConflictOption("full"), ConflictOption("reduced"), ConflictOption("appease")]),
        DecisionMaker("US Opposition", options: [ConflictOption("legal")]),
        DecisionMaker("Canadian Opposition", options: [ConflictOption("treaty")]),
        DecisionMaker(
          "IJC",
          options: [
            ConflictOption("support full"), ConflictOption("support reduced"), ConflictOption("support Lonetree"),
            ConflictOption("support suspension"),
          ]),
      ],
      feasible: [
        "NYNNNYNNN", "NNYNNYNNN", "YNNYNYNNN", "NYNYNYNNN", "NYNNYYNNN", "NNYNYYNNN", "YNNYYYNNN", "NYNYYYNNN",
        "NYNNNNYNN", "NNYNNNYNN", "NYNYNNYNN", "NYNNYNYNN", "NNYNYNYNN", "YNNYYNYNN", "NYNYYNYNN", "NYNNYNNYN",
        "NNYNYNNYN", "YNNYYNNYN", "NYNYYNNYN", "NYNNYNNNY", "NNYNYNNNY", "YNNYYNNNY", "NYNYYNNNY",
      ])
    return PublishedConflict(
      name: "Garrison",
      conflict: try Conflict(
        ConflictGraph(form),
        preferences: [
          ranking([
            [3], [7], [1, 2], [4], [5, 6], [8], [9], [12], [11], [15], [10], [13], [14], [17], [16], [18], [19],
            [21], [20], [22], [23],
          ]),
          ranking([
            [21, 17, 13, 10, 6, 2], [23, 19], [15], [11], [8], [4], [22], [18], [14], [7], [3], [20], [16], [12],
            [9], [5], [1],
          ]),
          ranking([
            [23], [20, 21], [19], [16, 17], [11], [9, 10], [15], [12, 13], [2], [4], [1], [8], [5, 6], [22], [18],
            [14], [3], [7],
          ]),
          ranking([Array(1...23)]),
        ]),
      equilibria: [.nash: [2, 3, 11, 17, 18, 21, 22], .sequential: [2, 3, 11, 17, 18, 21, 22]])
  }

  static let all = Result { try [elmira(), dilemma(), euphrates(), cubanMissiles(), garrison()] }
}
