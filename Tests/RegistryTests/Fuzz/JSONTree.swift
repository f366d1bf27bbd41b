/// A JSON text taken apart as far as it takes to spoil it: what is neither object nor list stays as it is written, so
/// that numbers and escapes that no encoder would write can be put in its place.
enum JSONTree {
  case object([(key: String, value: JSONTree)])
  case list([JSONTree])
  /// A number, a word, or a string with its quotation marks.
  case raw(String)

  /// - Precondition: the text is JSON without spaces, as ``CanonicalJSON`` writes it.
  init(_ canonical: String) {
    let bytes = Array(canonical.utf8)
    var index = 0
    func string() -> String {
      let start = index
      index += 1
      while bytes[index] != UInt8(ascii: "\"") { index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1 }
      index += 1
      return String(decoding: bytes[start..<index], as: UTF8.self)
    }
    func isNext(_ character: Character) -> Bool {
      guard index < bytes.count, bytes[index] == character.asciiValue else { return false }
      index += 1
      return true
    }
    func value() -> JSONTree {
      if isNext("{") {
        var fields: [(String, JSONTree)] = []
        while !isNext("}") {
          _ = isNext(",")
          let key = string()
          _ = isNext(":")
          fields.append((key, value()))
        }
        return .object(fields)
      }
      if isNext("[") {
        var list: [JSONTree] = []
        while !isNext("]") {
          _ = isNext(",")
          list.append(value())
        }
        return .list(list)
      }
      if bytes[index] == UInt8(ascii: "\"") { return .raw(string()) }
      let start = index
      while index < bytes.count, !",]}".utf8.contains(bytes[index]) { index += 1 }
      return .raw(String(decoding: bytes[start..<index], as: UTF8.self))
    }
    self = value()
  }

  var text: String {
    var text = ""
    write(to: &text)
    return text
  }

  private func write(to text: inout String) {
    switch self {
    case .raw(let raw): text += raw
    case .list(let list):
      text += "["
      for (index, value) in list.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text)
      }
      text += "]"
    case .object(let fields):
      text += "{"
      for (index, field) in fields.enumerated() {
        if index > 0 { text += "," }
        text += field.key
        text += ":"
        field.value.write(to: &text)
      }
      text += "}"
    }
  }

  var isRaw: Bool {
    if case .raw = self { true } else { false }
  }

  /// How many values there are, this one included.
  var count: Int {
    switch self {
    case .raw: 1
    case .list(let list): list.reduce(1) { $0 + $1.count }
    case .object(let fields): fields.reduce(1) { $0 + $1.value.count }
    }
  }

  /// The value at a place, counted in the order of the text from 0, this one.
  subscript(place: Int) -> JSONTree {
    var found = self
    _ = replaced(at: place) { value in
      found = value
      return value
    }
    return found
  }

  /// The same with another value at a place.
  func replaced(at place: Int, _ other: (JSONTree) -> JSONTree) -> JSONTree {
    var left = place
    func visit(_ tree: JSONTree) -> JSONTree {
      left -= 1
      if left == -1 { return other(tree) }
      guard left >= 0 else { return tree }
      switch tree {
      case .raw: return tree
      case .list(let list): return .list(list.map(visit))
      case .object(let fields): return .object(fields.map { ($0.key, visit($0.value)) })
      }
    }
    return visit(self)
  }
}
