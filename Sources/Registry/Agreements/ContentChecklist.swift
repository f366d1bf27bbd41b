/// The law under which an agreement is made; it says what the text must contain.
///
/// The items of the lists restate the laws in our words and were not yet compared with the statutes line by line: whoever
/// relies on one compares it first.
public enum LegalFrame: String, Codable, Hashable, CaseIterable, Sendable {
  /// Iowa Code chapter 28E, joint exercise of governmental powers.
  case iowa28E
  /// Revised Code of Washington chapter 39.34, interlocal cooperation.
  case rcw3934
  /// European grouping of territorial cooperation: convention and statutes.
  case egtc
  /// Agreement on regional cooperation between Chinese governments (区域合作协议).
  case chineseCooperation
}

/// What an agreement must contain under a legal frame: data, each item with its own id and source.
public struct ContentChecklist: Hashable, Sendable {
  /// When an item is asked for.
  public enum Case: String, Hashable, Codable, Sendable {
    case always, withJointBody, withoutJointBody, withOutsideMembers
  }

  /// One thing that a clause must settle.
  public struct Item: Hashable, Sendable, Identifiable {
    /// Never changed and never used again, such as `28E.5-1`.
    public let id: String
    public let english: String
    public let chinese: String
    /// The provision that asks for it.
    public let source: String
    public let asked: Case
  }

  public let frame: LegalFrame
  public let items: [Item]

  /// The items asked for under these terms.
  public func items(under terms: Agreement.Terms) -> [Item] {
    items.filter { item in
      switch item.asked {
      case .always: true
      case .withJointBody: terms.jointBody
      case .withoutJointBody: !terms.jointBody
      case .withOutsideMembers: terms.outsideMembers
      }
    }
  }

  /// The items asked for that no clause answers.
  public func missing(from clauses: [Agreement.Clause], under terms: Agreement.Terms) -> [Item] {
    let answered = Set(clauses.flatMap(\.items))
    return items(under: terms).filter { !answered.contains($0.id) }
  }

  /// The checklist of a legal frame.
  public static func of(_ frame: LegalFrame) -> ContentChecklist {
    switch frame {
    case .iowa28E: iowa
    case .rcw3934: washington
    case .egtc: europe
    case .chineseCooperation: china
    }
  }
}

// MARK: - The lists

extension ContentChecklist {
  private typealias Row = (id: String, source: String, asked: Case, english: String, chinese: String)

  private init(_ frame: LegalFrame, _ rows: [Row]) {
    self.frame = frame
    items = rows.map { row in
      Item(id: row.id, english: row.english, chinese: row.chinese, source: row.source, asked: row.asked)
    }
  }

  private static let iowa = ContentChecklist(
    .iowa28E,
    [
      ("28E.5-1", "Iowa Code 28E.5(1)", .always, "its duration", "期限"),
      (
        "28E.5-2", "Iowa Code 28E.5(2)", .withJointBody,
        "the organisation, composition and nature of the entity it creates, and the powers delegated to it",
        "所设机构的组织、组成、性质及受托权限"
      ),
      ("28E.5-3", "Iowa Code 28E.5(3)", .always, "its purposes", "目的"),
      ("28E.5-4", "Iowa Code 28E.5(4)", .always, "how it is financed and how its budget is kept", "经费来源与预算"),
      (
        "28E.5-5", "Iowa Code 28E.5(5)", .always, "how it is ended in part or in whole, and what becomes of property",
        "部分或全部终止的方式及财产处置"
      ),
      (
        "28E.6-1", "Iowa Code 28E.6(1)", .withoutJointBody, "the administrator or joint board that carries it out",
        "负责执行的管理人或联合委员会"
      ),
      (
        "28E.6-2", "Iowa Code 28E.6(2)", .withoutJointBody, "how property is acquired, held and disposed of",
        "财产的取得、持有与处置"
      ),
    ])

  private static let washington = ContentChecklist(
    .rcw3934,
    [
      ("39.34.030-3a", "RCW 39.34.030(3)(a)", .always, "its duration", "期限"),
      (
        "39.34.030-3b", "RCW 39.34.030(3)(b)", .withJointBody,
        "the organisation, composition and nature of the entity it creates, and the powers delegated to it",
        "所设机构的组织、组成、性质及受托权限"
      ),
      ("39.34.030-3c", "RCW 39.34.030(3)(c)", .always, "its purposes", "目的"),
      (
        "39.34.030-3d", "RCW 39.34.030(3)(d)", .always, "how it is financed and how its budget is kept", "经费来源与预算"
      ),
      (
        "39.34.030-3e", "RCW 39.34.030(3)(e)", .always,
        "how it is ended in part or in whole, and what becomes of property", "部分或全部终止的方式及财产处置"
      ),
      (
        "39.34.030-4a", "RCW 39.34.030(4)(a)", .withoutJointBody,
        "the administrator, or the joint board on which the parties are represented", "负责执行的管理人或各方参加的联合委员会"
      ),
      (
        "39.34.030-4b", "RCW 39.34.030(4)(b)", .withoutJointBody, "how property is acquired, held and disposed of",
        "财产的取得、持有与处置"
      ),
    ])

