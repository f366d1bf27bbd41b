import Foundation
import Sharing
import Testing

@testable import Mechanisms
@testable import Reporting
@testable import Studies

/// What a report says of its methods is what the code does.
@Suite struct MethodTests {
  private func part(_ findings: Findings, _ language: Language = .english) -> MethodPart {
    MethodPart(voice: Voice(findings, in: language))
  }

  /// The years in which works appeared that `text` names.
  private func years(in text: String) -> [String] {
    text.matches(of: /(19|20)[0-9][0-9]/).map { String($0.output.0) }
  }

  @Test("names every work it lists, and lists every work it names", arguments: Language.allCases)
  func works(language: Language) throws {
    let gains = [standardFindings(), competitionFindings(), tableFindings()]
    for findings in [facilityFindings(), spilloverFindings()] + gains + (try Examples.names.map(Examples.findings)) {
      let part = part(findings, language)
      for method in part.methods {
        let words = part.voice.text(of: method.words)
        let cited = method.works.flatMap { years(in: $0.citation).prefix(1) }
        #expect(Set(years(in: words)) == Set(cited), "\(method.title)")
        for work in method.works {
          let author = try #require(work.citation.split(separator: ",").first.map(String.init))
          let name = author.split(separator: "(")[0].trimmingCharacters(in: .whitespaces)
          #expect(words.contains(name), "\(method.title): \(name)")
        }
      }
      var html = HTML()
      part.write(to: &html)
      for work in Literature.allCases {
        #expect(html.markup.contains(escaped(work.citation)) == part.literature.contains(work), "\(work)")
      }
    }
  }

  private func escaped(_ text: String) -> String { text.replacing("&", with: "&amp;") }

  @Test func tellsEveryRuleOfSharing() {
    let told = MethodPart.ruleMethods.map(\.rule) + ["prenucleolus"]
    #expect(Set(told).isSuperset(of: SharingRule.reported.map(\.rawValue)))
  }

  @Test func tellsOnlyTheMethodsAtHand() {
    let facility = part(facilityFindings()).methods.map { $0.title.rawValue }
    let spillover = part(spilloverFindings()).methods.map { $0.title.rawValue }
    #expect(facility.contains("bill") && !facility.contains("spillover") && !facility.contains("transfers"))
    #expect(facility.contains("facilityTable") && !facility.contains("facilityFunction"))
    #expect(spillover.contains("transfers") && spillover.contains("stability") && !spillover.contains("bill"))
    #expect(facility.contains("weights") && !facility.contains("equalWeights"))  // Malmö and Trelleborg exchange water.
    #expect(spillover.contains("equalWeights") && !spillover.contains("weights"))
    #expect(!facility.contains("draws") && spillover.contains("draws"))
  }

  @Test func tellsOfGiniOnlyWhereTheCaseDoesNotSayHowUnlikeItsMembersAre() throws {
    var findings = try Examples.findings(of: "skane-water")
    #expect(part(findings).methods.contains { $0.title.rawValue == "gini" })
    findings.inputs.append(
      InputFinding(
        name: "conditions.heterogeneity", count: 1, unit: nil, status: "assumed", source: nil, remark: nil, low: 0.3,
        high: 0.3, isUncertain: false))
    #expect(!part(findings).methods.contains { $0.title.rawValue == "gini" })
  }

  @Test func saysTheNumbersOfTheCodeThatStandInNoTable() {
    for language in Language.allCases {
      #expect(FormMethod.autonomyWords.wording.text(in: language).contains("\(CostRates.encompassing)"))
    }
    #expect(ScopeRule.stacking == 0.1)  // "a tenth" in words, 0.1 in the formula
    #expect(FormMethod.keepingWords.wording.english.contains("adds a tenth"))
    #expect(DilemmaTable.largestExhaustive == 16)  // "up to sixteen members" in words
  }

  @Test func tabulatesEveryNumberOfEveryForm() throws {
    #expect(Set(MethodPart.letters.map(\.parameter)) == Set(MechanismParameter.catalogue))
    var findings = try Examples.findings(of: "skane-water")
    #expect(part(findings).formTable.rows.count == 9)  // No level above the towns could impose any.
    #expect(findings.mechanisms.withoutAuthority.count == 3)
    let contract = try #require(part(findings).formTable.rows.first { $0.cells[0] == "multilateral agreement" })
    #expect(contract.cells.dropFirst() == ["0.2", "0", "1", "1", "1", "0", "0", "0.25", "0.02", "0.6", "1", "0"])
    findings.inputs.append(
      InputFinding(
        name: "mechanisms.overrides.multilateral-contract.fine", count: 1, unit: nil, status: "assumed", source: nil,
        remark: nil, low: 4, high: 4, isUncertain: false))
    let changed = try #require(part(findings).formTable.rows.first { $0.cells[0] == "multilateral agreement" })
    #expect(changed.cells[3] == "4*")
  }
}

