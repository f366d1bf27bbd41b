/// Reads what a decision maker prefers, in whichever form it is told.
struct PreferenceOrderReader {
  let shapes: ShapeReader
  let states: StateReference
  let options: [ConflictFile.Option]

  private var faults: FaultList { shapes.faults }

  /// Nil, with faults, when something is wrong.
  func preference(_ fields: Fields, of maker: String) -> ConflictFile.Preference? {
    if let value = fields["ranking"] { return ranking(value, of: maker) }
    if let value = fields["payoffs"] { return payoffs(value, of: maker) }
    if fields.has("statements") { return statements(fields) }
    if let value = fields["comparisons"] { return comparisons(fields.texts("comparisons"), at: value.place, of: maker) }
    guard fields.has("indifferent") else { return nil }
    guard fields.flag("indifferent") else {
      faults.error(
        fields.keyPlace("indifferent"), "'\(shortened(maker))' is not indifferent, and nothing tells what it prefers",
        "give a ranking, statements, payoffs or comparisons instead")
      return nil
    }
    return .indifferent
  }

  private func named(_ missing: [Int]) -> String { listed(missing.map { states.states[$0].name }) }

  // MARK: Rankings and payoffs

  private func ranking(_ value: Value, of maker: String) -> ConflictFile.Preference? {
    guard case .sequence(let values) = value.content else { return nil }
    var first: [Int: Place] = [:]
    var classes: [[Int]] = []
    var isSound = true
    for value in values {
      var together: [Value] = [value]
      if case .sequence(let inner) = value.content { together = inner }
      var members: [Int] = []
      for word in together {
        guard let text = word.text, let found = states.some(text, at: word.place) else {
          isSound = false
          continue
        }
        let repeated = found.filter { first[$0] != nil }
        if let state = repeated.first, let earlier = first[state] {
          faults.error(
            word.place,
            "the state '\(states.states[state].name)' stands twice in the ranking of '\(shortened(maker))', first at "
              + "\(earlier)", "keep one of them")
          isSound = false
        }
        for state in found where first[state] == nil {
          first[state] = word.place
          members.append(state)
        }
      }
      classes.append(members.sorted())
    }
    let missing = states.states.indices.filter { first[$0] == nil }
    if isSound, !missing.isEmpty {
      faults.error(
        value.place, "the ranking of '\(shortened(maker))' leaves out \(named(missing))",
        "add each, in [brackets] with those that are as good")
      isSound = false
    }
    return isSound ? .ranking(classes) : nil
  }

  private func payoffs(_ value: Value, of maker: String) -> ConflictFile.Preference? {
    if case .sequence(let values) = value.content {
      guard values.count == states.states.count else {
        faults.error(
          value.place, "\(values.count) \(values.count == 1 ? "payoff" : "payoffs") of '\(shortened(maker))'",
          "give \(states.states.count), one for each state")
        return nil
      }
      let numbers = values.compactMap(\.number)
      return numbers.count == values.count ? .payoffs(numbers) : nil
    }
    guard case .table(let entries) = value.content else { return nil }
    var payoffs = [Double?](repeating: nil, count: states.states.count)
    var isSound = true
    for (key, place, value) in entries {
      guard let found = states.some(key, at: place), let number = value.number else {
        isSound = false
        continue
      }
      if let state = found.first(where: { payoffs[$0] != nil }) {
        faults.error(
          place, "the state '\(states.states[state].name)' has two payoffs of '\(shortened(maker))'",
          "keep one of them")
        isSound = false
      }
      for state in found { payoffs[state] = number }
    }
    let missing = payoffs.indices.filter { payoffs[$0] == nil }
    if isSound, !missing.isEmpty {
      faults.error(
        value.place, "the payoffs of '\(shortened(maker))' leave out \(named(missing))", "add a number for each")
      isSound = false
    }
    return isSound ? .payoffs(payoffs.compactMap { $0 }) : nil
  }

  // MARK: Statements

  private func statements(_ fields: Fields) -> ConflictFile.Preference? {
    guard !options.isEmpty else {
      faults.error(
        fields.keyPlace("statements"), "statements speak of options, and the conflict is told by moves",
        "give a ranking, payoffs or comparisons instead")
      return nil
    }
    var found: [ConflictFile.Statement] = []
    for (text, place) in fields.texts("statements") {
      var reader = OptionExpressionReader(text, options: options.map(\.name))
      do throws(OptionExpressionReader.Fault) {
        found.append(ConflictFile.Statement(text: text, expression: try reader.statement()))
      } catch {
        faults.error(place, "'\(shortened(text))' is not a statement: \(error.what)", error.remedy)
      }
    }
    guard found.count == fields.list("statements").count else { return nil }
    warnOfAlike(found, fields)
    return .statements(found)
  }

  /// Warns of states that count as one and are told apart by a statement: the first of them then stands for all.
  private func warnOfAlike(_ statements: [ConflictFile.Statement], _ fields: Fields) {
    for state in states.states {
      for statement in statements
      where state.alike.contains(where: {
        statement.expression.holds(for: $0) != statement.expression.holds(for: state.taken)
      }) {
        faults.warning(
          fields.keyPlace("statements"),
          "'\(shortened(statement.text))' holds in some of the states that count as '\(shortened(state.name))' and not in "
            + "others", "the first of them counts: say it so that it holds in all or none")
        return
      }
    }
  }

  // MARK: Comparisons

  private func comparisons(
    _ texts: [(text: String, place: Place)], at place: Place, of maker: String
  ) -> ConflictFile.Preference? {
    var found: [ConflictFile.Comparison] = []
    var isSound = true
    for (text, place) in texts {
      guard let chain = chain(text, at: place) else {
        isSound = false
        continue
      }
      found += chain
    }
    guard isSound else { return nil }
    let order = PartialOrder(count: states.states.count, comparisons: found)
    if let round = order.round() {
      let names = round.map { states.states[$0].name } + [states.states[round[0]].name]
      let shown = names.count <= 8 ? names : Array(names.prefix(7)) + ["…"]
      faults.error(
        place, "the preference of '\(shortened(maker))' goes round: \(shown.map(shortened).joined(separator: " > "))",
        "take one of these away")
      return nil
    }
    if let classes = order.classes() { return .ranking(classes) }
    return .comparisons(found)
  }

  /// The comparisons in a text such as `s1 > s2 = s3`; nil, with a fault, where it is none.
  private func chain(_ text: String, at place: Place) -> [ConflictFile.Comparison]? {
    var found: [ConflictFile.Comparison] = []
    var signs: [Character] = []
    var words: [String] = [""]
    for letter in text {
      if letter == ">" || letter == "=" {
        signs.append(letter)
        words.append("")
      } else {
        words[words.count - 1].append(letter)
      }
    }
    guard !signs.isEmpty, words.allSatisfy({ !$0.trimmed.isEmpty }) else {
      faults.error(
        place, "'\(shortened(text))' is not a comparison", "write two states or more with > or = between them")
      return nil
    }
    let named = words.compactMap { states.some($0.trimmed, at: place) }
    guard named.count == words.count else { return nil }
    for (index, sign) in signs.enumerated() {
      for better in named[index] {
        for worse in named[index + 1] {
          guard better != worse else {
            faults.error(
              place, "'\(states.states[better].name)' is compared with itself", "compare it with another")
            return nil
          }
          found.append(ConflictFile.Comparison(better: better, worse: worse, isTie: sign == "="))
        }
      }
    }
    return found
  }
}
