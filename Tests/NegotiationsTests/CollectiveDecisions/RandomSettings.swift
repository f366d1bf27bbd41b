import Mathematics

@testable import Negotiations

/// Three to nine parties and two to six issues of odd scales; a tenth of the stakes are missing.
func randomSetting(seed: UInt64, missing: Double = 0.1) throws -> DecisionSetting {
  var chance = RandomStream(seed: seed)
  let parties = 3 + Int(chance.uniform() * 7)
  let issues = 2 + Int(chance.uniform() * 5)
  let scales = (0..<issues).map { number in
    let low = -50 + 100 * chance.uniform()
    return DecisionSetting.Issue("issue \(number)", low: low, high: low + 0.5 + 200 * chance.uniform())
  }
  return try DecisionSetting(
    issues: scales,
    parties: (0..<parties).map { number in
      DecisionSetting.Party(
        "party \(number)", capability: 0.05 + chance.uniform(),
        stakes: scales.map { scale in
          let (place, salience) = (chance.uniform(), 0.01 + 0.99 * chance.uniform())
          // The first two parties care about everything, so that no issue is without a stake.
          if chance.uniform() < missing && number > 1 { return nil }
          return .init(scale.low + place * (scale.high - scale.low), salience: salience)
        })
    })
}

extension DecisionSetting {
  func replacing(party: Int, issue: Int, position: Double) throws -> DecisionSetting {
    var parties = parties
    var stakes = parties[party].stakes
    stakes[issue] = Stake(position, salience: stakes[issue]!.salience)
    parties[party] = Party(parties[party].name, capability: parties[party].capability, stakes: stakes)
    return try DecisionSetting(issues: issues, parties: parties)
  }

  func inOtherUnits(capabilityTimes factor: Double, scaleTimes: Double, shiftedBy: Double) throws -> DecisionSetting {
    func place(_ x: Double) -> Double { scaleTimes * x + shiftedBy }
    return try DecisionSetting(
      issues: issues.map { Issue($0.name, low: place($0.low), high: place($0.high)) },
      parties: parties.map { party in
        Party(
          party.name, capability: party.capability * factor,
          stakes: party.stakes.map { $0.map { Stake(place($0.position), salience: $0.salience) } })
      })
  }
}
