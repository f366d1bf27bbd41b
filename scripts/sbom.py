#!/usr/bin/env python3
"""Turns `swift package show-dependencies --format json` (standard input) and Package.resolved (argument) into CycloneDX.

Neither the time nor a random serial number is written: what was resolved decides every byte. Refuses a package that
Package.resolved does not pin.
"""
import json
import sys


def purl(url, version):
    """The package URL of the purl specification's type `swift`."""
    place = url.split("://", 1)[-1].removesuffix(".git")
    return f"pkg:swift/{place}@{version}"


def main():
    tree = json.load(sys.stdin)
    with open(sys.argv[1], encoding="utf-8") as file:
        pins = {pin["identity"]: pin for pin in json.load(file)["pins"]}
    components, edges = {}, {}

    def visit(package, reference):
        names = set()
        for needed in package["dependencies"]:
            pin = pins.get(needed["identity"])
            if pin is None:
                sys.exit(f"sbom: {needed['identity']} is not pinned; run `swift package resolve` and commit Package.resolved")
            state = pin["state"]
            version = state.get("version", state["revision"])
            name = purl(pin["location"], version)
            names.add(name)
            if name in components:
                continue
            components[name] = {
                "type": "library",
                "bom-ref": name,
                "name": needed["name"],
                "version": version,
                "purl": name,
                "externalReferences": [{"type": "vcs", "url": pin["location"]}],
                "properties": [{"name": "interlocal:revision", "value": state["revision"]}],
            }
            visit(needed, name)
        edges[reference] = names

    own = tree["name"]
    visit(tree, own)
    bom = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": own,
                "name": own,
                "licenses": [{"license": {"id": "Apache-2.0"}}],
            }
        },
        "components": [components[name] for name in sorted(components)],
        "dependencies": [{"ref": name, "dependsOn": sorted(edges[name])} for name in sorted(edges)],
    }
    json.dump(bom, sys.stdout, indent=2, ensure_ascii=False)
    print()


main()
