import Registry
import Reporting

extension ActForm {
  /// The erasing of a content.
  static let erasure: [ActForm] = [
    ActForm(
      .erasure, "erase",
      [
        ActField("commit", MemberFieldPhrase.commit, .line(limit: 64), hint: MemberFieldPhrase.commitHint),
        ActField("of", MemberFieldPhrase.erasedOf, .object(ObjectKind.allCases)),
        ActField(
          "ground", MemberFieldPhrase.ground,
          .choice(Erasure.Ground.allCases.map(\.rawValue)) { $0.word(ErasureGroundPhrase.self, $1) }),
        ActField("instrument", MemberFieldPhrase.instrument, .line(), hint: MemberFieldPhrase.erasureInstrumentHint),
      ])
  ]
}
