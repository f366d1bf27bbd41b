#!/usr/bin/env python3
"""Nucleoli of 2,000 small games, in exact fractions, for the tests of Sharing.

    python3 Tests/SharingTests/Oracle/nucleoli.py

writes nucleoli.csv beside this file (minutes; needs Python 3.9 and nothing else) and prints how many games of
which kind it holds. The same bytes come out every time: a game is a function of its kind and its number, drawn
without state (SplitMix64), and NucleolusOracleTests.swift draws it again bit for bit, so only answers are kept.

Found by the definition: among all divisions of the joint worth (or those that give everybody at least its own
worth) make the largest excess as small as can be, settle the coalitions that bind in every optimum, go on with
the others along the divisions that remain. Each linear programme is solved as its dual, by the simplex method
with Bland's rule on whole numbers (Edmonds 1967), so nothing is rounded anywhere.

Then every answer is proved by a criterion that knows nothing of the search (Kohlberg 1971): at each level, the
coalitions that miss at least so much must be balanced. The weights are put into the equations they should solve.

Columns: kind, number, players, cost or surplus, first level of the prenucleolus (the epsilon of the least core;
empty for one player), then the prenucleolus, the nucleolus, the per-capita prenucleolus and the per-capita
nucleolus, each a list of fractions: what a player pays in a cost game, gets in a surplus game. `none` where the
players do better apart, so that no division gives everybody at least its own worth; `=` where a nucleolus is the
prenucleolus of the same measure.
"""
from fractions import Fraction
from math import gcd
from pathlib import Path

KINDS = [
    "few-values",  # worths 0, 1 or 2; every other one a weighted vote
    "symmetric",  # a worth depends on how many members of two types a coalition has
    "chance",  # worths without any order: rarely superadditive
    "empty-core",  # middling coalitions are worth nearly as much as all together
    "convex",  # pairs gain from each other
    "additive",  # nobody gains or loses from anybody
    "airport",  # the largest user's cost; every other one an estate too small for its claims
    "huge",  # whole multiples of 10^12
    "tiny",  # whole multiples of 10^-9, every other one of 10^-2
    "offset",  # 10^9 for every member, every other one with two decimals
]
GAMES_OF_A_KIND = 200
BITS = (1 << 64) - 1


# The games


def draw(stream, index):
    """64 random bits, a function of where they stand (finaliser of SplitMix64; Steele, Lea & Flood 2014)."""
    bits = (stream * 0xD1342543DE82EF95 + (index + 1) * 0x9E3779B97F4A7C15) & BITS
    bits = ((bits ^ bits >> 30) * 0xBF58476D1CE4E5B9) & BITS
    bits = ((bits ^ bits >> 27) * 0x94D049BB133111EB) & BITS
    return bits ^ bits >> 31


class Game:
    """One game of the collection: worths by mask, bit i for player i, as whole multiples of a unit."""

    def __init__(self, kind, number):
        stream = KINDS.index(kind) * 1000 + number

        def whole(index, low, high):
            return low + draw(stream, index) % (high - low + 1)

        odd = number % 2 == 1
        n = [1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7][draw(stream, 2000) % 12]
        is_cost = draw(stream, 2001) % 2 == 1
        unit = Fraction(1)
        everyone = (1 << n) - 1
        # From 1000 up the numbers of players, from 1100 up those of pairs; a coalition's own is at its mask.
        alone = [whole(1000 + i, 0, 100) for i in range(n)]

        def total(numbers, mask):
            return sum(numbers[i] for i in range(n) if mask >> i & 1)

        def saved(gain):
            """A gain as it is, or as a cost: that much less than the members' own."""
            return lambda mask: total(alone, mask) - gain(mask) if is_cost else gain(mask)

        if kind == "few-values" and odd:
            weights = [whole(1000 + i, 1, 20) for i in range(n)]
            worth = saved(lambda mask: 1 if 2 * total(weights, mask) > sum(weights) else 0)
        elif kind == "few-values":
            worth = lambda mask: whole(mask, 0, 1 if number % 4 == 0 else 2)
        elif kind == "symmetric":
            kinds = [whole(1000 + i, 0, 1) for i in range(n)]
            worth = lambda mask: whole(8 * bin(mask).count("1") + total(kinds, mask), 0, 20)
        elif kind == "chance":
            worth = lambda mask: whole(mask, -20, 30)
        elif kind == "empty-core":
            worth = saved(
                lambda mask: 0 if bin(mask).count("1") < 2 else whole(mask, 60, 90) if mask < everyone else 100)
        elif kind == "convex":
            pairs = [[whole(1100 + 8 * i + j, 0, 30) for j in range(n)] for i in range(n)]
            worth = saved(
                lambda mask: sum(
                    pairs[i][j] for j in range(n) for i in range(j) if mask >> i & 1 and mask >> j & 1))
        elif kind == "additive":
            worth = lambda mask: total(alone, mask) - 50 * bin(mask).count("1")
        elif kind == "airport" and odd:
            is_cost = False
            estate = whole(1200, 0, sum(alone))
            worth = lambda mask: max(0, estate - (sum(alone) - total(alone, mask)))
        elif kind == "airport":
            is_cost = True
            worth = lambda mask: max(alone[i] for i in range(n) if mask >> i & 1)
        elif kind == "huge":
            unit = Fraction(10**12)
            worth = lambda mask: whole(mask, -500, 900)
        elif kind == "tiny":
            unit = Fraction(1, 100 if odd else 10**9)
            worth = lambda mask: whole(mask, -500, 900)
        elif kind == "offset":
            unit = Fraction(1, 100 if odd else 1)
            worth = lambda mask: whole(mask, -500, 900) + (100 if odd else 1) * 10**9 * bin(mask).count("1")

        self.kind, self.number, self.players, self.is_cost = kind, number, n, is_cost
        self.worths = [Fraction(0)] + [worth(mask) * unit for mask in range(1, 1 << n)]

    @property
    def gains(self):
        """The worths as what is received: a cost is a negative gain."""
        return [-worth if self.is_cost else worth for worth in self.worths]


