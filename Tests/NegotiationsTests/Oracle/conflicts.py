#!/usr/bin/env python3
"""Which states of 8 published and 40 drawn conflicts are stable for whom, for the tests of Negotiations.

    python3 Tests/NegotiationsTests/Oracle/conflicts.py

writes conflicts.json beside this file (seconds; needs Python 3.9 and nothing else); ends with an error if the published
equilibria, or those that another program found, do not come out. The same bytes come out every time.

Stability is decided state by state as it is defined (Fang, Hipel & Kilgour 1993, Interactive Decision Making: The Graph
Model for Conflict Resolution): the moves of the others are followed one after the other, sequence by sequence.

  nash  the decision maker i cannot move to a state it prefers
  gmr   each such improvement can be sanctioned: the others can lead on to a state that i does not prefer to where it
        began
  smr   so that also no move of i from there leads to a state that i prefers to where it began
  seq   as gmr, but the others only make moves that improve what each has
  sseq  as smr, with such moves of the others

How the others may move one after the other is not told alike everywhere, so there are three answers to each:

  any   nobody twice in a row, as in the book
  once  nobody twice in a sequence, as the program gmcr-py (Petersons, 2013-2020) has it
  one   one move of one of the others

The file. States are numbered from 1. Of each conflict:

  name, source          what it is; for the drawn ones "drawn" and its number
  deciders              their names
  worths                one list for each decider, one whole number for each state, larger preferred, equal if
                        indifferent
  moves                 one list for each decider: pairs of states, from and to
  options, patterns     where the moves follow from options: how many each decider has, in their order, and which are
                        taken (Y) in each state. A decider may change any of its own options at once
  oneWay                of those: [option from 0, "Y"] once taken it stays, [option, "N"] once not taken it stays so
  any, once, one        by concept (nash, gmr, smr, seq, sseq): a list for each decider of the states stable for it
  gmcrPy                the equilibria that gmcr-py 0.4.1 found on this model (nash, gmr, smr, seq); moves and
                        preferences were handed over as they stand here. On the drawn conflicts, its states stable for
                        each decider were found to be those of `once`, all four concepts

`inverse`: of all strict rankings of the states by the deciders named, in how many the state is stable for them under
`any`, the others' preferences as they are. Of Euphrates (a program's guide prints 420 for seq, where the definition gives
384), and of the 576 games of two by two, 78 of them of different kind (Rapoport & Guyer
1966, General Systems 11, 203-214).

Models: Elmira after Hipel, Fang, Kilgour & Haight (1993) and, with twelve states, as an example of gmcr-py; Garrison
after Fang, Hipel & Kilgour (1993) as an example there; Euphrates (Syria and Iraq 1975) and Cuba as examples there.
"""
import itertools
import json
from pathlib import Path

CONCEPTS = ["nash", "gmr", "smr", "seq", "sseq"]
DRAWN = 40
BITS = (1 << 64) - 1


# Stability


