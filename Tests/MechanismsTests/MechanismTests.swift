import Mathematics
import Testing

@testable import Mechanisms

@Suite struct MechanismTests {
  @Test("the catalogue is scope × authority, each once")
  func catalogue() throws {
    let twelve = MechanismCatalogue.twelve
    #expect(twelve.count == 12)
    #expect(twelve.first?.id == "bilateral-embeddedness")
    #expect(twelve.last?.id == "collective-imposed")
    #expect(Set(twelve.map(\.id)).count == 12)
    for mechanism in twelve {
      #expect(try MechanismCatalogue.mechanism(mechanism.id) == mechanism)
      #expect(MechanismParameter.allCases.allSatisfy { $0.range.contains(mechanism[$0]) })
    }
  }

  @Test("a parameter changed by name is the only one that changes", arguments: MechanismParameter.allCases)
  func changes(parameter: MechanismParameter) throws {
    let standard = try MechanismCatalogue.mechanism("multilateral-delegated")
    for value in [parameter.range.lowerBound, parameter.range.upperBound] {
      let changed = try standard.with(parameter, value)
      #expect(changed[parameter] == value)
      for other in MechanismParameter.allCases where other != parameter { #expect(changed[other] == standard[other]) }
    }
    #expect(throws: MechanismError.outOfRange(parameter, -1)) { try standard.with(parameter, -1) }
    #expect(throws: MechanismError.self) { try standard.with(parameter, .nan) }
  }

  @Test("refuses names and numbers that mean nothing, and says what to do")
  func refusals() throws {
    let contract = try MechanismCatalogue.mechanism("bilateral-contract")
    #expect(throws: MechanismError.notZeroOrOne(0.5)) { try contract.with(.participationImposed, 0.5) }
    #expect(throws: MechanismError.emptyName) { try contract.named("") }
    #expect(throws: MechanismError.unknown("treaty")) { try MechanismCatalogue.mechanism("treaty") }
    #expect(try contract.named("treaty").id == "treaty")
    #expect(MechanismError.outOfRange(.fine, 11).description == "fine is 11.0; give a number from 0.0 to 10.0")
    #expect(
      MechanismError.notZeroOrOne(0.5).description
        == "participationImposed is 0.5; give 0 when members are asked, 1 when they are not")
    #expect(
      MechanismError.unknown("treaty").description.hasPrefix(
        "no mechanism is called 'treaty'; use one of bilateral-embeddedness, bilateral-contract,"))
  }
}

@Suite struct CircumstancesTests {
  @Test("whatever is not stated is assumed at its default")
  func assumed() throws {
    let circumstances = try Circumstances().with(.trust, 0.5).with(.turnover, 0.1)
    #expect(!circumstances.assumed.contains(.trust))
    #expect(!circumstances.assumed.contains(.turnover))
    #expect(circumstances.assumed.count == CircumstanceParameter.allCases.count - 2)
    for parameter in circumstances.assumed { #expect(circumstances[parameter] == parameter.standard) }
    for parameter in CircumstanceParameter.allCases { #expect(parameter.range.contains(parameter.standard)) }
    #expect(CircumstanceParameter.allCases.map(\.index) == Array(CircumstanceParameter.allCases.indices))
  }

  @Test("turnover shortens the horizon")
  func horizon() {
    #expect(abs(Circumstances().effectivePatience - 0.675) < 1e-12)  // .9 × .75
    #expect(abs(Circumstances().future - 0.675 / 0.325) < 1e-12)
  }

  @Test("refuses what is out of range, and says what to do")
  func refusals() {
    #expect(throws: CircumstanceError.outOfRange(.trust, 1.5)) { try Circumstances().with(.trust, 1.5) }
    #expect(throws: CircumstanceError.weight(player: 1, 0)) {
      try Circumstances().with(bargainingWeights: [1, 0])
    }
    #expect(throws: CircumstanceError.notSquare(rows: 1, columns: 2)) {
      try Circumstances().with(commonPartners: Matrix(rows: 1, columns: 2))
    }
    #expect(throws: CircumstanceError.outOfRange(.autonomySensitivity, 2)) {
      try Circumstances().with(autonomySensitivities: [0.1, 2])
    }
    #expect(
      CircumstanceError.outOfRange(.trust, 1.5).description == "trust is 1.5; give a number from 0.0 to 1.0")
    #expect(
      CircumstanceError.weight(player: 1, 0).description
        == "the bargaining weight of player 1 is 0.0; give a finite number above 0")
  }
}

@Suite struct BetaDistributionTests {
  /// SciPy 1.x, scipy.special.betainc.
  @Test(
    "agrees with SciPy's regularised incomplete beta function",
    arguments: [
      (0.3, 3, 3, 0.16308), (0.5, 0.6, 5.4, 0.9901001714439075), (0.9, 4.2, 1.8, 0.881471957667191),
      (0.01, 0.06, 5.94, 0.8647737461360867), (0.7, 120, 80, 0.9986145524027323),
      (0.999, 2, 0.5, 0.9525816464857751),
    ])
  func agrees(x: Double, a: Double, b: Double, published: Double) {
    let belief = BetaDistribution(a: a, b: b)
    #expect(abs(belief.cumulative(x) - published) < 1e-13)  // what the logarithms of gamma round away
    #expect(abs(belief.exceeding(x) - (1 - published)) < 1e-13)
  }

  @Test("is x for the uniform distribution and 0 or 1 beyond the ends")
  func uniform() {
    let uniform = BetaDistribution(a: 1, b: 1)
    for tenth in 0...10 { #expect(abs(uniform.cumulative(Double(tenth) / 10) - Double(tenth) / 10) < 1e-14) }
    #expect(uniform.cumulative(-1) == 0)
    #expect(uniform.cumulative(2) == 1)
    #expect(uniform.mean == 0.5)
    #expect(uniform.variance == 1.0 / 12)
  }
}
