/// Something the members cannot solve one by one.
public struct Problem: Hashable, Sendable, Identifiable {
  /// Unique among the problems of the case.
  public let id: String
  /// What the problem is called.
  public let title: LocalizedText
  /// What it is about, as in water supply.
  public let field: LocalizedText
  /// Where it is a problem, if told.
  public let territory: LocalizedText?
  /// 0...1.
  public let urgency: Figure?
  /// The players, 2...64 of them, in the order that every table of the problem keeps.
  public let members: [PartyID]
  /// The level above that can steer.
  public let authority: PartyID?
  /// Who could check, from outside.
  public let monitor: PartyID?
  /// What each party wants here; at most one a party, also of parties that are no members.
  public let positions: [Position]
  /// Ids of other problems of the case.
  public let linkedTo: [String]
  /// The levels above, and how much each of them cares for whom; each authority at most once.
  public let hierarchy: [LevelAbove]
  /// The agencies within members, those of one member in the order of the file: the first of them acts.
  public let agencies: [Agency]
  /// The kind of dilemma it is, with its data.
  public let family: ProblemData
  /// Where it begins in the case file.
  public let place: Place

  /// The place of `party` among the members.
  public func index(of party: PartyID) -> Int? { members.firstIndex(of: party) }
}

/// The kind of dilemma a problem is, with its data.
public enum ProblemData: Hashable, Sendable {
  case jointFacility(JointFacility)
  case spillover(Spillover)
  case commonStandard(CommonStandard)
  case competition(Competition)
  case normalForm(NormalForm)

  /// The word of the case file.
  public var name: ProblemFamily {
    switch self {
    case .jointFacility: .jointFacility
    case .spillover: .spillover
    case .commonStandard: .commonStandard
    case .competition: .competition
    case .normalForm: .normalForm
    }
  }
}

/// The word a case file uses for a family of problem.
public enum ProblemFamily: String, Hashable, Sendable, Codable, CaseIterable {
  case jointFacility, spillover, commonStandard, competition, normalForm
}

/// What one party wants in a problem.
public struct Position: Hashable, Sendable {
  /// Whose position it is.
  public let party: PartyID
  /// What it wants.
  public let demand: LocalizedText?
  /// What it fears.
  public let concern: LocalizedText?
  /// What acting costs it, in the case's money.
  public let actionCost: Figure?
  /// 0...1.
  public let urgency: Figure?
  /// How much it cares, 0...1.
  public let salience: Figure?
  /// Where it stands on the problem's scale, 0...100.
  public let position: Figure?
  /// Where it begins in the case file.
  public let place: Place
}
