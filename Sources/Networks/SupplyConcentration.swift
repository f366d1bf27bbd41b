/// How few hands hold what a player needs of one resource.
///
/// Dependence falls with the alternatives to a relation (Emerson 1962, Amer. Sociol. Rev. 27, 31–41) and rises with the
/// concentration of control over a resource (Pfeffer & Salancik 1978, ch. 3). Concentration is measured as usual
/// (Herfindahl–Hirschman), alternatives as its inverse; a player's own supply counts as one supplier more.
///
///     let supply = try SupplyConcentration.all(players: names, exchanges: exchanges)
///     supply[0].alternatives   // 2.0: as good as two equal suppliers
public struct SupplyConcentration: Sendable, Equatable {
  public let dependent: String
  public let resource: String
  /// The suppliers by share, the largest first, those alike in the order of the players.
  public let suppliers: [Supplier]
  /// What part comes from the player itself, or from outside the region.
  public let ownShare: Double

  /// A supplier of one resource, and its part of it.
  public struct Supplier: Sendable, Equatable {
    public let name: String
    public let share: Double
  }

  /// Σ share², its own supply included: 1 when one supplier has it all, 1/k for k equal ones.
  public var concentration: Double { suppliers.reduce(ownShare * ownShare) { $0 + $1.share * $1.share } }

  /// The number of equal suppliers as concentrated as these, 1 over ``concentration``.
  public var alternatives: Double { 1 / concentration }

  /// One for each player and resource it gets from others, in the order of the players and, for each, of the names of
  /// the resources.
  /// - Throws: ``NetworkError`` as ``Dependence/init(players:exchanges:)`` does.
  public static func all(players: [String], exchanges: [Exchange]) throws(NetworkError) -> [SupplyConcentration] {
    _ = try Dependence(players: players, exchanges: exchanges)
    var found: [SupplyConcentration] = []
    for player in players {
      let own = exchanges.filter { $0.dependent == player }
      for resource in Set(own.map(\.resource)).sorted() {
        let suppliers = players.compactMap { supplier -> Supplier? in
          let share = own.filter { $0.resource == resource && $0.supplier == supplier }.reduce(0) { $0 + $1.share }
          return share > 0 ? Supplier(name: supplier, share: share) : nil
        }
        guard !suppliers.isEmpty else { continue }
        found.append(
          SupplyConcentration(
            dependent: player, resource: resource,
            suppliers: suppliers.enumerated().sorted { ($1.element.share, $0.offset) < ($0.element.share, $1.offset) }
              .map(\.element),
            ownShare: max(0, 1 - suppliers.reduce(0) { $0 + $1.share })))
      }
    }
    return found
  }
}
