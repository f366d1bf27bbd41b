import Registry

extension Route {
  /// The addresses of a kind of thing: its list, its pages, and the forms of its acts.
  static func things<Thing: PageThing>(_ type: Thing.Type) -> [Route] {
    let path = Thing.kind.path
    let name = "\(Thing.kind)"
    return [
      Route(.get, path, "\(name)List", followsRecord: true) { visit, _, site in
        try site.read(visit) { try ThingList<Thing>(reading: $0).page() }
      },
      Route(.get, "\(path)/{number}", name, followsRecord: true) { visit, places, site in
        try site.read(visit) { reading in
          let id = try reading.number(places["number"], Thing.kind)
          do { return try ThingPage<Thing>(id, in: reading).page() } catch let refusal as Refusal {
            guard refusal == .notFound(id), let notice = try Thing.publicPage(of: id, in: reading) else {
              throw refusal
            }
            return notice
          }
        }
      },
    ] + acts(type)
  }

  /// The forms of the acts on a kind of thing.
  static func acts<Thing: PageThing>(_ type: Thing.Type) -> [Route] {
    let path = Thing.kind.path
    let name = "\(Thing.kind)"
    return [
      Route(.get, "\(path)/acts/{act}", "\(name)OpeningForm") { visit, places, site in
        try site.read(visit) { try ActPage<Thing>(places["act"], on: nil, in: $0).opened(site.drafts) }
      },
      Route(.post, "\(path)/acts/{act}", "\(name)Opening") { visit, places, site in
        try await ActPage<Thing>.answer(visit, places["act"], on: nil, at: site)
      },
      Route(.get, "\(path)/{number}/acts/{act}", "\(name)ActForm") { visit, places, site in
        try site.read(visit) { reading in
          try ActPage<Thing>(places["act"], on: try reading.number(places["number"], Thing.kind), in: reading).opened(
            site.drafts)
        }
      },
      Route(.post, "\(path)/{number}/acts/{act}", "\(name)Act") { visit, places, site in
        guard let id = places["number"].flatMap(ObjectID.init) else { throw PageFault.notHere }
        return try await ActPage<Thing>.answer(visit, places["act"], on: id, at: site)
      },
    ]
  }
}
