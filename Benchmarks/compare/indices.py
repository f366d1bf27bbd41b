"""Shares of variance by SALib from the points and results that `benchmark indices` wrote.

    python indices.py table.json...

Holds the points against the design that SALib expects, works out first orders, totals and pairs from the same results, and
prints the largest difference of each table; ends with 1 where one is above 1e-9. What Ishigami's function gives is worked
out anew.
"""
import json
import sys

import numpy as np
from SALib.analyze import sobol
from SALib.test_functions import Ishigami

TOLERANCE = 1e-9


def expected(points, inputs):
    """A, A with one column of B each, B with one column of A each, B: made from the first and last of each sample."""
    size = 2 * inputs + 2
    for sample in points.reshape(-1, size, inputs):
        rows = [sample[0]]
        for base, other in ((sample[0], sample[-1]), (sample[-1], sample[0])):
            for column in range(inputs):
                row = base.copy()
                row[column] = other[column]
                rows.append(row)
        yield from [*rows, sample[-1]]


def compare(name):
    with open(name, encoding="utf-8") as file:
        table = json.load(file)
    inputs = len(table["inputs"])
    points, results = np.array(table["points"]), np.array(table["results"])
    if not np.array_equal(points, np.array(list(expected(points, inputs)))):
        sys.exit(f"{name}: the points are no Saltelli design")
    if table["inputs"] == ["x1", "x2", "x3"]:
        difference = np.abs(Ishigami.evaluate((2 * points - 1) * np.pi) - results).max()
        print(f"{name}: Ishigami's function differs by at most {difference:.1e}")
    problem = {"num_vars": inputs, "names": table["inputs"], "bounds": [[0, 1]] * inputs}
    found = sobol.analyze(problem, results, calc_second_order=True, num_resamples=2, seed=1)
    pairs = found["S2"][np.triu_indices(inputs, 1)]
    differences = {
        key: np.abs(np.array(table[key]) - theirs).max()
        for key, theirs in (("first", found["S1"]), ("total", found["ST"]), ("pairs", pairs))}
    told = ", ".join(f"{key} {value:.1e}" for key, value in differences.items())
    print(f"{name}: {len(points)} points, shares of {inputs} inputs differ by at most: {told}")
    return max(differences.values())


if __name__ == "__main__":
    sys.exit(1 if max([compare(name) for name in sys.argv[1:]]) > TOLERANCE else 0)
