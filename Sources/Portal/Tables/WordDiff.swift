/// What changed between two texts, word by word; where words have no spaces between them, character by character.
///
///     WordDiff(from: "class III at the dam", to: "class II at the dam").pieces
///     // kept "class ", removed "III", added "II", kept " at the dam"
///
/// The script is the shortest: no other keeps more words. Source: Myers (1986), Algorithmica 1, 251–266.
struct WordDiff: Hashable, Sendable {
  enum Change: Hashable, Sendable { case kept, removed, added }

  /// Words in a row with which the same happened.
  struct Piece: Hashable, Sendable {
    let change: Change
    var text: String
  }

  /// In the order of reading; what was removed stands before what was added in its place.
  let pieces: [Piece]

  /// How many words may differ. Beyond it all that lies between the common beginning and the common end counts as
  /// replaced: a text that shares so little is read as a whole, and nobody keeps a server busy with it.
  static let mostChanges = 1_000

  /// - Complexity: O(n·d) for n words of which d differ, memory O(d²) up to ``mostChanges``.
  init(from old: String, to new: String) {
    let old = Self.words(of: old)
    let new = Self.words(of: new)
    var pieces: [Piece] = []
    var removed = ""
    var added = ""
    var blank = ""  // kept white space of which it is not known yet whether what follows it changed as well
    func isChanging() -> Bool { !removed.isEmpty || !added.isEmpty }
    func settle() {
      if !removed.isEmpty { pieces.append(Piece(change: .removed, text: removed)) }
      if !added.isEmpty { pieces.append(Piece(change: .added, text: added)) }
      (removed, added) = ("", "")
    }
    func keep(_ word: some StringProtocol) {
      if pieces.last?.change == .kept {
        pieces[pieces.count - 1].text += word
      } else if !word.isEmpty {
        pieces.append(Piece(change: .kept, text: String(word)))
      }
    }
    var (x, y) = (0, 0)
    for change in Self.script(from: old, to: new) {
      switch change {
      case .kept:
        let word = old[x]
        (x, y) = (x + 1, y + 1)
        if isChanging() {
          if word.allSatisfy(\.isWhitespace) {
            blank += word
            continue
          }
          settle()
        }
        keep(blank)
        blank = ""
        keep(word)
      case .removed, .added:
        // White space between changed words is shown with both, so that a phrase is read in one piece.
        removed += blank
        added += blank
        blank = ""
        if change == .removed {
          removed += old[x]
          x += 1
        } else {
          added += new[y]
          y += 1
        }
      }
    }
    settle()
    keep(blank)
    self.pieces = pieces
  }

  /// The words of a text with everything between them: joined they are the text again.
  static func words(of text: String) -> [Substring] {
    var words: [Substring] = []
    var start = text.startIndex
    var sort: Sort?
    var at = text.startIndex
    while at < text.endIndex {
      let next = Sort(text[at])
      if at > start, next != sort || next == .single {
        words.append(text[start..<at])
        start = at
      }
      sort = next
      at = text.index(after: at)
    }
    if start < text.endIndex { words.append(text[start...]) }
    return words
  }

  /// What of neighbouring characters belongs together.
  private enum Sort {
    case word, blank, single

    init(_ character: Character) {
      if character.isWhitespace {
        self = .blank
      } else if (character.isLetter || character.isNumber) && !Self.isWrittenWithoutSpaces(character) {
        self = .word
      } else {
        self = .single
      }
    }

    /// Han characters, kana and Thai.
    private static func isWrittenWithoutSpaces(_ character: Character) -> Bool {
      guard let scalar = character.unicodeScalars.first else { return false }
      if scalar.properties.isIdeographic { return true }
      return switch scalar.value {
      case 0x0E00...0x0E7F, 0x3040...0x30FF, 0x31F0...0x31FF: true
      default: false
      }
    }
  }

  /// The shortest sequence of changes that leads from one list of words to the other.
  static func script(from old: [Substring], to new: [Substring]) -> [Change] {
    var numbers: [Substring: Int32] = [:]
    func number(_ word: Substring) -> Int32 {
      let next = Int32(numbers.count)
      if let known = numbers[word] { return known }
      numbers[word] = next
      return next
    }
    let old = old.map(number)
    let new = new.map(number)
    var first = 0
    while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
    var last = 0
    while last < min(old.count, new.count) - first, old[old.count - 1 - last] == new[new.count - 1 - last] { last += 1 }
    let middle = middleScript(old[first..<(old.count - last)], new[first..<(new.count - last)])
    return Array(repeating: .kept, count: first) + middle + Array(repeating: .kept, count: last)
  }

  private static func middleScript(_ old: ArraySlice<Int32>, _ new: ArraySlice<Int32>) -> [Change] {
    let (old, new) = (Array(old), Array(new))
    let most = min(old.count + new.count, mostChanges)
    // How far one comes on each diagonal x − y with d changes; the diagonal 0 stands in the middle.
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    let middle = most + 1
    var before: [[Int]] = []
    for d in 0...most {
      before.append(Array(reach[(middle - d)...(middle + d)]))
      for k in stride(from: -d, through: d, by: 2) {
        let isDown = k == -d || (k != d && reach[middle + k - 1] < reach[middle + k + 1])
        var x = isDown ? reach[middle + k + 1] : reach[middle + k - 1] + 1
        while x < old.count, x - k < new.count, old[x] == new[x - k] { x += 1 }
        reach[middle + k] = x
        if x >= old.count, x - k >= new.count { return way(back: before, from: old.count, new.count) }
      }
    }
    return Array(repeating: .removed, count: old.count) + Array(repeating: .added, count: new.count)
  }

  /// The changes on the way to the end of both lists.
  ///
  /// - Parameter before: for each number of changes, how far one had come on the diagonals around 0.
  private static func way(back before: [[Int]], from width: Int, _ height: Int) -> [Change] {
    var changes: [Change] = []
    var (x, y) = (width, height)
    for d in before.indices.reversed() where d > 0 {
      let reach = before[d]
      let k = x - y
      let isDown = k == -d || (k != d && reach[d + k - 1] < reach[d + k + 1])
      let former = reach[d + (isDown ? k + 1 : k - 1)]
      while x > former + (isDown ? 0 : 1) {
        changes.append(.kept)
        (x, y) = (x - 1, y - 1)
      }
      changes.append(isDown ? .added : .removed)
      if isDown { y -= 1 } else { x -= 1 }
    }
    return Array((changes + Array(repeating: .kept, count: x)).reversed())
  }
}
