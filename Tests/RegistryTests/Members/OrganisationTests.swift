import Testing

@testable import Registry

@Suite struct OrganisationTests {
  var region: CasesRegion

  init() throws { region = try CasesRegion() }

  @Test("is registered, renamed and closed by an administrator, but never one's own")
  mutating func lifeCycle() throws {
    let register = Organisation.Command.register(
      nameEnglish: "Village", nameChinese: "村", sort: .government, parent: region.third)
    for name in ["desk", "upperLead", "guide", "thirdMember"] {
      #expect(
        region.refusal(Organisation.self, register, as: name)
          == "'register' is for administrator, clock; ask one of them, or be appointed")
    }
    let id = try region.act(Organisation.self, register, as: "administrator")[0].object
    try region.act(Organisation.self, .rename(nameEnglish: "Town", nameChinese: "镇"), on: id, as: "administrator")
    #expect(region.object(Organisation.self, id)!.nameEnglish == "Town")
    #expect(
      region.refusal(Organisation.self, .close(reason: "End."), on: region.sample.office, as: "administrator")
        == "'close' needs: another organisation than your own; let an administrator of another organisation close it")
    try region.act(Organisation.self, .close(reason: "Merged."), on: id, as: "administrator")
    #expect(
      region.refusal(
        Appointment.self,
        .appoint(
          person: "Li", organisation: id, role: .lead, from: region.now, until: region.now.later(days: 1),
          instrument: "Letter"), as: "administrator")
        == "'appoint' needs: the organisation is active; choose an active organisation")
    #expect(
      region.refusal(
        Organisation.self, .register(nameEnglish: "Farm", nameChinese: "场", sort: .government, parent: id),
        as: "administrator") == "there is no \(id) that you may see; check the number, or ask its parties")
    #expect(
      region.refusal(Organisation.self, .rename(nameEnglish: "A", nameChinese: "B"), on: id, as: "administrator")
        == "'rename' is not possible while \(id) is 'closed'; possible now: nothing")
  }

  @Test("the charter is the conference's to change, within what can be kept")
  mutating func charter() throws {
    let id = ObjectID(.region, 1)
    var charter = region.object(Region.self, id)!.charter
    for name in ["administrator", "desk", "upperLead", "guide"] {
      #expect(
        region.refusal(Region.self, .revise(charter: charter), on: id, as: name)
          == "'revise' is for conference; ask one of them, or be appointed")
    }
    func why(_ change: (inout Region.Charter) -> Void) -> String {
      var (copy, other) = (region, charter)
      change(&other)
      return copy.refusal(Region.self, .revise(charter: other), on: id, as: "thirdMember")
    }
    #expect(why { $0.currency = "XYZ" } == "currency: 'XYZ' is no code of ISO 4217; write CNY or USD")
    #expect(
      why { $0.calendar = WorkingCalendar(zone: "Mars/Olympus", version: "1") }
        == "zone: 'Mars/Olympus' is no time zone; name one such as Asia/Shanghai")
    let days = (0...2000).map { CalendarDay(daysSince1970: 20_000 + $0) }
    #expect(
      why { $0.calendar = WorkingCalendar(zone: "Asia/Shanghai", version: "1", holidays: days) }
        == "holidays: 2001 days are named, at most 2000 fit; leave out past years")
    #expect(
      why { $0.fields = ["water", "water"] }
        == "fields: none is given, one twice, or more than 100; name each field of cooperation once")
    #expect(
      why { $0.answerWithin = 0 }
        == "answerWithin: a limit is outside what can be kept; "
        + "answer within 1 to 250 working days, and let questions stop the clock for 1 to 365 days")
    charter.fields.append("air")
    try region.act(Region.self, .revise(charter: charter), on: id, as: "thirdMember")
    #expect(region.object(Region.self, id)!.charter.fields == ["water", "transport", "air"])
    #expect(throws: Refusal.self) { try region.act(Region.self, .establish(charter: charter), by: .clock) }
  }

  @Test("erases a content that is kept, once, and no event")
  mutating func erases() throws {
    let id = region.appointment(of: "thirdLead")
    let commit = region.object(Appointment.self, id)!.person.commit
    func erase(_ commit: String, of id: ObjectID) -> Erasure.Command {
      .erase(commit: commit, of: id, ground: .personalData, instrument: "Request 7")
    }
    #expect(
      region.refusal(Erasure.self, erase(commit, of: id), as: "thirdLead")
        == "'erase' is for desk, administrator; ask one of them, or be appointed")
    #expect(
      region.refusal(Erasure.self, erase("content 999", of: id), as: "desk")
        == "commit: no content is kept under it; name the content as the object does")
    #expect(
      region.refusal(Erasure.self, erase(commit, of: ObjectID(.dispute, 9)), as: "desk")
        == "there is no DS-9 that you may see; check the number, or ask its parties")
    #expect(throws: Refusal.secondFactorMissing(act: "erase")) {
      try region.act(Erasure.self, erase(commit, of: id), by: region.who("desk", secondFactor: false))
    }
    let before = region.object(Appointment.self, id)!
    let news = try region.act(Erasure.self, erase(commit, of: id), as: "desk")
    #expect(news.map(\.object) == [ObjectID(.erasure, 1)])
    #expect(region.object(Appointment.self, id)! == before)
    #expect(
      region.refusal(Erasure.self, erase(commit, of: id), as: "desk")
        == "commit: no content is kept under it; name the content as the object does")
  }
}
