/// What is said of how the figures were found.
///
/// Each sentence states what the code computes; a form that is nobody's but ours says so.
enum MethodPhrase: String, Phrase {
  case honesty, notation, wholeUndertaking, wholeUndertakingWords, literature, dilemma, dilemmaWords,
    dilemmaFacilityWords, anarchy, anarchyWords
  case spillover, spilloverWords, equilibrium, equilibriumWords, freeRiding, freeRidingWords, facilityTable
  case facilityTableWords, facilityFunction, facilityFunctionWords, alternative, alternativeWords, bill
  case billWords, core, coreWords, shapley, shapleyWords, nucleolus, nucleolusWords, perCapita, perCapitaWords
  case proportionalNucleolus, proportionalNucleolusWords, coreRange, coreRangeWords, certificate
  case certificateWords, separable, separableWords, nonseparable, nonseparableWords, tau, tauWords, gately
  case gatelyWords, equal, equalWords, proportional, proportionalWords, transfers, transferWords, stability
  case stabilityWords, dependence, dependenceSpilloverWords, dependenceFacilityWords, mainRisk, mainRiskWords
  case appraisal, appraisalWords, participation, participationWords, net, netWords, equalWeights
  case equalWeightsWords, weights, weightsWords, detection, detectionWords, keeping, keepingWords
  case coordination, coordinationWords, division, divisionWords, transaction, transactionWords, autonomy
  case autonomyWords, gini, giniWords, ranking, rankingWords, levers, leverWords, hinges, hingeWords, draws
  case drawWords, kept, keptWords, formTable, formTableNote, form
  case adoption, adoptionWords, adoptionOrder, adoptionOrderWords, push, pushWords, beliefs, beliefWords
  case scale, scaleWords, interaction, interactionWords, tax, taxWords, protection, protectionWords
  case tournament, tournamentWords, table, tableWords, jointChoice, jointChoiceWords, verdict, verdictWords
  case levels, levelWords

