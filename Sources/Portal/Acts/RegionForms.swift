import Registry
import Reporting

extension ActForm {
  /// The acts on the region itself.
  static let region: [ActForm] = [
    ActForm(.region, "establish", [charter]),
    ActForm(.region, "revise", [charter]),
  ]

  private static let charter = ActField(
    "charter", MemberFieldPhrase.charter,
    .group([
      ActField("nameEnglish", MemberFieldPhrase.nameEnglish, .line()),
      ActField("nameChinese", MemberFieldPhrase.nameChinese, .line()),
      ActField("currency", BooksFieldPhrase.currency, .line(limit: 3), hint: BooksFieldPhrase.currencyHint),
      ActField("fields", MemberFieldPhrase.charterFields, .lines, hint: MemberFieldPhrase.charterFieldsHint),
      ActField(
        "calendar", MemberFieldPhrase.calendar,
        .group([
          ActField("zone", MemberFieldPhrase.zone, .line(limit: 60), hint: MemberFieldPhrase.zoneHint),
          ActField(
            "version", MemberFieldPhrase.calendarVersion, .line(limit: 40), hint: MemberFieldPhrase.calendarVersionHint),
          ActField("holidays", MemberFieldPhrase.holidays, .lines, hint: MemberFieldPhrase.daysHint, isOptional: true),
          ActField(
            "workedWeekends", MemberFieldPhrase.workedWeekends, .lines, hint: MemberFieldPhrase.daysHint,
            isOptional: true),
        ])),
      ActField("answerWithin", MemberFieldPhrase.answerWithin, .whole),
      ActField("clarificationLimit", MemberFieldPhrase.clarificationLimit, .whole),
    ]))
}
