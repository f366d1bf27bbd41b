@testable import Mechanisms

extension Question {
  /// How the authority of the best of the twelve moves.
  static let sweeps: [Question] = [
    .sweep("P3", "temptation 0 to 1.5 of the contribution: more authority", moreAuthority: true) { drawn, way in
      drawn.changed { $0.temptation = 1.5 * way }
    },
    .sweep("P1", "trust .1 to .9: less authority", moreAuthority: false) { try $0.with(.trust, 0.1 + 0.8 * $1) },
    .sweep("P1", "detectability .05 to .85: less authority", moreAuthority: false) {
      try $0.with(.detectability, 0.05 + 0.8 * $1)
    },
    .sweep("P1", "patience .3 to .98: less authority", moreAuthority: false) {
      try $0.with(.patience, 0.3 + 0.68 * $1)
    },
    .sweep("P1", "a third party sees 0 to .8: less authority", moreAuthority: false) {
      try $0.with(CircumstanceParameter.thirdPartyDetection, 0.8 * $1)
    },
    .sweep(
      "P4", "3 to 5 members, a contribution worth the same to all together: more authority", steps: 2,
      moreAuthority: true
    ) {
      drawn, way in
      drawn.changed {
        $0.members = 3 + Int((2 * way).rounded())
        $0.share = drawn.family == .publicGood ? 1.8 / Double($0.members) : (1 - drawn.own) / Double($0.members - 1)
      }
    },
    .sweep("P4", "3 to 5 members, a contribution worth the same to each: more authority", steps: 2, moreAuthority: true)
    {
      drawn, way in drawn.changed { $0.members = 3 + Int((2 * way).rounded()) }
    },
    .sweep("P5", "heterogeneity in bargaining 0 to 1: more authority", moreAuthority: true) {
      try $0.with(.heterogeneity, $1)
    },
    .sweep("P5", "benefits unequal by 0 to ±.8: more authority", moreAuthority: true) { drawn, way in
      drawn.changed { $0.spread = 0.8 * way }
    },
    .sweep("P6", "legal force of agreements 1 to .1: more authority", moreAuthority: true) {
      try $0.with(.legalForce, 1 - 0.9 * $1)
    },
    .sweep("P6", "matching 0 to .6: more authority", moreAuthority: true) {
      try $0.with(MechanismParameter.matching, 0.6 * $1)
    },
    .sweep("P6", "evaluation weight 0 to .4: more authority", moreAuthority: true) {
      try $0.with(MechanismParameter.evaluationWeight, 0.4 * $1)
    },
    .sweep("P19", "services of third parties 0 to 1: less authority", moreAuthority: false) {
      try $0.withServices($1)
    },
    .sweep("P1", "stage initial, advanced, deepening: less authority", steps: 2, moreAuthority: false) { drawn, way in
      drawn.changed { $0.circumstances = drawn.circumstances.at(Stage.allCases[Int((2 * way).rounded())]) }
    },
  ]

  /// The claims "never the opposite": the only ones that may be called robust.
  static let robust = sweeps.prefix(4)
}
