import Studies

/// A formula as MathML, built from its parts; as a ``Wording``, it may have a second form where gains are counted.
indirect enum Formula: Sendable {
  case symbol(String)
  case number(String)
  case sign(String)
  case words(String)
  case row([Formula])
  case below(Formula, Formula)
  case above(Formula, Formula)
  case both(Formula, below: Formula, above: Formula)
  case under(Formula, Formula)
  case fraction(Formula, Formula)
  case either(costs: Formula, gains: Formula)

  /// Writes the formula in a line of its own element, as it reads for what is counted.
  func write(to html: inout HTML, counting: DiagnosisFindings.Counting) {
    html.element("math", ["xmlns": "http://www.w3.org/1998/Math/MathML", "display": "inline", "displaystyle": "true"]) {
      html in
      html.element("mrow") { form(counting).part(&$0) }
    }
  }

  private func form(_ counting: DiagnosisFindings.Counting) -> Formula {
    guard case .either(let costs, let gains) = self else { return self }
    return counting == .gain ? gains : costs
  }

  /// The same with v, what a group gains on its own, for c, what it bears, where gains are counted.
  private static func worths(_ formula: Formula) -> Formula { .either(costs: formula, gains: formula.ofWorths) }

  private var ofWorths: Formula {
    switch self {
    case .symbol("c"): .symbol("v")
    case .symbol, .number, .sign, .words: self
    case .row(let parts): .row(parts.map(\.ofWorths))
    case .below(let base, let index): .below(base.ofWorths, index.ofWorths)
    case .above(let base, let power): .above(base.ofWorths, power.ofWorths)
    case .both(let base, let below, let above):
      .both(base.ofWorths, below: below.ofWorths, above: above.ofWorths)
    case .under(let base, let below): .under(base.ofWorths, below.ofWorths)
    case .fraction(let top, let bottom): .fraction(top.ofWorths, bottom.ofWorths)
    case .either(_, let gains): gains
    }
  }

  private func part(_ html: inout HTML) {
    switch self {
    case .either(let costs, _): costs.part(&html)
    case .symbol(let text): html.element("mi", text: text)
    case .number(let text): html.element("mn", text: text)
    case .sign(let text): html.element("mo", ["stretchy": "false"], text: text)
    case .words(let text): html.element("mtext", text: text)
    case .row(let parts): html.element("mrow") { html in for formula in parts { formula.part(&html) } }
    case .below(let base, let index):
      html.element("msub") { html in
        base.part(&html)
        index.part(&html)
      }
    case .above(let base, let power):
      html.element("msup") { html in
        base.part(&html)
        power.part(&html)
      }
    case .both(let base, let below, let above):
      html.element("msubsup") { html in
        base.part(&html)
        below.part(&html)
        above.part(&html)
      }
    case .under(let base, let below):
      html.element("munder") { html in
        base.part(&html)
        below.part(&html)
      }
    case .fraction(let top, let bottom):
      html.element("mfrac") { html in
        top.part(&html)
        bottom.part(&html)
      }
    }
  }
}

extension Formula {
  static func read(_ text: String) -> Formula {
    // Formulas are written as words apart: letters are symbols, digits numbers, `a_b` and `a^b` an index above or below.
    .row(
      text.split(separator: " ").map { word in
        let pieces = word.split(separator: "_", maxSplits: 1)
        if pieces.count == 2 {
          let tops = pieces[1].split(separator: "^", maxSplits: 1)
          if tops.count == 2 { return .both(atom(pieces[0]), below: atom(tops[0]), above: atom(tops[1])) }
          return .below(atom(pieces[0]), atom(pieces[1]))
        }
        let tops = word.split(separator: "^", maxSplits: 1)
        return tops.count == 2 ? .above(atom(tops[0]), atom(tops[1])) : atom(word)
      })
  }

  private static func atom(_ text: Substring) -> Formula {
    guard let first = text.first else { return .words("") }
    if first.isNumber { return .number(String(text)) }
    return first.isLetter ? .symbol(String(text)) : .sign(String(text))
  }

  static func sum(_ below: String) -> Formula { .under(.sign("∑"), read(below)) }
  private static func least(_ below: String) -> Formula { .under(.words("min"), read(below)) }
  private static func most(_ below: String) -> Formula { .under(.words("max"), read(below)) }

  // MARK: The game

