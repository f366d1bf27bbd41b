@testable import Studies

/// What a study of 2,048 draws would find of the forms of `mechanisms`; all figures are made up for these tests.
///
/// The chances of being best add up to one: `chanceOfNone`, and the rest on the first four of the ranking.
func fixtureUncertainty(
  _ mechanisms: MechanismFindings, players: [String], inputs: [String], chanceOfNone: Double
) -> UncertaintyFindings {
  let weights = [0.643, 0.21, 0.1, 0.047]
  let largest = mechanisms.ranking[0].netGain
  let forms = mechanisms.ranking.enumerated().map { rank, form in
    let chance = rank < 4 ? weights[rank] * (1 - chanceOfNone) : 0
    let middle = max(0, form.netGain)
    return FormOutlook(
      form: form.id, mean: EstimateFinding(value: middle * 1.02, standardError: largest / 90),
      deviation: largest / 3, percentiles: [0.4, 0.8, 1, 1.25, 1.6].map { $0 * middle },
      chanceOfBeingBest: EstimateFinding(value: chance, standardError: rank < 4 ? 0.011 : 0),
      chanceOfGain: middle > 0 ? 0.96 : 0,
      expectedRegret: EstimateFinding(value: largest * 0.05 * Double(rank + 1), standardError: largest / 200),
      largestRegret: largest * (rank == 1 ? 0.3 : 0.5 + 0.1 * Double(rank)),
      chanceOfGaining: players.indices.map { middle > 0 ? 1 - Double(($0 + rank) % 7) * 0.09 : 0 })
  }
  return UncertaintyFindings(
    draws: 2048, refusedDraws: 3, inputs: inputs, forms: forms,
    chanceOfNone: EstimateFinding(value: chanceOfNone, standardError: 0.0014),
    leastExpectedRegret: mechanisms.ranking[0].id, leastWorstRegret: mechanisms.ranking[1].id,
    perfectInformation: EstimateFinding(value: largest * 0.09, standardError: largest * 0.004),
    information: inputs.enumerated().map { index, input in
      InformationFinding(
        input: input, status: index % 3 == 0 ? "assumed" : "estimated",
        worth: EstimateFinding(value: largest * 0.06 / Double(index * index + 1), standardError: largest * 0.004))
    },
    sensitivities: inputs.enumerated().map { index, input in
      let share = 0.55 / Double(index + 1) - 0.045
      return SensitivityFinding(
        input: input, first: IntervalFinding(value: share * 0.8, low: share * 0.8 - 0.05, high: share * 0.8 + 0.05),
        total: IntervalFinding(value: share + 0.03, low: share - 0.03, high: share + 0.09))
    } + [
      SensitivityFinding(
        input: "others", first: IntervalFinding(value: 0.01, low: -0.02, high: 0.04),
        total: IntervalFinding(value: 0.02, low: -0.01, high: 0.05))
    ])
}

/// What fourteen inputs would do when moved alone, around a net gain of `base`, and the second and fourth together.
func fixtureHinges(_ names: [String], base: Double) -> HingeFindings {
  let contract = "multilateral-contract"
  let inputs: [HingeFinding] = names.enumerated().map { index, name in
    let swing: Double = (index % 2 == 0 ? 0.5 : -0.5) * base / Double(index + 1)
    return HingeFinding(
      name: name, status: index % 3 == 0 ? "assumed" : "estimated", best: 0.5, low: 0.3, high: 0.8,
      recommendedAtLow: index == 3 ? "multilateral-delegated" : contract,
      recommendedAtHigh: index == 1 ? "multilateral-embeddedness" : contract,
      netGainAtLow: base + swing, netGainAtHigh: base - swing * (index % 2 == 0 ? 0.7 : 0.8),
      switchesAt: index == 3 ? 0.372 : nil, switchesTo: index == 3 ? "multilateral-delegated" : nil,
      strip: fixtureStrip(index))
  }
  let forms: [[String]] = (0..<9).map { row in
    (0..<11).map { column in
      if row == 8, column == 0 { return "refused" }
      if column < 2 { return "multilateral-delegated" }
      return row > 6 && column > 7 ? "none" : contract
    }
  }
  return HingeFindings(
    inputs: inputs,
    map: ChoiceMapFinding(
      across: names[3], up: names[1], acrossValues: (0..<11).map { 0.3 + 0.05 * Double($0) },
      upValues: (0..<9).map { 0.3 + 0.0625 * Double($0) }, forms: forms))
}

/// The strip of input number `index`: most have one form throughout, some two, one five and acting alone.
func fixtureStrip(_ index: Int) -> [ChoicePartFinding] {
  let forms: [(String, Double)]
  switch index {
  case 1: forms = [("multilateral-contract", 0.61), ("multilateral-embeddedness", 0.8)]
  case 3: forms = [("multilateral-delegated", 0.372), ("multilateral-contract", 0.8)]
  case 4:
    forms = [
      ("none", 0.35), ("bilateral-contract", 0.42), ("multilateral-contract", 0.6), ("collective-contract", 0.61),
      ("collective-delegated", 0.7), ("collective-imposed", 0.8),
    ]
  default: forms = [("multilateral-contract", 0.8)]
  }
  var from = 0.3
  return forms.map { form, to in
    defer { from = to }
    return ChoicePartFinding(from: from, to: to, form: form)
  }
}
