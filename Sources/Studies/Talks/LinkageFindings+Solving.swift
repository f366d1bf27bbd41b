import Negotiations
import RegionalCases

extension LinkageFindings {
  /// What negotiations come to when they are joined.
  ///
  /// - Parameter files: 1 to 12 negotiations, each with a name of its own; parties of one name are one party.
  /// - Throws: `NegotiationError` for more problems, a name that comes twice, or too many packages.
  /// - Complexity: That of `IssueLinkage.smallestPackages()`, and a frontier for each package that is told.
  public init(_ files: [(name: String, file: NegotiationFile)]) throws(NegotiationError) {
    var linked: [LinkedProblem] = []
    for (name, file) in files {
      // Waiting has no part in which package can be agreed, so that any number of rounds gives the same.
      linked.append(LinkedProblem(name, try NegotiationScenario(file, rounds: file.rounds ?? 1)))
    }
    let table = try IssueLinkage(linked)
    let smallest = try table.smallestPackages()
    problems = []
    for (number, (name, file)) in files.enumerated() {
      let alone = try table.deal(on: [number], by: .nash())
      problems.append(
        Problem(
          name: name, title: file.title.texts, issues: file.agenda.map(NegotiationFindings.Issue.init),
          parties: file.parties.map(\.name), alone: alone.map { Package($0, of: table) },
          smallestPackages: smallest[number]))
    }
    let everyone = files.flatMap(\.file.parties)
    parties = table.parties.map { name in
      Party(name: name, label: everyone.first { $0.name == name }?.label.texts ?? ["en": name])
    }
    var sets: [[Int]] = []
    for set in smallest.joined() where set.count > 1 && !sets.contains(set) { sets.append(set) }
    sets.sort { $0.count != $1.count ? $0.count < $1.count : $0.lexicographicallyPrecedes($1) }
    let all = Array(files.indices)
    if all.count > 1, !sets.contains(all) { sets.append(all) }
    packages = []
    for set in sets {
      if let deal = try table.deal(on: set, by: .nash()) { packages.append(Package(deal, of: table)) }
    }
  }
}

extension LinkageFindings.Package {
  fileprivate init(_ deal: PackageDeal, of table: IssueLinkage) {
    problems = deal.package
    options = zip(deal.package, deal.codes).map { table.problems[$0].scenario.agenda.options(at: $1) }
    gains = zip(deal.parties, zip(deal.gains, deal.totalGains)).map { party, gains in
      LinkageFindings.PartyGains(
        party: party, byProblem: gains.0.map(withoutRounding), total: withoutRounding(gains.1))
    }
  }
}
