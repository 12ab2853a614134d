#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Reads the CSV of the atlas with another program, and prints TAP.

    test-csv.py EXPORT-SCOPE DATASET SCHEMA CATALOGUES
"""

import collections
import csv
import io
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

EXPORT, DATASET, SCHEMA, CATALOGUES = sys.argv[1:5]
# The name of each column in these tests, and its head in English.
HEADS = {
    "kind": "Kind of record", "id": "ID", "name": "Name", "summary": "Summary", "date": "Date",
    "since": "Since", "in_doubt": "Perhaps outside the time shown", "places": "Places",
    "latitude": "Latitude", "longitude": "Longitude", "value": "Value", "unit": "Unit",
    "status": "Status", "source": "Cited documents", "citations": "Citations",
    "inferred": "Inferred", "note": "Note", "subkind": "Kind", "ends": "Ends (ID)",
    "end_codes": "Administrative codes of the ends", "place_ids": "Places (ID)",
    "pinyin": "Pinyin", "aliases": "Other names", "title": "Title", "number": "Document number",
    "issuer": "Issuer", "sections": "Sections", "about": "About (ID)",
    "approximate": "Approximate position", "parent": "Belongs to (ID)",
    "code": "Administrative code", "group": "Field", "period": "Period", "members": "Parties (ID)",
    "industries": "Industries (ID)", "plans": "Plans and agreements (ID)", "stage": "Stage",
    "from": "From (ID)", "to": "To (ID)", "stations": "Bus stations (ID)",
    "trips_per_day": "Trips a day", "vehicles": "Vehicles", "vehicle_type": "Vehicle type",
    "urban_style": "Urban-style service", "actors": "Taking part (ID)",
    "as_of": "Date of counting", "part_of": "Part of (ID)",
    "partners": "Taking part (ID) (Projects)", "investment": "Investment (ID)",
    "length_km": "Length (km)", "expected": "Expected date", "level": "Level",
    "keeper": "Kept by (ID)", "progress": "Progress", "responsible": "Who is to act (ID)",
    "state": "State", "due": "Due date", "follow_ups": "Follow-ups",
}
# Some heads in other languages.
TRANSLATED = {
    "zh": {"kind": "记录类别", "name": "名称", "ends": "各端（标识）", "length_km": "长度（公里）",
           "partners": "参与单位（标识）（项目）"},
    "ko": {"kind": "기록 종류", "name": "이름", "ends": "양 끝(식별자)", "length_km": "길이(km)"},
}


def export(dataset, *options):
    """Returns the bytes of the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "records.csv"
        subprocess.run([EXPORT, *options, dataset, path], check=True)
        return path.read_bytes()


