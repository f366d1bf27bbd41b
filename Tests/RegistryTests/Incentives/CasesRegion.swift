import Testing

@testable import Registry

/// The sample region with a third county, an agreement and commitments in the stage a test needs.
///
/// It keeps its own record in memory, so that an object of another kind can be put there as it would have become.
/// Standings are read from the record for every act, as they are when the record is kept on disk.
struct CasesRegion: RecordReader {
  var now: Instant
  let sample: SampleRegion
  private(set) var objects: [ObjectID: any RecordObject]
  private(set) var versions: [ObjectID: Int]
  private(set) var happened: [Happening] = []
  private(set) var texts: [String: (text: String, audience: Audience)] = [:]
  private var people: [String: (appointment: ObjectID, delegation: ObjectID?)] = [:]

  let third: ObjectID
  let agreement = ObjectID(.agreement, 1)
  /// Owed by the upper to the lower county, and overdue.
  let overdue = ObjectID(.commitment, 1)
  /// Owed by the upper to the lower county, and certified as met by `certificate`.
  let met = ObjectID(.commitment, 2)
  let certificate = ObjectID(.verification, 7)
  let books = ObjectID(.books, 1)

  init() throws {
    sample = try SampleRegion()
    (objects, versions, now) = (sample.record.objects, sample.record.versions, sample.now)
    for name in [
      "upperLead", "upperClerk", "lowerLead", "lowerClerk", "desk", "monitor", "guide", "member", "lowerMember",
      "mediator", "social", "auditor", "administrator",
    ] {
      let standing = sample.who(name)
      people[name] = (standing.appointment!.id, standing.delegation!.id)
    }
    third = ObjectID(.organisation, 7)
    try act(
      Organisation.self, .register(nameEnglish: "Side County", nameChinese: "旁县", sort: .government, parent: nil),
      by: .clock)
    for (name, role) in [("thirdLead", Role.lead), ("thirdMember", .conferenceMember), ("thirdMediator", .mediator)] {
      try appoint(name, in: third, as: role)
    }
    try appoint("upperMediator", in: sample.upstream, as: .mediator)
    let author = Author(appointment: nil, organisation: nil, delegation: nil)
    let drafted = Agreement(
      opening: .drafted(parties: [sample.upstream, sample.downstream, third].sorted(), field: "water", table: nil),
      id: agreement, by: author, at: now)!
    // Whoever is no party sees it only once it has been filed.
    let filed = try CanonicalJSON.text(of: drafted).replacing("\"isPublic\":false", with: "\"isPublic\":true")
    plant(try CanonicalJSON.value(Agreement.self, from: filed))
    for (id, stage) in [(overdue, Commitment.Stage.overdue), (met, .pending)] {
      plant(try commitment(id, in: stage, by: author))
    }
    change(.verified(result: .met, certificate: certificate), met, as: Commitment.self, by: author)
    try act(
      RegionBooks.self,
      .open(
        agreement: agreement, parties: [sample.upstream, sample.downstream, third, sample.ministry], currency: "CNY"),
      as: "desk")
  }

  // MARK: Objects of kinds whose life cycles are not tested here

  /// A commitment of the upper county to the lower one, brought into a stage as text: others decide how it gets there.
  private func commitment(_ id: ObjectID, in stage: Commitment.Stage, by author: Author) throws -> Commitment {
    let made = Commitment(
      opening: .made(
        agreement: agreement, clause: "2", debtor: sample.upstream, creditors: [sample.downstream],
        measure: "nitrate below 10 mg/L", due: now.later(days: 400), field: "water"), id: id, by: author, at: now)!
    let text = try CanonicalJSON.text(of: made)
      .replacing("\"stage\":\"pending\"", with: "\"stage\":\"\(stage.rawValue)\"")
    return try CanonicalJSON.value(Commitment.self, from: text)
  }

  mutating func plant(_ object: some RecordObject) {
    objects[object.id] = object
    versions[object.id] = 1
  }

  mutating func change<T: RecordObject>(_ event: T.Event, _ id: ObjectID, as type: T.Type, by author: Author) {
    var object = object(type, id)!
    object.apply(event, by: author, at: now)
    objects[id] = object
    versions[id, default: 0] += 1
  }

  // MARK: Reading

  func object<T: RecordObject>(_ type: T.Type, _ id: ObjectID) -> T? { objects[id] as? T }
  func version(of id: ObjectID) -> Int? { versions[id] }
  func count(of kind: ObjectKind) -> Int { objects.keys.count { $0.kind == kind } }
  func keeps(_ commit: String) -> Bool {
    texts[commit] != nil && !objects.values.contains { ($0 as? Erasure)?.commit == commit }
  }

  /// The texts that somebody can read who holds these references.
  func read(_ confided: Confided?, as name: String?) -> String? {
    guard let confided, confided.audience.includes(name.map { who($0) } ?? .visitor) else { return nil }
    return texts[confided.commit]?.text
  }

