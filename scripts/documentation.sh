#!/usr/bin/env bash
# Builds the documentation of every library into docs/api (not kept in git); a warning of DocC is an error.
# Arguments go to `swift package`, so that what was built with the same ones need not be built again.
set -euo pipefail
cd "$(dirname "$0")/.."

mkdir -p docs/api
for target in Mathematics RegionalCases CollectiveAction Networks Sharing Negotiations Evidence Mechanisms Registry Dynamics Studies Reporting Portal; do
  echo "documentation: $target"
  swift package "$@" --allow-writing-to-directory docs/api generate-documentation --target "$target" \
    --output-path "docs/api/$target" --transform-for-static-hosting --hosting-base-path "$target" \
    --warnings-as-errors >"docs-$target.log" 2>&1 || { cat "docs-$target.log"; exit 1; }
  rm -f "docs-$target.log"
done
