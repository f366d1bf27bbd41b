#!/usr/bin/env python3
"""Sobol points, Sobol indices and quantiles by scipy and SALib, for the tests of Mathematics.

    pip install numpy==2.4.6 scipy==1.17.1 SALib==1.6.0
    python3 Tests/MathematicsTests/Oracle/sampling.py

writes sampling.csv beside this file: a name and numbers a line, each number in so many digits that it stands for one
double alone. The results of Ishigami's function are printed with the indices, so that both sides start from the same
numbers; so are those of a table that jumps, has ties, and lies far from zero, and those of a contract between four
players who may pay for a public good, appraised by Benchmarks/compare/appraisals.py.
"""
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[3] / "Benchmarks/compare"))

import appraisals
import numpy as np
from SALib.analyze import sobol as analysis
from SALib.sample import sobol as sampling
from SALib.test_functions import Ishigami
from scipy import stats
from scipy.stats import qmc

DIMENSIONS = 337
SAMPLES = 64
lines = []


def tell(name, *numbers):
    lines.append(",".join([name, *(repr(float(number)) for number in numbers)]))


for index in (0, 1, 2, 3, 4, 7, 12345, 999_999):
    sequence = qmc.Sobol(d=DIMENSIONS, scramble=False, bits=32)
    if index:
        sequence.fast_forward(index)
    tell(f"point {index}", *sequence.random(1)[0])

problem = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-np.pi, np.pi]] * 3}


def table(points):
    """Five inputs: a jump, a product, an input that does nothing."""
    x = points
    return 1e4 + np.floor(4 * x[:, 0]) + 3 * x[:, 1] * x[:, 2] + np.where(x[:, 3] > 0.7, 2 * x[:, 0], 0)


PRICE, BENEFIT = np.array([1, 1.1, 0.8, 1.3]), np.array([0.5, 0.3, 0.6, 0.45])
CONTRACT = {
    "scopeRule": {"scope": "multilateral", "linkedIssues": 1},
    "information": {"authorityDetection": 0.2, "thirdPartyDetection": 0, "usesClosure": False, "hasHub": False},
    "enforcement": {"sanctions": {"fines": [1]}, "needsLegalForce": True}, "transfers": {"share": 1},
    "decision": {"threshold": 1, "divisionFriction": 0.6}, "participation": {"isImposed": False, "exitBond": 0},
    "knowledge": {"informationLoss": 0}, "burden": {"autonomyLoss": 0.25, "fixedCost": 0.02},
}
AROUND = {
    "trust": 0.5, "beliefStrength": 6, "patience": 0.9, "turnover": 0.25, "detectability": 0.4, "closure": 0.25,
    "commonPartners": 0, "legalForce": 1, "thirdPartyDetection": 0, "temptationShock": 0.25, "priorAgreements": 0,
    "experienceFactor": 0.9, "heterogeneity": 0, "autonomySensitivity": 0.12, "searchPrice": 0.01,
    "bargainingPrice": 0.008, "bargainingExponent": 1.6, "heterogeneityWeight": 0.5, "monitoringPrice": 0.02,
}
around = {
    "num_vars": 6, "names": ["trust", "patience", "turnover", "detectability", "legalForce", "temptationShock"],
    "bounds": [[0.2, 0.9], [0.7, 0.98], [0.05, 0.5], [0.1, 0.8], [0.2, 1], [0.1, 0.6]]}


def coalition(mask):
    """All members pay who are worth it to the members together; nobody else does."""
    member = (mask >> np.arange(4) & 1).astype(bool)
    acts = member & (BENEFIT[member].sum() > PRICE)
    return {
        "mask": mask, "gains": list(BENEFIT * acts.sum() - PRICE * acts), "contributions": list(PRICE * acts),
        "temptations": list((PRICE - BENEFIT) * acts)}


def appraised(points):
    groups = appraisals.Table([coalition(mask) for mask in range(16) if mask.bit_count() >= 3])
    return np.array([
        appraisals.net_gain(CONTRACT, groups, AROUND | dict(zip(around["names"], point))) for point in points])


unit = {"num_vars": 5, "names": list("abcde"), "bounds": [[0, 1]] * 5}
for name, of, model in (
    ("ishigami", problem, Ishigami.evaluate), ("table", unit, table), ("appraisal", around, appraised)):
    for pairs in (False, True):
        points = sampling.sample(of, SAMPLES, calc_second_order=pairs, scramble=True, seed=1)
        results = model(points)
        found = analysis.analyze(of, results, calc_second_order=pairs, num_resamples=4000, seed=1)
        label = f"{name} {'with' if pairs else 'without'} pairs"
        tell(f"{label}: results", *results)
        for key in ("S1", "S1_conf", "ST", "ST_conf"):
            tell(f"{label}: {key}", *found[key])
        if pairs:
            upper = np.triu_indices(of["num_vars"], 1)
            for key in ("S2", "S2_conf"):
                tell(f"{label}: {key}", *found[key][upper])

for mean, sd, low, high in ((0.5, 0.2, 0, 1), (0.1, 0.3, 0, 1), (-3, 0.5, 0, 4), (9, 1, 0, 2), (0, 1, -1, 8)):
    bounded = stats.truncnorm((low - mean) / sd, (high - mean) / sd, loc=mean, scale=sd)
    for probability in (0.001, 0.3, 0.5, 0.9, 0.9999):
        tell("truncated normal", mean, sd, low, high, probability, bounded.ppf(probability))
for a, b in ((0.5, 0.5), (2, 3), (3, 0.7), (40, 160), (1, 1), (0.05, 2)):
    for probability in (1e-6, 0.01, 0.5, 0.8, 0.999):
        tell("beta", a, b, probability, stats.beta(a, b).ppf(probability))

(Path(__file__).parent / "sampling.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
