"""Negotiations by NegMAS and by general programs for efficient points, from files that inputs.py writes.

    python negotiations.py PEER stacked scenario.json REPEATS
    python negotiations.py PEER solutions scenario.json REPEATS
    python negotiations.py PEER points points.f64,NUMBERS REPEATS

`stacked`, negmas alone: stacked alternating offers of 1,000 rounds, everybody concedes as slowly as its Boulware
negotiator does, parties and mechanism made anew each time. Prints the turns taken (in each, one party answers the
offer on the table and makes its own), the rounds, and the worths of the agreement.

`solutions`: which outcomes are efficient, the Nash and the Kalai-Smorodinsky point, from the worths of the options.
negmas does so by `pareto_frontier`, `nash_points` and `ks_points`; for paretoset and moocore numpy adds up the worths
of all outcomes and looks for both points among the efficient ones. Prints how many different efficient points there
are, their sums party by party, and the worths in both points. Since NegMAS answers another question by `ks_points`
(where are the shares of the ideal most alike?), its Kalai-Smorodinsky point is looked for among its efficient ones by
numpy besides.

`points`: which of a million points given as such are efficient; paretoset, moocore and, by `pareto_frontier_numpy`,
negmas.
"""
import json
import logging
import sys
import warnings

import numpy as np

import stopwatch

ROUNDS = 1000


def all_worths(worths):
    """One row for each outcome, the first issue's option the most significant digit of its number."""
    columns = []
    for party in worths:
        column = np.zeros(1)
        for issue in party:
            column = np.add.outer(column, np.array(issue)).reshape(-1)
        columns.append(column)
    return np.stack(columns, axis=1)


def summary(points, nash):
    """Of the efficient points: how many differ, sums, the Nash point, and where the smallest share is largest."""
    points = np.unique(points, axis=0)
    order = np.sort(points / points.max(axis=0), axis=1)
    fair = np.lexsort(order.T[::-1])[-1]
    return [len(points), *points.sum(axis=0), *nash, *points[fair]]


def negmas_functions(worths):
    import negmas

    issues = [negmas.make_issue(len(options), f"issue {index}") for index, options in enumerate(worths[0])]
    return issues, [
        negmas.LinearAdditiveUtilityFunction(
            [dict(enumerate(options)) for options in party], weights=[1.0] * len(party), issues=issues,
            reserved_value=0.0)
        for party in worths]


def negmas_stacked(worths):
    from negmas.sao import BoulwareTBNegotiator, SAOMechanism

    issues, functions = negmas_functions(worths)

    def run():
        table = SAOMechanism(issues=issues, n_steps=ROUNDS)
        for index, function in enumerate(functions):
            table.add(BoulwareTBNegotiator(name=f"party {index}"), ufun=function)
        state = table.run()
        agreed = [float(function(state.agreement)) for function in functions] if state.agreement else []
        return [state.step * len(functions), state.step, *agreed]

    return run


def negmas_solutions(worths):
    from negmas.preferences.ops import ks_points, nash_points, pareto_frontier

    issues, functions = negmas_functions(worths)

    def run():
        frontier, _ = pareto_frontier(functions, issues=issues)
        nash = nash_points(functions, frontier, issues=issues)
        ks_points(functions, frontier, issues=issues)
        return summary(np.array(frontier), nash[0][0])

    return run


def efficient(peer):
    """What the peer calls efficient among points of which more is better: the numbers of the rows."""
    if peer == "paretoset":
        from paretoset import paretoset

        def kept(points):
            return np.flatnonzero(paretoset(points, sense=["max"] * points.shape[1], distinct=False))

        kept(np.eye(2))  # it compiles itself when it is first asked
        return kept
    if peer == "moocore":
        import moocore

        return lambda points: np.flatnonzero(moocore.is_nondominated(points, maximise=True, keep_weakly=True))
    from negmas.preferences.ops import pareto_frontier_numpy

    return pareto_frontier_numpy


def solutions(peer, worths):
    among = efficient(peer)

    def run():
        points = all_worths(worths)
        points = points[among(points)]
        return summary(points, points[points.prod(axis=1).argmax()])

    return run


def points_alone(peer, points):
    among = efficient(peer)

    def run():
        kept = points[among(points)]
        return [len(kept), *kept.sum(axis=0)]

    return run


if __name__ == "__main__":
    peer, work, given, repeats = sys.argv[1:]
    warnings.filterwarnings("ignore")  # NegMAS warns that it is slow
    logging.disable()
    if work == "points":
        path, numbers = given.rsplit(",", 1)
        task = points_alone(peer, np.fromfile(path).reshape(-1, int(numbers)))
    else:
        with open(given, encoding="utf-8") as file:
            figures = json.load(file)["worths"]
        if work == "solutions":
            task = negmas_solutions(figures) if peer == "negmas" else solutions(peer, figures)
        else:
            task = negmas_stacked(figures)
    stopwatch.report(int(repeats), task)
