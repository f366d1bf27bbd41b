import Sharing

extension CertificateFinding {
  /// What a report prints of a proof.
  init(_ summary: CertificateSummary) {
    self.init(
      isCertified: summary.verdict != .refused, levels: summary.stages.map(\.level), exactShares: summary.exactShares,
      within: summary.within)
  }
}
