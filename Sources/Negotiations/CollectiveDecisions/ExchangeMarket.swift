/// Positions, weights and outcomes while exchanges are agreed; everything in hundredths of the scales.
struct ExchangeMarket {
  /// Two parties and two issues: the one wants the left issue and gives way on the right, the other the other way
  /// round.
  private struct Pair {
    /// The first party and the left issue are listed before the others.
    let first, second, left, right: Int32
    var gain = -1.0
    /// Whether both outcomes lie between the two parties' positions.
    var isOpposed = false
    /// How far the outcomes of the pair's two issues shift, signed.
    var leftShift = 0.0, rightShift = 0.0
    /// Whether the first party wants the left issue.
    var firstWantsLeft = false
  }

  private let setting: DecisionSetting
  private let parties, issues: Int
  /// By issue and party: salience, share of the issue's weight, 0 without a stake.
  private let salience, share: [Double]
  private let hasStake: [Bool]
  private let toleratedHarm: Double?
  /// By issue and party: the position at the round's start and as it is now to be voted.
  private var start, voted: [Double]
  /// By issue and party: whether a move on the issue has been promised this round.
  private var isSettled: [Bool]
  private var outcomes: [Double]
  /// Every two parties with every two issues in which both have a stake, in the order of their listing.
  private let pairs: [Pair]

  init(_ setting: DecisionSetting, toleratedHarm: Double?) {
    self.setting = setting
    self.toleratedHarm = toleratedHarm
    parties = setting.parties.count
    issues = setting.issues.count
    let cells = parties * issues
    var salience = [Double](repeating: 0, count: cells)
    var share = salience
    var start = salience
    var hasStake = [Bool](repeating: false, count: cells)
    for issue in 0..<issues {
      let weights = setting.weights(on: issue)
      let total = weights.reduce(0, +)
      for party in 0..<parties {
        guard let stake = setting.parties[party].stakes[issue] else { continue }
        let cell = issue * parties + party
        salience[cell] = stake.salience
        share[cell] = weights[party] / total
        start[cell] = setting.issues[issue].points(at: stake.position)
        hasStake[cell] = true
      }
    }
    self.salience = salience
    self.share = share
    self.hasStake = hasStake
    self.start = start
    voted = start
    isSettled = [Bool](repeating: false, count: cells)
    pairs = Self.pairs(of: parties, issues: issues, hasStake: hasStake)
    outcomes = []
    outcomes = (0..<issues).map { outcome(of: $0) }
  }

  private func outcome(of issue: Int) -> Double {
    var sum = 0.0
    var (low, high) = (Double.infinity, -Double.infinity)
    for cell in issue * parties..<(issue + 1) * parties where hasStake[cell] {
      sum += share[cell] * voted[cell]
      low = min(low, voted[cell])
      high = max(high, voted[cell])
    }
    // A mean never leaves what it is the mean of; where all vote the same, it is that.
    return min(max(sum, low), high)
  }

  /// The round's start becomes the voted positions as far as conviction follows.
  mutating func startNextRound(_ yielding: ExchangeYielding) {
    for cell in start.indices {
      let part = yielding.always + (1 - salience[cell]) * yielding.whereIndifferent
      start[cell] += part * (voted[cell] - start[cell])
    }
    voted = start
    isSettled = [Bool](repeating: false, count: start.count)
    for issue in 0..<issues { outcomes[issue] = outcome(of: issue) }
  }

  /// Lets the most profitable of all exchanges that are possible come about, until none is left.
  mutating func playRound(leastGain: Double) -> ExchangeRound {
    let before = outcomes
    // A table apart from the market, so that a row can be written while the market is read.
    var pairs = pairs
    var opposed = 0
    for index in pairs.indices {
      appraise(&pairs[index])
      if pairs[index].isOpposed { opposed += 1 }
    }
    var agreed: [PositionExchange] = []
    while let best = Self.best(of: pairs, above: leastGain) {
      let (left, right) = (pairs[best].left, pairs[best].right)
      agreed.append(agree(on: pairs[best]))
      for index in pairs.indices {
        // Only what stands on one of the two issues has changed.
        let (l, r) = (pairs[index].left, pairs[index].right)
        if l == left || l == right || r == left || r == right { appraise(&pairs[index]) }
      }
    }
    return ExchangeRound(
      startPositions: positions(start), votedPositions: positions(voted),
      startOutcomes: inUnits(before), outcomes: inUnits(outcomes), opposedPairs: opposed, exchanges: agreed,
      gains: effects(from: before, to: outcomes, on: Array(0..<issues)))
  }

  /// Every two parties with every two issues in which both have a stake, in the order of their listing.
  private static func pairs(of parties: Int, issues: Int, hasStake: [Bool]) -> [Pair] {
    var found: [Pair] = []
    for first in 0..<parties {
      for second in first + 1..<parties {
        let shared = (0..<issues).filter { hasStake[$0 * parties + first] && hasStake[$0 * parties + second] }
        for (index, left) in shared.enumerated() {
          for right in shared[(index + 1)...] {
            found.append(Pair(first: Int32(first), second: Int32(second), left: Int32(left), right: Int32(right)))
          }
        }
      }
    }
    return found
  }

  /// Whether the outcome lies strictly between the two parties' positions.
  private func isOpposed(_ first: Int, _ second: Int, on issue: Int) -> Bool {
    let (one, other, outcome) = (voted[issue * parties + first], voted[issue * parties + second], outcomes[issue])
    return (one < outcome && outcome < other) || (other < outcome && outcome < one)
  }

