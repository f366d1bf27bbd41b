#!/usr/bin/env python3
"""How positions move when actors challenge each other, in six collective decisions, for the tests of Negotiations.

    python3 Tests/NegotiationsTests/Oracle/challenges.py

writes challenges.json beside this file (seconds; needs Python 3.9 and nothing else). The model is the spatial model of
politics of KTAB 1.4 (KAPSARC 2015-2019, MIT licence) with the choices it makes if not told otherwise: third parties
commit themselves by half, votes are as large as the gain, equilibrium probabilities are conditional, new positions
become ideals. KTAB itself was run on all six; every position of every turn came out the same, to the four decimals it
keeps.

The file. Of each decision:

  name                  "energy policy" is the example SOE-Pol-Comp of KTAB: policy on state-owned enterprises; the rest
                        are drawn, "forty actors" by Benchmarks/compare/inputs.py (decision 40 1 7)
  capability            one number for each actor
  salience, position    one list for each actor, one number for each dimension; saliences add up to at most 1
  attitude              of the first turn: how much each actor likes risk, -1/2 to 1
  probability           of the first turn: that each actor's position wins
  challenges            one list for each turn: [who, whom], who expects most from challenging whom
  turns                 where everybody stands after each turn: one list for each actor, in ten-thousandths

Written in own words; all numbers from 0. Per turn: (1) how far i is from a place: the root of sum (salience (x -
y))^2 / sum salience^2; utility of distance d with attitude R: (1 - d)(1 + R d). (2) Each position against each other:
an actor votes with capability times the difference in utility at R = 0; the votes for, plus 1e-8, by all are the
probability to beat it; the product of these over all others, made to add up to 1, is the probability p to win. (3) R
= (3 p - (max + 2 min)) / (2 (max - min)). (4) i thinks that j's attitude is (2 R_i + R_j) / 3. (5) i against j, with
weight w = capability times the sum of saliences: both vote for what they stand for; each third m then votes between
winning and losing with either side, by its own chance of winning if it joins; phi is the share of i's side. What i
expects to gain is (1 - S_j) 2 u_ii + S_j (phi 2 u_ii + (1 - phi) 2 u_ij) - (u_ii + u_ij), S_j the sum of j's
saliences. (6) i challenges whom it gains most from, the first of equals, if more than 1e-5. (7) Both are offered a
place between them, dimension by dimension, with weights salience^2 times phi^2 and (1 - phi)^2, 1e-6 more for one's
own, rounded half up to four decimals. (8) Each actor takes that one of the bargains it is part of, or of none, which
is likeliest to win as in (2), the utility of a bargain being the mean of the utility of everybody's position after
it. (9) It ends after the second turn or later, when the distances moved add up to less than 0.02 of those of the
first turn and 0.0001 more.

The 1e-8 of (2) is in the unit of capability, which shows where bargains lie so close that hardly anybody minds which
one it is: with forty actors, whose capabilities run from 10 to 100 here, KTAB and this program take 20 turns, and with
capabilities a hundredth as large 22, from turn 17 on. The library takes capabilities as hundredths of the greatest.
"""
import json
import math
from pathlib import Path

BITS = (1 << 64) - 1
DRAWN = [(4, 1), (6, 3), (9, 2), (7, 1)]
ENERGY = """
100   30 24   20 48
60.2  45 44.7 65 41.3
35    30 28.9 15 65.1
35    45 20.6 45 49.4
40    50 44.7 65 47.8
20    15 32   10 32
15    20 32   15 32
25    60 43.9 50 50.1
20    30 26.4 15 17.6
35    45 35.9 40 46.6
20    50 44.7 50 47.8
20    20 47.4 30 40.6
40    15 49   60 46
"""
FORTY = """
100 47 55, 70 21 30, 70 85 100, 90 16 90, 60 86 20, 80 61 55, 90 11 95, 30 4 85, 10 44 75, 40 3 65, 30 14 5,
90 52 75, 100 97 50, 10 47 10, 50 81 25, 90 92 55, 20 83 75, 80 63 55, 20 44 65, 50 51 90, 90 26 70, 40 50 40,
40 38 65, 30 24 60, 80 100 15, 30 1 10, 100 9 70, 50 19 40, 50 97 60, 60 69 35, 60 89 25, 60 20 20, 60 72 40,
100 37 85, 90 49 45, 80 0 40, 80 62 60, 70 83 100, 40 67 40, 100 15 60
"""


def energy():
    rows = [[float(word) for word in line.split()] for line in ENERGY.split("\n") if line]
    return ([row[0] for row in rows], [[row[1] / 100, row[3] / 100] for row in rows],
            [[row[2] / 100, row[4] / 100] for row in rows])


def forty():
    rows = [[float(word) for word in actor.split()] for actor in FORTY.split(",")]
    return [row[0] for row in rows], [[row[1] / 100] for row in rows], [[row[2] / 100] for row in rows]


def draw(stream, index):
    """64 random bits, a function of where they stand (finaliser of SplitMix64; Steele, Lea & Flood 2014)."""
    bits = (stream * 0xD1342543DE82EF95 + (index + 1) * 0x9E3779B97F4A7C15) & BITS
    bits = ((bits ^ bits >> 30) * 0xBF58476D1CE4E5B9) & BITS
    bits = ((bits ^ bits >> 27) * 0x94D049BB133111EB) & BITS
    return bits ^ bits >> 31


