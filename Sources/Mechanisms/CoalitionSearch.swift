import CollectiveAction

/// The search for the coalition that a mechanism brings together: the best admitted one, the earliest of equals.
///
/// It finds what working out every row does, to the last bit: no row is passed over but one whose bound stays below the best
/// found. Bounds come in steps (many blocks at once, a block's reach, each coalition by means, each member), every one made
/// only where the one before leaves hope; the few coalitions of each size that gain most are looked at first, for a best to
/// begin with.
struct CoalitionSearch {
  private let game: TransformedGame
  private let bound: ProspectBound
  private let sizes: [CandidateBounds.Group]
  private let shelf: CandidateBounds.Shelf
  private let disagreements: DisagreementCache.Known
  /// Whether no coalition is shut out because it leaves out somebody who is mandated.
  private let isEveryOpen: Bool
  private var best: (row: Int, figures: RowFigures)?
  /// What another has to reach.
  private var floor: Double
  /// What promises enough so far, as a heap: none promises more than the one half way before it.
  private var open: [Promise] = []

  /// The best row of the scope with its figures, or none where every coalition refuses.
  static func best(in game: TransformedGame) -> (row: Int, figures: RowFigures)? {
    game.table.candidates.withShelf { shelf in
      var search = CoalitionSearch(game, shelf)
      search.run()
      return search.best
    }
  }

  private init(_ game: TransformedGame, _ shelf: CandidateBounds.Shelf) {
    self.game = game
    self.shelf = shelf
    bound = ProspectBound(game)
    let count = game.table.players.count
    sizes = game.table.candidates.sizes.filter { game.mechanism.scopeRule.admits($0.size, of: count) }
    disagreements = game.table.knownDisagreements
    isEveryOpen = game.isImposed || game.bound.isEmpty
    // What members that nobody binds accept is no less than nothing, but for what they take for rounding.
    floor = game.bound.isEmpty ? -1e-10 : -.infinity
  }

  private mutating func run() {
    // The first of a size gain most of it.
    for group in sizes { look(atLeadingOf: group) }
    workOut()
    for group in sizes { look(atCoversOf: group) }
    workOut()
  }

  /// Works out what is noted, the most promising first, until nothing promises enough.
  private mutating func workOut() {
    for place in stride(from: open.count / 2 - 1, through: 0, by: -1) { sink(place) }
    while let first = open.first, first.most >= floor {
      if first.countsMembers {
        removeFirst()
        consider(first.place)
        continue
      }
      let most = promise(of: first.place, first.size)
      if most >= floor {
        open[0].most = most
        open[0].countsMembers = true
        sink(0)
      } else {
        removeFirst()
      }
    }
    open.removeAll(keepingCapacity: true)
  }

  private mutating func removeFirst() {
    let last = open.removeLast()
    guard !open.isEmpty else { return }
    open[0] = last
    sink(0)
  }

  /// Puts a promise in its place among those that stand after it.
  private mutating func sink(_ start: Int) {
    let one = open[start]
    var place = start
    while true {
      var next = 2 * place + 1
      guard next < open.count else { break }
      if next + 1 < open.count, open[next + 1].most > open[next].most { next += 1 }
      guard open[next].most > one.most else { break }
      open[place] = open[next]
      place = next
    }
    open[place] = one
  }

  /// What the coalition at a place can be worth at most, each member counted; below all where it leaves out the mandated.
  private func promise(of place: Int, _ size: Int) -> Double {
    guard isEveryOpen || game.bound.isSubset(of: game.table.rows[shelf.rows[place]].coalition) else {
      return -.infinity
    }
    let (block, lane) = (place / CandidateBounds.width, place % CandidateBounds.width)
    return bound.worth(
      at: place, in: shelf, size: size, disagreement: disagreements.blocks[block][lane], reaching: floor, trust: game)
  }

  /// Notes those of the leading blocks of one size that may reach the floor.
  private mutating func look(atLeadingOf group: CandidateBounds.Group) {
    for block in group.leading {
      guard let worths = worths(ofBlock: block, group.size) else { continue }
      for lane in 0..<CandidateBounds.width where worths[lane] >= floor {
        let place = block * CandidateBounds.width + lane
        guard shelf.rows[place] >= 0 else { continue }
        open.append(Promise(place: place, size: group.size, most: worths[lane], countsMembers: false))
      }
    }
  }

  /// Notes those of the other blocks of one size that may reach the floor with each member counted.
  private mutating func look(atCoversOf group: CandidateBounds.Group) {
    var first = group.covered.lowerBound
    for cover in group.covers {
      defer { first += CandidateBounds.width }
      guard
        let hopes = bound.worths(
          in: shelf.covers, at: cover, leastStake: shelf.coverStakes[cover], size: group.size,
          disagreement: disagreements.covers[cover], reaching: floor)
      else { continue }
      for block in first..<min(first + CandidateBounds.width, group.covered.upperBound)
      where hopes[block - first] >= floor {
        guard let worths = worths(ofBlock: block, group.size) else { continue }
        for lane in 0..<CandidateBounds.width where worths[lane] >= floor {
          let place = block * CandidateBounds.width + lane
          guard shelf.rows[place] >= 0 else { continue }
          let most = promise(of: place, group.size)
          guard most >= floor else { continue }
          open.append(Promise(place: place, size: group.size, most: most, countsMembers: true))
        }
      }
    }
  }

  /// What the coalitions of a block can be worth at most by their means, or nothing where none may reach the floor.
  private func worths(ofBlock block: Int, _ size: Int) -> CandidateBounds.Lanes? {
    guard bound.hopes(for: shelf.reaches[block], size: size, reaching: floor) else { return nil }
    return bound.worths(
      in: shelf.blocks, at: block, leastStake: shelf.stake(ofBlock: block), size: size,
      disagreement: disagreements.blocks[block], reaching: floor)
  }

  private mutating func consider(_ place: Int) {
    let index = shelf.rows[place]
    let row = game.table.rows[index]
    guard game.isOpen(row) else { return }
    guard let figures = game.figures(ofRow: index, reaching: floor), figures.isAccepted else { return }
    if let best {
      let value = best.figures.value
      guard figures.value > value || figures.value == value && game.precedes(index, best.row) else { return }
    }
    best = (index, figures)
    floor = max(floor, figures.value)
  }
}

/// What a row can be worth at most, so far as is known.
private struct Promise {
  let place: Int
  let size: Int
  var most: Double
  /// Whether each member was counted.
  var countsMembers: Bool
}
