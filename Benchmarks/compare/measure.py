"""Measures everything that Benchmarks/README.md reports and prints it as Markdown; progress goes to standard error.

    python measure.py BENCHMARK INTERLOCAL ROOT RESULTS [--rounds 3] [--largest 26]

ROOT is the folder that holds Examples and Literature. The library and its peers take turns, round after round, so
that what else the machine does troubles all alike. Ends with an error when somebody answers otherwise than the
library and nothing proves who is right.
"""
import argparse
import csv
import datetime
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import time

import goals
import tables
from comparison import LIMIT, Comparison
from processes import answer

HERE = pathlib.Path(__file__).parent
SEED = 7
FAMILIES = (
    "superadd", "spill", "spillmix", "voting", "bankruptcy", "airport", "bnf1", "bnf2", "bnf3", "bnf4", "bnf5")
SIZES = (10, 13, 16, 18, 20, 22, 24)
PROVED = {"nucleolus", "exactNucleolus", "certified", "prenucleolus", "perCapitaNucleolus"}  # with a checked proof, whoever differs
LONGEST = 10  # seconds of processor time that a peer may be expected to take

#: work, families, sizes, and up to which size each peer is asked
PLAN = [
    ("shapley", ["superadd"], (8,), {"coopgame": 8, "tucoopy": 8, "coopgt": 8}),
    ("shapley", ["superadd"], SIZES, {"coopgame": 24, "tucoopy": 13}),
    ("shapley", ["spill", "bnf1"], (16, 20, 22), {"coopgame": 20}),
    ("banzhaf", ["superadd"], (16, 20, 22, 24), {"coopgame": 24}),
    ("nucleolus", FAMILIES, SIZES, {"coopgame": 22, "tucoopy": 10}),
    ("nucleolus", ["superadd", "spill", "bnf1"], (26,), {}),
    ("exactNucleolus", ["superadd", "spill", "bnf1"], (8, 10, 12), {}),
    ("verify", ["superadd", "spill", "bnf1", "bnf5"], (20, 24), {}),
    ("certified", ["superadd", "spill", "bnf1"], (10, 13, 16), {"coopgame": 16}),
    ("prenucleolus", ["superadd", "spillmix", "bnf1"], (16, 20, 24), {"coopgame": 20}),
    ("perCapitaNucleolus", ["superadd", "spill", "bnf1"], (10, 13, 20, 24), {"coopgame": 20}),
    ("convexity", ["spill"], (16, 20), {"coopgame": 20}),
    ("superadditivity", ["superadd", "spill", "airport"], (16,), {"coopgame": 16}),
    ("structure", ["superadd", "spillmix", "bnf1"], (16,), {}),
    ("coreIntervals", ["superadd", "spill", "airport"], (16,), {}),
]

#: work, parties, issues, options of each, peers
NEGOTIATIONS = [
    ("stacked", 2, 4, 6, ["negmas"]),
    ("stacked", 10, 5, 10, ["negmas"]),
    ("solutions", 2, 6, 10, ["negmas", "paretoset", "moocore"]),
    ("solutions", 4, 6, 10, ["negmas", "paretoset", "moocore"]),
    ("solutions", 6, 6, 10, ["moocore"]),
    ("solutions", 8, 6, 10, ["moocore"]),
    ("solutions", 2, 10, 10, []),
]


