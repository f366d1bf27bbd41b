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
}
