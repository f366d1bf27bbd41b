/// The search for the package whose smallest relative gain is as large as can be, then the next smallest, and so on.
///
/// A party's relative gain is how far a package brings it from where it stands towards the best package it knows: 0
/// there, 1 here. Measured so it does not hang on the party's unit or zero. With tilts each gain is first divided by
/// its party's tilt; every efficient package in which all gain is the answer to some tilts.
///
/// Branch and bound over groups of issues. What is still open is bounded by each party's best and by weighted sums of
/// gains, whose weights are found by multiplicative steps on the dual (the largest sum that no package exceeds is small
/// where the weights are right). Beginnings of equal sums are gone through once.
///
/// Sources: the gains, Kalai & Rosenthal (1978), Int. J. Game Theory 7, 65–72; smallest first, Imai (1983),
/// Econometrica 51, 389–401; the dual bound, Geoffrion (1974), Math. Programming Study 2, 82–114.
struct FairestPackage {
  /// What a package must do for the parties, besides leaving none below its floor.
  enum Demand { case nothing, someoneGains, everyoneGains }

  /// A package with its gains in the order of comparison.
  struct Found {
    let package: [Int]
    /// Tilted gains in units of 2⁻³⁰, smallest first, `Int.max` for who cannot gain.
    let gains: [Int]
  }

  /// Gains nearer than this are one.
  static let unit = 0x1p-30

  let space: PackageSpace
  /// What a package must be worth to each party; gains count from here.
  let floor: [Double]
  /// What lies between a party's floor and its best package; nil if that is nothing: it cannot gain.
  let room: [Double?]
  let demand: Demand
  let excluded: Set<[Int]>
  /// More steps than this are refused.
  let stepLimit: Int

  init(
    in space: PackageSpace, floor: [Double], demand: Demand, excluding excluded: Set<[Int]> = [], stepLimit: Int
  ) {
    self.space = space
    self.floor = floor
    self.demand = demand
    self.excluded = excluded
    self.stepLimit = stepLimit
    room = space.preferences.indices.map { party in
      let room = space.best[party] - floor[party]
      // What rounding leaves of nothing is no room.
      let size = max(abs(space.best[party]), abs(space.worst[party]), abs(floor[party]))
      return room > 1e-12 * size ? room : nil
    }
  }

  /// The best package for these tilts; of several as good the one with the smallest code. Nil if none fits.
  ///
  /// - Parameters:
  ///   - tilts: A positive number a party; gains are divided by it.
  ///   - known: Packages to begin from; they spare steps and change no answer.
  /// - Throws: ``NegotiationError/searchStopped(steps:)``.
  func found(tilts: [Double], from known: [[Int]] = []) throws(NegotiationError) -> Found? {
    if demand == .everyoneGains && room.contains(nil) { return nil }
    if demand == .someoneGains && room.allSatisfy({ $0 == nil }) { return nil }
    var walk = try walk(tilts: tilts, from: known, remembering: true)
    // Of packages whose sums are equal but for rounding, one may be below a floor and another not: look at all.
    let isRemembering = !(walk.isRough && walk.hasTies)
    if !isRemembering { walk = try self.walk(tilts: tilts, from: known, remembering: false) }
    guard let package = walk.incumbent else { return nil }
    let found = Found(package: package, gains: walk.gains)
    guard walk.hasTies else { return found }
    var other = PackageWalk(self, tilts: tilts, beside: found, remembering: isRemembering)
    try other.run()
    if isRemembering && other.isRough && other.hasTies {
      other = PackageWalk(self, tilts: tilts, beside: found, remembering: false)
      try other.run()
    }
    return Found(package: other.incumbent ?? package, gains: found.gains)
  }

  private func walk(
    tilts: [Double], from known: [[Int]], remembering: Bool
  ) throws(NegotiationError) -> PackageWalk {
    var walk = PackageWalk(self, tilts: tilts, remembering: remembering)
    for package in known { walk.offer(package) }
    walk.offerClimbs()
    try walk.run()
    return walk
  }

  /// What a package gives those who can gain, in units, smallest first.
  func gains(of package: [Int]) -> [Int] {
    let worths = space.worths(of: package)
    return floor.indices.compactMap { party in
      room[party].map { Int(((worths[party] - floor[party]) / $0 / Self.unit).rounded()) }
    }.sorted()
  }

  /// Whether nobody is left below its floor.
  func keepsFloors(_ package: [Int]) -> Bool {
    zip(space.worths(of: package), floor).allSatisfy { $0 >= $1 }
  }

  /// Whether the package may be proposed at all: reservations are compared as everywhere else, by ``WorthScale``.
  func fits(_ package: [Int]) -> Bool {
    let worths = space.worths(of: package)
    var gaining = 0
    for party in floor.indices {
      guard worths[party] >= floor[party] else { return false }
      if let room = room[party], (worths[party] - floor[party]) / room >= Self.unit { gaining += 1 }
    }
    switch demand {
    case .nothing: break
    case .someoneGains: guard gaining > 0 else { return false }
    case .everyoneGains: guard gaining == floor.count else { return false }
    }
    return !excluded.contains(package)
  }
}
