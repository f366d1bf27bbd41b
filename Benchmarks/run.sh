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
pip=(.venv-bench/bin/python -m pip --quiet --disable-pip-version-check)
"${pip[@]}" install -r compare/requirements.txt
# Its metadata ask for Python 3.13 and a desktop; the model itself, all that is measured, needs neither.
decide=decide-exchange-model==2025.3.1
"${pip[@]}" install --no-deps --ignore-requires-python "$decide"
"${pip[@]}" download --no-deps --no-binary :all: --ignore-requires-python --dest .venv-bench/sources "$decide"

rm -rf results
say "measuring"
.venv-bench/bin/python compare/measure.py "$built/benchmark" "$built/interlocal" .. results \
  --decide .venv-bench/sources/decide_exchange_model-2025.3.1.tar.gz "$@"
