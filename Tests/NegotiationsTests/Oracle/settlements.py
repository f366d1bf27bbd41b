#!/usr/bin/env python3
"""The efficient outcomes and the solutions of 80 small negotiations, for the tests of Negotiations.

    pip install negmas==0.16.0
    python3 Tests/NegotiationsTests/Oracle/settlements.py

writes settlements.json beside this file (half a minute; Python 3.11) and tells where NegMAS answers otherwise. The
same bytes come out every time: a negotiation is a function of its kind and its number, drawn without state
(SplitMix64).

Everything is found twice. Once by the definition, looking at every outcome and at every pair of them, in whole numbers
and fractions, so that nothing is rounded and no tie is missed; once by NegMAS (`pareto_frontier`, `nash_points`,
`ks_points`, `kalai_points`, `max_welfare_points`), which is given all outcomes in the order of their codes.

The file. All worths are whole multiples of 1/`unit`, so that they and their sums are exact in binary. An outcome is its
code: the options' numbers read as digits, the first issue's the most significant. Of each negotiation:

  kind, number, issues  how it was drawn; the number of options of each issue
  parties               worths[issue][option], the weight of the issue included; couplings, if any: the issues that
                        depend on each other and one worth for each combination of their options, in the order of
                        their codes, added to the worths; reservation: what no deal is worth
  rational              how many outcomes give each party its reservation at least; the lists below are of those
  frontier              those that none dominates, ascending. Outcomes with the same worths do not dominate each other
  efficient             the same among all outcomes, whatever the reservations; left out where it is the frontier
  nash                  all with the largest product of the gains of those parties that gain anywhere, gain = worth -
                        reservation; `product` is that largest one in whole multiples of 1/unit, one for each such
                        party. It is 0 where nowhere all of them gain at once, and then `nash` lists every rational
                        outcome
  kalaiSmorodinsky      those whose smallest share of an ideal gain is as large as can be, then the next smallest, and
                        so on; the ideal gain is the largest among the rational. A party that cannot gain has no share.
                        `level` is that smallest share, as a fraction, none where no party can gain
  egalitarian           the same with the gains themselves, of all parties
  utilitarian           those with the largest sum of worths
  negmas                what NegMAS gives, its own order ironed out: frontier, nash, ks, kalai and welfare, codes each
  otherwise             why NegMAS differs, if it does:
    ties                  of several efficient outcomes with the same worths it keeps one
    nothing to gain       a party's reservation is its best worth: it returns its whole frontier for every solution
    low reservation       it takes a party's least worth for its reservation where that is lower still
    spread                its ks_points look for the shares that differ least, not for the largest smallest share
    ideal of all          its ideal is the best of all outcomes, also of those that others refuse
    weak                  it stops at the smallest gain and keeps all outcomes that share it

Literature: Nash (1950), Econometrica 18, 155-162; Kalai & Smorodinsky (1975), Econometrica 43, 513-518; Kalai (1977),
Econometrica 45, 1623-1630; Imai (1983), Econometrica 51, 389-401, for the lexicographic order.
"""
import itertools
import json
from fractions import Fraction
from math import prod
from pathlib import Path

import numpy as np

KINDS = [
    "two parties",  # scores 0 to 100, weights of the issues in sixteenths; if even, the least worth is 0
    "two parties, reservations",  # at a third to all but a tenth of the best: sometimes no deal suits both
    "three parties",
    "four parties",  # every other one with reservations
    "few scores",  # 0, 50 or 100 and equal weights: many outcomes with the same worths
    "tables",  # a worth for each outcome, in no order
    "pairs",  # sums, and worths that depend on two issues together
    "opposed",  # what one party wins the other loses; every other one with reservations
    "aligned",  # all rank the options alike
    "edges",  # reservations below the least, at the least, or at the best worth
]
NUMBERS = 8
UNIT = 16
BITS = (1 << 64) - 1


# The negotiations


def draw(stream, index):
    """64 random bits, a function of where they stand (finaliser of SplitMix64; Steele, Lea & Flood 2014)."""
    bits = (stream * 0xD1342543DE82EF95 + (index + 1) * 0x9E3779B97F4A7C15) & BITS
    bits = ((bits ^ bits >> 30) * 0xBF58476D1CE4E5B9) & BITS
    bits = ((bits ^ bits >> 27) * 0x94D049BB133111EB) & BITS
    return bits ^ bits >> 31


class Chance:
    def __init__(self, stream):
        self.stream, self.index = stream, -1

    def between(self, low, high):
        self.index += 1
        return low + (draw(self.stream, self.index) >> 11) % (high - low + 1)


def weights(chance, count):
    """Sixteenths of one, one for each issue, none nothing."""
    cuts = []
    while len(cuts) < count - 1:
        cut = chance.between(1, UNIT - 1)
        if cut not in cuts:
            cuts.append(cut)
    ends = [0, *sorted(cuts), UNIT]
    return [after - before for before, after in zip(ends, ends[1:])]


