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
    let reference = self.reference
    var first: [Int: Place] = [:]
    var (isSound, isRead) = (true, true)
    let unions = fields.list("unions").map { union in
      members(of: union).compactMap { value -> Int? in
        guard let player = index(of: value, in: reference) else {
          isRead = false
          return nil
        }
        if let earlier = first[player] {
          faults.error(
            value.place, "'\(players[player])' stands in two unions, first at \(earlier)", "keep it in one of them")
          isSound = false
        } else {
          first[player] = value.place
        }
        return player
      }
    }
    let missing = players.indices.filter { first[$0] == nil }
    // A name that could not be read may be the one that is missing.
    if isRead, !missing.isEmpty {
      faults.error(
        fields.keyPlace("unions"), "no union has \(listed(missing.map { players[$0] }))",
        "add \(missing.count == 1 ? "it" : "them") to one, or as \(missing.count == 1 ? "a union" : "unions") alone")
      isSound = false
    }
    return isSound && isRead ? unions : nil
  }

  /// The pairs that can work together directly; nil, with faults, unless each is of two players and stands once.
  func edges() -> [[Int]]? {
    guard fields.has("edges") else { return nil }
    let reference = self.reference
    var first: [[Int]: Place] = [:]
    var isSound = true
    let edges = fields.list("edges").compactMap { edge -> [Int]? in
      let ends = members(of: edge).compactMap { index(of: $0, in: reference) }
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
    let reference = self.reference
    var first: [Int: Place] = [:]
    var (isSound, isRead) = (true, true)
    let order = fields.list("downstream").compactMap { value -> Int? in
      guard let player = index(of: value, in: reference) else {
        isRead = false
        return nil
      }
      if let earlier = first[player] {
        faults.error(
          value.place, "'\(players[player])' stands twice along the river, first at \(earlier)", "name it once")
        isSound = false
      } else {
        first[player] = value.place
      }
      return player
    }
    let missing = players.indices.filter { first[$0] == nil }
    // A name that could not be read may be the one that is missing.
    if isRead, !missing.isEmpty {
      faults.error(
        fields.keyPlace("downstream"), "downstream leaves out \(listed(missing.map { players[$0] }))",
        "add \(missing.count == 1 ? "it" : "them") where the river passes")
      isSound = false
    }
    return isSound && isRead ? order : nil
  }

  private func members(of value: Value) -> [Value] {
    if case .sequence(let members) = value.content { members } else { [] }
  }

  private func index(of value: Value, in reference: Reference) -> Int? {
    guard let text = value.text, let name = reference.find(text.trimmed, at: value.place) else { return nil }
    return players.firstIndex(of: name)
  }
}
