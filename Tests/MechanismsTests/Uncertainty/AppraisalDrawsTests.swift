import CollectiveAction
import Mathematics
import Mechanisms
import Testing

/// Mechanisms appraised over many circumstances: from a dilemma to a decision.
@Suite struct AppraisalDrawsTests {
  private static let inputs: [CircumstanceParameter] = [.trust, .patience, .detectability, .legalForce]
  private static let mechanisms = MechanismCatalogue.twelve

  /// Net gains by mechanism, then what each player gains, mechanism by mechanism.
  private static func results(of table: DilemmaTable, at point: [Double]) throws(AppraisalError) -> [Double] {
    var circumstances = Circumstances()
    for (parameter, share) in zip(inputs, point) {
      do throws(CircumstanceError) {
        // Patience goes a little beyond what it may be.
        circumstances = try circumstances.with(parameter, 0.3 + 0.7 * share)
      } catch {
        throw .circumstance(error)
      }
    }
    var nets: [Double] = []
    var gains: [Double] = []
    for mechanism in mechanisms {
      let appraisal = try appraise(mechanism, in: table, under: circumstances)
      nets.append(appraisal.expectedNetGain)
      gains += appraisal.netGains
    }
    return nets + gains
  }

  @Test("goes from draws of circumstances to a decision, some draws being refused")
  func decides() throws {
    let table = try DilemmaTable(of: PublicGood(players: 3, benefit: 0.5))
    let draws = try draw(
      count: 128, seed: 5, inputs: 4, outputs: 12 * 4,
      naming: { (error: AppraisalError) in "\(error)".contains("patience") ? "patience" : "detectability" }
    ) { point throws(AppraisalError) in try Self.results(of: table, at: point) }
    // Both may be 0.99 at most: a share of 0.69/0.7 of the draws passes either.
    let passed = (0.69 / 0.7) * (0.69 / 0.7) * 128
    #expect(abs(Double(draws.accepted.rows) - passed) <= 4)
    #expect(Set(draws.refusals.map(\.reason)) == ["patience", "detectability"])
    let design = try SobolDesign(count: 128, inputs: 4, seed: 5)
    for index in stride(from: 0, to: 128, by: 17) where !draws.isRefused(index) {
      #expect(try Self.results(of: table, at: design.point(index)) == (0..<48).map { draws.results[index, $0] })
    }

    let rows = (0..<draws.accepted.rows).map { row in (0..<48).map { draws.accepted[row, $0] } }
    let nets = Matrix(rows.map { Array($0[..<12]) })
    let decision = try DecisionUnderUncertainty(
      options: Self.mechanisms.map(\.id), netGains: nets, players: table.players, gains: rows.flatMap { $0[12...] })
    #expect(abs(decision.outlooks.reduce(0) { $0 + $1.bestChance.value } - 1) < 1e-9)
    for (place, outlook) in decision.outlooks.dropLast().enumerated() {
      // What the players gain adds up to what the region gains.
      #expect(abs(outlook.players.reduce(0) { $0 + $1.mean.value } - outlook.mean.value) < 1e-12)
      // Nobody who is asked loses.
      let isImposed = Self.mechanisms[place].participation.isImposed
      if !isImposed { #expect(outlook.players.allSatisfy { $0.lossChance.value == 0 }, "\(outlook.option ?? "")") }
    }
    let accepted = (0..<128).filter { !draws.isRefused($0) }.map { design.point($0) }
    let values = try valuesOfInformation(
      about: Matrix(accepted), options: Self.mechanisms.map(\.id), netGains: nets)
    #expect(values.count == 4)
    #expect(values.allSatisfy { $0.value.value <= decision.perfectInformation.value + 1e-12 })
  }
}
