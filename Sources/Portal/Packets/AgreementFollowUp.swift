import Registry
import Reporting

/// What followed on an agreement, on paper: checks, rewards and sanctions, disputes and evaluations.
struct AgreementFollowUp {
  let reading: Reading
  let verifications: [Verification]
  let incentives: [IncentiveCase]
  let disputes: [Dispute]
  let evaluations: [Evaluation]

  init(of agreement: ObjectID, verifications: [Verification], in reading: Reading) throws {
    (self.reading, self.verifications) = (reading, verifications)
    incentives = try reading.view.visible(all: IncentiveCase.self, under: agreement).map(\.object)
    disputes = try reading.view.visible(all: Dispute.self, under: agreement).map(\.object)
    evaluations = try reading.view.visible(all: Evaluation.self, under: agreement).map(\.object)
  }

  var things: [ObjectID] {
    verifications.map(\.id) + incentives.map(\.id) + disputes.map(\.id) + evaluations.map(\.id)
  }

  func write(_ html: inout HTML) throws {
    try write(verifications, under: .verifications, &html) { try write($0, &$1) }
    try write(incentives, under: .incentives, &html) { try write($0, &$1) }
    try write(disputes, under: .disputes, &html) { try write($0, &$1) }
    try write(evaluations, under: .evaluations, &html) { try write($0, &$1) }
  }

  private func write<Thing: PageThing>(
    _ things: [Thing], under heading: PacketPhrase, _ html: inout HTML, _ content: (Thing, inout HTML) throws -> Void
  ) throws {
    guard !things.isEmpty else { return }
    try html.sheet(reading.say(heading), id: heading.rawValue) { html in
      for thing in things {
        html.element("h3", text: "\(thing.id) · \(thing.heading(in: reading))")
        try content(thing, &html)
      }
    }
  }

  // MARK: Checks

  private func write(_ verification: Verification, _ html: inout HTML) throws {
    func say(_ phrase: VerificationPhrase) -> String { reading.say(phrase) }
    let id = verification.id
    let interests = try verification.interests.map { try reading.text($0, in: id) }
    let opinion = try verification.certificate.map { try reading.text($0.opinion, in: id) }
    let findings = try verification.allFindings.map { finding in
      (finding, try reading.text(finding.text, in: id), try finding.reply.map { try reading.text($0, in: id) })
    }
    html.facts { html in
      html.fact(reading.say(WordPhrase.stage), reading.stage(of: verification))
      html.fact(say(.subjects)) { reading.links(verification.subjects, &$0) }
      html.fact(say(.institution), reading.name(of: verification.institution))
      html.fact(say(.monitor), reading.name(of: verification.monitor))
      html.fact(say(.reviewer), ifAny: verification.reviewer.map(reading.name))
      html.fact(say(.seed)) { $0.hash(verification.seed.description) }
      if !verification.sample.isEmpty {
        html.fact(say(.sample), reading.tongue.row(verification.sample.map(String.init)))
      }
      if !interests.isEmpty { html.fact(say(.interests), reading.tongue.row(interests)) }
      if let certificate = verification.certificate {
        html.fact(say(.certificate), "\(certificate.number) · \(reading.moment(certificate.issued))")
      } else {
        html.fact(say(.certificate), say(.notCertified))
      }
      if let opinion { html.fact(say(.opinion)) { $0.writing(opinion) } }
      html.fact(say(.supersededBy), ifAny: verification.supersededBy.map(\.description))
      html.fact(say(.reason), ifAny: verification.reason)
    }
    write(verification.checks, of: id, &html)
    if !findings.isEmpty {
      html.table(
        "\(id) · \(say(.findings))", [say(.item), say(.severity), say(.finding), say(.due), say(.reply)],
        rows: findings.count
      ) { html, row, column in
        let (finding, text, reply) = findings[row]
        switch column {
        case 0: html.text(finding.item.map(String.init) ?? say(.wholeReport))
        case 1: html.text(reading.word(SeverityPhrase.self, finding.severity.rawValue))
        case 2:
          html.writing(text)
          if !finding.exhibits.isEmpty { html.exhibits(finding.exhibits) }
        case 3: html.text(finding.due.map(reading.day) ?? "")
        default: html.writing(reply ?? say(.noReply))
        }
      }
    }
    // Several stand on one page, and each region of a page has a name of its own.
    verification.writeResults(&html, reading, isOneOfMany: true)
    verification.writeFigures(&html, reading, isOneOfMany: true)
  }

  private func write(_ checks: [Verification.Check], of id: ObjectID, _ html: inout HTML) {
    func say(_ phrase: VerificationPhrase) -> String { reading.say(phrase) }
    guard !checks.isEmpty else { return }
    html.table(
      "\(id) · \(say(.checks))", [say(.item), say(.method), say(.outcome), say(.found), say(.evidence)],
      rows: checks.count
    ) { html, row, column in
      let check = checks[row]
      switch column {
      case 0: html.text(String(check.item))
      case 1: html.text(reading.word(CheckMethodPhrase.self, check.method.rawValue))
      case 2: html.text(reading.word(CheckOutcomePhrase.self, check.outcome.rawValue))
      case 3: html.text(check.found.map { Numeral.whole(Int($0)) } ?? "")
      default: if !check.exhibits.isEmpty { html.exhibits(check.exhibits) }
      }
    }
  }