  private static let europe = ContentChecklist(
    .egtc,
    [
      ("egtc-8-a", "Regulation (EC) 1082/2006, art. 8(2)(a)", .always, "name and registered office", "名称与注册地"),
      ("egtc-8-b", "art. 8(2)(b)", .always, "the territory in which it acts", "活动地域"),
      ("egtc-8-c", "art. 8(2)(c)", .always, "its objective and tasks", "目标与任务"),
      ("egtc-8-d", "art. 8(2)(d)", .always, "its duration and how it is dissolved", "存续期限与解散条件"),
      ("egtc-8-e", "art. 8(2)(e)", .always, "its members", "成员名单"),
      ("egtc-8-f", "art. 8(2)(f)", .always, "its organs and their competences", "机关及其职权"),
      ("egtc-8-g", "art. 8(2)(g)", .always, "the law by which the convention is read and enforced", "公约解释与执行的适用法"),
      ("egtc-8-h", "art. 8(2)(h)", .always, "the law where its organs act", "机关活动地的适用法"),
      (
        "egtc-8-i", "art. 8(2)(i)", .withOutsideMembers, "how members from outside the Union take part", "欧盟以外成员的参与"
      ),
      ("egtc-8-j", "art. 8(2)(j)", .always, "the law that governs its activities", "业务活动的适用法"),
      ("egtc-8-k", "art. 8(2)(k)", .always, "the rules for its staff and their recruitment", "人员管理与招聘规则"),
      ("egtc-8-l", "art. 8(2)(l)", .always, "its liability and that of its members", "本身及成员的责任"),
      ("egtc-8-m", "art. 8(2)(m)", .always, "mutual recognition, with control of public funds", "相互承认与公共资金监督"),
      ("egtc-8-n", "art. 8(2)(n)", .always, "how the statutes are adopted and the convention amended", "章程通过与公约修改程序"),
      ("egtc-9-a", "art. 9(2)(a)", .always, "how its organs work, and how many represent each member", "机关运作与成员代表人数"),
      ("egtc-9-b", "art. 9(2)(b)", .always, "how it decides", "决策程序"),
      ("egtc-9-c", "art. 9(2)(c)", .always, "its working languages", "工作语言"),
      ("egtc-9-d", "art. 9(2)(d)", .always, "how it functions", "运作安排"),
      ("egtc-9-e", "art. 9(2)(e)", .always, "procedures for staff and recruitment", "人员管理与招聘程序"),
      ("egtc-9-f", "art. 9(2)(f)", .always, "what its members contribute", "成员出资"),
      ("egtc-9-g", "art. 9(2)(g)", .always, "rules of accounting and budget", "会计与预算规则"),
      ("egtc-9-h", "art. 9(2)(h)", .always, "its independent external auditor", "独立外部审计"),
      ("egtc-9-i", "art. 9(2)(i)", .always, "how its statutes are amended", "章程修改程序"),
    ])

  /// No statute lists the contents of every agreement between Chinese governments. The items are those of article 17
  /// of the Regulations on Ecological Protection Compensation (生态保护补偿条例, 2024), read for any field, and what such
  /// agreements settle besides.
  private static let china = ContentChecklist(
    .chineseCooperation,
    [
      ("cn-1", "生态保护补偿条例 17(1)", .always, "the area and matters of the cooperation", "合作的具体范围"),
      ("cn-2", "生态保护补偿条例 17(2)", .always, "its goals, and how they are monitored and judged", "目标及其监测、评判指标"),
      ("cn-3", "生态保护补偿条例 17(3)", .always, "what each party is responsible for", "各方责任"),
      ("cn-4", "生态保护补偿条例 17(4)", .always, "money or other contributions, and how they are made", "资金或其他投入的方式与安排"),
      ("cn-5", "生态保护补偿条例 17(5)", .always, "its duration", "协议期限"),
      ("cn-6", "生态保护补偿条例 17(6)", .always, "what follows a breach", "违反协议的处理"),
      ("cn-7", "common practice", .always, "the body or office that coordinates", "组织协调机制"),
      ("cn-8", "common practice", .always, "how it enters into force, is amended and is ended", "生效、变更与终止"),
      ("cn-9", "common practice", .always, "how disputes are settled", "争议解决"),
    ])
}
