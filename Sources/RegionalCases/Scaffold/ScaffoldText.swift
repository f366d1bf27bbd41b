/// The words of a scaffolded case.
enum ScaffoldText {
  static func head(of family: ProblemFamily) -> String {
    """
    # A case of three fictional members, for you to replace piece by piece.
    # After every change, check it: the check names file, line and column of whatever is wrong.
    interlocal: 1

    case:
      id: three-neighbours
      title: {en: Three neighbours, zh: 三个相邻城市}   # replace: the title of your case
      summary: {en: "North, Middle and South have a problem none can solve alone.", zh: 北城、中城和南城有一个谁也无法独自解决的问题。}
      money: {currency: EUR, scale: million, priceYear: 2024}   # what one unit of money is
      period: year                                              # or total: what the costs are costs of
      referenceDate: 2024-01-01

    # Every number comes from somewhere. This says "assumed" for all of them; as you replace a number, give it its own
    # status and source: {value: 120, status: published, source: yearbook-2023}.
    provenance: {status: assumed, remark: made up for the scaffold}

    # sources:
    #   yearbook-2023: {citation: "Statistical Yearbook 2023, table 2-1", url: "https://example.org"}

    parties:   # replace: who takes part
      - {id: north, name: {en: North, zh: 北城}, kind: government, tier: municipality, parent: province, place: {lon: 13.0, lat: 56.0}, capability: 3, autonomy: 0.1}
      - {id: middle, name: {en: Middle, zh: 中城}, kind: government, tier: municipality, parent: province, place: {lon: 13.1, lat: 55.8}, capability: 2, autonomy: 0.1}
      - {id: south, name: {en: South, zh: 南城}, kind: government, tier: municipality, parent: province, place: {lon: 13.2, lat: 55.6}, capability: 1, autonomy: {low: 0.1, mode: 0.2, high: 0.4}}
      - {id: province, name: {en: The province, zh: 省政府}, kind: authority, tier: province}
      - {id: chamber, name: {en: The chamber of commerce, zh: 商会}, kind: socialOrganisation, type: chamber}
      - {id: observatory, name: {en: The observatory, zh: 监测中心}, kind: monitor}

    indicators:   # replace: figures of the members
      population: {name: {en: Population, zh: 人口}, unit: thousand persons, values: {north: 120, middle: 80, south: 40}}

    ties:   # replace: who is related to whom; of an exchange, "from" depends on "to"
      - {from: province, to: north, kind: hierarchy}
      - {from: province, to: middle, kind: hierarchy}
      - {from: province, to: south, kind: hierarchy}
      - {from: north, to: middle, kind: agreement, since: 2019}
      - {from: south, to: middle, kind: exchange, resource: {en: water, zh: 水}, weight: 0.6, importance: 0.8, criticality: 0.5, substitutability: 0.3}

    institutions:   # replace: what they already have in common
      - {id: mayors, kind: forum, name: {en: The mayors' meeting, zh: 市长联席会议}, members: [north, middle, south], since: 2018-03, enforcement: 0.1}

    conditions:   # how the region behaves; leave out what you do not know, and a labelled default stands in
      trust: {min: 0.4, max: 0.7}
      patience: 0.9

    problems:
      - id: first
        family: \(family.rawValue)
        title: {en: The problem of the three, zh: 三城的问题}   # replace
        field: {en: public services, zh: 公共服务}             # replace
        urgency: 0.6
        members: [north, middle, south]   # this order is kept in every table
        authority: province
        monitor: observatory
        positions:
          - {party: north, demand: {en: a fair share, zh: 公平分担}, urgency: 0.7, salience: 0.8, position: 70}
          - {party: south, concern: {en: paying for others, zh: 替别人付费}, urgency: 0.4, salience: 0.6, position: 30}

    """
  }

  static let tail = """

    goals:   # replace: what is to be reached, by when
      - {id: grow, title: {en: More people served, zh: 服务更多居民}, indicator: population, baseline: 240, target: 260, date: 2030, weight: 1}

    study: {problem: first, seed: 1, draws: 1000}

    """