def read_heads(content):
    return next(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def read(content):
    """Returns the rows below the head, as dictionaries. The columns are the same in each language."""
    file = io.StringIO(content.decode("utf-8-sig"), newline="")
    rows = csv.DictReader(file, fieldnames=list(HEADS))
    next(rows)
    return list(rows)


def list_records(dataset):
    """Returns the records by id. A tour is no record."""
    return {record["id"]: record for name, records in dataset.items()
            if isinstance(records, list) and name != "tours" for record in records}


def check_shape():
    content = export(DATASET)
    assert content.startswith(b"\xef\xbb\xbf"), "no mark at the beginning"
    assert content.count(b"\n") == content.count(b"\r\n"), "a line ends in LF alone"
    rows = read(content)
    assert all(None not in row and None not in row.values() for row in rows), "ragged rows"


def check_heads():
    """The heads are in the language of the export, and each is used once."""
    assert read_heads(export(DATASET, "--language", "en")) == list(HEADS.values())
    for language, words in TRANSLATED.items():
        heads = read_heads(export(DATASET, "--language", language, "--locale", CATALOGUES))
        assert len(set(heads)) == len(heads) == len(HEADS), heads
        found = dict(zip(HEADS, heads))
        for key, word in words.items():
            assert found[key] == word, (language, key, found[key])


def check_records():
    """Every record is listed once, with the values of the dataset."""
    records = list_records(json.loads(Path(DATASET).read_text("utf-8")))
    rows = read(export(DATASET, "--language", "en"))
    assert len(rows) == len(records), f"{len(rows)} rows for {len(records)} records"
    for row in rows:
        record = records[row["id"]]
        assert row["name"] == record["name"]["en"], row
        assert row["date"] == record.get("date", ""), row
        if "latitude" in record:
            assert abs(float(row["latitude"]) - record["latitude"]) < 1e-6, row
            assert abs(float(row["longitude"]) - record["longitude"]) < 1e-6, row
        if row["kind"] == "figure":
            assert float(row["value"]) == record["value"] and row["unit"] == record["unit"], row
        cites = "; ".join(f"{cite['section']} ¶{cite['paragraph']}"
                          for cite in record.get("cites", []))
        assert row["citations"] == cites, row


def write(value):
    """Returns the value of a member as a cell shows it."""
    if isinstance(value, dict):
        return value["en"]
    if isinstance(value, list):
        return "; ".join(value)
    if isinstance(value, bool):
        return str(value).lower()
    return value if isinstance(value, str) else f"{value:.4f}".rstrip("0").rstrip(".")


def check_members():
    """Each member of a record of the schema has a column, with the value of the dataset."""
    schema = json.loads(Path(SCHEMA).read_text("utf-8"))
    records = list_records(json.loads(Path(DATASET).read_text("utf-8")))
    rows = read(export(DATASET, "--language", "en"))
    kinds = [schema["$defs"][re.sub(".*/", "", array["items"]["$ref"])]
             for name, array in schema["properties"].items()
             if "$ref" in array.get("items", {}) and name != "tours"]
    assert len(kinds) == 11, len(kinds)
    for member in {name for kind in kinds for name in kind["properties"]} - {"cites", "sections"}:
        column = {"kind": "subkind", "places": "place_ids"}.get(member, member)
        assert column in rows[0], f"no column of {member}"
        for row in rows:
            expected = write(records[row["id"]].get(member, ""))
            found = row[column]
            if member in ("value", "unit", "status") and member not in records[row["id"]]:
                continue  # These columns collect several members.
            if member in ("latitude", "longitude"):
                expected, found = float(expected or 0), float(found or 0)
            assert found == expected, (member, row)


def check_links():
    """A link has the ids and the administrative codes of both ends."""
    records = list_records(json.loads(Path(DATASET).read_text("utf-8")))
    for row in read(export(DATASET)):
        if row["kind"] == "route":
            ends = [records[row["from"]], records[row["to"]]]
            assert row["ends"] == "; ".join(end["id"] for end in ends), row
            assert row["end_codes"] == "; ".join(end["code"] for end in ends), row
        elif row["kind"] != "partnership":
            assert row["ends"] == row["end_codes"] == "", row
        else:
            assert row["subkind"] == records[row["id"]]["kind"] and "; " in row["members"], row


def check_scope():
    rows = read(export(DATASET, "--scope", "bus-liaoyuan-siping"))
    assert 5 < len(rows) < 40, len(rows)
    assert {"bus-liaoyuan-siping", "siping", "liaoyuan"} <= {row["id"] for row in rows}


def check_quoting():
    """Quotes and commas are kept; text that looks like a formula is escaped."""
    names = ['"', 'a "b", c', "one\ntwo\r\nthree", "长春，吉林", "=1+1", "@SUM(A1)", "-2", " x "]
    dataset = {"format": "jilin-atlas", "version": 1, "title": "t", "sources": [],
               "places": [{"id": f"place-{i}", "name": name, "kind": "area", "latitude": 43.0,
                           "longitude": 125.0} for i, name in enumerate(names)]}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(dataset, file)
        file.flush()
        rows = read(export(file.name))
    found = [row["name"] for row in rows]
    # The reader converts a name to one line.
    lines = [re.sub("[\r\n]+", " ", name).strip() for name in names]
    expected = [("'" + name if name[0] in "=@-" else name) for name in lines]
    assert found == expected, found


def check_ids():
    """An id is never escaped, because other programs use it to find the record."""
    ids = ["-cc", "=cc", "+1", "@a", 'a"b, c']
    dataset = {"format": "jilin-atlas", "version": 1, "title": "t", "sources": [],
               "places": [{"id": name, "name": "-n", "kind": "area", "latitude": 43.0,
                           "longitude": 125.0} for name in ids]}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(dataset, file)
        file.flush()
        rows = read(export(file.name))
    assert [row["id"] for row in rows] == ids, rows
    assert {row["name"] for row in rows} == {"'-n"}, rows


def check_moment():
    """If time is filtered, dated records lie in it, and undated ones are marked."""
    rows = read(export(DATASET, "--until", "2017"))
    for row in rows:
        if row["since"]:
            assert row["since"][:4] <= "2017" and row["in_doubt"] == "false", row
        elif row["kind"] in ("partnership", "route", "event", "plan", "project"):
            assert row["in_doubt"] == "true", row
    counts = collections.Counter((row["kind"], row["in_doubt"]) for row in rows)
    assert counts["partnership", "false"] == 1 and counts["route", "false"] == 0, counts
    assert counts["partnership", "true"] == 29 and counts["route", "true"] == 3, counts
    assert counts["event", "false"] == 2 and counts["figure", "false"] == 0, counts
    # Only undated records name these.
    assert counts["industry", "true"] == 38, counts
    assert {row["in_doubt"] for row in read(export(DATASET))} == {"false"}
    last = read(export(DATASET, "--until", "2021-05-30"))
    assert {row["in_doubt"] for row in last} == {"false"}, "the document states them by its day"


def check_left_out():
    """The first line states how many records are missing, and is not a record; without faults there
    is no such line."""
    dataset = {"format": "jilin-atlas", "version": 1, "title": "t", "sources": [],
               "places": [{"id": "a", "name": "A", "kind": "area", "latitude": 43.0,
                           "longitude": 125.0},
                          {"id": "b", "name": "B", "kind": "area", "latitude": 99.0,
                           "longitude": 125.0}],
               "partnerships": [{"id": "ab", "name": "AB", "kind": "city-pair",
                                 "members": ["a", "b"]}]}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(dataset, file)
        file.flush()
        rows = read(export(file.name, "--leniently", "--language", "en"))
    assert [row["id"] for row in rows] == ["", "a"], rows
    assert {name: text for name, text in rows[0].items() if text != ""} == {
        "kind": "left-out", "value": "2",
        "name": "1 record of the data file has a fault and is left out. "
                "1 other depends on what is left out, and is missing, too."}, rows[0]
    assert all(row["kind"] != "left-out" for row in read(export(DATASET))), "nothing is left out"


CASES = [check_shape, check_heads, check_records, check_members, check_links, check_scope,
         check_quoting, check_ids, check_moment, check_left_out]


def main():
    print(f"1..{len(CASES)}")
    for case in CASES:
        try:
            case()
            print("ok", "-", case.__name__)
        except AssertionError as error:
            print("not ok", "-", case.__name__)
            print("#", str(error)[:500].replace("\n", " "))


main()
