import Foundation
import Mathematics
import Negotiations
import Testing

// Not @testable: what a mediator tells is tested as an outsider sees it.

@Suite struct MediatorTests {
  private static func sealed(_ parties: [Preferences], on agenda: Agenda) throws -> [SealedPreferences] {
    try parties.map { try SealedPreferences($0, on: agenda) }
  }

  /// Rounds of suggestions, each party answering yes where it is by `isAccepted`; what all see of it, in order.
  private func run(
    _ mediator: inout Mediator, rounds: Int, seed: UInt64, isAccepted: (Int, [Int], [Int]?) -> Bool
  ) throws -> [String] {
    var chance = RandomStream(seed: seed, stream: [8])
    var seen: [String] = []
    for round in 0..<rounds {
      let packages =
        round == 0 ? try mediator.suggestText().map { [$0] } ?? [] : try mediator.suggest(3, using: &chance)
      for (place, party) in mediator.parties.enumerated() {
        try mediator.receive(packages.map { isAccepted(place, $0, mediator.text) }, from: party)
      }
      let announced = try mediator.announce()
      seen.append("\(packages) -> \(announced.map { "\($0)" } ?? "none")")
    }
    return seen
  }

  @Test(
    "nothing suggested is below a reservation or below the text, and texts improve for all", arguments: UInt64(0)..<60)
  func neverBelowAReservation(seed: UInt64) throws {
    let (agenda, parties) = try MediationCase.random(
      seed: seed, parties: 2 + Int(seed % 3), counts: [3, 4, 3, 2], steps: seed % 2 == 0 ? 5 : 100,
      reserve: 0.2...0.6, coupling: seed % 3 == 0)
    var chance = RandomStream(seed: seed)
    let signed = seed % 4 < 2 ? agenda.options(at: Int.random(in: 0..<72, using: &chance)) : nil
    let improvement = Mediator.Improvement.allCases[Int(seed / 4 % 2)]
    var mediator = try Mediator(
      between: Self.sealed(parties, on: agenda), signed: signed, improvement: improvement, suggestionLimit: 40)
    var seen: Set<[Int]> = []
    _ = try run(&mediator, rounds: 5, seed: seed) { place, package, text in
      let own = parties[place]
      let worth = own.worth(of: package, on: agenda)
      #expect(worth >= own.reservation)
      if let text {
        #expect(worth >= own.worth(of: text, on: agenda))
        if improvement == .everyoneGains { #expect(worth > own.worth(of: text, on: agenda)) }
      }
      if place == 0 { #expect(seen.insert(package).inserted && package != signed) }
      // Some say no to what suits them: no answer changes what the others are promised.
      return UInt8.random(in: 0..<4, using: &chance) > 0
    }
    for (before, after) in zip(mediator.texts, mediator.texts.dropFirst()) {
      for own in parties { #expect(own.worth(of: after, on: agenda) >= own.worth(of: before, on: agenda)) }
      #expect(parties.contains { $0.worth(of: after, on: agenda) > $0.worth(of: before, on: agenda) })
    }
    #expect(mediator.texts.first == signed || signed == nil)
  }

  @Test("another unit and another zero for each party change no message", arguments: UInt64(0)..<60)
  func unitsTellNothing(seed: UInt64) throws {
    let (agenda, parties) = try MediationCase.random(
      seed: seed, parties: 2 + Int(seed % 4), counts: [4, 3, 3, 3], steps: seed % 2 == 0 ? 6 : 1000,
      coupling: seed % 3 == 0)
    var chance = RandomStream(seed: seed, stream: [1])
    let restated = parties.map { own in
      // Powers of two and whole numbers, so that nothing is rounded and equal worths stay equal.
      let (unit, zero) = (
        exp2(Double(Int.random(in: -3...3, using: &chance))), Double(Int.random(in: -9...9, using: &chance))
      )
      let shift = own.worths.map { _ in Double(Int.random(in: -9...9, using: &chance)) }
      return Preferences(
        party: own.party,
        worths: zip(own.worths, shift).enumerated().map { issue, pair in
          pair.0.map { unit * ($0 + pair.1 + (issue == 0 ? zero : 0)) }
        },
        couplings: own.couplings.map { .init(issues: $0.issues, worths: $0.worths.map { unit * $0 }) },
        reservation: unit * (own.reservation + zero + shift.reduce(0, +)))
    }
    let seen = try [parties, restated].map { parties in
      var mediator = try Mediator(between: Self.sealed(parties, on: agenda), suggestionLimit: 40)
      let seen = try run(&mediator, rounds: 4, seed: seed) { $0 == 0 || ($1.reduce($2?.count ?? 0, +) + $0) % 3 > 0 }
      return seen + mediator.disclosures.map(\.description)
    }
    #expect(seen[0] == seen[1])
  }

  @Test("another decimal zero changes no message about decimals", arguments: UInt64(0)..<60)
  func decimalZerosTellNothing(seed: UInt64) throws {
    var chance = RandomStream(seed: seed, stream: [2])
    let agenda = try Agenda((0..<3).map { try Issue("issue \($0)", .integers(1...3)) })
    let tenths = (0..<2).map { _ in
      (0..<3).map { _ in (0..<3).map { _ in Int.random(in: 0...9, using: &chance) } }
    }
    let package = agenda.options(at: Int.random(in: 0..<27, using: &chance))
    let least = tenths.map { own in zip(own, package).reduce(0) { $0 + $1.0[$1.1] } }
    let zeros = (0..<2).map { _ in (0..<3).map { _ in Int.random(in: -99...99, using: &chance) } }
    func told(_ zeros: [[Int]]) throws -> [String] {
      // Each reservation is some package's sum, which it meets or misses by what rounding would make of it.
      let parties = (0..<2).map { party -> Preferences in
        let worths = (0..<3).map { issue in
          tenths[party][issue].map { worth in Double(worth + zeros[party][issue]) / 10 }
        }
        let reservation: Int = zeros[party].reduce(least[party], +)
        return Preferences(party: "\(party)", worths: worths, reservation: Double(reservation) / 10)
      }
      var mediator = try Mediator(between: Self.sealed(parties, on: agenda), suggestionLimit: 40)
      let seen = try run(&mediator, rounds: 3, seed: seed) { place, package, _ in
        place == 0 || (package.reduce(0, +) + place) % 3 > 0
      }
      return seen + mediator.disclosures.map(\.description)
    }
    #expect(try told([[0, 0, 0], [0, 0, 0]]) == told(zeros))
  }

  @Test(
    "each package suggested is efficient, and chance decides whose gain is smallest in some", arguments: UInt64(0)..<4)
  func suggestionsAreEfficient(seed: UInt64) throws {
    let (agenda, parties) = try MediationCase.random(
      seed: seed, parties: 3, counts: [4, 4, 3, 3], steps: 1000, reserve: 0...0.1)
    let all = MediationCase.packages(of: agenda).map { package in parties.map { $0.worth(of: package, on: agenda) } }
    let best = parties.indices.map { party in all.map { $0[party] }.max() ?? 0 }
    var binding: Set<Int> = []
    for draw in UInt64(0)..<5 {
      var chance = RandomStream(seed: draw)
      var mediator = try Mediator(between: Self.sealed(parties, on: agenda))
      let packages = try mediator.suggest(5, using: &chance)
      #expect((1...5).contains(packages.count) && Set(packages).count == packages.count)
      #expect(packages.map { agenda.code(of: $0) } == packages.map { agenda.code(of: $0) }.sorted())
      for package in packages {
        let worths = parties.map { $0.worth(of: package, on: agenda) }
        #expect(!all.contains { other in other != worths && zip(other, worths).allSatisfy { $0 >= $1 } })
        let gains = parties.indices.map {
          (worths[$0] - parties[$0].reservation) / (best[$0] - parties[$0].reservation)
        }
        binding.insert(gains.indices.min { gains[$0] < gains[$1] } ?? 0)
      }
    }
    #expect(binding.count >= 2)  // not always the same party
  }

  @Test func aSealTellsNothing() throws {
    let agenda = try Agenda([Issue("fund", .integers(1...3)), Issue("seat", .choices(["a", "b"]))])
    let own = Preferences(party: "Tianjin", worths: [[0, 31.5, 77.25], [0, 55.125]], reservation: 41.0625)
    let other = Preferences(party: "Hebei", worths: [[9, 5, 0], [7, 0]])
    let sealed = try SealedPreferences(own, on: agenda)
    var mediator = try Mediator(between: [sealed, SealedPreferences(other, on: agenda)])
    _ = try mediator.suggestText()
    var texts = ["\(sealed)", String(reflecting: sealed), "\(mediator)", String(reflecting: mediator)]
    var dumped = ""
    dump(sealed, to: &dumped)
    dump(mediator, to: &dumped)
    texts.append(dumped)
    for text in texts {
      for number in ["31.5", "77.25", "55.125", "41.0625"] { #expect(!text.contains(number)) }
    }
    #expect("\(sealed)" == "sealed preferences of Tianjin")
    #expect(Mirror(reflecting: sealed).children.isEmpty)
    #expect(Mirror(reflecting: mediator).children.compactMap(\.label) == ["parties", "texts", "disclosures"])
  }

  @Test func oneRoundByHand() throws {
    // Two parties, two issues: each cares mostly for one of them. Relative gains of (a, b):
    // [0, 0] 0, 1 − [0, 1] 0.2, 0.8 … the first wants option 1 of both, the second option 0 of both.
    let agenda = try Agenda([Issue("fund", .choices(["no", "yes"])), Issue("seat", .choices(["ours", "theirs"]))])
    let a = Preferences(party: "a", worths: [[0, 8], [0, 2]])
    let b = Preferences(party: "b", worths: [[1, 0], [9, 0]])
    var mediator = try Mediator(between: Self.sealed([a, b], on: agenda))
    // [1, 0] gives a 8 of 10 and b 9 of 10; no other package gives both half.
    #expect(try mediator.suggestText() == [1, 0])
    try mediator.receive([true], from: "a")
    #expect(throws: NegotiationError.unanswered(["b"])) { try mediator.announce() }
    try mediator.receive([true], from: "b")
    #expect(try mediator.announce() == [1, 0])
    #expect(mediator.text == [1, 0])
    var chance = RandomStream(seed: 1)
    #expect(try mediator.suggest(using: &chance).isEmpty)  // nothing is better for one and worse for none
    #expect(try mediator.announce() == nil)
    #expect(mediator.text == [1, 0])
    // log₂ 5 for one of four packages or none, 1 for yes or no, log₂(1 + 4 + 6 + 4 + 1) for up to four of four.
    #expect(abs(mediator.disclosedBits - (log2(5) + 1 + 4)) < 1e-12)
    #expect(
      mediator.disclosures.map(\.description) == [
        "round 1: suggested [1, 0]; seen by all; at most 2.33 bits",
        "round 1: a answered to 1; seen by the mediator; at most 1.0 bits",
        "round 1: b answered to 1; seen by the mediator; at most 1.0 bits",
        "round 1: announced [1, 0]; seen by all; at most 1.0 bits",
        "round 2: no better package found; seen by all; at most 4.0 bits",
      ])
    #expect(mediator.suggestionsLeft == 23)
  }

  @Test func aSignedDealStandsUntilAllAcceptAnother() throws {
    let agenda = try Agenda([Issue("fund", .choices(["no", "yes"])), Issue("seat", .choices(["ours", "theirs"]))])
    let a = Preferences(party: "a", worths: [[0, 8], [0, 2]])
    let b = Preferences(party: "b", worths: [[1, 0], [9, 0]])
    var mediator = try Mediator(between: Self.sealed([a, b], on: agenda), signed: [0, 1])
    #expect(try mediator.suggestText() == [1, 0])
    try mediator.receive([true], from: "a")
    try mediator.receive([false], from: "b")
    #expect(try mediator.announce() == nil)
    #expect(mediator.text == [0, 1])
    #expect(try mediator.suggestText() == nil)  // [1, 1] and [0, 0] each cost one of them something
    var other = try Mediator(between: Self.sealed([a, b], on: agenda), signed: [1, 0], improvement: .everyoneGains)
    #expect(try other.suggestText() == nil)
  }

  @Test func noPackageSuitsAllWhereReservationsAreTooHigh() throws {
    let agenda = try Agenda([Issue("share", .integers(0...10))])
    let a = Preferences(party: "a", worths: [(0...10).map(Double.init)], reservation: 6)
    let b = Preferences(party: "b", worths: [(0...10).map { 10 - Double($0) }], reservation: 5)
    var mediator = try Mediator(between: Self.sealed([a, b], on: agenda))
    #expect(try mediator.suggestText() == nil)
    let milder = Preferences(party: "b", worths: b.worths, reservation: 4)
    var other = try Mediator(between: Self.sealed([a, milder], on: agenda))
    #expect(try other.suggestText() == [6])
  }

  /// Every pair of preferences of a small world is mediated, and what all see of it is compared with the bounds.
  @Test("what the messages tell stays within the bits announced", arguments: [UInt64(1), 2])
  func bitsBoundWhatIsLearnt(seed: UInt64) throws {
    let agenda = try Agenda([Issue("fund", .choices(["no", "yes"])), Issue("seat", .choices(["x", "y", "z"]))])
    // 12 kinds of party: what the first issue is worth, the order of the second's options, the reservation.
    var kinds: [(worths: [[Double]], reservation: Double)] = []
    for fund in [-2.0, 3] {
      for seat in [[0, 1, 2], [2, 0, 1], [1, 2, 0.0]] {
        for reservation in [0.0, 2] { kinds.append(([[0, fund], seat], reservation)) }
      }
    }
    var shares: [String: (count: Int, bits: Double)] = [:]
    for first in kinds {
      for second in kinds {
        let parties = [first, second].enumerated().map {
          Preferences(party: "\($0)", worths: $1.worths, reservation: $1.reservation)
        }
        var mediator = try Mediator(between: Self.sealed(parties, on: agenda))
        let seen = try run(&mediator, rounds: 2, seed: seed) { place, package, text in
          let floor = max(parties[place].reservation, text.map { parties[place].worth(of: $0, on: agenda) } ?? 0)
          return parties[place].worth(of: package, on: agenda) > floor
        }.joined(separator: "; ")
        shares[seen, default: (0, mediator.disclosedBits)].count += 1
        #expect(shares[seen]?.bits == mediator.disclosedBits)  // the bits are themselves known from what was seen
      }
    }
    let total = Double(kinds.count * kinds.count)
    var (learnt, announced, codes) = (0.0, 0.0, 0.0)
    for (_, share) in shares.sorted(by: { $0.key < $1.key }) {
      let part = Double(share.count) / total
      learnt -= part * log2(part)
      announced += part * share.bits
      codes += exp2(-share.bits)
    }
    #expect(shares.count > 10)  // else nothing was told
    #expect(learnt <= announced)
    #expect(codes <= 1)
    for more in 0..<6 {
      let surprising = shares.values.filter { Double($0.count) / total < exp2(-$0.bits - Double(more)) }
      #expect(Double(surprising.reduce(0) { $0 + $1.count }) / total <= exp2(-Double(more)))
    }
  }

  @Test func refusesWhatIsNoMediation() throws {
    let agenda = try Agenda([Issue("share", .integers(0...2))])
    let other = try Agenda([Issue("share", .integers(0...1))])
    func sealed(_ name: String, on agenda: Agenda) throws -> SealedPreferences {
      try SealedPreferences(
        Preferences(party: name, worths: [(0..<agenda.issues[0].count).map(Double.init)]), on: agenda)
    }
    let (a, b) = (try sealed("a", on: agenda), try sealed("b", on: agenda))
    #expect(throws: NegotiationError.parties(1)) { try Mediator(between: [a]) }
    #expect(throws: NegotiationError.repeatedParty("a")) { try Mediator(between: [a, a]) }
    #expect(throws: NegotiationError.otherAgenda(party: "c")) {
      try Mediator(between: [a, sealed("c", on: other)])
    }
    #expect(throws: NegotiationError.package([3])) { try Mediator(between: [a, b], signed: [3]) }
    #expect(throws: NegotiationError.optionCount(party: "c", issue: "share", 1, wanted: 3)) {
      try SealedPreferences(Preferences(party: "c", worths: [[1]]), on: agenda)
    }
    var mediator = try Mediator(between: [a, b], suggestionLimit: 1)
    _ = try mediator.suggestText()
    #expect(throws: NegotiationError.suggestionsUsedUp(limit: 1)) { try mediator.suggestText() }
    #expect(throws: NegotiationError.unknownParty("c")) { try mediator.receive([true], from: "c") }
    #expect(throws: NegotiationError.answerCount(party: "a", 2, wanted: 1)) {
      try mediator.receive([true, false], from: "a")
    }
    #expect(
      NegotiationError.suggestionsUsedUp(limit: 1).description
        == "the mediator has shown 1 packages, as many as it may; keep the text, or allow more and tell the parties")
  }
}
