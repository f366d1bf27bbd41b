#!/usr/bin/env bash
# Brings axe-core, which looks for barriers in pages, to .build/axe/axe.min.js for the tests: out of a wheel on PyPI,
# known by its digest. It is under the MPL and becomes no part of what is built.
set -euo pipefail
cd "$(dirname "$0")/.."

file=.build/axe/axe.min.js
[ -e "$file" ] && exit 0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/wanted" <<WANTED
axe-playwright-python==0.1.8 --hash=sha256:fdd263c998388f1a8e67cad02677e612d946248bd44d163be5e8650ea31f95f8
WANTED
printf 'setup: fetching axe-core from PyPI\n'
python3 -m pip --disable-pip-version-check download --quiet --no-deps --require-hashes --dest "$work" -r "$work/wanted"
mkdir -p .build/axe
python3 - "$work" "$file" <<'TAKE'
import os, pathlib, sys, zipfile

wheel = next(pathlib.Path(sys.argv[1]).glob("*.whl"))
script = zipfile.ZipFile(wheel).read("axe_playwright_python/axe.min.js")
part = sys.argv[2] + ".part"
pathlib.Path(part).write_bytes(script)
os.replace(part, sys.argv[2])
TAKE