  /// Works out how far the pair would go as things stand, and what each would gain; −1 where it would not.
  private func appraise(_ pair: inout Pair) {
    pair.gain = -1
    pair.isOpposed = false
    let (first, second, left, right) = (Int(pair.first), Int(pair.second), Int(pair.left), Int(pair.right))
    guard isOpposed(first, second, on: left), isOpposed(first, second, on: right) else { return }
    pair.isOpposed = true
    let (firstLeft, secondLeft) = (left * parties + first, left * parties + second)
    let (firstRight, secondRight) = (right * parties + first, right * parties + second)
    guard !isSettled[firstLeft], !isSettled[secondLeft], !isSettled[firstRight], !isSettled[secondRight] else { return }
    let lead = salience[firstLeft] * salience[secondRight] - salience[secondLeft] * salience[firstRight]
    guard lead != 0 else { return }
    // One party wants p and gives way on q, the other wants q and gives way on p.
    pair.firstWantsLeft = lead > 0
    let (wantsP, givesP) = lead > 0 ? (firstLeft, secondLeft) : (firstRight, secondRight)
    let (wantsQ, givesQ) = lead > 0 ? (secondRight, firstRight) : (secondLeft, firstLeft)
    let (p, q) = lead > 0 ? (left, right) : (right, left)
    let ratio = (salience[wantsP] + salience[givesP]) / (salience[wantsQ] + salience[givesQ])
    var shift = abs(voted[wantsP] - voted[givesP]) * share[givesP]
    shift = min(shift, abs(voted[wantsP] - outcomes[p]))
    shift = min(shift, abs(voted[wantsQ] - voted[givesQ]) * share[givesQ] / ratio)
    shift = min(shift, abs(voted[wantsQ] - outcomes[q]) / ratio)
    let towardsP = voted[wantsP] > outcomes[p] ? shift : -shift
    let towardsQ = voted[wantsQ] > outcomes[q] ? shift * ratio : -shift * ratio
    (pair.leftShift, pair.rightShift) = lead > 0 ? (towardsP, towardsQ) : (towardsQ, towardsP)
    if harms(pair, by: (left, pair.leftShift), (right, pair.rightShift)) { return }
    pair.gain = shift * abs(lead) / (salience[wantsQ] + salience[givesQ])
  }

  /// Whether shifting two outcomes costs a third party more than is tolerated.
  private func harms(_ pair: Pair, by shifts: (issue: Int, by: Double)...) -> Bool {
    guard let toleratedHarm else { return false }
    return (0..<parties).contains { party in
      guard party != Int(pair.first), party != Int(pair.second) else { return false }
      let effect = shifts.reduce(0) { sum, shift in
        let cell = shift.issue * parties + party
        let (before, after) = (outcomes[shift.issue], outcomes[shift.issue] + shift.by)
        return sum + salience[cell] * (abs(before - start[cell]) - abs(after - start[cell]))
      }
      return -effect > toleratedHarm
    }
  }

  /// The number of the pair that gains most; of pairs within 1e-12 of that, what reckoning rounds away, the first.
  private static func best(of pairs: [Pair], above leastGain: Double) -> Int? {
    var most = leastGain
    for pair in pairs where pair.gain > most { most = pair.gain }
    return most > leastGain ? pairs.firstIndex { $0.gain >= most * (1 - 1e-12) } : nil
  }

  /// Lets the pair move, and says what that means to everybody.
  private mutating func agree(on pair: Pair) -> PositionExchange {
    let before = outcomes
    let (left, right) = (Int(pair.left), Int(pair.right))
    let (first, second) = (Int(pair.first), Int(pair.second))
    let onLeft = move(
      pair.firstWantsLeft ? second : first, towards: pair.firstWantsLeft ? first : second, left, pair.leftShift)
    let onRight = move(
      pair.firstWantsLeft ? first : second, towards: pair.firstWantsLeft ? second : first, right, pair.rightShift)
    return PositionExchange(
      first: pair.firstWantsLeft ? onRight : onLeft, second: pair.firstWantsLeft ? onLeft : onRight, gain: pair.gain,
      effects: effects(from: before, to: outcomes, on: [left, right]))
  }

  private mutating func move(_ giver: Int, towards taker: Int, _ issue: Int, _ shift: Double) -> PositionExchange.Move {
    let cell = issue * parties + giver
    let aim = voted[issue * parties + taker]
    let (from, before) = (voted[cell], outcomes[issue])
    // What division rounds away must neither carry it past its partner nor leave it a dust short.
    let (length, way) = (abs(shift) / share[cell], abs(aim - from))
    voted[cell] = length >= way * (1 - 1e-12) ? aim : from + (aim > from ? length : -length)
    isSettled[cell] = true
    outcomes[issue] = outcome(of: issue)
    let scale = setting.issues[issue]
    return PositionExchange.Move(
      party: giver, issue: issue, from: scale.position(at: from), to: scale.position(at: voted[cell]),
      outcomeBefore: scale.position(at: before), outcomeAfter: scale.position(at: outcomes[issue]))
  }

  /// What shifted outcomes mean to every party by its position at the round's start.
  private func effects(from before: [Double], to after: [Double], on numbers: [Int]) -> [Double] {
    (0..<parties).map { party in
      numbers.reduce(0) { sum, issue in
        let cell = issue * parties + party
        return sum + salience[cell] * (abs(before[issue] - start[cell]) - abs(after[issue] - start[cell]))
      }
    }
  }

  private func positions(_ points: [Double]) -> [[Double?]] {
    (0..<parties).map { party in
      (0..<issues).map { issue in
        let cell = issue * parties + party
        return hasStake[cell] ? setting.issues[issue].position(at: points[cell]) : nil
      }
    }
  }

  private func inUnits(_ points: [Double]) -> [Double] {
    zip(setting.issues, points).map { $0.position(at: $1) }
  }
}
