"""Which states of a conflict are stable, in numpy, from a file that inputs.py writes.

    python conflict.py conflict.json REPEATS

From the definitions by matrices of all states by all states (after Xu, Hipel & Kilgour 2009, IEEE Trans. SMC A 39,
96-108), packed to bits: to which states the others can lead, by any moves or by improvements alone, nobody twice in a
row, is the transitive closure of their moves (Warshall 1962, J. ACM 9, 11-12); nobody need move twice in a row where
each can change all its options at once. An improvement is sanctioned if among the states to which the others can lead
from it the one worst for the decision maker, or the one from which it can reach the least, is no better than where it
began.

Prints for each of nash, gmr, smr, seq and sseq: for each decision maker how many states are stable and the sum of their
numbers, and the same of the states stable for all.
"""
import json
import sys

import numpy as np

import stopwatch


def reach(options):
    """By decision maker: for each state, to which others it can move."""
    states = np.arange(1 << sum(options))
    first, found = 0, []
    for count in options:
        kept = states & ~(((1 << count) - 1) << first)
        found.append((kept[:, None] == kept) & (states[:, None] != states))
        first += count
    return found


def closure(relation):
    packed = np.packbits(relation, axis=1)
    for state in range(len(relation)):
        leads = (packed[:, state >> 3] >> (7 - (state & 7)) & 1).astype(bool)
        packed[leads] |= packed[state]
    return np.unpackbits(packed, axis=1, count=len(relation)).view(bool)


def least(of, among):
    """For each row, the least of the numbers at the places it names; more than all where it names none."""
    order = np.argsort(of, kind="stable")
    first = among[:, order].argmax(axis=1)
    named = among[np.arange(len(among)), order[first]]
    return np.where(named, of[order[first]], np.iinfo(np.int64).max)


def stability(options, worths):
    moves = reach(options)
    better = [worth[None, :] > worth[:, None] for worth in worths]
    improvements = [move & above for move, above in zip(moves, better)]
    results = {name: [] for name in ("nash", "gmr", "smr", "seq", "sseq")}
    for maker, worth in enumerate(worths):
        own = improvements[maker]
        results["nash"].append(~own.any(axis=1))
        escape = np.maximum(worth, np.where(moves[maker], worth[None, :], worth.min()).max(axis=1))
        for names, relations in ((("gmr", "smr"), moves), (("seq", "sseq"), improvements)):
            others = closure(np.logical_or.reduce([entry for who, entry in enumerate(relations) if who != maker]))
            for name, measure in zip(names, (worth, escape)):
                unsanctioned = least(measure, others)[None, :] > worth[:, None]
                results[name].append(~(own & unsanctioned).any(axis=1))
    return results


def numbers(results):
    found = []
    for lists in results.values():
        for stable in [*lists, np.logical_and.reduce(lists)]:
            found += [int(stable.sum()), int(np.flatnonzero(stable).sum())]
    return found


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    figures = [np.array(worth) for worth in given["worths"]]
    stopwatch.report(int(sys.argv[2]), lambda: numbers(stability(given["options"], figures)))
