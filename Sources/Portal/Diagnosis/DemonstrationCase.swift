import Foundation

/// The invented case of the sample region: what its members could gain from clean water, and who would pay for works
/// that they share. Every figure is made up, and says so.
public enum DemonstrationCase {
  /// Puts the case beside the record in `folder`, as the region's own.
  ///
  /// - Throws: a `CocoaError` when the folder cannot be written.
  public static func write(into folder: URL) throws {
    let place = folder.appending(path: "cases/region", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    for (name, text) in [("case.yaml", text), ("works.csv", works)] {
      try Data(text.utf8).write(to: place.appending(path: name), options: .atomic)
    }
  }

  private static let text = """
    # The case of the sample region. Everything in it is invented, for trying things out.
    interlocal: 1
    case:
      id: three-rivers
      title: {en: Clean water in the Three Rivers region (sample), zh: 三川合作区水环境治理（示例）}
      summary:
        en: >-
          What Cloud Hills lets into the river, Sanchuan and Whitesand drink and ship through. Two questions: who keeps how
          much out of the river, and who pays for treatment works that all could share.
        zh: 云岭上游省排入河中的污染，由三川市和白沙港市承受。两个问题：各自应减少多少排放，共建的处理设施由谁出资。
      money: {currency: CNY, scale: million}
      period: year
      referenceDate: 2026

    provenance: {status: assumed, remark: invented for the sample region}

    parties:
      - {id: commission, name: {en: Coordination Commission, zh: 省际协调委员会}, kind: authority, tier: nation}
      - {id: province, name: {en: Cloud Hills Province, zh: 云岭上游省}, kind: government, tier: province, parent: commission, place: {lon: 117.1, lat: 30.3}, capability: 2}
      - {id: city, name: {en: Sanchuan Municipality, zh: 三川市}, kind: government, tier: municipality, parent: commission, place: {lon: 117.9, lat: 30.0}, capability: 4}
      - {id: port, name: {en: Whitesand Port City, zh: 白沙港市}, kind: government, tier: municipality, parent: commission, place: {lon: 118.6, lat: 29.7}, capability: 3}
      - {id: guardians, name: {en: Watershed Guardians, zh: 护川协会}, kind: socialOrganisation, type: association}
      - {id: institute, name: {en: Three Rivers Monitoring Institute, zh: 三川监测研究所}, kind: monitor}

    indicators:
      population: {name: {en: Residents, zh: 居民}, unit: thousand persons, values: {province: 2100, city: 3400, port: 1600}}

    ties:
      - {from: commission, to: province, kind: hierarchy}
      - {from: commission, to: city, kind: hierarchy}
      - {from: commission, to: port, kind: hierarchy}
      - {from: city, to: port, kind: agreement, since: 2021}
      - {from: city, to: province, kind: exchange, resource: {en: clean water, zh: 清洁来水}, weight: 0.7, importance: 0.9, criticality: 0.8, substitutability: 0.2}

    institutions:
      - {id: conference, kind: forum, name: {en: Joint conference, zh: 联席会议}, members: [province, city, port], since: 2024, enforcement: 0.2}

    conditions:
      trust: {low: 0.4, mode: 0.55, high: 0.7}
      patience: 0.9
      detectability: {low: 0.6, mode: 0.75, high: 0.9}

    problems:
      - id: river
        family: spillover
        title: {en: Nutrients that flow down the river, zh: 顺流而下的氮磷污染}
        field: {en: water, zh: 水环境}
        urgency: 0.7
        members: [province, city, port]
        authority: commission
        monitor: institute
        positions:
          - {party: province, demand: {en: to be paid for what it gives up, zh: 对放弃的发展机会给予补偿}, salience: 0.8, position: 80}
          - {party: city, concern: {en: to pay and see the water grow worse, zh: 付了钱水质仍变差}, salience: 0.9, position: 40}
        spillover:
          action: {en: load kept out of the river, zh: 减少的入河负荷}
          actionUnit: {en: tonnes of phosphorus a year, zh: 吨磷/年}
          baseline: {values: {province: 60, city: 30, port: 20}}
          limit: {values: {province: 42, city: 20, port: 12}}
          abatementCost: {values: {province: {low: 0.12, mode: 0.16, high: 0.22}, city: 0.3, port: 0.4}}
          damage:
            linear: {values: {province: 1.2, city: {low: 3, mode: 4, high: 5}, port: 2.5}}
          river:
            order: [province, city, port]
            retention: {province: 0.2, city: 0.1}
      - id: works
        family: jointFacility
        title: {en: One set of treatment works for three, zh: 三方共建污水处理设施}
        field: {en: water, zh: 水环境}
        members: [province, city, port]
        authority: commission
        monitor: institute
        jointFacility:
          costs: {file: works.csv, coalition: coalition, worth: cost_million_cny}
          proportionalTo: [population]

    study: {problem: river, seed: 7, draws: 200}

    """

  private static let works = """
    coalition,cost_million_cny
    province,64
    city,90
    port,52
    province+city,126
    province+port,104
    city+port,118
    province+city+port,162

    """
}
