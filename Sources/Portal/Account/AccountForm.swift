import Reporting

/// A form of the account: a few fields, what is wrong in it, and one button.
struct AccountForm {
  /// What a field asks for; browsers and password managers are told the same.
  enum Sort {
    case name, password, newPassword, code

    fileprivate var type: String {
      switch self {
      case .password, .newPassword: "password"
      case .name, .code: "text"
      }
    }

    /// Source: WHATWG HTML, §4.10.18.7.
    fileprivate var completion: String {
      switch self {
      case .name: "username"
      case .password: "current-password"
      case .newPassword: "new-password"
      case .code: "one-time-code"
      }
    }
  }

  struct Field {
    let name: String
    let sort: Sort
    let label: String
    var hint: String?
    var value = ""
  }

  let visit: Visit
  let path: String
  let fields: [Field]
  /// Sent along without being seen.
  var hidden: [(String, String)] = []
  let button: String
  /// What is wrong, and in which field if it is one.
  var fault: (text: String, field: String?)?

  /// Writes what is wrong, for the top of the page: whoever cannot see hears it first.
  func writeFault(_ html: inout HTML) {
    guard let fault else { return }
    html.element("div", ["class": "faults", "role": "alert", "tabindex": "-1", "id": "faults"]) { html in
      html.element("h2", text: visit.tongue.say(WordPhrase.errorTitle))
      if let field = fault.field {
        html.element("p") { $0.link("#\(field)", fault.text) }
      } else {
        html.element("p", text: fault.text)
      }
    }
  }

  /// Writes the form.
  func write(_ html: inout HTML) {
    html.element("form", ["method": "post", "action": path, "class": "fields"]) { html in
      html.hidden("token", visit.visitor.tokens.token(for: path))
      for (name, value) in hidden { html.hidden(name, value) }
      for field in fields { write(field, &html) }
      html.element("p") { $0.element("button", text: button) }
    }
  }

  private func write(_ field: Field, _ html: inout HTML) {
    let isWrong = fault?.field == field.name
    html.element("div", ["class": isWrong ? "field wrong" : "field"]) { html in
      html.element("label", ["for": field.name], text: field.label)
      if let hint = field.hint { html.element("span", ["class": "hint", "id": "\(field.name)-hint"], text: hint) }
      if isWrong, let text = fault?.text {
        html.element("span", ["class": "fault", "id": "\(field.name)-fault"], text: text)
      }
      let described = [field.hint == nil ? nil : "\(field.name)-hint", isWrong ? "\(field.name)-fault" : nil]
      html.void(
        "input",
        [
          "type": field.sort.type, "id": field.name, "name": field.name, "value": field.value,
          "autocomplete": field.sort.completion, "autocapitalize": "none", "spellcheck": "false",
          "class": field.sort == .code ? "short" : "", "inputmode": "text", "required": "required",
          "aria-describedby": described.compactMap { $0 }.joined(separator: " "),
        ])
    }
  }
}
