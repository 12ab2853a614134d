#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Tests that schema and program agree on which datasets are valid.

    check-schema.py SCHEMA FOLDER

FOLDER/accept has files that the program reads, FOLDER/reject those that it rejects.
"""

import json
import sys
from pathlib import Path

import jsonschema

# The program reads them with a warning. An editor marks them, because most are typing errors.
STRICTER = {"cites-empty", "unknown-members"}

# A schema cannot check references, compare numbers, or see errors that json.load() has corrected.
LENIENT = {
    "citation-of-a-place", "citation-of-no-paragraph", "citation-of-no-section",
    "citation-of-nothing", "date-of-file", "double-array", "double-member",
    "double-member-escaped", "follow-up-citation-of-no-paragraph", "half-pair", "id-double",
    "id-double-across-kinds", "industries-of-a-place", "inferred-unknown", "lone-low-surrogate",
    "lone-surrogate", "members-of-a-source", "members-unknown", "not-a-number", "parent-a-source",
    "parent-itself", "parent-unknown", "parents-in-a-circle", "part-of-a-place",
    "parts-in-a-circle", "period-backwards", "progress-figure-a-place",
    "progress-figure-of-nothing", "step-at-no-time", "step-cites-nothing", "step-of-nothing",
    "title-without-language", "tour-double", "value-too-great", "value-too-precise",
    "value-too-small",
}


def read(path):
    """Return the dataset, or None if it is not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None


def main():
    schema = jsonschema.Draft202012Validator(json.loads(Path(sys.argv[1]).read_bytes()))
    cases = []
    for path in sorted(Path(sys.argv[2]).glob("*/*.json")):
        dataset = read(path)
        if dataset is None:
            continue
        expected = path.parent.name == "accept"
        if path.stem in STRICTER | LENIENT:
            expected = not expected
        cases.append((path, schema.is_valid(dataset) == expected))
    print(f"1..{len(cases)}")
    for path, passed in cases:
        print("ok" if passed else "not ok", "-", f"{path.parent.name}/{path.name}")


main()
