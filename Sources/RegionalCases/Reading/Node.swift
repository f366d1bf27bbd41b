/// A value of a file before anything is known of its meaning; YAML, JSON and rows of a CSV file all become nodes.
struct Node {
  enum Content {
    /// `isText` when quotes or a tag say that it is text whatever it looks like.
    case scalar(String, isText: Bool)
    case mapping([Entry])
    case sequence([Node])
  }

  struct Entry {
    let key: String
    let keyPlace: Place
    let value: Node
  }

  let place: Place
  let content: Content
  /// Whether it is a cell of a CSV file, which nobody can leave out.
  var isCell = false

  /// Whether nothing is written where a value was expected.
  var isNull: Bool {
    if case .scalar(let text, isText: false) = content {
      ["", "~", "null", "Null", "NULL"].contains(text)
    } else {
      false
    }
  }

  var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  subscript(key: String) -> Node? { entries?.first { $0.key == key }?.value }

  /// What it is, to stand after "is": `a list`, `the text "12"`.
  var inWords: String {
    switch content {
    case .sequence: "a list"
    case .mapping: "a mapping"
    case .scalar(_, isText: _) where isNull: "empty"
    case .scalar(let text, isText: true): "the text \"\(shortened(text))\""
    case .scalar(let text, isText: false): "'\(shortened(text))'"
    }
  }
}

/// `text` short enough to stand in a message, on one line.
func shortened(_ text: String) -> String {
  let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).joined(separator: " ")
  return line.count <= 60 ? line : line.prefix(57) + "…"
}