  // MARK: Rewards and sanctions

  private func write(_ incentive: IncentiveCase, _ html: inout HTML) throws {
    func say(_ phrase: IncentivePhrase) -> String { reading.say(phrase) }
    let texts = try [incentive.proposalReasons, incentive.reply, incentive.appeal].map { text in
      try text.map { try reading.text($0, in: incentive.id) }
    }
    html.facts { html in
      html.fact(reading.say(WordPhrase.stage), reading.stage(of: incentive))
      html.fact(say(.subject), reading.name(of: incentive.subject))
      html.fact(say(.rule), incentive.rule)
      html.fact(say(.trigger)) { html in
        switch incentive.trigger {
        case .certificate(let certificate, let commitment):
          html.text("\(reading.word(IncentiveTriggerPhrase.self, "certificate")) · \(certificate) · \(commitment)")
        case .overdue(let commitment):
          html.text("\(reading.word(IncentiveTriggerPhrase.self, "overdue")) · \(commitment)")
        }
      }
      if let measure = incentive.measure { html.fact(say(.measure)) { write(measure, &$0) } }
      html.fact(say(.entry), ifAny: incentive.entry)
      if let text = texts[0] { html.fact(say(.proposalReasons)) { $0.writing(text) } }
      if let text = texts[1] { html.fact(say(.hearing)) { $0.writing(text) } }
      if let reasons = incentive.reasons { html.fact(say(.decisionReasons)) { $0.writing(reasons) } }
      if let text = texts[2] { html.fact(say(.grounds)) { $0.writing(text) } }
    }
  }

  private func write(_ measure: IncentiveCase.Measure, _ html: inout HTML) {
    switch measure {
    case .publicNotice(let text): html.writing(text)
    case .suspension(let ofVote, let until):
      let what = reading.say(ofVote ? IncentivePhrase.suspendedVote : .suspendedOther)
      html.text(
        reading.say(
          IncentivePhrase.suspendedUntil, ["what": .text(what), "when": .text(reading.moment(until))]))
    case .payment(let transfers, _):
      let words = RuleWords(reading: reading)
      html.element("ul") { html in for transfer in transfers { html.element("li", text: words.text(transfer)) } }
    }
  }

  // MARK: Disputes and evaluations

  private func write(_ dispute: Dispute, _ html: inout HTML) throws {
    func say(_ phrase: DisputePhrase) -> String { reading.say(phrase) }
    func text(_ confided: Confided) throws -> String { try reading.text(confided, in: dispute.id) }
    let (claim, terms, ruling) = (try text(dispute.claim), try dispute.terms.map(text), try dispute.ruling.map(text))
    let submissions = try dispute.submissions.map(text)
    html.facts { html in
      html.fact(reading.say(WordPhrase.stage), reading.stage(of: dispute))
      html.fact(say(.raisedBy), reading.name(of: dispute.raisedBy))
      html.fact(say(.against), reading.name(of: dispute.against))
      html.fact(say(.commitment), ifAny: dispute.commitment?.description)
      html.fact(say(.claim)) { $0.writing(claim) }
      if !submissions.isEmpty {
        html.fact(say(.submissions)) { html in for text in submissions { html.writing(text) } }
      }
      if let terms { html.fact(say(.terms)) { $0.writing(terms) } }
      if let ruling { html.fact(say(.ruling)) { $0.writing(ruling) } }
      if let reasons = dispute.reasons { html.fact(say(.closing)) { $0.writing(reasons) } }
    }
  }

  private func write(_ evaluation: Evaluation, _ html: inout HTML) throws {
    func say(_ phrase: EvaluationPhrase) -> String { reading.say(phrase) }
    let lessons = try evaluation.lessons.map { try reading.text($0, in: evaluation.id) }
    let comments = try evaluation.comments(in: reading.view.history(of: evaluation.id), reading)
    let answer = try evaluation.answer.map { try reading.text($0, in: evaluation.id) }
    html.facts { html in
      html.fact(reading.say(WordPhrase.stage), reading.stage(of: evaluation))
      html.fact(say(.evaluator), reading.name(of: evaluation.evaluator))
      html.fact(say(.frozenAt), ifAny: evaluation.frozenAt.map(reading.moment))
      if let outcome = evaluation.outcome {
        html.fact(say(.recommendation), reading.word(EvaluationOutcomePhrase.self, outcome.rawValue))
      }
      if let reasons = evaluation.reasons { html.fact(reading.say(WordPhrase.reasons)) { $0.writing(reasons) } }
      if !lessons.isEmpty {
        html.fact(say(.lessons)) { html in
          html.element("ul") { html in for lesson in lessons { html.element("li", text: lesson) } }
        }
      }
      for comment in comments { html.fact(comment.byline) { $0.writing(comment.text) } }
      if let answer { html.fact(say(.answer)) { $0.writing(answer) } }
    }
    evaluation.writeCriteria(&html, in: reading, isOneOfMany: true)
  }
}
