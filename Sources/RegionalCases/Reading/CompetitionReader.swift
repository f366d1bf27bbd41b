/// Reads a competition, and checks that its parameters make the game that its kind is called after.
struct CompetitionReader {
  let `case`: CaseReader
  let members: [PartyID]

  private var faults: FaultList { `case`.faults }
  private typealias Parameters = [Competition.Parameter: Figure]

  func competition(_ fields: Fields) -> Competition? {
    let kind: Competition.Kind? = fields.choice("kind")
    let range = fields.fields("range").flatMap { instrumentRange($0, of: kind) }
    let parameters = kind.flatMap { kindParameters(fields.fields("parameters"), of: $0) }
    let overrides = kind.flatMap { memberParameters(fields, of: $0) }
    if let kind, let parameters, let overrides {
      CompetitionConditions(kind: kind, members: members, faults: faults)
        .check(parameters, overrides: overrides, range: range, at: fields["range"]?.fields?["high"]?.place)
    }
    let today = column("today", of: fields)
    if let today, let range { check(today, isWithin: range) }
    let rivalry: Competition.Rivalry? = fields.choice("rivalry")
    if rivalry == .ties {
      `case`.checkExchange(among: members, askedFor: fields["rivalry"], by: "rivalry", ofEveryone: true)
    }
    var general: Competition.General?
    if kind == .general {
      let own = column("own", of: fields)
      let base = column("base", of: fields)
      let reader = MatrixReader(case: `case`, members: members, range: .any, name: "interaction")
      let interaction = fields.fields("interaction").flatMap { reader.matrix($0, keyName: "player") }
      if let interaction { checkDiagonal(of: interaction) }
      guard let own, let base, let interaction else { return nil }
      general = Competition.General(own: own, base: base, interaction: interaction)
    }
    guard let instrument = fields.localized("instrument"), let kind, let range, let parameters, let overrides
    else { return nil }
    return Competition(
      instrument: instrument, kind: kind, range: range, parameters: parameters, overrides: overrides,
      rivalry: rivalry ?? .uniform, today: today, general: general)
  }

  private func check(_ today: PartyColumn, isWithin range: ClosedRange<Double>) {
    for (member, figure) in zip(members, today.figures) where !range.contains(figure.best) {
      faults.error(
        figure.place, "today the instrument of \(member) stands at \(plain(figure.best))",
        "it must be within the range, \(plain(range.lowerBound)) to \(plain(range.upperBound))")
    }
  }

  private func checkDiagonal(of interaction: PartyMatrix) {
    for (index, member) in members.enumerated() where interaction[index, index] != 0 {
      faults.error(
        interaction.place, "the interaction of '\(member)' with itself is \(plain(interaction[index, index]))",
        "give 0; what its own instrument does to it stands in 'own'")
    }
  }

  private func column(_ key: String, of fields: Fields) -> PartyColumn? {
    ColumnReader(case: `case`, name: key).column(of: fields.column(key), members: members)
  }

  private func instrumentRange(_ fields: Fields, of kind: Competition.Kind?) -> ClosedRange<Double>? {
    guard let low = fields.number("low"), let high = fields.number("high") else { return nil }
    guard low < high else {
      faults.error(
        fields["low"]?.place ?? fields.place, "low of the range is \(plain(low)) and high is \(plain(high))",
        "low must be below high")
      return nil
    }
    if kind == .tournament, low < 0 {
      faults.error(
        fields["low"]?.place ?? fields.place, "the least effort of a tournament is \(plain(low))",
        "it must be at least 0")
      return nil
    }
    if kind == .protection, low < 0 || high > 1 {
      faults.error(
        fields[low < 0 ? "low" : "high"]?.place ?? fields.place,
        "the range of a protection is \(plain(low)) to \(plain(high))",
        "it is the share of the market kept closed: stay within 0 and 1")
      return nil
    }
    return low...high
  }

  private func kindParameters(_ fields: Fields?, of kind: Competition.Kind) -> Parameters? {
    guard let fields else { return kind == .general ? [:] : nil }
    var isSound = true
    for parameter in kind.parameters where !fields.has(parameter.rawValue) {
      faults.error(
        fields.place, "a competition of the kind \(kind.rawValue) has no '\(parameter.rawValue)'", "add it")
      isSound = false
    }
    guard let found = parameters(of: fields, kind: kind), isSound else { return nil }
    return found.count == kind.parameters.count ? found : nil
  }

  private func memberParameters(_ fields: Fields, of kind: Competition.Kind) -> [PartyID: Parameters]? {
    var found: [PartyID: Parameters] = [:]
    var isSound = true
    for (key, place, value) in fields.table("overrides") {
      if members.contains(PartyID(key)) {
        guard let own = value.fields, let parameters = parameters(of: own, kind: kind) else {
          isSound = false
          continue
        }
        for parameter in kind.parameters where own.has(parameter.rawValue) && !kind.ownParameters.contains(parameter) {
          // That a kind has no overrides at all was said already.
          guard !kind.ownParameters.isEmpty else { break }
          faults.error(
            own.keyPlace(parameter.rawValue),
            "'\(parameter.rawValue)' is the same for all members of a competition of the kind \(kind.rawValue)",
            "take it away; only \(kind.ownParameters.map(\.rawValue).joined(separator: ", ")) may differ")
        }
        found[PartyID(key)] = parameters
      } else {
        faults.error(
          place, "'\(shortened(key))' is not a member of the problem",
          suggestion(for: key, among: members.map(\.rawValue), otherwise: "the members are"))
        isSound = false
      }
    }
    return isSound ? found : nil
  }

  /// The parameters that stand in `fields`; nil when one of them is faulty or none of the kind's.
  private func parameters(of fields: Fields, kind: Competition.Kind) -> Parameters? {
    var found: Parameters = [:]
    var isSound = true
    for parameter in Competition.Parameter.allCases where fields.has(parameter.rawValue) {
      if !kind.parameters.contains(parameter) {
        // That a general competition has no parameters at all was said already.
        guard kind != .general else { continue }
        faults.error(
          fields.keyPlace(parameter.rawValue),
          "a competition of the kind \(kind.rawValue) has no parameter '\(parameter.rawValue)'", "take it away")
        isSound = false
      } else if let figure = fields.figure(parameter.rawValue) {
        found[parameter] = figure
      } else {
        isSound = false
      }
    }
    return isSound ? found : nil
  }
}
