import Mathematics

/// How much of what hangs on others lies between governments of a level, between levels, and inside a government.
///
/// Every stake of one player in another counts by its size, under the kind of the relation between the two: functional
/// inside one government, vertical where one is above the other, horizontal otherwise. The three kinds are Feiock's (2013,
/// Policy Stud. J. 41, 397–425); the shares are ours. They ask what a case is made of; ``GapDecomposition`` asks what would
/// mend it.
public struct InteractionShares: Sendable, Equatable {
  public let horizontal: Double
  public let vertical: Double
  public let functional: Double

  /// Where a player stands.
  public struct Standing: Sendable, Equatable {
    /// The number of the government it is or belongs to; agencies of one government have one number.
    public let government: Int
    /// The player right above it, if any.
    public let superior: Int?

    public init(government: Int, superior: Int? = nil) {
      self.government = government
      self.superior = superior
    }
  }

  /// - Parameters:
  ///   - exposure: the stakes of each in each.
  ///   - standings: one a player.
  /// - Throws: ``DilemmaError/invalid(_:)`` when a standing is missing, names no player, or leads back to itself.
  public init(of exposure: Exposure, standings: [Standing]) throws(DilemmaError) {
    let count = exposure.stakes.rows
    guard standings.count == count else {
      throw .invalid("\(standings.count) standings for \(count) players; give one each")
    }
    var above = [Coalition](repeating: .empty, count: count)
    for player in 0..<count {
      var next = standings[player].superior
      while let superior = next {
        guard (0..<count).contains(superior) else {
          throw .invalid("player \(player) stands below player \(superior); there are players 0 to \(count - 1)")
        }
        guard superior != player, !above[player].contains(superior) else {
          throw .invalid("player \(player) stands, by way of others, below itself; let the order end at the top")
        }
        above[player] = above[player].adding(superior)
        next = standings[superior].superior
      }
    }
    var sums = (horizontal: 0.0, vertical: 0.0, functional: 0.0)
    for i in 0..<count {
      for j in 0..<count where i != j {
        let stake = abs(exposure.stakes[i, j])
        if standings[i].government == standings[j].government {
          sums.functional += stake
        } else if above[i].contains(j) || above[j].contains(i) {
          sums.vertical += stake
        } else {
          sums.horizontal += stake
        }
      }
    }
    let total = sums.horizontal + sums.vertical + sums.functional
    horizontal = total > 0 ? sums.horizontal / total : 0
    vertical = total > 0 ? sums.vertical / total : 0
    functional = total > 0 ? sums.functional / total : 0
  }
}