/// The printed formulas, worked out again by hand from what a report tells, give the figures it tells.
@Suite struct RecomputationTests {
  @Test(
    "gives every chance, cost and net gain of the forms that could bind all six towns of Skåne",
    // No level above the towns is named that could order them.
    arguments: Authority.allCases.filter { $0 != .imposed }
  )
  func skane(authority: Authority) throws {
    let findings = try Examples.findings(of: "skane-water")
    let form = try #require(findings.mechanisms.ranking.first { $0.id == "collective-\(authority.rawValue)" })
    let numbers = try MechanismCatalogue.mechanism(form.id)
    let told = Dictionary(uniqueKeysWithValues: findings.mechanisms.conditions.map { ($0.name, $0.value) })
    func condition(_ name: String) throws -> Double { try #require(told[name]) }
    let alone = findings.sharing.standAlone
    let n = alone.count
    let k = Double(n)
    let joint = findings.sharing.jointCost

    // Bill, gain, contribution, temptation.
    let bills = alone.map { joint * $0 / alone.reduce(0, +) }
    let omega = numbers[.informationLoss]
    let g = zip(alone, bills).map { alone, bill in alone > bill ? (alone - bill) * (1 - omega) : alone - bill }
    let (u, t) = (bills, bills)
    let stake = u.reduce(0, +)
    let gain = g.reduce(0, +)
    #expect(abs(gain - form.grossGain) < 1e-9)  // sums of six doubles

    // Detection, fine, future, chance to keep.
    let embedded = authority == .embeddedness
    let looks = embedded ? 1 + (try condition("closure")) * (try condition("commonPartners")) : 1
    let others =
      (1 - numbers[.authorityDetection]) * (1 - numbers[.thirdPartyDetection])
      * (1 - (try condition("thirdPartyDetection")))
    let pi = 1 - pow(1 - (try condition("detectability")), looks) * others
    let law = authority == .imposed ? 1 : try condition("legalForce")
    let f = u.map { (law * numbers[.fine] + numbers[.exitBond]) * $0 }
    let patience = (try condition("patience")) * (1 - (try condition("turnover")))
    let v = (1 + 0.1 * (numbers[.linkedIssues] - 1)) * patience / (1 - patience)
    let r = numbers[.transfers]
    let w = 1 / k
    let l = g.map { max((1 - r) * $0 + r * w * gain, 0) }
    let sigma = try condition("temptationShock")
    let safety = u.indices.reduce(1.0) { product, i in
      product * 0.5 * erfc(-(pi * (f[i] + v * l[i]) - t[i]) / (sigma * u[i]) / 2.0.squareRoot())
    }
    // 1e-9 here and below: the same sums in another order.
    #expect(abs(safety - form.defectionSafety) < 1e-9)

    // Chance to start.
    let x = u.indices.map { max(t[$0] - pi * f[$0], 0) }
    let needed = u.indices.map { x[$0] == 0 ? 0 : x[$0] / (x[$0] + pi * (f[$0] + v * l[$0])) }.max() ?? 0
    let threshold = numbers[.decisionThreshold]
    let trust = try condition("trust")
    if authority == .imposed {
      #expect(form.coordination == 1)
    } else {
      let each = pow(needed, 1 / ((k - 1) * threshold))
      let strength = try condition("beliefStrength")
      let above = betaMass(from: each, to: 1, strength * trust, strength * (1 - trust))
      // 1e-6: what the midpoint rule with so many steps leaves.
      #expect(abs(above - form.coordination) < 1e-6)
    }

    // Transaction cost by kind, autonomy.
    let experience = pow(try condition("experienceFactor"), try condition("priorAgreements"))
    let watchers = try condition("thirdPartyDetection")
    let hasHub = authority >= .delegated || watchers > 0
    let links = hasHub ? k : k * (k - 1) / 2
    let scale = stake * experience
    let cost = form.transactionCost
    #expect(abs(cost.search - scale * (try condition("searchPrice")) * links / k) < 1e-9)
    let unlike = 1 + (try condition("heterogeneityWeight")) * (try condition("heterogeneity"))
    let bargaining =
      (try condition("bargainingPrice")) * pow(k, (try condition("bargainingExponent")) - 1) * unlike * threshold
      * numbers[.linkedIssues]
    #expect(abs(cost.bargaining - scale * bargaining) < 1e-9)
    #expect(abs(cost.monitoring + scale * (try condition("monitoringPrice")) * links / k * log(others)) < 1e-9)
    let bond = numbers[.exitBond] * (1 - (try condition("patience")))
    let isBody = authority >= .delegated
    #expect(abs(cost.enforcement - scale * ((isBody ? 0 : numbers[.fixedCost]) + bond)) < 1e-9)
    #expect(abs(cost.agency - scale * (isBody ? numbers[.fixedCost] : 0)) < 1e-9)
    let autonomy = u.map { (told["autonomySensitivity"] ?? 0) * numbers[.autonomyLoss] * 1.5 * $0 }
    #expect(abs(autonomy.reduce(0, +) - form.autonomyCost) < 1e-9)

    // Chance to share, net gain and payments.
    let fair = findings.sharing.rules.filter { ["shapley", "ensc", "scrb", "gately"].contains($0.rule) }
      .compactMap(\.shares)
    #expect(fair.count == 4)
    let disputed = u.indices.reduce(0.0) { sum, i in
      let shares = fair.map { $0[i] }
      return sum + (shares.max() ?? 0) - (shares.min() ?? 0)
    }
    let spread = min(1, disputed / (2 * (alone.reduce(0, +) - joint)))
    func net(_ i: Int, _ p: Double) -> Double {
      (1 - r) * (p * g[i] - cost.total * u[i] / stake - autonomy[i])
        + r * w * (p * gain - cost.total - autonomy.reduce(0, +))
    }
    let content = authority == .imposed ? 1 : Double(u.indices.count { net($0, 1) >= 0 }) / k
    let division = content * exp(-numbers[.divisionFriction] * spread * (1 - trust) * log(k))
    #expect(abs(division - form.division) < 1e-9)
    let p = form.coordination * form.division * form.defectionSafety
    #expect(abs(p * gain - cost.total - form.autonomyCost - form.netGain) < 1e-9)
    if form.isFormed {
      for i in u.indices {
        #expect(abs(net(i, p) - form.netGainByPlayer[i]) < 1e-9)
        let payment =
          r * ((w * (p * gain - cost.total - form.autonomyCost) + cost.total * u[i] / stake + autonomy[i]) / p - g[i])
        #expect(abs(payment - form.transfers[i]) < 1e-9)
      }
    }
  }

  @Test func findsHowUnlikeTheTownsAre() throws {
    let findings = try Examples.findings(of: "skane-water")
    let told = try #require(findings.mechanisms.conditions.first { $0.name == "heterogeneity" })
    let alone = findings.sharing.standAlone.sorted()
    let n = alone.count
    let weighted = (1...n).reduce(0.0) { $0 + Double(2 * $1 - n - 1) * alone[$1 - 1] }
    #expect(abs(weighted / (Double(n) * alone.reduce(0, +)) - told.value) < 1e-12)  // the same sum
  }

  @Test func findsEveryDependenceAmongTheTowns() throws {
    let findings = try Examples.findings(of: "skane-water")
    for pair in findings.diagnosis.pairs {
      let first = try #require(findings.players.firstIndex(of: pair.first))
      let second = try #require(findings.players.firstIndex(of: pair.second))
      let there = findings.diagnosis.dependence[first][second]
      let back = findings.diagnosis.dependence[second][first]
      // Both hang on what the pair saves, so each times the cost alone is the same amount.
      #expect(abs(there * findings.sharing.standAlone[first] - back * findings.sharing.standAlone[second]) < 1e-12)
      #expect(abs(pair.mutual - max(there, 0) - max(back, 0)) < 1e-12)
      #expect(abs(pair.imbalance - abs(max(there, 0) - max(back, 0))) < 1e-12)
    }
  }

  /// How much of Beta(a, b) lies between two points, by the midpoint rule; a and b above one.
  private func betaMass(from low: Double, to high: Double, _ a: Double, _ b: Double) -> Double {
    let steps = 200_000
    let logScale = lgamma(a + b) - lgamma(a) - lgamma(b)
    let width = (high - low) / Double(steps)
    return (0..<steps).reduce(0.0) { sum, step in
      let y = low + (Double(step) + 0.5) * width
      return sum + exp(logScale + (a - 1) * log(y) + (b - 1) * log(1 - y)) * width
    }
  }
}
