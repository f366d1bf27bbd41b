import Dispatch
import Mathematics
import Mechanisms

extension HingeFindings {
  /// What the answer hinges on: every uncertain or assumed input moved alone, then the two of longest reach together.
  init(of lookout: Lookout, choice: ChosenMechanism, progress: (Double) -> Void) throws {
    let questions = Self.questions(lookout.formulated)
    let recommended = choice.best?.mechanism.id
    let asked = try everyIndex(below: questions.count) {
      (question: questions[$0], finding: try questions[$0].hinge(in: lookout, recommended: recommended))
    }.sorted { (-$0.finding.reach, $0.finding.name) < (-$1.finding.reach, $1.finding.name) }
    progress(0.8)
    self.init(
      inputs: asked.map(\.finding),
      map: asked.count < 2 ? nil : ChoiceMapFinding(of: asked[0].question, asked[1].question, in: lookout))
  }

  static func questions(_ formulated: FormulatedProblem) -> [Question] {
    let behaviour = formulated.behaviour
    return formulated.inputs.compactMap(Question.init) + behaviour.defaults.compactMap { Question($0, in: behaviour) }
      + behaviour.catalogueNumbers.map { Question($0, in: behaviour) }
  }
}

extension HingeFinding {
  /// How much of the net gain turns on the input.
  fileprivate var reach: Double { abs(netGainAtHigh - netGainAtLow) }
}

extension Question {
  /// How far the input may move before another form is best, and what its ends would bring.
  ///
  /// Looks at ``steps`` steps on either side of the best estimate, then halves each step in which the advice changes; a
  /// change that comes and goes within one step is not seen. Where the figures make no game any more before an end is
  /// reached, that is the end.
  fileprivate func hinge(in lookout: Lookout, recommended: String?) throws -> HingeFinding {
    let (lowest, highest) = (end(towards: 0, in: lookout), end(towards: 1, in: lookout))
    let low = try lookout.advice(draw(at: lowest))
    let high = try lookout.advice(draw(at: highest))
    func best(at place: Double) throws -> String { lookout.best(try lookout.advice(draw(at: place))) ?? "none" }
    let sides = [(lowest, restingPlace), (restingPlace, highest)].filter { $0.0 < $0.1 }
    let changes = try sides.flatMap { try switches(within: $0.0...$0.1, steps: Self.steps, precision: 1e-4, of: best) }
    // The nearest one, in the input's own unit, and what takes over beyond it.
    let nearest = changes.min { abs(value(at: $0.value) - bestValue) < abs(value(at: $1.value) - bestValue) }
    return HingeFinding(
      name: name, status: status, best: bestValue, low: value(at: lowest), high: value(at: highest),
      recommendedAtLow: lookout.best(low), recommendedAtHigh: lookout.best(high),
      netGainAtLow: low.netGains[lookout.standing], netGainAtHigh: high.netGains[lookout.standing],
      switchesAt: nearest.map { value(at: $0.value) },
      switchesTo: nearest.map { $0.value < restingPlace ? $0.below : $0.above },
      strip: strip(from: lowest, to: highest, changes: changes, without: try best(at: lowest)))
  }

  /// The parts of the range between the changes.
  private func strip(
    from lowest: Double, to highest: Double, changes: [ChoiceSwitch<String>], without first: String
  ) -> [ChoicePartFinding] {
    let places = [lowest] + changes.map(\.value) + [highest]
    let forms = [first] + changes.map(\.above)
    return zip(zip(places, places.dropFirst()), forms).map { ends, form in
      ChoicePartFinding(from: value(at: ends.0), to: value(at: ends.1), form: form)
    }
  }

  /// The last place on the way to `end` at which the figures still make a game.
  private func end(towards end: Double, in lookout: Lookout) -> Double {
    func isSound(_ place: Double) -> Bool { (try? lookout.advice(draw(at: place))) != nil }
    guard !isSound(end) else { return end }
    var (near, far) = (restingPlace, end)
    for _ in 0..<Self.halvings {
      let middle = (near + far) / 2
      if isSound(middle) { near = middle } else { far = middle }
    }
    return near
  }

  private static var steps: Int { 8 }
  /// Halvings after which the end is known to a thousandth of the way.
  private static var halvings: Int { 10 }
}

extension ChoiceMapFinding {
  /// How many points lie along each side of the map.
  private static let side = 13

  /// The best forms where two inputs move together between their ends.
  fileprivate init(of across: Question, _ up: Question, in lookout: Lookout) {
    let places = (0..<Self.side).map { Double($0) / Double(Self.side - 1) }
    let forms =
      (try? everyIndex(below: Self.side * Self.side) { index -> String in
        let (row, column) = index.quotientAndRemainder(dividingBy: Self.side)
        let draw = across.draw(at: places[column]).merged(with: up.draw(at: places[row]))
        // Figures that each may be so need not make a game together.
        guard let advice = try? lookout.advice(draw) else { return "refused" }
        return lookout.best(advice) ?? "none"
      }) ?? []
    self.init(
      across: across.name, up: up.name, acrossValues: places.map(across.value), upValues: places.map(up.value),
      forms: (0..<Self.side).map { Array(forms[($0 * Self.side)..<(($0 + 1) * Self.side)]) })
  }
}

/// What `body` returns for every index, computed on all cores; the first error by index, if any.
private func everyIndex<Value: Sendable>(
  below count: Int, _ body: @Sendable (Int) throws -> Value
) throws -> [Value] {
  let results = UnsafeMutableBufferPointer<Result<Value, any Error>?>.allocate(capacity: count)
  results.initialize(repeating: nil)
  defer {
    results.deinitialize()
    results.deallocate()
  }
  // Safe: each iteration writes one element that no other touches, and all end before the array is read.
  nonisolated(unsafe) let slots = results
  DispatchQueue.concurrentPerform(iterations: count) { index in slots[index] = Result { try body(index) } }
  return try results.map { result in
    guard let result else { preconditionFailure("every iteration leaves a result") }
    return try result.get()
  }
}
