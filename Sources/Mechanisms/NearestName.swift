/// The one of `names` that takes the fewest letters inserted, left out or replaced to make of `name`, the first of
/// several; none where more than half of the letters would change (Levenshtein 1966). Case does not count.
public func nearestName(to name: String, among names: [String]) -> String? {
  let wanted = Array(name.lowercased())
  var best: (name: String, distance: Int)?
  for candidate in names {
    let letters = Array(candidate.lowercased())
    var row = Array(0...letters.count)
    for (line, letter) in wanted.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for column in letters.indices {
        let replaced = diagonal + (letters[column] == letter ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    let distance = row[letters.count]
    if distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  return best.flatMap { $0.distance * 2 <= max(wanted.count, $0.name.count) ? $0.name : nil }
}
