import Foundation
import RegionalCases
import Testing

/// What the families' data say when they are told in another way than by one figure a member.
@Suite struct FamilyDataTests {
  private func everything() throws -> RegionalCase {
    try RegionalCase(contentsOf: Folders.tests.appendingPathComponent("Sound/everything").path)
  }

  // MARK: Scales of governance

  @Test func anItemCostsTheStepsToTheMedianLevel() throws {
    guard case .commonStandard(let finer) = try everything().problem("finer")?.family,
      case .scales(let scales) = finer.switching
    else {
      Issue.record("the problem is a common standard with scales")
      return
    }
    #expect(finer.items.map(\.source) == ["book", nil])
    // Members c, b, a stand at 2, 4, 1 in the first item and at 5, 2, 2 in the second.
    #expect(scales.levels.map(\.best) == [[2, 4, 1], [5, 2, 2]])
    #expect(scales.targetLevel(of: 0) == 2)
    #expect(scales.targetLevel(of: 1) == 2)
    #expect((0..<3).map { scales.steps(of: 0, member: $0) } == [0, 2, 1])
    #expect((0..<3).map { finer.switchingCost(of: 0, member: $0) } == [0, 4, 1])
    #expect((0..<3).map { finer.switchingCost(of: 1, member: $0) } == [1.5, 0, 0])
    #expect(scales.difference(of: 0, between: 1, and: 2) == 3)
    #expect(scales.levels[1][0].provenance == Provenance(status: .estimated, source: "survey"))
  }

  @Test func aTargetLevelMayLieBetweenTheMembers() throws {
    guard case .commonStandard(let finest) = try everything().problem("finest")?.family,
      case .scales(let scales) = finest.switching
    else {
      Issue.record("the problem is a common standard with scales")
      return
    }
    #expect(scales.targetLevel(of: 0) == 3)
    #expect((0..<2).map { finest.switchingCost(of: 0, member: $0) } == [4, 2])
  }

  @Test(
    "the common level is",
    arguments: [
      (GovernanceScales.Rule.highest, [1.0, 4, 2], 4.0), (.lowest, [1, 4, 2], 1), (.median, [1, 4, 2], 2),
      (.median, [1, 4, 2, 3], 2.5), (.median, [7], 7),
    ])
  func commonLevel(rule: GovernanceScales.Rule, levels: [Double], expected: Double) {
    #expect(rule.level(among: levels) == expected)
  }

  @Test func aCostToldOutrightIsTheSameForEveryItem() throws {
    guard case .commonStandard(let permits) = try everything().problem("permits")?.family else {
      Issue.record("the problem is a common standard")
      return
    }
    #expect((0..<2).map { permits.switchingCost(of: $0, member: 0) } == [2, 2])
    #expect((0..<2).map { permits.switchingCost(of: $0, member: 1) } == [1, 1])
  }

  // MARK: Competition

  @Test func aMembersOwnParameterComesBeforeTheCommonOne() throws {
    guard case .competition(let walls) = try everything().problem("walls")?.family else {
      Issue.record("the problem is a competition")
      return
    }
    #expect(walls.rivalry == .ties)
    #expect(walls.figure(.temptation, of: "a")?.best == 5)
    #expect(walls.figure(.temptation, of: "club")?.best == 5.5)
    #expect(walls.figure(.temptation, of: "club")?.provenance.status == .published)
    #expect(walls.figure(.reward, of: "club")?.best == 3)
    #expect(walls.figure(.noise, of: "a") == nil)
  }

  @Test func withoutARivalryEveryoneCompetesEqually() throws {
    guard case .competition(let tax) = try everything().problem("tax")?.family else {
      Issue.record("the problem is a competition")
      return
    }
    #expect(tax.rivalry == .uniform)
    #expect(tax.figure(.capitalPerHead, of: "a")?.best == 3)
    #expect(tax.figure(.capitalPerHead, of: "b")?.best == 3.125)
    #expect(tax.today?.best == [0.25, 0])
    #expect(tax.kind.ownParameters == [.capitalPerHead])
  }

  // MARK: River

  @Test func aRiverBringsEachWhatThoseAboveDoNotHoldBack() throws {
    guard case .spillover(let water) = try everything().problem("river")?.family, let river = water.river else {
      Issue.record("the problem is a spillover along a river")
      return
    }
    // Members a, b, c lie in the order c, a, b; c loses 0.25 on the way to a, and a loses 0.5 on the way to b.
    #expect(river.order == [2, 0, 1])
    #expect(river.retention.map(\.best) == [0.25, 0.5])
    let reach = (0..<3).map { receptor in (0..<3).map { river.reach(from: $0, to: receptor) } }
    #expect(reach == [[1, 0, 0.75], [0.5, 1, 0.375], [0, 0, 1]])
    #expect(river.reach(from: 2, to: 1, retention: [0, 0.5]) == 0.5)
    // What baselines of 10, 0 and 4 bring.
    #expect(water.transport.matrix.rows == [[10, 0, 3], [5, 0, 1.5], [0, 0, 4]])
    #expect(water.transport.scale == 1)
  }

  // MARK: Levels above and agencies

  @Test func levelsAboveCareForMembersUnequally() throws {
    let river = try #require(try everything().problem("river"))
    #expect(river.hierarchy.map(\.authority) == ["top"])
    #expect(river.hierarchy[0].weights.best == [1, 0, 2.5])
    #expect(river.agencies.map(\.id) == ["works", "farms"])
    #expect(river.agencies.map(\.member) == ["a", "a"])
    #expect(river.agencies.map(\.minds.best) == [0.25, 0.75])
    #expect(river.hierarchy[0].subsidy?.upTo.best == 0.5)
    #expect(river.hierarchy[0].subsidy?.costOfFunds?.best == 1.25)
    #expect(river.hierarchy[0].evaluation?.upTo.best == 0.25)
    #expect(river.hierarchy[0].evaluation?.cost?.best == 3)
  }

  // MARK: Payments

  @Test func anIndexDecidesWhoPays() throws {
    let mayors = try everything().institutions[0]
    let index = try #require(mayors.index)
    #expect(index.components.map(\.id) == ["lead", "salt"])
    #expect(abs(index.value(ratios: [1, 1]) - 0.8) < 1e-15)  // 0.8·(0.75 + 0.25), rounded in binary
    #expect(abs(index.value(ratios: [1, 3]) - 1.2) < 1e-15)
    // At or below 1 b pays a 2; above it, a pays b 1; top pays a 3 in any case.
    #expect([0.9, 1, 1.1, 10].map { mayors.received(by: "a", at: $0) } == [5, 5, 2, 3])
    #expect([0.9, 1, 1.1, 10].map { mayors.received(by: "b", at: $0) } == [-2, -2, 1, 0])
    #expect([0.9, 1, 1.1, 10].map { mayors.received(by: "top", at: $0) } == [-3, -3, -3, -3])
  }
}
