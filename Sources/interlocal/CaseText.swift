import RegionalCases

/// What a case holds, chapter by chapter, for a terminal.
struct CaseText: CustomStringConvertible {
  private let regionalCase: RegionalCase
  private let lang: String

  init(_ regionalCase: RegionalCase, _ lang: String) {
    self.regionalCase = regionalCase
    self.lang = lang
  }

  var description: String {
    var lines = ["\(regionalCase.title[lang])  (\(regionalCase.id), \(regionalCase.money))"]
    if let summary = regionalCase.summary { lines.append(summary[lang]) }
    for chapter in parties + institutions + problems + rest where !chapter.rows.isEmpty {
      lines += ["", chapter.title, TextTable(chapter.rows).description]
    }
    return lines.joined(separator: "\n")
  }

  private typealias Chapter = (title: String, rows: [[String]])

  /// The words of the command in the language asked for; English where there are none.
  private func say(_ english: String, _ chinese: String) -> String { lang.hasPrefix("zh") ? chinese : english }

  /// A number as one would type it.
  private func plain(_ number: Double) -> String {
    Int(exactly: number).map { "\($0)" } ?? "\(number)"
  }

  private func counted(_ count: Int, _ english: String, _ chinese: String) -> String {
    say("\(count) \(english)\(count == 1 ? "" : "s")", "\(count)\(chinese)")
  }

  private var parties: [Chapter] {
    [
      (
        say("Parties", "各方"),
        regionalCase.parties.map { party in
          [
            party.id.rawValue, party.name[lang], party.kind.word.rawValue, party.kind.tier?.rawValue ?? "",
            party.kind.parent.map { say("under \($0)", "隶属\($0)") } ?? "",
          ]
        }
      ),
      (
        say("Ties", "联系"),
        regionalCase.ties.map {
          [
            $0.from.rawValue, $0.to.rawValue, $0.kind.word.rawValue,
            $0.since.map { say("since \($0)", "自\($0)起") } ?? "",
          ]
        }
      ),
    ]
  }

  // MARK: Institutions, and what is paid by them

  private var institutions: [Chapter] {
    let list: Chapter = (
      say("Institutions", "制度"),
      regionalCase.institutions.map {
        [$0.id, $0.name[lang], $0.kind.rawValue, $0.members.map(\.rawValue).joined(separator: " ")]
      }
    )
    return [list] + regionalCase.institutions.flatMap(terms)
  }

  private func terms(of institution: Institution) -> [Chapter] {
    var chapters: [Chapter] = []
    if let index = institution.index {
      var rows = [[say("index", "指数"), index.name[lang]]]
      if let base = index.base { rows.append([say("compared with", "对比"), base[lang]]) }
      rows.append([say("coefficient", "系数"), plain(index.coefficient?.best ?? 1)])
      rows += index.components.map { [$0.id, say("weight \(plain($0.weight.best))", "权重\(plain($0.weight.best))")] }
      chapters.append((say("Index of \(institution.id)", "\(institution.id)的指数"), rows))
    }
    let rows = institution.payments.map { payment in
      [
        payment.from.rawValue, payment.to.rawValue, plain(payment.amount.best),
        condition(above: payment.above?.best, upTo: payment.upTo?.best),
      ]
    }
    return chapters + [(say("Payments of \(institution.id)", "\(institution.id)的支付"), rows)]
  }

  /// When a payment is due.
  private func condition(above: Double?, upTo: Double?) -> String {
    switch (above.map(plain), upTo.map(plain)) {
    case (nil, nil): say("each period", "每期")
    case (let low?, nil): say("if the index is above \(low)", "指数高于\(low)时")
    case (nil, let high?): say("if the index is at most \(high)", "指数不高于\(high)时")
    case (let low?, let high?):
      say("if the index is above \(low) and at most \(high)", "指数高于\(low)且不高于\(high)时")
    }
  }

