// How somebody fills in a form: each answer by the name of its field, and what is chosen by its code or its words.
extension Chromium {
  /// An answer that fits no field of the open form.
  struct NoSuchField: Error, CustomStringConvertible {
    let name, answer, reason, path, text: String
    var description: String { "\(path): field \(name) and '\(answer)': \(reason)\n\(text.prefix(3_000))" }
  }

  /// Puts each answer where it belongs, as pasting and choosing would; returns for each what stands against it, or
  /// nothing. A box is chosen by its value, or else by words of its label that no other has. How a date is typed
  /// depends on the language of the machine, so that it is picked. Typing key by key is what ``KeyboardTests`` are for.
  private static let filling = """
    const words = element => element.tagName === 'OPTION' ? element.text
      : document.querySelector(`label[for="${CSS.escape(element.id)}"]`)?.innerText ?? '';
    return arguments[0].map(([name, answer]) => {
      const all = [...document.querySelectorAll(`main [name="${CSS.escape(name)}"]`)];
      const first = all[0];
      if (!first) return 'there is no such field';
      if (!all.every(one => one.checkVisibility() && !one.disabled)) return 'it cannot be seen';
      const isBox = first.type === 'radio' || first.type === 'checkbox';
      if (first.type === 'date' || first.type === 'datetime-local') {
        first.value = answer;
        return first.value === '' ? 'it is no such date' : null;
      }
      if (!isBox && first.tagName !== 'SELECT') {
        first.focus();
        first.select();
        document.execCommand(answer === '' ? 'delete' : 'insertText', false, answer);
        return first.value === answer ? null : `it holds '${first.value}' now`;
      }
      const offered = isBox ? all : [...first.options];
      const exact = offered.filter(one => one.value === answer);
      const fitting = exact.length ? exact : offered.filter(one => words(one).includes(answer));
      if (fitting.length !== 1) return `${fitting.length} choices fit`;
      if (!isBox) first.value = fitting[0].value;
      else if (!fitting[0].checked) fitting[0].click();
      return null;
    });
    """

  /// Fills in fields of the open form.
  func fill(_ answers: [(name: String, answer: String)]) async throws {
    guard !answers.isEmpty else { return }
    let faults: [String?] = try await evaluate(Self.filling, [answers.map { [$0.name, $0.answer] }])
    for ((name, answer), fault) in zip(answers, faults) {
      guard let fault else { continue }
      throw NoSuchField(name: name, answer: answer, reason: fault, path: try await path, text: try await text)
    }
  }
}
