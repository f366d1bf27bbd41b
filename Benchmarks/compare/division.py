"""Work on a table of worths by a peer.

    python division.py coopgame|tucoopy|coopgt WORK table.f64 REPEATS

The works are named as in Sources/benchmark/TableWork.swift. `certified` is the nucleolus with a proof in fractions,
which the library's always has. Making the peer's game of the table is not timed.
"""
import sys

import numpy as np

import stopwatch


def coopgame_work(name, worths):
    import coopgame

    game = coopgame.Game(worths[1:].tolist())

    def certified():
        shares = coopgame.nucleolus(game)["allocation"]
        if not coopgame.certify(game, shares)["satisfied"]:
            raise ArithmeticError("coopgame did not certify its nucleolus")
        return shares

    return {
        "shapley": lambda: coopgame.shapley(game),
        "banzhaf": lambda: coopgame.banzhaf(game),
        "nucleolus": lambda: coopgame.nucleolus(game)["allocation"],
        "certified": certified,
        "prenucleolus": lambda: coopgame.prenucleolus(game)["allocation"],
        "perCapitaNucleolus": lambda: coopgame.per_capita_nucleolus(game)["allocation"],
        "convexity": lambda: [game.is_convex()],
        "superadditivity": lambda: [game.is_superadditive()],
    }[name]


def tucoopy_work(name, worths):
    import tucoopy
    from tucoopy import solutions

    players = len(worths).bit_length() - 1
    game = tucoopy.Game(n_players=players, v=dict(enumerate(worths.tolist())))
    return {
        "shapley": lambda: solutions.shapley_value(game),
        "nucleolus": lambda: solutions.nucleolus(game).x,
    }[name]


def coopgt_work(name, worths):
    from coopgt import shapley_value

    players = len(worths).bit_length() - 1
    named = {
        tuple(i + 1 for i in range(players) if mask >> i & 1): worth for mask, worth in enumerate(worths.tolist())
    }
    return {"shapley": lambda: shapley_value.calculate(named)}[name]


if __name__ == "__main__":
    peer, work, table, repeats = sys.argv[1:]
    makers = {"coopgame": coopgame_work, "tucoopy": tucoopy_work, "coopgt": coopgt_work}
    stopwatch.report(int(repeats), makers[peer](work, np.fromfile(table, dtype="<f8")))
