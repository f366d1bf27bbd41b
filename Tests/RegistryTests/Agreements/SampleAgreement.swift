import Registry

/// An agreement between the two counties, brought as far as a test needs it.
extension SampleRegion {
  /// Once, under clause 2: the upper county owes clear water a hundred days after entry.
  func clearWater(times: Int? = nil) -> Agreement.Duty {
    Agreement.Duty(
      id: "a", debtor: upstream, creditors: [downstream], measure: "nitrate below 10 mg/L at the dam",
      due: .afterEntry(days: 100), evidence: "twelve samples", method: .measurement, weight: 3, window: 30,
      recurrence: times.map { Commitment.Recurrence(every: .month, times: $0) })
  }

  /// Under clause 5, which outlives the agreement: the lower county pays.
  func payment(on due: Instant) -> Agreement.Duty {
    Agreement.Duty(
      id: "p", debtor: downstream, creditors: [upstream], measure: "10 000 000 CNY", due: .on(due),
      evidence: "receipt")
  }

  /// Drafts AG-1 of the two counties and writes clauses that answer the whole checklist.
  @discardableResult
  mutating func draftAgreement(
    parties: [ObjectID]? = nil, terms: Agreement.Terms = .init(authentic: "zh"), water: Agreement.Duty? = nil,
    payment: Agreement.Duty? = nil
  ) throws(Refusal) -> ObjectID {
    let opened = try act(
      Agreement.self, .draft(parties: parties ?? [upstream, downstream], field: "water", table: nil), as: "upperClerk")
    let id = opened[0].object
    try act(
      Agreement.self, .set(title: "Clear water at the dam", frame: .chineseCooperation, terms: terms), on: id,
      as: "upperClerk")
    let clauses: [Agreement.ClauseDraft] = [
      .init(id: "1", heading: "Purpose", text: "Clear water.", items: ["cn-1", "cn-2", "cn-7"]),
      .init(
        id: "2", heading: "Quality", kind: .obligation, text: "The upper county keeps the water clear.",
        items: ["cn-3"], duties: [water ?? clearWater()]),
      .init(
        id: "3", heading: "Goodwill", kind: .obligation, text: "Each helps the other.", items: ["cn-6"],
        excuse: "not measurable because no figure shows help"),
      .init(id: "4", heading: "Term", kind: .exit, text: "It runs as set.", items: ["cn-5", "cn-8", "cn-9"]),
      .init(
        id: "5", heading: "Money", kind: .money, text: "The lower county pays.", items: ["cn-4"],
        duties: payment.map { [$0] } ?? [], survives: true),
    ]
    for clause in clauses {
      try act(Agreement.self, .write(clause: clause, position: nil), on: id, as: "lowerClerk")
    }
    return id
  }

  func agreement(_ id: ObjectID) -> Agreement { record.object(Agreement.self, id)! }
  func commitment(_ number: Int) -> Commitment? { record.object(Commitment.self, ObjectID(.commitment, number)) }

  /// From the draft, or the amendment, to the signatures.
  mutating func freezeAgreement(_ id: ObjectID) throws(Refusal) {
    try act(Agreement.self, .submit(reviewer: office), on: id, as: "upperClerk")
    try act(Agreement.self, .confirm(opinion: "Lawful."), on: id, as: "desk")
    try act(Agreement.self, .freeze, on: id, as: "upperLead")
  }

  mutating func signAgreement(_ id: ObjectID, as names: [String]) throws(Refusal) {
    for name in names {
      let version = agreement(id).working!
      try act(Agreement.self, .sign(version: version.number, digest: version.digest!), on: id, as: name)
    }
  }

  /// Everything from a draft, or an amendment, to the entry into force, if its day has come.
  mutating func bringIntoForce(_ id: ObjectID) throws(Refusal) {
    try freezeAgreement(id)
    try signAgreement(id, as: ["upperLead", "lowerLead"])
    try act(
      Agreement.self, .file(registration: "2026-7", disclosure: "gazette 3"), on: id, as: "desk")
    try record.advance(to: now)
  }

  /// The clear water agreement in force, for tests of what follows: AG-1 with CM-1.
  @discardableResult
  mutating func agreementInForce(
    terms: Agreement.Terms = .init(authentic: "zh"), water: Agreement.Duty? = nil, payment: Agreement.Duty? = nil
  ) throws(Refusal) -> ObjectID {
    let id = try draftAgreement(terms: terms, water: water, payment: payment)
    try bringIntoForce(id)
    return id
  }

  /// A lead of another organisation, with every power and a fresh second factor.
  mutating func newLead(of organisation: ObjectID, named name: String) throws(Refusal) -> Standing {
    let appointed = try set(
      Appointment.self,
      .appoint(
        person: name, organisation: organisation, role: .lead, from: now, until: now.later(days: 1000),
        instrument: "Letter 2"), by: .clock)
    let appointment = appointed[0].after as! Appointment
    let delegated = try set(
      Delegation.self,
      .delegate(
        to: appointment.id, powers: Power.allCases, fields: ["water"], from: now, until: now.later(days: 1000),
        mayPassOn: false), by: .clock)
    return Standing(
      appointment: appointment, organisation: record.object(Organisation.self, organisation)!,
      delegation: (delegated[0].after as! Delegation), secondFactor: now)
  }
}
