#!/usr/bin/env bash
# Prints which packages the program is built from, as resolved: CycloneDX 1.6 JSON. The same sources give the same bytes.
# System libraries (SQLite, LAPACK, CLP, NLopt, libpq) are the distribution's and stand in its own inventory.
set -euo pipefail
cd "$(dirname "$0")/.."
swift package show-dependencies --format json | scripts/sbom.py Package.resolved
