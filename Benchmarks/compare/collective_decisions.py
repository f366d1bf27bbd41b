"""Collective decisions in numpy, from a file that inputs.py writes.

    python collective_decisions.py exchange decision.json REPEATS
    python collective_decisions.py challenge decision.json REPEATS

Written from the statements of the models in Tests/NegotiationsTests/Oracle/exchanges.py and challenges.py.

`exchange`: one round of exchanges of position with equal gains, `roundAnew` there. Prints on how many pairs of actors
and pairs of issues the two stand on opposite sides of both compromises at first, how many exchanges are carried out,
the sum of what they gain, and the compromises in the end.

`challenge`: the turns of the spatial model of politics, dimensions taken for issues, positions in hundredths;
saliences are divided by their largest sum where that is more than 1, and capabilities are hundredths of the greatest.
Prints how many turns there are and where everybody stands in the end.
"""
import json
import math
import sys

import numpy as np

import stopwatch


def exchange(capability, position, salience):
    weight = capability[:, None] * salience
    share = weight / weight.sum(axis=0)
    position = position.copy()
    actors, issues = position.shape
    one, other, p, q = np.indices((actors, actors, issues, issues)).reshape(4, -1)
    listed = (one < other) & (p < q)
    one, other, p, q = one[listed], other[listed], p[listed], q[listed]
    prefers = salience[one, p] * salience[other, q] >= salience[other, p] * salience[one, q]
    a, b = np.where(prefers, one, other), np.where(prefers, other, one)  # a wants p and gives on q
    k = (salience[a, p] + salience[b, p]) / (salience[a, q] + salience[b, q])
    settled = np.zeros((actors, issues), dtype=bool)
    opposed, gains = None, []
    while True:
        compromise = (share * position).sum(axis=0)
        side = np.sign(position - compromise)
        across = (side[one, p] * side[other, p] < 0) & (side[one, q] * side[other, q] < 0)
        opposed = int(across.sum()) if opposed is None else opposed
        free = across & ~(settled[one, p] | settled[one, q] | settled[other, p] | settled[other, q])
        dp = np.minimum.reduce([
            np.abs(position[a, p] - position[b, p]) * share[b, p],
            np.abs(position[a, q] - position[b, q]) * share[a, q] / k,
            np.abs(position[a, p] - compromise[p]), np.abs(position[b, q] - compromise[q]) / k])
        gain = np.where(free, (salience[a, p] - salience[a, q] * k) * dp, 0)
        if not gain.max() > 1e-9:
            return [opposed, len(gains), sum(gains), *compromise]
        best = int(np.argmax(gain >= gain.max() * (1 - 1e-12)))
        for giver, taker, issue, shift in (
            (b[best], a[best], p[best], dp[best]), (a[best], b[best], q[best], k[best] * dp[best])):
            far = position[taker, issue] - position[giver, issue]
            position[giver, issue] += math.copysign(min(shift / share[giver, issue], abs(far)), far)
            settled[giver, issue] = True
        gains.append(gain[best])


def utility(apart, attitude):
    return (1 - apart) * (1 + attitude * np.minimum(apart, 1))


def chances(utilities, capability):
    """By option, from one row of utilities for each actor: the probability that it wins."""
    votes = capability[:, None, None] * (utilities[:, :, None] - utilities[:, None, :])
    support = 1e-8 + np.maximum(votes, 0).sum(axis=0)
    beats = support / (support + support.T)
    products = beats.prod(axis=1)
    return products / products.sum()


def apart(salience, position, places):
    """How far each actor finds each place from its own position."""
    gaps = salience[:, None, :] * (position[:, None, :] - places[None, :, :])
    return np.sqrt((gaps**2).sum(axis=2) / (salience**2).sum(axis=1)[:, None])


