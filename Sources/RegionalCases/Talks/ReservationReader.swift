/// Reads what no deal is worth to a party where only chances of it are known.
struct ReservationReader {
  let faults: FaultList
  let party: String

  /// The chances that a party's fields tell; nil where they tell none, and, with a fault, where these are none.
  func reservation(_ fields: Fields) -> PrivateReservation? {
    if let range = fields.fields("reservationRange") { return uniform(range) }
    guard let value = fields["reservationChances"], case .table(let entries) = value.content else { return nil }
    return few(entries, at: value.place)
  }

  private func uniform(_ fields: Fields) -> PrivateReservation? {
    guard let low = fields.number("min"), let high = fields.number("max") else { return nil }
    guard low < high else {
      faults.error(
        fields["min"]?.place ?? fields.place,
        "the reservation of '\(shortened(party))' is from \(plain(low)) to \(plain(high)), which is no range",
        low == high ? "write it as a number: reservation: \(plain(low))" : "min must be below max")
      return nil
    }
    return .uniform(low...high)
  }

  private func few(_ entries: [(key: String, place: Place, value: Value)], at place: Place) -> PrivateReservation? {
    guard !entries.isEmpty else {
      faults.error(
        place, "the reservation of '\(shortened(party))' has no chances", "give worths with chances that sum to 1")
      return nil
    }
    var chances: [PrivateReservation.Chance] = []
    var isSound = true
    for (key, place, value) in entries {
      guard let worth = worth(key, at: place), let chance = value.number else {
        isSound = false
        continue
      }
      guard !chances.contains(where: { $0.worth == worth }) else {
        faults.error(
          place, "the reservation \(plain(worth)) of '\(shortened(party))' has two chances", "add them to one")
        isSound = false
        continue
      }
      chances.append(PrivateReservation.Chance(worth: worth, chance: chance))
    }
    guard isSound else { return nil }
    let sum = chances.reduce(0) { $0 + $1.chance }
    // 1e-6: chances such as 0.333333 are written with six decimals, and summed with rounding.
    guard abs(sum - 1) <= 1e-6 * Double(chances.count) else {
      faults.error(
        place, "the chances of the reservation of '\(shortened(party))' sum to \(rounded(sum))",
        "they must sum to 1: \(sum < 1 ? "add" : "take away") \(rounded(abs(1 - sum))), or divide each by \(rounded(sum))"
      )
      return nil
    }
    return .few(chances.sorted { $0.worth < $1.worth })
  }

  private func worth(_ text: String, at place: Place) -> Double? {
    guard case .number(let worth) = NumberText(text), (0...100).contains(worth) else {
      faults.error(
        place, "'\(shortened(text))' is no worth of a reservation of '\(shortened(party))'",
        "write a number from 0 to 100")
      return nil
    }
    return worth
  }
}
