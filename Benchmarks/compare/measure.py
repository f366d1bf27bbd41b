"""Measures everything that Benchmarks/README.md reports and prints it as Markdown.

    python measure.py BENCHMARK INTERLOCAL EXAMPLES RESULTS [--rounds 5]

The library and its peer take turns, round after round, so that what else the machine does troubles both alike.
The answers of both are compared number by number in every round; one that differs by more than 10⁻⁸ of its size
ends the run.
"""
import argparse
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

import numpy as np

HERE = pathlib.Path(__file__).parent
SEED = 7
FAMILIES = ("superadd", "spill")
SHAPLEY = (13, 16, 20)
NUCLEOLUS = (10, 13, 16, 18)
CERTIFIED = (10, 13, 16)  # the peer's proof takes ten seconds and more beyond


class Row:
    """One line of a table: what the library and its peer took, a sample a repeat, and how far they differ."""

    def __init__(self, name):
        self.name = name
        self.ours = {"cpu": [], "wall": []}
        self.theirs = {"cpu": [], "wall": []}
        self.difference = 0.0  # the largest of any round, relative to the number itself

    @property
    def ratio(self):
        return min(self.theirs["cpu"]) / min(self.ours["cpu"])


def seconds(value):
    for unit, size in (("s", 1), ("ms", 1e-3), ("µs", 1e-6)):
        if value >= size or unit == "µs":
            shown = value / size
            digits = 0 if shown >= 100 else 1 if shown >= 10 else 2
            return f"{shown:.{digits}f} {unit}"


def spread(samples):
    return " / ".join(seconds(f(samples)) for f in (min, statistics.median, max))


def answer(command):
    """What a program printed as JSON."""
    environment = dict(os.environ, OPENBLAS_NUM_THREADS="1")  # matrices of 13 × 13 gain nothing from threads
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, env=environment).stdout)


def child(command):
    """Processor and clock seconds of a whole command, its start included."""
    clock = time.perf_counter()
    null = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0), (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0)]
    pid = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
    _, status, usage = os.wait4(pid, 0)
    wall = time.perf_counter() - clock
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit(f"failed: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, wall


def take_turns(row, rounds, repeats, ours, theirs, tolerance):
    for _ in range(rounds):
        sides = []
        for command, times in ((ours, row.ours), (theirs, row.theirs)):
            found = answer([str(word) for word in command] + [str(repeats)])
            times["cpu"] += found["times"]["cpu"]
            times["wall"] += found["times"]["wall"]
            sides.append(np.array(found["numbers"]))
        size = np.abs(sides[0])
        # A share may be nothing at all, and then only rounded nothing: sizes are at least a millionth of the largest.
        difference = float(np.max(np.abs(sides[0] - sides[1]) / np.maximum(size, 1e-6 * size.max())))
        row.difference = max(row.difference, difference)
        if not difference <= tolerance:  # also when either is not a number
            sys.exit(f"{row.name}: the answers differ by {difference:g} of their size, more than rounding explains")
    return row


def commands(rows, rounds, show):
    for name, command in rows:
        row = Row(name)
        child(command)
        for _ in range(rounds):
            cpu, wall = child(command)
            row.ours["cpu"].append(cpu)
            row.ours["wall"].append(wall)
        show(row)


def machine():
    if pathlib.Path("/proc/cpuinfo").exists():
        lines = pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        fields = dict(reversed([[part.strip() for part in line.split(":", 1)] for line in lines if ":" in line]))
        name = " ".join(f"{fields.get('vendor_id', '')} {fields.get('model name', '')}".split())
        name += f", family {fields.get('cpu family')} model {fields.get('model')}"
    else:
        name = platform.processor() or platform.machine()
    system = platform.freedesktop_os_release()["PRETTY_NAME"] if sys.platform == "linux" else platform.platform()
    swift = subprocess.run(["swift", "--version"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True).stdout
    version = swift.split("Swift version ")[-1].split(" ")[0]
    return f"{os.cpu_count()} cores {name}; {system}; Swift {version}; Python {platform.python_version()}"


def main():
    parser = argparse.ArgumentParser()
    for name in ("benchmark", "interlocal", "examples", "results"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=5)
    given = parser.parse_args()
    rounds, results = given.rounds, given.results
    results.mkdir(parents=True, exist_ok=True)

    print(f"Machine: {machine()}.  ")
    print(f"Load average at the start: {os.getloadavg()[0]:.1f}. CPU and clock times are minimum / median / maximum.")

    print("\n| all worths of a game | library, CPU | on the clock | numpy, CPU | ratio | largest relative difference |")
    print("|---|---|---|---|---|---|")
    case = given.examples / "beijing-tianjin-hebei"
    found = answer([given.benchmark, "worths", case, "1"])
    figures = results / "spillover.json"
    figures.write_text(json.dumps(found["game"]), encoding="utf-8")
    row = take_turns(
        Row(f"γ, {len(found['game']['limit'])} cities, quadratic damage"), rounds, 1,
        [given.benchmark, "worths", case], [sys.executable, HERE / "spillover.py", figures], 1e-8)
    print(f"| {row.name} | {spread(row.ours['cpu'])} | {spread(row.ours['wall'])} | {spread(row.theirs['cpu'])} "
          f"| {row.ratio:.0f} | {row.difference:.1e} |", flush=True)

    print("\n| whole command | CPU | on the clock |")
    print("|---|---|---|")

    def show(row):
        print(f"| {row.name} | {spread(row.ours['cpu'])} | {spread(row.ours['wall'])} |", flush=True)

    program = str(given.interlocal)
    studies = [
        (f"`interlocal study Examples/{name}`",
         [program, "study", str(given.examples / name), "--out", str(results / name)])
        for name in ("beijing-tianjin-hebei", "skane-water")
    ]
    commands(studies, rounds, show)
    commands(
        [("`interlocal --version`", [program, "--version"]), ("`/bin/true`, for comparison", ["true"]),
         ("`python3 -c pass`, for comparison", ["python3", "-c", "pass"])],
        4 * rounds, show)

    print("\n| division | family | n | library, CPU | coopgame, CPU | ratio | largest relative difference |")
    print("|---|---|---|---|---|---|---|")
    for rule, called, sizes in (
        ("shapley", "Shapley value", SHAPLEY), ("nucleolus", "nucleolus, peer without proof", NUCLEOLUS),
        ("certified", "nucleolus, both with proof", CERTIFIED)):
        for family in FAMILIES:
            for players in sizes:
                table = results / f"{family}-{players}.f64"
                if not table.exists():
                    subprocess.run(
                        [given.benchmark, "game", family, str(players), str(SEED), table], check=True)
                own = "shapley" if rule == "shapley" else "nucleolus"
                row = take_turns(
                    Row(f"{called}, {family}, n = {players}"), rounds, 1 if rule == "certified" else 2,
                    [given.benchmark, own, table], [sys.executable, HERE / "division.py", rule, table], 1e-8)
                print(f"| {called} | {family} | {players} | {spread(row.ours['cpu'])} "
                      f"| {spread(row.theirs['cpu'])} | {row.ratio:.0f} | {row.difference:.1e} |", flush=True)
    print(f"\nLoad average at the end: {os.getloadavg()[0]:.1f}.")


main()