def turn(capability, position, salience):
    count = len(capability)
    everybody = np.arange(count)
    total = salience.sum(axis=1)
    weight = capability * total
    between = apart(salience, position, position)
    probability = chances(utility(between, 0), capability)
    most, least = probability.max(), probability.min()
    attitude = (3 * probability - (most + 2 * least)) / (2 * (most - least))
    places, bargains = [], [[] for _ in everybody]
    for i in everybody:
        seen = utility(between, ((2 * attitude[i] + attitude) / 3)[:, None])  # [m, j]
        own, theirs = weight[i] * (seen[i, i] - seen[i]), weight * (seen[:, i] - seen.diagonal())
        base_i = 1e-10 + np.maximum(own, 0) + np.maximum(theirs, 0)
        base_j = 1e-10 + np.maximum(-own, 0) + np.maximum(-theirs, 0)
        to_i, to_j, to_own = seen[:, [i]], seen, seen.diagonal()[:, None]
        first = weight[:, None] * (to_i - to_j)
        win = (base_i + np.maximum(first, 0)) / (base_i + base_j + np.abs(first))
        vote = weight[:, None] * (
            win * (2 * to_i + to_own) + (1 - win) * 3 * to_j - win * 3 * to_i - (1 - win) * (2 * to_j + to_own))
        vote[i] = 0
        np.fill_diagonal(vote, 0)
        side_i, side_j = base_i + np.maximum(vote, 0).sum(axis=0), base_j + np.maximum(-vote, 0).sum(axis=0)
        phi = side_i / (side_i + side_j)
        gain = (1 - total) * 2 * seen[i, i] + total * (phi * 2 * seen[i, i] + (1 - phi) * 2 * seen[i]) - (
            seen[i, i] + seen[i])
        gain[i] = -np.inf
        j = int(gain.argmax())
        if gain[j] <= 1e-5:
            continue
        here, there = salience[i]**2 * phi[j]**2, salience[j]**2 * (1 - phi[j])**2
        both = np.stack([
            ((here + 1e-6) * position[i] + there * position[j]) / (here + there + 1e-6),
            (here * position[i] + (there + 1e-6) * position[j]) / (here + there + 1e-6)])
        for actor, role in ((i, 0), (j, 1)):
            bargains[actor].append((len(places), role))
        places.append((i, j, np.floor(10000 * both + 0.5) / 10000))
    if not places:
        return position
    plain = utility(between, attitude[:, None])
    of_places = utility(
        apart(salience, position, np.concatenate([both for _, _, both in places])), attitude[:, None])
    movers = np.array([(i, j) for i, j, _ in places])
    changed = (of_places[:, 0::2] + of_places[:, 1::2] - plain[:, movers[:, 0]] - plain[:, movers[:, 1]]) / count
    after = position.copy()
    for k in everybody:
        if bargains[k]:
            options = np.column_stack([np.zeros(count), changed[:, [bargain for bargain, _ in bargains[k]]]])
            won = int(chances(options, capability).argmax())
            if won:
                bargain, role = bargains[k][won - 1]
                after[k] = places[bargain][2][role]
    return after


def challenge(capability, position, salience):
    first, turns = None, 0
    while turns < 100:
        after = turn(capability, position, salience)
        length = np.sqrt(((after - position)**2).sum(axis=1)).sum()
        first = length if first is None else first
        position, turns = after, turns + 1
        if turns >= 2 and length / (first + 1e-4) < 0.02:
            break
    return [turns, *position.ravel()]


if __name__ == "__main__":
    with open(sys.argv[2], encoding="utf-8") as file:
        given = json.load(file)
    figures = [np.array(given[name]) for name in ("capability", "position", "salience")]
    if sys.argv[1] == "challenge":
        figures[0] = 100 * (figures[0] / figures[0].max())
        figures[1] /= 100
        figures[2] /= max(figures[2].sum(axis=1).max(), 1)
    work = {"exchange": exchange, "challenge": challenge}[sys.argv[1]]
    stopwatch.report(int(sys.argv[3]), lambda: work(*figures))