  static let gap = read("C^N − C^*")
  static let anarchy = Formula.either(
    costs: fraction(read("C^N"), read("C^*")), gains: fraction(read("C^*"), read("C^N")))
  static let loser = read("C_i^* > C_i^N")
  /// In a spillover: the best reply to the optimum.
  static let temptation = row([
    most("i"), read("( C_i^* −"), least("q_i"), read("C_i ( q_i , q_−i^* ) )"),
  ])
  /// In any other family: the best reply to the optimum.
  static let deviation = row([
    most("i"), read("( C_i^* −"), least("a_i"), read("C_i ( a_i , a_−i^* ) )"),
  ])
  /// In a joint facility: the provisional bill, of which whoever breaks away pays nothing.
  static let facilityTemptation = row([most("i"), read("B_i ( N )")])
  static let spillover = read("C_i = c_i q_i^2 / 2 + d_i X_i + e_i X_i^2 / 2")
  static let deposition = row([
    read("X_j = b_j +"), sum("i"), read("A_ij ( Ē_i − q_i ) , A_ij = m_ji l_j / Ē_i"),
  ])
  static let abatement = row([
    read("q_i = min ( Q_i ,"), fraction(.number("1"), read("c_i")), sum("j ∈ S"),
    read("A_ij ( d_j + e_j X_j ) ) , i ∈ S"),
  ])
  static let outsiderAbatement = read("q_i = min ( Q_i , A_ii ( d_i + e_i X_i ) / c_i ) , i ∉ S")
  static let gamma = row([read("c ( S ) ="), sum("i ∈ S"), read("C_i ( S )")])
  static let facility = row([
    read("c ( S ) = f + s"), .above(row([read("("), sum("i ∈ S"), read("y_i )")]), .symbol("e")), read("+ p T ( S )"),
  ])
  static let alternative = read("c ( i ) = min ( c ( i ) , v_i )")
  static let bill = row([
    read("B_i ( S ) = c ( S )"), fraction(read("c ( i )"), row([sum("j ∈ S"), read("c ( j )")])),
    read(", i ∈ S ; B_i ( S ) = c ( i ) , i ∉ S"),
  ])
  static let stability = read("C_i ( S ) ≤ C_i ( S ∖ i ) , i ∈ S ; C_j ( S ) ≤ C_j ( S ∪ j ) , j ∉ S")
  static let potentialStability = row([sum("i ∈ S"), read("( C_i ( S ∖ i ) − C_i ( S ) ) ≥ 0")])
  static let transfers = row([
    read("Z_i = K_i^* − K_i^N −"), sum("j"), read("w_ij ( K_j^* − K_j^N ) , w_ij ="),
    fraction(read("A_ji D_i^′"), row([sum("k"), read("A_jk D_k^′")])), read(", D_i^′ = d_i + e_i X_i^*"),
  ])
  static let spilloverStake = row([
    read("D_ij ="), fraction(read("C_i^N − C_i ( q_j^* , q_−j^N )"), read("C_i^N")),
  ])
  static let stake = row([
    read("D_ij ="), fraction(read("C_i^N − C_i ( a_j^* , a_−j^N )"), read("| C_i^N |")),
  ])
  static let facilityStake = row([
    read("D_ij ="), fraction(read("c ( i ) + c ( j ) − c ( i , j )"), read("2 c ( i )")),
  ])
  static let mutual = read("D_ij + D_ji , | D_ij − D_ji |")

  // MARK: The game, where members adopt, compete or choose from a table

  static let adoption = row([
    read("u_i ="), read("b_i ("), read("w_ii +"), sum("j ≠ i"), read("w_ij x_j ) − s_i , x_i = 1 ;"),
    read("u_i = 0 , x_i = 0"),
  ])
  static let cascade = row([
    read("x_i → 1 : b_i ( w_ii +"), sum("j ≠ i"), read("w_ij x_j ) > s_i"),
  ])
  static let push = row([
    .under(.words("min"), .symbol("z")), sum("i"), read("z_i :"), read("s_i − z_i → ( 1 , … , 1 )"),
  ])
  static let laplacian = row([read("b_i ( w_ii +"), fraction(read("1 − w_ii"), .number("2")), read(") > s_i")])
  static let payoff = row([
    read("u_i = β_i x_i − α_i x_i^2 / 2 +"), sum("j ≠ i"), read("γ_ij x_i x_j +"), sum("j ≠ i"), read("ε_ij x_j + κ_i"),
  ])
  static let complementarity = read("l_i ≤ x_i ≤ h_i , ( x_i − l_i ) ∂u_i^− = 0 , ( h_i − x_i ) ∂u_i^+ = 0")
  static let nash = row([
    read("E u_i ( σ ) ="), .under(.words("max"), .symbol("a")), read("E u_i ( a , σ_−i ) , ∀ i"),
  ])
  static let jointChoice = row([
    read("v ( S ) ="), sum("i ∈ S"), read("u_i ( x_S , x_−S ) , x_S ="), .under(.words("arg max"), .symbol("x_S")),
    sum("i ∈ S"), read("u_i"),
  ])

