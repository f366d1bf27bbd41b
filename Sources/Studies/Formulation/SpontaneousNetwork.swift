import Mathematics
import Networks
import RegionalCases

/// The ties that exist among the members of a problem before any mechanism is chosen.
struct SpontaneousNetwork {
  private let members: [PartyID]
  private let ties: [Tie]

  init(of problem: Problem, in regionalCase: RegionalCase) {
    members = problem.members
    ties = regionalCase.ties.filter { problem.members.contains($0.from) && problem.members.contains($0.to) }
  }

  private var names: [String] { members.map(\.rawValue) }

  /// Partners in common by agreement, membership and acquaintance, as far as the detection of a breach counts them;
  /// nil when the case tells of no such tie.
  var commonPartners: Matrix? {
    get throws(NetworkError) {
      let spontaneous = ties.filter { [.agreement, .membership, .informal].contains($0.kind.word) }
      guard !spontaneous.isEmpty else { return nil }
      let network = try TieNetwork(
        players: names, mutualTies: spontaneous.map { ($0.from.rawValue, $0.to.rawValue) })
      return network.commonPartners
    }
  }

  /// Who depends on whom for which resource; what the case leaves open counts in full, as the worst case.
  var dependence: Dependence? {
    get throws(NetworkError) {
      var exchanges: [Exchange] = []
      for tie in ties {
        guard case .exchange(let exchange) = tie.kind else { continue }
        exchanges.append(
          try Exchange(
            dependent: tie.from.rawValue, supplier: tie.to.rawValue, resource: "\(exchange.resource)",
            importance: exchange.importance?.best ?? 1, criticality: exchange.criticality?.best ?? 1,
            share: tie.strength, substitutability: exchange.substitutability?.best ?? 0))
      }
      return exchanges.isEmpty ? nil : try Dependence(players: names, exchanges: exchanges)
    }
  }

  /// How ties of all kinds weaken with the distance of the members' seats in kilometres; nil without ties among members,
  /// or where a member has no place.
  func proximity(places: [Location?]) throws(NetworkError) -> DistanceDecay? {
    let seats = places.compactMap(\.self)
    guard !ties.isEmpty, seats.count == members.count else { return nil }
    var weights = Matrix(rows: members.count, columns: members.count)
    for tie in ties {
      guard let from = members.firstIndex(of: tie.from), let to = members.firstIndex(of: tie.to) else { continue }
      weights[from, to] += tie.strength
    }
    var distances = Matrix(rows: members.count, columns: members.count)
    for i in seats.indices {
      for j in seats.indices where i != j { distances[i, j] = greatCircleKilometres(from: seats[i], to: seats[j]) }
    }
    return try DistanceDecay(of: TieNetwork(players: names, weights: weights), distances: distances)
  }
}
