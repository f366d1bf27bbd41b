/// The forty problems of the demonstration, and how far each has come.
extension DemonstrationPlay {
  /// Where a file stands at the end of the history.
  enum FileEnd {
    case draft, filed, questioned, lapsed, accepted, rejected, diagnosing, diagnosed, options, decided, negotiating
    case practice, ruleChange, notSolved, closed, merged, reopened
  }

  struct Problem {
    let title: String
    let field: String
    let filer: Home
    let end: FileEnd
    /// The worked day on which it is written.
    let day: Int

    init(_ title: String, _ field: String, _ filer: Home, _ end: FileEnd, _ day: Int) {
      (self.title, self.field, self.filer, self.end, self.day) = (title, field, filer, end, day)
    }
  }

  static let problems: [Problem] = [
    Problem("Green water below the dam every May / 每年五月坝下绿水", "water", .city, .closed, 4),
    Problem("Night trucks avoid the toll through the villages / 夜间货车绕行村道", "transport", .lake, .closed, 9),
    Problem("Two ambulances for one call at the county line / 县界急救重复出车", "emergency", .lake, .closed, 14),
    Problem("A licence of one city is unknown in the next / 证照跨市不被认可", "services", .portChamber, .closed, 19),
    Problem("A plant moves and its old county loses the tax / 企业迁移税收流失", "taxation", .city, .closed, 24),
    Problem("The last ferry leaves before the last bus comes / 末班渡船早于末班车", "transport", .ferry, .closed, 30),
    Problem("Waste drifts from Old Ferry to the port / 古渡漂流垃圾进港", "water", .port, .closed, 36),
    Problem("Two measures for the same noise / 噪声两套标准", "standards", .port, .practice, 42),
    Problem("Flood gauges report in different units / 水位站单位不一", "water", .guardians, .practice, 55),
    Problem("School buses stop at the county line / 校车止于县界", "transport", .tea, .ruleChange, 70),
    Problem("A burst main that belongs to nobody / 无主管道爆裂", "services", .bridge, .ruleChange, 85),
    Problem("One hospital, two price lists / 同院两价", "services", .valley, .notSolved, 95),
    Problem("Sand is dug on both banks without a count / 两岸采砂无统计", "water", .guardians, .notSolved, 110),
    Problem("A bridge painted on one half / 桥面只修半边", "transport", .rock, .rejected, 120),
    Problem("The weather of last winter / 去年冬天的天气", "emergency", .uplandChamber, .rejected, 130),
    Problem("Green water again at the lower intake / 下游取水口再现绿水", "water", .port, .merged, 40),
    Problem("Night trucks, another complaint / 夜间货车再投诉", "transport", .valley, .merged, 45),
    Problem("Card readers refuse the neighbour's card / 刷卡机拒邻市卡", "services", .portChamber, .reopened, 60),
    Problem("Fish die in Clear Lake after rain / 清湖雨后死鱼", "water", .lake, .negotiating, 150),
    Problem("Fire hoses do not fit / 消防水带接口不合", "emergency", .valley, .negotiating, 165),
    Problem("Tea is inspected twice / 茶叶重复检验", "standards", .uplandChamber, .negotiating, 180),
    Problem("Freight pays for the same mile twice / 货运重复收费", "transport", .portChamber, .negotiating, 200),
    Problem("Quarry dust over the orchard / 采石粉尘入果园", "standards", .rock, .negotiating, 300),
    Problem("Wells sink on both sides / 两侧地下水下降", "water", .bridge, .negotiating, 310),
    Problem("Apprentices trained here, counted there / 学徒培训统计归属", "industry", .uplandChamber, .options, 380),
    Problem("Bins in the river park / 沿河公园垃圾箱", "services", .tea, .options, 390),
    Problem("Cold chain ends at the county line / 冷链止于县界", "transport", .tea, .decided, 395),
    Problem("Boats without lights / 无灯船只", "transport", .ferry, .diagnosed, 400),
    Problem("Lost pensions of those who moved / 迁移者养老金断档", "services", .spring, .diagnosed, 405),
    Problem("Two plans for one riverbank / 一岸两规", "water", .ridge, .diagnosing, 410),
    Problem("Solar park on the shared ridge / 共有山脊光伏", "industry", .ridge, .diagnosing, 415),
    Problem("Rescue radio silent in the gorge / 峡谷救援电台盲区", "emergency", .rock, .diagnosing, 420),
    Problem("A road number that changes four times / 路号四变", "transport", .bridge, .accepted, 440),
    Problem("Seed dealers without a common list / 种子商名录不一", "industry", .uplandChamber, .accepted, 445),
    Problem("Old mine water / 老矿水", "water", .guardians, .questioned, 462),
    Problem("Queues at the joint counter / 联办窗口排队", "services", .portChamber, .questioned, 465),
    Problem("A question that nobody answered / 无人答复的询问", "services", .bridge, .lapsed, 405),
    Problem("Library cards / 图书证互通", "services", .spring, .filed, 474),
    Problem("Frost warnings come late / 霜冻预警迟到", "emergency", .tea, .draft, 470),
    Problem("Shared repair ship / 共用维修船", "transport", .port, .draft, 472),
  ]

