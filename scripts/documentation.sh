#!/usr/bin/env bash
# Builds the documentation of every library into docs/api (not kept in git); a warning of DocC is an error.
# Arguments go to `swift build`, so that what was built with the same ones need not be built again.
set -euo pipefail
cd "$(dirname "$0")/.."

swift build "$@" --product interlocal
built=$(swift build "$@" --show-bin-path)

# The symbols are read from the modules as built, which takes a second; a plugin for DocC builds them anew. Modules
# that stand on C need the maps of those headers: ours, those of packages, and those that the build writes itself.
maps=()
for map in Sources/*/module.modulemap .build/checkouts/*/Sources/*/include/module.modulemap \
  .build/checkouts/GRDB.swift/Sources/GRDBSQLite/module.modulemap "$built"/*.build/module.modulemap; do
  maps+=(-Xcc "-fmodule-map-file=$map")
done
target=$(swift -print-target-info | python3 -c 'import json, sys; print(json.load(sys.stdin)["target"]["triple"])')

symbols=$(mktemp -d)
trap 'rm -rf "$symbols"' EXIT
mkdir -p docs/api
for library in Mathematics RegionalCases CollectiveAction Networks Sharing Negotiations Evidence Mechanisms Registry Dynamics Studies Reporting Portal; do
  echo "documentation: $library"
  mkdir "$symbols/$library"
  swift-symbolgraph-extract -module-name "$library" -I "$built/Modules" -target "$target" \
    -minimum-access-level public -emit-extension-block-symbols -output-dir "$symbols/$library" "${maps[@]}"
  docc convert "Sources/$library/$library.docc" --additional-symbol-graph-dir "$symbols/$library" \
    --fallback-display-name "$library" --fallback-bundle-identifier "$library" --output-dir "docs/api/$library" \
    --transform-for-static-hosting --hosting-base-path "$library" --warnings-as-errors
done
