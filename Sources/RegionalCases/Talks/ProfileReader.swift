/// Reads domains and profiles that are JSON or YAML: those of GeniusWeb (a `LinearAdditiveUtilitySpace` with its
/// `issueUtilities` and `issueWeights`) and of NegMAS (a `LinearAdditiveUtilityFunction` with its `values` and `weights`).
struct ProfileReader {
  let faults: FaultList
  let steps: Int

  /// What a file holds; nil where it is neither.
  enum Kind { case domain, profile }

  static func kind(of root: Node) -> Kind? {
    if root["issuesValues"] != nil || root["issues"] != nil { return .domain }
    return root["LinearAdditiveUtilitySpace"] != nil || root["values"] != nil && root["weights"] != nil ? .profile : nil
  }

  private var shapes: ShapeReader { ShapeReader(faults: faults, folder: nil, sourceKeys: []) }

  // MARK: Domains

  /// The issues of a domain, or of a profile of GeniusWeb, which repeats them; nil, with faults, where there are none.
  func issues(in root: Node) -> [NegotiationFile.Issue]? {
    let domain = root["LinearAdditiveUtilitySpace"]?["domain"] ?? root
    let found: [NegotiationFile.Issue?]
    if let entries = domain["issuesValues"]?.entries {
      found = entries.map { webIssue($0) }
    } else if case .sequence(let nodes) = domain["issues"]?.content {
      found = nodes.map { negMASIssue($0) }
    } else {
      faults.error(root.place, "the file tells no issues", "give a domain, with 'issuesValues' or 'issues'")
      return nil
    }
    let issues = found.compactMap { $0 }
    findRepeats(of: "issues", among: issues.map { (id: $0.name, place: $0.place) }, called: "name", faults: faults)
    if found.isEmpty { faults.error(domain.place, "the domain has no issue", "give it one or more") }
    return issues.count == found.count && !found.isEmpty ? issues : nil
  }

  private func webIssue(_ entry: Node.Entry) -> NegotiationFile.Issue? {
    if let values = entry.value["values"] {
      return choices(values, of: entry.key).map { NegotiationFile.Issue(entry.key, $0, at: entry.keyPlace) }
    }
    guard let range = entry.value["range"], let numbers = numbers(range, called: "range"), numbers.count == 3 else {
      faults.error(
        entry.value.place, "'\(shortened(entry.key))' has neither 'values' nor a 'range' of three numbers", "give one")
      return nil
    }
    let (low, high, step) = (numbers[0], numbers[1], numbers[2])
    guard low <= high, step > 0, (high - low) / step < 10_000 else {
      faults.error(
        range.place, "the range of '\(shortened(entry.key))' is \(plain(low)) to \(plain(high)) by \(plain(step))",
        "give a least, a most and a step, at most 10000 of them")
      return nil
    }
    // 1e-9: steps such as 0.1 are rounded in binary.
    let count = Int(((high - low) / step + 1e-9).rounded(.down))
    if step == 1, FigureRange.wholeNumber.contains(low) || count == 0 {
      guard low == low.rounded(), abs(low) < 2e9 else {
        return NegotiationFile.Issue(entry.key, .choices([plain(low)]), at: entry.keyPlace)
      }
      return NegotiationFile.Issue(entry.key, .integers(Int(low)...Int(low) + count), at: entry.keyPlace)
    }
    guard count > 0 else { return NegotiationFile.Issue(entry.key, .choices([plain(low)]), at: entry.keyPlace) }
    return NegotiationFile.Issue(
      entry.key, .quantity(low...low + step * Double(count), steps: count), at: entry.keyPlace)
  }

  private func negMASIssue(_ node: Node) -> NegotiationFile.Issue? {
    guard let nameNode = node["name"], let name = shapes.text(nameNode, called: "name"), let values = node["values"]
    else {
      faults.error(node.place, "an issue has no 'name' or no 'values'", "give both")
      return nil
    }
    let kind = node["type"].flatMap(Self.plainText) ?? "CategoricalIssue"
    guard kind.contains("Contiguous") || kind.contains("Continuous") else {
      if case .scalar = values.content, let count = shapes.number(values, in: .count, called: "values"), count >= 1,
        count <= 10_000
      {
        return NegotiationFile.Issue(name, .integers(0...Int(count) - 1), at: node.place)
      }
      return choices(values, of: name).map { NegotiationFile.Issue(name, $0, at: node.place) }
    }
    guard let ends = numbers(values, called: "values"), ends.count == 2, ends[0] <= ends[1],
      FigureRange.wholeNumber.contains(ends[0].rounded()), FigureRange.wholeNumber.contains(ends[1].rounded())
    else {
      faults.error(values.place, "the values of '\(shortened(name))' are no two ends", "give the least and the most")
      return nil
    }
    if kind.contains("Continuous"), ends[0] < ends[1] {
      return NegotiationFile.Issue(name, .quantity(ends[0]...ends[1], steps: steps), at: node.place)
    }
    guard ends[1] - ends[0] < 10_000 else {
      faults.error(values.place, "'\(shortened(name))' has too many whole numbers", "give at most 10000")
      return nil
    }
    return NegotiationFile.Issue(name, .integers(Int(ends[0].rounded())...Int(ends[1].rounded())), at: node.place)
  }

