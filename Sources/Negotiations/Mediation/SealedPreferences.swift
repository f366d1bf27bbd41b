/// One party's preferences, handed to a mediator and to nobody else.
///
/// Outside this module a sealed value tells the party's name and the agenda and nothing more: there is no getter for
/// worths, reservation or discount, it cannot be compared with a guess, written to a file, printed or mirrored.
///
///     let sealed = try SealedPreferences(tianjin, on: agenda)
///     print(sealed)  // sealed preferences of Tianjin
///
/// What is wrong with them is told here, to the one who seals them, and not later at the table.
public struct SealedPreferences: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public let party: String
  public let agenda: Agenda
  /// Read by ``Mediator`` alone.
  let contents: Preferences

  /// - Parameters:
  ///   - preferences: What the party thinks of the agenda; couplings are taken into account, the discount is not.
  ///   - agenda: What may be agreed.
  /// - Throws: ``NegotiationError`` naming the number that does not fit the agenda.
  public init(_ preferences: Preferences, on agenda: Agenda) throws(NegotiationError) {
    // A scenario checks what it is given and needs two parties: the other one wants nothing.
    let other = Preferences(
      party: preferences.party + "'", worths: agenda.issues.map { [Double](repeating: 0, count: $0.count) })
    _ = try NegotiationScenario(agenda: agenda, parties: [preferences, other])
    party = preferences.party
    self.agenda = agenda
    contents = preferences
  }

  public var description: String { "sealed preferences of \(party)" }
  public var debugDescription: String { description }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
