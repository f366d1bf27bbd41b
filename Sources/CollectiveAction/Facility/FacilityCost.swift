import Mathematics

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif
/// What a facility costs for those it serves: a plant with economies of scale and the shortest network between them.
///
///     cost(S) = fixed + scale · (Σ load)^exponent + pipelinePerKilometre · (shortest tree that joins S)
public struct FacilityCost: Sendable, Equatable {
  /// What each player would have treated, supplied, …, in the unit `scale` refers to.
  public let loads: [Double]
  public let fixed: Double
  public let scale: Double
  /// Above 0 and at most 1: below 1, twice the load costs less than twice as much.
  public let exponent: Double
  public let pipelinePerKilometre: Double
  /// Kilometres between players.
  public let distances: Matrix

  public var playerCount: Int { loads.count }

  /// - Parameters:
  ///   - loads: one a player, 0 or more.
  ///   - fixed: 0 or more, in one currency and price year, as the other costs.
  ///   - scale: 0 or more.
  ///   - exponent: above 0, at most 1.
  ///   - pipelinePerKilometre: 0 or more.
  ///   - distances: symmetric, zero on the diagonal; not needed where the pipeline costs nothing.
  /// - Throws: ``DilemmaError/invalid(_:)`` when a figure is out of its range.
  public init(
    loads: [Double], fixed: Double = 0, scale: Double, exponent: Double, pipelinePerKilometre: Double = 0,
    distances: Matrix? = nil
  ) throws(DilemmaError) {
    let names = loads.indices.map { "player \($0 + 1)" }
    try requirePlayers(names, atMost: 63)
    try requireFigures(loads, called: "load", of: names)
    for (what, figure) in [
      ("fixed cost", fixed), ("scale of the cost", scale), ("pipeline cost per kilometre", pipelinePerKilometre),
    ] where !(figure.isFinite && figure >= 0) {
      throw .invalid("the \(what) is \(figure); give a finite number, 0 or more")
    }
    guard exponent > 0, exponent <= 1 else {
      throw .invalid("the exponent of the cost is \(exponent); give a number above 0, at most 1")
    }
    guard distances != nil || pipelinePerKilometre == 0 else {
      throw .invalid("the pipeline has a cost per kilometre but there are no distances; give both or neither")
    }
    let distances = distances ?? Matrix(rows: loads.count, columns: loads.count)
    guard distances.rows == loads.count, distances.columns == loads.count else {
      throw .invalid(
        "distances of \(distances.rows) × \(distances.columns); \(loads.count) players need a row and a column each")
    }
    for i in loads.indices {
      for j in loads.indices {
        let distance = distances[i, j]
        guard distance.isFinite, distance >= 0, distance == distances[j, i], i != j || distance == 0 else {
          throw .invalid(
            "the distance from \(names[i]) to \(names[j]) is \(distance); "
              + "give 0 or more, the same both ways, and 0 from a place to itself")
        }
      }
    }
    self.loads = loads
    self.fixed = fixed
    self.scale = scale
    self.exponent = exponent
    self.pipelinePerKilometre = pipelinePerKilometre
    self.distances = distances
  }

  /// What it costs to serve `coalition`; nothing for none.
  public func cost(of coalition: Coalition) -> Double {
    guard !coalition.isEmpty else { return 0 }
    let load = coalition.reduce(0) { $0 + loads[$1] }
    return fixed + scale * pow(load, exponent) + pipelinePerKilometre * networkLength(of: coalition)
  }

  /// The length of the shortest tree that joins the members' places directly, in kilometres.
  /// - Complexity: O(k²) for k members. Source: Prim (1957), Bell Syst. Tech. J. 36, 1389–1401.
  public func networkLength(of coalition: Coalition) -> Double {
    guard let first = coalition.first(where: { _ in true }) else { return 0 }
    var waiting = coalition.removing(first)
    var nearest = loads.indices.map { distances[first, $0] }
    var length = 0.0
    while let next = waiting.min(by: { nearest[$0] < nearest[$1] }) {
      length += nearest[next]
      waiting = waiting.removing(next)
      for other in waiting { nearest[other] = min(nearest[other], distances[next, other]) }
    }
    return length
  }
}
