#!/usr/bin/env python3
"""Compromises and exchanges of position in 13 collective decisions, for the tests of Negotiations.

    python3 Tests/NegotiationsTests/Oracle/exchanges.py

writes exchanges.json beside this file (a second; needs Python 3.9 and nothing else); ends with an error if the
published figures do not come out. All is worked out in fractions and rounded once, to the double nearest.

The compromise on an issue is the mean of the positions, weighted by capability times salience. Two actors can
exchange over issues p and q if they stand on opposite sides of the compromise on both; who stands on it counts as
below. Actor a, to whom p matters more beside q than to b, demands p and supplies q: b moves on p towards a, a moves
on q towards b, so far that both gain the same. The compromise on q then moves k = (s_ap + s_bp) / (s_aq + s_bq) times
as far as that on p, and both gain s_ap dp - s_aq dq = s_bq dq - s_bp dp. It goes as far as it can: until b stands
where a does on p, or a where b does on q, or the compromise on p is where a stands, or that on q where b does
(Stokman & Van Oosten 1994, in: Bueno de Mesquita & Stokman, European Community Decision Making, 105-127).

The file. Of each decision:

  name                  "city toll" is a decision about a toll in a Dutch city: the example of the program decide
                        (Draaijer 2017-2025), its heights of the toll, 0.5 to 7, told on 0 to 100 as the others; the
                        rest are drawn
  capability            one for each actor
  position, salience    one list for each actor, one number for each issue
  compromise            one for each issue
  candidates            all exchanges with a gain above 0, largest first, then by actors and issues: [a, b, p, q, gain
                        of each, dp, dq, where b stands on p after it, where a stands on q], all numbers from 0. The
                        first eighty, at most
  candidateCount        how many there are
  externalities         what the first candidate does to each actor: the sum over both issues of salience times how much
                        closer the compromise comes; of a and b this is the gain
  round                 which candidates are carried out (their places in the list of all) when the largest gain goes
                        first and what moves an actor on an issue on which it has moved already falls away
  afterRound            where everybody stands then
  roundAnew             the exchanges carried out, [a, b, p, q, gain], when after each the compromises, and with them all
                        exchanges, are worked out anew, an actor that has moved on an issue neither moves nor wants
                        anything more there, and who stands on a compromise is on neither side of it. Of equal gains the
                        first pair of actors, then of issues, goes first
  compromiseAnew        the compromises then

The program decide 2025.3.1 was run on all 13 and found the same candidates: gains, movements and positions differ by
less than 1e-9. Its rounds go on otherwise: it works out anew what an exchange touches, and decides ties by chance.
"""
import json
from fractions import Fraction
from pathlib import Path

BITS = (1 << 64) - 1
DRAWN = 12
KEPT = 80
TOLL = """
1   100/0.95 3/0.7   100/0.9  100/0.8 25/0.6  75/0.95
1   50/0.8   3/0.7   75/0.7   100/0.6 25/0.5  25/0.8
0.6 100/0.95 5/0.9   100/0.95 100/0.8 50/0.4  100/0.9
0.5 0/0.9    0.5/0.5 0/0.9    0/0.9   50/0.8  0/0.7
0.4 75/0.7   2/0.5   75/0.6   50/0.4  0/0.3   0/0.7
0.5 25/0.8   1/0.6   25/0.7   50/0.4  25/0.5  50/0.6
0.2 25/0.5   3/0.3   50/0.5   75/0.6  25/0.5  50/0.7
0.2 75/0.7   3/0.5   75/0.6   100/0.6 50/0.5  75/0.8
0.6 25/0.8   1/0.6   0/0.7    0/0.9   50/0.5  25/0.8
0.9 0/0.95   0.5/0.8 0/1      0/0.95  100/0.9 100/0.9
"""


