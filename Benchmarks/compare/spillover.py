"""The worths of a spillover game by numpy: one linear system a guess, one coalition at a time.

    python spillover.py game.json REPEATS

The members of a coalition minimise their joint cost, everyone else its own; an action is within 0 and its limit.
Which actions stand at a bound is guessed, solved for and corrected until the conditions of the equilibrium hold.
Written from the statement of the game alone (Chander & Tulkens 1997), without regard to how the library does it.
"""
import json
import sys

import numpy as np

import stopwatch


def equilibrium(matrix, constant, limit):
    """q in [0, limit] with (matrix q + constant) 0 inside, at least 0 at 0 and at most 0 at the limit."""
    low = np.zeros(len(limit), dtype=bool)
    high = np.zeros(len(limit), dtype=bool)
    for _ in range(100):
        free = ~(low | high)
        action = np.where(high, limit, 0.0)
        if free.any():
            right = -(constant + matrix @ action)[free]
            action[free] = np.linalg.solve(matrix[np.ix_(free, free)], right)
        slope = matrix @ action + constant
        slack = 1e-10 * (np.abs(constant) + 1)
        too_low = free & (action < 0)
        too_high = free & (action > limit)
        back = (low & (slope < -slack)) | (high & (slope > slack))
        if not (too_low.any() or too_high.any() or back.any()):
            return action
        low = (low & ~back) | too_low
        high = (high & ~back) | too_high
    raise ArithmeticError("no equilibrium was found")


def worths(game):
    emission, limit, cost, linear, quadratic, background = (
        np.array(game[name])
        for name in ("baseline", "limit", "abatementCost", "linearDamage", "quadraticDamage", "background")
    )
    transport = np.array(game["transport"])  # from a row to a column
    unabated = background + emission @ transport
    count = len(limit)
    alone = np.eye(count, dtype=bool)
    damage = linear + quadratic * unabated
    result = np.zeros(1 << count)
    for mask in range(1, 1 << count):
        member = (mask >> np.arange(count) & 1).astype(bool)
        cares = transport * (alone | np.outer(member, member))
        matrix = np.diag(cost) + (cares * quadratic) @ transport.T
        action = equilibrium(matrix, -cares @ damage, limit)
        settled = unabated - action @ transport
        bears = cost * action**2 / 2 + linear * settled + quadratic * settled**2 / 2
        result[mask] = bears[member].sum()
    return result


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        figures = json.load(file)
    stopwatch.report(int(sys.argv[2]), lambda: worths(figures))
