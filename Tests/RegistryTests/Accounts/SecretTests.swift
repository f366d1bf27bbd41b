import Testing

@testable import Registry

@Suite struct SecretTests {
  private struct Specimen {
    let name: String
    let value: any Secret
    /// Everything that must not be seen.
    let canaries: [String]
  }

  private func specimens() throws -> [Specimen] {
    var chance = SeededChance(seed: 1)
    let cost = try PasswordHash.Cost(logRounds: 1, blockSize: 1, parallelism: 1)
    let password = try Password(typed: "canary-herons")
    let hash = try PasswordHash(of: password, salt: .init(using: &chance), cost: cost)
    let secret = OneTimeSecret(using: &chance)
    let (printed, kept) = RecoveryCodes.issue(using: &chance)
    let factor = SecondFactor(secret: secret, lastStep: 7, recoveryCodes: kept)
    let token = SessionToken(using: &chance)
    let key = InstanceKey(using: &chance)
    let (invitation, half) = (Invitation(using: &chance), HalfSignIn(using: &chance))
    let visitor = VisitorToken(using: &chance)
    let new = NewAuthenticator(secret: secret, address: try secret.provisioningAddress(issuer: "x", account: "y"))
    func forms(_ bytes: [UInt8]) -> [String] {
      [
        "\(bytes)", "\(bytes[0]), \(bytes[1])", BinaryText.base32.text(of: bytes, padded: false),
        BinaryText.base64.text(of: bytes), BinaryText.base64URL.text(of: bytes),
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined(),
      ]
    }
    return [
      .init(name: "Password", value: password, canaries: ["canary-herons"] + forms(password.bytes)),
      .init(name: "PasswordHash", value: hash, canaries: hash.encoded.split(separator: "$").suffix(2).map(String.init)),
      .init(name: "OneTimeSecret", value: secret, canaries: forms(secret.bytes)),
      .init(name: "RecoveryCode", value: printed[0], canaries: [printed[0].text] + forms(printed[0].bytes)),
      .init(name: "RecoveryCodes", value: kept, canaries: kept.hashes.flatMap(forms)),
      .init(name: "SecondFactor", value: factor, canaries: forms(secret.bytes) + kept.hashes.flatMap(forms)),
      .init(name: "SessionToken", value: token, canaries: try forms(BinaryText.base64URL.bytes(of: token.text))),
      .init(name: "SessionTokenHash", value: token.hash, canaries: forms(token.hash.bytes)),
      .init(name: "InstanceKey", value: key, canaries: forms(key.bytes)),
      .init(name: "Invitation", value: invitation, canaries: forms(invitation.bytes) + forms(invitation.hash)),
      .init(name: "HalfSignIn", value: half, canaries: forms(half.bytes) + forms(half.hash)),
      .init(name: "VisitorToken", value: visitor, canaries: forms(visitor.bytes) + forms(visitor.hash)),
      .init(name: "NewAuthenticator", value: new, canaries: forms(secret.bytes)),
      .init(name: "SecondFactorSeal", value: SecondFactorSeal(key: key), canaries: forms(key.bytes)),
    ]
  }

  private func printed(_ value: Any) -> String {
    var text = "\(value) " + String(describing: value) + " " + String(reflecting: value) + " "
    dump(value, to: &text)
    return text
  }

  @Test("show only the name of their type, alone and inside others, described, reflected and dumped")
  func neverPrint() throws {
    for specimen in try specimens() {
      #expect("\(specimen.value)" == "\(specimen.name)(hidden)")
      #expect(String(reflecting: specimen.value) == "\(specimen.name)(hidden)")
      #expect(Mirror(reflecting: specimen.value).children.isEmpty)
      let optional: (any Secret)? = specimen.value
      for seen in [
        printed(specimen.value), printed([specimen.value]), printed(optional as Any), printed(["a": specimen.value]),
        printed((1, specimen.value)),
      ] {
        for canary in specimen.canaries { #expect(!seen.contains(canary), "\(specimen.name)") }
      }
    }
  }

  @Test("stay hidden in sessions, credentials and the procedure that hold them")
  func holders() throws {
    var chance = SeededChance(seed: 2)
    let (_, session) = Session.opened(for: AccountID(1), limits: .ordinary, at: 0, using: &chance)
    #expect(printed(session).contains("SessionTokenHash(hidden)"))
    let bytes = session.tokenHash.bytes
    #expect(!printed(session).contains("\(bytes[0]), \(bytes[1])"))
    let cost = try PasswordHash.Cost(logRounds: 1, blockSize: 1, parallelism: 1)
    let signIn = try SignIn(cost: cost, using: &chance)
    let hash = try #require(signIn.decoy.encoded.split(separator: "$").last)
    #expect(!printed(signIn).contains(hash))
    let credentials = SignIn.Credentials(
      account: AccountID(1), password: signIn.decoy, hasSecondFactor: false, isClosed: false)
    #expect(!printed(credentials).contains(hash))
  }

  @Test("stay hidden in a book and in the answers of its door")
  func book() async throws {
    let sample = try SampleBook()
    defer { sample.remove() }
    let anna = try await sample.anna()
    let (token, session) = try await sample.signedIn()
    let (_, _, secret, _) = try await sample.guarded(token)
    let answer = try await sample.book.signIn(
      name: "anna.berg", password: SampleBook.password, network: nil, at: SampleBook.now)
    guard case .needsCode(let half) = answer else { throw SampleBook.Unexpected(answer: "\(answer)") }
    let stored = try sample.book.read { try StoredAccount(anna, in: $0) }
    let hash = try #require(stored?.password)
    let seen = printed(sample.book) + printed(answer) + printed(stored as Any) + printed(session)
    for canary in [
      half.text, "\(half.bytes[0]), \(half.bytes[1])", hash, secret.base32, token.text,
      "\(sample.book.instanceKey.bytes[0]), \(sample.book.instanceKey.bytes[1])",
    ] { #expect(!seen.contains(canary)) }
  }
}
