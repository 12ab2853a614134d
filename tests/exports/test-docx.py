#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Jilin Atlas authors

"""Reads the document for Word as the XML that it is, and prints TAP.

    test-docx.py EXPORT-SCOPE DATASET CATALOGUES
"""

import functools
import json
import os
import posixpath
import re
import struct
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

EXPORT, DATASET, CATALOGUES = sys.argv[1:4]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
CORE = {"dc": "http://purl.org/dc/elements/1.1/", "dcterms": "http://purl.org/dc/terms/"}

# Options of documents of several shapes.
SHAPES = [
    [], ["--scope", "siping", "--language", "en"], ["--scope", "jl-changping", "--layout", "official"],
    ["--scope", "siping", "--beside", "baishan", "--language", "ko"],
    ["--scope", "ind-hydrogen", "--paper", "a3", "--landscape"], ["--cities", "--language", "en"],
    ["--until", "2017"], ["--parts", "map"], ["--parts", "routes"], ["--layout", "brief"],
]


LANGUAGES = ("zh", "en", "ko")
if "ATLAS_TEST_BRIEFLY" in os.environ:
    SHAPES, LANGUAGES = SHAPES[:4], LANGUAGES[:1]


class Document:
    def __init__(self, content):
        self.content = content
        with tempfile.NamedTemporaryFile(suffix=".docx") as file:
            file.write(content)
            file.flush()
            with zipfile.ZipFile(file.name) as package:
                assert package.testzip() is None
                self.files = {name: package.read(name) for name in package.namelist()}
                assert package.namelist()[0] == "[Content_Types].xml"
                assert len({info.date_time for info in package.infolist()}) == 1
        self.parts = {name: ElementTree.fromstring(content) for name, content in self.files.items()
                      if not name.endswith(".png")}
        self.body = self.parts["word/document.xml"][0]
        self.notes = {note.get(W + "id"): read_text(note)
                      for note in self.parts["word/footnotes.xml"] if note.get(W + "type") is None}

    def list_paragraphs(self, style):
        return [read_text(paragraph) for paragraph in self.body.iter(W + "p")
                if paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val") == style]


def read_text(element):
    words = {W + "t": lambda node: node.text or "", W + "br": lambda node: "\n",
             W + "tab": lambda node: "\t"}
    return "".join(words[node.tag](node) for node in element.iter() if node.tag in words)


@functools.cache
def export(dataset, *options):
    return export_again(dataset, *options)


def export_again(dataset, *options):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "summary.docx"
        subprocess.run([EXPORT, "--locale", CATALOGUES, *options, dataset, path], check=True)
        return Document(path.read_bytes())


def count_notes_of_pages(options):
    """Returns the number of notes of the PDF with the same options."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "summary.pdf"
        subprocess.run([EXPORT, "--locale", CATALOGUES, *options, DATASET, path], check=True)
        found = subprocess.run(["pdfinfo", "-dests", path], capture_output=True, text=True, check=True)
        return len(set(re.findall(r'"note-\d+"', found.stdout)))


def check_parts():
    """Each part has a type, each reference a target, and each paragraph a style that exists."""
    for options in SHAPES:
        document = export(DATASET, *options)
        types = {item.get("PartName") for item in document.parts["[Content_Types].xml"]}
        for name in document.files:
            assert "/" + name in types or name.endswith(".rels") or name[0] == "[", (options, name)
        for name, part in document.parts.items():
            if name.endswith(".rels"):
                folder = posixpath.dirname(posixpath.dirname(name))
                ids = [item.get("Id") for item in part]
                assert len(set(ids)) == len(ids), (options, ids)
                for item in part:
                    assert posixpath.join(folder, item.get("Target")) in document.files, (name, ids)
        styles = {style.get(W + "styleId") for style in document.parts["word/styles.xml"]}
        for part in ("word/document.xml", "word/footnotes.xml"):
            for kind in ("pStyle", "rStyle", "tblStyle"):
                for style in document.parts[part].iter(W + kind):
                    assert style.get(W + "val") in styles, (options, style.get(W + "val"))
        assert document.body[-1].tag == W + "sectPr" and document.body[-2].tag == W + "p", options
        for cell in document.body.iter(W + "tc"):
            assert cell[-1].tag == W + "p", (options, "a cell without a paragraph")


def check_words():
    """Every record of the dataset is in the document, in each language."""
    dataset = json.loads(Path(DATASET).read_text("utf-8"))
    for language in LANGUAGES:
        text = read_text(export(DATASET, "--language", language).body)
        missing = [record["name"][language] for name, records in dataset.items()
                   if isinstance(records, list) and name not in ("sources", "tours")
                   for record in records
                   if record["name"][language] not in text]
        assert not missing, (language, missing)
        assert dataset["sources"][0]["title"][language] in text, language


def check_headings():
    document = export(DATASET, "--scope", "siping")
    assert document.list_paragraphs("Heading1") == ["四平市"]
    headings = document.list_paragraphs("Heading2")
    assert headings[:2] == ["主要数据", "合作对象"] and headings[-1] == "资料来源", headings
    assert "目录" not in headings and "说明" not in headings, headings
    cities = export(DATASET, "--cities")
    assert len(cities.list_paragraphs("Heading1")) == 10
    breaks = len(list(cities.body.iter(W + "pageBreakBefore")))
    assert breaks == 9, breaks


def check_tables():
    """Heads are repeated, rows are not split, and the widths fill the text."""
    for options in SHAPES[:6]:
        document = export(DATASET, *options)
        size = document.body[-1].find(W + "pgSz")
        margins = document.body[-1].find(W + "pgMar")
        width = int(size.get(W + "w")) - sum(int(margins.get(W + side)) for side in ("left", "right"))
        columns = document.body[-1].find(W + "cols")
        if columns is not None:
            width = (width - int(columns.get(W + "space"))) / 2
        tables = list(document.body.iter(W + "tbl"))
        assert len(tables) >= 3, (options, len(tables))
        for table in tables:
            rows = table.findall(W + "tr")
            assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows), options
            heads = [i for i, row in enumerate(rows)
                     if row.find(f"{W}trPr/{W}tblHeader") is not None]
            assert heads in ([], [0]), (options, heads)
            grid = [int(column.get(W + "w")) for column in table.iter(W + "gridCol")]
            assert abs(sum(grid) - width) <= len(grid), (options, sum(grid), width)
            for row in rows:
                spans = sum(int(span.get(W + "val")) if span is not None else 1 for span in
                            (cell.find(f"{W}tcPr/{W}gridSpan") for cell in row.findall(W + "tc")))
                assert spans == len(grid), (options, spans, len(grid))
        has_head = any(table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for table in tables)
        assert has_head or "--cities" in options, options


def check_notes():
    """The notes of the pages are the footnotes; each is referred to once, and then by its number."""
    for options in SHAPES[:7]:
        document = export(DATASET, *options)
        count = count_notes_of_pages(options)
        references = [item.get(W + "id") for item in document.body.iter(W + "footnoteReference")]
        assert references == [str(number) for number in range(1, count + 1)], (options, references)
        assert list(document.notes) == references, options
        assert all(re.search(r"¶\d|\w{4}", note) for note in document.notes.values()), document.notes
        bookmarks = {item.get(W + "name") for item in document.body.iter(W + "bookmarkStart")}
        fields = [item.text for item in document.body.iter(W + "instrText")]
        named = {re.match(r" NOTEREF (\w+) ", field)[1] for field in fields}
        assert named <= bookmarks and len(bookmarks) == count, (options, named - bookmarks)
    assert not export(DATASET, "--parts", "routes").notes


def check_pictures():
    """Pictures have 300 dots per inch and a description; below the map is whose data it shows."""
    document = export(DATASET, "--scope", "siping")
    drawings = list(document.body.iter(WP + "inline"))
    pictures = [content for name, content in document.files.items() if name.endswith(".png")]
    assert len(drawings) == len(pictures) >= 2, (len(drawings), len(pictures))
    ids = {drawing.find(WP + "docPr").get("id") for drawing in drawings}
    assert len(ids) == len(drawings), ids
    for drawing, picture in zip(drawings, pictures):
        assert len(drawing.find(WP + "docPr").get("descr")) > 10
        chunk = picture.index(b"pHYs") + 4
        assert struct.unpack(">II", picture[chunk:chunk + 8]) == (11811, 11811)
        pixels = struct.unpack(">I", picture[16:20])[0]
        points = int(drawing.find(WP + "extent").get("cx")) / 12700
        assert abs(points * 300 / 72 - pixels) <= 1, (points, pixels)
    assert "四平市" in drawings[0].find(WP + "docPr").get("descr")
    origin = document.list_paragraphs("AtlasLabel")
    assert any("示意图，不作为划界依据" in line and "GeoNames (CC BY 4.0)" in line for line in origin)


def check_pages():
    """The official layout has the fonts and the margins of GB/T 9704."""
    document = export(DATASET, "--scope", "siping", "--layout", "official")
    section = document.body[-1]
    size, margins = section.find(W + "pgSz"), section.find(W + "pgMar")
    found = {key: int(margins.get(W + key)) for key in ("top", "left", "right", "bottom")}
    assert (size.get(W + "w"), size.get(W + "h")) == ("11906", "16838"), size.attrib
    assert abs(found["top"] - 37 / 25.4 * 1440) < 1 and abs(found["left"] - 28 / 25.4 * 1440) < 1
    assert abs(11906 - found["left"] - found["right"] - 156 / 25.4 * 1440) < 2, found
    assert abs(16838 - found["top"] - found["bottom"] - 225 / 25.4 * 1440) < 2, found
    styles = {style.get(W + "styleId"): style for style in document.parts["word/styles.xml"]}
    for style, font in (("Heading1", "方正小标宋简体"), ("Heading2", "黑体"), ("AtlasCell", "仿宋")):
        fonts = styles[style].find(f"{W}rPr/{W}rFonts")
        assert fonts.get(W + "eastAsia") == font and fonts.get(W + "ascii") == "Times New Roman", style
    assert styles["Heading1"].find(f"{W}rPr/{W}sz").get(W + "val") == "44"
    assert document.parts["word/settings.xml"].find(W + "mirrorMargins") is not None
    kinds = [footer.get(W + "type") for footer in section.iter(W + "footerReference")]
    assert kinds == ["even", "default"], kinds
    assert "吉发改议〔2021〕17号" in read_text(document.parts["word/footer1.xml"])
    wide = export(DATASET, "--paper", "letter", "--landscape").body[-1].find(W + "pgSz")
    assert (wide.get(W + "w"), wide.get(W + "h")) == ("15840", "12240"), wide.attrib


def check_properties():
    core = export(DATASET, "--scope", "siping", "--language", "en").parts["docProps/core.xml"]
    assert core.find("dc:title", CORE).text == "Siping"
    assert core.find("dc:creator", CORE).text == (
        "Jilin Provincial Development and Reform Commission")
    assert core.find("dc:language", CORE).text == "en"
    assert core.find("dcterms:created", CORE).text == "2021-05-30T00:00:00Z"


def check_hostile():
    """Any text of a dataset is shown as text."""
    names = ["=1+1", "<w:p>&amp;", "]]>", "a\u0001b\u001f", "\ufffex", "长\U0001f600", "n" * 290]
    expected = ["=1+1", "<w:p>&amp;", "]]>", "a\ufffdb\ufffd", "\ufffdx", "长\U0001f600", "n" * 290]
    data = {"format": "jilin-atlas", "version": 1, "title": "t<>", "sources": [],
            "places": [{"id": f"place-{i}", "name": name, "kind": "area", "latitude": 43.0 + i / 10,
                        "longitude": 125.0, "note": name} for i, name in enumerate(names)]}
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(data, file)
        file.flush()
        document = export(file.name, "--language", "en")
        found = document.list_paragraphs("AtlasStrong")
        # The reader replaces control characters of names by spaces, and those of notes stay.
        assert all(any(text.startswith(name) for text in found)
                   for name in ["a b", *expected] if name != expected[3]), found
        notes = [note.strip() for note in document.notes.values()]
        assert notes == expected, notes
        named = export(file.name, "--scope", "place-1", "--language", "en")
        assert named.list_paragraphs("Heading1") == ["<w:p>&amp;"]
        assert named.parts["docProps/core.xml"].find("dc:title", CORE).text == "<w:p>&amp;"


def check_left_out():
    """The document says that the dataset is partial."""
    dataset = json.loads(Path(DATASET).read_text("utf-8"))
    dataset["commitments"][0]["date"] = "2021-13"
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        json.dump(dataset, file)
        file.flush()
        lines = export(file.name, "--leniently", "--language", "en",
                       "--parts", "map").list_paragraphs("Subtitle")
    assert "1 record of the data file has a fault and is left out." in lines, lines


def check_same_bytes():
    for options in SHAPES[1:3]:
        assert export(DATASET, *options).content == export_again(DATASET, *options).content, options


CASES = [check_parts, check_words, check_headings, check_tables, check_notes, check_pictures,
         check_pages, check_properties, check_hostile, check_left_out, check_same_bytes]


def main():
    os.environ["SOURCE_DATE_EPOCH"] = "1622332800"
    print(f"1..{len(CASES)}")
    for case in CASES:
        try:
            case()
            print("ok", "-", case.__name__)
        except (AssertionError, subprocess.CalledProcessError) as error:
            print("not ok", "-", case.__name__)
            print("#", str(error)[:500].replace("\n", " "))


main()
