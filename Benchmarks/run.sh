#!/usr/bin/env bash
# Measures the speeds that README.md reports, beside the peers' in the same run, and prints them as Markdown.
#
#   Benchmarks/run.sh [--rounds 3] [--largest 26]
#
# Builds with optimisation and installs the peers, from PyPI, into Benchmarks/.venv-bench.
set -euo pipefail
cd "$(dirname "$0")"

say() { printf 'bench: %s\n' "$*" >&2; }

say "building with optimisation (minutes, the first time)"
swift build -c release >&2
# The command is a product of the package above; built from here it shares what was just built.
swift build -c release --product interlocal >&2
built=$(swift build -c release --show-bin-path)

if [ ! -x .venv-bench/bin/python ]; then
  say "making Benchmarks/.venv-bench for the peers"
  python3 -m venv .venv-bench
fi
.venv-bench/bin/python -m pip install --quiet --disable-pip-version-check -r compare/requirements.txt

rm -rf results
say "measuring"
.venv-bench/bin/python compare/measure.py "$built/benchmark" "$built/interlocal" .. results "$@"
