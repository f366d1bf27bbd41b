/// Reads what rules go by besides the worths: weights, unions, edges and the order along a river.
struct GameGroundsReader {
  let fields: Fields
  let players: [String]
  let faults: FaultList

  private var reference: Reference { Reference(to: "player", plural: "players", known: players, faults: faults) }

  /// The numbers under `key`, one a player.
  func weights(called key: String) -> [Double]? {
    guard fields.has(key) else { return nil }
    let reference = self.reference
    var found: [String: Double] = [:]
    var named: Set<String> = []
    for (name, place, value) in fields.table(key) {
      guard let player = reference.find(name.trimmed, at: place) else { continue }
      named.insert(player)
      found[player] = value.number
    }
    let missing = players.filter { !named.contains($0) }
    if !missing.isEmpty {
      let subject = key == "weights" ? "the weights have" : "the \(key) has"
      faults.error(fields.keyPlace(key), "\(subject) no number for \(listed(missing))", "add it")
    }
    return players.allSatisfy { found[$0] != nil } ? players.compactMap { found[$0] } : nil
  }

  /// The unions; nil, with faults, unless each player is in exactly one.
  func unions() -> [[Int]]? {
    guard fields.has("unions") else { return nil }
    var roll = RollCall(players: players, reference: reference, faults: faults)
    let unions = fields.list("unions").map { union in
      roll.take(members(of: union), doubled: "stands in two unions", remedy: "keep it in one of them")
    }
    return roll.isComplete(at: fields.keyPlace("unions"), missing: { "no union has \($0)" }) {
      $0 == 1 ? "add it to one, or as a union alone" : "add them to one, or as unions alone"
    } ? unions : nil
  }

  /// The pairs that can work together directly; nil, with faults, unless each is of two players and stands once.
  func edges() -> [[Int]]? {
    guard fields.has("edges") else { return nil }
    let reference = self.reference
    var first: [[Int]: Place] = [:]
    var isSound = true
    let edges = fields.list("edges").compactMap { edge -> [Int]? in
      let ends = members(of: edge).compactMap { reference.index(of: $0, among: players) }
      guard ends.count == 2 else {
        isSound = false
        return nil
      }
      guard ends[0] != ends[1] else {
        faults.error(edge.place, "an edge joins '\(players[ends[0]])' to itself", "name two players, or take it away")
        isSound = false
        return nil
      }
      let pair = ends.sorted()
      if let earlier = first[pair] {
        faults.error(
          edge.place,
          "the edge between '\(players[ends[0]])' and '\(players[ends[1]])' stands twice, first at \(earlier)",
          "keep one of them")
        isSound = false
      }
      first[pair] = first[pair] ?? edge.place
      return pair
    }
    return isSound ? edges : nil
  }

  /// The players from the source down to the mouth; nil, with faults, unless each stands there once.
  func downstream() -> [Int]? {
    guard fields.has("downstream") else { return nil }
    var roll = RollCall(players: players, reference: reference, faults: faults)
    let order = roll.take(
      fields.list("downstream"), doubled: "stands twice along the river", remedy: "name it once")
    return roll.isComplete(at: fields.keyPlace("downstream"), missing: { "downstream leaves out \($0)" }) {
      "add \($0 == 1 ? "it" : "them") where the river passes"
    } ? order : nil
  }

  private func members(of value: Value) -> [Value] {
    if case .sequence(let members) = value.content { members } else { [] }
  }
}

extension Reference {
  /// The place of the player that `value` names; nil, with a fault, where there is none.
  fileprivate func index(of value: Value, among players: [String]) -> Int? {
    guard let text = value.text, let name = find(text.trimmed, at: value.place) else { return nil }
    return players.firstIndex(of: name)
  }
}

/// Every player is to be named, and named once.
private struct RollCall {
  let players: [String]
  let reference: Reference
  let faults: FaultList
  private var first: [Int: Place] = [:]
  private var isSound = true
  private var isRead = true

  init(players: [String], reference: Reference, faults: FaultList) {
    (self.players, self.reference, self.faults) = (players, reference, faults)
  }

  /// The players that `values` name, with a fault for each named before.
  mutating func take(_ values: [Value], doubled: String, remedy: String) -> [Int] {
    var found: [Int] = []
    for value in values {
      guard let player = reference.index(of: value, among: players) else {
        isRead = false
        continue
      }
      if let earlier = first[player] {
        faults.error(value.place, "'\(players[player])' \(doubled), first at \(earlier)", remedy)
        isSound = false
      } else {
        first[player] = value.place
      }
      found.append(player)
    }
    return found
  }

  /// Whether each player was named once; a fault at `place` for those who were not.
  mutating func isComplete(at place: Place, missing: (String) -> String, remedy: (Int) -> String) -> Bool {
    let absent = players.indices.filter { first[$0] == nil }
    // A name that could not be read may be the one that is missing.
    if isRead, !absent.isEmpty {
      faults.error(place, missing(listed(absent.map { players[$0] })), remedy(absent.count))
      isSound = false
    }
    return isSound && isRead
  }
}
