/// Texts, words and dates.
extension ShapeReader {
  func scalar(_ node: Node, called name: String, expecting what: String) -> (text: String, isText: Bool)? {
    if node.isNull {
      faults.error(node.place, "\(name) has no value", "write \(what)" + (node.isCell ? "" : ", or leave the key out"))
      return nil
    }
    guard case .scalar(let text, let isText) = node.content else {
      faults.error(node.place, "\(name) is \(node.inWords)", "write \(what)")
      return nil
    }
    return (text, isText)
  }

  func text(_ node: Node, called name: String) -> String? {
    guard let (text, _) = scalar(node, called: name, expecting: "text") else { return nil }
    guard text.contains(where: { !$0.isWhitespace }) else {
      faults.error(node.place, "\(name) is an empty text", "write text, or leave the key out")
      return nil
    }
    return text
  }

  func localized(_ node: Node, called name: String) -> LocalizedText? {
    guard let entries = node.entries else {
      guard let (text, _) = scalar(node, called: name, expecting: "text, or text by language as in {en: …, zh: …}")
      else { return nil }
      guard text.contains(where: { !$0.isWhitespace }) else {
        faults.error(node.place, "\(name) is an empty text", "write text, or leave the key out")
        return nil
      }
      return LocalizedText(text)
    }
    var texts: [String: String] = [:]
    var isSound = !entries.isEmpty
    if entries.isEmpty { faults.error(node.place, "\(name) has no text", "write text in at least one language") }
    for entry in entries {
      if entry.value.isNull, !Word.language.isSpelled(entry.key) {
        faults.error(
          entry.keyPlace, "'\(shortened(entry.key))' is not \(name) in any language",
          "put quotes around text that holds a comma")
        isSound = false
        continue
      }
      guard isSpelled(entry.key, Word.language, at: entry.keyPlace, called: "the key of \(name)"),
        let text = text(entry.value, called: "\(name) in '\(shortened(entry.key))'")
      else {
        isSound = false
        continue
      }
      texts[entry.key] = text
    }
    return isSound ? LocalizedText(byLanguage: texts) : nil
  }

  func word(_ node: Node, _ word: Word, called name: String) -> String? {
    guard let text = text(node, called: name), isSpelled(text, word, at: node.place, called: name) else { return nil }
    return text
  }

  func isSpelled(_ text: String, _ word: Word, at place: Place, called name: String) -> Bool {
    if word.isSpelled(text) { return true }
    faults.error(place, "\(name) is '\(shortened(text))', which is not \(word.name)", word.remedy)
    return false
  }

  func choice(_ node: Node, of words: [String], called name: String) -> String? {
    guard let (text, _) = scalar(node, called: name, expecting: "one of " + words.joined(separator: ", ")) else {
      return nil
    }
    guard words.contains(text) else {
      faults.error(
        node.place, "\(name) is '\(shortened(text))'",
        suggestion(for: text, among: words, otherwise: "use one of"))
      return nil
    }
    return text
  }

  func source(_ node: Node, called name: String) -> String? {
    guard let text = text(node, called: name) else { return nil }
    guard sourceKeys.contains(text) else {
      faults.error(
        node.place, "no source is called '\(shortened(text))'",
        suggestion(for: text, among: sourceKeys, otherwise: "the sources are"))
      return nil
    }
    usedSources.insert(text)
    return text
  }

  func date(_ node: Node, called name: String) -> CaseDate? {
    guard let (text, _) = scalar(node, called: name, expecting: "a date such as 2024-05-01") else { return nil }
    guard let date = CaseDate(text) else {
      faults.error(
        node.place, "\(name) is '\(shortened(text))', which is not a date", "write it as 2024, 2024-05 or 2024-05-01")
      return nil
    }
    return date
  }
}
