@testable import Negotiations

/// Exchanges found from what they mean alone: losses are saliences times distances, tried at
/// the ends of what is possible.
struct ExchangeSearch {
  struct Offer {
    var gain: Double
    var p, q, giverOfP, giverOfQ: Int
    var positionOfP, positionOfQ: Double
  }

  let salience, weight: [[Double]]
  var position: [[Double?]]
  var settled: Set<[Int]> = []

  init(_ setting: DecisionSetting) {
    salience = setting.parties.map { $0.stakes.map { $0?.salience ?? 0 } }
    weight = setting.parties.map { party in party.stakes.map { party.capability * ($0?.salience ?? 0) } }
    position = setting.parties.map { party in
      zip(setting.issues, party.stakes).map { issue, stake in
        stake.map { 100 * ($0.position - issue.low) / (issue.high - issue.low) }
      }
    }
  }

  func outcome(_ issue: Int, if party: Int? = nil, at place: Double = 0) -> Double {
    var (sum, total) = (0.0, 0.0)
    for index in position.indices {
      guard let x = index == party ? place : position[index][issue] else { continue }
      sum += weight[index][issue] * x
      total += weight[index][issue]
    }
    return sum / total
  }

  /// What the party gains when its own position counts as its wish and outcomes become `p` and `q`.
  private func gain(_ party: Int, _ issues: [(Int, Double)]) -> Double {
    issues.reduce(0) { sum, issue in
      let wish = position[party][issue.0]!
      return sum + salience[party][issue.0] * (abs(outcome(issue.0) - wish) - abs(issue.1 - wish))
    }
  }

  private func lies(_ issue: Int, between i: Int, _ j: Int) -> Bool {
    guard let x = position[i][issue], let y = position[j][issue] else { return false }
    let middle = outcome(issue)
    return min(x, y) < middle && middle < max(x, y)
  }

  /// i wants p, j wants q: the furthest that both can go with equal gains.
  private func offer(_ i: Int, _ j: Int, _ p: Int, _ q: Int) -> Offer? {
    guard lies(p, between: i, j), lies(q, between: i, j) else { return nil }
    for cell in [[i, p], [i, q], [j, p], [j, q]] where settled.contains(cell) { return nil }
    let (xp, xq) = (position[j][p]!, position[i][q]!)
    let (aimP, aimQ) = (position[i][p]!, position[j][q]!)
    /// The furthest part of the way, of 0...1, that lets no outcome pass its aim.
    func reach(_ issue: Int, _ giver: Int, _ from: Double, _ aim: Double) -> Double {
      let full = outcome(issue, if: giver, at: aim)
      let now = outcome(issue)
      return (now - aim) * (full - aim) >= 0 ? 1 : (aim - now) / (full - now)
    }
    let (mostP, mostQ) = (reach(p, j, xp, aimP), reach(q, i, xq, aimQ))
    /// What i gains beyond j when each goes so much of its way.
    func lead(_ part: Double, _ other: Double) -> Double {
      let atP = outcome(p, if: j, at: xp + part * (aimP - xp))
      let atQ = outcome(q, if: i, at: xq + other * (aimQ - xq))
      return gain(i, [(p, atP), (q, atQ)]) - gain(j, [(p, atP), (q, atQ)])
    }
    // Up to the furthest parts every loss is a straight line, so two values of the lead say where it is zero.
    let (fromP, fromQ) = (lead(mostP, 0), -lead(0, mostQ))
    guard fromP > 0, fromQ > 0 else { return nil }
    let (part, other) = fromP <= fromQ ? (mostP, mostQ * fromP / fromQ) : (mostP * fromQ / fromP, mostQ)
    let (toP, toQ) = (xp + part * (aimP - xp), xq + other * (aimQ - xq))
    let value = gain(i, [(p, outcome(p, if: j, at: toP)), (q, outcome(q, if: i, at: toQ))])
    guard value > 1e-9 else { return nil }
    return Offer(gain: value, p: p, q: q, giverOfP: j, giverOfQ: i, positionOfP: toP, positionOfQ: toQ)
  }

  func best() -> Offer? {
    var found: Offer?
    for i in position.indices {
      for j in position.indices where j != i {
        for p in position[i].indices {
          for q in position[i].indices where q != p {
            guard let offer = offer(i, j, p, q) else { continue }
            if offer.gain > found?.gain ?? 0 { found = offer }
          }
        }
      }
    }
    return found
  }

  mutating func agree(_ offer: Offer) {
    position[offer.giverOfP][offer.p] = offer.positionOfP
    position[offer.giverOfQ][offer.q] = offer.positionOfQ
    settled.insert([offer.giverOfP, offer.p])
    settled.insert([offer.giverOfQ, offer.q])
  }
}
