"""The sampled Shapley value of a quadratic spillover by coopgame, which knows the pairs.

    python sampling.py game.json ORDERS SEED REPEATS

What the players have alone is added afterwards: the peer's game holds pairs alone.
"""
import json
import sys

import coopgame

import stopwatch

if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        figures = json.load(file)
    alone, pairs = figures["alone"], figures["pairs"]
    game = coopgame.InducedSubgraphGame(
        len(alone), [(i, j, pairs[i][j]) for j in range(len(alone)) for i in range(j)])
    orders, seed = int(sys.argv[2]), int(sys.argv[3])
    stopwatch.report(
        int(sys.argv[4]),
        lambda: [a + b for a, b in zip(alone, coopgame.shapley_sampling(game, orders, seed)["values"])])
