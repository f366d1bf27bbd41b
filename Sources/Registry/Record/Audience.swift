/// How far something may be seen: from everybody to named persons.
///
/// A level may only fall, and only by an event: an embargo ends, offers are opened, a decision is taken.
public enum Level: Int, Comparable, CaseIterable, Codable, Sendable {
  /// Everybody, without an account.
  case everybody = 0
  /// Everybody appointed in the region.
  case region = 1
  /// The organisations that are parties of the object.
  case parties = 2
  /// One organisation.
  case holder = 3
  /// The persons named, by their appointments.
  case named = 4

  public static func < (one: Level, other: Level) -> Bool { one.rawValue < other.rawValue }
}

/// Who may see an object, or a content within it.
public struct Audience: Hashable, Codable, Sendable {
  public let level: Level
  /// The organisations that see what is for the parties; ascending.
  public let parties: [ObjectID]
  /// The organisation that sees what is for one holder.
  public let holder: ObjectID?
  /// The appointments that see what is for named persons; ascending.
  public let named: [ObjectID]
  /// The capacities, by role alone, that see what is for the parties beside them: who decides must be able to read.
  /// In the order of their names; nothing where there are none.
  public let deciders: [Capacity]?

  private init(
    level: Level, parties: [ObjectID] = [], holder: ObjectID? = nil, named: [ObjectID] = [], deciders: [Capacity] = []
  ) {
    (self.level, self.parties, self.holder, self.named) = (level, parties.sorted(), holder, named.sorted())
    self.deciders = deciders.isEmpty ? nil : deciders.sorted { $0.rawValue < $1.rawValue }
  }

  public static let everybody = Audience(level: .everybody)
  public static let region = Audience(level: .region)
  /// For the people of these organisations.
  public static func parties(_ organisations: [ObjectID]) -> Audience {
    Audience(level: .parties, parties: organisations)
  }
  /// The parties, and those who by their role decide about what is theirs.
  public static func parties(_ organisations: [ObjectID], and deciders: [Capacity]) -> Audience {
    Audience(level: .parties, parties: organisations, deciders: deciders)
  }
  /// For the people of one organisation.
  public static func holder(_ organisation: ObjectID) -> Audience { Audience(level: .holder, holder: organisation) }
  /// For the holders of these appointments.
  public static func named(_ appointments: [ObjectID]) -> Audience { Audience(level: .named, named: appointments) }

  /// Whether the person who stands there may see it. Administrators and auditors see no more than others here.
  public func includes(_ standing: Standing) -> Bool {
    switch level {
    case .everybody: true
    case .region: standing.appointment != nil
    case .parties:
      (standing.organisation.map { parties.contains($0.id) } ?? false)
        || !standing.generalCapacities.isDisjoint(with: deciders ?? [])
    case .holder: standing.organisation != nil && standing.organisation?.id == holder
    case .named: standing.appointment.map { named.contains($0.id) } ?? false
    }
  }
}

/// A content kept apart from the events, behind a salted commitment: the event proves it, and only its audience reads it.
///
/// The content lives in one row with its salt. Erasing that row leaves the event and its proof whole.
public struct Confided: Hashable, Codable, Sendable {
  /// SHA-256 over the domain, the salt and the content, in 64 hexadecimal digits.
  public let commit: String
  public let audience: Audience

  /// The same content for a wider audience: how its level falls.
  ///
  /// - Precondition: the level is not above the present one.
  public func opened(to wider: Audience) -> Confided {
    precondition(wider.level <= audience.level, "a level only falls")
    return Confided(commit: commit, audience: wider)
  }
}
