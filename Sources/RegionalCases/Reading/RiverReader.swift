/// Reads who lies above whom along a river, and what is lost on the way.
struct RiverReader {
  let `case`: CaseReader
  let members: [PartyID]

  private var faults: FaultList { `case`.faults }

  func river(_ fields: Fields) -> River? {
    guard let order = order(fields) else { return nil }
    let names = order.map { members[$0].rawValue }
    var figures: [String: Figure] = [:]
    var isSound = true
    for (key, place, value) in fields.table("retention") {
      guard let position = names.firstIndex(of: key) else {
        faults.error(
          place, "'\(shortened(key))' is not a member of the problem",
          suggestion(for: key, among: names, otherwise: "the members are"))
        isSound = false
        continue
      }
      guard position < names.count - 1 else {
        faults.error(place, "'\(key)' is the last along the river and has a retention", "take it away")
        isSound = false
        continue
      }
      if let figure = value.figure { figures[key] = figure } else { isSound = false }
    }
    let missing = names.dropLast().filter { name in !fields.table("retention").contains { $0.key == name } }
    if fields.has("retention"), isSound, !missing.isEmpty {
      faults.error(
        fields.keyPlace("retention"), "retention has no figure for \(listed(Array(missing)))",
        "give one for every member but the last")
    }
    let retention = names.dropLast().compactMap { figures[$0] }
    guard isSound, retention.count == names.count - 1, !retention.isEmpty else { return nil }
    return River(order: order, retention: retention)
  }

  /// The indices of the members from the source to the mouth.
  private func order(_ fields: Fields) -> [Int]? {
    guard fields.has("order") else { return Array(members.indices) }
    let named = `case`.partyList("order", of: fields)
    var isSound = named.count == fields.list("order").count
    let order = named.compactMap { members.firstIndex(of: $0) }
    for value in fields.list("order") {
      // Who is no party at all was said to be a fault already.
      guard let id = value.text.map({ PartyID($0) }), named.contains(id), !members.contains(id) else { continue }
      faults.error(value.place, "'\(id)' lies on the river and is not a member of the problem", "take it away")
      isSound = false
    }
    let missing = members.indices.filter { !order.contains($0) }.map { members[$0].rawValue }
    if isSound, !missing.isEmpty {
      faults.error(fields.keyPlace("order"), "the order lacks \(listed(missing))", "name every member")
      isSound = false
    }
    return isSound ? order : nil
  }
}
