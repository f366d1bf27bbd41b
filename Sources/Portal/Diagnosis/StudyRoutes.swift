extension Route {
  /// The pages that show what the studies of the region's cases say.
  static let studies: [Route] =
    [
      Route(.get, "/study", "regionStudy") { visit, _, site in
        try site.read(visit) { try RegionStudyPage(reading: $0, desk: site.studies).page() }
      },
      Route(.get, "/docket/{number}/diagnosis", "docketDiagnosis") { visit, places, site in
        try site.read(visit) {
          try DiagnosisPage(problem: ProblemUnderStudy(places["number"], in: $0, at: site.studies)).page()
        }
      },
      Route(.get, "/docket/{number}/mechanism", "docketMechanism") { visit, places, site in
        try site.read(visit) {
          try MechanismPage(problem: ProblemUnderStudy(places["number"], in: $0, at: site.studies)).page()
        }
      },
    ] + shares + mediation
}
