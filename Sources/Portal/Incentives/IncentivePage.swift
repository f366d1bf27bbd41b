import Registry
import Reporting

extension IncentiveCase: PageThing {
  func heading(in reading: Reading) -> String {
    reading.say(
      IncentivePhrase.heading,
      [
        "direction": .text(reading.word(IncentiveDirectionPhrase.self, direction.rawValue)),
        "subject": .text(reading.name(of: subject)),
      ])
  }

  static func columns(in reading: Reading) -> [String] {
    [reading.say(IncentivePhrase.rule), reading.say(IncentivePhrase.measure)]
  }

  func cells(in reading: Reading) -> [String] {
    [rule, measure.map { reading.word(MeasurePhrase.self, $0.code) } ?? ""]
  }

  func write(_ html: inout HTML, in reading: Reading) throws {
    func say(_ phrase: IncentivePhrase) -> String { reading.say(phrase) }
    let history = try reading.view.history(of: id)
    let texts = try [proposalReasons, reply, appeal].map { try $0.map { try reading.text($0, in: id) } }
    html.facts { html in
      html.fact(say(.direction), reading.word(IncentiveDirectionPhrase.self, direction.rawValue))
      html.fact(say(.subject)) { $0.link(subject.path, reading.name(of: subject)) }
      html.fact(say(.agreement)) { $0.link(agreement.path, reading.name(of: agreement)) }
      html.fact(say(.rule), rule)
      html.fact(say(.trigger)) { html in
        switch trigger {
        case .certificate(let certificate, let commitment):
          html.text(reading.word(IncentiveTriggerPhrase.self, "certificate") + " · ")
          reading.links([certificate, commitment], &html)
        case .overdue(let commitment):
          html.text(reading.word(IncentiveTriggerPhrase.self, "overdue") + " · ")
          reading.links([commitment], &html)
        }
      }
      if let entry { html.fact(say(.entry), entry) }
    }
    html.element("h2", text: say(.way))
    steps(history, in: reading).write(&html, in: reading)
    if let measure { write(measure, &html, in: reading) }
    section(say(.proposalReasons), texts[0], &html)
    if let text = texts[1] {
      section(reading.say(IncentivePhrase.reply, ["who": .text(reading.name(of: subject))]), text, &html)
    } else if stage != .triggered, stage != .proposed, stage != .notified {
      html.element("p", text: say(.noReply))
    }
    decision(history, &html, in: reading)
    section(say(.grounds), texts[2], &html)
  }

  private func section(_ title: String, _ text: String?, _ html: inout HTML) {
    guard let text else { return }
    html.element("h2", text: title)
    html.writing(text)
  }

  private func decision(_ history: [RecordView.VisibleEvent], _ html: inout HTML, in reading: Reading) {
    guard let reasons else { return }
    html.element("h2", text: reading.say(IncentivePhrase.decisionReasons))
    html.writing(reasons)
    for entry in history {
      let votes: (Int, Int, Int)? =
        switch entry.happened(Event.self) {
        case .granted(_, let inFavour, let against, let quorum, _): (inFavour, against, quorum)
        case .dismissed(_, let inFavour, let against, let quorum): (inFavour, against, quorum)
        default: nil
        }
      guard let (inFavour, against, quorum) = votes else { continue }
      html.facts { html in
        html.fact(
          reading.say(IncentivePhrase.votes),
          reading.say(
            IncentivePhrase.votesOf,
            ["for": .count(inFavour), "against": .count(against), "quorum": .count(quorum)]))
      }
    }
  }

  // MARK: The measure

  private func write(_ measure: Measure, _ html: inout HTML, in reading: Reading) {
    func say(_ phrase: IncentivePhrase) -> String { reading.say(phrase) }
    html.element("h2", text: say(.measure))
    switch measure {
    case .publicNotice(let text): html.writing(text)
    case .suspension(let ofVote, let until):
      let what = say(ofVote ? .suspendedVote : .suspendedOther)
      html.element(
        "p",
        text: reading.say(
          IncentivePhrase.suspendedUntil, ["what": .text(what), "when": .text(reading.moment(until))]))
    case .payment(let transfers, let books):
      html.table(
        say(.notices), [say(.payer), say(.payee), say(.purpose), say(.amount)], rows: transfers.count
      ) { html, row, column in
        let transfer = transfers[row]
        switch column {
        case 0: account(transfer.from, &html, in: reading)
        case 1: account(transfer.to, &html, in: reading)
        case 2: html.text(transfer.to.purpose)
        default: html.text(reading.money(transfer.amount))
        }
      }
      html.facts { html in html.fact(say(.books)) { $0.link(books.path, reading.name(of: books)) } }
    }
  }

