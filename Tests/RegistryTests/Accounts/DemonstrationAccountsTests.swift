import Testing

@testable import Registry

@Suite struct DemonstrationAccountsTests {
  @Test(
    "opens an account for each role, named from role and home, with a password of its own and a second factor where one signs"
  )
  func seeded() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let people = Self.people
    var chance = SeededChance(seed: 7)
    let accounts = try sample.book.seedDemonstration(people: people, at: SampleBook.now, using: &chance)
    #expect(
      accounts.map(\.name) == [
        "lead-city", "clerk-city", "member-city", "lead-province", "clerk-province", "member-province", "lead-lake",
        "desk", "mediator", "auditor", "guide", "monitor", "monitor-2", "delegate-chamber", "resident",
        "administrator",
      ])
    #expect(Set(accounts.map(\.person.role)) == Set(Role.allCases))
    #expect(Set(accounts.map(\.password)).count == accounts.count)
    for account in accounts {
      let guarded: Set<Role> = [.lead, .conferenceMember, .desk, .guide, .monitor, .socialDelegate, .administrator]
      #expect((account.secret != nil) == guarded.contains(account.person.role), "\(account.name)")
      let there = try sample.book.account(account.account)
      #expect(there.name.text == account.name && there.appointments == [account.person.appointment])
      #expect(there.invitedUntil == nil)
      // A password that was drawn passes the rule for chosen ones.
      _ = try PasswordRule(leastCharacters: 15, contextWords: [account.name]).accept(account.password)
      let answer = try await sample.book.signIn(
        name: account.name, password: account.password, network: nil, at: SampleBook.now)
      switch (answer, account.secret) {
      case (.signedIn, nil): break
      case (.needsCode(let half), let secret?):
        let finished = try await sample.book.finishSignIn(
          half, code: SampleBook.code(of: secret, at: SampleBook.now), network: nil, at: SampleBook.now)
        #expect(kind(finished) == "signed in")
      default: Issue.record("\(account.name): \(answer)")
      }
    }
    #expect(throws: AccountError.self) {
      try sample.book.seedDemonstration(people: people, at: SampleBook.now, using: &chance)
    }
  }

  /// The cast as the demonstration seats it, without its two years of history.
  private static var people: [DemonstrationSummary.Person] {
    var people: [DemonstrationSummary.Person] = []
    for (place, home) in DemonstrationCast.Home.allCases.enumerated() {
      for role in (home == .office ? [.administrator] : []) + home.roles {
        people.append(
          .init(
            appointment: ObjectID(.appointment, people.count + 1), delegation: nil, role: role,
            organisation: ObjectID(.organisation, place + 1), nameEnglish: "\(home)", nameChinese: "\(home)"))
      }
    }
    return people
  }
}
