#!/usr/bin/env python3
"""Checks that the outputs of a study exist and parse: report.html, findings.json, tables/*.csv."""
import csv
import json
import pathlib
import sys
import xml.etree.ElementTree as ET


def refuse_constant(text: str) -> float:
    raise ValueError(f"findings.json holds {text}, which is no JSON number")


def check(folder: pathlib.Path) -> None:
    html = (folder / "report.html").read_text(encoding="utf-8")
    body = html.split("\n", 1)[1] if html.lower().startswith("<!doctype html>") else html
    root = ET.fromstring(body)
    headings = root.findall(".//{*}h2") + root.findall(".//h2")
    if not headings:
        raise SystemExit(f"{folder}/report.html has no sections")
    findings = json.loads((folder / "findings.json").read_text(encoding="utf-8"), parse_constant=refuse_constant)
    tables = sorted((folder / "tables").glob("*.csv"))
    if not tables:
        raise SystemExit(f"{folder}/tables is empty")
    for table in tables:
        with table.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        if len({len(row) for row in rows}) != 1:
            raise SystemExit(f"{table} has rows of different lengths")
    left = [path for path in folder.rglob("*") if path.name.startswith(".") or path.suffix == ".tmp"]
    if left:
        raise SystemExit(f"left behind: {left}")
    print(f"{folder.name}: {len(html) // 1024} KiB report, {len(headings)} sections, {len(tables)} tables, "
          f"{len(findings['players'])} players")


for argument in sys.argv[1:]:
    check(pathlib.Path(argument))