class Run:
    """What is measured in one run."""

    def __init__(self, given):
        self.benchmark, self.interlocal, self.root, self.results = (
            given.benchmark, given.interlocal, given.root, given.results)
        self.rounds, self.largest, self.decide = given.rounds, given.largest, given.decide
        self.reads = {}  # by number of players: one streaming read of the table
        self.divisions, self.bodies, self.samples = [], [], []
        self.memory, self.threads, self.coverage, self.worths = [], [], None, []
        self.standards = []  # reading the weights, both equilibria, and those with both pushes
        self.negotiations = []
        self.expected = {}  # by peer, work and family: what a peer took, with the number of players

    def measure_divisions(self):
        for work, families, sizes, peers in PLAN:
            for family in families:
                for players in (size for size in sizes if size <= self.largest):
                    self.divisions.append(self.division(work, family, players, peers))

    def division(self, work, family, players, peers):
        game = f"{family}:{players}:{SEED}"
        read = self.reads.setdefault(players, Comparison("read", "superadd", players))
        for _ in range(self.rounds if not read.ours.cpu else 1):
            read.ours.take(answer([self.benchmark, "read", f"superadd:{players}:{SEED}", 3], LIMIT))
        asked = {peer: self.may_ask(peer, work, family, players) for peer, up_to in peers.items() if players <= up_to}
        table = self.results / f"{family}-{players}.f64"
        if any(asked.values()):
            subprocess.run([self.benchmark, "table", game, table], check=True)
        row = Comparison(work, family, players, proved=work in PROVED).run(
            1 if players > 24 else self.rounds, 1 if players >= 24 or work == "certified" else 2,
            [self.benchmark, "nucleolus" if work == "certified" else work, game],
            {peer: [sys.executable, HERE / "division.py", peer, work, table] for peer in asked if asked[peer]})
        table.unlink(missing_ok=True)
        for peer, side in row.peers.items():
            if side.cpu:
                self.expected[peer, work, family] = (players, side.least)
            elif side.fault:
                self.expected[peer, work, family] = (players, float("inf"))
        return row

    def may_ask(self, peer, work, family, players):
        """Whether the peer, at twice and a bit for every further player, may be expected to answer in time."""
        known, took = self.expected.get((peer, work, family), (players, 0))
        return took * 2.2 ** (players - known) <= LONGEST

    def measure_bodies(self):
        for name, file, quota in (
            ("EU of 27, Treaty of Nice", "eu27-nice.csv", 255),
            ("US Electoral College of 2024", "electoral-college-2024.csv", 270)):
            with open(self.root / "Literature/voting-bodies" / file, encoding="utf-8") as lines:
                self.body(name, [int(row[1]) for row in list(csv.reader(lines))[1:]], quota)
        self.body("41 cities, 1 + 37i mod 67 votes", self.cities, sum(self.cities) // 2 + 1)

    @property
    def cities(self):
        return [1 + 37 * city % 67 for city in range(41)]

    def body(self, name, votes, quota):
        words = [quota, ",".join(map(str, votes))]
        self.bodies.append(Comparison("both indices", name, len(votes)).run(
            self.rounds, 2, [self.benchmark, "voting", *words],
            {"powerindices": [sys.executable, HERE / "voting.py", *words]}))

    def measure_samples(self):
        ours = [self.benchmark, "sampled", 41, 122, SEED]
        found = answer([*ours, 1], LIMIT)
        figures = self.results / "quadratic.json"
        figures.write_text(json.dumps(found["quadratic"]), encoding="utf-8")
        row = Comparison("sampled Shapley value", "quadratic", 41).run(
            self.rounds, 2, ours,
            {"coopgame": [sys.executable, HERE / "sampling.py", figures, 122 * 82, SEED]}, same_numbers=False)
        row.ours.difference = tables.largest_gap(found["numbers"], found["exact"])
        self.samples.append(row)
        held, without = answer([self.benchmark, "coverage", 200, ",".join(map(str, self.cities))], LIMIT)["numbers"]
        self.coverage = (held, without)

    def measure_memory(self):
        bare = answer([self.benchmark, "read", f"superadd:5:{SEED}", 1], LIMIT)["peak"]
        for work in ("shapley", "nucleolus"):
            for family, players in (("superadd", 20), ("superadd", 24), ("bnf1", 24), ("bnf5", 24)):
                if bare and players <= self.largest:
                    peak = answer([self.benchmark, work, f"{family}:{players}:{SEED}", 1], LIMIT)["peak"]
                    peer = next((row.peers["coopgame"].peak for row in self.divisions
                                 if (row.work, row.game, row.players) == (work, family, players)
                                 and "coopgame" in row.peers), 0)
                    self.memory.append((work, family, players, peak, bare, peer))

    def check_threads(self):
        """The same bits on one core as on all: numbers are printed so that each stands for one number alone."""
        pin = shutil.which("taskset")
        if not pin:
            return
        works = [[work, f"{family}:{players}:{SEED}"]
                 for work in ("shapley", "banzhaf", "nucleolus", "prenucleolus", "perCapitaNucleolus")
                 for family in ("superadd", "spillmix", "bnf1") for players in (13, 18, 22) if players <= self.largest]
        works += [["coreIntervals", f"spill:13:{SEED}"], ["sampled", "41", "122", str(SEED)]]
        works += [["spillover", work, "13", str(SEED)] for work in ("gamma", "delta", "outcomes")]
        works += [["adoption", "push", players, str(SEED)] for players in ("41", "1000")]
        for words in works:
            command = [self.benchmark, *words, 1]
            one, all_of_them = (
                [number.hex() for number in answer(words, LIMIT)["numbers"]]
                for words in ([pin, "-c", "0", *command], command))
            self.threads.append((" ".join(words), one == all_of_them))

    def measure_worths(self):
        """All worths of the thirteen cities beside numpy, and of 16 and 20 players beside the same algorithm in C."""
        case = self.root / "Examples/beijing-tianjin-hebei"
        found = answer([self.benchmark, "worths", case, 1], LIMIT)
        figures = self.results / "spillover.json"
        figures.write_text(json.dumps(found["game"]), encoding="utf-8")
        self.worths.append(Comparison("γ", "the cities of Beijing–Tianjin–Hebei", len(found["game"]["limit"])).run(
            self.rounds, 1, [self.benchmark, "worths", case],
            {"numpy": [sys.executable, HERE / "spillover.py", figures], **self.in_c(found["game"])}))
        for players in (16, 20):
            ours = [self.benchmark, "spillover", "gamma", players, SEED]
            found = answer([*ours, 1], LIMIT)
            self.worths.append(Comparison("γ", f"seed {SEED}", players).run(
                self.rounds, 3, ours, self.in_c(found["game"])))

    def measure_standards(self):
        """A standard of 41 and of 3,000 players: one reading of the weights, the equilibria beside numpy, the pushes."""
        for players in (41, 3000):
            table = self.results / f"standard-{players}.f64"
            subprocess.run([self.benchmark, "adoption", "table", str(players), str(SEED), table], check=True)
            for work, peers in (
                ("read", {}), ("equilibria", {"numpy": [sys.executable, HERE / "adoption.py", table, players]}),
                ("push", {})):
                self.standards.append(Comparison(work, f"seed {SEED}", players).run(
                    self.rounds, 3, [self.benchmark, "adoption", work, players, SEED], peers))
            table.unlink()

    def measure_negotiations(self):
        """Negotiations, conflicts and collective decisions that inputs.py draws, beside what Python has for them."""
        for work, parties, issues, options, peers in NEGOTIATIONS:
            path = self.drawn("negotiation", parties, issues, options)
            self.negotiations.append(Comparison(work, f"{options**issues:,} outcomes", parties).run(
                self.rounds, 2, [self.benchmark, "negotiations", work, path],
                {peer: [sys.executable, HERE / "negotiations.py", peer, work, path] for peer in peers},
                same_numbers=work != "stacked"))  # how one concedes is not told alike: turns are counted instead
        points = f"{self.drawn('points', 10**6, 4)},4"
        self.negotiations.append(Comparison("points", "1,000,000 points", 4).run(
            self.rounds, 2, [self.benchmark, "negotiations", "points", points],
            {peer: [sys.executable, HERE / "negotiations.py", peer, "points", points]
             for peer in ("negmas", "paretoset", "moocore")}))
        for options in ((3, 3, 3), (4, 4, 4), (6, 6, 6)):
            path = self.drawn("conflict", ",".join(map(str, options)))
            states = 2**sum(options)
            self.negotiations.append(Comparison("conflict", f"{states:,} states", len(options)).run(
                self.rounds, 2, [self.benchmark, "conflict", path],
                {"numpy": [sys.executable, HERE / "conflict.py", path]} if states <= 4096 else {}))
        for work, given in (
            ("exchange", self.drawn("decision", 15, 13)), ("challenge", self.energy_policy()),
            ("challenge", self.drawn("decision", 40, 1))):
            actors = len(json.loads(given.read_text(encoding="utf-8"))["capability"])
            self.negotiations.append(Comparison(work, given.stem, actors).run(
                self.rounds, 2, [self.benchmark, "decision", work, given],
                {"numpy": [sys.executable, HERE / "collective_decisions.py", work, given]}))
        if self.decide:
            given = self.results / "cop21.json"
            subprocess.run([sys.executable, HERE / "decide_exchange.py", "cop21", self.decide, given], check=True)
            self.negotiations.append(Comparison("exchange", "climate agreement", 15).run(
                self.rounds, 2, [self.benchmark, "decision", "exchange", given],
                {"decide": [sys.executable, HERE / "decide_exchange.py", "exchange", given]},
                same_numbers=False))  # the rounds go on otherwise after the first exchange

    def drawn(self, kind, *words):
        """The file that inputs.py writes of the kind, size and seed."""
        path = self.results / f"{kind}-{'-'.join(map(str, words))}.{'f64' if kind == 'points' else 'json'}"
        subprocess.run([sys.executable, HERE / "inputs.py", kind, *map(str, words), str(SEED), path], check=True)
        return path

    def energy_policy(self):
        """The example of KTAB that the tests hold, as inputs.py writes a decision: positions in hundredths."""
        held = json.loads(
            (self.root / "Tests/NegotiationsTests/Oracle/challenges.json").read_text(encoding="utf-8"))["decisions"][0]
        position = [[round(100 * place, 9) for place in row] for row in held["position"]]
        path = self.results / "energy policy.json"
        path.write_text(json.dumps({
            "capability": held["capability"], "position": position, "salience": held["salience"]}), encoding="utf-8")
        return path

    def in_c(self, game):
        """The commands that work out the γ worths of the game in C, compiled for this machine and for any; none where
        there is no compiler."""
        compiler = shutil.which("cc")
        if not compiler:
            print("bench: no C compiler, so nothing is compared with C", file=sys.stderr)
            return {}
        count = len(game["limit"])
        figures = self.results / f"spillover-{count}.txt"
        lists = [game[name] for name in (
            "baseline", "limit", "abatementCost", "linearDamage", "quadraticDamage", "background")]
        rows = [" ".join(repr(float(figure)) for figure in row) for row in [*lists, *game["transport"]]]
        figures.write_text("\n".join([f"{count}", *rows, ""]), encoding="utf-8")
        commands = {}
        for name, options in (("C -march=native", ["-march=native"]), ("C", [])):
            program = self.results / f"spillover{'-native' if options else ''}"
            subprocess.run([compiler, "-O3", *options, "-o", program, HERE / "spillover.c", "-lm"], check=True)
            commands[name] = [program, figures, "gamma"]
        return commands

    def commands(self):
        program = str(self.interlocal)
        for name in ("beijing-tianjin-hebei", "skane-water"):
            yield f"`interlocal study Examples/{name}`", self.whole(
                [program, "study", str(self.root / "Examples" / name), "--out", str(self.results / name)], self.rounds)
        for name, command in (
            ("`interlocal --version`", [program, "--version"]), ("`/bin/true`, for comparison", ["true"]),
            ("`python3 -c pass`, for comparison", ["python3", "-c", "pass"])):
            yield name, self.whole(command, 4 * self.rounds)

    def whole(self, command, rounds):
        """Processor and clock seconds of whole processes, their start included; the first warms up."""
        found = []
        for _ in range(rounds + 1):
            clock = time.perf_counter()
            null = [(os.POSIX_SPAWN_OPEN, where, os.devnull, os.O_WRONLY, 0) for where in (1, 2)]
            pid = os.posix_spawnp(command[0], command, os.environ, file_actions=null)
            _, status, usage = os.wait4(pid, 0)
            found.append((usage.ru_utime + usage.ru_stime, time.perf_counter() - clock))
            if os.waitstatus_to_exitcode(status) != 0:
                sys.exit(f"failed: {' '.join(command)}")
        return found[1:]


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
    for name in ("benchmark", "interlocal", "root", "results"):
        parser.add_argument(name, type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--largest", type=int, default=26, help="players; tables take 8 · 2ⁿ bytes")
    parser.add_argument("--only-worths", action="store_true", help="measure only how fast the worths of a game are made")
    parser.add_argument("--only-standards", action="store_true", help="measure only how fast a standard is pushed")
    parser.add_argument(
        "--only-negotiations", action="store_true",
        help="measure only negotiations, conflicts and collective decisions")
    parser.add_argument(
        "--decide", type=pathlib.Path, metavar="ARCHIVE",
        help="the source archive of decide-exchange-model, whose decision about the climate agreement is exchanged on")
    given = parser.parse_args()
    given.results.mkdir(parents=True, exist_ok=True)
    run, begin = Run(given), os.getloadavg()[0]
    clock = time.monotonic()
    commands = []
    is_whole = not (given.only_worths or given.only_standards or given.only_negotiations)
    if is_whole:
        run.measure_divisions()
        run.measure_bodies()
        run.measure_samples()
        run.measure_memory()
        run.check_threads()
        commands = list(run.commands())
    if is_whole or given.only_worths:
        run.measure_worths()
    if is_whole or given.only_standards:
        run.measure_standards()
    if is_whole or given.only_negotiations:
        run.measure_negotiations()

    print(f"## What was measured on {datetime.date.today().isoformat()}\n")
    print(f"Machine: {machine()}.  ")
    print(f"Load average {begin:.1f} at the start and {os.getloadavg()[0]:.1f} at the end, "
          f"{(time.monotonic() - clock) / 60:.0f} minutes later; {run.rounds} round{'s' * (run.rounds > 1)}. "
          "Times are processor time, minimum / median / maximum, unless another is named.\n")
    tables.show_goals(goals.judged(run, commands))
    if given.only_worths:
        tables.show_worths(run)
        return
    if given.only_standards:
        tables.show_standards(run)
        return
    tables.show_negotiations(run)
    tables.show_reads(run)
    tables.show_divisions(run)
    tables.show_bodies(run)
    tables.show_memory(run)
    tables.show_threads(run)
    tables.show_worths(run)
    tables.show_standards(run)
    tables.show_commands(commands)
    doubtful = [row for row in [*run.divisions, *run.bodies, *run.worths, *run.standards, *run.negotiations]
                if row.disagreement() or row.ours.fault]
    for row in doubtful:
        print(f"bench: {row.name}: {row.ours.fault or 'the answers differ and nothing proves who is right'}",
              file=sys.stderr)
    if doubtful or not all(same for _, same in run.threads):
        sys.exit(1)


main()
