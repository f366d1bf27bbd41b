import Registry

extension Route {
  /// What programs read and send: JSON, tables, feeds, the calendar, orders, and the description of it all.
  static let outlets: [Route] =
    [
      Route(.get, "/data", "data") { visit, _, site in
        try site.read(visit) { DataPage(reading: $0).page() }
      },
      Route(.get, "/ledger/{number}/entries.xlsx", "booksEntries") { visit, places, site in
        try site.read(visit) { try TableWorkbook(reading: $0).entries(try $0.number(places["number"], .books)) }
      },
      Route(.get, "/ocds.json", "contractingReleases") { visit, _, site in
        try site.read(visit) { try ContractingRelease(reading: $0, authority: site.authority).package() }
      },
      Route(.get, "/agreements/{number}/ocds.json", "contractingRelease") { visit, places, site in
        try site.read(visit) { reading in
          try ContractingRelease(reading: reading, authority: site.authority)
            .package(of: try reading.number(places["number"], .agreement))
        }
      },
      Route(.get, "/openapi.json", "interfaceDescription") { _, _, _ in .json(InterfaceDescription.text) },
      Route(.get, "/calendar.ics", "calendar") { visit, _, site in
        try site.read(visit) { try CalendarFile(reading: $0, authority: site.authority).reply() }
      },
      Route(.post, "/api/orders", "order") { visit, _, site in
        try await OrderOutlet(visit: visit, site: site).answer()
      },
      Route(.get, "/api/log/{number}", "logEntryData") { visit, places, site in
        let number = try LogEntry.number(places["number"])
        let log = try PublishedLog(of: site.record)
        let entry = try LogEntry(number, of: log, at: site.record)
        return try site.read(visit) { reading in
          try RecordJSON.entry(entry, try entry.event(in: reading.view), of: log)
        }
      },
    ] + ObjectKind.allCases.flatMap { outlets(of: $0.type) }

  /// The outlets of one kind of thing.
  private static func outlets<T: RecordObject>(of type: T.Type) -> [Route] {
    let path = T.kind.path
    let name = "\(T.kind)"
    return [
      Route(.get, "/api\(path)", "\(name)ListData") { visit, _, site in
        try site.read(visit) { try RecordJSON(reading: $0).list(type) }
      },
      Route(.get, "/api\(path)/{number}", "\(name)Data") { visit, places, site in
        try site.read(visit) { reading in
          try RecordJSON(reading: reading).one(type, try reading.number(places["number"], T.kind))
        }
      },
      Route(.get, "\(path).csv", "\(name)Table") { visit, _, site in
        try site.read(visit) { try DataTable(reading: $0).reply(type) }
      },
      Route(.get, "\(path).xlsx", "\(name)Workbook") { visit, _, site in
        try site.read(visit) { try TableWorkbook(reading: $0).reply(type) }
      },
      Route(.get, "\(path).atom", "\(name)Feed") { visit, _, site in
        let candidates = try AtomFeed.candidates(of: T.kind, at: site.record)
        return try site.read(visit) { reading in
          try AtomFeed(reading: reading, authority: site.authority).reply(type, among: candidates)
        }
      },
    ]
  }
}

extension Site {
  /// The host by which the record is known for ever: what comes before the first slash of its log's name.
  var authority: String { String(record.policy.origin.prefix { $0 != "/" }) }
}
