import Studies

/// What stands in the way where no package suits everyone.
extension NegotiationPage {
  var obstacleFigure: Figure? {
    guard let obstacle = findings.obstacle else { return nil }
    // As a part of what each could have at best: points of different parties cannot be compared.
    let parts = findings.parties.enumerated().map { number, party -> Double in
      let span = max(party.best - party.reservation, party.best.magnitude, party.reservation.magnitude)
      let part = span > 0 ? obstacle.shortfalls[number] / span : 0
      return part.isFinite ? part : 0
    }
    let texts = obstacle.shortfalls.map { Numeral.significant($0) }
    let short = findings.parties.indices.filter { obstacle.shortfalls[$0] > 0 }
    let chart = BarChart(
      bars: findings.parties.indices.map { number in
        .init(
          name: party(number), segments: [.init(from: 0, to: parts[number], paint: .hatch)], figure: texts[number])
      })
    return Figure(
      id: "obstacle-chart",
      finding: say(.obstacleFinding, ["who": .text(tongue.list(short.map(party)))]),
      description: say(.obstacleDescription), wide: chart.drawing(width: Figure.wideWidth),
      narrow: chart.drawing(width: Figure.narrowWidth), legend: [], note: say(.obstacleNote),
      table: DataTable(
        caption: say(.obstacleTable),
        columns: [
          .init(title: say(.party), isNumber: false), .init(title: say(.reservation)), .init(title: say(.worth)),
          .init(title: say(.short)), .init(title: say(.alone)),
        ],
        rows: findings.parties.enumerated().map { number, party in
          .init(cells: [
            self.party(number), Numeral.significant(party.reservation, digits: 4),
            Numeral.significant(obstacle.nearest.worths[number], digits: 4), texts[number],
            obstacle.alone.first { $0.name == party.name }.map { Numeral.significant($0.value) } ?? say(.no),
          ])
        }))
  }
}
