import Mathematics
import Testing

@testable import Negotiations

/// A party that knows its weights and answers as they say.
struct Respondent {
  let scores: OptionScores
  let weights: [Double]

  static func random(seed: UInt64, issues: Int = 4, options: Int = 4) throws -> Respondent {
    var chance = RandomStream(seed: seed, stream: [9])
    let agenda = try Agenda(
      (0..<issues).map { try Issue("issue \($0)", .choices((0..<options).map { "option \($0)" })) })
    let scores = try OptionScores(
      points: (0..<issues).map { _ in
        (0..<options).map { _ in chance.uniform() }
      }, on: agenda)
    let raw = (0..<issues).map { _ in 0.1 + chance.uniform() }
    let sum = raw.reduce(0, +)
    return Respondent(scores: scores, weights: raw.map { $0 / sum })
  }

  func advantage(_ first: [Int], _ second: [Int]) -> Double {
    zip(weights, scores.difference(first, second)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  func answer(_ first: [Int], _ second: [Int]) -> PreferenceAnswer {
    let advantage = advantage(first, second)
    // Nearer than the margin no party tells packages apart.
    return abs(advantage) < 0.002
      ? .equal(first, second)
      : advantage > 0
        ? .prefers(first, over: second)
        : .prefers(second, over: first)
  }

  /// Issues by weight; those too near to tell apart from the heaviest of a tier share it.
  var ranking: PreferenceAnswer {
    var tiers: [[Int]] = []
    for issue in weights.indices.sorted(by: { (-weights[$0], $0) < (-weights[$1], $1) }) {
      if let first = tiers.last?.first, weights[first] - weights[issue] < 0.01 {
        tiers[tiers.count - 1].append(issue)
      } else if let last = tiers.last?.last, weights[last] - weights[issue] < 0.002 {
        tiers[tiers.count - 1].append(issue)
      } else {
        tiers.append([issue])
      }
    }
    return .ranking(tiers)
  }

  /// Each issue against the heaviest, said to the nearest ten.
  var swings: [PreferenceAnswer] {
    let heaviest = weights.indices.max { weights[$0] < weights[$1] } ?? 0
    return weights.indices.filter { $0 != heaviest }.map {
      .swing(issue: $0, points: (10 * weights[$0] / weights[heaviest]).rounded() * 10, reference: heaviest)
    }
  }
}

@Suite struct ElicitationTests {
  static func scores() throws -> OptionScores {
    try OptionScores(
      [[0, 0.5, 1], [0, 1], [1, 0]],
      on: Agenda([
        Issue("fund", .integers(1...3)), Issue("seat", .choices(["Baoding", "Tianjin"])),
        Issue("years", .choices(["few", "many"])),
      ]))
  }

  @Test("true weights are always inside, and decided pairs stay decided", arguments: UInt64(0)..<8)
  func keepsTheTruth(seed: UInt64) throws {
    let respondent = try Respondent.random(seed: seed)
    var talk = try Elicitation(respondent.scores)
    var chance = RandomStream(seed: seed, stream: [10])
    let pairs = (0..<8).map { _ in
      (0..<2).map { _ in (0..<4).map { _ in Int.random(in: 0..<4, using: &chance) } }
    }
    var decided = pairs.map { _ in Elicitation.Comparison.open }
    var widths = [1.0, 1, 1, 1]
    func check(_ talk: Elicitation) throws {
      #expect(try talk.admits(respondent.weights))
      for (place, pair) in pairs.enumerated() {
        let now = try talk.comparison(of: pair[0], and: pair[1])
        #expect(decided[place] == .open || decided[place] == now || now == .equal)
        decided[place] = now
        let advantage = respondent.advantage(pair[0], pair[1])
        if now == .first { #expect(advantage >= -1e-6) }  // tolerance of the linear programs
        if now == .second { #expect(advantage <= 1e-6) }
      }
      for (issue, range) in try talk.weightRanges().enumerated() {
        #expect(range.contains(respondent.weights[issue]))
        #expect(range.upperBound - range.lowerBound <= widths[issue] + 1e-7)
        widths[issue] = range.upperBound - range.lowerBound
      }
    }
    try talk.record(respondent.ranking)
    try check(talk)
    for swing in respondent.swings { try talk.record(swing) }
    try check(talk)
    for _ in 0..<4 {
      guard let question = try talk.nextQuestion(using: &chance) else { break }
      try talk.record(respondent.answer(question.first, question.second))
      try check(talk)
    }
    if let question = try talk.equalityCheck(using: &chance) {
      try talk.record(respondent.answer(question.first, question.second))
      try check(talk)
    }
  }

  @Test("who contradicts what follows from earlier answers is told so at once", arguments: UInt64(0)..<8)
  func catchesContradictions(seed: UInt64) throws {
    let respondent = try Respondent.random(seed: seed, issues: 3, options: 3)
    var talk = try Elicitation(respondent.scores)
    var chance = RandomStream(seed: seed, stream: [11])
    try talk.record(respondent.ranking)
    for swing in respondent.swings { try talk.record(swing) }
    for _ in 0..<3 {
      guard let question = try talk.nextQuestion(using: &chance) else { break }
      try talk.record(respondent.answer(question.first, question.second))
    }
    let before = talk.answers.map(\.number)
    var caught = 0
    for _ in 0..<12 {
      let pair = (0..<2).map { _ in (0..<3).map { _ in Int.random(in: 0..<3, using: &chance) } }
      let advantage = try talk.advantage(of: pair[0], over: pair[1])
      guard advantage.lowerBound > -0.0005, pair[0] != pair[1] else { continue }
      do {
        try talk.record(.prefers(pair[1], over: pair[0]))
        Issue.record("\(pair) should contradict")
      } catch {
        guard case .contradiction(_, let sets) = error else {
          Issue.record("\(error)")
          continue
        }
        try check(sets, against: .prefers(pair[1], over: pair[0]), in: talk)
        caught += 1
      }
      #expect(talk.answers.map(\.number) == before)
    }
    #expect(caught > 0)
  }

  /// The sets are all those of their size that contradict, and no smaller one does: every subset is tried.
  private func check(_ sets: [[Int]], against answer: PreferenceAnswer, in talk: Elicitation) throws {
    let known = talk.answers
    var smallest: [[Int]] = []
    for size in 0...known.count where smallest.isEmpty {
      for code in 0..<(1 << known.count) where code.nonzeroBitCount == size {
        let chosen = known.indices.filter { code >> $0 & 1 == 1 }
        var other = try Elicitation(talk.scores)
        for place in chosen { try other.record(known[place].answer) }
        if (try? other.record(answer)) == nil { smallest.append(chosen.map { known[$0].number }) }
      }
    }
    #expect(sets == smallest.sorted { $0.lexicographicallyPrecedes($1) })
  }

  @Test func tellsWhichAnswersGoInCircles() throws {
    var talk = try Elicitation(Self.scores())
    try talk.record(.prefers([2, 0, 1], over: [0, 1, 1]))
    try talk.record(.swing(issue: 2, points: 10, reference: 0))
    try talk.record(.prefers([0, 1, 1], over: [0, 0, 0]))
    let answer = PreferenceAnswer.prefers([0, 0, 0], over: [2, 0, 1])
    #expect(throws: ElicitationError.contradiction(answer, with: [[2]])) { try talk.record(answer) }
    try talk.withdraw(2)
    #expect(throws: ElicitationError.contradiction(answer, with: [[1, 3]])) { try talk.record(answer) }
    #expect(
      ElicitationError.contradiction(answer, with: [[1, 3]]).description
        == "no weights agree with '[0, 0, 0] over [2, 0, 1]' together with answers 1, 3; answer again, or take one of each "
        + "back")
    try talk.withdraw(3)
    #expect(try talk.record(answer) == 4)
    #expect(throws: ElicitationError.unknownAnswer(3)) { try talk.withdraw(3) }
  }

  @Test func theChapterByHand() throws {
    let yes = try (0..<3).map { try Issue(["fund", "seat", "term"][$0], .choices(["no", "yes"])) }
    var talk = try Elicitation(OptionScores([[0, 1], [0, 1], [0, 1]], on: Agenda(yes)))
    try talk.record(.ranking([[1], [0], [2]]))
    #expect(try talk.comparison(of: [0, 1, 0], and: [0, 0, 1]) == .first)
    #expect(try talk.comparison(of: [0, 1, 0], and: [1, 0, 1]) == .open)
    let doubled = PreferenceAnswer.swing(issue: 0, points: 200, reference: 1)
    #expect(throws: ElicitationError.contradiction(doubled, with: [[1]])) { try talk.record(doubled) }
    try talk.record(.prefers([0, 1, 0], over: [1, 0, 1]))
    #expect(try talk.weightRanges()[1].lowerBound > 0.5)
    #expect(try talk.comparison(of: [0, 1, 0], and: [1, 0, 1]) == .first)
  }

  @Test func noPackageIsBetterThanOneThatIsBetterInAll() throws {
    var talk = try Elicitation(Self.scores())
    let answer = PreferenceAnswer.prefers([0, 0, 1], over: [2, 1, 0])
    #expect(throws: ElicitationError.contradiction(answer, with: [[]])) { try talk.record(answer) }
    #expect(try talk.comparison(of: [2, 1, 0], and: [0, 0, 1]) == .first)
    #expect(try talk.comparison(of: [0, 0, 1], and: [0, 1, 1]) == .second)
    #expect(try talk.comparison(of: [1, 1, 1], and: [1, 1, 1]) == .equal)
    #expect(try talk.comparison(of: [2, 0, 1], and: [0, 1, 1]) == .open)
  }

  @Test(
    "ranges of a ranking are the textbook's: the heaviest of n weighs at least 1/n, the next at most 1/2, and so on")
  func rangesOfARanking() throws {
    var talk = try Elicitation(Self.scores(), margin: 0)
    try talk.record(.ranking([[1], [0], [2]]))
    let ranges = try talk.weightRanges()
    let expected = [0.0...0.5, 1.0 / 3...1, 0...1.0 / 3]
    for (range, wanted) in zip(ranges, expected) {
      #expect(abs(range.lowerBound - wanted.lowerBound) < 1e-9)  // what linear programs round away
      #expect(abs(range.upperBound - wanted.upperBound) < 1e-9)
    }
  }

  @Test func exactSwingsLeaveOnePoint() throws {
    var talk = try Elicitation(Self.scores(), margin: 0, slack: 0, pointSlack: 0)
    try talk.record(.swing(issue: 0, points: 50, reference: 1))
    try talk.record(.swing(issue: 2, points: 25, reference: 1))
    for (weight, wanted) in zip(try talk.centralWeights(), [2.0 / 7, 4.0 / 7, 1.0 / 7]) {
      #expect(abs(weight - wanted) < 1e-9)
    }
    var chance = RandomStream(seed: 1)
    // The options of this agenda leave no pair the one point is torn between.
    #expect(try talk.nextQuestion(using: &chance) == nil)
    let preferences = try talk.scores.preferences(weights: talk.centralWeights(), party: "Tianjin")
    #expect(abs(preferences.worth(of: [2, 1, 0], on: talk.scores.agenda) - 1) < 1e-9)
  }

  @Test func refusesWhatIsNoAnswer() throws {
    let scores = try Self.scores()
    var talk = try Elicitation(scores)
    #expect(throws: ElicitationError.ranking([[0], [1]], count: 3)) { try talk.record(.ranking([[0], [1]])) }
    #expect(throws: ElicitationError.ranking([[0, 1], [1, 2]], count: 3)) {
      try talk.record(.ranking([[0, 1], [1, 2]]))
    }
    #expect(throws: ElicitationError.unknownIssue(3, count: 3)) {
      try talk.record(.swing(issue: 3, points: 1, reference: 0))
    }
    #expect(throws: ElicitationError.sameIssue(1)) { try talk.record(.swing(issue: 1, points: 1, reference: 1)) }
    #expect(throws: ElicitationError.points(-1)) { try talk.record(.swing(issue: 1, points: -1, reference: 0)) }
    #expect(throws: ElicitationError.package([0, 2, 0])) { try talk.record(.equal([0, 2, 0], [0, 0, 0])) }
    #expect(throws: ElicitationError.slack(margin: 0.1, slack: 0.05)) {
      try Elicitation(scores, margin: 0.1, slack: 0.05)
    }
    #expect(throws: ElicitationError.weightSum(1.5)) {
      try scores.preferences(weights: [0.5, 0.5, 0.5], party: "Tianjin")
    }
    #expect(throws: ElicitationError.weight(issue: "seat", -0.5)) {
      try scores.preferences(weights: [1, -0.5, 0.5], party: "Tianjin")
    }
    #expect(throws: ElicitationError.weightCount(1, wanted: 3)) {
      try scores.preferences(weights: [1], party: "Tianjin")
    }
    #expect(throws: ElicitationError.scores(issue: "seat", lowest: 0.2, highest: 1)) {
      try OptionScores([[0, 0.5, 1], [0.2, 1], [1, 0]], on: scores.agenda)
    }
    #expect(
      ElicitationError.weightSum(1.5).description
        == "the weights add up to 1.5; divide each by that, so that they add up to 1")
  }
}

