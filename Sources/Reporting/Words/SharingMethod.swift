/// What is said of how a joint cost or gain is divided.
enum SharingMethod: String, Phrase {
  case core, coreWords, shapley, shapleyWords, nucleolus, nucleolusWords, perCapita, perCapitaWords
  case proportionalNucleolus, proportionalNucleolusWords, coreRange, coreRangeWords, certificate, certificateWords
  case separable, separableWords, nonseparable, nonseparableWords, tau, tauWords, gately, gatelyWords, equal
  case equalWords, proportional, proportionalWords

  var wording: Wording {
    switch self {
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
    }
  }
}
