import Testing

@testable import Negotiations

@Suite struct DecisionSettingTests {
  private static func party(
    _ name: String = "a", capability: Double = 1, position: Double = 50, salience: Double = 0.5
  ) -> DecisionSetting.Party {
    .init(name, capability: capability, stakes: [.init(position, salience: salience)])
  }

  @Test(
    "refuses what cannot be a decision and says what to do",
    arguments: [
      ([], [party(), party("b")], "there are no issues; give one or more"),
      (["road"], [party()], "1 party; a collective decision needs 2 or more"),
      (["road"], [], "0 parties; a collective decision needs 2 or more"),
      (["road", "road"], [party(), party("b")], "two issues are called 'road'; give each a name of its own"),
      ([""], [party(), party("b")], "an issue or a party has no name; give it one"),
      (["road"], [party(), party("")], "an issue or a party has no name; give it one"),
      (["road"], [party(), party()], "two parties are called 'a'; give each a name of its own"),
      (
        ["road"], [party(), party("b", capability: -1)],
        "the capability of 'b' is -1.0; give a finite number, 0 or more"
      ),
      (
        ["road"], [party(), party("b", capability: .infinity)],
        "the capability of 'b' is inf; give a finite number, 0 or more"
      ),
      (
        ["road"], [party(capability: 0), party("b", capability: 0)],
        "no party has any capability; give at least one a number above 0"
      ),
      (
        ["road"], [party(), party("b", salience: 1.5)],
        "the salience of 'road' to 'b' is 1.5; give a number from 0 to 1"
      ),
      (
        ["road"], [party(), party("b", salience: .nan)],
        "the salience of 'road' to 'b' is nan; give a number from 0 to 1"
      ),
      (
        ["road"], [party(), party("b", position: 101)],
        "the position of 'b' on 'road' is 101.0; give a place on its scale, from 0.0 to 100.0"
      ),
      (
        ["road"], [party(salience: 0), party("b", capability: 0)],
        "nobody with capability cares about 'road'; give such a party a position and a salience, or leave it out"
      ),
      (
        ["road", "rail"], [party(), party("b")],
        "'a' has 1 stake for 2 issues; give one for each, empty where it has none"
      ),
    ])
  func refusals(issues: [String], parties: [DecisionSetting.Party], message: String) {
    do throws(DecisionError) {
      _ = try DecisionSetting(issues: issues.map { .init($0) }, parties: parties)
      Issue.record("accepted")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test(
    "refuses a scale that is none",
    arguments: [(5.0, 5.0), (5, 1), (.nan, 1), (-.greatestFiniteMagnitude, .greatestFiniteMagnitude)])
  func scale(low: Double, high: Double) {
    do throws(DecisionError) {
      _ = try DecisionSetting(issues: [.init("road", low: low, high: high)], parties: [Self.party(), Self.party("b")])
      Issue.record("accepted")
    } catch {
      #expect(
        error.description
          == "the scale of 'road' runs from \(low) to \(high); give a low end below the high one, both finite")
    }
  }

  @Test func namesThatNobodyBearsAreRefused() throws {
    let setting = try TollSettings.setting()
    #expect(try setting.party(named: "CDA") == 5)
    #expect(try setting.issue(named: "commuting") == 3)
    #expect(throws: DecisionError.unknownParty("CDU", known: setting.parties.map(\.name))) {
      try setting.party(named: "CDU")
    }
    #expect(throws: DecisionError.unknownIssue("tolls", known: TollSettings.issues)) {
      try setting.issue(named: "tolls")
    }
    #expect(
      DecisionError.unknownIssue("tolls", known: ["toll", "ring"]).description
        == "no issue is called 'tolls'; use one of toll, ring")
  }

  @Test func strengthsTooLargeToAddUpAreCompared() throws {
    let setting = try DecisionSetting(
      issues: [.init("road")],
      parties: [
        Self.party(capability: .greatestFiniteMagnitude, position: 0),
        Self.party("b", capability: .greatestFiniteMagnitude, position: 100),
      ])
    #expect(compromises(of: setting)[0].outcome == 50)
  }
}
