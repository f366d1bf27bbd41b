import Registry
import Reporting

extension ActForm {
  /// The acts on evaluations.
  static let evaluation: [ActForm] = [
    ActForm(
      .evaluation, "plan",
      [
        ActField("agreement", EvaluationFieldPhrase.agreement, .object([.agreement])),
        ActField(
          "sort", EvaluationFieldPhrase.sort,
          .choice(Evaluation.Sort.allCases.map(\.rawValue)) { $0.word(EvaluationSortPhrase.self, $1) }),
        ActField(
          "evaluator", EvaluationFieldPhrase.evaluator, .object([.appointment]),
          hint: EvaluationFieldPhrase.evaluatorHint),
        ActField(
          "criteria", EvaluationFieldPhrase.criteria,
          .list([
            ActField("id", WordPhrase.number, .ordinal),
            ActField("question", EvaluationFieldPhrase.question, .line()),
            ActField("unit", EvaluationFieldPhrase.unit, .line(limit: 40)),
            ActField(
              "direction", EvaluationFieldPhrase.direction,
              .choice(Evaluation.Direction.allCases.map(\.rawValue)) { $0.word(EvaluationDirectionPhrase.self, $1) }),
            ActField("target", EvaluationFieldPhrase.target, .whole, isOptional: true),
          ]), hint: EvaluationFieldPhrase.criteriaHint),
      ]),
    ActForm(
      .evaluation, "freeze",
      [
        ActField(
          "measures", EvaluationFieldPhrase.measures,
          .list([
            ActField("criterion", EvaluationFieldPhrase.criterion, .part(criteria)),
            ActField("before", EvaluationFieldPhrase.before, .whole),
            ActField("after", EvaluationFieldPhrase.after, .whole),
            ActField(
              "source", EvaluationFieldPhrase.source,
              .variant(
                [
                  ("jointReport", [ActField("_0", EvaluationFieldPhrase.jointReport, .object([.jointReport]))]),
                  (
                    "document",
                    [
                      ActField(
                        "_0", EvaluationFieldPhrase.document,
                        .group([
                          ActField("title", FieldPhrase.title, .line(limit: 80)),
                          ActField(
                            "digest", EvaluationFieldPhrase.digest, .line(limit: 64),
                            hint: EvaluationFieldPhrase.digestHint),
                        ]))
                    ]
                  ),
                ]) { $0.word(EvaluationSourcePhrase.self, $1) }),
          ]), hint: EvaluationFieldPhrase.measuresHint)
      ]),
    ActForm(
      .evaluation, "write", [ActField("lessons", EvaluationFieldPhrase.lessons, .lines)]),
    ActForm(.evaluation, "openComments"),
    ActForm(
      .evaluation, "comment",
      [ActField("text", EvaluationFieldPhrase.comment, .text(), hint: EvaluationFieldPhrase.publicHint)]),
    ActForm(
      .evaluation, "adopt",
      [ActField("answer", EvaluationFieldPhrase.answer, .text(), hint: EvaluationFieldPhrase.publicHint)]),
    ActForm(
      .evaluation, "recommend",
      [
        ActField(
          "outcome", EvaluationFieldPhrase.outcome,
          .choice(Evaluation.Outcome.allCases.map(\.rawValue)) { $0.word(EvaluationOutcomePhrase.self, $1) }),
        ActField("reasons", FieldPhrase.reasons, .text(limit: 4_000)),
      ]),
  ]

  /// The criteria of the evaluation that the address names.
  private static let criteria: ActField.Options = { reading, _ in
    reading.actedOn(Evaluation.self).map { evaluation in
      evaluation.criteria.map { (String($0.id), "\($0.id). \($0.question) (\($0.unit))") }
    } ?? []
  }
}

/// What the fields of forms on evaluations are called.
enum EvaluationFieldPhrase: String, Phrase {
  case agreement, sort, evaluator, evaluatorHint, criteria, criteriaHint, question, unit, direction, target
  case measures, measuresHint, criterion, before, after, source, jointReport, document, digest, digestHint
  case lessons, comment, publicHint, answer, outcome

  var wording: Wording {
    switch self {
    case .agreement: Wording("Which agreement?", "评估哪一协议？")
    case .sort: Wording("When in its course?", "评估时点")
    case .evaluator: Wording("Who evaluates?", "由谁评估？")
    case .evaluatorHint: Wording("Somebody who belongs to no party.", "须不属于任何当事方。")
    case .criteria: Wording("Criteria", "评估标准")
    case .criteriaHint:
      Wording("They are written down before anybody looks at the data.", "须在查看数据之前确定。")
    case .question: Wording("Question", "问题")
    case .unit: Wording("Unit", "单位")
    case .direction: Wording("What is better?", "何者为优？")
    case .target: Wording("Target", "目标")
    case .measures: Wording("Figures", "数据")
    case .measuresHint: Wording("One for each criterion.", "每项标准填写一组。")
    case .criterion: Wording("Criterion", "标准")
    case .before: Wording("Before", "之前")
    case .after: Wording("After", "之后")
    case .source: Wording("Where from?", "数据来源")
    case .jointReport: Wording("Joint report", "联合报告")
    case .document: Wording("Document", "文件")
    case .digest: Wording("SHA-256 of the document", "文件的 SHA-256 值")
    case .digestHint: Wording("64 hexadecimal digits, lower case", "64位小写十六进制数")
    case .lessons: Wording("What was learnt?", "结论")
    case .comment: Wording("Your comment", "您的意见")
    case .publicHint: Wording("Everybody can read it.", "内容对所有人公开。")
    case .answer: Wording("Answer to the comments", "对意见的答复")
    case .outcome: Wording("What should follow?", "处理建议")
    }
  }
}
