"""The Shapley value or the nucleolus of a table of worths by coopgame.

    python division.py shapley|nucleolus|certified table.f64 REPEATS

`certified` is the nucleolus with a proof in fractions, which the library's always has.
"""
import json
import sys

import coopgame
import numpy as np

import stopwatch


def nucleolus(game):
    return coopgame.nucleolus(game)["allocation"]


def certified(game):
    shares = nucleolus(game)
    if not coopgame.certify(game, shares)["satisfied"]:
        raise ArithmeticError("coopgame did not certify its nucleolus")
    return shares


rules = {"shapley": coopgame.shapley, "nucleolus": nucleolus, "certified": certified}

if __name__ == "__main__":
    rule, table, repeats = rules[sys.argv[1]], sys.argv[2], int(sys.argv[3])
    game = coopgame.Game(np.fromfile(table, dtype="<f8")[1:].tolist())
    shares, times = stopwatch.measure(repeats, lambda: rule(game))
    print(json.dumps({"times": times, "numbers": list(shares)}))
