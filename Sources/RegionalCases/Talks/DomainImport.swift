import Foundation

extension NegotiationFile {
  /// How the numbers of a profile of GENIUS are taken. Files of GeniusWeb and NegMAS mean what they say.
  public enum UtilityReading: Hashable, Sendable, CaseIterable {
    /// As GENIUS does: evaluations are divided by the highest of their issue, lines over whole numbers begin at the least
    /// of them, and lines are cut off below 0 and above 1.
    case genius
    /// As NegMAS does: all numbers as they are written.
    case negMAS
  }

  /// Reads a domain and the profiles of its parties as GENIUS (XML), GeniusWeb (JSON) or NegMAS (XML, JSON, YAML) keep them.
  ///
  /// A utility of 0 to 1 becomes a score of 0 to 100. Parties are called as their files. Weights are taken as they are;
  /// where they do not sum to 1, the file is read with a warning.
  ///
  /// - Parameters:
  ///   - domain: The file with the issues; nil where the first profile tells them.
  ///   - profiles: A file for each party.
  ///   - reading: How the numbers of a profile of GENIUS are taken.
  ///   - steps: Into how many steps an issue of any number between two ends is divided.
  /// - Throws: ``CaseFaults`` with everything that is wrong, all at once.
  public init(
    domain: String?, profiles: [String], reading: UtilityReading = .genius, steps: Int = 10
  ) throws(CaseFaults) {
    precondition(steps >= 1, "one step or more")
    let faults = FaultList()
    let contents = try DomainImport(faults: faults, reading: reading, steps: steps).contents(domain, profiles)
    guard let contents, faults.faults.isEmpty else {
      throw CaseFaults(faults: inOrder(faults.faults), warnings: inOrder(faults.warnings))
    }
    self.init(contents, warnings: inOrder(faults.warnings))
  }

  /// Reads the negotiation in a folder.
  init(folder: String) throws(CaseFaults) {
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    func path(_ name: String) -> String { (folder as NSString).appendingPathComponent(name) }
    for name in ["negotiation.yaml", "negotiation.yml", "negotiation.json"] where names.contains(name) {
      try self.init(contentsOf: path(name))
      return
    }
    var (domains, profiles): ([String], [String]) = ([], [])
    for ending in [".xml", ".json", ".yml", ".yaml"] where profiles.isEmpty {
      domains = []
      for name in names where name.lowercased().hasSuffix(ending) && !name.hasPrefix(".") {
        switch try DomainImport.kind(of: path(name)) {
        case .domain: domains.append(path(name))
        case .profile: profiles.append(path(name))
        case nil: continue
        }
      }
    }
    guard domains.count <= 1, !profiles.isEmpty else {
      let reason =
        domains.count > 1
        ? "the folder holds \(domains.count) domains; name one of them with its profiles"
        : "the folder holds neither negotiation.yaml nor a domain with profiles"
      throw CaseFaults(faults: [], warnings: [], unreadable: CaseUnreadable(path: folder, reason: reason))
    }
    try self.init(domain: domains.first, profiles: profiles)
  }
}

/// Takes over the domains and profiles of other programmes.
struct DomainImport {
  let faults: FaultList
  let reading: NegotiationFile.UtilityReading
  let steps: Int

  /// A file of another programme.
  private enum Source {
    case markup(MarkupElement)
    case node(Node)
  }

  /// What a file holds by the look of it; nil where it is neither domain nor profile.
  static func kind(of path: String) throws(CaseFaults) -> ProfileReader.Kind? {
    switch try DomainImport(faults: FaultList(), reading: .genius, steps: 1).source(path) {
    case nil: return nil
    case .node(let root): return ProfileReader.kind(of: root)
    case .markup(let root):
      if root.name == "utility_space" { return .profile }
      return root.name.hasPrefix("negotiation") ? .domain : nil
    }
  }

