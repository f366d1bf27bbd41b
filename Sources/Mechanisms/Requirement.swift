/// Something that must be there for a mechanism to be brought about.
public enum Requirement: String, Sendable, Codable, CaseIterable {
  /// A higher level of government that orders, mandates, pays or evaluates.
  case authority
  /// Somebody outside the members who watches, mediates or carries information.
  case thirdParty
}

extension Mechanism {
  /// What must be there, in the order of ``Requirement``.
  ///
  ///     try MechanismCatalogue.mechanism("collective-imposed").needs  // [.authority]
  ///
  /// An authority is needed where participation is imposed, some are mandated, or contributions, keeping or officials are
  /// rewarded from above; a third party where the mechanism names one that watches or buys a service from the market or
  /// society.
  public var needs: [Requirement] {
    Requirement.allCases.filter { requirement in
      switch requirement {
      case .authority:
        participation.isImposed || !participation.mandated.isEmpty || !upperLevel.isSilent
      case .thirdParty:
        information.thirdPartyDetection > 0
          || Service.allCases.contains { services[$0] > 0 && providers[$0] != .government }
      }
    }
  }
}
