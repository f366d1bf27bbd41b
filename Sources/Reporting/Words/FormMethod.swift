/// What is said of how forms of cooperation are appraised, and what the answer hinges on.
enum FormMethod: String, Phrase {
  case appraisal, appraisalWords, participation, participationWords, net, netWords, equalWeights
  case equalWeightsWords, weights, weightsWords, detection, detectionWords, keeping, keepingWords, coordination
  case coordinationWords, division, divisionWords, wholeUndertaking, wholeUndertakingWords, transaction
  case transactionWords, autonomy, autonomyWords, gini, giniWords, ranking, rankingWords, levers, leverWords
  case hinges, hingeWords, draws, drawWords, regret, regretWords, sensitivity, sensitivityWords, kept, keptWords
  case formTable, formTableNote, form

  var wording: Wording {
    switch self {
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
        "A member starts only if it is sure enough that the others cooperate; p* is how sure it must be, after the size of the basin of attraction of defection (Dal Bó & Fréchette 2011); e is what it would lose by keeping the agreement while nobody else does, 0 where the kind of problem does not tell. The most reluctant member must believe it of all whose agreement is needed: (k − 1) others times the share θ of members who must agree, so of each the root. Belief Y follows a Beta distribution with mean τ, the trust, worth κ observations. p₁ is 1 where members are not asked. Own form.",
        "成员只有足够相信他方会合作才会开始；p* 为所需的把握，依据背叛吸引域的大小（Dal Bó & Fréchette 2011）；e 为独自遵守协议而他方均不遵守时的损失，问题类型未给出时为 0。最不情愿的成员须对所有需要同意者抱有此信念：（k − 1）个他方乘以须同意成员的比例 θ，故对每一方取其方根。信念 Y 服从均值为信任 τ、相当于 κ 次观察的 Beta 分布。不征求同意时 p₁ 为 1。自设形式。"
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
        "Each uncertain or assumed figure, and each number of the catalogue, moves alone, all else at its best estimate: from end to end of its range, a normal spread from its 0.1 to its 99.9 percentile, an assumed figure without a range from half to twice its value, as far as its limits allow and the figures make a game; all figures under one name move together. The game and every form are solved anew. The net gain shown is that of the form recommended at the best estimates (of the first where none is), zero where it does not come about. A switch is sought in eight steps to either side, and each step in which the best form changes is halved until the switch is known to a ten-thousandth of the range; a form that comes and goes within a step is not seen. The map asks at thirteen values of each of the two figures of longest reach.",
        "每项不确定或假设的数据以及目录中的每项参数单独变动，其他取最佳估计：由其范围一端到另一端；正态分布由 0.1 百分位到 99.9 百分位；无范围的假设数据在允许的界限内且能构成博弈时，由其值的一半到两倍；同一名称下的数据一同变动。博弈和每种形式均重新求解。所示净收益为最佳估计下推荐形式（无推荐时为首位形式）的净收益，无法达成时为零。转折点在两侧各以八步搜索，最佳形式改变的每一步再对分至范围的万分之一；在一步之内出现又消失的形式不能发现。两项影响最大的数据各取十三个值绘成图。"
      )
    case .draws: Wording("Chances over the uncertain figures", "不确定数据下的可能性")
    case .drawWords:
      Wording(
        "In each draw every uncertain figure takes a rank of its own within its range, all figures under one name the same rank, and every form is appraised at the same draw. The ranks are the points of a scrambled Sobol’ sequence (Joe & Kuo 2008), which fills all combinations evenly; point number d comes from the seed and d alone. The chance of being best is the part of the draws in which a form brings the region most, ties shared evenly; acting alone is best where no form brings anything. Standard errors are those of independent draws, which is rather too much for such a sequence.",
        "每次抽样中，各项不确定数据在自身范围内取各自的位次，同一名称下的数据取相同位次，各种形式按同一样本评价。位次取自随机化的 Sobol’ 序列（Joe & Kuo 2008），能均匀覆盖各种组合；第 d 点只取决于种子和 d。成为最佳的可能性为该形式给区域带来的净收益最高的抽样比例，并列时均分；没有一种形式有净收益时，各自行动为最佳。标准误按独立抽样计算，对此类序列偏保守。"
      )
    case .regret: Wording("Regret, and what knowing is worth", "后悔值与信息价值")
    case .regretWords:
      Wording(
        "The regret r of a choice is what the best choice of the same draw brings more. Least expected regret is the same as the largest mean; whoever fears the worst takes the choice whose largest regret is least (Savage 1951). To know every figure before choosing is worth V, the mean of the best in each draw less the best mean (Raiffa & Schlaifer 1961). To know one figure is worth the mean of the best choice for its value less the best mean: the draws are sorted by the figure and cut into n^⅓ parts, as Strong & Oakley (2013) do, and in each part one half of the draws chooses while the other judges, so that luck is not taken for knowledge. The result is too low rather than too high.",
        "一种选择的后悔值 r 为同一样本中最佳选择多出的收益。期望后悔值最小即均值最大；担心最坏情形者选择最大后悔值最小的方案（Savage 1951）。完全信息价值 V 为各样本最佳收益的均值减去最大的均值（Raiffa & Schlaifer 1961）。单项数据的信息价值为按其取值选择的最佳收益的均值减去最大的均值：参照 Strong & Oakley（2013），将样本按该数据排序并分为 n^⅓ 组，每组以一半样本选择、另一半样本评判，以免把偶然当作信息。结果偏低而不偏高。"
      )
    case .sensitivity: Wording("Where the variance comes from", "方差的来源（敏感度）")
    case .sensitivityWords:
      Wording(
        "The shares S and T of a figure x in the variance of the recommended form’s net gain G: alone, and with everything it takes part in (Sobol’ 1993). S is estimated after Saltelli et al. (2010), T after Jansen (1999), from samples of their own, an eighth as many as there are draws, 256 at most; the intervals come from drawing the samples again. With more than nine uncertain figures, the eight of longest reach move one by one and the others as one.",
        "数据 x 对推荐形式净收益 G 的方差的贡献：单独贡献 S 与包括一切交互作用的总贡献 T（Sobol’ 1993）。S 按 Saltelli 等（2010）、T 按 Jansen（1999）估计，另取样本，其数为抽样次数的八分之一，至多 256；置信区间由样本重抽得到。不确定数据多于九项时，影响最大的八项逐一变动，其余合为一组。"
      )
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
    }
  }
}
