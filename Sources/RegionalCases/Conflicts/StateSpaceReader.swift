/// Finds the states that can come about.
struct StateSpaceReader {
  let shapes: ShapeReader
  let options: [ConflictFile.Option]
  let isGraph: Bool

  private var faults: FaultList { shapes.faults }
  private var names: [String] { options.map(\.name) }

  /// Nil, with a fault, where there are none.
  func states(_ fields: Fields) -> [ConflictFile.State]? {
    if isGraph { return graphStates(fields) }
    return fields.has("states") ? namedStates(fields) : feasibleStates(fields)
  }

  private func graphStates(_ fields: Fields) -> [ConflictFile.State]? {
    guard let value = fields["states"] else {
      faults.error(fields.place, "the conflict is told by moves and has no 'states'", "add their names, as in [s1, s2]")
      return nil
    }
    guard case .sequence = value.content else {
      if case .table = value.content {
        faults.error(
          value.place, "the conflict is told by moves, and its states by options", "write the states as a list of names"
        )
      }
      return nil
    }
    let names = fields.texts("states")
    findRepeats(of: "states", among: names.map { (id: $0.text, place: $0.place) }, called: "name", faults: faults)
    guard faults.faults.isEmpty else { return nil }
    return names.map { ConflictFile.State(name: $0.text, taken: 0, alike: []) }
  }

  private func namedStates(_ fields: Fields) -> [ConflictFile.State]? {
    guard let value = fields["states"], case .table(let entries) = value.content else {
      if case .sequence = fields["states"]?.content {
        faults.error(
          fields.keyPlace("states"), "the states have names alone, and no decision maker has moves",
          "write which options are taken in each, as in {s1: YN}")
      }
      return nil
    }
    guard !entries.isEmpty else {
      faults.error(value.place, "there are no states", "name one or more, or take 'states' away")
      return nil
    }
    var states: [ConflictFile.State] = []
    var first: [UInt64: String] = [:]
    for (key, _, value) in entries {
      guard let text = value.text,
        let pattern = StatePattern.read(text, options: names, at: value.place, faults: faults)
      else { continue }
      let open = options.indices.filter { pattern.told >> UInt64($0) & 1 == 0 }
      guard open.count <= 16 else {
        faults.error(value.place, "'\(text)' leaves \(open.count) options open", "leave at most 16 open")
        continue
      }
      // A name may stand for several: each open option taken and not.
      let taken = (0..<(1 << open.count)).map { choice in
        open.enumerated().reduce(pattern.taken) { choice >> $1.offset & 1 == 1 ? $0 | 1 << UInt64($1.element) : $0 }
      }
      let known = taken.compactMap { first[$0] }
      if let other = known.first {
        faults.error(
          value.place, "'\(shortened(key))' and '\(shortened(other))' are the same state, or share one",
          "keep one of them")
        continue
      }
      for state in taken { first[state] = key }
      states.append(ConflictFile.State(name: key, taken: taken[0], alike: Array(taken.dropFirst())))
    }
    return faults.faults.isEmpty ? states : nil
  }

  private func feasibleStates(_ fields: Fields) -> [ConflictFile.State]? {
    guard options.count <= ConflictFile.mostOptions else {
      faults.error(
        fields.keyPlace("decisionMakers"), "\(options.count) options have more states than can be gone through",
        "give at most \(ConflictFile.mostOptions) options, or the states by name")
      return nil
    }
    let infeasible = patterns(fields.texts("infeasible"))
    let together = fields.list("together").compactMap { value -> (name: String, pattern: StatePattern, place: Place)? in
      guard let fields = value.fields, let name = fields["name"], let word = name.text, let text = fields["states"],
        let letters = text.text,
        let pattern = StatePattern.read(letters, options: names, at: text.place, faults: faults)
      else { return nil }
      return (word, pattern, name.place)
    }
    findRepeats(
      of: "states", among: together.map { (id: $0.name, place: $0.place) }, called: "name", faults: faults)
    guard faults.faults.isEmpty else { return nil }
    var states: [ConflictFile.State] = []
    var groups = [[UInt64]](repeating: [], count: together.count)
    for taken in 0..<(UInt64(1) << UInt64(options.count)) where !infeasible.contains(where: { $0.matches(taken) }) {
      if let group = together.firstIndex(where: { $0.pattern.matches(taken) }) {
        groups[group].append(taken)
      } else {
        states.append(ConflictFile.State(name: "\(states.count + 1)", taken: taken, alike: []))
      }
    }
    guard !states.isEmpty || groups.contains(where: { !$0.isEmpty }) else {
      faults.error(
        fields.keyPlace("infeasible"), "nothing can come about: every state is infeasible",
        "take away a pattern that rules out too much")
      return nil
    }
    // Only states of no group bear numbers.
    let numbered = states.count
    for (index, group) in groups.enumerated() {
      let (name, _, place) = together[index]
      if group.isEmpty {
        faults.error(place, "no state that can come about is '\(shortened(name))'", "take it away")
      } else if let number = Int(name), number >= 1, number <= numbered, "\(number)" == name {
        faults.error(place, "'\(name)' is also the number of another state", "give it a name that is no number")
      } else {
        states.append(ConflictFile.State(name: name, taken: group[0], alike: Array(group.dropFirst())))
      }
    }
    return faults.faults.isEmpty ? states : nil
  }

  private func patterns(_ texts: [(text: String, place: Place)]) -> [StatePattern] {
    texts.compactMap { StatePattern.read($0.text, options: names, at: $0.place, faults: faults) }
  }
}
