import Studies

/// How forms of cooperation are told apart where their names have no room: by a letter, and by a paint beside it.
///
/// Letters follow the ranking, the best first, and are the same in every chart of a page. Paints go to the forms that
/// the strips and the map show; the recommended one has the accent, acting alone is white.
struct FormMarks {
  /// What a choice is called that is no form.
  static let none = "none"
  static let refused = "refused"

  private let order: [String]
  private let recommended: String?
  /// The forms that strips and map show, in the order of the ranking, acting alone and refusals last.
  let shown: [String]

  init(_ findings: Findings) {
    let hinges = findings.hinges
    let seen = hinges.inputs.flatMap { $0.strip.map(\.form) } + (hinges.map?.forms.flatMap { $0 } ?? [])
    var order = findings.mechanisms.ranking.map(\.id)
    // An id that the ranking does not know gets a letter after all others, in order of appearance.
    for form in seen where form != Self.none && form != Self.refused && !order.contains(form) { order.append(form) }
    self.order = order
    recommended = findings.mechanisms.recommended
    let present = Set(seen)
    shown = (order + [Self.none, Self.refused]).filter(present.contains)
  }

  /// A, B, … Z, AA, AB, …; 0 for acting alone, × where the figures make no game.
  func letter(_ form: String) -> String {
    if form == Self.none { return "0" }
    if form == Self.refused { return "×" }
    return order.firstIndex(of: form).map(Numeral.letters) ?? "?"
  }

  private static let patterns: [Paint] = [.pale, .hatch, .dots, .lines, .grey, .checks]

  func paint(_ form: String) -> Paint {
    if form == recommended { return .accent }
    if form == Self.none { return .white }
    if form == Self.refused { return .faint }
    let others = shown.filter { $0 != recommended && $0 != Self.none && $0 != Self.refused }
    return Self.patterns[(others.firstIndex(of: form) ?? 0) % Self.patterns.count]
  }

  /// Writes a letter on its own paint: white on dark ones, with a rim of white on patterns.
  func write(_ form: String, at point: Point, size: Double, in drawing: inout Drawing) {
    let isDark = [.accent, .grey].contains(paint(form))
    drawing.write(
      letter(form), at: point, size: size, anchor: .middle, isBold: true, paint: isDark ? .white : .black, role: .axis,
      halo: !isDark)
  }
}

extension Voice {
  /// A choice in a key or a table: a form, acting alone, or figures that make no game.
  func choice(_ form: String) -> String {
    form == FormMarks.refused ? say(UncertaintyPhrase.refusedChoice) : self.form(form)
  }
}
