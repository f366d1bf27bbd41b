import Registry

/// In which fields of a form the answers stand that the record refused.
struct RefusedFields {
  let reading: Reading
  let form: ActForm
  let answers: FormFields

  /// What is wrong in which field: what the refusal is about, and every answer that was not on offer.
  func faults(behind refusal: Refusal, said words: RefusalWords) -> [ActAnswers.Fault] {
    let unoffered = self.unoffered(form.fields, prefix: "")
    guard case .invalid(let place, let fault, let remedy) = refusal, let name = name(of: place) else {
      return unoffered
    }
    let said = words.say(fault: fault, remedy: remedy)
    return [ActAnswers.Fault(field: name, phrase: .refused, filling: said)] + unoffered.filter { $0.field != name }
  }

  /// What the form calls a place such as `transfers[0].amount`; nothing where it does not ask for it.
  private func name(of place: String) -> String? {
    let whole = place.replacing("[", with: ".").replacing("]", with: "")
    let names = names(of: form.fields, prefix: "")
    if names.contains(whole) { return whole }
    // A command's parts may have other names around them than a form's groups and variants.
    let parts = whole.split(separator: ".")
    return names.first { $0.split(separator: ".").last == parts.last { Int($0) == nil } }
      ?? names.first { $0.split(separator: ".").first == parts.first }
  }

  /// The names of all fields that are shown.
  private func names(of declared: [ActField], prefix: String) -> [String] {
    declared.flatMap { field -> [String] in
      let name = prefix + field.name
      switch field.sort {
      case .group(let parts): return names(of: parts, prefix: name + ".")
      case .list(let parts):
        let rows = (0..<ActAnswers.mostRows).filter { $0 == 0 || answers.hasAnswer(under: "\(name).\($0)") }
        return rows.flatMap { names(of: parts, prefix: "\(name).\($0).") }
      case .variant(let cases, _), .tagged(let cases, _):
        let chosen = cases.first { $0.code == answers[name] }
        return [name] + (chosen.map { names(of: $0.fields, prefix: "\(name).\($0.code).") } ?? [])
      case .ordinal: return []
      default: return [name]
      }
    }
  }

  private func unoffered(_ declared: [ActField], prefix: String) -> [ActAnswers.Fault] {
    declared.flatMap { field -> [ActAnswers.Fault] in
      let name = prefix + field.name
      let given = answers.all(name).filter { !$0.isEmpty }
      switch field.sort {
      case .group(let parts): return unoffered(parts, prefix: name + ".")
      case .list(let parts):
        let rows = (0..<ActAnswers.mostRows).filter { answers.hasAnswer(under: "\(name).\($0)") }
        return rows.flatMap { unoffered(parts, prefix: "\(name).\($0).") }
      case .variant(let cases, _), .tagged(let cases, _):
        guard let chosen = cases.first(where: { $0.code == answers[name] }) else { return [] }
        return unoffered(chosen.fields, prefix: "\(name).\(chosen.code).")
      case .object, .objects:
        let hidden = given.first { number in ObjectID(number).map { !reading.sees($0) } ?? false }
        return hidden.map { [ActAnswers.Fault(field: name, phrase: .notThere, filling: $0)] } ?? []
      case .part(_, let options), .parts(let options):
        let offered = options(reading, answers).map(\.code)
        return given.allSatisfy(offered.contains) ? [] : [ActAnswers.Fault(field: name, phrase: .notOffered)]
      case .cooperationField, .cooperationFields:
        let offered = reading.region?.charter.fields ?? []
        return given.allSatisfy(offered.contains) ? [] : [ActAnswers.Fault(field: name, phrase: .notOffered)]
      default: return []
      }
    }
  }
}

extension Reading {
  /// Whether the visitor may see a thing, if there is one of this number.
  fileprivate func sees(_ id: ObjectID) -> Bool {
    func sees<T: RecordObject>(_ type: T.Type) -> Bool { ((try? view.visible(type, id)) ?? nil) != nil }
    return sees(id.kind.type)
  }
}
