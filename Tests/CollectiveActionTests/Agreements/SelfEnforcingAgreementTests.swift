import CollectiveAction
import Testing

@Suite struct SelfEnforcingAgreementTests {
  @Test("gives the table of Barrett (1994) for ten parties", arguments: 0...10)
  func barrettTable(row: Int) throws {
    let table = try LiteratureTable("barrett-1994/table.csv")
    let agreement = try SelfEnforcingAgreement(parties: 10, saturation: 100, benefit: 1, cost: 0.25)
    let terms = agreement.terms(signatories: row)
    #expect(table.rows[row]["signatories"] == "\(row)")
    for (column, value) in [
      ("signatory_abatement", terms.signatoryAbatement), ("outsider_abatement", terms.outsiderAbatement),
      ("signatory_gain", terms.signatoryGain), ("outsider_gain", terms.outsiderGain), ("total_gain", terms.total),
    ] {
      let printed = table.numbers(column)[row]
      #expect((printed == nil) == (value == nil), "\(column)")
      if let printed, let value { #expect(abs(printed - value) <= 0.05 + 1e-9, "\(column)") }  // one decimal
    }
    #expect(agreement.stableSizes == [4])
  }

  @Test("lets as many sign as Barrett's model lets hold", arguments: 0..<9)
  func stableSizes(row: Int) throws {
    let table = try LiteratureTable("barrett-1994/stable-sizes.csv")
    let parties = try #require(table.numbers("parties")[row])
    let ratio = try #require(table.numbers("cost_over_benefit")[row])
    let stable = try #require(table.numbers("stable_signatories")[row])
    // a and the size of b are free: they move all gains alike.
    for (saturation, benefit) in [(100.0, 1.0), (7.0, 3.0)] {
      let agreement = try SelfEnforcingAgreement(
        parties: Int(parties), saturation: saturation, benefit: benefit, cost: ratio * benefit)
      #expect(agreement.stableSizes == [Int(stable)])
    }
  }

  @Test("leaves no signatory a better joint choice, the outsiders replying", arguments: 1...9)
  func signatoriesLeadBest(signatories: Int) throws {
    let agreement = try SelfEnforcingAgreement(parties: 10, saturation: 100, benefit: 1, cost: 0.25)
    let terms = agreement.terms(signatories: signatories)
    let best = try #require(terms.signatoryGain)
    let chosen = try #require(terms.signatoryAbatement)
    for step in -200...200 {
      let abatement = chosen + Double(step) / 50
      // Each outsider equates its marginal cost with its marginal benefit: c q = b (a − Q) / N.
      let outsiders = Double(10 - signatories)
      let total = (Double(signatories) * abatement + outsiders * 100 / 2.5) / (1 + outsiders / 2.5)
      let gain = (100 * total - total * total / 2) / 10 - 0.25 * abatement * abatement / 2
      #expect(gain <= best + 1e-9)  // sums of terms up to 5 000
    }
  }

  @Test("refuses figures that make no agreement")
  func refusals() {
    #expect(throws: DilemmaError.invalid("an agreement has 2 parties or more, not 1")) {
      try SelfEnforcingAgreement(parties: 1, saturation: 1, benefit: 1, cost: 1)
    }
    #expect(throws: DilemmaError.invalid("the cost is 0.0; give a finite number above 0")) {
      try SelfEnforcingAgreement(parties: 5, saturation: 1, benefit: 1, cost: 0)
    }
  }
}
