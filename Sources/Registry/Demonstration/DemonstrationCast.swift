/// The invented organisations and people of the demonstration. The people are called by what they do, as nobody is.
struct DemonstrationCast {
  /// An organisation by a short name for the stories.
  enum Home: String, CaseIterable {
    case office, city, port, province, spring, bridge, ridge, lake, valley, tea, ferry, rock
    case commission, portChamber, uplandChamber, guardians, institute

    /// Its names, its kind, and what it belongs to.
    var card: (english: String, chinese: String, sort: Organisation.Sort, parent: Home?) {
      switch self {
      case .office: ("Three Rivers Joint Office (sample)", "三川联合办公室（示例）", .publicBody, nil)
      case .city: ("Sanchuan Municipality (sample)", "三川市（示例）", .government, nil)
      case .port: ("Whitesand Port City (sample)", "白沙港市（示例）", .government, nil)
      case .province: ("Cloud Hills Province (sample)", "云岭上游省（示例）", .government, nil)
      case .spring: ("Clear Spring Prefecture (sample)", "清泉地区（示例）", .government, .province)
      case .bridge: ("Stone Bridge Prefecture (sample)", "石桥地区（示例）", .government, .province)
      case .ridge: ("Pine Ridge Prefecture (sample)", "松岭地区（示例）", .government, .province)
      case .lake: ("Clear Lake County (sample)", "清湖县（示例）", .government, .spring)
      case .valley: ("Long Valley County (sample)", "长谷县（示例）", .government, .spring)
      case .tea: ("Tea Slope County (sample)", "茶坡县（示例）", .government, .bridge)
      case .ferry: ("Old Ferry County (sample)", "古渡县（示例）", .government, .ridge)
      case .rock: ("Red Rock County (sample)", "红岩县（示例）", .government, .ridge)
      case .commission: ("Coordination Commission (sample)", "省际协调委员会（示例）", .authority, nil)
      case .portChamber: ("Port Chamber of Commerce (sample)", "港口商会（示例）", .socialOrganisation, nil)
      case .uplandChamber: ("Upland Chamber of Commerce (sample)", "山区商会（示例）", .socialOrganisation, nil)
      case .guardians: ("Watershed Guardians (sample)", "护川协会（示例）", .socialOrganisation, nil)
      case .institute: ("Three Rivers Monitoring Institute (sample)", "三川监测研究所（示例）", .monitor, nil)
      }
    }

    /// The roles of its people; the first one speaks for it.
    var roles: [Role] {
      switch card.sort {
      case .government:
        [.lead, .clerk, .conferenceMember]
          + ([.city, .port, .province, .spring, .bridge, .lake].contains(self) ? [.clerk] : [])
      case .authority: [.guide, .guide, .auditor]
      case .socialOrganisation: [.socialDelegate, .socialDelegate]
      case .monitor: [.monitor, .monitor, .monitor, .monitor]
      case .publicBody: [.desk, .desk, .desk, .mediator, .mediator, .auditor, .resident]
      }
    }
  }

  /// What each role may do on its own, for all fields.
  static func powers(of role: Role) -> [Power] {
    switch role {
    case .lead: [.accept, .report, .sign, .table]
    case .conferenceMember: [.assignMonitor, .decide]
    case .guide: [.assignMonitor, .decide]
    case .monitor: [.certify]
    case .desk: [.post, .report]
    case .socialDelegate: [.accept, .report, .sign, .table]
    case .clerk, .mediator, .auditor, .administrator, .resident: []
    }
  }

  /// What somebody is called: an office, not a name.
  static func title(_ role: Role, of home: Home, number: Int) -> (english: String, chinese: String) {
    let (english, chinese): (String, String) =
      switch role {
      case .clerk: ("Clerk", "经办人")
      case .lead: ("Lead", "负责人")
      case .desk: ("Desk officer", "值班专员")
      case .conferenceMember: ("Conference member", "联席会议成员")
      case .guide: ("Guide", "指导员")
      case .monitor: ("Monitor", "监测员")
      case .mediator: ("Mediator", "调解员")
      case .socialDelegate: ("Delegate", "代表")
      case .auditor: ("Auditor", "审计员")
      case .administrator: ("Administrator", "管理员")
      case .resident: ("Resident", "居民")
      }
    let card = home.card
    func plain(_ name: String, _ mark: String) -> String { name.replacing(mark, with: "") }
    return (
      "\(english) \(number) of \(plain(card.english, " (sample)"))", "\(plain(card.chinese, "（示例）"))\(chinese)\(number)"
    )
  }