def negotiation(kind, number):
    chance = Chance(KINDS.index(kind) * 1000 + number)
    count = {"three parties": 3, "four parties": 4}.get(kind, 2 if number < 4 else 3)
    if kind.startswith("two") or kind == "opposed" or kind == "edges" and number < 6:
        count = 2
    issues = [chance.between(2, 6) for _ in range(chance.between(2, 5))]
    while prod(issues) > (800 if count > 2 else 2000):
        issues.pop()
    if kind == "tables" and prod(issues) > 150:
        issues = issues[:2]
    parties = []
    for party in range(count):
        each = weights(chance, len(issues))
        scores = [[chance.between(0, 100) for _ in range(options)] for options in issues]
        if kind == "few scores":
            each = [UNIT // 4] * len(issues)
            scores = [[50 * chance.between(0, 2) for _ in range(options)] for options in issues]
        if kind == "opposed" and party == 1:
            each = [UNIT // len(issues)] * len(issues) if number % 3 == 0 else each
            scores = [[100 - score for score in row] for row in drawn]
        if kind == "aligned":
            scores = [sorted(row) for row in scores]
        if kind == "edges":
            each = [UNIT // 4] * len(issues)
            scores = [[25 * chance.between(0, 4) for _ in range(options)] for options in issues]
        if number % 2 == 0 and kind in ("two parties", "three parties", "four parties", "aligned"):
            scores = [[score - min(row) for score in row] for row in scores]
        drawn = scores
        worths = [[weight * score for score in row] for weight, row in zip(each, scores)]
        couplings = []
        if kind == "tables":
            worths = [[0] * options for options in issues]
            couplings = [{
                "issues": list(range(len(issues))),
                "worths": [UNIT * chance.between(0, 100) for _ in range(prod(issues))]}]
        if kind == "pairs":
            for pair in list(itertools.combinations(range(len(issues)), 2))[party:party + 2]:
                size = issues[pair[0]] * issues[pair[1]]
                couplings.append({
                    "issues": list(pair), "worths": [UNIT * chance.between(-40, 40) for _ in range(size)]})
        parties.append({"worths": worths, "couplings": couplings, "reservation": 0})
    table = all_worths(issues, parties)
    for party, column in zip(parties, table.T.tolist()):
        best, least = max(column), min(column)
        if kind == "two parties, reservations" or kind in ("four parties", "opposed") and number % 2:
            low, high = (33, 50) if count == 4 else (33, 90) if number < 5 else (85, 90)
            party["reservation"] = best * chance.between(low, high) // 100
        elif kind in ("tables", "pairs"):
            party["reservation"] = least + (best - least) * chance.between(0, 40) // 100 if number % 2 else least
    if kind == "edges":
        columns = table.T.tolist()
        least, most = min(columns[0]), max(columns[0])
        parties[0]["reservation"] = [least - 100, least, most, most][number % 4]
        parties[1]["reservation"] = [min(columns[1]), max(columns[1]) // 4][number // 4]
    return issues, parties


def all_worths(issues, parties):
    """One row for each outcome in the order of the codes, one column for each party."""
    rows = []
    for options in itertools.product(*map(range, issues)):
        row = []
        for party in parties:
            total = sum(worths[option] for worths, option in zip(party["worths"], options))
            for coupling in party["couplings"]:
                code = 0
                for issue in coupling["issues"]:
                    code = code * issues[issue] + options[issue]
                total += coupling["worths"][code]
            row.append(total)
        rows.append(row)
    return np.array(rows, dtype=np.int64)


# By the definition


def undominated(table, among):
    """Those of `among` that no other one of them dominates."""
    points = table[among]
    kept = []
    for code, point in zip(among, points):
        as_good = (points >= point).all(axis=1)
        if not (as_good & (points > point).any(axis=1)).any():
            kept.append(int(code))
    return kept


def best(codes, measure):
    """Those with the largest measure, and that measure."""
    if not codes:
        return [], None
    measured = [measure(code) for code in codes]
    largest = max(measured)
    return [code for code, value in zip(codes, measured) if value == largest], largest


def by_definition(table, reservations):
    count = len(reservations)
    rational = [code for code, row in enumerate(table.tolist()) if all(u >= r for u, r in zip(row, reservations))]
    rows = table.tolist()
    gains = {code: [u - r for u, r in zip(rows[code], reservations)] for code in rational}
    ideal = [max((gains[code][party] for code in rational), default=0) for party in range(count)]
    found = {
        "rational": len(rational), "frontier": undominated(table, rational),
        "efficient": undominated(table, list(range(len(table))))}
    if found["efficient"] == found["frontier"]:
        del found["efficient"]
    gaining = [party for party in range(count) if ideal[party] > 0]
    found["nash"], product = best(rational, lambda code: prod(gains[code][party] for party in gaining))
    found["product"] = product or 0
    found["kalaiSmorodinsky"], shares = best(
        rational, lambda code: sorted(Fraction(gains[code][party], ideal[party]) for party in gaining))
    found["level"] = f"{shares[0].numerator}/{shares[0].denominator}" if shares else None
    found["egalitarian"], _ = best(rational, lambda code: sorted(gains[code]))
    found["utilitarian"], _ = best(rational, lambda code: sum(rows[code]))
    return found


# By NegMAS


def by_negmas(issues, parties, table):
    """Its answers as codes: every efficient outcome of its frontier that it names, ascending."""
    import negmas
    from negmas.preferences import MappingUtilityFunction, ops

    named = [negmas.make_issue([str(option) for option in range(options)], f"issue {index}")
             for index, options in enumerate(issues)]
    outcomes = list(itertools.product(*[issue.values for issue in named]))
    functions = []
    for index, party in enumerate(parties):
        reservation = party["reservation"] / UNIT
        if party["couplings"]:
            functions.append(MappingUtilityFunction(
                dict(zip(outcomes, (table[:, index] / UNIT).tolist())), issues=named, reserved_value=reservation))
        else:
            functions.append(negmas.LinearAdditiveUtilityFunction(
                [dict(zip(issue.values, [worth / UNIT for worth in worths]))
                 for issue, worths in zip(named, party["worths"])],
                weights=[1.0] * len(named), issues=named, reserved_value=reservation))
    frontier, codes = ops.pareto_frontier(functions, outcomes=outcomes)
    codes = [int(code) for code in codes]
    found = {"frontier": sorted(codes)}
    for name, points in (
        ("nash", ops.nash_points), ("ks", ops.ks_points), ("kalai", ops.kalai_points),
        ("welfare", ops.max_welfare_points)):
        found[name] = sorted(codes[where] for _, where in points(functions, frontier, outcomes=outcomes))
    return found


def why_otherwise(table, parties, found, theirs):
    """Where and why NegMAS differs; an error where none of the reasons known explains it."""
    rows = table.tolist()
    reasons = set()

    def vectors(codes):
        return {tuple(rows[code]) for code in codes}

    if vectors(found["frontier"]) != vectors(theirs["frontier"]):
        raise AssertionError("another frontier")
    if len(found["frontier"]) != len(theirs["frontier"]):
        reasons.add("ties")
    if not found["frontier"]:
        return sorted(reasons)
    least, most = table.min(axis=0).tolist(), table.max(axis=0).tolist()
    reservations = [party["reservation"] for party in parties]
    theirs_reserved = [max(pair) for pair in zip(reservations, least)]
    efficient = found["frontier"]
    ideal = [max(rows[code][party] for code in efficient) for party in range(len(parties))]

    def largest_smallest_share(reserved, tops):
        gaining = [party for party, top in enumerate(tops) if top > reserved[party]]
        return vectors(best(efficient, lambda code: sorted(
            Fraction(rows[code][party] - reserved[party], tops[party] - reserved[party]) for party in gaining))[0])

    usual = {"nash": "nash", "ks": "kalaiSmorodinsky", "kalai": "egalitarian", "welfare": "utilitarian"}
    for name, ours in usual.items():
        if vectors(theirs[name]) == vectors(set(found[ours]) & set(efficient)):
            continue
        low = any(r < bottom for r, bottom in zip(reservations, least))
        if any(top <= r for r, top in zip(reservations, most)) and theirs[name] == theirs["frontier"]:
            reasons.add("nothing to gain")
        elif name == "ks":
            right = vectors(found[ours])
            if largest_smallest_share(reservations, most) != right:
                reasons.add("ideal of all")
            if largest_smallest_share(theirs_reserved, ideal) != right:
                reasons.add("low reservation")
            if largest_smallest_share(theirs_reserved, most) != vectors(theirs[name]):
                reasons.add("spread")
        elif low and name in ("nash", "kalai"):
            reasons.add("low reservation")
        elif name == "kalai" and vectors(found[ours]) < vectors(theirs[name]):
            reasons.add("weak")
        else:
            raise AssertionError(f"{name}: NegMAS {theirs[name]}, by the definition {found[ours]}")
    return sorted(reasons)


def main():
    lines, counts = [], {}
    for kind in KINDS:
        for number in range(NUMBERS):
            issues, parties = negotiation(kind, number)
            table = all_worths(issues, parties)
            found = by_definition(table, [party["reservation"] for party in parties])
            theirs = by_negmas(issues, parties, table)
            reasons = why_otherwise(table, parties, found, theirs)
            for reason in reasons:
                counts[reason] = counts.get(reason, 0) + 1
            for party in parties:
                if not party["couplings"]:
                    del party["couplings"]
            lines.append(json.dumps(
                {"kind": kind, "number": number, "issues": issues, "parties": parties, **found, "negmas": theirs,
                 "otherwise": reasons}, separators=(",", ":")))
    text = '{"unit":%d,"negotiations":[\n%s\n]}\n' % (UNIT, ",\n".join(lines))
    Path(__file__).with_suffix(".json").write_text(text, encoding="utf-8")
    empty = sum('"rational":0,' in line for line in lines)
    print(f"{len(lines)} negotiations, {empty} without any outcome that suits all; {len(text)} bytes")
    for reason, count in sorted(counts.items()):
        print(f"  NegMAS otherwise in {count}: {reason}")


if __name__ == "__main__":
    main()
