"""A round of exchanges by the program decide, and the decision about the climate agreement of 2015 that it comes with.

    python decide_exchange.py cop21 decide_exchange_model-2025.3.1.tar.gz decision.json
    python decide_exchange.py exchange decision.json REPEATS

`cop21` reads the positions, saliences and capabilities of 15 groups of countries on 13 issues from the source archive
of decide-exchange-model (Draaijer 2017-2025, GPL-3.0) and writes them as inputs.py writes a decision; null where a
group takes no position.

`exchange` has that program work one round out, its model laid out anew each time, nothing logged or kept. Prints on how
many pairs of actors and issues exchanges are possible at first, how many are carried out, what they gain in all, and the
compromises on the issues in the end. It goes on otherwise than the library after the first exchange and decides ties by
chance, so that only the first number is the same.
"""
import csv
import io
import json
import sys
import tarfile

import stopwatch


def cop21(archive):
    with tarfile.open(archive) as members:
        name = next(name for name in members.getnames() if name.endswith("data/input/cop21.csv"))
        text = io.TextIOWrapper(members.extractfile(name), encoding="utf-8")
        rows = list(csv.reader(text, delimiter="\t", quotechar="'"))
    actors = [row[1] for row in rows if row[0] == "#A"]
    issues = [row[1] for row in rows if row[0] == "#P"]
    scale = {issue: [float(row[2]) for row in rows if row[0] == "#M" and row[1] == issue] for issue in issues}
    if any(sorted(ends) != [0, 100] for ends in scale.values()):
        raise SystemExit("decide_exchange: an issue does not run from 0 to 100")
    capability = {}
    position = {actor: [None] * len(issues) for actor in actors}
    salience = {actor: [0.0] * len(issues) for actor in actors}
    for _, actor, issue, place, weight, power in (row[:6] for row in rows if row[0] == "#D"):
        position[actor][issues.index(issue)] = float(place)
        salience[actor][issues.index(issue)] = float(weight)
        if capability.setdefault(actor, float(power)) != float(power):
            raise SystemExit(f"decide_exchange: {actor} is not equally strong on all issues")
    return {"capability": [capability[actor] for actor in actors], "position": [position[actor] for actor in actors],
            "salience": [salience[actor] for actor in actors]}


class Silence:
    """Hears of every step of a round and does nothing."""

    def __getattr__(self, _):
        return lambda *_, **__: None


def laid_out(given):
    from decide.model.equalgain import EqualGainModel

    model = EqualGainModel(randomized_value=0)
    for actor in range(len(given["capability"])):
        model.add_actor(actor_name=f"actor {actor}", actor_id=f"actor {actor}")
    for issue in range(len(given["position"][0])):
        scale = model.add_issue(f"issue {issue:02}", "")
        scale.lower, scale.upper = 0, 100
        scale.calculate_delta()
        scale.calculate_step_size()
    for actor, row in enumerate(given["position"]):
        for issue, place in enumerate(row):
            if place is not None:
                model.add_actor_issue(
                    actor=f"actor {actor}", issue=f"issue {issue:02}", position=place,
                    salience=given["salience"][actor][issue], power=given["capability"][actor])
    return model


def exchange(given):
    from decide.model.utils import ModelLoop

    model, counted = laid_out(given), {}

    class Heard(Silence):
        def before_loop(self, *_):
            counted["possible"] = len(model.exchanges)

        def after_loop(self, realized, **_):
            counted["realized"] = list(realized)

    ModelLoop(model, Heard(), 0).loop()
    gain = sum(float(exchange.gain) for exchange in counted["realized"])
    ends = [float(place) for _, place in sorted(model.nbs.items(), key=lambda entry: entry[0].name)]
    return [counted["possible"], len(counted["realized"]), gain, *ends]


if __name__ == "__main__":
    what, first, second = sys.argv[1:]
    if what == "cop21":
        with open(second, "w", encoding="utf-8") as file:
            json.dump(cop21(first), file, separators=(",", ":"))
    else:
        with open(first, encoding="utf-8") as file:
            decision = json.load(file)
        stopwatch.report(int(second), lambda: exchange(decision))