  var homes: [Home: ObjectID] = [:]
  var people: [DemonstrationSummary.Person] = []

  /// The `number`th person of a role in an organisation.
  func person(_ role: Role, of home: Home, number: Int = 1) -> DemonstrationPerson {
    let there = people.filter { $0.role == role && $0.organisation == homes[home] }
    precondition(there.count >= number, "\(home) has no \(role.rawValue) \(number)")
    return .appointed(there[number - 1].appointment, delegation: there[number - 1].delegation)
  }

  func appointment(_ role: Role, of home: Home, number: Int = 1) -> ObjectID {
    guard case .appointed(let id, _) = person(role, of: home, number: number) else {
      preconditionFailure("a visitor has no appointment")
    }
    return id
  }

  func id(_ home: Home) -> ObjectID { homes[home]! }
}

extension DemonstrationPlay {
  typealias Home = DemonstrationCast.Home

  func lead(_ home: Home) -> DemonstrationPerson {
    cast.person(home.card.sort == .socialOrganisation ? .socialDelegate : .lead, of: home)
  }
  func clerk(_ home: Home) -> DemonstrationPerson {
    cast.person(home.card.sort == .socialOrganisation ? .socialDelegate : .clerk, of: home)
  }
  func member(_ home: Home) -> DemonstrationPerson { cast.person(.conferenceMember, of: home) }
  var desk: DemonstrationPerson { cast.person(.desk, of: .office) }
  var guide: DemonstrationPerson { cast.person(.guide, of: .commission) }

  /// Sets the region up and seats its people on the first day: one minute after the other.
  func found() throws {
    let until = DemonstrationRegion.begins.later(days: 1_095)
    let charter = Region.Charter(
      nameEnglish: "Three Rivers Co-operation Region (sample)", nameChinese: "三川合作区（示例）", currency: "CNY",
      fields: DemonstrationRegion.fields, calendar: DemonstrationRegion.calendar)
    try act(Region.self, .establish(charter: charter), by: .founder)
    for home in Home.allCases {
      let card = home.card
      let registrar =
        home == .office ? .founder : cast.person(.administrator, of: .office)
      cast.homes[home] = try act(
        Organisation.self,
        .register(
          nameEnglish: card.english, nameChinese: card.chinese, sort: card.sort, parent: card.parent.map(cast.id)),
        by: registrar)
      if home == .office {
        try seat(.administrator, in: home, number: 1, by: .founder, until: until)
      }
      for (index, role) in home.roles.enumerated() {
        let number = home.roles[...index].count { $0 == role }
        let appointer =
          index == 0
          ? cast.person(.administrator, of: .office)
          : cast.person(home.roles[0], of: home)
        try seat(role, in: home, number: number, by: appointer, until: until)
      }
    }
  }

  private func seat(
    _ role: Role, in home: Home, number: Int, by appointer: DemonstrationPerson, until: Instant
  ) throws {
    let name = DemonstrationCast.title(role, of: home, number: number)
    now = now.later(by: 60_000)
    let appointment = try act(
      Appointment.self,
      .appoint(
        person: "\(name.english) / \(name.chinese)", organisation: cast.id(home), role: role, from: now, until: until,
        instrument: "Sample letter of appointment"), by: appointer)
    var delegation: ObjectID?
    let powers = DemonstrationCast.powers(of: role)
    if !powers.isEmpty {
      // Whoever speaks for an organisation gives its powers, to the own appointment too.
      let giver =
        role == home.roles[0] && number == 1
        ? DemonstrationPerson.appointed(appointment, delegation: nil) : cast.person(home.roles[0], of: home)
      delegation = try act(
        Delegation.self,
        .delegate(
          to: appointment, powers: powers, fields: DemonstrationRegion.fields, from: now, until: until,
          mayPassOn: false), by: giver)
    }
    cast.people.append(
      DemonstrationSummary.Person(
        appointment: appointment, delegation: delegation, role: role, organisation: cast.id(home),
        nameEnglish: name.english, nameChinese: name.chinese))
  }
}
