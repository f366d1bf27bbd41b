import Mechanisms
import RegionalCases
import Testing

/// A case file and the mechanisms speak of the same things by the same words.
@Suite struct VocabularyTests {
  @Test("every condition of a case is a parameter of the circumstances", arguments: Condition.allCases)
  func conditions(condition: Condition) {
    #expect(CircumstanceParameter(rawValue: condition.rawValue) != nil)
  }

  @Test("what only the circumstances know is counted from ties, told by party, or a price of the catalogue")
  func furtherCircumstances() {
    let further = CircumstanceParameter.allCases.map(\.rawValue).filter { Condition(rawValue: $0) == nil }
    #expect(
      further == [
        "commonPartners", "experienceFactor", "autonomySensitivity", "searchPrice", "bargainingPrice",
        "bargainingExponent", "heterogeneityWeight", "monitoringPrice",
      ])
  }

  @Test("the parameters of a mechanism are the same in a case and in the catalogue")
  func mechanismParameters() {
    #expect(
      RegionalCases.MechanismParameter.allCases.map(\.rawValue)
        == Mechanisms.MechanismParameter.allCases.map(\.rawValue))
  }

  @Test("the cells of a case are the twelve of the catalogue, in its order")
  func cells() {
    #expect(MechanismCell.allCases.map(\.id) == MechanismCatalogue.twelve.map(\.id))
  }

  @Test("every default is a number that a case may state", arguments: Condition.allCases)
  func defaults(condition: Condition) throws {
    let parameter = try #require(CircumstanceParameter(rawValue: condition.rawValue))
    #expect(condition.range.contains(parameter.standard))
    #expect(parameter.range.contains(parameter.standard))
  }

  @Test("every number of the catalogue is one that a case may state", arguments: MechanismCatalogue.twelve)
  func catalogue(mechanism: Mechanism) throws {
    // The catalogue's half transfer stands for favours exchanged; a case says yes or no.
    for word in RegionalCases.MechanismParameter.allCases where word != .transfers {
      let parameter = Mechanisms.MechanismParameter(rawValue: word.rawValue)
      let number = mechanism[try #require(parameter)]
      #expect(word.range.contains(number), "\(word.rawValue) of \(mechanism.id)")
    }
  }

  @Test("a mechanism takes whatever a case may state", arguments: RegionalCases.MechanismParameter.allCases)
  func mechanismRanges(word: RegionalCases.MechanismParameter) throws {
    let parameter = Mechanisms.MechanismParameter(rawValue: word.rawValue)
    let range = try #require(parameter).range
    #expect(range.contains(try #require(word.range.low)))
    #expect(range.contains(try #require(word.range.high)))
  }

  @Test("the circumstances take whatever a case may state", arguments: Condition.allCases)
  func ranges(condition: Condition) throws {
    let parameter = try #require(CircumstanceParameter(rawValue: condition.rawValue))
    #expect(parameter.range.contains(try #require(condition.range.low)))
    #expect(parameter.range.contains(try #require(condition.range.high)))
  }
}
