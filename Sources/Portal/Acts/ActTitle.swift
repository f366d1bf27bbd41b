import Registry
import Reporting

/// What the page of an act is called: the act, and the thing that it is done to or brings about.
enum ActTitlePhrase: String, Phrase {
  case on, checked, decide, decideAppeal, reverse

  var wording: Wording {
    switch self {
    case .on: Wording("{act}: {thing}", "{act}：{thing}")
    case .checked: Wording("{check} – {title}", "{check}——{title}")
    case .decide: Wording("Decide on the measure", "决定是否采取措施")
    case .decideAppeal: Wording("Decide on the appeal", "处理申诉")
    case .reverse: Wording("Reverse an entry", "冲正分录")
    }
  }
}

extension ActForm {
  /// What its page is called.
  ///
  /// - Parameters:
  ///   - act: the act of the life cycle that it leads to.
  ///   - thing: the thing acted on; nothing when the act opens a new one.
  func title(of act: String, on thing: (any PageThing)?, in reading: Reading) -> String {
    guard let thing else { return reading.word(OpeningPhrase.self, "\(kind)") }
    return reading.say(
      ActTitlePhrase.on, ["act": .text(word(for: act, in: reading)), "thing": .text(thing.heading(in: reading))])
  }

  /// The word for the act; where the answers decide which act it is, a word for them all.
  private func word(for act: String, in reading: Reading) -> String {
    switch (kind, command) {
    case (.incentiveCase, "decide"): reading.say(ActTitlePhrase.decide)
    case (.incentiveCase, "decideAppeal"): reading.say(ActTitlePhrase.decideAppeal)
    case (.books, "reverse"): reading.say(ActTitlePhrase.reverse)
    default: reading.tongue.act(act, of: kind)
    }
  }
}
