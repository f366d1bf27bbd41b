/// A stage that cooperation between governments goes through, from first contacts to a common life.
///
/// The three stages are those of the Chinese literature on regional cooperation; what differs from one to the next is
/// put in numbers by us, and is assumed. Nothing else of a mechanism or its circumstances knows of stages.
public enum Stage: String, Sendable, Codable, CaseIterable {
  /// Parties meet; little is known, little binds.
  case initial
  /// Agreements exist and are watched.
  case advanced
  /// Cooperation is the habit, with law behind it and third parties at its side.
  case deepening

  /// What is typical of the stage, in the order of ``CircumstanceParameter``; all else is as it is.
  ///
  /// Trust and the firmness of beliefs grow with what was gone through together, earlier agreements make the next
  /// cheaper, and disclosure, law and third parties come with time. Signs by the literature on trust and learning in
  /// partnerships; sizes own.
  public var typical: [(parameter: CircumstanceParameter, value: Double)] {
    switch self {
    case .initial:
      [
        (.trust, 0.3), (.beliefStrength, 3), (.detectability, 0.3), (.legalForce, 0.4), (.thirdPartyDetection, 0),
        (.priorAgreements, 0),
      ]
    case .advanced:
      [
        (.trust, 0.5), (.beliefStrength, 6), (.detectability, 0.4), (.legalForce, 0.7), (.thirdPartyDetection, 0.15),
        (.priorAgreements, 3),
      ]
    case .deepening:
      [
        (.trust, 0.7), (.beliefStrength, 12), (.detectability, 0.5), (.legalForce, 1), (.thirdPartyDetection, 0.3),
        (.priorAgreements, 8),
      ]
    }
  }
}

extension Circumstances {
  /// The same circumstances with what is typical of a stage.
  public func at(_ stage: Stage) -> Circumstances {
    var changed = self
    for (parameter, value) in stage.typical {
      // Every typical value is within its parameter's range, which a test holds against the ranges.
      guard let next = try? changed.with(parameter, value) else {
        preconditionFailure("\(stage.rawValue): \(parameter.rawValue) may not be \(value)")
      }
      changed = next
    }
    return changed
  }
}
