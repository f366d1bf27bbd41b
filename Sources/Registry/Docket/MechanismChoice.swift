extension DocketFile {
  /// The form of cooperation that a decision names, beside the form that a study advised.
  ///
  /// A study advises and people decide: whoever decides otherwise says why, and the record keeps both.
  public struct MechanismChoice: Codable, Hashable, Sendable {
    /// The form chosen, as the catalogue or the case calls it, such as `multilateral-contract`.
    public let chosen: String
    /// The form that the study advised; nothing where it advised none, or nobody studied.
    public let advised: String?
    /// What was studied: the SHA-256 of the case, in 64 hexadecimal digits, with which anyone can study it again.
    public let study: String?
    /// Why another form was chosen than the study advised.
    public let deviation: String?

    public init(chosen: String, advised: String? = nil, study: String? = nil, deviation: String? = nil) {
      (self.chosen, self.advised, self.study, self.deviation) = (chosen, advised, study, deviation)
    }

    /// Whether the study says otherwise: it advised another form, or none.
    public var deviates: Bool { study != nil && advised != chosen }
  }
}

extension DocketFile.MechanismChoice {
  /// The choice as it may be recorded.
  ///
  /// - Throws: `Refusal.invalid` when it deviates from the advice without a reason, or tells of no study.
  func checked(in scene: borrowing Scene) throws(Refusal) -> Self {
    for (form, field) in [(chosen, "mechanism.chosen"), (advised ?? chosen, "mechanism.advised")] {
      guard Self.isCode(form) else {
        throw .invalid(
          field: field, fault: "it is no name of a form", remedy: "give letters, digits and hyphens, at most 64")
      }
    }
    guard study.map(Self.isDigest) ?? true else {
      throw .invalid(
        field: "mechanism.study", fault: "it is no SHA-256 in 64 hexadecimal digits",
        remedy: "copy it from the page of the study, or leave it out")
    }
    guard advised == nil || study != nil else {
      throw .invalid(
        field: "mechanism.study", fault: "it is not said which study advised that",
        remedy: "copy it from the page of the study, or leave the advice out")
    }
    guard !deviates || deviation != nil else {
      throw .invalid(
        field: "mechanism.deviation", fault: "the study advises otherwise", remedy: "say why another form is chosen")
    }
    if let deviation { _ = try scene.checked(deviation, as: "mechanism.deviation", limit: 4000) }
    return self
  }

  private static func isCode(_ text: String) -> Bool {
    (1...64).contains(text.utf8.count)
      && text.utf8.allSatisfy { isDigit($0) || isLetter($0) || $0 == 0x2D || $0 == 0x5F }
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { isDigit($0) || (0x61...0x66).contains($0) }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
