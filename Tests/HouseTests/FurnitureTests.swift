import Foundation
import Testing

@Suite struct FurnitureTests {
  @Test("has no folder or file whose name says nothing")
  func namesSaySomething() throws {
    let empty: Set = ["utils", "util", "utilities", "helpers", "helper", "common", "misc", "manager", "managers"]
    var faults: [String] = []
    for start in ["Sources", "Tests"] {
      for file in try House.files(under: start) {
        let parts = House.path(of: file).split(separator: "/").map(String.init)
        for folder in parts.dropLast() where empty.contains(folder.lowercased()) || folder.lowercased() == "core" {
          faults.append("\(parts.joined(separator: "/")): folder '\(folder)'")
        }
        let name = file.deletingPathExtension().lastPathComponent
        if empty.contains(where: { name.lowercased().hasSuffix($0) }) { faults.append(parts.joined(separator: "/")) }
      }
    }
    #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
  }

  @Test("holds nothing but sources, chapters and what a target declares")
  func holdsNoStrayFiles() throws {
    let known: Set = ["swift", "md", "h", "modulemap", "c", "svg"]
    let stray = try House.files(under: "Sources").filter { !known.contains($0.pathExtension) }.map(House.path)
    #expect(stray.isEmpty, "\(stray)")
  }

  @Test("gives every library a chapter")
  func everyLibraryHasAChapter() throws {
    let targets = Set(try House.sources().map(\.target)).subtracting(["interlocal"])
    for target in targets.sorted() {
      let chapter = House.root.appending(path: "Sources/\(target)/\(target).docc/\(target).md")
      #expect(FileManager.default.fileExists(atPath: chapter.path), "Sources/\(target) has no chapter")
    }
  }

  @Test("lets no type bear its module's name or one of Swift's own")
  func typesKeepTheirOwnNames() throws {
    for (target, file, lines) in try House.sources() {
      for (number, line) in lines.enumerated() {
        guard let name = declaredType(line) else { continue }
        #expect(name != target && name != "Actor", "\(House.path(of: file)):\(number + 1): type '\(name)'")
      }
    }
  }

  @Test("documents every public declaration that is not an obvious member")
  func publicDeclarationsAreDocumented() throws {
    var bare: [String] = []
    for (_, file, lines) in try House.sources() {
      for (number, line) in lines.enumerated() where isPublicDeclaration(line) {
        if !isDocumented(lines, above: number) { bare.append("\(House.path(of: file)):\(number + 1): \(line)") }
      }
    }
    #expect(bare.isEmpty, "undocumented:\n\(bare.joined(separator: "\n"))")
  }
}

private func declaredType(_ line: String) -> String? {
  let words = line.split(separator: " ").map(String.init)
  guard let keyword = words.firstIndex(where: { ["struct", "class", "enum", "actor", "protocol"].contains($0) }),
    keyword + 1 < words.count,
    words[..<keyword].allSatisfy({ ["public", "final", "indirect", "package"].contains($0) })
  else { return nil }
  return String(words[keyword + 1].prefix { $0.isLetter || $0.isNumber || $0 == "_" })
}

/// Public functions and types; stored values, initialisers and cases explain themselves by name and by their type's text.
private func isPublicDeclaration(_ line: String) -> Bool {
  let text = line.trimmingCharacters(in: .whitespaces)
  guard text.hasPrefix("public ") || text.hasPrefix("open ") else { return false }
  let words = text.split(separator: " ").map(String.init).drop {
    ["public", "open", "static", "final", "mutating"].contains($0)
  }
  guard let keyword = words.first else { return false }
  if keyword == "func" {
    // Requirements of the language's own protocols, and those that every object of the record meets (`RecordObject`),
    // are documented there.
    let inherited = [
      "+ ", "- ", "* ", "/ ", "+= ", "-= ", "*= ", "hash(", "encode(", "==", "<(", "< (", "next()", "makeIterator()",
      "index(", "run()", "validate()", "apply(_ event: Event,", "decide(_ command: Command,",
      "capacities(of standing: Standing)", "wake(in scene: inout Scene)",
      "object<T: RecordObject>(_ type: T.Type, _ id: ObjectID)",
      "version(of id: ObjectID)", "count(of kind: ObjectKind)",
    ]
    return !inherited.contains { words.dropFirst().joined(separator: " ").hasPrefix($0) }
  }
  if ["RecordStage {", ": RecordCommand {", ": RecordEvent {"].contains(where: text.contains) { return false }
  return ["struct", "class", "enum", "actor", "protocol", "typealias"].contains(keyword)
}

/// Whether the lines right above, attributes apart, are a documentation comment.
private func isDocumented(_ lines: [String], above number: Int) -> Bool {
  var index = number - 1
  while index >= 0 {
    let text = lines[index].trimmingCharacters(in: .whitespaces)
    if text.hasPrefix("///") { return true }
    if text.hasPrefix("@") { index -= 1 } else { return false }
  }
  return false
}
