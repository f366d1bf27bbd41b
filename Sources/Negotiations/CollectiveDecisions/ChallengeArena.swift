/// Positions on scales from 0 to 1 while parties challenge each other.
struct ChallengeArena {
  private let setting: DecisionSetting
  private let rules: ChallengeRules
  private let election: ChallengeElection
  private let parties, issues: Int
  /// By party and issue: salience, and its square as a share of all squares of the party.
  private let salience, share: [Double]
  /// A party's saliences added up; its capability as hundredths of the greatest; their product.
  private let attention, capability, weight: [Double]
  /// By party and issue, from 0 to 1.
  private var place: [Double]

  init(_ setting: DecisionSetting, rules: ChallengeRules) {
    self.setting = setting
    self.rules = rules
    election = ChallengeElection(rules: rules)
    parties = setting.parties.count
    issues = setting.issues.count
    let middles = compromises(of: setting).map { setting.issues[$0.issue].points(at: $0.outcome) / 100 }
    let stakes = setting.parties.flatMap(\.stakes)
    salience = stakes.map { $0?.salience ?? 0 }
    place = stakes.enumerated().map { cell, stake in
      let issue = cell % setting.issues.count
      return stake.map { setting.issues[issue].points(at: $0.position) / 100 } ?? middles[issue]
    }
    capability = setting.strengths.map { $0 * 100 }
    attention = setting.parties.map { $0.stakes.reduce(0) { $0 + ($1?.salience ?? 0) } }
    weight = zip(capability, attention).map { $0 * $1 }
    share = setting.parties.flatMap { party in
      let squares = party.stakes.map { ($0?.salience ?? 0) * ($0?.salience ?? 0) }
      let total = squares.reduce(0, +)
      return squares.map { total > 0 ? $0 / total : 0 }
    }
  }

  /// A bargain on the table: who is to move where.
  private struct Bargain {
    let challenger, target: Int
    let chance, gain: Double
    let challengerPlace, targetPlace: [Double]

    func place(of party: Int) -> [Double] { party == challenger ? challengerPlace : targetPlace }
  }

  /// How far `point` is from what the party wants, from 0 to 1.
  private func distance(_ party: Int, to point: some RandomAccessCollection<Double>) -> Double {
    var sum = 0.0
    var cell = party * issues
    for coordinate in point {
      let gap = place[cell] - coordinate
      sum += share[cell] * gap * gap
      cell += 1
    }
    return sum.squareRoot()
  }

  /// By the place's party, then the judging one: how far it is.
  private func distances() -> [Double] {
    var table = [Double](repeating: 0, count: parties * parties)
    for at in 0..<parties {
      for party in 0..<parties {
        table[at * parties + party] = distance(party, to: place[at * issues..<(at + 1) * issues])
      }
    }
    return table
  }

  private static func worth(_ distance: Double, risk: Double) -> Double {
    (1 - distance) * (1 + risk * distance)
  }

  /// Attitudes to risk: they follow from how likely every party's position would be to prevail if nobody had any.
  private func riskAttitudes(_ distances: [Double]) -> [Double] {
    let chances = election.chances(worths: distances.map { Self.worth($0, risk: 0) }, weights: capability)
    let (least, most) = (chances.min() ?? 0, chances.max() ?? 0)
    // Where all are equally likely to prevail, nobody has a reason to be bolder than another.
    guard most - least > 1e-12 else { return [Double](repeating: 0, count: parties) }
    return chances.map { chance in
      let height = (chance - least) / (most - least)
      return switch rules.riskRange {
      case .fromNeutral: height
      case .middle: 1.5 * height - 0.5
      case .full: 2 * height - 1
      }
    }
  }

  /// The chance of every party's position to prevail; parties in one place share it.
  private func chances(_ distances: [Double], _ risk: [Double]) -> [Double] {
    var options: [Int] = []
    let option = (0..<parties).map { party in
      // Places a thousandth of a scale apart are one for whoever votes.
      let known = options.firstIndex { other in
        var square = 0.0
        for issue in 0..<issues {
          let gap = place[other * issues + issue] - place[party * issues + issue]
          square += gap * gap
        }
        return square < 1e-6
      }
      if let known { return known }
      options.append(party)
      return options.count - 1
    }
    let worths = options.flatMap { at in
      (0..<parties).map { Self.worth(distances[at * parties + $0], risk: risk[$0]) }
    }
    let chances = election.chances(worths: worths, weights: capability)
    return option.map { chances[$0] }
  }