  private func choices(_ node: Node, of name: String) -> NegotiationFile.Issue.Options? {
    guard case .sequence(let nodes) = node.content else {
      faults.error(node.place, "the values of '\(shortened(name))' are \(node.inWords)", "write a list, as in [a, b]")
      return nil
    }
    let names = nodes.compactMap(Self.plainText)
    guard names.count == nodes.count, !names.isEmpty, Set(names).count == names.count else {
      faults.error(
        node.place, "the values of '\(shortened(name))' are none, or not told apart", "give one or more, each once")
      return nil
    }
    return .choices(names)
  }

  private func numbers(_ node: Node, called name: String) -> [Double]? {
    guard case .sequence(let nodes) = node.content else { return nil }
    let numbers = nodes.compactMap { node -> Double? in
      // GeniusWeb may put numbers in quotes.
      guard let text = Self.plainText(node), case .number(let number) = NumberText(text) else { return nil }
      return number
    }
    return numbers.count == nodes.count ? numbers : nil
  }

  private static func plainText(_ node: Node) -> String? {
    if case .scalar(let text, _) = node.content, !node.isNull { text } else { nil }
  }

  // MARK: Profiles

  /// What a profile tells of a party; nil, with faults, when something is wrong.
  func profile(in root: Node, called name: String, on agenda: [NegotiationFile.Issue]) -> DomainProfile? {
    let table = AgendaTable(issues: agenda, isWhole: true, faults: faults)
    if let space = root["LinearAdditiveUtilitySpace"] { return webProfile(space, called: name, at: table) }
    return negMASProfile(root, called: name, at: table)
  }

  private func webProfile(_ space: Node, called name: String, at table: AgendaTable) -> DomainProfile? {
    let utilities = byIssue(space["issueUtilities"], "issueUtilities", of: space, at: table)
    let weights = byIssue(space["issueWeights"], "issueWeights", of: space, at: table)
    guard let utilities, let weights else { return nil }
    let scores = utilities.enumerated().map { index, node in webScores(node, index, table) }
    return profile(
      name, space, at: table, weights: weights.map { number($0) }, scores: scores,
      package: space["reservationBid"]?["issuevalues"], reservation: nil)
  }

  /// The entries of a mapping, one an issue, in the order of the agenda; nil, with faults, where one is missing.
  private func byIssue(_ node: Node?, _ key: String, of space: Node, at table: AgendaTable) -> [Node]? {
    guard let entries = node?.entries else {
      faults.error(node?.place ?? space.place, "the profile has no '\(key)' by issue", "add them")
      return nil
    }
    var found = [Node?](repeating: nil, count: table.issues.count)
    var isSound = true
    for entry in entries {
      guard let issue = table.issue(entry.key, at: entry.keyPlace) else {
        isSound = false
        continue
      }
      found[issue] = entry.value
    }
    let missing = found.indices.filter { found[$0] == nil }
    if isSound, !missing.isEmpty {
      faults.error(
        node?.place ?? space.place, "'\(key)' says nothing of \(listed(missing.map { table.issues[$0].name }))",
        "add it")
    }
    let nodes = found.compactMap { $0 }
    return isSound && nodes.count == found.count ? nodes : nil
  }

  private func webScores(_ node: Node, _ index: Int, _ table: AgendaTable) -> [Double]? {
    for key in ["discreteutils", "DiscreteValueSetUtilities"] {
      if let utilities = node[key]?["valueUtilities"] { return mapped(utilities, index, table) }
    }
    for key in ["numberutils", "NumberValueSetUtilities"] {
      guard let line = node[key] else { continue }
      let parts = ["lowValue", "lowUtility", "highValue", "highUtility"].map { key in line[key].flatMap { number($0) } }
      guard let low = parts[0], let from = parts[1], let high = parts[2], let to = parts[3], low < high else {
        faults.error(
          line.place, "the utilities of numbers are no line", "give lowValue, lowUtility, highValue, highUtility")
        return nil
      }
      let slope = (to - from) / (high - low)
      return scores(.linear(offset: from - slope * low, slope: slope), index, table, at: line.place)
    }
    faults.error(
      node.place, "the utilities of '\(shortened(table.issues[index].name))' are of no kind that is known",
      "give discreteutils or numberutils")
    return nil
  }

  private func negMASProfile(_ root: Node, called name: String, at table: AgendaTable) -> DomainProfile? {
    if let kind = root["type"], let text = Self.plainText(kind), !text.hasSuffix("LinearAdditiveUtilityFunction") {
      faults.error(kind.place, "the utilities are a '\(shortened(text))'", "use a LinearAdditiveUtilityFunction")
      return nil
    }
    guard let values = list(root, "values", at: table), let weights = list(root, "weights", at: table) else {
      return nil
    }
    let scores = values.enumerated().map { index, node in negMASScores(node, index, table) }
    let told = root["reserved_value"].flatMap { node -> Double? in
      guard let text = Self.plainText(node), case .number(let number) = NumberText(text) else { return nil }
      return number
    }
    return profile(
      name, root, at: table, weights: weights.map { number($0) }, scores: scores,
      package: root["reserved_outcome"], reservation: told)
  }

