import CollectiveAction

/// The search for the coalition that a mechanism brings together: the best admitted one, the earliest of equals.
///
/// It finds what working out every row does, to the last bit: no row is passed over but one whose bound stays below the best
/// found. Bounds come in steps (a block's reach, each coalition by means, each member), every one made only where the one
/// before leaves hope; the few coalitions of each size that gain most are looked at first, for a best to begin with.
struct CoalitionSearch {
  private let game: TransformedGame
  private let bound: ProspectBound
  private let candidates: CandidateBounds
  private let disagreements: [CandidateBounds.Lanes]
  /// Whether no coalition is shut out because it leaves out somebody who is mandated.
  private let isEveryOpen: Bool
  private var best: (row: Int, figures: RowFigures)?
  /// What another has to reach.
  private var floor: Double
  private var open: [Promise] = []

  /// How many blocks of each size are looked at first.
  private static let leadingBlocks = 2

  /// The best row of the scope with its figures, or none where every coalition refuses.
  static func best(in game: TransformedGame) -> (row: Int, figures: RowFigures)? {
    var search = CoalitionSearch(game)
    search.run()
    return search.best
  }

  private init(_ game: TransformedGame) {
    self.game = game
    bound = ProspectBound(game)
    candidates = game.table.candidates
    disagreements = game.table.knownDisagreements
    isEveryOpen = game.isImposed || game.bound.isEmpty
    // What members that nobody binds accept is no less than nothing, but for what they take for rounding.
    floor = game.bound.isEmpty ? -1e-10 : -.infinity
  }

  private mutating func run() {
    let count = game.table.players.count
    let sizes = candidates.sizes.filter { game.mechanism.scopeRule.admits($0.size, of: count) }
    // The first of a size gain most of it.
    for (size, blocks) in sizes { look(at: blocks.prefix(Self.leadingBlocks), size) }
    workOut()
    for (size, blocks) in sizes { look(at: blocks.dropFirst(Self.leadingBlocks), size) }
    workOut()
  }

  /// Counts each member of those noted, and works out what still promises enough, the most promising first.
  private mutating func workOut() {
    var left = 0
    for index in open.indices {
      var one = open[index]
      guard isEveryOpen || game.bound.isSubset(of: game.table.rows[candidates.rows[one.place]].coalition) else {
        continue
      }
      let (block, lane) = (one.place / CandidateBounds.width, one.place % CandidateBounds.width)
      one.most = bound.worth(
        at: one.place, of: candidates, size: one.size, disagreement: disagreements[block][lane], reaching: floor,
        trust: game)
      guard one.most >= floor else { continue }
      open[left] = one
      left += 1
    }
    open.removeLast(open.count - left)
    open.sort { $0.most > $1.most }
    for one in open {
      guard one.most >= floor else { break }
      consider(one.place)
    }
    open.removeAll(keepingCapacity: true)
  }

  /// Notes those of some blocks of one size that may reach the floor.
  private mutating func look(at blocks: Range<Int>, _ size: Int) {
    let bound = bound
    let floor = floor
    let disagreements = disagreements
    let candidates = candidates
    candidates.blocks.withUnsafeBufferPointer { all in
      for block in blocks where bound.hopes(for: candidates.reaches[block], size: size, reaching: floor) {
        guard
          let worths = bound.worths(in: all[block], size: size, disagreement: disagreements[block], reaching: floor)
        else { continue }
        for lane in 0..<CandidateBounds.width where worths[lane] >= floor {
          let place = block * CandidateBounds.width + lane
          guard candidates.rows[place] >= 0 else { continue }
          open.append(Promise(place: place, size: size, most: worths[lane]))
        }
      }
    }
  }

  private mutating func consider(_ place: Int) {
    let index = candidates.rows[place]
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
}
