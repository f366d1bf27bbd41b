import Crypto

/// Seals the secrets of authenticators, which must be kept as they are, so that the database alone is of no use.
///
/// The key lies in a file of its own (`keys/accounts.key`), which a backup takes along only when asked for keys.
///
/// Source: NIST SP 800-38D (2007), AES in Galois counter mode.
struct SecondFactorSeal: Secret, Sendable {
  private let key: SymmetricKey

  init(key: InstanceKey) { self.key = SymmetricKey(data: key.bytes) }

  /// The sealed secret of an account: with the account's number, so that it opens for no other.
  func sealed(_ secret: OneTimeSecret, of account: AccountID) -> [UInt8] {
    guard let box = try? AES.GCM.seal(secret.bytes, using: key, authenticating: context(account)),
      let bytes = box.combined
    else { preconditionFailure("a key of 256 bits and a drawn nonce always seal") }
    return Array(bytes)
  }

  /// - Throws: ``AccountError/secondFactorSealed`` when it was sealed with another key, for another account, or changed.
  func opened(_ bytes: [UInt8], of account: AccountID) throws(AccountError) -> OneTimeSecret {
    guard let box = try? AES.GCM.SealedBox(combined: bytes),
      let secret = try? AES.GCM.open(box, using: key, authenticating: context(account))
    else { throw .secondFactorSealed }
    return OneTimeSecret(bytes: Array(secret))
  }

  private func context(_ account: AccountID) -> [UInt8] { Array("interlocal second factor\n\(account)".utf8) }
}
