/// Which options are taken in some states: a letter an option, Y taken, N not taken, - either.
struct StatePattern {
  /// The options that the pattern speaks of, by their bits.
  let told: UInt64
  /// Those of them that are taken.
  let taken: UInt64

  /// Nil where `text` is no pattern of so many options.
  init?(_ text: String, options: Int) {
    guard text.utf8.count == options, options > 0 else { return nil }
    var (told, taken) = (UInt64(0), UInt64(0))
    for (index, letter) in text.utf8.enumerated() {
      let bit = UInt64(1) << UInt64(index)
      switch letter {
      case UInt8(ascii: "Y"), UInt8(ascii: "y"): (told, taken) = (told | bit, taken | bit)
      case UInt8(ascii: "N"), UInt8(ascii: "n"): told |= bit
      case UInt8(ascii: "-"): break
      default: return nil
      }
    }
    self.told = told
    self.taken = taken
  }

  func matches(_ taken: UInt64) -> Bool { taken & told == self.taken }

  /// The pattern in `text`; nil, with a fault, where it is none.
  static func read(_ text: String, options: [String], at place: Place, faults: FaultList) -> StatePattern? {
    if let pattern = StatePattern(text, options: options.count) { return pattern }
    let letters = text.count == 1 ? "1 letter" : "\(text.count) letters"
    faults.error(
      place, "'\(shortened(text))' is not a pattern of the options: it has \(letters)",
      "write \(options.count), one an option in the order "
        + options.prefix(8).joined(separator: ", ") + (options.count > 8 ? ", …" : "") + ": Y taken, N not, - either")
    return nil
  }
}

/// Finds states by their names or by patterns of their options.
struct StateReference {
  let states: [ConflictFile.State]
  let options: [String]
  let faults: FaultList
  private let byName: [String: Int]

  init(states: [ConflictFile.State], options: [String], faults: FaultList) {
    self.states = states
    self.options = options
    self.faults = faults
    byName = Dictionary(states.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The states that `text` names: one by its name, or all that fit a pattern; nil, with a fault, where there is none.
  /// Of states that count as one, all must fit.
  func some(_ text: String, at place: Place) -> [Int]? {
    if let state = byName[text] { return [state] }
    guard let pattern = StatePattern(text, options: options.count) else {
      let known = states.prefix(1_000).map(\.name)
      let form = options.isEmpty ? "" : ", or write \(options.count) letters: Y taken, N not, - either"
      faults.error(
        place, "no state is called '\(shortened(text))'",
        suggestion(for: text, among: known, otherwise: "the states are") + form)
      return nil
    }
    let found = states.indices.filter { index in
      pattern.matches(states[index].taken) && states[index].alike.allSatisfy(pattern.matches)
    }
    if !found.isEmpty { return found }
    faults.error(
      place, "no state that can come about is '\(text)'", "take it away, or let the state come about")
    return nil
  }

  /// The one state that `text` names; nil, with a fault, where it is none or several.
  func one(_ text: String, at place: Place) -> Int? {
    guard let found = some(text, at: place) else { return nil }
    guard found.count == 1 else {
      faults.error(
        place, "'\(shortened(text))' is \(found.count) states", "name one, such as '\(states[found[0]].name)'")
      return nil
    }
    return found[0]
  }
}
