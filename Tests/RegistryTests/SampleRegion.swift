import Registry

/// A small region in memory for tests of decisions: two governments, an office, a monitor, an authority, an association.
struct SampleRegion {
  var record: MemoryRecord
  var now = Instant(milliseconds: 1_767_571_200_000)  // Monday, 2026-01-05, 08:00 in Shanghai

  let upstream = ObjectID(.organisation, 1)
  let downstream = ObjectID(.organisation, 2)
  let office = ObjectID(.organisation, 3)
  let institute = ObjectID(.organisation, 4)
  let ministry = ObjectID(.organisation, 5)
  let chamber = ObjectID(.organisation, 6)

  private(set) var standings: [String: Standing] = [:]

  /// Somebody of the region by a short name; see `init` for the names.
  func who(_ name: String) -> Standing { standings[name]! }

  /// - Throws: a refusal, when the region itself cannot be set up.
  init() throws {
    // Tests of decisions need commitments that differ, not ones that hide.
    record = MemoryRecord { content in String(format16(content.utf8.reduce(5381) { $0 &* 33 &+ UInt64($1) })) }
    let calendar = WorkingCalendar(zone: "Asia/Shanghai", version: "2026-1")
    try set(
      Region.self,
      .establish(
        charter: .init(
          nameEnglish: "Two Counties", nameChinese: "两县", currency: "CNY", fields: ["water", "transport"],
          calendar: calendar)), by: .clock)
    for (name, chinese, sort) in [
      ("Upper County", "上县", Organisation.Sort.government), ("Lower County", "下县", .government),
      ("Joint Office", "联合办公室", .publicBody), ("River Institute", "河流研究所", .monitor),
      ("Province", "省", .authority), ("Chamber of Commerce", "商会", .socialOrganisation),
    ] {
      try set(
        Organisation.self, .register(nameEnglish: name, nameChinese: chinese, sort: sort, parent: nil), by: .clock)
    }
    let people: [(String, ObjectID, Role)] = [
      ("upperLead", upstream, .lead), ("upperClerk", upstream, .clerk), ("lowerLead", downstream, .lead),
      ("lowerClerk", downstream, .clerk), ("desk", office, .desk), ("monitor", institute, .monitor),
      ("secondMonitor", institute, .monitor), ("guide", ministry, .guide), ("member", upstream, .conferenceMember),
      ("lowerMember", downstream, .conferenceMember), ("mediator", office, .mediator),
      ("social", chamber, .socialDelegate), ("auditor", office, .auditor), ("administrator", office, .administrator),
    ]
    for (name, home, role) in people {
      let happened = try set(
        Appointment.self,
        .appoint(
          person: name, organisation: home, role: role, from: now, until: now.later(days: 1000), instrument: "Letter 1"),
        by: .clock)
      let appointment = happened[0].after as! Appointment
      let delegated = try set(
        Delegation.self,
        .delegate(
          to: appointment.id, powers: Power.allCases, fields: ["water", "transport"], from: now,
          until: now.later(days: 1000), mayPassOn: false), by: .clock)
      standings[name] = Standing(
        appointment: appointment, organisation: record.object(Organisation.self, home)!,
        delegation: (delegated[0].after as! Delegation), secondFactor: now)
    }
  }

  /// Carries out a command, now.
  @discardableResult
  mutating func set<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, by standing: Standing
  ) throws(Refusal) -> [Happening] {
    try record.submit(Order(type, command, on: id), by: standing, at: now)
  }

  /// Carries out a command as somebody who has just given the second factor.
  @discardableResult
  mutating func act<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, as name: String
  ) throws(Refusal) -> [Happening] {
    let standing = who(name)
    return try set(
      type, command, on: id,
      by: Standing(
        appointment: standing.appointment!, organisation: standing.organisation!, delegation: standing.delegation,
        secondFactor: now))
  }

  /// Lets days pass, and time do what it does.
  mutating func pass(days: Int) throws(Refusal) {
    now = now.later(days: days)
    try record.advance(to: now)
  }
}

/// Sixty-four hexadecimal digits from a number.
private func format16(_ number: UInt64) -> String {
  let digits = String(number, radix: 16)
  return String(repeating: "0", count: 64 - digits.count) + digits
}
