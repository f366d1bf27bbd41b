import Studies

extension ReportTable {
  /// One form a row, acting alone last: what it brings over the draws, how often it is best, how it is regretted.
  static func uncertainty(_ findings: Findings) -> CSV {
    var table = CSV(header: [
      "choice", "mean", "mean_standard_error", "standard_deviation", "percentile_5", "percentile_25", "percentile_50",
      "percentile_75", "percentile_95", "chance_of_being_best", "chance_standard_error", "chance_of_gain",
      "expected_regret", "expected_regret_standard_error", "largest_regret", "is_least_expected_regret",
      "is_least_worst_regret",
    ])
    guard let found = findings.uncertainty else { return table }
    func isLeast(_ choice: String) -> [any CSVField] {
      [choice == found.leastExpectedRegret, choice == found.leastWorstRegret]
    }
    for form in found.forms {
      let spread: [any CSVField] = [form.mean.value, form.mean.standardError, form.deviation] + form.percentiles
      let chance = form.chanceOfBeingBest
      let regret = form.expectedRegret
      let judged: [any CSVField] = [
        chance.value, chance.standardError, form.chanceOfGain, regret.value, regret.standardError, form.largestRegret,
      ]
      table.append([form.form] + spread + judged + isLeast(form.form))
    }
    let nothing = Double?.none
    let unknown = [any CSVField](repeating: nothing, count: 8)
    let chance: [any CSVField] = [found.chanceOfNone.value, found.chanceOfNone.standardError]
    table.append(
      [FormMarks.none] + unknown + chance + [nothing, nothing, nothing, nothing] + isLeast(FormMarks.none))
    return table
  }

  /// One form and player a row: in what part of the draws the player gains.
  static func chances(_ findings: Findings) -> CSV {
    var table = CSV(header: ["mechanism", "player", "chance_of_gaining"])
    for form in findings.uncertainty?.forms ?? [] {
      for (player, chance) in zip(findings.players, form.chanceOfGaining) { table.append([form.form, player, chance]) }
    }
    return table
  }

  /// What knowing an input would be worth; the first row is all of them together.
  static func information(_ findings: Findings) -> CSV {
    var table = CSV(header: ["input", "status", "worth", "standard_error"])
    guard let found = findings.uncertainty else { return table }
    table.append(["all", "", found.perfectInformation.value, found.perfectInformation.standardError])
    for input in found.information {
      table.append([input.input, input.status, input.worth.value, input.worth.standardError])
    }
    return table
  }

  /// One share of the variance a row.
  static func sensitivities(_ findings: Findings) -> CSV {
    var table = CSV(header: ["input", "order", "share", "low", "high"])
    for input in findings.uncertainty?.sensitivities ?? [] {
      for (order, share) in [("first", input.first), ("total", input.total)] {
        table.append([input.input, order, share.value, share.low, share.high])
      }
    }
    return table
  }

  /// One part of an input's range a row.
  static func strips(_ findings: Findings) -> CSV {
    var table = CSV(header: ["input", "from", "to", "choice"])
    for input in findings.hinges.inputs {
      for part in input.strip { table.append([input.name, part.from, part.to, part.form]) }
    }
    return table
  }

  /// One pair of values a row.
  static func map(_ findings: Findings) -> CSV {
    var table = CSV(header: ["first_input", "first_value", "second_input", "second_value", "choice"])
    guard let map = findings.hinges.map else { return table }
    for (up, forms) in zip(map.upValues, map.forms) {
      for (across, form) in zip(map.acrossValues, forms) { table.append([map.across, across, map.up, up, form]) }
    }
    return table
  }
}
