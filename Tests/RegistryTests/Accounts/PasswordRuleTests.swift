import Testing

@testable import Registry

@Suite struct PasswordRuleTests {
  let rule = PasswordRule()

  @Test("refuses words with something behind or before them, 3,000 and more of which are tried")
  func wordsAndTails() {
    var tried: Set<String> = []
    for (place, word) in CommonPasswords.words.enumerated() {
      // Ten tails a word, other ones for each.
      for step in 0..<10 {
        let tail = CommonPasswords.tails[(place + 83 * step) % CommonPasswords.tails.count]
        for typed in [word + tail, tail + word] where typed.unicodeScalars.count >= 8 { tried.insert(typed) }
      }
    }
    #expect(tried.count >= 3_000)
    let accepted = tried.filter { (try? rule.accept($0)) != nil }
    #expect(accepted.isEmpty, "\(accepted.sorted())")
    // What the rule covers in all, of which these are some.
    #expect(CommonPasswords.words.count * CommonPasswords.tails.count > 200_000)
  }

  @Test(
    "refuses what is guessed first, however it is dressed up",
    arguments: [
      "password", "Password1", "PASSWORD!", "p@55w0rd", "P4ssw0rd2024!", "passwordpassword", "123password", "12345678",
      "87654321", "11111111", "aaaaaaaa", "abababab", "20202020", "abcdefgh", "zyxwvuts", "abcd1234", "1234abcd",
      "aaaa1111",
      "qwertyuiop", "poiuytrewq", "asdfghjk", "1qaz2wsx", "1q2w3e4r", "qazwsxedc", "zaq12wsx", "qwer1234", "123qweasd",
      "qwertyqwerty", "azertyui", "iloveyou", "iloveyou520", "letmein!", "welcome1", "Welcome@123", "Summer2026",
      "Winter2025!",
      "dragonmonkey", "trustno1", "admin123", "administrator", "changeme", "changeme123", "19840101", "01011984",
      "31-12-1999",
      "1999.12.31", "12/31/1999", "woaini1314", "woaini520", "5201314520", "beijing2008", "shanghai123", "lösenord1",
      "contraseña",
      "Passwort2023", "motdepasse", "interlocal", "interlocal1", "!@#$%^&*", "90909090", "zhongguo2024", "xyzxyzxyz",
      "i love you", "pass word 1",
      "s-u-m-m-e-r-2-0-2-4",
    ])
  func refusesCommon(typed: String) {
    #expect(throws: PasswordRule.Refusal.common) { try rule.accept(typed) }
  }

  @Test(
    "asks for no composition",
    arguments: [
      "seven herons in the rain", "kvhtmwzo", "48151623", "水到渠成各得其所也", "  x  y  heron ", "correct horse battery staple",
      "ññññ heron øøøø", "Tr0ub4dor&3", "sommarstugan vid sjön", "🦊🐝🪁🧭🎻🪶🧊🌾", "mhvzqkwx",
    ])
  func acceptsAnyComposition(typed: String) throws {
    _ = try rule.accept(typed)
  }

  @Test("accepts what is drawn at random", arguments: UInt64(0)..<100)
  func acceptsRandom(seed: UInt64) throws {
    var chance = SeededChance(seed: seed)
    let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    let typed = String((0..<12).map { _ in letters.randomElement(using: &chance) ?? "a" })
    #expect(try rule.accept(typed).characters == 12)
  }

  @Test("counts code points in normal form, 8 to 128")
  func counts() throws {
    #expect(throws: PasswordRule.Refusal.tooShort(characters: 7, least: 8)) { try rule.accept("kvhtmwz") }
    #expect(throws: PasswordRule.Refusal.tooShort(characters: 0, least: 8)) { try rule.accept("") }
    // Eight accents typed apart are one character each with their letter.
    #expect(throws: PasswordRule.Refusal.tooShort(characters: 4, least: 8)) {
      try rule.accept("a\u{301}e\u{301}i\u{301}o\u{301}")
    }
    let long = String(repeating: "kvhtmwzo", count: 16)
    #expect(try rule.accept(long).characters == 128)
    #expect(throws: PasswordRule.Refusal.tooLong(most: 128)) { try rule.accept(long + "x") }
    let strict = PasswordRule(leastCharacters: 15)
    #expect(throws: PasswordRule.Refusal.tooShort(characters: 14, least: 15)) { try strict.accept("kvhtmwzokvhtmw") }
    _ = try strict.accept("kvhtmwzokvhtmwr")
  }

  @Test(
    "lets names of the place and the account count for nothing",
    arguments: [
      ("Lund-2026", 5), ("Lund & Lund", 3), ("annaberg1984", 4), ("Anna.Berg@Lund.se", 0), ("北京水务北京密码", 4),
      ("xxNanjingNanjing", 2), ("nanjing password", 9),
    ])
  func context(typed: String, left: Int) {
    let rule = PasswordRule(contextWords: ["Lund", "anna.berg@lund.se", "Nanjing", "北京", "of", ""])
    #expect(throws: PasswordRule.Refusal.context(left: left, least: 8)) { try rule.accept(typed) }
  }

  @Test("takes the name out and judges the rest")
  func contextAndMore() throws {
    let rule = PasswordRule(contextWords: ["Lund"])
    _ = try rule.accept("Lund kvhtmwzo")
    _ = try rule.accept("heron island")
  }

  @Test("says what to do, and nothing of the password")
  func speaks() {
    #expect(
      "\(PasswordRule.Refusal.tooShort(characters: 5, least: 8))"
        == "the password has 5 characters; choose one of at least 8")
    #expect(
      "\(PasswordRule.Refusal.context(left: 5, least: 8))"
        == "without the names of the place, the organisation and the account 5 characters are left; "
        + "choose at least 8 others, not a common password")
  }
}
