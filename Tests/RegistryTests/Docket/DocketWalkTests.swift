import Registry
import Testing

/// Random commands by random people: whatever comes, a file stays on its declared paths.
@Suite struct DocketWalkTests {
  @Test("stays on its declared paths and folds from its events", arguments: UInt64(0)..<50)
  func staysSound(seed: UInt64) throws {
    var walk = try DocketWalk(seed: seed)
    for _ in 0..<(60 * RecordWalk.lengths) { try walk.step() }
    for number in 1...walk.region.record.count(of: .docketFile) {
      RecordWalk.checkFold(DocketFile.self, ObjectID(.docketFile, number), of: walk.region.record)
    }
  }

  @Test("is led by the walks through every stage")
  func coversStages() throws {
    var stages = Set(DocketFile.Stage.allCases)
    var seed: UInt64 = 0
    while seed < 200, !stages.isEmpty {
      var walk = try DocketWalk(seed: seed)
      for _ in 0..<80 { try walk.step() }
      for entry in walk.region.record.entries {
        if let file = entry.happening.after as? DocketFile { stages.remove(file.stage) }
      }
      seed += 1
    }
    #expect(stages == [])
  }
}

/// A walk over a few files.
struct DocketWalk {
  var region: SampleRegion
  private var chance: RecordWalk.Chance
  private static let people = [
    "desk", "desk", "desk", "lowerClerk", "lowerClerk", "upperClerk", "lowerLead", "member", "guide", "auditor",
  ]

  init(seed: UInt64) throws {
    region = try SampleRegion()
    chance = RecordWalk.Chance(seed: seed)
    for title in ["Algae", "Ferry"] {
      try region.act(DocketFile.self, .draft(title: title, field: "water", description: title), as: "lowerClerk")
    }
  }

  mutating func step() throws {
    if Int.random(in: 0..<6, using: &chance) == 0 {
      region.now = region.now.later(by: Int64.random(in: 1...1_000_000_000, using: &chance))
    }
    let count = region.record.entries.count
    try region.record.advance(to: region.now)
    let id = ObjectID(.docketFile, Int.random(in: 1...3, using: &chance))
    let acts = region.record.object(DocketFile.self, id).map { DocketFile.lifeCycle.acts(from: $0.stage) } ?? []
    let likely = Int.random(in: 0..<8, using: &chance) > 0
    // A walk that closes or merges early sees little.
    let rare = ["close", "merge", "reject"]
    var choice = likely ? acts : DocketFile.lifeCycle.transitions.map(\.act)
    if acts.count > 2, Int.random(in: 0..<4, using: &chance) > 0 { choice.removeAll(where: rare.contains) }
    let act = choice.randomElement(using: &chance) ?? "file"
    let (command, person) = (command(act), anyPerson(for: act, on: id))
    let unchanged = region.record
    do {
      try region.act(DocketFile.self, command, on: id, as: person)
    } catch {
      RecordWalk.checkRefused(unchanged, region.record)
    }
    try RecordWalk.checkSteps(DocketFile.self, since: count, of: region.record)
    for number in 1...region.record.count(of: .docketFile) {
      guard let file = region.record.object(DocketFile.self, ObjectID(.docketFile, number)) else { continue }
      #expect(file.stoppedFor <= 60 * Instant.millisecondsADay, "the clock stops no longer than the region allows")
      if file.stage == .closed { #expect(file.reasons != nil && file.redressUntil != nil) }
    }
  }

  /// Mostly somebody whom the life cycle names for the act.
  private mutating func anyPerson(for act: String, on id: ObjectID) -> String {
    let by = Set(DocketFile.lifeCycle.transitions.filter { $0.act == act }.flatMap(\.by))
    let file = region.record.object(DocketFile.self, id)
    let fitting = Self.people.filter { name in
      file.map { !by.isDisjoint(with: $0.capacities(of: region.who(name))) } ?? false
    }
    let anybody = fitting.isEmpty || Int.random(in: 0..<6, using: &chance) == 0
    return (anybody ? Self.people : fitting).randomElement(using: &chance)!
  }

  private mutating func command(_ act: String) -> DocketFile.Command {
    switch act {
    case "revise": return .revise(title: "Title", description: "Text")
    case "file": return .file
    case "ask": return .ask(question: "Which?")
    case "answer", "lapse": return .answer(text: "This.")
    case "accept": return .accept
    case "reject": return .reject(reasons: "No.")
    case "diagnose": return .diagnose(lead: region.who("lowerLead").appointment!.id)
    case "map":
      let reason = Bool.random(using: &chance) ? "Far away" : nil
      return .map(affected: [.init(region.upstream, .party), .init(region.downstream, .leftOut, reason: reason)])
    case "concludeDiagnosis": return .concludeDiagnosis(summary: "Nutrients")
    case "openOptions": return .openOptions
    case "decide":
      return .decide(outcome: DocketFile.Outcome.allCases.randomElement(using: &chance)!, reasons: "Voted.")
    case "close": return .close(reasons: "Done.", redressUntil: region.now.later(days: 30))
    case "merge": return .merge(into: ObjectID(.docketFile, Int.random(in: 1...2, using: &chance)))
    case "reopen": return .reopen(evidence: "New.")
    default: return .carryOut
    }
  }
}