def city_toll():
    capability, position, salience = [], [], []
    for line in TOLL.split("\n"):
        if not line:
            continue
        power, *entries = line.split()
        capability.append(Fraction(power))
        pairs = [tuple(map(Fraction, entry.split("/"))) for entry in entries]
        position.append([
            (place - Fraction(1, 2)) * 100 / Fraction(13, 2) if issue == 1 else place
            for issue, (place, _) in enumerate(pairs)])
        salience.append([weight for _, weight in pairs])
    return capability, position, salience


def draw(stream, index):
    """64 random bits, a function of where they stand (finaliser of SplitMix64; Steele, Lea & Flood 2014)."""
    bits = (stream * 0xD1342543DE82EF95 + (index + 1) * 0x9E3779B97F4A7C15) & BITS
    bits = ((bits ^ bits >> 30) * 0xBF58476D1CE4E5B9) & BITS
    bits = ((bits ^ bits >> 27) * 0x94D049BB133111EB) & BITS
    return bits ^ bits >> 31


def drawn(number):
    """Three to nine actors on two to five issues, in steps of 5 or 1."""
    index = -1

    def between(low, high):
        nonlocal index
        index += 1
        return low + (draw(7000 + number, index) >> 11) % (high - low + 1)

    actors, issues, step = between(3, 9), between(2, 5), (1, 5)[number % 2]
    capability = [Fraction(between(1, 10), 10) for _ in range(actors)]
    position = [[Fraction(step * between(0, 100 // step)) for _ in range(issues)] for _ in range(actors)]
    salience = [[Fraction(between(1, 20), 20) for _ in range(issues)] for _ in range(actors)]
    return capability, position, salience


class Decision:
    def __init__(self, capability, position, salience):
        self.capability, self.position, self.salience = capability, position, salience
        self.actors, self.issues = range(len(capability)), range(len(position[0]))
        self.weight = [sum(c * s[issue] for c, s in zip(capability, salience)) for issue in self.issues]
        self.compromise = [
            sum(c * s[issue] * x[issue] for c, s, x in zip(capability, salience, position)) / self.weight[issue]
            for issue in self.issues]

    def share(self, actor, issue):
        """How far the compromise moves when the actor moves by one."""
        return self.capability[actor] * self.salience[actor][issue] / self.weight[issue]

    def opposed(self, one, other, issue):
        return (self.position[one][issue] <= self.compromise[issue]) != (
            self.position[other][issue] <= self.compromise[issue])

    def exchange(self, one, other, p, q):
        """Actors and issues in their parts, what each gains, how far the compromises move, where both stand then."""
        x, s, compromise = self.position, self.salience, self.compromise
        a, b = (one, other) if s[one][p] / s[one][q] >= s[other][p] / s[other][q] else (other, one)
        k = (s[a][p] + s[b][p]) / (s[a][q] + s[b][q])
        dp = min(
            abs(x[a][p] - x[b][p]) * self.share(b, p), abs(x[a][q] - x[b][q]) * self.share(a, q) / k,
            abs(x[a][p] - compromise[p]), abs(x[b][q] - compromise[q]) / k)
        dq = k * dp
        gain = s[a][p] * dp - s[a][q] * dq
        assert gain == s[b][q] * dq - s[b][p] * dp
        towards_a, towards_b = (1 if x[a][p] > x[b][p] else -1), (1 if x[b][q] > x[a][q] else -1)
        return (a, b, p, q, gain, dp, dq,
                x[b][p] + towards_a * dp / self.share(b, p), x[a][q] + towards_b * dq / self.share(a, q))

    def candidates(self):
        found = [
            self.exchange(one, other, p, q) for p in self.issues for q in self.issues if p < q
            for one in self.actors for other in self.actors
            if one < other and self.opposed(one, other, p) and self.opposed(one, other, q)]
        return sorted((entry for entry in found if entry[4] > 0), key=lambda entry: (-entry[4], *entry[:4])), len(found)

    def externalities(self, entry):
        a, b, p, q, _, dp, dq, _, _ = entry
        signed = {p: dp if self.position[a][p] > self.position[b][p] else -dp,
                  q: dq if self.position[b][q] > self.position[a][q] else -dq}
        return [
            sum(self.salience[actor][issue] * (
                abs(self.compromise[issue] - self.position[actor][issue])
                - abs(self.compromise[issue] + moved - self.position[actor][issue])) for issue, moved in signed.items())
            for actor in self.actors]


def simple_round(decision, candidates):
    moved, places = set(), []
    after = [list(row) for row in decision.position]
    for place, (a, b, p, q, *_, b_on_p, a_on_q) in enumerate(candidates):
        if (b, p) not in moved and (a, q) not in moved:
            moved |= {(b, p), (a, q)}
            places.append(place)
            after[b][p], after[a][q] = b_on_p, a_on_q
    return places, after


def round_anew(decision):
    position = [list(row) for row in decision.position]
    settled, carried_out = set(), []
    while True:
        now = Decision(decision.capability, position, decision.salience)

        def across(one, other, issue):
            return (position[one][issue] - now.compromise[issue]) * (position[other][issue] - now.compromise[issue]) < 0

        best = None
        for one in now.actors:
            for other in range(one + 1, len(now.actors)):
                for p in now.issues:
                    for q in range(p + 1, len(now.issues)):
                        if settled & {(one, p), (one, q), (other, p), (other, q)}:
                            continue
                        if across(one, other, p) and across(one, other, q):
                            found = now.exchange(one, other, p, q)
                            if found[4] > 0 and (best is None or found[4] > best[4]):
                                best = found
        if best is None:
            return carried_out, now.compromise
        a, b, p, q, gain, _, _, b_on_p, a_on_q = best
        position[b][p], position[a][q] = b_on_p, a_on_q
        settled |= {(b, p), (a, q)}
        carried_out.append([a, b, p, q, gain])


def numbers(value):
    if isinstance(value, (list, tuple)):
        return [numbers(entry) for entry in value]
    return value if isinstance(value, int) else int(value) if value.denominator == 1 else float(value)


def main():
    lines = []
    for name, figures in [("city toll", city_toll()), *((f"drawn {n}", drawn(n)) for n in range(DRAWN))]:
        decision = Decision(*figures)
        candidates, opposed = decision.candidates()
        if name == "city toll":
            assert [round(float(value), 4) for value in decision.compromise] == [
                49.3532, 27.2460, 50.5789, 52.4855, 49.4883, 56.6008]
            assert opposed == 240 and len(candidates) == 230
            best = candidates[0]
            assert best[:4] == (0, 9, 0, 4) and abs(float(best[4]) - 1.973684210526) < 1e-12
            assert abs(float(best[5]) - 10.387811634349) < 1e-12 and abs(float(best[6]) - 13.157894736842) < 1e-12
            assert abs(float(best[7]) - 61.051173640472) < 1e-12 and best[8] == 25 + 75
            assert abs(float(candidates[1][4]) - 1.792636308765) < 1e-12 and candidates[1][:2] == (9, 1)
        places, after = simple_round(decision, candidates)
        anew, compromise_anew = round_anew(decision)
        lines.append(json.dumps({
            "name": name, "capability": numbers(decision.capability), "position": numbers(decision.position),
            "salience": numbers(decision.salience), "compromise": numbers(decision.compromise),
            "candidateCount": len(candidates), "candidates": numbers(candidates[:KEPT]),
            "externalities": numbers(decision.externalities(candidates[0])) if candidates else [],
            "round": places, "afterRound": numbers(after), "roundAnew": numbers(anew),
            "compromiseAnew": numbers(compromise_anew)}, separators=(",", ":")))
    text = '{"decisions":[\n%s\n]}\n' % ",\n".join(lines)
    Path(__file__).with_suffix(".json").write_text(text, encoding="utf-8")
    print(f"{len(lines)} decisions, {len(text)} bytes")


if __name__ == "__main__":
    main()
