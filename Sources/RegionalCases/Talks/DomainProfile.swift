/// What a file of another programme tells of one party.
struct DomainProfile {
  let name: String
  let place: Place
  /// One weight an issue.
  let weights: [Double]
  /// One list an issue, one score an option, 0 to 100 for a utility of 0 to 1.
  let scores: [[Double]]
  /// Nil where it says nothing.
  let reservation: Double?
  let package: [Int]?
  let discount: NegotiationFile.Discount

  var party: NegotiationFile.Party {
    func party(reservation: Double) -> NegotiationFile.Party {
      NegotiationFile.Party(
        name: name, label: LocalizedText(name), weights: weights, scores: scores, couplings: [],
        reservation: reservation, privateReservation: nil, reservationPackage: package, discount: discount,
        strategy: nil,
        power: 1, votes: 1, provenance: nil, place: place)
    }
    let told = party(reservation: reservation ?? 0)
    return package.map { party(reservation: told.worth(of: $0)) } ?? told
  }
}

/// How good a number is, as files of other programmes tell it.
enum ValueLine {
  case constant(Double)
  /// `offset + slope · x`.
  case linear(offset: Double, slope: Double)
  /// 0 outside `from` and `to`, 1 at `top`, straight lines between.
  case triangle(from: Double, to: Double, top: Double)

  func utility(at number: Double) -> Double {
    switch self {
    case .constant(let utility): return utility
    case .linear(let offset, let slope): return offset + slope * number
    case .triangle(let from, let to, let top):
      if number < from || number > to { return 0 }
      if number < top { return (number - from) / (top - from) }
      return number > top ? (to - number) / (to - top) : 1
    }
  }

  /// The utility of every option of an issue of numbers.
  func utilities(of issue: NegotiationFile.Issue) -> [Double] {
    (0..<issue.count).map { utility(at: issue.number(at: $0) ?? 0) }
  }
}

extension NegotiationFile.Issue {
  /// An issue of another programme's file, which has no labels.
  init(_ name: String, _ options: Options, at place: Place) {
    var labels: [LocalizedText] = []
    if case .choices(let names) = options { labels = names.map { LocalizedText($0) } }
    self.init(
      name: name, label: LocalizedText(name), options: options, choiceLabels: labels, unit: nil, source: nil,
      place: place)
  }
}
