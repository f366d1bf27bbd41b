/// Who does a piece of the work of cooperation.
public enum Provider: String, Sendable, Codable, CaseIterable { case government, market, society }

/// Who provides each part of a mechanism; nobody where absent.
///
/// Whoever it is has its own price and effect (``Service/terms(of:)``), which count as far as the mechanism buys the
/// service (``Services``).
public struct Providers: Sendable, Equatable, Codable {
  /// Who finds partners and carries information: the lubricant.
  public var information: Provider?
  /// Who mediates: the bumper.
  public var mediation: Provider?
  /// Who watches and enforces: the regulator.
  public var enforcement: Provider?

  public init(information: Provider?, mediation: Provider?, enforcement: Provider?) {
    self.information = information
    self.mediation = mediation
    self.enforcement = enforcement
  }

  public subscript(service: Service) -> Provider? {
    switch service {
    case .lubricant: information
    case .bumper: mediation
    case .regulator: enforcement
    }
  }
}

/// What a third party, above all a social organisation, does for cooperation.
public enum Service: String, Sendable, Codable, CaseIterable {
  /// It knows everybody: a hub in place of a mesh of links, each of which is cheaper to find.
  case lubricant
  /// It stands between those who quarrel: disagreement over the division does less harm.
  case bumper
  /// It watches, and is trusted to: breaches come to light and whoever runs the agreement wastes less.
  case regulator

  /// What a service bought in full does and costs.
  public struct Terms: Sendable, Equatable {
    /// The part of the friction it removes: of search cost and needless links, of division friction, of agency cost.
    public let effect: Double
    /// The probability a year that it sees a breach; only a regulator watches.
    public let detection: Double
    /// Its yearly price, as a share of the contributions that the agreement governs.
    public let price: Double
  }

  /// What `provider` does and asks for the whole service.
  ///
  /// That finding partners is cheapest from the market, adoption from collectives, probity from non-profits and
  /// enforcement from the state is the order of Kaul & Luo's comparison of forms of governing collective action; the
  /// sizes are our own.
  public func terms(of provider: Provider) -> Terms {
    switch (self, provider) {
    case (.lubricant, .market): Terms(effect: 0.8, detection: 0, price: 0.004)
    case (.lubricant, .society): Terms(effect: 0.8, detection: 0, price: 0.005)
    case (.lubricant, .government): Terms(effect: 0.6, detection: 0, price: 0.006)
    case (.bumper, .society): Terms(effect: 0.6, detection: 0, price: 0.004)
    case (.bumper, .government): Terms(effect: 0.5, detection: 0, price: 0.006)
    case (.bumper, .market): Terms(effect: 0.4, detection: 0, price: 0.008)
    case (.regulator, .society): Terms(effect: 0.6, detection: 0.4, price: 0.006)
    case (.regulator, .government): Terms(effect: 0.3, detection: 0.5, price: 0.008)
    case (.regulator, .market): Terms(effect: 0.4, detection: 0.3, price: 0.008)
    }
  }
}

/// How much of each service a mechanism buys, 0 none to 1 the whole.
///
/// They act on *links and search cost* (lubricant), *division friction* (bumper), *detection and agency cost*
/// (regulator); effect, detection and price each go with the amount bought.
public struct Services: Sendable, Equatable, Codable {
  public var lubricant: Double
  public var bumper: Double
  public var regulator: Double

  public init(lubricant: Double = 0, bumper: Double = 0, regulator: Double = 0) {
    self.lubricant = lubricant
    self.bumper = bumper
    self.regulator = regulator
  }

  public subscript(service: Service) -> Double {
    switch service {
    case .lubricant: lubricant
    case .bumper: bumper
    case .regulator: regulator
    }
  }
}

extension Mechanism {
  /// What the mechanism gets of a service, and for how much: the provider's terms × the amount bought.
  public func bought(_ service: Service) -> Service.Terms {
    let amount = services[service]
    guard amount > 0, let terms = providers[service].map(service.terms(of:)) else {
      return Service.Terms(effect: 0, detection: 0, price: 0)
    }
    return Service.Terms(
      effect: amount * terms.effect, detection: amount * terms.detection, price: amount * terms.price)
  }
}
