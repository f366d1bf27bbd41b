import Testing

@testable import Registry

/// Random commands by random people; what is accepted is checked by the region, what is refused must change nothing.
struct CasesWalk {
  var region: CasesRegion
  private(set) var accepted = 0
  private var chance: MoneyChance

  init(seed: UInt64) throws {
    region = try CasesRegion()
    chance = MoneyChance(seed: seed)
  }

  private mutating func any<T>(_ values: [T]) -> T { values[Int.random(in: 0..<values.count, using: &chance)] }

  private static let people = [
    "upperLead", "lowerLead", "lowerClerk", "thirdLead", "desk", "desk", "desk", "monitor", "guide", "member",
    "lowerMember", "thirdMember", "thirdMember", "mediator", "upperMediator", "auditor", "administrator",
  ]

  mutating func step() throws {
    if any([true, false, false, false, false]) {
      return try region.pass(
        to: region.now.later(by: any([1, 86_400_000, 12 * 86_400_000, 31 * 86_400_000, 61 * 86_400_000])))
    }
    let before = (region.versions, region.happened.count)
    let name = any(Self.people)
    do throws(Refusal) {
      switch any([0, 0, 0, 1, 1, 2]) {
      case 0: try actOnCase(as: name)
      case 1: try actOnDispute(as: name)
      default: try actOnBooks(as: name)
      }
      accepted += 1
    } catch {
      // Only time may have acted on the object before the refusal.
      let news = region.happened[before.1...]
      #expect(news.allSatisfy { $0.author.appointment == nil })
      if news.isEmpty { #expect(region.versions == before.0) }
      #expect(!error.description.isEmpty)
    }
  }

  private mutating func id(_ kind: ObjectKind) -> ObjectID? {
    let count = region.count(of: kind)
    return count == 0 ? nil : ObjectID(kind, Int.random(in: 1...count, using: &chance))
  }

  private mutating func transfer() -> Transfer {
    let owners = [["O-1", "O-2"], ["O-2", "O-1"], ["O-1", "O-7"], ["O-5", "O-2"]]
    let pair = any(owners)
    return try! Transfer(wan(any([1, 7, 500])), from: account(pair[0]), to: account(pair[1]))
  }

  /// Mostly what the case waits for, by somebody who may; otherwise anything by anybody.
  private mutating func actOnCase(as anybody: String) throws(Refusal) {
    let id = id(.incentiveCase)
    let stage = id.flatMap { region.object(IncentiveCase.self, $0) }?.stage
    let isApt = any([true, true, true, false])
    let (name, number): (String, Int) =
      switch isApt ? stage : nil {
      case .triggered: ("desk", any([2, 2, 3]))
      case .proposed: ("desk", 4)
      case .notified: ("upperLead", 5)
      case .heard: ("thirdMember", 6)
      case .decided: any([("desk", 10), ("desk", 10), ("upperLead", 8)])
      case .inAppeal: ("guide", 9)
      case .effective: any([("thirdMember", 11), ("desk", 10)])
      case .dismissed, .lifted: ("desk", 0)
      case nil: isApt && id == nil ? ("desk", any([0, 1])) : (anybody, any(Array(0..<12)))
      }
    let command: IncentiveCase.Command =
      switch number {
      case 0:
        .trigger(
          agreement: region.agreement, subject: region.sample.upstream, direction: .sanction, rule: "Clause 7",
          trigger: .overdue(commitment: region.overdue))
      case 1:
        .trigger(
          agreement: region.agreement, subject: region.sample.upstream, direction: any([.reward, .sanction]),
          rule: "Clause 8", trigger: .certificate(region.certificate, commitment: region.met))
      case 2: .propose(measure: .payment(transfers: [transfer()], books: region.books), reasons: "Reasons.")
      case 3: .propose(measure: .suspension(ofVote: true, until: region.now.later(days: 50)), reasons: "Reasons.")
      case 4: .notify
      case 5: .reply(text: "Reply.")
      case 6, 7:
        .decide(grant: any([true, true, false]), reasons: "Reasons.", inFavour: any([1, 3]), against: 2, quorum: 3)
      case 8: .appeal(grounds: "Grounds.")
      case 9: .decideAppeal(upheld: any([true, false]), reasons: "Reasons.")
      case 10: .putIntoEffect
      default: .lift(reasons: "Reasons.")
      }
    if case .trigger = command {
      try region.act(IncentiveCase.self, command, as: name)
    } else {
      try region.act(IncentiveCase.self, command, on: id, as: name)
    }
  }

  private mutating func actOnDispute(as anybody: String) throws(Refusal) {
    let id = id(.dispute)
    let stage = id.flatMap { region.object(Dispute.self, $0) }?.stage
    let isApt = any([true, true, true, false])
    let (name, number): (String, Int) =
      switch isApt ? stage : nil {
      case .raised: any([("upperLead", 1), ("thirdLead", 1)])
      case .negotiating, .mediating: (any(["upperLead", "lowerLead", "thirdLead", "mediator"]), any([2, 4, 4, 5]))
      case .arbitrating: (any(["guide", "thirdMember", "lowerLead"]), any([2, 6]))
      case .settled, .decided: ("desk", 7)
      case .closed: ("lowerLead", 0)
      case nil: isApt && id == nil ? ("lowerLead", 0) : (anybody, any(Array(0..<8)))
      }
    let command: Dispute.Command =
      switch number {
      case 0:
        .raise(
          agreement: region.agreement, against: any([region.sample.upstream, region.third]),
          commitment: any([nil, region.met]), claim: "Claim.")
      case 1: .accept
      case 2, 3: .submit(text: "Text.")
      case 4: .settle(terms: "Terms.")
      case 5: .agreeToSettlement
      case 6: .decide(ruling: "Ruling.")
      default: .close(reasons: "Reasons.")
      }
    if case .raise = command {
      try region.act(Dispute.self, command, as: name)
    } else {
      try region.act(Dispute.self, command, on: id, as: name)
    }
  }

  private mutating func actOnBooks(as name: String) throws(Refusal) {
    let entries = region.object(RegionBooks.self, region.books)!.books.entries.map(\.id)
    let command: RegionBooks.Command =
      any([true, false])
      ? .post(memo: "Memo", transfers: [transfer(), transfer()])
      : .reverse(entry: any(entries + ["BK-1/99"]), memo: "Memo")
    try region.act(RegionBooks.self, command, on: region.books, as: name)
  }
}
