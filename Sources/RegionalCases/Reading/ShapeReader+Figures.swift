/// Numbers and figures.
extension ShapeReader {
  func number(_ node: Node, in range: FigureRange, called name: String) -> Double? {
    guard let (text, isText) = scalar(node, called: name, expecting: "a number") else { return nil }
    switch NumberText(text) {
    case .number where isText:
      faults.error(node.place, "\(name) is \(node.inWords), not a number", "take the quotes away")
      return nil
    case .number(let number):
      guard range.contains(number) else {
        faults.error(node.place, "\(name) is \(shortened(text))", "it must be \(range)")
        return nil
      }
      return number
    case .notFinite:
      faults.error(
        node.place, "\(name) is '\(shortened(text))', which is not a finite number", "write a number that is")
      return nil
    case .notANumber:
      faults.error(
        node.place, "\(name) is '\(shortened(text))', which is not a number",
        "write digits with a decimal point, as in 1234.5")
      return nil
    }
  }

  func figure(_ node: Node, in range: FigureRange, called name: String, scope: ProvenanceScope) -> Figure? {
    if node.entries == nil {
      guard let value = number(node, in: range, called: name),
        let provenance = provenance(in: scope, of: name, at: node.place)
      else { return nil }
      return Figure(.certain(value), provenance: provenance, place: node.place)
    }
    guard let fields = fields(node, of: .figure, called: name, in: scope) else { return nil }
    // A figure that says nothing of its own belongs to the fault of the mapping around it.
    let provenance = provenance(in: fields.scope.status == nil ? scope : fields.scope, of: name, at: node.place)
    guard let form = form(fields, in: range, called: name), let provenance else { return nil }
    return Figure(form, unit: fields.text("unit"), provenance: provenance, place: node.place)
  }

  private func form(_ fields: Fields, in range: FigureRange, called name: String) -> Figure.Form? {
    func part(_ key: String) -> Double? {
      guard let value = fields[key], let number = value.number else { return nil }
      guard range.contains(number) else {
        faults.error(value.place, "\(key) of \(name) is \(plain(number))", "it must be \(range)")
        return nil
      }
      return number
    }
    if fields.has("value") { return part("value").map(Figure.Form.certain) }
    if fields.has("mean") {
      guard let mean = part("mean"), let sd = fields.number("sd") else { return nil }
      return .normal(mean: mean, sd: sd)
    }
    if fields.has("min") {
      guard let min = part("min"), let max = part("max") else { return nil }
      return ordered(min, max, fields, keys: ("min", "max"), called: name, strictly: true)
        ? .uniform(min: min, max: max) : nil
    }
    let low = part("low")
    let mode = part("mode")
    let high = part("high")
    guard let low, let mode, let high else { return nil }
    return triangular(low, mode, high, at: fields, called: name)
  }

  private func triangular(_ low: Double, _ mode: Double, _ high: Double, at fields: Fields, called name: String)
    -> Figure.Form?
  {
    let isLow = ordered(low, mode, fields, keys: ("low", "mode"), called: name, strictly: false)
    let isHigh = ordered(mode, high, fields, keys: ("mode", "high"), called: name, strictly: false)
    guard isLow, isHigh else { return nil }
    // A triangle without a base is a certain number.
    return low == high ? .certain(mode) : .triangular(low: low, mode: mode, high: high)
  }

  private func ordered(
    _ first: Double, _ second: Double, _ fields: Fields, keys: (String, String), called name: String, strictly: Bool
  ) -> Bool {
    if strictly ? first < second : first <= second { return true }
    faults.error(
      fields[keys.0]?.place ?? fields.place,
      "\(keys.0) of \(name) is \(plain(first)) and \(keys.1) is \(plain(second))",
      "\(keys.0) must be \(strictly ? "below" : "at most") \(keys.1)")
    return false
  }
}
