import Studies

/// The numbers of every form, each opened to its formula and to the numbers that went into it.
struct OpenedNumbers {
  let voice: Voice

  func write(to html: inout HTML) {
    html.element("details", ["class": "table"]) { html in
      html.element("summary", text: voice.say(ChoicePhrase.openTitle))
      html.element("p", ["class": "note"], text: voice.say(ChoicePhrase.openNote, ["unit": .text(voice.unitWithYear)]))
      for form in voice.findings.mechanisms.ranking {
        html.newline()
        html.element("details", ["class": "opened"]) { html in
          html.element("summary", text: title(of: form))
          html.element("dl") { html in
            for sum in sums(of: form) { write(sum, to: &html) }
          }
        }
      }
      html.element("p", ["class": "note"]) { html in
        html.element("a", ["href": "#methods"], text: voice.say(ChoicePhrase.openMethods))
        html.text(voice.say(ListPhrase.semicolon))
        html.element("a", ["href": "#inputs"], text: voice.say(ChoicePhrase.openInputs))
      }
    }
  }

  private func title(of form: MechanismFinding) -> String {
    voice.say(
      ChoicePhrase.openForm,
      [
        "form": .text(voice.form(form.id)),
        "net": .text(form.isFormed ? voice.amount(form.netGain) : voice.say(MechanismPhrase.notFormed)),
      ])
  }

  /// A number: what it is, its formula where it has one, and the formula with the numbers put in.
  struct Sum {
    let name: ChoicePhrase
    let formula: Formula?
    let numbers: String
  }

  func sums(of form: MechanismFinding) -> [Sum] {
    let chances = [form.coordination, form.division, form.defectionSafety].map { Numeral.significant($0) }
      .joined(separator: " × ")
    let cost = form.transactionCost
    let gross = factor(form.grossGain)
    let risk = form.grossGain - cost.total - form.autonomyCost - form.netGain
    let kinds: [(MechanismPhrase, Double)] = [
      (.search, cost.search), (.bargaining, cost.bargaining), (.monitoring, cost.monitoring),
      (.enforcement, cost.enforcement), (.agency, cost.agency),
    ]
    let parts = kinds.map { kind, amount in
      voice.say(
        ChoicePhrase.perMember,
        ["who": .text(voice.say(kind).lowercased()), "amount": .text(voice.amount(amount))])
    }
    var sums = [
      Sum(name: .openHolds, formula: .holds, numbers: "= \(chances) = \(Numeral.significant(form.holds))"),
      Sum(
        name: .openRisk, formula: .riskLoss,
        numbers: "= (1 − \(Numeral.significant(form.holds))) × \(gross) = \(voice.amount(risk))"),
      Sum(
        name: .openTransaction, formula: nil,
        numbers: "= " + parts.joined(separator: " + ") + " = \(voice.amount(cost.total))"),
      Sum(
        name: .openNet, formula: .net,
        numbers: "= \(chances) × \(gross) − \(voice.amount(cost.total)) − \(voice.amount(form.autonomyCost))"
          + " = \(voice.amount(form.netGain))"),
    ]
    if form.isFormed {
      let each = zip(voice.playerNames, form.netGainByPlayer).map { name, gain in
        voice.say(ChoicePhrase.perMember, ["who": .text(name), "amount": .text(voice.change(gain))])
      }
      sums.append(
        Sum(name: .openMembers, formula: nil, numbers: each.joined(separator: voice.say(ListPhrase.semicolon))))
    }
    return sums
  }

  /// A number within a product: one below zero stands in brackets.
  private func factor(_ amount: Double) -> String { amount < 0 ? "(\(voice.amount(amount)))" : voice.amount(amount) }

  private func write(_ sum: Sum, to html: inout HTML) {
    html.element("dt", text: voice.say(sum.name))
    html.element("dd") { html in
      if let formula = sum.formula {
        html.element("p", ["class": "formula"]) { formula.write(to: &$0, counting: voice.counting) }
      }
      html.element("p", ["class": "sum"], text: sum.numbers)
    }
  }
}

extension Formula {
  /// The chance that a form comes about and is kept, and what is lost to the chance that it is not.
  fileprivate static let holds = read("p = p_1 p_2 p_3")
  fileprivate static let riskLoss = row([read("R = ( 1 − p_1 p_2 p_3 )"), sum("i ∈ N"), read("g_i")])
}
