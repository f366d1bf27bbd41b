@testable import Studies

/// Names that try to break out of a page, run long or run from the right, drawn by number.
func hostileName(_ seed: UInt64) -> String {
  let pieces = [
    "<script>alert(1)</script>", "\" onload=\"x", "'", "&amp;", "&", "]]>", "<!--", "</title>", "</style>", "{who}",
    "مدينة الرياض", "עיר", "北京市", "\u{202E}txt", "\u{0}\u{1}\u{B}", "\r\n", ",", "\"", "Ünterlüß", "🏙️", "\u{FFFE}",
    String(repeating: "Verylongname", count: 7), "a b c", "#", "%s", "\u{2028}", "--", "𠮷野家", "NaN", "inf",
  ]
  var state = seed &+ 0x9E37_79B9_7F4A_7C15
  var name = ""
  for _ in 0..<4 {
    state = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    state ^= state >> 27
    name += pieces[Int(state % UInt64(pieces.count))]
  }
  return name
}

/// The findings of a facility or a spillover with every text of the case made hostile.
func hostileFindings(_ seed: UInt64) -> Findings {
  var findings = seed % 2 == 0 ? facilityFindings() : spilloverFindings()
  findings.title = ["en": hostileName(seed), "zh": hostileName(seed + 1)]
  findings.summary = ["": hostileName(seed + 2)]
  findings.caseID = hostileName(seed + 3)
  findings.money.currency = hostileName(seed + 4)
  for index in findings.parties.indices {
    findings.parties[index].name = ["en": hostileName(seed &* 31 &+ UInt64(index))]
    findings.parties[index].kind = hostileName(seed + 5)
  }
  for index in findings.mechanisms.ranking.indices {
    findings.mechanisms.ranking[index].name = ["zh": hostileName(seed &* 17 &+ UInt64(index))]
  }
  findings.mechanisms.reasons.append(
    ReasonFinding(code: hostileName(seed + 6), subjects: [hostileName(seed + 7)], figures: []))
  findings.sources.append(
    SourceFinding(
      key: hostileName(seed + 8), citation: hostileName(seed + 9), url: "javascript:alert(1)", licence: nil, note: nil))
  findings.sources.append(
    SourceFinding(
      key: "k", citation: "c", url: "https://example.org/\"><script>x</script>", licence: hostileName(seed), note: nil))
  findings.inputs.append(
    InputFinding(
      name: hostileName(seed + 10), count: 1, unit: hostileName(seed + 11), status: hostileName(seed + 12),
      source: nil, remark: hostileName(seed + 13), low: 0, high: 1, isUncertain: false))
  findings.warnings = [hostileName(seed + 14)]
  return findings
}
