extension Formula {
  // MARK: How sure the choice is

  /// m is a choice, G what it nets in a draw, acting alone nothing.
  static let regret = read("r_m = max ( 0 , G_1 , G_2 , … ) − G_m")
  static let perfectInformation = read("V = E max ( 0 , G_1 , G_2 , … ) − max ( 0 , E G_1 , E G_2 , … )")
  static let sensitivity = row([
    read("S_i ="), fraction(read("Var E ( G | x_i )"), read("Var G")), read(", T_i = 1 −"),
    fraction(read("Var E ( G | x_−i )"), read("Var G")),
  ])
}
