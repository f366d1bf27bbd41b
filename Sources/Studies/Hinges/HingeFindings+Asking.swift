import CollectiveAction
import Dispatch
import Mathematics
import Mechanisms

extension HingeFindings {
  /// What the answer hinges on: every uncertain or assumed input moved alone, then all uncertain ones drawn together.
  ///
  /// Draw number d takes its ranks from the random stream (seed, d), so its figures depend on neither the other
  /// draws nor the number of cores.
  init(
    of formulated: FormulatedProblem, table: DilemmaTable, choice: ChosenMechanism, seed: UInt64, draws: Int,
    progress: (Double) -> Void
  ) throws {
    let lookout = try Lookout(formulated, table: table, choice: choice)
    let questions = Self.questions(formulated)
    let recommended = choice.best?.mechanism.id
    guard draws > 0 else {
      self.init(
        draws: 0, drawnInputs: 0, chanceOfBeingBest: [], netGainPercentiles: [], chanceOfGaining: [], inputs: [])
      return
    }
    let inputs = try everyIndex(below: questions.count) {
      try questions[$0].hinge(in: lookout, recommended: recommended)
    }
    progress(0.4)
    let uncertain = formulated.inputs.filter(\.isUncertain).map(\.name)
    let drawn: [Outlook?] = try everyIndex(below: draws) { number in
      var chance = RandomStream(seed: seed, stream: [number])
      var draw = Draw()
      for name in uncertain { draw.ranks[name] = min(max(chance.uniform(), 1e-9), 1 - 1e-9) }
      // Figures that each may be so need not make a game together.
      return try? lookout.outlook(draw)
    }
    let outlooks = drawn.compactMap(\.self)
    guard let count = outlooks.isEmpty ? nil : outlooks.count else {
      self.init(
        draws: 0, refusedDraws: draws, drawnInputs: uncertain.count, chanceOfBeingBest: [], netGainPercentiles: [],
        chanceOfGaining: [], inputs: inputs.sorted { (-$0.reach, $0.name) < (-$1.reach, $1.name) })
      return
    }
    let nets = outlooks.map(\.netGain).sorted()
    let percentiles = [0.05, 0.5, 0.95].map { (part: Double) in nets[min(Int(part * Double(count)), count - 1)] }
    let chanceOfGaining = table.players.indices.map { player in
      Double(outlooks.count { $0.netGains[player] > 0 }) / Double(count)
    }
    self.init(
      draws: count, refusedDraws: draws - count, drawnInputs: uncertain.count,
      chanceOfBeingBest: Self.chances(outlooks.map(\.recommended)),
      netGainPercentiles: percentiles,
      chanceOfGaining: chanceOfGaining, inputs: inputs.sorted { (-$0.reach, $0.name) < (-$1.reach, $1.name) })
  }

  static func questions(_ formulated: FormulatedProblem) -> [Question] {
    formulated.inputs.compactMap(Question.init)
      + formulated.behaviour.defaults.compactMap { Question($0, in: formulated.behaviour) }
  }

  /// How often each form was best, most often first; `none` where acting alone was.
  private static func chances(_ recommended: [String?]) -> [NamedNumber] {
    var counts: [String: Int] = [:]
    for form in recommended { counts[form ?? "none", default: 0] += 1 }
    return counts.map { NamedNumber(name: $0.key, value: Double($0.value) / Double(recommended.count)) }
      .sorted { (-$0.value, $0.name) < (-$1.value, $1.name) }
  }
}

extension HingeFinding {
  /// How much of the net gain turns on the input.
  fileprivate var reach: Double { abs(netGainAtHigh - netGainAtLow) }
}

extension Question {
  /// How far the input may move before another form is best, and what its ends would bring.
  ///
  /// Looks outward from the best estimate in ``steps`` steps on either side, then halves the step in which the
  /// advice changes; a change that comes and goes within one step is not seen. Where the figures make no game any more
  /// before an end is reached, that is the end.
  fileprivate func hinge(in lookout: Lookout, recommended: String?) throws -> HingeFinding {
    let (lowest, highest) = (end(towards: 0, in: lookout), end(towards: 1, in: lookout))
    let low = try lookout.outlook(draw(at: lowest))
    let high = try lookout.outlook(draw(at: highest))
    let switches = try [lowest, highest].compactMap { try switching(towards: $0, in: lookout, from: recommended) }
    // The nearer one, in the input's own unit.
    let nearest = switches.min { abs($0.value - bestValue) < abs($1.value - bestValue) }
    return HingeFinding(
      name: name, status: status, best: bestValue, low: value(at: lowest), high: value(at: highest),
      recommendedAtLow: low.recommended, recommendedAtHigh: high.recommended, netGainAtLow: low.netGain,
      netGainAtHigh: high.netGain, switchesAt: nearest?.value, switchesTo: nearest.map { $0.form ?? "none" })
  }

  /// The last place on the way to `end` at which the figures still make a game.
  private func end(towards end: Double, in lookout: Lookout) -> Double {
    func isSound(_ place: Double) -> Bool { (try? lookout.outlook(draw(at: place))) != nil }
    guard !isSound(end) else { return end }
    var (near, far) = (restingPlace, end)
    for _ in 0..<Self.halvings {
      let middle = (near + far) / 2
      if isSound(middle) { near = middle } else { far = middle }
    }
    return near
  }

  private static var steps: Int { 8 }
  /// Halvings after which the switch is known to a thousandth of a step.
  private static var halvings: Int { 10 }

  private func switching(
    towards end: Double, in lookout: Lookout, from recommended: String?
  ) throws -> (value: Double, form: String?)? {
    var near = restingPlace
    for step in 1...Self.steps {
      var far = restingPlace + (end - restingPlace) * Double(step) / Double(Self.steps)
      var form = try lookout.outlook(draw(at: far)).recommended
      guard form != recommended else {
        near = far
        continue
      }
      for _ in 0..<Self.halvings {
        let middle = (near + far) / 2
        let there = try lookout.outlook(draw(at: middle)).recommended
        if there == recommended { near = middle } else { (far, form) = (middle, there) }
      }
      return (value(at: far), form)
    }
    return nil
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
