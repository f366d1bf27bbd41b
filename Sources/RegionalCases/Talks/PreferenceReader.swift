/// Reads what one party thinks of each issue and of packages.
struct PreferenceReader {
  let shapes: ShapeReader
  let table: AgendaTable
  let party: String

  private var faults: FaultList { shapes.faults }

  // MARK: Issue by issue

  /// The weight of each issue and the score of each option; nil when something is wrong.
  func preferences(_ fields: Fields) -> (weights: [Double], scores: [[Double]])? {
    guard let value = fields["preferences"], case .table(let entries) = value.content else { return nil }
    var weights = [Double?](repeating: nil, count: table.issues.count)
    var scores = [[Double]?](repeating: nil, count: table.issues.count)
    var isSound = true
    var isNamed = table.reference.isWhole
    for (key, place, value) in entries {
      guard let issue = table.issue(key, at: place) else {
        isNamed = false
        continue
      }
      guard let preference = value.fields, let weight = preference.number("weight") else {
        isSound = false
        weights[issue] = weights[issue] ?? 0
        continue
      }
      _ = shapes.optionalProvenance(of: preference, called: "the preference on '\(shortened(key))'")
      weights[issue] = weight
      scores[issue] = self.scores(preference, of: issue, weight: weight)
    }
    let missing = table.issues.indices.filter { weights[$0] == nil }
    if isNamed, !missing.isEmpty {
      faults.error(
        value.place, "'\(shortened(party))' has no preference on \(listed(missing.map { table.issues[$0].name }))",
        "add a weight and scores, or the weight 0 where it does not care")
    }
    if isSound, isNamed, missing.isEmpty, !weights.isEmpty { checkSum(of: weights.compactMap { $0 }, at: value.place) }
    let (told, scored) = (weights.compactMap { $0 }, scores.compactMap { $0 })
    return isSound && told.count == weights.count && scored.count == scores.count ? (told, scored) : nil
  }

  private func checkSum(of weights: [Double], at place: Place) {
    let sum = weights.reduce(0, +)
    // 1e-6: weights such as 0.333333 are written with six decimals, and summed with rounding.
    guard abs(sum - 1) > 1e-6 * Double(max(1, weights.count)) else { return }
    faults.error(
      place, "the weights of '\(shortened(party))' sum to \(rounded(sum))",
      sum > 0
        ? "they must sum to 1: \(sum < 1 ? "add" : "take away") \(rounded(abs(1 - sum))), or divide each by \(rounded(sum))"
        : "they must sum to 1: give the issues that count a weight above 0")
  }

  private func scores(_ fields: Fields, of issue: Int, weight: Double) -> [Double]? {
    let shown = table.issues[issue]
    guard let value = fields["scores"] else {
      if weight == 0 { return [Double](repeating: 0, count: shown.count) }
      faults.error(
        fields.place, "the preference of '\(shortened(party))' on '\(shortened(shown.name))' has no 'scores'",
        "add how good each option is, 0 to 100")
      return nil
    }
    switch value.content {
    case .sequence(let values):
      guard values.count == shown.count else {
        faults.error(
          value.place, "\(values.count) \(values.count == 1 ? "score" : "scores") for '\(shortened(shown.name))'",
          "give \(shown.count), one for each option from \(shown.name(at: 0)) to \(shown.name(at: shown.count - 1))")
        return nil
      }
      let numbers = values.compactMap(\.number)
      return numbers.count == values.count ? numbers : nil
    case .table(let entries):
      if case .choices(let names) = shown.options { return scores(entries, of: issue, choices: names, at: value.place) }
      return line(entries, of: issue, at: value.place)
    default: return nil
    }
  }

  private func scores(
    _ entries: [(key: String, place: Place, value: Value)], of issue: Int, choices: [String], at place: Place
  ) -> [Double]? {
    var scores = [Double?](repeating: nil, count: choices.count)
    var named: Set<Int> = []
    var isSound = true
    for (key, place, value) in entries {
      guard let option = table.option(key, of: issue, at: place) else {
        isSound = false
        continue
      }
      named.insert(option)
      scores[option] = value.number
    }
    let missing = choices.indices.filter { !named.contains($0) }
    // A name that could not be read may be the one that is missing.
    if isSound, !missing.isEmpty {
      faults.error(
        place, "'\(shortened(party))' has no score for \(listed(missing.map { choices[$0] }))",
        "add a number from 0 to 100")
    }
    let told = scores.compactMap { $0 }
    return told.count == scores.count ? told : nil
  }

