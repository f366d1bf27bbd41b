import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// Who may do what, route by route, as the file `docs/authorisation/matrix.csv` says it.
///
/// With `INTERLOCAL_WRITE_MATRIX=1` the file is written anew from what the portal answers; read what changed in it
/// before you keep it.
@Suite struct MatrixTests {
  /// The kinds of person, in the order of the file's columns.
  enum Person: String, CaseIterable {
    case visitor, insider, ownClerk, ownLead, otherClerk, otherLead, conferenceMember, desk, guide, monitor, mediator,
      socialDelegate, auditor, administrator, resident, expired, closedOrganisation, revokedDelegation
  }

  /// A thing of the sample, with the organisation whose people count as its own.
  struct Sampled {
    let id: ObjectID
    let stage: String
    let audience: Audience
    let own: ObjectID
    let other: ObjectID
  }

  static let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "docs/authorisation/matrix.csv")

  @Test("every route answers every kind of person as the file says")
  func matrix() async throws {
    let walk = try await MatrixWalk()
    let before = try walk.copy.site.record.store.read { try $0.head().size }
    var rows: [[String]] = []
    for route in Site.routes { rows += try await walk.rows(of: route) }
    #expect(try walk.copy.site.record.store.read { try $0.head().size } == before, "the walk recorded something")
    let header = ["route", "method", "path", "level"] + Person.allCases.map(\.rawValue)
    let found = ([header] + rows).map { $0.joined(separator: ",") }
    if ProcessInfo.processInfo.environment["INTERLOCAL_WRITE_MATRIX"] != nil {
      try Data(found.map { "\($0)\n" }.joined().utf8).write(to: Self.file)
    }
    let expected = try String(contentsOf: Self.file, encoding: .utf8).split(separator: "\n").map(String.init)
    #expect(expected.first == found.first)
    func keyed(_ lines: [String]) -> [String: String] {
      Dictionary(
        lines.dropFirst().map { line in
          let parts = line.split(separator: ",", omittingEmptySubsequences: false)
          return (parts.prefix(4).joined(separator: ","), parts.dropFirst(4).joined(separator: ","))
        }
      ) { first, _ in first }
    }
    let (wanted, answered) = (keyed(expected), keyed(found))
    for (route, answers) in answered.sorted(by: { $0.key < $1.key }) {
      #expect(wanted[route] == answers, "\(route)")
    }
    for route in wanted.keys.sorted() { #expect(answered[route] != nil, "\(route) is in the file only") }
  }
}

/// The walk over all routes as every kind of person.
struct MatrixWalk {
  let copy: SampleCopy
  private let visitors: [MatrixTests.Person: Visitor]
  private var samples: [ObjectKind: [MatrixTests.Sampled]] = [:]