@Suite struct WeightSampleTests {
  @Test("weights are drawn evenly from the simplex")
  func even() throws {
    var chance = RandomStream(seed: 3)
    let drawn = try WeightPolytope(issues: 3).sample(1000, using: &chance)
    let heavy = drawn.filter { $0[0] > 0.5 }.count  // a quarter of the triangle
    let falling = drawn.filter { $0[0] > $0[1] && $0[1] > $0[2] }.count  // a sixth of it
    // Four standard errors of 1000 draws, doubled since one draw remembers the last.
    #expect(abs(Double(heavy) / 1000 - 0.25) < 0.11)
    #expect(abs(Double(falling) / 1000 - 1.0 / 6) < 0.095)
    for weights in drawn {
      #expect(abs(weights.reduce(0, +) - 1) < 1e-9 && weights.allSatisfy { $0 >= -1e-12 })
    }
  }

  @Test func keepsToEquations() throws {
    // The first weighs twice the second: a segment, which has no inside in the triangle.
    var polytope = WeightPolytope(issues: 3)
    polytope.add([.init(coefficients: [1, -2, 0], bound: 0), .init(coefficients: [-1, 2, 0], bound: 0)])
    var chance = RandomStream(seed: 4)
    let drawn = try polytope.sample(200, using: &chance)
    for weights in drawn { #expect(abs(weights[0] - 2 * weights[1]) < 1e-9) }
    let light = drawn.filter { $0[2] < 0.5 }.count
    #expect(abs(Double(light) / 200 - 0.5) < 0.15)  // four standard errors
    polytope.add([.init(coefficients: [0, 0, -1], bound: 0)])
    let point = try polytope.sample(5, using: &chance)
    #expect(point.count == 1 && abs(point[0][0] - 2.0 / 3) < 1e-7)
  }

  @Test("questions split what is left about evenly", arguments: UInt64(0)..<3)
  func halves(seed: UInt64) throws {
    let respondent = try Respondent.random(seed: seed, issues: 4, options: 5)
    var talk = try Elicitation(respondent.scores)
    var chance = RandomStream(seed: seed)
    var width = 4.0
    for _ in 0..<5 {
      let question = try #require(try talk.nextQuestion(using: &chance))
      #expect(abs(question.shareForFirst - 0.5) < 0.15)
      #expect(zip(question.first, question.second).filter { $0 != $1 }.count == 2)
      #expect(try talk.comparison(of: question.first, and: question.second) == .open)
      try talk.record(respondent.answer(question.first, question.second))
    }
    let ranges = try talk.weightRanges()
    width = ranges.reduce(0) { $0 + $1.upperBound - $1.lowerBound }
    #expect(width < 2.5)  // of 4 at first
    let check = try #require(try talk.equalityCheck(using: &chance))
    let central = try talk.centralWeights()
    let worths = zip(central, respondent.scores.difference(check.first, check.second))
    #expect(abs(worths.reduce(0) { $0 + $1.0 * $1.1 }) < 0.05)
    // The same draws, the same question.
    var (one, other) = (RandomStream(seed: 99), RandomStream(seed: 99))
    #expect(try talk.nextQuestion(using: &one) == talk.nextQuestion(using: &other))
  }

  @Test func anAgendaOfOneIssueLeavesNothingToAsk() throws {
    let scores = try OptionScores([[0, 1]], on: Agenda([Issue("fund", .integers(0...1))]))
    var talk = try Elicitation(scores)
    try talk.record(.ranking([[0]]))
    #expect(try talk.weightRanges() == [1...1])
    #expect(try talk.centralWeights() == [1])
    var chance = RandomStream(seed: 1)
    #expect(try talk.nextQuestion(using: &chance) == nil)
  }

  @Test func comparisonsOfAHierarchyAreAnswers() throws {
    let matrix = try PairwiseMatrix([[1, 3, 5], [1 / 3, 1, 3], [1 / 5, 1 / 3, 1]])
    var talk = try Elicitation(ElicitationTests.scores())
    for swing in matrix.swings { try talk.record(swing) }
    #expect(try talk.admits(matrix.weights))
    #expect(try talk.comparison(of: [2, 0, 1], and: [0, 1, 1]) == .first)
    #expect(talk.answers.map(\.number) == [1, 2])
  }

  @Test func numbersTooLargeAreRefusedOrTakenNotStumbledOver() throws {
    let agenda = try Agenda([Issue("fund", .integers(1...2)), Issue("seat", .integers(1...2))])
    #expect(throws: ElicitationError.scores(issue: "fund", lowest: .infinity, highest: .infinity)) {
      try OptionScores(points: [[.infinity, 0], [0, 1]], on: agenda)
    }
    let three = try Agenda([Issue("fund", .integers(1...3))])
    #expect(try OptionScores(points: [[-1e308, 0, 1e308]], on: three).scores == [[0, 0.5, 1]])
    let scores = try OptionScores([[0, 1], [0, 1]], on: agenda)
    for points in [1e200, 1e308, Double.greatestFiniteMagnitude] {
      var elicitation = try Elicitation(scores)
      try elicitation.record(.swing(issue: 0, points: points, reference: 1))
      // Hardly anything is left for the other issue.
      #expect(try elicitation.centralWeights()[1] < 1e-6)
    }
  }
}
