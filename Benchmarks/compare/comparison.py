"""One piece of work as the library and its peers do it, in turn, and how far their answers differ."""
import statistics
import sys

import numpy as np

from processes import NoAnswer, answer

TOLERANCE = 1e-8
LONG = 1  # seconds; a peer that takes longer takes part in the first round alone
LIMIT = 120  # seconds on the clock for a whole process, its start and the reading of the table included


class Side:
    """What one program took, a sample a repeat."""

    def __init__(self):
        self.cpu, self.wall, self.peak = [], [], 0
        self.numbers = None  # of the last answer
        self.fault = None  # why there is no answer, or none to go by
        self.difference = 0.0  # from the library's answer, the largest of any round, relative to the number itself

    def take(self, found):
        self.cpu += found["times"]["cpu"]
        self.wall += found["times"]["wall"]
        self.peak = max(self.peak, found.get("peak") or 0)
        self.numbers = np.array(found["numbers"])
        return self.numbers

    @property
    def least(self):
        return min(self.cpu) if self.cpu else None

    @property
    def spread(self):
        return " / ".join(seconds(f(self.cpu)) for f in (min, statistics.median, max)) if self.cpu else "—"


class Comparison:
    """A line or more of a table."""

    def __init__(self, work, game, players, proved=False):
        self.work, self.game, self.players, self.proved = work, game, players, proved
        self.ours = Side()
        self.peers = {}

    @property
    def name(self):
        return f"{self.work}, {self.game}, n = {self.players}"

    @property
    def best_peer(self):
        """The fastest peer whose answer agrees, as (name, side)."""
        sound = [(name, side) for name, side in self.peers.items() if side.cpu and not side.fault]
        return min(sound, key=lambda pair: pair[1].least, default=(None, None))

    @property
    def ratio(self):
        side = self.best_peer[1]
        return self.times_as_long(side) if side else None

    def times_as_long(self, side):
        """How many times as long as the library somebody takes; with stacked offers, for a turn."""
        if not (side.cpu and self.ours.cpu):
            return None
        ratio = side.least / self.ours.least
        return ratio * self.ours.numbers[0] / side.numbers[0] if self.work == "stacked" else ratio

    def disagreement(self):
        """Whether somebody answers otherwise than the library where nothing proves who is right."""
        return not self.proved and any(side.fault == "differs" for side in self.peers.values())

    def run(self, rounds, repeats, ours, peers, same_numbers=True):
        """`ours` and each of `peers`, by name, are commands to which the number of repeats is added."""
        self.peers = {name: Side() for name in peers}
        for turn in range(rounds):
            try:
                own = self.ours.take(answer([*ours, repeats], LIMIT))
            except NoAnswer as reason:
                self.ours.fault = str(reason)
                return self
            for name, command in peers.items():
                side = self.peers[name]
                if side.fault or (turn > 0 and side.least and side.least > LONG):
                    continue
                try:
                    numbers = side.take(answer([*command, repeats], LIMIT))
                except NoAnswer as reason:
                    side.fault = str(reason)
                    continue
                side.difference = max(side.difference, relative_difference(own, numbers))
                # `not … <=` also when either is not a number.
                if same_numbers and not side.difference <= TOLERANCE:
                    side.fault = "wrong" if self.proved else "differs"
        print(f"bench: {self.name}: {self.ours.spread}" + "".join(
            f"; {name} {side.fault or side.spread}" for name, side in self.peers.items()), file=sys.stderr, flush=True)
        return self


def relative_difference(own, others):
    if own.shape != others.shape:
        return float("inf")
    # A share may be nothing at all, and then only rounded nothing: sizes are at least a millionth of the largest.
    size = np.maximum(np.abs(own), 1e-6 * np.abs(own).max())
    gap = np.abs(own - others)
    return float(np.max(np.divide(gap, size, out=np.zeros_like(gap), where=gap != 0)))


def seconds(value):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size or unit == "µs":
            shown = value / size
            digits = 0 if shown >= 100 else 1 if shown >= 10 else 2
            return f"{shown:.{digits}f} {unit}"


def times(ratio):
    """How many times one takes what the other does, in two digits and more."""
    return f"{ratio:.0f}" if ratio >= 9.95 else f"{ratio:.1f}"
