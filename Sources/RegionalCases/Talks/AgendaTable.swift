/// The issues on a table, and the options of each as a file names them.
struct AgendaTable {
  let issues: [NegotiationFile.Issue]
  let reference: Reference
  private let indices: [String: Int]
  /// The options of each issue of choices, by name.
  private let choices: [[String: Int]]
  let faults: FaultList

  /// - Parameter isWhole: whether no issue was left out as faulty.
  init(issues: [NegotiationFile.Issue], isWhole: Bool, faults: FaultList) {
    self.issues = issues
    self.faults = faults
    reference = Reference(
      to: "issue", plural: "issues", known: issues.map(\.name), isWhole: isWhole, faults: faults)
    indices = Dictionary(issues.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    choices = issues.map { issue in
      guard case .choices(let names) = issue.options else { return [:] }
      return Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    }
  }

  /// The issue called `name`; nil, with a fault, where there is none.
  func issue(_ name: String, at place: Place) -> Int? { reference.find(name, at: place).flatMap { indices[$0] } }

  /// The option of an issue that `text` names; nil, with a fault, where there is none.
  func option(_ text: String, of index: Int, at place: Place) -> Int? {
    let issue = issues[index]
    if case .choices(let names) = issue.options {
      if let option = choices[index][text] { return option }
      faults.error(
        place, "'\(shortened(text))' is not a choice of '\(shortened(issue.name))'",
        suggestion(for: text, among: names, otherwise: "its choices are"))
      return nil
    }
    guard let number = number(text, of: index, at: place) else { return nil }
    let step = step(of: issue, at: number)
    // 1e-9 of the range: ends and steps such as 0.1 are rounded in binary.
    guard abs(number - (issue.number(at: step) ?? 0)) <= 1e-9 * span(of: issue) else {
      let near = [step - 1, step, step + 1].filter { (0..<issue.count).contains($0) }.map { issue.name(at: $0) }
      faults.error(
        place, "\(shortened(text)) is not a step of '\(shortened(issue.name))'", "use one such as \(listed(near))")
      return nil
    }
    return step
  }

  /// The number in `text`, within the ends of an issue of numbers; nil, with a fault, where it is none.
  func number(_ text: String, of index: Int, at place: Place) -> Double? {
    let issue = issues[index]
    guard case .number(let number) = NumberText(text) else {
      faults.error(
        place, "'\(shortened(text))' of '\(shortened(issue.name))' is not a number",
        "write digits with a decimal point, as in 1234.5")
      return nil
    }
    let (low, high) = (issue.number(at: 0) ?? 0, issue.number(at: issue.count - 1) ?? 0)
    guard number >= low, number <= high else {
      faults.error(
        place,
        "\(plain(number)) is not on the table: '\(shortened(issue.name))' goes from \(plain(low)) to \(plain(high))",
        "use a number between them")
      return nil
    }
    return number
  }

  private func span(of issue: NegotiationFile.Issue) -> Double {
    max(1e-300, (issue.number(at: issue.count - 1) ?? 0) - (issue.number(at: 0) ?? 0))
  }

  /// The step nearest to a number within the ends.
  private func step(of issue: NegotiationFile.Issue, at number: Double) -> Int {
    guard issue.count > 1, let low = issue.number(at: 0) else { return 0 }
    let share = (number - low) / span(of: issue)
    return min(issue.count - 1, max(0, Int((share * Double(issue.count - 1)).rounded())))
  }
}