  private func account(_ account: LedgerAccount, _ html: inout HTML, in reading: Reading) {
    if let owner = ObjectID(account.owner) {
      html.link(owner.path, reading.name(of: owner))
    } else {
      html.text(account.owner)
    }
  }

  // MARK: The steps

  /// Trigger, proposal, notice, reply, decision, appeal, effect: each with its moment as far as the reader may know it.
  func steps(_ history: [RecordView.VisibleEvent], in reading: Reading) -> StepLine {
    func say(_ phrase: IncentivePhrase, _ fillings: [String: Filling] = [:]) -> String {
      reading.say(phrase, fillings)
    }
    func moment(_ acts: String...) -> String? {
      history.last { acts.contains($0.act) }.map { reading.moment($0.at) }
    }
    func title(_ phrase: IncentivePhrase) -> String { say(phrase) }
    let stages: [Stage] = [.triggered, .proposed, .notified, .heard, .decided, .effective]
    let reached: Int =
      switch stage {
      case .inAppeal: 4
      case .dismissed: 4
      case .lifted: 5
      default: stages.firstIndex(of: stage) ?? 0
      }
    func state(_ index: Int) -> StepLine.State { index <= reached ? .over : index == reached + 1 ? .now : .toCome }
    let replyNote = stage == .notified ? replyBy.map { say(.replyUntil, ["when": .text(reading.moment($0))]) } : nil
    let appealState: StepLine.State =
      if stage == .inAppeal {
        .now
      } else if wasAppealed {
        .over
      } else if stage == .effective || stage == .lifted || stage == .dismissed {
        .skipped
      } else {
        stage == .decided ? .now : .toCome
      }
    var appealNote = moment("upholdAppeal", "rejectAppeal", "appeal")
    if stage == .decided, !wasAppealed {
      appealNote = appealBy.map { say(.appealUntil, ["when": .text(reading.moment($0))]) }
    } else if stage == .inAppeal {
      appealNote = appealDueBy.map { say(.decideUntil, ["when": .text(reading.moment($0))]) }
      if isAppealLate { appealNote = [appealNote, say(.late)].compactMap(\.self).joined(separator: " · ") }
    }
    let effectState: StepLine.State =
      switch stage {
      case .effective, .lifted: .over
      case .dismissed: .skipped
      // The effect waits for the appeal, or for the time in which one is possible.
      default: stage == .decided && wasAppealed ? .now : .toCome
      }
    var effectNote = moment("putIntoEffect")
    if stage == .lifted {
      effectNote = [reading.tongue.stage("lifted", of: .incentiveCase), moment("lift", "expire")].compactMap(\.self)
        .joined(separator: " · ")
    } else if stage == .dismissed {
      effectNote = reading.tongue.stage("dismissed", of: .incentiveCase)
    }
    return StepLine(steps: [
      .init(title: title(.rise), state: state(0), note: moment("trigger")),
      .init(title: title(.proposal), state: state(1), note: moment("propose")),
      .init(title: title(.notice), state: state(2), note: moment("notify")),
      .init(title: title(.hearing), state: state(3), note: replyNote ?? moment("reply", "waiveReply", "lapse")),
      .init(title: title(.decision), state: state(4), note: moment("grant", "dismiss")),
      .init(title: title(.appeal), state: appealState, note: appealNote),
      .init(title: title(.effect), state: effectState, note: effectNote),
    ])
  }
}

extension IncentiveCase.Measure {
  /// Its name in the record.
  var code: String {
    switch self {
    case .payment: "payment"
    case .publicNotice: "publicNotice"
    case .suspension: "suspension"
    }
  }
}