  // MARK: Who pays or gets what

  static let core = Formula.either(
    costs: row([sum("i ∈ S"), read("x_i ≤ c ( S ) , ∀ S ⊂ N ,"), sum("i ∈ N"), read("x_i = c ( N )")]),
    gains: row([sum("i ∈ S"), read("x_i ≥ v ( S ) , ∀ S ⊂ N ,"), sum("i ∈ N"), read("x_i = v ( N )")]))
  static let leastCore = leastExcess(costs: "x ( N ) = c ( N )", gains: "x ( N ) = v ( N )")
  /// The first step of the nucleolus: as the least core, but nobody is left worse off than alone.
  static let nucleolus = leastExcess(
    costs: "x ( N ) = c ( N ) , x_i ≤ c ( i )", gains: "x ( N ) = v ( N ) , x_i ≥ v ( i )")

  private static func leastExcess(costs: String, gains: String) -> Formula {
    .either(
      costs: row([
        least(costs), .words("\u{00A0}"), most("S ≠ ∅ , N"), read("("), sum("i ∈ S"), read("x_i − c ( S ) )"),
      ]),
      gains: row([
        least(gains), .words("\u{00A0}"), most("S ≠ ∅ , N"), read("( v ( S ) −"), sum("i ∈ S"), read("x_i )"),
      ]))
  }

  static let shapley = worths(
    row([
      read("x_i ="), sum("S ∌ i"),
      fraction(read("| S | ! ( n − | S | − 1 ) !"), read("n !")), read("( c ( S ∪ i ) − c ( S ) )"),
    ]))
  static let separableCost = worths(read("s_i = c ( N ) − c ( N ∖ i )"))
  static let separable = worths(
    row([
      read("x_i = s_i +"), fraction(read("c ( i ) − s_i"), row([sum("j"), read("( c ( j ) − s_j )")])),
      read("( c ( N ) −"), sum("j"), read("s_j )"),
    ]))
  static let equalNonseparable = worths(
    row([
      read("x_i = s_i +"), fraction(.number("1"), .symbol("n")), read("( c ( N ) −"), sum("j"), read("s_j )"),
    ]))
  static let claim = Formula.either(
    costs: row([read("m_i ="), least("S ∋ i"), read("( c ( S ) −"), sum("j ∈ S ∖ i"), read("s_j )")]),
    gains: row([read("m_i ="), most("S ∋ i"), read("( v ( S ) −"), sum("j ∈ S ∖ i"), read("s_j )")]))
  static let tau = worths(
    row([
      read("x_i = m_i − λ ( m_i − s_i ) , λ ="),
      fraction(
        row([sum("j"), read("m_j − c ( N )")]), row([sum("j"), read("( m_j − s_j )")])),
    ]))
  static let gately = worths(
    row([
      read("x_i = c ( i ) −"), fraction(read("c ( i ) − s_i"), row([sum("j"), read("( c ( j ) − s_j )")])),
      read("("), sum("j"), read("c ( j ) − c ( N ) )"),
    ]))
  static let equal = worths(read("x_i = c ( N ) / n"))
  static let proportional = worths(
    row([
      read("x_i = c ( N )"), fraction(read("y_i"), row([sum("j"), read("y_j")])),
    ]))

  // MARK: The forms of cooperation