class Conflict:
    def __init__(self, name, source, deciders, worths, moves, **form):
        self.name, self.source, self.deciders, self.form = name, source, deciders, form
        self.worths = worths  # by decider, by state from 0
        self.reach = [[sorted(to for start, to in own if start == state) for state in range(len(worths[0]))]
                      for own in moves]

    def improvements(self, decider, state):
        worth = self.worths[decider]
        return [to for to in self.reach[decider][state] if worth[to] > worth[state]]

    def led_to(self, start, others, rule, improving):
        """All states to which the others can lead from `start` by one move or more."""
        found, seen = set(), set()
        waiting = [(start, None, frozenset())]
        while waiting:
            state, last, used = waiting.pop()
            for mover in others:
                if rule == "any" and mover == last or rule == "once" and mover in used or rule == "one" and used:
                    continue
                for to in self.improvements(mover, state) if improving else self.reach[mover][state]:
                    found.add(to)
                    after = (to, mover, frozenset() if rule == "any" else used | {mover})
                    if after not in seen:
                        seen.add(after)
                        waiting.append(after)
        return found

    def is_stable(self, concept, decider, state, rule):
        worth = self.worths[decider]
        others = [other for other in range(len(self.deciders)) if other != decider]
        for better in self.improvements(decider, state):
            if concept == "nash":
                return False
            sanctions = [to for to in self.led_to(better, others, rule, concept in ("seq", "sseq"))
                         if worth[to] <= worth[state]]
            if concept in ("smr", "sseq"):
                sanctions = [to for to in sanctions
                             if all(worth[answer] <= worth[state] for answer in self.reach[decider][to])]
            if not sanctions:
                return False
        return True

    def stable(self, rule):
        return {concept: [[state + 1 for state in range(len(self.worths[0]))
                           if self.is_stable(concept, decider, state, rule)] for decider in range(len(self.deciders))]
                for concept in CONCEPTS}

    def line(self, gmcr_py=None):
        figures = {
            "name": self.name, "source": self.source, "deciders": self.deciders, "worths": self.worths,
            "moves": [[[state + 1, to + 1] for state, tos in enumerate(own) for to in tos] for own in self.reach],
            **self.form, **{rule: self.stable(rule) for rule in ("any", "once", "one")}}
        if gmcr_py:
            figures["gmcrPy"] = gmcr_py
        return json.dumps(figures, separators=(",", ":"))


def equilibria(stable):
    return {concept: sorted(set.intersection(*map(set, lists))) for concept, lists in stable.items()}


def worths_of(ranking):
    """From states listed best first, those that are equally good in brackets."""
    worths = {}
    for place, entry in enumerate(ranking):
        for state in entry if isinstance(entry, list) else [entry]:
            worths[state] = len(ranking) - place
    return [worths[state] for state in sorted(worths)]


def of_options(name, source, deciders, patterns, rankings, one_way=()):
    """`deciders` by name: how many options each has."""
    barred = {(option, kept) for option, kept in one_way}
    moves, first = [], 0
    for count in deciders.values():
        own = range(first, first + count)
        moves.append([
            (start, to) for start, before in enumerate(patterns) for to, after in enumerate(patterns)
            if start != to and all(
                before[option] == after[option] or option in own and (option, before[option]) not in barred
                for option in range(len(before)))])
        first += count
    return Conflict(
        name, source, list(deciders), [worths_of(ranking) for ranking in rankings], moves,
        options=list(deciders.values()), patterns=patterns, oneWay=[list(pair) for pair in one_way])


