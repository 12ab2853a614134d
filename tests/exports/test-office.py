#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Opens the files for Word and Excel in LibreOffice, which gives back their text; prints TAP.

    test-office.py EXPORT-SCOPE DATASET CATALOGUES
"""

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

EXPORT, DATASET, CATALOGUES = sys.argv[1:4]
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SCOPES = [["--language", "zh"], ["--scope", "siping", "--language", "en"],
          ["--scope", "jl-changping", "--layout", "official", "--language", "zh"],
          ["--scope", "siping", "--beside", "baishan", "--language", "ko"]]

# The filter of LibreOffice for CSV: commas, quotation marks, UTF-8, and every sheet.
CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"


def export(folder, name, options, dataset=DATASET):
    path = folder / name
    subprocess.run([EXPORT, "--locale", CATALOGUES, *options, dataset, path], check=True)
    return path


def convert(path, target):
    """Lets LibreOffice write a file in another format beside it, with a profile of its own."""
    profile = (path.parent / "profile").as_uri()
    result = subprocess.run(["soffice", f"-env:UserInstallation={profile}", "--headless",
                             "--convert-to", target, "--outdir", path.parent, path],
                            capture_output=True, text=True, check=True)
    assert "Error" not in result.stderr, result.stderr


def squeeze(text):
    return re.sub(r"\s", "", text)


def list_names(language):
    data = json.loads(Path(DATASET).read_text("utf-8"))
    return {record["id"]: record["name"][language] for name, records in data.items()
            if isinstance(records, list) and name not in ("sources", "tours") for record in records}


def read_paragraphs(path, part):
    """Yields the text of the paragraphs of a part of a document."""
    with zipfile.ZipFile(path) as package:
        tree = ElementTree.fromstring(package.read(part))
    for paragraph in tree.iter(W + "p"):
        yield squeeze("".join(text.text or "" for text in paragraph.iter(W + "t")))


def check_document(folder, options):
    """LibreOffice reads each paragraph of the document."""
    path = export(folder, "summary.docx", options)
    convert(path, "txt:Text (encoded):UTF8")
    text = squeeze((folder / "summary.txt").read_text("utf-8"))
    paragraphs = [words for words in read_paragraphs(path, "word/document.xml") if words]
    missing = [words for words in paragraphs if words not in text]
    assert len(paragraphs) > 100 and not missing, (len(paragraphs), missing)


def check_notes(folder, options):
    """LibreOffice reads each footnote of the document."""
    path = export(folder, "summary.docx", options)
    convert(path, "fodt")
    tree = ElementTree.parse(folder / "summary.fodt")
    found = [squeeze("".join(body.itertext())) for body in tree.iter(TEXT + "note-body")]
    notes = [words for words in read_paragraphs(path, "word/footnotes.xml") if words]
    assert len(notes) > 5 and found == notes, (notes, found)


def check_pages(folder, options):
    """There is text on every page of the document."""
    path = export(folder, "summary.docx", options)
    convert(path, "pdf")
    text = subprocess.run(["pdftotext", path.with_suffix(".pdf"), "-"], capture_output=True,
                          text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    assert pages and all(len(squeeze(page)) > 20 for page in pages), [len(page) for page in pages]


def check_workbook(folder, options):
    """Every record is in a sheet, with its name as it is."""
    path = export(folder, "records.xlsx", options)
    convert(path, CSV)
    language = options[options.index("--language") + 1]
    names = list_names(language)
    found = {}
    for sheet in folder.glob("records-*.csv"):
        rows = list(csv.reader(sheet.open(encoding="utf-8", newline="")))
        if len(rows[0]) > 2:
            for row in rows[1:]:
                found[next(cell for cell in reversed(row) if cell)] = row[0]
    told = {record: name for record, name in found.items() if record in names}
    assert len(told) > 5, found
    assert all(names[record] == name for record, name in told.items()), told
    if "--scope" not in options:
        assert set(told) == set(names), set(names) - set(told)


def check_hostile(folder, options):
    """Data that looks like a formula or like markup comes back as it is."""
    names = ["=1+1", "@SUM(A1)", "<w:p>&amp;", "https://example.org/", "007", "_x0041_", "a\u0001b"]
    expected = [*names[:-1], "a b"]
    dataset = folder / "hostile.json"
    dataset.write_text(json.dumps(
        {"format": "jilin-atlas", "version": 1, "title": "t", "sources": [],
         "places": [{"id": f"place-{i}", "name": name, "kind": "area", "latitude": 43.0,
                     "longitude": 125.0} for i, name in enumerate(names)]}), encoding="utf-8")
    convert(export(folder, "records.xlsx", options, dataset), CSV)
    rows = list(csv.reader((folder / "records-Places.csv").open(encoding="utf-8", newline="")))
    assert [row[0] for row in rows[1:]] == expected, rows
    convert(export(folder, "summary.docx", options, dataset), "txt:Text (encoded):UTF8")
    text = (folder / "summary.txt").read_text("utf-8")
    assert all(name in text for name in expected), text


CASES = [(check, options) for options in SCOPES
         for check in (check_document, check_notes, check_pages, check_workbook)]
CASES.append((check_hostile, ["--language", "en"]))


def main():
    os.environ["SOURCE_DATE_EPOCH"] = "1622332800"
    print(f"1..{len(CASES)}")
    for check, options in CASES:
        name = f"{check.__name__} {' '.join(options)}"
        with tempfile.TemporaryDirectory() as folder:
            try:
                check(Path(folder), options)
                print("ok", "-", name)
            except (AssertionError, subprocess.CalledProcessError) as error:
                print("not ok", "-", name)
                print("#", str(error)[:500].replace("\n", " "))


main()
