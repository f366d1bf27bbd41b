import Registry

extension Route {
  /// The public log: pages for people, and the files with which anyone verifies it.
  static let log: [Route] =
    [
      Route(.get, "/log", "log") { visit, _, site in
        try site.read(visit) { try LogPage(reading: $0, record: site.record).page() }
      },
      Route(.get, "/log/checkpoint", "logCheckpoint") { _, _, site in
        try LogFiles(folder: site.record.log).checkpoint()
      },
      Route(.get, "/log/key", "logKey") { _, _, site in
        let keys = site.record.policy.logKeys.map { "\($0)\n" }.joined()
        return .text(keys, type: "text/plain; charset=utf-8")
      },
      Route(.get, "/log/{number}", "logEntry") { visit, places, site in
        let number = try LogEntry.number(places["number"])
        let log = try PublishedLog(of: site.record)
        let entry = try LogEntry(number, of: log, at: site.record)
        return try site.read(visit) { reading in
          LogEntryPage(reading: reading, entry: entry, event: try entry.event(in: reading.view), log: log).page()
        }
      },
      Route(.get, "/log/{number}/proof", "logProof") { _, places, site in
        let number = try LogEntry.number(places["number"])
        guard let log = try PublishedLog(of: site.record), log.covers(number) else { throw PageFault.notHere }
        return Reply(
          headers: [
            .init("Content-Type", "text/plain; charset=utf-8"),
            .init("Content-Disposition", "attachment; filename=\"entry-\(number).tlog-proof\""),
          ], body: LogProof(try log.proof(number), note: log.note).bytes)
      },
    ] + tiles

  /// A tile's path has as many parts as its index has groups of three digits, and one more where it is partial. What
  /// stands in it never changes.
  private static let tiles: [Route] = (1...4).map { depth in
    let places = (1...depth).map { "part\($0)" }
    let path = "/log/tile/{level}/" + places.map { "{\($0)}" }.joined(separator: "/")
    return Route(.get, path, "logTile\(depth)", followsRecord: true) { _, found, site in
      let parts = (["level"] + places).compactMap { found[$0] }
      return try LogFiles(folder: site.record.log).tile("tile/\(parts.joined(separator: "/"))")
    }
  }
}
