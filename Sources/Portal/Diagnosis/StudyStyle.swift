import Reporting

/// How the parts of a study look on pages of the portal: as in the report, on white paper also where the screen is dark,
/// for the charts are drawn in ink.
enum StudyStyle {
  static let rules =
    StudyParts.style + """
      .study section{padding-top:1.25rem}
      .study p,.study ul{max-width:48rem}
      .study .legend,.study .keys{max-width:none}
      @media (prefers-color-scheme:dark){
      .study figure{--ink:#1b1f23;--soft:#53585d;--line:#d5d9dc;--faint:#f4f5f6;--paper:#fff;--accent:#14506b;
      background:#fff;color:#1b1f23;padding:1rem;border-radius:.2rem}
      .study .halo{stroke:#fff}}

      """
}
