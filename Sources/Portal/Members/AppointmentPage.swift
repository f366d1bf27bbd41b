import Registry
import Reporting

extension Appointment: PageThing {
  func heading(in reading: Reading) -> String { reading.name(of: id) }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(MemberPhrase.since), reading.say(MemberPhrase.until)]
  }

  func cells(in reading: Reading) -> [String] { [reading.moment(from), reading.moment(until)] }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: MemberPhrase) -> String { reading.say(phrase) }
    let name = try reading.text(person, in: id)
    let held = try delegations.filter { try reading.view.visible(Delegation.self, $0) != nil }
    let powers = try powers(in: reading).map { reading.word(PowerPhrase.self, $0.rawValue) }
    html.facts { html in
      html.fact(say(.organisation)) { $0.link(organisation.path, reading.name(of: organisation)) }
      html.fact(say(.role), reading.word(RolePhrase.self, role.rawValue))
      html.fact(say(.person), name)
      html.fact(say(.since), reading.moment(from))
      html.fact(say(.until), reading.moment(until))
      html.fact(say(.instrument), instrument)
      if !held.isEmpty {
        html.fact(say(.powers), reading.tongue.row(powers))
        html.fact(say(.delegations)) { html in
          for (index, delegation) in held.enumerated() {
            if index > 0 { html.text(", ") }
            html.link(delegation.path, delegation.description)
          }
        }
      }
      html.fact(say(.reason), ifAny: reason)
    }
  }
}

extension Delegation: PageThing {
  func heading(in reading: Reading) -> String { "\(id) · \(reading.name(of: to))" }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(MemberPhrase.powers), reading.say(MemberPhrase.until)]
  }

  func cells(in reading: Reading) -> [String] { [powerWords(in: reading), reading.moment(until)] }

  private func powerWords(in reading: Reading) -> String {
    reading.tongue.row(powers.map { reading.word(PowerPhrase.self, $0.rawValue) })
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: MemberPhrase) -> String { reading.say(phrase) }
    html.facts { html in
      html.fact(say(.holder)) { $0.link(to.path, reading.name(of: to)) }
      html.fact(say(.organisation)) { $0.link(organisation.path, reading.name(of: organisation)) }
      html.fact(say(.givenBy)) { html in
        if let givenBy {
          html.link(givenBy.path, reading.name(of: givenBy))
        } else {
          html.text(say(.setUp))
        }
      }
      html.fact(say(.powers), powerWords(in: reading))
      html.fact(say(.fields), reading.tongue.row(fields.map { reading.word(CooperationFieldPhrase.self, $0) }))
      html.fact(say(.since), reading.moment(from))
      html.fact(say(.until), reading.moment(until))
      html.fact(reading.say(MemberFieldPhrase.mayPassOn), say(mayPassOn ? .yes : .no))
      if let under { html.fact(say(.under)) { $0.link(under.path, under.description) } }
      if !passedOn.isEmpty { html.fact(say(.passedOn)) { reading.links(passedOn, &$0) } }
      html.fact(say(.reason), ifAny: reason.map(reading.words))
    }
  }
}

extension Erasure: PageThing {
  func heading(in reading: Reading) -> String {
    "\(id) · \(reading.word(ErasureGroundPhrase.self, ground.rawValue))"
  }

  static func columns(in reading: Reading) -> [String] { [reading.say(MemberPhrase.of)] }

  func cells(in reading: Reading) -> [String] { [of.description] }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: MemberPhrase) -> String { reading.say(phrase) }
    html.facts { html in
      html.fact(say(.of)) { $0.link(of.path, of.description) }
      html.fact(say(.ground), reading.word(ErasureGroundPhrase.self, ground.rawValue))
      html.fact(say(.instrument), instrument)
      html.fact(say(.commit)) { $0.element("code", ["class": "hash"], text: commit) }
    }
    html.element("p", ["class": "note"], text: reading.say(WordPhrase.erased))
  }
}