  var wording: Wording {
    switch self {
    case .honesty:
      Wording(
        "The forms of the chances and of the transaction costs are our own: the literature gives their signs, not their shape. Where a form is ours it is said so. Read them as a consistent comparison, not as measurements.",
        "各项可能性和交易成本的函数形式由本软件设定：文献只给出影响方向，没有给出形式；凡属自设形式均予注明。它们用于一致的比较，而不是测量结果。")
    case .notation:
      Wording(
        "N are all n members, S is a group of k of them, i, j and l single members. C is what a member bears, without payments between members. Values of the conditions stand in their table above, those of the forms in the table at the end of this section.",
        "N 表示全部 n 个成员，S 表示其中 k 个成员的组合，i、j、l 表示单个成员。C 为成员在未计转移支付时的负担。各项条件的取值见上文条件表，各种形式的取值见本节末的表。",
        gains: (
          "N are all n members, S is a group of k of them, i, j and l single members. C is what a member gets with its sign turned, without payments between members, so that a lower C is better. Values of the conditions stand in their table above, those of the forms in the table at the end of this section.",
          "N 表示全部 n 个成员，S 表示其中 k 个成员的组合，i、j、l 表示单个成员。C 为成员在未计转移支付时的收益之变号值，越低越好。各项条件的取值见上文条件表，各种形式的取值见本节末的表。"
        ))
    case .literature: Wording("Literature", "文献")
    case .dilemma: Wording("Acting alone and acting as one", "各自行动与共同行动")
    case .dilemmaWords:
      Wording(
        "Acting alone is the Nash equilibrium (N above a letter): no member can lower its own cost by changing its own action alone. Acting as one (*) is what happens when all members decide together on the least total cost. What cooperation is worth at most is the difference of the two totals; as a part of the cost alone it stands under the further figures.",
        "各自行动取纳什均衡（上标 N）：任一成员单独改变自身行动都不能降低自身成本。共同行动（上标 *）指全体成员共同作出使总成本最小的决定。两者总成本之差是合作的最大价值；其占单独成本的比例列于其他数字中。",
        gains: (
          "Acting alone is the Nash equilibrium (N above a letter): no member can raise its own gain by changing its own action alone; of several it is the one that the members come to from where they stand today. Acting as one (*) is what happens when all members decide together on the greatest total gain. What cooperation is worth at most is the difference of the two totals; as a part of the gain alone it stands under the further figures.",
          "各自行动取纳什均衡（上标 N）：任一成员单独改变自身行动都不能提高自身收益；有多个均衡时，取成员由目前状况出发所达到的那一个。共同行动（上标 *）指全体成员共同作出使总收益最大的决定。两者总收益之差是合作的最大价值；其占单独收益的比例列于其他数字中。"
        ))
    case .dilemmaFacilityWords:
      Wording(
        "Acting alone (N above a letter) every member builds its own facility. Acting as one (*) all build one together. What cooperation is worth at most is the difference of the two totals; as a part of the cost alone it stands under the further figures.",
        "各自行动（上标 N）时，每个成员各建设施。共同行动（上标 *）时，全体共建一处。两者总成本之差是合作的最大价值；其占单独成本的比例列于其他数字中。")
    case .anarchy: Wording("Price of anarchy", "无政府代价")
    case .anarchyWords:
      Wording(
        "The total cost when each acts alone, in the worst equilibrium where there are several, over that when all act as one (Koutsoupias & Papadimitriou 1999).",
        "各自行动（有多个均衡时取最差者）的总成本与共同行动的总成本之比（Koutsoupias & Papadimitriou 1999）。",
        gains: (
          "The total gain when all act as one over that when each acts alone, in the worst equilibrium where there are several (Koutsoupias & Papadimitriou 1999).",
          "共同行动的总收益与各自行动（有多个均衡时取最差者）的总收益之比（Koutsoupias & Papadimitriou 1999）。"
        ))
    case .spillover: Wording("Spillover", "外溢")
    case .spilloverWords:
      Wording(
        "Member i emits Ē in a period and abates q of it, from nothing to its limit Q. X is what settles at a member: b from outside the members, and from each member the part A of what it still emits. A is the case’s transport m (first letter the receptor, second the emitter), as a part of one, times the receptor’s level l (1 where the case gives none), over the emitter’s Ē. Each bears the cost of its abatement, with slope c, and the harm of what settles: d is the linear, e the quadratic damage. The game is the acid rain game (Mäler 1989).",
        "成员 i 每期基准排放 Ē，减排量 q 在零与上限 Q 之间。X 为到达某成员的量：来自成员以外的 b，以及各成员剩余排放中的 A 部分。A 等于案例给出的传输比例 m（前一字母为受体，后一字母为排放方，折算为一的份额）乘以受体的水平 l（案例未给出时为 1），再除以排放方的 Ē。每个成员承担斜率为 c 的减排成本和到达量造成的损害：d 为线性损害，e 为二次损害。此即酸雨博弈（Mäler 1989）。"
      )
    case .equilibrium: Wording("When a group acts as one", "部分成员共同行动")
    case .equilibriumWords:
      Wording(
        "The members of S keep their joint cost as low as can be while everyone else does so with its own, all at once: the partial-agreement equilibrium (Chander & Tulkens 1997). With one member or none in S it is acting alone, with all it is acting as one. Where damage is quadratic, X hangs on every q, and all q are found together. The worth c of S is what its members then bear (γ). An equilibrium is said to be the only one where the matrix of the slopes of marginal cost, as it is or with each row over its diagonal, is positive definite, or all its principal minors are above zero; failing that the report says that it was not shown.",
        "S 的成员使其共同成本最小，其余各方同时使各自成本最小，即部分协议均衡（Chander & Tulkens 1997）。S 至多含一个成员时即各自行动，含全体成员时即共同行动。损害为二次时，X 取决于所有 q，需同时求解。S 的价值 c 为其成员此时的合计负担（γ）。若边际成本斜率矩阵（原样或各行除以对角元）正定，或其所有主子式为正，则称均衡唯一；否则报告写明未证明唯一。"
      )
    case .freeRiding: Wording("Gain from free riding", "搭便车收益")
    case .freeRidingWords:
      Wording(
        "What a member would save by its own best reply while all others keep to acting as one; never below zero. The diagnosis names the largest.",
        "其他成员均保持共同行动时，某成员改取自身最优反应可节省的成本，不低于零。诊断部分列出其中最大者。",
        gains: (
          "What a member would gain by its own best reply while all others keep to acting as one; never below zero. The diagnosis names the largest.",
          "其他成员均保持共同行动时，某成员改取自身最优反应可多得的收益，不低于零。诊断部分列出其中最大者。"
        ))
    case .facilityTable: Wording("Cost of a joint facility", "联合设施的成本")
    case .facilityTableWords:
      Wording(
        "The cost c of every group of members is the table in the case.",
        "每一成员组合的成本 c 取自案例中的表。")
    case .facilityFunction: Wording("Cost of a joint facility", "联合设施的成本")
    case .facilityFunctionWords:
      Wording(
        "The cost c of every group of members follows from the case’s cost function: f is the fixed cost, s the scale, e the exponent, y a member’s load, p the pipeline per kilometre. T is the length of the shortest tree that joins the members’ places directly (Prim 1957), by great circles on a sphere of radius 6371.0088 km.",
        "每一成员组合的成本 c 由案例的成本函数得出：f 为固定成本，s 为规模系数，e 为指数，y 为成员负荷，p 为每公里管道成本。T 为直接连接各成员所在地的最短树长度（Prim 1957），距离为半径 6371.0088 公里球面上的大圆距离。"
      )
    case .alternative: Wording("The other way", "替代方案")
    case .alternativeWords:
      Wording(
        "A member alone never pays more than its cheapest other way v, where the case gives one.",
        "案例给出其他最便宜方案的成本 v 时，成员单独行动的成本不高于 v。")
    case .bill: Wording("The provisional bill", "暂定账单")
    case .billWords:
      Wording(
        "Until a rule is agreed, the members of S share its cost in proportion to what each pays alone, and whoever stays outside pays its own cost. This bill B is a form of our own; it enters the comparison of forms, but no rule of sharing. A member that breaks away is taken to pay nothing while the others, bound by what they have built, still serve it: the most the others have to fear (own form). So its gain from free riding is its bill.",
        "在商定规则之前，S 的成员按各自单独成本的比例分摊其成本，未加入者承担自己的成本。此账单 B 为自设形式，只用于比较各种合作形式，不进入任何分摊规则。假定违约成员不再付费，而其他成员受已建设施约束仍为其服务，即其他成员最坏的情形（自设形式），故搭便车收益等于其账单。"
      )
    case .core: Wording("Core and least core", "核心与最小核心")
    case .coreWords:
      Wording(
        "A division x of the joint cost is in the core when no group of members pays more than it would on its own. The payment that would keep every group is the second formula, the smallest amount which, paid to every group, leaves none a reason to go; below zero it is the saving every group can be left (Shapley & Shubik 1966; Maschler, Peleg & Shapley 1979). Its sign is decided in exact fractions. A group is listed as leaving when it pays more than on its own by over a billionth of the largest cost; the report lists at most twenty for each rule.",
        "若任何成员组合的应付都不超过其单独行动的成本，则共同成本的分摊 x 在核心之内。留住每一组合所需的补偿见第二个公式：支付给每一组合而使其均无理由退出的最小金额；若为负，则为每一组合可保留的节约（Shapley & Shubik 1966；Maschler, Peleg & Shapley 1979）。其符号以精确分数判定。组合的应付超过其单独成本且超出额大于最大成本的十亿分之一时，列为退出；每种规则最多列出二十个。",
        gains: (
          "A division x of the joint gain is in the core when no group of members gets less than it would on its own, v. The payment that would keep every group is the second formula, the smallest amount which, given to every group, leaves none a reason to go; below zero it is what every group can be left beyond what it would get on its own (Shapley & Shubik 1966; Maschler, Peleg & Shapley 1979). Its sign is decided in exact fractions. A group is listed as leaving when it gets less than on its own by over a billionth of the largest worth; the report lists at most twenty for each rule.",
          "若任何成员组合所得都不少于其单独行动的收益 v，则共同收益的分配 x 在核心之内。留住每一组合所需的补偿见第二个公式：给予每一组合而使其均无理由退出的最小金额；若为负，则为每一组合可比单独行动多得的数额（Shapley & Shubik 1966；Maschler, Peleg & Shapley 1979）。其符号以精确分数判定。组合所得少于其单独收益且差额大于最大价值的十亿分之一时，列为退出；每种规则最多列出二十个。"
        ))
    case .shapley: Wording("Shapley value", "沙普利值")
    case .shapleyWords:
      Wording(
        "Each member pays what it adds to the cost, averaged over every order in which the members could join (Shapley 1953).",
        "每个成员支付其加入时增加的成本，对所有加入次序取平均（Shapley 1953）。",
        gains: (
          "Each member gets what it adds to the gain, averaged over every order in which the members could join (Shapley 1953).",
          "每个成员得到其加入时增加的收益，对所有加入次序取平均（Shapley 1953）。"
        ))
    case .nucleolus: Wording("Nucleolus", "核仁")
    case .nucleolusWords:
      Wording(
        "The excess of a group is what it pays beyond its own cost. The nucleolus makes the largest excess as small as can be, then the next, and so on, among divisions that charge no member more than its cost alone (Schmeidler 1969); the formula is the first step. The prenucleolus compares all divisions (Sobolev 1975). The study proposes the nucleolus where it exists, since it is in the core if any division is, else the prenucleolus.",
        "组合的超额是其应付超出自身成本的部分。核仁在不使任何成员多于单独成本的分摊中，使最大的超额尽可能小，再依次使其次者尽可能小（Schmeidler 1969）；公式为第一步。预核仁比较所有分摊（Sobolev 1975）。本研究在核仁存在时建议采用核仁，因为只要核心非空它就在核心之内；否则采用预核仁。",
        gains: (
          "The shortfall of a group is what it gets less than on its own. The nucleolus makes the largest shortfall as small as can be, then the next, and so on, among divisions that leave no member less than it gets alone (Schmeidler 1969); the formula is the first step. The prenucleolus compares all divisions (Sobolev 1975). The study proposes the nucleolus where it exists, since it is in the core if any division is, else the prenucleolus.",
          "组合的不足额是其所得少于自身收益的部分。核仁在不使任何成员少于单独收益的分配中，使最大的不足额尽可能小，再依次使其次者尽可能小（Schmeidler 1969）；公式为第一步。预核仁比较所有分配（Sobolev 1975）。本研究在核仁存在时建议采用核仁，因为只要核心非空它就在核心之内；否则采用预核仁。"
        ))
    case .perCapita: Wording("Per-capita nucleolus", "人均核仁")
    case .perCapitaWords:
      Wording(
        "As the nucleolus, with the excess of a group divided by the number of its members: a group of four may miss four times what a member alone may (Young, Okada & Hashimoto 1982).",
        "与核仁相同，但组合的超额除以其成员数：四个成员的组合可超出单个成员的四倍（Young, Okada & Hashimoto 1982）。",
        gains: (
          "As the nucleolus, with the shortfall of a group divided by the number of its members: a group of four may miss four times what a member alone may (Young, Okada & Hashimoto 1982).",
          "与核仁相同，但组合的不足额除以其成员数：四个成员的组合可缺少单个成员的四倍（Young, Okada & Hashimoto 1982）。"
        ))
    case .proportionalNucleolus: Wording("Proportional nucleolus", "比例核仁")
    case .proportionalNucleolusWords:
      Wording(
        "As the nucleolus, with the excess of a group divided by its own cost (Young, Okada & Hashimoto 1982).",
        "与核仁相同，但组合的超额除以其自身成本（Young, Okada & Hashimoto 1982）。",
        gains: (
          "As the nucleolus, with the shortfall of a group divided by its own worth (Young, Okada & Hashimoto 1982).",
          "与核仁相同，但组合的不足额除以其自身价值（Young, Okada & Hashimoto 1982）。"
        ))
    case .coreRange: Wording("What the core leaves open", "核心留出的余地")
    case .coreRangeWords:
      Wording(
        "For each member, the least and the most it pays in any division in the core (Shapley & Shubik 1966). The ends are found by linear programmes and proved in exact fractions; not all members can be at theirs at once.",
        "每个成员在核心内任一分摊中支付的最小与最大值（Shapley & Shubik 1966）。端点由线性规划求得并以精确分数证明；各成员不能同时处于各自端点。",
        gains: (
          "For each member, the least and the most it gets in any division in the core (Shapley & Shubik 1966). The ends are found by linear programmes and proved in exact fractions; not all members can be at theirs at once.",
          "每个成员在核心内任一分配中所得的最小与最大值（Shapley & Shubik 1966）。端点由线性规划求得并以精确分数证明；各成员不能同时处于各自端点。"
        ))
    case .certificate: Wording("Certificate", "证明")
    case .certificateWords:
      Wording(
        "Stage by stage, the groups at the largest open excess are shown to be balanced: weights above zero with which they cover every member just as often as groups settled before. So none of them can pay less without another paying more (Kohlberg 1971). The check reads figures as the decimals they print as, computes in exact fractions, looks at every group, and takes nothing over from the search. “Open within” an amount means exact for costs that differ by no more than it.",
        "逐级证明处于最大未定超额的组合是平衡的：存在正权数，使其对每个成员的覆盖次数与先前已定组合相同，因此任一组合少付必使另一组合多付（Kohlberg 1971）。验证将数据按其印出的小数读取，以精确分数计算，检查每一组合，且不沿用求解过程的任何结果。所谓在某误差内未定，指对相差不超过该数额的成本是精确的。",
        gains: (
          "Stage by stage, the groups at the largest open shortfall are shown to be balanced: weights above zero with which they cover every member just as often as groups settled before. So none of them can get more without another getting less (Kohlberg 1971). The check reads figures as the decimals they print as, computes in exact fractions, looks at every group, and takes nothing over from the search. “Open within” an amount means exact for worths that differ by no more than it.",
          "逐级证明处于最大未定不足额的组合是平衡的：存在正权数，使其对每个成员的覆盖次数与先前已定组合相同，因此任一组合多得必使另一组合少得（Kohlberg 1971）。验证将数据按其印出的小数读取，以精确分数计算，检查每一组合，且不沿用求解过程的任何结果。所谓在某误差内未定，指对相差不超过该数额的价值是精确的。"
        ))
    case .separable:
      Wording(
        "Separable costs, remaining benefits",
        "可分离成本剩余效益法",
        gains: (
          "Separable gains, remaining benefits",
          "可分离收益剩余效益法"
        ))
    case .separableWords:
      Wording(
        "Each member pays its separable cost s, what leaving it out would save, and a part of the rest in proportion to its remaining benefit, the cost alone less s (Federal Inter-Agency River Basin Committee 1950; Young, Okada & Hashimoto 1982). It has no answer where a remaining benefit is below zero.",
        "每个成员支付其可分离成本 s，即因其缺席可节省的成本，其余成本按剩余效益（单独成本减去 s）的比例分摊（Federal Inter-Agency River Basin Committee 1950；Young, Okada & Hashimoto 1982）。若某一剩余效益为负，则无解。",
        gains: (
          "Each member gets its separable gain s, what would be lost by leaving it out, less a part, in proportion to s beyond what it gets alone, of what the sum of all s exceeds the joint gain by: the known rule with its signs turned (Federal Inter-Agency River Basin Committee 1950; Young, Okada & Hashimoto 1982). It has no answer where some s is below what the member gets alone.",
          "每个成员得到其可分离收益 s（因其缺席而损失的收益），再按 s 超出单独收益部分的比例扣除各 s 之和超出共同收益的数额，即通行规则变号（Federal Inter-Agency River Basin Committee 1950；Young, Okada & Hashimoto 1982）。若某一 s 低于该成员的单独收益，则无解。"
        ))
    case .nonseparable:
      Wording(
        "Equal share of non-separable costs",
        "不可分成本均摊",
        gains: (
          "Equal share of what is not separable",
          "不可分收益均分"
        ))
    case .nonseparableWords:
      Wording(
        "Each member pays its separable cost s and the same part of the rest.",
        "每个成员支付其可分离成本 s，其余成本均摊。",
        gains: (
          "Each member gets its separable gain s and the same part of the rest.",
          "每个成员得到其可分离收益 s，其余收益均分。"
        ))
    case .tau: Wording("τ-value", "τ值")
    case .tauWords:
      Wording(
        "Between the least a member could hope to pay, its separable cost s, and the most it can be made to pay, m, what is left to it in the group best for it when all others there pay only s; every member goes the same part λ of the way (Tijs 1981). It has no answer where some m is below s, or the joint cost lies outside the sums of s and m.",
        "在成员可望支付的最低额（可分离成本 s）与可要求其支付的最高额 m（在对其最有利的组合中，其他成员仅付 s 时留给它的部分）之间，各成员走过相同的比例 λ（Tijs 1981）。若某一 m 小于 s，或共同成本不在 s 之和与 m 之和之间，则无解。",
        gains: (
          "Between the most a member could hope for, its separable gain s, and the least it can insist on, m, what is left to it in the group best for it when all others there get their s; every member goes the same part λ of the way (Tijs 1981). It has no answer where some m is above s, or the joint gain lies outside the sums of m and s.",
          "在成员可望得到的最高额（可分离收益 s）与可坚持的最低额 m（在对其最有利的组合中，其他成员均得 s 时留给它的部分）之间，各成员走过相同的比例 λ（Tijs 1981）。若某一 m 大于 s，或共同收益不在 m 之和与 s 之和之间，则无解。"
        ))
    case .gately: Wording("Gately point", "盖特利点")
    case .gatelyWords:
      Wording(
        "The division at which, for each unit a member itself would lose by leaving, the others would lose the same for every member (Gately 1974). Where both have an answer it is the same as separable costs, remaining benefits (Straffin & Heaney 1981).",
        "使每个成员退出时，其他成员的损失与其自身损失之比对各成员相同的分摊（Gately 1974）。两者均有解时，与可分离成本剩余效益法相同（Straffin & Heaney 1981）。",
        gains: (
          "The division at which, for each unit a member itself would lose by leaving, the others would lose the same for every member (Gately 1974). Where both have an answer it is the same as separable gains, remaining benefits (Straffin & Heaney 1981).",
          "使每个成员退出时，其他成员的损失与其自身损失之比对各成员相同的分配（Gately 1974）。两者均有解时，与可分离收益剩余效益法相同（Straffin & Heaney 1981）。"
        ))
    case .equal: Wording("Equal shares", "均摊")
    case .equalWords:
      Wording(
        "The joint cost over the number of members.",
        "共同成本除以成员数。",
        gains: (
          "The joint gain over the number of members.",
          "共同收益除以成员数。"
        ))
    case .proportional: Wording("Proportional shares", "比例分摊")
    case .proportionalWords:
      Wording(
        "The joint cost in proportion to an indicator y of the case.",
        "共同成本按案例中的指标 y 的比例分摊。",
        gains: (
          "The joint gain in proportion to an indicator y of the case.",
          "共同收益按案例中的指标 y 的比例分配。"
        ))
    case .transfers: Wording("Payments between members", "成员间转移支付")
    case .transferWords:
      Wording(
        "Z is what a member receives. It is paid what acting as one makes it spend on abatement, K, beyond acting alone; and for each emitter j those whom its abatement spares harm pay, in proportion to how much a unit of it spares each at the optimum (D′ is marginal damage; where a unit spares nobody, the emitter bears its own). The formula is that of Chander & Tulkens (1995, 1997) where all emissions settle alike; taking the weights emitter by emitter is an extension of our own. With linear damage nobody, alone or with others, does better outside (γ core); with quadratic damage that is not proven for every transport.",
        "Z 为成员所得。成员因共同行动而多支出的减排成本 K（超出各自行动的部分）得到补偿；对每个排放方 j，由其减排而受益者按最优处单位减排使各方避免的损害的比例支付（D′ 为边际损害；若无人受益，则由排放方自行承担）。当所有排放的沉降分布相同时，即为 Chander & Tulkens（1995、1997）的公式；按排放方分别取权数是本软件的扩展。线性损害下，任何成员或组合退出都不会更好（γ核心）；二次损害下，并非对所有传输均有证明。"
      )
    case .stability: Wording("Groups that hold", "稳定的组合")
    case .stabilityWords:
      Wording(
        "Without payments, a group of two or more holds when no member gains by leaving and no outsider by joining, while the others stay together and all settle in the equilibrium that follows; a tie holds (d’Aspremont, Jacquemin, Gabszewicz & Weymark 1983). With payments, the second formula: the members can give each what it would have outside (Eyckmans & Finus 2004; Carraro, Eyckmans & Finus 2006); outsiders are not asked. Of several groups of the largest size the report names the first in the members’ order.",
        "无转移支付时，若两个以上成员的组合中无人因退出获益，外部也无人因加入获益（其余成员保持不变并达到新的均衡），则该组合稳定；相等视为稳定（d’Aspremont, Jacquemin, Gabszewicz & Weymark 1983）。有转移支付时见第二个公式：成员足以使每一方得到其退出后的所得（Eyckmans & Finus 2004；Carraro, Eyckmans & Finus 2006），不考察外部成员。规模最大的组合有多个时，报告列出按成员顺序的第一个。"
      )
    case .dependence: Wording("Dependence, mutual dependence and imbalance", "依赖、相互依赖与不对称")
    case .dependenceSpilloverWords:
      Wording(
        "D is the part of i’s cost alone that it is spared when j, and nobody else, does what it does when all act as one; below zero where that harms it, which counts as zero for pairs. The sum of what two members depend on each other draws them together; the difference stands between them (Casciaro & Piskorski 2005). The form of D is our own.",
        "D 为仅 j 一方改取共同行动时的行动，i 所避免的成本占其单独成本的比例；若 j 的行动对其有害则为负，在成对计算时记为零。两个成员相互依赖之和促成合作，之差妨碍合作（Casciaro & Piskorski 2005）。D 为自设形式。",
        gains: (
          "D is the part of what i gets alone that it gains when j, and nobody else, does what it does when all act as one; below zero where that harms it, which counts as zero for pairs. The sum of what two members depend on each other draws them together; the difference stands between them (Casciaro & Piskorski 2005). The form of D is our own.",
          "D 为仅 j 一方改取共同行动时的行动，i 所增加的收益占其单独收益的比例；若 j 的行动对其有害则为负，在成对计算时记为零。两个成员相互依赖之和促成合作，之差妨碍合作（Casciaro & Piskorski 2005）。D 为自设形式。"
        ))
    case .dependenceFacilityWords:
      Wording(
        "D is half of what i and j would save as a pair, over what i pays alone (own form); below zero counts as zero for pairs. The sum of what two members depend on each other draws them together; the difference stands between them (Casciaro & Piskorski 2005).",
        "D 为 i 与 j 两方共建所节约的一半占 i 单独成本的比例（自设形式）；为负时，在成对计算中记为零。两个成员相互依赖之和促成合作，之差妨碍合作（Casciaro & Piskorski 2005）。")
    case .mainRisk: Wording("Main risk", "主要风险")
    case .mainRiskWords:
      Wording(
        "None stands out when each of the three chances p₁, p₂, p₃ below is nine in ten or more for an agreement of all that nothing but goodwill holds together (self-organizing system). Else it is the risk of the trap’s kind, and where the trap has no single kind, the least of the three chances. Own form.",
        "对仅靠善意维系的全体协议（多领域自组织网络），若下文三种可能性 p₁、p₂、p₃ 均不低于十分之九，则称不突出；否则取与困境类型相应的风险，困境无单一类型时取三者中可能性最小者。自设形式。")
    case .appraisal: Wording("What a form changes", "合作形式改变什么")
    case .appraisalWords:
      Wording(
        "The forms are the field’s grid of scope and authority (Feiock 2013; Tavares & Feiock 2018); a form is a set of numbers that change the rules of the game, nothing is scored by hand. For a group S that acts as one, g is what a member gains over acting alone; whoever decides without knowing local circumstances loses a share ω of every gain (sign after Oates 1972, form our own). u is what a member puts in beyond what it puts in alone (K: cost of abatement, or its bill for a facility) and U the sum, the stake that costs are measured against. t is what a member would gain by breaking away while the others keep to it.",
        "各种形式取自该领域的范围与权威网格（Feiock 2013；Tavares & Feiock 2018）；一种形式是改变博弈规则的一组数值，没有任何人工打分。对共同行动的组合 S，g 为成员相对各自行动的收益；决策者不了解地方情况会使每项收益损失 ω 的比例（方向依据 Oates 1972，形式自设）。u 为成员相对各自行动多投入的部分（K：减排成本，或其设施账单），U 为其总和，即衡量成本的基数。t 为其他成员守约时某成员违约的所得。",
        gains: (
          "The forms are the field’s grid of scope and authority (Feiock 2013; Tavares & Feiock 2018); a form is a set of numbers that change the rules of the game, nothing is scored by hand. For a group S that acts as one, g is what a member gains over acting alone; whoever decides without knowing local circumstances loses a share ω of every gain (sign after Oates 1972, form our own). u is what a member puts in beyond what it puts in alone (K: what its part in acting as one takes) and U the sum, the stake that transaction costs are measured against. t is what a member would gain by breaking away while the others keep to it.",
          "各种形式取自该领域的范围与权威网格（Feiock 2013；Tavares & Feiock 2018）；一种形式是改变博弈规则的一组数值，没有任何人工打分。对共同行动的组合 S，g 为成员相对各自行动的收益；决策者不了解地方情况会使每项收益损失 ω 的比例（方向依据 Oates 1972，形式自设）。u 为成员相对各自行动多投入的部分（K：其参与共同行动的投入），U 为其总和，即衡量交易成本的基数。t 为其他成员守约时某成员违约的所得。"
        ))
    case .participation: Wording("Who takes part", "谁参与")
    case .participationWords:
      Wording(
        "A bilateral form binds a pair, a multilateral one three or more (two where there are only two members), a collective one all. Where members are asked, only groups are admitted in which no member expects to lose (n below, at the chances p = p₁p₂p₃), and of these the one whose members expect most together is taken; if there is none the form does not come about, and the group with most to gain is shown. Where taking part is imposed, the group best for the region is taken, outsiders counted, and nobody is asked. Up to sixteen members every group is looked at; beyond, every pair, all, and the groups met while growing from the best pair one member at a time. Own form.",
        "双边形式约束两方，多边形式约束三方以上（仅有两个成员时为两方），集体形式约束全体。征求成员同意时，只允许没有成员预期受损的组合（下文 n，取 p = p₁p₂p₃），并取其中成员合计预期收益最大者；若不存在，则该形式无法达成，报告列出收益最大的组合。强制参与时，取对区域（含外部成员）最有利的组合，不征求同意。成员不超过十六个时考察每一组合；超过时，考察所有两方组合、全体，以及由最佳两方组合逐一增加成员时遇到的组合。自设形式。"
      )
    case .net: Wording("Net gain of a form", "合作形式的净收益")
    case .netWords:
      Wording(
        "For the region: what all members of N gain if the agreement is made and kept, times the chances to start, share and keep it (taken as independent), less the transaction cost T and the cost of lost autonomy A, which are borne whether or not it succeeds. For a member: the part r of all gains and costs that can be moved by payments is divided by bargaining weights w (they add up to 1), the rest stays where it falls; an outsider expects p times its g. Z is the payment received when the agreement is kept. Own form.",
        "对区域：协议达成并得到遵守时 N 中全体成员的收益，乘以达成、分配和遵守的可能性（视为相互独立），再减去无论成败都要承担的交易成本 T 和自主权损失 A。对成员：可通过支付转移的部分 r 按谈判权重 w（合计为 1）分配，其余留在原处；外部成员的预期为 p 乘以其 g。Z 为协议得到遵守时所得的支付。自设形式。"
      )
    case .equalWeights: Wording("Bargaining weights", "谈判权重")
    case .equalWeightsWords:
      Wording(
        "The case tells of no exchange of resources among the members, so all weights w are equal (Nash bargaining with weights: Kalai 1977).",
        "案例未提及成员间的资源交换，故权重 w 相等（加权纳什谈判：Kalai 1977）。")
    case .weights: Wording("Bargaining weights", "谈判权重")
    case .weightsWords:
      Wording(
        "Half equal, half in proportion to how much the others depend on a member for resources, E: the sum over exchanges of importance × criticality × share × (1 − substitutability); what the case leaves open counts in full. Within a group they are scaled to add up to 1. Factors after Pfeffer & Salancik (1978), power after Emerson (1962), weighted bargaining after Kalai (1977); the product and the half are our own.",
        "一半均等，一半与其他成员在资源上对该成员的依赖 E 成比例：E 为各项交换的重要性 × 关键性 × 份额 ×（1 − 可替代性）之和，案例未给出者按最大计。在组合内调整为合计为 1。各因素依据 Pfeffer & Salancik（1978），权力依据 Emerson（1962），加权谈判依据 Kalai（1977）；乘积与各半为自设。"
      )
    case .detection: Wording("Chance that a breach is seen", "违约被发现的可能")
    case .detectionWords:
      Wording(
        "A breach stays unseen only if the members themselves (π₀), the form’s authority (πₐ), a third party the form names (πₘ) and one of the circumstances (πₜ) all miss it. m is how many partners two members of the group have in common on average, χ what each adds; they count only where relations are embedded, elsewhere the exponent is 1 (sign after Coleman 1988; third parties after Milgrom, North & Weingast 1990). Own form.",
        "只有成员自身（π₀）、该形式的主管机构（πₐ）、该形式指定的第三方（πₘ）和环境中的第三方（πₜ）都未察觉，违约才不会被发现。m 为组合内两成员共同伙伴的平均数，χ 为每个伙伴的作用；仅在社会嵌入的形式中计入，其他形式指数为 1（方向依据 Coleman 1988；第三方依据 Milgrom, North & Weingast 1990）。自设形式。"
      )
    case .keeping: Wording("Keep: fine, future and defection", "守约：罚款、未来与违约")
    case .keepingWords:
      Wording(
        "A breach brings t once. Seen, it costs the fine f (Becker 1968): F times u as far as law is behind it (λ, 1 where authority is imposed), and the bond β, a multiple of u held already. It ends cooperation (grim trigger, Friedman 1971), which loses l in every later year; v is what a yearly stream is worth, δ the weight of next year, h the yearly turnover of officials. Each of z linked issues beyond the first adds a tenth to the loss (sign after Bernheim & Whinston 1990, number our own). p₃ is the chance that a normal shock to temptation, with standard deviation σ times u, uses up no member’s slack; Φ is the normal distribution. Own form.",
        "违约一次得到 t。一旦被发现，须付罚款 f（Becker 1968）：F 乘以 u，按法律支持的程度 λ 折算（强制形式为 1），另加已缴的保证金 β（u 的倍数）。合作随之终止（冷酷触发，Friedman 1971），此后每年损失 l；v 为逐年收益流的价值，δ 为来年的权重，h 为官员年更替率。z 项关联事项中首项以外的每一项使损失增加十分之一（方向依据 Bernheim & Whinston 1990，数值自设）。p₃ 为诱惑的正态冲击（标准差为 σ 乘以 u）不耗尽任何成员余量的可能性；Φ 为正态分布。自设形式。"
      )
    case .coordination: Wording("Start: coordination", "达成：协调")
    case .coordinationWords:
      Wording(
        "A member starts only if it is sure enough that the others cooperate; p* is how sure it must be, after the size of the basin of attraction of defection (Dal Bó & Fréchette 2011). The most reluctant member must believe it of all whose agreement is needed: (k − 1) others times the share θ of members who must agree, so of each the root. Belief Y follows a Beta distribution with mean τ, the trust, worth κ observations. p₁ is 1 where members are not asked. Own form.",
        "成员只有足够相信他方会合作才会开始；p* 为所需的把握，依据背叛吸引域的大小（Dal Bó & Fréchette 2011）。最不情愿的成员须对所有需要同意者抱有此信念：（k − 1）个他方乘以须同意成员的比例 θ，故对每一方取其方根。信念 Y 服从均值为信任 τ、相当于 κ 次观察的 Beta 分布。不征求同意时 p₁ 为 1。自设形式。"
      )
    case .division: Wording("Share: division", "分配")
    case .divisionWords:
      Wording(
        "The part of the members who would not lose if the agreement were surely kept (n at p = 1; all where they are not asked), times a discount for quarrel: φ is the form’s friction, τ trust. Δ is the part of the saving whose owner is in dispute among fair rules R: Shapley value, equal share of non-separable costs and, where they have an answer, separable costs–remaining benefits and Gately point, in the game c among the members of S alone; it is 1 where nothing is saved. Beyond sixteen members Δ is the coefficient of variation of u, at most 1. Own form.",
        "协议确定得到遵守时不会受损的成员比例（n 取 p = 1；不征求同意时为全体），乘以争执的折扣：φ 为该形式的摩擦，τ 为信任。Δ 为节约中各公平规则 R 对其归属有争议的部分：沙普利值、不可分成本均摊，以及有解时的可分离成本剩余效益法和盖特利点，均在仅由 S 成员构成的博弈 c 中计算；若无节约则为 1。成员超过十六个时，Δ 为 u 的变异系数，至多为 1。自设形式。",
        gains: (
          "The part of the members who would not lose if the agreement were surely kept (n at p = 1; all where they are not asked), times a discount for quarrel: φ is the form’s friction, τ trust. Δ is the part of what acting as one gains whose owner is in dispute among fair rules R: Shapley value, equal share of what is not separable and, where they have an answer, separable gains–remaining benefits and Gately point, in the game v among the members of S alone; it is 1 where nothing is gained. Beyond sixteen members Δ is the coefficient of variation of u, at most 1. Own form.",
          "协议确定得到遵守时不会受损的成员比例（n 取 p = 1；不征求同意时为全体），乘以争执的折扣：φ 为该形式的摩擦，τ 为信任。Δ 为共同行动增益中各公平规则 R 对其归属有争议的部分：沙普利值、不可分收益均分，以及有解时的可分离收益剩余效益法和盖特利点，均在仅由 S 成员构成的博弈 v 中计算；若无增益则为 1。成员超过十六个时，Δ 为 u 的变异系数，至多为 1。自设形式。"
        ))
    case .wholeUndertaking: Wording("Costs of the whole undertaking", "全部工程的成本")
    case .wholeUndertakingWords:
      Wording(
        "The case’s costs are for the whole undertaking, once. The comparison of forms counts them as one period of many alike, so what a breach loses later is the same amount again in every year to come. Own form.",
        "案例的成本为全部工程的一次性成本。合作形式的比较将其视为许多相同时期中的一期，因此违约的后续损失为以后每年再损失同样数额。自设形式。")
    case .transaction: Wording("Transaction cost by kind", "各类交易成本")
    case .transactionWords:
      Wording(
        "The kinds are the literature’s: search, bargaining, monitoring, enforcement, agency; the forms are our own. ε is what each of y earlier agreements leaves. L are the links: 1 for a pair; k where the form is delegated or imposed or has a third party of its own; else k(k − 1)/2, of which an outside third party spares the part that it sees of breaches, down to k. Bargaining grows with the number of members (Buchanan & Tullock 1962; exponent η), with how unlike they are (H, weight μ), with the share θ who must agree and the z issues. Monitoring pays for the chances that the authority and third parties see a breach, not for what shows by itself. Running costs cᵣ count as enforcement up to a contract and as agency for a body; a bond β ties up capital.",
        "成本类别依据文献：搜寻、谈判、监督、执行、代理；形式为自设。ε 为 y 项已有协议中每一项使成本降至的倍数。L 为联系数：两方为 1；授权或强制形式、或自设第三方时为 k；环境中的第三方按其发现违约的可能省去超出 k 的部分；其他为 k(k − 1)/2。谈判成本随成员数（Buchanan & Tullock 1962；指数 η）、成员差异（H，权重 μ）、须同意的比例 θ 和事项数 z 增加。监督成本对应主管机构和第三方发现违约的可能性，自行显露者不计。运行成本 cᵣ 在社会嵌入与合同形式中计入执行，在机构形式中计入代理；保证金 β 占用资金。"
      )
    case .autonomy: Wording("Cost of lost autonomy", "自主权损失")
    case .autonomyWords:
      Wording(
        "α is how much a member values its own say (that it does: Bartling, Fehr & Herz 2014), a the share of decision rights the form takes, o is 1.5 for a collective form and 1 otherwise. Own form.",
        "α 为成员对自主权的重视程度（其存在依据 Bartling, Fehr & Herz 2014），a 为该形式取走的决策权比例，o 在集体形式中为 1.5，其他为 1。自设形式。")
    case .gini: Wording("How unlike the members are", "成员差异")
    case .giniWords:
      Wording(
        "The case does not tell H, so it is the Gini coefficient of what the members bear alone, in ascending order; amounts below zero count as zero.",
        "案例未给出 H，故取各成员单独负担（由小到大排列）的基尼系数；负值按零计。",
        gains: (
          "The case does not tell H, so it is the Gini coefficient of what the members bear alone, in ascending order; amounts below zero count as zero.",
          "案例未给出 H，故取各成员单独负担（由小到大排列）的基尼系数；负值按零计。"
        ))
    case .ranking: Wording("Rank and reasons", "排名与理由")
    case .rankingWords:
      Wording(
        "Forms that come about stand first, by net gain G; the first is recommended if its G is above zero. A form is unbeaten when none that comes about is at least as good in G, risk 1 − p₁p₂p₃, T and A, and better in one. In the reasons the difference between the first two is broken down: costs by themselves; gain and the three chances, which are multiplied, by the average over all orders in which the four could be changed (Shorrocks 2013), so that the parts add up.",
        "能够达成的形式按净收益 G 排在前面；首位的 G 大于零时予以推荐。若没有其他能达成的形式在 G、风险 1 − p₁p₂p₃、T 和 A 上均不逊色且至少一项更优，则该形式未被全面超越。理由中对前两名的差额进行分解：成本各自列出；相乘的收益与三种可能性，对四者变动的所有次序取平均（Shorrocks 2013），各部分之和等于差额。"
      )
    case .levers: Wording("Single changes", "单项改变")
    case .leverWords:
      Wording(
        "One condition at a time is set to the value in the table, all else stays, every form is appraised anew, and the best net gain is compared with that before. A change the case already has is left out. The values are our own.",
        "每次将一项条件改为表中数值，其他不变，对每种形式重新评价，并与此前的最佳净收益比较。案例已具备的改变不列出。数值为自设。")
    case .hinges: Wording("Single figures", "单项数据")
    case .hingeWords:
      Wording(
        "Each uncertain or assumed figure moves alone, all else at its best estimate: from end to end of its range, a normal spread from its 0.1 to its 99.9 percentile, an assumed figure without a range from half to twice its value, as far as its limits allow; all figures under one name move together. The game and every form are solved anew. The net gain shown is that of the form recommended at the best estimates (of the first where none is), zero where it does not come about. A switch is sought in eight steps to either side and halved ten times; one that comes and goes within a step is not seen.",
        "每项不确定或假设的数据单独变动，其他取最佳估计：由其范围一端到另一端；正态分布由 0.1 百分位到 99.9 百分位；无范围的假设数据在允许的界限内由其值的一半到两倍；同一名称下的数据一同变动。博弈和每种形式均重新求解。所示净收益为最佳估计下推荐形式（无推荐时为首位形式）的净收益，无法达成时为零。转折点在两侧各以八步搜索，再折半十次；在一步之内出现又消失的转折不能发现。"
      )
    case .draws: Wording("Chances over the uncertain figures", "不确定数据下的可能性")
    case .drawWords:
      Wording(
        "In each draw every uncertain figure takes an independent random rank within its own range, all figures under one name the same rank, and the same draw serves every form; draw number d comes from the seed and d alone. The chance of being best is the part of the draws in which a form was recommended; the net gains are those of the form recommended at the best estimates.",
        "每次抽样中，各项不确定数据在自身范围内取独立的随机位次，同一名称下的数据取相同位次，各种形式使用同一样本；第 d 次抽样只取决于种子和 d。成为最佳的可能性为该形式被推荐的抽样比例；净收益为最佳估计下推荐形式的净收益。")
    case .kept: Wording("Groups looked at when figures move", "数据变动时考察的组合")
    case .keptWords:
      Wording(
        "When figures move, forms are appraised on every pair, on all members, on the 64 larger groups whose members and the 16 for which the region gain most at the best estimates, and on the groups that the forms brought together there; the dispute Δ of each is taken over from there. A group that only other figures make attractive can be missed. Own form.",
        "数据变动时，各种形式在以下组合中评价：所有两方组合、全体成员、最佳估计下成员收益最大的 64 个和区域收益最大的 16 个三方以上组合，以及当时各形式所形成的组合；各组合的争议 Δ 沿用最佳估计时的数值。仅在其他数据下才有吸引力的组合可能被遗漏。自设形式。"
      )
    case .formTable: Wording("The numbers of the forms, with the letters of the formulas", "各种形式的取值及公式中的字母")
    case .formTableNote:
      Wording(
        "Own numbers, ordered as the literature orders the forms, unless the case changes them (marked *).",
        "除案例更改者（以 * 标出）外，数值为自设，其次序依据文献对各形式的排序。")
    case .form: Wording("Form", "形式")
    case .adoption: Wording("Taking up a standard", "采用标准")
    case .adoptionWords:
      Wording(
        "A member that adopts (x = 1) gains its benefit b times the weights w of itself and of the others that adopt, and spends s on changing over; one that does not adopt neither gains nor spends. The weights of a member add up to 1: its own, and those of the others in proportion to what it exchanges with them. Who has the standard keeps it and spends nothing. Network benefits after Farrell & Saloner (1985).",
        "采用标准的成员（x = 1）得到其收益 b 乘以自身及其他采用者的权重 w，并付出转换投入 s；不采用者无所得亦无付出。每个成员的权重合计为 1：自身权重，以及按交往量分配的他方权重。已有标准者保持不变且无付出。网络收益依据 Farrell & Saloner（1985）。"
      )
    case .adoptionOrder: Wording("Who follows whom", "跟进的次序")
    case .adoptionOrderWords:
      Wording(
        "The more adopt, the more adopting gains, so there are a least and a greatest equilibrium and all others lie between (Milgrom & Roberts 1990; Topkis 1998). The least is found by letting, round after round, all follow who then gain; the greatest by letting all adopt and those drop out who lose. Acting alone is the least: what members come to from where they stand.",
        "采用者越多，采用的收益越大，因此存在最小和最大均衡，其他均衡都在两者之间（Milgrom & Roberts 1990；Topkis 1998）。最小均衡由逐轮让能受益者跟进而得；最大均衡由全体采用后让受损者退出而得。各自行动取最小均衡，即成员由目前状况出发所达到的结果。"
      )
    case .push: Wording("The smallest push", "最小推动")
    case .pushWords:
      Wording(
        "The amounts z, smallest in sum, which, given to some members towards changing over, make all members of the greatest equilibrium follow by themselves. Where a smaller sum could not be ruled out, the report says how much is needed at least. First movers are the fewest who, if they adopted without gaining, would make the others follow. Own form.",
        "给予部分成员用于转换、使最大均衡的全体成员自行跟进的总额最小的数额 z。若不能排除更小的总额，报告写明至少需要多少。率先者为若不计得失先行采用便可使其他成员跟进的最少成员。自设形式。"
      )
    case .beliefs: Wording("How sure a member must be of the others", "对他方所需的把握")
    case .beliefWords:
      Wording(
        "The least probability that every other member of the greatest equilibrium adopts at which adopting is best, after the p-dominance of Morris, Rob & Shin (1995). A member that knows nothing of the others and holds every number of adopters for equally likely expects half of what they could bring, and adopts by the formula; among members that are alike this is what play comes to when each sees the benefit with a little noise (Carlsson & van Damme 1993).",
        "使采用成为最佳选择所需的、最大均衡中其他每一成员采用的最低概率，依据 Morris, Rob & Shin（1995）的 p 占优。对他方一无所知、认为采用者的各种数目同样可能的成员，预期得到他方可带来收益的一半，按公式决定是否采用；在相同的成员之间，这就是各方对收益的观察略有误差时博弈的结果（Carlsson & van Damme 1993）。"
      )
    case .scale: Wording("How far apart members govern", "治理尺度差异")
    case .scaleWords:
      Wording(
        "For each item the distance of the levels at which two members govern, and over all items its mean, weighted by item. Own form.",
        "每个事项中两个成员治理等级之差，及其在全部事项上按事项加权的平均值。自设形式。")
    case .interaction: Wording("Competing with an instrument", "以政策手段竞争")
    case .interactionWords:
      Wording(
        "Member i sets its instrument x between its least l and its most h. What it gets is a quadratic in the instruments of all: β is what the first unit yields, α how fast that falls, γ how another’s instrument changes what one’s own yields, ε what it does directly (after Bramoullé, Kranton & D’Amours 2014). γ above zero makes instruments complements, below zero substitutes. In an equilibrium no member gains by moving up or down from where it stands: a linear complementarity problem, solved in finitely many exact steps (Lemke 1965; Cottle, Pang & Stone 1992). The equilibrium is said to be the only one where the matrix of that problem is positive definite or has all principal minors above zero; failing that the report says that it was not shown. What is best for all is a quadratic programme; where the sum bends upwards the box is cut into pieces until the best is known to within the amount told.",
        "成员 i 在下限 l 与上限 h 之间选择其手段 x，所得为全体手段的二次函数：β 为首单位的收益，α 为其递减速度，γ 为他方手段对自身手段收益的影响，ε 为其直接影响（依据 Bramoullé, Kranton & D’Amours 2014）。γ 为正时手段互补，为负时互为替代。均衡时没有成员能因上调或下调而获益，即线性互补问题，以有限步精确求解（Lemke 1965；Cottle, Pang & Stone 1992）。若该问题的矩阵正定或所有主子式为正，则称均衡唯一；否则报告写明未证明唯一。整体最优为二次规划；总和不是凹函数时，将可行域逐步分割，直至最优值的误差不超过所述数额。"
      )
    case .tax: Wording("Tax competition", "税收竞争")
    case .taxWords:
      Wording(
        "Capital moves until it earns the same everywhere after tax, so whoever raises its tax drives capital to the others, and all tax too little (Zodrow & Mieszkowski 1986; Wildasin 1988). Output is quadratic in capital, which makes what residents have a quadratic in the taxes without approximation.",
        "资本流动至各地税后收益相同，因此提高税率者使资本流向他方，各方税率均过低（Zodrow & Mieszkowski 1986；Wildasin 1988）。产出为资本的二次函数，因此居民所得恰为税率的二次函数，无需近似。"
      )
    case .protection: Wording("Markets kept closed", "市场封锁")
    case .protectionWords:
      Wording(
        "Two members that trade are in a prisoner’s dilemma of opening or closing their markets (conditions on the four payoffs: Rapoport & Chammah 1965), here by any degree from open to closed and averaged over a member’s partners by what it exchanges with each. The degrees and the average are our own.",
        "有贸易往来的两个成员在开放与封锁市场之间处于囚徒困境（四种支付的条件：Rapoport & Chammah 1965），此处可取开放至封锁之间的任意程度，并按交往量对各伙伴取平均。程度与平均为自设形式。")
    case .tournament: Wording("Promotion tournament", "晋升锦标赛")
    case .tournamentWords:
      Wording(
        "Officials are compared by results, and the better one is promoted (Lazear & Rosen 1981). What one does also helps or harms the others’ results, which makes effort fall or rise (Zhou 2004). The chance of winning is taken along its tangent at a tie.",
        "官员按业绩比较，优者晋升（Lazear & Rosen 1981）。一方的努力也会增进或损害他方业绩，从而使努力下降或上升（Zhou 2004）。获胜概率取平局处的切线。")
    case .table: Wording("Choices from a table", "支付表中的选择")
    case .tableWords:
      Wording(
        "What every member gets in every combination of actions is the table of the case. In an equilibrium σ no member gets more by another action on average; members may mix actions (Nash 1951). All equilibria in single actions are listed, and those that mix where two groups face each other; of larger games one that mixes is sought where none in single actions exists. An action is told by its number from 0, a mixture by the average of the numbers.",
        "每一行动组合下各成员的所得取自案例中的表。在均衡 σ 中，没有成员能以其他行动获得更高的平均所得；成员可以混合行动（Nash 1951）。报告列出全部纯行动均衡；两方对局时还列出混合均衡；更大的博弈仅在没有纯行动均衡时寻找一个混合均衡。行动以从 0 起的编号表示，混合以编号的平均值表示。"
      )
    case .jointChoice: Wording("When a group acts as one", "部分成员共同行动")
    case .jointChoiceWords:
      Wording(
        "The members of S choose what is best for them together while everyone else does what is best for itself, all at once: the partial-agreement equilibrium (Chander & Tulkens 1997). With one member or none in S it is acting alone, with all it is acting as one. The worth v of S is what its members then get, under the convention named above the shares.",
        "S 的成员选择对其合计最有利的行动，其余各方同时各自选择对自身最有利的行动，即部分协议均衡（Chander & Tulkens 1997）。S 至多含一个成员时即各自行动，含全体成员时即共同行动。S 的价值 v 为其成员此时的合计所得，取份额上方所述的约定。"
      )
    case .verdict: Wording("Which trap it is", "困境的判断")
    case .verdictWords:
      Wording(
        "The rule is our own; for two equal members with two actions it gives the classical kinds (Rapoport & Guyer 1966). One equilibrium without a gap is no trap. One with a gap is partial provision when some carry what others leave to them, else defection, or division when those who are tempted lose by acting as one. Of several, some without a gap, it is coordination as far as all prefer one to another, and division or taking turns as far as they do not. Of several, all with a gap, it is also partial provision, where some carry others or are better off so in each of them, or else defection. Division also holds when no division keeps every group.",
        "判断规则为自设；对两个相同成员、两种行动，它给出经典类型（Rapoport & Guyer 1966）。唯一均衡且无差距则没有困境。唯一均衡而有差距时，若部分成员承担了他方留下的部分则为供给不足，否则为背离困境；若受诱惑者因共同行动受损则为分配困境。有多个均衡且部分无差距时，全体偏好一致的为协调困境，不一致的为分配或分工困境。多个均衡均有差距时，若在每个均衡中有成员替他方承担或因此更好，则同时为供给不足，否则同时为背离困境。若没有任何分配能留住每一组合，也属分配困境。"
      )
    case .levels: Wording("Between which levels the gap lies", "差距所在的层级")
    case .levelWords:
      Wording(
        "Three remedies are tried in every order: governments acting as one, the agencies of each government acting as one, and the best instrument of the level above. What each closes of the gap, on average over the orders, is its part (Shapley 1953, after Shorrocks 2013); the remedies are our own.",
        "按每一种次序试行三种办法：政府之间共同行动、每个政府的各部门共同行动，以及上级的最佳手段。各办法弥合的差距对所有次序取平均，即其所占部分（Shapley 1953，依据 Shorrocks 2013）；办法为自设。")
    }
  }
}
