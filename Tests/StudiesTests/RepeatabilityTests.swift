import CollectiveAction
import Foundation
import Mechanisms
import RegionalCases
import Testing

@testable import Studies

@Suite struct RepeatabilityTests {
  private static let ofSeven = Result { try findings(seed: 7) }

  private static func findings(seed: UInt64, draws: Int = 4) throws -> Findings {
    try StudiedCases.scaffold(.spillover) { regionalCase, folder in
      try Study(regionalCase, folder: folder, seed: seed, draws: draws).findings()
    }
  }

  private func bytes(_ findings: Findings) throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return try encoder.encode(findings)
  }

  @Test("the same seed gives the same findings, to the byte")
  func sameSeed() throws {
    let first = try Self.ofSeven.get()
    let second = try Self.findings(seed: 7)
    #expect(first == second)
    #expect(try bytes(first) == bytes(second))
    #expect(try JSONDecoder().decode(Findings.self, from: bytes(first)) == first)
  }

  @Test("another seed changes the seed and what is drawn, nothing else")
  func otherSeed() throws {
    let first = try Self.ofSeven.get()
    var second = try Self.findings(seed: 8)
    #expect(first.uncertainty != second.uncertainty)
    second.seed = first.seed
    second.uncertainty = first.uncertainty
    #expect(first == second)
  }

  @Test("no draws leave the hinges empty and all else as it was")
  func noDraws() throws {
    var drawn = try Self.ofSeven.get()
    let none = try Self.findings(seed: 7, draws: 0)
    let empty = HingeFindings(inputs: [], map: nil)
    #expect(none.hinges == empty && none.uncertainty == nil)
    drawn.hinges = empty
    drawn.uncertainty = nil
    #expect(drawn == none)
  }

  @Test(
    "the game that is divided is the one the dilemma states, to twelve digits of its largest worth",
    arguments: ProblemFamily.allCases)
  func sameGame(family: ProblemFamily) throws {
    try StudiedCases.scaffold(family) { regionalCase, _ in
      let dilemma = try FormulatedProblem(regionalCase.problems[0], of: regionalCase).dilemma()
      let table = try Study.table(of: dilemma, outcomes: dilemma.allOutcomes())
      let (divided, stated) = (try Study.game(of: dilemma, table: table), try dilemma.coalitionGame(.gamma))
      let largest = stated.worths.reduce(0) { max($0, abs($1)) }
      for (rounded, worth) in zip(divided.worths, stated.worths) { #expect(abs(rounded - worth) <= 0.5e-11 * largest) }
    }
  }

  @Test("the steps of a study are told in order, with ever more done")
  func progress() throws {
    try StudiedCases.scaffold(.jointFacility) { regionalCase, folder in
      var told: [(Double, Study.Step)] = []
      _ = try Study(regionalCase, folder: folder, draws: 2).findings { told.append(($0, $1)) }
      #expect(told.map(\.0) == told.map(\.0).sorted())
      var steps: [Study.Step] = []
      for (_, step) in told where steps.last != step { steps.append(step) }
      #expect(steps == Study.Step.allCases)
      #expect(told.first?.0 == 0)
      #expect(told.last?.0 == 1)
      #expect(told.count { $0.0 == 1 } == 1)
    }
  }
}
