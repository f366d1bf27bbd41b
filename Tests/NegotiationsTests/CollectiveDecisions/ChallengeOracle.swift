@testable import Negotiations

/// A turn of the challenge model with its customary assumptions, formula by formula, every observer's view written out.
struct ChallengeOracle {
  let c: [Double]
  let s: [[Double]]
  var x: [[Double]]

  init(_ setting: DecisionSetting) {
    let greatest = setting.parties.map(\.capability).max()!
    c = setting.parties.map { 100 * $0.capability / greatest }
    s = setting.parties.map { $0.stakes.map { $0!.salience } }
    x = setting.parties.map { party in
      zip(setting.issues, party.stakes).map { ($1!.position - $0.low) / ($0.high - $0.low) }
    }
  }

  private func d(_ i: Int, _ point: [Double]) -> Double {
    let top = zip(zip(s[i], x[i]), point).reduce(0) { sum, t in
      let term = t.0.0 * (t.0.1 - t.1)
      return sum + term * term
    }
    return (top / s[i].reduce(0) { $0 + $1 * $1 }).squareRoot()
  }

  private func u(_ d: Double, _ r: Double) -> Double { (1 - d) * (1 + r * d) }

  /// The chance of each option to beat all others, `worth[party][option]`.
  private func prevailing(_ worth: [[Double]]) -> [Double] {
    let options = worth[0].indices
    let chances = options.map { a in
      options.filter { $0 != a }.reduce(1.0) { product, b in
        let votes = worth.indices.map { c[$0] * (worth[$0][a] - worth[$0][b]) }
        let forA = 1e-8 + votes.filter { $0 > 0 }.reduce(0, +)
        let forB = 1e-8 - votes.filter { $0 < 0 }.reduce(0, +)
        return product * forA / (forA + forB)
      }
    }
    return chances.map { $0 / chances.reduce(0, +) }
  }

  /// Plays a turn; for each party, whom it challenged and with which chance.
  mutating func play() -> [(target: Int, chance: Double)?] {
    let n = c.count
    let p = prevailing((0..<n).map { i in (0..<n).map { u(d(i, x[$0]), 0) } })
    let (low, high) = (p.min()!, p.max()!)
    let r = p.map { (3 * $0 - (high + 2 * low)) / (2 * (high - low)) }
    let w = zip(c, s).map { $0 * $1.reduce(0, +) }
    var challenges: [(target: Int, chance: Double)?] = []
    for i in 0..<n {
      func view(_ k: Int, _ j: Int) -> Double { u(d(k, x[j]), (2 * r[i] + r[k]) / 3) }
      var best: (target: Int, chance: Double)?
      var most = 1e-5
      for j in 0..<n where j != i {
        let a = 1e-10 + w[i] * (view(i, i) - view(i, j))
        let b = 1e-10 + w[j] * (view(j, j) - view(j, i))
        var (sideI, sideJ) = (a, b)
        for m in 0..<n where m != i && m != j {
          let (mi, mj, mm) = (view(m, i), view(m, j), view(m, m))
          let leaning = w[m] * (mi - mj)
          let pin = (a + (leaning > 0 ? leaning : 0)) / (a + b + abs(leaning))
          let vote =
            w[m] * (pin * (2 * mi + mm) + (1 - pin) * 3 * mj - pin * 3 * mi - (1 - pin) * (2 * mj + mm))
          if vote > 0 { sideI += vote } else { sideJ -= vote }
        }
        let phi = sideI / (sideI + sideJ)
        let care = s[j].reduce(0, +)
        let contest = phi * 2 * view(i, i) + (1 - phi) * 2 * view(i, j)
        let gain = (1 - care) * 2 * view(i, i) + care * contest - view(i, i) - view(i, j)
        if gain > most { (most, best) = (gain, (j, phi)) }
      }
      challenges.append(best)
    }
    move(by: challenges, r)
    return challenges
  }

  private mutating func move(by challenges: [(target: Int, chance: Double)?], _ r: [Double]) {
    let n = c.count
    // By party: staying, then whom each bargain moves where.
    var offers: [[[Int: [Double]]]] = (0..<n).map { _ in [[:]] }
    for (i, challenge) in challenges.enumerated() {
      guard let (j, phi) = challenge else { continue }
      var places: [Int: [Double]] = [i: [], j: []]
      for k in s[i].indices {
        let (wi, wj) = (s[i][k] * s[i][k] * phi * phi, s[j][k] * s[j][k] * (1 - phi) * (1 - phi))
        for (party, mine) in [(i, (wi + 1e-6, wj)), (j, (wi, wj + 1e-6))] {
          let point = (mine.0 * x[i][k] + mine.1 * x[j][k]) / (mine.0 + mine.1)
          places[party]!.append((point * 1e4 + 0.5).rounded(.down) / 1e4)
        }
      }
      offers[i].append(places)
      offers[j].append(places)
    }
    let old = x
    for k in 0..<n {
      let worth = (0..<n).map { a in
        offers[k].map { offer in (0..<n).reduce(0) { $0 + u(d(a, offer[$1] ?? old[$1]), r[a]) } / Double(n) }
      }
      let chances = prevailing(worth)
      let best = chances.firstIndex(of: chances.max()!)!
      moves[k] = offers[k][best][k] ?? old[k]
    }
    for (k, point) in moves { x[k] = point }
  }

  private var moves: [Int: [Double]] = [:]
}
