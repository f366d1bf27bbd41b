extension Route {
  /// The first page, and the page of somebody's week.
  static let home: [Route] = [
    Route(.get, "/", "home", followsRecord: true) { visit, _, site in
      try site.read(visit) { try HomePage(reading: $0).page() }
    },
    Route(.get, "/week", "week") { visit, _, site in try site.read(visit) { try WeekPage(reading: $0).page() } },
  ]
}
