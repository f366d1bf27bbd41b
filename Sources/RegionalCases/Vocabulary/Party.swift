/// The name by which a case calls a party; unique within it.
public struct PartyID: RawRepresentable, Hashable, Sendable, Comparable, Codable, ExpressibleByStringLiteral,
  CustomStringConvertible
{
  /// The name as the case writes it.
  public let rawValue: String

  /// The id that is written as `rawValue`.
  public init(rawValue: String) { self.rawValue = rawValue }
  /// The id that is written as `text`.
  public init(_ text: String) { rawValue = text }
  /// The id that is written as `value`.
  public init(stringLiteral value: String) { rawValue = value }

  /// By the letters of the names.
  public static func < (left: PartyID, right: PartyID) -> Bool { left.rawValue < right.rawValue }
  /// The name as the case writes it.
  public var description: String { rawValue }
}

/// Someone who takes part: a government, an authority above it, a social organisation or a monitor.
public struct Party: Hashable, Sendable, Identifiable {
  /// The name by which the case calls it.
  public let id: PartyID
  /// The name by which people call it.
  public let name: LocalizedText
  /// What it is.
  public let kind: PartyKind
  /// Where it is on the map, if told.
  public let location: Location?
  /// What it can bring to bear, in the case's own unit; at least 0.
  public let capability: Figure?
  /// The share, 0...1, of its stake at which it values a full loss of its own say.
  public let autonomy: Figure?
  /// Where it begins in its file.
  public let place: Place
}

/// What a party is, with what only that kind has.
public enum PartyKind: Hashable, Sendable {
  case government(tier: Tier, parent: PartyID?)
  case authority(tier: Tier?, parent: PartyID?)
  case socialOrganisation(OrganisationType)
  case monitor

  /// The word of the case file.
  public var word: PartyKindWord {
    switch self {
    case .government: .government
    case .authority: .authority
    case .socialOrganisation: .socialOrganisation
    case .monitor: .monitor
    }
  }

  /// The tier of a government, and of an authority that has one.
  public var tier: Tier? {
    switch self {
    case .government(let tier, _): tier
    case .authority(let tier, _): tier
    case .socialOrganisation, .monitor: nil
    }
  }

  /// The government or authority above, if told.
  public var parent: PartyID? {
    switch self {
    case .government(_, let parent), .authority(_, let parent): parent
    case .socialOrganisation, .monitor: nil
    }
  }
}

/// The word a case file uses for a kind of party.
public enum PartyKindWord: String, Hashable, Sendable, Codable, CaseIterable {
  case government, authority, socialOrganisation, monitor
}

/// The level of a government, from the lowest.
public enum Tier: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
  case village, town, county, municipality, prefecture, province, state, nation, supranational

  /// 0 for a village; higher is above.
  public var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  /// By level, the lowest first.
  public static func < (left: Tier, right: Tier) -> Bool { left.rank < right.rank }
}

/// What sort of social organisation a party is.
public enum OrganisationType: String, Hashable, Sendable, Codable, CaseIterable {
  case association, chamber, foundation, ngo, cooperative, serviceOrganisation, researchInstitute, media
}

/// A point on the earth, in degrees (WGS 84).
public struct Location: Hashable, Sendable {
  /// −180...180.
  public let longitude: Double
  /// −90...90.
  public let latitude: Double
}
