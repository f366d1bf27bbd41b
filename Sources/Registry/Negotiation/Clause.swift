extension NegotiationTable {
  /// A clause of the single negotiating text, with the wordings that still compete in brackets.
  public struct Clause: Codable, Hashable, Sendable {
    /// How far the clause is agreed.
    public enum Stage: String, RecordStage { case proposed, bracketed, agreed, reopened, withdrawn }

    public static let cycle = PartCycle<Stage>(
      first: .proposed,
      [
        .init("offerText", from: [.proposed, .bracketed, .reopened], to: .bracketed),
        .init("offerText", from: [.reopened], to: .proposed),
        .init("withdrawClause", from: [.proposed], to: .withdrawn),
        .init("agreeToText", from: [.proposed, .bracketed, .reopened], to: .agreed),
        .init("adopt", from: [.proposed, .bracketed, .reopened], to: .agreed),
        .init("acceptPackage", from: [.proposed, .bracketed, .reopened], to: .agreed),
        .init("acceptPackage", from: [.proposed, .reopened], to: .bracketed),
        .init("acceptPackage", from: [.reopened], to: .proposed),
        .init("amend", from: [.proposed, .bracketed, .reopened], to: nil),
        .init("putUnderSilence", from: [.proposed, .bracketed, .reopened], to: nil),
        .init("tablePackage", from: [.proposed, .bracketed, .reopened], to: nil),
        .init("consentToReopen", from: [.agreed], to: .reopened),
      ])

    /// One wording of a clause.
    public struct Wording: Codable, Hashable, Sendable {
      /// The party that offers it, or the mediator's appointment.
      public let author: ObjectID
      public internal(set) var text: Confided
      /// The parties that agree to it; ascending.
      public internal(set) var agreedBy: [ObjectID]
    }

    /// Counts from 1 and stays, whatever happens to other clauses.
    public let number: Int
    public let title: String
    public let proposedBy: ObjectID
    public internal(set) var stage: Stage
    /// The wordings, one an author, in the order in which they came; once agreed, the agreed one alone.
    public internal(set) var wordings: [Wording]
    /// The parties that consent to open an agreed clause again; ascending.
    public internal(set) var reopenConsents: [ObjectID]

    init(number: Int, title: String, text: Confided, author: ObjectID, parties: [ObjectID]) {
      (self.number, self.title, proposedBy) = (number, title, author)
      (stage, reopenConsents) = (.proposed, [])
      wordings = [Wording(author: author, text: text, agreedBy: parties.contains(author) ? [author] : [])]
    }

    /// The wording with a commitment, if the clause has it.
    public func wording(_ commit: String) -> Wording? { wordings.first { $0.text.commit == commit } }
  }
}

// MARK: - Changes

extension NegotiationTable.Clause {
  /// Gives an author's wording; it takes the place of the same author's former one.
  ///
  /// - Parameter supporters: the parties that agree to it from the start. They leave the other wordings.
  mutating func offer(_ text: Confided, by author: ObjectID, supporters: [ObjectID], of parties: [ObjectID]) {
    for index in wordings.indices { wordings[index].agreedBy.removeAll(where: supporters.contains) }
    let wording = Wording(author: author, text: text, agreedBy: supporters.sorted())
    if let index = wordings.firstIndex(where: { $0.author == author }) {
      wordings[index] = wording
    } else {
      wordings.append(wording)
    }
    restage(among: parties)
  }

  /// Lets parties agree to a wording, each to one at a time.
  mutating func agree(_ commit: String, by supporters: [ObjectID], of parties: [ObjectID]) {
    for index in wordings.indices {
      wordings[index].agreedBy.removeAll(where: supporters.contains)
      if wordings[index].text.commit == commit {
        wordings[index].agreedBy = (wordings[index].agreedBy + supporters).sorted()
      }
    }
    // Agreement short of everybody moves nothing: brackets stay, and so does what was opened again.
    if wordings.contains(where: { $0.agreedBy == parties }) { restage(among: parties) }
  }

  /// Puts an accepted amendment in the place of the wording it amends; whoever agreed to that agrees anew.
  mutating func amend(_ commit: String, with text: Confided, of parties: [ObjectID]) {
    guard let index = wordings.firstIndex(where: { $0.text.commit == commit }) else { return }
    let author = wordings[index].author
    wordings[index].text = text
    wordings[index].agreedBy = parties.contains(author) ? [author] : []
  }

  mutating func reopen() {
    stage = .reopened
    reopenConsents = []
    for index in wordings.indices { wordings[index].agreedBy = [] }
  }

  private mutating func restage(among parties: [ObjectID]) {
    if let agreed = wordings.first(where: { $0.agreedBy == parties }) {
      (stage, wordings) = (.agreed, [agreed])
    } else {
      stage = wordings.count > 1 ? .bracketed : .proposed
    }
  }
}
