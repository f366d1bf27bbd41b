/// What the record writes by itself where people otherwise write their own words: why a commitment was let go, what a
/// mirrored entry is for, what a step of a reckoning is called.
///
/// It stands in the record as its English text, which never changes, so that what was written before is known as well.
/// Whoever shows it says it in the reader's words.
///
///     OwnSentence("renewed as AG-7")  // .renewed(as: AG-7)
public enum OwnSentence: Hashable, Sendable {
  /// A commitment is let go because the agreement ended when a party left it.
  case agreementEnded
  /// A commitment is let go because the agreement was terminated.
  case agreementTerminated
  /// A commitment is let go because the agreement ran out.
  case agreementExpired
  /// A commitment is let go because the party that owes it left.
  case left(ObjectID)
  /// A commitment is let go because another agreement took the place of the one it is under.
  case renewed(as: ObjectID)
  /// A delegation ends with the appointment that held it.
  case appointmentEnded(ObjectID)
  /// A delegation ends with the one from which it was passed on.
  case delegationRevoked(ObjectID)
  /// A payment is reversed because the measure was lifted.
  case measureLifted(ObjectID)
  /// How many months reached a class of quality.
  case monthsAtClass(Ratio)
  /// The class that the yearly mean reached.
  case classOnYearlyMean

  /// The sentences that say something of a thing or a number: what stands before and after it.
  private static let frames: [(before: String, after: String, make: @Sendable (String) -> OwnSentence?)] = [
    ("", " left", { number(of: .organisation, $0).map(OwnSentence.left) }),
    ("renewed as ", "", { number(of: .agreement, $0).map(OwnSentence.renewed) }),
    ("", " ended", { number(of: .appointment, $0).map(OwnSentence.appointmentEnded) }),
    ("", " was revoked", { number(of: .delegation, $0).map(OwnSentence.delegationRevoked) }),
    ("", " was lifted", { number(of: .incentiveCase, $0).map(OwnSentence.measureLifted) }),
    ("months at class ", " or better", { (try? Ratio(parsing: $0)).map(OwnSentence.monthsAtClass) }),
  ]

  private static func number(of kind: ObjectKind, _ text: String) -> ObjectID? {
    ObjectID(text).flatMap { $0.kind == kind ? $0 : nil }
  }
}

extension OwnSentence: LosslessStringConvertible {
  /// As it stands in the record.
  public var description: String {
    switch self {
    case .agreementEnded: "agreement ended"
    case .agreementTerminated: "agreement terminated"
    case .agreementExpired: "agreement expired"
    case .left(let party): "\(party) left"
    case .renewed(let successor): "renewed as \(successor)"
    case .appointmentEnded(let appointment): "\(appointment) ended"
    case .delegationRevoked(let delegation): "\(delegation) was revoked"
    case .measureLifted(let measure): "\(measure) was lifted"
    case .monthsAtClass(let limit): "months at class \(limit) or better"
    case .classOnYearlyMean: "class on yearly mean"
    }
  }

  /// The sentence that a text of the record is; nothing for what people wrote.
  public init?(_ description: String) {
    let whole: [OwnSentence] = [.agreementEnded, .agreementTerminated, .agreementExpired, .classOnYearlyMean]
    let framed = Self.frames.lazy.compactMap { frame -> OwnSentence? in
      guard description.hasPrefix(frame.before), description.hasSuffix(frame.after),
        description.count > frame.before.count + frame.after.count
      else { return nil }
      return frame.make(String(description.dropFirst(frame.before.count).dropLast(frame.after.count)))
    }
    // A text that is spelt otherwise, such as a number with a plus, was written by somebody.
    guard let found = whole.first(where: { $0.description == description }) ?? framed.first,
      found.description == description
    else { return nil }
    self = found
  }
}