  /// The scores of numbers: those at the points that are given, and between two of them on a straight line.
  private func line(
    _ entries: [(key: String, place: Place, value: Value)], of issue: Int, at place: Place
  ) -> [Double]? {
    let shown = table.issues[issue]
    var points: [(number: Double, score: Double)] = []
    var isSound = true
    for (key, place, value) in entries {
      guard let number = table.number(key, of: issue, at: place), let score = value.number else {
        isSound = false
        continue
      }
      guard !points.contains(where: { $0.number == number }) else {
        faults.error(
          place, "\(plain(number)) of '\(shortened(shown.name))' has two scores", "keep one of them")
        isSound = false
        continue
      }
      points.append((number, score))
    }
    guard isSound else { return nil }
    points.sort { $0.number < $1.number }
    let (low, high) = (shown.number(at: 0) ?? 0, shown.number(at: shown.count - 1) ?? 0)
    guard let first = points.first, let last = points.last, first.number == low, last.number == high else {
      let told = points.isEmpty ? "none" : listed(points.prefix(5).map { plain($0.number) })
      faults.error(
        place, "'\(shortened(shown.name))' goes from \(plain(low)) to \(plain(high)), and the scores are for \(told)",
        "give a score at both ends, and more between them where the line bends")
      return nil
    }
    var segment = 0
    return (0..<shown.count).map { option in
      let number = shown.number(at: option) ?? low
      while segment + 2 < points.count, number > points[segment + 1].number { segment += 1 }
      guard segment + 1 < points.count else { return points[segment].score }
      let (from, to) = (points[segment], points[segment + 1])
      if number <= from.number { return from.score }
      if number >= to.number { return to.score }
      return from.score + (to.score - from.score) * ((number - from.number) / (to.number - from.number))
    }
  }

  // MARK: Packages

  func couplings(_ fields: Fields) -> [NegotiationFile.Coupling]? {
    var found: [NegotiationFile.Coupling] = []
    for value in fields.list("couplings") {
      guard let fields = value.fields, let points = fields.number("adds"), let when = fields["when"],
        case .table(let entries) = when.content
      else { continue }
      let chosen = self.options(entries)
      guard chosen.count == entries.count else { continue }
      guard chosen.count >= 2 else {
        faults.error(
          when.place, "the coupling is of \(chosen.count == 1 ? "one issue" : "no issue")",
          "name two issues or more, or change the scores of the one")
        continue
      }
      let ordered = chosen.sorted { $0.issue < $1.issue }
      let count = ordered.reduce(1.0) { $0 * Double(table.issues[$1.issue].count) }
      guard count <= Self.mostCoupled else {
        faults.error(
          when.place, "the coupling is of issues with \(plain(count)) combinations of options",
          "couple issues with at most \(plain(Self.mostCoupled))")
        continue
      }
      found.append(
        NegotiationFile.Coupling(issues: ordered.map(\.issue), options: ordered.map(\.option), points: points))
    }
    return found.count == fields.list("couplings").count ? found : nil
  }

  private static let mostCoupled = 1_000_000.0

  /// The options of the package that `entries` name, one an issue; nil, with a fault, where one is missing.
  func package(_ entries: [(key: String, place: Place, value: Value)], at place: Place) -> [Int]? {
    let chosen = options(entries)
    var options = [Int?](repeating: nil, count: table.issues.count)
    for (issue, option) in chosen { options[issue] = option }
    let missing = options.indices.filter { options[$0] == nil }
    if chosen.count == entries.count, table.reference.isWhole, !missing.isEmpty {
      faults.error(
        place, "the reservation of '\(shortened(party))' leaves out \(listed(missing.map { table.issues[$0].name }))",
        "name an option of every issue, or write a number from 0 to 100")
    }
    let told = options.compactMap { $0 }
    return told.count == options.count ? told : nil
  }

  private func options(_ entries: [(key: String, place: Place, value: Value)]) -> [(issue: Int, option: Int)] {
    entries.compactMap { key, place, value in
      guard let issue = table.issue(key, at: place), let text = value.text,
        let option = table.option(text, of: issue, at: value.place)
      else { return nil }
      return (issue, option)
    }
  }
}
