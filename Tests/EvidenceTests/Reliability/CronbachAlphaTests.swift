import Evidence
import Foundation
import Testing

@Suite struct CronbachAlphaTests {
  /// The thirty departments of Chatterjee & Price (1977).
  static func attitude() throws -> ItemScores {
    let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Literature/chatterjee-price-1977/attitude.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    return try ItemScores(
      items: lines[0].split(separator: ",").map(String.init),
      respondents: lines.dropFirst().map { $0.split(separator: ",").map { Double($0) ?? .nan } })
  }

  @Test func givesTheReliabilityOfTheAttitudeSurvey() throws {
    let alpha = try CronbachAlpha(of: Self.attitude())
    #expect(abs(alpha.raw - 0.8431428) < 5e-8)  // printed by R's psych to seven digits, .84 in its manual
    #expect(abs(alpha.standardised - 0.8390838) < 5e-8)
  }

  @Test func givesTheExampleReckonedByHand() throws {
    let scores = try ItemScores(items: ["keep", "tell"], respondents: [[1, 2], [2, 2], [3, 5]])
    let alpha = try CronbachAlpha(of: scores)
    #expect(abs(alpha.raw - 6.0 / 7) < 1e-15)  // 2·(1 − 4/7), rounded once or twice
    // The correlation is 1.5/√3, so of a total of 2 + √3 two are the items' own.
    #expect(abs(alpha.standardised - 2 * (1 - 2 / (2 + 3.0.squareRoot()))) < 1e-14)
  }

  @Test func itemsThatSayTheSameHaveAlphaOne() throws {
    let scores = try ItemScores(items: ["a", "b", "c"], respondents: [[1, 1, 1], [4, 4, 4], [2, 2, 2]])
    #expect(abs(try CronbachAlpha(of: scores).raw - 1) < 1e-15)
  }

  @Test("identical items never have more than alpha one, and the interval is a point", arguments: 2...40)
  func identicalItems(count: Int) throws {
    let scores = try ItemScores(
      items: (0..<count).map { "\($0)" }, respondents: [1.0, 2, 4].map { [Double](repeating: $0, count: count) })
    let alpha = try CronbachAlpha(of: scores)
    #expect(alpha.raw <= 1 && alpha.raw > 1 - 1e-14)  // a few roundings
    #expect(alpha.standardised <= 1)
    let interval = try alpha.interval(confidence: 0.95)
    #expect(interval.upperBound <= 1 && interval.lowerBound > 1 - 1e-12)
  }

  @Test func confidenceNextToOneIsAnswered() throws {
    #expect(try alphaInterval(alpha: 1, items: 3, respondents: 9, confidence: 1.0.nextDown) == 1...1)
    let interval = try alphaInterval(alpha: 0.8, items: 3, respondents: 9, confidence: 1.0.nextDown)
    #expect(interval.lowerBound < -10 && interval.lowerBound.isFinite)
    #expect(interval.upperBound > 0.99 && interval.upperBound <= 1)
    let point = try alphaInterval(alpha: 0.8, items: 3, respondents: 9, confidence: .leastNonzeroMagnitude)
    #expect(point.upperBound - point.lowerBound < 1e-9)
    #expect(throws: EvidenceError.alpha(-.infinity)) {
      try alphaInterval(alpha: -.infinity, items: 3, respondents: 9, confidence: 0.95)
    }
  }

  @Test("the unit of the answers changes nothing", arguments: [1e-300, 1e-160, 1e160, 1e300])
  func anyUnit(unit: Double) throws {
    let answers: [[Double]] = [[1, 2], [2, 2], [3, 5]]
    let alpha = try CronbachAlpha(of: ItemScores(items: ["keep", "tell"], respondents: answers))
    let scaled = try CronbachAlpha(
      of: ItemScores(items: ["keep", "tell"], respondents: answers.map { $0.map { unit * $0 } }))
    #expect(abs(scaled.raw - alpha.raw) < 1e-14)  // the products with the unit are rounded
    #expect(abs(scaled.standardised - alpha.standardised) < 1e-14)
    // One item in another unit: correlations stay.
    let mixed = try CronbachAlpha(
      of: ItemScores(items: ["keep", "tell"], respondents: answers.map { [unit * $0[0], $0[1]] }))
    #expect(abs(mixed.standardised - alpha.standardised) < 1e-14)
    #expect(abs(mixed.raw) < 1e-100)
  }

  @Test("the interval is the one published for α = .85 of 7 items and 89 respondents")
  func publishedInterval() throws {
    let interval = try alphaInterval(alpha: 0.85, items: 7, respondents: 89, confidence: 0.95)
    #expect(abs(interval.lowerBound - 0.7971) < 5e-5)  // printed to four digits
    #expect(abs(interval.upperBound - 0.8932) < 5e-5)
  }

  @Test("the interval holds alpha, and the surer it is to, the wider it is", arguments: UInt64(1)...20)
  func nested(number: UInt64) throws {
    let respondents = 5 * Int(number)
    let alpha = 1 - 1 / Double(number + 1)
    var inner: ClosedRange<Double>?
    for confidence in [0.5, 0.8, 0.95, 0.999] {
      let interval = try alphaInterval(alpha: alpha, items: 6, respondents: respondents, confidence: confidence)
      #expect(interval.contains(alpha))
      if let inner { #expect(interval.lowerBound < inner.lowerBound && interval.upperBound > inner.upperBound) }
      inner = interval
    }
  }

  @Test func refusesWhatCannotVary() throws {
    func refusal(_ items: [String], _ rows: [[Double]]) -> EvidenceError? {
      do throws(EvidenceError) {
        _ = try CronbachAlpha(of: ItemScores(items: items, respondents: rows))
        return nil
      } catch { return error }
    }
    #expect(refusal(["a"], [[1], [2]]) == .items(1))
    #expect(refusal(["a", "a"], [[1, 2], [2, 3]]) == .repeatedItem("a"))
    #expect(refusal(["a", "b"], [[1, 2]]) == .respondents(1))
    #expect(refusal(["a", "b"], [[1, 2], [1]]) == .answerCount(respondent: 2, 1, wanted: 2))
    #expect(refusal(["a", "b"], [[1, 2], [1, .infinity]]) == .answer(respondent: 2, item: "b", .infinity))
    #expect(refusal(["a", "b"], [[1, 2], [1, 3]]) == .constantItem("a"))
    #expect(refusal(["a", "b"], [[1, 3], [2, 2], [3, 1]]) == .constantTotal)
    #expect(throws: EvidenceError.confidence(1)) {
      try alphaInterval(alpha: 0.8, items: 3, respondents: 10, confidence: 1)
    }
    #expect(throws: EvidenceError.alpha(1.5)) {
      try alphaInterval(alpha: 1.5, items: 3, respondents: 10, confidence: 0.9)
    }
    #expect(throws: EvidenceError.unknownItem("z")) { try Self.attitude().without("z") }
    #expect(
      EvidenceError.answerCount(respondent: 2, 1, wanted: 2).description
        == "respondent 2 has 1 answers to 2 items; give one for each, or leave the respondent out")
  }

  @Test func aLessFittingItemLeavesTheRestMoreReliable() throws {
    // Criticism goes with the other questions least.
    let all = try CronbachAlpha(of: Self.attitude()).raw
    #expect(try CronbachAlpha(of: Self.attitude().without("critical")).raw > all)
  }
}
