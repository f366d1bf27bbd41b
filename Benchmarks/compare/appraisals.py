"""The appraisal of mechanisms by numpy: all coalitions of one mechanism and draw at once.

    python appraisals.py figures.json REPEATS

Written from the table of forms in Sources/Mechanisms/Mechanisms.docc/Mechanisms.md, exhaustive: every coalition of the
mechanism's scope is worked out in full and the best admitted one taken. Prints the region's expected net gain for each
draw and mechanism. Where a game tells nothing of fair divisions, disagreement is how unequal contributions are.
"""
import json
import sys

import numpy as np
from scipy.special import betaincc, erfc

import stopwatch

ENCOMPASSING = 1.5
STACKING = 0.1


class Table:
    """The coalitions, a row each: who is in, gains, contributions and temptations."""

    def __init__(self, rows):
        masks = np.array([row["mask"] for row in rows])
        self.gains = np.array([row["gains"] for row in rows])
        self.contributions = np.array([row["contributions"] for row in rows])
        self.temptations = np.array([row["temptations"] for row in rows])
        players = self.gains.shape[1]
        self.member = (masks[:, None] >> np.arange(players) & 1).astype(bool)
        self.size = self.member.sum(axis=1)
        self.stake = self.contributions.sum(axis=1)
        mean = self.stake / self.size
        squares = np.where(self.member, (self.contributions - mean[:, None]) ** 2, 0).sum(axis=1) / self.size
        with np.errstate(divide="ignore", invalid="ignore"):
            self.disagreement = np.where(mean > 0, np.minimum(np.sqrt(squares) / mean, 1), 0)

    def select(self, chosen):
        part = object.__new__(Table)
        for name, value in vars(self).items():
            setattr(part, name, value[chosen])
        return part


def chance(slack, deviation):
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(deviation > 0, erfc(-slack / deviation / np.sqrt(2)) / 2, np.where(slack >= 0, 1.0, 0.0))


def net_gain(rules, table, around):
    """The region's expected net gain under one mechanism; 0 where nobody agrees."""
    scope, information = rules["scopeRule"], rules["information"]
    imposed = rules["participation"]["isImposed"]
    share = rules["transfers"]["share"]
    threshold = rules["decision"]["threshold"]
    burden, bond = rules["burden"], rules["participation"]["exitBond"]
    member, size = table.member, table.size

    kept = 1 - rules["knowledge"]["informationLoss"]
    gains = np.where(table.gains > 0, table.gains * kept, table.gains)
    member_gain = np.where(member, gains, 0).sum(axis=1)

    looks = 1 + around["closure"] * around["commonPartners"] if information["usesClosure"] else 1
    eyes = (information["authorityDetection"], information["thirdPartyDetection"], around["thirdPartyDetection"])
    overlooked = np.prod([1 - eye for eye in eyes])
    detection = 1 - (1 - around["detectability"]) ** looks * overlooked
    force = around["legalForce"] if rules["enforcement"]["needsLegalForce"] else 1
    fine = (force * rules["enforcement"]["sanctions"]["fines"][0] + bond) * table.contributions
    patience = around["patience"] * (1 - around["turnover"])
    future = patience / (1 - patience) * (1 + STACKING * (scope["linkedIssues"] - 1))
    loss = np.maximum((1 - share) * gains + share * (member_gain / size)[:, None], 0)

    slack = detection * (fine + future * loss) - table.temptations
    holds = chance(slack, around["temptationShock"] * table.contributions)
    defection = np.where(member, holds, 1).prod(axis=1)

    rest = np.maximum(table.temptations - detection * fine, 0)
    with np.errstate(divide="ignore", invalid="ignore"):
        needed = np.where(member & (rest > 0), rest / (rest + detection * (future * loss + fine)), 0).max(axis=1)
        others = (size - 1) * threshold
        of_each = np.where(others > 0, needed ** (1 / others), np.where(needed < 1, 0.0, 1.0))
    if imposed:
        coordination = np.ones(len(size))
    else:
        strength, trust = around["beliefStrength"], around["trust"]
        coordination = betaincc(strength * trust, strength * (1 - trust), of_each)

    hub = information["hasHub"] or information["thirdPartyDetection"] > 0
    mesh = size * (size - 1) / 2
    spared = around["thirdPartyDetection"] * (mesh - size)
    links = np.where(size == 2, 1, size if hub else mesh - spared)
    effort = -sum(np.log(1 - eye) for eye in eyes)
    bargaining = (
        around["bargainingPrice"] * (1 + around["heterogeneityWeight"] * around["heterogeneity"])
        * threshold * scope["linkedIssues"])
    cost = table.stake * around["experienceFactor"] ** around["priorAgreements"] * (
        around["searchPrice"] * links / size + bargaining * size ** (around["bargainingExponent"] - 1)
        + around["monitoringPrice"] * effort * links / size + burden["fixedCost"] + bond * (1 - around["patience"]))
    loss_of_rights = burden["autonomyLoss"] * (ENCOMPASSING if scope["scope"] == "collective" else 1)
    autonomy = around["autonomySensitivity"] * loss_of_rights * table.contributions
    with np.errstate(divide="ignore", invalid="ignore"):
        part = np.where(table.stake > 0, cost / table.stake, 0)[:, None]
    burdens = part * table.contributions + autonomy
    total = cost + autonomy.sum(axis=1)

    def nets(probability):
        return (1 - share) * (probability * gains - burdens) + share * (
            (probability[:, 0] * member_gain - total) / size)[:, None]

    rounding = 1e-12 * (1 + np.abs(member_gain) + total)[:, None]
    content = (member & (nets(np.ones((len(size), 1))) >= -rounding)).sum(axis=1) / size
    friction = rules["decision"]["divisionFriction"]
    division = (1 if imposed else content) * np.exp(
        -friction * table.disagreement * (1 - around["trust"]) * np.log(size))
    success = (coordination * division * defection)[:, None]
    each = nets(success)
    region = np.where(member, each, success * gains).sum(axis=1)
    if imposed:
        return region.max()
    value = np.where(member, each, 0).sum(axis=1)
    admitted = (~member | (each >= -rounding)).all(axis=1) & (np.where(member, table.gains, 0).sum(axis=1) > 0)
    admitted &= value >= 0
    if not admitted.any():
        return 0.0
    return region[np.argmax(np.where(admitted, value, -np.inf))]


def appraisals(figures, tables):
    return [
        net_gain(rules, tables[rules["scopeRule"]["scope"]], around)
        for around in figures["circumstances"] for rules in figures["mechanisms"]]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    whole = Table(given["coalitions"])
    largest = whole.size.max()
    by_scope = {
        "bilateral": whole.select(whole.size == 2),
        "multilateral": whole.select(whole.size >= min(3, largest)),
        "collective": whole.select(whole.size == largest),
    }
    stopwatch.report(int(sys.argv[2]), lambda: appraisals(given, by_scope))
