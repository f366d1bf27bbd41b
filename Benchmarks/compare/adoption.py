"""The extreme equilibria of an adoption game by numpy: rounds of best replies, a product with the weights each.

    python adoption.py table.f64 PLAYERS REPEATS

Written from the statement of the game alone: who adopts gains its benefit times 1/n and the shares of those that
adopt, the rest of one divided by what it exchanges with them, and pays its switching cost.
"""
import sys

import numpy as np

import stopwatch


def settled(benefit, cost, shares, start, joins):
    """Who adopts in the end when in each round all that gain by it change their minds, in one direction."""
    own = benefit / len(benefit) - cost
    slack = 1e-12 * (benefit.max() + cost.max())
    adopters = start
    while True:
        net = own + benefit * (shares @ adopters)
        moving = (adopters == 0) & (net > slack) if joins else (adopters == 1) & (net < -slack)
        if not moving.any():
            return adopters
        adopters = np.where(moving, float(joins), adopters)


def equilibria(benefit, cost, shares):
    count = len(benefit)
    return np.concatenate([
        settled(benefit, cost, shares, np.zeros(count), True), settled(benefit, cost, shares, np.ones(count), False)])


if __name__ == "__main__":
    players = int(sys.argv[2])
    figures = np.fromfile(sys.argv[1])
    weights = figures[2 * players:].reshape(players, players)
    of_others = (1 - 1 / players) * weights / weights.sum(axis=1, keepdims=True)
    stopwatch.report(
        int(sys.argv[3]), lambda: equilibria(figures[:players], figures[players:2 * players], of_others))