  // MARK: Problems, and the levels in them

  private var problems: [Chapter] {
    let indicators: Chapter = (
      say("Indicators", "指标"),
      regionalCase.indicators.map {
        [$0.id, $0.name[lang], $0.unit, counted($0.values.count, "figure", "个数值")]
      }
    )
    let list: Chapter = (
      say("Problems", "问题"),
      regionalCase.problems.map {
        [$0.id, $0.title[lang], $0.family.name.rawValue, counted($0.members.count, "member", "个成员")]
      }
    )
    return [indicators, list] + regionalCase.problems.flatMap(details)
  }

  private func details(of problem: Problem) -> [Chapter] {
    [
      (
        say("Positions on \(problem.id)", "对\(problem.id)的立场"),
        problem.positions.map { position in
          [
            position.party.rawValue,
            position.demand.map { say("wants: \($0[lang])", "诉求：\($0[lang])") } ?? "",
            position.concern.map { say("fears: \($0[lang])", "顾虑：\($0[lang])") } ?? "",
            position.actionCost.map { say("cost of acting: \($0.best)", "行动成本：\($0.best)") } ?? "",
            position.urgency.map { say("urgency: \($0.best)", "紧迫程度：\($0.best)") } ?? "",
          ]
        }
      ),
      (
        say("Levels above \(problem.id)", "\(problem.id)的上级"),
        problem.hierarchy.map { [$0.authority.rawValue, minded(by: $0, in: problem)] + levers(of: $0) }
      ),
      (
        say("Agencies in \(problem.id)", "\(problem.id)中的部门"),
        problem.agencies.map {
          [
            $0.member.rawValue, $0.id, $0.name[lang],
            say("minds \(plain($0.minds.best))", "关注\(plain($0.minds.best))"),
          ]
        }
      ),
    ]
  }

  /// Whom a level above counts, and how much.
  private func minded(by level: LevelAbove, in problem: Problem) -> String {
    let weights = level.weights.best
    if let first = weights.first, weights.allSatisfy({ $0 == first }) {
      return say("minds each \(plain(first))", "对各成员的权重\(plain(first))")
    }
    let told = zip(problem.members, weights).map { "\($0) \(plain($1))" }
    return say("minds \(told.joined(separator: ", "))", "权重：\(told.joined(separator: "，"))")
  }

  private func levers(of level: LevelAbove) -> [String] {
    let subsidy = level.subsidy.map { subsidy -> String in
      let (upTo, funds) = (plain(subsidy.upTo.best), plain(subsidy.costOfFunds?.best ?? 1))
      return say("pays up to \(upTo) at \(funds) a unit", "补助上限\(upTo)，每单位成本\(funds)")
    }
    let evaluation = level.evaluation.map { evaluation -> String in
      let (upTo, cost) = (plain(evaluation.upTo.best), plain(evaluation.cost?.best ?? 0))
      return say("evaluates up to \(upTo) at a cost of \(cost)", "考核权重上限\(upTo)，成本系数\(cost)")
    }
    let told = [subsidy, evaluation].compactMap(\.self)
    return told.isEmpty ? [say("has no lever", "无手段")] : told
  }

  private var rest: [Chapter] {
    [
      (
        say("Goals", "目标"),
        regionalCase.goals.map {
          [
            $0.id, $0.title[lang],
            say("\($0.baseline.best) to \($0.target.best)", "\($0.baseline.best)至\($0.target.best)"),
            say("by \($0.date)", "至\($0.date)"),
          ]
        }
      ),
      (
        say("Conditions", "条件"),
        Condition.allCases.compactMap { condition in
          regionalCase.conditions[condition].map {
            [condition.rawValue, "\($0.best)", $0.provenance.status.rawValue]
          }
        }
      ),
      (say("Sources", "来源"), regionalCase.sources.map { [$0.id, $0.citation[lang]] }),
    ]
  }
}
