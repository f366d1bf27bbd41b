import Foundation
import Mathematics
import Mechanisms
import Networks
import RegionalCases
import Testing

@testable import Studies

/// Cases that are odd but valid have findings too, every number of them finite.
@Suite struct OddCaseTests {
  private func findings(
    _ family: ProblemFamily, _ changes: [(String, String)], draws: Int = 0
  ) throws -> Findings {
    let findings = try StudiedCases.scaffold(family, replacing: changes) {
      try Study($0, folder: $1, draws: draws).findings()
    }
    // JSON has no word for what is not finite, so the encoder refuses it.
    _ = try JSONEncoder().encode(findings)
    return findings
  }

  private func costs(_ values: String) -> (String, String) {
    (
      "costs: {file: coalition_costs.csv, coalition: coalition, worth: cost_million_eur}",
      "costs: {values: {\(values)}}"
    )
  }

  @Test("two members, who are a pair, a group and everyone at once")
  func twoMembers() throws {
    let findings = try findings(
      .jointFacility,
      [
        ("members: [north, middle, south]   #", "members: [north, south]   #"),
        costs("north: 6.5, south: 1.5, north+south: 5"),
      ])
    #expect(findings.players == ["north", "south"])
    #expect(findings.diagnosis.leastCore == -1.5)
    #expect(findings.sharing.rules.first { $0.rule == "nucleolus" }?.shares == [5, 0])
    for form in findings.mechanisms.ranking { #expect(form.members == ["north", "south"], "\(form.id)") }
  }

  @Test("all coalitions cost the same")
  func equalCosts() throws {
    let findings = try findings(
      .jointFacility,
      [costs("north: 6, middle: 6, south: 6, north+middle: 6, north+south: 6, middle+south: 6, north+middle+south: 6")])
    let nucleolus = try #require(findings.sharing.rules.first { $0.rule == "nucleolus" }?.shares)
    #expect(nucleolus == [2, 2, 2])
    #expect(findings.diagnosis.gap == 12)
  }

  @Test("nothing costs anything: nobody gains, nothing is recommended")
  func noCosts() throws {
    let findings = try findings(
      .jointFacility,
      [costs("north: 0, middle: 0, south: 0, north+middle: 0, north+south: 0, middle+south: 0, north+middle+south: 0")],
      draws: 2)
    #expect(findings.mechanisms.recommended == nil)
    #expect(findings.diagnosis.priceOfAnarchy == nil)
    #expect(findings.diagnosis.gap == 0 && findings.diagnosis.leastCore == 0)
    #expect(findings.uncertainty?.chanceOfNone.value == 1)
  }

  @Test("a member that costs nothing alone and nothing to add")
  func freeMember() throws {
    let findings = try findings(
      .jointFacility,
      [costs("north: 6, middle: 4, south: 0, north+middle: 7, north+south: 6, middle+south: 4, north+middle+south: 7")])
    for rule in findings.sharing.rules where ["shapley", "nucleolus", "scrb", "tau"].contains(rule.rule) {
      #expect(try #require(rule.shares)[2] == 0, "\(rule.rule)")
    }
  }

  @Test("together is dearer than apart: no nucleolus, but a prenucleolus, and nothing recommended")
  func dearerTogether() throws {
    let findings = try findings(
      .jointFacility,
      [
        costs(
          "north: 6, middle: 4, south: 1, north+middle: 12, north+south: 9, middle+south: 8, north+middle+south: 20")
      ])
    let nucleolus = try #require(findings.sharing.rules.first { $0.rule == "nucleolus" })
    #expect(nucleolus.shares == nil && nucleolus.undefined != nil)
    #expect(findings.sharing.proposed == "prenucleolus")
    #expect(findings.diagnosis.isCoreEmpty && findings.diagnosis.leastCore > 0)
    #expect(findings.mechanisms.recommended == nil)
    #expect(findings.mechanisms.reasons.first?.code == "noMechanismBeatsNoAgreement")
  }

  @Test("no damage: nobody abates, nothing is recommended")
  func noDamage() throws {
    let findings = try findings(.spillover, [("linear: {all: 1.5}", "linear: {all: 0}")])
    #expect(findings.diagnosis.players.allSatisfy { $0.actionAlone == 0 && $0.actionTogether == 0 })
    #expect(findings.diagnosis.gap == 0)
    #expect(findings.mechanisms.recommended == nil)
    #expect(findings.diagnosis.losersWithoutTransfers == [])
  }

  @Test("figures with a wide normal spread never leave the draws without a game")
  func wideSpread() throws {
    let findings = try findings(
      .spillover,
      [
        ("baseline: {values: {north: 30, middle: 20, south: 10}}", "baseline: {all: {mean: 30, sd: 60}}"),
        (
          "abatementCost: {values: {north: 0.2, middle: 0.3, south: 0.5}}",
          "abatementCost: {all: {mean: 0.3, sd: 0.6}}"
        ), ("linear: {all: 1.5}", "linear: {all: {mean: 1, sd: 4}}"),
      ], draws: 3)
    #expect(findings.uncertainty?.draws == 3)
  }

  @Test("an abatement cost of a trillionth is computed with as it stands")
  func smallUnits() throws {
    let findings = try findings(
      .spillover,
      [
        (
          "abatementCost: {values: {north: 0.2, middle: 0.3, south: 0.5}}",
          "abatementCost: {all: 5.0e-14}"
        ), ("linear: {all: 1.5}", "linear: {all: 1.0e-13}"),
      ])
    // By hand: north alone abates A d / c = (0.6 · 40 / 30) · 1e-13 / 5e-14 = 1.6.
    #expect(abs(findings.diagnosis.players[0].actionAlone - 1.6) < 1e-9)  // a few products
  }

  @Test("no party has a place, and none but the members is a party")
  func noPlaces() throws {
    let findings = try findings(
      .spillover,
      [
        ("place: {lon: 13.0, lat: 56.0}, ", ""), ("place: {lon: 13.1, lat: 55.8}, ", ""),
        ("place: {lon: 13.2, lat: 55.6}, ", ""),
      ])
    #expect(findings.parties.allSatisfy { $0.longitude == nil && $0.rings.isEmpty })
  }

  @Test("whoever the others depend on has more weight in bargaining")
  func exchange() throws {
    try StudiedCases.scaffold(.jointFacility) { regionalCase, _ in
      let behaviour = try FormulatedProblem(regionalCase.problems[0], of: regionalCase).behaviour
      let weights = try #require(try behaviour.circumstances(in: .best).bargainingWeights)
      // South alone depends on anybody, on middle: half of all weight is shared alike, half is middle's.
      for (weight, byHand) in zip(weights, [1.0 / 6, 2.0 / 3, 1.0 / 6]) { #expect(abs(weight - byHand) < 1e-15) }
      let exchange = try #require(behaviour.exchange)
      #expect(abs(exchange[2, 1] - 0.8 * 0.5 * 0.6 * 0.7) < 1e-15)  // three products
    }
  }

  @Test("two agreements between the same two, and ties to those outside, make one network")
  func doubleTies() throws {
    let findings = try findings(
      .spillover,
      [
        (
          "  - {from: north, to: middle, kind: agreement, since: 2019}\n",
          """
            - {from: north, to: middle, kind: agreement, since: 2019}
            - {from: middle, to: north, kind: informal}
            - {from: south, to: middle, kind: membership}
            - {from: chamber, to: north, kind: membership}

          """
        )
      ])
    #expect(findings.ties.count == 8)
    // North and south have middle in common, one pair of three.
    let counted = try #require(findings.mechanisms.conditions.first { $0.name == "commonPartners" })
    #expect(abs(counted.value - 1.0 / 3) < 1e-15)  // one division
  }
}