def published():
    elmira = {
        "Ministry": [(1, 2), (3, 4), (5, 6), (7, 8)],
        "Uniroyal": [(1, 3), (1, 9), (2, 4), (2, 9), (3, 9), (4, 9), (5, 7), (5, 9), (6, 8), (6, 9), (7, 9), (8, 9)],
        "Local government": [(low, low + 4) for low in range(1, 5)] + [(low + 4, low) for low in range(1, 5)]}
    yield Conflict(
        "Elmira", "Hipel, Fang, Kilgour & Haight 1993", list(elmira),
        [worths_of(ranking) for ranking in (
            [7, 3, 4, 8, 5, 1, 2, 6, 9], [1, 4, 8, 5, 9, 3, 7, 2, 6], [7, 3, 5, 1, 8, 6, 4, 2, 9])],
        [[(start - 1, to - 1) for start, to in own] for own in elmira.values()])
    yield of_options(
        "Elmira, twelve states", "gmcr-py", {"Ministry": 1, "Uniroyal": 3, "Local government": 1},
        "NYNNN YYNNN NNYNN YNYNN NNNYN YNNYN NYNNY YYNNY NNYNY YNYNY NNNYY YNNYY".split(),
        [[9, 3, 4, 10, 7, 1, 2, 8, [11, 5, 6, 12]], [1, 4, 10, 7, [5, 11, 6, 12], 2, 3, 9, 8],
         [9, 3, 7, 1, 10, 8, 4, 2, [11, 5, 12, 6]]], [(0, "Y"), (1, "N"), (3, "Y")])
    yield of_options(
        "Garrison", "Fang, Hipel & Kilgour 1993",
        {"US Support": 3, "US Opposition": 1, "Canadian Opposition": 1, "International Joint Commission": 4},
        ("NYNNNYNNN NNYNNYNNN YNNYNYNNN NYNYNYNNN NYNNYYNNN NNYNYYNNN YNNYYYNNN NYNYYYNNN NYNNNNYNN NNYNNNYNN "
         "NYNYNNYNN NYNNYNYNN NNYNYNYNN YNNYYNYNN NYNYYNYNN NYNNYNNYN NNYNYNNYN YNNYYNNYN NYNYYNNYN NYNNYNNNY "
         "NNYNYNNNY YNNYYNNNY NYNYYNNNY").split(),
        [[3, 7, [1, 2], 4, [5, 6], 8, 9, 12, 11, 15, 10, 13, 14, 17, 16, 18, 19, 21, 20, 22, 23],
         [[21, 17, 13, 10, 6, 2], [23, 19], 15, 11, 8, 4, 22, 18, 14, 7, 3, 20, 16, 12, 9, 5, 1],
         [23, [20, 21], 19, [16, 17], 11, [9, 10], 15, [12, 13], 2, 4, 1, 8, [5, 6], 22, 18, 14, 3, 7],
         [list(range(1, 24))]])
    yield of_options(
        "Euphrates", "gmcr-py", {"Syria": 2, "Iraq": 1}, "NNN YNN NYN NNY YNY NYY".split(),
        [[1, 3, 6, 2, 4, 5], [2, 4, 6, 1, 5, 3]])
    yield of_options(
        "Cuba", "gmcr-py", {"United States": 2, "Soviet Union": 2},
        "NNNN YNNN NYNN YYNN NNYN YNYN NYYN YYYN NNNY YNNY NYNY YYNY".split(),
        [[5, 7, 6, 8, 3, 2, 4, 1, 12, 10, 11, 9], [1, 5, 7, 3, 6, 2, 8, 4, 12, 10, 11, 9]], [(0, "Y")])
    yield of_options(
        "Prisoner's dilemma", "textbook", {"A": 1, "B": 1}, "NN YN NY YY".split(), [[3, 4, 1, 2], [2, 4, 1, 3]])
    yield of_options("Chicken", "textbook", {"A": 1, "B": 1}, "NN YN NY YY".split(), [[3, 4, 2, 1], [2, 4, 3, 1]])
    # A prefers 2 to 1. B can then lead on to 3, C to 4 and B again to 5, which alone A likes less than 1.
    yield Conflict(
        "Sanction by two moves of one", "made up", ["A", "B", "C"],
        [[2, 5, 4, 3, 1], [1, 1, 1, 1, 1], [1, 1, 1, 1, 1]],
        [[(0, 1)], [(1, 2), (3, 4)], [(2, 3)]])


#: equilibria: under `any`, as printed or, where nothing is printed, as found by two programs; and those of gmcr-py
PRINTED = {
    "Elmira": {"nash": [5, 8, 9], "seq": [5, 8, 9], "gmr": [1, 4, 5, 8, 9], "smr": [1, 4, 5, 8, 9]},
    "Elmira, twelve states": {
        "nash": [5, 6, 7, 10, 11, 12], "seq": [5, 6, 7, 10, 11, 12], "gmr": [1, 4, 5, 6, 7, 10, 11, 12],
        "smr": [1, 4, 5, 6, 7, 10, 11, 12]},
    "Garrison": {
        "nash": [2, 3, 11, 17, 18, 21, 22], "seq": [2, 3, 11, 17, 18, 21, 22],
        "gmr": [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22],
        "smr": [2, 3, 4, 6, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22]},
    "Euphrates": {"nash": [6], "seq": [6], "smr": [6], "gmr": [1, 6]},
    "Cuba": {"nash": [6], "seq": [5, 6, 7], "gmr": [1, 2, 3, 5, 6, 7, 8], "smr": [1, 2, 3, 5, 6, 7, 8]},
    "Prisoner's dilemma": {"nash": [1], "gmr": [1, 4], "smr": [1, 4], "seq": [1, 4]},
}
GMCR_PY = {
    **{name: PRINTED[name] for name in PRINTED if name != "Garrison"},
    "Garrison": {
        **PRINTED["Garrison"], "gmr": [2, 3, 4, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22],
        "smr": [2, 3, 4, 8, 10, 11, 13, 14, 15, 17, 18, 19, 21, 22]},
    "Chicken": {"nash": [2, 3], "gmr": [2, 3, 4], "smr": [2, 3, 4], "seq": [2, 3]},
    "Sanction by two moves of one": {
        "nash": [2, 3, 4, 5], "gmr": [2, 3, 4, 5], "smr": [2, 3, 4, 5], "seq": [2, 3, 4, 5]},
}


