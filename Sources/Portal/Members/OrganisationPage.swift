import Registry
import Reporting

extension Organisation: PageThing {
  func heading(in reading: Reading) -> String { reading.language == .chinese ? nameChinese : nameEnglish }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(MemberPhrase.sort), reading.say(MemberPhrase.parent)]
  }

  func cells(in reading: Reading) -> [String] {
    [reading.word(OrganisationSortPhrase.self, sort.rawValue), parent.map(reading.name) ?? ""]
  }

  func beginning(of command: String, asked: FormFields, in reading: Reading) throws -> Command? {
    command == "rename" ? .rename(nameEnglish: nameEnglish, nameChinese: nameChinese) : nil
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: MemberPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    let belonging = try reading.every(Organisation.self) { $0.parent == id }.map(\.id)
    let agreements = try reading.every(Agreement.self) { $0.parties.contains(id) }
    let owed = try reading.every(Commitment.self) { $0.debtor == id }
    html.facts { html in
      html.fact(say(.english), nameEnglish)
      html.fact(say(.chinese), nameChinese)
      html.fact(say(.sort), reading.word(OrganisationSortPhrase.self, sort.rawValue))
      if let parent { html.fact(say(.parent)) { $0.link(parent.path, reading.name(of: parent)) } }
      if !belonging.isEmpty { html.fact(say(.belonging)) { reading.links(belonging, &$0) } }
      if !owed.isEmpty {
        html.fact(say(.owed)) { html in
          let counts: [String: Filling] = [
            "open": .count(owed.count(where: \.isOpen)), "late": .count(owed.count { $0.stage == .overdue }),
          ]
          html.link("\(ObjectKind.commitment.path)?party=\(id)", reading.say(CommitmentPhrase.ofAll, counts))
        }
      }
      html.fact(reading.say(WordPhrase.reasons), ifAny: reason)
    }
    try writePeople(&html, reading)
    guard !agreements.isEmpty else { return }
    html.element("h2", ["id": "agreements"], text: say(.agreements))
    html.table(
      under: "agreements",
      [reading.say(WordPhrase.number), reading.say(WordPhrase.what), reading.say(WordPhrase.stage)],
      rows: agreements.count
    ) { html, row, column in
      switch column {
      case 0: html.text(agreements[row].id.description)
      case 1: html.link(agreements[row].id.path, agreements[row].heading(in: reading))
      default: html.tag(reading.stage(of: agreements[row]))
      }
    }
  }

  /// The people in office: the office for everybody, the name for those whom the region lets see it.
  private func writePeople(_ html: inout HTML, _ reading: Reading) throws {
    func say(_ phrase: MemberPhrase, _ fillings: [String: Filling] = [:]) -> String { reading.say(phrase, fillings) }
    let all = try reading.every(Appointment.self) { $0.organisation == id }
    let people = all.filter { $0.stage == .appointed && reading.view.now < $0.until }
    html.element("h2", ["id": "people"], text: say(.people))
    guard !people.isEmpty else { return html.element("p", text: say(.noPeople)) }
    let names = try people.map { try reading.visibleText($0.person, in: $0.id) }
    let powers = try people.map { try $0.powers(in: reading) }
    var headings = [say(.office)]
    if names.contains(where: { $0 != nil }) { headings.append(say(.person)) }
    let hasNames = headings.count == 2
    headings += [say(.since), say(.until)]
    if reading.view.standing.appointment != nil { headings.append(say(.powers)) }
    html.table(under: "people", headings, rows: people.count) { html, row, column in
      let person = people[row]
      switch (column, hasNames) {
      case (0, _):
        html.link(person.id.path, reading.word(RolePhrase.self, person.role.rawValue))
        if speakers.contains(person.id) { html.text(" · \(say(.speakers))") }
      case (1, true): html.text(names[row] ?? "")
      case (1, false), (2, true): html.text(reading.moment(person.from))
      case (2, false), (3, true): html.text(reading.moment(person.until))
      default: html.text(reading.tongue.row(powers[row].map { reading.word(PowerPhrase.self, $0.rawValue) }))
      }
    }
    if people.count < all.count {
      html.element("p", ["class": "note"], text: say(.former, ["n": .count(all.count - people.count)]))
    }
  }
}

extension Appointment {
  /// The powers that it holds now, as far as the visitor may see delegations; each once, in their order.
  func powers(in reading: Reading) throws -> [Power] {
    var held: Set<Power> = []
    for id in delegations {
      guard let delegation = try reading.view.visible(Delegation.self, id)?.object,
        delegation.holds(at: reading.view.now)
      else { continue }
      held.formUnion(delegation.powers)
    }
    return Power.allCases.filter(held.contains)
  }
}

extension Reading {
  /// A content kept apart, when the visitor may read it and it was not erased.
  func visibleText(_ confided: Confided, in id: ObjectID) throws -> String? {
    if case .text(let text) = try view.text(of: confided, in: id) { return text }
    return nil
  }
}
