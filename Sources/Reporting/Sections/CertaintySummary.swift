import Studies

/// The sentences of the summary on what decides the choice, how sure it is, and what to find out next.
extension Voice {
  /// What decides which form is best, what is merely assumed first, and where the nearest switch lies.
  var decidingSentences: [String] {
    let hinges = findings.hinges
    let deciding = hinges.inputs.filter(\.decides)
    guard !deciding.isEmpty else { return hinges.inputs.isEmpty ? [] : [say(SummaryPhrase.noSwitch)] }
    func names(_ inputs: [HingeFinding]) -> Filling {
      .text(shortList(inputs.map { input($0.name) }, others: .otherSets))
    }
    let assumed = deciding.filter { $0.status == "assumed" }
    let others = deciding.filter { $0.status != "assumed" }
    var sentence =
      assumed.isEmpty
      ? say(SummaryPhrase.decidedByData, ["which": names(others)])
      : say(SummaryPhrase.decidedByGuess, ["count": .count(assumed.count), "which": names(assumed)])
    if !assumed.isEmpty, !others.isEmpty {
      sentence += joint + say(SummaryPhrase.decidedAlso, ["which": names(others)])
    }
    guard let hinge = hinges.nearestSwitch, let value = hinge.switchesAt else { return [sentence] }
    let isMean = findings.inputs.contains { $0.name == hinge.name && $0.count > 1 }
    sentence +=
      joint
      + say(
        isMean ? SummaryPhrase.switchesMean : .switches,
        [
          "input": .text(input(hinge.name)), "value": .text(Numeral.significant(value)),
          "best": .text(Numeral.significant(hinge.best)), "form": .text(theForm(hinge.switchesTo)),
        ])
    return [sentence]
  }

  /// What is best in more of the draws than the form recommended at the best estimates; nothing where that one leads.
  var oftenerBest: (form: String, chance: EstimateFinding)? {
    guard let found = findings.uncertainty, found.draws > 0, let best = recommendedForm,
      let first = UncertaintyPart.choices(found).first
    else { return nil }
    let own = found.forms.first { $0.form == best.id }?.chanceOfBeingBest.value ?? 0
    return first.form != best.id && first.chance.value > own ? first : nil
  }

  /// How often the recommended choice stays best, what is best more often, and what to find out before choosing.
  var certaintySentences: [String] {
    guard let found = findings.uncertainty, found.draws > 0, !found.forms.isEmpty, !found.inputs.isEmpty else {
      return []
    }
    let recommended = findings.mechanisms.recommended ?? FormMarks.none
    var sentences: [String] = []
    if let chosen = UncertaintyPart.choices(found).first(where: { $0.form == recommended }) {
      var fillings: [String: Filling] = [
        "form": .text(theForm(recommended)), "chance": .text(percentInWords(chosen.chance.value)),
        "draws": .count(found.draws), "ranged": .count(found.inputs.count),
      ]
      if let other = oftenerBest {
        fillings["other"] = .text(theForm(other.form))
        fillings["most"] = .text(percentInWords(other.chance.value))
      }
      sentences.append(say(oftenerBest == nil ? SummaryPhrase.chance : .chanceOther, fillings))
    }
    if let next = found.worthwhile {
      sentences.append(
        say(SummaryPhrase.findOut, ["input": .text(input(next.input)), "worth": .text(money(next.worth.value))]))
    } else if !found.information.isEmpty {
      sentences.append(say(SummaryPhrase.findOutNothing))
    }
    return sentences
  }
}