def drawn(number):
    actors, dimensions = DRAWN[number]
    index = -1

    def between(low, high):
        nonlocal index
        index += 1
        return low + (draw(8000 + number, index) >> 11) % (high - low + 1)

    capability = [float(between(10, 100)) for _ in range(actors)]
    position = [[between(0, 100) / 100 for _ in range(dimensions)] for _ in range(actors)]
    salience = [[between(5, 100 // dimensions) / 100 for _ in range(dimensions)] for _ in range(actors)]
    return capability, position, salience


def distance(salience, here, there):
    squares = sum((weight * (x - y)) ** 2 for weight, x, y in zip(salience, here, there))
    return math.sqrt(squares / sum(weight**2 for weight in salience))


def utility(apart, attitude):
    return (1 - apart) * (1 + attitude * min(apart, 1))


def chances(utilities, capability):
    """By option, from one list of utilities for each actor: the probability that it wins."""
    options = range(len(utilities[0]))

    def support(one, other):
        return 1e-8 + sum(max(power * (row[one] - row[other]), 0) for power, row in zip(capability, utilities))

    products = [math.prod(
        support(one, other) / (support(one, other) + support(other, one)) if one != other else 0.5
        for other in options) for one in options]
    return [product / sum(products) for product in products]


def half_up(value):
    return math.floor(value * 10000 + 0.5) / 10000


class Turn:
    def __init__(self, capability, position, salience):
        self.capability, self.position, self.salience = capability, position, salience
        self.actors = range(len(capability))
        self.total = [sum(row) for row in salience]
        self.apart = [[distance(salience[i], position[i], position[j]) for j in self.actors] for i in self.actors]
        self.probability = chances([[utility(d, 0) for d in row] for row in self.apart], capability)
        most, least = max(self.probability), min(self.probability)
        self.attitude = [(3 * p - (most + 2 * least)) / (2 * (most - least)) for p in self.probability]
        self.bargains = [[] for _ in self.actors]
        self.challenges = []
        for i in self.actors:
            self.challenge(i)

    def challenge(self, i):
        believed = [(2 * self.attitude[i] + attitude) / 3 for attitude in self.attitude]
        seen = [[utility(d, believed[m]) for d in self.apart[m]] for m in self.actors]
        expected = [(self.expected(i, j, seen), j) for j in self.actors if j != i]
        (gain, phi), j = max(expected, key=lambda entry: entry[0][0])
        if gain <= 1e-5:
            return
        self.challenges.append([i, j])
        places = [], []
        for x, y, mine, theirs in zip(self.position[i], self.position[j], self.salience[i], self.salience[j]):
            here, there = mine**2 * phi**2, theirs**2 * (1 - phi) ** 2
            places[0].append(half_up(((here + 1e-6) * x + there * y) / (here + there + 1e-6)))
            places[1].append(half_up((here * x + (there + 1e-6) * y) / (here + there + 1e-6)))
        for actor in (i, j):
            self.bargains[actor].append({i: places[0], j: places[1]})

    def expected(self, i, j, seen):
        weight = [power * total for power, total in zip(self.capability, self.total)]
        own = weight[i] * (seen[i][i] - seen[i][j]), weight[j] * (seen[j][i] - seen[j][j])
        base_i = 1e-10 + sum(max(vote, 0) for vote in own)
        base_j = 1e-10 + sum(max(-vote, 0) for vote in own)
        side_i, side_j = base_i, base_j
        for m in self.actors:
            if m in (i, j):
                continue
            to_i, to_j, to_own = seen[m][i], seen[m][j], seen[m][m]
            first = weight[m] * (to_i - to_j)
            win = (base_i + max(first, 0)) / (base_i + base_j + abs(first))
            vote = weight[m] * (
                win * (2 * to_i + to_own) + (1 - win) * 3 * to_j - win * 3 * to_i - (1 - win) * (2 * to_j + to_own))
            side_i, side_j = side_i + max(vote, 0), side_j + max(-vote, 0)
        phi = side_i / (side_i + side_j)
        u_ii, u_ij, minds = seen[i][i], seen[i][j], self.total[j]
        gain = (1 - minds) * 2 * u_ii + minds * (phi * 2 * u_ii + (1 - phi) * 2 * u_ij) - (u_ii + u_ij)
        return gain, phi

    def after(self):
        plain = [[utility(d, attitude) for d in row] for row, attitude in zip(self.apart, self.attitude)]
        moved = []
        for k in self.actors:
            options = [{}] + self.bargains[k]
            utilities = []
            for a in self.actors:
                row = []
                for option in options:
                    row.append(sum(
                        utility(distance(self.salience[a], self.position[a], option[j]), self.attitude[a])
                        if j in option else plain[a][j] for j in self.actors) / len(self.actors))
                utilities.append(row)
            won = chances(utilities, self.capability)
            moved.append(options[won.index(max(won))].get(k, self.position[k]))
        return moved


def main():
    lines = []
    for name, figures in [("energy policy", energy()), *((f"drawn {n}", drawn(n)) for n in range(len(DRAWN))),
                          ("forty actors", forty())]:
        capability, position, salience = figures
        turns, challenges, first = [], [], None
        while len(turns) < 100:
            turn = Turn(capability, position, salience)
            start = start if turns else turn
            moved = turn.after()
            length = sum(math.dist(x, y) for x, y in zip(position, moved))
            first = first if turns else length
            challenges.append(turn.challenges)
            turns.append([[round(10000 * x) for x in row] for row in moved])
            position = moved
            if len(turns) >= 2 and length / (first + 1e-4) < 0.02:
                break
        lines.append(json.dumps({
            "name": name, "capability": capability, "position": figures[1], "salience": salience,
            "attitude": start.attitude, "probability": start.probability, "challenges": challenges, "turns": turns},
            separators=(",", ":")))
        print(f"{name}: {len(turns)} turns")
    text = '{"decisions":[\n%s\n]}\n' % ",\n".join(lines)
    Path(__file__).with_suffix(".json").write_text(text, encoding="utf-8")
    print(f"{len(text)} bytes")


if __name__ == "__main__":
    main()
