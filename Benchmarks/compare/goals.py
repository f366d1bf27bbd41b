"""What the library wants to reach, and whether it did in this run.

`must` is far ahead of every peer, `target` close to what reading the table takes. Both are judged by the least
processor time, so that what else the machine does tells least.
"""
import statistics
from dataclasses import dataclass

from comparison import seconds, times

#: by work, size and parties: how it is called, and seconds
NEGOTIATED = {
    ("stacked", "1,296 outcomes", 2): ("two parties' stacked offers on 1,296 outcomes", .25e-3),
    ("stacked", "100,000 outcomes", 10): ("ten parties' stacked offers on 100,000 outcomes", 60e-3),
    ("solutions", "1,000,000 outcomes", 2): ("solutions of 10⁶ outcomes, two parties", 1e-3),
    ("solutions", "1,000,000 outcomes", 4): ("solutions of 10⁶ outcomes, four parties", 15e-3),
    ("solutions", "1,000,000 outcomes", 6): ("solutions of 10⁶ outcomes, six parties", .4),
    ("solutions", "1,000,000 outcomes", 8): ("solutions of 10⁶ outcomes, eight parties", 3),
    ("solutions", "10,000,000,000 outcomes", 2): ("solutions of 10¹⁰ outcomes, two parties", 5e-3),
    ("points", "1,000,000 points", 4): ("efficient ones of 10⁶ points of four numbers", .2),
    ("conflict", "4,096 states", 3): ("five kinds of stability of 4,096 states", 10e-3),
    ("conflict", "262,144 states", 3): ("five kinds of stability of 262,144 states", .5),
    ("exchange", "decision-15-13", 15): ("a round of exchanges, 15 actors on 13 issues", 20e-3),
    ("exchange", "climate agreement", 15): ("a round of exchanges on the climate agreement of 2015", 20e-3),
    ("challenge", "energy policy", 13): ("all 27 turns of challenges, 13 actors in two dimensions", 10e-3),
    ("challenge", "decision-40-1", 40): ("all turns of challenges, 40 actors in one dimension", .1),
}


@dataclass
class Judged:
    """A line of the table of goals."""

    goal: str
    must: str
    target: str
    measured: str
    met: str
    reads: str = ""
    peer: str = ""


