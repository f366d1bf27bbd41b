/// What is said of the recommended form beside the next best: why, at what price, and how its numbers are made.
enum ChoicePhrase: String, Phrase {
  case second, third, tie, behind, ahead, notFormed, amount
  case frontFinding, frontFindingOne, frontFindingNone, frontDescription, frontTable, frontNote
  case frontLeft, risk, net
  case transaction, autonomy, onFront, offFront, recommended
  case fallFinding, fallDescription, fallTable, fallHeld, fallRisk, fallAutonomy, fallNet, step, change, left
  case openTitle, openForm, openNote, openHolds, openRisk, openTransaction, openNet, openMembers
  case openMethods, openInputs, perMember

  var wording: Wording {
    switch self {
    case .second:
      Wording("The next best is {form}, with {net}: {difference} less.", "其次是{form}，净收益为{net}，少{difference}。")
    case .third:
      Wording("After it comes {form}, with {net}: {difference} less.", "再次是{form}，净收益为{net}，少{difference}。")
    case .tie:
      Wording("{form} does practically as well, with {net}.", "{form}的净收益几乎相同，为{net}。")
    case .behind: Wording("It falls behind on {aspects}.", "主要落后于{aspects}。")
    case .ahead: Wording("It is ahead on {aspects}.", "其优势在于{aspects}。")
    case .notFormed: Wording("{form} would come next, but does not come about.", "再其次是{form}，但无法达成。")
    case .amount: Wording("{aspect} ({amount})", "{aspect}（{amount}）")

    case .frontFinding:
      Wording(
        "{n#form is#forms are} beaten by no other on net gain, risk, transaction cost and autonomy at once",
        "有{n}种形式在净收益、风险、交易成本和自主权上未被其他形式全面超越（帕累托前沿）")
    case .frontFindingOne:
      Wording(
        "{form} beats every other form on net gain, risk, transaction cost and autonomy at once",
        "{form}在净收益、风险、交易成本和自主权上全面优于其他形式")
    case .frontFindingNone: Wording("No form that comes about stands out", "能够达成的形式均未脱颖而出")
    case .frontDescription:
      Wording(
        "On the left each form by its risk and its net gain, on the right by its transaction cost and the autonomy it takes, in {unit}; filled points are beaten by no other form.",
        "左图为各形式的风险与净收益，右图为交易成本与自主权损失，单位：{unit}；实心点未被其他形式全面超越。")
    case .frontTable: Wording("The four sides of the choice, in {unit}", "选择的四个方面，单位：{unit}")
    case .frontNote:
      Wording(
        "Risk: the chance that the form is not agreed on, or not kept. Amounts in {unit}.",
        "风险：未能达成或未能维持的可能性。金额单位：{unit}。")
    case .frontLeft:
      Wording(
        "{n#form that does not come about is#forms that do not come about are} not drawn.", "图中不含无法达成的{n}种形式。")
    case .risk: Wording("risk", "风险")
    case .net: Wording("net gain", "净收益")
    case .transaction: Wording("transaction cost", "交易成本")
    case .autonomy: Wording("lost autonomy", "自主权损失")
    case .onFront: Wording("beaten by no other form", "未被全面超越")
    case .offFront: Wording("another form is at least as good on every side", "另有形式在各方面均不逊色")
    case .recommended: Wording("recommended", "推荐的形式")

    case .fallFinding:
      Wording(
        "Of {gross} that {form} would bring if kept, {net} is left", "{form}得到遵守时的收益为{gross}，扣除各项后余{net}")
    case .fallDescription:
      Wording(
        "From the gain if the agreement is kept, step by step through risk, transaction costs by kind and lost autonomy to the net gain, in {unit}.",
        "从得到遵守时的收益起，依次扣除风险、各类交易成本和自主权损失，直至净收益，单位：{unit}。")
    case .fallTable: Wording("From the gain if kept to the net gain of {form}, in {unit}", "{form}由收益到净收益，单位：{unit}")
    case .fallHeld: Wording("gain if it holds", "得到遵守时的收益")
    case .fallRisk: Wording("lost to risk", "风险损失")
    case .fallAutonomy: Wording("lost autonomy", "自主权损失")
    case .fallNet: Wording("net gain", "净收益")
    case .step: Wording("Step", "步骤")
    case .change: Wording("Amount", "数额")
    case .left: Wording("Left", "余额")

    case .openTitle: Wording("How the numbers of each form are made", "各形式数值的计算过程")
    case .openForm: Wording("{form}: {net}", "{form}：{net}")
    case .openNote:
      Wording(
        "Amounts in {unit}. Every number is shown rounded and was worked out in full, so that the last digit may differ.",
        "金额单位：{unit}。所示数值经过四舍五入，计算采用完整精度，末位可能略有出入。")
    case .openHolds: Wording("Chance that all goes well", "顺利达成并维持的可能性")
    case .openRisk: Wording("Lost to risk", "风险损失")
    case .openTransaction: Wording("Transaction cost", "交易成本")
    case .openNet: Wording("Net gain", "净收益")
    case .openMembers: Wording("Net gain, member by member", "各成员净收益")
    case .openMethods: Wording("The formulas of the parts", "各部分的公式")
    case .openInputs: Wording("The figures they rest on", "所依据的数据")
    case .perMember: Wording("{who} {amount}", "{who} {amount}")
    }
  }
}