  static let gain = read("g_i = C_i^N − C_i ( S ) ; g_i > 0 : g_i ( 1 − ω )")
  static let contribution = row([
    read("u_i = max ( K_i ( S ) − K_i^N , 0 ) , U ="), sum("i ∈ S"), read("u_i"),
  ])
  static let spilloverTemptation = row([
    read("t_i = C_i ( S ) −"), least("q_i"), read("C_i ( q_i , q_−i ( S ) )"),
  ])
  static let breach = row([
    read("t_i = C_i ( S ) −"), least("a_i"), read("C_i ( a_i , a_−i ( S ) )"),
  ])
  static let billTemptation = read("t_i = B_i ( S )")
  static let net = row([read("G = p_1 p_2 p_3"), sum("i ∈ N"), read("g_i − T − A")])
  static let memberNet = row([
    read("n_i ( p ) = ( 1 − r ) ( p g_i − T u_i / U − A_i ) + r w_i ( p"), sum("j ∈ S"), read("g_j − T −"),
    sum("j ∈ S"), read("A_j )"),
  ])
  static let payment = row([
    read("Z_i = r ("),
    fraction(row([read("w_i ( p"), sum("j ∈ S"), read("g_j − T − A ) + T u_i / U + A_i")]), .symbol("p")),
    read("− g_i )"),
  ])
  static let weights = row([
    read("w_i ∝"), fraction(.number("1"), read("2 n")), .sign("+"),
    fraction(row([sum("j"), read("E_ji")]), row([.number("2"), sum("j"), sum("k"), read("E_jk")])),
  ])
  static let detection = row([
    read("π = 1 −"), .above(read("( 1 − π_0 )"), read("1 + χ m")), read("( 1 − π_a ) ( 1 − π_m ) ( 1 − π_t )"),
  ])
  static let future = row([
    read("v ="), read("( 1 + 0.1 ( z − 1 ) )"), fraction(read("δ ( 1 − h )"), read("1 − δ ( 1 − h )")),
  ])
  static let fine = read("f_i = ( λ F + β ) u_i")
  static let loss = row([read("l_i = max ( ( 1 − r ) g_i + r w_i"), sum("j ∈ S"), read("g_j , 0 )")])
  static let keeping = row([
    read("p_3 ="), .under(.sign("∏"), read("i ∈ S")), read("Φ ("),
    fraction(read("π ( f_i + v l_i ) − t_i"), read("σ u_i")), .sign(")"),
  ])
  static let neededBelief = row([
    read("p_i^* ="), fraction(read("x_i"), read("x_i + π ( f_i + v l_i ) + max ( − t_i , 0 )")),
    read(", x_i = max ( t_i − π f_i , e_i − π f_i , 0 )"),
  ])
  static let coordination = row([
    read("p_1 = P ( Y >"), .above(row([read("("), most("i ∈ S"), read("p_i^* )")]), read("1 / ( ( k − 1 ) θ )")),
    read(") , Y ~ Beta ( κ τ , κ ( 1 − τ ) )"),
  ])
  static let division = row([
    read("p_2 ="), fraction(read("| i ∈ S : n_i ( 1 ) ≥ 0 |"), .symbol("k")), read("exp ( − φ Δ ( 1 − τ ) ln k )"),
  ])
  static let spread = Formula.either(costs: spread(saving: "c ( i ) − c ( S ) )"), gains: spread(gain: "v ( S ) −"))

  private static func spread(saving: String) -> Formula { spread(over: [sum("i ∈ S"), read(saving)]) }

  private static func spread(gain: String) -> Formula { spread(over: [read(gain), sum("i ∈ S"), read("v ( i ) )")]) }

  private static func spread(over gained: [Formula]) -> Formula {
    row([
      read("Δ = min ( 1 ,"),
      fraction(
        row([sum("i ∈ S"), read("("), most("R"), read("x_i^R −"), least("R"), read("x_i^R )")]),
        row([read("2 (")] + gained)), .sign(")"),
    ])
  }
  static let transaction = read("T = U ε^y ( T_s + T_n + T_m + T_e + T_a )")
  static let search = read("T_s = c_s L / k")
  static let bargaining = row([
    read("T_n = c_n"), .above(.symbol("k"), read("η − 1")), read("( 1 + μ H ) θ z"),
  ])
  static let monitoring = read("T_m = − c_m ( L / k ) ln ( ( 1 − π_a ) ( 1 − π_m ) ( 1 − π_t ) )")
  static let enforcement = read("T_e = c_r + β ( 1 − δ ) , T_a = 0")
  static let agency = read("T_e = β ( 1 − δ ) , T_a = c_r")
  static let autonomy = row([read("A_i = α_i a o u_i , A ="), sum("i ∈ S"), read("A_i")])
  static let gini = row([
    read("H ="),
    fraction(row([sum("i"), read("( 2 i − n − 1 ) C_i^N")]), row([.symbol("n"), sum("i"), read("C_i^N")])),
  ])
}
