import Foundation
import Registry
import Reporting
import Testing

@testable import Portal

/// The pages of a served sample, each with somebody who sees it: every address without a place, every kind of thing,
/// every form.
struct PortalPages {
  struct Page: Hashable, CustomStringConvertible {
    let path: String
    /// The account under which it is opened; nothing for a visitor.
    let account: String?
    /// The status that the page is answered with.
    var status = Reply.Status.ok
    var isForm: Bool { path.contains("/acts/") }
    var description: String { "\(path) as \(account ?? "a visitor")" }
  }

  private(set) var all: [Page] = []
  private let served: BrowsedSample
  private var covered: Set<String> = []

  /// Who is asked first whether they see a page.
  private static let accounts: [String?] = [
    nil, "lead-city", "desk", "lead-province", "clerk-city", "member-city", "guide", "monitor",
    "monitor-2", "mediator", "delegate-chamber", "administrator",
  ]

  /// - Parameter everyStage: whether a thing of each stage is taken, or one of each kind.
  init(_ served: BrowsedSample, everyStage: Bool) async throws {
    self.served = served
    for account in Self.accounts {
      try await takePlain(as: account)
      let claim = try claim(of: account)
      for kind in ObjectKind.allCases { try take(kind.type, as: account, claim, everyStage: everyStage) }
    }
    // An address with nothing behind it is a page as well.
    all.append(Page(path: "/nowhere", account: nil, status: .notFound))
    all.append(Page(path: "/log/1", account: nil))
    try takeComparison()
    try await takeStudies()
    try await takeTable()
    all.sort { ($0.account ?? "", $0.path) < ($1.account ?? "", $1.path) }
  }

  private func claim(of account: String?) throws -> Claim {
    guard let account, let known = served.accounts[account] else { return .visitor }
    return Claim(appointment: known.person.appointment, secondFactor: served.sample.clock.now)
  }

  private mutating func add(_ path: String, as account: String?, covering key: String) {
    if covered.insert(key).inserted { all.append(Page(path: path, account: account)) }
  }

  /// The addresses without places that answer with a page.
  private mutating func takePlain(as account: String?) async throws {
    for route in Site.routes where route.method == .get {
      let path = route.pattern.description
      guard !path.contains("{"), !covered.contains(route.name), path != "/study" else { continue }
      if path.hasPrefix("/account") {
        // Only who is signed in has an account, and a visit without a session knows none.
        if account == "lead-city" { add(path, as: account, covering: route.name) }
        continue
      }
      let visitor = Visitor(account: account, claim: try claim(of: account), tokens: FormTokens { _ in "" })
      let reply = await served.sample.site.answer(Visit(.get, path, visitor: visitor))
      guard reply.status == .ok, reply[header: "Content-Type"]?.hasPrefix("text/html") == true else { continue }
      add(path, as: account, covering: route.name)
    }
  }

  /// Pages of things of a kind, and the forms of what can be done now.
  private mutating func take<T: RecordObject>(
    _ type: T.Type, as account: String?, _ claim: Claim, everyStage: Bool
  ) throws {
    let (opening, things) = try served.sample.site.record.ledger.read(as: claim) { view in
      var seen: Set<String> = []
      let first = try view.visible(all: type, limit: 10_000).map(\.object).filter {
        seen.insert($0.stage.rawValue).inserted
      }
      // What leads to no form that is still missing need not be asked for.
      let asked = first.map { thing in
        (thing, T.lifeCycle.acts(from: thing.stage).contains { lacksForm(of: $0, on: T.kind) })
      }
      return (try view.opening(of: type), try asked.map { ($0, $1 ? try view.acts(on: $0) : []) })
    }
    if let opening, opening.canBeginNow, let form = ActForm.leading(to: opening.act, of: T.kind) {
      add(form.path(on: nil), as: account, covering: "\(T.kind) \(form.command)")
    }
    for (thing, acts) in things {
      let stage = everyStage ? " \(thing.stage)" : ""
      add(thing.id.path, as: account, covering: "\(T.kind)\(stage)")
      for act in acts where act.canBeginNow {
        guard let form = ActForm.leading(to: act.act, of: T.kind) else { continue }
        add(form.path(on: thing.id), as: account, covering: "\(T.kind) \(form.command)")
      }
    }
  }