  /// Writes every file, and carries it as far as it comes.
  func fileProblems() {
    for (index, problem) in Self.problems.enumerated() {
      // Every tenth is filed by somebody without an account.
      let isVisitor = index % 10 == 8 && problem.end != .draft
      follow(problem, by: isVisitor ? nil : problem.filer)
    }
  }

  private func follow(_ problem: Problem, by home: Home?) {
    let story = DemonstrationStory(self, from: problem.day)
    let filer = home.map { clerk($0) } ?? .visitor
    var file: ObjectID?
    func act(_ later: Int, _ command: DocketFile.Command, by person: DemonstrationPerson) {
      story.then(later) { try self.act(DocketFile.self, command, on: file, by: person) }
    }
    let english = problem.title.split(separator: " / ")[0]
    story.then {
      file = try self.act(
        DocketFile.self,
        .draft(
          title: problem.title, field: problem.field,
          description: "Sample. \(english): what we see, since when, and whom it touches. 示例：情况、时间与影响范围。"),
        by: filer)
    }
    if problem.end == .draft { return }
    if home != nil { act(2, .file, by: filer) }
    if problem.end == .filed { return }
    if problem.end == .rejected {
      act(4, .reject(reasons: "It lies within one jurisdiction; its own office has been told. 属单一辖区事项，已转办。"), by: desk)
      return
    }
    if problem.end == .questioned || problem.end == .lapsed || (home != nil && draw(below: 4) == 0) {
      act(3, .ask(question: "Since when, and where exactly? 何时何地？"), by: desk)
      if problem.end == .questioned { return }
      if problem.end == .lapsed {
        // Sixty days without an answer, and the clock takes the file back to the desk.
        return
      }
      act(4, .answer(text: "Since spring, at the places marked on the map. 春季以来，见图。"), by: filer)
    }
    act(4, .accept, by: desk)
    if problem.end == .accepted { return }
    if problem.end == .merged {
      story.then(3) {
        try self.act(DocketFile.self, .merge(into: ObjectID(.docketFile, 1)), on: file, by: self.desk)
      }
      return
    }
    act(
      5, .diagnose(lead: cast.appointment(.lead, of: problem.filer.card.sort == .government ? problem.filer : .city)),
      by: desk)
    act(
      3,
      .map(affected: [
        .init(cast.id(.city), .party), .init(cast.id(.province), .party), .init(cast.id(.lake), .consulted),
        .init(cast.id(.rock), .leftOut, reason: "It lies in another valley. 位于另一流域。"),
      ]), by: desk)
    if problem.end == .diagnosing { return }
    act(8, .concludeDiagnosis(summary: "Cause, size and who can act are known. 原因、规模与责任主体已明。"), by: desk)
    if problem.end == .diagnosed { return }
    act(4, .openOptions, by: desk)
    if problem.end == .options { return }
    let outcome: DocketFile.Outcome =
      switch problem.end {
      case .practice, .reopened: .practice
      case .ruleChange: .ruleChange
      case .notSolved: .notSolved
      default: .negotiation
      }
    act(
      9, .decide(outcome: outcome, reasons: "The conference chose what all affected can carry. 联席会议择可行方案。"),
      by: member(.city))
    if problem.end == .decided { return }
    act(2, .carryOut, by: desk)
    switch problem.end {
    case .negotiating:
      story.then(4) { self.talk(about: try self.read(DocketFile.self, file), after: story.day) }
    case .closed, .reopened:
      story.wait(calendarDays: problem.end == .closed ? 200 : 60)
      story.then {
        try self.act(
          DocketFile.self,
          .close(reasons: "What was agreed is in place. 措施已落实。", redressUntil: self.now.later(days: 90)), on: file,
          by: self.desk)
      }
      if problem.end == .reopened {
        story.wait(calendarDays: 200)
        act(1, .reopen(evidence: "It has come back on two lines. 两条线路问题重现。"), by: desk)
      }
    default: break
    }
  }
}
