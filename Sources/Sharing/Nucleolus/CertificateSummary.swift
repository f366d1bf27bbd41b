import CollectiveAction
import Mathematics

/// A certificate in words and numbers that a report prints and a record keeps.
public struct CertificateSummary: Sendable, Equatable, Codable {
  /// What the check said.
  public enum Verdict: String, Sendable, Codable { case certified, certifiedWithin, refused }

  /// One stage of the proof.
  public struct Stage: Sendable, Equatable, Codable {
    /// The excess of the binding coalitions, in the game's currency.
    public let level: Double
    /// The same, as a fraction such as `-249/100`.
    public let exactLevel: String
    /// The coalitions that no division lets miss less without another missing more, each by its members' names.
    public let bindingCoalitions: [[String]]
    /// The players held at what they pay, or get, alone.
    public let heldAtOwnWorth: [String]
  }

  /// `nucleolus` or `prenucleolus`, `per-capita` or `proportional` before it where
  /// excesses count for each member, or for each unit of worth.
  public let solution: String
  /// The players' names, in the game's order.
  public let players: [String]
  /// One share a player as a fraction, such as `407/20`.
  public let exactShares: [String]
  /// The stages, in the order in which coalitions settle.
  public let stages: [Stage]
  /// What the check said.
  public let verdict: Verdict
  /// How much the worths may differ for the shares to be exact; zero when they are.
  public let within: Double
  /// Why the certificate was refused; nil when it was not.
  public let fault: String?
}

extension NucleolusSolution {
  /// The certificate and its verdict, to be kept or printed.
  public var summary: CertificateSummary { certificate.summary(verdict) }
}

extension NucleolusCertificate {
  /// The certificate with what ``verify(_:for:)`` said of it.
  public func summary(_ verdict: NucleolusVerdict) -> CertificateSummary {
    let (word, within, fault): (CertificateSummary.Verdict, Double, String?) =
      switch verdict {
      case .certified: (.certified, 0, nil)
      case .certifiedWithin(let amount): (.certifiedWithin, amount, nil)
      case .refused(let fault): (.refused, 0, fault.description)
      }
    func names(_ coalition: Coalition) -> [String] { coalition.map { players[$0] } }
    return CertificateSummary(
      solution: (measure == .total ? "" : measure == .perCapita ? "per-capita " : "proportional ")
        + (overImputations ? "nucleolus" : "prenucleolus"),
      players: players,
      exactShares: shares.map(\.description),
      stages: stages.map { stage in
        CertificateSummary.Stage(
          level: stage.level.approximation, exactLevel: stage.level.description,
          bindingCoalitions: stage.tight.map { names($0.coalition) },
          heldAtOwnWorth: stage.atOwnWorth.flatMap { names($0.coalition) })
      },
      verdict: word, within: within, fault: fault)
  }
}
