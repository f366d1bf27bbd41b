/// Reads domains and profiles of GENIUS (Lin, Kraus, Baarslag, Tykhonov, Hindriks & Jonker 2014), which are XML.
///
/// A domain is a `negotiation_template` and a profile a `utility_space`; either holds an `objective` with its `issue`s. In
/// a profile the items of an issue have an `evaluation`, or an `evaluator` gives a line over its numbers, and `weight`s
/// belong to issues by their `index`.
struct GeniusReader {
  let faults: FaultList
  let reading: NegotiationFile.UtilityReading
  let steps: Int

  // MARK: Issues

  /// The issues that a domain or a profile tells, with their indices; nil, with a fault, where there are none.
  func issues(in root: MarkupElement) -> [(index: Int, issue: NegotiationFile.Issue)]? {
    guard let objective = objective(in: root) else { return nil }
    var found: [(index: Int, issue: NegotiationFile.Issue)] = []
    var isSound = true
    for (number, element) in objective.children("issue").enumerated() {
      guard let name = text("name", of: element), let options = options(of: element, called: name) else {
        isSound = false
        continue
      }
      found.append((index(of: element) ?? number + 1, NegotiationFile.Issue(name, options, at: element.place)))
    }
    findRepeats(
      of: "issues", among: found.map { (id: $0.issue.name, place: $0.issue.place) }, called: "name", faults: faults)
    if isSound, found.isEmpty {
      faults.error(objective.place, "'\(objective.name)' has no issue", "give it one or more")
      return nil
    }
    return isSound ? found : nil
  }

  /// The element whose issues are those of the file.
  private func objective(in root: MarkupElement) -> MarkupElement? {
    var element = root
    while element.children("issue").isEmpty {
      let inner = element.children.filter { ["utility_space", "objective"].contains($0.name) }
      guard let first = inner.first else {
        faults.error(root.place, "'\(shortened(root.name))' holds no objective with issues", "give it one")
        return nil
      }
      guard inner.count == 1 else {
        faults.error(inner[1].place, "a second '\(inner[1].name)' stands beside the first", "keep one of them")
        return nil
      }
      element = first
    }
    if let nested = element.children("objective").first {
      faults.error(
        nested.place, "an objective stands within another", "put its issues into the first, and weigh them there")
      return nil
    }
    return element
  }

  private func options(of element: MarkupElement, called name: String) -> NegotiationFile.Issue.Options? {
    let kind = ["type", "vtype", "etype"].compactMap { element[$0]?.value }.first ?? "discrete"
    switch kind {
    case "discrete":
      var names: [String] = []
      for item in element.children("item") {
        guard let value = item["value"]?.value, !value.isEmpty else {
          faults.error(item.place, "an item of '\(shortened(name))' has no value", "name what may be chosen")
          return nil
        }
        if names.contains(value) {
          faults.warning(item.place, "'\(shortened(value))' stands twice in '\(shortened(name))'", "the first counts")
        } else {
          names.append(value)
        }
      }
      guard !names.isEmpty else {
        faults.error(element.place, "the issue '\(shortened(name))' has no items", "give it one or more")
        return nil
      }
      return .choices(names)
    case "integer", "real":
      let range = element.children("range").first ?? element
      guard let low = number("lowerbound", of: range), let high = number("upperbound", of: range) else { return nil }
      guard kind == "real" ? low < high : low <= high, (high - low).isFinite else {
        faults.error(
          range.place, "'\(shortened(name))' goes from \(plain(low)) to \(plain(high))",
          "lowerbound must be below upperbound")
        return nil
      }
      if kind == "real" { return .quantity(low...high, steps: steps) }
      guard FigureRange.wholeNumber.contains(low), FigureRange.wholeNumber.contains(high), high - low < 10_000 else {
        faults.error(
          range.place, "'\(shortened(name))' goes from \(plain(low)) to \(plain(high))",
          "give whole numbers, at most 10000 of them")
        return nil
      }
      return .integers(Int(low)...Int(high))
    default:
      faults.error(
        element.place, "the issue '\(shortened(name))' is of the type '\(shortened(kind))'",
        suggestion(for: kind, among: ["discrete", "integer", "real"], otherwise: "use one of"))
      return nil
    }
  }

  private func index(of element: MarkupElement) -> Int? { element["index"].flatMap { Int($0.value) } }

  // MARK: Profiles

