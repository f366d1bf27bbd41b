"""The tables of a report, as Markdown."""
import numpy as np

from comparison import relative_difference, seconds, times

CALLED = {
    "shapley": "Shapley value", "banzhaf": "Banzhaf value", "nucleolus": "nucleolus, peer without proof",
    "certified": "nucleolus, both with proof", "perCapitaNucleolus": "per-capita nucleolus",
    "verify": "check of the proof of a nucleolus", "structure": "best coalition structure", "coreIntervals": "core intervals",
}
NEGOTIATED = {
    "stacked": "stacked offers, 1,000 rounds", "solutions": "efficient, Nash and Kalai–Smorodinsky outcomes",
    "points": "efficient among points given", "conflict": "five kinds of stability", "exchange": "a round of exchanges",
    "challenge": "all turns of challenges",
}


def show(title, head, lines):
    lines = list(lines)
    if not lines:
        return
    print(f"### {title}\n\n| {' | '.join(head)} |\n|{'---|' * len(head)}")
    for line in lines:
        print(f"| {' | '.join(line)} |")
    print(flush=True)


def largest_gap(numbers, exact):
    return relative_difference(np.array(exact), np.array(numbers))


def agreement(side):
    if side.fault == "wrong":
        return f"**wrong**, off by {side.difference:.1e}"
    if side.fault == "differs":
        return f"**differs** by {side.difference:.1e}"
    return side.fault or f"{side.difference:.1e}"


def show_goals(lines):
    show("Goals", ("goal", "must", "target", "measured", "reads", "fastest sound peer: ratio", "met"), (
        (line.goal, line.must, line.target, line.measured, line.reads, line.peer, line.met) for line in lines))


def show_reads(run):
    show("One streaming read of the table", ("n", "table", "processor time", "per second"), (
        (f"{n}", f"{8 * 2**n / 2**20:.3g} MiB", row.ours.spread, f"{8 * 2**n / row.ours.least / 1e9:.0f} GB")
        for n, row in sorted(run.reads.items())))


def show_divisions(run):
    def lines():
        for row in run.divisions:
            head = (CALLED.get(row.work, row.work), row.game, f"{row.players}")
            if row.ours.fault:
                yield (*head, row.ours.fault, "—", "—", "—", "—", "—")
                continue
            reads = f"{row.ours.least / run.reads[row.players].ours.least:.1f}"
            for name, side in row.peers.items():
                ratio = times(side.least / row.ours.least) if side.cpu else "—"
                yield (*head, row.ours.spread, reads, name, side.spread, ratio, agreement(side))
            if not row.peers:
                yield (*head, row.ours.spread, reads, "—", "—", "—", "—")

    show("Games given by their table", (
        "work", "family", "n", "library", "reads", "peer", "peer's time", "ratio", "largest relative difference"),
        lines())


def show_bodies(run):
    show("Games without a table", (
        "work", "game", "n", "library", "peer", "peer's time", "ratio", "largest relative difference"), (
            (row.work, row.game, f"{row.players}", row.ours.spread, name, side.spread,
             times(side.least / row.ours.least) if side.cpu else "—",
             agreement(side) if row in run.bodies
             else f"from the exact value: {row.ours.difference:.1e}, the peer's sample {side.difference:.1e}")
            for row in [*run.bodies, *run.samples] for name, side in row.peers.items()))


def show_memory(run):
    show("Peak memory of a process that makes the game and divides it once", (
        "work", "family", "n", "table", "whole process", "without what a game of 5 players takes", "in tables",
        "coopgame, whole process"), (
            (CALLED[work].split(",")[0], family, f"{n}", f"{8 * 2**n / 2**20:.0f} MiB", f"{peak / 2**20:.0f} MiB",
             f"{(peak - bare) / 2**20:.0f} MiB", f"{(peak - bare) / 8 / 2**n:.2f}",
             f"{other / 2**20:.0f} MiB" if other else "—") for work, family, n, peak, bare, other in run.memory))


def show_threads(run):
    if run.threads:
        wrong = [name for name, same in run.threads if not same]
        print(f"One core (`taskset -c 0`) and all gave the same bits in {len(run.threads) - len(wrong)} of "
              f"{len(run.threads)} runs{': not in ' + '; '.join(wrong) if wrong else ''}.\n")


def show_worths(run):
    show("All worths of a game", (
        "game", "n", "library", "on the clock", "peer", "peer's time", "ratio", "largest relative difference"), (
            (f"{row.work}, {row.game}", f"{row.players}", row.ours.spread,
             " / ".join(seconds(value) for value in spread(row.ours.wall)), name, side.spread,
             times(side.least / row.ours.least) if side.cpu else "—", agreement(side))
            for row in run.worths for name, side in row.peers.items()))


def show_standards(run):
    reads = {row.players: row.ours.least for row in run.standards if row.work == "read"}
    show("A common standard", (
        "work", "n", "library", "on the clock", "reads of the weights", "numpy", "ratio"), (
            (row.work, f"{row.players}", row.ours.spread,
             " / ".join(seconds(value) for value in spread(row.ours.wall)),
             f"{row.ours.least / reads[row.players]:.1f}",
             row.peers["numpy"].fault or row.peers["numpy"].spread if row.peers else "—",
             times(row.ratio) if row.peers and row.ratio else "—")
            for row in run.standards if row.ours.cpu))


def show_negotiations(run):
    def lines():
        for row in run.negotiations:
            head = (NEGOTIATED[row.work], row.game, f"{row.players}")
            if row.ours.fault:
                yield (*head, row.ours.fault, *["—"] * 8)
                continue
            ours = (row.ours.spread, per_turn(row, row.ours), megabytes(row.ours.peak))
            for name, side in row.peers.items():
                ratio = row.times_as_long(side)
                yield (*head, *ours, name, side.spread, per_turn(row, side), megabytes(side.peak),
                       times(ratio) if ratio else "—", "—" if row.work == "stacked" else agreement(side))
            if not row.peers:
                yield (*head, *ours, *["—"] * 6)

    show("Negotiations, conflicts, collective decisions", (
        "work", "size", "parties", "library", "a turn", "memory", "peer", "peer's time", "a turn", "memory", "ratio",
        "largest relative difference"), lines())


def per_turn(row, side):
    return seconds(side.least / side.numbers[0]) if row.work == "stacked" and side.cpu else "—"


def megabytes(peak):
    return f"{peak / 2**20:.0f} MiB" if peak else "—"


def show_commands(rows):
    show("Whole commands", ("command", "processor time", "on the clock"), (
        (name, *(" / ".join(seconds(value) for value in spread(samples)) for samples in zip(*found)))
        for name, found in rows))


def spread(samples):
    return min(samples), float(np.median(samples)), max(samples)
