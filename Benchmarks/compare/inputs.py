"""Writes what a negotiation, a conflict or a collective decision is about, for the library and its peers to read.

    python inputs.py negotiation PARTIES ISSUES OPTIONS SEED file.json
    python inputs.py points POINTS NUMBERS SEED file.f64
    python inputs.py conflict OPTIONS,OPTIONS,… SEED file.json
    python inputs.py decision ACTORS ISSUES SEED file.json

A negotiation: {"worths": one list for each party, in it one for each issue, in it one number for each option}. A
party's least worth of an issue is 0 and all its best options together are worth about 1; worths are whole multiples
of 2⁻⁴⁰, so that sums of them are exact whatever the order. There is no reservation.

Points: float64, little endian, one row of numbers after the other, uniform in [0, 1).

A conflict: {"options": how many each decision maker has, "worths": one list for each, in it one whole number for each
state, larger preferred}. A state's number has a bit for each option, one if it is taken, the first decision maker's
lowest. All states are feasible and all moves can be undone. Worths come from twelve statements, each about one to three
options, the first the most important, so that they tie often.

A decision: {"capability": one number for each actor, "position" and "salience": one list for each actor, in it one
number for each issue}. Positions are whole, from 0 to 100, saliences from 0.05 to 1 and capabilities from 0.1 to 1 in
twentieths and tenths.
"""
import json
import sys

import numpy as np


def negotiation(parties, issues, options, seed):
    chance = np.random.Generator(np.random.PCG64(seed))
    worths = []
    for _ in range(parties):
        weights = chance.random(issues)
        scores = chance.random((issues, options))
        scores -= scores.min(axis=1, keepdims=True)
        scores *= (weights / weights.sum() / scores.max(axis=1))[:, None]
        worths.append((np.floor(scores * 2**40) / 2**40).tolist())
    return {"worths": worths}


def points(count, numbers, seed):
    return np.random.Generator(np.random.PCG64(seed)).random((count, numbers))


def conflict(options, seed):
    chance = np.random.Generator(np.random.PCG64(seed))
    total = sum(options)
    states = np.arange(1 << total)
    worths = []
    for _ in options:
        worth = np.zeros(len(states), dtype=np.int64)
        for _ in range(12):
            about = chance.permutation(total)[:chance.integers(1, 4)]
            holds = np.ones(len(states), dtype=bool)
            for option in about:
                holds &= (states >> option & 1) == chance.integers(0, 2)
            worth = 2 * worth + holds
        worths.append(worth.tolist())
    return {"options": options, "worths": worths}


def decision(actors, issues, seed):
    chance = np.random.Generator(np.random.PCG64(seed))
    return {
        "capability": (chance.integers(1, 11, actors) / 10).tolist(),
        "position": chance.integers(0, 101, (actors, issues)).astype(float).tolist(),
        "salience": (chance.integers(1, 21, (actors, issues)) / 20).tolist()}


if __name__ == "__main__":
    kind, *words, path = sys.argv[1:]
    if kind == "points":
        points(*map(int, words)).astype("<f8").tofile(path)
    else:
        if kind == "conflict":
            made = conflict([int(count) for count in words[0].split(",")], int(words[1]))
        else:
            made = {"negotiation": negotiation, "decision": decision}[kind](*map(int, words))
        with open(path, "w", encoding="utf-8") as file:
            json.dump(made, file, separators=(",", ":"))
