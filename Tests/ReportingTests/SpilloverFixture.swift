@testable import Studies

/// Thirteen cities of the Beijing–Tianjin–Hebei region whose air reaches each other. Seats are real; territories
/// are the points nearest to each seat, and all figures are made up for these tests.
func spilloverFindings() -> Findings {
  let cities: [(id: String, en: String, zh: String, x: Double, y: Double, cost: Double)] = [
    ("beijing", "Beijing", "北京", 116.41, 39.90, 812.4), ("tianjin", "Tianjin", "天津", 117.20, 39.08, 533.9),
    ("shijiazhuang", "Shijiazhuang", "石家庄", 114.51, 38.04, 388.1),
    ("tangshan", "Tangshan", "唐山", 118.18, 39.63, 402.6),
    ("qinhuangdao", "Qinhuangdao", "秦皇岛", 119.52, 39.89, 71.3), ("handan", "Handan", "邯郸", 114.54, 36.63, 298.0),
    ("xingtai", "Xingtai", "邢台", 114.50, 37.07, 211.7), ("baoding", "Baoding", "保定", 115.46, 38.87, 344.2),
    ("zhangjiakou", "Zhangjiakou", "张家口", 114.89, 40.77, 58.9), ("chengde", "Chengde", "承德", 117.96, 40.95, 44.5),
    ("cangzhou", "Cangzhou", "沧州", 116.84, 38.30, 231.8), ("langfang", "Langfang", "廊坊", 116.68, 39.54, 187.6),
    ("hengshui", "Hengshui", "衡水", 115.67, 37.74, 139.4),
  ]
  let ids = cities.map(\.id)
  let count = cities.count
  func distance(_ i: Int, _ j: Int) -> Double {
    let x = (cities[i].x - cities[j].x) * 0.77
    let y = cities[i].y - cities[j].y
    return (x * x + y * y).squareRoot()
  }
  let flows = (0..<count).map { i in
    (0..<count).map { j in i == j ? 1 : 0.35 / (1 + 4 * distance(i, j) * distance(i, j)) * (1 + Double(i % 4) / 3) }
  }
  let dependence = (0..<count).map { i in
    let total = (0..<count).reduce(0) { $0 + flows[$1][i] }
    return (0..<count).map { j in flows[j][i] / total }
  }
  let alone = cities.map(\.cost)
  let together = cities.indices.map { alone[$0] * ($0 == 3 || $0 == 9 ? 1.14 : 0.72 + 0.02 * Double($0 % 5)) }
  let costAlone = alone.reduce(0, +)
  let costTogether = together.reduce(0, +)
  let gap = costAlone - costTogether
  let transfers = cities.indices.map { together[$0] - alone[$0] + gap / Double(count) }
  let rules = [
    "chanderTulkens", "shapley", "nucleolus", "perCapitaNucleolus", "equalSavings", "tau", "gately",
    "proportional", "equal",
  ]
  func shares(_ rule: Int) -> [Double] {
    if rule == 8 { return ids.map { _ in costTogether / Double(count) } }
    let raw = cities.indices.map { alone[$0] * (0.72 + 0.012 * Double(rule) + 0.03 * Double(($0 * 3 + rule * 5) % 7)) }
    let total = raw.reduce(0, +)
    return raw.map { $0 / total * costTogether }
  }
  var parties = cities.indices.map { i in
    PartyFinding(
      id: ids[i], name: ["en": cities[i].en, "zh": cities[i].zh], kind: "government", tier: "prefecture",
      parent: i < 2 ? "centre" : "hebei", longitude: cities[i].x, latitude: cities[i].y, isPlayer: true,
      rings: [nearest(to: i, of: cities.map { ($0.x, $0.y) })])
  }
  parties.append(
    PartyFinding(
      id: "centre", name: ["en": "Ministry of Ecology and Environment", "zh": "生态环境部"], kind: "authority",
      tier: "nation", parent: nil, longitude: 116.36, latitude: 39.93, isPlayer: false, rings: []))
  parties.append(
    PartyFinding(
      id: "hebei", name: ["en": "Hebei Province", "zh": "河北省"], kind: "authority", tier: "province",
      parent: "centre", longitude: nil, latitude: nil, isPlayer: false, rings: []))
  let mechanisms = fixtureMechanisms(players: ids, gross: gap, best: "multilateral-contract")
  let base = mechanisms.ranking[0].netGain
  let names = [
    "problems.air.spillover.abatementCost", "problems.air.spillover.transport", "problems.air.spillover.damage.linear",
    "conditions.trust", "conditions.patience", "conditions.detectability", "conditions.legalForce",
    "parties.autonomy", "mechanisms.overrides.multilateral-contract.fine", "conditions.temptationShock",
    "problems.air.spillover.background", "problems.air.spillover.limit", "conditions.heterogeneity",
    "conditions.thirdPartyDetection",
  ]
  return Findings(
    caseID: "bth-air", title: ["en": "Clean air for Beijing, Tianjin and Hebei", "zh": "京津冀大气污染联防联控"],
    summary: nil, money: MoneyFinding(currency: "CNY", scale: "million", priceYear: 2014, period: "year"),
    seed: 20_260_101,
    problem: ProblemFinding(
      id: "air", family: "spillover", title: ["en": "Fine particles cross city limits", "zh": "细颗粒物跨市传输"],
      field: ["en": "air quality", "zh": "大气环境"], territory: nil, urgency: 0.85, positions: []),
    parties: parties, players: ids,
    ties: ids.dropFirst(2).map { TieFinding(from: "hebei", to: $0, kind: "hierarchy", resource: nil, weight: 1) }
      + [
        TieFinding(from: "beijing", to: "tianjin", kind: "agreement", resource: nil, weight: 1),
        TieFinding(from: "beijing", to: "langfang", kind: "informal", resource: nil, weight: 1),
      ], institutions: [], goals: [],
    diagnosis: DiagnosisFindings(
      costAlone: costAlone, costTogether: costTogether, gap: gap, priceOfAnarchy: costAlone / costTogether,
      players: cities.indices.map {
        PlayerDiagnosis(
          player: ids[$0], actionAlone: 0.12 + 0.01 * Double($0), actionTogether: 0.31 + 0.01 * Double($0),
          costAlone: alone[$0], costTogether: together[$0], freeRidingIncentive: alone[$0] * 0.08)
      }, losersWithoutTransfers: ["tangshan", "chengde"], transfers: transfers, isCoreEmpty: false, leastCore: -21.4,
      stableWithoutTransfers: ["beijing", "langfang", "tianjin"], stableWithTransfers: Array(ids.prefix(5)),
      isEquilibriumUnique: true, dependence: dependence,
      pairs: [
        PairDependence(first: "beijing", second: "langfang", mutual: 0.52, imbalance: 0.09),
        PairDependence(first: "handan", second: "xingtai", mutual: 0.49, imbalance: 0.02),
        PairDependence(first: "tianjin", second: "langfang", mutual: 0.38, imbalance: 0.21),
        PairDependence(first: "tianjin", second: "tangshan", mutual: 0.3, imbalance: 0.04),
      ], flows: flows, mainRisk: .defection,
      familyNumbers: [
        NamedNumber(name: "damageAlone", value: 2810.5), NamedNumber(name: "damageTogether", value: 1500),
      ]),
    mechanisms: mechanisms,
    sharing: SharingFindings(
      kind: "cost", convention: "gamma", standAlone: alone, jointCost: costTogether,
      rules: rules.enumerated().map { index, rule in
        RuleFinding(
          rule: rule, indicator: rule == "proportional" ? "GDP" : nil, shares: shares(index), undefined: nil,
          violationCount: rule == "equal" ? 1 : 0,
          violations: rule == "equal"
            ? [
              ViolationFinding(
                members: ["zhangjiakou", "chengde", "qinhuangdao"], pays: 3 * costTogether / 13, alone: 170.2,
                excess: 3 * costTogether / 13 - 170.2)
            ] : [])
      }, proposed: "nucleolus", coreInterval: nil,
      certificate: CertificateFinding(isCertified: false, levels: [], exactShares: [], within: 0.0004),
      widestDisagreement: 412.2, widestDisagreementPlayer: "beijing"),
    hinges: fixtureHinges(names, base: base),
    uncertainty: fixtureUncertainty(mechanisms, players: ids, inputs: names, chanceOfNone: 0.004),
    inputs: names.enumerated().map { index, name in
      InputFinding(
        name: name, count: index < 3 ? 13 : 1, unit: index == 0 ? "million CNY" : nil,
        status: index % 3 == 0 ? "assumed" : "estimated", source: index % 3 == 0 ? nil : "yearbook-2015", remark: nil,
        low: 0.3, high: 12_345.6, isUncertain: true)
    },
    sources: [
      SourceFinding(
        key: "yearbook-2015", citation: "National statistics, 2015.", url: nil, licence: "CC BY 4.0", note: nil)
    ], warnings: [])
}

/// The points of a rectangle that lie nearest to point `index`: the rectangle cut by the bisectors to all others.
private func nearest(to index: Int, of points: [(Double, Double)]) -> [[Double]] {
  var ring = [(113.6, 36.1), (119.9, 36.1), (119.9, 42.0), (113.6, 42.0)]
  let (px, py) = points[index]
  for (other, (qx, qy)) in points.enumerated() where other != index {
    func side(_ point: (Double, Double)) -> Double {
      (point.0 - (px + qx) / 2) * (qx - px) + (point.1 - (py + qy) / 2) * (qy - py)
    }
    var cut: [(Double, Double)] = []
    for (a, b) in zip(ring, ring.dropFirst() + [ring[0]]) {
      if side(a) <= 0 { cut.append(a) }
      if side(a) * side(b) < 0 {
        let t = side(a) / (side(a) - side(b))
        cut.append((a.0 + t * (b.0 - a.0), a.1 + t * (b.1 - a.1)))
      }
    }
    ring = cut
  }
  return ring.map { [$0.0, $0.1] }
}