  /// What a profile tells of a party; nil, with faults, when something is wrong.
  func profile(in root: MarkupElement, called name: String, on agenda: [NegotiationFile.Issue]) -> DomainProfile? {
    if let kind = root["type"], kind.value == "nonlinear" {
      faults.error(kind.place, "the utilities of '\(shortened(name))' are not additive", "use a profile with weights")
      return nil
    }
    guard let objective = objective(in: root), let told = issues(in: root) else { return nil }
    let table = AgendaTable(issues: agenda, isWhole: true, faults: faults)
    var weights = [Double?](repeating: nil, count: agenda.count)
    var scores = [[Double]?](repeating: nil, count: agenda.count)
    let heavy = self.weights(of: objective)
    var isSound = true
    for ((index, issue), element) in zip(told, objective.children("issue")) {
      guard let place = table.issue(issue.name, at: issue.place) else {
        isSound = false
        continue
      }
      weights[place] = heavy[index]
      if heavy[index] == nil {
        faults.error(
          issue.place, "the issue '\(shortened(issue.name))' has no weight",
          "add <weight index=\"\(index)\" value=\"…\"/>")
      }
      scores[place] = utilities(of: element, place, table)?.map { 100 * $0 }
    }
    let missing = agenda.indices.filter { weights[$0] == nil && scores[$0] == nil }
    if isSound, !missing.isEmpty {
      faults.error(
        objective.place, "'\(shortened(name))' says nothing of \(listed(missing.map { agenda[$0].name }))", "add it")
    }
    let reservation = single("reservation", in: root)
    let discount = single("discount_factor", in: root)
    guard isSound, missing.isEmpty, faults.faults.isEmpty else { return nil }
    return DomainProfile(
      name: name, place: root.place, weights: weights.compactMap { $0 }, scores: scores.compactMap { $0 },
      reservation: reservation.map { 100 * $0 }, package: nil,
      // 0 stands for no discount in files that have none.
      discount: discount.map { $0 > 0 && $0 < 1 ? .overAllRounds($0) : .none } ?? .none)
  }

  private func weights(of objective: MarkupElement) -> [Int: Double] {
    var weights: [Int: Double] = [:]
    for element in objective.children("weight") {
      guard let index = index(of: element), let value = number("value", of: element) else { continue }
      guard value >= 0 else {
        faults.error(element.place, "a weight is \(plain(value))", "it must be at least 0")
        continue
      }
      weights[index] = value
    }
    return weights
  }

  /// The number in an element that may stand in the root once.
  private func single(_ name: String, in root: MarkupElement) -> Double? {
    guard let element = root.children(name).first else { return nil }
    return number("value", of: element)
  }

  private func utilities(of element: MarkupElement, _ index: Int, _ table: AgendaTable) -> [Double]? {
    let issue = table.issues[index]
    if let evaluator = element.children("evaluator").first {
      if case .choices = issue.options {
        faults.error(
          evaluator.place, "'\(shortened(issue.name))' has choices, and an evaluator speaks of numbers",
          "give each item an evaluation")
        return nil
      }
      return line(evaluator, over: issue).map { line in
        let utilities = line.utilities(of: issue)
        return reading == .genius ? utilities.map { min(1, max(0, $0)) } : utilities
      }
    }
    var found = [Double?](repeating: nil, count: issue.count)
    var isSound = true
    for item in element.children("item") {
      guard let value = item["value"], let option = table.option(value.value, of: index, at: value.place),
        let evaluation = number("evaluation", of: item)
      else {
        isSound = false
        continue
      }
      found[option] = found[option] ?? evaluation
    }
    let missing = found.indices.filter { found[$0] == nil }
    if isSound, !missing.isEmpty {
      faults.error(
        element.place, "'\(shortened(issue.name))' has no evaluation of \(listed(missing.map(issue.name)))",
        "add an item for each option")
    }
    let told = found.compactMap { $0 }
    guard told.count == found.count else { return nil }
    guard reading == .genius, let highest = told.max() else { return told }
    // Below this GENIUS takes all evaluations for none.
    return told.map { highest < 0.00001 ? 0 : $0 / highest }
  }

  private func line(_ element: MarkupElement, over issue: NegotiationFile.Issue) -> ValueLine? {
    func parameter(_ names: String...) -> Double? {
      for name in names where element[name] != nil { return number(name, of: element) }
      return number(names[0], of: element)
    }
    switch element["ftype"]?.value ?? "linear" {
    case "linear":
      guard let offset = parameter("parameter0", "offset"), let slope = parameter("parameter1", "slope") else {
        return nil
      }
      // GENIUS counts whole numbers from the least of them.
      guard reading == .genius, case .integers(let range) = issue.options else {
        return .linear(offset: offset, slope: slope)
      }
      return .linear(offset: offset - slope * Double(range.lowerBound), slope: slope)
    case "constant": return parameter("parameter0").map(ValueLine.constant)
    case "triangular":
      guard let from = parameter("parameter0"), let to = parameter("parameter1"), let top = parameter("parameter2")
      else { return nil }
      guard from <= top, top <= to else {
        faults.error(
          element.place, "a triangle goes from \(plain(from)) to \(plain(to)) with its top at \(plain(top))",
          "parameter2 must lie between parameter0 and parameter1")
        return nil
      }
      return .triangle(from: from, to: to, top: top)
    case let other:
      faults.error(
        element["ftype"]?.place ?? element.place, "the evaluator is '\(shortened(other))'",
        suggestion(for: other, among: ["linear", "constant", "triangular"], otherwise: "use one of"))
      return nil
    }
  }

  // MARK: Attributes

  private func text(_ name: String, of element: MarkupElement) -> String? {
    guard let value = element[name]?.value, !value.isEmpty else {
      faults.error(element.place, "'\(shortened(element.name))' has no '\(name)'", "add it")
      return nil
    }
    return value
  }

  private func number(_ name: String, of element: MarkupElement) -> Double? {
    guard let attribute = element[name] else {
      faults.error(element.place, "'\(shortened(element.name))' has no '\(name)'", "add a number")
      return nil
    }
    guard case .number(let number) = NumberText(attribute.value.trimmed) else {
      faults.error(
        attribute.place, "\(name) of '\(shortened(element.name))' is '\(shortened(attribute.value))'", "write a number")
      return nil
    }
    return number
  }
}
