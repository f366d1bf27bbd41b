/// All that a lever leads to, where what players do changes in steps only and ever one way.
///
/// What lies between two settings at which the same is done is known, so every step is cornered by halving, to 2⁻³⁰ of the
/// range. Between steps an aim is a line in a subsidy's rate, and rises with the weight of an evaluation.
struct LeverSteps: Sendable {
  /// One end of a stretch.
  private struct End: Sendable {
    let setting: Double
    let answers: [LeverResponse]

    func isDoneAlike(_ other: End) -> Bool {
      answers.count == other.answers.count
        && zip(answers, other.answers).allSatisfy { $0.outcome.actions == $1.outcome.actions }
    }
  }

  private let stretches: [(low: End, high: End)]

  /// - Parameters:
  ///   - highest: the highest setting.
  ///   - respond: what players may come to at a setting, what they come to from today first.
  /// - Complexity: 30 answers a step.
  init(
    to highest: Double, answering respond: (Double) throws(DilemmaError) -> [LeverResponse]
  ) throws(DilemmaError) {
    var stretches: [(low: End, high: End)] = []
    var waiting = [
      (
        low: End(setting: 0, answers: try respond(0)), high: End(setting: highest, answers: try respond(highest))
      )
    ]
    while let next = waiting.popLast() {
      let middle = next.low.setting + (next.high.setting - next.low.setting) / 2
      let isNarrow = next.high.setting - next.low.setting <= highest * 0x1p-30
      if next.low.isDoneAlike(next.high) || isNarrow {
        stretches.append(next)
        continue
      }
      let between = End(setting: middle, answers: try respond(middle))
      // The lower half first, so that settings come in order.
      waiting.append((between, next.high))
      waiting.append((next.low, between))
    }
    self.stretches = stretches
  }

  /// The least setting among those at which the aim is lowest, by an outlook.
  /// - Parameters:
  ///   - rounding: differences of aims up to this are none.
  ///   - aim: of an answer.
  func lowest(_ outlook: LeverOutlook, rounding: Double, aim: (LeverResponse) -> Double) -> LowestPoint {
    func chosen(_ aims: [Double]) -> Double {
      switch outlook {
      case .today: aims[0]
      case .optimistic: aims.reduce(aims[0], min)
      case .pessimistic: aims.reduce(aims[0], max)
      }
    }
    var best = (setting: 0.0, value: Double.infinity)
    func weigh(_ setting: Double, _ value: Double) {
      if value < best.value - rounding { best = (setting, value) }
    }
    for stretch in stretches {
      let (low, high) = (stretch.low.answers.map(aim), stretch.high.answers.map(aim))
      weigh(stretch.low.setting, chosen(low))
      if outlook == .pessimistic, stretch.low.isDoneAlike(stretch.high) {
        // The greater of two lines can be lowest where they cross.
        for place in crossings(of: low, high) {
          let between = zip(low, high).map { $0 + place * ($1 - $0) }
          weigh(stretch.low.setting + place * (stretch.high.setting - stretch.low.setting), chosen(between))
        }
      }
      weigh(stretch.high.setting, chosen(high))
    }
    return LowestPoint(at: best.setting, value: best.value, shortfall: 0)
  }

  /// Where two of the lines from `low` to `high` cross, as parts of the way, in order.
  private func crossings(of low: [Double], _ high: [Double]) -> [Double] {
    low.indices.flatMap { first in
      low.indices.filter { $0 > first }.compactMap { second -> Double? in
        let (before, after) = (low[first] - low[second], high[first] - high[second])
        return before * after < 0 ? before / (before - after) : nil
      }
    }.sorted()
  }
}
