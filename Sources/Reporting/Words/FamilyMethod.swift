/// What is said of how each family of problem is computed.
enum FamilyMethod: String, Phrase {
  case spillover, spilloverWords, equilibrium, equilibriumWords, facilityTable, facilityTableWords
  case facilityFunction, facilityFunctionWords, alternative, alternativeWords, bill, billWords, adoption
  case adoptionWords, adoptionOrder, adoptionOrderWords, push, pushWords, beliefs, beliefWords, scale, scaleWords
  case interaction, interactionWords, tax, taxWords, protection, protectionWords, tournament, tournamentWords
  case table, tableWords, jointChoice, jointChoiceWords

  var wording: Wording {
    switch self {
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
    }
  }
}