# Linear programmes


def optimum(columns, sides, rewards):
    """A point from zero up at which the columns, so much of each, add up to `sides`, with the most reward.

    Returns the columns in use with their amounts, and the reward; None where no such point exists. The reward is
    bounded in every programme that is asked here. Whole numbers only: the table is kept times its determinant.
    """
    rows, count = len(sides), len(columns)
    scale = common_denominator([reward for reward in rewards])
    table = []
    for row in range(rows):
        sign = -1 if sides[row] < 0 else 1
        line = [sign * column[row] for column in columns] + [int(other == row) for other in range(rows)]
        table.append(line + [sign * sides[row]])
    basis = list(range(count, count + rows))
    determinant = 1

    def climb(prices, usable):
        nonlocal determinant
        # What one more of a column is worth beyond what it replaces, times the determinant.
        margins = [determinant * price for price in prices + [0]]
        for row, used in enumerate(basis):
            if prices[used] != 0:
                margins = [margin - prices[used] * entry for margin, entry in zip(margins, table[row])]
        while True:
            entering = next((column for column in range(usable) if margins[column] > 0), None)
            if entering is None:
                return Fraction(-margins[-1], determinant)
            leaving = None
            for row in range(rows):
                if table[row][entering] <= 0:
                    continue
                if leaving is not None:
                    left = table[row][-1] * table[leaving][entering]
                    right = table[leaving][-1] * table[row][entering]
                    if left > right or (left == right and basis[row] > basis[leaving]):
                        continue
                leaving = row
            assert leaving is not None, "the reward has no bound"
            margins = exchange(leaving, entering, margins)

    def exchange(leaving, entering, margins):
        nonlocal determinant
        pivot = table[leaving][entering]
        line = table[leaving]
        for row in range(rows):
            if row != leaving:
                factor = table[row][entering]
                table[row] = [(pivot * a - factor * b) // determinant for a, b in zip(table[row], line)]
        factor = margins[entering]
        margins = [(pivot * a - factor * b) // determinant for a, b in zip(margins, line)]
        basis[leaving] = entering
        determinant = pivot
        if determinant < 0:
            determinant = -determinant
            for row in range(rows):
                table[row] = [-entry for entry in table[row]]
            margins = [-entry for entry in margins]
        return margins

    if climb([0] * count + [-1] * rows, count) != 0:
        return None
    for row in range(rows):
        if basis[row] >= count:
            entering = next((column for column in range(count) if table[row][column] != 0), None)
            if entering is not None:
                exchange(row, entering, [0] * (count + rows + 1))
    reward = climb([int(reward * scale) for reward in rewards] + [0] * rows, count)
    used = {basis[row]: Fraction(table[row][-1], determinant) for row in range(rows) if basis[row] < count}
    return used, reward / scale


def common_denominator(numbers):
    scale = 1
    for number in numbers:
        scale *= number.denominator // gcd(scale, number.denominator)
    return scale


class Settled:
    """The divisions that the equations so far leave open: one of them, and the directions they differ in."""

    def __init__(self, n):
        self.n, self.rows = n, []  # reduced rows: pivot, coefficients, side

    def add(self, mask, side):
        """Fixes what the members of a coalition receive; tells whether that was open."""
        row, side = [Fraction(mask >> i & 1) for i in range(self.n)], Fraction(side)
        for pivot, other, other_side in self.rows:
            factor = row[pivot]
            if factor:
                row = [a - factor * b for a, b in zip(row, other)]
                side -= factor * other_side
        pivot = next((i for i in range(self.n) if row[i]), None)
        if pivot is None:
            assert side == 0, "an equation contradicts the earlier ones"
            return False
        row, side = [a / row[pivot] for a in row], side / row[pivot]
        for index, (other_pivot, other, other_side) in enumerate(self.rows):
            factor = other[pivot]
            if factor:
                self.rows[index] = (
                    other_pivot, [a - factor * b for a, b in zip(other, row)], other_side - factor * side)
        self.rows.append((pivot, row, side))
        return True

    @property
    def point(self):
        point = [Fraction(0)] * self.n
        for pivot, _, side in self.rows:
            point[pivot] = side
        return point

    @property
    def directions(self):
        free = [i for i in range(self.n) if all(i != pivot for pivot, _, _ in self.rows)]
        found = []
        for direction in free:
            step = [Fraction(int(i == direction)) for i in range(self.n)]
            for pivot, row, _ in self.rows:
                step[pivot] = -row[direction]
            scale = common_denominator(step)
            found.append([int(entry * scale) for entry in step])
        return found


# Solutions


def sums(numbers):
    """The sum over the members of every coalition, by mask."""
    out = [0]
    for number in numbers:
        out += [number + entry for entry in out]
    return out


def nucleolus(gains, n, over_imputations, per_capita):
    """What each player receives, and the first level; None where the players do better apart."""
    everyone = (1 << n) - 1
    if over_imputations and sum(gains[1 << i] for i in range(n)) > gains[everyone]:
        return None
    settled = Settled(n)
    settled.add(everyone, gains[everyone])
    first = None
    while len(settled.rows) < n:
        along = [sums(direction) for direction in settled.directions]
        here = sums(settled.point)
        # A coalition whose total is the same along every direction is settled.
        rows = [
            (mask, bin(mask).count("1") if per_capita else 1)
            for mask in range(1, everyone) if any(step[mask] for step in along)]
        if over_imputations:
            rows += [(1 << i, 0) for i in range(n) if any(step[1 << i] for step in along)]
        # Least t with along(S) z + weight t >= gain(S) - here(S); as a dual, the most reward of weights.
        columns = [[step[mask] for step in along] + [weight] for mask, weight in rows]
        used, level = optimum(
            columns, [0] * len(along) + [1], [Fraction(gains[mask] - here[mask]) for mask, _ in rows])
        first = level if first is None else first
        # What has a weight in some optimum of the dual binds in every optimum.
        for index, amount in used.items():
            if amount > 0:
                mask, weight = rows[index]
                settled.add(mask, gains[mask] - weight * level)
    return settled.point, first


def prove(shares, gains, n, over_imputations, per_capita):
    """Kohlberg's criterion: whoever misses at least so much cannot all miss less."""
    everyone = (1 << n) - 1
    received = sums(shares)
    assert received[everyone] == gains[everyone], "the shares do not add up"
    held = []
    if over_imputations:
        assert all(shares[i] >= gains[1 << i] for i in range(n)), "somebody is worse off than alone"
        held = [1 << i for i in range(n) if shares[i] == gains[1 << i]]
    excess = {
        mask: (gains[mask] - received[mask]) / (bin(mask).count("1") if per_capita else 1)
        for mask in range(1, everyone)}
    span, missing = Settled(n), []
    span.add(everyone, 0)
    for level in sorted(set(excess.values()), reverse=True):
        fresh = [mask for mask in excess if excess[mask] == level]
        missing += fresh
        # Weights of one and more on those who miss so much, of zero and more on those held, so that every player
        # is covered as often.
        columns = [[mask >> i & 1 for i in range(n)] for mask in missing + held] + [[-1] * n]
        sides = [-sum(mask >> i & 1 for mask in missing) for i in range(n)]
        answer = optimum(columns, sides, [Fraction(0)] * len(columns))
        assert answer is not None, "a coalition could miss less at nobody's expense"
        used, _ = answer
        assert all(amount >= 0 for amount in used.values())
        for i in range(n):
            assert sum(amount * columns[index][i] for index, amount in used.items()) == sides[i]
        for mask in fresh:
            span.add(mask, 0)
        if len(span.rows) == n:
            return  # all later coalitions are sums of these: balanced as well


def answers(game):
    n, gains = game.players, game.gains
    fields, first = [], ""
    for per_capita in (False, True):
        last = None
        for over_imputations in (False, True):
            found = nucleolus(gains, n, over_imputations, per_capita)
            if found is None:
                fields.append("none")
                continue
            shares, level = found
            prove(shares, gains, n, over_imputations, per_capita)
            if level is not None and not per_capita and not over_imputations:
                first = str(level)
            told = " ".join(str(-share if game.is_cost else share) for share in shares)
            fields.append("=" if told == last else told)
            last = told
    return [game.kind, str(game.number), str(n), "cost" if game.is_cost else "surplus", first] + fields


if __name__ == "__main__":
    lines = ["kind,number,players,worths,first_level,prenucleolus,nucleolus,per_capita_prenucleolus,per_capita_nucleolus"]
    for kind in KINDS:
        lines += [",".join(answers(Game(kind, number))) for number in range(GAMES_OF_A_KIND)]
        apart = sum(line.split(",")[6] == "none" for line in lines[-GAMES_OF_A_KIND:])
        print(f"{kind}: {GAMES_OF_A_KIND} games, {apart} of them without an imputation")
    path = Path(__file__).with_name("nucleoli.csv")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} games in {path.name}, {path.stat().st_size} bytes")
