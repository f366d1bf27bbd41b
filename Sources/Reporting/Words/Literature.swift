/// The works that methods of a report are after, in the form their field cites them.
enum Literature: CaseIterable, Sendable {
  case bartlingFehrHerz, becker, bernheimWhinston, bramoulleKrantonDAmours, buchananTullock, carlssonVanDamme
  case carraroEyckmansFinus, casciaroPiskorski, chanderTulkens1995, chanderTulkens1997, coleman, cottlePangStone
  case dalBoFrechette, dAspremont, emerson, eyckmansFinus, farrellSaloner, riverBasinCommittee, feiock, friedman
  case gately, jansen, joeKuo, kalai, kohlberg, koutsoupiasPapadimitriou, lazearRosen, leitmann, lemke, maeler
  case maschlerPelegShapley, milgromNorthWeingast, milgromRoberts, morrisRobShin, nash, oates, pfefferSalancik
  case piyavskii, prim, raiffaSchlaifer, rapoportChammah, rapoportGuyer, saltelli, savage, schmeidler
  case shapleyShubik, shapley, shorrocks, sobol, sobolev, stackelberg, straffinHeaney, strongOakley
  case tavaresFeiock, tijs, topkis, wildasin, youngOkadaHashimoto, zhou, zodrowMieszkowski