  func contents(_ domain: String?, _ profiles: [String]) throws(CaseFaults) -> NegotiationContents? {
    guard profiles.count >= 2 else {
      faults.error(
        Place(file: domain ?? profiles.first ?? "", line: 1, column: 1),
        "there \(profiles.count == 1 ? "is 1 profile" : "are no profiles")", "give two or more, one a party")
      return nil
    }
    var sources: [(path: String, source: Source?)] = []
    for path in profiles { sources.append((path, try source(path))) }
    let told: Source?
    if let domain { told = try source(domain) } else { told = sources[0].source }
    guard let told, let agenda = agenda(told), faults.faults.isEmpty else { return nil }
    let parties = sources.compactMap { path, source in source.flatMap { profile($0, path, on: agenda)?.party } }
    guard faults.faults.isEmpty, parties.count == profiles.count else { return nil }
    findRepeats(of: "parties", among: parties.map { (id: $0.name, place: $0.place) }, called: "name", faults: faults)
    for party in parties { warn(of: party) }
    return NegotiationContents(
      title: LocalizedText(Self.name(of: domain ?? profiles[0])), agenda: agenda, parties: parties)
  }

  private func agenda(_ source: Source) -> [NegotiationFile.Issue]? {
    switch source {
    case .markup(let root):
      // Their order is that of their indices; those of equal ones that of the file.
      GeniusReader(faults: faults, reading: reading, steps: steps).issues(in: root)?.enumerated()
        .sorted { ($0.element.index, $0.offset) < ($1.element.index, $1.offset) }.map(\.element.issue)
    case .node(let root): ProfileReader(faults: faults, steps: steps).issues(in: root)
    }
  }

  private func profile(_ source: Source, _ path: String, on agenda: [NegotiationFile.Issue]) -> DomainProfile? {
    let name = Self.name(of: path)
    return switch source {
    case .markup(let root):
      GeniusReader(faults: faults, reading: reading, steps: steps).profile(in: root, called: name, on: agenda)
    case .node(let root): ProfileReader(faults: faults, steps: steps).profile(in: root, called: name, on: agenda)
    }
  }

  private func warn(of party: NegotiationFile.Party) {
    let sum = party.weights.reduce(0, +)
    // 0.001: files of other programmes often give weights with three decimals.
    guard abs(sum - 1) > 0.001 else { return }
    faults.warning(
      party.place, "the weights of '\(shortened(party.name))' sum to \(rounded(sum))",
      "they are taken as they are: divide them by it if they should sum to 1")
  }

  private static func name(of path: String) -> String {
    ((path as NSString).lastPathComponent as NSString).deletingPathExtension
  }

  // MARK: Files

  private func source(_ path: String) throws(CaseFaults) -> Source? {
    let data: Data
    do { data = try readRegularFile(path) } catch {
      throw CaseFaults(faults: [], warnings: [], unreadable: CaseUnreadable(path: path, reason: error.reason))
    }
    let isMarkup = path.lowercased().hasSuffix(".xml")
    guard let bytes = isMarkup ? Self.markup(data, path, faults) : decodedBytes(data, file: path, faults: faults) else {
      return nil
    }
    guard isMarkup else {
      if let root = HandwrittenFile.json(bytes, file: path) { return .node(root) }
      let text = String(decoding: bytes, as: UTF8.self)
      return YAMLText(file: path, text: text, faults: faults, subject: "domain or profile").root().map(Source.node)
    }
    var scanner = MarkupScanner(bytes: bytes, file: path)
    do throws(MarkupScanner.Fault) { return .markup(try scanner.root()) } catch {
      faults.error(error.place, error.what, error.remedy)
      return nil
    }
  }

  /// The text of an XML file, which may say that it is Latin-1 or its like.
  private static func markup(_ data: Data, _ path: String, _ faults: FaultList) -> [UInt8]? {
    let head = String(decoding: data.prefix(200), as: UTF8.self).prefix { $0 != ">" }.lowercased()
    guard ["iso-8859-1", "windows-1252", "us-ascii"].contains(where: head.contains),
      String(validating: data, as: UTF8.self) == nil
    else { return decodedBytes(data, file: path, faults: faults) }
    return Array(String(String.UnicodeScalarView(data.map { Unicode.Scalar($0) })).utf8)
  }
}
