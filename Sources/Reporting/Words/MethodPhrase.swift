/// What is said of how the figures were found: what all families have in common, and the diagnosis.
///
/// Each sentence states what the code computes; a form that is nobody's but ours says so.
enum MethodPhrase: String, Phrase {
  case honesty, notation, literature, dilemma, dilemmaWords, dilemmaFacilityWords, anarchy, anarchyWords
  case freeRiding, freeRidingWords, transfers, transferWords, stability, stabilityWords, dependence
  case dependenceSpilloverWords, dependenceFacilityWords, mainRisk, mainRiskWords, verdict, verdictWords, levels
  case levelWords, upperLevel, upperLevelWords

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
    case .freeRiding: Wording("Gain from free riding", "搭便车收益")
    case .freeRidingWords:
      Wording(
        "What a member would save by its own best reply while all others keep to acting as one; never below zero. The diagnosis names the largest.",
        "其他成员均保持共同行动时，某成员改取自身最优反应可节省的成本，不低于零。诊断部分列出其中最大者。",
        gains: (
          "What a member would gain by its own best reply while all others keep to acting as one; never below zero. The diagnosis names the largest.",
          "其他成员均保持共同行动时，某成员改取自身最优反应可多得的收益，不低于零。诊断部分列出其中最大者。"
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
    case .upperLevel: Wording("What the level above would do", "上级会怎么做")
    case .upperLevelWords:
      Wording(
        "The level above moves first and foresees what the members answer (von Stackelberg 1934). It minds what each member bears, weighted as the case says, and what its lever costs it: λ for each unit paid, after the matching grants of Oates (1972), or k·w²/2 for an evaluation. What a subsidy takes over is a part of the cost of abatement in a spillover, of changing over in a common standard, of effort where the least effort decides, and of what an action costs by itself, α·x²/2, in a competition. An evaluation of weight w makes an official mind w times what the other members bear beside what its own does; to mind (1 − v) of one’s own and v of the mean of all n comes to the same with w = v/(n − (n − 1)v). In a tournament it counts the joint result w more. Of several equilibria the one that members come to from today is taken, and beside it the best and the worst for the level above (Leitmann 1978). Where what members do rises in steps every step is found; where it is known how fast the aim can change the search ends when nothing better can hide (Piyavskii 1972); else 200 settings are looked at and the best searched around, which is said. Evaluation and aims are our own forms.",
        "上级先行动，并预见各成员的应对（von Stackelberg 1934）。上级看重的是各成员负担按案例所给权重的合计，加上其手段的成本：补助每单位付出 λ，依据 Oates（1972）的配套补助；考核则为 k·w²/2。补助的对象，在外溢问题中是减排成本的一部分，在共同标准中是转换成本的一部分，在最低努力决定的情形中是努力成本的一部分，在竞争中是行动本身成本 α·x²/2 的一部分。权重为 w 的考核使官员在本地负担之外，按 w 倍计入其他成员的负担；若改为看重 (1 − v) 份本地负担与 v 份全体 n 方平均负担，取 w = v/(n − (n − 1)v) 即相同。在锦标赛中，考核对共同业绩的权重增加 w。有多个均衡时，取各成员由目前状况出发所达到者，并列出对上级最好和最差者（Leitmann 1978）。各成员的行动逐级上升时，每一级均已求出；已知目标变化速度的上界时，搜索至不可能再有更优者为止（Piyavskii 1972）；否则考察200个取值并在最优者附近细查，报告中予以注明。考核与目标为自设形式。",
        gains: (
          "The level above moves first and foresees what the members answer (von Stackelberg 1934). It minds what each member gets, weighted as the case says, less what its lever costs it: λ for each unit paid, after the matching grants of Oates (1972), or k·w²/2 for an evaluation. What a subsidy takes over is a part of the cost of abatement in a spillover, of changing over in a common standard, of effort where the least effort decides, and of what an action costs by itself, α·x²/2, in a competition. An evaluation of weight w makes an official mind w times what the other members get beside what its own gets; to mind (1 − v) of one’s own and v of the mean of all n comes to the same with w = v/(n − (n − 1)v). In a tournament it counts the joint result w more. Of several equilibria the one that members come to from today is taken, and beside it the best and the worst for the level above (Leitmann 1978). Where what members do rises in steps every step is found; where it is known how fast the aim can change the search ends when nothing better can hide (Piyavskii 1972); else 200 settings are looked at and the best searched around, which is said. Evaluation and aims are our own forms.",
          "上级先行动，并预见各成员的应对（von Stackelberg 1934）。上级看重的是各成员所得按案例所给权重的合计，减去其手段的成本：补助每单位付出 λ，依据 Oates（1972）的配套补助；考核则为 k·w²/2。补助的对象，在外溢问题中是减排成本的一部分，在共同标准中是转换成本的一部分，在最低努力决定的情形中是努力成本的一部分，在竞争中是行动本身成本 α·x²/2 的一部分。权重为 w 的考核使官员在本地所得之外，按 w 倍计入其他成员的所得；若改为看重 (1 − v) 份本地所得与 v 份全体 n 方平均所得，取 w = v/(n − (n − 1)v) 即相同。在锦标赛中，考核对共同业绩的权重增加 w。有多个均衡时，取各成员由目前状况出发所达到者，并列出对上级最好和最差者（Leitmann 1978）。各成员的行动逐级上升时，每一级均已求出；已知目标变化速度的上界时，搜索至不可能再有更优者为止（Piyavskii 1972）；否则考察200个取值并在最优者附近细查，报告中予以注明。考核与目标为自设形式。"
        ))
    }
  }
}
