/// A formula as MathML, built from its parts.
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

  /// Writes the formula in a line of its own element.
  func write(to html: inout HTML) {
    html.element("math", ["xmlns": "http://www.w3.org/1998/Math/MathML", "display": "inline", "displaystyle": "true"]) {
      html in
      html.element("mrow") { part(&$0) }
    }
  }

  private func part(_ html: inout HTML) {
    switch self {
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
  private static func read(_ text: String) -> Formula {
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

  private static func sum(_ below: String) -> Formula { .under(.sign("∑"), read(below)) }
  private static func least(_ below: String) -> Formula { .under(.words("min"), read(below)) }
  private static func most(_ below: String) -> Formula { .under(.words("max"), read(below)) }

  // MARK: The game

  static let gap = read("C^N − C^*")
  static let anarchy = fraction(read("C^N"), read("C^*"))
  static let loser = read("C_i^* > C_i^N")
  /// In a spillover: the best reply to the optimum.
  static let temptation = row([
    most("i"), read("( C_i^* −"), least("q_i"), read("C_i ( q_i , q_−i^* ) )"),
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
  static let facilityStake = row([
    read("D_ij ="), fraction(read("c ( i ) + c ( j ) − c ( i , j )"), read("2 c ( i )")),
  ])
  static let mutual = read("D_ij + D_ji , | D_ij − D_ji |")

  // MARK: Who pays what

  static let core = row([
    sum("i ∈ S"), read("x_i ≤ c ( S ) , ∀ S ⊂ N ,"), sum("i ∈ N"), read("x_i = c ( N )"),
  ])
  static let leastCore = row([
    least("x ( N ) = c ( N )"), .words("\u{00A0}"), most("S ≠ ∅ , N"), read("("), sum("i ∈ S"),
    read("x_i − c ( S ) )"),
  ])
  /// The first step of the nucleolus: as the least core, but nobody pays more than alone.
  static let nucleolus = row([
    least("x ( N ) = c ( N ) , x_i ≤ c ( i )"), .words("\u{00A0}"), most("S ≠ ∅ , N"), read("("), sum("i ∈ S"),
    read("x_i − c ( S ) )"),
  ])
  static let shapley = row([
    read("x_i ="), sum("S ∌ i"),
    fraction(read("| S | ! ( n − | S | − 1 ) !"), read("n !")), read("( c ( S ∪ i ) − c ( S ) )"),
  ])
  static let separableCost = read("s_i = c ( N ) − c ( N ∖ i )")
  static let separable = row([
    read("x_i = s_i +"), fraction(read("c ( i ) − s_i"), row([sum("j"), read("( c ( j ) − s_j )")])),
    read("( c ( N ) −"), sum("j"), read("s_j )"),
  ])
  static let equalNonseparable = row([
    read("x_i = s_i +"), fraction(.number("1"), .symbol("n")), read("( c ( N ) −"), sum("j"), read("s_j )"),
  ])
  static let claim = row([
    read("m_i ="), least("S ∋ i"), read("( c ( S ) −"), sum("j ∈ S ∖ i"), read("s_j )"),
  ])
  static let tau = row([
    read("x_i = m_i − λ ( m_i − s_i ) , λ ="),
    fraction(
      row([sum("j"), read("m_j − c ( N )")]), row([sum("j"), read("( m_j − s_j )")])),
  ])
  static let gately = row([
    read("x_i = c ( i ) −"), fraction(read("c ( i ) − s_i"), row([sum("j"), read("( c ( j ) − s_j )")])),
    read("("), sum("j"), read("c ( j ) − c ( N ) )"),
  ])
  static let equal = read("x_i = c ( N ) / n")
  static let proportional = row([
    read("x_i = c ( N )"), fraction(read("y_i"), row([sum("j"), read("y_j")])),
  ])

  // MARK: The forms of cooperation

  static let gain = read("g_i = C_i^N − C_i ( S ) ; g_i > 0 : g_i ( 1 − ω )")
  static let contribution = row([
    read("u_i = max ( K_i ( S ) − K_i^N , 0 ) , U ="), sum("i ∈ S"), read("u_i"),
  ])
  static let spilloverTemptation = row([
    read("t_i = C_i ( S ) −"), least("q_i"), read("C_i ( q_i , q_−i ( S ) )"),
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
    read("p_i^* ="), fraction(read("x_i"), read("x_i + π ( f_i + v l_i )")), read(", x_i = max ( t_i − π f_i , 0 )"),
  ])
  static let coordination = row([
    read("p_1 = P ( Y >"), .above(row([read("("), most("i ∈ S"), read("p_i^* )")]), read("1 / ( ( k − 1 ) θ )")),
    read(") , Y ~ Beta ( κ τ , κ ( 1 − τ ) )"),
  ])
  static let division = row([
    read("p_2 ="), fraction(read("| i ∈ S : n_i ( 1 ) ≥ 0 |"), .symbol("k")), read("exp ( − φ Δ ( 1 − τ ) ln k )"),
  ])
  static let spread = row([
    read("Δ = min ( 1 ,"),
    fraction(
      row([sum("i ∈ S"), read("("), most("R"), read("x_i^R −"), least("R"), read("x_i^R )")]),
      row([read("2 ("), sum("i ∈ S"), read("c ( i ) − c ( S ) )")])), .sign(")"),
  ])
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
