import GRDB

/// An account of the demonstration, with what one needs to come in: to be printed once, and kept nowhere.
public struct DemonstrationAccount: Sendable {
  public let account: AccountID
  /// Readable from role and home: `lead-city`, `desk`.
  public let name: String
  public let password: String
  /// What an authenticator needs, for roles that sign, vote, certify or administer.
  public let secret: OneTimeSecret?
  public let person: DemonstrationSummary.Person
}

extension AccountBook {
  /// Which people of the demonstration get an account, in this order: a role in an organisation, and which of its
  /// people there.
  static let demonstrationSeats: [(role: Role, home: DemonstrationCast.Home, number: Int)] = [
    (.lead, .city, 1), (.clerk, .city, 1), (.conferenceMember, .city, 1),
    (.lead, .province, 1), (.clerk, .province, 1), (.conferenceMember, .province, 1),
    (.lead, .lake, 1), (.desk, .office, 1), (.mediator, .office, 1), (.auditor, .office, 1), (.guide, .commission, 1),
    (.monitor, .institute, 1), (.monitor, .institute, 2), (.socialDelegate, .portChamber, 1), (.resident, .office, 1),
    (.administrator, .office, 1),
  ]

  /// Opens accounts for the people of a demonstration, with drawn passwords.
  ///
  /// - Parameters:
  ///   - people: those of ``DemonstrationSummary/people``.
  ///   - chance: draws passwords and secrets. Only the system's generator keeps them to those who read what is printed;
  ///     a seed would give the same to everybody who knows it.
  ///   - now: when, by the clock of whoever asks.
  ///   - language: of the accounts, such as `en`.
  /// - Throws: ``AccountError``, such as ``AccountError/nameTaken(_:)`` the second time.
  /// - Complexity: one password hash an account.
  public func seedDemonstration(
    people: [DemonstrationSummary.Person], language: String = "en", at now: Instant,
    using chance: inout some RandomNumberGenerator
  ) throws(AccountError) -> [DemonstrationAccount] {
    var seeded: [DemonstrationAccount] = []
    for seat in Self.demonstrationSeats {
      let there = people.filter { $0.role == seat.role && Self.home(of: $0) == seat.home }
      guard seat.number <= there.count else { continue }
      let person = there[seat.number - 1]
      let text = Self.drawnPassword(using: &chance)
      let hash: PasswordHash
      do {
        hash = try PasswordHash(of: try Password(typed: text), salt: .init(using: &chance), cost: settings.cost)
      } catch let fault as PasswordHash.Fault {
        throw .gate(.hash(fault))
      } catch { preconditionFailure("a drawn password has letters") }
      let isGuarded = !DemonstrationCast.powers(of: seat.role).isEmpty || seat.role == .administrator
      let secret = isGuarded ? OneTimeSecret(using: &chance) : nil
      let name = Self.name(of: seat.role, at: seat.home, number: seat.number)
      let (account, _) = try create(name: name, appointments: [person.appointment], language: language, at: now)
      try write { database in
        try database.execute(
          sql: "UPDATE account SET password = ?, invitation = NULL, invited = NULL WHERE number = ?",
          arguments: [hash.encoded, account.id.number])
        if let secret {
          let none = SecondFactor(secret: secret, lastStep: 0, recoveryCodes: .none)
          try store(none, of: account.id, in: database)
        }
        try Self.note(.activated, of: account.id, "demonstration", at: now, in: database)
      }
      seeded.append(
        DemonstrationAccount(account: account.id, name: name, password: text, secret: secret, person: person))
    }
    return seeded
  }

  /// The organisations were registered in the order of the cast.
  private static func home(of person: DemonstrationSummary.Person) -> DemonstrationCast.Home? {
    let homes = DemonstrationCast.Home.allCases
    let place = person.organisation.number - 1
    return homes.indices.contains(place) ? homes[place] : nil
  }

  /// Who is the only one of a role needs no home in the name.
  private static func name(of role: Role, at home: DemonstrationCast.Home, number: Int) -> String {
    let word =
      switch role {
      case .conferenceMember: "member"
      case .socialDelegate: "delegate"
      default: role.rawValue
      }
    let place =
      switch home {
      case .office, .commission, .institute: ""
      case .portChamber: "-chamber"
      default: "-\(home.rawValue)"
      }
    return word + place + (number > 1 ? "-\(number)" : "")
  }

  /// Four groups of four letters and digits: 80 bits.
  private static func drawnPassword(using chance: inout some RandomNumberGenerator) -> String {
    let letters = Array(BinaryText.base32.text(of: chance.bytes(10)).lowercased())
    return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<$0 + 4]) }.joined(separator: "-")
  }
}
