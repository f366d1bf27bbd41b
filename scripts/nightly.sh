#!/usr/bin/env bash
# The long runs: every test with optimisation, then every example in both languages, twice, byte for byte the same.
#
#   scripts/nightly.sh
#
# Builds in .build-nightly, so that no daily build is disturbed. Leaves nothing else behind; the last line says
# that all went well, and any failure ends the run with its status.
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf 'nightly: %s\n' "$*"; }
optimised=(-c release -Xswiftc -enable-testing --scratch-path .build-nightly)

say "building the tests with optimisation in .build-nightly (minutes)"
swift build "${optimised[@]}" --build-tests
say "running every test, those of the record with many more seeds"
export INTERLOCAL_NIGHTLY=1
swift test "${optimised[@]}" --skip-build --skip 'RegistryTests|PortalTests'
swift test "${optimised[@]}" --skip-build --filter RegistryTests --skip PasswordGateTests
# What waits for deadlines runs alone: others would keep the threads it waits for.
swift test "${optimised[@]}" --skip-build --filter 'PortalTests|PasswordGateTests' --no-parallel

swift build "${optimised[@]}" --product interlocal
interlocal=$(swift build "${optimised[@]}" --show-bin-path)/interlocal
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
examples=0
for folder in Examples/*/; do
  name=$(basename "$folder")
  "$interlocal" check "$folder"
  for language in en zh; do
    say "studying $name in $language"
    for time in first second; do
      "$interlocal" study "$folder" --out "$out/$time/$name-$language" --lang "$language" >/dev/null
    done
    diff -r "$out/first/$name-$language" "$out/second/$name-$language"
    scripts/outputs.py "$out/first/$name-$language"
  done
  examples=$((examples + 1))
done
say "every test passed; $examples examples studied in both languages, the same bytes each time"