  func lastState() -> ChallengeState {
    let distances = distances()
    let risk = riskAttitudes(distances)
    return ChallengeState(
      positions: positions(), chances: chances(distances, risk), riskAttitudes: risk, challenges: [],
      followed: [Int?](repeating: nil, count: parties))
  }

  /// Plays a turn; returns the state it began with and how far all have moved together.
  mutating func playTurn() -> (ChallengeState, movement: Double) {
    let distances = distances()
    let risk = riskAttitudes(distances)
    let bargains = (0..<parties).compactMap { bestChallenge(by: $0, distances, risk) }
    let followed = followedBargains(bargains, distances, risk)
    let state = ChallengeState(
      positions: positions(), chances: chances(distances, risk), riskAttitudes: risk,
      challenges: bargains.map { bargain in
        PositionChallenge(
          challenger: bargain.challenger, target: bargain.target, chance: bargain.chance, gain: bargain.gain,
          challengerPositions: inUnits(bargain.challengerPlace), targetPositions: inUnits(bargain.targetPlace))
      }, followed: followed)
    var movement = 0.0
    var next = place
    for party in 0..<parties {
      guard let number = followed[party] else { continue }
      var square = 0.0
      for (issue, coordinate) in bargains[number].place(of: party).enumerated() {
        let gap = coordinate - place[party * issues + issue]
        square += gap * gap
        next[party * issues + issue] = coordinate
      }
      movement += square.squareRoot()
    }
    place = next
    return (state, movement)
  }
}

// MARK: - Who challenges whom

extension ChallengeArena {
  /// The challenge from which the party expects most, as it sees everybody's attitude to risk; nil where none is worth
  /// it.
  private func bestChallenge(by party: Int, _ distances: [Double], _ risk: [Double]) -> Bargain? {
    let view = risk.map { (1 - rules.insight) * risk[party] + rules.insight * $0 }
    var worths = distances
    for at in 0..<parties {
      for judge in 0..<parties {
        worths[at * parties + judge] = Self.worth(distances[at * parties + judge], risk: view[judge])
      }
    }
    var best: (target: Int, chance: Double, gain: Double)?
    for target in 0..<parties where target != party {
      let chance = chanceToWin(party, against: target, worths)
      let (own, theirs) = (worths[party * parties + party], worths[target * parties + party])
      let stake = attention[target]
      let gain = (1 - stake) * 2 * own + stake * (chance * 2 * own + (1 - chance) * 2 * theirs) - (own + theirs)
      if gain > max(rules.leastGain, best?.gain ?? -1) { best = (target, chance, gain) }
    }
    return best.map { bargain(party, $0.target, chance: $0.chance, gain: $0.gain) }
  }

  /// How likely i is to win against j, with all that others would throw in.
  private func chanceToWin(_ i: Int, against j: Int, _ worths: [Double]) -> Double {
    let (atI, atJ) = (i * parties, j * parties)
    var (forI, forJ) = (1e-10, 1e-10)
    for party in [i, j] {
      let vote = weight[party] * election.cast(worths[atI + party] - worths[atJ + party])
      if vote > 0 { forI += vote } else { forJ -= vote }
    }
    let (baseI, baseJ) = (forI, forJ)
    for third in 0..<parties where third != i && third != j {
      let (worthI, worthJ, own) = (worths[atI + third], worths[atJ + third], worths[third * parties + third])
      // First it reckons how a contest of only the two and itself would end …
      let leaning = weight[third] * election.cast(worthI - worthJ)
      let chance = (baseI + max(leaning, 0)) / (baseI + baseJ + abs(leaning))
      // … then it compares joining i with joining j, three positions each way.
      let stayingI = 2 * worthI + own
      let stayingJ = 2 * worthJ + own
      let isBoundInVictory = rules.commitment == .full
      let isBoundInDefeat = rules.commitment != .none
      let (withWinnerI, withLoserI) = (
        isBoundInVictory ? 3 * worthI : stayingI, isBoundInDefeat ? 3 * worthJ : stayingJ
      )
      let (withWinnerJ, withLoserJ) = (
        isBoundInVictory ? 3 * worthJ : stayingJ, isBoundInDefeat ? 3 * worthI : stayingI
      )
      let joinI = chance * withWinnerI + (1 - chance) * withLoserI
      let joinJ = (1 - chance) * withWinnerJ + chance * withLoserJ
      let vote = weight[third] * election.cast(joinI - joinJ)
      if vote > 0 { forI += vote } else { forJ -= vote }
    }
    return forI / (forI + forJ)
  }