  /// Authors, year, title and place; the cases stand in the order of a list of works.
  var citation: String {
    switch self {
    case .bartlingFehrHerz:
      "Bartling, B., Fehr, E. & Herz, H. (2014). The intrinsic value of decision rights. Econometrica 82(6), 2005–2039."
    case .becker:
      "Becker, G. S. (1968). Crime and punishment: An economic approach. Journal of Political Economy 76(2), 169–217."
    case .bernheimWhinston:
      "Bernheim, B. D. & Whinston, M. D. (1990). Multimarket contact and collusive behavior. RAND Journal of Economics 21(1), 1–26."
    case .bramoulleKrantonDAmours:
      "Bramoullé, Y., Kranton, R. & D’Amours, M. (2014). Strategic interaction and networks. American Economic Review 104(3), 898–930."
    case .buchananTullock:
      "Buchanan, J. M. & Tullock, G. (1962). The Calculus of Consent. University of Michigan Press."
    case .carlssonVanDamme:
      "Carlsson, H. & van Damme, E. (1993). Global games and equilibrium selection. Econometrica 61(5), 989–1018."
    case .carraroEyckmansFinus:
      "Carraro, C., Eyckmans, J. & Finus, M. (2006). Optimal transfers and participation decisions in international environmental agreements. Review of International Organizations 1, 379–396."
    case .casciaroPiskorski:
      "Casciaro, T. & Piskorski, M. J. (2005). Power imbalance, mutual dependence, and constraint absorption. Administrative Science Quarterly 50(2), 167–199."
    case .chanderTulkens1995:
      "Chander, P. & Tulkens, H. (1995). A core-theoretic solution for the design of cooperative agreements on transfrontier pollution. International Tax and Public Finance 2, 279–293."
    case .chanderTulkens1997:
      "Chander, P. & Tulkens, H. (1997). The core of an economy with multilateral environmental externalities. International Journal of Game Theory 26, 379–401."
    case .coleman:
      "Coleman, J. S. (1988). Social capital in the creation of human capital. American Journal of Sociology 94, S95–S120."
    case .cottlePangStone:
      "Cottle, R. W., Pang, J.-S. & Stone, R. E. (1992). The Linear Complementarity Problem. Academic Press."
    case .dalBoFrechette:
      "Dal Bó, P. & Fréchette, G. R. (2011). The evolution of cooperation in infinitely repeated games: Experimental evidence. American Economic Review 101(1), 411–429."
    case .dAspremont:
      "d’Aspremont, C., Jacquemin, A., Gabszewicz, J. J. & Weymark, J. A. (1983). On the stability of collusive price leadership. Canadian Journal of Economics 16(1), 17–25."
    case .emerson:
      "Emerson, R. M. (1962). Power-dependence relations. American Sociological Review 27(1), 31–41."
    case .eyckmansFinus:
      "Eyckmans, J. & Finus, M. (2004). An almost ideal sharing scheme for coalition games with externalities. FEEM working paper 155.04."
    case .farrellSaloner:
      "Farrell, J. & Saloner, G. (1985). Standardization, compatibility, and innovation. RAND Journal of Economics 16(1), 70–83."
    case .riverBasinCommittee:
      "Federal Inter-Agency River Basin Committee (1950). Proposed Practices for Economic Analysis of River Basin Projects. Washington."
    case .feiock:
      "Feiock, R. C. (2013). The institutional collective action framework. Policy Studies Journal 41(3), 397–425."
    case .friedman:
      "Friedman, J. W. (1971). A non-cooperative equilibrium for supergames. Review of Economic Studies 38(1), 1–12."
    case .gately:
      "Gately, D. (1974). Sharing the gains from regional cooperation: A game theoretic application to planning investment in electric power. International Economic Review 15(1), 195–208."
    case .jansen:
      "Jansen, M. J. W. (1999). Analysis of variance designs for model output. Computer Physics Communications 117, 35–43."
    case .joeKuo:
      "Joe, S. & Kuo, F. Y. (2008). Constructing Sobol sequences with better two-dimensional projections. SIAM Journal on Scientific Computing 30(5), 2635–2654."
    case .kalai:
      "Kalai, E. (1977). Nonsymmetric Nash solutions and replications of 2-person bargaining. International Journal of Game Theory 6, 129–133."
    case .kohlberg:
      "Kohlberg, E. (1971). On the nucleolus of a characteristic function game. SIAM Journal on Applied Mathematics 20(1), 62–66."
    case .koutsoupiasPapadimitriou:
      "Koutsoupias, E. & Papadimitriou, C. (1999). Worst-case equilibria. In STACS 99, Lecture Notes in Computer Science 1563, 404–413."
    case .lazearRosen:
      "Lazear, E. P. & Rosen, S. (1981). Rank-order tournaments as optimum labor contracts. Journal of Political Economy 89(5), 841–864."
    case .leitmann:
      "Leitmann, G. (1978). On generalized Stackelberg strategies. Journal of Optimization Theory and Applications 26(4), 637–643."
    case .lemke:
      "Lemke, C. E. (1965). Bimatrix equilibrium points and mathematical programming. Management Science 11(7), 681–689."
    case .maeler:
      "Mäler, K.-G. (1989). The acid rain game. In Valuation Methods and Policy Making in Environmental Economics, 231–252. Elsevier."
    case .maschlerPelegShapley:
      "Maschler, M., Peleg, B. & Shapley, L. S. (1979). Geometric properties of the kernel, nucleolus, and related solution concepts. Mathematics of Operations Research 4, 303–338."
    case .milgromNorthWeingast:
      "Milgrom, P. R., North, D. C. & Weingast, B. R. (1990). The role of institutions in the revival of trade: The law merchant, private judges, and the Champagne fairs. Economics & Politics 2(1), 1–23."
    case .milgromRoberts:
      "Milgrom, P. & Roberts, J. (1990). Rationalizability, learning, and equilibrium in games with strategic complementarities. Econometrica 58(6), 1255–1277."
    case .morrisRobShin:
      "Morris, S., Rob, R. & Shin, H. S. (1995). p-Dominance and belief potential. Econometrica 63(1), 145–157."
    case .nash:
      "Nash, J. (1951). Non-cooperative games. Annals of Mathematics 54(2), 286–295."
    case .oates:
      "Oates, W. E. (1972). Fiscal Federalism. Harcourt Brace Jovanovich."
    case .pfefferSalancik:
      "Pfeffer, J. & Salancik, G. R. (1978). The External Control of Organizations. Harper & Row."
    case .piyavskii:
      "Piyavskii, S. A. (1972). An algorithm for finding the absolute extremum of a function. USSR Computational Mathematics and Mathematical Physics 12(4), 57–67."
    case .prim:
      "Prim, R. C. (1957). Shortest connection networks and some generalizations. Bell System Technical Journal 36, 1389–1401."
    case .raiffaSchlaifer:
      "Raiffa, H. & Schlaifer, R. (1961). Applied Statistical Decision Theory. Harvard University."
    case .rapoportChammah:
      "Rapoport, A. & Chammah, A. M. (1965). Prisoner’s Dilemma: A Study in Conflict and Cooperation. University of Michigan Press."
    case .rapoportGuyer:
      "Rapoport, A. & Guyer, M. (1966). A taxonomy of 2 × 2 games. General Systems 11, 203–214."
    case .saltelli:
      "Saltelli, A., Annoni, P., Azzini, I., Campolongo, F., Ratto, M. & Tarantola, S. (2010). Variance based sensitivity analysis of model output: Design and estimator for the total sensitivity index. Computer Physics Communications 181(2), 259–270."
    case .savage:
      "Savage, L. J. (1951). The theory of statistical decision. Journal of the American Statistical Association 46, 55–67."
    case .schmeidler:
      "Schmeidler, D. (1969). The nucleolus of a characteristic function game. SIAM Journal on Applied Mathematics 17(6), 1163–1170."
    case .shapleyShubik:
      "Shapley, L. S. & Shubik, M. (1966). Quasi-cores in a monetary economy with nonconvex preferences. Econometrica 34, 805–827."
    case .shapley:
      "Shapley, L. S. (1953). A value for n-person games. In Contributions to the Theory of Games II, 307–317. Princeton University Press."
    case .shorrocks:
      "Shorrocks, A. F. (2013). Decomposition procedures for distributional analysis: A unified framework based on the Shapley value. Journal of Economic Inequality 11, 99–126."
    case .sobol:
      "Sobol’, I. M. (1993). Sensitivity estimates for nonlinear mathematical models. Mathematical Modelling and Computational Experiment 1(4), 407–414."
    case .sobolev:
      "Sobolev, A. I. (1975). The characterization of optimality principles in cooperative games by functional equations (in Russian). Mathematical Methods in the Social Sciences 6, 94–151."
    case .stackelberg:
      "von Stackelberg, H. (1934). Marktform und Gleichgewicht. Springer."
    case .straffinHeaney:
      "Straffin, P. D. & Heaney, J. P. (1981). Game theory and the Tennessee Valley Authority. International Journal of Game Theory 10, 35–43."
    case .strongOakley:
      "Strong, M. & Oakley, J. E. (2013). An efficient method for computing single-parameter partial expected value of perfect information. Medical Decision Making 33(6), 755–766."
    case .tavaresFeiock:
      "Tavares, A. F. & Feiock, R. C. (2018). Applying an institutional collective action framework to investigate intermunicipal cooperation in Europe. Perspectives on Public Management and Governance 1(4), 299–316."
    case .tijs:
      "Tijs, S. H. (1981). Bounds for the core and the τ-value. In Game Theory and Mathematical Economics, 123–132. North-Holland."
    case .topkis:
      "Topkis, D. M. (1998). Supermodularity and Complementarity. Princeton University Press."
    case .wildasin:
      "Wildasin, D. E. (1988). Nash equilibria in models of fiscal competition. Journal of Public Economics 35(2), 229–240."
    case .youngOkadaHashimoto:
      "Young, H. P., Okada, N. & Hashimoto, T. (1982). Cost allocation in water resources development. Water Resources Research 18(3), 463–475."
    case .zhou:
      "Zhou, L.-A. (2004). The incentive and cooperation of government officials in the political tournaments (in Chinese). Economic Research Journal 6, 33–40."
    case .zodrowMieszkowski:
      "Zodrow, G. R. & Mieszkowski, P. (1986). Pigou, Tiebout, property taxation, and the underprovision of local public goods. Journal of Urban Economics 19(3), 356–370."
    }
  }
}