  static func block(of family: ProblemFamily) -> (yaml: String, files: [(name: String, text: String)]) {
    switch family {
    case .jointFacility: jointFacility
    case .spillover: spillover
    case .commonStandard: (commonStandard, [])
    case .competition: (competition, [])
    case .normalForm: normalForm
    }
  }

  private static let jointFacility = (
    yaml: """
        jointFacility:
          # Replace the costs in coalition_costs.csv: what each would pay alone, each pair, and all together.
          costs: {file: coalition_costs.csv, coalition: coalition, worth: cost_million_eur}
          proportionalTo: [population]

    """,
    files: [
      (
        name: "coalition_costs.csv",
        text: """
        coalition,cost_million_eur
        north,6.5
        middle,4.2
        south,1.5
        north+middle,10.3
        north+south,8.0
        middle+south,5.3
        north+middle+south,10.6

        """
      )
    ]
  )

  private static let spillover = (
    yaml: """
        spillover:
          action: {en: emissions removed, zh: 减排量}   # replace: what can be done about it
          actionUnit: {en: kilotonnes a year, zh: 千吨/年}
          baseline: {values: {north: 30, middle: 20, south: 10}}      # what each emits when it does nothing
          limit: {values: {north: 15, middle: 12, south: 6}}          # the most each can remove
          abatementCost: {values: {north: 0.2, middle: 0.3, south: 0.5}}   # c in the cost c·q²/2
          damage:
            linear: {all: 1.5}       # what a unit of deposition costs each
          # Replace transport.csv: a row for each receptor, in per cent of its level, a column for each emitter.
          # Along a river, in place of transport and level: river: {retention: {north: 0.2, middle: 0.1}}
          transport: {file: transport.csv, receptor: receptor, scale: 0.01}
          level: {values: {north: 40, middle: 45, south: 35}}
          background: {all: 5}

    """,
    files: [
      (
        name: "transport.csv",
        text: """
        receptor,north,middle,south
        north,60,20,5
        middle,25,50,10
        south,10,30,40

        """
      )
    ]
  )

  private static let commonStandard = """
        commonStandard:
          items:   # replace: what could be made common
            - {id: permits, name: {en: Building permits, zh: 施工许可}, weight: 2}
            - {id: licences, name: {en: Trade licences, zh: 营业执照}}
          benefit: {values: {north: 3, middle: 2.5, south: 2}}         # of sharing an item with everyone
          switchingCost: {values: {north: 1.5, middle: 2, south: {low: 1, mode: 2.5, high: 4}}}
          # In place of switchingCost, by the steps from where each stands to a common level:
          # scales: {levels: {permits: {values: …}, licences: {values: …}}, target: highest, costPerStep: {all: 0.5}}
          exchangeWeights: uniform
          adopted: {permits: [north]}

    """

  private static let competition = """
        competition:
          instrument: {en: the tax on capital, zh: 资本税率}   # replace: what they compete with
          kind: tax
          range: {low: 0, high: 1}
          parameters: {outputA: 10, outputB: 1, capitalPerHead: 2, publicFundsValue: 1.5}   # replace

    """

  private static let normalForm = (
    yaml: """
        normalForm:
          actions: {north: [open, closed], middle: [open, closed], south: [open, closed]}
          # Replace payoffs.csv: a row for every way in which the three can act, and what each then gets.
          payoffs: {file: payoffs.csv}

    """,
    files: [
      (
        name: "payoffs.csv",
        text: """
        north,middle,south,payoff_north,payoff_middle,payoff_south
        open,open,open,3,3,3
        closed,open,open,4,1.5,1.5
        open,closed,open,1.5,4,1.5
        closed,closed,open,2,2,0.5
        open,open,closed,1.5,1.5,4
        closed,open,closed,2,0.5,2
        open,closed,closed,0.5,2,2
        closed,closed,closed,1,1,1

        """
      )
    ]
  )
}