  /// Where the two would meet, on each issue nearer to the one to whom it matters more and who is likelier to win.
  private func bargain(_ i: Int, _ j: Int, chance: Double, gain: Double) -> Bargain {
    func raised(_ base: Double) -> Double { (1..<rules.bargainExponent).reduce(base) { product, _ in product * base } }
    var (placeI, placeJ) = ([Double](), [Double]())
    for issue in 0..<issues {
      let (a, b) = (i * issues + issue, j * issues + issue)
      let weightI = raised(salience[a] * chance)
      let weightJ = raised(salience[b] * (1 - chance))
      // Where the issue matters to neither, each keeps its place.
      let least = 1e-6
      let total = weightI + weightJ + least
      placeI.append(Self.rounded(((weightI + least) * place[a] + weightJ * place[b]) / total))
      placeJ.append(Self.rounded((weightI * place[a] + (weightJ + least) * place[b]) / total))
    }
    return Bargain(
      challenger: i, target: j, chance: chance, gain: gain, challengerPlace: placeI, targetPlace: placeJ)
  }

  /// Nobody bargains about less than a ten-thousandth of a scale.
  private static func rounded(_ coordinate: Double) -> Double { (coordinate * 10_000 + 0.5).rounded(.down) / 10_000 }
}

// MARK: - Which bargains are followed

extension ChallengeArena {
  /// For every party the number of the bargain that prevails among those that would move it, and staying; nil where it
  /// stays.
  private func followedBargains(_ bargains: [Bargain], _ distances: [Double], _ risk: [Double]) -> [Int?] {
    var staying = [Double](repeating: 0, count: parties)
    for judge in 0..<parties {
      for at in 0..<parties { staying[judge] += Self.worth(distances[at * parties + judge], risk: risk[judge]) }
    }
    let count = Double(parties)
    let worths = bargains.map { bargain in
      (0..<parties).map { judge in
        var sum = staying[judge]
        for (party, point) in [
          (bargain.challenger, bargain.challengerPlace), (bargain.target, bargain.targetPlace),
        ] {
          sum -= Self.worth(distances[party * parties + judge], risk: risk[judge])
          sum += Self.worth(distance(judge, to: point), risk: risk[judge])
        }
        return sum / count
      }
    }
    let unmoved = staying.map { $0 / count }
    return (0..<parties).map { party in
      let choices = bargains.indices.filter { bargains[$0].challenger == party || bargains[$0].target == party }
      guard !choices.isEmpty else { return nil }
      let chances = election.chances(worths: unmoved + choices.flatMap { worths[$0] }, weights: capability)
      var best = 0
      for option in chances.indices where chances[option] > chances[best] { best = option }
      return best == 0 ? nil : choices[best - 1]
    }
  }
}

// MARK: - In the issues' units

extension ChallengeArena {
  private func inUnits(_ point: [Double]) -> [Double] {
    zip(setting.issues, point).map { $0.position(at: 100 * $1) }
  }

  private func positions() -> [[Double]] {
    (0..<parties).map { inUnits(Array(place[$0 * issues..<($0 + 1) * issues])) }
  }

  /// The compromise at the present positions.
  func outcomes() -> [Double] {
    setting.issues.indices.map { issue in
      let weights = setting.weights(on: issue)
      let mean = weights.indices.reduce(0) { $0 + weights[$1] * place[$1 * issues + issue] } / weights.reduce(0, +)
      return setting.issues[issue].position(at: 100 * mean)
    }
  }
}