  init() async throws {
    let copy = try SampleCopy()
    self.copy = copy
    func order<T: RecordObject>(
      _ type: T.Type, _ command: T.Command, on id: ObjectID, by person: DemonstrationSummary.Person
    ) async throws {
      let claim = Claim(appointment: person.appointment, delegation: person.delegation, secondFactor: copy.now)
      _ = try await copy.site.record.ledger.submit(Order(type, command, on: id), by: claim, key: CommandKey())
    }
    let leads = copy.people.filter { $0.role == .lead }
    let clerks = copy.people.filter { $0.role == .clerk }
    let administrator = try #require(copy.person(.administrator))
    // The last three governments lend their people to what has ended.
    let (ending, closing, revoking) = (leads[leads.count - 1], leads[leads.count - 2], leads[leads.count - 3])
    let ended = try #require(clerks.last { $0.organisation == ending.organisation })
    try await order(Appointment.self, .end(reason: "moved on"), on: ended.appointment, by: ending)
    try await order(Organisation.self, .close(reason: "merged"), on: closing.organisation, by: administrator)
    let revoked = try #require(revoking.delegation)
    try await order(Delegation.self, .revoke(reason: "another lead"), on: revoked, by: revoking)
    var visitors: [MatrixTests.Person: Visitor] = [
      .visitor: .unknown, .expired: copy.visitor(ended.appointment),
      .closedOrganisation: copy.visitor(closing.appointment),
      .revokedDelegation: copy.visitor(revoking.appointment, delegation: revoked),
    ]
    for (person, role) in [
      (MatrixTests.Person.desk, Role.desk), (.guide, .guide), (.monitor, .monitor), (.mediator, .mediator),
      (.socialDelegate, .socialDelegate), (.auditor, .auditor), (.administrator, .administrator),
      (.resident, .resident),
    ] { visitors[person] = copy.visitor(try #require(copy.person(role)).appointment) }
    self.visitors = visitors
    // The first account of the copy, for the pages of administrators.
    _ = try copy.site.record.accounts().create(name: "somebody", appointments: [], language: "en", at: copy.now)
    let gone = [ending, closing, revoking].map(\.organisation)
    samples = try sample(among: leads.map(\.organisation).filter { !gone.contains($0) })
  }

  /// One thing of each kind and level that can still change, and one that cannot.
  private func sample(among governments: [ObjectID]) throws -> [ObjectKind: [MatrixTests.Sampled]] {
    var seen: Set<String> = []
    var samples: [ObjectKind: [MatrixTests.Sampled]] = [:]
    for thing in try copy.things()
    where seen.insert("\(thing.id.kind) \(thing.audience.level) \(thing.isAtRest)").inserted {
      let inside = thing.audience.parties + (thing.audience.holder.map { [$0] } ?? [])
      let named = thing.audience.named.compactMap { id in copy.people.first { $0.appointment == id }?.organisation }
      let own = governments.first { (inside + named).contains($0) } ?? governments[0]
      let other = try #require(governments.first { $0 != own && !(inside + named).contains($0) })
      samples[thing.id.kind, default: []].append(
        MatrixTests.Sampled(id: thing.id, stage: thing.stage, audience: thing.audience, own: own, other: other))
    }
    return samples
  }

  private func visitor(
    _ person: MatrixTests.Person, insider audience: Audience?, own: ObjectID?, other: ObjectID?
  ) throws -> Visitor {
    if let known = visitors[person] { return known }
    if person == .insider {
      if let named = audience?.named.first { return copy.visitor(named) }
      let home = audience?.holder ?? audience?.parties.first ?? own
      return copy.visitor(try #require(copy.people.first { $0.organisation == home }).appointment)
    }
    let (role, home): (Role, ObjectID?) =
      switch person {
      case .ownClerk: (.clerk, own)
      case .ownLead: (.lead, own)
      case .otherClerk: (.clerk, other)
      case .otherLead: (.lead, other)
      default: (.conferenceMember, other)
      }
    return copy.visitor(try #require(copy.person(role, of: home)).appointment)
  }

  // MARK: Rows

  /// The rows of a route: one for each level of the things it is about, or a single one.
  func rows(of route: Route) async throws -> [[String]] {
    let path = route.pattern.description
    let head = [route.name, route.method.rawValue, path]
    let kind = ObjectKind.allCases.first { kind in
      ["\(kind.path)/{number}", "/api\(kind.path)/{number}"].contains { path == $0 || path.hasPrefix("\($0)/") }
    }
    guard let kind else {
      let answers = try await MatrixTests.Person.allCases.asyncMap { person in
        try await answer(route, about: nil, as: person)
      }
      return [head + ["-"] + answers.map(String.init)]
    }
    var rows: [[String]] = []
    for level in Level.allCases {
      let there = (samples[kind] ?? []).filter { $0.audience.level == level }
      guard !there.isEmpty else { continue }
      var cells: [String] = []
      for person in MatrixTests.Person.allCases {
        var answers: Set<Int> = []
        for thing in there { answers.insert(try await answer(route, about: thing, as: person)) }
        cells.append(answers.sorted().map(String.init).joined(separator: "/"))
      }
      rows.append(head + ["\(level)"] + cells)
    }
    return rows
  }

  private func answer(
    _ route: Route, about thing: MatrixTests.Sampled?, as person: MatrixTests.Person
  ) async throws -> Int {
    let visitor = try visitor(
      person, insider: thing?.audience, own: thing?.own ?? copy.person(.lead)?.organisation,
      other: thing?.other ?? copy.person(.lead)?.organisation)
    let kind = thing?.id.kind ?? ObjectKind.allCases.first { route.pattern.description.hasPrefix("\($0.path)/acts/") }
    let parts = route.pattern.segments.map { segment -> String in
      switch segment {
      case .literal(let text): text
      case .place("number"): thing?.id.description ?? "1"
      case .place("act"): kind.map { command(of: $0, in: thing?.stage) } ?? "1"
      case .place: "1"
      }
    }
    let path = "/" + parts.joined(separator: "/")
    // One entry of a list says as much about who may ask for it as all of them.
    let query = FormFields([.init("limit", "1")])
    let reply = await copy.site.answer(Visit(route.method, path, query: query, visitor: visitor))
    if let thing, route.method == .get, route.pattern.segments.last == .place("number") {
      try check(reply, thing, person, visitor, path)
    }
    return reply.status.rawValue
  }

  /// The first command that the life cycle has from the stage; the opening one where there is no thing.
  private func command(of kind: ObjectKind, in stage: String?) -> String {
    func find<T: RecordObject>(_ type: T.Type) -> String {
      let acts = stage.flatMap(T.Stage.init).map { T.lifeCycle.acts(from: $0) } ?? [T.lifeCycle.opening.act]
      let forms = ActForm.all.filter { $0.kind == T.kind }
      let form = acts.lazy.compactMap { act in forms.first { $0.acts.contains(act) } }.first ?? forms.first
      return form?.command ?? "none"
    }
    return find(kind.type)
  }

  /// A page or its data is there for whoever is in the audience, and for nobody else: computed from the audience alone.
  private func check(
    _ reply: Reply, _ thing: MatrixTests.Sampled, _ person: MatrixTests.Person, _ visitor: Visitor, _ path: String
  ) throws {
    var isInside: Bool?
    do {
      isInside = try copy.site.record.ledger.read(as: visitor.claim) { thing.audience.includes($0.standing) }
    } catch is Refusal {}
    // Of a closed negotiation everybody is told something at the same address.
    let notice = try copy.site.record.ledger.read(as: .visitor) { try $0.notice(of: thing.id) }
    let isTold = notice != nil && !path.hasPrefix("/api")
    let expected: Reply.Status = isInside.map { $0 || isTold ? .ok : .notFound } ?? .forbidden
    #expect(reply.status == expected, "\(path) as \(person)")
  }
}

extension Sequence {
  /// The elements changed one after the other.
  func asyncMap<T>(_ change: (Element) async throws -> T) async rethrows -> [T] {
    var changed: [T] = []
    for element in self { changed.append(try await change(element)) }
    return changed
  }
}
