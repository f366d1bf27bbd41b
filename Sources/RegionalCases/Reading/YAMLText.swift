import Yams

/// Turns the text of a YAML or JSON file into nodes; the only place that knows Yams.
struct YAMLText {
  let file: String
  let text: String
  let faults: FaultList
  /// What the file should hold, as in `case`.
  var subject = "case"

  /// Aliases can name what is made of aliases; each level multiplies, and thirty-two cannot multiply past bearing.
  static let mostAliases = 32
  /// What a file may hold once its aliases are written out.
  static let mostNodes = 4_000_000
  private static let mostRepeatedKeys = 20

  /// The nodes of the text; nil when it does not parse, and then the list of faults says where.
  func root() -> Node? {
    if let fault = tooManyAliases() {
      faults.error(fault, "more than \(Self.mostAliases) aliases", "write the values out, or put them in a CSV file")
      return nil
    }
    var scalars = Array(text.unicodeScalars)
    var standIns: [String: String] = [:]
    while true {
      var composed = String.UnicodeScalarView()
      composed.append(contentsOf: scalars)
      do {
        // The encoding is given because the default one asks the environment and prints.
        guard let root = try Parser(yaml: String(composed), encoding: .utf8).singleRoot() else {
          faults.error(Place(file: file, line: 1, column: 1), "the file is empty", "write the \(subject) in it")
          return nil
        }
        return node(from: root, standIns: standIns)
      } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
        // Yams stops at a repeated key. Putting a stand-in of equal length for its first mention lets it go on, so
        // every fault of the file is found and no column moves.
        let place = Place(file: file, line: context.mark.line, column: context.mark.column)
        guard standIns.count < Self.mostRepeatedKeys, let key = keys.first,
          let standIn = replace(key, at: place, in: &scalars, number: standIns.count)
        else {
          faults.error(
            place, "the key '\(shortened(keys.first ?? ""))' stands twice in its mapping", "keep one of them")
          return nil
        }
        standIns[standIn] = key
      } catch {
        report(error)
        return nil
      }
    }
  }

  // MARK: Nodes

  private func node(from root: Yams.Node, standIns: [String: String]) -> Node? {
    var count = 0
    guard let node = convert(root, standIns: standIns, count: &count) else {
      faults.error(
        Place(file: file, line: 1, column: 1), "the file holds more than \(Self.mostNodes) values",
        "write fewer aliases, or put the values in a CSV file")
      return nil
    }
    return node
  }

  private func convert(_ yaml: Yams.Node, standIns: [String: String], count: inout Int) -> Node? {
    count += 1
    guard count <= Self.mostNodes else { return nil }
    let place = Place(file: file, line: yaml.mark?.line ?? 1, column: yaml.mark?.column ?? 1)
    switch yaml {
    case .scalar(let scalar):
      let isText = scalar.style != .plain || !scalar.tag.description.isEmpty
      return Node(place: place, content: .scalar(scalar.string, isText: isText))
    case .sequence(let sequence):
      var nodes: [Node] = []
      for element in sequence {
        guard let node = convert(element, standIns: standIns, count: &count) else { return nil }
        nodes.append(node)
      }
      return Node(place: place, content: .sequence(nodes))
    case .mapping(let mapping):
      var entries: [Node.Entry] = []
      var repeated: [(key: String, place: Place)] = []
      for (key, value) in mapping {
        guard let value = convert(value, standIns: standIns, count: &count) else { return nil }
        let keyPlace = Place(file: file, line: key.mark?.line ?? 1, column: key.mark?.column ?? 1)
        guard case .scalar(let scalar) = key else {
          faults.error(keyPlace, "a key is a list or a mapping", "use text as the key")
          continue
        }
        if let original = standIns[scalar.string] {
          repeated.append((original, keyPlace))
        } else {
          entries.append(Node.Entry(key: scalar.string, keyPlace: keyPlace, value: value))
        }
      }
      for first in repeated {
        let place = entries.first { $0.key == first.key }?.keyPlace ?? first.place
        faults.error(
          place, "the key '\(shortened(first.key))' stands twice in its mapping, first on line \(first.place.line)",
          "keep one of them")
      }
      return Node(place: place, content: .mapping(entries))
    case .alias:
      // Yams puts what an alias names in its place, so none is left.
      return Node(place: place, content: .scalar("", isText: false))
    }
  }

  // MARK: Repeated keys

  /// Overwrites the key at `place` with private-use letters; nil when the key is not written there letter by letter.
  private func replace(_ key: String, at place: Place, in scalars: inout [Unicode.Scalar], number: Int) -> String? {
    guard var start = index(of: place, in: scalars) else { return nil }
    let letters = Array(key.unicodeScalars)
    if start < scalars.count, scalars[start] == "\"" || scalars[start] == "'" { start += 1 }
    guard !letters.isEmpty, start + letters.count <= scalars.count,
      Array(scalars[start..<start + letters.count]) == letters,
      let letter = Unicode.Scalar(0xE000 + UInt32(number)), !scalars.contains(letter)
    else { return nil }
    for offset in letters.indices { scalars[start + offset] = letter }
    return String(String.UnicodeScalarView(repeatElement(letter, count: letters.count)))
  }

  private func index(of place: Place, in scalars: [Unicode.Scalar]) -> Int? {
    var line = 1
    var index = 0
    while line < place.line {
      guard index < scalars.count else { return nil }
      switch scalars[index] {
      case "\r":
        if index + 1 < scalars.count, scalars[index + 1] == "\n" { index += 1 }
        line += 1
      case "\n", "\u{85}", "\u{2028}", "\u{2029}": line += 1
      default: break
      }
      index += 1
    }
    return index + place.column - 1
  }

  // MARK: Aliases

  /// Where the first alias too many stands. Yams compares keys that are lists letter by letter, aliases written out,
  /// before anyone can count them; so they are counted here, in the text, where an anchor of the name stands too.
  private func tooManyAliases() -> Place? {
    guard text.utf8.contains(UInt8(ascii: "&")), text.utf8.contains(UInt8(ascii: "*")) else { return nil }
    var anchors: Set<Substring> = []
    var aliases: [(name: Substring, place: Place)] = []
    var line = 1
    var column = 1
    let bytes = text.utf8
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      let next = bytes.index(after: index)
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*") {
        var end = next
        while end < bytes.endIndex, isNameByte(bytes[end]) { end = bytes.index(after: end) }
        let name = text[next..<end]
        if byte == UInt8(ascii: "&") {
          anchors.insert(name)
        } else if !name.isEmpty {
          aliases.append((name, Place(file: file, line: line, column: column)))
        }
      }
      if byte == UInt8(ascii: "\n") { (line, column) = (line + 1, 1) } else if byte & 0xC0 != 0x80 { column += 1 }
      index = next
    }
    let counted = aliases.filter { anchors.contains($0.name) }
    return counted.count > Self.mostAliases ? counted[Self.mostAliases].place : nil
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }

  // MARK: What does not parse

  private func report(_ error: any Error) {
    switch error {
    case YamlError.parser(_, let problem, let mark, _) where problem.hasPrefix("Maximum nesting level reached"):
      // The library would name its own function here.
      faults.error(
        place(of: mark), "the YAML cannot be read: lists and mappings stand too deep within one another",
        "write them flatter")
    case YamlError.scanner(let context, let problem, let mark, _),
      YamlError.parser(let context, let problem, let mark, _),
      YamlError.composer(let context, let problem, let mark, _):
      // What was opened and never closed is noticed far below; its author looks for where it opens.
      let opens = context.map { $0.text.contains("quoted scalar") || $0.text.contains("a flow ") } ?? false
      let place = place(of: opens ? context?.mark ?? mark : mark)
      let what = (context.map { "\($0.text) " } ?? "") + problem + (opens ? " on line \(mark.line)" : "")
      faults.error(
        place, "the YAML cannot be read: \(what)", remedy(for: problem, opens: opens, at: mark))
    case YamlError.reader(let problem, let offset, _, _):
      faults.error(
        place(ofCharacter: offset ?? 0), "the YAML cannot be read: \(problem)", "take the character away")
    default:
      faults.error(Place(file: file, line: 1, column: 1), "the YAML cannot be read: \(error)", "correct the YAML")
    }
  }

  private func place(of mark: Mark) -> Place { Place(file: file, line: mark.line, column: mark.column) }

  private func place(ofCharacter offset: Int) -> Place {
    var line = 1
    var column = 1
    for character in text.prefix(offset) {
      if character.isNewline { (line, column) = (line + 1, 1) } else { column += character.unicodeScalars.count }
    }
    return Place(file: file, line: line, column: column)
  }

  private func remedy(for problem: String, opens: Bool, at mark: Mark) -> String {
    if opens { return "close the quote or bracket that opens here" }
    let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(mark.line - 1).first
    let indent = line?.prefix { $0 == " " || $0 == "\t" } ?? ""
    if indent.contains("\t") { return "indent with spaces, not tabs" }
    switch problem {
    case "mapping values are not allowed in this context":
      return "put quotes around text that holds a colon, or correct the indentation"
    case "found undefined alias": return "define the anchor before it, or put quotes around text that begins with '*'"
    case "could not find expected ':'": return "write 'key: value', and correct the indentation"
    case "found character that cannot start any token": return "put quotes around text that begins with this character"
    case "but found another document": return "keep one document to a file"
    default: return "correct the indentation, brackets or quotes here"
    }
  }
}
