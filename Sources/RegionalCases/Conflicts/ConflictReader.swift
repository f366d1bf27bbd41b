/// Makes a conflict of the values of its file, checking what no single value can tell.
struct ConflictReader {
  let shapes: ShapeReader

  private var faults: FaultList { shapes.faults }

  /// Nil when something is wrong, and then the list of faults says what.
  func contents(of fields: Fields) -> ConflictContents? {
    let makers = fields.list("decisionMakers")
    let isGraph = isGraph(makers, fields)
    let (options, ranges) = isGraph ? ([], makers.map { _ in 0..<0 }) : options(of: makers)
    checkNames(of: makers, options: options.map { ($0.option.name, $0.place) })
    // What a fault above has spoilt would only be called wrong again below.
    guard faults.faults.isEmpty else { return nil }
    let space = StateSpaceReader(shapes: shapes, options: options.map(\.option), isGraph: isGraph)
    guard let states = space.states(fields) else { return nil }
    let reference = StateReference(states: states, options: options.map(\.option.name), faults: faults)
    let graphMoves = isGraph ? makers.map { $0.fields.flatMap { moves($0, among: reference) } ?? [] } : nil
    let preferences = PreferenceOrderReader(shapes: shapes, states: reference, options: options.map(\.option))
    let found = makers.enumerated().compactMap { index, value -> ConflictFile.DecisionMaker? in
      guard let fields = value.fields, let name = fields.text("name") else { return nil }
      let provenance = shapes.optionalProvenance(of: fields, called: "the preference of '\(shortened(name))'")
      guard let preference = preferences.preference(fields, of: name) else { return nil }
      return ConflictFile.DecisionMaker(
        name: name, label: fields.localized("label") ?? LocalizedText(name), options: ranges[index],
        preference: preference, provenance: provenance, place: fields.place)
    }
    let statusQuo = statusQuo(fields, among: reference)
    let wanted = wanted(fields, among: reference)
    guard let title = fields.localized("title"), faults.faults.isEmpty, found.count == makers.count else { return nil }
    return ConflictContents(
      title: title, summary: fields.localized("summary"), sources: fields.sources(), decisionMakers: found,
      options: options.map(\.option), states: states, graphMoves: graphMoves, statusQuo: statusQuo, wanted: wanted,
      sanctions: fields.choice("sanctions"))
  }

  // MARK: Who can do what

  /// Whether the conflict is told by moves; a fault where some of it is told one way and some the other.
  private func isGraph(_ makers: [Value], _ fields: Fields) -> Bool {
    let makers = makers.compactMap(\.fields)
    guard makers.contains(where: { $0.has("moves") }) else {
      if !makers.contains(where: { $0.has("options") && !isEmpty($0["options"]) }), !makers.isEmpty {
        faults.error(
          fields.keyPlace("decisionMakers"), "no decision maker has an option",
          "give options, or the states and everyone's moves between them")
      }
      return false
    }
    for maker in makers where !maker.has("moves") {
      faults.error(
        maker.place, "the decision maker '\(shortened(maker.text("name") ?? ""))' has no 'moves', and another has",
        "give the moves of everyone, {} for one who has none, or options instead")
    }
    for key in ["infeasible", "together"] where fields.has(key) {
      faults.error(
        fields.keyPlace(key), "'\(key)' speaks of options, and the conflict is told by moves", "take it away")
    }
    return true
  }

  private func isEmpty(_ value: Value?) -> Bool {
    if case .sequence(let values) = value?.content { values.isEmpty } else { false }
  }

  private func options(
    of makers: [Value]
  ) -> (options: [(option: ConflictFile.Option, place: Place)], ranges: [Range<Int>]) {
    var options: [(option: ConflictFile.Option, place: Place)] = []
    var ranges: [Range<Int>] = []
    for (index, maker) in makers.enumerated() {
      let start = options.count
      for value in maker.fields?.list("options") ?? [] {
        guard let name = value.text ?? value.fields?.text("name") else { continue }
        let option = ConflictFile.Option(
          name: name, label: value.fields?.localized("label") ?? LocalizedText(name), decisionMaker: index,
          isIrreversible: value.fields?.flag("irreversible") ?? false)
        options.append((option, value.fields?["name"]?.place ?? value.place))
      }
      ranges.append(start..<options.count)
    }
    return (options, ranges)
  }

  private func checkNames(of makers: [Value], options: [(id: String, place: Place)]) {
    let names = makers.compactMap { value -> (id: String, place: Place)? in
      guard let name = value.fields?["name"], let text = name.text else { return nil }
      return (text, name.place)
    }
    findRepeats(of: "decision makers", among: names, called: "name", faults: faults)
    findRepeats(of: "options", among: options, called: "name", faults: faults)
    let words: Set = ["not", "and", "or", "if", "iff"]
    for (name, place) in options where words.contains(name.lowercased()) || Int(name) != nil {
      faults.error(
        place, "an option is called '\(name)', which means something in a statement", "give it another name")
    }
    if let excess = options.dropFirst(62).first {
      faults.error(excess.place, "there are \(options.count) options", "give at most 62")
    }
  }

  // MARK: States

  private func moves(_ fields: Fields, among reference: StateReference) -> [ConflictFile.Move] {
    var found: Set<ConflictFile.Move> = []
    for (key, place, value) in fields.table("moves") {
      guard case .sequence(let targets) = value.content else { continue }
      let from = reference.one(key, at: place)
      for target in targets {
        guard let text = target.text, let to = reference.one(text, at: target.place), let from else { continue }
        guard from != to else {
          faults.error(target.place, "a move goes from '\(shortened(text))' to itself", "take it away")
          continue
        }
        guard found.insert(ConflictFile.Move(from: from, to: to)).inserted else {
          faults.error(
            target.place, "the move from '\(shortened(key))' to '\(shortened(text))' stands twice", "keep one of them")
          continue
        }
      }
    }
    return found.sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private func statusQuo(_ fields: Fields, among reference: StateReference) -> Int? {
    guard let value = fields["statusQuo"], let text = value.text else { return nil }
    return reference.one(text, at: value.place)
  }

  private func wanted(_ fields: Fields, among reference: StateReference) -> [Int] {
    guard let value = fields["wanted"] else { return [] }
    let values = value.text == nil ? fields.list("wanted") : [value]
    let found = values.compactMap { value in value.text.flatMap { reference.some($0, at: value.place) } }
    return Set(found.joined()).sorted()
  }
}