  /// The elements of a list, or the entries of a mapping by issue, in the order of the agenda.
  private func list(_ root: Node, _ key: String, at table: AgendaTable) -> [Node]? {
    guard case .sequence(let nodes) = root[key]?.content else { return byIssue(root[key], key, of: root, at: table) }
    guard nodes.count == table.issues.count else {
      faults.error(
        root[key]?.place ?? root.place, "'\(key)' has \(nodes.count) \(nodes.count == 1 ? "element" : "elements")",
        "give \(table.issues.count), one an issue")
      return nil
    }
    return nodes
  }

  private func negMASScores(_ node: Node, _ index: Int, _ table: AgendaTable) -> [Double]? {
    func part(_ key: String, otherwise: Double) -> Double? { node[key].map { number($0) } ?? otherwise }
    switch node["type"].flatMap(Self.plainText)?.split(separator: ".").last ?? "TableFun" {
    case "TableFun":
      guard let mapping = node["mapping"] else { break }
      return mapped(mapping, index, table)
    case "LinearFun", "AffineFun", "IdentityFun":
      guard let slope = part("slope", otherwise: 1), let bias = part("bias", otherwise: 0) else { return nil }
      return scores(.linear(offset: bias, slope: slope), index, table, at: node.place)
    case "ConstFun":
      guard let bias = part("bias", otherwise: 0) else { return nil }
      return [Double](repeating: 100 * bias, count: table.issues[index].count)
    default: break
    }
    faults.error(
      node.place, "the values of '\(shortened(table.issues[index].name))' are of no kind that is known",
      "use a TableFun, LinearFun, AffineFun, IdentityFun or ConstFun")
    return nil
  }

  private func scores(_ line: ValueLine, _ index: Int, _ table: AgendaTable, at place: Place) -> [Double]? {
    let issue = table.issues[index]
    guard case .choices(let names) = issue.options else { return line.utilities(of: issue).map { 100 * $0 } }
    // Choices that are numbers may lie on a line.
    let numbers = names.compactMap { name -> Double? in
      if case .number(let number) = NumberText(name) { number } else { nil }
    }
    guard numbers.count == names.count else {
      faults.error(
        place, "'\(shortened(issue.name))' has choices, and a line speaks of numbers", "give a utility for each choice")
      return nil
    }
    return numbers.map { 100 * line.utility(at: $0) }
  }

  private func mapped(_ node: Node, _ index: Int, _ table: AgendaTable) -> [Double]? {
    let issue = table.issues[index]
    var found = [Double?](repeating: nil, count: issue.count)
    var isSound = node.entries != nil
    for entry in node.entries ?? [] {
      guard let option = table.option(entry.key, of: index, at: entry.keyPlace), let utility = number(entry.value)
      else {
        isSound = false
        continue
      }
      found[option] = 100 * utility
    }
    let missing = found.indices.filter { found[$0] == nil }
    if isSound, !missing.isEmpty {
      faults.error(
        node.place, "'\(shortened(issue.name))' has no utility of \(listed(missing.map(issue.name)))",
        "add one for each option")
    }
    let told = found.compactMap { $0 }
    return isSound && told.count == found.count ? told : nil
  }

  private func number(_ node: Node) -> Double? { shapes.number(node, in: .any, called: "a utility or weight") }

  private func profile(
    _ name: String, _ root: Node, at table: AgendaTable, weights: [Double?], scores: [[Double]?], package: Node?,
    reservation: Double?
  ) -> DomainProfile? {
    let bid = package.flatMap { $0.isNull ? nil : options($0, at: table) }
    let (told, scored) = (weights.compactMap { $0 }, scores.compactMap { $0 })
    guard faults.faults.isEmpty, told.count == weights.count, scored.count == scores.count else { return nil }
    if let weight = told.first(where: { $0 < 0 }) {
      faults.error(root.place, "a weight of '\(shortened(name))' is \(plain(weight))", "it must be at least 0")
      return nil
    }
    return DomainProfile(
      name: name, place: root.place, weights: told, scores: scored, reservation: reservation.map { 100 * $0 },
      package: reservation == nil ? bid : nil, discount: .none)
  }

  /// The package that a mapping by issue or a list in the order of the agenda names.
  private func options(_ node: Node, at table: AgendaTable) -> [Int]? {
    var nodes: [Node]?
    if case .sequence(let list) = node.content, list.count == table.issues.count {
      nodes = list
    } else {
      nodes = byIssue(node, "the reservation", of: node, at: table)
    }
    let options = nodes?.enumerated().compactMap { index, node in
      Self.plainText(node).flatMap { table.option($0, of: index, at: node.place) }
    }
    return options?.count == table.issues.count ? options : nil
  }
}
