#!/usr/bin/env python3
"""Checks a release package against the published schema of the Open Contracting Data Standard.

    INTERLOCAL_WRITE_OCDS=/tmp/package.json swift test --filter ContractingReleaseTests
    python3 scripts/validate-ocds.py /tmp/package.json release-package-schema.json release-schema.json

The schemas are those of https://standard.open-contracting.org/1.1/en/; jsonschema comes from PyPI.
"""
import collections
import json
import sys

import jsonschema


def main(package_path, package_schema_path, release_schema_path):
    package, package_schema, release_schema = (
        json.load(open(path, encoding="utf-8")) for path in (package_path, package_schema_path, release_schema_path))
    # The releases are checked one by one, so that nothing is fetched from elsewhere.
    package_schema["properties"]["releases"].pop("items", None)
    checks = [("package", package, package_schema)]
    checks += [(release["ocid"], release, release_schema) for release in package["releases"]]
    faults = 0
    for name, value, schema in checks:
        checker = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
        for fault in checker.iter_errors(value):
            faults += 1
            print(f"{name}: {'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}")
    parts = collections.Counter()
    for release in package["releases"]:
        parts["parties"] += len(release["parties"])
        for contract in release["contracts"]:
            implementation = contract.get("implementation", {})
            parts["milestones"] += len(implementation.get("milestones", []))
            parts["transactions"] += len(implementation.get("transactions", []))
    print(f"{release_schema.get('id')}: {len(package['releases'])} releases, {dict(parts)}, {faults} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:4]))
