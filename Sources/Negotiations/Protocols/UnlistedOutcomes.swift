import Synchronization

/// The outcomes of a party that minds each issue by itself, before anybody has them listed; one object for all who share
/// a table.
final class UnlistedOutcomes: Sendable {
  /// Fewer outcomes than this are listed as fast as they are split.
  private static let fewest = 4096

  let sums: WorthSums
  /// How many there are.
  let count: Int
  private let preferences: Preferences
  let agenda: Agenda
  /// How often an outcome of a certain worth has been asked for.
  private let asked = Atomic<Int>(0)
  /// How often that is answered without a list: listing an outcome takes about as long as ten looks at sums.
  private let patience: Int
  private let list = Mutex<Standpoint?>(nil)

  /// Nil where there are few outcomes, where worths depend on several issues together, or where one issue has so many
  /// options that two parts are not much shorter than one list.
  init?(of preferences: Preferences, on agenda: Agenda) {
    guard let count = agenda.outcomeCount, count >= Self.fewest, preferences.couplings.isEmpty else { return nil }
    let split = WorthSums.split(of: agenda)
    guard split.first + split.rest <= count / 16 else { return nil }
    self.count = count
    self.preferences = preferences
    self.agenda = agenda
    sums = WorthSums(of: preferences, on: agenda)
    patience = 10 * count / sums.looks
  }

  /// All of them listed, the first time somebody asks.
  var listed: Standpoint {
    list.withLock { known in
      if let known { return known }
      let found = Standpoint(listing: preferences, on: agenda)
      known = found
      return found
    }
  }

  /// All of them listed, if enough has been asked.
  var listedIfWorthwhile: Standpoint? { asked.load(ordering: .relaxed) > patience ? listed : nil }

  /// The outcome that is worth least among those worth at least `wanted`, the smallest code among equals; `wanted` is at
  /// most what the best is worth.
  func outcome(ofLeastWorthAtLeast wanted: Double) -> (outcome: Int, worth: Double) {
    guard asked.add(1, ordering: .relaxed).newValue > patience else { return sums.outcome(ofLeastWorthAtLeast: wanted) }
    let list = listed
    guard let place = list.place(ofLeastWorthAtLeast: wanted) else { preconditionFailure("the best is worth as much") }
    return (list.outcome(at: place), list.worth(at: place))
  }
}

/// What a ``Standpoint`` asks where nothing is listed; apart, so that who reads lists is not held up by it.
extension UnlistedOutcomes {
  @inline(never)
  static func worth(of outcome: Int, in unlisted: UnlistedOutcomes?) -> Double {
    known(unlisted).sums.worth(of: outcome)
  }

  @inline(never)
  static func outcome(ofLeastWorthAtLeast wanted: Double, in unlisted: UnlistedOutcomes?) -> (
    outcome: Int, worth: Double
  ) {
    known(unlisted).outcome(ofLeastWorthAtLeast: wanted)
  }

  @inline(never)
  static func outcome(at place: Int, in unlisted: UnlistedOutcomes?) -> Int {
    known(unlisted).listed.outcome(at: place)
  }

  @inline(never)
  static func worth(at place: Int, in unlisted: UnlistedOutcomes?) -> Double {
    known(unlisted).listed.worth(at: place)
  }

  private static func known(_ unlisted: UnlistedOutcomes?) -> UnlistedOutcomes {
    guard let unlisted else { preconditionFailure("outcomes that are not listed") }
    return unlisted
  }
}