  /// Somebody as the record knows them now, with a fresh second factor.
  func who(_ name: String, secondFactor: Bool = true) -> Standing {
    let known = people[name]!
    let appointment = object(Appointment.self, known.appointment)!
    return Standing(
      appointment: appointment, organisation: object(Organisation.self, appointment.organisation)!,
      delegation: known.delegation.flatMap { object(Delegation.self, $0) }, secondFactor: secondFactor ? now : nil)
  }

  func appointment(of name: String) -> ObjectID { people[name]!.appointment }
  func delegation(of name: String) -> ObjectID { people[name]!.delegation! }
  mutating func use(_ delegation: ObjectID?, as name: String) { people[name]!.delegation = delegation }
  mutating func name(_ name: String, _ appointment: ObjectID) { people[name] = (appointment, nil) }

  /// Appoints somebody for a thousand days, with every power.
  mutating func appoint(_ name: String, in home: ObjectID, as role: Role) throws {
    let happened = try act(
      Appointment.self,
      .appoint(
        person: name, organisation: home, role: role, from: now, until: now.later(days: 1000), instrument: "Letter 2"),
      by: .clock)
    let appointment = happened[0].object
    let given = try act(
      Delegation.self,
      .delegate(
        to: appointment, powers: Power.allCases, fields: ["transport", "water"], from: now,
        until: now.later(days: 1000), mayPassOn: false), by: .clock)
    people[name] = (appointment, given[0].object)
  }

  // MARK: Acting

  @discardableResult
  mutating func act<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, by standing: Standing, runsClock: Bool = true
  ) throws(Refusal) -> [Happening] {
    if runsClock, let id { try advance(id) }
    let shelf = Shelf(after: texts.count)
    let news = try Order(type, command, on: id).decide(by: standing, at: now, reader: self, keeper: shelf)
    take(news, shelf)
    return news
  }

  @discardableResult
  mutating func act<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, as name: String, runsClock: Bool = true
  ) throws(Refusal) -> [Happening] {
    try act(type, command, on: id, by: who(name), runsClock: runsClock)
  }

  /// Why it is refused, as it would be printed; the record must be as before.
  mutating func refusal<T: RecordObject>(
    _ type: T.Type, _ command: T.Command, on id: ObjectID? = nil, as name: String, runsClock: Bool = true
  ) -> String {
    let (before, count) = (versions, happened.count)
    do throws(Refusal) {
      try act(type, command, on: id, as: name, runsClock: runsClock)
      return "accepted"
    } catch {
      if happened.count == count { #expect(before == versions) }
      return error.description
    }
  }

  mutating func pass(to moment: Instant) throws(Refusal) {
    now = moment
    for id in objects.keys.sorted() { try advance(id) }
  }

  mutating func pass(days: Int) throws(Refusal) { try pass(to: now.later(days: days)) }

  private mutating func advance(_ id: ObjectID) throws(Refusal) {
    while let wakes = objects[id]?.wakes, wakes <= now {
      let shelf = Shelf(after: texts.count)
      let news = try clockwork(on: id, at: now, reader: self, keeper: shelf)
      precondition(!news.isEmpty, "\(id) wakes and does nothing")
      take(news, shelf)
    }
  }

  private mutating func take(_ news: [Happening], _ shelf: Shelf) {
    for happening in news {
      verify(happening, before: objects[happening.object], as: happening.after)
      objects[happening.object] = happening.after
      versions[happening.object, default: 0] += 1
      happened.append(happening)
    }
    texts.merge(shelf.kept) { _, new in new }
  }

  /// Every change is one that the life cycle declares, follows from its event, and is the same read again from text.
  private func verify<T: RecordObject>(_ news: Happening, before: (any RecordObject)?, as after: T) {
    let event = news.event as! T.Event
    #expect((try? CanonicalJSON.value(T.Event.self, from: CanonicalJSON.text(of: event))) == event)
    #expect((try? CanonicalJSON.value(T.self, from: CanonicalJSON.text(of: after))) == after)
    guard var folded = before as? T else {
      #expect(after.stage == T.lifeCycle.opening.to)
      #expect(T(opening: event, id: news.object, by: news.author, at: now) == after)
      return
    }
    let isDeclared = T.lifeCycle.transitions.contains {
      $0.act == event.act && $0.from.contains(folded.stage) && ($0.to ?? folded.stage) == after.stage
    }
    #expect(isDeclared, "\(news.object): \(event.act) from \(folded.stage.rawValue) to \(after.stage.rawValue)")
    folded.apply(event, by: news.author, at: now)
    #expect(folded == after)
  }
}

/// Keeps what one decision confides until it is accepted; a commitment is the number of the content.
private final class Shelf: ContentKeeper {
  private(set) var kept: [String: (text: String, audience: Audience)] = [:]
  private var number: Int

  init(after number: Int) { self.number = number }

  func keep(_ content: String, for audience: Audience) -> Confided {
    number += 1
    kept["content \(number)"] = (content, audience)
    return Confided(commit: "content \(number)", audience: audience)
  }
}