# Drawn


def draw(stream, index):
    """64 random bits, a function of where they stand (finaliser of SplitMix64; Steele, Lea & Flood 2014)."""
    bits = (stream * 0xD1342543DE82EF95 + (index + 1) * 0x9E3779B97F4A7C15) & BITS
    bits = ((bits ^ bits >> 30) * 0xBF58476D1CE4E5B9) & BITS
    bits = ((bits ^ bits >> 27) * 0x94D049BB133111EB) & BITS
    return bits ^ bits >> 31


def drawn(number):
    """Two to four deciders, four to eight states, any moves: there and not back, on and not straight there."""
    index = -1

    def below(bound):
        nonlocal index
        index += 1
        return (draw(9000 + number, index) >> 11) % bound

    count, states = 2 + below(3), 4 + below(5)
    share = 15 + 10 * below(3)  # of a hundred possible moves
    worths = [[1 + below(states - below(3)) for _ in range(states)] for _ in range(count)]
    moves = [[(start, to) for start in range(states) for to in range(states) if start != to and below(100) < share]
             for _ in range(count)]
    return Conflict(f"drawn {number}", "drawn", [f"d{decider + 1}" for decider in range(count)], worths, moves)


def inverse():
    """By what is asked: how many rankings make the state stable, by concept."""
    euphrates = next(conflict for conflict in published() if conflict.name == "Euphrates")
    counts = dict.fromkeys(CONCEPTS, 0)
    for ranking in itertools.permutations(range(6)):
        euphrates.worths = [list(ranking), euphrates.worths[1]]
        for concept in CONCEPTS:
            counts[concept] += euphrates.is_stable(concept, 0, 1, "any")
    yield {"conflict": "Euphrates", "deciders": [1], "state": 2, "rankings": 720, "stable": counts}
    game = next(conflict for conflict in published() if conflict.name == "Chicken")
    counts = dict.fromkeys(CONCEPTS, 0)
    for game.worths in itertools.product(itertools.permutations(range(4)), repeat=2):
        for concept in CONCEPTS:
            counts[concept] += all(game.is_stable(concept, decider, 0, "any") for decider in range(2))
    yield {"conflict": "Chicken", "deciders": [1, 2], "state": 1, "rankings": 576, "stable": counts}


def main():
    lines = []
    for conflict in published():
        found = equilibria(conflict.stable("any"))
        for concept, states in PRINTED.get(conflict.name, {}).items():
            assert found[concept] == states, f"{conflict.name}, {concept}: {found[concept]} for {states}"
        theirs = GMCR_PY.get(conflict.name)
        once = equilibria(conflict.stable("once"))
        for concept, states in (theirs or {}).items():
            assert once[concept] == states, f"{conflict.name}, {concept}, once: {once[concept]} for {states}"
        lines.append(conflict.line(theirs))
    apart = 0
    for number in range(DRAWN):
        conflict = drawn(number)
        answers = [conflict.stable(rule) for rule in ("any", "once", "one")]
        apart += answers[0] != answers[1] or answers[1] != answers[2]
        lines.append(conflict.line())
    counted = [json.dumps(entry, separators=(",", ":")) for entry in inverse()]
    text = '{"conflicts":[\n%s\n],"inverse":[\n%s\n]}\n' % (",\n".join(lines), ",\n".join(counted))
    Path(__file__).with_suffix(".json").write_text(text, encoding="utf-8")
    print(f"{len(lines)} conflicts, {len(text)} bytes; in {apart} of {DRAWN} drawn the three rules differ")


if __name__ == "__main__":
    main()