  private func lacksForm(of act: String, on kind: ObjectKind) -> Bool {
    ActForm.leading(to: act, of: kind).map { !covered.contains("\(kind) \($0.command)") } ?? false
  }

  /// Two versions of an agreement side by side, and what is printed.
  private mutating func takeComparison() throws {
    let agreements = try served.sample.site.record.ledger.read(as: .visitor) {
      try $0.visible(all: Agreement.self, limit: 1_000).map(\.object)
    }
    if let amended = agreements.first(where: { $0.versions.count > 1 }) {
      all.append(Page(path: "\(amended.id.path)/compare?one=1&two=2", account: nil))
    }
    // As they are printed: an agreement with commitments, books and reports, and a problem that was decided.
    if let running = agreements.first(where: { $0.isInForce && !$0.commitments.isEmpty && $0.field == "water" }) {
      all.append(Page(path: "\(running.id.path)/packet", account: nil))
    }
    all.append(Page(path: "\(ObjectID(.docketFile, 1).path)/packet", account: nil))
  }

  /// Somebody with an account, as the site knows them without a browser.
  private func visitor(_ account: String) throws -> Visitor {
    Visitor(account: account, claim: try claim(of: account), tokens: FormTokens { _ in "" })
  }

  /// What the study says of the region and of problems: one with a case of its own, one for which the region's stands
  /// in. A page is opened when its study is made, so that it is seen with all its parts.
  private mutating func takeStudies() async throws {
    let site = served.sample.site
    let files = try site.record.ledger.read(as: try claim(of: "member-city")) {
      try $0.visible(all: DocketFile.self, limit: 1_000).map(\.object)
    }
    let undecided = files.filter { $0.stage == .optionsOpen }
    try #require(undecided.count > 1, "too few problems whose form is being chosen")
    let (open, decided) = (undecided[0], undecided[1])
    let decision = [
      ("outcome", "negotiation"), ("mechanism.chosen", MechanismNames.codes[0]),
      ("reasons", "The councils can begin with it."),
    ]
    let sent = await site.post(
      "\(decided.id.path)/acts/decide", decision + [("key", CommandKey().text), ("step", "do")],
      as: try visitor("member-city"))
    try #require(sent.status == .seeOther, "\(sent.text)")
    let cases = served.sample.folder.appending(path: "cases")
    try FileManager.default.copyItem(
      at: cases.appending(path: "region"), to: cases.appending(path: open.id.description))
    for (path, account) in [
      ("/study", "desk"), ("/study?problem=works", "lead-city"), ("\(open.id.path)/diagnosis", "desk"),
      ("\(open.id.path)/mechanism", "member-city"), ("\(decided.id.path)/diagnosis", "lead-province"),
      ("\(decided.id.path)/mechanism", "clerk-city"),
    ] {
      let page = try await site.studied(path, as: try visitor(account))
      try #require(page.contains("class=\"study\""), "\(path) shows no study")
      all.append(Page(path: path, account: account))
    }
  }

  /// What a table has besides its own page: the calculator empty, filled and filled in wrongly, and the mediator's text.
  private mutating func takeTable() async throws {
    let talks = try await MediatedTalks(at: served.sample)
    try await talks.state([81234, 10, 30, 20], least: 60, talks.upper)
    try await talks.state([10, 30, 5, 77615], least: 60, talks.lower)
    let (site, shares) = (served.sample.site, "\(talks.table)/shares")
    for (path, account, marks) in [
      ("\(talks.table)/mediation", "mediator", "Lower wording 2."), (shares, "lead-city", "name=\"c.1\""),
      ("\(shares)?case=works", "lead-city", "id=\"objections\""),
    ] {
      let page = await site.get(path, as: try visitor(account))
      try #require(page.status == .ok && page.text.contains(marks), "\(path)")
      all.append(Page(path: path, account: account))
    }
    all.append(Page(path: "\(shares)?c.1=much", account: "lead-city", status: .unprocessable))
  }
}
