import Mechanisms
import Testing

@Suite struct SelfEnforcementTests {
  @Test(
    "gives the least patience (T − R)/(T − P) of Friedman (1971), more when breaches are seen less, less with a fine",
    arguments: [(1, 0, 0.5), (0.5, 0, 0.6667), (0.2, 0, 0.8333), (0.5, 2, 0.5)])
  func criticalPatience(detection: Double, fine: Double, printed: Double) {
    let deal = SelfEnforcement(temptation: 5 - 3, loss: 3 - 1, detection: detection, fine: fine)
    #expect(abs(deal.criticalPatience - printed) < 0.00005)  // printed with four places
  }

  @Test("the least patience of a linear public good of five with return three is 1/6")
  func publicGood() {
    // Endowment 1 each: all give 3, none 1, a lone defector 1 + 3·4/5.
    let deal = SelfEnforcement(temptation: 3.4 - 3, loss: 3 - 1, detection: 1)
    #expect(abs(deal.criticalPatience - 1.0 / 6) < 1e-12)  // 3.4 − 3 is rounded
  }

  @Test("at the least patience a breach neither gains nor loses", arguments: 1...9)
  func slackIsZero(tenths: Int) {
    let deal = SelfEnforcement(temptation: 2, loss: 1.5, detection: Double(tenths) / 10, fine: 0.7)
    let patience = deal.criticalPatience
    #expect(abs(deal.slack(future: patience / (1 - patience))) < 1e-9)  // a quotient and back
  }

  @Test("an expected fine as large as the temptation is enough by itself (Becker 1968)")
  func becker() {
    let deal = SelfEnforcement(temptation: 1, loss: 0, detection: 0.5, fine: 2)
    #expect(deal.criticalPatience == 0)
    #expect(deal.neededBelief(future: 0) == 0)
    #expect(SelfEnforcement(temptation: 1, loss: 0, detection: 0.5, fine: 1).criticalPatience == 1)
  }

  @Test("in a stag hunt a member waits for the belief of risk dominance, less with a future or a fine")
  func stagHunt() {
    // Both hunt: 4 each; who hunts alone gets 0; the hare is 3. p · 4 ≥ 3 from p = 3/4 on.
    func belief(fine: Double, future: Double) -> Double {
      SelfEnforcement(temptation: 3 - 4, loss: 4 - 3, detection: 1, fine: fine, firstMoverLoss: 3 - 0)
        .neededBelief(future: future)
    }
    #expect(belief(fine: 0, future: 0) == 0.75)
    #expect(belief(fine: 0, future: 2) == 0.5)  // 3/(3 + 1 + 2)
    #expect(belief(fine: 1, future: 0) == 0.5)  // (3 − 1)/(3 + 1)
    #expect(belief(fine: 3, future: 0) == 0)
  }

  @Test("a fine that cancels the temptation leaves the risk of moving first: no jump to nought")
  func firstMover() {
    // T − R = 1, P − S = 3, R − P = 2: at the fine of 1, (3 − 1)/(2 + 1 + 2) = 2/5; at 3 nothing is left.
    func belief(fine: Double) -> Double {
      SelfEnforcement(temptation: 1, loss: 2, detection: 1, fine: fine, firstMoverLoss: 3).neededBelief(future: 1)
    }
    #expect(belief(fine: 0) == 0.6)  // 3/(3 + 2)
    #expect(belief(fine: 1) == 0.4)
    #expect(belief(fine: 2) == 0.2)
    #expect(belief(fine: 3) == 0)
  }

  /// A deal with payoffs drawn by seed, the temptation below zero in a third of them.
  static func drawn(_ seed: UInt64) -> (deal: SelfEnforcement, future: Double) {
    var chance = SplitMix(seed: seed)
    let deal = SelfEnforcement(
      temptation: .random(in: -1...2, using: &chance), loss: .random(in: 0...3, using: &chance),
      detection: .random(in: 0...1, using: &chance), fine: .random(in: 0...3, using: &chance),
      firstMoverLoss: .random(in: -0.5...2, using: &chance))
    return (deal, .random(in: 0...9, using: &chance))
  }

  static func belief(
    _ deal: SelfEnforcement, _ future: Double, temptation: Double = 0, loss: Double = 0, detection: Double = 0,
    fine: Double = 0, firstMoverLoss: Double = 0
  ) -> Double {
    SelfEnforcement(
      temptation: deal.temptation + temptation, loss: deal.loss + loss, detection: min(deal.detection + detection, 1),
      fine: deal.fine + fine, firstMoverLoss: deal.firstMoverLoss + firstMoverLoss
    ).neededBelief(future: future)
  }

  @Test(
    "the needed belief never rises in fine, detection, loss or future, nor falls in temptation or first-mover loss",
    arguments: UInt64(0)..<200)
  func monotone(seed: UInt64) {
    let (deal, future) = Self.drawn(seed)
    let now = deal.neededBelief(future: future)
    #expect((0...1).contains(now))
    for step in [1e-9, 0.01, 0.3, 2] {
      let rounding = 1e-12  // quotients of numbers of the order of ten
      #expect(Self.belief(deal, future, fine: step) <= now + rounding)
      #expect(Self.belief(deal, future, detection: step) <= now + rounding)
      #expect(Self.belief(deal, future, loss: step) <= now + rounding)
      #expect(Self.belief(deal, future + step) <= now + rounding)
      #expect(Self.belief(deal, future, temptation: step) >= now - rounding)
      #expect(Self.belief(deal, future, firstMoverLoss: step) >= now - rounding)
    }
  }

  @Test(
    "the needed belief is continuous in the fine: in a thousand small steps it never moves far",
    arguments: UInt64(0)..<50)
  func continuous(seed: UInt64) {
    let (drawn, future) = Self.drawn(seed)
    func deal(fine: Double) -> SelfEnforcement {
      SelfEnforcement(
        temptation: drawn.temptation, loss: drawn.loss, detection: drawn.detection, fine: fine,
        firstMoverLoss: drawn.firstMoverLoss)
    }
    let most = max(drawn.temptation, drawn.firstMoverLoss)
    guard most > 1e-3 else { return }
    var last = deal(fine: 0).neededBelief(future: future)
    for step in 1...1000 {
      let now = deal(fine: 4 * Double(step) / 1000).neededBelief(future: future)
      // It falls by at most q/max(T − R, P − S) a unit of fine.
      #expect(last - now <= drawn.detection / most * 0.004 + 1e-12)
      last = now
    }
    // Across the point where temptation ends, too.
    let edge = SelfEnforcement(temptation: 1e-9, loss: 1, detection: 0.5, fine: 0.2, firstMoverLoss: 1)
    let beyond = SelfEnforcement(temptation: -1e-9, loss: 1, detection: 0.5, fine: 0.2, firstMoverLoss: 1)
    #expect(abs(edge.neededBelief(future: 1) - beyond.neededBelief(future: 1)) < 1e-8)
  }
}
