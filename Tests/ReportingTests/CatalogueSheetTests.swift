import Mechanisms
import Testing

@testable import Reporting

@Suite struct CatalogueSheetTests {
  @Test("every number of the catalogue has a name in both languages")
  func everyNumberHasAName() {
    for parameter in MechanismParameter.allCases { #expect(RuleNumberName(rawValue: parameter.rawValue) != nil) }
    for parameter in CircumstanceParameter.allCases { #expect(ConditionName(rawValue: parameter.rawValue) != nil) }
  }

  @Test("the forms stand with their numbers under the letters that explain them", arguments: Language.allCases)
  func forms(language: Language) throws {
    let parts = CatalogueSheet().parts(in: language)
    #expect(parts.count == 3)
    #expect(parts[0].table.count == 13 && parts[1].table.count == 1 + MechanismParameter.allCases.count)
    #expect(parts[2].table.count == 1 + CircumstanceParameter.allCases.count)
    let letters = Array(parts[0].table[0].dropFirst(2))
    #expect(letters == parts[1].table.dropFirst().map { $0[0] })
    let fine = try #require(parts[1].table.firstIndex { $0[1] == "fine" }) - 1
    let imposed = try #require(parts[0].table.first { $0[0] == "multilateral-imposed" })
    #expect(imposed[2 + fine] == "3")
    for row in parts[1].table.dropFirst() { #expect(row.allSatisfy { !$0.isEmpty }) }
  }

  @Test("a form of the case's own goes by its name there")
  func ownForm() throws {
    let own = try MechanismCatalogue.mechanism("bilateral-contract").named("watched").with(.thirdPartyDetection, 0.3)
    let table = CatalogueSheet(of: [own]).parts(in: .english, naming: ["watched": "Watched"])[0].table
    #expect(table.count == 2 && Array(table[1].prefix(2)) == ["watched", "Watched"])
  }
}