def judged(run, commands):
    """All lines, in the order of the table."""
    lines = []
    rows = {}
    for row in run.divisions:
        if row.ours.cpu:
            rows.setdefault((row.work, row.players), []).append(row)

    def reads(row, players):
        read = run.reads.get(players)
        return row.ours.least / read.ours.least if read and read.ours.cpu else None

    def peer(row):
        name, side = row.best_peer
        return f"{name} {seconds(side.least)}: {times(row.ratio)} ×" if side else "—"

    def timed(title, row, must, target):
        least = row.ours.least
        met = "target" if least <= target else "must" if least <= must else "**no**"
        of_read = reads(row, row.players) if row in run.divisions else None
        lines.append(Judged(
            title, seconds(must), seconds(target), row.ours.spread, met,
            f"{of_read:.1f}" if of_read else "—", peer(row)))

    def worst(work, players):
        return max(rows[work, players], key=lambda row: row.ours.least)

    def division(title, work, players, must, target):
        if (work, players) in rows:
            row = worst(work, players)
            count = len(rows[work, players])
            where = row.game if count == 1 else f"worst of {count} families: {row.game}"
            timed(f"{title}, n = {players} ({where})", row, must, target)

    def in_reads(title, work, players, target, of):
        if (work, players) in rows:
            found = of([reads(row, players) for row in rows[work, players]])
            lines.append(Judged(
                f"{title}, n = {players}", "—", f"{target} reads", f"{found:.1f} reads",
                "target" if found <= target else "**no**"))

    for title, work in (("Shapley value", "shapley"), ("Banzhaf value", "banzhaf")):
        for players, must, target in ((16, .2e-3, .05e-3), (20, 3e-3, .6e-3), (22, 14e-3, 4.5e-3), (24, 60e-3, 16e-3)):
            division(title, work, players, must, target)
        for players in (22, 24):
            in_reads(f"{title}, worst", work, players, 2.5, max)
    for players, must, target in (
        (10, 1e-3, .15e-3), (13, 2e-3, .3e-3), (16, 8e-3, 1.5e-3), (18, 30e-3, 5e-3), (20, 80e-3, 12e-3),
        (22, .3, 40e-3), (24, 1.2, .12), (26, 6, .6)):
        division("nucleolus with proof", "nucleolus", players, must, target)
    for players in (22, 24):
        in_reads("nucleolus with proof, worst family", "nucleolus", players, 20, max)
        in_reads("nucleolus with proof, median family", "nucleolus", players, 8, statistics.median)
    division("check of the proof alone", "verify", 24, .1, .1)
    for players, must, target in ((8, .5, 5e-3), (10, 3, 30e-3), (12, 20, .2)):
        division("nucleolus by a search in fractions alone", "exactNucleolus", players, must, target)
    division("convexity", "convexity", 16, 20e-3, 2e-3)
    division("convexity", "convexity", 20, .3, 30e-3)
    division("superadditivity", "superadditivity", 16, 50e-3, 20e-3)
    division("coalition structure", "structure", 16, .1, 35e-3)
    for row in run.bodies:
        if row.ours.cpu:
            timed(f"both indices of {row.game}", row, 50e-3, 3e-3)
    for row in run.samples:
        timed(f"10,004 sampled orders of 41 players, {row.game}", row, 40e-3, 40e-3)
        gap = row.ours.difference
        lines.append(Judged(
            "the same, exact", "1e-8", "1e-8", f"{gap:.1e}", "target" if gap <= 1e-8 else "**no**",
            peer=f"coopgame {row.peers['coopgame'].difference:.1e}"))
    if run.coverage:
        held, without = run.coverage
        lines.append(Judged(
            "200 samples of 25 · 82 orders of 41 voters: all intervals at 95 % hold", "90 %", "90 %",
            f"{100 * held:.0f} % (in {100 * without:.0f} % some voter has none)", "target" if held >= .9 else "**no**"))
    for work, family, players, peak, bare, other in run.memory:
        table = 8 * 2**players
        share = (peak - bare) / table
        met = "target" if share <= 1.1 else "must" if peak - bare <= 2.2 * table + 2**23 else "**no**"
        lines.append(Judged(
            f"memory of {work}, {family}, n = {players}", "2.2 tables + 8 MiB", "1.1 tables", f"{share:.2f} tables",
            met, peer=f"coopgame {other / table:.1f}" if other else "—"))
    if run.threads:
        same = sum(same for _, same in run.threads)
        lines.append(Judged(
            "the same bits on one core as on all", "all", "all", f"{same} of {len(run.threads)}",
            "target" if same == len(run.threads) else "**no**"))
    for row in run.worths:
        limit = {13: 1, 16: 3, 20: 90}[row.players]
        timed(f"all {2**row.players:,} worths of {row.players} players, {row.game}", row, limit, limit)
        for name, side in row.peers.items():
            if side.cpu and not side.fault and name != "numpy":
                ratio = row.ours.least / side.least
                lines.append(Judged(
                    f"the same, beside {name}", "2 ×", "1 ×", f"{ratio:.2f} ×",
                    "target" if ratio <= 1 else "must" if ratio <= 2 else "**no**"))
    for row in run.standards:
        if row.ours.cpu and row.work == "push":
            limit = {41: 50e-3, 3000: 2}[row.players]
            of_read = next((read.ours.least for read in run.standards
                            if (read.work, read.players) == ("read", row.players) and read.ours.cpu), None)
            lines.append(Judged(
                f"both extreme equilibria and both pushes of a standard, {row.players:,} players", seconds(limit),
                seconds(limit), " / ".join(seconds(f(row.ours.wall)) for f in (min, statistics.median, max)) + " on the clock",
                "target" if min(row.ours.wall) <= limit else "**no**",
                f"{row.ours.least / of_read:.1f}" if of_read else "—"))
    for row in run.negotiations:
        goal = NEGOTIATED.get((row.work, row.game, row.players))
        if row.ours.cpu and goal:
            title, limit = goal
            timed(title, row, limit, limit)
    for name, found in commands:
        limit = 3 if "tianjin" in name else 50e-3 if "version" in name else None
        if limit:
            walls = [wall for _, wall in found]
            lines.append(Judged(
                name, seconds(limit), seconds(limit),
                " / ".join(seconds(f(walls)) for f in (min, statistics.median, max)) + " on the clock",
                "target" if min(walls) <= limit else "**no**"))
    return lines
