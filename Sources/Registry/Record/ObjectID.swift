/// What kinds of thing the record holds; the raw value begins their numbers.
public enum ObjectKind: String, Hashable, CaseIterable, Codable, Sendable {
  case region = "R"
  case organisation = "O"
  case appointment = "A"
  case delegation = "DG"
  case docketFile = "PD"
  case negotiationTable = "T"
  case agreement = "AG"
  case commitment = "CM"
  case partyReport = "RP"
  case jointReport = "JR"
  case verification = "VF"
  case incentiveCase = "IN"
  case dispute = "DS"
  case evaluation = "EV"
  case books = "BK"
  case erasure = "ER"

  /// Its place among all kinds, from 0.
  var place: Int {
    switch self {
    case .region: 0
    case .organisation: 1
    case .appointment: 2
    case .delegation: 3
    case .docketFile: 4
    case .negotiationTable: 5
    case .agreement: 6
    case .commitment: 7
    case .partyReport: 8
    case .jointReport: 9
    case .verification: 10
    case .incentiveCase: 11
    case .dispute: 12
    case .evaluation: 13
    case .books: 14
    case .erasure: 15
    }
  }

  // Left to itself Swift would hash the raw value, a text, wherever a number of the record is looked up.
  public func hash(into hasher: inout Hasher) { hasher.combine(UInt8(truncatingIfNeeded: place)) }
}

/// The number under which the record knows a thing for ever, such as `PD-17`: its kind and how manieth it is.
public struct ObjectID: Hashable, Comparable, Codable, Sendable, CustomStringConvertible, LosslessStringConvertible {
  public let kind: ObjectKind
  /// From 1, without gaps within a kind.
  public let number: Int

  public init(_ kind: ObjectKind, _ number: Int) {
    self.kind = kind
    self.number = number
  }

  /// A number from its text `PD-17`; nothing for any other text, `PD-017` among them.
  public init?(_ description: String) {
    guard let dash = description.firstIndex(of: "-"), let kind = ObjectKind(rawValue: String(description[..<dash])),
      let number = Int(description[description.index(after: dash)...]), number >= 1
    else { return nil }
    self.init(kind, number)
    guard self.description == description else { return nil }
  }

  public var description: String { "\(kind.rawValue)-\(number)" }

  public static func < (one: ObjectID, other: ObjectID) -> Bool {
    one.kind == other.kind ? one.number < other.number : one.kind.rawValue < other.kind.rawValue
  }

  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let id = ObjectID(text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(text)' is no number of the record")
    }
    self = id
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
