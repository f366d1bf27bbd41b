import Mathematics

/// Rules by which parties at a table come to a deal or to none, the parties' strategies included.
///
/// The protocol ends every run: by a deal, at its deadline, or when a party leaves.
public protocol NegotiationProtocol: Sendable {
  /// One negotiation.
  ///
  /// - Parameters:
  ///   - table: What is negotiated.
  ///   - chance: Where chance comes from; the same stream gives the same run.
  ///   - isTraced: Whether every act is kept.
  /// - Returns: How it went.
  /// - Throws: ``NegotiationError`` if the rules do not fit the table.
  func run(on table: BargainingTable, chance: RandomStream, isTraced: Bool) throws(NegotiationError) -> NegotiationRun
}
