/// What to write instead of `word`: the nearest of `known` if one is near, else all of them after `otherwise`.
func suggestion(for word: String, among known: [String], otherwise: String) -> String {
  if let nearest = nearest(to: word, among: known) { return "did you mean '\(nearest)'?" }
  guard !known.isEmpty else { return "there are none yet, so add it or leave it out" }
  var seen: Set<String> = []
  let words = known.filter { seen.insert($0).inserted }
  let shown = words.prefix(20).map(shortened).joined(separator: ", ")
  return "\(otherwise) \(shown)" + (words.count > 20 ? " and \(words.count - 20) more" : "")
}

/// The known word that fewest changes of a letter make `word`; nil when none is at most a third of its letters away.
/// A word of one or two letters is near nothing but itself in other case.
func nearest(to word: String, among known: [String]) -> String? {
  // A word nobody would write by a slip of the hand needs no comparing, however long a file makes it.
  guard word.count <= 64 else { return nil }
  let limit = word.count < 3 ? 0 : max(1, word.count / 3)
  var best: (distance: Int, word: String)?
  for candidate in known where candidate.count <= 64 {
    let distance = changes(from: Array(word.lowercased()), to: Array(candidate.lowercased()))
    if distance <= limit, distance < best?.distance ?? Int.max { best = (distance, candidate) }
  }
  return best?.word
}

/// How many letters to add, drop, replace or swap with their neighbour (Damerau 1964; Levenshtein 1966).
private func changes(from: [Character], to: [Character]) -> Int {
  var beforeLast: [Int] = []
  var last = Array(0...to.count)
  for (row, letter) in from.enumerated() {
    var current = [row + 1]
    for (column, other) in to.enumerated() {
      var fewest = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
      if row > 0, column > 0, letter == to[column - 1], from[row - 1] == other {
        fewest = min(fewest, beforeLast[column - 1] + 1)
      }
      current.append(fewest)
    }
    (beforeLast, last) = (last, current)
  }
  return last[to.count]
}
